"""What stands in a resolution without being a point of it: the articles of a statute or contract, the rows of a table.

Der Rat beschließt folgende Satzung:        the point
§ 1 …  (1) …  (2) …                         its payload, up to the next sentence that decides
"""

from __future__ import annotations

import re

from extractors.resolution_points.blocks import Block
from extractors.text.german.phrases import BODY, INSTRUCTED

INTRODUCTION = 160  # characters in which a statute is announced, and in which its first article follows
INTRODUCES = re.compile(r"(?:[Ss]atzung|[Oo]rdnung|[Vv]ertrag|[Vv]ereinbarung|[Rr]ichtlinien?|Fassung)\b[^.]{0,120}:?\Z")
LEADS_ON = re.compile(rf"D(?:er|ie|as) {BODY} |(?:Der|Die|Das) [^.\n]{{2,60}}? {INSTRUCTED}")
ARTICLE = re.compile(r"^[„\"“]?(?:§ ?\d|Art(?:ikel|\.) ?\d)", re.MULTILINE)


def introduces_statute(text: str, block: Block, following: Block | None) -> bool:
    """Whether a block announces a statute whose articles come below, be it under a heading of its own ("I. Rechtsform")."""
    if following is None or not INTRODUCES.search(text, max(block.start, block.end - INTRODUCTION), block.end):
        return False
    return ARTICLE.search(text[following.label_start : following.label_start + INTRODUCTION]) is not None


def leads_on(text: str, block: Block) -> bool:
    """Whether a paragraph after the articles decides something more: "Die Verwaltung wird beauftragt, …"."""
    return block.label is None and block.after_blank and LEADS_ON.match(text, block.start, block.end) is not None


def is_figures(words: str) -> bool:
    """Whether words are a row of a table: more digits than letters."""
    return 2 * sum(character.isdigit() for character in words) > sum(character.isalnum() for character in words)

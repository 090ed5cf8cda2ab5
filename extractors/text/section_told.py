"""Decisions that a text quotes or moves in the course of a sentence: what was decided earlier, and what a body proposes to its voters.

Mit Beschluss 12/2030 wurde der Bürgermeister beauftragt,      the earlier decision: the points below
1. den Platz zu begrünen, …
Die BVV hat am 3.4.2030 beschlossen, ⏎ das Bezirksamt zu ersuchen, ⏎ "…"
Der Gemeinderat beantragt, das Budget zu genehmigen.           the motion of an executive, with the result below (Switzerland)
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.german.phrases import BODY
from extractors.text.minutes import SectionKind
from extractors.text.section_forms import LIST_ITEM
from extractors.text.section_lines import Cut
from extractors.text.section_motions import INFINITIVE, OF_PROCEDURE

_ASKED = r"(?:beauftragt|gebeten|ersucht|ermächtigt|aufgefordert|angewiesen|verpflichtet)"
QUOTED_LEAD = re.compile(
    rf"""(?:
        (?:Mit|Durch|Laut|Gemäß)[ ](?:de[mrs][ ]|ihrem[ ]|seinem[ ])?Beschlu(?:ss|ß)\b[^\n:;]{{0,160}}?[ ](?:wurden?|sind|ist|hat(?:te)?)[ ]
            [^\n:;]{{1,160}}?\b(?:{_ASKED}|beschlossen)(?:[ ]worden)?
      | D(?:er|ie|as)[ ]{BODY}[ ][^\n:;]{{0,160}}?\bhat(?:te)?[ ][^\n:;]{{0,200}}?\b(?:beschlossen|{_ASKED[3:-1]}|gefasst|gerichtet)
    )[ ]?[,:][ ]?\n+
    (?:(?:die|den|das)[ ][A-ZÄÖÜ][\w-]+(?:[ ][\w-]+){{0,4}}?[ ]zu[ ](?:ersuchen|beauftragen|bitten)[ ]?[,:][ ]?\n+)?""",
    re.VERBOSE,
)
OPENS = re.compile(r"[ ]?[„“\"»]|[ ]?(?:1[.)]|a\)|[-–•])[ ]?\S")
CLOSES = {"„": "“”", "“": "”", '"': '"', "»": "«"}
# "Der Gemeinderat beantragt der Versammlung, dem Kredit zuzustimmen."
MOVES = re.compile(rf"D(?:er|ie) {BODY} beantragt(?: de[mrn] [A-ZÄÖÜ][\w-]+(?: [A-ZÄÖÜ][\w-]+)?)?, (?=[a-zäöü])", re.MULTILINE)
MOVED_WORD = "beantragt"
MOTION_LENGTH = 500
TOLD_KINDS = ("header", "reasoning", "other")


def told_within(text: str, first: int, stop: int) -> Iterator[Cut]:
    """The earlier decision that a stretch of a header or of the reasoning quotes, and where the text goes on behind it."""
    at = _next_opening(text, first, stop)
    while at >= 0:
        line = text.rfind("\n", first, at) + 1 or first
        lead = QUOTED_LEAD.match(text, line, stop)
        if lead is not None and OPENS.match(text, lead.end(), stop):
            begin = lead.end()
            yield line, "proposal", text[line:begin].rstrip(" :,\n")
            end = _quote_ends(text, begin, stop) if text[begin] in CLOSES else _list_ends(text, begin, stop)
            if end < stop:
                yield end, "reasoning", None
            return
        at = _next_opening(text, at + 1, stop)


def moved_within(text: str, first: int, stop: int, below: SectionKind) -> Iterator[Cut]:
    """The motion of a body to its voters in a stretch that ends with the result: "Beschluss: Das Budget wird genehmigt."."""
    if below not in ("vote", "resolution") or text.find(MOVED_WORD, first, stop) < 0:
        return
    for motion in MOVES.finditer(text, first, stop):
        ends = text.find(".\n", motion.end(), min(stop, motion.end() + MOTION_LENGTH))
        words = text[motion.end() : ends] if ends >= 0 else ""
        begins = motion.start() == first or text[motion.start() - 1] in "\n "
        if begins and "\n\n" not in words and INFINITIVE.search(words) and not OF_PROCEDURE.search(words):
            yield motion.start(), "proposal", motion[0].rstrip(" ")
            if text[ends + 2 : stop].strip():
                yield ends + 2, "reasoning", None
            return


def _next_opening(text: str, at: int, stop: int) -> int:
    """The next line that ends with a colon or a comma and has more below it."""
    found = [place for place in (text.find(",\n", at, stop), text.find(":\n", at, stop)) if place >= 0]
    return min(found, default=-1)


def _quote_ends(text: str, begin: int, stop: int) -> int:
    """Behind the paragraph with which quoted words end."""
    closing, at = CLOSES[text[begin]], begin
    while at < stop:
        blank = text.find("\n\n", at, stop)
        end = stop if blank < 0 else blank
        if text[begin:end].rstrip(".")[-1:] in closing:
            return stop if blank < 0 else blank + 2
        at = end + 2
    return stop


def _list_ends(text: str, begin: int, stop: int) -> int:
    """At the first paragraph that is no entry of the list."""
    at = text.find("\n\n", begin, stop)
    while at >= 0:
        if not LIST_ITEM.match(text, at + 2, stop):
            return at + 2
        at = text.find("\n\n", at + 2, stop)
    return stop

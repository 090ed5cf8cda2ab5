"""Forms to be filled in: of the options that a form prints, only the one that is marked says anything.

"[ ] Einstimmig  [ ] Mit Stimmenmehrheit"        blank: nothing is said (papers in NRW, SH, NI)
"Angenommen⏎X⏎Abgelehnt"                         a cross below its option (Rostock)
"X beschlossen   einstimmig⏎abgelehnt"           a cross before it (Berlin)
"Angenommen: x   Abgelehnt:"                     a cross behind its colon (Rostock)
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from extractors.votes.words import Word

_MAJORITY = r"(?:mit )?(?:stimmen)?mehrheit(?:lich)?"
_BETWEEN = r":?[ \t]*(?:x(?!\w))?[ \t]*(?:/|\||\n(?:x\n)?)[ \t]*(?:x[ \t]+)?"
# Options that exclude each other, side by side
OPTIONS = re.compile(
    rf"(?i)(?<!\w)(?:einstimmig{_BETWEEN}{_MAJORITY}|{_MAJORITY}{_BETWEEN}einstimmig"
    rf"|(?:angenommen|beschlossen|zugestimmt)(?:{_BETWEEN}|:[ \t]*(?:x(?!\w))?[ \t]*)abgelehnt)"
    rf"(?:{_BETWEEN}(?:abgelehnt|angenommen|vertagt|zurückgezogen))*(?!\w)"
)
EMPTY_BOX = re.compile(r"(?:\[ {0,2}\]|[☐□\uf0a3\uf06f])[ \t]?(?:\w+ ){0,2}$")
CROSS_BEFORE = re.compile(r"(?:(?<!\w)[xX]|\[ ?[xX] ?\]|[☒☑])[ \t]{1,3}(?:mit )?$")
CROSS_AFTER = re.compile(r":?[ \t]{0,4}\n?[xX☒☑](?!\w)")
# A line that a cross opens: the other lines are the options that were not taken
CROSSED_LINE = re.compile(r"^[xX☒☑][ \t]{1,3}(?=[a-zäöüA-ZÄÖÜ]{4})[^\n]*", re.MULTILINE)
SIGNS = "[☐□☒☑\uf0a3\uf06f"


def without_options(text: str, start: int, end: int, words: list[Word]) -> list[Word]:
    """The words of a stretch without the options of a form that nobody marked."""
    stretch = text[start:end]
    if any(sign in stretch for sign in SIGNS):
        words = [word for word in words if not EMPTY_BOX.search(text, max(start, word.start - 30), word.start)]
    if not any(sign in stretch for sign in "\n/|:"):
        return words
    if crossed := CROSSED_LINE.search(stretch):
        first, last = start + crossed.start(), start + crossed.end()
        return [word for word in words if first <= word.start < last]
    spans = [(start + form.start(), start + form.end()) for form in OPTIONS.finditer(stretch)] if _may_be_a_form(stretch) else []
    return [word for word in words if not _inside(word, spans) or _marked(text, word)]


def _may_be_a_form(stretch: str) -> bool:
    folded = stretch.casefold()
    return ("einstimmig" in folded and "mehrheit" in folded) or "abgelehnt" in folded


def _inside(word: Word, spans: Iterable[tuple[int, int]]) -> bool:
    return any(first <= word.start < last for first, last in spans)


def _marked(text: str, word: Word) -> bool:
    if CROSS_AFTER.match(text, word.end):
        return True
    announced = text.startswith(":", word.end)  # "Angenommen: x   Abgelehnt:": the cross before belongs to the option before
    return not announced and CROSS_BEFORE.search(text, max(0, word.start - 10), word.start) is not None

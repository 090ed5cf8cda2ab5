"""The lead of a list: what it says once is said of each entry below it.

    "Für das Haushaltsjahr 2025 werden bereitgestellt:"   →  the years of "1. Bücherei 10.000 Euro", "2. Freibad 25.000 Euro"
    "Die Vereine erhalten jährlich:"                      →  the basis of "a) Turnverein 500 €", "b) Musikverein 400 €"

An entry belongs to the nearest lead before it whose first entry bears the same kind of label, and to the leads around that one.
A paragraph without a label ends a list.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import dataclass, field

from extractors.text.german.clauses import clause_around

_MARK = (
    r"(?:(?P<number>\(?\d{1,2}(?:\.\d{1,2})*[.)]{1,2}[ ])|(?P<letter>\(?[a-z][.)]{1,2}[ ])|(?P<roman>[IVX]{1,4}\.[ ])"
    r"|(?P<bullet>[-–•*o\uf000-\uf0ff][ ]))"
)
MARK = re.compile(rf"[ ]?{_MARK}")
# A colon, and an entry in the next line.
OPENING = re.compile(rf":[ ]?\n+[ ]?{_MARK}")
# A paragraph that is no entry.
BREAK = re.compile(r"\n\n(?![ ]?(?:\(?\d{1,2}(?:\.\d{1,2})*[.)]{1,2}[ ]|\(?[a-z][.)]{1,2}[ ]|[IVX]{1,4}\.[ ]|[-–•*o\uf000-\uf0ff][ ]))")
# Inside a sentence: "… jährlich: 1. …", "… jährlich 1. 500 Euro an …, 2. …".
COLON, FIRST_LABEL = re.compile(r":[ ]"), re.compile(r":?[ ](?:1\.|1\)|a\))[ ]")
REACH, CANDIDATES = 4_000, 6


@dataclass
class Leads:
    """The lists of a stretch of text, found once; asked for each sentence that holds a sum."""

    text: str
    start: int
    end: int
    openings: list[re.Match[str]] = field(init=False)
    breaks: list[int] = field(init=False)
    sentences: dict[int, tuple[int, str]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.openings = list(OPENING.finditer(self.text, self.start, self.end))
        self.breaks = [match.start() for match in BREAK.finditer(self.text, self.start, self.end)] if self.openings else []

    def of(self, at: int) -> tuple[str, ...]:
        """The leads of the entry that begins at a place, the nearest first; none where no entry begins there."""
        found: list[str] = []
        mark = MARK.match(self.text, at, self.end)
        last = bisect_left(self.openings, at, key=lambda opening: opening.start())
        for opening in reversed(self.openings[max(0, last - CANDIDATES) : last]):
            if not mark or at - opening.start() > REACH or self._broken(opening.end(), at):
                break
            if opening.lastgroup == mark.lastgroup:
                begin, words = self._sentence(opening)
                found.append(words)
                mark = MARK.match(self.text, begin, self.end)
        return tuple(found)

    def _broken(self, first: int, last: int) -> bool:
        at = bisect_left(self.breaks, first)
        return at < len(self.breaks) and self.breaks[at] < last - 2

    def _sentence(self, opening: re.Match[str]) -> tuple[int, str]:
        """Where the sentence that opens a list begins, and its words."""
        at = opening.start()
        if at not in self.sentences:
            begin, _ = clause_around(self.text, max(self.start, at - 1), self.start, self.end)
            self.sentences[at] = begin, self.text[begin:at].replace("\n", " ")
        return self.sentences[at]


def inline_lead(words: str) -> str:
    """What opens an enumeration inside a sentence, before a sum; empty where nothing does.

    >>> inline_lead("Die Vereine erhalten jährlich 1. 500 Euro für den Chor, 2. ")
    'Die Vereine erhalten jährlich'
    """
    opening = FIRST_LABEL.search(words) or COLON.search(words)
    return words[: opening.start()] if opening else ""

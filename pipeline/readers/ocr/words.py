"""What OCR gives of a page: words with their places and how sure it is of each, and the rules that it was told of."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

SIGN = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Word:
    """A word on a page, in pixels from its upper left corner; `sure` is from 0 to 100."""

    text: str
    sure: float
    left: int
    top: int
    right: int
    bottom: int
    line: int
    """Words with the same number stand on one line."""

    @property
    def weight(self) -> int:
        """How many letters and digits it has."""
        return len(SIGN.findall(self.text))


@dataclass(frozen=True, slots=True)
class Rule:
    """A horizontal rule of a table, in pixels."""

    left: int
    right: int
    y: int


@dataclass(frozen=True, slots=True)
class Seen:
    """A page as OCR has seen it."""

    words: tuple[Word, ...]
    rules: tuple[Rule, ...] = ()

    @property
    def weight(self) -> int:
        """How many letters and digits were seen."""
        return sum(word.weight for word in self.words)

    @property
    def sure(self) -> float:
        """How sure OCR is of the page, from 0 to 100: the mean over its letters and digits."""
        return sureness(self.words)


def sureness(words: Iterable[Word]) -> float:
    """The mean over letters and digits, 0 where there are none."""
    pairs = [(word.sure, word.weight) for word in words]
    total = sum(weight for _, weight in pairs)
    return sum(sure * weight for sure, weight in pairs) / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Strip:
    """Words that stand side by side without a wide gap."""

    words: tuple[Word, ...]
    left: int
    top: int
    right: int
    bottom: int

    @staticmethod
    def of(words: Sequence[Word]) -> Strip:
        """The strip of some words, from left to right."""
        box = min(w.left for w in words), min(w.top for w in words), max(w.right for w in words), max(w.bottom for w in words)
        return Strip(tuple(words), *box)

    @property
    def text(self) -> str:
        """Its words, with a blank between them."""
        return " ".join(word.text for word in self.words)

    @property
    def middle(self) -> float:
        """The height of its middle."""
        return (self.top + self.bottom) / 2

    @property
    def height(self) -> int:
        """How high it is."""
        return self.bottom - self.top

    @property
    def weight(self) -> int:
        """How many letters and digits it has."""
        return sum(word.weight for word in self.words)

    @property
    def sure(self) -> float:
        """How sure OCR is of it."""
        return sureness(self.words)

    def overlaps(self, other: Strip) -> bool:
        """Whether both stand, at least in part, at the same place."""
        wide = min(self.right, other.right) - max(self.left, other.left)
        return wide > 0 and self.is_beside(other)

    def is_beside(self, other: Strip) -> bool:
        """Whether both stand on the same height."""
        high = min(self.bottom, other.bottom) - max(self.top, other.top)
        return high > 0.3 * min(self.height, other.height)

"""The sentence around a sum, with the other sums in it: what all readings of a sum look at."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

NEAR = 100


@dataclass(frozen=True)
class Surroundings:
    """The sentence in which a sum stands, with the places of the sum and of the other sums in it."""

    text: str
    start: int
    end: int
    others: Sequence[tuple[int, int]] = field(default=())
    leads: Sequence[str] = field(default=())
    """The sentences that open the lists in which the sum stands, the nearest first."""
    clause: str = ""
    """The whole sentence, of which `text` is the part near the sum, one string for all its sums; empty where `text` is all there is."""
    offset: int = 0
    """Where `text` begins in it."""

    @cached_property
    def before(self) -> str:
        """What stands between the sum before, or the beginning, and the sum."""
        return self.text[max((last for _, last in self.others if last <= self.start), default=0) : self.start]

    @cached_property
    def near_before(self) -> str:
        """The last hundred characters of what stands before the sum, behind a mark where there are more."""
        return self.before if len(self.before) <= NEAR else f"…{self.before[-NEAR:]}"

    @cached_property
    def after(self) -> str:
        """What stands between the sum and the next one, or the end."""
        return self.text[self.end : min((first for first, _ in self.others if first >= self.end), default=len(self.text))]

    @property
    def holds_another(self) -> bool:
        """Whether the next sum is printed inside this one: "von 8,9 auf 8,7 Millionen"."""
        return any(self.start < first < self.end for first, _ in self.others)

    @cached_property
    def following(self) -> Surroundings | None:
        """The surroundings of the next sum of the sentence."""
        later = [span for span in self.others if span[0] >= self.end]
        return self._at(min(later)) if later else None

    @cached_property
    def preceding(self) -> Surroundings | None:
        """The surroundings of the sum before it in the sentence."""
        earlier = [span for span in self.others if span[1] <= self.start]
        return self._at(max(earlier)) if earlier else None

    def _at(self, span: tuple[int, int]) -> Surroundings:
        return Surroundings(
            self.text,
            *span,
            [*(other for other in self.others if other != span), (self.start, self.end)],
            self.leads,
            self.clause,
            self.offset,
        )

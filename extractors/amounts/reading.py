"""How a sum is meant, read from the words around it: its bound, its basis and its role."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Literal

from extractors.amounts.patterns import (
    ABOUT,
    ABOUT_A_SUM,
    ABOUT_LATER,
    BASES,
    BASES_BEFORE,
    CHAIN,
    EACH,
    EACH_BEFORE,
    EXPECTED,
    FROM_BEFORE,
    LEADS,
    MAX,
    MAX_LATER,
    MIN,
    MORE_YEARS,
    ROLES,
    TO_AFTER,
    TO_BEFORE,
    UNIT_BEFORE,
    Basis,
    Role,
)  # fmt: skip

Bound = Literal["exact", "min", "max", "about"]


@dataclass(frozen=True)
class Surroundings:
    """The sentence in which a sum stands, with the places of the sum and of the other sums in it."""

    text: str
    start: int
    end: int
    others: Sequence[tuple[int, int]] = field(default=())

    @cached_property
    def before(self) -> str:
        """What stands between the sum before, or the beginning, and the sum."""
        return self.text[max((last for _, last in self.others if last <= self.start), default=0) : self.start]

    @cached_property
    def after(self) -> str:
        """What stands between the sum and the next one, or the end."""
        return self.text[self.end : min((first for first, _ in self.others if first >= self.end), default=len(self.text))]

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
        return Surroundings(self.text, *span, [*(other for other in self.others if other != span), (self.start, self.end)])


def bound_of(around: Surroundings) -> Bound:
    """Whether a sum is exact, at least, at most, or about: "maximal", "bis zu", "mindestens", "rund", "voraussichtlich"."""
    before, after = around.before[-90:], around.after[:60]
    if MAX.search(before) or MAX_LATER.match(after):
        return "max"
    if MIN.search(before) and not ABOUT_A_SUM.search(before):
        return "min"
    if ABOUT.search(before) or EXPECTED.search(before) or ABOUT_LATER.match(after):
        return "about"
    return "exact"


def basis_of(around: Surroundings, years: tuple[int, ...]) -> Basis:
    """What a sum is for once: the whole, a year ("jährlich", "je" with years), a month, a day, a unit ("je Kind")."""
    before, after = around.before[-90:], around.after[:70]
    if stated := _stated_basis(before, after):
        return stated
    if EACH_BEFORE.search(before) or EACH.match(after):
        return "per_year" if len(years) > 1 or (years and MORE_YEARS.search(around.text)) else "per_unit"
    if UNIT_BEFORE.search(before):
        return "per_unit"
    return _basis_of_chain(around, years) or "total"


def _stated_basis(before: str, after: str) -> Basis | None:
    return next(
        (basis for pattern, basis in BASES if pattern.match(after)),
        next((basis for pattern, basis in BASES_BEFORE if pattern.search(before)), None),
    )


def _basis_of_chain(around: Surroundings, years: tuple[int, ...]) -> Basis | None:
    """As in "jährlich von 12.000 € auf 15.000 €", "von 10 Euro auf 12 Euro pro Quadratmeter": the sums of a chain share their basis."""
    if CHAIN.fullmatch(around.before) and (earlier := around.preceding):
        return basis_of(earlier, years)
    if CHAIN.fullmatch(around.after) and (later := around.following):
        return next((basis for pattern, basis in BASES if pattern.match(later.after[:70])), None)
    return None


def role_of(around: Surroundings) -> Role:
    """What part a sum plays: the words right before it decide, else the nearest cue in its sentence."""
    for pattern, role in LEADS:
        if pattern.search(around.before[-60:]):
            return role
    if FROM_BEFORE.search(around.before[-30:]) and TO_AFTER.fullmatch(around.after) and around.following:
        return "baseline"
    if TO_BEFORE.search(around.before[-30:]):
        return "target_total"
    before, after = around.before[-160:], around.after[:80]
    nearest = max(((match.end(), role) for pattern, role in ROLES for match in pattern.finditer(before)), default=None)
    if nearest:
        return nearest[1]
    hits = [(match.start(), role) for pattern, role in ROLES if (match := pattern.search(after))]
    return min(hits)[1] if hits else "cost"

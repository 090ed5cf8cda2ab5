"""How a sum is meant, read from the words around it: its bound, its basis and its role."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from extractors.amounts.patterns import (
    ABOUT,
    ABOUT_A_SUM,
    ABOUT_LATER,
    BASES,
    BASES_BEFORE,
    EACH,
    EACH_BEFORE,
    EXPECTED,
    LEADS,
    MAX,
    MAX_LATER,
    MIN,
    MORE_YEARS,
    ROLES,
    UNIT_BEFORE,
)  # fmt: skip

# Between two sums of one chain: "um 100.000 € von 866.000 € auf 966.000 €", "270,58 Euro (947,01 Euro abzgl. 676,43 Euro)".
CHAIN = re.compile(
    r"(?:[ ](?:brutto|netto))?[ ]?(?:ab[ ](?:dem[ ]Jahr[ ])?\d{4}[ ])?(?:\(|=|(?:\()?(?:von|auf|um|abzgl\.|zzgl\.|abzüglich|zuzüglich"
    r"|plus|minus)[ ])"
    r"(?:(?:nun|neu|insgesamt|dann|bisher|zuvor|derzeit|künftig|maximal|bis[ ]zu)[ ]){0,2}"
)

Bound = Literal["exact", "min", "max", "about"]
Basis = Literal["total", "per_year", "per_month", "per_day", "per_unit"]
Role = Literal[
    "appropriation",
    "increase",
    "decrease",
    "target_total",
    "baseline",
    "revenue",
    "cost",
    "cover",
    "saving",
    "price",
    "limit",
    "share",
    "stock",
]


@dataclass(frozen=True, slots=True)
class Surroundings:
    """The sentence in which a sum stands, with the places of the sum and of the other sums in it."""

    text: str
    start: int
    end: int
    others: Sequence[tuple[int, int]] = field(default=())

    @property
    def before(self) -> str:
        """What stands between the sum before, or the beginning, and the sum."""
        return self.text[max((last for _, last in self.others if last <= self.start), default=0) : self.start]

    @property
    def after(self) -> str:
        """What stands between the sum and the next one, or the end."""
        return self.text[self.end : min((first for first, _ in self.others if first >= self.end), default=len(self.text))]

    @property
    def following(self) -> Surroundings | None:
        """The surroundings of the next sum of the sentence."""
        later = [span for span in self.others if span[0] >= self.end]
        return self._at(min(later)) if later else None

    @property
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
    for pattern, basis in BASES:
        if pattern.match(after):
            return basis
    for pattern, basis in BASES_BEFORE:
        if pattern.search(before):
            return basis
    if EACH_BEFORE.search(before) or EACH.match(after):
        return "per_year" if len(years) > 1 or (years and MORE_YEARS.search(around.text)) else "per_unit"
    if UNIT_BEFORE.search(before):
        return "per_unit"
    if CHAIN.fullmatch(around.before) and (earlier := around.preceding):
        return basis_of(earlier, years)
    if CHAIN.fullmatch(around.after) and (later := around.following):
        return next((basis for pattern, basis in BASES if pattern.match(later.after[:70])), "total")
    return "total"


def role_of(around: Surroundings) -> Role:
    """What part a sum plays: the words right before it decide, else the nearest cue in its sentence."""
    for pattern, role in LEADS:
        if pattern.search(around.before[-60:]):
            return role
    nearest: tuple[int, Role] = (-1, "cost")
    before, after = around.before[-160:], around.after[:80]
    for pattern, role in ROLES:
        last = None
        for last in pattern.finditer(before):
            pass
        if last and last.end() > nearest[0]:
            nearest = (last.end(), role)
    if nearest[0] >= 0:
        return nearest[1]
    hits = [(match.start(), role) for pattern, role in ROLES if (match := pattern.search(after))]
    return min(hits)[1] if hits else "cost"

"""How a sum is meant, read from the words around it: its bound and its basis."""

from __future__ import annotations

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
    MAX,
    MAX_LATER,
    MIN,
    MORE_YEARS,
    SOME_YEARS,
    UNIT_BEFORE,
    Basis,
)  # fmt: skip
from extractors.amounts.surroundings import Surroundings

Bound = Literal["exact", "min", "max", "about"]


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
        several = len(years) > 1 or (years and MORE_YEARS.search(around.text)) or SOME_YEARS.search(before)
        return "per_year" if several else "per_unit"
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

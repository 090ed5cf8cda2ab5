"""How a sum is meant, read from the words around it: its bound and its basis."""

from __future__ import annotations

from typing import Literal

from extractors.amounts.leads import inline_lead
from extractors.amounts.patterns import (
    ABOUT,
    ABOUT_A_SUM,
    ABOUT_LATER,
    BASES,
    BASES_BEFORE,
    BASES_OF_LEAD,
    CHAIN,
    EACH,
    EACH_BEFORE,
    EXPECTED,
    FROM,
    LOOSE_CHAIN,
    MAX,
    MAX_LATER,
    MIN,
    MORE_YEARS,
    NO_BASIS,
    ONCE,
    SERIES,
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
    if series := _basis_of_series(around, years):
        return series
    if UNIT_BEFORE.search(before):
        return "per_unit"
    return _basis_of_chain(around, years) or _basis_of_lead(around) or "total"


def _stated_basis(before: str, after: str) -> Basis | None:
    return next(
        (basis for pattern, basis in BASES if pattern.match(after)),
        next((basis for pattern, basis in BASES_BEFORE if pattern.search(before)), None),
    )


def _basis_of_chain(around: Surroundings, years: tuple[int, ...]) -> Basis | None:
    """As in "jährlich von 12.000 € auf 15.000 €", "von 10 Euro auf 12 Euro pro Quadratmeter": the sums of a chain share their basis."""
    earlier = around.preceding
    if earlier and (CHAIN.fullmatch(around.before) or (LOOSE_CHAIN.fullmatch(around.before) and FROM.search(earlier.before))):
        return basis_of(earlier, years)
    if CHAIN.fullmatch(around.after) and (later := around.following):
        return next((basis for pattern, basis in BASES if pattern.match(later.after[:70])), None)
    return None


def _basis_of_series(around: Surroundings, years: tuple[int, ...]) -> Basis | None:
    """As in "jährlich für den ersten Hund 72 €, für den zweiten 108 €", "für Erwachsene 6 €, für Kinder 3 € pro Tag"."""
    if SERIES.fullmatch(around.before) and (earlier := around.preceding):
        basis = _stated_basis(earlier.before[-90:], earlier.after[:0]) or _basis_of_series(earlier, years)
        if basis:
            return basis
    last = around
    while SERIES.fullmatch(last.after) and (later := last.following):
        last = later
    return next((basis for pattern, basis in BASES if pattern.match(last.after[:70])), None) if last is not around else None


def _basis_of_lead(around: Surroundings) -> Basis | None:
    """As in "Die Vereine erhalten jährlich:", said once of all entries of a list; "einmalig" in an entry says otherwise."""
    if ONCE.search(around.before[-60:]):
        return None
    inline = inline_lead(around.text[: around.start]) if around.preceding else ""
    for lead in filter(None, (inline, *around.leads)):
        found = next((basis for pattern, basis in BASES_OF_LEAD if pattern.search(lead)), None)
        if found:
            return None if NO_BASIS.search(lead) else found
    return None

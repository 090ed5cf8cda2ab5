"""Money in resolutions: which sum, how firmly, for which years and what for.

    "mindestens je 90.000,00 EUR für die HH-Jahre 2021 und 2022"  →  90000.00, min, per_year, (2021, 2022), appropriation

The section decides whether it is money of the decision; the same sum in a debate is only talk.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import ROUND_HALF_UP, Decimal
from typing import ClassVar, Literal

from extractors.amounts.cells import SumCell, in_cells
from extractors.amounts.leads import Leads
from extractors.amounts.motions import is_accepted_motion
from extractors.amounts.patterns import Basis
from extractors.amounts.reading import Bound, basis_of, bound_of
from extractors.amounts.roles import Role, role_of
from extractors.amounts.surroundings import Surroundings
from extractors.amounts.years import years_of
from extractors.amounts.years_nearby import years_nearby
from extractors.text.fact import Fact
from extractors.text.german.clauses import clause_around
from extractors.text.german.money import FoundMoney, find_money
from extractors.text.german.money_forms import Currency
from extractors.text.minutes import AgendaItem, Minutes, Section, SectionKind
from extractors.text.tables import tables_of

Place = Literal["resolution", "reasoning", "debate", "header", "other"]
PLACES: dict[SectionKind, Place] = {
    "proposal": "resolution", "resolution": "resolution", "reasoning": "reasoning", "debate": "debate", "header": "header",
}  # fmt: skip
# How far the words that speak of a sum may stand from it; in a table there is no sentence to end the search.
BEFORE, AFTER, NEIGHBOURS = 500, 300, 8
REQUEST = re.compile(
    r"\b(?:[Ww]ir[ ]beantragen|beantragen[ ]wir|beantrag(?:t|en)[ ](?:daher[ ]|hiermit[ ])?(?:die|der)[ ]\S*[Ff]raktion"
    r"|[Ff]raktion(?:en)?[ ](?:\S+[ ]){0,2}beantrag(?:t|en)"
    r"|(?:möge|wolle)\b.{0,60}\bbeschließen)"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount(Fact):
    """A sum of money as printed, with its scale applied; a range has both ends."""

    table: ClassVar[str] = "amounts"

    amount: str
    amount_max: str | None = None
    currency: Currency
    bound: Bound = "exact"
    basis: Basis = "total"
    fiscal_years: tuple[int, ...] = ()
    role: Role = "cost"
    section: Place = "other"
    point: str | None = None


def extract(minutes: Minutes) -> Iterator[Amount]:
    """Find the sums of all sections."""
    tables = tables_of(minutes.source, minutes.shadow)
    money, cells = in_cells(minutes.text, tables, find_money(minutes.text, 0, len(minutes.text)))
    if not money:
        return
    for item in minutes.items:
        found = [(section.kind, amount) for section in item.sections for amount in _amounts(minutes, item, section, money, cells)]
        decided = {_value(amount) for kind, amount in found if kind == "resolution"}
        yield from (amount for kind, amount in found if kind != "proposal" or _value(amount) not in decided)


def _value(amount: Amount) -> tuple[object, ...]:
    """What makes a sum of the decision the same as one of its proposal, which then is not counted twice."""
    return amount.amount, amount.amount_max, amount.currency, amount.bound, amount.basis, amount.fiscal_years


def _amounts(
    minutes: Minutes, item: AgendaItem, section: Section, everywhere: list[FoundMoney], cells: Mapping[int, SumCell]
) -> Iterator[Amount]:
    first = bisect_left(everywhere, section.start, key=lambda money: money.start)
    found = everywhere[first : bisect_left(everywhere, section.end, first, key=lambda money: money.start)]
    for money, sentence in zip(found, _surroundings(minutes.text, section, found), strict=True):
        cell = cells.get(money.start)
        around = cell.around if cell else sentence
        years = (cell.years if cell else ()) or years_of(around)
        if not years and not cell:
            years = years_nearby(minutes.text, item, money.start, around)
        yield Amount(
            amount=_decimal(money.amount),
            amount_max=_decimal(money.amount_max) if money.amount_max is not None else None,
            currency=money.currency,
            bound=bound_of(around),
            basis=basis_of(around, years),
            fiscal_years=years,
            role=role_of(around),
            section=_place(minutes.text, item, section, money.start, sentence.text),
            quote=minutes.quote(money.start, money.end),
            agenda_item=item.number,
            rule=f"money_{money.form}",
        )


def _surroundings(text: str, section: Section, found: list[FoundMoney]) -> Iterator[Surroundings]:
    """The sentences around the sums of a section, one for each; sums of one sentence do not search for its bounds again."""
    clause, words = (0, 0), ""
    lists = Leads(text, section.start, section.end) if found else None
    leads: tuple[str, ...] = ()
    for at, money in enumerate(found):
        if lists and not clause[0] <= money.start < clause[1]:
            clause = clause_around(text, money.start, section.start, section.end)
            leads = lists.of(clause[0])
            words = text[slice(*clause)].replace("\n", " ")
        near = (*found[max(0, at - NEIGHBOURS) : at], *found[at + 1 : at + 1 + NEIGHBOURS])
        first, last = _bounds(money, near, clause)
        others = [(each.start - first, each.end - first) for each in near if first <= each.start < last]
        offset = first - clause[0]
        near_words = words[offset : last - clause[0]]
        yield Surroundings(near_words, money.start - first, money.end - first, others, leads, words, offset)


def _bounds(money: FoundMoney, near: Sequence[FoundMoney], clause: tuple[int, int]) -> tuple[int, int]:
    """The part of a sentence that may speak of a sum: not farther than its neighbours are counted."""
    first, last = max(clause[0], money.start - BEFORE), min(clause[1], money.end + AFTER)
    if len(near) == 2 * NEIGHBOURS:
        first, last = max(first, near[0].start), max(money.end, min(last, near[-1].end))
    return first, last


def _place(text: str, item: AgendaItem, section: Section, at: int, sentence: str) -> Place:
    """The part that a section plays; outside all headings the sentence itself says it ("Wir beantragen daher eine Erhöhung um …")."""
    if section.kind in ("header", "other") and not section.label and REQUEST.search(sentence):
        return "resolution"
    if section.kind in ("header", "other", "vote") and is_accepted_motion(text, at, item.end):
        return "resolution"
    return PLACES.get(section.kind, "other")


def _decimal(value: Decimal) -> str:
    return str(value.quantize(Decimal("0.01"), ROUND_HALF_UP))

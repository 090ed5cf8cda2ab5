r"""Sums in tables: the year is the column's, the unit may stand in the head, and no sum is read over the edge of a cell.

    "Maßnahme\t2031\t2032\nRadweg\t500\t1.200" under "Angaben in T€"   →  500000.00 for (2031,), 1200000.00 for (2032,)
    "Radweg\t12\t500 €"                                                →  500.00, not 12500.00

A figure without a unit of its own is a sum only where its column is one of money: by a unit in its head, or by a year or a word
for money there and a unit for the whole table. Shares, areas, posts and numbers of accounts are none.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.amounts.surroundings import Surroundings
from extractors.text.german.decimals import factor_of, value_of
from extractors.text.german.money import FoundMoney, find_money
from extractors.text.german.money_forms import Currency
from extractors.text.tables import Cell, Row, Table

_SCALE = r"(?P<scale>T|Tsd\.?|Tausend|Mio\.?|Millionen|Mrd\.?|Milliarden)"
_CURRENCY = r"(?P<currency>€|EUR|Euro|CHF|Franken|Fr\.)"
UNIT = re.compile(rf"(?<![\w€])(?:{_SCALE}[ ]?)?{_CURRENCY}(?![\w€])")
UNIT_OF_ALL = re.compile(rf"(?:\b[Ii]n[ ]|\(|\[|Einheit:[ ]|^){UNIT.pattern}")
CURRENCIES: dict[str, Currency] = {"€": "EUR", "EUR": "EUR", "Euro": "EUR", "CHF": "CHF", "Franken": "CHF", "Fr.": "CHF"}

# "2031", "Ansatz 2031", "HH-Jahr 2031/32", "2031 – 2034"; not "Stand 31.12.2031", "bis 2030"
YEARS = re.compile(r"(?<![\d./])(?P<first>(?:19|20)\d\d)(?:[ ]?(?:/|–|-|bis)[ ]?(?P<last>(?:19|20)?\d\d)(?!\d))?(?![\d.]*\d)")
UNTIL = re.compile(r"\b(?:[Bb]is|[Ss]tand)[ ](?:\w+[ ])?$")
LONGEST_SPAN = 15
MONEY = re.compile(
    r"(?i)\b\w*(?:betr[aä]g|kosten|ansatz|summe|gesamt|insgesamt|ausgabe|einnahme|zuschuss|zuschüsse|aufw[aä]nd|aufwendung|ertr[aä]g"
    r"|auszahlung|einzahlung|mittel|budget|plan|ist|soll|ergebnis|förderung|eigenanteil|anteil|investition|saldo|mehrbedarf|finanzierung)\w*"
)
# What is counted or measured
NO_MONEY = re.compile(
    r"(?i)%|prozent|quote|anzahl|stück|menge|stellen?\b|vzä|\bvk\b|einwohner|personen|kinder|plätze|fläche|m²|m2|\bqm\b|\bha\b|\bkm\b|\bm\b|stunden"
    r"|konto|produkt|psp|\bnr\b|nummer|kennzahl|priorität|\bjahr\b|laufzeit|datum|termin"
)
FIGURE = re.compile(
    r"(?:(?P<minus>[-–−])[ ]?|\+[ ]?)?(?P<number>\d{1,3}(?:[.'’ ]\d{3})+(?:,(?:\d{1,2}|-{1,2}))?"
    r"|\d{1,9}(?:,\d{1,3}|,-{1,2})?)"
)
FIGURES = re.compile(r"\d")
A_YEAR = re.compile(r"(?:19|20)\d\d")
ABOUT = re.compile(r"(?i)(?:ca\.|rd\.|rund|etwa|max\.|maximal|bis zu|mind\.|mindestens)?[ ]?")


@dataclass(frozen=True, slots=True)
class SumCell:
    """What a cell's row and column say of the sum in it."""

    around: Surroundings
    years: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class _Place:
    """A cell with its row and column."""

    table: Table
    row: Row
    column: int

    @property
    def cell(self) -> Cell:
        return self.row.cells[self.column]


def in_cells(text: str, tables: Iterable[Table], money: Iterable[FoundMoney]) -> tuple[list[FoundMoney], dict[int, SumCell]]:
    """The sums of a text, those in tables read cell by cell, and what is known of these by the place where each begins."""
    places = [_Place(table, row, at) for table in tables for row in table.body for at, cell in enumerate(row.cells) if cell.text]
    starts = [place.cell.start for place in places]
    kept: list[FoundMoney] = []
    filled: dict[int, FoundMoney] = {}
    torn: set[int] = set()
    for each in money:
        first, last = bisect_right(starts, each.start) - 1, bisect_right(starts, each.end - 1) - 1
        holding = [at for at in range(max(first, 0), last + 1) if places[at].cell.end > each.start and FIGURES.search(places[at].cell.text)]
        if len(holding) > 1:  # "12⇥500 €" is not 12500
            torn.update(holding)
            continue
        kept.append(each)
        filled |= dict.fromkeys(holding, each)
    for at, place in enumerate(places):
        if at not in filled and (found := _of_cell(text, place, torn=at in torn)):
            kept.append(found)
            filled[at] = found
    known = {each.start: sum_cell for at, each in filled.items() if (sum_cell := _known(text, places[at], each))}
    return sorted(kept, key=lambda each: each.start), known


def _of_cell(text: str, place: _Place, *, torn: bool) -> FoundMoney | None:
    """The sum of a cell by its own currency, where it was read together with another one, else its figure with the unit of its column."""
    cell = place.cell
    if torn and (found := next(find_money(text, cell.start, cell.end), None)) and cell.start <= found.start and found.end <= cell.end:
        return found
    figure = FIGURE.fullmatch(cell.text) if place.column else None
    unit = _unit(place.table, place.row, place.column) if figure and not A_YEAR.fullmatch(cell.text) else None
    if not unit or not figure:
        return None
    scale, currency = unit
    value = value_of(figure["number"]) * factor_of(scale)
    return FoundMoney(cell.start, cell.end, -value if figure["minus"] else value, currency, form="cell") if value else None


def _unit(table: Table, row: Row, at: int) -> tuple[str | None, Currency] | None:
    """Scale and currency of a column's figures; None where they are no sums."""
    head = table.heads[at]
    if NO_MONEY.search(head.replace("Haushaltsjahr", "")) or NO_MONEY.search(row.label):
        return None
    unit = UNIT.search(head)
    if not unit and (YEARS.search(head) or MONEY.search(head)):
        unit = next((found for words in (row.label, table.heads[0], table.above) if (found := UNIT_OF_ALL.search(words))), None)
    return (unit["scale"], CURRENCIES[unit["currency"]]) if unit else None


def _known(text: str, place: _Place, money: FoundMoney) -> SumCell | None:
    """The words of row and column around a sum that fills its cell; None in a table without heads."""
    cell, row, head = place.cell, place.row, place.table.heads[place.column]
    years = years_in(head) or years_in(row.label)
    before = text[cell.start : money.start]
    if not place.column or not (head or years) or text[money.end : cell.end].strip() or not ABOUT.fullmatch(before):
        return None
    words = f"{YEARS.sub('', ' '.join(part for part in (head, row.label) if part))} {before}".lstrip()
    clause = words + text[money.start : money.end]
    return SumCell(Surroundings(clause, len(words), len(clause), clause=clause), years)


def years_in(head: str) -> tuple[int, ...]:
    """The years that a head names.

    >>> years_in("Ansatz 2031"), years_in("2031/32"), years_in("2031 – 2033"), years_in("Stand 31.12.2031")
    ((2031,), (2031, 2032), (2031, 2032, 2033), ())
    """
    found: list[int] = []
    for match in YEARS.finditer(head):
        first, last = int(match["first"]), match["last"]
        if UNTIL.search(head[: match.start()]):
            continue
        end = first if not last else int(last) if len(last) == 4 else first // 100 * 100 + int(last)
        found += range(first, end + 1) if first < end <= first + LONGEST_SPAN else [first]
    return tuple(dict.fromkeys(found))

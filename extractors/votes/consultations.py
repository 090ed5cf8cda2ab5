"""Votes in the table of a paper's way through the bodies (Beratungsfolge): each row tells what one body made of it, and when.

    Gremium                    Datum        Beschlussart                    ALLRIS 4
    Bau- und Verkehrsausschuss 25.02.2031   ungeändert empfohlen

    Termin                 Gremium   Beschluss       Abstimmung             SD.NET
    Di, 18.03.2031 17:00   Rat       Beschluss (2 KB)  24 Ja-Stimmen, …

What a row says is said of its body, whatever the document is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.tables import Cell, Table, tables_of
from extractors.votes.drafts import Draft
from extractors.votes.lines import labelled
from extractors.votes.statements import Statement
from extractors.votes.subjects import named_subject

BODY = re.compile(r"Gremium|Gremien|Ausschuss|Organ")
DAY = re.compile(r"Datum|Termin|Sitzung(?:sdatum|stermin|stag)?|Sitzung am")
# The first of these that is there: where votes have a column of their own, "Beschluss" is the file of the resolution (Wesel).
RESULTS = (
    re.compile(r"Beschlussart|Beschluss(?:ergebnis|status)"),
    re.compile(r"Abstimmung(?:sergebnis)?"),
    re.compile(r"(?:Beratungs)?[Ee]rgebnis"),
    re.compile(r"Beschluss"),
)


@dataclass(frozen=True, slots=True)
class Consultations:
    """Such a table: where it stands, and the result of each row that has one with the body that it is of."""

    start: int
    end: int
    rows: tuple[tuple[str, Cell], ...]


def consultations_of(minutes: Minutes) -> Iterator[Consultations]:
    """The tables of consultations of a document."""
    for table in tables_of(minutes.source, minutes.shadow):
        body, day = table.column(BODY), table.column(DAY)
        result = next((at for form in RESULTS if (at := table.column(form)) is not None), None)
        if body is not None and day is not None and result is not None:
            yield Consultations(table.start, table.end, tuple(_told(table, body, result)))


def _told(table: Table, body: int, result: int) -> Iterator[tuple[str, Cell]]:
    return ((row.cells[body].text, row.cells[result]) for row in table.body if row.cells[body].text and row.cells[result].text)


def with_consultations(
    minutes: Minutes, item: AgendaItem, statements: Sequence[Statement], tables: Sequence[Consultations]
) -> list[Statement]:
    """The statements of an item, those of such tables in the place of what their lines would say without columns."""
    kept = list(statements)
    for table in tables:
        if item.start <= table.start < item.end:
            kept = [one for one in kept if not (one.draft.start < table.end and one.draft.end > table.start)]
            kept += [Statement(draft, "row", item.section_at(draft.start)) for draft in _drafts(minutes.text, table)]
    return sorted(kept, key=lambda one: one.draft.start)


def _drafts(text: str, table: Consultations) -> Iterator[Draft]:
    for body, cell in table.rows:
        for draft in labelled(text, cell.start, cell.end):
            subject = named_subject(draft.prefix)  # "a) Satzung: einstimmig"; of "ungeändert empfohlen" the first word is none
            draft.prefix = f"{body}: {subject}" if subject else body
            yield draft

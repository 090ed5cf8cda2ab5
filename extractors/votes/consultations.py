"""Votes in the table of a paper's way through the bodies (Beratungsfolge): each row tells what one body made of it, and when.

    Gremium                    Datum        Beschlussart                    ALLRIS 4
    Bau- und Verkehrsausschuss 25.02.2031   ungeändert empfohlen

    Termin                 Gremium   Beschluss       Abstimmung             SD.NET
    Di, 18.03.2031 17:00   Rat       Beschluss (2 KB)  24 Ja-Stimmen, …

    Gremium   Sitzung am   Ja   Nein   Enthaltung             counts in columns of their own

What a row says is said of its body, whatever the document is of.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.tables import Cell, Row, tables_of
from extractors.votes.counts import Count
from extractors.votes.drafts import Draft
from extractors.votes.lines import labelled
from extractors.votes.statements import Statement
from extractors.votes.subjects import named_subject
from extractors.votes.tables import NUMBER, OPTIONS

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
class Told:
    """What a row tells: of whom, the cell of the result, and the counts that have columns of their own."""

    body: str
    result: Cell | None
    counts: tuple[Count, ...] = ()


@dataclass(frozen=True, slots=True)
class Consultations:
    """Such a table: where it stands, and the rows that tell something."""

    start: int
    end: int
    rows: tuple[Told, ...]


def consultations_of(minutes: Minutes) -> Iterator[Consultations]:
    """The tables of consultations of a document."""
    for table in tables_of(minutes.source, minutes.shadow):
        body, day = table.column(BODY), table.column(DAY)
        result = next((at for form in RESULTS if (at := table.column(form)) is not None), None)
        counts = {option: at for option, form in OPTIONS.items() if (at := table.column(form)) is not None}
        if body is not None and day is not None and (result is not None or {"yes", "no"} <= counts.keys()):
            told = (_told(row, body, result, counts) for row in table.body if row.cells[body].text)
            yield Consultations(table.start, table.end, tuple(one for one in told if one.result or one.counts))


def _told(row: Row, body: int, result: int | None, columns: Mapping[str, int]) -> Told:
    cells = ((option, row.cells[at]) for option, at in columns.items())
    counts = tuple(Count(option, int(cell.text), cell.start, cell.end, "cells") for option, cell in cells if NUMBER.fullmatch(cell.text))
    said = row.cells[result] if result is not None and row.cells[result].text else None
    return Told(row.cells[body].text, said, counts)


def with_consultations(
    minutes: Minutes, item: AgendaItem, statements: Sequence[Statement], tables: Sequence[Consultations]
) -> list[Statement]:
    """The statements of an item, those of such tables in the place of what their lines would say without columns."""
    kept = list(statements)
    for table in tables:
        if item.start <= table.start < item.end:
            kept = [one for one in kept if not (one.draft.start < table.end and one.draft.end > table.start)]
            drafts = (draft for told in table.rows for draft in _drafts(minutes.text, told))
            kept += [Statement(draft, "row", item.section_at(draft.start)) for draft in drafts]
    return sorted(kept, key=lambda one: one.draft.start)


def _drafts(text: str, told: Told) -> Iterator[Draft]:
    drafts = labelled(text, told.result.start, told.result.end) if told.result else []
    if told.counts and (not drafts or (len(drafts) == 1 and not drafts[0].counts)):
        words = drafts[0].words if drafts else []
        spans = [*((count.start, count.end) for count in told.counts), *((word.start, word.end) for word in words)]
        first, last = min(start for start, _ in spans), max(end for _, end in spans)
        drafts = [Draft("", first, last, list(told.counts), words, {count.option: count.value for count in told.counts})]
    for draft in drafts:
        subject = named_subject(draft.prefix)  # "a) Satzung: einstimmig"; of "ungeändert empfohlen" the first word is none
        draft.prefix = f"{told.body}: {subject}" if subject else told.body
        yield draft

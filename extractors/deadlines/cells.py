r"""Deadlines in tables of measures: a measure in each row, its day in a column "Termin", "Frist" or "bis wann".

    "Maßnahme\tZuständig\tTermin\nRadweg bauen\tTiefbauamt\tEnde 2031"   →  due, 2031-12-31

A column "Termin" alone is no duty: it may list meetings. It is one beside a column of measures or of those who have to act. What a column
of states calls done has no deadline any more.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.deadlines.duties import DUTIES
from extractors.text.german.dates import FoundDate, find_dates
from extractors.text.minutes import Minutes
from extractors.text.tables import Cell, Row, Table, tables_of

DUE = re.compile(
    r"(?i)(?:\w{0,14}(?:termin|frist)(?:en|e)?|(?:zu )?(?:erledig(?:en|ung)|umsetz(?:en|ung)|fertigstellung|abschluss) bis(?: wann)?"
    r"|bis(?: wann)?\??|wann\??|fällig(?:keit)?(?: am| bis)?|zieldatum|zeitziel|deadline)(?:\W.{0,20})?"
)
MEASURE = re.compile(
    r"(?i)(?:\w{0,16}(?:maßnahmen?|aufgaben?|auftrag|aufträge|arbeitsschritte?|schritte?)|was\??|meilensteine?|vorhaben|to-?do)(?:\W.{0,30})?"
)
ACTOR = re.compile(r"(?i)(?:zuständig\w*|verantwortlich\w*|federführ\w*|wer\??|bearbeitung durch|umsetzung durch)(?:\W.{0,30})?")
STATE = re.compile(r"(?i)(?:umsetzungs|bearbeitungs|sach)?(?:stand|status)|erledigt\??|umsetzung")
DONE = re.compile(r"(?i)(?:erledigt|umgesetzt|abgeschlossen|ja|x|100 ?%)\b")
AROUND = re.compile(r"(?i)(?:(?:bis|spätestens|zum|ende|anfang|mitte|im|am|ca\.|voraussichtlich|vsl\.|geplant|von|ab|zu)[ ]?|[-–,.()/ ])*")
REPEATED = {
    "P1Y": re.compile(r"(?i)jährlich|jedes jahr|1 ?x jährlich"),
    "P6M": re.compile(r"(?i)halbjährlich|(?:2 ?x|zweimal) jährlich"),
    "P3M": re.compile(r"(?i)vierteljährlich|quartalsweise"),
    "P1M": re.compile(r"(?i)monatlich"),
}


@dataclass(frozen=True, slots=True)
class DueCell:
    """A day in a table, with its row and the values of a deadline's columns; none where the cell is no deadline after all."""

    row: Row
    cell: Cell
    values: dict[str, Any] | None


def due_cells(minutes: Minutes) -> Iterator[DueCell]:
    """The cells of all columns of deadlines, in order."""
    for table in tables_of(minutes.source, minutes.shadow):
        at = table.column(DUE)
        if at is None or (table.column(MEASURE) is None and table.column(ACTOR) is None):
            continue
        for row in table.body:
            cell = row.cells[at]
            yield DueCell(row, cell, None if _is_done(table, row) else _values(minutes, row, cell))


def _is_done(table: Table, row: Row) -> bool:
    at = table.column(STATE)
    return at is not None and DONE.match(row.cells[at].text) is not None


def _values(minutes: Minutes, row: Row, cell: Cell) -> dict[str, Any] | None:
    duty = _duty(row)
    repeated = next((duration for duration, words in REPEATED.items() if words.fullmatch(cell.text)), None)
    if repeated:
        return {"kind": "recurring", "recurrence": repeated, "duty": duty}
    dates = list(find_dates(cell.text, 0, len(cell.text), minutes.meeting_date))
    if not dates or not AROUND.fullmatch(_without(cell.text, dates)):
        return None
    first, last = dates[0], dates[-1]
    if minutes.meeting_date and last.date_to < minutes.meeting_date:
        return None
    if first is not last:
        return {"kind": "period", "date_from": first.date_from, "date_to": last.date_to, "precision": first.precision, "duty": duty}
    return {"kind": "due", "date_to": last.date_to, "precision": last.precision, "duty": duty}


def _without(text: str, dates: list[FoundDate]) -> str:
    for found in reversed(dates):
        text = text[: found.start] + text[found.end :]
    return text


def _duty(row: Row) -> str:
    words = " ".join(cell.text for cell in row.cells)
    return next((name for name, pattern in DUTIES if pattern.search(words)), "implement")

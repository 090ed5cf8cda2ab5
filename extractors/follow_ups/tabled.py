r"""Tables of a report: a resolution in each row, what became of it in the columns "Sachstand", "Status" or "erledigt".

    "Beschluss\tZuständig\tSachstand\terledigt\n12/2031 Radweg\tBauamt\tAusschreibung läuft\tnein"   →  12/2031, in_progress

Cells may also be cut by upright strokes, or by two blanks and more, as plain text has them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.follow_ups.entries import paper_in
from extractors.follow_ups.statuses import Stated, status_of_field, told_in
from extractors.text.minutes import DocumentText, Minutes
from extractors.text.sentences import sentences
from extractors.text.tables import Cell, Row, Table, tables_of

STATE = re.compile(
    r"(?i)(?:(?:aktueller? )?(?:umsetzungs|bearbeitungs|sach|erledigungs|erfüllungs|realisierungs|projekt)?-?(?:stand|status|vermerk)"
    r"|stand der (?:umsetzung|bearbeitung|erledigung)|umsetzung|erledigung|ausführung|vollzug|realisierung|bearbeitung|ergebnis"
    r"|bemerkung(?:en)?|anmerkung(?:en)?|was wurde veranlasst\??|veranlassung)(?:[ /(].{0,40})?"
)
DONE = re.compile(r"(?i)(?:erledigt|umgesetzt|abgeschlossen|vollzogen|erl\.)(?: ?\(?(?:ja ?/ ?nein|j/n|am|x)\)?)?\??")
SUBJECT = re.compile(
    r"(?i).{0,20}(?:beschluss|beschlüsse|antrag|anträge|auftrag|aufträge|maßnahme|vorlage|drucksache|gegenstand|betreff|thema|geschäft|motion"
    r"|postulat|vorstoss|titel|inhalt|angelegenheit|aufgabe|festlegung|projekt|top|punkt).{0,30}"
)
POINT = re.compile(r"(?i)(?:beschluss-?)?(?:punkt|ziffer)(?:e|n)?(?:[ -]?nr\.?)?|bp")
NUMBER = re.compile(r"\d{1,3}(?:\.\d{1,2})?(?: ?[a-h])?")
SITTINGS = re.compile(
    r"(?i)(?:gremium|gremien|beratungsfolge|organ|sitzung)"
)  # "Status | Datum | Gremium | Beschluss": where a paper was taken
YES, NO = re.compile(r"(?i)(?:ja\b|x$|[✓✔☑]|\d{1,2}\.\d)"), re.compile(r"(?i)(?:nein|☐|[-–]$)")
RULED = re.compile(r"(?m)^[ |:+-]*-{2,}[ |:+-]*$")
EDGE = re.compile(r"(?m)^[ ]*\||\|[ ]*$")
GAP = re.compile(r"(?<=\S)  +(?=\S)")


@dataclass(frozen=True, slots=True)
class StateRow:
    """A row with its status, the words that state it, and what it names."""

    stated: Stated
    start: int
    end: int
    paper: str | None
    point: str | None


def state_rows(minutes: Minutes) -> Iterator[StateRow]:
    """The rows of all tables with a column of states and one of what was decided, in order."""
    for table in tables_of(with_tabs(minutes.source), minutes.shadow):
        state, done = table.column(STATE), table.column(DONE)
        if (state is None and done is None) or table.column(SUBJECT) is None or table.column(SITTINGS) is not None:
            continue
        for row in table.body:
            found = _state(minutes, row, state, done)
            if found:
                yield replace(found, point=point_of(table, row))


def with_tabs(source: DocumentText) -> DocumentText:
    r"""The same text, as long, with a tab for each stroke or wide gap between cells.

    >>> with_tabs(DocumentText("| a | b |\nc   d")).text
    '  a \t b  \nc\t  d'
    """
    text = source.text
    if "|" in text:
        text = RULED.sub(_blank, text)
        text = EDGE.sub(_blank, text).replace("|", "\t")
    return replace(source, text=GAP.sub(lambda gap: "\t" + " " * (len(gap[0]) - 1), text))


def _blank(found: re.Match[str]) -> str:
    return " " * len(found[0])


def _state(minutes: Minutes, row: Row, state: int | None, done: int | None) -> StateRow | None:
    cell = row.cells[state] if state is not None else None
    told = _told(minutes.text, cell) if cell and cell.text else None
    ticked = row.cells[done] if done is not None else None
    if ticked and YES.match(ticked.text):
        told = Stated("implemented", ticked.start, ticked.end), ticked.start, ticked.end
    elif ticked and not told and NO.match(ticked.text):
        told = Stated("not_started", ticked.start, ticked.end), ticked.start, ticked.end
    elif ticked and not told:
        told = _told(minutes.text, ticked) if ticked.text else None
    return StateRow(*told, paper=paper_in(minutes.text, row.start, row.end), point=None) if told else None


def _told(text: str, cell: Cell) -> tuple[Stated, int, int] | None:
    stated = status_of_field(text, cell.start, cell.end, bare=True)
    return (stated, cell.start, cell.end) if stated else told_in(text, sentences(text, cell.start, cell.end))


def point_of(table: Table, row: Row) -> str | None:
    """The point that a column of points names."""
    at = table.column(POINT)
    return row.cells[at].text if at is not None and NUMBER.fullmatch(row.cells[at].text) else None

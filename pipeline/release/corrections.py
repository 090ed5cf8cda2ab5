"""What people have found wrong and put right: `corrections.csv` in the data folder, applied to the public rows as the last step.

    row;column;old;new;who;when;why
    3fa9c1d29b7e4a55;no;12;2;Anna Beispiel;2026-11-22;Die Niederschrift nennt 2 Nein-Stimmen.

A correction holds for the value that its writer has seen: where the row or its value has changed since, nothing is put right and
the list says so. Every correction is listed in the table `corrections`, applied or not. Comma, semicolon or tab, UTF-8 or what
Excel writes; values in any of the forms of pipeline.release.values.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.release.cells import plain_text
from pipeline.release.corrigible import of_the_document, why_not
from pipeline.release.schema import public_tables
from pipeline.release.settings import CurationError
from pipeline.release.sheets import SheetError, rows_of
from pipeline.release.signs import all_legible
from pipeline.release.values import READ, from_text, same
from pipeline.release.words.forms import NEVER
from pipeline.store.schema import short_id

FILE = "corrections.csv"
COLUMNS = ("row", "column", "old", "new", "who", "when", "why")
NEEDED = ("row", "column", "who", "when", "why")
"""Columns that say something in every line; an empty old or new value is a value."""
GONE = "the row is not in this release"

Row = Mapping[str, Any]
Redacts = Callable[[str, Row], Row]


@dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One line of the file."""

    row: str
    column: str
    old: str
    new: str
    who: str
    when: date
    why: str


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a correction: where it was tried, and why it was not applied."""

    table: str
    before: Row
    reason: str | None = None


@dataclass(slots=True)
class Corrections:
    """The corrections of a data folder, and what has become of each so far."""

    all: tuple[Correction, ...] = ()
    outcomes: dict[int, Outcome] = field(default_factory=dict)
    changed: dict[tuple[str, str], dict[str, Any]] = field(default_factory=dict)
    """(table, row) → column → the value in place of the old one."""
    by_row: dict[str, list[int]] = field(init=False)

    def __post_init__(self) -> None:
        self.by_row = {}
        for number, correction in enumerate(self.all):
            self.by_row.setdefault(correction.row, []).append(number)

    def applied(self, table: str, row: dict[str, Any], redacted: Redacts | None = None) -> dict[str, Any]:
        """The row, corrected; also where its document was corrected.

        `redacted` makes a row fit to publish: who corrects may have seen it so.
        """
        public = row
        if self.changed and public_tables()[table].group == "fact":
            changed = self.changed.get(("documents", row.get("document_id") or ""), {})
            public = row | {name: changed[column] for name, column in of_the_document(table).items() if column in changed and name in row}
        for number in self.by_row.get(row["id"], ()):
            public = self._tried(number, table, public, redacted)
        return public

    def _tried(self, number: int, table: str, row: dict[str, Any], redacted: Redacts | None) -> dict[str, Any]:
        correction, value = self.all[number], None
        reason = why_not(table, correction.column, correction.new)
        if reason is None:
            value, reason = _new_value(correction, table, row, redacted)
        if reason is None or number not in self.outcomes:  # a document and its text have one id, and the document comes first
            self.outcomes[number] = Outcome(table, row, reason)
        if reason is not None:
            return row
        self.changed.setdefault((table, row["id"]), {})[correction.column] = value
        told = "review_state" in row and correction.column != "review_state"
        return row | {correction.column: value} | ({"review_state": "corrected"} if told else {})

    def in_place_of(self, table: str, row: str, column: str, value: Any) -> Any:
        """A value, or what it was corrected to."""
        return self.changed.get((table, row), {}).get(column, value)

    def listed(self, redacted: Redacts | None = None) -> Iterator[dict[str, Any]]:
        """The rows of the table of corrections, once all other tables are gone through, in the file's order.

        What a row held that is not published is not told here either; `redacted` is what makes the other rows fit to publish.
        """
        seen: dict[Correction, int] = {}
        for number, correction in enumerate(self.all):
            seen[correction] = seen.get(correction, 0) + 1
            outcome = self.outcomes.get(number)
            told = {name: getattr(correction, name) for name in ("row", "column", "who", "when", "why")}
            values = _values(correction, outcome, redacted)
            reason = GONE if outcome is None else outcome.reason
            key = short_id("correction", *(getattr(correction, name) for name in COLUMNS), seen[correction])
            yield {"id": key, "table": outcome.table if outcome else None, **told, **values, "applied": reason is None, "reason": reason}


def _new_value(correction: Correction, table: str, row: Row, redacted: Redacts | None) -> tuple[Any, str | None]:
    column = public_tables()[table].by_name[correction.column]
    if not same(column, correction.old, row.get(column.name)) and not (
        redacted and same(column, correction.old, redacted(table, row).get(column.name))
    ):
        return None, "the value is no longer the old one"
    try:
        value = from_text(column, correction.new)
    except ValueError as error:
        return None, f"the new value {error}"
    return (None, "no cell of this column is empty") if value is None and column.words.missing == NEVER[1] else (value, None)


def _values(correction: Correction, outcome: Outcome | None, redacted: Redacts | None) -> dict[str, str | None]:
    if outcome is None:
        return {"old": None, "new": None}
    if redacted is None or public_tables()[outcome.table].by_name.get(correction.column) is None:
        return {"old": correction.old, "new": correction.new}
    told: dict[str, str | None] = {}
    for name in ("old", "new"):
        said = getattr(correction, name)
        shown = redacted(outcome.table, {**outcome.before, correction.column: said}).get(correction.column)
        told[name] = said if shown == said else shown if isinstance(shown, str) else None
    return told


def corrections_in(data: Path) -> Corrections:
    """The corrections of a data folder; none where there is no file.

    Raises CurationError where the file cannot be understood.
    """
    path = data / FILE
    try:
        lines = list(rows_of(path.read_bytes(), COLUMNS, COLUMNS))
        return Corrections(tuple(_correction(line, all_legible(row)) for line, row in lines))
    except FileNotFoundError:
        return Corrections()
    except OSError as error:
        raise CurationError(f"{path} cannot be opened: {error.strerror}.") from error
    except SheetError as error:
        raise CurationError(f"{path} cannot be understood: {error}.") from error


def _correction(line: int, row: Mapping[str, str]) -> Correction:
    for name in NEEDED:
        if not row[name].strip():
            raise SheetError(f"line {line} does not say {name!r}")
    try:
        when = READ["day"](row["when"])
    except ValueError as error:
        raise SheetError(f"line {line} says {row['when']!r} for a day, which {error}") from error
    return Correction(
        row=plain_text(row["row"]).strip(),
        column=row["column"].strip(),
        old=row["old"],
        new=row["new"],
        who=plain_text(row["who"]).strip(),
        when=when,
        why=plain_text(row["why"]).strip(),
    )

"""The first sheets of the workbook: what people look for, each row with what it is about, from the views of the SQLite file.

A sheet of votes alone says how many hands were raised and not for what: that stands in another sheet, and nobody joins sheets.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.release import WrittenTable
from pipeline.release.made import sqlite_tables
from pipeline.release.schema import PublicTable
from pipeline.release.sqlite import FILE

SHEETS: Mapping[str, str] = {"decisions": "meeting_date DESC, search_row", "money": "meeting_date DESC, search_row", "due_dates": "due, id"}
"""The views that have a sheet, and the order of their rows: of one meeting as its minutes have them."""
FOR_PROGRAMS = {"search_row"}
READ: Mapping[str, Callable[[Any], Any]] = {
    "day": date.fromisoformat,
    "boolean": bool,
    "texts": json.loads,
    "integers": json.loads,
}


def made_sheets(folder: Path) -> list[WrittenTable]:
    """The views that a release's file has, with how many rows they hold."""
    if not (folder / FILE).exists():
        return []
    with closing(_opened(folder)) as connection:
        return [WrittenTable(name, connection.execute(f"SELECT COUNT(*) FROM {name}").fetchone()[0]) for name in SHEETS]  # noqa: S608


def made_table(name: str) -> PublicTable:
    """A view as its sheet shows it."""
    table = sqlite_tables()[name]
    return replace(table, columns=tuple(column for column in table.columns if column.name not in FOR_PROGRAMS))


def made_rows(folder: Path, table: PublicTable) -> Iterator[tuple[Any, ...]]:
    """The rows of a view, with the values as Python has them."""
    reads = [READ.get(column.kind, lambda value: value) for column in table.columns]
    names = ", ".join(f'"{column.name}"' for column in table.columns)
    with closing(_opened(folder)) as connection:
        for row in connection.execute(f"SELECT {names} FROM {table.name} ORDER BY {SHEETS[table.name]}"):  # noqa: S608  our own names
            yield tuple(None if value is None else read(value) for read, value in zip(reads, row, strict=True))


def _opened(folder: Path) -> sqlite3.Connection:
    return sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)

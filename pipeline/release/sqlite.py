"""The release as one SQLite file with keys and foreign keys: what Datasette serves, and what pages and feeds are made from."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Mapping
from decimal import Decimal
from pathlib import Path
from typing import Any

import pyarrow as pa

from pipeline.release.frames import flat
from pipeline.release.schema import Kind, PublicColumn, PublicTable

FILE = "beschlussbuch.sqlite"
DECLARED: Mapping[Kind, str] = {
    "text": "TEXT",
    "integer": "INTEGER",
    "number": "REAL",
    "boolean": "BOOLEAN",
    "day": "DATE",
    "moment": "DATETIME",
    "money": "DECIMAL(18,2)",
    "texts": "JSON",
    "integers": "JSON",
    "records": "JSON",
    "json": "JSON",
}


class SqliteWriter:
    """All tables in one file, which is finished (indexes, search, views) by whoever opens it next."""

    def __init__(self, folder: Path) -> None:
        """`folder` is the release's."""
        folder.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(folder / FILE, isolation_level=None)
        # Nobody reads the file before the release is whole; a crash leaves a folder that is thrown away.
        self.connection.execute("PRAGMA journal_mode = OFF")
        self.connection.execute("PRAGMA synchronous = OFF")

    def begins(self, table: PublicTable, expected: int) -> None:
        """Make the table."""
        del expected
        self._table = table
        self.connection.execute("BEGIN")
        self.connection.execute(created(table))
        marks = ", ".join("?" for _ in table.columns)
        self._insert = f'INSERT INTO "{table.name}" VALUES ({marks})'  # noqa: S608  our own names

    def writes(self, batch: pa.RecordBatch) -> None:
        """Insert the rows."""
        columns = [_stored(column, values) for column, values in zip(self._table.columns, flat(self._table, batch), strict=True)]
        self.connection.executemany(self._insert, zip(*columns, strict=True))

    def ends(self) -> None:
        """The table is whole."""
        self.connection.execute("COMMIT")

    def closes(self) -> None:
        """Close the file."""
        self.connection.close()


def created(table: PublicTable) -> str:
    """The statement that makes a table.

    The types are told as people and tools read them; SQLite keeps days as text and money as a number.
    """
    return f'CREATE TABLE "{table.name}" (\n  ' + ",\n  ".join(_declared(table)) + "\n)"


def _declared(table: PublicTable) -> Iterator[str]:
    for column in table.columns:
        key = " PRIMARY KEY NOT NULL" if column.key else ""
        refers = f' REFERENCES "{column.refers}" ("id")' if column.refers else ""
        yield f'"{column.name}" {DECLARED[column.kind]}{key}{refers}'


def _stored(column: PublicColumn, values: list[Any]) -> list[Any]:
    match column.kind:
        case "money":
            return [_number(one) for one in values]
        case "day":
            return [None if one is None else one.isoformat() for one in values]
    return values


def _number(money: Decimal | None) -> float | int | None:
    """Money as SQLite counts with it: whole euros as an integer. Exact to the cent up to ninety billions."""
    if money is None:
        return None
    return int(money) if money == money.to_integral_value() else float(money)

"""The store of record: one SQLite file, one writer. Everything that people open is written from it."""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType
from typing import Any

from pipeline.crash import crash_here
from pipeline.store.schema import Table, sql_type, sql_value, tables

FILE = "beschlussbuch.sqlite"
PATIENCE = 600
"""Seconds that one council's thread waits for another's transaction; to take over a long list lasts a minute on a busy machine."""
MOMENT = 0.01  # seconds
INDEXES = (
    'CREATE INDEX IF NOT EXISTS files_by_document ON "files" (document_id)',
    'CREATE INDEX IF NOT EXISTS files_by_owner ON "files" (owner_id)',
    'CREATE INDEX IF NOT EXISTS versions_by_document ON "versions" (document_id)',
    'CREATE INDEX IF NOT EXISTS changes_by_document ON "changes" (document_id)',
    'CREATE INDEX IF NOT EXISTS documents_by_council ON "documents" (council)',
)


class Store:
    """An open store; a `with` block closes it. Changes are made inside `transaction()` and are whole or not at all."""

    def __init__(self, path: Path) -> None:
        """Open the store in a file, and make its tables where they are missing."""
        self.connection = sqlite3.connect(path, timeout=PATIENCE, isolation_level=None)
        self.connection.row_factory = sqlite3.Row
        self._write_ahead()
        self.connection.execute("PRAGMA synchronous = FULL")
        with self.transaction():
            for table in tables().values():
                self._make(table)
            for index in INDEXES:
                self.connection.execute(index)
            crash_here("store.made")

    def __enter__(self) -> Store:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self.connection.close()

    def _write_ahead(self) -> None:
        """Let readers read while somebody writes. SQLite itself does not wait for others that open a new store at the same moment."""
        until = time.monotonic() + PATIENCE
        while True:
            try:
                self.connection.execute("PRAGMA journal_mode = WAL")
            except sqlite3.OperationalError as error:
                if error.sqlite_errorcode != sqlite3.SQLITE_BUSY or time.monotonic() > until:
                    raise
                time.sleep(MOMENT)
            else:
                return

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Make the changes inside whole, or none of them."""
        self.connection.execute("BEGIN IMMEDIATE")
        try:
            yield
        except BaseException:
            if self.connection.in_transaction:  # SQLite itself has taken it back where the disk is full
                self.connection.execute("ROLLBACK")
            raise
        crash_here("store.before_commit")
        self.connection.execute("COMMIT")
        crash_here("store.committed")

    def _make(self, table: Table) -> None:
        """Make a table, or bring an older one to the present columns.

        Rows of facts are not moved along: they can be read again from the archive, and are, as the extractors have changed.
        """
        wanted = {column.name: sql_type(column.type) for column in table.columns}
        there = {row["name"]: row["type"] for row in self.connection.execute(f'PRAGMA table_info("{table.name}")')}
        if there and table.group == "fact" and there != wanted:
            self.connection.execute(f'DROP TABLE "{table.name}"')
            there = {}
        if not there:
            columns = ", ".join(f'"{name}" {kind}' + (" PRIMARY KEY" if name == "id" else "") for name, kind in wanted.items())
            self.connection.execute(f'CREATE TABLE "{table.name}" ({columns})')
            if table.group == "fact":
                self.connection.execute(f'CREATE INDEX "{table.name}_by_document" ON "{table.name}" (document_id)')
            return
        for name, kind in wanted.items():
            if name not in there:
                self.connection.execute(f'ALTER TABLE "{table.name}" ADD COLUMN "{name}" {kind}')

    def put(self, table: str, rows: Iterable[Mapping[str, Any]]) -> None:
        """Insert rows, or change the given columns of those that are there already."""
        for row in rows:
            names = ", ".join(f'"{name}"' for name in row)
            marks = ", ".join("?" for _ in row)
            changed = ", ".join(f'"{name}" = excluded."{name}"' for name in row if name != "id")
            statement = f'INSERT INTO "{table}" ({names}) VALUES ({marks}) ON CONFLICT (id) DO UPDATE SET {changed}'  # noqa: S608  our own names
            self.connection.execute(statement, [sql_value(value) for value in row.values()])
            crash_here(f"put.{table}")

    def change(self, table: str, key: str, **values: Any) -> None:
        """Set columns of one row."""
        names = ", ".join(f'"{name}" = ?' for name in values)
        self.connection.execute(f'UPDATE "{table}" SET {names} WHERE id = ?', [*map(sql_value, values.values()), key])  # noqa: S608  our own names
        crash_here(f"change.{table}")

    def rows(self, query: str, *values: Any) -> list[sqlite3.Row]:
        """The rows of a query."""
        return self.connection.execute(query, values).fetchall()

    def one(self, query: str, *values: Any) -> Any:
        """The first value of a query's first row, None without rows."""
        row = self.connection.execute(query, values).fetchone()
        return row[0] if row else None


def store_in(data: Path) -> Path:
    """Where the store of a data folder is."""
    return data / FILE

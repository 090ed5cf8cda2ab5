"""The published rows of a release, document by document: read from its own SQLite file, never all at once."""

from __future__ import annotations

import json
import sqlite3
from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache, cached_property
from pathlib import Path
from typing import Any

from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.takedown import key_of
from pipeline.store import FILE

LISTS = ("texts", "integers", "records", "json")


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of a kind of fact."""

    table: PublicTable
    values: Mapping[str, Any]

    @property
    def id(self) -> str:
        """Its key, in all outputs and in the addresses of pages."""
        return str(self.values["id"])

    @property
    def span(self) -> tuple[int, int]:
        """Where its quote stands in the document's text."""
        return int(self.values["char_start"]), int(self.values["char_end"])


@dataclass(frozen=True, slots=True)
class Document:
    """A document of a release with its statements, in the order in which their quotes begin, wider ones first."""

    values: Mapping[str, Any]
    council: str
    """The council's name."""
    statements: Sequence[Statement] = field(default_factory=tuple)

    @property
    def id(self) -> str:
        """Its key, and the name of its page."""
        return str(self.values["id"])

    @property
    def title(self) -> str:
        """What it is called, by itself or by its source."""
        return str(self.values["title"] or self.values["name"] or self.id)

    @property
    def spans(self) -> tuple[tuple[int, int], ...]:
        """Where the quotes stand."""
        return tuple(statement.span for statement in self.statements)


def kinds_of_fact() -> list[PublicTable]:
    """The tables whose rows quote a document."""
    return [table for table in public_tables().values() if {"char_start", "document_id"} <= table.by_name.keys()]


class ReleasedRows:
    """An open release."""

    def __init__(self, connection: sqlite3.Connection) -> None:
        """`connection` gives rows by name."""
        self._connection = connection

    @cached_property
    def councils(self) -> Mapping[str, str]:
        """The councils' names."""
        return {row["id"]: row["name"] for row in self._connection.execute('SELECT id, name FROM "councils"')}

    @cached_property
    def corrections(self) -> Mapping[str, Sequence[Mapping[str, Any]]]:
        """What people have corrected, by the row."""
        found: dict[str, list[Mapping[str, Any]]] = defaultdict(list)
        for row in self._connection.execute('SELECT * FROM "corrections" WHERE applied ORDER BY "when", id'):
            found[row["row"]].append(dict(row))
        return found

    def text_of(self, document: str) -> str:
        """The text that a document's quotes are verbatim in."""
        return str(self._connection.execute('SELECT text FROM "document_texts" WHERE id = ?', [document]).fetchone()["text"])

    def has_text(self, document: str) -> bool:
        """Whether a document's text is published, and with it a page of evidence."""
        return self._connection.execute('SELECT 1 FROM "document_texts" WHERE id = ?', [document]).fetchone() is not None

    def stretches(self, size: int) -> Iterator[tuple[str, str]]:
        """The first and the last key of so many documents with a text at a time, in the order of their keys."""
        keys = self._connection.execute('SELECT id FROM "document_texts" ORDER BY id')
        while some := keys.fetchmany(size):
            yield some[0]["id"], some[-1]["id"]

    def count(self) -> int:
        """How many statements there are."""
        tables = [f'SELECT COUNT(*) AS n FROM "{kind.name}"' for kind in kinds_of_fact()]  # noqa: S608  our own names
        return int(self._connection.execute(f"SELECT SUM(n) FROM ({' UNION ALL '.join(tables)})").fetchone()[0])  # noqa: S608  our own names

    def documents(self, first: str, last: str) -> Iterator[Document]:
        """The documents with a text between two keys, in the order of their keys."""
        table = public_tables()["documents"]
        streams = [_Stream(self._connection, kind, first, last) for kind in kinds_of_fact()]
        for row in self._connection.execute('SELECT * FROM "documents" WHERE id BETWEEN ? AND ? ORDER BY id', [first, last]):
            statements = [statement for stream in streams for statement in stream.of(row["id"])]
            if self.has_text(row["id"]):
                statements.sort(key=lambda one: (one.span[0], -one.span[1], one.table.name, one.id))
                yield Document(typed(table, row), self.council_of(row), tuple(statements))

    def council_of(self, row: Mapping[str, Any] | sqlite3.Row) -> str:
        """The name of the council that a row is of."""
        return str(self.councils.get(row["council"]) or row["council"] or "")

    def document(self, key: str) -> Document | None:
        """A document, without its statements."""
        row = self._connection.execute('SELECT * FROM "documents" WHERE id = ?', [key]).fetchone()
        return Document(typed(public_tables()["documents"], row), self.council_of(row)) if row and self.has_text(key) else None

    def document_of(self, table: str, row: str) -> str | None:
        """The document that a row of a kind of fact was read from."""
        found = self._connection.execute(f'SELECT document_id FROM "{table}" WHERE id = ?', [row]).fetchone()  # noqa: S608  our own names
        return str(found[0]) if found else None

    def beginning(self, letters: str, most: int) -> list[Statement]:
        """Statements whose key begins with these letters."""
        found = []
        for kind in kinds_of_fact():
            query = f'SELECT * FROM "{kind.name}" WHERE id >= ? AND id < ? ORDER BY id LIMIT ?'  # noqa: S608  our own names
            rows = self._connection.execute(query, [letters, letters + "\U0010ffff", most])
            found += [Statement(kind, typed(kind, row)) for row in rows]
        return found[:most]

    def withheld(self, row: str) -> Mapping[str, Any] | None:
        """Since when and why a row is withheld; None where it is not known to be."""
        entries = self._connection.execute('SELECT * FROM "withheld" ORDER BY since, id')
        return next((dict(entry) for entry in entries if entry["id"] == key_of(row, str(entry["since"]))), None)

    def withholds(self) -> int:
        """How much is withheld."""
        return int(self._connection.execute('SELECT COUNT(*) FROM "withheld"').fetchone()[0])


class _Stream:
    """The rows of a table as they are needed by whoever goes through the documents in the order of their keys."""

    def __init__(self, connection: sqlite3.Connection, table: PublicTable, first: str, last: str) -> None:
        self._table = table
        query = f'SELECT * FROM "{table.name}" WHERE document_id BETWEEN ? AND ? ORDER BY document_id'  # noqa: S608  our own names
        self._rows = iter(connection.execute(query, [first, last]))
        self._next = next(self._rows, None)

    def of(self, document: str) -> Iterator[Statement]:
        while self._next is not None and self._next["document_id"] <= document:
            if self._next["document_id"] == document:
                yield Statement(self._table, typed(self._table, self._next))
            self._next = next(self._rows, None)


@contextmanager
def opened(folder: Path) -> Iterator[ReleasedRows]:
    """The rows of the release in a folder; nothing is written to it."""
    connection = sqlite3.connect(f"{(folder / FILE).resolve().as_uri()}?mode=ro", uri=True)
    connection.row_factory = sqlite3.Row
    try:
        yield ReleasedRows(connection)
    finally:
        connection.close()


def typed(table: PublicTable, row: sqlite3.Row) -> dict[str, Any]:
    """The values of a row; lists as lists, truths as such."""
    values = dict(zip(row.keys(), row, strict=True))
    for name, read in _readers(table.name):
        said = values.get(name)
        if said is not None:
            values[name] = read(said)
    return values


@cache
def _readers(table: str) -> tuple[tuple[str, Callable[[Any], Any]], ...]:
    """What is made of the values of those columns of a table that SQLite keeps in another form."""
    columns = public_tables()[table].columns
    return tuple((column.name, _list if column.kind in LISTS else bool) for column in columns if column.kind in (*LISTS, "boolean"))


def _list(said: Any) -> Any:
    return [] if said == "[]" else json.loads(said) if isinstance(said, str) else said

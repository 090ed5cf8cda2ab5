"""The published tables in the words of PostgreSQL: types, keys, comments, and how new rows take the place of old ones."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping

from pipeline.release.schema import Kind, PublicColumn, PublicTable, public_tables

TYPES: Mapping[Kind, str] = {
    "text": "text",
    "integer": "bigint",
    "number": "double precision",
    "boolean": "boolean",
    "day": "date",
    "moment": "timestamptz",
    "money": "numeric(18,2)",
    "texts": "text[]",
    "integers": "bigint[]",
    "records": "jsonb",
    "json": "jsonb",
}
MARK = "Beschlussbuch"
"""The comment of a schema of ours begins with it; no other schema is touched."""


def name(said: str) -> str:
    """A name of our own or of the operator, as an identifier.

    >>> name("references"), name('a"b')
    ('"references"', '"a""b"')
    """
    return '"' + said.replace('"', '""') + '"'


def literal(said: str) -> str:
    """A text as PostgreSQL reads it.

    >>> literal("d'accord")
    "'d''accord'"
    """
    return "'" + said.replace("'", "''") + "'"


def created(schema: str) -> Iterator[str]:
    """The statements that make all tables in a schema, with keys, indexes and comments."""
    for table in public_tables().values():
        place = f"{name(schema)}.{name(table.name)}"
        yield f"CREATE TABLE {place} (\n  " + ",\n  ".join(_columns(schema, table)) + "\n)"
        yield f"COMMENT ON TABLE {place} IS {literal(f'{table.title}: {table.de} / {table.en}')}"
        for column in table.columns:
            yield f"COMMENT ON COLUMN {place}.{name(column.name)} IS {literal(_comment(column))}"
            if column.refers:
                yield f"CREATE INDEX ON {place} ({name(column.name)})"


def _columns(schema: str, table: PublicTable) -> Iterator[str]:
    for column in table.columns:
        key = " PRIMARY KEY" if column.key else ""
        refers = f" REFERENCES {name(schema)}.{name(column.refers)} (id)" if column.refers else ""
        yield f"{name(column.name)} {TYPES[column.kind]}{key}{refers}"


def _comment(column: PublicColumn) -> str:
    words = column.words
    return f"{words.title}: {words.de} / {words.en} (leer / empty: {words.missing_de} / {words.missing})"


def shape() -> str:
    """What the tables look like, in a few letters: tables of another shape are made anew."""
    return hashlib.sha256("\n".join(created(MARK)).encode()).hexdigest()[:12]


def merged(schema: str, table: PublicTable, loaded: str) -> str:
    """The statement that brings what was loaded into a table: rows that are as they were are not touched."""
    columns = [name(column.name) for column in table.columns]
    values = ", ".join(f"n.{one}::{TYPES[column.kind]}" for one, column in zip(columns, table.columns, strict=True))
    others = [one for one in columns if one != '"id"']
    old, new = ", ".join(f"t.{one}" for one in others), ", ".join(f"EXCLUDED.{one}" for one in others)
    changed = ", ".join(f"{one} = EXCLUDED.{one}" for one in others)
    return (
        f"INSERT INTO {name(schema)}.{name(table.name)} AS t ({', '.join(columns)}) SELECT {values} FROM pg_temp.{name(loaded)} n"  # noqa: S608  our own names
        f" ON CONFLICT (id) DO UPDATE SET {changed} WHERE ({old}) IS DISTINCT FROM ({new})"
    )


def removed(schema: str, table: PublicTable, loaded: str) -> str:
    """The statement that takes rows away that were not loaded."""
    place = f"{name(schema)}.{name(table.name)}"
    return f"DELETE FROM {place} t WHERE NOT EXISTS (SELECT 1 FROM pg_temp.{name(loaded)} n WHERE n.id = t.id)"  # noqa: S608  our own names

"""A release as the tables of a PostgreSQL database: on request, in a schema of its own.

    release ─▶ temporary tables ─▶ what is new, what has changed, what is gone ─▶ commit

All in one transaction that locks nobody out: whoever reads sees the old tables whole or the new ones whole, also while they are
being written. Rows that are as they were are not written again. Only home of the ADBC driver.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlsplit

import adbc_driver_postgresql.dbapi as adbc
import pyarrow as pa
import pyarrow.compute as pc
import pyarrow.parquet as pq

from pipeline.release.folder import manifest_of
from pipeline.release.frames import list_text
from pipeline.release.postgresql_schema import MARK, created, literal, merged, name, removed, shape
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.writers import TABLES

SCHEMA = "beschlussbuch"
SCHEMES = ("postgresql", "postgres")
PATIENCE = 15
"""Seconds to wait for a server that does not answer."""
BATCH = 10_000
NUL = "\x00"
"""The one character that PostgreSQL's texts cannot hold; "\ufffd" takes its place."""


class PostgresqlError(Exception):
    """A server that refused, or an address that cannot be understood; the message is one sentence, without any password."""


@dataclass(frozen=True, slots=True)
class Written:
    """What a database holds now."""

    place: str
    """Server, database and schema, for people."""
    rows: int


def write_to_postgresql(release: Path, address: str, schema: str = SCHEMA) -> Written:
    """Make the tables of a release those of a database's schema.

    `address` is a URL, postgresql://user@server/database; a password comes better from PGPASSWORD or ~/.pgpass than in it.
    Raises PostgresqlError; the database is then what it was.
    """
    place = _place(address)
    try:
        with adbc.connect(_patient(address)) as connection:
            with connection.cursor() as cursor:
                rows = _written(cursor, release, schema)
            connection.commit()
    except adbc.Error as error:
        raise PostgresqlError(f"{place} refused: {_told(str(error), address)}") from None  # the cause may quote the address
    return Written(f"{place}, schema {schema}", rows)


def _written(cursor: Any, release: Path, schema: str) -> int:
    cursor.execute(f"SELECT pg_advisory_xact_lock(hashtext({literal(f'{MARK} {schema}')}))")
    cursor.fetchall()
    _prepare(cursor, schema)
    tables, rows = list(public_tables().values()), 0
    for number, table in enumerate(tables):
        loaded = _loaded(cursor, release / TABLES / f"{table.name}.parquet", table, f"new_{number}")
        if loaded:
            cursor.execute(f"CREATE INDEX ON pg_temp.new_{number} (id)")
            cursor.execute(f"ANALYZE pg_temp.new_{number}")
            cursor.execute(merged(schema, table, f"new_{number}"))
        rows += loaded
    for number, table in reversed(list(enumerate(tables))):
        cursor.execute(removed(schema, table, f"new_{number}"))
    said = manifest_of(release)
    comment = f"{MARK} {said['version']}, {said['release']}, {shape()}"
    cursor.execute(f"COMMENT ON SCHEMA {name(schema)} IS {literal(comment)}")
    return rows


def _prepare(cursor: Any, schema: str) -> None:
    """Make the tables where there are none, and anew where they look different."""
    cursor.execute(f"SELECT obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname = {literal(schema)}")  # noqa: S608
    found = cursor.fetchone()
    if found is not None:
        comment = found[0] or ""
        if not comment.startswith(f"{MARK} "):
            raise PostgresqlError(f"The schema {schema} is there already and was not made by this program; name another one.")
        if comment.endswith(f", {shape()}"):
            return
        cursor.execute(f"SELECT tablename FROM pg_tables WHERE schemaname = {literal(schema)} ORDER BY 1")  # noqa: S608
        there = [f"{name(schema)}.{name(row[0])}" for row in cursor.fetchall()]
        if there:
            cursor.execute(f"DROP TABLE {', '.join(there)}")
    else:
        cursor.execute(f"CREATE SCHEMA {name(schema)}")
    cursor.execute(f"DO {literal('BEGIN ' + ''.join(f'{statement};' for statement in created(schema)) + ' END')}")


def _loaded(cursor: Any, path: Path, table: PublicTable, target: str) -> int:
    """Load a table's file into a temporary table."""
    with pq.ParquetFile(path) as file:
        fields = [pa.field(field.name, pa.string() if _is_json(table, field.name) else field.type) for field in file.schema_arrow]
        schema = pa.schema(fields)
        reader = pa.RecordBatchReader.from_batches(schema, _batches(file, table, schema))
        cursor.adbc_ingest(target, reader, mode="create", temporary=True)
        return int(file.metadata.num_rows)


def _batches(file: pq.ParquetFile, table: PublicTable, schema: pa.Schema) -> Iterator[pa.RecordBatch]:
    for batch in file.iter_batches(BATCH):
        columns = [_storable(table, field.name, values) for field, values in zip(schema, batch.columns, strict=True)]
        yield pa.RecordBatch.from_arrays(columns, schema=schema)


def _is_json(table: PublicTable, column: str) -> bool:
    return table.by_name[column].kind in ("records", "json")


def _storable(table: PublicTable, column: str, values: pa.Array) -> pa.Array:
    if table.by_name[column].kind == "records":
        values = pa.array(map(list_text, values.to_pylist()), pa.string())
    if pa.types.is_string(values.type):
        values = pc.replace_substring(values, NUL, "\ufffd")
        return pc.replace_substring(values, "\\u0000", "\\ufffd") if _is_json(table, column) else values
    if pa.types.is_list(values.type) and pa.types.is_string(values.type.value_type):
        said = [None if one is None else [text and text.replace(NUL, "\ufffd") for text in one] for one in values.to_pylist()]
        return pa.array(said, values.type)
    return values


def _place(address: str) -> str:
    """Where an address leads, for people: no user, no password."""
    try:
        parts = urlsplit(address)
        port = parts.port
    except ValueError:
        raise PostgresqlError("The address of the database cannot be understood (its port is no number).") from None
    if parts.scheme not in SCHEMES or "#" in address or address.count("@") > 1:
        raise PostgresqlError("The address of the database is no postgresql://user@server/database (signs of a password as %40).")
    return f"PostgreSQL at {parts.hostname or 'this machine'}{f':{port}' if port else ''}{unquote(parts.path)}"


def _patient(address: str) -> str:
    known = {key for key, _ in parse_qsl(urlsplit(address).query)}
    more = {"connect_timeout": str(PATIENCE), "application_name": SCHEMA}
    added = "&".join(f"{key}={value}" for key, value in more.items() if key not in known)
    return address + ("&" if "?" in address else "?") + added if added else address


def _told(message: str, address: str) -> str:
    """The first line of what the driver said that tells the reason, without what is secret in the address."""
    lines = [line.strip() for line in message.splitlines() if line.strip()]
    reason = next((line for line in lines if "FATAL" in line or "ERROR" in line), lines[0] if lines else "it said nothing")
    for prefix in ("IO: [libpq] ", "[libpq] Failed to connect: ", "Failed to connect: "):
        reason = reason.removeprefix(prefix)
    parts = urlsplit(address)
    secrets = [parts.password or "", *(value for key, value in parse_qsl(parts.query) if "password" in key)]
    for secret in {form for one in secrets for form in (one, unquote(one)) if form}:
        reason = reason.replace(secret, "…")
    return reason.rstrip(".") + "."

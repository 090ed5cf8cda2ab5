"""Which older releases still hold what was taken down since: a person has to decide what becomes of them, and of copies elsewhere."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path
from typing import Any

from pipeline.release.folder import latest_in, releases_of
from pipeline.release.sqlite import FILE
from pipeline.release.takedown import ADDRESSES, DIGESTS, REPEATS, Takedown, takedown_in
from pipeline.store import Store, store_in
from pipeline.store.schema import tables

ADDRESSED = {"documents": "source_url, name, sha256", "meetings": "web", "papers": "web", "links": "url"}
"""The tables whose rows a takedown can name by an address, with the columns that hold one."""


def still_in_older(data: Path) -> Iterator[str]:
    """A sentence for each release but the newest that holds a document or a row which `takedown.yml` names."""
    takedown = takedown_in(data)
    newest = latest_in(data)
    for release in releases_of(data) if takedown.entries else ():
        if release.resolve() != newest and _holds(release, takedown):
            yield f"{release} still holds what takedown.yml names: remove the folder, and withdraw copies of it that were passed on."


def unmet(data: Path) -> Iterator[str]:
    """A sentence for each entry of `takedown.yml` that names nothing which the store holds: it takes down nothing (any more)."""
    takedown = takedown_in(data)
    if not takedown.entries:
        return
    with Store(store_in(data)) as store:
        for entry in takedown.unmet(_rows(store)):
            named = entry.address or entry.sha256 or entry.row
            yield f"takedown.yml names {named}, and nothing here has that address, hash or id (any more): look it up again."


def _rows(store: Store) -> Iterator[dict[str, Any]]:
    wanted = {"id", *ADDRESSES, *DIGESTS, *REPEATS}
    for table in tables().values():
        names = ", ".join(f'"{column.name}"' for column in table.columns if column.name in wanted)
        yield from (dict(row) for row in store.connection.execute(f'SELECT {names} FROM "{table.name}"'))  # noqa: S608  our own names


def _holds(release: Path, takedown: Takedown) -> bool:
    with closing(sqlite3.connect(f"{(release / FILE).resolve().as_uri()}?mode=ro", uri=True)) as connection:
        connection.row_factory = sqlite3.Row
        there = [row["name"] for row in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
        addressed = (
            dict(row)
            for table, columns in ADDRESSED.items()
            if table in there
            for row in connection.execute(f'SELECT id, {columns} FROM "{table}"')  # noqa: S608  our own names
        )
        return any(takedown.names(row) for row in addressed) or any(
            _has(connection, table, takedown.rows) for table in _with_ids(connection, there)
        )


def _with_ids(connection: sqlite3.Connection, tables: Iterable[str]) -> Iterator[str]:
    for table in tables:
        columns = connection.execute("SELECT name FROM pragma_table_info(?)", [table])
        if any(column["name"] == "id" for column in columns):
            yield table


def _has(connection: sqlite3.Connection, table: str, rows: Iterable[str]) -> bool:
    return any(connection.execute(f'SELECT 1 FROM "{table}" WHERE id = ?', [row]).fetchone() for row in rows)  # noqa: S608  our own names

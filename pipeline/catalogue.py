"""The archive's own catalogue: what sources listed and what became of each address, beside the raw bytes.

    raw/catalogue.jsonl.gz      a line a row: ["meetings", {"id": …, "name": …}]

Everything of the store that is not read from documents. With it the archive alone is enough: where the store is lost, the
catalogue makes it again, and what is read from documents is read again from their bytes (pipeline.rebuild).
"""

from __future__ import annotations

import gzip
import io
import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from pipeline.archive import write_whole
from pipeline.store import Store
from pipeline.store.schema import Table, tables

FILE = "catalogue.jsonl.gz"
READ_AGAIN = {"texts", "same_facts"}
"""Records that come from reading, as all facts do."""


class CatalogueError(ValueError):
    """A catalogue that cannot be read; the message is one sentence."""


def catalogue_in(data: Path) -> Path:
    """Where the catalogue of a data folder is."""
    return data / "raw" / FILE


def keep_catalogue(store: Store, data: Path) -> None:
    """Write the catalogue of a store; the same rows give the same bytes."""
    packed = io.BytesIO()
    with gzip.GzipFile(fileobj=packed, mode="wb", mtime=0) as file:
        for line in _lines(store):
            file.write(line)
    place = catalogue_in(data)
    place.parent.mkdir(parents=True, exist_ok=True)
    write_whole(place, packed.getvalue())


def restore(store: Store, data: Path) -> int:
    """Fill an empty store from the catalogue; returns how many rows it holds. Inside a transaction of the caller.

    Raises CatalogueError.
    """
    place, known, count = catalogue_in(data), {table.name: table for table in _catalogued()}, 0
    try:
        with gzip.open(place, "rt", encoding="utf-8") as lines:
            for line in lines:
                name, row = json.loads(line)
                columns = {column.name for column in known[name].columns} if name in known else set()
                _insert(store, name, {column: value for column, value in row.items() if column in columns})
                count += 1
    except (OSError, EOFError, ValueError, TypeError) as error:
        raise CatalogueError(f"{place} cannot be read: {error}.") from error
    return count


def _catalogued() -> Iterator[Table]:
    return (table for table in tables().values() if table.group != "fact" and table.name not in READ_AGAIN)


def _lines(store: Store) -> Iterator[bytes]:
    for table in _catalogued():
        for row in store.connection.execute(f'SELECT * FROM "{table.name}" ORDER BY id'):  # noqa: S608  our own names
            said = {name: row[name] for name in row.keys() if row[name] is not None}  # noqa: SIM118  a Row iterates over values
            yield json.dumps([table.name, said], ensure_ascii=False, sort_keys=True).encode("utf-8", "replace") + b"\n"


def _insert(store: Store, table: str, row: dict[str, Any]) -> None:
    if not row:  # of a table that a later version knows no more
        return
    names = ", ".join(f'"{name}"' for name in row)
    marks = ", ".join("?" for _ in row)
    store.connection.execute(f'INSERT OR REPLACE INTO "{table}" ({names}) VALUES ({marks})', list(row.values()))  # noqa: S608  our own names

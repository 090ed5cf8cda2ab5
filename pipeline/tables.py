"""One Parquet and one CSV file per table, written from the store. Only home of pandas (and pyarrow).

Every row of a kind of fact says where it is from: council, document, address, body and day of the meeting. In Parquet money
is decimal, days are dates, counts are nullable integers and lists are lists; in CSV lists are JSON text.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.archive import replace_whole
from pipeline.store import Store, store_in
from pipeline.store.schema import Column, Table, plain, tables

FOLDER = "tables"
MONEY = {("amounts", "amount"), ("amounts", "amount_max")}
ZONE = "UTC"
NOT_SHOWN = {"texts", "same_facts"}
PLAIN: dict[Any, pa.DataType] = {
    str: pa.string(),
    int: pa.int64(),
    bool: pa.bool_(),
    float: pa.float64(),
    date: pa.date32(),
    datetime: pa.timestamp("s", tz=ZONE),
    Decimal: pa.decimal128(18, 2),
}
# What a reader of a fact wants to know of its document, beside the facts' own columns of the same names.
OF_THE_DOCUMENT = {
    "source_url": str,
    "document_sha256": str,
    "document_title": str,
    "document_kind": str,
    "body": str,
    "meeting_date": date,
    "same_as": str,
}
SELECTED = {
    "source_url": "documents.source_url",
    "document_sha256": "documents.sha256",
    "document_title": "COALESCE(documents.title, documents.name)",
    "document_kind": "documents.kind",
    "body": "documents.body",
    "meeting_date": "documents.meeting_date",
    "same_as": "same_facts.same_as",
}


@dataclass(frozen=True, slots=True)
class Written:
    """A table as written."""

    name: str
    rows: int
    parquet: Path
    csv: Path


def write_tables(data: Path) -> list[Written]:
    """Write every table of the store; each file is replaced whole."""
    folder = data / FOLDER
    folder.mkdir(parents=True, exist_ok=True)
    with Store(store_in(data)) as store:
        return [_written(store, table, folder) for table in tables().values() if table.name not in NOT_SHOWN]


def frame_of(store: Store, table: Table) -> pd.DataFrame:
    """A table of the store with typed columns, in a stable order."""
    columns = list(_columns(table))
    schema = pa.schema([(column.name, arrow_type(table.name, column)) for column in columns])
    rows = [{c.name: _value(table.name, c, row[c.name]) for c in columns} for row in store.rows(_query(table))]
    frame: pd.DataFrame = pa.Table.from_pylist(rows, schema=schema).to_pandas(types_mapper=pd.ArrowDtype)
    return frame


def _columns(table: Table) -> Iterator[Column]:
    shown = [column for column in table.columns if not column.internal]
    yield from shown
    if table.group == "fact":
        own = {column.name for column in shown}
        yield from (Column(name, kind) for name, kind in OF_THE_DOCUMENT.items() if name not in own)


def _query(table: Table) -> str:
    names = [f'"{table.name}"."{column.name}"' for column in table.columns if not column.internal]
    if table.group != "fact":
        return f'SELECT {", ".join(names)} FROM "{table.name}" ORDER BY council, id'  # noqa: S608  our own names
    own = {column.name for column in table.columns}
    names += [f"{source} AS {name}" for name, source in SELECTED.items() if name not in own]
    return (
        f'SELECT {", ".join(names)} FROM "{table.name}" JOIN documents ON documents.id = "{table.name}".document_id'  # noqa: S608  our own names
        f' LEFT JOIN same_facts ON same_facts.id = "{table.name}".id'
        f' ORDER BY "{table.name}".council, documents.source_url, char_start, char_end, "{table.name}".id'
    )


def arrow_type(table: str, column: Column) -> pa.DataType:
    """The type of a column in Parquet."""
    return PLAIN[Decimal] if (table, column.name) in MONEY else _arrow(column.type)


def _arrow(kind: Any) -> pa.DataType:
    if kind in PLAIN:
        return PLAIN[kind]
    if get_origin(kind) is Literal:
        return PLAIN[type(get_args(kind)[0])]
    if get_origin(kind) in (tuple, list):
        return pa.list_(_arrow(get_args(kind)[0]))
    if is_dataclass(kind):
        hints = get_type_hints(kind)
        return pa.struct([(inner.name, _arrow(plain(hints[inner.name]))) for inner in fields(kind)])
    return pa.string()  # counts by name, as JSON text


def _value(table: str, column: Column, said: Any) -> Any:
    """A value of the store as Python has it."""
    if said is None:
        return None
    if (table, column.name) in MONEY or column.type is Decimal:
        return Decimal(said)
    if get_origin(column.type) in (tuple, list):
        return json.loads(said)
    if column.type is bool:
        return bool(said)
    if column.type in (date, datetime):
        return column.type.fromisoformat(said)
    return said


def _written(store: Store, table: Table, folder: Path) -> Written:
    frame = frame_of(store, table)
    parquet, csv = folder / f"{table.name}.parquet", folder / f"{table.name}.csv"
    with _whole(parquet) as temporary:
        # Without the pandas metadata, which names list types that no pandas can read back.
        plain = pa.Table.from_pandas(frame, preserve_index=False).replace_schema_metadata(None)
        pq.write_table(plain, temporary, compression="zstd")
    with _whole(csv) as temporary:
        _for_csv(frame).to_csv(temporary, index=False, lineterminator="\n")
    return Written(table.name, len(frame), parquet, csv)


def _for_csv(frame: pd.DataFrame) -> pd.DataFrame:
    """The frame with lists as JSON text and moments as ISO 8601."""
    shown = frame.copy()
    for name, kind in frame.dtypes.items():
        arrow = getattr(kind, "pyarrow_dtype", None)
        if arrow is not None and pa.types.is_list(arrow):
            shown[name] = [None if said is None else json.dumps(said, ensure_ascii=False) for said in pa.array(frame[name]).to_pylist()]
        elif arrow is not None and pa.types.is_timestamp(arrow):
            shown[name] = [None if said is None else said.isoformat() for said in pa.array(frame[name]).to_pylist()]
    return shown


@contextmanager
def _whole(path: Path) -> Iterator[Path]:
    """A temporary file beside the wanted one, put in its place when it is finished and safe on the disk."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name}.", delete=False) as file:
        temporary = Path(file.name)
    try:
        yield temporary
        with temporary.open("rb") as written:
            os.fsync(written.fileno())
    except BaseException:
        temporary.unlink(missing_ok=True)
        raise
    replace_whole(temporary, path)

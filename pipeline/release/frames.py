"""Public rows as Arrow batches with the schema's types, each held against the schema. Home of pyarrow, pandas and pandera."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from functools import cache
from typing import Any

import pandas as pd
import pandera.pandas as pandera
import pyarrow as pa
from pandera.errors import SchemaErrors

from pipeline.release.schema import Kind, PublicColumn, PublicTable, public_tables

ARROW: Mapping[Kind, pa.DataType] = {
    "text": pa.string(),
    "integer": pa.int64(),
    "number": pa.float64(),
    "boolean": pa.bool_(),
    "day": pa.date32(),
    "moment": pa.timestamp("s", tz="UTC"),
    "money": pa.decimal128(18, 2),
    "texts": pa.list_(pa.string()),
    "integers": pa.list_(pa.int64()),
    "json": pa.string(),
}


AS_JSON = json.JSONEncoder(ensure_ascii=False).encode


class SchemaError(Exception):
    """Rows that are not what the schema says: a fault of ours. The message is one sentence."""


def arrow_type(column: PublicColumn) -> pa.DataType:
    """The type of a column in Parquet."""
    if column.kind == "records":
        return pa.list_(pa.struct([(name, ARROW[kind]) for name, kind in column.fields]))
    return ARROW[column.kind]


@cache
def arrow_schema(name: str) -> pa.Schema:
    """The types of a published table."""
    return pa.schema([pa.field(column.name, arrow_type(column), nullable=not column.key) for column in public_tables()[name].columns])


def batch_of(table: PublicTable, rows: Sequence[Mapping[str, Any]]) -> pa.RecordBatch:
    """Rows as one batch.

    Raises SchemaError where a value is not what the schema says.
    """
    try:
        batch = pa.RecordBatch.from_pylist(list(rows), schema=arrow_schema(table.name))
    except (pa.ArrowInvalid, pa.ArrowTypeError) as error:
        raise SchemaError(f"A row of {table.name} does not fit its columns: {error}.") from error
    try:
        _checked(table.name).validate(batch.to_pandas(types_mapper=pd.ArrowDtype), lazy=True)
    except SchemaErrors as error:
        case = error.failure_cases.iloc[0]
        raise SchemaError(f"{table.name}.{case['column']} holds {case['failure_case']!r}, which the schema does not know.") from error
    return batch


@cache
def _checked(name: str) -> pandera.DataFrameSchema:
    columns = {column.name: _column(column) for column in public_tables()[name].columns}
    return pandera.DataFrameSchema(columns, strict=True, ordered=True)


def _column(column: PublicColumn) -> pandera.Column:
    checks = [pandera.Check.isin(list(column.terms))] if column.terms and column.kind == "text" else []
    return pandera.Column(pd.ArrowDtype(arrow_type(column)), checks, nullable=not column.key, unique=column.key)


def list_text(said: list[Any] | None) -> str | None:
    """A list as what knows no lists has it; most lists are empty."""
    return None if said is None else AS_JSON(said) if said else "[]"


def flat(table: PublicTable, batch: pa.RecordBatch) -> list[list[Any]]:
    """The columns of a batch for what knows no lists and no moments: these as JSON text and ISO 8601."""
    return [_flat(column, values) for column, values in zip(table.columns, batch.columns, strict=True)]


def _flat(column: PublicColumn, values: pa.Array) -> list[Any]:
    said: list[Any] = values.to_pylist()
    if column.kind in ("texts", "integers", "records"):
        return [list_text(one) for one in said]
    if column.kind == "moment":
        return [None if one is None else one.isoformat() for one in said]
    return said

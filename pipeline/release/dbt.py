"""dbt/sources.yml: the tables as sources of a dbt project, with what holds of every column as tests (dbt 1.8 and later)."""

from __future__ import annotations

from typing import Any

import yaml

from pipeline.release.datapackage import is_always_there
from pipeline.release.imprint import Imprint
from pipeline.release.made import sqlite_tables
from pipeline.release.schema import PublicColumn, PublicTable, public_tables
from pipeline.release.sqlite import FILE

SOURCE = "beschlussbuch"
DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)  # writes the same, six times as fast; not every system has it


def dbt_sources(imprint: Imprint) -> str:
    """The sources of a release; dbt-duckdb reads the Parquet files by their location, other adapters the tables of a schema."""
    said: dict[str, Any] = {
        "version": 2,
        "sources": [
            {
                "name": SOURCE,
                "description": f"{imprint.title}, {imprint.id}. Codebook: codebook.en.md.",
                "meta": {"external_location": "tables/{name}.parquet", "release": imprint.id},
                "tables": [_table(table) for table in public_tables().values()],
            },
            {
                "name": f"{SOURCE}_sqlite",
                "description": f"What only {FILE} holds: tables and views made of the tables. Codebook: codebook.en.md.",
                "meta": {"file": FILE, "release": imprint.id},
                "tables": [_table(table, tested=False) for table in sqlite_tables().values() if table.group == "made"],
            },
        ],
    }
    return yaml.dump(said, Dumper=DUMPER, allow_unicode=True, sort_keys=False, width=140)


def _table(table: PublicTable, *, tested: bool = True) -> dict[str, Any]:
    return {"name": table.name, "description": table.en, "columns": [_column(column, tested=tested) for column in table.columns]}


def _column(column: PublicColumn, *, tested: bool) -> dict[str, Any]:
    # Quoted, because some names are words of SQL as well (corrections.table, meetings.end).
    said: dict[str, Any] = {"name": column.name, "quote": True, "description": f"{column.words.en} Empty: {column.words.missing}."}
    tests = _tests(column) if tested else []
    return said | ({"data_tests": tests} if tests else {})


def _tests(column: PublicColumn) -> list[Any]:
    tests: list[Any] = []
    if is_always_there(column):
        tests.append("not_null")
    if column.key:
        tests.append("unique")
    if column.refers:
        tests.append({"relationships": {"to": f"source('{SOURCE}', '{column.refers}')", "field": "id"}})
    if column.terms and column.kind == "text":
        tests.append({"accepted_values": {"values": list(column.terms)}})
    return tests

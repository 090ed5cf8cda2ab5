"""Researchers' tools read every file of a release alike: pandas, DuckDB and R find the same values, of the right types.

BESCHLUSSBUCH_RELEASE names a release of yours to be read instead of the invented one.
"""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from collections.abc import Mapping
from datetime import UTC, date, datetime
from decimal import Decimal
from functools import cache
from pathlib import Path
from typing import Any

import duckdb
import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.release import Draft
from pipeline.release.frames import arrow_schema
from pipeline.release.schema import Kind, PublicColumn, PublicTable, public_tables

TABLES = list(public_tables().values())
LISTS = ("texts", "integers", "records")


@pytest.fixture(scope="module")
def release(draft: Draft) -> Path:
    told = os.environ.get("BESCHLUSSBUCH_RELEASE")
    return Path(told).resolve() if told else draft.folder


@cache
def rows_of(release: Path, table: str) -> list[dict[str, Any]]:
    """What the Parquet file says, read by its own library."""
    rows: list[dict[str, Any]] = pq.read_table(release / "tables" / f"{table}.parquet").to_pylist()
    return rows


def as_csv_says(column: PublicColumn, value: Any) -> Any:
    """A value of a CSV file: lists are JSON text there, and nothing and an empty text are the same."""
    if value is None or value == "":
        return None
    return json.dumps(value, ensure_ascii=False) if column.kind in LISTS else value


def in_csv(release: Path, table: PublicTable) -> list[dict[str, Any]]:
    return [{column.name: as_csv_says(column, row[column.name]) for column in table.columns} for row in rows_of(release, table.name)]


def plain(kind: pa.DataType) -> str:
    """A type without the unit of moments (Parquet knows no seconds, only thousandths) and the name of a list's elements."""
    return re.sub(r"timestamp\[[mu]s", "timestamp[s", re.sub(r"\b(?:element|child|l): ", "item: ", str(kind)))


# --- pandas

PANDAS: Mapping[Kind, str] = {"integer": "Int64", "number": "float64", "boolean": "boolean"}


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_pandas_reads_both_forms(release: Path, table: PublicTable) -> None:
    whole = pd.read_parquet(release / "tables" / f"{table.name}.parquet", dtype_backend="pyarrow")
    assert [plain(one.pyarrow_dtype) for one in whole.dtypes] == [plain(one.type) for one in arrow_schema(table.name)]
    assert pa.Table.from_pandas(whole, preserve_index=False).to_pylist() == rows_of(release, table.name)

    types = {column.name: PANDAS.get(column.kind, "str") for column in table.columns}
    frame = pd.read_csv(release / "tables" / f"{table.name}.csv", dtype=types, keep_default_na=False, na_values=[""])
    read: Mapping[Kind, Any] = {"day": date.fromisoformat, "moment": datetime.fromisoformat, "money": Decimal}
    for column in table.columns:
        said = [None if pd.isna(value) else read.get(column.kind, lambda one: one)(value) for value in frame[column.name]]
        assert said == [row[column.name] for row in in_csv(release, table)], column.name


# --- DuckDB

DUCKDB: Mapping[Kind, str] = {
    "integer": "BIGINT", "number": "DOUBLE", "boolean": "BOOLEAN", "day": "DATE", "moment": "TIMESTAMPTZ", "money": "DECIMAL(18,2)",
}  # fmt: skip


@pytest.fixture(scope="module")
def connection() -> Any:
    with duckdb.connect() as connection:
        connection.execute("SET TimeZone = 'UTC'")
        yield connection


@pytest.mark.parametrize("table", TABLES, ids=lambda table: str(table.name))
def test_duckdb_reads_both_forms(release: Path, table: PublicTable, connection: Any) -> None:
    whole = connection.sql("SELECT * FROM read_parquet(?)", params=[str(release / "tables" / f"{table.name}.parquet")]).to_arrow_table()
    types = {column.name: DUCKDB.get(column.kind, "VARCHAR") for column in table.columns}
    # Its form is told: DuckDB 2.0 guesses from the first rows that quotes are never doubled where none are among them.
    asked = """SELECT * FROM read_csv(?, columns = ?, header = true, delim = ',', quote = '"', escape = '"')"""
    lines = connection.sql(asked, params=[str(release / "tables" / f"{table.name}.csv"), types]).to_arrow_table()

    assert [plain(one.type) for one in whole.schema] == [plain(one.type) for one in arrow_schema(table.name)]
    assert in_seconds(whole) == rows_of(release, table.name)
    assert in_seconds(lines) == in_csv(release, table)


def in_seconds(found: pa.Table) -> list[dict[str, Any]]:
    return [
        {name: value.astimezone(UTC) if isinstance(value, datetime) else value for name, value in row.items()} for row in found.to_pylist()
    ]


# --- R

R = """
folder <- commandArgs(TRUE)[1]
package <- jsonlite::fromJSON(file.path(folder, "datapackage.json"), simplifyVector = FALSE)
letters_of <- c(string = "c", array = "c", object = "c", integer = "d", number = "d", boolean = "l", date = "D", datetime = "T")
weight <- function(x) sum(if (is.character(x)) nchar(x, "chars") else as.numeric(x), na.rm = TRUE)
for (resource in package$resources) if (resource$format == "csv") {
  types <- paste(letters_of[sapply(resource$schema$fields, function(field) field$type)], collapse = "")
  frame <- readr::read_csv(file.path(folder, resource$path), col_types = types, na = "", progress = FALSE, lazy = FALSE)
  stopifnot(nrow(readr::problems(frame)) == 0)
  for (name in names(frame)) {
    x <- frame[[name]]
    cat(resource$name, name, class(x)[1], length(x), sum(is.na(x)), sprintf("%.2f", weight(x[!is.na(x)])), sep = "\\t")
    cat("\\n")
  }
  if (requireNamespace("arrow", quietly = TRUE)) {
    whole <- arrow::read_parquet(file.path(folder, "tables", paste0(resource$name, ".parquet")))
    stopifnot(nrow(whole) == nrow(frame), identical(names(whole), names(frame)))
  }
}
"""
R_BY_SCRIPT = """
folder <- commandArgs(TRUE)[1]
source(file.path(folder, "tables.R"))
weight <- function(x) sum(if (is.character(x)) nchar(x, "chars") else if (is.list(x)) lengths(x) else as.numeric(x), na.rm = TRUE)
for (table in names(beschlussbuch_types)) {
  frame <- {reads}(table, folder)
  for (name in names(frame)) {
    x <- frame[[name]]
    none <- if (is.list(x)) vapply(x, is.null, TRUE) else is.na(x) | (is.character(x) & !nzchar(x))
    cat(table, name, class(x)[1], length(x), sum(none), sprintf("%.2f", weight(x[!none])), sep = "\\t")
    cat("\\n")
  }
}
"""
CLASSES: Mapping[Kind, str] = {
    "integer": "numeric",
    "number": "numeric",
    "money": "numeric",
    "boolean": "logical",
    "day": "Date",
    "moment": "POSIXct",
}


def weight(value: Any) -> Decimal:
    """What R adds up of a value: a number, days or seconds since 1970, or the number of its characters."""
    match value:
        case str():
            return Decimal(len(value))
        case datetime():
            return Decimal(int(value.timestamp()))
        case date():
            return Decimal((value - date(1970, 1, 1)).days)
    return Decimal(value)


R_SCRIPT = shutil.which("Rscript") or "Rscript"
DEBIAN = "Debian: apt-get install r-base-core r-cran-readr r-cran-jsonlite r-cran-reticulate"


def has_r(asked: str) -> bool:
    """Whether an R is there that has something."""
    if shutil.which(R_SCRIPT) is None:
        return False
    return subprocess.run([R_SCRIPT, "-e", f"quit(status = !({asked}))"], capture_output=True, env=WITH_PYTHON, check=False).returncode == 0


def packages(*names: str) -> str:
    return " && ".join(f'requireNamespace("{name}", quietly = TRUE)' for name in names)


WITH_PYTHON = os.environ | {"LC_ALL": "C.UTF-8", "RETICULATE_PYTHON": sys.executable}


def told_by(script: str, release: Path, folder: Path) -> list[list[str]]:
    """What R prints of a release, by line and cell."""
    (folder / "read.R").write_text(script, encoding="utf-8")
    command = [R_SCRIPT, str(folder / "read.R"), str(release)]
    done = subprocess.run(command, capture_output=True, text=True, timeout=120, env=WITH_PYTHON, check=False)
    assert done.returncode == 0, done.stderr
    return [line.split("\t") for line in done.stdout.splitlines()]


def holds(release: Path, told: list[list[str]], *, nested: bool) -> None:
    """Hold what R says of each column against what is there: its type, how many rows, how many say nothing, and what they come to."""
    assert len(told) == sum(len(table.columns) for table in TABLES)
    for name, column_name, kind, length, missing, total in told:
        column = public_tables()[name].by_name[column_name]
        is_list = nested and column.kind in LISTS
        rows = rows_of(release, name) if is_list else in_csv(release, public_tables()[name])
        values = [(None if row[column_name] == "" else row[column_name]) for row in rows]
        wanted = sum((Decimal(len(value)) if is_list else weight(value) for value in values if value is not None), Decimal(0))
        assert kind == ("list" if is_list else CLASSES.get(column.kind, "character")), (name, column_name)
        assert (int(length), int(missing)) == (len(values), values.count(None)), (name, column_name)
        assert abs(Decimal(total) - wanted) <= Decimal("0.01"), (name, column_name)


def test_r_reads_every_csv_file_by_the_data_package(release: Path, tmp_path: Path) -> None:
    if not has_r(packages("readr", "jsonlite")):
        pytest.skip(f"R is not there with readr and jsonlite ({DEBIAN}).")
    holds(release, told_by(R, release, tmp_path), nested=False)


@pytest.mark.slow
def test_r_reads_every_csv_file_by_the_script_beside_them(release: Path, tmp_path: Path) -> None:
    if not has_r(packages("readr")):
        pytest.skip(f"R is not there with readr ({DEBIAN}).")
    if has_r(packages("arrow")):
        pytest.skip("This R has arrow, and reads the Parquet files instead.")
    holds(release, told_by(R_BY_SCRIPT.replace("{reads}", "beschlussbuch"), release, tmp_path), nested=False)


@pytest.mark.slow
def test_r_reads_every_parquet_file_by_the_script_beside_them(release: Path, tmp_path: Path) -> None:
    if not has_r(packages("reticulate") + " && reticulate::py_available(initialize = TRUE)"):
        pytest.skip(f"R is not there with reticulate, or finds no library of this Python ({DEBIAN}).")
    holds(release, told_by(R_BY_SCRIPT.replace("{reads}", "beschlussbuch_python"), release, tmp_path), nested=True)

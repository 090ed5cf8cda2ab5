"""What takes the tables batch by batch, and the two plainest forms: Parquet and canonical CSV."""

from __future__ import annotations

import csv
from pathlib import Path
from typing import ClassVar, Generic, Protocol, TextIO, TypeVar

import pyarrow as pa
import pyarrow.parquet as pq

from pipeline.release.frames import arrow_schema, flat
from pipeline.release.schema import PublicTable

TABLES = "tables"


class Writer(Protocol):
    """A form of the tables. For each table: begins, writes as often as there are batches, ends; in the end, also an early one, closes."""

    def begins(self, table: PublicTable, expected: int) -> None:
        """A table begins; `expected` is the most rows that it can have."""

    def writes(self, batch: pa.RecordBatch) -> None:
        """Take some rows of the present table."""

    def ends(self) -> None:
        """The present table is whole."""

    def closes(self) -> None:
        """All tables are whole, or there will be none: let go of every file."""


class Closable(Protocol):
    """A file that is written."""

    def close(self) -> None:
        """Let go of it."""


File = TypeVar("File", bound=Closable)


class FileEach(Generic[File]):
    """A writer with one file a table, in a folder of its own."""

    within: ClassVar[str] = TABLES

    def __init__(self, folder: Path) -> None:
        """`folder` is the release's."""
        self._folder = folder / self.within
        self._folder.mkdir(parents=True, exist_ok=True)
        self._file: File | None = None

    def ends(self) -> None:
        """Close the table's file."""
        if self._file:
            self._file.close()
        self._file = None

    def closes(self) -> None:
        """Close what is open."""
        self.ends()


class ParquetWriter(FileEach[pq.ParquetWriter]):
    """One Parquet file a table."""

    def begins(self, table: PublicTable, expected: int) -> None:
        """Open the table's file."""
        del expected
        self._file = pq.ParquetWriter(self._folder / f"{table.name}.parquet", arrow_schema(table.name), compression="zstd")

    def writes(self, batch: pa.RecordBatch) -> None:
        """Each batch becomes a group of rows."""
        if self._file:
            self._file.write_batch(batch)


class CsvWriter(FileEach[TextIO]):
    """One CSV file a table: comma, UTF-8, ISO 8601, lists as JSON text."""

    def begins(self, table: PublicTable, expected: int) -> None:
        """Open the table's file and write its head."""
        del expected
        self._table = table
        self._file = (self._folder / f"{table.name}.csv").open("w", encoding="utf-8", newline="")
        self._rows = csv.writer(self._file, lineterminator="\n")
        self._rows.writerow([column.name for column in table.columns])

    def writes(self, batch: pa.RecordBatch) -> None:
        """Write the rows."""
        columns = [
            [None if one is None else str(one).lower() for one in values] if column.kind == "boolean" else values
            for column, values in zip(self._table.columns, flat(self._table, batch), strict=True)
        ]
        self._rows.writerows(zip(*columns, strict=True))

"""The tables as CSV for a German Excel: semicolon, decimal comma, WAHR and FALSCH, UTF-8 with its mark.

No cell turns into a formula, a day or another number when the file is opened (pipeline.release.cells). The texts of documents are
not among the tables: Excel cuts cells of that length.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import BinaryIO

import pyarrow as pa
import pyarrow.compute as pc

from pipeline.release.cells import BREAK, COUNT, LONGEST, SEEN_AS
from pipeline.release.frames import list_text
from pipeline.release.schema import Kind, PublicColumn, PublicTable
from pipeline.release.writers import FileEach

FOLDER = "excel"
LEFT_OUT = ("document_texts",)
CUT = " …"
"""The end of a cell that was longer than Excel can hold."""


class ExcelCsvWriter(FileEach[BinaryIO]):
    """One CSV file a table, as a German Excel opens it."""

    within = FOLDER

    def begins(self, table: PublicTable, expected: int) -> None:
        """Open the table's file and write its head."""
        del expected
        if table.name in LEFT_OUT:
            return
        self._table = table
        self._file = (self._folder / f"{table.name}.excel-de.csv").open("wb")
        self._file.write(("\ufeff" + ";".join(column.name for column in table.columns) + "\r\n").encode())

    def writes(self, batch: pa.RecordBatch) -> None:
        """Write the rows."""
        if self._file and batch.num_rows:
            cells = [_cells(column, values) for column, values in zip(self._table.columns, batch.columns, strict=True)]
            lines = pc.binary_join_element_wise(*cells, ";", null_handling="replace", null_replacement="")
            self._file.write(("\r\n".join(lines.to_pylist()) + "\r\n").encode())


def _cells(column: PublicColumn, values: pa.Array) -> pa.Array:
    """A column as the cells of a line, in quotes where they are text."""
    bare = BARE.get(column.kind)
    if bare:
        return bare(values)
    if column.kind in ("texts", "integers", "records"):
        values = pa.array(map(list_text, values.to_pylist()), pa.string())
    if column.key:
        return _quoted(safe(values))
    known = values.dictionary_encode()  # most columns say few different things: each is looked at once
    return _quoted(safe(known.dictionary)).take(known.indices)


def _number(values: pa.Array) -> pa.Array:
    return pc.replace_substring(values.cast(pa.string()), ".", ",")


BARE: Mapping[Kind, Callable[[pa.Array], pa.Array]] = {
    "integer": lambda values: values.cast(pa.string()),
    "day": lambda values: values.cast(pa.string()),
    "money": _number,
    "number": _number,
    "boolean": lambda values: pc.if_else(values, "WAHR", "FALSCH"),
    "moment": lambda values: pc.strftime(values, "%Y-%m-%d %H:%M:%S"),
}


def safe(values: pa.Array) -> pa.Array:
    """Texts as cells that a spreadsheet leaves alone: pipeline.release.cells.excel_text for a whole column, cut to what a cell holds."""
    if values.null_count == len(values):
        return values
    taken = pc.and_not(pc.match_substring_regex(values, SEEN_AS, ignore_case=True), pc.match_substring_regex(values, COUNT))
    if pc.any(taken).as_py():
        values = pc.if_else(taken, pc.binary_join_element_wise("'", values, ""), values)
    if pc.any(pc.match_substring_regex(values, "[\r\n]")).as_py():
        values = pc.replace_substring_regex(values, "\r\n|\r|\n", BREAK)
    return shortened(values)


def shortened(values: pa.Array) -> pa.Array:
    """Texts cut to what a cell of Excel holds."""
    too_long = pc.greater(pc.binary_length(values), LONGEST)  # bytes of UTF-8 are never fewer than units of UTF-16
    if not pc.any(too_long).as_py():
        return values
    return pc.if_else(too_long, pa.array([None if one is None else short(one) for one in values.to_pylist()], pa.string()), values)


def short(text: str) -> str:
    """A text cut to what a cell of Excel holds, which counts in UTF-16."""
    if len(text) <= LONGEST // 2 or len(text.encode("utf-16-le")) <= 2 * LONGEST:
        return text
    room = 2 * (LONGEST - len(CUT))
    return text.encode("utf-16-le")[:room].decode("utf-16-le", "ignore") + CUT


def _quoted(values: pa.Array) -> pa.Array:
    return pc.binary_join_element_wise('"', pc.replace_substring(values, '"', '""'), '"', "")

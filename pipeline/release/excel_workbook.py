"""The tables as one workbook for people: `Lies mich`, what people look for, a sheet a table, and `Spalten`, what every column means.

Days, sums and counts are days, numbers and counts; text is text, whatever it begins with. A table that is too long for a sheet that
a person can use has a sheet that says where the whole is: half a table would be taken for a whole one.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq
import xlsxwriter
from xlsxwriter.worksheet import Worksheet

from pipeline.release import Draft, WrittenTable
from pipeline.release.excel import LEFT_OUT
from pipeline.release.excel_cells import Formats, width_of, write_of
from pipeline.release.excel_made import SHEETS, made_rows, made_sheets, made_table
from pipeline.release.excel_words import COLUMNS, README, about_columns, elsewhere, introduction, sheet_names
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.writers import TABLES

FILE = "beschlussbuch.xlsx"
LONGEST_SHEET = 100_000
"""Rows of a sheet that a person can still scroll and filter; Excel's own end is at 1,048,576."""
LONGEST_BOOK = 100_000
"""Rows of all sheets of tables; facts come first."""
LONGEST_MADE = 50_000
"""Rows of the sheets before them, which say again what stands in the tables."""
FACTS_FIRST = ("votes", "amounts", "deadlines", "resolution_points", "follow_ups", "references", "recusals", "agenda_items", "vote_groups")
HEAD = 2
"""Rows above the first row of a table: headings for people, names for programs."""
BATCH = 5_000
A4 = 9
OPTIONS = {"constant_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "remove_timezone": True}
EMPTY = datetime(2000, 1, 1)  # noqa: DTZ001  Excel knows no zones


def write_workbook(draft: Draft) -> None:
    """Write the workbook of a release from its finished tables."""
    moment = datetime.fromisoformat(draft.moment).replace(tzinfo=None) if draft.moment else EMPTY
    with xlsxwriter.Workbook(str(draft.folder / FILE), OPTIONS | {"tmpdir": str(draft.folder)}) as book:
        made = f"{draft.id}, Beschlussbuch {draft.version}"
        book.set_properties({"title": draft.curation.settings.title, "comments": made, "created": moment})
        _Book(book, draft).write()


def in_order(tables: Sequence[WrittenTable]) -> list[WrittenTable]:
    """The tables in the order of their sheets: facts, what sources list, documents, and what the pipeline did."""
    groups = {"fact": 0, "noun": 1, "record": 2}

    def place(table: WrittenTable) -> tuple[int, int]:
        if table.name in FACTS_FIRST:
            return 0, FACTS_FIRST.index(table.name)
        return groups[public_tables()[table.name].group], len(FACTS_FIRST)

    return sorted((table for table in tables if table.name not in LEFT_OUT), key=place)


def shown(tables: Sequence[WrittenTable], room: int = LONGEST_BOOK) -> set[str]:
    """The names of the tables that are short enough for a sheet."""
    names = set()
    for table in tables:
        if table.rows <= min(LONGEST_SHEET, room):
            names.add(table.name)
            room -= table.rows
    return names


class _Book:
    def __init__(self, book: Any, draft: Draft) -> None:
        self.draft = draft
        made, written = made_sheets(draft.folder), in_order(draft.tables)
        self.whole = shown(made, LONGEST_MADE) | shown(written)
        self.tables = [*made, *written]
        self.public = {table.name: made_table(table.name) if table.name in SHEETS else public_tables()[table.name] for table in self.tables}
        self.names = sheet_names(list(self.public.values()))
        self.formats = Formats.of(book)
        self.sheets: dict[str, Worksheet] = {name: book.add_worksheet(name) for name in (README, *self.names.values(), COLUMNS)}

    def write(self) -> None:
        self._write_readme()
        for table in self.tables:
            sheet, public = self.sheets[self.names[table.name]], self.public[table.name]
            if table.name in self.whole:
                self._write_table(sheet, public, table.rows)
            else:
                self._write_lines(sheet, [(elsewhere(public, table.rows),)])
        self._write_columns()

    def _write_readme(self) -> None:
        sheet = self.sheets[README]
        sheet.set_column(0, 0, 34)
        sheet.set_column(1, 2, 20)
        sheet.set_column(3, 3, 110)
        _for_paper(sheet, width=1)
        row = self._write_lines(sheet, introduction(self.draft))
        for column, word in enumerate(("Blatt", "Tabelle", "Zeilen", "Eine Zeile ist")):
            sheet.write_string(row, column, word, self.formats.head)
        for table in self.tables:
            row += 1
            name, public = self.names[table.name], self.public[table.name]
            sheet.write_url(row, 0, f"internal:'{name}'!A1", string=name)
            sheet.write_string(row, 1, table.name)
            sheet.write_number(row, 2, table.rows, self.formats.number)
            sheet.write_string(row, 3, public.de)

    def _write_lines(self, sheet: Worksheet, lines: Sequence[Sequence[str]]) -> int:
        for row, line in enumerate(lines):
            for column, words in enumerate(line):
                sheet.write_string(row, column, words, self.formats.head if row == 0 else None)
        return len(lines)

    def _write_table(self, sheet: Worksheet, table: PublicTable, rows: int) -> None:
        for place, column in enumerate(table.columns):
            sheet.set_column(place, place, width_of(column))
            sheet.write_string(0, place, column.words.title or column.name, self.formats.head)
        for place, column in enumerate(table.columns):
            sheet.write_string(1, place, column.name, self.formats.name)
        _for_paper(sheet, head=HEAD)
        sheet.freeze_panes(HEAD, 0)
        sheet.autofilter(HEAD - 1, 0, HEAD - 1 + rows, len(table.columns) - 1)
        writes = [(write_of(column, rows), place) for place, column in enumerate(table.columns)]
        for number, values in enumerate(self._rows(table), HEAD):
            for (write, place), value in zip(writes, values, strict=True):
                if value is not None:
                    write(sheet, number, place, value, self.formats)

    def _rows(self, table: PublicTable) -> Iterator[tuple[Any, ...]]:
        folder = self.draft.folder
        return made_rows(folder, table) if table.name in SHEETS else _rows(folder / TABLES / f"{table.name}.parquet")

    def _write_columns(self) -> None:
        sheet = self.sheets[COLUMNS]
        _for_paper(sheet, head=1, width=1)
        for place, width in enumerate((26, 20, 22, 26, 80, 12, 40, 30, 120)):
            sheet.set_column(place, place, width)
        lines = about_columns(self.names, self.public)
        self._write_lines(sheet, lines)
        sheet.freeze_panes(1, 0)
        sheet.autofilter(0, 0, len(lines) - 1, len(lines[0]) - 1)


def _for_paper(sheet: Worksheet, *, head: int = 0, width: int = 0) -> None:
    """How a sheet is printed: A4, lengthwise, its headings on every page; so many pages wide, where it is told."""
    sheet.set_landscape()
    sheet.set_paper(A4)
    if head:
        sheet.repeat_rows(0, head - 1)
    if width:
        sheet.fit_to_pages(width, 0)


def _rows(path: Path) -> Iterator[tuple[Any, ...]]:
    with pq.ParquetFile(path) as file:
        for batch in file.iter_batches(BATCH):
            yield from zip(*(values.to_pylist() for values in batch.columns), strict=True)

"""The cells of the workbook: how a value of each kind is written, and how wide its column is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from pipeline.release.excel import short
from pipeline.release.frames import list_text
from pipeline.release.schema import Kind, PublicColumn

MOST_LINKS = 65_000
"""Links of a sheet (Excel's own end is at 65,530)."""
LONGEST_LINK = 2_000
"""Characters of a link (Excel's own end is at 2,079)."""
FIRST_DAY = date(1900, 3, 1)
"""Before it Excel counts a day that never was."""
MOST_DIGITS = 10**13
"""Sums from here on would lose their cents."""
WIDTHS: Mapping[Kind, int] = {"integer": 10, "number": 11, "boolean": 10, "day": 12, "moment": 19, "money": 17, "texts": 16, "integers": 16}
WIDE: Mapping[str, int] = {
    "quote": 70, "text": 70, "title": 50, "name": 50, "sentence": 70, "document_title": 45, "subject_text": 30, "heading": 30,
    "why": 50, "resolution_text": 70, "body": 30, "permalink": 24, "source_url": 24, "original_url": 24,
    "document_sha256": 12, "sha256": 12,
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Formats:
    """The looks of cells."""

    head: Format
    name: Format
    day: Format
    moment: Format
    money: Format
    number: Format

    @classmethod
    def of(cls, book: Any) -> Formats:
        """The looks that a workbook's cells have."""
        return cls(
            head=book.add_format({"bold": True, "bg_color": "#E7EBF0"}),
            name=book.add_format({"italic": True, "font_color": "#666666", "bottom": 1}),
            day=book.add_format({"num_format": "yyyy-mm-dd"}),
            moment=book.add_format({"num_format": "yyyy-mm-dd hh:mm:ss"}),
            money=book.add_format({"num_format": "#,##0.00"}),
            number=book.add_format({"num_format": "#,##0"}),
        )


Write = Callable[[Worksheet, int, int, Any, Formats], None]


def width_of(column: PublicColumn) -> int:
    """The width of a column, in characters."""
    return WIDE.get(column.name) or WIDTHS.get(column.kind, 18)


def write_text(sheet: Worksheet, row: int, place: int, value: str, _: Formats) -> None:
    """Text, whatever it begins with."""
    if value:
        sheet.write_string(row, place, short(value.replace("\r\n", "\n").replace("\r", "\n") if "\r" in value else value))


def write_link(sheet: Worksheet, row: int, place: int, value: str, formats: Formats) -> None:
    """An address that can be followed: of the web, or of a file beside the workbook."""
    if len(value) > LONGEST_LINK:
        write_text(sheet, row, place, value, formats)
        return
    sheet.write_url(row, place, value if value.startswith(("http://", "https://")) else f"external:{value}", string=value)


def write_list(sheet: Worksheet, row: int, place: int, value: list[Any], formats: Formats) -> None:
    """A list as its JSON text."""
    write_text(sheet, row, place, list_text(value) or "", formats)


def write_number(sheet: Worksheet, row: int, place: int, value: float, formats: Formats) -> None:
    """A number; as text where Excel would round it."""
    if abs(value) < MOST_DIGITS:
        sheet.write_number(row, place, value)
    else:
        write_text(sheet, row, place, str(value), formats)


def write_money(sheet: Worksheet, row: int, place: int, value: Decimal, formats: Formats) -> None:
    """A sum of money; as text where Excel would round it."""
    if abs(value) < MOST_DIGITS:
        sheet.write_number(row, place, float(value), formats.money)
    else:
        write_text(sheet, row, place, str(value), formats)


def write_truth(sheet: Worksheet, row: int, place: int, value: bool, _: Formats) -> None:
    """WAHR or FALSCH as text: LibreOffice makes formulas of Excel's truths (7.4, 2026-11)."""
    sheet.write_string(row, place, "WAHR" if value else "FALSCH")


def write_day(sheet: Worksheet, row: int, place: int, value: date, formats: Formats) -> None:
    """A day; as text where Excel's calendar does not reach."""
    if value >= FIRST_DAY:
        sheet.write_datetime(row, place, value, formats.day)
    else:
        write_text(sheet, row, place, value.isoformat(), formats)


def write_moment(sheet: Worksheet, row: int, place: int, value: datetime, formats: Formats) -> None:
    """A moment, in UTC; as text where Excel's calendar does not reach."""
    if value.date() >= FIRST_DAY:
        sheet.write_datetime(row, place, value, formats.moment)
    else:
        write_text(sheet, row, place, value.isoformat(), formats)


WRITES: Mapping[Kind, Write] = {
    "text": write_text,
    "json": write_text,
    "integer": write_number,
    "number": write_number,
    "money": write_money,
    "boolean": write_truth,
    "day": write_day,
    "moment": write_moment,
    "texts": write_list,
    "integers": write_list,
    "records": write_list,
}


def write_of(column: PublicColumn, rows: int) -> Write:
    """What writes the values of a column of a table with so many rows."""
    return write_link if column.name == "permalink" and rows <= MOST_LINKS else WRITES[column.kind]

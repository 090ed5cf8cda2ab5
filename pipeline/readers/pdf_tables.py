"""The ruled tables of a PDF by pdfplumber, opened only if some page needs it."""

from __future__ import annotations

import io
import logging
from collections.abc import Sequence
from functools import cached_property

import pdfplumber
from pdfplumber.pdf import PDF

from pipeline.readers.pdf_page import Table

logger = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font, thousands of lines a run


class RuledTables:
    """The ruled tables of one PDF, page by page."""

    def __init__(self, data: bytes) -> None:
        """`data` is the whole file; nothing is parsed before the first question."""
        self._data = data

    @cached_property
    def _document(self) -> PDF:
        return pdfplumber.open(io.BytesIO(self._data))

    def on(self, number: int) -> Sequence[Table]:
        """The tables of a page (counted from 0) with at least two rows and two columns; none where pdfplumber fails."""
        try:
            page = self._document.pages[number]
            found = [(table.bbox, table.extract()) for table in page.find_tables()]
            height = float(page.height)
            page.close()
        except Exception as error:  # noqa: BLE001  TypeError and IndexError escape pdfplumber's own class (4,957 files tried)
            logger.warning("page %d: pdfplumber reads no tables there (%s)", number + 1, error)
            return ()
        return [
            Table(tuple(_line(row) for row in rows if any(row)), height - top, height - bottom)
            for (_, top, _, bottom), rows in found
            if len(rows) > 1 and len(rows[0]) > 1 and _filled(rows) >= 0.3
        ]


def _line(row: Sequence[str | None]) -> str:
    return "\t".join(" ".join((cell or "").split()) for cell in row).rstrip("\t")


def _filled(rows: Sequence[Sequence[str | None]]) -> float:
    """The share of cells with words in them; a form's empty frame is no table."""
    cells = [cell for row in rows for cell in row]
    return sum(bool(cell and cell.strip()) for cell in cells) / len(cells)

"""The ruled tables of a PDF page: the cells between its rules, with the words that pdfium finds in each.

    │ Fraktion    │ Ja │ Nein │          "Fraktion⇥Ja⇥Nein⏎Bürgerblock⇥12⇥3": a row is a line, its cells are separated by tabs,
    │ Bürgerblock │ 12 │    3 │          the words of a merged cell stand at its top left, the others that it covers are empty

Where the rules form no plain grid pdfplumber is asked as the second opinion; it takes 30 times as long, and needs to be asked on
few pages. What it gives is taken only where not a letter is lost or doubled on the way into its cells.
"""

from __future__ import annotations

import io
import logging
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from typing import TYPE_CHECKING

import pypdfium2

from pipeline.readers.pdf_aligned import with_aligned
from pipeline.readers.pdf_grid import Grid, grids_of
from pipeline.readers.pdf_places import Box, Line, Places
from pipeline.readers.pdf_rules import rules_of

if TYPE_CHECKING:
    from pdfplumber.pdf import PDF

logger = logging.getLogger(__name__)
logging.getLogger("pdfminer").setLevel(logging.ERROR)  # it warns of every odd font, thousands of lines a run

FILLED = 0.3  # the share of cells with words in them; a form's empty frame is no table
LONG_CELL = 1000  # characters; the page is laid out by rules, its paragraphs are no cells
NEXT_LINE = 0.8  # of a letter's height
SAME = 20.0  # points by which the edges of two readers may differ in sum
WORD = re.compile(r"\S+")
BROKEN = re.compile(r"(?<=\w-)\n(?=\w)")  # "Enthal-⏎tung"
LETTER = re.compile(r"[^\W\d_]")

Rows = list[list[str]]
Place = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Filled:
    """A grid with the words in its cells, the lines that they stand in, and what of those lines stands outside."""

    grid: Grid
    rows: Rows
    lines: frozenset[Line]
    outside: tuple[Line, ...]


class RuledTables:
    """The tables of one PDF, page by page: those with rules, and those without whose figures are in line."""

    def __init__(self, data: bytes) -> None:
        """`data` is the whole file; pdfplumber parses none of it before its opinion is asked."""
        self._data = data

    @cached_property
    def _document(self) -> PDF:
        import pdfplumber  # noqa: PLC0415  takes as long as ten pages, and few files need it

        return pdfplumber.open(io.BytesIO(self._data))

    def within(self, page: pypdfium2.PdfPage, lines: list[Line], places: Places, number: int) -> list[Line]:
        """The lines of a page (counted from 0) with the rows of its tables in place of the lines that stand in them."""
        rules, at = rules_of(page, places), 0
        for at, grid in enumerate(grids_of(rules) if rules else (), 1):
            table = _filled(grid, lines, places)
            if _is_table(table.rows):
                rows = table.rows if grid.plain else self._second_opinion(number, table)
                lines = _with_rows(lines, table, rows, at) if rows else lines
        return with_aligned(lines, places, at + 1)

    def _second_opinion(self, number: int, table: Filled) -> Rows:
        """What pdfplumber makes of a grid that is not plain; nothing where it fails, or loses letters."""
        try:
            page = self._document.pages[number]
            found = [(each.bbox, [[cell or "" for cell in row] for row in each.extract()]) for each in page.find_tables()]
            height = float(page.height)
            page.close()
        except Exception as error:  # noqa: BLE001  TypeError and IndexError escape pdfplumber's own class (4,957 files tried)
            logger.warning("page %d: pdfplumber reads no tables there (%s)", number + 1, error)
            return []
        for (left, top, right, bottom), rows in found:
            if _is_same(table.grid.box, Box(left, height - bottom, right, height - top)) and _letters(rows) == _letters(table.rows):
                return rows
        return []


def _is_same(one: Box, other: Box) -> bool:
    return abs(one.left - other.left) + abs(one.right - other.right) + abs(one.top - other.top) + abs(one.bottom - other.bottom) < SAME


def _letters(rows: Rows) -> Counter[str]:
    return Counter("".join("".join(cell.split()) for row in rows for cell in row))


def _filled(grid: Grid, lines: Sequence[Line], places: Places) -> Filled:
    """A grid with the words of the lines that run through it; each line is a line of its own in every cell that it runs through."""
    rows = [[""] * grid.columns for _ in range(grid.rows)]
    inside, outside = set(), []
    for line in lines:
        if line.first < 0 or line.table or not _touches(line, grid.box):
            continue
        pieces = list(_pieces(line, grid, places))
        if all(place is None for place, _ in pieces):
            continue
        inside.add(line)
        for place, piece in pieces:
            if place is None:
                outside.append(piece)
            else:
                row, column = place
                rows[row][column] += ("\n" if rows[row][column] else "") + piece.text
    return Filled(grid, rows, frozenset(inside), tuple(outside))


def _touches(line: Line, box: Box) -> bool:
    return box.bottom < line.top and line.top - line.height < box.top and line.left < box.right and max(line.left, line.right) > box.left


def _pieces(line: Line, grid: Grid, places: Places) -> Iterator[tuple[Place | None, Line]]:
    """A line cut where it leaves a cell, each piece with the place of its cell; None for what stands outside of the grid."""
    start = end = 0
    here: Place | None = None
    before: Box | None = None
    for word in WORD.finditer(line.text):
        for first, last in _parts(line, word.start(), word.end(), grid, places):
            box = places.box(line.first + first)
            place = grid.place_of(*box.middle)
            if before and (place != here or _is_below(box, before)):
                yield here, replace(line, text=line.text[start:end], left=before.left, first=line.first + start)
                before = None
            if before is None:
                here, start, before = place, first, box
            end = last
    if before:
        yield here, replace(line, text=line.text[start:end], left=before.left, first=line.first + start)


def _parts(line: Line, start: int, end: int, grid: Grid, places: Places) -> Iterator[tuple[int, int]]:
    """A word as it is, or letter by letter where it ends in another cell or line than it began: pdfium saw no blank between them."""
    first, last = places.box(line.first + start), places.box(line.first + end - 1)
    if grid.place_of(*first.middle) == grid.place_of(*last.middle) and not _is_below(last, first):
        yield start, end
    else:
        yield from ((at, at + 1) for at in range(start, end))


def _is_below(box: Box, before: Box) -> bool:
    """Whether a letter stands in the next line; one of a turned word stands less far below the one before it than it is long."""
    return before.bottom - box.bottom > NEXT_LINE * max(before.top - before.bottom, before.right - before.left)


def _is_table(rows: Rows) -> bool:
    """Whether there are two rows and two columns with words, enough cells filled, and none of them a page of prose."""
    cells = [cell for row in rows for cell in row]
    filled = [row for row in rows if any(row)]
    columns = sum(any(column) for column in zip(*rows, strict=True))
    return len(filled) > 1 and columns > 1 and sum(map(bool, cells)) >= FILLED * len(cells) and max(map(len, cells)) <= LONG_CELL


def _with_rows(lines: list[Line], table: Filled, rows: Rows, number: int) -> list[Line]:
    """The lines with the rows of a table in place of those that stand in it; what stands beside it in the same lines follows."""
    at = next(at for at, line in enumerate(lines) if line in table.lines)
    box = table.grid.box
    texts = [_line(row) for each in rows if any(each) for row in _unstacked(each)]
    standing = [Line(text, box.left, box.top, box.top - box.bottom, box.right, table=number) for text in texts]
    return [*lines[:at], *standing, *table.outside, *(line for line in lines[at:] if line not in table.lines)]


def _unstacked(row: list[str]) -> Rows:
    """A row whose cells hold the same number of lines, of figures in all but one, as so many rows: no rule was drawn between them."""
    stacks = [cell.split("\n") if cell else [] for cell in row]
    high = max(map(len, stacks))
    figures = sum(bool(stack) and not any(map(LETTER.search, stack)) for stack in stacks)
    if high < 2 or figures < max(1, sum(map(bool, stacks)) - 1) or any(len(stack) not in (0, high) for stack in stacks):
        return [row]
    return [[stack[at] if stack else "" for stack in stacks] for at in range(high)]


def _line(row: Sequence[str]) -> str:
    """A row in one line; "Enthal-⏎tung" keeps its line end as U+2028, which is one inside a cell, any other is a blank."""
    return "\t".join("\u2028".join(" ".join(part.split()) for part in BROKEN.split(cell)) for cell in row).rstrip("\t")

r"""Tables as they stand in a text: a row is a line, its cells are separated by tabs; the heads say what a column is about.

    "Fraktion\tJa\tNein\nBürgerblock\t12\t3"  →  Table(heads=("Fraktion", "Ja", "Nein"), body=(("Bürgerblock", "12", "3"),))

Readers write tables so; a head may have several rows, and comes again where a table goes on over a page break. A cell merged over
several columns stands in the first of them, and its words belong to the heads of all.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import zip_longest

from extractors.text.minutes import DocumentText
from extractors.text.shadow import Shadow

LINE = re.compile(r"[^\n]+")
FIGURE = re.compile(r"\d|^[xX✓✗☒]$")
FIGURES = re.compile(r"(?:[-–+€]|CHF|EUR|ca\.|[ ])*\d[\d.,'’ ]*(?:[ ]?(?:[-–]|€|EUR|Euro|CHF|T€|TEUR|%|Mio\.|Tsd\.))*|[-–—xX☒]")
YEAR = re.compile(r"(?:19|20)\d\d(?:\s?(?:/|–|-|bis)\s?(?:\d\d){1,2})?")
WIDEST = 60  # cells; what has more is no row that anybody reads
HEAD_ROWS = 4
LONGEST_HEAD = 80  # characters of a cell; longer ones are text
BEFORE = 160  # characters above a table that may say what its figures are


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its words in one line, and where they stand in the shadow."""

    text: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class Row:
    """A row of as many cells as its table has columns; those that are not printed are empty."""

    cells: tuple[Cell, ...]
    start: int
    end: int

    @property
    def label(self) -> str:
        """The words of its first cell."""
        return self.cells[0].text

    @property
    def is_alone(self) -> bool:
        """Whether its first cell is all it has: a title over the whole table, or a heading inside it."""
        return not any(cell.text for cell in self.cells[1:])


@dataclass(frozen=True, slots=True)
class Table:
    """A table with what its columns are about; the words right above it may say more."""

    heads: tuple[str, ...]
    """One for each column; empty ones where a table has no head."""
    body: tuple[Row, ...]
    start: int
    end: int
    above: str = ""
    """The end of the text before it: "Angaben in Euro"."""
    lowest: tuple[str, ...] = ()
    """Of heads of several rows the lowest one of each column: "Ja" of "Ergebnis Ja"."""

    @property
    def is_of_figures(self) -> bool:
        """Whether most of its cells behind the labels hold nothing but figures: costs, votes, counts; no text laid out in columns."""
        cells = [cell.text for row in self.body for cell in row.cells[1:] if cell.text]
        return 2 * sum(FIGURES.fullmatch(cell) is not None for cell in cells) > len(cells)

    def column(self, pattern: re.Pattern[str]) -> int | None:
        """The first column whose head, or the lowest row of it, is what a pattern says."""
        return next((number for heads in (self.heads, self.lowest) for number, head in enumerate(heads) if pattern.fullmatch(head)), None)


def tables_of(source: DocumentText, shadow: Shadow) -> Iterator[Table]:
    """The tables of a text, in order."""
    if "\t" not in source.text:
        return
    for lines in _blocks(source.text, list(shadow.left_out())):
        rows = [_row(source.text, start, end, shadow) for start, end in lines]
        if len(rows) > 1:
            yield _table(rows, shadow.text)


def _blocks(text: str, furniture: Sequence[tuple[int, int]]) -> Iterator[list[tuple[int, int]]]:
    """Lines with tabs that follow each other; a line without may stand between two of them, and the furniture of a page.

    A head that comes again on each page is taken for furniture by the shadow, but it stays a row here.
    """
    starts = [start for start, _ in furniture]
    block: list[tuple[int, int]] = []
    passing: list[tuple[int, int]] = []
    done = 0
    for line in LINE.finditer(text):
        left_out = bisect_right(starts, line.start()) - 1
        cells = line[0].count("\t")
        if not cells and left_out >= 0 and line.start() < furniture[left_out][1]:
            done = line.end()
            continue
        if block and text.count("\n", done, line.start()) > 1:
            yield block
            block, passing = [], []
        if 0 < cells < WIDEST:
            block += [*passing, line.span()]
            passing = []
        elif block and not passing and not cells:
            passing = [line.span()]
        elif block:
            yield block
            block, passing = [], []
        done = line.end()
    if block:
        yield block


def _row(text: str, start: int, end: int, shadow: Shadow) -> Row:
    cells = []
    for printed in text[start:end].split("\t"):
        words = printed.strip()
        first = start + len(printed) - len(printed.lstrip()) if words else start
        at = shadow.at(first)
        until = max(at, shadow.at(first + len(words)))
        cells.append(Cell(" ".join(shadow.text[at:until].split()) or " ".join(words.split()), at, until))
        start += len(printed) + 1
    return Row(tuple(cells), cells[0].start, cells[-1].end)


def _table(rows: list[Row], text: str) -> Table:
    wide = max(len(row.cells) for row in rows)
    rows = [_padded(row, wide) for row in rows]
    titled = next((number for number, row in enumerate(rows[:HEAD_ROWS]) if not row.is_alone), 0)
    high = titled + _head_rows(rows[titled:])
    heads, printed = rows[titled:high], {_words(row) for row in rows[titled:high]}
    body = tuple(row for row in rows[high:] if _words(row) not in printed)
    first = rows[titled].start
    above = text[max(0, first - BEFORE) : first].rstrip().rsplit("\n\n", 1)[-1]
    columns = _heads(heads, wide)
    lowest = tuple(column[-1] if column else "" for column in columns)
    return Table(tuple(" ".join(dict.fromkeys(column)) for column in columns), body, rows[0].start, rows[-1].end, above, lowest)


def _padded(row: Row, wide: int) -> Row:
    return Row((*row.cells, *(Cell("", row.end, row.end) for _ in range(wide - len(row.cells)))), row.start, row.end)


def _words(row: Row) -> tuple[str, ...]:
    return tuple(cell.text for cell in row.cells)


def _head_rows(rows: Sequence[Row]) -> int:
    """How many rows are heads: those before the first with a figure that is no year; none where all or the first hold figures."""
    for number, row in enumerate(rows[: HEAD_ROWS + 1]):
        if any(len(cell.text) > LONGEST_HEAD for cell in row.cells):
            return min(number, 1)
        if number and (row.is_alone or not _goes_on(rows[number - 1], row)):
            return number
        if any(FIGURE.search(YEAR.sub("", cell.text)) for cell in row.cells[1:]):
            return number
    return 1  # a table of words


def _goes_on(head: Row, row: Row) -> bool:
    """Whether a row goes on with a head: it has no label, or it fills the columns over which a cell of the head is merged."""
    return not row.label or any(not above.text and below.text for above, below in zip(head.cells[1:], row.cells[1:], strict=True))


def _heads(rows: Sequence[Row], wide: int) -> list[list[str]]:
    """The heads of the columns; an empty cell above a filled one belongs to the merged cell at its left."""
    columns: list[list[str]] = [[] for _ in range(wide)]
    for row, below in zip_longest(rows, rows[1:]):
        last = ""
        for number, cell in enumerate(row.cells):
            merged = not cell.text and number > 0 and below is not None and below.cells[number].text
            last = last if merged else cell.text
            if last:
                columns[number].append(last)
    return columns

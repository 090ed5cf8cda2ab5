"""Where the cells of a page's table stand: spans over columns and rows leave empty cells behind, so that each keeps its column.

<td rowspan=2>Radweg</td><td>2031</td>  ·  <td>2032</td>     →  "Radweg⇥2031" · "⇥2032"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from itertools import islice

import lxml.html

WIDEST, HIGHEST = 40, 500  # columns and rows that a cell may span; more are a mistake, or malice
BLOCKS = {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "center", "address", "section", "article", "header", "footer"}
NO_CELL = {"table", "ul", "ol", "dl", "pre", "blockquote", "fieldset", "hr"}
MANY_PARTS, LONG_CELL = 40, 80  # elements, letters; a cell of several paragraphs with more is a column of a page
WHOLE = re.compile(r"\d{1,4}", re.ASCII)


@dataclass(slots=True)
class Cells:
    """A table under construction: the column of the last cell, and of the last one that words were written in."""

    column: int = 0
    written: int = 0
    is_new: bool = True
    """Whether the row has no words yet."""
    _next: int = 0
    _hanging: dict[int, int] = field(default_factory=dict)

    def row(self) -> None:
        """Begin a row."""
        self._hanging = {column: rows - 1 for column, rows in self._hanging.items() if rows > 1}
        self.column = self.written = self._next = 0
        self.is_new = True

    def cell(self, attributes: Mapping[str, str | None]) -> None:
        """Begin a cell, in the first column that no cell from above reaches into."""
        while self._next in self._hanging:
            self._next += 1
        wide, high = _span(attributes.get("colspan"), WIDEST), _span(attributes.get("rowspan"), HIGHEST)
        self.column = self._next
        self._next += wide
        if high > 1:
            self._hanging |= dict.fromkeys(range(self.column, self._next), high)

    def tabs(self) -> str:
        """The tabs before the words of the cell that is open."""
        tabs, self.written, self.is_new = "\t" * (self.column - self.written), self.column, False
        return tabs


def _span(said: str | None, most: int) -> int:
    return min(int(said), most) or 1 if said and WHOLE.fullmatch(said.strip()) else 1


def is_row_of_cells(row: lxml.html.HtmlElement) -> bool:
    """Whether a row holds two cells with words at least, each so short that it is one line, in whatever elements it stands."""
    cells = [cell for cell in islice(row, WIDEST) if cell.tag in ("td", "th")]
    letters = [_letters(cell) for cell in cells]
    return None not in letters and sum(bool(count) for count in letters) > 1


def _letters(cell: lxml.html.HtmlElement) -> int | None:
    """How many letters a cell holds; None where it is more than a line."""
    blocks = letters = 0
    for part in islice(cell.iter(), MANY_PARTS + 1):
        if part.tag in NO_CELL:
            return None
        blocks += part.tag in BLOCKS or part.tag == "br"
        letters += sum(len(words.strip()) for words in _words(part, cell))
    return None if blocks > 1 and letters > LONG_CELL else letters


def _words(part: lxml.html.HtmlElement, cell: lxml.html.HtmlElement) -> Iterator[str]:
    if isinstance(part.tag, str) and part.text:
        yield part.text
    if part is not cell and part.tail:
        yield part.tail

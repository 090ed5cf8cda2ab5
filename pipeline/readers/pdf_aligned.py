"""Tables without rules: figures that stand below each other in two columns at least, in three rows at least.

    Posten            2031      2032        heads: the row above, if each of its words stands over one column
    Radweg          12.000     8.500        rows: a label, and figures in columns
    am Ufer                                 a label alone may stand between two rows
    Steg               500         –

Nothing else is taken for a table: lists of names, letter heads and tables of contents stand in columns too, and a page whose figures
are not in line stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import pairwise

from pipeline.readers.pdf_pieces import middle_of, pieces_of, rows_of
from pipeline.readers.pdf_places import Line, Places

FIGURE = re.compile(r"(?:[-–+−][ ]?)?\d[\d.,'’ ]*(?:,--?)?[ ]?(?:€|EUR|T€|%|CHF)?|€[ ]?[\d.,]+|[-–—]|-,--")
DAY = re.compile(r"\d{1,2}\.\d{1,2}\.(?:\d{2,4})?|(?:19|20)\d\d")
LAST = frozenset("0123456789€%RTF")  # letters that figures end in
_SUM = r"(?:[-–+−][ ]?)?\d[\d.,'’]*(?:[ ]?(?:€|EUR|T€|%|CHF))?"
SUMS = re.compile(rf"(?:^|[ ])(?:{_SUM}|[-–])[ ]{_SUM}$")
ROWS, COLUMNS = 3, 2
MANY_LINES = 1000  # hostile pages have 60,000
EDGE = 4.0  # points by which the right edges, or the middles, of a column's figures may differ
FAR = 3.2  # heights of a letter between two rows


def with_aligned(lines: list[Line], places: Places, number: int) -> list[Line]:
    """The lines of a page with the rows of its tables without rules, which are numbered from `number` on."""
    free = [line for line in lines if line.first >= 0 and not line.table and line.height]
    if len(free) > MANY_LINES or sum(map(_has_figures, free)) < COLUMNS * ROWS:
        return lines
    rows = rows_of([piece for line in free for piece in pieces_of(line, places)])
    for first, last in _stretches(rows):
        columns = _columns([row for row in rows[first:last] if _figures(row)])
        if columns is None:
            continue
        head = _head(rows[first - 1], rows[first], columns) if first else None
        table = rows[first - 1 : last] if head else rows[first:last]
        texts = [_line(row, head or columns) for row in table]
        lines = _replaced(lines, [piece for row in table for piece in row], texts, number)
        number += 1
    return lines


def _has_figures(line: Line) -> int:
    """How many figures a line ends in, as far as can be seen without their places: two, one that is the whole line, or none."""
    if line.text[-1] not in LAST:
        return 0
    return COLUMNS if SUMS.search(line.text[-40:]) else int(FIGURE.fullmatch(line.text) is not None)


def _figures(row: Sequence[Line]) -> list[Line]:
    """The figures of a row right of its label; none where anything else stands between them."""
    figures = list(row[1:])
    return figures if len(figures) >= COLUMNS and all(FIGURE.fullmatch(piece.text.strip()) for piece in figures) else []


def _stretches(rows: Sequence[Sequence[Line]]) -> list[tuple[int, int]]:
    """Rows of figures that follow each other closely, a label alone between two of them."""
    found: list[tuple[int, int]] = []
    for at, row in enumerate(rows):
        if not _figures(row):
            continue
        start, end = found[-1] if found else (0, -2)
        near = end >= 0 and at - end <= 1 and all(_is_near(above, below) for above, below in pairwise(rows[end - 1 : at + 1]))
        if near and all(len(between) == 1 for between in rows[end:at]):
            found[-1] = (start, at + 1)
        else:
            found.append((at, at + 1))
    return [(start, end) for start, end in found if sum(bool(_figures(row)) for row in rows[start:end]) >= ROWS]


def _is_near(above: Sequence[Line], below: Sequence[Line]) -> bool:
    return middle_of(above[0]) - middle_of(below[0]) < FAR * max(above[0].height, below[0].height)


def _columns(rows: Sequence[Sequence[Line]]) -> list[tuple[float, float]] | None:
    """Where the columns of figures begin and end; None where the figures are not in line, or are days."""
    columns: list[list[Line]] = []
    for piece in sorted((piece for row in rows for piece in row[1:]), key=lambda piece: piece.left):
        if columns and piece.left < max(other.right for other in columns[-1]):
            columns[-1].append(piece)
        else:
            columns.append([piece])
    labels = max(row[0].right for row in rows)
    if len(columns) < COLUMNS or labels > min(piece.left for piece in columns[0]):
        return None
    if any(len(column) < max(2, len(rows) // 2) or not _in_line(column) for column in columns):
        return None
    row_of = {id(piece): number for number, row in enumerate(rows) for piece in row}
    if any(len({row_of[id(piece)] for piece in column}) < len(column) for column in columns):
        return None  # two figures of one row in one column
    return [(min(piece.left for piece in column), max(piece.right for piece in column)) for column in columns]


def _in_line(column: Sequence[Line]) -> bool:
    """Whether figures end, begin or stand in the middle at one place, and are no days."""
    if sum(DAY.fullmatch(piece.text.strip()) is not None for piece in column) > len(column) / 2:
        return False
    places = ([p.right for p in column], [p.left for p in column], [(p.left + p.right) / 2 for p in column])
    return any(max(edges) - min(edges) <= EDGE for edges in places)


def _head(row: Sequence[Line], below: Sequence[Line], columns: Sequence[tuple[float, float]]) -> list[tuple[float, float]] | None:
    """The columns as wide as their heads, None where the row above is no head of theirs."""
    if len(row) < COLUMNS or not _is_near(row, below):
        return None
    wide = list(columns)
    for piece in row:
        over = [at for at, (left, right) in enumerate(columns) if piece.left < right + EDGE and piece.right > left - EDGE]
        if len(over) > 1 or (not over and piece is not row[0]):
            return None
        for at in over:
            wide[at] = min(wide[at][0], piece.left), max(wide[at][1], piece.right)
    return wide if all(one[1] <= other[0] for one, other in pairwise(wide)) else None


def _line(row: Sequence[Line], columns: Sequence[tuple[float, float]]) -> str:
    cells = [""] * (len(columns) + 1)
    for piece in row:
        middle = (piece.left + piece.right) / 2
        at = next((at for at, (left, right) in enumerate(columns, 1) if left - EDGE <= middle <= right + EDGE), 0)
        cells[at] = f"{cells[at]} {piece.text.strip()}".strip()
    return "\t".join(cells).rstrip("\t")


def _replaced(lines: list[Line], pieces: Sequence[Line], texts: Sequence[str], number: int) -> list[Line]:
    """The lines with the rows in place of those that the pieces are cut from."""
    starts = {piece.first for piece in pieces}
    gone = [line for line in lines if not line.table and line.first in starts]
    if _letters(line.text for line in gone) != _letters(texts):
        return lines  # a line runs on in another row: pdfium has seen no line end
    at = lines.index(gone[0])
    top, left = max(line.top for line in gone), min(line.left for line in gone)
    bottom, right = min(line.top - line.height for line in gone), max(line.right for line in gone)
    rows = [Line(text, left, top, top - bottom, right, table=number) for text in texts]
    return [*lines[:at], *rows, *(line for line in lines[at:] if line not in gone)]


def _letters(texts: Iterable[str]) -> list[str]:
    return sorted("".join("".join(text.split()) for text in texts))

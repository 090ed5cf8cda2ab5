"""The lines of a page in the order in which they are read: column after column between what runs over all columns.

A page's content mostly comes in reading order already, and most pages have one column: both are seen from the ends of the lines
and a few wide blanks, and the page stays as it is. Only where running text stands side by side *and* its content runs across the
columns or jumps about are the lines put in order; an attendance list or a letter head is no running text and is never torn apart.

    Der Rat hat am   Die Mittel ste-        pieces: lines cut at wide blanks
    9. Mai getagt.   hen bereit.            gutter: what hardly any piece stands on
    ------- Fraktion 12 0 1 -------         barrier: what crosses a gutter, and rows of a table
    Er stimmte zu.   Der Rest folgt.        bands: what lies between two barriers, column after column
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby, pairwise
from statistics import median

from pipeline.readers.pdf_places import Line, Places

BLANKS = re.compile(" +")
WIDE_BLANK = 8.0  # points; a justified line of ten points seldom has blanks of seven
SAMPLES = 10  # long lines that are looked at for wide blanks
STEP = 2.0  # points; how finely the page's width is looked at
GUTTER = 6.0  # points
FEW = 0.2  # of the pieces that stand on the fullest place: as many may stand on a gutter (headings, cells of tables)
MARGIN = 45.0  # points; a narrower column is line numbers or bullets and belongs to its neighbour
COLUMN_LINES = 5  # of running text on each side
COLUMN_LETTERS = 18  # in half of them
FILLED = 0.6  # of the column's width in half of the lines
CONTINUED = 0.2  # of the lines begin with a small letter; lists of names, labels and sums never do
EDGE_ROWS, EDGE_GAP = 3, 2.2  # a head or foot has so many lines at most, and so many usual distances to the text
LONG_LINES = (12, 35, 0.9)  # lines, letters in half of them, share of the width
WHOLE = 0.6  # of the page's content; what is wider runs over all columns


def in_reading_order(lines: Sequence[Line], places: Places) -> list[Line]:
    """The lines of a page, given in the order of its content, as one reads them."""
    if len(lines) < 2 or not all(line.height for line in lines):
        return list(lines)
    jumps = any(below.top > above.top + above.height for above, below in pairwise(lines))
    is_cut = _has_wide_blanks(lines, places)
    if not (jumps or is_cut or _stand_side_by_side(lines)):
        return list(lines)
    pieces = [piece for line in lines for piece in _pieces(line, places)] if is_cut else list(lines)
    gutters = _gutters(pieces)
    if gutters and _is_disordered(lines, pieces, gutters):
        rows = _rows(pieces)
        barriers = _barriers(rows, gutters)
        if _are_columns(rows, barriers, gutters):
            return _down_the_columns(rows, barriers, gutters)
    return _down_the_page(lines) if jumps else list(lines)


def _stand_side_by_side(lines: Sequence[Line]) -> bool:
    """Whether the content steps to and fro between lines whose heights overlap."""
    return (
        sum(abs(above.top - below.top) < 0.7 * above.height and above.right < below.left for above, below in pairwise(lines))
        >= COLUMN_LINES
    )


def _has_wide_blanks(lines: Sequence[Line], places: Places) -> bool:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    across = [line for line in lines if line.right - line.left > WHOLE * (right - left) and line.first >= 0]
    samples = across[:: max(1, len(across) // SAMPLES)]
    return sum(len(list(_pieces(line, places))) > 1 for line in samples) >= 2


def _pieces(line: Line, places: Places) -> Iterator[Line]:
    """A line cut at its wide blanks, and where pdfium has seen no line end."""
    if line.first < 0:
        yield line
        return
    piece, start = line, 0
    for blank in BLANKS.finditer(line.text):
        before, after = places.box(line.first + blank.start() - 1), places.box(line.first + blank.end())
        goes_on = -WIDE_BLANK < after.left - before.right < WIDE_BLANK and abs(after.bottom - before.bottom) < line.height
        if not goes_on:
            yield replace(piece, text=line.text[start : blank.start()], right=before.right)
            start = blank.end()
            piece = replace(line, left=after.left, top=after.top, height=after.top - after.bottom, first=line.first + start)
    yield replace(piece, text=line.text[start:])


def _gutters(pieces: Sequence[Line]) -> list[float]:
    """The places between columns, from left to right."""
    left, right = min(piece.left for piece in pieces), max(piece.right for piece in pieces)
    changes = [0] * (int((right - left) / STEP) + 3)
    for piece in pieces:
        if piece.right - piece.left < WHOLE * (right - left):
            changes[int((piece.left - left) / STEP)] += 1
            changes[int((piece.right - left) / STEP) + 1] -= 1
    covered = list(accumulate(changes))[:-1]
    few = FEW * max(covered)
    gutters, at, edge = [], 0, left
    for is_empty, run in groupby(covered, key=lambda count: count <= few):
        counts = list(run)
        if is_empty and len(counts) * STEP >= GUTTER and 0 < at < len(covered) - len(counts):
            least = len(counts) - 1 - counts[::-1].index(min(counts))
            gutters.append(left + (at + least) * STEP)
        at += len(counts)
    found = []
    for gutter in gutters:
        if gutter - edge > MARGIN and right - gutter > MARGIN:
            found.append(gutter)
            edge = gutter
    return found


def _column(piece: Line, gutters: Sequence[float]) -> int | None:
    """The number of the column that a piece stands in, None where it runs over a gutter."""
    if any(piece.left < gutter - STEP and piece.right > gutter + STEP for gutter in gutters):
        return None
    return sum((piece.left + piece.right) / 2 > gutter for gutter in gutters)


def _are_columns(rows: Sequence[Sequence[Line]], barriers: Sequence[bool], gutters: Sequence[float]) -> bool:
    """Whether running text stands in every column."""
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for row, is_barrier in zip(rows, barriers, strict=True):
        for piece in () if is_barrier else row:
            columns[_column(piece, gutters) or 0].append(piece)
    return all(_is_running(column) for column in columns)


def _is_running(lines: Sequence[Line]) -> bool:
    """Lines that mostly fill their column, of which some begin amid a sentence; long ones that all fill it need not."""
    texts = [line.text for line in lines]
    if len(lines) < COLUMN_LINES or median(map(len, texts)) < COLUMN_LETTERS:
        return False
    width = max(line.right for line in lines) - min(line.left for line in lines)
    filled = median(line.right - line.left for line in lines) / width if width else 0.0
    if len(lines) >= LONG_LINES[0] and median(map(len, texts)) >= LONG_LINES[1] and filled > LONG_LINES[2]:
        return True
    return filled > FILLED and sum(text[0].islower() for text in texts) >= CONTINUED * len(texts)


def _is_disordered(lines: Sequence[Line], pieces: Sequence[Line], gutters: Sequence[float]) -> bool:
    """Whether a line runs on from column to column, or a column's lines do not come from top to bottom."""
    if len(pieces) > len(lines):
        whole = {line.first: _column(line, gutters) for line in lines}
        if sum(whole.get(piece.first, 0) is None and _column(piece, gutters) is not None for piece in pieces) >= 2:
            return True
    numbers = [_column(line, gutters) for line in lines]
    if sum(one != other for one, other in pairwise(numbers)) > len(lines) / 3:
        return True  # to and fro
    lowest: dict[int, float] = {}
    for line, number in zip(lines, numbers, strict=True):
        for column in range(len(gutters) + 1) if number is None else [number]:
            if line.top > lowest.get(column, line.top) + line.height / 2:
                return True
            lowest[column] = line.top
    return False


def _down_the_columns(rows: Sequence[Sequence[Line]], barriers: Sequence[bool], gutters: Sequence[float]) -> list[Line]:
    """Column after column between two barriers."""
    ordered: list[Line] = []
    band: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for row, is_barrier in zip(rows, barriers, strict=True):
        if is_barrier:
            ordered += [line for column in band for line in column]
            ordered += _joined(row)
            band = [[] for _ in band]
            continue
        for number, parts in groupby(row, key=lambda piece: _column(piece, gutters) or 0):
            band[number] += _joined(list(parts))
    return ordered + [line for column in band for line in column]


def _rows(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces that stand on one height, from left to right, from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=_middle, reverse=True):
        if rows and _middle(rows[-1][0]) - _middle(piece) < 0.35 * max(piece.height, 1):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def _middle(piece: Line) -> float:
    return piece.top - piece.height / 2


def _barriers(rows: Sequence[Sequence[Line]], gutters: Sequence[float]) -> list[bool]:
    """Which rows run over all columns: what crosses a gutter, rows of three cells, heads and feet, and what they enclose."""
    crossing = [any(_column(piece, gutters) is None for piece in row) for row in rows]
    cells = [len(row) > len(gutters) + 1 for row in rows]
    tabular = [
        cell and any(cells[at] or crossing[at] for at in (number - 1, number + 1) if 0 <= at < len(rows))
        for number, cell in enumerate(cells)
    ]
    barriers = [any(kinds) for kinds in zip(crossing, tabular, _edges(rows), strict=True)]
    enclosed = [
        0 < number < len(rows) - 1 and barriers[number - 1] and barriers[number + 1]
        and _middle(rows[number - 1][0]) - _middle(rows[number + 1][0]) < 5 * row[0].height
        for number, row in enumerate(rows)
    ]  # fmt: skip
    return [one or other for one, other in zip(barriers, enclosed, strict=True)]


def _edges(rows: Sequence[Sequence[Line]]) -> list[bool]:
    """Which rows are a head or a foot: up to three at an edge of the page, well apart from all columns."""
    heights = [_middle(row[0]) for row in rows]
    gaps = [above - below for above, below in pairwise(heights)]
    apart = EDGE_GAP * median(gaps) if gaps else 0.0
    head = max((number + 1 for number, gap in enumerate(gaps[:EDGE_ROWS]) if gap > apart), default=0)
    foot = max((number + 1 for number, gap in enumerate(gaps[: -EDGE_ROWS - 1 : -1]) if gap > apart), default=0)
    return [number < head or number >= len(rows) - foot for number in range(len(rows))]


def _joined(pieces: Sequence[Line]) -> list[Line]:
    """Pieces of one line that stay side by side as one line again."""
    lines: list[Line] = []
    for piece in pieces:
        last = lines[-1] if lines else None
        if last and last.first >= 0 and 0 < piece.first - last.first - len(last.text) <= 3:
            blank = " " * (piece.first - last.first - len(last.text))
            lines[-1] = replace(last, text=last.text + blank + piece.text, right=piece.right)
        else:
            lines.append(piece)
    return lines


def _down_the_page(lines: Sequence[Line]) -> list[Line]:
    """Blocks from top to bottom; those that stand side by side stay in the order of the content."""
    blocks: list[list[Line]] = []
    for line in lines:
        if blocks and line.top <= blocks[-1][-1].top + line.height:
            blocks[-1].append(line)
        else:
            blocks.append([line])
    groups: list[tuple[float, float, list[int]]] = []  # top, bottom, numbers of blocks
    for number, block in enumerate(blocks):
        top, bottom, numbers = max(line.top for line in block), min(line.top - line.height for line in block), [number]
        apart = []
        for group in groups:
            if group[1] >= top - 1 or group[0] <= bottom + 1:
                apart.append(group)
            else:
                top, bottom, numbers = max(top, group[0]), min(bottom, group[1]), group[2] + numbers
        groups = [*apart, (top, bottom, numbers)]
    return [line for group in sorted(groups, reverse=True) for number in sorted(group[2]) for line in blocks[number]]

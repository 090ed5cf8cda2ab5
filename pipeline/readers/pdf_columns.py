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

from collections.abc import Sequence
from functools import partial
from itertools import groupby, pairwise
from statistics import median

from pipeline.readers.pdf_pieces import (
    BLANKS,
    FEW,
    MARGIN,
    WHOLE,
    WIDE_BLANK,
    column_of,
    gutters_of,
    joined_pieces,
    middle_of,
    pieces_of,
    rows_of,
)
from pipeline.readers.pdf_places import Line, Places

MANY_LINES = 2000  # a drawing of letters, no page to read
SAMPLES = 4, 10  # long lines that are looked at for wide blanks at first, and where one has been seen
COLUMN_LINES = 5  # of running text on each side
COLUMN_LETTERS = 18  # in half of them
FILLED = 0.6  # of the column's width in half of the lines
CONTINUED = 0.2  # of the lines begin with a small letter; lists of names, labels and sums never do
EDGE_ROWS, EDGE_GAP = 3, 2.2  # a head or foot has so many lines at most, and so many usual distances to the text
LONG_LINES = (12, 35, 0.9)  # lines, letters in half of them, share of the width


def in_reading_order(lines: Sequence[Line], places: Places) -> list[Line]:
    """The lines of a page, given in the order of its content, as one reads them; a table stays whole."""
    if not any(line.table for line in lines):
        return _in_order(lines, places)
    rows: dict[int, list[Line]] = {}
    for line in lines:
        rows.setdefault(line.table, []).append(line)
    units = [line for line in lines if not line.table or line is rows[line.table][0]]
    return [row for line in _in_order(units, places) for row in (rows[line.table] if line.table else [line])]


def _in_order(lines: Sequence[Line], places: Places) -> list[Line]:
    if not 1 < len(lines) < MANY_LINES or not all(line.height for line in lines):
        return list(lines)
    jumps = [number for number, (above, below) in enumerate(pairwise(lines), 1) if below.top > above.top + above.height]
    if not _has_wide_blanks(lines, places) and (_go_right(lines, jumps) if jumps else not _stand_side_by_side(lines)):
        return list(lines)
    pieces = [piece for line in lines for piece in pieces_of(line, places)]
    for few in FEW:
        gutters = gutters_of(pieces, few)
        if gutters and _is_disordered(lines, pieces, gutters):
            rows = rows_of(pieces)
            barriers = _barriers(rows, gutters)
            if _are_columns(rows, barriers, gutters):
                return _down_the_columns(rows, barriers, gutters)
    return _down_the_page(lines) if jumps else list(lines)


def _go_right(lines: Sequence[Line], jumps: Sequence[int]) -> bool:
    """Whether the content jumps up only to go on right of what it has written beside that."""
    written = list(lines[: jumps[0]])
    for start, end in pairwise([*jumps, len(lines)]):
        run = lines[start:end]
        top, left = max(line.top for line in run), min(line.left for line in run)
        if any(line.right > left and line.top - line.height < top for line in written):
            return False
        written += run
    return True


def _stand_side_by_side(lines: Sequence[Line]) -> bool:
    """Whether the content steps to and fro between lines whose heights overlap."""
    return (
        sum(abs(above.top - below.top) < 0.7 * above.height and above.right < below.left for above, below in pairwise(lines))
        >= COLUMN_LINES
    )


def _has_wide_blanks(lines: Sequence[Line], places: Places) -> bool:
    left, right = min(line.left for line in lines), max(line.right for line in lines)
    across = [line for line in lines if line.right - line.left > WHOLE * (right - left) and line.first >= 0]
    few, many = (across[:: max(1, len(across) // count)] for count in SAMPLES)
    wide = partial(_has_wide_blank, places=places)
    return any(map(wide, few)) and sum(map(wide, many)) > 1


def _has_wide_blank(line: Line, places: Places) -> bool:
    """Whether a line has a wide blank, not only behind its bullet or number."""
    for blank in BLANKS.finditer(line.text):
        after = places.box(line.first + blank.end())
        if after.left > line.left + MARGIN and after.left - places.box(line.first + blank.start() - 1).right >= WIDE_BLANK:
            return True
    return False


def _are_columns(rows: Sequence[Sequence[Line]], barriers: Sequence[bool], gutters: Sequence[float]) -> bool:
    """Whether running text stands in every column."""
    columns: list[list[Line]] = [[] for _ in range(len(gutters) + 1)]
    for row, is_barrier in zip(rows, barriers, strict=True):
        for piece in () if is_barrier else row:
            columns[column_of(piece, gutters) or 0].append(piece)
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
        whole = {line.first: column_of(line, gutters) for line in lines}
        if sum(whole.get(piece.first, 0) is None and column_of(piece, gutters) is not None for piece in pieces) >= 2:
            return True
    numbers = [column_of(line, gutters) for line in lines]
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
            ordered += joined_pieces(row)
            band = [[] for _ in band]
            continue
        for number, parts in groupby(row, key=lambda piece: column_of(piece, gutters) or 0):
            band[number] += joined_pieces(list(parts))
    return ordered + [line for column in band for line in column]


def _barriers(rows: Sequence[Sequence[Line]], gutters: Sequence[float]) -> list[bool]:
    """Which rows run over all columns: what crosses a gutter, rows of three cells, heads and feet, and what they enclose."""
    crossing = [any(column_of(piece, gutters) is None for piece in row) for row in rows]
    cells = [len(row) > len(gutters) + 1 for row in rows]
    tabular = [
        cell and any(cells[at] or crossing[at] for at in (number - 1, number + 1) if 0 <= at < len(rows))
        for number, cell in enumerate(cells)
    ]
    barriers = [any(kinds) for kinds in zip(crossing, tabular, _edges(rows), strict=True)]
    enclosed = [
        0 < number < len(rows) - 1 and barriers[number - 1] and barriers[number + 1]
        and middle_of(rows[number - 1][0]) - middle_of(rows[number + 1][0]) < 5 * row[0].height
        for number, row in enumerate(rows)
    ]  # fmt: skip
    return [one or other for one, other in zip(barriers, enclosed, strict=True)]


def _edges(rows: Sequence[Sequence[Line]]) -> list[bool]:
    """Which rows are a head or a foot: up to three at an edge of the page, well apart from all columns."""
    heights = [middle_of(row[0]) for row in rows]
    gaps = [above - below for above, below in pairwise(heights)]
    apart = EDGE_GAP * median(gaps) if gaps else 0.0
    head = max((number + 1 for number, gap in enumerate(gaps[:EDGE_ROWS]) if gap > apart), default=0)
    foot = max((number + 1 for number, gap in enumerate(gaps[: -EDGE_ROWS - 1 : -1]) if gap > apart), default=0)
    return [number < head or number >= len(rows) - foot for number in range(len(rows))]


def _down_the_page(lines: Sequence[Line]) -> list[Line]:
    """Blocks and tables from top to bottom; those that stand side by side stay in the order of the content."""
    blocks: list[list[Line]] = []
    for line in lines:
        last = blocks[-1][-1] if blocks else None
        if last and not line.table and not last.table and line.top <= last.top + min(line.height, last.height):
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

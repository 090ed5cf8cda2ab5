"""The lines of a page cut into pieces that stand side by side, and the gutters between them.

Der Rat hat am   Die Mittel ste-        pieces: lines cut at wide blanks
9. Mai getagt.   hen bereit.            gutter: what hardly any piece stands on
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, groupby

from pipeline.readers.pdf_places import Line, Places

BLANKS = re.compile(" +")
WIDE_BLANK = 8.0  # points; a justified line of ten points seldom has blanks of seven
STEP = 2.0  # points; how finely the page's width is looked at
GUTTER = 6.0  # points
# Of the pieces on the fullest place as many may stand on a gutter: hardly any, else headings and cells of tables.
FEW = 0.02, 0.2
MARGIN = 45.0  # points; a narrower column is line numbers or bullets and belongs to its neighbour
WHOLE = 0.6  # of the page's content; what is wider runs over all columns


def pieces_of(line: Line, places: Places) -> Iterator[Line]:
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


def gutters_of(pieces: Sequence[Line], few: float) -> list[float]:
    """The places between columns, from left to right; `few` is the share of the pieces that may stand on them."""
    pieces = [piece for piece in pieces if piece.left <= piece.right]  # text from right to left, and turned text, ends before it begins
    left, right = min((piece.left for piece in pieces), default=0.0), max((piece.right for piece in pieces), default=0.0)
    changes = [0] * (int((right - left) / STEP) + 3)
    for piece in pieces:
        if piece.right - piece.left < WHOLE * (right - left):
            changes[int((piece.left - left) / STEP)] += 1
            changes[int((piece.right - left) / STEP) + 1] -= 1
    covered = list(accumulate(changes))[:-1]
    most = few * max(covered)
    gutters, at, edge = [], 0, left
    for is_empty, run in groupby(covered, key=lambda count: count <= most):
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


def column_of(piece: Line, gutters: Sequence[float]) -> int | None:
    """The number of the column that a piece stands in, None where it runs over a gutter."""
    if any(piece.left < gutter - STEP and piece.right > gutter + STEP for gutter in gutters):
        return None
    return sum((piece.left + piece.right) / 2 > gutter for gutter in gutters)


def rows_of(pieces: Sequence[Line]) -> list[list[Line]]:
    """Pieces that stand on one height, from left to right, from top to bottom."""
    rows: list[list[Line]] = []
    for piece in sorted(pieces, key=middle_of, reverse=True):
        if rows and middle_of(rows[-1][0]) - middle_of(piece) < 0.35 * min(piece.height, rows[-1][0].height):
            rows[-1].append(piece)
        else:
            rows.append([piece])
    return [sorted(row, key=lambda piece: piece.left) for row in rows]


def middle_of(piece: Line) -> float:
    """The height at which a piece stands."""
    return piece.top - piece.height / 2


def joined_pieces(pieces: Sequence[Line]) -> list[Line]:
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

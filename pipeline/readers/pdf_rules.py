"""The rules that a PDF page draws: lines, the edges of rectangles, and dots in a row, as straight pieces.

Word draws a rule as a thin rectangle, LibreOffice as a line, others every cell as a rectangle, a dashed rule as many short
pieces: all of them become the same few pieces here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.readers.pdf_places import Box, Places

THIN = 3.0  # points; a thinner rectangle is a rule
SNAP = 3.5  # rules closer to each other are one: double rules, the edges of neighbouring cells
JOINT = 5.0  # the widest gap between the dashes of a rule
SHORTEST = 7.0  # a shorter piece is part of a letter or a bullet
ENOUGH = 2, 1  # horizontal, vertical: with fewer there is no grid
SMALL, RECTANGLE = 80.0, 6  # points, segments; what is small and has more than four sides is a letter of a logo
MANY_PATHS, MANY_SEGMENTS = 3000, 2000  # a drawing, not a table

DEEPEST = 3  # forms inside each other

Point = tuple[float, float]
Handle = Any  # of one of pdfium's objects
Matrices = tuple[pypdfium2.PdfMatrix, ...]


@dataclass(frozen=True, slots=True)
class Rule:
    """A straight piece: its height (or, of a vertical one, its distance from the left edge), and from where to where it goes."""

    at: float
    first: float
    last: float


@dataclass(slots=True)
class Rules:
    """The horizontal and the vertical pieces of a page."""

    horizontal: list[Rule] = field(default_factory=list)
    vertical: list[Rule] = field(default_factory=list)

    def add(self, box: Box) -> None:
        """Take in a piece by its box; what is thin in both directions is a dot, which may belong to either kind of rule."""
        if box.top - box.bottom <= THIN:
            self.horizontal.append(Rule((box.top + box.bottom) / 2, box.left, box.right))
        if box.right - box.left <= THIN:
            self.vertical.append(Rule((box.left + box.right) / 2, box.bottom, box.top))

    def are_enough(self) -> bool:
        """Whether there may be a grid."""
        return len(self.horizontal) >= ENOUGH[0] and len(self.vertical) >= ENOUGH[1]

    def joined(self) -> Rules:
        """The same with pieces in one line joined, and what is too short left out."""
        return Rules(_joined(self.horizontal), _joined(self.vertical))


def rules_of(page: pypdfium2.PdfPage, places: Places) -> Rules | None:
    """The rules of a page as it is looked at, None where it has too few for a table, or so many paths that it is a drawing."""
    rules = Rules()
    for number, (path, forms) in enumerate(_paths(page)):
        if number > MANY_PATHS:
            return None
        for box in _pieces(path, forms):
            rules.add(places.seen(*box))
    found = rules.joined() if rules.are_enough() else rules
    return found if found.are_enough() else None


def _paths(page: pypdfium2.PdfPage) -> Iterator[tuple[Handle, Matrices]]:
    """The paths of a page with the matrices of the forms that they are part of, from the inside out.

    By pdfium's own calls: to wrap each of the thousand pieces of text on a page in an object costs as much as to read it.
    """
    handle, get, kind_of = page.raw, pdfium.FPDFPage_GetObject, pdfium.FPDFPageObj_GetType
    for number in range(pdfium.FPDFPage_CountObjects(handle)):
        thing = get(handle, number)
        if kind_of(thing) != pdfium.FPDF_PAGEOBJ_TEXT:
            yield from _paths_of(thing, ())


def _paths_of(thing: Handle, forms: Matrices) -> Iterator[tuple[Handle, Matrices]]:
    kind = pdfium.FPDFPageObj_GetType(thing)
    if kind == pdfium.FPDF_PAGEOBJ_PATH:
        yield thing, forms
    elif kind == pdfium.FPDF_PAGEOBJ_FORM and len(forms) < DEEPEST:
        inner = (_matrix(thing), *forms)
        for number in range(pdfium.FPDFFormObj_CountObjects(thing)):
            yield from _paths_of(pdfium.FPDFFormObj_GetObject(thing, number), inner)


def _matrix(thing: Handle) -> pypdfium2.PdfMatrix:
    matrix = pdfium.FS_MATRIX()
    pdfium.FPDFPageObj_GetMatrix(thing, matrix)
    return pypdfium2.PdfMatrix.from_raw(matrix)


def _pieces(path: Handle, forms: Matrices) -> Iterator[tuple[float, float, float, float]]:
    """The thin boxes that a path consists of; none of one that cannot be seen."""
    edges = [ctypes.c_float() for _ in range(4)]
    if not pdfium.FPDFPageObj_GetBounds(path, *edges):
        return
    left, bottom, right, top = (edge.value for edge in edges)
    thin = right - left <= THIN or top - bottom <= THIN
    if not thin and max(right - left, top - bottom) < SMALL and pdfium.FPDFPath_CountSegments(path) > RECTANGLE:
        return
    if not _is_seen(path, thin=thin):
        return
    if thin:
        (left, bottom), (right, top) = _placed((left, bottom), forms), _placed((right, top), forms)
        yield min(left, right), min(bottom, top), max(left, right), max(bottom, top)
        return
    for (x, y), (to_x, to_y) in _sides(path, forms):
        if abs(x - to_x) <= 1 or abs(y - to_y) <= 1:
            yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _placed(point: Point, matrices: Matrices) -> Point:
    for matrix in matrices:
        point = matrix.on_point(*point)
    return point


def _is_seen(path: Handle, *, thin: bool) -> bool:
    """Whether a path is drawn in a colour; white boxes lie under the text of many slides."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return True
    if stroke.value:
        return thin or not _is_white(path, pdfium.FPDFPageObj_GetStrokeColor)
    return bool(fill.value) and not _is_white(path, pdfium.FPDFPageObj_GetFillColor)


def _is_white(path: Handle, colour: Callable[..., int]) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = colour(path, red, green, blue, alpha)
    return bool(known) and (alpha.value == 0 or min(red.value, green.value, blue.value) > 250)


def _sides(path: Handle, forms: Matrices) -> Iterator[tuple[Point, Point]]:
    """The straight sides of a path, from point to point on the page."""
    matrices = (_matrix(path), *forms)
    x, y = ctypes.c_float(), ctypes.c_float()
    start = last = None
    for number in range(min(pdfium.FPDFPath_CountSegments(path), MANY_SEGMENTS)):
        segment = pdfium.FPDFPath_GetPathSegment(path, number)
        if not segment or not pdfium.FPDFPathSegment_GetPoint(segment, x, y):
            return
        point = _placed((x.value, y.value), matrices)
        kind = pdfium.FPDFPathSegment_GetType(segment)
        if kind == pdfium.FPDF_SEGMENT_MOVETO:
            start = point
        elif kind == pdfium.FPDF_SEGMENT_LINETO and last is not None:
            yield last, point
        last = point
        if start is not None and pdfium.FPDFPathSegment_GetClose(segment):
            yield point, start
            last = start


def _joined(pieces: Iterable[Rule]) -> list[Rule]:
    """Pieces on one line that touch each other as one, in order."""
    found: list[Rule] = []
    for line in _lines(sorted(pieces, key=lambda piece: piece.at)):
        at = sum(piece.at for piece in line) / len(line)
        first, last = None, 0.0
        for piece in sorted(line, key=lambda piece: piece.first):
            if first is not None and piece.first > last + JOINT:
                found.append(Rule(at, first, last))
                first = None
            first, last = (piece.first, piece.last) if first is None else (first, max(last, piece.last))
        if first is not None:
            found.append(Rule(at, first, last))
    return [rule for rule in found if rule.last - rule.first >= SHORTEST]


def _lines(pieces: Sequence[Rule]) -> Iterator[list[Rule]]:
    """Sorted pieces, those together that lie on one line."""
    line: list[Rule] = []
    for piece in pieces:
        if line and piece.at - line[0].at > SNAP:
            yield line
            line = []
        line.append(piece)
    if line:
        yield line

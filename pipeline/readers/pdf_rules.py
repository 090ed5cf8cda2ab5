"""The rules that a PDF page draws: lines, the edges of rectangles, and dots in a row, as straight pieces.

Word draws a rule as a thin rectangle, LibreOffice as a line, others every cell as a rectangle, a dashed rule as many short
pieces: all of them become the same few pieces here.
"""

from __future__ import annotations

import ctypes
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

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

Point = tuple[float, float]


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
    for number, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=3)):
        if number > MANY_PATHS:
            return None
        for box in _pieces(path):
            rules.add(places.seen(*box))
    found = rules.joined() if rules.are_enough() else rules
    return found if found.are_enough() else None


def _pieces(path: pypdfium2.PdfObject) -> Iterator[tuple[float, float, float, float]]:
    """The thin boxes that a path consists of; none of one that cannot be seen."""
    try:
        left, bottom, right, top = path.get_bounds()
    except pypdfium2.PdfiumError:
        return
    forms = list(_forms(path))
    thin = right - left <= THIN or top - bottom <= THIN
    if not _is_seen(path, thin=thin):
        return
    if not thin and max(right - left, top - bottom) < SMALL and pdfium.FPDFPath_CountSegments(path) > RECTANGLE:
        return
    if thin:
        (left, bottom), (right, top) = _placed((left, bottom), forms), _placed((right, top), forms)
        yield min(left, right), min(bottom, top), max(left, right), max(bottom, top)
        return
    for (x, y), (to_x, to_y) in _sides(path, forms):
        if abs(x - to_x) <= 1 or abs(y - to_y) <= 1:
            yield min(x, to_x), min(y, to_y), max(x, to_x), max(y, to_y)


def _forms(path: pypdfium2.PdfObject) -> Iterator[pypdfium2.PdfMatrix]:
    """The places of the forms that a path is part of, from the inside out."""
    while path.container is not None:
        path = path.container
        yield path.get_matrix()


def _placed(point: Point, matrices: Iterable[pypdfium2.PdfMatrix]) -> Point:
    for matrix in matrices:
        point = matrix.on_point(*point)
    return point


def _is_seen(path: pypdfium2.PdfObject, *, thin: bool) -> bool:
    """Whether a path is drawn in a colour; white boxes lie under the text of many slides."""
    fill, stroke = ctypes.c_int(), pdfium.FPDF_BOOL()
    if not pdfium.FPDFPath_GetDrawMode(path, fill, stroke):
        return True
    if stroke.value:
        return thin or not _is_white(path, pdfium.FPDFPageObj_GetStrokeColor)
    return bool(fill.value) and not _is_white(path, pdfium.FPDFPageObj_GetFillColor)


def _is_white(path: pypdfium2.PdfObject, colour: object) -> bool:
    red, green, blue, alpha = (ctypes.c_uint() for _ in range(4))
    known = colour(path, red, green, blue, alpha)  # type: ignore[operator]
    return bool(known) and (alpha.value == 0 or min(red.value, green.value, blue.value) > 250)


def _sides(path: pypdfium2.PdfObject, forms: Sequence[pypdfium2.PdfMatrix]) -> Iterator[tuple[Point, Point]]:
    """The straight sides of a path, from point to point on the page."""
    matrices = [path.get_matrix(), *forms]
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

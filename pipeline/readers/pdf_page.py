"""One PDF page as lines of text with their places: paragraphs by the gaps between lines, columns by the gutter.

pdfium gives a page's text in the order of its content stream and swallows hyphenated line ends (it writes U+FFFE for
hyphen and line end together); both line end and hyphen are put back here, for what is quoted shall look like the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

import pypdfium2
import pypdfium2.raw as pdfium

LINE_END = re.compile(r"\r\n|\n|\ufffe")
PARAGRAPH_GAP = 1.35  # of the usual distance between lines
DOUBLE_SPACED = 2.0  # times the height of a letter's box; one and a half lines (Erlangen) are 1.8
GUTTER = 6.0  # points without any character between two columns
COLUMN_LINES = 12  # on each side; fewer lines side by side are a letter head or a table
ENOUGH_RULES = (3, 2)  # horizontal, vertical: below that nothing is a grid
MANY_OBJECTS = 3000  # a drawing, not a table


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a page: its words, its left edge and its top, in points from the page's lower left corner."""

    text: str
    left: float
    top: float
    height: float = 0.0
    """Of its first letter's box, 0 where that is not known."""


@dataclass(frozen=True, slots=True)
class Table:
    """A ruled table of a page: its rows as lines of cells, its upper and lower edge."""

    rows: tuple[str, ...]
    top: float
    bottom: float


def page_lines(page: pypdfium2.PdfPage, tables: Callable[[], Sequence[Table]]) -> list[Line]:
    """The lines of a page; `tables` is asked for its ruled tables only if it has rules enough for one."""
    textpage = page.get_textpage()
    try:
        lines = _column_lines(page, textpage) or _lines(textpage)
    finally:
        textpage.close()
    if lines and _has_grid(page):
        for table in tables():
            lines = _with_table(lines, table)
    return lines


def _lines(textpage: pypdfium2.PdfTextPage) -> list[Line]:
    """The lines of a page in the order of its content."""
    text = textpage.get_text_range()
    placed = len(text) == textpage.count_chars()  # else offsets and boxes do not agree, and the lines stay without a place
    lines, start = [], 0
    for match in [*LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        words = text[start:end]
        if words.strip():
            at = start + len(words) - len(words.lstrip())
            left, bottom, _, top = textpage.get_charbox(at, loose=True) if placed else (0.0, 0.0, 0.0, 0.0)
            lines.append(Line(words.strip() + ("-" if match and match[0] == "\ufffe" else ""), left, top, top - bottom))
        start = match.end() if match else end
    return lines


def _column_lines(page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage) -> list[Line] | None:
    """The lines of a page whose content runs across two columns, column after column; None for any other page."""
    text = textpage.get_text_range()
    if text.count("\n") < COLUMN_LINES or len(text) != textpage.count_chars():
        return None
    width, height = page.get_size()
    middle = width / 2
    if textpage.get_text_bounded(left=middle - GUTTER / 2, right=middle + GUTTER / 2, bottom=0, top=height).strip():
        return None
    crossing = sum(_crosses(textpage, text, start, end, middle) for start, end in _spans(text))
    if crossing < COLUMN_LINES:
        return None
    sides = [textpage.get_text_bounded(left=left, right=right, bottom=0, top=height) for left, right in ((0, middle), (middle, width))]
    if min(side.count("\n") for side in sides) < COLUMN_LINES:
        return None
    halves = [[Line(words.strip(), 0.0, 0.0) for words in side.replace("\ufffe", "-\n").splitlines() if words.strip()] for side in sides]
    return _prose(halves)


def _spans(text: str) -> Iterator[tuple[int, int]]:
    """The lines of a page's text as spans without blanks at their edges."""
    return (match.span() for match in re.finditer(r"[^\s\ufffe][^\r\n\ufffe]*(?<=\S)", text))


def _crosses(textpage: pypdfium2.PdfTextPage, text: str, start: int, end: int, middle: float) -> bool:
    """Whether a line of the content begins well left of the middle and ends well right of it, on one height."""
    if len(text[start:end]) < 40:
        return False
    (left, bottom, _, _), (_, last_bottom, right, _) = textpage.get_charbox(start), textpage.get_charbox(end - 1)
    return bool(left < middle - 30 and right > middle + 30 and abs(bottom - last_bottom) < 4)


def _prose(halves: Sequence[list[Line]]) -> list[Line] | None:
    """The two halves one after the other if both are running text; the cells of a table are much shorter than its lines."""
    usual = [median(len(line.text) for line in half) for half in halves]
    return [line for half in halves for line in half] if min(usual) > 25 else None


def _has_grid(page: pypdfium2.PdfPage) -> bool:
    """Whether a page has rules enough for a table, by the boxes of its paths."""
    horizontal = vertical = 0
    for number, path in enumerate(page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_PATH], max_depth=2)):
        if number > MANY_OBJECTS:
            return False
        left, bottom, right, top = path.get_bounds()
        wide, high = right - left, top - bottom
        horizontal += wide > 30 and (high < 3 or high > 8)  # a rule, or the cell that a rectangle draws
        vertical += high > 8 and (wide < 3 or wide > 30)
    return horizontal >= ENOUGH_RULES[0] and vertical >= ENOUGH_RULES[1]


def _with_table(lines: list[Line], table: Table) -> list[Line]:
    """The lines with a table's rows in place of the lines that stand inside its rules."""
    inside = [line for line in lines if table.bottom - 2 < line.top - 4 < table.top]
    if not inside:
        return lines
    at = lines.index(inside[0])
    outside = [line for line in lines[at:] if line not in inside]
    height = (table.top - table.bottom) / len(table.rows)
    rows = [Line(row, inside[0].left, table.top - number * height) for number, row in enumerate(table.rows)]
    return lines[:at] + rows + outside


def usual_gaps(pages: Sequence[Sequence[Line]]) -> list[float]:
    """For each page the distance between two lines of a paragraph, 0 where none can be told.

    It is the lower quarter of the page's distances, not their middle: in minutes many paragraphs are single lines. Where even
    that is too wide for the size of the letters, no paragraph may have a second line, and the other pages tell.
    """
    everywhere = _low([gap for lines in pages for gap in _gaps(lines)], 10)
    found = []
    for lines in pages:
        own = _low(_gaps(lines), 4)
        high = median(line.height for line in lines) if lines else 0.0
        found.append(min(own, everywhere) if high and own > DOUBLE_SPACED * high else own)
    return found


def _low(gaps: Sequence[float], part: int) -> float:
    """The distance below which one part of all distances lie; what overlaps or stands side by side does not count."""
    wide = sorted(gap for gap in gaps if gap > 3)
    return wide[len(wide) // part] if wide else 0.0


def joined(lines: Sequence[Line], usual: float) -> str:
    """The lines as text, with an empty line where the gap to the next is wider than usual."""
    if not lines:
        return ""
    parts = [lines[0].text]
    for line, gap in zip(lines[1:], _gaps(lines), strict=True):
        parts += ["\n\n" if usual and gap > PARAGRAPH_GAP * usual else "\n", line.text]
    return "".join(parts)


def _gaps(lines: Sequence[Line]) -> list[float]:
    return [above.top - below.top for above, below in pairwise(lines)]

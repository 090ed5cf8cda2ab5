"""One PDF page as lines of text with their places: tables by their rules, columns by the gutter, paragraphs by the gaps between lines.

pdfium gives a page's text in the order of its content stream and swallows hyphenated line ends (it writes U+FFFE for
hyphen and line end together); both line end and hyphen are put back here, for what is quoted shall look like the page.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

import pypdfium2

from pipeline.readers.pdf_columns import in_reading_order
from pipeline.readers.pdf_pieces import pieces_of
from pipeline.readers.pdf_places import Line, Places

__all__ = ["Line", "Tables", "joined", "page_lines", "usual_gaps"]

LINE_END = re.compile(r"\r\n|\n|\ufffe")
PARAGRAPH_GAP = 1.35  # of the usual distance between lines
SENTENCE_ENDS = (".", "!", "?", ":", ")", "“", '"')
SAME_COLUMN = 20.0  # points between left edges
MANY_LINES = 2000  # hostile pages have 60,000
SHORT_OF_EDGE, HALF = 0.1, 0.5  # of a column's width
DOUBLE_SPACED = 2.0  # times the height of a letter's box; one and a half lines (Erlangen) are 1.8


# The lines of a page with the rows of its tables in place of the lines that stand in them.
Tables = Callable[[pypdfium2.PdfPage, list[Line], Places], list[Line]]


def page_lines(page: pypdfium2.PdfPage, tables: Tables) -> list[Line]:
    """The lines of a page in reading order, those of tables as rows of cells."""
    textpage = page.get_textpage()
    try:
        text = textpage.get_text_range()
        places = Places(page, textpage, text)
        lines = _lines(text, places)
        lines = tables(page, lines, places) if lines else lines
        return _with_rows_whole(in_reading_order(lines, places))
    finally:
        textpage.close()


def _lines(text: str, places: Places) -> list[Line]:
    """The lines of a page in the order of its content."""
    lines: list[Line] = []
    start = 0
    for match in [*LINE_END.finditer(text), None]:
        end = match.start() if match else len(text)
        words = text[start:end].strip()
        if words:
            first = text.index(words, start)
            begin, last = places.box(first), places.box(first + len(words) - 1)
            hyphen = "-" if match and match[0] == "\ufffe" else ""
            line = Line(words + hyphen, begin.left, begin.top, begin.top - begin.bottom, last.right, first)
            is_folded = abs(last.bottom - begin.bottom) > line.height > 0  # columns written line by line on different heights
            lines += pieces_of(line, places) if is_folded else [line]
        start = match.end() if match else end
    return lines


def _with_rows_whole(lines: Sequence[Line]) -> list[Line]:
    """The lines with those joined that follow each other on one height: pdfium parts "Eröffnung … 4" before a single character."""
    rows: list[Line] = []
    for line in lines:
        last = rows[-1] if rows else None
        beside = last and line.height and not line.table and last.right < line.left
        if last and beside and abs(last.top - line.top) < 1 and abs(last.height - line.height) < 1:
            rows[-1] = replace(last, text=f"{last.text} {line.text}", right=line.right, first=-1)
        else:
            rows.append(line)
    return rows


def usual_gaps(pages: Sequence[Sequence[Line]]) -> list[float]:
    """For each page the distance between two lines of a paragraph, 0 where none can be told.

    It is the lower quarter of the page's distances, not their middle: in minutes many paragraphs are single lines. Where even
    that is too wide for the size of the letters, no paragraph may have a second line, and the other pages tell.
    """
    everywhere = _low([gap for lines in pages for gap in _gaps(lines)], 10)
    found = []
    for lines in pages:
        own = _low(_gaps(lines), 4)
        heights = [line.height for line in lines if not line.table]
        high = median(heights) if heights else 0.0
        found.append(min(own, everywhere) if high and own > DOUBLE_SPACED * high else own)
    return found


def _low(gaps: Sequence[float], part: int) -> float:
    """The distance below which one part of all distances lie; what overlaps or stands side by side does not count."""
    wide = sorted(gap for gap in gaps if gap > 3)
    return wide[len(wide) // part] if wide else 0.0


def joined(lines: Sequence[Line], usual: float) -> str:
    """The lines as text, with an empty line where the gap to the next is wider than usual, and around tables."""
    if not lines:
        return ""
    parts = [lines[0].text]
    for (above, line), gap in zip(pairwise(lines), _gaps(lines), strict=True):
        wide = gap > PARAGRAPH_GAP * usual or (gap < -above.height and _ends_paragraph(above, line, lines))
        apart = above.table != line.table or (usual and wide)
        parts += ["\n\n" if apart else "\n", line.text]
    return "".join(parts)


def _ends_paragraph(line: Line, following: Line, lines: Sequence[Line]) -> bool:
    """Whether the last line of a column stops short of the column's edge: a little after a sentence, by half before a capital."""
    if len(lines) > MANY_LINES:
        return False
    edge = max(other.right for other in lines if abs(other.left - line.left) < SAME_COLUMN)
    short = SHORT_OF_EDGE if line.text.endswith(SENTENCE_ENDS) else HALF if following.text[0].isupper() else 1.0
    return line.right < edge - short * (edge - line.left)


def _gaps(lines: Sequence[Line]) -> list[float]:
    return [above.top - below.top for above, below in pairwise(lines)]

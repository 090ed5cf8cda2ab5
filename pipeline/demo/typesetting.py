"""Sets the demo's source texts as PDF files; the same text gives the same bytes.

A source text begins with `key: value` lines (layout, running, foot, stamp), then paragraphs separated by empty lines:

    = Niederschrift          title, in the middle
    == Beschluss:            heading; on slides it opens a new one
    | Vorlage:  2024/021     a line that stays a line; two blanks go to the next column
    1. …   a) …   • …        a point, with hanging indentation; two leading blanks are a level
    a line of ">>>" alone    a new page
"""

from __future__ import annotations

import io
import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from reportlab.lib.pagesizes import A4, landscape
from reportlab.pdfbase.pdfmetrics import stringWidth
from reportlab.pdfgen.canvas import Canvas

from pipeline.demo.hyphenation import syllables

SET = ".pdf.txt"
"""How the names of source texts end."""
LABEL = re.compile(r"(?:\d{1,2}(?:\.\d{1,2})*\.|\d{1,2}\)|[a-z]\)|[•–-])\s+")
INDENT = 20
LINES = re.compile(r"^\|", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Layout:
    """How the pages of a kind of document look; sizes in points."""

    page: tuple[float, float] = A4
    margin: float = 62
    columns: int = 1
    gap: float = 26
    size: float = 10.5
    leading: float = 14

    @property
    def column(self) -> float:
        """The width of a column."""
        return (self.page[0] - 2 * self.margin - (self.columns - 1) * self.gap) / self.columns


LAYOUTS = {
    "page": Layout(),
    "columns": Layout(columns=2, margin=48, size=9, leading=11.5),
    "slides": Layout(page=landscape(A4), margin=70, size=17, leading=25),
}


@dataclass(frozen=True, slots=True)
class Line:
    """A line in place: distances from the column's left and from the top of the text area."""

    text: str
    left: float
    font: str
    size: float
    height: float
    label: str = ""
    """The point's label, hanging to the left of the text."""
    centred: bool = False
    opens_page: bool = False


def source_of(text: str) -> tuple[dict[str, str], list[str]]:
    """The keys at the head of a source text, and its paragraphs."""
    head, _, body = text.partition("\n\n")
    keys = dict(line.split(": ", 1) for line in head.splitlines())
    return keys, [part.strip("\n") for part in re.split(r"\n\s*\n", body) if part.strip()]


def pdf_of(text: str) -> bytes:
    """A source text as a PDF file."""
    keys, paragraphs = source_of(text)
    layout = LAYOUTS[keys.get("layout", "page")]
    slides = keys.get("layout") == "slides"
    pages = list(_pages([line for part in paragraphs for line in _lines(part, layout, opens=slides)], layout))
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=layout.page, invariant=1)
    canvas.setTitle(keys.get("title", ""))
    canvas.setAuthor("Beschlussbuch, erfundene Vorführdaten")
    for number, page in enumerate(pages, start=1):
        _head(canvas, layout, keys, first=number == 1)
        _draw(canvas, layout, page)
        canvas.setFont("Helvetica", 8.5)
        canvas.drawString(layout.margin, 34, keys.get("foot", "").format(page=number, pages=len(pages)))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


def _lines(part: str, layout: Layout, *, opens: bool) -> Iterator[Line]:
    size, leading = layout.size, layout.leading
    if part == ">>>":
        yield Line("", 0, "Helvetica", size, 0, opens_page=True)
    elif part.startswith("= "):
        yield Line(part[2:], 0, "Helvetica-Bold", size + 4, leading + 8, centred=True)
    elif part.startswith("== "):
        for number, words in enumerate(_wrapped(part[3:], layout.column, "Helvetica-Bold", size + 1)):
            yield Line(words, 0, "Helvetica-Bold", size + 1, leading, opens_page=opens and number == 0)
    elif LINES.match(part):
        for line in part.splitlines():
            yield Line(line[1:].strip(), 0, "Helvetica", size, leading)
    else:
        level = (len(part) - len(part.lstrip())) // 2
        words = " ".join(part.split())
        label = LABEL.match(words)
        hang = INDENT * (level + (1 if label else 0))
        words = words[label.end() :] if label else words
        for number, line in enumerate(_wrapped(words, layout.column - hang, "Helvetica", size)):
            yield Line(line, hang, "Helvetica", size, leading, label=label[0].strip() if label and number == 0 else "")
    yield Line("", 0, "Helvetica", size, leading * 0.9)


def _wrapped(words: str, width: float, font: str, size: float) -> Iterator[str]:
    """The words in lines of a width; long words are divided between syllables."""
    line = ""
    for word in words.split(" "):
        tried = f"{line} {word}" if line else word
        if stringWidth(tried, font, size) <= width:
            line = tried
            continue
        fitting = [at for at in syllables(word) if stringWidth(f"{line} {word[:at]}-", font, size) <= width]
        if fitting:
            yield f"{line} {word[: fitting[-1]]}-".strip()
            line = word[fitting[-1] :]
        else:
            yield line
            line = word
    yield line


def _pages(lines: list[Line], layout: Layout) -> Iterator[list[tuple[int, float, Line]]]:
    """Lines by page, each with its column and its distance from the top."""
    page: list[tuple[int, float, Line]] = []
    column, top = 0, 0.0
    height = layout.page[1] - 2 * layout.margin - 30
    for line in lines:
        if line.opens_page and page:
            yield page
            page, column, top = [], 0, 0.0
        if top + line.height > height:
            column, top = column + 1, 0.0
            if column == layout.columns:
                yield page
                page, column = [], 0
        if line.text or top:
            page.append((column, top, line))
            top += line.height
    yield page


def _draw(canvas: Canvas, layout: Layout, page: list[tuple[int, float, Line]]) -> None:
    first = layout.page[1] - layout.margin - 28
    for column, top, line in page:
        canvas.setFont(line.font, line.size)
        left = layout.margin + column * (layout.column + layout.gap)
        if line.centred:
            canvas.drawCentredString(left + layout.column / 2, first - top, line.text)
            continue
        if line.label:
            canvas.drawString(left + line.left - INDENT, first - top, line.label)
        cells = re.split(r"\s{2,}", line.text)
        for cell, at in zip(cells, _stops(len(cells), layout.column), strict=True):
            canvas.drawString(left + line.left + at, first - top, cell)


def _stops(cells: int, width: float) -> list[float]:
    return [0.0] + [0.34 * width + n * (0.66 * width / max(1, cells - 1)) for n in range(cells - 1)]


def _head(canvas: Canvas, layout: Layout, keys: dict[str, str], *, first: bool) -> None:
    """What stands above the text but is none of it: the running head, and on the first page a stamp."""
    width, height = layout.page
    canvas.setFont("Helvetica", 8.5)
    canvas.drawString(layout.margin, height - 40, keys.get("running", ""))
    if first:
        canvas.setFont("Courier-Bold", 12)
        canvas.drawString(width - layout.margin - 130, height - 62, keys.get("stamp", ""))


def scan_pdf() -> bytes:
    """A page like a scan: drawn, with no text in it."""
    out = io.BytesIO()
    canvas = Canvas(out, pagesize=A4, invariant=1)
    canvas.rect(50, 60, A4[0] - 100, A4[1] - 120)
    for row, following in pairwise(range(100, int(A4[1]) - 120, 18)):
        for word in range(9):
            start = 70 + word * 50 + (row * 7 + word * 13) % 11
            canvas.line(start, row + (word % 3), start + 30 + (row + word * 5) % 16, following - 14)
    canvas.showPage()
    canvas.save()
    return out.getvalue()


def broken_pdf() -> bytes:
    """A file that begins as a PDF and breaks off, as after a torn download."""
    return scan_pdf()[:180]

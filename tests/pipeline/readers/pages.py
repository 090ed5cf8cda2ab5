"""PDF pages that the tests draw themselves, so that the truth is known."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence

from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

Draw = Callable[[Canvas], None]


def pdf_of(*pages: Draw, encrypt: str | None = None) -> bytes:
    """A PDF with a page per drawing."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, pagesize=A4, invariant=True, encrypt=encrypt)
    for draw in pages:
        canvas.setFont("Helvetica", 10)
        draw(canvas)
        canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def column(lines: Sequence[str], left: float = 60, top: float = 780, pitch: float = 14) -> Draw:
    """Lines one below the other; an empty line leaves a gap of half a line."""

    def draw(canvas: Canvas) -> None:
        y = top
        for line in lines:
            if line:
                canvas.drawString(left, y, line)
            y -= pitch if line else pitch / 2

    return draw


def across(left: Sequence[str], right: Sequence[str]) -> Draw:
    """Two columns whose content runs from left to right, line by line, as some printers write it."""

    def draw(canvas: Canvas) -> None:
        for number, (one, other) in enumerate(zip(left, right, strict=True)):
            canvas.drawString(50, 780 - 14 * number, one)
            canvas.drawString(315, 780 - 14 * number, other)

    return draw


def grid(rows: Sequence[Sequence[str]], top: float = 700, wide: float = 100, high: float = 20) -> Draw:
    """A table with all its rules drawn."""

    def draw(canvas: Canvas) -> None:
        columns = len(rows[0])
        for number in range(len(rows) + 1):
            canvas.line(60, top - number * high, 60 + columns * wide, top - number * high)
        for number in range(columns + 1):
            canvas.line(60 + number * wide, top, 60 + number * wide, top - len(rows) * high)
        for y, row in enumerate(rows):
            for x, cell in enumerate(row):
                canvas.drawString(64 + x * wide, top - y * high - 14, cell)

    return draw


def together(*parts: Draw) -> Draw:
    """Several drawings on one page."""

    def draw(canvas: Canvas) -> None:
        for part in parts:
            part(canvas)

    return draw

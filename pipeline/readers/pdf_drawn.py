"""Pages of a PDF as pictures, for those who look a quote up; what is hidden in the text is black in the picture too.

A page on which something hidden has no certain place (a scan, a page of the second reader) is not drawn at all.
"""

from __future__ import annotations

import io
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

import pypdfium2
from PIL import Image, ImageChops, ImageDraw

from extractors.text.minutes import DocumentText
from pipeline.readers.pdf_boxes import QuoteBox, ShownPage, shown_pages
from pipeline.readers.pdf_places import Box
from pipeline.readers.pdf_scan import is_mostly_image

VERSION = f"1, pdfium {pypdfium2.PDFIUM_INFO.version}"
"""Another one draws other pictures."""
SCALE = 1.5  # pixels for a point: 108 dpi, at which small print is legible and a page has 15 to 30 KB
MOST_PIXELS = 4_000_000  # a plan of A0 is drawn smaller
MOST_ACROSS = 16_000  # WebP holds 16,383
SHADES = [round(shade / 17) * 17 for shade in range(256)]  # sixteen are enough for print, and compress twice as well
COLOURLESS = 24  # between the channels of a pixel
MUCH = 200_000  # bytes: the page is a picture, not print
MARGIN = 1.0  # points around what is hidden
Why = Literal["hidden_place_unknown", "hidden_on_scan", "cannot_be_drawn"]


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page with the places of the quotes on it; its picture is drawn when it is asked for, as long as no other page has been."""

    page: ShownPage
    boxes: Sequence[tuple[int, QuoteBox]]
    """Each with the number (from 0) of the quote that it is of."""
    black: Sequence[Box]
    why_not: Why | None = None
    """Why the page must not be shown."""
    bare: bool = False
    """Without annotations: what they say is not in the text, so nobody has looked for names in them."""

    @property
    def number(self) -> int:
        """The page's number, counted from 1."""
        return self.page.number

    @property
    def size(self) -> tuple[float, float]:
        """Width and height in points."""
        width, height = self.page.page.get_size()
        return float(width), float(height)

    def picture(self) -> bytes | None:
        """The page as WebP; None where it cannot be drawn."""
        width, height = self.size
        scale = min(SCALE, math.sqrt(MOST_PIXELS / max(1.0, width * height)), MOST_ACROSS / max(1.0, width, height))
        try:
            image = self.page.page.render(scale=scale, draw_annots=not self.bare).to_pil().convert("RGB")
        except (pypdfium2.PdfiumError, MemoryError, ValueError, OSError):
            return None
        pen = ImageDraw.Draw(image)
        for left, bottom, right, top in self.black:
            edges = (left - MARGIN, height - top - MARGIN, right + MARGIN, height - bottom + MARGIN)
            pen.rectangle([math.floor(edge * scale) for edge in edges[:2]] + [math.ceil(edge * scale) for edge in edges[2:]], fill="black")
        return _packed(image)


def sheets(data: bytes, source: DocumentText, quotes: Sequence[tuple[int, int]], hidden: Sequence[tuple[int, int]]) -> Iterator[Sheet]:
    """The pages on which quotes stand, each to be used before the next is asked for; `hidden` are the offsets of what must not be seen.

    Raises pypdfium2.PdfiumError where the file cannot be opened.
    """
    for shown in shown_pages(data, source, quotes):
        boxes = [(at, QuoteBox(shown.number, box)) for at, first, last in shown.parts(quotes) for box in shown.boxes(first, last)]
        secrets = [(first, last) for _, first, last in shown.parts(hidden)]
        black = shown.hiding(secrets) if secrets else []
        why: Why | None = None
        if secrets and is_mostly_image(shown.page):
            why = "hidden_on_scan"
        elif black is None:
            why = "hidden_place_unknown"
        yield Sheet(shown, boxes, black or [], why, bare=bool(hidden))


def _packed(image: Image.Image) -> bytes:
    """As WebP: print in sixteen shades without loss, pictures with some."""
    red, green, blue = image.split()
    pairs = ((red, green), (green, blue))
    if all(int(ImageChops.difference(one, other).getextrema()[1]) < COLOURLESS for one, other in pairs):  # type: ignore[arg-type]
        image = image.convert("L")
    buffer = io.BytesIO()
    image.point(SHADES * len(image.getbands())).save(buffer, "WEBP", lossless=True, method=0)
    if buffer.tell() > MUCH:
        buffer = io.BytesIO()
        image.save(buffer, "WEBP", quality=40, method=2)
    return buffer.getvalue()

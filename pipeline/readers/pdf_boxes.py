"""Where the words of a quote stand on the pages of a PDF: a box for each line that they run through.

Asked for on demand, for what is shown to a reader; the page is read once more for it, in a reader process as all that opens files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from functools import partial

import pypdfium2

from extractors.text.minutes import DocumentText
from pipeline.readers.pdf_page import Tables, page_lines
from pipeline.readers.pdf_places import Box, Line, Places
from pipeline.readers.pdf_tables import RuledTables

SIDE_BY_SIDE = 3  # letters from one to the next, with the blanks between them
WORD = re.compile(r"\S+")


@dataclass(frozen=True, slots=True)
class QuoteBox:
    """A rectangle on a page (counted from 1) that holds quoted words of one line."""

    page: int
    box: Box


def boxes_of(data: bytes, source: DocumentText, spans: Sequence[tuple[int, int]]) -> list[tuple[QuoteBox, ...]]:
    """For each span of a PDF's text the boxes of its words, in the order of the text; none for words of OCR or of the second reader.

    Raises pypdfium2.PdfiumError where the file cannot be opened.
    """
    ends = [*source.page_starts[1:], len(source.text)]
    found: list[list[QuoteBox]] = [[] for _ in spans]
    with closing(pypdfium2.PdfDocument(data)) as document:
        tables = RuledTables(data)
        for number, (start, end) in enumerate(zip(source.page_starts, ends, strict=True)):
            asked = [at for at, (first, last) in enumerate(spans) if first < end and last > start]
            if not asked or number >= len(document):
                continue
            with closing(document[number]) as page, closing(page.get_textpage()) as textpage:
                shown = _Shown(page, textpage, source.text[start:end], partial(tables.within, number=number))
                for at in asked:
                    first, last = max(spans[at][0], start), min(spans[at][1], end)
                    found[at] += [QuoteBox(number + 1, box) for box in shown.boxes(first - start, last - start)]
    return [tuple(boxes) for boxes in found]


class _Shown:
    """A page's text as it was read, with the character of the page that each of its letters is."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, text: str, tables: Tables) -> None:
        self._shown = textpage.get_text_range()
        self._places = Places(page, textpage, self._shown)
        self._letters: dict[int, int] = {}  # offset in `text` → offset in what pdfium shows
        lines = page_lines(page, tables)
        self._taken = {at for line in lines if line.first >= 0 for at in range(line.first, line.first + len(line.text))}
        self._reached = 0
        start = 0
        for line in lines:
            at = text.find(line.text, start)
            if at >= 0:
                self._letters.update(self._found(line, at))
                start = at + len(line.text)

    def _found(self, line: Line, start: int) -> Iterator[tuple[int, int]]:
        """The letters of a line; a row of a table, or of a line that was put together, is looked for word by word."""
        if line.first >= 0:
            yield from ((start + number, line.first + number) for number in range(len(line.text)))
            return
        for word in WORD.finditer(line.text):
            at = self._next(word[0])
            if at is not None:
                yield from ((start + word.start() + number, at + number) for number in range(len(word[0])))

    def _next(self, word: str) -> int | None:
        """The next place of a word that stands in no other line, from the one before on if there is one."""
        form = re.compile(re.escape(word.removesuffix("-")) + ("[-\ufffe]" if word.endswith("-") else ""))
        for first in (self._reached, 0):
            for match in form.finditer(self._shown, first):
                if not self._taken.intersection(range(*match.span())):
                    self._taken.update(range(*match.span()))
                    self._reached = match.end()
                    return match.start()
        return None

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """The boxes of the letters between two offsets, those that stand side by side as one."""
        whole = last = None
        before = 0
        for offset in range(start, end):
            at = self._letters.get(offset)
            box = None if at is None or self._shown[at].isspace() else self._places.ink(at)
            if at is None or box is None:
                continue
            if whole and last and 0 < at - before <= SIDE_BY_SIDE and _goes_on(last, box):
                whole = _union(whole, box)
            else:
                if whole:
                    yield whole
                whole = box
            before, last = at, box
        if whole:
            yield whole


def _goes_on(last: Box, box: Box) -> bool:
    """Whether a letter stands in the line of the one before it: beside it, or below or above it on a turned page."""
    beside = box.left > last.left and box.bottom < last.top and box.top > last.bottom
    return beside or (box.left < last.right and box.right > last.left)


def _union(one: Box, other: Box) -> Box:
    return Box(min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top))

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
from pipeline.readers.pdf_places import Box, Line, Places, union
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
    found: list[list[QuoteBox]] = [[] for _ in spans]
    for shown in shown_pages(data, source, spans):
        for at, first, last in shown.parts(spans):
            found[at] += [QuoteBox(shown.number, box) for box in shown.boxes(first, last)]
    return [tuple(boxes) for boxes in found]


def shown_pages(data: bytes, source: DocumentText, spans: Sequence[tuple[int, int]]) -> Iterator[ShownPage]:
    """The pages of a PDF on which one of the spans lies, each open until the next is asked for.

    Raises pypdfium2.PdfiumError where the file cannot be opened.
    """
    ends = [*source.page_starts[1:], len(source.text)]
    with closing(pypdfium2.PdfDocument(data)) as document:
        tables = RuledTables(data)
        for number, (start, end) in enumerate(zip(source.page_starts, ends, strict=True)):
            if number >= len(document) or not any(first < end and last > start for first, last in spans):
                continue
            with closing(document[number]) as page, closing(page.get_textpage()) as textpage:
                place = PlaceInText(number + 1, start, source.text[start:end])
                yield ShownPage(page, textpage, place, partial(tables.within, number=number))


@dataclass(frozen=True, slots=True)
class PlaceInText:
    """A page's number (counted from 1), and what its document's text says of it from where on."""

    number: int
    start: int
    text: str


class ShownPage:
    """A page's text as it was read, with the character of the page that each of its letters is."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, place: PlaceInText, tables: Tables) -> None:
        """`page` and `textpage` are open as long as this is used."""
        self.page, self.number, self.start, self.text = page, place.number, place.start, place.text
        self._shown = textpage.get_text_range()
        self._places = Places(page, textpage, self._shown)
        self._letters: dict[int, int] = {}  # offset in `text` → offset in what pdfium shows
        lines = page_lines(page, tables)
        self._guessed: set[int] = set()  # of what pdfium shows: what may be another place with the same word
        self._taken = {at for line in lines if line.first >= 0 for at in range(line.first, line.first + len(line.text))}
        self._reached = 0
        start = 0
        for line in lines:
            at = self.text.find(line.text, start)
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
                    self._guessed.update(range(*match.span()))
                    self._reached = match.end()
                    return match.start()
        return None

    def parts(self, spans: Sequence[tuple[int, int]]) -> Iterator[tuple[int, int, int]]:
        """Of each span that lies on the page: its number from 0, and its offsets in the page's text."""
        end = self.start + len(self.text)
        for at, (first, last) in enumerate(spans):
            if first < end and last > self.start:
                yield at, max(first, self.start) - self.start, min(last, end) - self.start

    def boxes(self, start: int, end: int) -> Iterator[Box]:
        """The boxes of the letters between two offsets of the page's text, those that stand side by side as one."""
        whole = last = None
        before = 0
        for offset in range(start, end):
            at = self._letters.get(offset)
            box = None if at is None or self._shown[at].isspace() else self._places.ink(at)
            if at is None or box is None:
                continue
            if whole and last and 0 < at - before <= SIDE_BY_SIDE and _goes_on(last, box):
                whole = union(whole, box)
            else:
                if whole:
                    yield whole
                whole = box
            before, last = at, box
        if whole:
            yield whole

    def hiding(self, spans: Sequence[tuple[int, int]]) -> list[Box] | None:
        """The boxes behind which nothing is seen of the words between these offsets of the page's text; None where one is not found.

        A word that may stand at another place than was found (in a table), or once more without being in the text, is hidden everywhere.
        """
        hidden: set[int] = set()
        words = [(word.start() + start, word[0]) for start, end in spans for word in WORD.finditer(self.text[start:end])]
        for start, word in words:
            letters = [self._letters.get(start + number) for number, sign in enumerate(word) if sign != "-" or len(word) == 1]
            if None in letters:
                return None
            hidden.update(at for at in letters if at is not None)
        certain = set(self._letters.values()) - self._guessed - hidden
        for word in {word for _, word in words if len(word) > 1}:
            for match in re.finditer(re.escape(word), self._shown):
                if not certain.issuperset(range(*match.span())):
                    hidden.update(range(*match.span()))
        boxes = [self._places.room(at) for at in sorted(hidden) if not self._shown[at].isspace()]
        return None if None in boxes else [box for box in boxes if box]


def _goes_on(last: Box, box: Box) -> bool:
    """Whether a letter stands in the line of the one before it: beside it, or below or above it on a turned page."""
    beside = box.left > last.left and box.bottom < last.top and box.top > last.bottom
    return beside or (box.left < last.right and box.right > last.left)

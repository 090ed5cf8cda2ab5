"""The second reader of PDFs, which holds the first to account: pdfminer.six, independent of pdfium and fifty times slower.

It counts the pages of files that do not plainly show how many they have (0.4 ms a page), weighs the strings of pages where the
first has found little (1 ms), and reads those that weigh too much. It never harms what the first has read: where it fails, or takes
too long, it says nothing.
"""

from __future__ import annotations

import io
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from itertools import islice
from types import FrameType
from typing import Any, TypeVar

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import dict_value, int_value, list_value, resolve1, stream_value

from pipeline.readers.legibility import GLYPH

T = TypeVar("T")
# What a page's content shows: (words) Tj, <0057> Tj, [(wo) -20 (rds)] TJ
SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>", re.DOTALL)
# A page as the file writes it: <</Type/Page/Parent 2 0 R ...
PAGE_OBJECT = re.compile(rb"/[Tt]ype\s*/Page(?![^\s/<>\[\](){}%])")
PACKED = b"/ObjStm"  # objects that are compressed, so that nobody sees them who does not parse the file
PATIENCE = 10.0  # seconds for all questions about one file
DEEPEST = 50  # branches of the tree of pages


class _EnoughError(BaseException):
    """Its time is over; not an Exception, for pdfminer catches those in places."""


class SecondReader:
    """What pdfminer says of a PDF."""

    def __init__(self, data: bytes, most_pages: int) -> None:
        """`data` is the whole file; nothing is parsed before the first question."""
        self._data = data
        self._most_pages = most_pages
        self._document: PDFDocument | None = None
        self._pages: list[PDFPage] | None = None
        self._shows_all = False
        self._patience = PATIENCE

    def finds_more_than(self, pages: int) -> bool:
        """Whether it counts more pages; no reader can where the file plainly writes as many page objects as that, and nothing is packed."""
        self._shows_all = len(PAGE_OBJECT.findall(self._data)) == pages and PACKED not in self._data
        return not self._shows_all and self.count() > pages

    def count(self) -> int:
        """How many pages it finds; 0 where it cannot say."""
        if self._pages is None:
            self._pages = []
            self._asked(self._find, None)
        return len(self._pages)

    def _asked(self, question: Callable[[], T], otherwise: T) -> T:
        if self._patience <= 0:
            return otherwise
        start = time.monotonic()
        try:
            with _patience(self._patience):
                return question()
        except (Exception, _EnoughError):  # noqa: BLE001  it is asked about files that break readers
            return otherwise
        finally:
            self._patience -= time.monotonic() - start

    def _find(self) -> None:
        assert self._pages is not None  # noqa: S101  count() has just made it
        for page in islice(PDFPage.create_pages(self._opened()), self._most_pages + 1):
            self._pages.append(page)

    def _opened(self) -> PDFDocument:
        self._document = self._document or PDFDocument(PDFParser(io.BytesIO(self._data)))
        return self._document

    def weight_of(self, number: int) -> int:
        """About how many letters the content of a page (counted from 0) shows; 0 where it cannot say."""
        content = self._asked(lambda: self._content_of(number), None) if self._shows_all else None
        if content is None:
            content = self._pages[number].contents if number < self.count() and self._pages else []
        return self._asked(lambda: _weight(content), 0)

    def _content_of(self, number: int) -> list[Any]:
        """The content of a page without the pages before it, by the numbers of pages that the branches of their tree say they hold."""
        node = dict_value(self._opened().catalog["Pages"])
        for _ in range(DEEPEST):
            if "Kids" not in node:
                break
            node, number = _branch(node, number)
        content = resolve1(node.get("Contents", []))
        return content if isinstance(content, list) else [content]

    def text_of(self, number: int) -> str:
        """The text of a page (counted from 0) without what has no character; empty where it cannot say."""
        if number >= self.count():
            return ""
        return self._asked(lambda: self._text_of(number), "")

    def _text_of(self, number: int) -> str:
        from pdfminer.converter import TextConverter  # noqa: PLC0415  few files need these, and importing them takes as long as ten pages
        from pdfminer.layout import LAParams  # noqa: PLC0415
        from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager  # noqa: PLC0415

        assert self._pages is not None  # noqa: S101
        resources, out = PDFResourceManager(), io.StringIO()
        PDFPageInterpreter(resources, TextConverter(resources, out, laparams=LAParams())).process_page(self._pages[number])
        return GLYPH.sub("", out.getvalue()).replace("\f", "")


def _branch(node: dict[str, Any], number: int) -> tuple[dict[str, Any], int]:
    """Of a branch of the tree of pages the one that holds its page of a number, and that page's number there.

    Raises LookupError where the branch does not say truly how many it holds.
    """
    kids = list_value(node["Kids"])
    if int_value(node["Count"]) == len(kids):
        return dict_value(kids[number]), 0
    for kid in map(dict_value, kids):
        held = int_value(kid["Count"]) if "Kids" in kid else 1
        if number < held:
            return kid, number
        number -= held
    raise LookupError


def _weight(content: Sequence[Any]) -> int:
    shown = SHOWN.findall(b"\n".join(stream_value(part).get_data() for part in content))
    return sum((len(words) - 2) // (4 if words.startswith(b"<") else 1) for words in shown)


@contextmanager
def _patience(seconds: float) -> Iterator[None]:
    """Raise _EnoughError when the time is over; in a thread that cannot be told the time there is none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def enough(_: int, __: FrameType | None) -> None:
        raise _EnoughError

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        with suppress(TypeError):  # a handler that was not set from Python
            signal.signal(signal.SIGALRM, before)

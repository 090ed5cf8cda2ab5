"""The second reader of PDFs, which holds the first to account: pdfminer.six, independent of pdfium and fifty times slower.

It counts the pages of every file (0.4 ms a page), and reads the text only of pages where the first found hardly any. It never
harms what the first has read: where it fails, or takes too long, it says nothing.
"""

from __future__ import annotations

import io
import signal
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from types import FrameType
from typing import TypeVar

from pdfminer.converter import TextConverter
from pdfminer.layout import LAParams
from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfinterp import PDFPageInterpreter, PDFResourceManager
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser

from pipeline.readers.legibility import GLYPH

T = TypeVar("T")
PATIENCE = 15.0  # seconds for all questions about one file


class _EnoughError(BaseException):
    """Its time is over; not an Exception, for pdfminer catches those in places."""


class SecondReader:
    """What pdfminer says of a PDF."""

    def __init__(self, data: bytes, most_pages: int) -> None:
        """`data` is the whole file; nothing is parsed before the first question."""
        self._data = data
        self._most_pages = most_pages
        self._pages: list[PDFPage] | None = None

    def count(self) -> int:
        """How many pages it finds; 0 where it cannot say."""
        if self._pages is None:
            self._pages = []
            _asked(self._find, None)
        return len(self._pages)

    def _find(self) -> None:
        document = PDFDocument(PDFParser(io.BytesIO(self._data)))
        assert self._pages is not None  # noqa: S101  count() has just made it
        for page in islice(PDFPage.create_pages(document), self._most_pages + 1):
            self._pages.append(page)

    def text_of(self, number: int) -> str:
        """The text of a page (counted from 0) without what has no character; empty where it cannot say."""
        if number >= self.count():
            return ""
        return _asked(lambda: self._text_of(number), "")

    def _text_of(self, number: int) -> str:
        assert self._pages is not None  # noqa: S101
        resources, out = PDFResourceManager(), io.StringIO()
        PDFPageInterpreter(resources, TextConverter(resources, out, laparams=LAParams())).process_page(self._pages[number])
        return GLYPH.sub("", out.getvalue()).replace("\f", "")


def _asked(question: Callable[[], T], otherwise: T) -> T:
    try:
        with _patience():
            return question()
    except (Exception, _EnoughError):  # noqa: BLE001  it is asked about files that break readers
        return otherwise


@contextmanager
def _patience() -> Iterator[None]:
    """Raise _EnoughError when the time is over; in a thread that cannot be told the time there is none."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return

    def enough(_: int, __: FrameType | None) -> None:
        raise _EnoughError

    before = signal.signal(signal.SIGALRM, enough)
    signal.setitimer(signal.ITIMER_REAL, PATIENCE)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        with suppress(TypeError):  # a handler that was not set from Python
            signal.signal(signal.SIGALRM, before)

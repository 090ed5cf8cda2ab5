"""The second reader of PDFs, which holds the first to account: pdfminer.six, independent of pdfium and fifty times slower.

It counts the pages of every file (0.4 ms a page), weighs the strings of pages where the first has found little (1 ms), and reads
those that weigh too much. It never harms what the first has read: where it fails, or takes too long, it says nothing.
"""

from __future__ import annotations

import io
import re
import signal
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from itertools import islice
from types import FrameType
from typing import TypeVar

from pdfminer.pdfdocument import PDFDocument
from pdfminer.pdfpage import PDFPage
from pdfminer.pdfparser import PDFParser
from pdfminer.pdftypes import stream_value

from pipeline.readers.legibility import GLYPH

T = TypeVar("T")
# What a page's content shows: (words) Tj, <0057> Tj, [(wo) -20 (rds)] TJ
SHOWN = re.compile(rb"\((?:[^()\\]|\\.)*\)|<[0-9A-Fa-f\s]+>", re.DOTALL)
PATIENCE = 10.0  # seconds for all questions about one file


class _EnoughError(BaseException):
    """Its time is over; not an Exception, for pdfminer catches those in places."""


class SecondReader:
    """What pdfminer says of a PDF."""

    def __init__(self, data: bytes, most_pages: int) -> None:
        """`data` is the whole file; nothing is parsed before the first question."""
        self._data = data
        self._most_pages = most_pages
        self._pages: list[PDFPage] | None = None
        self._patience = PATIENCE

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
        document = PDFDocument(PDFParser(io.BytesIO(self._data)))
        assert self._pages is not None  # noqa: S101  count() has just made it
        for page in islice(PDFPage.create_pages(document), self._most_pages + 1):
            self._pages.append(page)

    def weight_of(self, number: int) -> int:
        """About how many letters the content of a page (counted from 0) shows; 0 where it cannot say."""
        return self._asked(lambda: self._weight_of(number), 0) if number < self.count() else 0

    def _weight_of(self, number: int) -> int:
        assert self._pages is not None  # noqa: S101
        content = b"\n".join(stream_value(part).get_data() for part in self._pages[number].contents)
        return sum((len(shown) - 2) // (4 if shown.startswith(b"<") else 1) for shown in SHOWN.findall(content))

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

"""PDF to text in reading order: pypdfium2 for every page, pdfplumber for the ruled tables that some pages hold.

pypdfium2 is 50 to 60 times faster than pdfplumber and keeps the order of two-column minutes (Köln), which pdfplumber mixes.
Pages follow each other with one line end, so that a sentence runs on over a page break.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial

import pypdfium2

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Terms, TextLayer, UnreadableError
from pipeline.readers.pdf_page import Line, joined, page_lines, usual_gaps
from pipeline.readers.pdf_tables import RuledTables

# pdfium's own words for a file that it does not open.
REFUSALS = {"password": ("encrypted", "is protected by a password"), "security": ("encrypted", "uses an encryption that cannot be read")}
NO_TEXT = 20  # characters on a page: fewer are a page number or a stamp on a scan
GARBLED = re.compile(r"\(cid:\d+\)|\ufffd|[\x00-\x08\x0e-\x1f]")


def read(data: bytes, name: str, terms: Terms) -> Reading:
    """Read a PDF.

    Raises UnreadableError where it is encrypted, broken, without pages, with too many, or without text.
    """
    with _opened(data, name) as document:
        if len(document) > terms.limits.pages:
            raise UnreadableError("too_large", f"{name} has {len(document):,} pages; the limit is {terms.limits.pages:,} (--limit pages=).")
        terms.opened(len(document))
        pages = list(_pages(document, RuledTables(data)))
    text, starts = "", []
    for page, usual in zip(pages, usual_gaps(pages), strict=True):
        starts.append(len(text))
        text += joined(page, usual) + "\n"
    layer = _text_layer(text, len(pages))
    if layer == "none":
        raise UnreadableError("no_text_layer", f"{name} has {len(pages)} page(s) and no text layer: it is a scan that needs OCR.")
    return Reading(DocumentText(text, tuple(starts)), "application/pdf", len(pages), layer)


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        why = next((words for key, words in REFUSALS.items() if key in str(error).lower()), ("corrupt", "is not a PDF that can be opened"))
        raise UnreadableError(why[0], f"{name} {why[1]}.") from error
    try:
        if len(document) == 0:
            raise UnreadableError("zero_pages", f"{name} is a PDF without pages.")
        yield document
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, tables: RuledTables) -> Iterator[list[Line]]:
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield []  # a page that cannot be loaded counts as empty: the others are still read
            continue
        yield page_lines(page, partial(tables.on, number))
        page.close()


def _text_layer(text: str, pages: int) -> TextLayer:
    letters = len(text.strip())
    if letters < NO_TEXT * pages and letters < 200:
        return "none"
    return "poor" if sum(len(m[0]) for m in GARBLED.finditer(text)) > 0.02 * letters else "good"

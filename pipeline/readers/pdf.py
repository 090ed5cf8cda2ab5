"""PDF to text in reading order: pypdfium2 for every page, pdfplumber for the ruled tables that some pages hold.

pypdfium2 is 50 to 60 times faster than pdfplumber and keeps the order of two-column minutes (Köln), which pdfplumber mixes.
Pages follow each other with one line end, so that a sentence runs on over a page break. A second reader counts the pages of
every file and reads those where the first finds hardly any text: what is less than it finds is never called read.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from itertools import accumulate, islice
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Remark, Terms, TextLayer, UnreadableError
from pipeline.readers.legibility import FEWEST_CHARACTERS, is_garbled, strange_share
from pipeline.readers.pdf_page import Line, joined, page_lines, usual_gaps
from pipeline.readers.pdf_scan import is_mostly_image, scans_of
from pipeline.readers.pdf_second import SecondReader
from pipeline.readers.pdf_tables import RuledTables
from pipeline.statuses import Status

if TYPE_CHECKING:
    from pipeline.readers.ocr import ScannedPage

# pdfium's own words for a file that it does not open.
REFUSALS = {"password": ("encrypted", "is protected by a password"), "security": ("encrypted", "uses an encryption that cannot be read")}
ENCRYPTED = b"/Encrypt"  # in the trailer, which is never compressed
NO_TEXT = 20  # letters on a page: fewer are a page number or a stamp on a scan
LITTLE_TEXT = 200  # letters: as much as has been stamped on scans ("Anlage 3 zu TOP 5")
MANY_STROKES = 300  # writing drawn as outlines, or a plan
LESS = 0.2  # of the second reader's letters
GARBLED = "Page {} shows other letters than its text says; nothing on it is believed."
MUCH = 800  # letters on a page: it cannot have lost four fifths


@dataclass(frozen=True, slots=True)
class Page:
    """A page as the first reader sees it."""

    lines: Sequence[Line]
    is_picture: bool = False
    """Hardly any letters, but an image or a drawing."""
    in_doubt: bool = False
    """Hardly any letters, and nothing seen that explains it."""


def read(data: bytes, name: str, terms: Terms) -> Reading:
    """Read a PDF.

    Raises UnreadableError where it is encrypted, broken, without pages, with too many, or without text.
    """
    second = SecondReader(data, terms.limits.pages)
    try:
        with _opened(data, name) as document:
            _count_is_within(len(document), name, terms)
            pages = list(_pages(document, RuledTables(data)))
    except UnreadableError as error:
        if error.code not in ("corrupt", "zero_pages") or not second.count():
            raise
        pages = []  # the first reader cannot open it; the second can
    pages = _held_to_account(pages, second, name, terms)
    return _reading(pages, data, name, terms)


def _count_is_within(count: int, name: str, terms: Terms) -> None:
    if count > terms.limits.pages:
        raise UnreadableError("too_large", f"{name} has {count:,} pages; the limit is {terms.limits.pages:,} (--limit pages=).")
    terms.opened(count)


def _held_to_account(pages: list[Page], second: SecondReader, name: str, terms: Terms) -> list[Page]:
    """The pages, with the second reader's text for those where the first has lost it.

    Raises UnreadableError where the second finds more pages than can be read.
    """
    if second.finds_more_than(len(pages)):
        count = second.count()
        _count_is_within(count, name, terms)
        others = [_page_of(second.text_of(number)) for number in range(count)]
        if _letters(others) < max(1, _letters(pages)):
            raise UnreadableError("corrupt", f"{name} is damaged: one reader finds {len(pages)} of its pages, another {count}.")
        return others
    return [_better(page, second, number) for number, page in enumerate(pages)]


def _page_of(text: str) -> Page:
    return Page([Line(line.strip(), 0.0, 0.0) for line in text.splitlines() if line.strip()])


def _better(page: Page, second: SecondReader, number: int) -> Page:
    letters = _letters([page])
    if not page.in_doubt and (letters >= MUCH or letters >= LESS * second.weight_of(number)):
        return page
    other = _page_of(second.text_of(number))
    return other if letters < LESS * _letters([other]) else page


def _letters(pages: Sequence[Page]) -> int:
    return sum(len(line.text) for page in pages for line in page.lines)


def _reading(pages: Sequence[Page], data: bytes, name: str, terms: Terms) -> Reading:
    lines = [page.lines for page in pages]
    texts = [joined(page, usual) for page, usual in zip(lines, usual_gaps(lines), strict=True)]
    strange = {number for number, text in enumerate(texts) if is_garbled(text)}
    scans = scans_of(data, [number for number, page in enumerate(pages) if page.is_picture or number in strange], terms)
    scanned = {number: page for number, page in scans.pages.items() if _says_more(page, texts[number])}
    texts = [scanned[number].text if number in scanned else text for number, text in enumerate(texts)]
    if not scanned and not _has_text_layer(pages):
        why = f"no text layer: {scans.why}" if any(page.is_picture for page in pages) else "no text on them"
        raise UnreadableError("no_text_layer", f"{name} has {len(pages)} page(s) and {why}.")
    illegible = {number for number, page in scanned.items() if page.is_illegible}
    garbled = tuple(number + 1 for number in sorted(illegible | (strange - scanned.keys())))
    # Too short to be judged, and beside garbled pages: from the same fonts.
    if garbled and all(number in garbled or len(text) <= 2 * FEWEST_CHARACTERS for number, text in enumerate(texts, 1)):
        raise UnreadableError("garbled_text", f"{name} cannot be read: its fonts do not say which characters they draw, or its OCR failed.")
    starts = tuple(accumulate((len(text) + 1 for text in texts[:-1]), initial=0))
    text = "".join(f"{text}\n" for text in texts)
    layer: TextLayer = "ocr" if scanned.keys() - illegible else "poor" if garbled or strange_share(text) > 0.02 else "good"
    doubtful = tuple((starts[n] + first, starts[n] + last) for n, page in scanned.items() for first, last in page.doubtful)
    return Reading(
        DocumentText(text, starts),
        "application/pdf",
        len(pages),
        layer,
        garbled,
        scanned=tuple(number + 1 for number in scanned),
        doubtful=doubtful,
        remarks=(*scans.remarks, *(Remark(Status.GARBLED_TEXT, GARBLED.format(n)) for n in garbled if n - 1 not in illegible)),
        wants_ocr=scans.wants_ocr,
    )


def _says_more(scanned: ScannedPage, layer: str) -> bool:
    """Whether OCR has found clearly more than stands on a page as text, or what stands there is no text."""
    return len(scanned.text) > 2 * len(layer) or (is_garbled(layer) and bool(scanned.text) and not scanned.is_illegible)


def _has_text_layer(pages: Sequence[Page]) -> bool:
    """Not where there are no letters, or as few as the stamps on scans."""
    letters = _letters(pages)
    few = letters < NO_TEXT * len(pages) and letters < 200
    return letters > 0 and not (few and any(page.is_picture for page in pages))


@contextmanager
def _opened(data: bytes, name: str) -> Iterator[pypdfium2.PdfDocument]:
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        # pdfium says of some broken files whatever it said of the one before; only a file that names an encryption has a password.
        said = str(error).lower() if ENCRYPTED in data else ""
        why = next((words for key, words in REFUSALS.items() if key in said), ("corrupt", "is not a PDF that can be opened"))
        raise UnreadableError(why[0], f"{name} {why[1]}.") from error
    try:
        if len(document) == 0:
            raise UnreadableError("zero_pages", f"{name} is a PDF without pages.")
        yield document
    finally:
        document.close()


def _pages(document: pypdfium2.PdfDocument, tables: RuledTables) -> Iterator[Page]:
    for number in range(len(document)):
        try:
            page = document[number]
        except pypdfium2.PdfiumError:
            yield Page([], in_doubt=True)
            continue
        try:
            yield _page(page, page_lines(page, partial(tables.within, number=number)))
        finally:
            page.close()


def _page(page: pypdfium2.PdfPage, lines: list[Line]) -> Page:
    letters = sum(len(line.text) for line in lines)
    if letters >= NO_TEXT:
        return Page(lines, is_picture=letters < LITTLE_TEXT and is_mostly_image(page))
    kinds = [thing.type for thing in islice(page.get_objects(max_depth=3), MANY_STROKES)]
    is_picture = pdfium.FPDF_PAGEOBJ_IMAGE in kinds or len(kinds) == MANY_STROKES
    return Page(lines, is_picture, in_doubt=not kinds or pdfium.FPDF_PAGEOBJ_TEXT in kinds)

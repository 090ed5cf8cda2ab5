"""The pages of a PDF that are pictures: found by their images, drawn in the resolution that they have, and read by OCR."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pypdfium2
import pypdfium2.raw as pdfium

from pipeline.readers import Remark, Terms
from pipeline.statuses import Status

if TYPE_CHECKING:  # what OCR needs is imported where there is a scan: a tenth of a second that other files shall not pay
    from pipeline.readers.ocr import Picture, ScannedPage

LEAST_DPI = 200  # the usual one of scans in Köln is 150 to 200; drawn in 300 they are read no better, and it takes longer
MOST_DPI = 300
MOST_PIXELS = 25_000_000  # a page of A3 in 300 dpi has 17 million; a plan of A0 is drawn in 120 dpi
WHOLE_PAGE = 0.6  # of the page: an image of that size is a scan, whatever has been stamped on it


@dataclass(frozen=True, slots=True)
class Scans:
    """What OCR has made of some pages, by their number from 0."""

    pages: dict[int, ScannedPage]
    remarks: tuple[Remark, ...] = ()
    why: str = "OCR finds no writing on its pictures"
    """Why a document is without text if these are all its pages, as the end of a sentence."""
    wants_ocr: bool = False
    """Whether OCR would be of use and is not to be had."""


def is_mostly_image(page: pypdfium2.PdfPage) -> bool:
    """Whether an image covers most of a page; strips of one scan count together."""
    width, height = page.get_size()
    covered = 0.0
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, bottom, right, top = image.get_bounds()
        covered += max(0.0, min(right, width) - max(left, 0)) * max(0.0, min(top, height) - max(bottom, 0))
    return bool(covered > WHOLE_PAGE * width * height)


def scans_of(data: bytes, numbers: Sequence[int], terms: Terms) -> Scans:
    """Read some pages by OCR, and tell of those that could not be read."""
    if not numbers:
        return Scans({})
    if why := terms.limits.why_no_scans():
        return _unread(numbers, why)
    from pipeline.readers.ocr import pages_read, why_not  # noqa: PLC0415

    if why := why_not(terms.limits):
        return _unread(numbers, why)
    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError:  # only the second reader can open it, and that does not draw
        return Scans({})
    try:
        found = pages_read(numbers, lambda number: _picture(document, number), terms.limits, terms.opened, terms.kept)
    finally:
        document.close()
    remarks = tuple(_remarks(numbers, found, terms))
    had_no_time = len(found) < min(len(numbers), terms.limits.scans)
    return Scans(found, remarks, remarks[0].sentence.rstrip("."), wants_ocr=had_no_time) if remarks else Scans(found)


def _unread(numbers: Sequence[int], why: str) -> Scans:
    remark = Remark(Status.NO_TEXT_LAYER, f"{_pages(numbers)} without legible text; {why}.")
    return Scans({}, (remark,), f"it is a scan; {why}", wants_ocr=True)


def _remarks(numbers: Sequence[int], found: dict[int, ScannedPage], terms: Terms) -> Iterator[Remark]:
    for number, page in found.items():
        if page.problem:
            yield Remark(Status.PARSER_TIMEOUT if "seconds" in page.problem else Status.PARSER_CRASH, f"Page {number + 1} {page.problem}.")
        elif page.is_illegible:
            said = f"Page {number + 1} is a scan that OCR cannot read ({page.sure:.0f} of 100); nothing on it is believed."
            yield Remark(Status.GARBLED_TEXT, said)
    left = [number for number in numbers if number not in found]
    if left:
        limits = terms.limits
        many, long = f"{limits.scans} scans of a document are read (--limit scans=)", f"its OCR may take {limits.seconds_of_scans} seconds"
        why = many if len(found) >= limits.scans else f"{long} (--limit seconds_of_scans=)"
        yield Remark(Status.TOO_LARGE, f"{_pages(left)} without legible text; {why}.")


def _pages(numbers: Sequence[int]) -> str:
    shown = ", ".join(str(number + 1) for number in numbers[:10]) + (" …" if len(numbers) > 10 else "")
    return f"Page {shown} is" if len(numbers) == 1 else f"{len(numbers)} pages ({shown}) are"


def _picture(document: pypdfium2.PdfDocument, number: int) -> Picture:
    """A page as a picture.

    Raises PageError where it cannot be drawn.
    """
    from pipeline.readers.ocr import PageError, Picture  # noqa: PLC0415

    try:
        page = document[number]
        try:
            dpi = _dpi(page)
            return Picture(page.render(scale=dpi / 72, grayscale=True).to_pil().convert("L"), dpi)
        finally:
            page.close()
    except (pypdfium2.PdfiumError, MemoryError, ValueError, OSError) as error:
        raise PageError(f"cannot be drawn ({type(error).__name__})") from error


def _dpi(page: pypdfium2.PdfPage) -> int:
    """The resolution of the page's largest image, within what OCR can use and memory can hold."""
    width, height = page.get_size()
    found = [0.0]
    for image in page.get_objects(filter=[pdfium.FPDF_PAGEOBJ_IMAGE], max_depth=3):
        left, _, right, _ = image.get_bounds()
        if right - left > width / 3:
            found.append(image.get_px_size()[0] * 72 / (right - left))
    wanted = min(max(*found, LEAST_DPI), MOST_DPI)
    return int(max(1, min(wanted, 72 * (MOST_PIXELS / max(1.0, width * height)) ** 0.5)))

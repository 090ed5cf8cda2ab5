"""Scanned pages to text through tesseract, two at a time, each within its own time: what goes wrong on a page costs that page.

picture ──page──▶ Seen: words, places, how sure ──layout, text──▶ ScannedPage
                    └── kept with the document, by its content
"""

from __future__ import annotations

import time
from collections import deque
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from pipeline.limits import Limits
from pipeline.readers.ocr.kept import keep, kept_in
from pipeline.readers.ocr.page import seen_on
from pipeline.readers.ocr.temporary import own_temporary_folder
from pipeline.readers.ocr.tesseract import HOW_TO_GET_IT, PageError, is_installed
from pipeline.readers.ocr.text import ScannedPage, page_of
from pipeline.readers.ocr.words import Seen
from pipeline.worker import Opened

__all__ = ["HOW_TO_GET_IT", "PageError", "Picture", "ScannedPage", "is_installed", "pages_read", "why_not"]

AT_ONCE = 2


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as a picture in shades of grey."""

    image: Image.Image
    dpi: int


def why_not(limits: Limits) -> str | None:
    """Why no page can be read by OCR, as the end of a sentence; None where it can."""
    if why := limits.why_no_scans():
        return why
    return None if is_installed() else f"to have it read, {HOW_TO_GET_IT}"


def pages_read(
    numbers: Sequence[int], picture_of: Callable[[int], Picture], limits: Limits, opened: Opened, kept: Path | None = None
) -> dict[int, ScannedPage]:
    """The pages with the given numbers, as far as limits.scans allows; `picture_of` may raise PageError."""
    known = kept_in(kept)
    new = [number for number in numbers if number not in known][: limits.scans]
    if new:
        opened(0, scans=len(new))
    seen: dict[int, Seen | PageError] = {**known, **_seen(new, picture_of, limits)}
    if new:
        keep(kept, {number: page for number, page in seen.items() if isinstance(page, Seen)})
    return {number: _page(seen[number]) for number in numbers if number in seen}


def _page(seen: Seen | PageError) -> ScannedPage:
    return page_of(seen) if isinstance(seen, Seen) else ScannedPage("", problem=str(seen))


def _seen(numbers: Sequence[int], picture_of: Callable[[int], Picture], limits: Limits) -> dict[int, Seen | PageError]:
    """Pages one after the other as pictures, two at a time through tesseract, never more than three in memory; those left have no time."""
    found: dict[int, Seen | PageError] = {}
    waiting: deque[tuple[int, Future[Seen]]] = deque()
    until = time.monotonic() + limits.seconds_of_scans
    with own_temporary_folder(), ThreadPoolExecutor(AT_ONCE) as pool:
        for number in numbers:
            if time.monotonic() > until:
                break
            try:
                picture = picture_of(number)
            except PageError as error:
                found[number] = error
                continue
            waiting.append((number, pool.submit(seen_on, picture.image, picture.dpi, limits.seconds_per_scan)))
            if len(waiting) > AT_ONCE:
                _take(waiting, found)
        while waiting:
            _take(waiting, found)
    return found


def _take(waiting: deque[tuple[int, Future[Seen]]], found: dict[int, Seen | PageError]) -> None:
    number, future = waiting.popleft()
    try:
        found[number] = future.result()
    except PageError as error:
        found[number] = error

"""Tesseract with its German data: a process per picture, single-threaded, ended when its time is over. Only home of pytesseract.

Measured on eight scans (Köln): tesserocr's 5.5.4 within our process takes 0.85 of the time and reads the same; but what hangs or
dies there takes the whole document with it. The pictures go out as PPM: writing PNG costs as much as a fifth of the reading.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from functools import cache
from shutil import which
from typing import Literal

from PIL import Image

from pipeline.readers.ocr.words import Word

LANGUAGE = "deu"
LAYOUT: dict[str, int] = {"page": 3, "sparse": 11}
HOW_TO_GET_IT = "install the Debian packages tesseract-ocr and tesseract-ocr-deu"


class PageError(Exception):
    """A page that OCR could not read; the message is the end of a sentence that begins with the page."""


@cache
def is_installed() -> bool:
    """Whether tesseract is there with its German data."""
    if not which("tesseract"):
        return False
    import pytesseract  # noqa: PLC0415  # brings pandas: half a second, which only scans shall cost

    try:
        return LANGUAGE in pytesseract.get_languages()
    except (pytesseract.TesseractError, OSError):
        return False


def words_on(image: Image.Image, dpi: int, layout: Literal["page", "sparse"], seconds: float) -> list[Word]:
    """The words on a picture, line by line.

    Raises PageError where tesseract fails, or takes longer than `seconds`.
    """
    import pytesseract  # noqa: PLC0415

    if seconds <= 0:
        raise PageError("took too long")
    os.environ["OMP_THREAD_LIMIT"] = "1"  # two pages at once are faster than one page in four threads
    image.format = "PPM"
    try:
        table = pytesseract.image_to_data(image, LANGUAGE, f"--dpi {dpi} --psm {LAYOUT[layout]}", timeout=seconds)
    except pytesseract.TesseractError as error:
        raise PageError(f"broke tesseract ({str(error.message)[:100]})") from error
    except RuntimeError as error:  # how pytesseract tells that the time is over
        raise PageError(f"took longer than {seconds:.0f} seconds") from error
    return list(_words(table))


def _words(table: str) -> Iterator[Word]:
    """The words in tesseract's table: level, page, block, paragraph, line, word, left, top, width, height, conf, text."""
    lines: dict[tuple[str, ...], int] = {}
    for row in table.splitlines()[1:]:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = map(int, cells[6:10])
        line = lines.setdefault(tuple(cells[2:5]), len(lines))
        yield Word(cells[11].strip(), float(cells[10]), left, top, left + width, top + height, line)

"""The text of a scanned page, and which of its numbers OCR is not sure of."""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.readers.legibility import is_garbled
from pipeline.readers.ocr.layout import is_new_paragraph, rows_in_order, strips_of, usual_gap
from pipeline.readers.ocr.words import Seen

ILLEGIBLE = 60.0  # how sure tesseract is on the whole; decided before it was measured
UNSURE = 80.0  # of a word with digits
FEWEST = 20  # letters and digits: fewer are specks, or the number of a page
DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class ScannedPage:
    """A page as read from its picture."""

    text: str
    sure: float = 100.0
    doubtful: tuple[tuple[int, int], ...] = ()
    """Where words with digits stand that OCR is not sure of."""
    problem: str | None = None
    """Why the page could not be read ("took longer than 30 seconds"), None where it was."""

    @property
    def is_illegible(self) -> bool:
        """Whether nothing that stands there is believed."""
        return bool(self.text) and (self.sure < ILLEGIBLE or is_garbled(self.text))


def page_of(seen: Seen) -> ScannedPage:
    """A page in words: rows in reading order, paragraphs apart."""
    strips = strips_of(seen.words)
    if sum(strip.weight for strip in strips) < FEWEST:
        return ScannedPage("")
    rows = rows_in_order(seen, strips)
    usual = usual_gap(rows)
    parts: list[str] = []
    doubtful: list[tuple[int, int]] = []
    length = 0
    for number, row in enumerate(rows):
        if number:
            parts.append("\n\n" if is_new_paragraph(rows[number - 1], row, usual) else "\n")
            length += len(parts[-1])
        for place, word in enumerate(row.words):
            said = f" {word.text}" if place else word.text
            parts.append(said)
            length += len(said)
            if word.sure < UNSURE and DIGIT.search(word.text):
                doubtful.append((length - len(word.text), length))
    shown = [word for strip in strips for word in strip.words]
    return ScannedPage("".join(parts), Seen(tuple(shown)).sure, tuple(doubtful))

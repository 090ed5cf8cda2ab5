"""Where the characters of a PDF page stand, by pdfium: one box for a character, one line for what stands on one height.

Asked for sparingly: all boxes of a page cost as much as reading it, those of its lines' ends a tenth of that.
"""

from __future__ import annotations

import ctypes
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
import pypdfium2.raw as pdfium


class Box(NamedTuple):
    """A rectangle on a page as it is looked at, in points from its lower left corner."""

    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> tuple[float, float]:
        """The point in its middle."""
        return (self.left + self.right) / 2, (self.bottom + self.top) / 2


NOWHERE = Box(0.0, 0.0, 0.0, 0.0)
_made = tuple.__new__  # what Box() does, without the call between: a page may have thousands


@dataclass(slots=True, unsafe_hash=True)  # never changed, but not frozen: a hundred are made for each page, at five times the price
class Line:
    """A line of a page: its words, its left edge and its top, in points from the page's lower left corner."""

    text: str
    left: float
    top: float
    height: float = 0.0
    """Of its first letter's box, 0 where that is not known."""
    right: float = 0.0
    first: int = -1
    """Its first character in the page's text as pdfium gives it; the others follow without a gap. -1 where that is not known."""
    table: int = 0
    """The number of the table on its page that it is a row of, 0 for any other line."""


class Places:
    """The characters of a page's text with their boxes."""

    def __init__(self, page: pypdfium2.PdfPage, textpage: pypdfium2.PdfTextPage, text: str) -> None:
        """`text` is all that the text page gives."""
        self._raw = textpage.raw
        self._rotation = page.get_rotation()
        self._width, self._height = page.get_size()
        self._shift = _shift(self._rotation, page.get_bbox())
        self._rect = pdfium.FS_RECTF()
        self._loose_box = pdfium.FPDFText_GetLooseCharBox
        self._same = len(text) == textpage.count_chars()  # else some characters are no text, or take two places
        self._wide = [] if self._same or text.isascii() else [at for at, sign in enumerate(text) if sign > "\uffff"]

    def character(self, index: int) -> int:
        """The number by which pdfium knows the character at an offset of the text, -1 where it knows none."""
        if self._same:
            return index
        return int(pdfium.FPDFText_GetCharIndexFromTextIndex(self._raw, index + sum(at < index for at in self._wide)))

    def box(self, index: int) -> Box:
        """The box of the character at an offset of the text, as high as its font's letters."""
        rect = self._rect
        if not self._loose_box(self._raw, index if self._same else self.character(index), rect):
            return NOWHERE
        if self._rotation:
            return self.seen(rect.left, rect.bottom, rect.right, rect.top)
        return _made(Box, (rect.left, rect.bottom, rect.right, rect.top))

    def ink(self, index: int) -> Box | None:
        """The box of what is drawn for the character at an offset of the text; None where nothing is."""
        left, right, bottom, top = (ctypes.c_double() for _ in range(4))
        if not pdfium.FPDFText_GetCharBox(self._raw, self.character(index), left, right, bottom, top):
            return None
        box = self._shown(self.seen(left.value, bottom.value, right.value, top.value))
        return box if box.left < box.right and box.bottom < box.top else None

    def room(self, index: int) -> Box | None:
        """The box that its font gives to the character at an offset of the text, with what is drawn for it; None where neither is known."""
        loose, ink = self._shown(self.box(index)), self.ink(index)
        if loose.left >= loose.right or loose.bottom >= loose.top:
            return ink
        return union(loose, ink) if ink else loose

    def _shown(self, box: Box) -> Box:
        """A box counted from the corner of what is shown of the page: pages are cropped."""
        across, up = self._shift
        return Box(box.left + across, box.bottom + up, box.right + across, box.top + up)

    def seen(self, left: float, bottom: float, right: float, top: float) -> Box:
        """A rectangle of the page's content as it is looked at, when the page has been turned."""
        match self._rotation:
            case 90:
                return Box(bottom, self._height - right, top, self._height - left)
            case 180:
                return Box(self._width - right, self._height - top, self._width - left, self._height - bottom)
            case 270:
                return Box(self._width - top, left, self._width - bottom, right)
            case _:
                return Box(left, bottom, right, top)


def union(one: Box, other: Box) -> Box:
    """The smallest box that holds both."""
    return Box(min(one.left, other.left), min(one.bottom, other.bottom), max(one.right, other.right), max(one.top, other.top))


def _shift(rotation: int, shown: tuple[float, float, float, float]) -> tuple[float, float]:
    """What leads from a turned page's corner to the corner of what is shown of it."""
    left, bottom = shown[:2]
    return {90: (-bottom, left), 180: (left, bottom), 270: (bottom, -left)}.get(rotation, (-left, -bottom))

"""A page's picture made ready for OCR: straight, without the dots of shaded cells; and the rules that are drawn on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

import numpy as np
from numpy.typing import NDArray
from PIL import Image, ImageFilter

from pipeline.readers.ocr.words import Rule, Word

DARK = 128
SMALL = 800  # pixels of the longer side of the picture on which the slant is measured
MOST_SLANT = 6.0  # degrees
LEAST_SLANT = 1.0  # tesseract follows lines that slant less, and turning costs sharpness (Köln 345458: 7.4 % wrong instead of 4.7 %)
SHORTEST_RULE = 0.25  # of the page's width
THICK = 4  # pixels


def slant_of(image: Image.Image) -> float:
    """By how many degrees a page must be turned for its lines to be level.

    Level lines make rows of pixels that are either full or empty; the turn that makes neighbouring rows differ most is taken.
    """
    small = image.copy()
    small.thumbnail((SMALL, SMALL), Image.Resampling.BILINEAR)
    ink = small.point(lambda value: 255 if value < 160 else 0)
    best = 0.0
    for step, reach in ((1.0, MOST_SLANT), (0.25, 0.75), (0.1, 0.2)):
        angles = best + np.arange(-reach, reach + step / 2, step)
        best = float(max(angles, key=lambda angle: _contrast(ink, float(angle))))
    return best


def _contrast(ink: Image.Image, angle: float) -> float:
    rows = np.asarray(ink.rotate(angle, Image.Resampling.BILINEAR), dtype=np.float32).sum(axis=1)
    return float(np.square(np.diff(rows)).sum())


def straightened(image: Image.Image) -> Image.Image:
    """The page with level lines."""
    angle = slant_of(image)
    return image if abs(angle) < LEAST_SLANT else image.rotate(angle, Image.Resampling.BICUBIC, fillcolor=255)


def without_noise(image: Image.Image) -> Image.Image:
    """The page without grain, if there is some on most of it; clean pages lose fine strokes by that.

    On pages that we made grainy this is the greatest help of all: character errors fall from 6 % to nearly none.
    """
    calm = image.filter(ImageFilter.MedianFilter(3))
    grain = np.median(np.abs(np.asarray(image, dtype=np.int16) - np.asarray(calm, dtype=np.int16)))
    return calm if grain >= 1 else image


def without_dots(image: Image.Image) -> Image.Image:
    """The page without ink that is thinner than three pixels: the dots that print a grey ground."""
    return image.filter(ImageFilter.MaxFilter(3)).filter(ImageFilter.MinFilter(3))


def without_words(image: Image.Image, words: Iterable[Word]) -> Image.Image:
    """The page with words painted over."""
    pixels = np.array(image)
    for word in words:
        pixels[max(0, word.top - 2) : word.bottom + 2, max(0, word.left - 3) : word.right + 3] = 255
    return Image.fromarray(pixels)


def ink_share(image: Image.Image) -> float:
    """Which part of the page is dark."""
    return float((np.asarray(image) < DARK).mean())


def cells_of_ink(image: Image.Image, size: int = 16) -> int:
    """How many squares of a page are neither empty nor solid: what may still be writing."""
    dark = np.asarray(image) < DARK
    high, wide = dark.shape[0] // size, dark.shape[1] // size
    if not high or not wide:
        return 0
    share = dark[: high * size, : wide * size].reshape(high, size, wide, size).mean((1, 3))
    return int(((share > 0.08) & (share < 0.75)).sum())


def rules_of(image: Image.Image) -> tuple[Rule, ...]:
    """The horizontal rules of a page, from the top."""
    dark: NDArray[np.bool_] = np.asarray(image) < DARK + 12
    length = int(dark.shape[1] * SHORTEST_RULE)
    if length < 2:
        return ()
    counted = np.cumsum(np.pad(dark, ((0, 0), (1, 0))), axis=1, dtype=np.int32)
    runs = (counted[:, length:] - counted[:, :-length]) >= 0.97 * length
    found: list[Rule] = []
    before = -100
    for y in np.flatnonzero(runs.any(axis=1)).tolist():
        starts: Sequence[int] = np.flatnonzero(runs[y]).tolist()
        left, right = starts[0], starts[-1] + length
        if y - before <= THICK:  # the same rule, a little slanted
            left, right = min(left, found[-1].left), max(right, found.pop().right)
        found.append(Rule(left, right, y))
        before = y
    return tuple(found)

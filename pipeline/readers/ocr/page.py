"""One scanned page: turned, straightened, read, and looked at a second time where ink is left that nobody has read."""

from __future__ import annotations

import time
from collections.abc import Iterator

from PIL import Image

from pipeline.readers.ocr.image import cells_of_ink, ink_share, rules_of, straightened, without_dots, without_noise, without_words
from pipeline.readers.ocr.layout import is_rule_of_table, strips_of
from pipeline.readers.ocr.tesseract import PageError, words_on
from pipeline.readers.ocr.words import Seen, Strip, Word

EMPTY = 0.0005  # of the page: less ink is dust
UPRIGHT = 70.0  # how sure tesseract is of pages that stand upright, however poor (the eight of Köln: 80 and more)
MUCH_BETTER = 1.5
TURNS = (180, 90, 270)
SOME = 10  # letters and digits: even lines that lie on their side give more, and photographs less
FEW = 40  # letters and digits: too few to tell whether a page stands upright
UNREAD = 40  # squares of ink: as much as a dozen words
SURE = 60.0  # of a word that needs no second look
SURE_AT_LAST = 80.0  # of a line that only the second look has found
WORTH_IT = 6  # letters and digits of such a line


def seen_on(image: Image.Image, dpi: int, seconds: float) -> Seen:
    """What stands on a page; nothing where it is empty or shows no writing.

    Raises PageError where it cannot be read within `seconds`.
    """
    until = time.monotonic() + seconds
    if ink_share(image) < EMPTY:
        return Seen(())
    quiet = without_noise(image)
    best = _looked_at(quiet, dpi, until)
    if not _stands_upright(best[1]) and best[1].weight >= SOME:
        best = _turned(quiet, dpi, until, best)
    straight, seen = best
    rules = tuple(rule for rule in rules_of(straight) if is_rule_of_table(rule, straight.width))
    return Seen(_with_second_look(straight, dpi, until, seen.words), rules)


def _looked_at(image: Image.Image, dpi: int, until: float) -> tuple[Image.Image, Seen]:
    straight = straightened(image)
    return straight, Seen(tuple(words_on(straight, dpi, "page", until - time.monotonic())))


def _turned(image: Image.Image, dpi: int, until: float, first: tuple[Image.Image, Seen]) -> tuple[Image.Image, Seen]:
    """The page as it is read best: pages lie on their side or upside down in scanners."""
    best = first
    for turn in TURNS:
        try:
            found = _looked_at(image.rotate(turn, expand=True), dpi, until)
        except PageError:
            break  # no time left for turning: what has been read stays
        if _worth(found[1]) > MUCH_BETTER * _worth(best[1]):
            best = found
        if _stands_upright(best[1]):
            break
    return best


def _stands_upright(seen: Seen) -> bool:
    return _worth(seen) > UPRIGHT * seen.weight and seen.weight >= FEW


def _worth(seen: Seen) -> float:
    """Letters, as far as tesseract is sure of them. It reads lines that run upwards too, but their words are higher than wide."""
    return sum(word.weight * word.sure for word in seen.words if word.right - word.left > word.bottom - word.top or word.weight < 3)


def _with_second_look(image: Image.Image, dpi: int, until: float, words: tuple[Word, ...]) -> tuple[Word, ...]:
    """The words, and those of shaded cells and pale stamps, which tesseract reads only after their dots are gone."""
    # What is far higher than a line is a frame or a picture that was taken for a letter.
    left = without_words(image, (word for word in words if word.sure >= SURE and word.bottom - word.top < dpi / 2))
    if cells_of_ink(left) < UNREAD:
        return words
    try:
        found = strips_of(words_on(without_dots(left), dpi, "sparse", until - time.monotonic()))
    except PageError:
        return words
    return tuple(_merged(words, [strip for strip in found if _is_new_writing(strip)]))


def _is_new_writing(strip: Strip) -> bool:
    return strip.sure >= SURE_AT_LAST and strip.weight >= WORTH_IT


def _merged(words: tuple[Word, ...], found: list[Strip]) -> Iterator[Word]:
    """The words of the first look, but where the second has read the same place with far more certainty, its words."""
    old = strips_of(words)
    line = max((word.line for word in words), default=0)
    dropped: set[Word] = set()
    added: list[Word] = []
    for number, strip in enumerate(found, line + 1):
        there = [other for other in old if other.overlaps(strip)]
        if all(other.sure < SURE and other.sure + 20 < strip.sure and strip.weight >= 0.7 * other.weight for other in there):
            dropped.update(word for other in there for word in other.words)
            added += [Word(w.text, w.sure, w.left, w.top, w.right, w.bottom, number) for w in strip.words]
    yield from (word for word in words if word not in dropped)
    yield from added

"""The words of a page in the order in which a person reads them: columns one after the other, rows from the top, cells row by row.

Tesseract's own order of blocks tears the numbers of a list from their points ("1) 2) 3)" before three questions, Köln) and reads
the cells of a table column by column, over its rules.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from statistics import median

from pipeline.readers.ocr.words import Rule, Seen, Strip, Word

WIDE_GAP = 2.5  # heights of a letter between two words that belong to different things
COLUMN_ROWS = 9  # on both sides of a gap, for it to part columns
LABEL = re.compile(r"\(?\d{1,2}[.)]|\(?[a-z]\)|[-–—•°*]")  # of a point in a list
DEBRIS = 40.0  # signatures, frames of stamps, specks: hardly a letter, and tesseract knows it
SHORT = 2  # letters that stand alone
SURE_OF_SHORT = 80.0
LONG = 4  # letters and digits: a word of so many is something, however badly read


def strips_of(words: Sequence[Word]) -> list[Strip]:
    """The lines of a page, parted at wide gaps, without what is no writing."""
    lines: dict[int, list[Word]] = {}
    for word in words:
        lines.setdefault(word.line, []).append(word)
    strips = [strip for line in lines.values() for strip in _parted(line)]
    return [strip for strip in strips if not _is_debris(strip)]


def _parted(line: list[Word]) -> Iterator[Strip]:
    high = median(word.bottom - word.top for word in line)
    start = 0
    for number, (before, after) in enumerate(pairwise(line), 1):
        if after.left - before.right > WIDE_GAP * high and not LABEL.fullmatch(before.text):
            yield Strip.of(line[start:number])
            start = number
    yield Strip.of(line[start:])


def _is_debris(strip: Strip) -> bool:
    if LABEL.fullmatch(strip.text):
        return False
    if strip.weight <= SHORT and not any(map(str.isdigit, strip.text)):
        return strip.sure < SURE_OF_SHORT
    return strip.weight == 0 or (strip.sure < DEBRIS and max(word.weight for word in strip.words) < LONG)


def rows_in_order(seen: Seen, strips: Sequence[Strip]) -> list[Strip]:
    """The rows of a page in reading order; what stands side by side and is no column is one row."""
    if not strips:
        return []
    bands: list[list[Strip]] = [[] for _ in range(len(seen.rules) + 1)]
    edges = sorted(rule.y for rule in seen.rules)
    for strip in strips:
        bands[sum(edge < strip.middle for edge in edges)].append(strip)
    last = len(bands) - 1
    # Between two rules is a row of a table: there even one line on each side makes two cells.
    return [row for number, band in enumerate(bands) for row in _ordered(band, 1 if 0 < number < last else COLUMN_ROWS)]


def _ordered(strips: Sequence[Strip], column_rows: int) -> Iterator[Strip]:
    waiting = [list(strips)]
    while waiting:
        part = waiting.pop()
        halves = _columns(part, column_rows) or _halves(part)
        if halves:
            waiting += reversed(halves)
        elif part:
            yield Strip.of([word for strip in sorted(part, key=lambda strip: strip.left) for word in strip.words])


def _columns(strips: list[Strip], column_rows: int) -> tuple[list[Strip], list[Strip]] | None:
    """The two sides of a gap that runs from top to bottom, if there are rows enough on both."""
    ordered = sorted(strips, key=lambda strip: strip.left)
    edge = 0
    for number, strip in enumerate(ordered):
        if number and strip.left > edge:
            sides = ordered[:number], ordered[number:]
            if min(_count_rows(side) for side in sides) >= column_rows and not _are_labels(sides[0]):
                return sides
        edge = max(edge, strip.right)
    return None


def _are_labels(strips: Sequence[Strip]) -> bool:
    return all(LABEL.fullmatch(strip.text) for strip in strips)


def _count_rows(strips: Sequence[Strip]) -> int:
    count, edge = 0, -1.0
    for strip in sorted(strips, key=lambda strip: strip.top):
        if strip.middle > edge:
            count += 1
            edge = strip.bottom
    return count


def _halves(strips: list[Strip]) -> tuple[list[Strip], list[Strip]] | None:
    """What stands above and below the widest gap between rows; None for a single row."""
    ordered = sorted(strips, key=lambda strip: strip.middle)
    best, at, edge = 0.0, 0, 0.0
    for number, strip in enumerate(ordered):
        # The middle part of a line counts: the tails of its letters reach into the next one.
        gap = strip.middle - 0.2 * strip.height - edge
        if number and gap > best:
            best, at = gap, number
        edge = max(edge, strip.middle + 0.2 * strip.height)
    return (ordered[:at], ordered[at:]) if at else None


PARAGRAPH_GAP = 1.35  # of the usual distance between rows


def is_new_paragraph(above: Strip, row: Strip, usual: float) -> bool:
    """Whether an empty line belongs between two rows: at a wide gap, and where a new column begins."""
    gap = row.middle - above.middle
    return gap < 0 or bool(usual and gap > PARAGRAPH_GAP * usual)


def usual_gap(rows: Sequence[Strip]) -> float:
    """The distance of two rows of a paragraph, 0 where it cannot be told: the lower quarter of all distances."""
    high = median(row.height for row in rows) if rows else 0.0
    gaps = sorted(gap for above, below in pairwise(rows) if (gap := below.middle - above.middle) > high / 2)
    return gaps[len(gaps) // 4] if gaps else 0.0


def is_rule_of_table(rule: Rule, width: int) -> bool:
    """Whether a rule is long enough to part the rows of a table; shorter ones underline words."""
    return rule.right - rule.left > 0.4 * width

r"""Printed counts, bound to their labels and never to their position; positions speak only where there are no labels.

"Ja: 22, Nein: 3, Anwesend: 25"                  label before number (Bavaria)
"mit 8 Ja-Stimmen, 4 Nein-Stimmen"               number before label
"Ja-Stimmen:\n15\nNein-Stimmen\n0"               label and number in cells of their own
"Ja\nNein\nEnthaltung\n12\n3\n1"                 a head row and its cells
"40/7/7", "14 : 0", "mit 23 zu 15 Stimmen"       no labels at all
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.german.numbers import number_of
from extractors.votes.count import Count
from extractors.votes.count_forms import (
    CELLS,
    HEAD_GAP,
    LABEL,
    LEFT,
    NEXT_CELL,
    NOTHING,
    RIGHT,
    TABLE,
    TOTAL,
)
from extractors.votes.unlabelled import unlabelled

__all__ = ["Count", "counts_in"]


@dataclass(frozen=True, slots=True)
class _Number:
    """A number beside a label: where it stands, and where the two begin and end."""

    value: int
    at: int
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class _Label:
    option: str
    start: int
    end: int
    left: _Number | None
    right: _Number | None
    colon: bool
    weak: bool


def counts_in(text: str, start: int, end: int, *, slashes: bool = True) -> list[Count]:
    """The counts of a stretch of text, in order; `slashes` where bare 40/7/7 can be nothing but votes."""
    labels = [label for match in LABEL.finditer(text, start, end) if (label := _label(text, match, start, end)) is not None]
    found: list[Count] = []
    taken = bytearray(end - start)
    for reading in (_rows(text, labels, start, end), _bound(labels), *unlabelled(text, start, end, results=slashes)):
        free = [count for count in reading if not any(taken[count.start - start : count.end - start])]
        for count in free:
            taken[count.start - start : count.end - start] = b"\1" * (count.end - count.start)
        found += free
    return sorted(found, key=lambda count: (count.start, count.end))


def _label(text: str, match: re.Match[str], start: int, end: int) -> _Label | None:
    option = match.lastgroup or ""
    weak = option.startswith("weak_")
    option = option.removeprefix("weak_")
    bound_left = _left(text, match, start, option, weak=weak)
    bound_right, colon = _right(text, match, end)
    if bound_left and bound_right and (bound_right.value == 0 or colon) and "\n" in text[bound_left.at : match.start()]:
        bound_left = None  # "Anwesende Mitglieder: 22⏎Ja-Stimmen: 20": the number above has a label of its own
    if bound_left and bound_right and "–" in text[match.end() : bound_right.at]:
        bound_right = None
    weak = weak or match[0] in ("dafür", "dagegen", "Dafür", "Dagegen", "ja", "nein")
    return _Label(option, match.start(), match.end(), bound_left, bound_right, colon, weak)


def _left(text: str, match: re.Match[str], start: int, option: str, *, weak: bool) -> _Number | None:
    floor = max(start, match.start() - 30)
    left = LEFT.search(text[floor : match.start()])
    value = _left_value(left["n"], option, weak) if left else None
    at = floor + left.start("n") if left else 0
    return _Number(value, at, at, match.end()) if value is not None else None


def _right(text: str, match: re.Match[str], end: int) -> tuple[_Number | None, bool]:
    """The number behind a label, and whether a colon announces it."""
    if none := NOTHING.match(text, match.end(), end):
        return _Number(0, match.end(), match.start(), none.end()), True
    right = RIGHT.match(text, match.end(), end)
    if right is None:
        return None, False
    colon = any(sign in right["gap"] for sign in (":", "=", "..", "…", "__"))  # "Zustimmung ....... 13"
    number = number_of(right["n"])
    if number is None or not (right["gap"] or not right["n"][0].isdigit()) or _begins_a_list(text, right):
        return None, colon
    return _Number(number, right.start("n"), match.start(), right.end()), colon


def _left_value(word: str, option: str, weak: bool) -> int | None:
    """Number words, and "ohne Gegenstimmen", "keine Enthaltung" as zero; "eine Zustimmung" is no count."""
    if weak and not word[0].isdigit():
        return None
    if word.lower() in ("ohne", "kein", "keine", "keiner", "keinen"):
        return 0 if option in ("no", "abstain") else None
    return number_of(word)


def _begins_a_list(text: str, right: re.Match[str]) -> bool:
    """Whether the number after a label numbers the next line ("Nein⏎1. Der Rat …")."""
    return "\n" in right["gap"] and text[right.end() : right.end() + 1] in (".", ")")


def _rows(text: str, labels: list[_Label], start: int, end: int) -> Iterator[Count]:
    """Tables: a head row of labels with its cells, or labels with a row of cells under a head that names the total."""
    total = TOTAL.search(text, max(0, start - TABLE), end) if labels else None
    at = 0
    while at < len(labels):
        run = [labels[at]]
        while at + len(run) < len(labels) and HEAD_GAP.fullmatch(text, run[-1].end, labels[at + len(run)].start):
            run.append(labels[at + len(run)])
        at += len(run)
        cells = _cells(text, run[-1].end, end)
        if len(run) > 1 and len(cells) != len(run) and (foot := TOTAL.search(text, run[-1].end, min(end, run[-1].end + TABLE))):
            cells = _cells(text, foot.end(), end)
        if len(run) > 1 and len(cells) == len(run):
            for label, (value, stop) in zip(run, cells, strict=True):
                yield Count(label.option, value, label.start, stop if label is run[-1] else label.end, "table")
        elif len(run) == 1 and len(cells) > 1 and total and total.end() < run[0].start:
            yield Count(run[0].option, cells[-1][0], run[0].start, cells[-1][1], "table_total")


def _cells(text: str, at: int, end: int) -> list[tuple[int, int]]:
    """The numbers that follow each other from a place on, with their ends."""
    cells: list[tuple[int, int]] = []
    while cell := (CELLS if not cells else NEXT_CELL).match(text, at, end):
        at = cell.end()
        cells.append((int(cell[1]), at))
    return cells


def _bound(labels: list[_Label]) -> Iterator[Count]:
    """Labels bound to the number on their side; where both sides have one, the style of the others decides."""
    sides = [(label.left is not None, label.right is not None) for label in labels]
    number_first = sum(left and not right for left, right in sides)
    label_first = sum(right and not left for left, right in sides)
    used: set[int] = set()
    for label in labels:
        if label.left and label.right:
            by_left = number_first > label_first if number_first != label_first else not label.colon
        else:
            by_left = label.left is not None
        bound = label.left if by_left else label.right
        if bound is None or (label.weak and not by_left and not label.colon and len(labels) < 2):
            continue
        if bound.at in used:
            continue
        used.add(bound.at)
        yield Count(label.option, bound.value, bound.start, bound.end, "number_label" if by_left else "label_number")

"""Grids that the rules of a page form: which rules belong together, and the cells between them, merged ones too.

┌────┬────┐      rows 0 and 1, columns 0 and 1; the cell at the top is one over both columns
├────┴────┤
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from operator import neg

from pipeline.readers.pdf_places import Box
from pipeline.readers.pdf_rules import Rule, Rules

TOUCH = 4.0  # points between the end of a rule and the one that it meets
OPEN = 15.0  # a rule that goes on for longer beyond the last one that crosses it: the table's edge is not drawn
SMALLEST = 12.0, 7.0  # points, on average, that a column is wide and a row is high
MANY_RULES, MANY_CELLS = 400, 4000


@dataclass(frozen=True, slots=True)
class Grid:
    """The fields between the rules of a table and the cells that they form; `plain` where every cell is a rectangle."""

    xs: tuple[float, ...]
    ys: tuple[float, ...]
    """The places of its rules, from left to right and from the top to the bottom."""
    corners: tuple[int, ...]
    """For each field between neighbouring rules, row by row, the field at the top left of the cell that it is part of."""
    plain: bool = True

    @property
    def rows(self) -> int:
        """How many there are, merged or not."""
        return len(self.ys) - 1

    @property
    def columns(self) -> int:
        """How many there are, merged or not."""
        return len(self.xs) - 1

    @property
    def box(self) -> Box:
        """Its edges."""
        return Box(self.xs[0], self.ys[-1], self.xs[-1], self.ys[0])

    def place_of(self, x: float, y: float) -> tuple[int, int] | None:
        """Row and column of the cell at a place, None outside of the grid."""
        column = bisect_right(self.xs, x) - 1
        row = bisect_left(self.ys, -y, key=neg) - 1
        if not (0 <= column < self.columns and 0 <= row < self.rows):
            return None
        return divmod(self.corners[row * self.columns + column], self.columns)


def grids_of(rules: Rules) -> Iterator[Grid]:
    """The grids of a page, of two rows and two columns at least."""
    if max(len(rules.horizontal), len(rules.vertical)) > MANY_RULES:
        return
    for horizontal, vertical in _groups(rules):
        down, across = _closed(horizontal, vertical), _closed(vertical, horizontal)
        ys, xs = sorted({rule.at for rule in down}, reverse=True), sorted({rule.at for rule in across})
        if not (len(ys) > 2 and len(xs) > 2 and len(ys) * len(xs) <= MANY_CELLS):
            continue
        if xs[-1] - xs[0] >= SMALLEST[0] * (len(xs) - 1) and ys[0] - ys[-1] >= SMALLEST[1] * (len(ys) - 1):
            yield _grid(xs, ys, across, down)


def _groups(rules: Rules) -> Iterator[tuple[list[Rule], list[Rule]]]:
    """Rules that touch each other, group by group."""
    group = list(range(len(rules.horizontal) + len(rules.vertical)))

    def root(member: int) -> int:
        while group[member] != member:
            group[member] = group[group[member]]
            member = group[member]
        return member

    for (number, one), (other_number, other) in product(enumerate(rules.horizontal), enumerate(rules.vertical, len(rules.horizontal))):
        if _meet(one, other):
            group[root(other_number)] = root(number)
    found: dict[int, tuple[list[Rule], list[Rule]]] = {}
    for number, rule in enumerate([*rules.horizontal, *rules.vertical]):
        found.setdefault(root(number), ([], []))[number >= len(rules.horizontal)].append(rule)
    yield from (both for both in found.values() if all(both))


def _meet(one: Rule, other: Rule) -> bool:
    return other.first - TOUCH <= one.at <= other.last + TOUCH and one.first - TOUCH <= other.at <= one.last + TOUCH


def _closed(rules: Sequence[Rule], crossing: Sequence[Rule]) -> list[Rule]:
    """The rules with those at the edges that are not drawn: many tables have none at their left and right."""
    first, last = min(rule.first for rule in crossing), max(rule.last for rule in crossing)
    lowest, highest = min(rule.at for rule in rules), max(rule.at for rule in rules)
    start, end = min(rule.first for rule in rules), max(rule.last for rule in rules)
    closed = list(rules)
    if first < lowest - OPEN:
        closed.insert(0, Rule(first, start, end))
    if last > highest + OPEN:
        closed.append(Rule(last, start, end))
    return closed


def _grid(xs: list[float], ys: list[float], across: Sequence[Rule], down: Sequence[Rule]) -> Grid:
    """`across` are the vertical rules from left to right, `down` the horizontal ones."""
    rows, columns = len(ys) - 1, len(xs) - 1
    region = list(range(rows * columns))

    def root(cell: int) -> int:
        while region[cell] != cell:
            cell = region[cell]
        return cell

    upright, level = _by_place(across), _by_place(down)
    for row, column in product(range(rows), range(columns)):
        here = root(row * columns + column)
        if column and not _parted(upright[xs[column]], ys[row + 1], ys[row]):
            region[here] = here = root(row * columns + column - 1)
        if row and not _parted(level[ys[row]], xs[column], xs[column + 1]):
            above = root((row - 1) * columns + column)
            region[max(here, above)] = min(here, above)
    corners = tuple(root(cell) for cell in range(rows * columns))
    return Grid(tuple(xs), tuple(ys), corners, plain=all(_is_rectangle(places, columns) for places in _members(corners)))


def _members(corners: Sequence[int]) -> Iterable[list[int]]:
    members: dict[int, list[int]] = {}
    for field, corner in enumerate(corners):
        members.setdefault(corner, []).append(field)
    return members.values()


def _is_rectangle(fields: Sequence[int], columns: int) -> bool:
    """Whether fields fill all rows and columns between the first and the last of them."""
    down = [field // columns for field in fields]
    across = [field % columns for field in fields]
    return len(fields) == (max(down) - min(down) + 1) * (max(across) - min(across) + 1)


def _by_place(rules: Sequence[Rule]) -> dict[float, list[Rule]]:
    found: dict[float, list[Rule]] = {}
    for rule in rules:
        found.setdefault(rule.at, []).append(rule)
    return found


def _parted(rules: Sequence[Rule], first: float, last: float) -> bool:
    """Whether the rules at one place cover at least half of a side."""
    covered = sum(max(0.0, min(rule.last, last) - max(rule.first, first)) for rule in rules)
    return covered >= 0.5 * (last - first)

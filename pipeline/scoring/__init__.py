"""Holds extracted rows against gold, by the rules of the contract: matched one to one per document, by value, not by position."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.scoring.gold import GoldDocument, Row
from pipeline.scoring.measures import IN_SCOPE, KEYS, MEASURES, PATHS, POINTS, Key, overlap

SAME_TEXT = 0.85  # least overlap of two texts of a resolution point


@dataclass(slots=True)
class Tally:
    """How many facts were right, found although not there, and not found."""

    right: int = 0
    spurious: int = 0
    missed: int = 0

    def add(self, other: Tally) -> None:
        """Count the other one's facts too."""
        self.right += other.right
        self.spurious += other.spurious
        self.missed += other.missed

    @property
    def precision(self) -> float | None:
        """The share of what was found that is right; None where nothing was found."""
        return self.right / (self.right + self.spurious) if self.right + self.spurious else None

    @property
    def recall(self) -> float | None:
        """The share of what is there that was found; None where nothing is there."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None

    @property
    def f1(self) -> float | None:
        """The harmonic mean of both; None where nothing is there and nothing was found."""
        facts = 2 * self.right + self.spurious + self.missed
        return 2 * self.right / facts if facts else None


@dataclass(frozen=True, slots=True)
class Difference:
    """A fact that only one side states: "missed", "spurious", or "path" for a point that stands elsewhere in the tree."""

    kind: str
    measure: str
    document: str
    key: Key
    words: str


@dataclass(slots=True)
class Score:
    """The tallies of one document or of many, and every difference."""

    tallies: dict[str, Tally] = field(default_factory=lambda: defaultdict(Tally))
    differences: list[Difference] = field(default_factory=list)

    def add(self, other: Score) -> None:
        """Count the other one's documents too."""
        for measure, tally in other.tallies.items():
            self.tallies[measure].add(tally)
        self.differences += other.differences

    @property
    def figures(self) -> dict[str, float | None]:
        """F1 by measure, in the order of the contract."""
        return {measure: self.tallies[measure].f1 for measure in MEASURES if measure in self.tallies}


def score_document(gold: GoldDocument, found: Mapping[str, Sequence[Row]]) -> Score:
    """Hold the rows found in a document against its gold, in the tables that the gold lists as scored."""
    score = Score()
    for measure in MEASURES:
        table = measure.split(".")[0]
        if table in gold.scored and measure != PATHS:
            looked_at = IN_SCOPE.get(measure, _every)
            sides = Sides(*([row for row in side.get(table, ()) if looked_at(row)] for side in (gold.rows, found, gold.optional)))
            score.add(_points(gold.id, sides) if measure == POINTS else _values(measure, gold.id, sides))
    return score


def _every(_: Row) -> bool:
    return True


@dataclass(frozen=True, slots=True)
class Sides:
    """The rows of one table of one document, as annotated, as found, and those that are debatable."""

    gold: Sequence[Row]
    found: Sequence[Row]
    optional: Sequence[Row]


def _values(measure: str, where: str, sides: Sides) -> Score:
    """Pair rows with equal keys; optional rows take up what is left over."""
    key, score = KEYS[measure], Score()
    tally = score.tallies[measure]
    left: dict[Key, list[Row]] = defaultdict(list)
    for row in sides.found:
        left[key(row)].append(row)
    for row in sides.gold:
        if left[key(row)]:
            left[key(row)].pop()
            tally.right += 1
        else:
            tally.missed += 1
            score.differences.append(Difference("missed", measure, where, key(row), row.get("quote") or ""))
    free = Counter(key(row) for row in sides.optional)
    for value, rows in left.items():
        for row in rows[free[value] :]:
            tally.spurious += 1
            score.differences.append(Difference("spurious", measure, where, value, row.get("quote") or ""))
    return score


def _points(where: str, sides: Sides) -> Score:
    """Pair points whose texts overlap most, nearest in order first; their paths are counted beside."""
    score = Score()
    tally, paths = score.tallies[POINTS], score.tallies[PATHS]
    pairs = dict(_paired(sides.gold, sides.found))
    for at, row in enumerate(sides.gold):
        if at not in pairs:
            tally.missed += 1
            score.differences.append(Difference("missed", POINTS, where, (row.get("path"),), row["text"]))
            continue
        tally.right += 1
        printed, read = str(row.get("path")), str(sides.found[pairs[at]].get("path"))
        if printed == read:
            paths.right += 1
        else:
            paths.missed += 1
            score.differences.append(Difference("path", PATHS, where, (printed, read), row["text"]))
    for at, row in enumerate(sides.found):
        debatable = any(overlap(said["text"], row.get("text")) >= SAME_TEXT for said in sides.optional)
        if at not in pairs.values() and not debatable:
            tally.spurious += 1
            score.differences.append(Difference("spurious", POINTS, where, (row.get("path"),), row.get("text") or ""))
    return score


def _paired(gold: Sequence[Row], found: Sequence[Row]) -> Iterable[tuple[int, int]]:
    likely = ((overlap(g["text"], f.get("text")), -abs(i - j), i, j) for i, g in enumerate(gold) for j, f in enumerate(found))
    taken: tuple[set[int], set[int]] = set(), set()
    for _, _, i, j in sorted((pair for pair in likely if pair[0] >= SAME_TEXT), reverse=True):
        if i not in taken[0] and j not in taken[1]:
            taken[0].add(i)
            taken[1].add(j)
            yield i, j


def found_in(gold: GoldDocument, base: Path) -> Mapping[str, Sequence[Row]]:
    """The rows that our extractors find in a gold document.

    Raises UnreadableError, EvidenceError or GoldError where it cannot be read.
    """
    from extractors.text.minutes import Habits  # noqa: PLC0415 - matching alone needs no extractor
    from pipeline.councils import habits_of  # noqa: PLC0415
    from pipeline.extraction import Context, json_of, read_document  # noqa: PLC0415

    name, data = gold.content(base)
    habits = habits_of(gold.council) if gold.council else Habits()
    tables: dict[str, Any] = json_of(read_document(data, name, Context(habits=habits, meeting_date=gold.meeting_date)))
    return {table: rows for table, rows in tables.items() if isinstance(rows, list)}

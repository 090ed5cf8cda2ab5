"""How well each column is read, as measured: on our own gold, and on documents that nobody had seen when the rules were written.

The figures lie in data/gold (measured.json is written by `make measured`, blind.json by hand). Where a program was installed
without them, nothing is told.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from pipeline.scoring.gold import BLIND, MEASURED
from pipeline.scoring.measured import Figure, Measured, read_measured

GOLD = Path(__file__).resolve().parents[2] / "data" / "gold"

# What must be equal for a row to be right, by measure; where one of them differs, the row counts as missed and as spurious.
EQUAL: Mapping[str, tuple[str, ...]] = {
    "votes": ("outcome", "yes", "no", "abstain"),
    "votes.outcome": ("outcome",),
    "votes.counts": ("yes", "no", "abstain"),
    "amounts": ("amount", "currency"),
    "amounts.strict": ("amount", "currency", "bound", "basis", "fiscal_years"),
    "deadlines": ("kind", "date_to", "recurrence", "duration"),
    "resolution_points": ("text",),
    "resolution_points.path": ("path",),
    "follow_ups": ("point", "status"),
    "references": ("kind", "value"),
    "recusals": ("count",),
}
FLOOR = (
    (
        "Diese Texte sind erfunden und den Regeln bekannt: Ihre Werte sind ein Boden, unter den keine Änderung fallen darf, "
        "und keine Vorhersage. Näher an der Wirklichkeit sind fremde Dokumente:"
    ),
    (
        "These texts are invented and known to the rules: their figures are a floor that no change may fall below, "
        "and no forecast. Nearer to what to expect are documents of others:"
    ),
)


@dataclass(frozen=True, slots=True)
class Blind:
    """F1 on documents that nobody had seen when the rules were written, by measure."""

    name: str
    documents: int
    de: str
    en: str
    f1: Mapping[str, float]


@cache
def measured() -> Measured | None:
    """The figures on our own gold, None where there are none."""
    file = GOLD / MEASURED
    return read_measured(file) if file.exists() else None


@cache
def blind_sets() -> tuple[Blind, ...]:
    """The figures on unseen documents, the hardest set first."""
    file = GOLD / BLIND
    said = json.loads(file.read_text(encoding="utf-8"))["sets"] if file.exists() else []
    return tuple(Blind(**one) for one in said)


def measure_of(table: str, column: str) -> str | None:
    """The measure that says most about a column: of those that look at it, the one that looks at least else."""
    looking = [name for name, columns in EQUAL.items() if name.split(".")[0] == table and column in columns]
    return min(looking, key=lambda name: len(EQUAL[name]), default=None)


def figure_of(table: str, column: str) -> Figure | None:
    """The figure of a column on our own gold."""
    found, measure = measured(), measure_of(table, column)
    return found.figures.get(measure) if found and measure else None


def blind_f1_of(table: str, column: str) -> float | None:
    """F1 of a column on documents of other councils, at first reading."""
    measure = measure_of(table, column)
    return blind_sets()[0].f1.get(measure) if measure and blind_sets() else None

"""Scores as a person reads them at a terminal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from pipeline.scoring import Difference, Tally
from pipeline.scoring.measures import MEASURES

QUOTED = 110  # characters of a quote that fit beside its key


def as_table(tallies: Mapping[str, Tally]) -> str:
    """A line per measure: precision, recall, F1, and the facts behind them.

    votes                    P 0.981  R 0.974  F1 0.978    right 154  spurious 3  missed 4
    """
    lines = []
    for measure in MEASURES:
        tally = tallies.get(measure)
        if tally is not None and tally.f1 is not None:
            shares = "  ".join(f"{name} {_share(value)}" for name, value in (("P", tally.precision), ("R", tally.recall), ("F1", tally.f1)))
            lines.append(f"{measure:24} {shares}    right {tally.right}  spurious {tally.spurious}  missed {tally.missed}")
    return "\n".join(lines)


def _share(value: float | None) -> str:
    return "  -  " if value is None else f"{value:.3f}"


def as_list(differences: Iterable[Difference]) -> str:
    """A line per difference, by measure, kind and document."""
    ordered = sorted(differences, key=lambda found: (found.measure, found.kind, found.document))
    return "\n".join(
        f"{found.kind:8}  {found.measure:22}  {found.document}: {' · '.join(map(str, found.key))}  «{_short(found.words)}»"
        for found in ordered
    )


def _short(words: str) -> str:
    words = " ".join(words.split())
    return words if len(words) <= QUOTED else f"{words[:QUOTED]}…"

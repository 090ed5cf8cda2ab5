"""The figures that are told beside the tables: what was measured on which gold, kept in a small file for the codebook."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from pipeline.scoring import Tally
from pipeline.scoring.gold import GoldError
from pipeline.scoring.measures import MEASURES


@dataclass(frozen=True, slots=True)
class Figure:
    """How well one measure was met."""

    precision: float | None
    recall: float | None
    f1: float | None
    right: int = 0
    spurious: int = 0
    missed: int = 0


@dataclass(frozen=True, slots=True)
class Measured:
    """What was measured on a gold: when, on how many documents, with which figures."""

    day: date
    documents: int
    gold: str
    """The fingerprint of the gold."""
    figures: Mapping[str, Figure]


def measured_on(tallies: Mapping[str, Tally], documents: int, gold: str, day: date) -> Measured:
    """The figures of a scoring."""
    told = {name: tallies[name] for name in MEASURES if name in tallies}
    return Measured(day, documents, gold, {name: _figure(tally) for name, tally in told.items()})


def _figure(tally: Tally) -> Figure:
    return Figure(_share(tally.precision), _share(tally.recall), _share(tally.f1), tally.right, tally.spurious, tally.missed)


def _share(share: float | None) -> float | None:
    return None if share is None else round(share, 4)


def write_measured(file: Path, measured: Measured) -> None:
    """Keep figures in a file; where nothing but the day is new, the file stays as it is."""
    if file.exists():
        known = read_measured(file)
        if (known.gold, known.documents, known.figures) == (measured.gold, measured.documents, measured.figures):
            return
    said: dict[str, Any] = {"day": measured.day.isoformat(), "documents": measured.documents, "gold": measured.gold}
    said["figures"] = {name: asdict(figure) for name, figure in measured.figures.items()}
    file.write_text(json.dumps(said, indent=2) + "\n", encoding="utf-8")


def read_measured(file: Path) -> Measured:
    """The figures kept in a file.

    Raises GoldError where it holds none.
    """
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        figures = {str(name): Figure(**figure) for name, figure in raw["figures"].items()}
        return Measured(date.fromisoformat(raw["day"]), int(raw["documents"]), str(raw["gold"]), figures)
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{file} holds no figures (beschlussbuch score GOLD --measured FILE writes them).") from error

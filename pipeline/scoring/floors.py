"""The floors below which no figure may fall."""

from __future__ import annotations

import json
import math
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from pipeline.scoring.gold import GoldError


@dataclass(frozen=True, slots=True)
class Floors:
    """The least F1 of each measure, and the gold that it was measured on."""

    fingerprint: str | None = None
    f1: Mapping[str, float] = field(default_factory=dict)

    def broken_by(self, figures: Mapping[str, float | None], gold: str) -> list[str]:
        """One sentence for each floor that the figures fall below, and one if the gold has changed since."""
        sentences = [
            f"{measure} is {'not measured' if now is None else f'{now:.4f}'}, its floor is {floor:.3f}."
            for measure, floor in self.f1.items()
            if (now := figures.get(measure)) is None or now < floor
        ]
        if self.fingerprint not in (None, gold):
            sentences.append("The gold has changed since the floors were set; look at the figures, then --raise-floors.")
        return sentences

    def raised(self, figures: Mapping[str, float | None], gold: str) -> Floors:
        """The floors lifted to the figures, never lowered: that is done by hand in the file."""
        now = {measure: math.floor(value * 1000) / 1000 for measure, value in figures.items() if value is not None}
        return Floors(gold, {measure: max(now.get(measure, 0.0), self.f1.get(measure, 0.0)) for measure in sorted({*now, *self.f1})})


def read_floors(file: Path) -> Floors:
    """The floors kept in a file; none where the file is missing."""
    if not file.exists():
        return Floors()
    try:
        raw = json.loads(file.read_text(encoding="utf-8"))
        return Floors(raw["fingerprint"], {str(measure): float(value) for measure, value in raw["f1"].items()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{file} holds no floors (a fingerprint, and f1 by measure).") from error


def write_floors(file: Path, floors: Floors) -> None:
    """Keep floors in a file."""
    file.write_text(json.dumps({"fingerprint": floors.fingerprint, "f1": dict(floors.f1)}, indent=2) + "\n", encoding="utf-8")

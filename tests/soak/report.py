"""RELIABILITY.md, written from the results that are kept beside the measurements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from tests.soak.frame import Measured

RESULTS = Path(__file__).parent / "results"
REPORT = Path(__file__).parent.parent.parent / "RELIABILITY.md"
HEAD = """# What it survives

Written by `make soak`, which does all of this again; `make soak ONLY=locks` does one section. Everything runs on one machine over
invented councils on loopback. *Seed* and *corpus* (a hash of what was worked on) tell whether two tables are of the same trial;
seconds are of one machine and for the order of size only. What is not survived is listed by name.
"""
COLUMNS = ("measurement", "asked", "seen", "holds", "seed", "corpus", "seconds")


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """What a module has measured, the last time that it could."""

    name: str
    heading: str
    prose: str
    version: str
    """Of the program that was measured."""
    rows: tuple[Measured, ...]


def keep(section: Section, folder: Path = RESULTS) -> None:
    """Keep a section's results for the report."""
    folder.mkdir(exist_ok=True)
    (folder / f"{section.name}.json").write_text(json.dumps(asdict(section), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


def kept(folder: Path = RESULTS) -> Iterator[Section]:
    """All sections that are kept, by name."""
    for path in sorted(folder.glob("*.json")):
        said: dict[str, Any] = json.loads(path.read_text(encoding="utf-8"))
        rows = tuple(Measured(**{**row, "lost": tuple(row["lost"])}) for row in said.pop("rows"))
        yield Section(**said, rows=rows)


def report(sections: Sequence[Section]) -> str:
    """The whole document."""
    held = sum(row.passed for section in sections for row in section.rows)
    count = sum(len(section.rows) for section in sections)
    parts = [HEAD, f"**{held} of {count} measurements hold.**\n", *map(_section, sections)]
    return "\n".join(parts)


def _section(section: Section) -> str:
    lines = [f"## {section.heading}\n"]
    lines += [section.prose + "\n"] if section.prose else []
    lines += [_line(COLUMNS), _line("---" for _ in COLUMNS), *(_line(_cells(row)) for row in section.rows), ""]
    if lost := [name for row in section.rows for name in row.lost]:
        lines += ["Not survived:\n", *(f"- {name}" for name in lost), ""]
    lines.append(f"Measured with {section.version}: `make soak ONLY={section.name}`.\n")
    return "\n".join(lines)


def _cells(row: Measured) -> Iterable[str]:
    seed = "" if row.seed is None else str(row.seed)
    return (row.name, row.asked, row.figure, "yes" if row.passed else "**no**", seed, row.corpus or "", f"{row.seconds:.0f}")


def _line(cells: Iterable[str]) -> str:
    return "| " + " | ".join(" ".join(cell.replace("|", "/").split()) for cell in cells) + " |"

"""Gold documents: texts with the facts that a person read from them, and the floors below which no figure may fall.

data/gold/<theme>.jsonl     a document per line: id, text (or file), council, meeting_date, scored, a list per table, optional, notes
data/gold/floors.json       the least F1 of every measure, and the fingerprint of the gold that it was measured on
data/gold/open.json         documents that the extractors do not satisfy yet, each with the reason
data/gold/measured.json     the figures that the codebook tells, and the fingerprint of the gold that they were measured on
data/gold/blind.json        F1 on documents of other councils that nobody had seen when the rules were written
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

Row = Mapping[str, Any]

TABLES = ("votes", "amounts", "deadlines", "resolution_points", "follow_ups", "references", "recusals")
FLOORS, OPEN = "floors.json", "open.json"
MEASURED, BLIND = "measured.json", "blind.json"


class GoldError(ValueError):
    """Gold that cannot be used; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class GoldDocument:
    """A text and what is right to say of it."""

    id: str
    text: str | None
    file: str | None
    council: str | None
    meeting_date: date | None
    scored: tuple[str, ...]
    rows: Mapping[str, Sequence[Row]]
    optional: Mapping[str, Sequence[Row]]
    """Debatable rows: to report one is neither right nor wrong."""
    notes: str

    def content(self, base: Path) -> tuple[str, bytes]:
        """Name and bytes of the document; `file` is meant relative to `base`."""
        if self.text is not None:
            return f"{self.id}.txt", self.text.encode()
        path = base / str(self.file)
        try:
            return path.name, path.read_bytes()
        except OSError as error:
            raise GoldError(f"The document of {self.id} cannot be opened: {path} ({error.strerror}).") from error


def gold_files(paths: Iterable[Path]) -> Iterator[Path]:
    """The gold files that are named, or lie in a folder that is named."""
    for path in paths:
        found = sorted([*path.glob("*.json"), *path.glob("*.jsonl")]) if path.is_dir() else [path]
        yield from (file for file in found if file.name not in (FLOORS, OPEN, MEASURED, BLIND))


def load_gold(paths: Iterable[Path]) -> list[GoldDocument]:
    """Read gold documents.

    Raises GoldError where a file is missing, no JSON or no gold.
    """
    return [document for file in gold_files(paths) for document in _documents(file)]


def _documents(file: Path) -> Iterator[GoldDocument]:
    try:
        content = file.read_text(encoding="utf-8")
        lines = [line for line in content.splitlines() if line.strip()] if file.suffix == ".jsonl" else [content]
        for line in lines:
            yield _document(json.loads(line))
    except OSError as error:
        raise GoldError(f"{file} cannot be opened: {error.strerror}.") from error
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        raise GoldError(f"{file} is no gold of one JSON object per document with id, scored and text or file.") from error


def _document(raw: Mapping[str, Any]) -> GoldDocument:
    day, optional = raw.get("meeting_date"), raw.get("optional") or {}
    return GoldDocument(
        id=raw["id"],
        text=raw.get("text"),
        file=raw.get("file"),
        council=raw.get("council"),
        meeting_date=date.fromisoformat(day) if day else None,
        scored=tuple(raw.get("scored", TABLES)),
        rows={table: raw.get(table, []) for table in TABLES},
        optional={table: optional.get(table, []) for table in TABLES},
        notes=raw.get("notes", ""),
    )


def open_documents(folder: Path) -> dict[str, str]:
    """The documents of a gold folder that the extractors do not satisfy yet, each with the reason; none without a list."""
    file = folder / OPEN
    try:
        listed: dict[str, str] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    except ValueError as error:
        raise GoldError(f"{file} is no JSON object of reasons by document.") from error
    return listed


def fingerprint(paths: Iterable[Path]) -> str:
    """A hash of the gold files, so that floors are known to belong to them."""
    digest = hashlib.sha256()
    for file in gold_files(paths):
        digest.update(file.name.encode() + b"\0" + file.read_bytes() + b"\0")
    return digest.hexdigest()

"""What a release says of itself: its name and time, whose documents it holds, and each of its tables' files with its digest."""

from __future__ import annotations

import csv
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from pipeline.release import Draft
from pipeline.release.writers import TABLES

WEB = ("http://", "https://")


@dataclass(frozen=True, slots=True)
class PublishedFile:
    """A file of a release."""

    path: str
    """As seen from the release's folder."""
    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class PublishedCouncil:
    """A council whose documents a release holds."""

    id: str
    name: str
    ags: str | None
    url: str | None
    """None where it is no address of the web."""
    licence: str | None
    """What its system says of its licence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Imprint:
    """What a release says of itself."""

    id: str
    moment: str | None
    version: str
    title: str
    contact: str | None
    licence: str | None
    base_url: str
    rows: Mapping[str, int]
    files: Mapping[str, PublishedFile]
    """The files of the tables by their path."""
    councils: tuple[PublishedCouncil, ...]
    parts: frozenset[str]
    """The files and folders that lie at its top so far."""

    @property
    def day(self) -> str:
        """The day of its moment; empty where there was no run."""
        return (self.moment or "")[:10]


def imprint_of(draft: Draft) -> Imprint:
    """What is to be said of a release whose tables are written."""
    settings = draft.curation.settings
    return Imprint(
        id=draft.id,
        moment=draft.moment,
        version=draft.version,
        title=settings.title,
        contact=settings.contact,
        licence=settings.licence,
        base_url=settings.base_url,
        rows={table.name: table.rows for table in draft.tables},
        files={file.path: file for file in _files(draft.folder)},
        councils=tuple(_councils(draft.folder / TABLES)),
        parts=frozenset(path.name for path in draft.folder.iterdir()),
    )


def _files(folder: Path) -> Iterator[PublishedFile]:
    for path in sorted((folder / TABLES).iterdir()):
        if path.suffix in (".csv", ".parquet"):
            with path.open("rb") as file:
                digest = hashlib.file_digest(file, "sha256").hexdigest()
            yield PublishedFile(f"{TABLES}/{path.name}", path.stat().st_size, digest)


def _councils(tables: Path) -> Iterator[PublishedCouncil]:
    """From the published tables, so that nothing is told here that they withhold."""
    licences = {row["council"]: row["license"] for row in _rows(tables / "bodies.csv") if row["license"]}
    for row in _rows(tables / "councils.csv"):
        url = row["url"] if row["url"].startswith(WEB) else None
        yield PublishedCouncil(row["council"], row["name"], row["ags"] or None, url, licences.get(row["council"]))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)

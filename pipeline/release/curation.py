"""What people have decided about what is published: settings, corrections, takedowns, privacy; all read before a release begins."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.release.corrections import Corrections, corrections_in
from pipeline.release.settings import Settings, settings_in
from pipeline.store import Store

FILES_OF_PEOPLE = ("publish.yml", "corrections.csv", "takedown.yml", "privacy.yml", "releases.yml")
"""What people decide in the data folder; a release made from other ones is another release."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """What is not published: ids of documents and of rows."""

    documents: frozenset[str] = frozenset()
    rows: frozenset[str] = frozenset()
    told: tuple[Mapping[str, Any], ...] = ()

    def listed(self) -> Iterable[dict[str, Any]]:
        """The rows of the table of what is withheld, without any content."""
        return [dict(row) for row in self.told]


@dataclass(frozen=True, slots=True)
class Curation:
    """What people have decided about what is published."""

    settings: Settings = field(default_factory=Settings)
    corrections: Corrections = field(default_factory=Corrections)
    withheld: Withheld = field(default_factory=Withheld)

    def redacted(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row without the personal data of those who hold no office."""
        return dict(row)


def check_files(data: Path) -> None:
    """Look whether the files of people can be understood, before a run begins.

    Raises CurationError with one sentence.
    """
    settings_in(data)
    corrections_in(data)


def curation_of(data: Path, store: Store) -> Curation:
    """What people have decided for a data folder.

    Raises CurationError where a file cannot be understood.
    """
    del store
    return Curation(settings_in(data), corrections_in(data))

"""What people have decided about what is published: settings, corrections, takedowns, privacy; all read before a run begins."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from pipeline.release.corrections import Corrections, corrections_in
from pipeline.release.masking import Masks
from pipeline.release.privacy import PrivacyError, privacy_in
from pipeline.release.schema import public_tables
from pipeline.release.settings import CurationError, Settings, settings_in
from pipeline.release.takedown import Takedown, TakedownError, takedown_in
from pipeline.store import Store

FILES_OF_PEOPLE = ("publish.yml", "corrections.csv", "takedown.yml", "privacy.yml", "releases.yml")
"""What people decide in the data folder; a release made from other ones is another release."""


@dataclass(frozen=True, slots=True)
class Curation:
    """What people have decided about what is published."""

    settings: Settings = field(default_factory=Settings)
    corrections: Corrections = field(default_factory=Corrections)
    takedown: Takedown = field(default_factory=Takedown)
    documents: frozenset[str] = frozenset()
    """The ids of the documents that are taken down."""
    masks: Masks = field(default_factory=Masks)

    def hides(self, row: Mapping[str, Any]) -> bool:
        """Whether a row of any table is taken down."""
        return bool(self.takedown.entries) and self.takedown.hides(row, self.documents)

    def published(self, table: str, row: dict[str, Any]) -> dict[str, Any]:
        """A row corrected, and without personal data of those who hold no office."""
        return self.redacted(table, self.corrections.applied(table, row, self.redacted))

    def redacted(self, table: str, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row without personal data."""
        return self.masks.row(table, row, is_fact=public_tables()[table].group == "fact" and "quote" in row)

    def listed(self) -> Iterator[dict[str, Any]]:
        """All corrections, once every other table is gone through."""
        return self.corrections.listed(self.redacted)


def check_files(data: Path) -> None:
    """Look whether the files of people can be understood, before a run begins.

    Raises CurationError with one sentence.
    """
    _read(data)


def curation_of(data: Path, store: Store) -> Curation:
    """What people have decided for a data folder.

    Raises CurationError where a file cannot be understood.
    """
    settings, corrections, takedown, recusals_named = _read(data)
    taken = (
        takedown.documents(dict(row) for row in store.rows("SELECT id, source_url, name, sha256 FROM documents"))
        if takedown.entries
        else frozenset()
    )
    return Curation(settings, corrections, takedown, frozenset(taken), Masks.over(store, recusals_named=recusals_named))


def _read(data: Path) -> tuple[Settings, Corrections, Takedown, bool]:
    try:
        return settings_in(data), corrections_in(data), takedown_in(data), privacy_in(data).recusals == "named"
    except (TakedownError, PrivacyError) as error:
        raise CurationError(str(error)) from error

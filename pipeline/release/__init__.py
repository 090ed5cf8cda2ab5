"""A release: everything that people open, made from the store in one go, immutable once it is there (pipeline.release.publish).

store ─▶ rows ─▶ batches, held against the schema ─▶ Parquet, CSV, SQLite, Excel ─▶ pages, feeds, descriptions ─▶ latest
"""

from __future__ import annotations

from dataclasses import dataclass
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pipeline.release.curation import Curation  # which loads more than those need who read one module of this package


@dataclass(frozen=True, slots=True)
class WrittenTable:
    """A table of a release."""

    name: str
    rows: int


@dataclass(frozen=True, slots=True)
class Draft:
    """A release whose tables are written, and which lacks what is made from them."""

    id: str
    moment: str | None
    """When the newest run that it is made from ended, as ISO 8601, None before the first; no file of it knows another time."""
    folder: Path
    data: Path
    tables: tuple[WrittenTable, ...]
    curation: Curation

    @property
    def version(self) -> str:
        """The version of the program."""
        return version("beschlussbuch")


@dataclass(frozen=True, slots=True)
class Release:
    """A release that is there."""

    id: str
    folder: Path
    tables: tuple[WrittenTable, ...]
    removed: tuple[str, ...] = ()

    @property
    def rows(self) -> int:
        """How many rows it holds."""
        return sum(table.rows for table in self.tables)

"""The forms of the words: what is said of a table, of a column, and why a cell may be empty."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Origin = Literal["document", "source", "run", "register", "derived", "person"]
"""Where a value comes from: read from a document's text; listed by the source; noted by the pipeline itself; from the council's file;
worked out from other columns; set by a person (corrections, takedowns)."""
Terms = Mapping[str, tuple[str, str]]
"""A closed vocabulary: each value with its meaning in German and in English."""
Empty = tuple[str, str]
"""What an empty cell means, in German and in English."""

ORIGINS: Mapping[Origin, tuple[str, str]] = {
    "document": ("aus dem Text des Dokuments gelesen", "read from the document's text"),
    "source": ("von der Quelle so angegeben", "listed so by the source"),
    "run": ("von der Pipeline beim Lauf vermerkt", "noted by the pipeline during the run"),
    "register": ("aus der Datei der Kommune im Register", "from the council's file in the registry"),
    "derived": ("aus anderen Spalten abgeleitet", "worked out from other columns"),
    "person": ("von einer Person eingetragen", "entered by a person"),
}

NEVER: Empty = ("nie leer", "never empty")
NOT_STATED: Empty = ("nicht genannt oder nicht erkannt", "not stated, or not recognised")
NOT_LISTED: Empty = ("die Quelle gibt nichts an", "the source does not say")
NOT_KNOWN: Empty = ("nicht bekannt", "not known")
PRESENT: Empty = ("besteht noch", "still there")
NOT_HAD: Empty = ("das Dokument wurde nicht geladen", "the document was not fetched")
NOT_READ: Empty = ("das Dokument wurde nicht gelesen oder sagt es nicht", "the document was not read, or does not say")
DOES_NOT_APPLY: Empty = ("trifft nicht zu", "does not apply")
NO_ODDITY: Empty = ("nichts Auffälliges", "nothing odd")


@dataclass(frozen=True, slots=True, kw_only=True)
class TableWords:
    """What a table says of its rows."""

    title: str
    title_en: str
    de: str
    en: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """What a column says."""

    title: str
    """A German heading for people ("Ja-Stimmen")."""
    de: str
    en: str
    origin: Origin
    unit: str | None = None
    """EUR, votes, characters …"""
    missing: str = NOT_STATED[1]
    """What an empty cell means, in English."""
    missing_de: str = NOT_STATED[0]
    terms: Terms = field(default_factory=dict)


def column(  # noqa: PLR0913  in the order in which one reads them
    title: str, de: str, en: str, origin: Origin, empty: Empty = NOT_STATED, *, unit: str | None = None, terms: Terms | None = None
) -> Words:
    """The words of a column."""
    return Words(title=title, de=de, en=en, origin=origin, unit=unit, missing_de=empty[0], missing=empty[1], terms=terms or {})


def table(title: str, title_en: str, de: str, en: str) -> TableWords:
    """The words of a table."""
    return TableWords(title=title, title_en=title_en, de=de, en=en)


def of_tables(columns: Mapping[str, Mapping[str, Words]]) -> dict[tuple[str, str], Words]:
    """The words of the columns of tables, by table and column."""
    return {(name, one): words for name, own in columns.items() for one, words in own.items()}

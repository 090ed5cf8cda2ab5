"""What a page of evidence shows, in plain values: the page, its parts, the statements on them, pictures with their boxes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Card:
    """A statement as it is listed."""

    number: int
    row: str
    table: str
    kind: str
    headline: str
    said: Sequence[tuple[str, str]]
    about: Sequence[str]
    remarks: Sequence[str]
    original: str | None
    same: str | None
    span: tuple[int, int]
    page: int | None


@dataclass(frozen=True, slots=True)
class Box:
    """A quote's place on a page's picture."""

    number: int
    row: str
    table: str
    left: float
    top: float
    width: float
    height: float


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page's picture."""

    picture: str
    width: int
    height: int
    boxes: Sequence[Box]
    is_masked: bool


@dataclass(frozen=True, slots=True)
class Part:
    """A page of a document, or a stretch of it where its pages are not known."""

    index: int
    number: int | None
    """Of the page."""
    start: int
    end: int
    cards: Sequence[Card]
    """Of the statements whose quotes begin here."""
    quoted: Sequence[Card]
    """Of all whose quotes are seen here."""
    sheet: Sheet | None = None
    why_not: str | None = None


@dataclass(frozen=True, slots=True)
class Count:
    """How many statements of a kind there are, and where the first one is."""

    table: str
    words: str
    count: int
    first: str


@dataclass(frozen=True, slots=True)
class View:
    """A page of evidence."""

    id: str
    title: str
    council: str
    council_page: str
    day: str
    said: Sequence[str]
    link: str | None
    address: str
    counts: Sequence[Count]
    remarks: Sequence[str]
    origin: Sequence[tuple[str, str]]
    archived: str
    media_type: str
    ending: str
    parts: Sequence[Part]
    text: str = field(repr=False)

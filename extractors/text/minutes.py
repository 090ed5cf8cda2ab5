"""What extractors read: a document's text, where it came from, and how it is divided.

    DocumentText ── minutes_of ──▶ Minutes: Shadow, AgendaItems with their Sections
                                      └── quote(start, end) ──▶ Quote, verbatim in DocumentText.text

All offsets inside `Minutes` are offsets of the shadow; only a Quote speaks of the text as extracted.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from extractors.text.shadow import Shadow

SectionKind = Literal["header", "proposal", "resolution", "vote", "reasoning", "debate", "note", "other"]
DocumentKind = Literal["minutes", "extract", "paper", "status_report", "press", "presentation", "agenda", "other"]


@dataclass(frozen=True, slots=True)
class ItemMark:
    """An agenda item that the source itself delimits (an OParl object, a row of a vendor's page), in extracted offsets."""

    start: int
    number: str | None = None
    title: str | None = None
    public: bool | None = None
    result_raw: str | None = None
    paper: str | None = None


@dataclass(frozen=True, slots=True)
class Habits:
    """How a council writes: what can be known of its language before a text is opened."""

    council: str | None = None
    land: str | None = None
    """Two letters as in ISO 3166-2:DE ("SN"); None abroad or where unknown."""
    paper_patterns: tuple[str, ...] = ()
    """Regular expressions of its paper references, as they stand in running text."""
    meeting_patterns: tuple[str, ...] = ()
    bodies: tuple[str, ...] = ()
    seats: int | None = None


@dataclass(frozen=True, slots=True)
class DocumentText:
    """A document as read: the text that quotes refer to, its pages, and what the way to it already told."""

    text: str
    page_starts: tuple[int, ...] = ()
    """Offsets at which pages begin; empty where a document has no pages."""
    marks: tuple[ItemMark, ...] = ()
    title: str | None = None
    kind: DocumentKind | None = None
    """Set only where the source says it (an OParl type, a file's role), never guessed by a reader."""
    body: str | None = None
    meeting_date: date | None = None
    habits: Habits = field(default_factory=Habits)

    def page_at(self, offset: int) -> int | None:
        """The 1-based page on which an offset lies, None without pages."""
        return bisect_right(self.page_starts, offset) or 1 if self.page_starts else None


@dataclass(frozen=True, slots=True)
class Quote:
    """Verbatim words of a document: `source.text[start:end] == text`."""

    text: str
    start: int
    end: int
    page: int | None = None


@dataclass(frozen=True, slots=True)
class Section:
    """A stretch of an agenda item that plays one part, in shadow offsets; `label` is the heading that opened it."""

    kind: SectionKind
    start: int
    end: int
    label: str | None = None


@dataclass(frozen=True, slots=True)
class AgendaItem:
    """A stretch of minutes about one item, in shadow offsets. A document without an agenda is one item without a number."""

    start: int
    end: int
    number: str | None = None
    title: str | None = None
    public: bool | None = None
    result_raw: str | None = None
    """The printed Beschlussart ("geändert beschlossen")."""
    paper: str | None = None
    quote: Quote | None = None
    """The words that open the item; None where the document names none."""
    sections: tuple[Section, ...] = ()

    def sections_of(self, *kinds: SectionKind) -> Iterator[Section]:
        """The item's sections of the given kinds, in order."""
        return (section for section in self.sections if section.kind in kinds)

    def section_at(self, offset: int) -> Section | None:
        """The section in which a shadow offset lies."""
        return next((s for s in self.sections if s.start <= offset < s.end), None)


@dataclass(frozen=True, slots=True)
class Head:
    """What a document says of itself; None where it does not."""

    kind: DocumentKind = "other"
    title: str | None = None
    body: str | None = None
    meeting_date: date | None = None
    document_date: date | None = None
    marking: str | None = None
    """"vertraulich", "nichtöffentlich": by structure, never by a keyword in running text."""


@dataclass(frozen=True, slots=True)
class Minutes:
    """A document understood as far as its structure goes; what every extractor is given."""

    source: DocumentText
    shadow: Shadow
    items: tuple[AgendaItem, ...]
    head: Head

    @property
    def meeting_date(self) -> date | None:
        """What relative dates refer to: given by the crawl, else read from the text."""
        return self.head.meeting_date

    @property
    def text(self) -> str:
        """The shadow's text, on which patterns are matched."""
        return self.shadow.text

    def quote(self, start: int, end: int) -> Quote:
        """The verbatim words behind a span of the shadow, without blanks at its edges."""
        text = self.shadow.text
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        first, last = self.shadow.origin(start, end)
        words = self.source.text[first:last].rstrip()  # a hyphen of the shadow may stand for one with the line end after it
        return Quote(words, first, first + len(words), self.source.page_at(first))

    def item_at(self, offset: int) -> AgendaItem | None:
        """The agenda item in which a shadow offset lies."""
        at = bisect_right(self.items, offset, key=lambda item: item.start) - 1
        return self.items[at] if at >= 0 and offset < self.items[at].end else None

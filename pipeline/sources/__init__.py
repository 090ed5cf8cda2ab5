"""Where councils keep their documents: one module per kind of system, all of them speaking the nouns of this page.

A source is `find(council, get, since) -> Found` in a module of this package, chosen by the council's `source`; there is no
list to edit. `get(url)` gives an answer's bytes or raises Failure; a source never opens a connection of its own.

Every noun has a `key`, what the source itself calls it (an OParl id, an address, a path). A field marked `refers` holds keys.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from importlib import import_module
from typing import Protocol

from extractors.text.minutes import DocumentKind
from pipeline.councils import Council, CouncilError
from pipeline.statuses import Issue, Status

Get = Callable[[str], bytes]
Judge = Callable[[str, str, bytes], None]
REFERS = {"refers": True}


@dataclass(frozen=True, slots=True, kw_only=True)
class Body:
    """A municipality (OParl: Body)."""

    key: str
    name: str | None = None
    short_name: str | None = None
    ags: str | None = None
    ars: str | None = None
    website: str | None = None
    license: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Organization:
    """A council, committee, faction or office (Gremium, Fraktion, Amt)."""

    key: str
    body: str | None = field(default=None, metadata=REFERS)
    name: str | None = None
    short_name: str | None = None
    organization_type: str | None = None
    classification: str | None = None
    start_date: date | None = None
    end_date: date | None = None
    web: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItem:
    """An item of a meeting's agenda as the source states it (Tagesordnungspunkt)."""

    key: str
    number: str | None = None
    title: str | None = None
    public: bool | None = None
    result: str | None = None
    """The Beschlussart as printed ("ungeändert beschlossen")."""
    votes: str | None = None
    """The line of counts as printed ("Ja: 20, Nein: 4, Enthaltungen: 0")."""
    resolution_text: str | None = None
    paper: str | None = field(default=None, metadata=REFERS)
    meeting: str | None = field(default=None, metadata=REFERS)
    """Set where a meeting with its items is taken over; a source need not."""
    position: int | None = None
    """The item's place in the agenda, counted from 1; set likewise."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Meeting:
    """A meeting (Sitzung)."""

    key: str
    body: str | None = field(default=None, metadata=REFERS)
    name: str | None = None
    meeting_state: str | None = None
    cancelled: bool | None = None
    start: datetime | None = None
    end: datetime | None = None
    organizations: tuple[str, ...] = field(default=(), metadata=REFERS)
    web: str | None = None
    agenda_items: tuple[AgendaItem, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """A paper (Vorlage, Antrag, Anfrage)."""

    key: str
    body: str | None = field(default=None, metadata=REFERS)
    name: str | None = None
    reference: str | None = None
    date: date | None = None
    paper_type: str | None = None
    originators: tuple[str, ...] = field(default=(), metadata=REFERS)
    under_direction_of: tuple[str, ...] = field(default=(), metadata=REFERS)
    web: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Consultation:
    """A paper's way through one meeting (Beratung)."""

    key: str
    paper: str | None = field(default=None, metadata=REFERS)
    meeting: str | None = field(default=None, metadata=REFERS)
    agenda_item: str | None = field(default=None, metadata=REFERS)
    organizations: tuple[str, ...] = field(default=(), metadata=REFERS)
    role: str | None = None
    authoritative: bool | None = None


Noun = Body | Organization | Meeting | AgendaItem | Paper | Consultation


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentLink:
    """A document that a source offers: a file to be fetched, or an object that the source's answer already contained."""

    url: str
    owner: str
    """The key of what the document hangs on: a meeting, a paper, a folder."""
    role: str
    """OParl's property in snake_case: main_file, results_protocol, … ; meeting, paper for the objects themselves."""
    name: str | None = None
    file_name: str | None = None
    media_type: str | None = None
    version: str | None = None
    """What the source says of the document's state; the same version is not asked for again. None where it says nothing."""
    meeting: str | None = None
    """The key of the meeting that the document is of, where there is exactly one."""
    kind: DocumentKind | None = None
    content: bytes | None = None
    public: bool | None = None
    """False where the source itself says that what the document hangs on is not public; it is withheld then."""
    form: tuple[tuple[str, str], ...] = ()
    """The fields of the form by which the file is asked for (ALLRIS 3 gives files by POST); empty for a plain address."""
    key: str | None = None
    """What the document is known by; None where that is its address."""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page that was asked for in finding: its address, the kind of page it should be, what became of it."""

    url: str
    kind: str
    status: Status
    sentence: str | None = None
    key: str | None = None
    """What the page is known by; None where that is its address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a source offers: everything, or what changed since a moment."""

    nouns: tuple[Noun, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    owners: frozenset[str] = frozenset()
    """The keys whose documents are listed completely here: what hung on them before and is not listed now is gone."""
    deleted: frozenset[str] = frozenset()
    """The keys that the source says it deleted."""
    issues: tuple[Issue, ...] = ()
    complete: bool = True
    """False where a list could not be read to its end: the next run has to ask for the same window again."""
    pages: tuple[PageSeen, ...] = ()


@dataclass(frozen=True, slots=True)
class Seen:
    """An address as a probe sees it: what it answered, with its headers in lower case."""

    url: str
    body: bytes
    headers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Recognised:
    """What a source makes of an address: how sure it is (0 to 1), by what sign, the version, and the address to start from."""

    source: str
    sureness: float
    sign: str
    version: str | None = None
    entry: str | None = None


class Source(Protocol):
    """What a module of this package offers.

    Besides `find` it may offer, looked up by name:

    ANSWERS     what an answer in finding must look like ("json")
    headers_of  `(url) -> Mapping[str, str]`: what else a browser would send with an address in finding (a click of Wicket's)
    recognise   `(Seen) -> Recognised | None`: whether an address belongs to this kind of system
    judge       a Judge: `(role, url, body)`, raises Failure; whether the bytes of a document are what they should be, before they
                take the place of good ones (a login page with status 200 is no extract)
    """

    def find(self, council: Council, get: Get, since: datetime | None) -> Found:
        """List what a council offers, all or since a moment. Raises Failure where its entry cannot be had at all."""


def sources() -> list[Source]:
    """Every source there is."""
    return [import_module(f"{__name__}.{module.name}") for module in sorted(pkgutil.iter_modules(__path__), key=lambda module: module.name)]


def source_of(council: Council) -> Source:
    """The module that reads a council's system.

    Raises CouncilError where the council names none, or one that does not exist.
    """
    known = sorted(module.name for module in pkgutil.iter_modules(__path__))
    if council.source is None or council.url is None:
        raise CouncilError(f"The council {council.id} has no source and url to read from yet; only its habits are known.")
    if council.source not in known:
        raise CouncilError(f"The council {council.id} names the source {council.source!r}, which is none of {', '.join(known)}.")
    found: Source = import_module(f"{__name__}.{council.source}")
    return found

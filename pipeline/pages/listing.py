"""A listing under way: the pages of a council asked one after the other, held to their premises, turned into nouns and documents.

A page that is not what we think costs that page: it is an issue, the listing is incomplete, and what was known stays.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field, fields, replace
from typing import TypeVar

from pipeline.councils import Council
from pipeline.pages.page import Page, page_of
from pipeline.pages.premises import PageType, hold
from pipeline.pages.told import AgendaTold, PaperTold
from pipeline.sources import Body, DocumentLink, Found, Get, Meeting, Noun, PageSeen
from pipeline.statuses import Failure, Issue, Status

Parsed = TypeVar("Parsed")


@dataclass(slots=True)
class Listing:
    """What has been found so far."""

    council: Council
    get: Get
    nouns: dict[str, Noun] = field(default_factory=dict)
    documents: dict[tuple[str, str], DocumentLink] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    seen: list[PageSeen] = field(default_factory=list)
    bodies: dict[str, bytes] = field(default_factory=dict)
    complete: bool = True

    @classmethod
    def begun(cls, council: Council, get: Get) -> Listing:
        """A listing that holds the council itself."""
        listing = cls(council, get)
        listing.add([Body(key=council.url or council.id, name=council.name, ags=council.ags, ars=council.ars)])
        return listing

    def found(self) -> Found:
        """The listing as it is."""
        return Found(
            nouns=tuple(self.nouns.values()),
            documents=tuple(self.documents.values()),
            owners=frozenset(self.owners),
            issues=tuple(dict.fromkeys(self.issues)),
            complete=self.complete,
            pages=tuple(self.seen),
        )

    def entry(self, url: str, kind: PageType, key: str | None = None) -> Page:
        """The page without which there is no listing; `key` is what it is known by where its address is another one each time (SD.NET).

        Raises Failure.
        """
        page = page_of(self._asked(url), url)
        hold(page, kind)
        self.seen.append(PageSeen(url, kind.name, Status.OK, key=key))
        return page

    def page(self, url: str, kind: PageType, key: str | None = None) -> Page | None:
        """A page that is what we think; None, with an issue, where it is not or cannot be had."""
        try:
            return self.entry(url, kind, key)
        except Failure as failure:
            self.give_up(url, kind.name, failure, key)
            return None

    def read(self, page: Page, kind: PageType, parse: Callable[[Page], Parsed], key: str | None = None) -> Parsed | None:
        """What a vendor's module makes of a page; None, with an issue, where it finds the page to be something else."""
        try:
            return parse(page)
        except Failure as failure:
            self.give_up(page.url, kind.name, failure, key)
            return None

    def give_up(self, url: str, kind: str, failure: Failure, key: str | None = None) -> None:
        """Note a page that could not be had or understood: the listing is not complete."""
        self.complete = False
        sentence = failure.sentence.replace(url, key) if key else failure.sentence
        self.seen.append(PageSeen(url, kind, failure.status, sentence, key))
        self.issues.append(Issue(failure.status, key or url, sentence))

    def _asked(self, url: str) -> bytes:
        """The bytes behind an address, asked for once in a listing."""
        if url not in self.bodies:
            self.bodies[url] = self.get(url)
        return self.bodies[url]

    def add(self, nouns: Iterable[Noun]) -> None:
        """Note nouns; what a later page tells of the same thing fills what an earlier one left open."""
        for noun in nouns:
            before = self.nouns.get(noun.key)
            self.nouns[noun.key] = filled(before, noun) if before is not None and type(before) is type(noun) else noun

    def link(self, links: Iterable[DocumentLink]) -> None:
        """Note documents; one that hangs at the same thing twice is one, and public if it is so once."""
        for link in links:
            before = self.documents.setdefault((link.owner, link.key or link.url), link)
            if before.public is False and link.public is not False:
                self.documents[link.owner, link.key or link.url] = replace(before, public=link.public)

    def meeting(self, meeting: Meeting, kind: PageType, parse: Callable[[Page], AgendaTold]) -> list[str]:
        """Read a meeting's page, which is itself a document of the meeting; the value is the addresses of the papers that it names."""
        self.add([meeting])
        page = self.page(meeting.key, kind)
        told = self.read(page, kind, parse) if page else None
        if page is None or told is None:
            return []
        self.add([*told.organizations, told.meeting, *told.consultations])
        self.issues += told.issues
        self.link(told.documents)
        self.page_document(page, meeting.key, "meeting", meeting=meeting.key, name=told.meeting.name)
        self.owners.add(meeting.key)
        return [item.paper for item in told.meeting.agenda_items if item.paper]

    def paper(self, url: str, kind: PageType, parse: Callable[[Page], PaperTold], *, tells_meetings: bool = True) -> None:
        """Read a paper's page, which is itself a document of the paper.

        An agenda has named the paper, so it has been at a meeting: a page that should tell its meetings and does not is an issue.
        """
        page = self.page(url, kind)
        told = self.read(page, kind, parse) if page else None
        if page is None or told is None:
            return
        self.add([*told.organizations, told.paper, *told.consultations])
        self.issues += told.issues
        if tells_meetings and not told.consultations:
            self.issues.append(Issue(Status.LAYOUT_UNKNOWN, url, f"{url} names no meeting of the paper."))
        self.link(told.documents)
        self.page_document(page, url, "paper", name=told.paper.name)
        self.owners.add(url)

    def page_document(self, page: Page, owner: str, role: str, meeting: str | None = None, name: str | None = None) -> None:
        """Note the page itself as a document of what it is about, under the same key; another state says something else to a reader."""
        content = self.bodies.get(page.url, page.source.encode("utf-8", "replace"))
        self.link(
            [
                DocumentLink(
                    url=page.url,
                    key=None if owner == page.url else owner,
                    owner=owner,
                    role=role,
                    name=name,
                    media_type="text/html",
                    version=page.fingerprint,
                    meeting=meeting,
                    kind="paper" if role == "paper" else None,
                    content=content,
                )
            ]
        )


def filled(before: Noun, after: Noun) -> Noun:
    """The later noun, with the earlier one's values where the later says nothing."""
    empty = (None, ())
    return replace(after, **{f.name: getattr(before, f.name) for f in fields(after) if getattr(after, f.name) in empty})

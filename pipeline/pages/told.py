"""What a page tells, as a vendor's module gives it to the listing: a meeting with its agenda, or a paper."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from pipeline.pages.page import Page
from pipeline.sources import AgendaItem, Consultation, DocumentLink, Meeting, Organization, Paper
from pipeline.statuses import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTold:
    """What the page of a meeting tells."""

    meeting: Meeting
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()


def extracts_of(page: Page, items: Iterable[tuple[AgendaItem, str | None]]) -> Iterator[DocumentLink]:
    """The pages of a meeting's items, as documents; one appears or changes with what the agenda prints."""
    for item, url in items:
        if url:
            yield DocumentLink(
                url=url,
                owner=page.url,
                role="extract",
                name=item.title,
                kind="extract",
                media_type="text/html",
                version=page.fingerprint,
                meeting=page.url,
                public=item.public,
            )


def ways_to(page: Page, body: str, items: Iterable[tuple[AgendaItem, str | None]]) -> Iterator[Consultation]:
    """The ways of papers to a meeting."""
    for item, _ in items:
        if item.paper:
            yield Consultation(
                key=f"{item.paper}@{page.url}", paper=item.paper, meeting=page.url, agenda_item=item.key, organizations=(body,)
            )


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTold:
    """What the page of a paper tells."""

    paper: Paper
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()

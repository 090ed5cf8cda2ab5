"""A meeting's page: when it was and whose, where its agendas are, its files, and the meetings before and after it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from pipeline.pages.labels import Labelled, labelled
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import DocumentLink, Meeting, Organization
from pipeline.sources.risi.addresses import Thing, leads_to, unknown_links
from pipeline.sources.risi.calendar import CANCELLED, Listed
from pipeline.sources.risi.files import DOWNLOAD, files_in
from pipeline.statuses import Failure, Issue, Status

FRAME = Premise("the page's heading", "main[class*=container] h1")
MEETING = PageType("page of a meeting", (FRAME, Premise("labelled values", ".keyvalue-row > .keyvalue-key")))
HEAD = {
    "Gremium": "body",
    "Gremien": "body",
    "Tagesordnungen": "agendas",
    "Tagesordnung": "agendas",
    "Nächste Sitzung": "next",
    "Letzte Sitzung": "last",
    **dict.fromkeys(
        (
            *(
                "Wahlperiode",
                "Sitzungsort",
                "Vorsitz",
                "Abgeschlossen am",
                "Zuständiges Referat",
                "Referent*in",
                "Bezirksausschuss",
                "Zuständig",
            ),
            *("Status", "Gemeinsam mit", "Hauptsitzung", "Hinweis", "Bemerkung", "Ort", "Schriftführung", "Stellvertretung"),
        )
    ),
}
AGENDAS: tuple[Thing, Thing] = ("agenda", "closed agenda")


@dataclass(frozen=True, slots=True)
class MeetingPage:
    """What a meeting's page holds."""

    meeting: Meeting
    organization: Organization
    agenda: str | None = None
    closed: str | None = None
    """Where the titles of the items are that were dealt with behind closed doors; München publishes them."""
    others: tuple[Listed, ...] = ()
    """The body's meetings before and after, which the page names."""
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()


def pairs_of(page: Page) -> Iterator[tuple[str, Element]]:
    """The labels of a page with their values."""
    for row in page.all(".keyvalue-row"):
        label, value = next(iter(select(row, ".keyvalue-key")), None), next(iter(select(row, ".keyvalue-value")), None)
        if label is not None and value is not None:
            yield words(label), value


def doubts_of(page: Page) -> list[Issue]:
    """What a page holds that we may not understand: labels without values, and links to who knows what."""
    counts = {len(page.all(f".keyvalue-{part}")) for part in ("row", "key", "value")}
    said = f"{page.url} has labels without values, or values without labels."
    return [*([Issue(Status.LAYOUT_UNKNOWN, page.url, said)] if len(counts) > 1 else []), *unknown_links(page)]


def meeting_on(page: Page, listed: Listed, zone: str) -> MeetingPage:
    """Read a meeting's page.

    Raises Failure where its heading names no day.
    """
    head = labelled(pairs_of(page), HEAD, page.url)
    start, state = heading_of(page, zone)
    body = head.values.get("body")
    links = [url for link in select(body, "a[href]") if (url := leads_to(page, link, "organization"))] if body is not None else []
    name = head.words("body")
    issues = [*head.issues, *doubts_of(page)]
    if not name:
        issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} does not say whose meeting it is."))
    organization = Organization(key=links[0] if links else f"organization:{name}", name=name, web=links[0] if links else None)
    meeting = replace(
        listed.noun(),
        name=name,
        start=start,
        organizations=(organization.key,),
        meeting_state=state,
        cancelled=True if listed.cancelled or CANCELLED.search(state or "") else None,
    )
    agenda, closed = (_agenda_at(page, listed.url, thing) for thing in AGENDAS)
    files = files_in(page, page.all(DOWNLOAD), listed.url, meeting=listed.url)
    return MeetingPage(meeting, organization, agenda, closed, tuple(_others(page, head, zone)), tuple(files), tuple(issues))


def _agenda_at(page: Page, meeting: str, thing: Thing) -> str | None:
    """Where an agenda of the meeting is; the page links those of the meetings before and after too."""
    addresses = (leads_to(page, link, thing) for link in page.all("a[href]"))
    return next((url for url in addresses if url and url.startswith(f"{meeting}/")), None)


def heading_of(page: Page, zone: str) -> tuple[datetime, str | None]:
    """When the meeting was, and its state ("Abgeschlossen"), as the heading says.

    Raises Failure.
    """
    heading = page.first("main[class*=container] h1")
    said = words(heading) if heading is not None else ""
    day, times = day_in(said), times_in(said)
    start = moment_of(day, times[0] if times else None, zone)
    if start is None:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} has a heading that names no day: {said[:80]!r}.")
    state = re.search(r"\(([^()]{1,80})\)", said)
    return start, state[1] if state else None


def _others(page: Page, head: Labelled, zone: str) -> Iterator[Listed]:
    for name in ("next", "last"):
        value = head.values.get(name)
        for link in select(value, "a[href]") if value is not None else ():
            url, day, times = leads_to(page, link, "meeting"), day_in(words(link)), times_in(words(link))
            if url and day:
                yield Listed(url, moment_of(day, times[0] if times else None, zone))

"""more! rubin: calendar → agenda of a meeting with the papers and files of its items.

Seen: Eibenstock (2026-09), a Vue app whose pages carry their data in a script. The older form (tables, posted forms, a page for each
resolution) is read as far as our notes tell of it; no page of it was at hand, nor one of the calendar.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.page import page_of
from pipeline.pages.premises import hold, hold_file
from pipeline.pages.walk import walk
from pipeline.pages.window import Window, window_of
from pipeline.sources import DocumentLink, Found, Get, Recognised, Seen
from pipeline.sources.rubin.agenda import AGENDA
from pipeline.sources.rubin.calendar import CALENDAR, Listed, meetings_on
from pipeline.sources.rubin.meeting import agenda_of
from pipeline.sources.rubin.table import ITEM
from pipeline.statuses import Failure, Issue, Status

SIGN = re.compile(r'<meta name="(?:author|publisher|copyright)" content="more! software"|window\.components\["MeetingPage__', re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, papers and files.

    Raises Failure where not even the calendar can be had.
    """
    listing = Listing.begun(council, get)
    for listed in _meetings(listing, window_of(council, since)):
        _meeting(listing, listed)
    return listing.found()


def _meetings(listing: Listing, window: Window) -> list[Listed]:
    """The meetings of the wanted days that the calendar lists."""
    start, zone = _calendar(listing.council.url or ""), listing.council.time_zone
    found: dict[str, Listed] = {}
    listed = 0
    for page in walk(listing, start, CALENDAR, window, lambda page: [one.start.date() for one in meetings_on(page, zone) if one.start]):
        meetings = list(meetings_on(page, zone, listing.issues))
        listed += len(meetings)
        wanted = [one for one in meetings if one.start and window.first <= one.start.date() <= window.last]
        found |= {one.url: one for one in wanted}
    if not listed:
        listing.complete = False
        sentence = f"{start} lists no meeting, neither among its data nor in rows, as far as we know either."
        listing.issues.append(Issue(Status.LAYOUT_UNKNOWN, start, sentence))
    return list(found.values())


def _calendar(url: str) -> str:
    """The address of the calendar; a council's file names it, a page beside it, or the folder."""
    if urlsplit(url).path.endswith("/sitzungskalender.php"):
        return url
    return urljoin(url if url.endswith(("/", ".php")) else url + "/", "sitzungskalender.php")


def _meeting(listing: Listing, listed: Listed) -> None:
    """Read a meeting's agenda, and what it tells of its papers."""
    page = listing.page(listed.url, AGENDA)
    zone = listing.council.time_zone
    agenda = listing.read(page, AGENDA, lambda page: agenda_of(page, listed, zone)) if page else None
    if page is None or agenda is None:
        return
    key = listed.url
    listing.add([*agenda.organizations, agenda.noun, *agenda.papers.values(), *agenda.consultations()])
    listing.issues += agenda.issues
    listing.link(agenda.documents)
    own = DocumentLink(
        url=key, owner=key, role="meeting", name=agenda.noun.name, media_type="text/html", version=agenda.state, meeting=key,
        content=listing.bodies[key],
    )  # fmt: skip
    listing.link([own])
    listing.owners |= {key, *agenda.papers}


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises: no page in place of a file, nor data about it.

    Raises Failure.
    """
    if role == "extract":
        hold(page_of(body, url), ITEM)
    elif role not in ("meeting", "paper"):
        hold_file(body, url)
        if body.lstrip()[:1] in (b"{", b"["):
            raise Failure(Status.SOFT_ERROR_PAGE, f"{url} answers with data instead of a file.")


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is a more! rubin, by its makers' name in the head of its pages or by its app."""
    match = SIGN.search(seen.body[:300_000].decode("utf-8", "replace"))
    if not match:
        return None
    named = "more! software" in match[0]
    sign = "its makers' name in the page's head" if named else "the app in its pages"
    return Recognised("rubin", 1.0 if named else 0.9, sign, None, urljoin(seen.url, "sitzungskalender.php"))

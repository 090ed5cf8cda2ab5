"""SD.NET RIM 4 (Sternberg): a page with meetings → agenda → the page of each item (Vorgang) with resolution and votes → files.

Seen: Wesel (2026-09). Addresses are tokens (`/tops/?__=UGhVM0…`) that say nothing and may be others tomorrow. So a meeting is known by its
body and its moment, a paper by its number, a file by its name at one of them; the address is only where it can be had now.

The council's file names the page to start from, one that links agendas; other months are found by its links.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.page import page_of, words
from pipeline.pages.premises import hold_file
from pipeline.pages.walk import walk
from pipeline.pages.window import Window, window_of
from pipeline.sources import Found, Get, Meeting, Recognised, Seen
from pipeline.sources.sdnet.calendar import CALENDAR, Listed, meetings_on
from pipeline.sources.sdnet.meeting import AGENDA, Agenda, Row, agenda_of
from pipeline.sources.sdnet.paper import PROCESS, Told, process_of
from pipeline.statuses import Failure, Issue, Status

QUIET = 3
"""Pages of a calendar: councils rest for a month or two, and then they meet."""
VERSION = re.compile(r"SD\.NET RIM (?P<version>\d+(?:\.\d+)*)")
CALENDAR_LINK = re.compile(r"Sitzungskalender|Kalender|Sitzungstermine|Termine|Sitzungen", re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, papers, votes and files.

    Raises Failure where not even the page to start from can be had.
    """
    listing = Listing.begun(council, get)
    window = window_of(council, since)
    agendas = [agenda for listed in _meetings(listing, window) if (agenda := _meeting(listing, listed, window))]
    done: set[str] = set()
    for agenda in agendas:
        for row in agenda.rows:
            if row.process and row.item.public is not False and (row.item.paper is None or row.item.paper not in done):
                done |= {row.item.paper} if row.item.paper else set()
                _process(listing, agenda.meeting, row, row.process)
    return listing.found()


def _meetings(listing: Listing, window: Window) -> list[Listed]:
    """The meetings that the calendar links, from the page to start from on, as far as the wanted days go."""
    start, zone = listing.council.url or "", listing.council.time_zone
    found: dict[str, Listed] = {}
    pages = linked = 0
    for page in walk(listing, start, CALENDAR, window, lambda page: [one.start.date() for one in meetings_on(page, zone) if one.start]):
        meetings = list(meetings_on(page, zone))
        pages, linked = pages + 1, linked + len(meetings)
        found |= {meeting.key or meeting.url: meeting for meeting in meetings if _is_wanted(meeting.start, window)}
    if not linked and (pages == 1 or pages >= QUIET):
        listing.complete = False
        sentence = f"{start} and the pages behind it link no agenda, as far as we know such links."
        listing.issues.append(Issue(Status.LAYOUT_UNKNOWN, start, sentence))
    return list(found.values())


def _is_wanted(start: datetime | None, window: Window) -> bool:
    """Whether a meeting may be of the wanted days; one whose link does not say its day is looked at."""
    return start is None or window.first <= start.date() <= window.last


def _meeting(listing: Listing, listed: Listed, window: Window) -> Agenda | None:
    """Read a meeting's agenda."""
    page = listing.page(listed.url, AGENDA, listed.key)
    zone = listing.council.time_zone
    agenda = listing.read(page, AGENDA, lambda page: agenda_of(page, listed, zone), listed.key) if page else None
    if page is None or agenda is None or not _is_wanted(agenda.meeting.start, window):
        return None
    key = agenda.meeting.key
    listing.add([agenda.organization, agenda.meeting, *agenda.consultations()])
    listing.issues += agenda.issues
    listing.link(agenda.documents)
    listing.page_document(page, key, "meeting", meeting=key, name=agenda.meeting.name)
    listing.owners.add(key)
    return agenda


def _process(listing: Listing, meeting: Meeting, row: Row, url: str) -> None:
    """Read the page of a paper, or of an item without one: there the item's resolution and its votes stand."""
    key = row.item.paper or row.item.key
    page = listing.page(url, PROCESS, key)
    owner, zone = row.item.paper or meeting.key, listing.council.time_zone
    process = listing.read(page, PROCESS, lambda page: process_of(page, owner, row.reference, zone), key) if page else None
    if page is None or process is None:
        return
    for told in process.told:
        _note(listing, told, row, own=process.noun is None)
    listing.issues += process.issues
    listing.link(process.documents)
    if process.noun:
        listing.add([*process.organizations, process.noun, *process.consultations])
        listing.page_document(page, key, "paper", name=process.noun.name)
        listing.owners.add(key)


def _note(listing: Listing, told: Told, row: Row, *, own: bool) -> None:
    """What a paper's page tells of a meeting stands at that meeting's item too; an item's own page tells only of that item."""
    meeting = listing.nouns.get(told.meeting)
    if not isinstance(meeting, Meeting):
        return
    same = [item for item in meeting.agenda_items if (item.key == row.item.key if own else item.paper == row.item.paper)]
    if len(same) == 1 and told.votes:
        item = replace(same[0], votes=told.votes)
        listing.add([replace(meeting, agenda_items=tuple(item if one.key == item.key else one for one in meeting.agenda_items))])


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises: files are files, never the page that says that a token is none any more.

    Raises Failure.
    """
    if role not in ("meeting", "paper"):
        hold_file(body, url)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is an SD.NET RIM, by the title of its pages or by their frame and addresses."""
    text = seen.body[:300_000].decode("utf-8", "replace")
    match = VERSION.search(text)
    if not match and not ('id="rimcontent"' in text and "?__=" in text):
        return None
    sign = "its name and version in the page's title" if match else "the frame and the addresses of its pages"
    return Recognised("sdnet", 1.0 if match else 0.7, sign, match["version"] if match else None, _calendar(seen))


def _calendar(seen: Seen) -> str:
    """The address that a page gives for the calendar, else the page itself."""
    try:
        page = page_of(seen.body, seen.url)
    except Failure:
        return seen.url
    links = (page.address(link) for link in page.all("a[href]") if CALENDAR_LINK.search(f"{words(link)} {link.get('title') or ''}"))
    return next((url for url in links if url), seen.url)

"""ALLRIS 3 (CC e-gov, `.asp`): calendar → agenda of a meeting → extracts of its items, papers, files by POST.

Seen: Regensburg (3.9.4, classic), Hildesheim (inside the city's own frame), Landkreis Osnabrück (pages that end in `_r`). Many
servers answer the calendar as XML (`selfaction=ws`): one question for all days instead of one for each month; it is tried first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import datetime
from functools import partial
from urllib.parse import urljoin

from pipeline.councils import Council
from pipeline.pages.calendar import Listed, Month
from pipeline.pages.listing import Listing
from pipeline.pages.page import page_of
from pipeline.pages.premises import hold, hold_file
from pipeline.pages.window import Window, window_of
from pipeline.sources import Found, Get, Recognised, Seen
from pipeline.sources.allris3.calendar import CALENDAR, listed_on, meetings_in
from pipeline.sources.allris3.meeting import AGENDA, EXTRACT, agenda_of
from pipeline.sources.allris3.paper import PAPER, paper_of
from pipeline.statuses import Failure

VERSION = re.compile(r"ALLRIS(?:&reg;|®)? net Version (3\.\d[\d.]*)", re.IGNORECASE)
CALENDAR_PAGE = re.compile(r"^(?P<folder>.*/)(?P<name>si010(?:_[a-z])?)\.asp", re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, extracts, papers and files.

    Raises Failure where not even the first calendar page can be had.
    """
    listing = Listing.begun(council, get)
    window = window_of(council, since)
    papers: dict[str, None] = {}
    for meeting in dict.fromkeys(_calendar(listing, window)):
        if meeting.start and window.first <= meeting.start.date() <= window.last:
            papers |= dict.fromkeys(listing.meeting(meeting.noun(), AGENDA, partial(agenda_of, listed=meeting)))
    for url in papers:
        listing.paper(url, PAPER, paper_of)
    return listing.found()


def _entry(council: Council) -> tuple[str, str]:
    """The folder of the pages, and what the name of the calendar page ends in ("", "_e", "_r")."""
    match = CALENDAR_PAGE.match(council.url or "")
    if match:
        return match["folder"], match["name"].removeprefix("si010")
    return urljoin((council.url or "").rstrip("/") + "/", "."), ""


def _calendar(listing: Listing, window: Window) -> Iterator[Listed]:
    folder, variant = _entry(listing.council)
    told = f"{folder}si010.asp?selfaction=ws&template=xyz&kaldatvon={window.first:%d.%m.%Y}&kaldatbis={window.last:%d.%m.%Y}"
    pages = "_r" if variant == "_r" else ""
    try:
        listed = meetings_in(listing.get(told), folder, pages, listing.council.time_zone)
    except Failure:
        listed = None  # most servers do not answer so; the pages for people are the rule
    if listed:
        yield from listed
        return
    for number, (year, month) in enumerate(window.months()):
        url = f"{folder}si010{variant}.asp?MM={month}&YY={year}"
        page = listing.entry(url, CALENDAR) if number == 0 else listing.page(url, CALENDAR)
        if page:
            yield from listed_on(page, Month(year, month, listing.council.time_zone), listing.issues)


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises.

    Raises Failure.
    """
    if role == "extract":
        hold(page_of(body, url), EXTRACT)
    else:
        hold_file(body, url)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is an ALLRIS 3, by its version or by its pages' names."""
    text = seen.body[:200_000].decode("latin-1")
    match = VERSION.search(text)
    addresses = re.search(r"\b(?:si010|to010|to020|vo020|au020|pa020)(?:_[a-z])?\.asp\b", text + seen.url)
    if not match and not addresses:
        return None
    calendar = re.search(r"[^\"'\s<>=]*\bsi010(?:_[a-z])?\.asp", f"{text} {seen.url}")
    entry = urljoin(seen.url, calendar[0] if calendar else "si010.asp")
    sign = "its version in the page's description" if match else f"addresses such as {addresses[0] if addresses else ''}"
    return Recognised("allris3", 1.0 if match else 0.7, sign, match[1].rstrip(".") if match else None, entry)

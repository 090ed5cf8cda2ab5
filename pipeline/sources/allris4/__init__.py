"""ALLRIS 4 (CC e-gov, Wicket): calendar → agenda of a meeting → its items, papers, files.

Seen: Laatzen (4.1.5), Taunusstein; 4.0.7 to 4.1.7. Addresses carry page counters (`to010?0-1.-…`) and files numbers that change
from day to day: things are known by SILFDNR, TOLFDNR, VOLFDNR, and files by their page and label.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from urllib.parse import urljoin, urlsplit

from pipeline.councils import Council
from pipeline.pages.calendar import Listed, Month
from pipeline.pages.listing import Listing
from pipeline.pages.page import page_of
from pipeline.pages.premises import hold, hold_file
from pipeline.pages.window import window_of
from pipeline.sources import Found, Get, Recognised, Seen
from pipeline.sources.allris4.calendar import CALENDAR, listed_on
from pipeline.sources.allris4.meeting import AGENDA, ITEM, agenda_of
from pipeline.sources.allris4.paper import PAPER, paper_of

VERSION = re.compile(r"ALLRIS(?:&reg;|®)? net Version (4\.\d[\d.]*\d)", re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, items, papers and files.

    Raises Failure where not even the first calendar page can be had.
    """
    listing = Listing.begun(council, get)
    window = window_of(council, since)
    meetings: dict[str, Listed] = {}
    for number, (year, month) in enumerate(window.months()):
        url = f"{_folder(council)}si010?MM={month}&YY={year}"
        page = listing.entry(url, CALENDAR) if number == 0 else listing.page(url, CALENDAR)
        for meeting in listed_on(page, Month(year, month, council.time_zone), listing.issues) if page else ():
            if meeting.start and window.first <= meeting.start.date() <= window.last:
                meetings.setdefault(meeting.url, meeting)
    papers: dict[str, None] = {}
    for meeting in meetings.values():
        papers |= dict.fromkeys(listing.meeting(meeting.noun(), AGENDA, partial(agenda_of, listed=meeting)))
    for url in papers:
        listing.paper(url, PAPER, paper_of)
    return listing.found()


def _folder(council: Council) -> str:
    """The folder of the pages; a council's file names it or a page in it."""
    url = (council.url or "").split("?")[0]
    return urljoin(url, ".") if re.search(r"/[a-z]{2}\d{3}$", urlsplit(url).path) else url.rstrip("/") + "/"


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises.

    Raises Failure.
    """
    if role == "extract":
        hold(page_of(body, url), ITEM)
    else:
        hold_file(body, url)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is an ALLRIS 4, by its version or by what Wicket names in its pages."""
    text = seen.body[:300_000].decode("utf-8", "replace")
    match = VERSION.search(text)
    signs = 'id="allris"' in text and re.search(r"wicket|(?:to010|vo020|si010)\?", text)
    if not match and not signs:
        return None
    if re.search(r"\b(?:to|si|vo)0\d\d(?:_[a-z])?\.asp\b", text):
        return None  # the responsive pages of ALLRIS 3 look alike
    page = re.search(r"[^\"'\s<>=]*\bsi010\b", text)
    entry = urljoin(seen.url, page[0]) if page else urljoin(seen.url, "si010")
    sign = "its version in the page's description" if match else "the frame and the addresses of its pages"
    return Recognised("allris4", 1.0 if match else 0.7, sign, match[1] if match else None, entry)

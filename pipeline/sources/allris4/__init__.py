"""ALLRIS 4 (CC e-gov, Wicket): calendar → agenda of a meeting → its items, papers, files.

Seen: Laatzen (4.1.5), Taunusstein; 4.0.7 to 4.1.7. Addresses carry page counters (`to010?0-1.-…`) and files numbers that change
from day to day: things are known by SILFDNR, TOLFDNR, VOLFDNR, and files by their page and label.
"""

from __future__ import annotations

import re
from datetime import datetime
from urllib.parse import urljoin, urlsplit

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.page import page_of
from pipeline.pages.premises import hold, hold_file
from pipeline.pages.window import window_of
from pipeline.sources import Body, Found, Get, Recognised, Seen
from pipeline.sources.allris4.calendar import CALENDAR, Listed, meetings_on
from pipeline.sources.allris4.meeting import AGENDA, ITEM, agenda_of
from pipeline.sources.allris4.paper import PAPER, paper_of
from pipeline.statuses import Issue, Status

VERSION = re.compile(r"ALLRIS(?:&reg;|®)? net Version (4\.\d[\d.]*\d)", re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, items, papers and files.

    Raises Failure where not even the first calendar page can be had.
    """
    listing = Listing(council, get)
    listing.add([Body(key=council.url or council.id, name=council.name, ags=council.ags, ars=council.ars)])
    window = window_of(council, since)
    meetings: dict[str, Listed] = {}
    for number, (year, month) in enumerate(window.months()):
        url = f"{_folder(council)}si010?MM={month}&YY={year}"
        page = listing.entry(url, CALENDAR) if number == 0 else listing.page(url, CALENDAR)
        for meeting in meetings_on(page, year, month, council.time_zone, listing.issues) if page else ():
            if meeting.start and window.first <= meeting.start.date() <= window.last:
                meetings.setdefault(meeting.url, meeting)
    papers: dict[str, None] = {}
    for meeting in meetings.values():
        papers |= dict.fromkeys(_meeting(listing, meeting))
    for url in papers:
        _paper(listing, url)
    return listing.found()


def _folder(council: Council) -> str:
    """The folder of the pages; a council's file names it or a page in it."""
    url = (council.url or "").split("?")[0]
    return urljoin(url, ".") if re.search(r"/[a-z]{2}\d{3}$", urlsplit(url).path) else url.rstrip("/") + "/"


def _meeting(listing: Listing, listed: Listed) -> list[str]:
    """Read a meeting's agenda; the value is the addresses of the papers that it names."""
    listing.add([listed.noun()])
    page = listing.page(listed.url, AGENDA)
    agenda = listing.read(page, AGENDA, lambda page: agenda_of(page, listed)) if page else None
    if page is None or agenda is None:
        return []
    listing.add([agenda.organization, agenda.meeting, *agenda.consultations])
    listing.issues += agenda.issues
    listing.link(agenda.documents)
    listing.page_document(page, listed.url, "meeting", meeting=listed.url, name=agenda.meeting.name)
    listing.owners.add(listed.url)
    return [item.paper for item in agenda.meeting.agenda_items if item.paper]


def _paper(listing: Listing, url: str) -> None:
    page = listing.page(url, PAPER)
    paper = listing.read(page, PAPER, paper_of) if page else None
    if page is None or paper is None:
        return
    listing.add([paper.noun, *paper.organizations, *paper.consultations])
    listing.issues += paper.issues
    if not paper.consultations:  # an agenda has named the paper, so it has been at a meeting
        listing.issues.append(Issue(Status.LAYOUT_UNKNOWN, url, f"{url} names no meeting of the paper."))
    listing.link(paper.documents)
    listing.page_document(page, url, "paper", name=paper.noun.name)
    listing.owners.add(url)


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

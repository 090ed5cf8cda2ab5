"""SessionNet (Somacos), layouts 4, 5 and 6, `.asp` or `.php`: calendar of a month → agenda of a meeting → papers and files.

Seen: Halle (5.3.3, layout 4), Schiffweiler (4.9.6, layout 5), pages of 5.1.8 to 5.5.3. Some servers send an agenda only to who
has the anonymous cookie of the calendar (Schiffweiler): the calendar is asked first, and a session keeps its cookies.
"""

from __future__ import annotations

import re
from datetime import datetime
from functools import partial
from urllib.parse import urljoin, urlsplit

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.premises import hold_file
from pipeline.pages.window import window_of
from pipeline.sources import Found, Get, Recognised, Seen
from pipeline.sources.sessionnet.calendar import CALENDAR, Listed, meetings_on
from pipeline.sources.sessionnet.meeting import AGENDA, agenda_of
from pipeline.sources.sessionnet.paper import PAPER, paper_of

VERSION = re.compile(r'<meta name="sessionnet" content="V:(\d\d)(\d\d)(\d\d)|SessionNet Version (\d+\.\d+\.\d+)', re.IGNORECASE)


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted months with their agendas, papers and files.

    Raises Failure where not even the first calendar page can be had.
    """
    listing = Listing.begun(council, get)
    window = window_of(council, since)
    meetings: dict[str, Listed] = {}
    for number, (year, month) in enumerate(window.months()):
        url = f"{_entry(council)}?__cjahr={year}&__cmonat={month}&__canz=1&__cselect=0"
        page = listing.entry(url, CALENDAR) if number == 0 else listing.page(url, CALENDAR)
        if page is None:
            continue
        for meeting in meetings_on(page, year, month, council.time_zone, listing.issues):
            if meeting.start and window.first <= meeting.start.date() <= window.last:
                meetings.setdefault(meeting.url, meeting)
    papers: dict[str, None] = {}
    for meeting in meetings.values():
        papers |= dict.fromkeys(listing.meeting(meeting.noun(), AGENDA, partial(agenda_of, listed=meeting)))
    for url in papers:
        listing.paper(url, PAPER, paper_of, tells_meetings=False)
    return listing.found()


def _entry(council: Council) -> str:
    """The address of the calendar; a council's file may name it or the folder that it lies in."""
    url = council.url or ""
    if re.search(r"/si0040\.(?:asp|php)$", urlsplit(url).path):
        return url.split("?")[0]
    ending = "php" if ".php" in url else "asp"
    return urljoin(url if url.endswith("/") or "." in urlsplit(url).path.rpartition("/")[2] else url + "/", f"si0040.{ending}")


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises: files are files, never the page that says that there is none.

    Raises Failure.
    """
    if role not in ("meeting", "paper"):
        hold_file(body, url)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is a SessionNet, by the sign that its pages carry in their heads."""
    text = seen.body[:20_000].decode("utf-8", "replace")
    match = VERSION.search(text)
    if not match and "smc_page_" not in text:
        return None
    version = ".".join(str(int(part)) for part in match.groups()[:3]) if match and match[1] else match[4] if match else None
    ending = "php" if re.search(r"\b[a-z]{2}00\d\d\.php", text + seen.url) else "asp"
    sign = "the meta element sessionnet" if match else "elements named smc_page_…"
    return Recognised("sessionnet", 1.0 if match else 0.7, sign, version, urljoin(seen.url, f"si0040.{ending}"))

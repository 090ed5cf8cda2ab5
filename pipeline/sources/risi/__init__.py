"""München RIS and its family (RISI, PIWi): list of meetings → page of a meeting → public agenda → pages of items, papers, files.

Seen: München (2021 to 2026-10), Wiesbaden (2026-10). Numbers in addresses are lasting; Wicket's counters and session ids are left out.
The council's file names a list: a calendar (`sitzung/kalender/str`), an overview (`sitzung/uebersicht`), an iCalendar file
(`gremium/ical/gremium/0`). Other months are asked for as a click on the calendar does; and each meeting's page names the one
before and the one after it of the same body, which are followed as far as the wanted days go.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import datetime
from functools import partial
from urllib.parse import urljoin

from pipeline.councils import Council
from pipeline.encoding import decoded
from pipeline.pages.listing import Listing
from pipeline.pages.page import Page, page_of
from pipeline.pages.premises import hold_file
from pipeline.pages.window import Window, window_of
from pipeline.sources import Found, Get, PageSeen, Recognised, Seen
from pipeline.sources.risi.agenda import AGENDA, agenda_on, hold_item
from pipeline.sources.risi.calendar import LIST, Listed, headers_of, meetings_on, unwrapped
from pipeline.sources.risi.meeting import MEETING, MeetingPage, meeting_on
from pipeline.sources.risi.months import other_months
from pipeline.sources.risi.paper import PAPER, paper_on
from pipeline.statuses import Failure, Status

__all__ = ["find", "headers_of", "judge", "recognise"]
SIGN = re.compile(r"de\.eitco\.ris\.risi\.|(?:RISI|PIWI)\.PDF\.", re.IGNORECASE)
TITLE = re.compile(r"<title>\s*(?:RatsInformationsSystem|PIWi)\b", re.IGNORECASE)
MAIN = re.compile(r"<main\b.*</main>", re.DOTALL)
ROOT = re.compile(r"^(.*?/)(?:sitzung|sitzungsvorlage|antrag|gremium|person|aktuelles|suche|extranet)\b")


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the meetings of the wanted days with their agendas, items, papers and files.

    Raises Failure where not even the list can be had.
    """
    listing = Listing.begun(council, lambda url: unwrapped(get(url)))
    window = window_of(council, since)
    start = listing.entry(council.url or "", LIST)
    listed = list(meetings_on(start, council.time_zone, listing.issues))
    for page in other_months(listing, start, window):
        listed += meetings_on(page, council.time_zone, listing.issues)
    papers: dict[str, None] = {}
    for read in _meetings(listing, sorted(listed, key=lambda one: (str(one.start), one.url)), window):
        papers |= dict.fromkeys(_agenda(listing, read))
    for url in papers:
        _paper(listing, url)
    return listing.found()


def _meetings(listing: Listing, listed: list[Listed], window: Window) -> list[MeetingPage]:
    """The pages of the meetings of the wanted days: those that are listed, and those that these name."""
    found: list[MeetingPage] = []
    waiting, known = list(listed), set[str]()
    while waiting:
        one = waiting.pop(0)
        if one.url in known or one.start is None or not window.first <= one.start.date() <= window.last:
            continue
        known.add(one.url)
        listing.add([one.noun()])
        page = listing.page(one.url, MEETING)
        read = listing.read(page, MEETING, partial(meeting_on, listed=one, zone=listing.council.time_zone)) if page else None
        if read is None:
            continue
        found.append(read)
        waiting += read.others
        listing.add([read.organization, read.meeting])
        listing.issues += read.issues
        listing.link(read.documents)
        listing.owners.add(one.url)
    return sorted(found, key=lambda read: (str(read.meeting.start), read.meeting.key))


def _agenda(listing: Listing, read: MeetingPage) -> list[str]:
    """Read a meeting's agendas, those that it has; the value is the addresses of the papers that the public one names."""
    meeting = read.meeting
    page = listing.page(read.agenda, AGENDA) if read.agenda else None
    agenda = listing.read(page, AGENDA, lambda page: agenda_on(page, meeting)) if page else None
    if page is None or agenda is None:
        if read.agenda:
            listing.owners.discard(meeting.key)  # what hung on its agenda before is not gone
        return []
    closed_page = _closed_page(listing, read)
    closed = agenda_on(closed_page, meeting) if closed_page else None
    listing.add([replace(meeting, agenda_items=(*agenda.items, *(closed.items if closed else ()))), *agenda.consultations])
    listing.issues += agenda.issues + (closed.issues if closed else [])
    listing.link(agenda.documents)
    listing.page_document(page, meeting.key, "meeting", meeting=meeting.key, name=meeting.name)
    if closed_page:
        _put_together(listing, meeting.key, closed_page)
    return agenda.papers


def _closed_page(listing: Listing, read: MeetingPage) -> Page | None:
    """The titles of what was dealt with behind closed doors; None where they are for members only, which is no loss."""
    if read.closed is None:
        return None
    try:
        return listing.entry(read.closed, AGENDA)
    except Failure as failure:
        if failure.status in (Status.LOGIN_WALL, Status.FORBIDDEN):
            listing.seen.append(PageSeen(read.closed, AGENDA.name, failure.status, failure.sentence))
        else:
            listing.give_up(read.closed, AGENDA.name, failure)
        return None


def _put_together(listing: Listing, meeting: str, closed: Page) -> None:
    """Let a meeting's document hold both of its agendas, one behind the other: together they are what other systems show on one page."""
    link = listing.documents[meeting, meeting]
    own = MAIN.search(closed.source)
    page, end, rest = decoded(link.content or b"").rpartition("</body>")
    if own and end:
        content = f"{page}{own[0]}{end}{rest}".encode("utf-8", "replace")
        listing.documents[meeting, meeting] = replace(link, content=content, version=f"{link.version}-{closed.fingerprint}")


def _paper(listing: Listing, url: str) -> None:
    page = listing.page(url, PAPER)
    paper = listing.read(page, PAPER, lambda page: paper_on(page, url)) if page else None
    if page is None or paper is None:
        return
    listing.add([paper.noun, *paper.organizations, *paper.consultations])
    listing.issues += paper.issues
    listing.link(paper.documents)
    listing.page_document(page, url, "paper", name=paper.noun.name)
    listing.owners.add(url)


def judge(role: str, url: str, body: bytes) -> None:
    """Whether bytes are what a document's role promises.

    Raises Failure.
    """
    if role == "extract":
        hold_item(page_of(body, url))
    elif role not in ("meeting", "paper"):
        hold_file(body, url)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address is a RISI, by the name of its software in scripts or by its title and the form of its pages."""
    text = seen.body[:300_000].decode("utf-8", "replace")
    named, titled = SIGN.search(text), TITLE.search(text)
    if not named and not (titled and "keyvalue-key" in text):
        return None
    root = ROOT.match(re.sub(r";jsessionid=[^/?#]*", "", seen.url))
    entry = urljoin(root[1] if root else seen.url, "gremium/ical/gremium/0" if "PIWi" in text else "sitzung/kalender/str")
    sign = f"its scripts name {named[0].rstrip('.')}" if named else "the title and the labelled values of its pages"
    return Recognised("risi", 1.0 if named else 0.8, sign, None, entry)

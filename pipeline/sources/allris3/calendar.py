"""The calendar: which meetings there are, when, and where their agendas are; as a page of a month, or as XML of any range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from pipeline.pages.links import not_understood
from pipeline.pages.moments import moment_of, times_in
from pipeline.pages.page import Element, Page, select, words, xml_of
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Meeting
from pipeline.statuses import Issue, Status

FRAME = Premise("the frame of an ALLRIS page", "#allriscontainer, #rismain, #rismain_raw, #risname_raw, .allriscontent, #allris")
CALENDAR = PageType("calendar of a month", (FRAME, Premise("a table of days", "table.tl1, table.dataTable, table.tk1")))
AGENDA_PAGE = re.compile(r"/to010(?:_[a-z])?\.asp$")
MEETING_LINK = 'a[href*="SILFDNR="], form[action*="to010"]'


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as the calendar lists it."""

    url: str
    name: str | None = None
    start: datetime | None = None
    end: datetime | None = None

    def noun(self) -> Meeting:
        """The meeting so far."""
        return Meeting(key=self.url, name=self.name, start=self.start, end=self.end, web=self.url)


def meetings_on(page: Page, year: int, month: int, zone: str, issues: list[Issue]) -> Iterator[Listed]:
    """The meetings of a month's page that have an agenda; one without a day is an issue."""
    issues += not_understood(page, "tr", AGENDA_PAGE, agenda_address, "meeting")
    day: date | None = None
    for row in page.all("tr"):
        if next((inner for inner in row.iterdescendants("tr")), None) is not None:
            continue  # a row around a table
        cells = [words(cell) for cell in row if cell.tag in {"td", "th"}]
        day = _day(cells, year, month) or day
        links = [(url, words(link)) for link in select(row, MEETING_LINK) if (url := agenda_address(page, link))]
        if not links:
            continue
        if day is None:
            issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists the meeting {links[0][0]} without a day."))
            continue
        times = times_in(" ".join(cells[:4]))
        name = max((said for _, said in links), key=len) or None
        end = moment_of(day, times[1], zone) if len(times) > 1 else None
        yield Listed(links[0][0], name, moment_of(day, times[0] if times else None, zone), end)


def agenda_address(page: Page, link: Element) -> str | None:
    """Where a link or form leads if that is a meeting's agenda, with the one field that names the meeting."""
    parts = urlsplit(page.address(link) or "")
    hidden = [field.get("value") for field in select(link, 'input[name="SILFDNR"]')]
    number = parse_qs(parts.query).get("SILFDNR") or hidden
    if not number or not number[0] or not AGENDA_PAGE.search(parts.path):
        return None
    return parts._replace(query=f"SILFDNR={number[0]}").geturl()


def _day(cells: list[str], year: int, month: int) -> date | None:
    """The day that a row is of: a weekday and a number in the first two cells, or "17.09.2026"."""
    match = re.match(r"(?:Mo|Di|Mi|Do|Fr|Sa|So)[.,]?\s*(\d{1,2})(?!\d)", " ".join(cells[:2]))
    try:
        return date(year, month, int(match[1])) if match else None
    except ValueError:
        return None


def meetings_in(data: bytes, folder: str, pages: str, zone: str) -> list[Listed]:
    """The meetings of an XML answer; none where it is not the list that it should be.

    Raises Failure where the answer is no XML.
    """
    found = []
    for item in xml_of(data, folder).iter("item"):
        told = {str(field.tag): (field.text or "").strip() for field in item}
        if told.get("silfdnr", "").isdecimal():
            start, end = (_moment(told.get(name), zone) for name in ("sisbvcs", "sisevcs"))
            found.append(Listed(f"{folder}to010{pages}.asp?SILFDNR={told['silfdnr']}", told.get("siname") or None, start, end))
    return found


def _moment(stamp: str | None, zone: str) -> datetime | None:
    """A moment such as 20250318T160000Z."""
    try:
        return datetime.strptime(stamp or "", "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    except ValueError:
        return None

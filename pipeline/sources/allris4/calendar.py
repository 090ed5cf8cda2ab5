"""The calendar (si010): which meetings there are, when, and where their agendas are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit

from pipeline.pages.links import not_understood
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Meeting
from pipeline.statuses import Issue, Status

FRAME = Premise("the frame of an ALLRIS page", "#allris")
CALENDAR = PageType("calendar of a month", (FRAME, Premise("a table of days", "table")))
AGENDA_PAGE = re.compile(r"/to010$")
COUNTER = re.compile(r"^\d+(?:-\d*\.[^&]*)?&?|(?<=&)\d+-\d*\.[^&]*&?")
"""What Wicket puts before the fields of an address: `0-1.-toTreeTable-…&SILFDNR=5`."""


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
    issues += not_understood(page, "tr", AGENDA_PAGE, lambda page, link: address_of(page, link, "to010", "SILFDNR"), "meeting")
    day: date | None = None
    for row in page.all("tr"):
        cells = [words(cell) for cell in row if cell.tag in {"td", "th"}]
        day = _day(cells, year, month) or day
        links = [(url, words(link)) for link in select(row, 'a[href*="SILFDNR="]') if (url := address_of(page, link, "to010", "SILFDNR"))]
        if not links:
            continue
        if day is None:
            issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists the meeting {links[0][0]} without a day."))
            continue
        times = times_in(" ".join(cells[:4]))
        name = max((said for _, said in links), key=len) or None
        end = moment_of(day, times[1], zone) if len(times) > 1 else None
        yield Listed(links[0][0], name, moment_of(day, times[0] if times else None, zone), end)


def address_of(page: Page, link: Element, name: str, field: str) -> str | None:
    """Where a link leads if that is a page of that name, with the one field that says which; Wicket's counters are left out."""
    parts = urlsplit(page.address(link) or "")
    number = re.search(rf"(?:^|&){field}=(\d+)", COUNTER.sub("", parts.query))
    if not number or not re.search(rf"/{name}$", parts.path):
        return None
    return parts._replace(query=f"{field}={number[1]}").geturl()


def _day(cells: list[str], year: int, month: int) -> date | None:
    said = " ".join(cells[:3])
    if day := day_in(said):
        return day
    match = re.match(r"(?:Mo|Di|Mi|Do|Fr|Sa|So)[.,]?\s*(\d{1,2})(?!\d)", said)
    try:
        return date(year, month, int(match[1])) if match else None
    except ValueError:
        return None

"""The calendar of a month (si0040): which meetings there are, when, and where their agendas are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qs, urlsplit, urlunsplit

from pipeline.pages.links import not_understood
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Meeting, Organization
from pipeline.statuses import Issue, Status

CALENDAR = PageType(
    "calendar of a month",
    (
        Premise("the frame of a SessionNet calendar", "[class*=smc_page_si0040], [id*=smc_page_si0040]"),
        Premise("the table of days", "table"),
    ),
)
AGENDA_LINK = 'a[href*="__ksinr="]'
AGENDA_PAGE = re.compile(r"/(?:to0040|si0057|si0056)\.(?:asp|php)$")
NUMBER = re.compile(r"\d{1,2}")
# In what a cell says its part in layout 4 (class), and in 5 and 6 (the label shown on a telephone).
DAY_CELLS = "td.smc_fct_day, td[data-label=Tag], td.siday"
TIME_CELLS = "td.smc_field_yytime, td[data-label=Zeit], td[data-label=Uhrzeit], td.yytime"


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as the calendar lists it."""

    url: str
    name: str
    start: datetime | None = None
    end: datetime | None = None
    cancelled: bool | None = None

    @property
    def organization(self) -> Organization:
        """The body that meets; calendars print its name where others print the meeting's."""
        return Organization(key=f"organization:{self.name}", name=self.name)

    def noun(self) -> Meeting:
        """The meeting so far."""
        key = self.organization.key
        return Meeting(
            key=self.url, name=self.name, start=self.start, end=self.end, organizations=(key,), web=self.url, cancelled=self.cancelled
        )


def meetings_on(page: Page, year: int, month: int, zone: str, issues: list[Issue]) -> Iterator[Listed]:
    """The meetings of a month that have an agenda; a row that has one and no day is an issue."""
    issues += not_understood(page, "tr", AGENDA_PAGE, agenda_address, "meeting")
    day: date | None = None
    for row in page.all("tr"):
        link = next((link for link in select(row, AGENDA_LINK) if agenda_address(page, link)), None)
        if next(row.iterancestors("tr"), None) is not None:
            continue
        day = _day(row, year, month) or day  # a day's second meeting has no number of its own
        if link is None:
            continue
        url = agenda_address(page, link) or ""
        told = day_in(link.get("title")) or day
        if told is None:
            issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists the meeting {url} without a day."))
            continue
        times = times_in(" ".join(words(cell) for cell in select(row, TIME_CELLS)))
        start = moment_of(told, times[0] if times else None, zone)
        end = moment_of(told, times[1], zone) if len(times) > 1 else None
        cancelled = True if re.search(r"entfällt|abgesagt|fällt aus", words(row), re.IGNORECASE) else None
        yield Listed(url, words(link), start, end, cancelled)


def agenda_address(page: Page, link: Element) -> str | None:
    """Where a link leads if that is a meeting's agenda, with the one field that names the meeting."""
    url = page.address(link)
    parts = urlsplit(url or "")
    number = parse_qs(parts.query).get("__ksinr")
    return urlunsplit(parts._replace(query=f"__ksinr={number[0]}")) if number and AGENDA_PAGE.search(parts.path) else None


def _day(row: Element, year: int, month: int) -> date | None:
    for cell in select(row, DAY_CELLS):
        number = NUMBER.search(words(cell))
        if number:
            try:
                return date(year, month, int(number[0]))
            except ValueError:
                return None
    return None

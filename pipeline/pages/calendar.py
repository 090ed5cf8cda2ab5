"""Calendars that list meetings as rows of a table: the day in the first cells, the time, a link to the agenda."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, datetime

from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.sources import Meeting
from pipeline.statuses import Issue, Status

WEEKDAY = re.compile(r"(?:Mo|Di|Mi|Do|Fr|Sa|So)[.,]?\s*(\d{1,2})(?!\d)")


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as a calendar lists it."""

    url: str
    name: str | None = None
    start: datetime | None = None
    end: datetime | None = None

    def noun(self) -> Meeting:
        """The meeting so far."""
        return Meeting(key=self.url, name=self.name, start=self.start, end=self.end, web=self.url)


@dataclass(frozen=True, slots=True)
class Month:
    """The month that a calendar's page is of, and the time zone of its times."""

    year: int
    month: int
    zone: str


def meetings_on(page: Page, of: Month, address: Callable[[Page, Element], str | None], issues: list[Issue]) -> Iterator[Listed]:
    """The meetings of a month's page that have an agenda; `address` knows where a link to one leads. One without a day is an issue."""
    day: date | None = None
    for row in page.all("tr"):
        if next((inner for inner in row.iterdescendants("tr")), None) is not None:
            continue  # a row around a table
        cells = [words(cell) for cell in row if cell.tag in {"td", "th"}]
        day = _day(" ".join(cells[:3]), of) or day  # a day's second meeting may have no day of its own
        links = [(url, words(link)) for link in select(row, "a[href], form[action]") if (url := address(page, link))]
        if not links:
            continue
        if day is None:
            issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists the meeting {links[0][0]} without a day."))
            continue
        times = times_in(" ".join(cells[:4]))
        name = max((said for _, said in links), key=len) or None
        end = moment_of(day, times[1], of.zone) if len(times) > 1 else None
        yield Listed(links[0][0], name, moment_of(day, times[0] if times else None, of.zone), end)


def _day(said: str, of: Month) -> date | None:
    """The day that a row is of: in full ("17.09.2026"), or a weekday and a number ("Do 17")."""
    if day := day_in(said):
        return day
    match = WEEKDAY.match(said)
    try:
        return date(of.year, of.month, int(match[1])) if match else None
    except ValueError:
        return None

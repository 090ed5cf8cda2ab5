"""Which meetings there are, and where else to look: links to agendas, links to other months.

No calendar page of SD.NET was at hand. What its other pages show of a meeting's link holds here too: the label says moment and body
("Sitzung am Dienstag, 29.09.2026 16:30 Uhr des Gremiums Rat anzeigen.", Wesel, 2026-09); else the row says them.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import urlsplit, urlunsplit

from pipeline.pages.moments import MONTHS, day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.window import Window

FRAME = Premise("the frame of an SD.NET page", "#rimcontent")
CALENDAR = PageType("calendar", (FRAME, Premise("a link with a token", 'a[href*="?__="]')))
AGENDA_LINK = 'a[href*="/tops/?__="]'
LABEL = re.compile(r"Sitzung am (?P<moment>[^\n]{6,60}?) Uhr des Gremiums (?P<body>[^\n]{1,160}?) anzeigen")
MONTH = re.compile(rf"(?<!\w)(?P<name>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
BACK = re.compile(r"(?<!\w)(?:zurück|vorherig\w*|vorig\w*|früher\w*)(?!\w)|[«‹←]", re.IGNORECASE)
FORTH = re.compile(r"(?<!\w)(?:weiter|nächst\w*|folgend\w*|später\w*)(?!\w)|[»›→]", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:Seite )?\d{1,3}")


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as a link to its agenda tells of it."""

    url: str
    body: str | None = None
    start: datetime | None = None

    @property
    def key(self) -> str | None:
        """What the meeting is known by: its body and its moment, for the token of its address is another one each time."""
        return meeting_key(self.url, self.body, self.start) if self.body and self.start else None


def meeting_key(url: str, body: str, start: datetime) -> str:
    """What a meeting is known by.

    >>> meeting_key("https://ris.example/tops/?__=UGhVM0", "Rat", datetime(2026, 9, 29, 16, 30))
    'https://ris.example/tops/#Rat 2026-09-29 16:30'
    """
    return f"{place_of(url)}#{body} {start:%Y-%m-%d %H:%M}"


def place_of(url: str) -> str:
    """An address without its token."""
    return urlunsplit(urlsplit(url)._replace(query="", fragment=""))


def listed_at(page: Page, link: Element, zone: str) -> Listed | None:
    """The meeting that a link leads to; None for no address."""
    url = page.address(link)
    if url is None:
        return None
    said = LABEL.search(link.get("aria-label") or "")
    if said:
        moment, body = said["moment"], said["body"]
    else:
        row = next((above for above in link.iterancestors("tr", "li", "article")), link)
        moment, body = words(row), next((words(name) for name in select(row, 'a[href*="/gremien/"], .column-gremium') if words(name)), "")
    times = times_in(moment)
    return Listed(url, body or None, moment_of(day_in(moment), times[0] if times else None, zone))


def meetings_on(page: Page, zone: str) -> Iterator[Listed]:
    """The meetings that a page links to, each once."""
    seen: set[str] = set()
    for link in page.all(AGENDA_LINK):
        listed = listed_at(page, link, zone)
        if listed and (listed.key or listed.url) not in seen:
            seen.add(listed.key or listed.url)
            yield listed


@dataclass(frozen=True, slots=True)
class Step:
    """A link from one page of the calendar to another: the month that it names, or the direction in which it leads."""

    url: str
    month: tuple[int, int] | None = None
    direction: int = 0


def steps_on(page: Page) -> Iterator[Step]:
    """The links of a calendar page to other pages of the calendar."""
    for link in page.all('a[href*="?__="]'):
        url = page.address(link)
        if url is None or place_of(url) != place_of(page.url) or url == page.url:
            continue
        said = " ".join((words(link), link.get("title") or "", link.get("aria-label") or ""))
        direction = -1 if BACK.search(said) else 1 if FORTH.search(said) else 0
        month = MONTH.search(said)
        if month or direction or PAGE_NUMBER.fullmatch(words(link)):
            yield Step(url, _month(month) if month else None, direction)


def leads_on(step: Step, days: list[date], window: Window) -> bool:
    """Whether a step from a page that is about these days leads towards the wanted ones."""
    if step.direction < 0:
        return not days or min(days) > window.first
    if step.direction > 0:
        return not days or max(days) < window.last
    return step.month is None or step.month in set(window.months())


def days_on(page: Page, meetings: list[Listed]) -> list[date]:
    """The days that a page is about: those of its meetings, and first and last of the month that its heading names."""
    heading = MONTH.search(" ".join(words(element) for element in page.all("h1, h2, h3, caption")))
    days = [meeting.start.date() for meeting in meetings if meeting.start]
    if heading:
        year, month = _month(heading)
        days += [date(year, month, 1), date(year, month, monthrange(year, month)[1])]
    return days


def _month(said: re.Match[str]) -> tuple[int, int]:
    return int(said["year"]), MONTHS.index(said["name"].lower()) + 1

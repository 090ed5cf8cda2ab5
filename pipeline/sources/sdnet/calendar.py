"""Which meetings there are, and where else to look: links to agendas, links to other months.

No calendar page of SD.NET was at hand. What its other pages show of a meeting's link holds here too: the label says moment and body
("Sitzung am Dienstag, 29.09.2026 16:30 Uhr des Gremiums Rat anzeigen.", Wesel, 2026-09); else the row says them.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.walk import place_of

FRAME = Premise("the frame of an SD.NET page", "#rimcontent")
CALENDAR = PageType("calendar", (FRAME, Premise("a link with a token", 'a[href*="?__="]')))
AGENDA_LINK = 'a[href*="/tops/?__="]'
LABEL = re.compile(r"Sitzung am (?P<moment>[^\n]{6,60}?) Uhr des Gremiums (?P<body>[^\n]{1,160}?) anzeigen")


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

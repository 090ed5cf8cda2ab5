"""The calendar (si010): which meetings there are, when, and where their agendas are."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from pipeline.pages.calendar import Listed, Month, meetings_on
from pipeline.pages.links import not_understood
from pipeline.pages.page import Element, Page
from pipeline.pages.premises import PageType, Premise
from pipeline.statuses import Issue

FRAME = Premise("the frame of an ALLRIS page", "#allris")
CALENDAR = PageType("calendar of a month", (FRAME, Premise("a table of days", "table")))
AGENDA_PAGE = re.compile(r"/to010$")
COUNTER = re.compile(r"^\d+(?:-\d*\.[^&]*)?&?|(?<=&)\d+-\d*\.[^&]*&?")
"""What Wicket puts before the fields of an address: `0-1.-toTreeTable-…&SILFDNR=5`."""


def listed_on(page: Page, of: Month, issues: list[Issue]) -> Iterator[Listed]:
    """The meetings of a month's page that have an agenda."""
    issues += not_understood(page, "tr", AGENDA_PAGE, agenda_address, "meeting")
    return meetings_on(page, of, agenda_address, issues)


def agenda_address(page: Page, link: Element) -> str | None:
    """Where a link leads if that is a meeting's agenda."""
    return address_of(page, link, "to010", "SILFDNR")


def address_of(page: Page, link: Element, name: str, field: str) -> str | None:
    """Where a link leads if that is a page of that name, with the one field that says which; Wicket's counters are left out."""
    parts = urlsplit(page.address(link) or "")
    number = re.search(rf"(?:^|&){field}=(\d+)", COUNTER.sub("", parts.query))
    if not number or not re.search(rf"/{name}$", parts.path):
        return None
    return parts._replace(query=f"{field}={number[1]}").geturl()

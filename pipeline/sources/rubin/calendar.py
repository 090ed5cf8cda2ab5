"""Which meetings there are (sitzungskalender.php): in the data of a page, or in the rows of one of the older form.

No calendar page was at hand. In data a meeting is what it is on its own page: an object with `nummer`, `datum` and `titel`; in rows a link
to meeting.php, or a form that posts its number there.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from urllib.parse import parse_qs, urlencode, urljoin, urlsplit, urlunsplit

from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Meeting
from pipeline.sources.rubin.data import components, objects_in, text_of
from pipeline.statuses import Issue, Status

CALENDAR = PageType("calendar", (Premise("the part of the app, or a table of meetings", "div[component], table"),))
AGENDA_PAGE = re.compile(r"/meeting\.php$")


@dataclass(frozen=True, slots=True)
class Listed:
    """A meeting as the calendar lists it."""

    url: str
    name: str | None = None
    start: datetime | None = None

    def noun(self) -> Meeting:
        """The meeting so far."""
        return Meeting(key=self.url, name=self.name, start=self.start, web=self.url)


def meeting_address(page_url: str, number: str) -> str:
    """The address of a meeting's page by its number ("ni_2026-STR-240"), which is what the meeting is known by."""
    return urljoin(page_url, "meeting.php") + "?" + urlencode({"id": number})


def meetings_on(page: Page, zone: str, issues: list[Issue] | None = None) -> Iterator[Listed]:
    """The meetings of a calendar page; one without a day is an issue."""
    seen: set[str] = set()
    for listed in (*_in_data(page, zone), *_in_rows(page, zone)):
        if listed.url not in seen:
            seen.add(listed.url)
            if listed.start is None and issues is not None:
                issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} lists the meeting {listed.url} without a day."))
            yield listed


def _in_data(page: Page, zone: str) -> Iterator[Listed]:
    for _, props in components(page):
        for thing in objects_in(props):
            number = text_of(thing, "nummer")
            if number and "titel" in thing and "datum" in thing:
                yield Listed(meeting_address(page.url, number), text_of(thing, "titel"), start_of(thing, zone))


def start_of(thing: object, zone: str) -> datetime | None:
    """When a meeting in data begins; midnight where no time is told."""
    times = times_in(" ".join(filter(None, (text_of(thing, name) for name in ("uhrzeit", "beginn", "zeit")))))
    return moment_of(day_in(text_of(thing, "datum")), times[0] if times else None, zone)


def _in_rows(page: Page, zone: str) -> Iterator[Listed]:
    day: date | None = None
    for row in page.all("tr"):
        cells = [words(cell) for cell in row if cell.tag in ("td", "th")]
        day = day_in(" ".join(cells)) or day  # a day's second meeting has none of its own
        url = next((url for link in select(row, "a[href], form[action]") if (url := address_of(page, link))), None)
        if url:
            times = times_in(" ".join(cells))
            named = [cell for cell in cells if re.search(r"[^\W\d_]{3}", cell) and day_in(cell) is None]
            yield Listed(url, max(named, key=len, default=None), moment_of(day, times[0] if times else None, zone))


def address_of(page: Page, link: Element) -> str | None:
    """Where a link or a form of the older pages leads, if that is a meeting's page."""
    url = form_address(page, link) if link.tag == "form" else page.address(link)
    parts = urlsplit(url or "")
    number = parse_qs(parts.query).get("id")
    return meeting_address(page.url, number[0]) if number and AGENDA_PAGE.search(parts.path) else None


def form_address(page: Page, form: Element) -> str | None:
    """The address of a form's hidden fields: what the older pages post can be asked for by GET, too, as far as we know."""
    url = page.address(form)
    fields = [(field.get("name") or "", field.get("value") or "") for field in select(form, 'input[type="hidden"]')]
    return urlunsplit(urlsplit(url)._replace(query=urlencode(fields))) if url else None

"""Walking through a calendar whose pages are known only by the links between them: other months, forth and back, numbered pages.

A link says where it leads ("Vorheriger Monat", "März 2031", "2"); it is followed as long as it leads towards the wanted days.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from urllib.parse import urlsplit, urlunsplit

from pipeline.pages.listing import Listing
from pipeline.pages.moments import MONTHS
from pipeline.pages.page import Page, words
from pipeline.pages.premises import PageType
from pipeline.pages.window import Window
from pipeline.statuses import Issue, Status

MOST_PAGES = 240
"""Pages of a calendar: twenty years by the month."""
MONTH = re.compile(rf"(?<!\w)(?P<name>{'|'.join(MONTHS)})\s+(?P<year>\d{{4}})(?!\d)", re.IGNORECASE)
BACK = re.compile(r"(?<!\w)(?:zurück|vorherig\w*|vorig\w*|früher\w*)(?!\w)|[«‹←]", re.IGNORECASE)
FORTH = re.compile(r"(?<!\w)(?:weiter|nächst\w*|folgend\w*|später\w*)(?!\w)|[»›→]", re.IGNORECASE)
PAGE_NUMBER = re.compile(r"(?:Seite )?\d{1,3}")


@dataclass(frozen=True, slots=True)
class Step:
    """A link from one page of the calendar to another: the month that it names, or the direction in which it leads."""

    url: str
    month: tuple[int, int] | None = None
    direction: int = 0
    label: str = ""
    origin: str = ""
    """The fingerprint of the page that it stands on."""


def walk(listing: Listing, start: str, kind: PageType, window: Window, days_of: Callable[[Page], list[date]]) -> Iterator[Page]:
    """The pages of a calendar from its start on, each once, as far as the wanted days go; `days_of` gives the days that a page lists.

    Raises Failure where the start cannot be had.
    """
    steps, asked, said = [Step(start)], {start}, set[str]()
    while steps and len(said) < MOST_PAGES:
        step = steps.pop(0)
        key = f"{place_of(start)}#{len(said)}"
        page = listing.entry(step.url, kind, key) if step.url == start else listing.page(step.url, kind, key)
        if page is None:
            continue
        if page.fingerprint in said:
            _went_astray(listing, step, page)
            continue
        said.add(page.fingerprint)
        days = [*days_of(page), *_heading(page)]
        for one in steps_on(page):
            # Where addresses are tokens, only the label tells that a page has been asked for.
            if step.direction * one.direction >= 0 and leads_on(one, days, window) and asked.isdisjoint(_names(one)):
                asked |= _names(one)
                steps.append(one)
        yield page
    if steps:
        listing.complete = False
        sentence = f"{start} leads to more pages of a calendar than the {MOST_PAGES} that were read."
        listing.issues.append(Issue(Status.LAYOUT_UNKNOWN, start, sentence))


def _names(step: Step) -> set[str]:
    return {step.url} if step.direction else {step.url, step.label}


def _went_astray(listing: Listing, step: Step, page: Page) -> None:
    """Note a step back, or on to another page than its own, that led where we have been: its address is not understood any more.

    A step on that leads to its own page is the end of a calendar.
    """
    if step.direction < 0 or (step.direction > 0 and page.fingerprint != step.origin):
        listing.complete = False
        sentence = f"{place_of(page.url)} has a link {step.label!r} that does not lead there."
        listing.issues.append(Issue(Status.LAYOUT_UNKNOWN, place_of(page.url), sentence))


def steps_on(page: Page) -> Iterator[Step]:
    """The links of a calendar page to other pages of the calendar: addresses that differ from its own in their fields only."""
    for link in page.all('a[href*="?"]'):
        url = page.address(link)
        if url is None or place_of(url) != place_of(page.url) or url == page.url:
            continue
        said = " ".join((words(link), link.get("title") or "", link.get("aria-label") or ""))
        direction = -1 if BACK.search(said) else 1 if FORTH.search(said) else 0
        month = MONTH.search(said)
        if month or direction or PAGE_NUMBER.fullmatch(words(link)):
            yield Step(url, _month(month) if month else None, direction, words(link) or said.strip(), page.fingerprint)


def leads_on(step: Step, days: list[date], window: Window) -> bool:
    """Whether a step from a page that is about these days leads towards the wanted ones."""
    if step.direction < 0:
        return not days or min(days) > window.first
    if step.direction > 0:
        return not days or max(days) < window.last
    return step.month is None or step.month in set(window.months())


def place_of(url: str) -> str:
    """An address without its fields.

    >>> place_of("https://ris.example/tops/?__=UGhVM0")
    'https://ris.example/tops/'
    """
    return urlunsplit(urlsplit(url)._replace(query="", fragment=""))


def _heading(page: Page) -> list[date]:
    """First and last day of the month that a page's heading names."""
    said = MONTH.search(" ".join(words(element) for element in page.all("h1, h2, h3, caption")))
    if said is None or not 1 <= int(said["year"]) <= 9999:
        return []
    year, month = _month(said)
    return [date(year, month, 1), date(year, month, monthrange(year, month)[1])]


def _month(said: re.Match[str]) -> tuple[int, int]:
    return int(said["year"]), MONTHS.index(said["name"].lower()) + 1

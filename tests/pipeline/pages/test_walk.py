"""Walking through calendars that are known only by their links: as far as the wanted days go, each page once, and never astray in silence."""

from __future__ import annotations

import re
from datetime import date
from itertools import count

import pytest

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.moments import MONTHS, day_in
from pipeline.pages.page import Page, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.walk import walk
from pipeline.pages.window import Window
from pipeline.statuses import Failure, Status

START = "https://ris.example/termine/"
CALENDAR = PageType("calendar", (Premise("a heading", "h1"),))
WINDOW = Window(date(2031, 2, 1), date(2031, 3, 31))


class Calendar:
    """A calendar of months with a meeting on the fifth of each; links are tokens that change, and say where they lead as told."""

    def __init__(self, *, back: str = "zurück", forth: str = "weiter", menu: bool = False, broken: bool = False) -> None:
        self.labels, self.menu, self.broken = ((-1, back), (1, forth)), menu, broken
        self.tokens, self.number = dict[str, int](), count(1)
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        at = self.tokens.get(url, 2031 * 12 + 4)  # it opens with May 2031
        self.asked.append(f"{at // 12}-{at % 12 + 1:02}")
        steps = [(0 if self.broken else at + by, label) for by, label in self.labels if label]
        if self.menu:
            steps = [(2031 * 12 + month, f"{MONTHS[month].capitalize()} 2031") for month in range(12)]
        links = "".join(f'<a href="{self.link(month)}">{label}</a>' for month, label in steps)
        heading = f"{MONTHS[at % 12].capitalize()} {at // 12}"
        return f"<h1>{heading}</h1>{links}<table><tr><td>05.{at % 12 + 1:02}.{at // 12}</td></tr></table>".encode()

    def link(self, month: int) -> str:
        url = f"{START}?__={next(self.number)}"
        if month:
            self.tokens[url] = month
        return url


def days_of(page: Page) -> list[date]:
    return [day for cell in page.all("td") if (day := day_in(words(cell)))]


def walked(calendar: Calendar, window: Window = WINDOW) -> Listing:
    listing = Listing(Council(id="f", name="Fehrnau"), calendar.get)
    pages = list(walk(listing, START, CALENDAR, window, days_of))
    assert len({page.url for page in pages}) == len(pages)
    return listing


@pytest.mark.parametrize(
    ("calendar", "window", "asked"),
    [
        pytest.param(Calendar(), WINDOW, ["2031-05", "2031-04", "2031-03", "2031-02"], id="back by words"),
        pytest.param(Calendar(back="«", forth="»"), WINDOW, ["2031-05", "2031-04", "2031-03", "2031-02"], id="back by signs"),
        pytest.param(Calendar(), Window(date(2031, 5, 1), date(2031, 7, 9)), ["2031-05", "2031-06", "2031-07"], id="forth"),
        pytest.param(Calendar(), Window(date(2031, 4, 9), date(2031, 6, 9)), ["2031-05", "2031-04", "2031-06"], id="both ways"),
        pytest.param(Calendar(menu=True), WINDOW, ["2031-05", "2031-02", "2031-03"], id="a menu of months on every page"),
        pytest.param(Calendar(back="", forth=""), WINDOW, ["2031-05"], id="no way on"),
    ],
)
def test_it_goes_as_far_as_the_wanted_days(calendar: Calendar, window: Window, asked: list[str]) -> None:
    listing = walked(calendar, window)
    assert calendar.asked == asked
    assert (listing.complete, listing.issues) == (True, [])


def test_a_step_back_that_leads_nowhere_is_an_issue() -> None:
    listing = walked(Calendar(broken=True))
    assert not listing.complete
    assert [(issue.code, issue.sentence) for issue in listing.issues] == [
        (Status.LAYOUT_UNKNOWN, f"{START} has a link 'zurück' that does not lead there.")
    ]


def test_a_calendar_that_goes_on_no_further_ends() -> None:
    class Last(Calendar):
        def link(self, month: int) -> str:
            return super().link(min(month, 2031 * 12 + 5))

    calendar = Last()
    listing = walked(calendar, Window(date(2031, 5, 1), date(2031, 12, 31)))
    assert calendar.asked == ["2031-05", "2031-06", "2031-06"]
    assert (listing.complete, listing.issues) == (True, [])


def test_a_calendar_without_end_is_left(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.pages.walk.MOST_PAGES", 5)
    listing = walked(Calendar(), Window(date(1990, 1, 1), date(2031, 5, 31)))
    assert not listing.complete
    assert re.search(r"more pages of a calendar than the 5 that were read", listing.issues[0].sentence)


def test_the_page_to_start_from_must_be_had() -> None:
    listing = Listing(Council(id="f", name="Fehrnau"), lambda _: b"<form><input type='password'></form>")
    with pytest.raises(Failure, match="login page"):
        list(walk(listing, START, CALENDAR, WINDOW, days_of))

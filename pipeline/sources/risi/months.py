"""From month to month through a calendar whose months are shown after a click; the server keeps in the session which one it shows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from pipeline.pages.listing import Listing
from pipeline.pages.page import Page
from pipeline.pages.window import Window
from pipeline.sources.risi.addresses import plain
from pipeline.sources.risi.calendar import LIST, Month, clicks_on, month_on
from pipeline.statuses import Failure, Status

IDLE = 24
"""Clicks that may lead through months already read, on the way from the last month to those before the first page's."""


def other_months(listing: Listing, start: Page, window: Window) -> Iterator[Page]:
    """The pages of the wanted months that the first page does not show; none where its list is no calendar of a month."""
    at = month_on(start)
    months, steps = clicks_on(start)
    if (at is None) != (not steps):
        sentence = f"{start.url} lists meetings in a way that we do not know: other pages of it were not asked for."
        listing.give_up(start.url, LIST.name, Failure(Status.LAYOUT_UNKNOWN, sentence))
    if at is None or not steps:
        return
    here, wanted = at, set(window.months()) - {at}
    clicks = len(wanted) + IDLE
    while wanted and clicks:
        clicks -= 1
        aim = nearest(wanted, here)
        expected, url = _click(here, aim, months, steps)
        page = _shown(listing, url, start, expected) if url else None
        if page is None:
            return
        here = expected
        months, steps = clicks_on(page)
        if here in wanted:
            wanted.discard(here)
            yield page


def nearest(wanted: Iterable[Month], here: Month) -> Month:
    """The wanted month that is nearest, the later one of two."""
    return min(wanted, key=lambda month: (abs(_number(month) - _number(here)), -_number(month)))


def _shown(listing: Listing, url: str, start: Page, expected: Month) -> Page | None:
    """What a click shows; the same address shows another month each time, and is no page to be kept under its own name."""
    key = f"{plain(start.url)}#{expected[0]}-{expected[1]:02}"
    listing.bodies.pop(url, None)
    page = listing.page(url, LIST, key)
    if page is not None and month_on(page) != expected:
        sentence = f"{key} shows another month than the one that was asked for."
        listing.give_up(url, LIST.name, Failure(Status.LAYOUT_UNKNOWN, sentence), key)
        return None
    return page


def _click(at: Month, aim: Month, months: Mapping[Month, str], steps: Mapping[str, str]) -> tuple[Month, str | None]:
    """The click that leads nearest to a month: on its name, on the farthest name on the way there, or one month on."""
    if aim in months:
        return aim, months[aim]
    ahead = _number(aim) > _number(at)
    between = [month for month in months if (at < month < aim if ahead else aim < month < at)]
    if between:
        best = max(between) if ahead else min(between)
        return best, months[best]
    number = _number(at) + (1 if ahead else -1)
    return (number // 12, number % 12 + 1), steps.get("next" if ahead else "prev")


def _number(month: Month) -> int:
    return month[0] * 12 + month[1] - 1

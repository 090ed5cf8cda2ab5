"""Links that lead to a kind of page that we know, and name nothing there that we understand: a field has got another name."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

from pipeline.pages.page import Element, Page, select
from pipeline.statuses import Issue, Status


def not_understood(
    page: Page, rows: str, names: re.Pattern[str], address: Callable[[Page, Element], str | None], what: str
) -> Iterator[Issue]:
    """An issue for each link or form in some rows of a page whose path has one of the names and whose address says nothing to us."""
    told: set[str] = set()
    for row in page.all(rows):
        for link in select(row, "a[href], form[action]"):
            path = urlsplit(page.address(link) or "").path
            if names.search(path) and path not in told and address(page, link) is None:
                told.add(path)
                yield Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has a link to {path} that names no {what} as we know it.")

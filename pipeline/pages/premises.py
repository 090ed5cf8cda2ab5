"""What must be there for a page to be what we think: without it nothing is read from the page, and the run says so.

Scrapers of council systems die of silent changes of markup, of login pages and of maintenance pages with status 200.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from pipeline.pages.page import Page, page_of, words
from pipeline.sources import Paper
from pipeline.statuses import Failure, Status

# A page says so in its title or first heading; in the middle of an agenda such words are an agenda's.
OUT_OF_ORDER = re.compile(
    r"Wartung|nicht (?:verfügbar|erreichbar)|Fehler|Störung|error|maintenance|unavailable|not found|forbidden", re.IGNORECASE
)
LOGIN_FIELD = 'input[type="password"]'
FEW_WORDS = 60  # a page of the system itself, even an empty calendar, has a frame of links with more


@dataclass(frozen=True, slots=True)
class Premise:
    """Something that a page must hold: a CSS selector, how often at least, and what it is in a person's words."""

    what: str
    selector: str
    least: int = 1


@dataclass(frozen=True, slots=True)
class PageType:
    """A kind of page ("agenda of a meeting") with what must be there."""

    name: str
    premises: tuple[Premise, ...]


def hold(page: Page, kind: PageType) -> None:
    """Hold a page against its type.

    Raises Failure (login_wall, soft_error_page, layout_unknown) naming the first premise that does not hold.
    """
    missing = next((premise for premise in kind.premises if len(page.all(premise.selector)) < premise.least), None)
    if missing is None:
        return
    if page.first(LOGIN_FIELD) is not None:
        raise Failure(Status.LOGIN_WALL, f"{page.url} answers with a login page instead of the {kind.name}.")
    head = " ".join(words(element) for element in page.all("title, h1, h2")) or page.source[:200]
    if OUT_OF_ORDER.search(head) or (len(words(page.root).split()) < FEW_WORDS and OUT_OF_ORDER.search(words(page.root))):
        raise Failure(Status.SOFT_ERROR_PAGE, f"{page.url} answers with an error page instead of the {kind.name}.")
    raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is no {kind.name} as we know it: {missing.what} is missing.")


def named(paper: Paper) -> Paper:
    """A paper that a page names by title and number.

    Raises Failure (layout_unknown) where one of them was not found: labels or columns are not where they were.
    """
    missing = "title" if not paper.name else "number" if not paper.reference else None
    if missing:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{paper.key} is no page of a paper as we know it: the paper's {missing} is missing.")
    return paper


def hold_file(body: bytes, url: str) -> None:
    """Hold bytes against being a file: a system that has no such file often answers with a page, and says 200.

    Raises Failure (login_wall, soft_error_page).
    """
    head = body[:4096].lstrip(b"\xef\xbb\xbf \t\r\n").lower()
    if not head.startswith((b"<!doctype html", b"<html")) and b"<html" not in head:
        return
    if page_of(body, url).first(LOGIN_FIELD) is not None:
        raise Failure(Status.LOGIN_WALL, f"{url} answers with a login page instead of a file.")
    raise Failure(Status.SOFT_ERROR_PAGE, f"{url} answers with a web page instead of a file.")

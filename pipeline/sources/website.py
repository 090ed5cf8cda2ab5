r"""A city's own pages: press releases and topic pages, found on the lists that the council's file names.

    website:
      lists: [https://www.fehrnau.example/presse]        pages that list articles, the newest first; further ones by their "next" link
      articles: /presse/20\d\d/                          how an article's address looks

What an article yields are references, announced decisions and figures: it is read as a press release (kind `press`), from which no
extractor takes resolutions of a body. Seen: dresden.de (lists with a day beside each title), loerrach.de (teasers).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from urllib.parse import urlsplit, urlunsplit

from pipeline.councils import Council
from pipeline.pages.listing import Listing
from pipeline.pages.moments import day_in
from pipeline.pages.page import Element, Page, page_of, words
from pipeline.pages.premises import PageType, Premise, hold
from pipeline.pages.window import Window, window_of
from pipeline.sources import DocumentLink, Found, Get
from pipeline.statuses import Failure, Issue, Status

LIST = PageType("list of articles", (Premise("a link", "a[href]"),))
ARTICLE = PageType("article of a city's website", (Premise("a heading", "h1, h2"), Premise("a paragraph", "p")))
NEXT = re.compile(r"^(?:weiter|nächste(?: Seite)?|ältere|»|›|>)", re.IGNORECASE)
MOST_PAGES = 200
"""Of a list; one that goes on longer is a calendar without end."""
NEAR = {"li", "tr", "article", "section", "div", "dd", "p"}


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List the articles of the wanted days.

    Raises Failure where the council names no lists, or none of them can be read.
    """
    if council.website is None:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{council.name} names no lists of articles (website: lists, articles).")
    listing, window = Listing(council, get), window_of(council, since)
    articles = re.compile(council.website.articles)
    for first in council.website.lists:
        _list(listing, first, articles, window)
    if not any(page.status is Status.OK for page in listing.seen):
        raise Failure(listing.seen[0].status, listing.seen[0].sentence or "")
    return listing.found()


def _list(listing: Listing, first: str, articles: re.Pattern[str], window: Window) -> None:
    """A list and its further pages, until its articles are older than what is wanted."""
    url: str | None = first
    asked: set[str] = set()
    seen: set[str] = set()
    while url and url not in asked and len(asked) < MOST_PAGES:
        asked.add(url)
        page = listing.page(url, LIST)
        if page is None:
            return
        found = [article for article in _articles(page, articles) if article[0] not in seen]
        seen.update(link for link, _, _ in found)
        if not found and url == first:
            sentence = f"{url} lists no article whose address looks like {articles.pattern!r}."
            listing.give_up(url, LIST.name, Failure(Status.LAYOUT_UNKNOWN, sentence))
        wanted = [article for article in found if article[2] is None or window.first <= article[2] <= window.last]
        listing.link(_document(first, *article) for article in wanted)
        days = [day for _, _, day in found if day]
        url = None if not found or (days and max(days) < window.first) else _next(page)
    if len(asked) == MOST_PAGES:
        listing.issues.append(
            Issue(Status.LAYOUT_UNKNOWN, first, f"The list {first} goes on without end; it was left after {MOST_PAGES} pages.")
        )


def _articles(page: Page, articles: re.Pattern[str]) -> Iterator[tuple[str, str, date | None]]:
    """The articles of a list: address, title, and the day that stands with it."""
    named: dict[str, tuple[str, date | None]] = {}
    for link in page.all("a[href]"):
        url = page.address(link)
        if url and articles.search(url):
            clean = urlunsplit(urlsplit(url)._replace(fragment=""))
            title, day = named.get(clean, ("", None))
            named[clean] = max(title, words(link), key=len), day or _day_near(link)
    yield from ((url, title, day) for url, (title, day) in named.items())


def _day_near(link: Element) -> date | None:
    """The day that stands in the link, or in what is around it and around no other link's words."""
    if day := day_in(words(link)):
        return day
    for around in link.iterancestors():
        if around.tag in NEAR:
            if len(around.xpath(".//a[@href]")) > 3:
                return None
            if day := day_in(words(around)):
                return day
    return None


def _document(owner: str, url: str, title: str, day: date | None) -> DocumentLink:
    version = f"{day or ''} {title}".strip()
    return DocumentLink(
        url=url, owner=owner, role="press_release", name=title or None, kind="press", media_type="text/html", version=version or "1"
    )


def _next(page: Page) -> str | None:
    marked = page.first('a[rel~="next"], link[rel~="next"]')
    return page.address(marked if marked is not None else next((link for link in page.all("a[href]") if NEXT.match(words(link))), None))


def judge(role: str, url: str, body: bytes) -> None:
    """Whether an address still gives an article: a title and something said.

    Raises Failure.
    """
    if role == "press_release":
        hold(page_of(body, url), ARTICLE)

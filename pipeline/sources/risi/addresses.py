"""Addresses of a RISI reduced to what they name: Wicket's counters, session ids and what is to be shown of a page are left out."""

from __future__ import annotations

import re
from typing import Literal
from urllib.parse import urlsplit

from pipeline.pages.page import Element, Page
from pipeline.statuses import Issue, Status

Thing = Literal["meeting", "agenda", "closed agenda", "item", "paper", "organization", "file"]
SESSION_ID = re.compile(r";[^/?#;\"'<>\s]*")
"""Wicket writes the session into the addresses of its first page; München's robots.txt keeps programs away from such (2026-10)."""
FORMS: dict[Thing, re.Pattern[str]] = {
    "meeting": re.compile(r".*/sitzung/detail/\d+$"),
    "agenda": re.compile(r".*/sitzung/detail/\d+/tagesordnung/oeffentlich$"),
    "closed agenda": re.compile(r".*/sitzung/detail/\d+/tagesordnung/nichtoeffentlich$"),
    # "entscheidung" in München, "abstimmungsergebnis" in Wiesbaden
    "item": re.compile(r".*/sitzung/top/\d+/(?:entscheidung|abstimmungsergebnis)$"),
    "paper": re.compile(r".*/(?:sitzungsvorlage|antrag)/detail/\d+$"),
    "organization": re.compile(r".*/gremium/detail/\d+$"),
    "file": re.compile(r".*/dokument/v/\d+$"),
}


# What such pages link beside: people, offices, bundles for download, news feeds, the members' area.
ASIDE = re.compile(
    r"/(?:person|organisationseinheit|gremium|extranet|suche|service|abo|aktuelles)(?:/|$)|/(?:rss|todownload|topdownload)$"
    r"|/antraege/\d+$|/veroeffentlichung$"
)


def plain(url: str) -> str:
    """An address without session id, query and fragment.

    >>> plain("https://ris.fehrnau.example/sitzung/detail/12;jsessionid=AB12?0-1.-aboLink")
    'https://ris.fehrnau.example/sitzung/detail/12'
    """
    return SESSION_ID.sub("", url.partition("#")[0].partition("?")[0])


def leads_to(page: Page, link: Element, thing: Thing) -> str | None:
    """Where a link leads if that is such a thing; None for Wicket's own links (`./6431692?-1.-aboCreateLink`)."""
    url = page.address(link)
    if url is None or _is_wickets(url):
        return None
    form = FORMS[thing].fullmatch(plain(url))
    if form is None and thing == "organization":  # Wiesbaden names the tab in the path: gremium/detail/1/mitgliederaktuell
        form = re.match(r".*/gremium/detail/\d+(?=/)", plain(url))
    return form[0] if form else None


def _is_wickets(url: str) -> bool:
    return re.match(r"-?\d+-?\d*\.", urlsplit(url).query) is not None


def unknown_links(page: Page) -> list[Issue]:
    """Links of a page's own part to something of the same system that we do not know: an address may have been renamed."""
    found: dict[str, None] = {}
    for link in page.all("main a[href]"):
        url = page.address(link)
        if url is None or _is_wickets(url) or urlsplit(url).netloc != urlsplit(page.url).netloc or plain(url) == plain(page.url):
            continue
        if not ASIDE.search(plain(url)) and not any(form.fullmatch(plain(url)) for form in FORMS.values()):
            found[plain(url)] = None
    return [Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} leads to something that we do not know: {url}.") for url in list(found)[:3]]


def meeting_of(url: str) -> str:
    """The meeting whose agenda is at an address."""
    return plain(url).removesuffix("/tagesordnung/oeffentlich")

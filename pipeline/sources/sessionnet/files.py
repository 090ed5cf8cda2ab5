"""Files and papers as SessionNet's pages link them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from urllib.parse import parse_qs, urlsplit, urlunsplit

from pipeline.pages.page import Element, Page, words
from pipeline.sources import DocumentLink

ROLES = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Tagesordnung", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll|Ergebnisprotokoll", re.IGNORECASE)),
    ("resolution_file", re.compile(r"Auszug|Beschluss(?!vorlage)", re.IGNORECASE)),
    ("main_file", re.compile(r"Vorlage|Antrag|Anfrage|Mitteilung", re.IGNORECASE)),
)


PAPER_PAGE = re.compile(r"/vo0050\.(?:asp|php)$")
FILE_PAGE = re.compile(r"/getfile\.(?:asp|php)$")


def files_in(
    page: Page, links: Iterable[Element], owner: str, meeting: str | None = None, *, public: bool | None = None
) -> Iterator[DocumentLink]:
    """The files that links lead to, each once though a page links it by a picture and by its name."""
    named: dict[str, str] = {}
    for link in links:
        clean = file_address(page, link)
        if clean:
            said = words(link) or (link.get("title") or "").strip()
            named[clean] = max(named.get(clean, ""), said, key=len)
    for url, name in named.items():
        role = next((role for role, form in ROLES if form.search(name)), "auxiliary_file")
        yield DocumentLink(url=url, owner=owner, role=role, name=name or None, meeting=meeting, version=name or "1", public=public)


def file_address(page: Page, link: Element) -> str | None:
    """Where a link leads if that is a file, with the one field that names the file."""
    parts = urlsplit(page.address(link) or "")
    number = parse_qs(parts.query).get("id")
    return urlunsplit(parts._replace(query=f"id={number[0]}&type=do")) if number else None


def paper_address(page: Page, link: Element) -> str | None:
    """Where a link leads if that is a paper, with the one field that names the paper."""
    parts = urlsplit(page.address(link) or "")
    number = parse_qs(parts.query).get("__kvonr")
    return urlunsplit(parts._replace(query=f"__kvonr={number[0]}")) if number else None

"""Files of ALLRIS 4: their numbers change from day to day, so a file is known by its page and its label."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.pages.page import Page, words
from pipeline.sources import DocumentLink

ROLES = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Tagesordnung", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll", re.IGNORECASE)),
    ("resolution_file", re.compile(r"Auszug|Beschluss(?!vorlage)", re.IGNORECASE)),
    ("main_file", re.compile(r"^(?!Sammel).*(?:Vorlage|Drucksache|Antrag|Anfrage|Mitteilung)", re.IGNORECASE)),
)
QUOTED = re.compile(r"'([^']{1,120})'")
BUNDLE = re.compile(r"Sammeldokument", re.IGNORECASE)  # the paper and its annexes once more, in one file


def files_on(page: Page, owner: str, meeting: str | None = None) -> Iterator[DocumentLink]:
    """The files that a page offers, by label; two of the same label are told apart by their order. Bundles are left out."""
    seen: dict[str, int] = {}
    for link in page.all('a.doclink, a[href*="wicket/resource"][href*="doc"], a[href$=".pdf"]'):
        url = page.address(link)
        quoted = QUOTED.search(link.get("data-simpletooltip-text") or link.get("title") or "")
        name = words(link) or (quoted[1] if quoted else "")
        if url is None or BUNDLE.search(name):
            continue
        seen[name] = seen.get(name, 0) + 1
        role = next((role for role, form in ROLES if form.search(name)), "auxiliary_file")
        key = f"{page.url}#{name}" + (f" {seen[name]}" if seen[name] > 1 else "")
        yield DocumentLink(
            url=url,
            key=key,
            owner=owner,
            role=role,
            name=name or None,
            media_type="application/pdf",
            meeting=meeting,
            version=page.fingerprint,
        )

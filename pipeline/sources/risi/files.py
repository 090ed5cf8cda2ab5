"""Files as the pages of a RISI link them: by name, with their size in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from pipeline.pages.page import Element, Page, words
from pipeline.sources import DocumentLink
from pipeline.sources.risi.addresses import leads_to

DOWNLOAD = 'a[href*="/dokument/"]'
# Seen in München: "Einladung Ausschuss oeff", "1. Nachtrag (oeff)", "12-21_prot_ba14_oeff_end", "Beschluss", "V 04180 Beschlussentwurf".
ROLES = (
    ("invitation", re.compile(r"Einladung|Bekanntmachung|Tagesordnung|Nachtrag|Neufassung", re.IGNORECASE)),
    ("results_protocol", re.compile(r"Niederschrift|Protokoll|(?<![a-z])prot(?![a-z])", re.IGNORECASE)),
    ("auxiliary_file", re.compile(r"Anlage|Stellungnahme|Vorblatt|Deckblatt|Änderungsantrag|Aenderungsantrag", re.IGNORECASE)),
    ("resolution_file", re.compile(r"Auszug|Beschluss(?!entwurf|vorlage|vorschlag)", re.IGNORECASE)),
    ("main_file", re.compile(r"Vorlage|Beschlussentwurf|Antrag|Anfrage|Empfehlung|Mitteilung", re.IGNORECASE)),
)
LARGE = re.compile(r"\((\d+ [KMG]?B)\)")


def files_in(page: Page, links: Iterable[Element], owner: str, meeting: str | None = None) -> Iterator[DocumentLink]:
    """The files that links lead to; names and size as printed tell one state of a file from the next."""
    for link in links:
        url = leads_to(page, link, "file")
        if url is None:
            continue
        said = words(link)
        name = re.sub(r"\.pdf$", "", said, flags=re.IGNORECASE)
        beside = link.getparent()
        size = LARGE.search(words(beside)) if beside is not None else None
        role = next((role for role, form in ROLES if form.search(name)), "auxiliary_file")
        yield DocumentLink(
            url=url,
            owner=owner,
            role=role,
            name=name or None,
            file_name=said or None,
            media_type="application/pdf" if name != said else None,
            meeting=meeting,
            version=f"{said} {size[1]}" if size else said or "1",
        )

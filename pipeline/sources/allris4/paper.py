"""A paper's page (vo020): reference, title, type, its way through the bodies, its files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.pages.labels import labelled, strange_heads
from pipeline.pages.moments import day_in
from pipeline.pages.page import Page, select, words
from pipeline.pages.premises import PageType, Premise, named
from pipeline.pages.told import PaperTold
from pipeline.sources import Consultation, Organization, Paper
from pipeline.sources.allris4.calendar import FRAME, address_of
from pipeline.sources.allris4.files import files_on
from pipeline.sources.allris4.meeting import pairs_of

PAPER = PageType("page of a paper", (FRAME, Premise("the paper's title", "#vobetreff"), Premise("the heading with its number", "h1.title")))
HEAD = {
    "Betreff": "name",
    "Vorlageart": "type",
    "Vorlagenart": "type",
    "Vorlage-Art": "type",
    "Federführend": "under",
    "Datum": "day",
    "Angelegt": "day",
    "Vorlage": "reference",
    "Vorlagennummer": "reference",
    "Drucksache": "reference",
    "Name": "reference",
    **dict.fromkeys(
        ("Status", "Bearbeiter", "Bearbeiter/-in", "Beteiligt", "Berichterstatter", "Berichterstattung", "Verfasser", "Sichtbarkeit"), None
    ),
}
COLUMNS = {"Gremium", "Datum", "Termin", "Beschlussart", "Beschluss", "Zuständigkeit", "TOP", "Status", "Sitzung", "Aktion", "Rolle", "+/-"}
REFERENCE = re.compile(
    r"(?:Vorlage|Drucksache|Antrag|Anfrage|Mitteilung)?\s{0,9}(?:-\s{0,9})?([^\s\d]{0,60}\d\S{0,60}(?:\s-\s?\d{1,9})?)\s{0,9}$"
)


def paper_of(page: Page) -> PaperTold:
    """Read a paper's page."""
    head = labelled(pairs_of(page), HEAD, page.url)
    heading = REFERENCE.search(page.words("h1.title") or "")
    under = head.words("under")
    noun = named(
        Paper(
            key=page.url,
            name=page.words("#vobetreff"),
            reference=head.words("reference") or (heading[1] if heading else None),
            paper_type=page.words("#voart") or head.words("type"),
            date=day_in(head.words("day")),
            under_direction_of=(f"organization:{under}",) if under else (),
            web=page.url,
        )
    )
    offices = (Organization(key=f"organization:{under}", name=under, organization_type="Amt"),) if under else ()
    issues = (*head.issues, *strange_heads(page, "th", COLUMNS))
    files = tuple(files_on(page, page.url))
    return PaperTold(paper=noun, organizations=offices, consultations=tuple(_ways(page)), documents=files, issues=issues)


def _ways(page: Page) -> Iterator[Consultation]:
    """The way through the bodies: the rows that name a meeting."""
    seen: set[str] = set()
    for row in page.all("tr"):
        meeting = next((url for link in select(row, 'a[href*="SILFDNR="]') if (url := address_of(page, link, "to010", "SILFDNR"))), None)
        if meeting and meeting not in seen:
            seen.add(meeting)
            body = next((words(cell) for cell in select(row, "td.bfgremium, td.gremium") if words(cell)), None)
            yield Consultation(
                key=f"{page.url}@{meeting}", paper=page.url, meeting=meeting, organizations=(f"organization:{body}",) if body else ()
            )

"""A paper's page (vo020): reference, title, type, originator, its way through the bodies, its files."""

from __future__ import annotations

import re
from collections.abc import Iterator

from pipeline.pages.labels import labelled
from pipeline.pages.moments import day_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise, named
from pipeline.pages.told import PaperTold
from pipeline.sources import Consultation, Organization, Paper
from pipeline.sources.allris3.calendar import FRAME, agenda_address
from pipeline.sources.allris3.files import files_on

PAPER = PageType(
    "page of a paper", (FRAME, Premise("the labelled head", "td.kb1, #vobetreff, dt.colTitle"), Premise("the paper's heading", "h1"))
)
HEAD = {
    "Betreff": "name",
    "Vorlage-Art": "type",
    "Drucksache-Art": "type",
    "Vorlageart": "type",
    "Federführend": "under",
    "Verfasser": "author",
    "Datum": "day",
    "Freigabe": "day",
    "Aktenzeichen": None,
    "Status": None,
    "Bearbeiter/-in": None,
    "Berichterstatter/in": None,
    "Beratungsfolge": None,
    **dict.fromkeys(("Bezüglich", "Beteiligt", "Referat", "Amt", "Fachbereich", "Anlagen", "Ziele", "Bearbeiter", "Einreicher"), None),
}
REFERENCE = re.compile(r"(?:Vorlage|Drucksache|Antrag|Anfrage|Mitteilung)\s*-\s*(\S.*?)\s*$")


def paper_of(page: Page) -> PaperTold:
    """Read a paper's page."""
    head = labelled(_pairs(page), HEAD, page.url)
    heading = REFERENCE.search(page.words("h1") or "")
    under = head.words("under")
    noun = named(
        Paper(
            key=page.url,
            name=head.words("name"),
            reference=heading[1] if heading else None,
            paper_type=head.words("type"),
            date=day_in(head.words("day")),
            under_direction_of=(f"organization:{under}",) if under else (),
            web=page.url,
        )
    )
    offices = (Organization(key=f"organization:{under}", name=under, organization_type="Amt"),) if under else ()
    files = tuple(files_on(page, page.url))
    return PaperTold(paper=noun, organizations=offices, consultations=tuple(_ways(page)), documents=files, issues=head.issues)


def _pairs(page: Page) -> Iterator[tuple[str, Element]]:
    for label in page.all("td.kb1"):
        value = label.getnext()
        if value is not None and value.tag == "td" and words(label):
            yield words(label), value


def _ways(page: Page) -> Iterator[Consultation]:
    """The way through the bodies: pairs of rows, the body's name and then its meeting with what it decided."""
    body: str | None = None
    seen: set[str] = set()
    for row in page.all("tr[class^=zl1]"):
        if (row.get("title") or "").startswith("Folgenummer"):
            body = next((words(cell) for cell in select(row, "td.text1") if words(cell)), None)
        meeting = next((url for link in select(row, 'a[href*="SILFDNR="]') if (url := agenda_address(page, link))), None)
        if meeting and meeting not in seen:
            seen.add(meeting)
            bodies = (f"organization:{body}",) if body else ()
            yield Consultation(key=f"{page.url}@{meeting}", paper=page.url, meeting=meeting, organizations=bodies)

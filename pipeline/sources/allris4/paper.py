"""A paper's page (vo020): reference, title, type, its way through the bodies, its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.pages.labels import labelled, strange_heads
from pipeline.pages.moments import day_in
from pipeline.pages.page import Page, select, words
from pipeline.pages.premises import PageType, Premise, named
from pipeline.sources import Consultation, DocumentLink, Organization, Paper
from pipeline.sources.allris4.calendar import FRAME, address_of
from pipeline.sources.allris4.files import files_on
from pipeline.sources.allris4.meeting import pairs_of
from pipeline.statuses import Issue

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
REFERENCE = re.compile(r"(?:Vorlage|Drucksache|Antrag|Anfrage|Mitteilung)?\s*(?:-\s*)?(\S*\d\S*(?:\s-\s?\d+)?)\s*$")


@dataclass(frozen=True, slots=True)
class PaperPage:
    """What a paper's page holds."""

    noun: Paper
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()


def paper_of(page: Page) -> PaperPage:
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
    return PaperPage(noun, offices, tuple(_ways(page)), tuple(files_on(page, page.url)), issues)


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

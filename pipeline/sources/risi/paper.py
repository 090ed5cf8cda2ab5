"""A paper's page (Sitzungsvorlage, Antrag, Empfehlung): number, title, type, its way through the bodies, its files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from pipeline.pages.labels import labelled
from pipeline.pages.moments import day_in
from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Consultation, DocumentLink, Organization, Paper
from pipeline.sources.risi.addresses import leads_to, meeting_of
from pipeline.sources.risi.files import DOWNLOAD, files_in
from pipeline.sources.risi.meeting import FRAME, doubts_of, pairs_of
from pipeline.statuses import Failure, Issue, Status

PAPER = PageType(
    "page of a paper",
    (
        FRAME,
        Premise("the headed cards of its values", ".card > .card-header h2", 2),
        Premise("labelled values", ".keyvalue-row > .keyvalue-key"),
    ),
)
HEAD = {
    "Typ": "type",
    "Freigabe": "day",
    "Vom": "day",
    "Gestellt am": "day",
    "Gestellt von": "from",
    "Zuständiges Referat": "under",
    **dict.fromkeys(
        (
            *("Art", "Wahlperiode", "Referent*in", "BA-Unterrichtung", "Stadtbezirk/e", "Stadtbezirk", "Registriert am"),
            *("Erledigt am", "Bearbeitungs-Art", "Bearbeitungs-Frist", "Abgeschlossen am", "Bezirksausschuss", "Status"),
            *("Initiator*in", "Initiative", "Hinweis", "Verlängert bis", "Federführend", "Bürgerversammlung", "Zuständig"),
            *("Fristverlängerung", "Antwort-Art", "Dezernat", "Bemerkung"),
        )
    ),
}
REMARK = re.compile(r"\s\(")  # "(Endgültiger Beschluss)", "(Vorläufiger Beschluss) Entwurf"
HEADING = re.compile(r"(?P<type>\D{0,200}?)\s{0,9}(?P<reference>\S{0,60}\d.*)$")
"""Sitzungsvorlage 20-26 / V 04180, StR-Antrag 20-26 / A 02018 (München); Sitzungsvorlage 26-V-61-0014 (Wiesbaden)."""


@dataclass(slots=True)
class PaperPage:
    """What a paper's page holds."""

    noun: Paper
    organizations: list[Organization] = field(default_factory=list)
    consultations: list[Consultation] = field(default_factory=list)
    documents: list[DocumentLink] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def paper_on(page: Page, key: str) -> PaperPage:
    """Read a paper's page.

    Raises Failure where its heading holds no number.
    """
    head = labelled(pairs_of(page), HEAD, page.url)
    heading = page.first("main[class*=container] h1")
    said = HEADING.match(REMARK.split(words(heading))[0].strip()) if heading is not None else None
    name = subject_of(page)
    if said is None or not name:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is no page of a paper as we know it: its number or its subject is missing.")
    under, came_from = head.words("under"), tuple(part for part in (head.words("from") or "").split(", ") if part)
    noun = Paper(
        key=key,
        name=name,
        reference=said["reference"],
        paper_type=head.words("type") or said["type"] or None,
        date=day_in(head.words("day")),
        originators=tuple(f"organization:{name}" for name in came_from),
        under_direction_of=(f"organization:{under}",) if under else (),
        web=key,
    )
    read = PaperPage(noun, issues=[*head.issues, *doubts_of(page)])
    read.organizations += [Organization(key=f"organization:{under}", name=under, organization_type="Amt")] if under else []
    read.organizations += [Organization(key=f"organization:{name}", name=name) for name in came_from]
    inside: set[Element] = set()
    for row, meeting, body in _ways(page):
        links = select(row, DOWNLOAD)
        inside |= set(links)
        read.documents += files_in(page, links, key, meeting=meeting)
        way = Consultation(key=f"{key}@{meeting}", paper=key, meeting=meeting, organizations=(body,) if body else ())
        read.consultations.append(way)
    read.documents += files_in(page, [link for link in page.all(DOWNLOAD) if link not in inside], key)
    return read


def subject_of(page: Page) -> str | None:
    """The words of the card that is headed "Betreff"."""
    for card in page.all("section.card"):
        if any(words(heading) == "Betreff" for heading in select(card, ".card-header h2")):
            body = next(iter(select(card, ".card-body")), None)
            return (own_words(body, "button") or None) if body is not None else None
    return None


def _ways(page: Page) -> Iterator[tuple[Element, str, str | None]]:
    """The rows of "Ergebnisse": each a meeting, its body, and the files of what was decided there."""
    for row in page.all(".list-group-item"):
        links = select(row, "a[href]")
        meetings = [leads_to(page, link, "meeting") or leads_to(page, link, "agenda") for link in links]
        meeting = next((meeting_of(url) for url in meetings if url), None)
        if meeting:
            yield row, meeting, next((url for link in links if (url := leads_to(page, link, "organization"))), None)

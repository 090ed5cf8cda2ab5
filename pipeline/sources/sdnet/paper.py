"""What became of a paper, or of an item without one (/vorgang/): head, files, the way through the bodies with resolutions and votes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from pipeline.pages.labels import labelled
from pipeline.pages.moments import day_in
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.sources import Consultation, DocumentLink, Organization, Paper
from pipeline.sources.sdnet.calendar import AGENDA_LINK, FRAME, listed_at
from pipeline.sources.sdnet.files import FILE_LINK, files_in
from pipeline.statuses import Failure, Issue, Status

PROCESS = PageType(
    "page of a paper",
    (
        FRAME,
        Premise("the heading with the paper's number", "h1.heading"),
        Premise("the head", "table.table-details th"),
        Premise("the way through the bodies", "table.table-vorgang"),
        Premise("the column of votes", "table.table-vorgang th.column-ergebnis-header"),
        Premise("the column of resolutions", "table.table-vorgang th.column-beschluss-header"),
    ),
)
COLUMNS = {"beginn": "Termin", "gremium": "Gremium", "beschluss": "Beschluss", "ergebnis": "Abstimmung"}
HEAD = {
    "Betreff": "name",
    "Federführung": "under",
    "Federführend": "under",
    "Antragsteller": "author",
    "Antragstellerin": "author",
    "Einreicher": "author",
    "Datum": "day",
    **dict.fromkeys(
        ("Dokument", "Dokumente", "Anlagen", "Status", "Aktenzeichen", "Bezug", "Verfasser", "Bearbeiter", "Sachbearbeiter"), None
    ),
}
HEADING = re.compile(r"Vorgang\s+(?P<reference>\S.*)")


@dataclass(frozen=True, slots=True)
class Told:
    """What a paper's page tells of one meeting: result and counts as printed, in one line."""

    meeting: str
    votes: str | None


@dataclass(frozen=True, slots=True)
class Process:
    """What such a page holds; without a paper only what it tells of meetings."""

    noun: Paper | None
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    told: tuple[Told, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()


def process_of(page: Page, owner: str, reference: str | None, zone: str) -> Process:
    """Read the page of a paper that an agenda gave this reference; `owner` is the paper, or the meeting of an item without one.

    Raises Failure where the page is of another paper, or its columns mean something else.
    """
    _hold(page, reference)
    rows = list(_rows(page, zone))
    told = tuple(Told(meeting, _said(row, "ergebnis")) for meeting, row in rows)
    files = [file for meeting, row in rows for file in files_in(page, select(row, FILE_LINK), owner, meeting, role="resolution_file")]
    if reference is None:
        return Process(None, told=told, documents=tuple(files))
    noun, offices, issues = _paper(page, owner, reference)
    above = [link for table in page.all("table.table-details") for link in select(table, FILE_LINK)]
    ways = tuple(
        Consultation(key=f"{owner}@{meeting}", paper=owner, meeting=meeting, organizations=(f"organization:{body}",) if body else ())
        for meeting, row in rows
        for body in [_said(row, "gremium")]
    )
    return Process(noun, offices, ways, told, (*files_in(page, above, owner), *files), issues)


def _hold(page: Page, reference: str | None) -> None:
    """Hold a page against the paper that led to it, and its columns against what they mean."""
    heading = HEADING.search(page.words("h1.heading") or "")
    if reference and (heading is None or heading["reference"] != reference):
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is not of {reference}, as the agenda says: {page.words('h1.heading')!r}.")
    for name, head in COLUMNS.items():
        if page.words(f"table.table-vorgang th.column-{name}-header") != head:
            raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} has a column {name!r} that is not headed {head!r}.")


def _rows(page: Page, zone: str) -> Iterator[tuple[str, Element]]:
    """The rows of the way through the bodies, each with the meeting that it names."""
    for row in page.all("table.table-vorgang tr"):
        if row.find("td") is None or not words(row):
            continue
        if any(not select(row, f"td.column-{name}") for name in COLUMNS):
            raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} has a row without the columns that we know: {words(row)[:80]!r}.")
        link = next(iter(select(row, AGENDA_LINK)), None)
        listed = listed_at(page, link, zone) if link is not None else None
        if listed and listed.key:
            yield listed.key, row


def _said(row: Element, name: str) -> str | None:
    cell = next(iter(select(row, f"td.column-{name}")), None)
    return (words(cell) or None) if cell is not None else None


def _paper(page: Page, key: str, reference: str) -> tuple[Paper, tuple[Organization, ...], tuple[Issue, ...]]:
    """The paper with its offices; the label of the row that holds its number is its type ("Vorlage zur Kenntnis: T 02/325/26")."""
    pairs = list(_pairs(page))
    kind = next((label for label, value in pairs if words(value) == reference), None)
    head = labelled((pair for pair in pairs if pair[0] != kind), HEAD, page.url)
    under, author = head.words("under"), head.words("author")
    offices = (Organization(key=f"organization:{under}", name=under, organization_type="Amt"),) if under else ()
    authors = (Organization(key=f"organization:{author}", name=author),) if author else ()
    noun = Paper(
        key=key,
        name=head.words("name"),
        reference=reference,
        paper_type=kind.rstrip(" :") if kind else None,
        date=day_in(head.words("day")),
        originators=tuple(one.key for one in authors),
        under_direction_of=tuple(one.key for one in offices),
        web=page.url,
    )
    issues = [Issue(issue.code, key, issue.sentence.replace(page.url, key)) for issue in head.issues]
    if kind is None or noun.name is None:
        issues.append(Issue(Status.LAYOUT_UNKNOWN, key, f"{key} does not say its type or its subject."))
    return noun, (*offices, *authors), tuple(issues)


def _pairs(page: Page) -> Iterator[tuple[str, Element]]:
    for label in page.all("table.table-details th"):
        value = label.getnext()
        if value is not None and value.tag == "td":
            yield words(label), value

"""The agenda of a meeting (/tops/): head, items, their papers and files."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.pages.labels import Labelled, labelled
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise, hold
from pipeline.sources import AgendaItem, Consultation, DocumentLink, Meeting, Organization
from pipeline.sources.sdnet.calendar import FRAME, Listed, meeting_key
from pipeline.sources.sdnet.files import FILE_LINK, files_in
from pipeline.statuses import Failure, Issue, Status

AGENDA = PageType(
    "agenda of a meeting",
    (FRAME, Premise("the part for agendas", "#div-content.tops"), Premise("the head", "table.table-details th")),
)
# Dates stand in the calendar before there is an agenda; without one the page must say so.
ITEMS = PageType(
    AGENDA.name,
    (
        Premise("the table of agenda items", "table.table-top"),
        Premise("a row with an item's number", "table.table-top td.column-topnrtext"),
        Premise("a row with an item's title", "table.table-top td.column-bezeichnung"),
        Premise("the column of papers", "table.table-top td.column-nummer"),
    ),
)
HEAD = {
    "Sitzung": "name",
    "Termin": "moment",
    **dict.fromkeys(
        (
            *("Ort", "Einladung", "Niederschrift", "Öffentliche Niederschrift", "Protokoll", "Nachtrag", "Bekanntmachung", "Dokument"),
            *("Dokumente", "Anlagen", "Sitzungsunterlagen", "Status", "Hinweis", "Bemerkung", "Kalender"),
        ),
        None,
    ),
}
NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*(?P<number>(?:[A-D]|[IVX]{1,4})?[ .]{0,2}\d{1,3}(?:\.\d{1,3})*[a-z]?)\.?")
PART = re.compile(r"(?:^|\s)top-(?P<part>[a-zäöü]+)-(?P<kind>head|data)(?:\s|$)")
NOTHING_YET = re.compile(
    r"(?:[Kk]eine|[Nn]och (?:keine|nicht)|[Nn]icht veröffentlicht)[^.]{0,60}(?:Tagesordnung|veröffentlicht|vorhanden|erfasst)"
)
CANCELLED = re.compile(r"(?:entfällt|entfallen|abgesagt|fällt aus)(?!\w)", re.IGNORECASE)
CLOSED = re.compile(r"nicht\s?-?öffentlich", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Row:
    """An item of the agenda, and the page that tells what became of it."""

    item: AgendaItem
    process: str | None = None
    """The address of its page (Vorgang), which holds for this moment only."""
    reference: str | None = None


@dataclass(frozen=True, slots=True)
class Agenda:
    """What an agenda page holds."""

    meeting: Meeting
    organization: Organization
    rows: tuple[Row, ...]
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()

    def consultations(self) -> Iterator[Consultation]:
        """The papers' ways through this meeting."""
        for item in self.meeting.agenda_items:
            if item.paper:
                key = f"{item.paper}@{self.meeting.key}"
                bodies = self.meeting.organizations
                yield Consultation(key=key, paper=item.paper, meeting=self.meeting.key, agenda_item=item.key, organizations=bodies)


@dataclass(slots=True)
class _Reading:
    """A page under way."""

    page: Page
    meeting: str
    papers: str
    """The address that papers are known by, without their number."""
    public: bool | None = None
    rows: dict[str, Row] = field(default_factory=dict)
    issues: list[Issue] = field(default_factory=list)
    documents: list[DocumentLink] = field(default_factory=list)


def agenda_of(page: Page, listed: Listed, zone: str) -> Agenda:
    """Read a meeting's page, which says itself whose it is and of when.

    Raises Failure where it does not, or says something else than the link that led to it.
    """
    pairs = ((words(label), value) for label in page.all("table.table-details th") if (value := label.getnext()) is not None)
    head = labelled(pairs, HEAD, page.url)
    meeting, body = _whose(page, head, zone)
    if listed.key and listed.key != meeting.key:
        said = listed.key.partition("#")[2]
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is of {meeting.key.partition('#')[2]}, and the calendar says {said}.")
    if page.first(ITEMS.premises[0].selector) is not None or not NOTHING_YET.search(words(page.root)):
        hold(page, ITEMS)
    key = meeting.key
    reading = _Reading(page, key, key.partition("#")[0].replace("/tops/", "/vorgang/"))
    for row in page.all("table.table-top tr"):
        if row.find("td") is not None:
            _read_row(reading, row)
    organization = Organization(key=f"organization:{body}", name=body)
    items = tuple(row.item for row in reading.rows.values())
    meeting = replace(meeting, organizations=(organization.key,), agenda_items=items)
    above = [link for table in page.all("table.table-details") for link in select(table, FILE_LINK)]
    files = (*files_in(page, above, key, meeting=key), *reading.documents)
    return Agenda(meeting, organization, tuple(reading.rows.values()), files, (*_named(head.issues, page.url, key), *reading.issues))


def _whose(page: Page, head: Labelled, zone: str) -> tuple[Meeting, str]:
    """The meeting that a page is of, without its items, and its body: "Sitzung: Rat, 8. Sitzung", "Termin: Di, 29.09.2026 16:30 Uhr"."""
    moment = head.words("moment")
    day, times = day_in(moment), times_in(moment)
    start = moment_of(day, times[0] if times else None, zone)
    name, cell = head.words("name") or "", head.values.get("name")
    linked = next((words(link) for link in select(cell, "a") if words(link)), None) if cell is not None else None
    body = linked or name.rpartition(", ")[0] or name
    if not body or start is None:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} does not say whose meeting it is, or of when.")
    end = moment_of(day, times[1], zone) if len(times) > 1 else None
    cancelled = True if CANCELLED.search(name) else None
    key = meeting_key(page.url, body, start)
    return Meeting(key=key, name=name, start=start, end=end, cancelled=cancelled, web=page.url), body


def _named(issues: tuple[Issue, ...], url: str, key: str) -> Iterator[Issue]:
    """Issues under the name of the thing instead of an address that nobody can open later."""
    return (replace(issue, subject=key, sentence=issue.sentence.replace(url, key)) for issue in issues)


def _read_row(reading: _Reading, row: Element) -> None:
    part = PART.search(row.get("class") or "")
    number, title, paper = (next(iter(select(row, f"td.column-{name}")), None) for name in ("topnrtext", "bezeichnung", "nummer"))
    name = own_words(title) if title is not None else ""
    if part and part["kind"] == "head":
        reading.public = _is_public(part["part"], name)
        return
    said = NUMBER.fullmatch(words(number)) if number is not None else None
    if said is None and re.search(r"öffentlich", name, re.IGNORECASE) and len(name) < 80:
        reading.public = CLOSED.search(name) is None  # a head by its words
        return
    if said is None or not name:
        sentence = f"{reading.meeting} has an agenda row without number or title: {words(row)[:80]!r}."
        reading.issues.append(Issue(Status.LAYOUT_UNKNOWN, reading.meeting, sentence))
        return
    public = {"Ö": True, "N": False, "NÖ": False}.get(said["part"] or "", _is_public(part["part"], "") if part else None)
    public = reading.public if public is None else public
    printed = " ".join(found for found in (said["part"], said["number"].strip()) if found)
    _add_item(reading, row, AgendaItem(key="", number=printed, title=name, public=public), words(paper) if paper is not None else "")


def _add_item(reading: _Reading, row: Element, item: AgendaItem, reference: str) -> None:
    key = f"{reading.meeting}#{'N ' if item.public is False else ''}{item.number}"
    key = f"{key} {row.get('data-vorgang-id') or len(reading.rows)}" if key in reading.rows else key
    paper = f"{reading.papers}#{reference}" if reference else None
    process = next((url for link in select(row, 'a[href*="/vorgang/?__="]') if (url := reading.page.address(link))), None)
    reading.rows[key] = Row(replace(item, key=key, paper=paper), process, reference or None)
    files = files_in(reading.page, select(row, FILE_LINK), paper or reading.meeting, meeting=reading.meeting)
    reading.documents += [replace(file, public=item.public) for file in files]


def _is_public(part: str, said: str) -> bool | None:
    """By the class of the row ("oeff"; any other is no public one), or by its words."""
    if part == "oeff":
        return True
    if CLOSED.search(said) or re.fullmatch(r"n\w*(?:oeff|ö|o)\w*", part):
        return False
    return True if "öffentlich" in said.lower() else None

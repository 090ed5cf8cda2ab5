"""A meeting's public agenda, and the one behind closed doors; the pages of its items, which say what was decided."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise, hold
from pipeline.sources import AgendaItem, Consultation, DocumentLink, Meeting
from pipeline.sources.risi.addresses import leads_to, unknown_links
from pipeline.sources.risi.files import DOWNLOAD, files_in
from pipeline.sources.risi.meeting import FRAME
from pipeline.statuses import Failure, Issue, Status

ROWS = ".d-table > .d-table-row"
AGENDA = PageType("public agenda of a meeting", (FRAME, Premise("the table of agenda items", ".d-table"), Premise("a row of it", ROWS)))
ITEM = PageType("page of an agenda item", (FRAME, Premise("headed cards", ".card > .card-header", 2)))
DECIDED = {"Entscheidungs-Informationen", "Abstimmungs-Ergebnis"}
"""What the card is headed that says what was decided: in München, in Wiesbaden."""
CLOSED = re.compile(r"nicht\s?-?öffentlich|vertraulich", re.IGNORECASE)
NUMBER = re.compile(r"[0-9A-Z][0-9A-Za-z.\-/]{0,14}")


@dataclass(slots=True)
class Agenda:
    """What an agenda holds."""

    meeting: Meeting
    version: str
    """What the agenda says, as a digest: the pages of its items are asked for again when it says something else."""
    items: list[AgendaItem] = field(default_factory=list)
    papers: list[str] = field(default_factory=list)
    consultations: list[Consultation] = field(default_factory=list)
    documents: list[DocumentLink] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)


def hold_item(page: Page) -> None:
    """Hold a page against being an item's page that says what was decided.

    Raises Failure.
    """
    hold(page, ITEM)
    if DECIDED.isdisjoint(words(head) for head in page.all(".card > .card-header")):
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is no {ITEM.name} as we know it: the card of the decision is missing.")


def agenda_on(page: Page, meeting: Meeting) -> Agenda:
    """Read a public agenda. Numbers start again below each heading that is numbered itself ("Teil A", "5.1.")."""
    agenda = Agenda(meeting, page.fingerprint, issues=unknown_links(page))
    above: tuple[str, str] | None = None
    closed = any(CLOSED.search(words(head)) for head in page.all("h2"))
    public = not closed
    for row in page.all(ROWS):
        cells = [cell for cell in row if cell.tag == "div" and "d-table-cell" in (cell.get("class") or "").split()]
        title = _title(cells[2]) if len(cells) > 2 else ""
        number = words(cells[1]) if len(cells) > 1 else ""
        if _is_heading(row):
            above, public = (number, title), not closed and not CLOSED.search(title)
        elif not title or not NUMBER.fullmatch(number):
            sentence = f"{page.url} has an agenda row without number or title: {words(row)[:80]!r}."
            agenda.issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, sentence))
        else:
            name = _numbered(above[0] if above else "", number)
            key = name if not above or above[0] else f"{above[1][:40]} {name}"
            key = f"{meeting.key}#{key}" if public else f"{meeting.key}#N {key}"
            item = AgendaItem(key=key, number=name, title=title, public=public, result=_taken_off(row))
            _read_row(agenda, page, row, item)
    return agenda


def _is_heading(row: Element) -> bool:
    """Whether a row is a heading: by its class (München), by its picture (Wiesbaden)."""
    by_class = {"topueberschrift", "topabschnitt"}.intersection((row.get("class") or "").split())
    return bool(by_class) or bool(select(row, 'img[src*="TO_Ueberschrift"], img[src*="TO_Abschnitt"]'))


def _title(cell: Element) -> str:
    """The title of a row, in München led by its kind ("TOP - ")."""
    element = next(iter(select(cell, "h3, span.text-keepwhitespace")), None)
    return re.sub(r"^TOP\s*-\s*", "", own_words(element)) if element is not None else ""


def _numbered(above: str, number: str) -> str:
    """An item's number as the system names it elsewhere ("B VV 30.09.2026 oeff. Teil A 1.", "5.1. 3."): with its heading's.

    >>> _numbered("Teil A", "1."), _numbered("5.1.", "3."), _numbered("", "20.")
    ('Teil A 1', '5.1.3', '20')
    """
    return (above + number if above.endswith(".") else f"{above} {number}".strip()).rstrip(".")


def _taken_off(row: Element) -> str | None:
    """What a row says of an item that was taken off the agenda ("Abgesetzt")."""
    said = next((words(mark) for mark in select(row, "span.text-danger.font-weight-bold") if words(mark)), None)
    return said or ("abgesetzt" if "topabgesetzt" in (row.get("class") or "").split() else None)


def _read_row(agenda: Agenda, page: Page, row: Element, item: AgendaItem) -> None:
    meeting = agenda.meeting
    papers = [url for link in select(row, "a[href]") if (url := leads_to(page, link, "paper"))]
    main = next((url for url in papers if "/sitzungsvorlage/" in url), next(iter(papers), None))
    agenda.items.append(replace(item, paper=main))
    agenda.papers += papers
    agenda.consultations += [
        Consultation(
            key=f"{paper}@{meeting.key}",
            paper=paper,
            meeting=meeting.key,
            agenda_item=item.key,
            organizations=meeting.organizations,
        )
        for paper in dict.fromkeys(papers)
    ]
    agenda.documents += files_in(page, select(row, DOWNLOAD), main or meeting.key, meeting=meeting.key)
    told = dict.fromkeys(url for link in select(row, "a[href]") if (url := leads_to(page, link, "item")))
    agenda.documents += [
        DocumentLink(
            url=url,
            owner=meeting.key,
            role="extract",
            kind="extract",
            name=item.title,
            media_type="text/html",
            meeting=meeting.key,
            version=agenda.version,
        )
        for url in told
    ]

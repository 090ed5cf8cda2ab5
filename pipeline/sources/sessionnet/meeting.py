"""The agenda of a meeting: to0040 (layout 4) and si0057, si0056 (layouts 5 and 6), as the same nouns."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.pages.links import not_understood
from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.told import AgendaTold
from pipeline.sources import AgendaItem, Consultation, DocumentLink
from pipeline.sources.sessionnet.calendar import Listed
from pipeline.sources.sessionnet.files import FILE_PAGE, PAPER_PAGE, file_address, files_in, paper_address
from pipeline.statuses import Issue, Status

TABLES = "table[id^=smc_page_to0040_contenttable], table[id^=smc_page_si0057_contenttable], table[id^=smc_page_si0056_contenttable]"
AGENDA = PageType(
    "agenda of a meeting", (Premise("the table of agenda items", TABLES), Premise("a row with an item's number", "td.smc_tophn, td.tofnum"))
)
NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?(?=\s|$)")
CLOSED = re.compile(r"nicht\s?-?öffentlich", re.IGNORECASE)
RESULT = "p[class*=smcdv0_box2], [class*=smc_field_smcdv0_box2]"
LABELS = {"beschluss": "result", "abstimmung": "votes", "beschlussart": "result"}
# Rows and labels of layouts 4 that say nothing of what was decided.
OTHER_LABELS = {"bemerkung", "berichterstatter", "zuständigkeit", "status"}


@dataclass(slots=True)
class _Reading:
    """A page under way."""

    page: Page
    public: bool | None = None
    items: list[AgendaItem] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    documents: list[DocumentLink] = field(default_factory=list)


def agenda_of(page: Page, listed: Listed) -> AgendaTold:
    """Read a meeting's page. What the calendar said of the meeting is kept where the page says nothing."""
    reading = _Reading(page)
    reading.issues += not_understood(page, "tr", PAPER_PAGE, paper_address, "paper")
    reading.issues += not_understood(page, "tr", FILE_PAGE, file_address, "file")
    rows = list(_rows(page))
    for row in rows:
        _read_row(reading, row)
    inside = set(rows)
    outside = [link for link in page.all('a[href*="getfile"]') if inside.isdisjoint(link.iterancestors("tr"))]
    reading.documents += files_in(page, outside, listed.url, meeting=listed.url)
    meeting = replace(listed.noun(), agenda_items=tuple(reading.items))
    ways = tuple(_consultation(item, listed) for item in reading.items if item.paper)
    bodies = (listed.organization,)
    return AgendaTold(
        meeting=meeting, organizations=bodies, consultations=ways, documents=tuple(reading.documents), issues=tuple(reading.issues)
    )


def _rows(page: Page) -> Iterator[Element]:
    """The rows of the agenda itself, not those of the tables of files inside them."""
    for table in page.all(TABLES):
        yield from (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)


def _read_row(reading: _Reading, row: Element) -> None:
    number = next(iter(select(row, "td.smc_tophn, td.tofnum")), None)
    if number is not None:
        _read_item(reading, row, number)
    elif select(row, "td.smc_topr"):
        _read_result(reading, row)
    elif "öffentlich" in (said := words(row)).lower() and len(said) < 100:
        reading.public = not CLOSED.search(said)


def _read_item(reading: _Reading, row: Element, cell: Element) -> None:
    page = reading.page
    said = NUMBER.match(words(cell))
    title = next(iter(select(row, ".smc-card-header-title-simple, .smc-card-header-title")), None)
    if title is None:
        title = next(iter(select(row, "td.smc_topht, td.tobetr")), None)
    if said is None or title is None or not own_words(title, "p", "table"):
        reading.issues.append(
            Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has an agenda row without number or title: {words(row)[:80]!r}.")
        )
        return
    printed = next((words(element) for element in select(row, RESULT) if words(element)), None)
    result, votes = told_in(printed)
    public = {"Ö": True, "N": False, "NÖ": False}.get(said["part"] or "", reading.public)
    paper = next((url for link in select(row, 'a[href*="vo0050"]') if (url := paper_address(page, link))), None)
    name = " ".join(part for part in (said["part"], said["number"]) if part)
    key = f"{page.url}#{name}"
    reading.items.append(
        AgendaItem(key=key, number=name, title=own_words(title, "p", "table"), public=public, result=result, votes=votes, paper=paper)
    )
    reading.documents += files_in(page, select(row, 'a[href*="getfile"]'), paper or page.url, meeting=page.url, public=public)


def _read_result(reading: _Reading, row: Element) -> None:
    """A row below an item: "Beschluss:" or "Abstimmung:" and what is said there (layout 4)."""
    cells = [cell for cell in row if cell.tag == "td"]
    at = next(number for number, cell in enumerate(cells) if "smc_topr" in (cell.get("class") or ""))
    label = words(cells[at]).rstrip(" :").lower()
    said = words(cells[at + 1]) if at + 1 < len(cells) else ""
    name = LABELS.get(label)
    if name and said and reading.items:
        item = reading.items[-1]
        reading.items[-1] = replace(item, result=said) if name == "result" else replace(item, votes=said)
    elif (said and label not in OTHER_LABELS) or (name and words(row).rstrip(" :").lower() != label):
        sentence = f"{reading.page.url} has a result row that we do not know: {label[:60]!r}."
        reading.issues.append(Issue(Status.LAYOUT_UNKNOWN, reading.page.url, sentence))


def told_in(printed: str | None) -> tuple[str | None, str | None]:
    """Result and counts of a line of layouts 5 and 6.

    >>> told_in("Beschluss: ungeändert beschlossen; Ja: 20, Nein: 4")
    ('ungeändert beschlossen', 'Ja: 20, Nein: 4')
    """
    if not printed:
        return None, None
    said = re.sub(r"^\s*(?:Beschluss|Beschlussart|Abstimmung)\s*:\s*", "", printed)
    counts = re.search(r"(?:Ja|Nein|Einstimmig)\s*:?\s*\d.*$", said)
    result = (said[: counts.start()] if counts else said).strip(" ;,")
    return result or None, counts[0].strip() if counts else None


def _consultation(item: AgendaItem, listed: Listed) -> Consultation:
    return Consultation(
        key=f"{item.paper}@{listed.url}",
        paper=item.paper,
        meeting=listed.url,
        agenda_item=item.key,
        organizations=(listed.organization.key,),
    )

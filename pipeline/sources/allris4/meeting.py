"""The agenda of a meeting (to010) and the pages of its items (to020)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import urljoin

from pipeline.pages.calendar import Listed
from pipeline.pages.labels import labelled
from pipeline.pages.links import not_understood
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.told import AgendaTold, extracts_of, ways_to
from pipeline.sources import AgendaItem, Organization
from pipeline.sources.allris4.calendar import FRAME, address_of
from pipeline.sources.allris4.files import files_on
from pipeline.statuses import Issue, Status

ROWS = "table.toTable tr, table#toTreeTable tr"
AGENDA = PageType(
    "agenda of a meeting", (FRAME, Premise("the table of agenda items", "table.toTable"), Premise("the column of numbers", "td.tonr", 1))
)
ITEM = PageType("page of an agenda item", (FRAME, Premise("the labelled head", "dt, .label"), Premise("the item's heading", "h1")))
HEAD = {
    "Betreff": "name",
    "Gremium": "body",
    "Datum": "day",
    "Uhrzeit": "time",
    "Zeit": "time",
    **dict.fromkeys(("Status", "Anlass", "Raum", "Ort", "Bezeichnung", "Sitzungsnummer", "Bemerkung", "Livestream"), None),
}
PAPER_PAGE = re.compile(r"/vo020$")
NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?$")


def pairs_of(page: Page) -> Iterator[tuple[str, Element]]:
    """The labels of a page's head with their values; one <dl> may hold several (Raum, Ort)."""
    for label in page.all("dt"):
        value = label.getnext()
        if value is not None and value.tag == "dd":
            yield words(label), value


def agenda_of(page: Page, listed: Listed) -> AgendaTold:
    """Read a meeting's page. Its heading is `h1.title`: the first h1 is often the city's name."""
    head = labelled(pairs_of(page), HEAD, page.url)
    title = page.words("h1.title") or ""
    body = head.words("body") or title.rpartition(" - ")[0] or listed.name or page.url
    organization = Organization(key=f"organization:{body}", name=body)
    day, times = day_in(head.words("day")) or day_in(title), times_in(head.words("time"))
    start = listed.start or moment_of(day, times[0] if times else None, "Europe/Berlin")
    issues = [*head.issues]
    if day and listed.start and day != listed.start.date():
        issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} is of {day}, and the calendar says {listed.start.date()}."))
    issues += not_understood(page, ROWS, PAPER_PAGE, lambda page, link: address_of(page, link, "vo020", "VOLFDNR"), "paper")
    items = list(_items(page, issues))
    meeting = replace(
        listed.noun(),
        start=start,
        name=head.words("name") or listed.name,
        organizations=(organization.key,),
        agenda_items=tuple(item for item, _ in items),
    )
    ways = tuple(ways_to(page, organization.key, items))
    documents = (*extracts_of(page, items), *files_on(page, page.url, page.url))
    return AgendaTold(meeting=meeting, organizations=(organization,), consultations=ways, documents=documents, issues=tuple(issues))


def _items(page: Page, issues: list[Issue]) -> Iterator[tuple[AgendaItem, str | None]]:
    """The items with the addresses of their pages; a row of class `beratung` is a heading, whether or not it says so."""
    seen: set[str] = set()
    for row in page.all(ROWS):
        cell = next(iter(select(row, "td.tonr")), None)
        if cell is None:
            continue
        said, title = NUMBER.fullmatch(words(cell)), next(iter(select(row, "td.tobetreff")), None)
        name = own_words(title, "aside") if title is not None else ""
        if said is None or not name:
            if "beratung" not in (row.get("class") or "").split() and (words(cell) or name):
                issues.append(
                    Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has an agenda row without number or title: {words(row)[:80]!r}.")
                )
            continue
        number = _number(row)
        key = f"{page.url}#{number or words(cell)}"
        if key not in seen:
            seen.add(key)
            public = {"Ö": True, "N": False, "NÖ": False}.get(said["part"] or "")
            link = urljoin(page.url, f"to020?TOLFDNR={number}") if number and public is not False else None
            yield _item(page, row, key, " ".join(part for part in said.groups() if part), name), link


def _item(page: Page, row: Element, key: str, number: str, title: str) -> AgendaItem:
    paper = next((url for link in select(row, 'a[href*="vo020"]') if (url := address_of(page, link, "vo020", "VOLFDNR"))), None)
    result = next((words(cell) for cell in select(row, "td.tobeschlussart, td.tobesart, td.toba") if words(cell)), None)
    public = {"Ö": True, "N": False, "NÖ": False}.get(number.split(" ", maxsplit=1)[0])
    return AgendaItem(key=key, number=number, title=title, public=public, result=result, paper=paper)


def _number(row: Element) -> str | None:
    """The TOLFDNR of a row: in the title's link (Taunusstein), in the id of the number's link (Laatzen), in the paper's link."""
    found = [re.search(r"TOLFDNR=(\d+)", link.get("href") or "") for link in select(row, "a[href]")]
    found += [re.fullmatch(r"link_(\d+)", link.get("id") or "") for link in select(row, "a[id]")]
    return next((match[1] for match in found if match), None)

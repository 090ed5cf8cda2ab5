"""The agenda of a meeting (to010), classic and responsive, and the extracts of its items (to020)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urljoin, urlsplit

from pipeline.pages.calendar import Listed
from pipeline.pages.labels import labelled
from pipeline.pages.links import not_understood
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.page import Element, Page, own_words, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.told import AgendaTold, extracts_of, ways_to
from pipeline.sources import AgendaItem, Organization
from pipeline.sources.allris3.calendar import FRAME
from pipeline.sources.allris3.files import files_on
from pipeline.statuses import Issue, Status

TABLE = "table.tl1, table.toTable"
AGENDA = PageType(
    "agenda of a meeting",
    (FRAME, Premise("the table of agenda items", TABLE), Premise("a row with an item's number", "td.text4 a, td.tonr")),
)
EXTRACT = PageType(
    "extract of an agenda item", (FRAME, Premise("the head of labelled values", "td.kb1, dt, #allris"), Premise("the item's heading", "h1"))
)
# Labels of an agenda's head and of an extract's; what has no name is not wanted.
HEAD = {
    "Gremium": "body",
    "Datum": "day",
    "Zeit": "time",
    "Uhrzeit": "time",
    "Betreff": "name",
    "Bezeichnung": "name",
    **dict.fromkeys(
        ("Status", "Anlass", "Raum", "Ort", "Sitzung", "Beschlussart", "TOP", "Vorlage-Art", "Verfasser", "Federführend", "Bemerkung"), None
    ),
}
NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?$")
EXTRACT_PAGE = re.compile(r"/to020(?:_[a-z])?\.asp$")
PAPER_PAGE = re.compile(r"/vo020(?:_[a-z])?\.asp$")
OPEN = "(offen)"  # what is printed where nothing has been decided yet (Regensburg, 2026-09)


def agenda_of(page: Page, listed: Listed) -> AgendaTold:
    """Read a meeting's page; what the calendar said is kept where the page says nothing."""
    head = labelled(_pairs(page), HEAD, page.url)
    body = head.words("body") or (page.words("h1.title") or "").rpartition(" - ")[0] or listed.name or page.url
    organization = Organization(key=f"organization:{body}", name=body)
    day, times = day_in(head.words("day")) or day_in(page.words("h1.title")), times_in(head.words("time"))
    zone = str(listed.start.tzinfo) if listed.start else "Europe/Berlin"
    start = listed.start or moment_of(day, times[0] if times else None, zone)
    issues = [*head.issues]
    if day and listed.start and day != listed.start.date():
        issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} is of {day}, and the calendar says {listed.start.date()}."))
    issues += not_understood(page, "table.tl1 tr, table.toTable tr", PAPER_PAGE, paper_address, "paper")
    issues += not_understood(page, "table.tl1 tr, table.toTable tr", EXTRACT_PAGE, extract_address, "agenda item")
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


def _pairs(page: Page) -> Iterator[tuple[str, Element]]:
    for label in page.all("td.kb1"):
        value = label.getnext()
        if value is not None and value.tag == "td":
            yield words(label), value
    for label in page.all("[aria-describedby^=si]"):
        if (value := page.first(f"span#{label.get('aria-describedby')}")) is not None:
            yield words(label), value


def _items(page: Page, issues: list[Issue]) -> Iterator[tuple[AgendaItem, str | None]]:
    """The items with the addresses of their extracts. Rows come once, though pages double their tables (Osnabrück)."""
    seen: set[str] = set()
    for row in page.all("table.tl1 tr, table.toTable tr"):
        cell = next(iter(select(row, "td.tonr, td.text4")), None)
        if cell is None or next((inner for inner in row.iterdescendants("tr")), None) is not None:
            continue
        said = NUMBER.fullmatch(words(cell))
        link = next(iter(select(row, 'a[href*="to020"]')), None)
        title = words(link) if link is not None else next((own_words(c, "form", "table") for c in _title_cells(row, cell)), "")
        if said is None or not title:
            if words(row):
                issues.append(
                    Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has an agenda row without number or title: {words(row)[:80]!r}.")
                )
            continue
        name = " ".join(part for part in (said["part"], said["number"]) if part)
        number = _number(page, row, link)
        key = f"{page.url}#{number or name}"
        if key not in seen:
            seen.add(key)
            extract = urljoin(page.url, f"{_page_name(page, 'to020')}?TOLFDNR={number}") if number and link is not None else None
            yield _item(page, row, key, name, title), extract


def _title_cells(row: Element, number: Element) -> Iterator[Element]:
    """Where a title stands that is no link: its own cell, else any cell behind the number with letters in it."""
    yield from select(row, "td.tobetreff")
    yield from (cell for cell in number.itersiblings("td") if re.search(r"[^\W\d_]{3}", own_words(cell, "form", "table")))


def _item(page: Page, row: Element, key: str, number: str, title: str) -> AgendaItem:
    part = number.split(" ", maxsplit=1)[0]
    printed = [(button.get("title") or "").strip() for button in select(row, 'input[value="NA"]')]
    printed += [words(cell) for cell in select(row, "td.tobeschlussart, td.tobahint, td.tobesart")]
    result = next((said for said in printed if said and said != OPEN), None)
    paper = next((url for link in select(row, 'a[href*="vo020"]') if (url := paper_address(page, link))), None)
    return AgendaItem(
        key=key, number=number, title=title, public={"Ö": True, "N": False, "NÖ": False}.get(part), result=result, paper=paper
    )


def _number(page: Page, row: Element, link: Element | None) -> str | None:
    """The TOLFDNR of a row: in the extract's link, in the link of the number, in a hidden field."""
    links = [link, *select(row, 'a[href*="TOLFDNR="]')]
    said = [parse_qs(urlsplit(page.address(at) or "").query).get("TOLFDNR", [""])[0] for at in links if at is not None]
    said += [field.get("value") or "" for field in select(row, 'input[name="TOLFDNR"]')]
    return next((number for number in said if number), None)


def _page_name(page: Page, name: str) -> str:
    """A page's name in the variant that this page is of (to020.asp, to020_r.asp)."""
    variant = re.search(r"/to010(_[a-z])?\.asp$", urlsplit(page.url).path)
    return f"{name}{(variant[1] if variant else None) or ''}.asp"


def extract_address(page: Page, link: Element) -> str | None:
    """Where a link or form leads if that is an item's extract, with the one field that names the item."""
    parts = urlsplit(page.address(link) or "")
    hidden = [field.get("value") for field in select(link, 'input[name="TOLFDNR"]')]
    number = parse_qs(parts.query).get("TOLFDNR") or hidden
    return parts._replace(query=f"TOLFDNR={number[0]}").geturl() if number and number[0] else None


def paper_address(page: Page, link: Element) -> str | None:
    """Where a link leads if that is a paper, with the one field that names the paper."""
    parts = urlsplit(page.address(link) or "")
    hidden = [field.get("value") for field in select(link, 'input[name="VOLFDNR"]')]
    number = parse_qs(parts.query).get("VOLFDNR") or hidden
    return parts._replace(query=f"VOLFDNR={number[0]}").geturl() if number and number[0] else None

"""The agenda of a meeting on the older pages: a table that names its columns, and a page for each resolution.

None was at hand: read as far as our notes tell of them (posted forms, `beschluesse_details.php?vid=&nid=&status=1`).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from urllib.parse import parse_qs, urljoin, urlsplit, urlunsplit

from pipeline.pages.labels import labelled
from pipeline.pages.page import Element, Page, select, words
from pipeline.pages.premises import PageType, Premise
from pipeline.pages.results import told_apart
from pipeline.sources import AgendaItem, DocumentLink, Organization, Paper
from pipeline.sources.rubin.agenda import AGENDA, Agenda
from pipeline.sources.rubin.calendar import Listed, form_address
from pipeline.sources.rubin.files import file_at
from pipeline.statuses import Failure, Issue, Status

ITEM = PageType("page of a resolution", (Premise("the labelled head", "table th, dt"), Premise("its heading", "h1, h2")))
NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*(?P<number>\d{1,3}(?:\.\d{1,3})*)\.?")
PART = re.compile(r"(?:[IVX]{1,3}\.? )?(?P<closed>[Nn]icht[- ]?)?[Öö]ffentliche[rs]? (?:Teil|Sitzung|Tagesordnung)\s*:?")
DETAILS = re.compile(r"/beschluesse_details\.php$")
COLUMNS = {
    "number": re.compile(r"TOP(?:-?Nr\.?)?|Nr\.?"),
    "title": re.compile(r"Betreff|Titel|Bezeichnung|Tagesordnungspunkt"),
    "paper": re.compile(r"Vorlagen?(?:-?(?:Nr|nummer)\.?)?"),
    "result": re.compile(r"Beschluss|Ergebnis|Abstimmung(?:sergebnis)?"),
}
HEAD = {"Gremium": "body", **dict.fromkeys(("Datum", "Uhrzeit", "Zeit", "Beginn", "Ende", "Ort", "Raum", "Sitzung", "Status"), None)}
KNOWN = re.compile(r"|".join(form.pattern for form in COLUMNS.values()) + r"|Dokumente|Unterlagen|Anlagen|Status|")
"""Heads that we know, the last of them empty."""


def of_table(page: Page, listed: Listed) -> Agenda:
    """Read an older page: a table with a head that names its columns, and above it whose meeting it is.

    Raises Failure where there is no such table.
    """
    agenda = Agenda(listed.noun(), page.fingerprint)
    pairs = ((words(cell), value) for cell in page.all("th, dt") if (value := cell.getnext()) is not None and value.tag in ("td", "dd"))
    head = labelled(pairs, HEAD, page.url)
    agenda.issues += head.issues
    body = head.words("body")
    agenda.organizations = (Organization(key=f"organization:{body}", name=body),) if body else ()
    for table in page.all("table"):
        _read(page, agenda, table)
    if not agenda.items:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} is no {AGENDA.name} as we know it: no table with a head TOP, Betreff.")
    links = [link for link in page.all('a[href*="documents.php"]') if next(link.iterancestors("tr"), None) is None]
    agenda.documents += [_linked(page, link, agenda, None) for link in links if page.address(link)]
    return agenda


def _read(page: Page, agenda: Agenda, table: Element) -> None:
    """Read the rows below a head that names its columns; a row that says so opens the part that is public, or the one that is not."""
    columns: dict[str, int] = {}
    public: bool | None = None
    for row in table.iter("tr"):
        cells = [cell for cell in row if cell.tag in ("td", "th")]
        heads = {name: at for name, form in COLUMNS.items() for at, cell in enumerate(cells) if form.fullmatch(words(cell))}
        if {"number", "title"} <= heads.keys():
            columns = heads
            agenda.issues += _unknown(page, [words(cell) for cell in cells])
        elif columns and (part := PART.fullmatch(words(row))):
            public = part["closed"] is None
        elif columns:
            _add_row(page, agenda, row, {name: cells[at] for name, at in columns.items() if at < len(cells)}, public)


def _unknown(page: Page, heads: list[str]) -> Iterator[Issue]:
    for head in heads:
        if not KNOWN.fullmatch(head):
            yield Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has a column that we do not know: {head[:80]!r}.")


def _add_row(page: Page, agenda: Agenda, row: Element, cells: dict[str, Element], part: bool | None) -> None:
    said = {name: words(cell) for name, cell in cells.items()}
    number = NUMBER.fullmatch(said.get("number", ""))
    if number is None or not said.get("title"):
        sentence = f"{page.url} has an agenda row without number or title: {words(row)[:80]!r}."
        agenda.issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, sentence))
        return
    public = {"Ö": True, "N": False, "NÖ": False}.get(number["part"] or "", part)
    result, votes = told_apart(said.get("result"))
    name = " ".join(part for part in number.groups() if part)
    reference = said.get("paper") or None
    paper = (
        Paper(key=urljoin(page.url, "submission") + f"#{reference}", name=said["title"], reference=reference, web=page.url)
        if reference
        else None
    )
    if paper:
        agenda.papers[paper.key] = paper
    item = AgendaItem(key=f"{agenda.meeting.key}#{name}", number=name, title=said["title"], public=public, result=result, votes=votes)
    item = replace(item, paper=paper.key if paper else None)
    agenda.items.append(item)
    agenda.documents += [_linked(page, link, agenda, item) for link in select(row, 'a[href*="documents.php"]') if page.address(link)]
    agenda.documents += _details(page, row, item, agenda)


def _linked(page: Page, link: Element, agenda: Agenda, item: AgendaItem | None) -> DocumentLink:
    return file_at(page.address(link) or "", words(link) or None, item, meeting=agenda.meeting.key, version=agenda.state)


def _details(page: Page, row: Element, item: AgendaItem, agenda: Agenda) -> Iterator[DocumentLink]:
    """The page of an item's resolution (`beschluesse_details.php?vid=…&nid=…&status=1`), linked or posted."""
    for link in select(row, "a[href], form[action]"):
        url = form_address(page, link) if link.tag == "form" else page.address(link)
        parts = urlsplit(url or "")
        if url and DETAILS.search(parts.path):
            fields = parse_qs(parts.query)
            key = urlunsplit(parts._replace(query="&".join(f"{name}={fields[name][0]}" for name in ("vid", "nid") if name in fields)))
            yield DocumentLink(
                url=url,
                key=key,
                owner=agenda.meeting.key,
                role="extract",
                name=item.title,
                kind="extract",
                media_type="text/html",
                version=agenda.state,
                meeting=agenda.meeting.key,
                public=item.public,
            )
            return

"""A paper's page (vo0050): reference, type, title, originator, files, and its way through the bodies."""

from __future__ import annotations

import re

from pipeline.pages.moments import day_in
from pipeline.pages.page import Element, Page, words
from pipeline.pages.premises import PageType, Premise, named
from pipeline.pages.told import PaperTold
from pipeline.sources import Consultation, Paper
from pipeline.sources.sessionnet.calendar import AGENDA_LINK, agenda_address
from pipeline.sources.sessionnet.files import files_in
from pipeline.statuses import Issue, Status

# The same fields by other classes: "voname" in layouts 5 and 6, "smc_field_voname" in layout 4.
PAPER = PageType(
    "page of a paper",
    (
        Premise("the frame of a paper's page", "[class*=smc_page_vo0050], [id*=smc_page_vo0050]"),
        Premise("the paper's title", ".vobetr, .smc_field_vobetr"),
        Premise("the paper's number", ".voname, .smc_field_voname"),
    ),
)
KNOWN = {
    "vobetr",
    "voname",
    "vovaname",
    "vodatum",
    "vofreig",
    "voakz",
    "voorga",
    "voverf",
    "vostatus",
    "vobem",
    "siname",
    "silink",
    "yytime",
}
FIELD = re.compile(r"\bsmc_field_vo|\bsmc-table-cell\b")
LABEL = re.compile(r"^(?:Betreff|Vorlage|Name|Art|Vorlageart|Vorlagenart|Datum|Aktenzeichen|Federführend)\s*:?\s*")


def paper_of(page: Page) -> PaperTold:
    """Read a paper's page."""
    noun = named(
        Paper(
            key=page.url,
            name=_field(page, "vobetr"),
            reference=_field(page, "voname"),
            paper_type=_field(page, "vovaname"),
            date=day_in(_field(page, "vodatum") or _field(page, "vofreig")),
            web=page.url,
        )
    )
    meetings = dict.fromkeys(url for link in page.all(AGENDA_LINK) if (url := agenda_address(page, link)))
    ways = tuple(Consultation(key=f"{page.url}@{meeting}", paper=page.url, meeting=meeting) for meeting in meetings)
    fields = [element for element in page.all("[class*=smc_field_], .smc-table-cell") if FIELD.search(element.get("class") or "")]
    strange = [name for element in fields if words(element) and (name := _name(element)) not in KNOWN]
    issues = [Issue(Status.LAYOUT_UNKNOWN, page.url, f"{page.url} has a field that we do not know: {name!r}.") for name in strange]
    files = tuple(files_in(page, page.all('a[href*="getfile"]'), page.url))
    return PaperTold(paper=noun, consultations=ways, documents=files, issues=tuple(issues))


def _name(element: Element) -> str:
    """What a field is called by its classes, the same in all layouts."""
    names = (element.get("class") or "").split()
    return next((name.removeprefix("smc_field_") for name in names if not name.startswith(("smc-", "smc_td", "smcrow"))), "")


def _field(page: Page, name: str) -> str | None:
    said = page.words(f".{name}, .smc_field_{name}")
    return (LABEL.sub("", said).strip() or None) if said else None

"""The calendar: which meetings there are, when, and where their agendas are; as a page of a month, or as XML of any range."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

from pipeline.pages.calendar import Listed, Month, meetings_on
from pipeline.pages.links import not_understood
from pipeline.pages.page import Element, Page, select, xml_of
from pipeline.pages.premises import PageType, Premise
from pipeline.statuses import Issue

FRAME = Premise("the frame of an ALLRIS page", "#allriscontainer, #rismain, #rismain_raw, #risname_raw, .allriscontent, #allris")
CALENDAR = PageType("calendar of a month", (FRAME, Premise("a table of days", "table.tl1, table.dataTable, table.tk1")))
AGENDA_PAGE = re.compile(r"/to010(?:_[a-z])?\.asp$")


def listed_on(page: Page, of: Month, issues: list[Issue]) -> Iterator[Listed]:
    """The meetings of a month's page that have an agenda."""
    issues += not_understood(page, "tr", AGENDA_PAGE, agenda_address, "meeting")
    return meetings_on(page, of, agenda_address, issues)


def agenda_address(page: Page, link: Element) -> str | None:
    """Where a link or form leads if that is a meeting's agenda, with the one field that names the meeting."""
    parts = urlsplit(page.address(link) or "")
    hidden = [field.get("value") for field in select(link, 'input[name="SILFDNR"]')]
    number = parse_qs(parts.query).get("SILFDNR") or hidden
    if not number or not number[0] or not AGENDA_PAGE.search(parts.path):
        return None
    return parts._replace(query=f"SILFDNR={number[0]}").geturl()


def meetings_in(data: bytes, folder: str, pages: str, zone: str) -> list[Listed]:
    """The meetings of an XML answer; none where it is not the list that it should be.

    Raises Failure where the answer is no XML.
    """
    found = []
    for item in xml_of(data, folder).iter("item"):
        told = {str(field.tag): (field.text or "").strip() for field in item}
        if told.get("silfdnr", "").isdecimal():
            start, end = (_moment(told.get(name), zone) for name in ("sisbvcs", "sisevcs"))
            found.append(Listed(f"{folder}to010{pages}.asp?SILFDNR={told['silfdnr']}", told.get("siname") or None, start, end))
    return found


def _moment(stamp: str | None, zone: str) -> datetime | None:
    """A moment such as 20250318T160000Z."""
    try:
        return datetime.strptime(stamp or "", "%Y%m%dT%H%M%SZ").replace(tzinfo=UTC).astimezone(ZoneInfo(zone))
    except ValueError:
        return None

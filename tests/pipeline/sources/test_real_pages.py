"""Real pages of ALLRIS 3, ALLRIS 4 and SessionNet, where they are at hand: what a reader of them counts is found."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from pipeline.pages.calendar import Listed, Month
from pipeline.pages.page import Page, page_of
from pipeline.pages.premises import PageType, hold
from pipeline.sources import Seen, allris3, allris4, sessionnet
from pipeline.sources.allris3 import calendar as allris3_calendar
from pipeline.sources.allris3 import meeting as allris3_meeting
from pipeline.sources.allris3 import paper as allris3_paper
from pipeline.sources.allris4 import meeting as allris4_meeting
from pipeline.sources.sessionnet import calendar as sessionnet_calendar
from pipeline.sources.sessionnet import meeting as sessionnet_meeting

PAGES = Path(__file__).parents[4] / "shared/real/html"
ROOT = "https://ris.example/bi/"

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="the real pages are not here")


def held(name: str, address: str, kind: PageType) -> Page:
    page = page_of((PAGES / name).read_bytes(), ROOT + address)
    hold(page, kind)
    return page


@pytest.mark.parametrize(
    ("name", "address", "vendor", "listed", "counted"),
    [
        ("allris3/regensburg/rgb-to010.html", "to010.asp?SILFDNR=2667", allris3_meeting, Listed, (4, 3, 3, 4)),
        ("allris3/landkreis-osnabrueck/lkos-to010_r.html", "to010_r.asp?SILFDNR=1543", allris3_meeting, Listed, (4, 0, 2, 0)),
        ("allris4/laatzen/laatzen_to010.EXCERPT.html", "to010?SILFDNR=1000073", allris4_meeting, Listed, (3, 0, 2, 4)),
        ("sessionnet/halle/halle-to0040.html", "to0040.asp?__ksinr=21804", sessionnet_meeting, sessionnet_calendar.Listed, (6, 3, 2, 3)),
        ("sessionnet/schiffweiler/schiffweiler-si0057-session.html", "si0057.php?__ksinr=1192", sessionnet_meeting, sessionnet_calendar.Listed, (3, 0, 1, 2)),
    ],
    ids=["Regensburg", "Osnabrück", "Laatzen", "Halle", "Schiffweiler"],
)  # fmt: skip
def test_an_agenda(name: str, address: str, vendor: Any, listed: Callable[..., Any], counted: tuple[int, ...]) -> None:
    """Items, results, papers, and files with the pages of items."""
    page = held(name, address, vendor.AGENDA)
    told = vendor.agenda_of(page, listed(url=page.url, name="Gremium"))
    items = told.meeting.agenda_items
    assert (len(items), sum(bool(item.result) for item in items), sum(bool(item.paper) for item in items), len(told.documents)) == counted
    assert told.issues == ()


def test_calendars() -> None:
    issues: list[Any] = []
    page = held("allris3/regensburg/rgb-si010.html", "si010.asp?MM=9&YY=2026", allris3_calendar.CALENDAR)
    assert [meeting.start.isoformat() for meeting in allris3_calendar.listed_on(page, Month(2026, 9, "Europe/Berlin"), issues)] == [
        "2026-09-17T16:00:00+02:00",
        "2026-09-22T16:04:00+02:00",
    ]
    page = held("sessionnet/halle/halle-si0040.html", "si0040.asp?__cjahr=2026&__cmonat=9", sessionnet_calendar.CALENDAR)
    assert [meeting.start.isoformat() for meeting in sessionnet_calendar.meetings_on(page, 2026, 9, "Europe/Berlin", issues)] == [
        "2026-09-01T17:00:00+02:00",
        "2026-09-04T16:00:00+02:00",
    ]
    assert issues == []


def test_a_paper() -> None:
    told = allris3_paper.paper_of(held("allris3/regensburg/rgb-vo020.html", "vo020.asp?VOLFDNR=22820", allris3_paper.PAPER))
    assert (told.paper.reference, told.paper.paper_type, len(told.consultations), len(told.documents)) == (
        "VO/26/23343/D2",
        "Beschlussvorlage",
        2,
        1,
    )
    assert (told.documents[0].form[0], told.issues) == (("DOLFDNR", "451003"), ())


@pytest.mark.parametrize(("folder", "source"), [("allris3", allris3), ("allris4", allris4), ("sessionnet", sessionnet)])
def test_pages_are_recognised_by_their_own_vendor_only(folder: str, source: Any) -> None:
    for path in sorted(PAGES.rglob("*.html")):
        found = source.recognise(Seen(ROOT + path.name, path.read_bytes()))
        assert bool(found) is (path.relative_to(PAGES).parts[0] == folder), path.name

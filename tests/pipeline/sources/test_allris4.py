"""ALLRIS 4: Wicket's counters in addresses, files whose numbers change, items on pages of their own."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.allris4 import Allris4Site
from pipeline.demo.town import town_of
from pipeline.sources import AgendaItem, Consultation, Found, Meeting, Paper, Recognised, Seen
from pipeline.sources.allris4 import find, judge, recognise
from pipeline.statuses import Failure, Status
from tests.pipeline.sources.fakes import answered, codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = town_of(SOURCES / "fehrnau")
ROOT = "https://www.fehrnau.example/public/"


class Site:
    """The fake without the network: it answers addresses, with changes to single pages."""

    def __init__(self, **changes: str) -> None:
        self.site = Allris4Site(TOWN)
        self.changes = changes

    def get(self, url: str) -> bytes:
        return answered(self.site, url, ROOT, replaced(*self.changes.items()), folder="/public/")

    def found(self) -> Found:
        council = Council(id="f", name="Fehrnau", source="allris4", url=ROOT, first_day=date(2025, 2, 1), last_day=date(2025, 3, 31))
        return find(council, self.get, None)


def test_a_whole_council_is_found() -> None:
    found = Site().found()

    _, council = nouns(found, Meeting)
    assert (found.complete, found.issues) == (True, ())
    assert (council.start, council.end) == (datetime(2025, 3, 18, 17, 0, tzinfo=BERLIN), datetime(2025, 3, 18, 19, 5, tzinfo=BERLIN))
    assert council.agenda_items[1] == AgendaItem(
        key=f"{council.key}#4",
        number="Ö 2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        paper=f"{ROOT}vo020?VOLFDNR=0",
    )
    assert [item.public for item in council.agenda_items] == [True] * 6 + [False]
    assert [(paper.reference, paper.name, paper.paper_type, paper.date) for paper in nouns(found, Paper)] == [
        (paper.reference, paper.title, paper.paper_type, paper.day) for paper in TOWN.papers
    ]
    ways = [way for way in nouns(found, Consultation) if way.paper == council.agenda_items[1].paper]
    assert [(way.meeting, way.agenda_item) for way in ways] == [
        (meeting.key, f"{meeting.key}#{n}") for meeting, n in zip(nouns(found, Meeting), (1, 4), strict=True)
    ]
    fetched = [link for link in found.documents if link.content is None]
    assert sorted(link.role for link in fetched) == [
        "auxiliary_file", *["extract"] * 9, *["invitation"] * 2, *["main_file"] * 4, *["results_protocol"] * 2,
    ]  # fmt: skip
    assert [link.key for link in fetched if link.role == "main_file"] == [f"{ROOT}vo020?VOLFDNR={n}#Vorlage" for n in range(4)]


def test_files_keep_their_name_though_their_numbers_change() -> None:
    site = Site()
    first, second = site.found(), site.found()
    assert [(link.key, link.version) for link in first.documents] == [(link.key, link.version) for link in second.documents]
    assert {link.url for link in first.documents if link.role == "main_file"}.isdisjoint(
        link.url for link in second.documents if link.role == "main_file"
    )


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({"dataTable toTable": "list", "toTreeTable": "x"}, Status.LAYOUT_UNKNOWN, id="the table has another class"),
        pytest.param({'td class="tonr"': 'td class="number"'}, Status.LAYOUT_UNKNOWN, id="the number's cell has another class"),
        pytest.param({'td class="tobetreff"': 'td class="title"'}, Status.LAYOUT_UNKNOWN, id="the title's cell has another class"),
        pytest.param({"Gremium:": "Organ:"}, Status.LAYOUT_UNKNOWN, id="a label is translated"),
        pytest.param({'<div id="allris"': "<h1>Wartungsarbeiten</h1><div"}, Status.SOFT_ERROR_PAGE, id="maintenance"),
        pytest.param({'<div id="allris"': '<input type="password"/><div'}, Status.LOGIN_WALL, id="a login page"),
    ],
)
def test_a_changed_page_is_an_issue(change: dict[str, str], code: Status) -> None:
    assert codes(Site(**change)) == {code}


def test_an_item_is_held_to_its_form_before_it_is_believed() -> None:
    judge("extract", f"{ROOT}to020?TOLFDNR=4", Site().get(f"{ROOT}to020?TOLFDNR=4"))
    with pytest.raises(Failure, match="is no page of an agenda item as we know it"):
        judge("extract", ROOT, b"<html><body><p>" + b"Willkommen in Fehrnau. " * 40 + b"</p></body></html>")
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", f"{ROOT}doc1.pdf", b"<html><title>Sitzung</title></html>")


def test_the_vendor_is_recognised_by_its_version() -> None:
    url = f"{ROOT}to010?SILFDNR=1"
    sign = "its version in the page's description"
    assert recognise(Seen(url, Site().get(url))) == Recognised("allris4", 1.0, sign, "4.1.5", f"{ROOT}si010")
    assert recognise(Seen("https://www.fehrnau.example/", b"<html><title>Fehrnau</title></html>")) is None

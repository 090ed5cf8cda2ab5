"""ALLRIS 3: agendas with results in the titles of buttons, files by POST, extracts, the calendar as pages and as XML."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.allris3 import Allris3Site
from pipeline.demo.town import town_of
from pipeline.sources import AgendaItem, Consultation, Found, Meeting, Paper, Recognised, Seen
from pipeline.sources.allris3 import find, judge, recognise
from pipeline.statuses import Failure, Status
from tests.pipeline.sources.fakes import answered, codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = town_of(SOURCES / "fehrnau")
ROOT = "https://www.fehrnau.example/bi/"


class Site:
    """The fake without the network: it answers addresses, with changes to single pages."""

    def __init__(self, *, xml: bool = False, variant: str = "", **changes: str) -> None:
        self.site = Allris3Site(TOWN, xml, variant)
        self.changes = changes
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url.removeprefix(ROOT))
        return answered(self.site, url, ROOT, replaced(*self.changes.items()), folder="/bi/", encoding="latin-1")

    def found(self) -> Found:
        entry = f"{ROOT}si010{self.site.variant}.asp"
        return find(
            Council(id="f", name="Fehrnau", source="allris3", url=entry, first_day=date(2025, 2, 1), last_day=date(2025, 3, 31)),
            self.get,
            None,
        )


@pytest.mark.parametrize(("xml", "variant"), [(False, ""), (True, ""), (False, "_r")], ids=["classic", "xml", "responsive"])
def test_a_whole_council_is_found(xml: bool, variant: str) -> None:
    site = Site(xml=xml, variant=variant)
    found = site.found()

    _, council = nouns(found, Meeting)
    assert (found.complete, found.issues) == (True, ())
    assert (council.start, council.end) == (datetime(2025, 3, 18, 17, 0, tzinfo=BERLIN), datetime(2025, 3, 18, 19, 5, tzinfo=BERLIN))
    assert council.agenda_items[1] == AgendaItem(
        key=f"{council.key}#4",
        number="Ö 2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        result="ungeändert beschlossen",
        paper=f"{ROOT}vo020{variant}.asp?VOLFDNR=0",
    )
    assert [(item.public, item.result) for item in council.agenda_items[-2:]] == [(True, None), (False, None)]
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
    main = next(link for link in fetched if link.role == "main_file")
    assert (main.url, main.form) == (f"{ROOT}do027.asp", (("DOLFDNR", "4"), ("options", "64"), ("annots", "1")))
    assert len({link.key for link in fetched if link.form}) == 9


def test_one_answer_in_xml_stands_for_all_months() -> None:
    site = Site(xml=True)
    site.found()
    assert [url for url in site.asked if url.startswith("si010")] == [
        "si010.asp?selfaction=ws&template=xyz&kaldatvon=01.02.2025&kaldatbis=31.03.2025"
    ]


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param({'table class="tl1"': 'table class="list"'}, Status.LAYOUT_UNKNOWN, id="the table has another class"),
        pytest.param({'td class="text4"': 'td class="number"'}, Status.LAYOUT_UNKNOWN, id="the number's cell has another class"),
        pytest.param({"Gremium:": "Organ:"}, Status.LAYOUT_UNKNOWN, id="a label is translated"),
        pytest.param(
            {'<div id="allriscontainer"': "<h1>Wartungsarbeiten</h1><div", "risname_raw": "x"}, Status.SOFT_ERROR_PAGE, id="maintenance"
        ),
        pytest.param(
            {'<div id="allriscontainer"': '<input type="password"/><div', "risname_raw": "x"}, Status.LOGIN_WALL, id="a login page"
        ),
    ],
)
def test_a_changed_page_is_an_issue(change: dict[str, str], code: Status) -> None:
    assert codes(Site(**change)) == {code}


def test_an_extract_is_held_to_its_form_before_it_is_believed() -> None:
    page = Site().get(f"{ROOT}to020.asp?TOLFDNR=4")
    judge("extract", f"{ROOT}to020.asp?TOLFDNR=4", page)
    with pytest.raises(Failure, match="is no extract of an agenda item as we know it"):
        judge("extract", ROOT, b"<html><body><p>" + b"Willkommen in Fehrnau. " * 40 + b"</p></body></html>")
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", f"{ROOT}do027.asp", b"<html><title>Sitzung</title></html>")


def test_the_vendor_is_recognised_by_its_version_or_its_pages_names() -> None:
    url = f"{ROOT}si010.asp?MM=3&YY=2025"
    sign = "its version in the page's description"
    assert recognise(Seen(url, Site().get(url))) == Recognised("allris3", 1.0, sign, "3.9.4", f"{ROOT}si010.asp")
    city = b'<html><title>Fehrnau</title><a href="/bi/si010_e.asp">Sitzungen</a></html>'
    assert recognise(Seen("https://www.fehrnau.example/", city)) == Recognised(
        "allris3", 0.7, "addresses such as si010_e.asp", None, "https://www.fehrnau.example/bi/si010_e.asp"
    )
    assert recognise(Seen("https://www.fehrnau.example/", b"<html><title>Fehrnau</title></html>")) is None

"""SessionNet in layouts 4 and 5: what its pages tell becomes the same nouns, and a changed page is told, never swallowed."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.sessionnet import SessionNetSite
from pipeline.demo.town import town_of
from pipeline.pages.page import page_of
from pipeline.sources import AgendaItem, Found, Meeting, Paper, Recognised, Seen
from pipeline.sources.sessionnet import find, judge, recognise
from pipeline.sources.sessionnet.meeting import told_in
from pipeline.statuses import Failure, Status
from tests.pipeline.sources.fakes import answered, codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = town_of(SOURCES / "fehrnau")


class Site:
    """The fake without the network: it answers addresses, with changes to single pages."""

    def __init__(self, layout: int, **changes: str) -> None:
        self.site = SessionNetSite(TOWN, layout)
        self.changes = changes
        self.root = "https://ris.fehrnau.example/"

    def get(self, url: str) -> bytes:
        return answered(self.site, url, self.root, replaced(*self.changes.items()), cookies={"ASPSESSION": "anonymous"})

    def found(self) -> Found:
        entry = f"{self.root}si0040.{self.site.ending}"
        council = Council(
            id="fehrnau", name="Fehrnau", source="sessionnet", url=entry, first_day=date(2025, 2, 1), last_day=date(2025, 3, 31)
        )
        return find(council, self.get, None)


@pytest.mark.parametrize("layout", [4, 5])
def test_a_whole_council_is_found(layout: int) -> None:
    site = Site(layout)
    found = site.found()

    committee, council = nouns(found, Meeting)
    assert (found.complete, found.issues) == (True, ())
    assert (council.name, council.start, council.end) == (
        "Rat der Stadt Fehrnau",
        datetime(2025, 3, 18, 17, 0, tzinfo=BERLIN),
        datetime(2025, 3, 18, 19, 5, tzinfo=BERLIN),
    )
    assert [item.title for item in committee.agenda_items] == [
        "Bestellung einer Schriftführerin",
        "Umbau des Bahnhofsvorplatzes",
        "Verschiedenes",
    ]
    part = "" if layout == 4 else "Ö "
    assert council.agenda_items[1] == AgendaItem(
        key=f"{council.key}#{part}2",
        number=f"{part}2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        result="ungeändert beschlossen",
        votes="Ja: 24, Nein: 5, Enthaltungen: 2",
        paper=f"{site.root}vo0050.{site.site.ending}?__kvonr=0",
    )
    assert [item.public for item in council.agenda_items] == [True] * 6 + [False]
    assert [(paper.reference, paper.name, paper.paper_type, paper.date) for paper in nouns(found, Paper)] == [
        (paper.reference, paper.title, paper.paper_type, paper.day) for paper in TOWN.papers
    ]
    assert sorted(link.role for link in found.documents if link.content is None) == [
        *["auxiliary_file", "invitation", "invitation"],
        *["main_file"] * 4,
        *["results_protocol"] * 2,
    ]


@pytest.mark.parametrize(
    ("layout", "change", "code"),
    [
        pytest.param(4, {"smc_page_to0040_contenttable1": "agenda"}, Status.LAYOUT_UNKNOWN, id="the table has another name"),
        pytest.param(4, {"smc_tophn": "number"}, Status.LAYOUT_UNKNOWN, id="the cells have another class"),
        pytest.param(4, {"Beschluss: ": "Entscheidung: "}, Status.LAYOUT_UNKNOWN, id="a label is translated"),
        pytest.param(5, {'class="tofnum"': 'class="nr"'}, Status.LAYOUT_UNKNOWN, id="the number's cell has another class"),
        pytest.param(5, {'<div class="smc-card-header-title-simple">': "<b hidden>", 'class="tobetr"': 'class="x"'}, Status.LAYOUT_UNKNOWN, id="no title"),
        pytest.param(5, {'id="smclayout"': 'id="x"><input type="password"', "smc_page_": "x_"}, Status.LOGIN_WALL, id="a login page"),
    ],
)  # fmt: skip
def test_a_changed_page_is_an_issue(layout: int, change: dict[str, str], code: Status) -> None:
    assert codes(Site(layout, **change)) == {code}


def test_counts_are_told_apart_from_the_result() -> None:
    assert told_in("Beschluss: ungeändert beschlossen; Ja: 20, Nein: 4") == ("ungeändert beschlossen", "Ja: 20, Nein: 4")
    assert told_in("Beschluss: vertagt") == ("vertagt", None)
    assert told_in(None) == (None, None)


def test_a_page_in_place_of_a_file_is_refused() -> None:
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", "https://ris.fehrnau.example/getfile.asp?id=1", b"<html><title>Fehler</title></html>")
    judge("main_file", "https://ris.fehrnau.example/getfile.asp?id=1", b"%PDF-1.7")


@pytest.mark.parametrize(("layout", "version"), [(4, "5.3.3"), (5, "4.9.6")])
def test_the_vendor_is_recognised_by_the_head_of_its_pages(layout: int, version: str) -> None:
    site = Site(layout)
    url = f"{site.root}si0040.{site.site.ending}?__cjahr=2025&__cmonat=3"
    entry = f"{site.root}si0040.{site.site.ending}"
    assert recognise(Seen(url, site.get(url))) == Recognised("sessionnet", 1.0, "the meta element sessionnet", version, entry)
    assert recognise(Seen(site.root, b"<html><title>Stadt Fehrnau</title></html>")) is None
    assert page_of(site.get(url), url).first("table") is not None

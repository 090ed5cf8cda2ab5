"""more! rubin: pages whose data stand in a script, and the older ones of tables and posted forms."""

from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.rubin import RubinSite
from pipeline.demo.town import town_of
from pipeline.sources import AgendaItem, Consultation, Found, Meeting, Paper, Recognised, Seen
from pipeline.sources.rubin import find, judge, recognise
from pipeline.statuses import Failure, Status
from tests.pipeline.sources.fakes import Change, answered, codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = town_of(SOURCES / "fehrnau")
ROOT = "https://ris.fehrnau.example/"


class Site:
    """The fake without the network: it answers addresses, with a change to its pages."""

    def __init__(self, change: Change = str, *, older: bool = False, now: tuple[int, int] = (2025, 4)) -> None:
        self.site, self.change, self.asked = RubinSite(TOWN, older, now), change, list[str]()

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        return answered(self.site, url, ROOT, self.change)

    def found(self) -> Found:
        days = {"first_day": date(2025, 2, 1), "last_day": date(2025, 3, 31)}
        return find(Council(id="f", name="Fehrnau", source="rubin", url=ROOT, **days), self.get, None)


def test_a_whole_council_is_found_in_data() -> None:
    found = Site().found()

    committee, council = nouns(found, Meeting)
    key = f"{ROOT}meeting.php?id=ni_2025-RAT-241"
    assert (found.complete, found.issues) == (True, ())
    assert (council.key, council.name, council.start) == (
        key,
        "9. Sitzung des Rates der Stadt Fehrnau",
        datetime(2025, 3, 18, 17, tzinfo=BERLIN),
    )
    assert council.organizations == ("organization:Rat der Stadt Fehrnau",)
    assert council.agenda_items[1] == AgendaItem(
        key=f"{key}#2",
        number="2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        result="ungeändert beschlossen",
        votes="Ja: 24, Nein: 5, Enthaltungen: 2",
        paper=f"{ROOT}submission#66090610000",
    )
    assert [(item.key.rpartition("#")[2], item.public) for item in council.agenda_items[5:]] == [("6", True), ("N 7", False)]
    assert {(paper.reference, paper.name, paper.paper_type) for paper in nouns(found, Paper)} == {
        (paper.reference, paper.title, paper.paper_type) for paper in TOWN.papers
    }
    ways = [way for way in nouns(found, Consultation) if way.paper == council.agenda_items[1].paper]
    assert {(way.meeting, way.agenda_item) for way in ways} == {(meeting.key, f"{meeting.key}#2") for meeting in (committee, council)}
    fetched = [link for link in found.documents if link.content is None]
    assert sorted(link.role for link in fetched) == [
        "auxiliary_file", *["invitation"] * 2, *["main_file"] * 4, *["resolution_file"] * 5, *["results_protocol"] * 2,
    ]  # fmt: skip
    assert f"{ROOT}documents.php?document_type_id=4&submission_id=66090610000" in {link.key for link in fetched}
    assert {link.meeting for link in fetched if link.role == "resolution_file"} == {committee.key, council.key}


def test_a_whole_council_is_found_on_the_older_pages() -> None:
    site = Site(older=True)
    found = site.found()

    council, committee = nouns(found, Meeting)
    assert (found.complete, found.issues) == (True, ())
    assert council.start == datetime(2025, 3, 18, 17, tzinfo=BERLIN)
    assert council.agenda_items[1] == AgendaItem(
        key=f"{council.key}#Ö 2",
        number="Ö 2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        result="ungeändert beschlossen",
        paper=f"{ROOT}submission#BV/025/2025",
    )
    assert [item.public for item in council.agenda_items] == [True] * 6 + [False]
    extracts = {link.key: link.meeting for link in found.documents if link.role == "extract"}
    assert extracts == {
        f"{ROOT}beschluesse_details.php?vid=6609061000{vid}&nid={meeting.key.partition('=')[2]}": meeting.key
        for meeting, papers in ((committee, [0]), (council, range(4)))
        for vid in papers
    }
    assert sum("sitzungskalender" in url for url in site.asked) == 3  # April, where it opens, March and February


@pytest.mark.parametrize(
    ("older", "change"),
    [
        pytest.param(False, replaced(('Name": "Anlage 1", "documentPublicStatusId": "1"', 'Name": "Anlage 1", "documentPublicStatusId": "2"')), id="a closed file"),
        pytest.param(False, replaced(('"status": "1", "title": "Umbau', '"status": "2", "title": "Umbau')), id="of a closed item"),
        pytest.param(True, replaced(("<td>Ö 2</td>", "<td>N 2</td>")), id="of an item N 2"),
        pytest.param(True, lambda page: page.replace("<tr><td>Ö 1<", "<tr><td>Nichtöffentlicher Teil</td></tr><tr><td>1<").replace("<td>Ö ", "<td>"), id="of a closed part"),
    ],
)  # fmt: skip
def test_a_file_that_is_not_public_is_marked_so(older: bool, change: Change) -> None:
    found = Site(change, older=older).found()
    assert {link.public for link in found.documents if link.role == "auxiliary_file"} == {False}
    assert found.issues == ()


@pytest.mark.parametrize(
    ("older", "change", "code"),
    [
        *[
            pytest.param(False, replaced((f'"{name}": ', f'"{name}_neu": ')), Status.LAYOUT_UNKNOWN, id=f"data without {name}")
            for name in ("nummer", "datum", "titel", "committees", "agenda_items", "topnummer", "title", "abstimmungstext", "documents", "alias")
        ],
        pytest.param(False, replaced(('"passed-meeting"', '"sitzung"')), Status.LAYOUT_UNKNOWN, id="the meeting has another name"),
        pytest.param(False, replaced(('"agenda_items": [', '"agenda_items": {"a": [')), Status.LAYOUT_UNKNOWN, id="data that are none"),
        pytest.param(False, replaced(("window.components[", "window.parts[")), Status.LAYOUT_UNKNOWN, id="another app"),
        pytest.param(False, replaced(('"topnummer": "3"', '"topnummer": ""')), Status.LAYOUT_UNKNOWN, id="an item without a number"),
        pytest.param(False, lambda _: '<form><input type="password"/></form>', Status.LOGIN_WALL, id="a login page"),
        pytest.param(False, lambda _: "<h1>Wartungsarbeiten</h1>", Status.SOFT_ERROR_PAGE, id="maintenance"),
        pytest.param(True, replaced(("<th>TOP</th>", "<th>Punkt</th>")), Status.LAYOUT_UNKNOWN, id="the column of numbers is headed otherwise"),
        pytest.param(True, replaced(("<th>Beschluss</th>", "<th>Votum</th>")), Status.LAYOUT_UNKNOWN, id="the column of results is headed otherwise"),
        pytest.param(True, replaced(("<td>Ö 3</td>", "<td>drei</td>")), Status.LAYOUT_UNKNOWN, id="a number in words"),
        pytest.param(True, replaced(('name="id"', 'name="kennung"')), Status.LAYOUT_UNKNOWN, id="meetings are posted under another name"),
    ],
)  # fmt: skip
def test_a_changed_page_is_an_issue(older: bool, change: Change, code: Status) -> None:
    assert codes(Site(change, older=older)) == {code}


def test_another_result_in_the_data_is_another_state_of_the_page() -> None:
    def versions(site: Site) -> dict[str, str | None]:
        return {link.url: link.version for link in site.found().documents if link.role == "meeting"}

    before, after = versions(Site()), versions(Site(replaced(("Nein: 5", "Nein: 6"))))
    assert {url for url in before if before[url] != after[url]} == {f"{ROOT}meeting.php?id=ni_2025-RAT-241"}


def test_a_page_or_data_in_place_of_a_file_are_refused() -> None:
    url = f"{ROOT}documents.php?document_type_id=4"
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", url, b"<html><title>Fehler</title></html>")
    with pytest.raises(Failure, match="answers with data instead of a file"):
        judge("main_file", url, b'{"error": "not found"}')
    judge("main_file", url, b"%PDF-1.7")


def test_the_page_of_a_resolution_is_held_to_its_form() -> None:
    url = f"{ROOT}beschluesse_details.php?vid=66090610000&nid=ni_2025-RAT-241"
    judge("extract", url, Site(older=True).get(url))
    with pytest.raises(Failure, match="is no page of a resolution as we know it"):
        judge("extract", url, b"<html><body><p>" + b"Willkommen in Fehrnau. " * 40 + b"</p></body></html>")


@pytest.mark.parametrize("older", [False, True])
def test_the_vendor_is_recognised_by_its_makers_name(older: bool) -> None:
    url = f"{ROOT}meeting.php?id=ni_2025-RAT-241"
    sign = "its makers' name in the page's head"
    assert recognise(Seen(url, Site(older=older).get(url))) == Recognised("rubin", 1.0, sign, None, f"{ROOT}sitzungskalender.php")
    assert recognise(Seen("https://www.fehrnau.example/", b"<html><title>Fehrnau</title></html>")) is None

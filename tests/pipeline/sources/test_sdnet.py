"""SD.NET RIM 4: addresses are tokens that change, so things are known by what they are; resolutions and votes stand on the papers' pages."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.sdnet import SdnetSite
from pipeline.demo.town import town_of
from pipeline.extraction import Context, read_document
from pipeline.sources import AgendaItem, Consultation, Found, Meeting, Paper, Recognised, Seen
from pipeline.sources.sdnet import find, judge, recognise
from pipeline.statuses import Failure, Status
from tests.pipeline.sources.fakes import Change, answered, codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
TOWN = town_of(SOURCES / "fehrnau")
ROOT = "https://ris.fehrnau.example"


class Site:
    """The fake without the network: it answers addresses, with a change to its pages."""

    def __init__(self, change: Change = str, now: tuple[int, int] = (2025, 5)) -> None:
        self.site, self.change, self.asked = SdnetSite(TOWN, now), change, list[str]()

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        return answered(self.site, url, ROOT, self.change, folder="")

    def found(self) -> Found:
        days = {"first_day": date(2025, 2, 1), "last_day": date(2025, 3, 31)}
        return find(Council(id="f", name="Fehrnau", source="sdnet", url=f"{ROOT}/termine/", **days), self.get, None)


def test_a_whole_council_is_found() -> None:
    found = Site().found()

    council, committee = nouns(found, Meeting)
    key = f"{ROOT}/tops/#Rat der Stadt Fehrnau 2025-03-18 17:00"
    assert (found.complete, found.issues) == (True, ())
    assert (council.key, council.name, council.start) == (
        key,
        "Rat der Stadt Fehrnau, 9. Sitzung",
        datetime(2025, 3, 18, 17, tzinfo=BERLIN),
    )
    assert [item.title for item in committee.agenda_items] == [
        "Bestellung einer Schriftführerin",
        "Umbau des Bahnhofsvorplatzes",
        "Verschiedenes",
    ]
    assert council.agenda_items[1] == AgendaItem(
        key=f"{key}#2",
        number="2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        votes="ungeändert beschlossen, 24 Ja-Stimmen, 5 Nein-Stimmen, 2 Enthaltungen",
        paper=f"{ROOT}/vorgang/#BV/025/2025",
    )
    assert [(item.key.rpartition("#")[2], item.public) for item in council.agenda_items[5:]] == [("6", True), ("N 7", False)]
    assert {paper.reference: (paper.name, paper.paper_type, paper.date) for paper in nouns(found, Paper)} == {
        paper.reference: (paper.title, paper.paper_type, paper.day) for paper in TOWN.papers
    }
    ways = [way for way in nouns(found, Consultation) if way.paper == council.agenda_items[1].paper]
    assert {(way.meeting, way.agenda_item) for way in ways} == {(meeting.key, f"{meeting.key}#2") for meeting in (council, committee)}
    fetched = [link for link in found.documents if link.content is None]
    assert sorted(link.role for link in fetched) == [
        "auxiliary_file", *["invitation"] * 2, *["main_file"] * 4, *["resolution_file"] * 5, *["results_protocol"] * 2,
    ]  # fmt: skip
    assert {link.key: link.meeting for link in fetched if link.role == "resolution_file"} == {
        f"{ROOT}/vorgang/#BV/025/2025@Bau- und Verkehrsausschuss 2025-02-25 17:30/Beschluss.pdf": committee.key,
        **{f"{ROOT}/vorgang/#{paper.reference}@Rat der Stadt Fehrnau 2025-03-18 17:00/Beschluss.pdf": council.key for paper in TOWN.papers},
    }


def test_other_tokens_make_no_other_things() -> None:
    site = Site()
    first, second = site.found(), site.found()
    assert [(link.key, link.version) for link in first.documents] == [(link.key, link.version) for link in second.documents]
    assert [noun.key for noun in first.nouns] == [noun.key for noun in second.nouns]
    assert [page.key for page in first.pages] == [page.key for page in second.pages]
    assert {link.url for link in first.documents}.isdisjoint(link.url for link in second.documents)


def test_a_meeting_may_have_no_agenda_yet() -> None:
    def without(said: str) -> Change:
        return lambda page: re.sub(r'<table id="table0" class="table-data table-top.*</table>', said, page, flags=re.DOTALL)

    found = Site(without("<p>Es liegt noch keine Tagesordnung vor.</p>")).found()
    assert [(meeting.agenda_items, meeting.start.date()) for meeting in nouns(found, Meeting)] == [
        ((), date(2025, 3, 18)),
        ((), date(2025, 2, 25)),
    ]
    assert found.issues == ()
    assert codes(Site(without("<p>Willkommen.</p>"))) == {Status.LAYOUT_UNKNOWN}


def test_a_meeting_that_is_cancelled_or_has_an_end_says_so() -> None:
    found = Site(replaced((", 9. Sitzung", ", 9. Sitzung (abgesagt)"))).found()
    assert [meeting.cancelled for meeting in nouns(found, Meeting)] == [True, None]
    found = Site(lambda page: re.sub(r"(<th[^>]*>Termin:.*?17:00) Uhr</a>", r"\1 - 19:05 Uhr</a>", page, flags=re.DOTALL)).found()
    assert [meeting.end for meeting in nouns(found, Meeting)] == [datetime(2025, 3, 18, 19, 5, tzinfo=BERLIN), None]


def test_files_of_the_closed_part_are_marked_so() -> None:
    head = 'class="row-1 original ebene1-0 top-oeff-head"'
    found = Site(lambda page: page.replace(head, head.replace("oeff", "noeff")).replace("top-oeff-data", "top-noeff-data")).found()
    assert {link.role: link.public for link in found.documents if link.role in ("main_file", "invitation")} == {
        "main_file": False,
        "invitation": None,
    }


@pytest.mark.parametrize(
    ("now", "calendars"),
    [
        pytest.param((2025, 5), 4, id="back from May"),
        pytest.param((2025, 2), 2, id="forth from February"),
        pytest.param((2024, 12), 4, id="forth from December of the year before"),
    ],
)
def test_the_calendar_is_followed_as_far_as_the_wanted_days_go(now: tuple[int, int], calendars: int) -> None:
    site = Site(now=now)
    assert len(nouns(site.found(), Meeting)) == 2
    assert sum("/termine/" in url for url in site.asked) == calendars


@pytest.mark.parametrize(
    ("change", "code"),
    [
        pytest.param(replaced(("table-data table-top", "agenda")), Status.LAYOUT_UNKNOWN, id="the table has another class"),
        pytest.param(replaced(('td class="column-topnrtext"', 'td class="number"')), Status.LAYOUT_UNKNOWN, id="the cells have another class"),
        pytest.param(replaced(('"column-bezeichnung">U', '"x">U')), Status.LAYOUT_UNKNOWN, id="a title is missing"),
        pytest.param(replaced(("Termin:", "Zeitpunkt:")), Status.LAYOUT_UNKNOWN, id="a label is translated"),
        pytest.param(replaced((">Abstimmung<", ">Votum<")), Status.LAYOUT_UNKNOWN, id="a column is headed otherwise"),
        pytest.param(replaced(('">Vorgang BV', '">Vorgang XY')), Status.LAYOUT_UNKNOWN, id="the page of another paper"),
        pytest.param(replaced(("/tops/", "/agenda/")), Status.LAYOUT_UNKNOWN, id="agendas have other addresses"),
        pytest.param(replaced(("18.03.2025 17:00 Uhr</a>", "19.03.2025 17:00 Uhr</a>")), Status.LAYOUT_UNKNOWN, id="another day than the calendar's"),
        pytest.param(lambda _: "<title>Wartungsarbeiten</title><h1>Wartungsarbeiten</h1>", Status.SOFT_ERROR_PAGE, id="maintenance"),
        pytest.param(lambda _: '<form><input type="password"/></form>', Status.LOGIN_WALL, id="a login page"),
    ],
)  # fmt: skip
def test_a_changed_page_is_an_issue(change: Change, code: Status) -> None:
    assert codes(Site(change)) == {code}


@pytest.mark.parametrize(
    ("cell", "votes"),
    [
        pytest.param(
            "11 Ja-Stimmen, O Nein-Stimmen, O Enthaltungen",
            [("adopted", 11, 0, 0, "11 Ja-Stimmen, O Nein-Stimmen, O Enthaltungen")],
            id="the letter O for zero",
        ),
        pytest.param(
            "JaNeinEnthaltungABC11DEF6XYZ3Gesamt2010",
            [("unknown", None, None, None, "JaNeinEnthaltungABC11DEF6XYZ3Gesamt2010")],
            id="a table of votes run together",
        ),
        pytest.param("", [], id="nothing before the meeting"),
    ],
)
def test_votes_are_read_as_they_are_printed(cell: str, votes: list[tuple]) -> None:
    site = Site(lambda page: re.sub(r'(column-ergebnis">)ungeändert b[^<]*', rf"\g<1>{cell}", page))
    token = site.site._token("paper 0")
    council = next(meeting for meeting in nouns(site.found(), Meeting) if meeting.name.startswith("Rat"))
    page = read_document(site.get(f"{ROOT}/vorgang/?__={token}"), "vorgang.html", Context()).extraction
    told = [vote for vote in page.tables["votes"] if vote.subject_text == "Rat der Stadt Fehrnau"]
    assert council.agenda_items[1].votes == (cell if votes else None)
    assert [(vote.outcome, vote.yes, vote.no, vote.abstain, vote.quote.text) for vote in told] == votes


def test_a_page_in_place_of_a_file_is_refused() -> None:
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", f"{ROOT}/sdnetrim/x/Vorlage.pdf", b"<html><title>Sitzung</title></html>")
    judge("main_file", f"{ROOT}/sdnetrim/x/Vorlage.pdf", b"%PDF-1.7")


def test_the_vendor_is_recognised_by_its_title_and_tells_where_to_start() -> None:
    url = f"{ROOT}/vorgang/?__={SdnetSite(TOWN)._token('paper 0')}"
    sign = "its name and version in the page's title"
    assert recognise(Seen(url, Site().get(url))) == Recognised("sdnet", 1.0, sign, "4", f"{ROOT}/termine/")
    assert recognise(Seen("https://www.fehrnau.example/", b"<html><title>Fehrnau</title></html>")) is None

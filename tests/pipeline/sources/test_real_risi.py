"""The pages of real systems that lie outside of this project, against what a reader of them counts; skipped where they are absent."""

from pathlib import Path

import pytest

from pipeline.extraction import Context, json_of, read_document
from pipeline.pages.page import Page, page_of
from pipeline.pages.premises import hold
from pipeline.sources import Meeting, Seen
from pipeline.sources.risi import judge, recognise
from pipeline.sources.risi.agenda import AGENDA, agenda_on
from pipeline.sources.risi.calendar import Listed
from pipeline.sources.risi.meeting import MEETING, meeting_on
from pipeline.sources.risi.paper import PAPER, paper_on

PAGES = Path(__file__).resolve().parents[4] / "shared" / "real" / "html"
ROOT = "https://risi.muenchen.de/risi/"
pytestmark = pytest.mark.skipif(not PAGES.is_dir(), reason="the real pages are not here")
ADDRESSES = {
    "muenchen/CalendarParser_Data1.html": "sitzung/detail/6431692",
    "muenchen/CalendarParser_BA_Data1.html": "sitzung/detail/6243091",
    "muenchen/CalendarParser_AgendaPublic1.html": "sitzung/detail/6431692/tagesordnung/oeffentlich",
    "muenchen/CalendarParser_AgendaDecision1.html": "sitzung/top/6930396/entscheidung",
    "muenchen/entscheidung.html": "sitzung/top/9983856/entscheidung",
    "muenchen/StadtratsvorlageParser_Dokument1.html": "sitzungsvorlage/detail/6752652",
    "muenchen/StadtratsvorlageParser_Dokument2.html": "sitzungsvorlage/detail/6765458",
    "muenchen/AntragParser_Stadtrat1.html": "antrag/detail/6842474",
    "wiesbaden/piwi-abstimmung.html": "sitzung/top/3826900/abstimmungsergebnis",
}


def page_named(name: str) -> Page:
    return page_of((PAGES / name).read_bytes(), ROOT + ADDRESSES[name])


@pytest.mark.parametrize("name", ADDRESSES)
def test_the_vendor_is_recognised(name: str) -> None:
    found = recognise(Seen(ROOT + ADDRESSES[name], (PAGES / name).read_bytes()))
    assert found is not None
    assert (found.source, found.sureness >= 0.8) == ("risi", True)


@pytest.mark.parametrize(
    ("name", "body", "files", "others"),
    [
        ("muenchen/CalendarParser_Data1.html", "Ausschuss für Stadtplanung und Bauordnung", ["invitation"] * 3, ["6944222", "6430935"]),
        ("muenchen/CalendarParser_BA_Data1.html", "BA 14 - Vollgremium", ["invitation", "results_protocol"], ["6810632", "6243035"]),
    ],
)
def test_a_meeting(name: str, body: str, files: list[str], others: list[str]) -> None:
    page = page_named(name)
    hold(page, MEETING)
    read = meeting_on(page, Listed(page.url), "Europe/Berlin")
    assert (read.meeting.name, [link.role for link in read.documents], read.issues) == (body, files, ())
    assert read.agenda == f"{page.url}/tagesordnung/oeffentlich"
    assert [other.url.rpartition("/")[2] for other in read.others] == others


def test_an_agenda() -> None:
    page = page_named("muenchen/CalendarParser_AgendaPublic1.html")
    hold(page, AGENDA)
    agenda = agenda_on(page, Meeting(key=ROOT + "sitzung/detail/6431692"))
    assert [item.number for item in agenda.items] == [str(number) for number in range(1, 24)]
    assert all(item.title and item.paper and item.public for item in agenda.items)
    assert (len(set(agenda.papers)), agenda.issues) == (54, [])
    assert [sum(link.role == role for link in agenda.documents) for role in ("resolution_file", "extract")] == [23, 23]


@pytest.mark.parametrize(
    ("name", "reference", "kind", "files", "ways"),
    [
        ("muenchen/StadtratsvorlageParser_Dokument1.html", "20-26 / V 04180", "Beschlussvorlage VB", 6, 2),
        ("muenchen/StadtratsvorlageParser_Dokument2.html", "20-26 / V 04277", "Beschlussvorlage SB", 3, 1),
        ("muenchen/AntragParser_Stadtrat1.html", "20-26 / A 02018", "Änderungsantrag", 2, 6),
    ],
)
def test_a_paper(name: str, reference: str, kind: str, files: int, ways: int) -> None:
    page = page_named(name)
    hold(page, PAPER)
    read = paper_on(page, page.url)
    assert (read.noun.reference, read.noun.paper_type, len(read.documents), len(read.consultations)) == (reference, kind, files, ways)
    assert read.issues == []


@pytest.mark.parametrize(
    ("name", "number", "paper", "outcome"),
    [
        ("muenchen/CalendarParser_AgendaDecision1.html", "20", "20-26 / V 04924", "no_vote"),
        ("muenchen/entscheidung.html", "6", "26-32 / V 01121", "adopted"),
        ("wiesbaden/piwi-abstimmung.html", "10", "26-V-15-0004", "adopted"),
    ],
)
def test_an_item(name: str, number: str, paper: str, outcome: str) -> None:
    judge("extract", ROOT + ADDRESSES[name], (PAGES / name).read_bytes())
    said = json_of(read_document((PAGES / name).read_bytes(), name, Context()))
    assert [(item["number"], item["paper"], item["public"]) for item in said["agenda_items"]] == [(number, paper, True)]
    assert [vote["outcome"] for vote in said["votes"]] == [outcome]
    assert said["resolution_points"] == []

"""Real pages of SD.NET (Wesel, 2026-09), where they are at hand: what a reader of them counts is found."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.extraction import Context, read_document
from pipeline.pages.page import Page, page_of
from pipeline.pages.premises import PageType, hold
from pipeline.sources import Consultation, Seen
from pipeline.sources.sdnet import recognise
from pipeline.sources.sdnet.calendar import Listed
from pipeline.sources.sdnet.meeting import AGENDA, agenda_of
from pipeline.sources.sdnet.paper import PROCESS, Told, process_of

PAGES = Path(__file__).parents[4] / "shared/real/html/sdnet/wesel"
ZONE = "Europe/Berlin"
ROOT = "https://ris.wesel.de"
MEETING = f"{ROOT}/tops/#Rat 2026-09-29 16:30"

pytestmark = pytest.mark.skipif(not PAGES.exists(), reason="the real pages are not here")


def held(name: str, url: str, kind: PageType) -> Page:
    body = (PAGES / name).read_bytes()
    seen = recognise(Seen(url, body))
    assert seen is not None
    assert (seen.source, seen.version, seen.sureness) == ("sdnet", "4", 1.0)
    page = page_of(body, url)
    hold(page, kind)
    return page


def test_an_agenda() -> None:
    url = f"{ROOT}/tops/?__=x"
    agenda = agenda_of(held("tagesordnung-rat.EXCERPT.html", url, AGENDA), Listed(url), ZONE)
    assert (agenda.meeting.key, agenda.meeting.start, agenda.issues) == (MEETING, datetime(2026, 9, 29, 16, 30, tzinfo=ZoneInfo(ZONE)), ())
    assert [(item.number, item.public, item.paper) for item in agenda.meeting.agenda_items] == [
        ("1", True, None),
        ("4", True, f"{ROOT}/vorgang/#T 02/321/26"),
    ]
    assert [(file.role, file.key) for file in agenda.documents] == [
        ("invitation", f"{MEETING}/Bekanntmachung_Rat_29.09.2026.pdf"),
        ("main_file", f"{ROOT}/vorgang/#T 02/321/26/Beschlussvorlage_T_02-321-26.pdf"),
    ]
    assert all(row.process for row in agenda.rows)


def test_a_paper() -> None:
    key, url = f"{ROOT}/vorgang/#T 02/325/26", f"{ROOT}/vorgang/?__=x"
    process = process_of(held("vorgang.html", url, PROCESS), key, "T 02/325/26", ZONE)
    assert process.noun is not None
    assert (process.noun.paper_type, process.noun.under_direction_of) == ("Vorlage zur Kenntnis", ("organization:Büro des Bürgermeisters",))
    assert (process.consultations, process.issues) == (
        (Consultation(key=f"{key}@{MEETING}", paper=key, meeting=MEETING, organizations=("organization:Rat",)),),
        (),
    )
    assert process.told == (Told(MEETING, None),)
    assert [(file.role, file.name, file.version) for file in process.documents] == [
        ("main_file", "Vorlage zur Kenntnis T 02/325/26", "Vorlage zur Kenntnis T 02/325/26 (exportiert: 18.09.2026) (125 KB)"),
        (
            "auxiliary_file",
            "Übersichten Besetzung der Ausschüsse",
            "Übersichten Besetzung der Ausschüsse (exportiert: 18.09.2026) (673 KB)",
        ),
    ]


def test_an_agenda_is_read_by_its_columns() -> None:
    body = (PAGES / "tagesordnung-rat.EXCERPT.html").read_bytes()
    rows = read_document(body, "page.html", Context()).extraction.tables["agenda_items"]
    assert [(row.number, row.public, row.paper, row.title.split()[0]) for row in rows] == [
        ("1", True, None, "Fragestunde"),
        ("4", True, "T 02/321/26", "Neu-/Umbesetzung"),
    ]

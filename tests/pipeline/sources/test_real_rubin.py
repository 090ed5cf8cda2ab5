"""The real page of more! rubin (Eibenstock, 2026-09), where it is at hand: what a reader of it counts is found."""

from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from pipeline.extraction import Context, read_document
from pipeline.pages.page import page_of
from pipeline.pages.premises import hold
from pipeline.sources import Recognised, Seen
from pipeline.sources.rubin import recognise
from pipeline.sources.rubin.agenda import AGENDA
from pipeline.sources.rubin.calendar import Listed
from pipeline.sources.rubin.meeting import agenda_of

PAGE = Path(__file__).parents[4] / "shared/real/html/rubin/eibenstock/eibenstock-meeting.html"
ROOT = "https://ris.eibenstock.de/"
URL = f"{ROOT}meeting.php?id=ni_2026-STR-240"

pytestmark = pytest.mark.skipif(not PAGE.exists(), reason="the real page is not here")


def test_a_meeting() -> None:
    body = PAGE.read_bytes()
    assert recognise(Seen(URL, body)) == Recognised(
        "rubin", 1.0, "its makers' name in the page's head", None, f"{ROOT}sitzungskalender.php"
    )
    page = page_of(body, URL)
    hold(page, AGENDA)
    agenda = agenda_of(page, Listed(URL), "Europe/Berlin")
    assert (agenda.noun.name, agenda.noun.start, agenda.issues) == (
        "20. Sitzung des Stadtrates",
        datetime(2026, 9, 10, tzinfo=ZoneInfo("Europe/Berlin")),
        [],
    )
    assert agenda.noun.organizations == ("organization:Stadtrat",)
    assert [(item.number, item.public, item.result, item.votes) for item in agenda.items] == [
        ("1", True, None, None),
        ("11", True, None, None),
        ("21", True, None, None),
    ]
    assert [(paper.reference, paper.paper_type) for paper in agenda.papers.values()] == [
        ("039/26", "Beschlussvorlage"),
        ("059/26", "Beschlussvorlage"),
    ]
    assert [(file.role, file.key) for file in agenda.documents] == [
        ("resolution_file", f"{ROOT}documents.php?agenda_item_id=ni_2026-STR-240%7Czt_0%7C1&document_type_id=5"),
        ("main_file", f"{ROOT}documents.php?document_type_id=4&submission_id=660906100038"),
        ("auxiliary_file", f"{ROOT}documents.php?document_type_id=13&submission_attachment_id=660906100038%7C20260925111423-0.pdf%7C"),
        ("main_file", f"{ROOT}documents.php?document_type_id=4&submission_id=662008100058"),
        ("resolution_file", f"{ROOT}documents.php?agenda_item_id=ni_2026-STR-240%7C662008100058%7C1&document_type_id=5"),
    ]


def test_its_items_are_read() -> None:
    rows = read_document(PAGE.read_bytes(), "meeting.html", Context()).extraction.tables["agenda_items"]
    assert [(row.number, row.public, row.paper) for row in rows] == [("1", True, None), ("11", True, "039/26"), ("21", True, "059/26")]

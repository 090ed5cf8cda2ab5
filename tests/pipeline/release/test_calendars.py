"""Calendars as calendar programs read them."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from icalendar import Calendar

from pipeline.release.calendars import write_calendars
from pipeline.release.settings import Settings
from pipeline.release.views import finish
from tests.browser.payloads import PAYLOADS
from tests.pipeline.release.evidence.released import Small
from tests.pipeline.release.finished import finished


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return finished(tmp_path_factory.mktemp("finished") / "release")


def test_what_is_due_and_when_reports_are_announced(small: Small, tmp_path: Path) -> None:
    paths = write_calendars(small.connection, tmp_path, Settings(), date(2024, 1, 1))
    assert [path.name for path in paths] == ["alle.ics", "kommune-fehrnau.ics"]
    told = Calendar.from_ical(paths[0].read_bytes())
    events = [(str(event["uid"]), event["dtstart"].dt, str(event["summary"]), event["dtstamp"].dt) for event in told.walk("VEVENT")]
    assert events == [
        (
            "due@beschlussbuch",
            date(2024, 9, 30),
            "Frist: Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr",
            datetime(2026, 11, 20, 10, tzinfo=UTC),
        ),
        ("report@beschlussbuch", date(2024, 11, 15), "Bericht: Bericht", datetime(2026, 11, 21, 10, tzinfo=UTC)),
    ]
    assert str(told.walk("VEVENT")[0]["description"]) == (
        "„bis zum 30. September 2024“\nGemeinderat\numsetzen, ausführen\nhttps://rat.example.org/d1"
    )


def test_what_was_due_long_ago_is_left_out(small: Small, tmp_path: Path) -> None:
    paths = write_calendars(small.connection, tmp_path, Settings(), date(2024, 10, 1))
    assert [str(event["uid"]) for event in Calendar.from_ical(paths[0].read_bytes()).walk("VEVENT")] == ["report@beschlussbuch"]


def test_nothing_new_gives_the_same_bytes(small: Small, tmp_path: Path) -> None:
    first, second = (
        {path.name: path.read_bytes() for path in write_calendars(small.connection, tmp_path / name, Settings(), date(2024, 1, 1))}
        for name in ("one", "two")
    )
    assert first == second


def test_hostile_words_make_no_lines_of_their_own(tmp_path: Path) -> None:
    small = Small(tmp_path / "release")
    words = [
        *PAYLOADS,
        "x\r\nEND:VEVENT\r\nBEGIN:VALARM\r\nACTION:AUDIO",
        "x\nATTACH:http://evil.invalid/",
        "x\rDTSTART:19700101",
        "x\x85y\u2028z;,\\n",
    ]
    small.document("d1", "\n".join(words))
    for number, word in enumerate(words):
        small.fact("agenda_items", "d1", word, number=str(number), title=word, agenda_item=str(number))
        small.fact("deadlines", "d1", word, kind="due", date_to="2026-12-24", precision="day", duty="report", section="resolution",
                   agenda_item=str(number), body=word, original_url=None)  # fmt: skip
    finish(small.connection)
    paths = write_calendars(small.connection, tmp_path / "calendar", Settings(title=words[0]), date(2026, 1, 1))
    for path in paths:
        told = Calendar.from_ical(path.read_bytes())
        events = told.walk("VEVENT")
        assert len(events) == len(words)
        assert {part.name for part in told.walk()} == {"VCALENDAR", "VEVENT"}
        assert {str(event["dtstart"].dt) for event in events} == {"2026-12-24"}
        assert all(
            set(event) <= {"UID", "DTSTAMP", "DTSTART", "DTEND", "SUMMARY", "DESCRIPTION", "CATEGORIES", "TRANSP"} for event in events
        )

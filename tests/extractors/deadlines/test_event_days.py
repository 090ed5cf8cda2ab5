"""Deadlines at events of the year's course, resolved by the school calendar of the Land. The meeting was on 12 March 2024."""

from datetime import date

import pytest

from extractors.deadlines import extract
from extractors.deadlines.school_calendar import school_break
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText, Habits

MEETING = date(2024, 3, 12)


def read(sentence: str, land: str | None = "SN", meeting_date: date | None = MEETING) -> list[str]:
    source = DocumentText(f"Beschluss:\n{sentence}", meeting_date=meeting_date, habits=Habits(land=land))
    return [
        f"{found.quote.text}: {found.kind} {found.anchor}, {found.date_from or ''}..{found.date_to or ''} {found.precision}"
        for found in extract(minutes_of(source))
    ]


# The summer holidays of Saxony: 20 June to 2 August 2024, 28 June to 8 August 2025.
EVENTS = {
    "vor der Sommerpause": "Sommerpause, ..2024-06-19 season",
    "noch vor der Sommerpause": "Sommerpause, ..2024-06-19 season",
    "vor der diesjährigen Sommerpause": "diesjährigen Sommerpause, ..2024-06-19 season",
    "vor der Sommerpause des Jahres 2025": "Sommerpause des Jahres 2025, ..2025-06-27 season",
    "vor der Sommerpause im nächsten Jahr": "Sommerpause, ..2025-06-27 season",
    "nach der Sommerpause": "Sommerpause, 2024-08-03.. season",
    "im Anschluss an die Sommerpause": "Sommerpause, 2024-08-03.. season",
    "bis zu den Herbstferien": "Herbstferien, ..2024-10-06 day",
    "bis zum Beginn der Sommerferien": "Beginn der Sommerferien, ..2024-06-19 day",
    "bis Ende der Sommerferien": "Ende der Sommerferien, ..2024-08-02 day",
    "vor den Sommerferien 2025": "Sommerferien 2025, ..2025-06-27 day",
    "nach den Osterferien": "Osterferien, 2024-04-06.. day",
    "während der Sommerferien": "Sommerferien, 2024-06-20..2024-08-02 day",
    "spätestens in den Herbstferien": "Herbstferien, ..2024-10-19 day",
    "in der Weihnachtspause": "Weihnachtspause, 2024-12-23..2025-01-03 season",
    "bis Schuljahresbeginn": "Schuljahresbeginn, ..2024-08-04 season",
    "bis zum Schuljahresende": "Schuljahresende, ..2024-06-19 season",
    "bis zum Ende des Schuljahres 2024/25": "Ende des Schuljahres 2024/25, ..2025-06-27 season",
    "zum Schuljahr 2024/25": "Schuljahr 2024/25, 2024-08-05..2024-08-05 season",
    "zu Beginn des Schuljahres 2025/2026": "Beginn des Schuljahres 2025/2026, 2025-08-11..2025-08-11 season",
    "im Schuljahr 2024/25": "Schuljahr 2024/25, 2024-08-05..2025-06-27 season",
    "vor Weihnachten": "Weihnachten, ..2024-12-24 day",
    "bis Ostern 2025": "Ostern 2025, ..2025-04-19 day",
    "nach Pfingsten": "Pfingsten, 2024-05-21.. day",
    "bis zum Jahreswechsel": "Jahreswechsel, ..2024-12-31 day",
}


@pytest.mark.parametrize("words", EVENTS)
def test_the_calendar_of_the_land_tells_the_day(words: str) -> None:
    assert read(f"Der Plan ist {words} zu erstellen.") == [f"{words}: event {EVENTS[words]}"]


# Nothing but the words: what no calendar holds, and what may mean either turn.
WORDS_ONLY = {
    "bis nach den Sommerferien": "Sommerferien",
    "vor der Winterpause": "Winterpause",
    "in den Ferien": "Ferien",
    "zu den Herbstferien": "Herbstferien",
    "vor den übernächsten Sommerferien": "übernächsten Sommerferien",
    "vor den Sommerferien 2035": "Sommerferien 2035",
}


@pytest.mark.parametrize("words", WORDS_ONLY)
def test_words_stay_words(words: str) -> None:
    assert read(f"Der Plan ist {words} zu erstellen.") == [f"{words}: event {WORDS_ONLY[words]}, .. None"]


@pytest.mark.parametrize(
    ("land", "meeting_date"),
    [(None, MEETING), ("SN", None), ("ZH", MEETING), ("SN", date(2024, 7, 2)), ("SN", date(1, 1, 1)), ("SN", date(9999, 12, 31))],
    ids=["no Land", "no day of the meeting", "abroad", "a meeting in the holidays", "long ago", "far off"],
)
def test_without_a_calendar_or_between_two_turns(land: str | None, meeting_date: date | None) -> None:
    assert read("Der Plan ist vor der Sommerpause zu erstellen.", land, meeting_date) == ["vor der Sommerpause: event Sommerpause, .. None"]


def test_a_feast_needs_no_land() -> None:
    assert read("Der Plan ist vor Ostern zu erstellen.", None) == ["vor Ostern: event Ostern, ..2024-03-30 day"]


@pytest.mark.parametrize(
    ("land", "summer"),
    [("BY", ("2024-07-29", "2024-09-09")), ("NW", ("2024-07-08", "2024-08-20")), ("BW", ("2024-07-25", "2024-09-07"))],
)
def test_each_land_has_its_own(land: str, summer: tuple[str, str]) -> None:
    assert school_break("summer", land, 2024) == tuple(map(date.fromisoformat, summer))


def test_breaks_that_share_a_name_or_are_days_alone() -> None:
    assert school_break("easter", "BY", 2024) == (date(2024, 3, 25), date(2024, 4, 6))  # not the week of carnival
    assert school_break("easter", "BW", 2021) == (date(2021, 4, 1), date(2021, 4, 10))  # in two parts around the feast
    assert school_break("easter", "HH", 2021) is None  # a fortnight in March
    assert school_break("whitsun", "SN", 2023) is None  # the Friday after Ascension Day
    assert school_break("summer", "SN", 2030) is None


@pytest.mark.parametrize(
    "sentence",
    ["Der Erlass gilt bis zu den Sommerferien.", "Die Sommerferien waren vor der Sitzung geplant.", "Vor Ort wurde beraten."],
)
def test_no_deadline(sentence: str) -> None:
    assert read(sentence) == []

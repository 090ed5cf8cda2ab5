"""Days and times in cells of calendars and agendas, and which days a calendar is asked for."""

from __future__ import annotations

from datetime import UTC, date, datetime, time, timedelta, timezone

import pytest

from pipeline.councils import Council
from pipeline.pages.moments import day_in, moment_of, times_in
from pipeline.pages.window import AHEAD, BEFORE, STILL_CHANGING, Window, window_of

TODAY = date(2026, 3, 10)


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("Di, 22.09.2026", date(2026, 9, 22)),
        ("1.9.2026 und 2.9.2026", date(2026, 9, 1)),
        ("1. September 2026", date(2026, 9, 1)),
        ("3. Mär. 2026", date(2026, 3, 3)),
        ("12. Jänner 2026", date(2026, 1, 12)),
        ("2026-09-22", date(2026, 9, 22)),
        ("31.02.2026", None),
        ("1. Lenzing 2026", None),
        ("22.09.", None),
        ("Vorlage 122.09.2026", None),
        ("", None),
        (None, None),
    ],
)
def test_the_first_day_of_a_cell(cell: str | None, day: date | None) -> None:
    assert day_in(cell) == day


@pytest.mark.parametrize(
    ("cell", "times"),
    [
        ("17:00 - 19:20 Uhr", [time(17), time(19, 20)]),
        ("22.09.2026 17.30 Uhr", [time(17, 30)]),
        ("18:00 bis 24:00 Uhr", [time(18), time(0)]),
        ("TOP 3.1.25", []),
        ("25:00", []),
        (None, []),
    ],
)
def test_the_times_of_a_cell(cell: str | None, times: list[time]) -> None:
    assert times_in(cell) == times


def test_a_moment_is_in_the_councils_time_zone() -> None:
    summer, winter = (moment_of(date(2026, month, 10), time(17), "Europe/Berlin") for month in (7, 1))
    assert summer == datetime(2026, 7, 10, 17, tzinfo=timezone(timedelta(hours=2)))
    assert winter == datetime(2026, 1, 10, 17, tzinfo=timezone(timedelta(hours=1)))
    assert moment_of(None, time(17), "Europe/Berlin") is None


def test_the_months_of_a_window_touch_both_ends() -> None:
    assert list(Window(date(2025, 11, 30), date(2026, 2, 1)).months()) == [(2025, 11), (2025, 12), (2026, 1), (2026, 2)]


@pytest.mark.parametrize(
    ("days", "since", "window"),
    [
        pytest.param({}, None, Window(TODAY - BEFORE, TODAY + AHEAD), id="the first time"),
        pytest.param(
            {}, datetime(2026, 3, 1, tzinfo=UTC), Window(date(2026, 3, 1) - STILL_CHANGING, TODAY + AHEAD), id="what may still change"
        ),
        pytest.param(
            {"first_day": date(2026, 2, 1)},
            datetime(2026, 3, 1, tzinfo=UTC),
            Window(date(2026, 2, 1), TODAY + AHEAD),
            id="never before the first day",
        ),
        pytest.param(
            {"first_day": date(2020, 1, 1), "last_day": date(2020, 12, 31)},
            None,
            Window(date(2020, 1, 1), date(2020, 12, 31)),
            id="a year long ago",
        ),
        pytest.param({"last_day": date(2020, 12, 31)}, None, Window(date(2020, 12, 31), date(2020, 12, 31)), id="over before it began"),
    ],
)
def test_which_days_are_asked_for(days: dict[str, date], since: datetime | None, window: Window) -> None:
    assert window_of(Council(id="f", name="Fehrnau", **days), since, TODAY) == window

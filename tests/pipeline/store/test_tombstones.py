"""An address that was gone on three days is told as gone for good; it is asked for once a month, and may come back."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline import checks
from pipeline.statuses import Failure, Status
from pipeline.store import Store, due, ledger, store_in

URL = "https://rat.wehrstadt.example/17.pdf"
START = datetime(2024, 6, 1, 3, tzinfo=UTC)
DAY = timedelta(days=1)
SAID = f"{URL} was gone on 2024-06-01, 2024-06-02 and 2024-06-03; it is asked for once a month from now on."


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store(store_in(tmp_path)) as store:
        store.put("documents", [{"id": "d", "council": "a", "source_url": URL, "role": "main_file", "version": "1"}])
        yield store


def miss(store: Store, at: datetime, status: Status = Status.GONE) -> str:
    ledger.not_had(store, "d", Failure(status, "The server says 404."), at)
    ledger.settle(store, "a")
    said: str = store.one("SELECT status FROM documents")
    return said


def missed_thrice(store: Store) -> datetime:
    for days in range(3):
        miss(store, START + days * DAY)
    return START + 2 * DAY


def is_asked_for(store: Store, at: datetime) -> bool:
    return due.to_fetch(store, "a", at) == ["d"]


def test_three_days_make_a_tombstone_that_names_them(store: Store) -> None:
    assert [miss(store, START + days * DAY) for days in range(3)] == ["gone", "gone", "tombstone"]
    assert checks.failures_of(store, "a") == [("tombstone", URL, SAID, "d")]


def test_three_times_on_one_day_do_not(store: Store) -> None:
    assert [miss(store, START + timedelta(hours=hours)) for hours in (0, 8, 16)] == ["gone"] * 3


def test_other_failures_do_not(store: Store) -> None:
    said = [miss(store, START + days * DAY, Status.HTTP_ERROR) for days in range(4)]

    assert said == ["http_error"] * 4


def test_a_failure_between_does_not_count_and_forgets_nothing(store: Store) -> None:
    kinds = [Status.GONE, Status.TIMEOUT, Status.GONE, Status.GONE]

    assert [miss(store, START + days * DAY, kind) for days, kind in enumerate(kinds)] == ["gone", "timeout", "gone", "tombstone"]


def test_what_was_had_between_begins_anew(store: Store) -> None:
    miss(store, START)
    miss(store, START + DAY)
    ledger.arrived(store, "d", "run", START + 2 * DAY, ledger.Arrival("0" * 64, 1))

    assert [miss(store, START + days * DAY) for days in (3, 4, 5)] == ["gone", "gone", "tombstone"]


def test_it_is_asked_for_every_day_before_and_once_a_month_after(store: Store) -> None:
    miss(store, START)
    assert is_asked_for(store, START + DAY)

    last = missed_thrice(store)
    assert [days for days in range(62) if is_asked_for(store, last + days * DAY + timedelta(hours=1))][:1] == [30]

    asked = last + 31 * DAY
    assert miss(store, asked, Status.TIMEOUT) == "tombstone"  # a timeout would be asked for again at once
    assert not is_asked_for(store, asked + 29 * DAY)
    assert is_asked_for(store, asked + 31 * DAY)
    assert checks.failures_of(store, "a")[0][2] == SAID


def test_a_change_that_the_source_lists_is_asked_for_at_once(store: Store) -> None:
    last = missed_thrice(store)
    store.change("documents", "d", version="2")

    assert is_asked_for(store, last + DAY)


def test_it_may_come_back(store: Store) -> None:
    last = missed_thrice(store)
    ledger.arrived(store, "d", "run", last + 40 * DAY, ledger.Arrival("0" * 64, 1))
    store.change("documents", "d", read_status=Status.OK)
    ledger.settle(store, "a")

    assert store.one("SELECT status FROM documents") == "ok"
    assert store.one("SELECT gone_on FROM documents") is None

"""How a council stands: never ok when something is lost, and a gap is seen as a gap."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from pipeline.coverage import Month, State, View, _Meeting, months, standing_of
from pipeline.store import Store, store_in

NOW = datetime(2024, 6, 20, 12, tzinfo=UTC)


@pytest.fixture
def store(tmp_path: Path) -> Any:
    with Store(store_in(tmp_path)) as store:
        yield store


def ran(store: Store, when: datetime, outcome: str | None, **more: object) -> None:
    ended = when if outcome else None
    row = {"id": f"{when:%Y%m%dT%H%M%SZ}-a", "council": "a", "started_at": when, "finished_at": ended, "outcome": outcome}
    store.put("runs", [row | more])


class TestState:
    def state(self, store: Store, **more: Any) -> tuple[State, str | None]:
        standing = standing_of(store, "a", "Europe/Berlin", View(NOW, **more))
        return standing.state, standing.reason

    def test_never_run(self, store: Store) -> None:
        assert self.state(store) == (State.NEVER_RUN, None)

    @pytest.mark.parametrize("outcome", ["complete", "unchanged"])
    def test_ok(self, store: Store, outcome: str) -> None:
        ran(store, NOW - timedelta(days=3), outcome)

        assert self.state(store) == (State.OK, None)

    def test_stale(self, store: Store) -> None:
        ran(store, NOW - timedelta(days=4), "complete")

        assert self.state(store) == (State.STALE, "The last run was 4 days ago.")
        assert self.state(store, stale_after=timedelta(days=5)) == (State.OK, None)

    def test_a_run_that_lost_something_is_not_ok(self, store: Store) -> None:
        ran(store, NOW - timedelta(days=1), "complete")
        ran(store, NOW, "partial", failures={"timeout": 2, "corrupt": 1})

        assert self.state(store) == (State.FAILING, "The run of 2024-06-20T12:00:00+00:00 was partial: 1 corrupt, 2 timeout.")

    def test_a_failed_run_says_why(self, store: Store) -> None:
        ran(store, NOW, "failed", sentence="Wehrstadt: the server is not to be had.")

        assert self.state(store) == (State.FAILING, "Wehrstadt: the server is not to be had.")

    def test_a_run_that_did_not_end_is_failing_unless_it_is_at_work(self, store: Store) -> None:
        ran(store, NOW - timedelta(days=1), "complete")
        ran(store, NOW, None)

        assert self.state(store) == (State.FAILING, "The run of 2024-06-20T12:00:00+00:00 did not end.")
        assert self.state(store, is_at_work=True) == (State.OK, None)

    def test_the_last_success_outlives_failures(self, store: Store) -> None:
        ran(store, NOW - timedelta(days=2), "complete")
        ran(store, NOW, "failed")

        standing = standing_of(store, "a", "Europe/Berlin", View(NOW))
        assert (standing.last_success, standing.last_outcome) == ("2024-06-18T12:00:00+00:00", "failed")


class TestMonths:
    def test_meetings_are_followed_from_the_calendar_to_their_votes(self, store: Store) -> None:
        store.put("meetings", [{"id": key, "council": "a", "start": start} for key, start in [
            ("m1", "2024-02-29T23:30:00+00:00"),  # half past twelve of the first of March, here
            ("m2", "2024-03-20T17:00:00+01:00"),
            ("m3", "2024-03-21T17:00:00+01:00"),
            ("m4", "2024-03-22T17:00:00+01:00"),
        ]])  # fmt: skip
        store.put("meetings", [{"id": "m5", "council": "a", "start": "2024-03-23T17:00:00+01:00", "cancelled": True}])
        store.put("documents", [{"id": f"d{at}", "council": "a", "source_url": "", "meeting_id": f"m{at}", "role": "results_protocol", "status": status}
            for at, status in [(1, "ok"), (2, "ok"), (3, "no_text_layer")]])  # fmt: skip
        store.put("votes", [{"id": "v1", "council": "a", "document_id": "d1"}, {"id": "v2", "council": "a", "document_id": "d1"}])

        march, *_ = standing_of(store, "a", "Europe/Berlin", View(NOW)).months

        assert march == Month("2024-03", meetings=4, with_minutes=3, read=2, with_votes=1)

    def test_minutes_alone_tell_of_meetings(self, store: Store) -> None:
        row = {"council": "a", "source_url": "", "kind": "minutes", "status": "ok", "meeting_date": "2024-06-03"}
        bodies = enumerate(["Stadtrat", "Stadtrat", "Bauausschuss"])
        store.put("documents", [row | {"id": f"d{at}", "body": body} for at, body in bodies])
        store.put("documents", [row | {"id": "paper", "kind": "paper", "meeting_date": "2024-06-04", "body": "Stadtrat"}])

        standing = standing_of(store, "a", "Europe/Berlin", View(NOW))

        assert standing.months == (Month("2024-06", meetings=2, with_minutes=2, read=2, with_votes=0, gap="no votes"),)
        assert standing.newest_document == "2024-06-04"

    def test_votes_on_the_page_of_a_meeting_count(self, store: Store) -> None:
        store.put("meetings", [{"id": "m1", "council": "a", "start": "2024-06-03T17:00:00+02:00"}])
        store.put("documents", [{"id": "m1", "council": "a", "source_url": "", "role": "meeting", "status": "ok"}])
        store.put("votes", [{"id": "v1", "council": "a", "document_id": "m1"}])

        assert standing_of(store, "a", "Europe/Berlin", View(NOW)).months == (Month("2024-06", 1, 0, 0, 1),)

    def test_gaps_are_told(self) -> None:
        full = {"has_minutes": True, "is_read": True, "has_votes": True}
        meetings = [
            _Meeting(date(2023, 12, 5), **full),
            _Meeting(date(2024, 2, 6)),
            _Meeting(date(2024, 3, 5), has_minutes=True),
            _Meeting(date(2024, 4, 9), has_minutes=True, is_read=True),
            _Meeting(date(2024, 5, 7)),
            _Meeting(date(2024, 9, 1), **full),  # planned
        ]

        assert [(month.month, month.gap) for month in months(meetings, date(2024, 6, 20))] == [
            ("2023-12", None),
            ("2024-01", "no meetings"),
            ("2024-02", "no minutes"),
            ("2024-03", "minutes not read"),
            ("2024-04", "no votes"),
            ("2024-05", None),  # minutes take their time
            ("2024-06", None),  # not over yet
        ]

    def test_nothing_is_no_month(self) -> None:
        assert list(months([], date(2024, 6, 20))) == []

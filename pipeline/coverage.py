"""How each council stands: is it run, did the last run lose anything, and which months of meetings are in the tables.

A gap is to be seen as a gap: months are told without omission from the first meeting to the present one, and what a month lacks
is named. A run that lost something is never told as ok.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime, timedelta
from enum import StrEnum
from sqlite3 import Row
from typing import Any
from zoneinfo import ZoneInfo

from pipeline.checks import Outcome
from pipeline.store import Store

STALE_AFTER = timedelta(days=3)
"""A nightly run may miss a night or two, for a server's maintenance."""
MINUTES_TAKE = timedelta(days=60)
"""Minutes are approved at the next meeting, and published after it; before that their lack is no gap."""
MINUTES = ("results_protocol", "verbatim_protocol")
GOOD = (Outcome.COMPLETE, Outcome.UNCHANGED)


class State(StrEnum):
    """How a council stands."""

    OK = "ok"
    STALE = "stale"
    FAILING = "failing"
    """The last run failed, did not end, lost something, or is in no release."""
    NEVER_RUN = "never run"


@dataclass(frozen=True, slots=True)
class Month:
    """A month of a council: how many of its meetings are how far; what is read was found, and what was found is of a known meeting."""

    month: str
    """Such as 2024-03."""
    meetings: int = 0
    with_minutes: int = 0
    read: int = 0
    with_votes: int = 0
    gap: str | None = None
    """What this month lacks altogether: meetings, minutes, a reading, votes."""


@dataclass(frozen=True, slots=True)
class Standing:
    """A council as it stands."""

    council: str
    state: State
    reason: str | None = None
    last_run: str | None = None
    last_outcome: str | None = None
    last_success: str | None = None
    newest_document: str | None = None
    """The latest day that a document is of, as it says itself."""
    months: tuple[Month, ...] = ()

    def as_json(self) -> dict[str, Any]:
        """The council as `beschlussbuch status --json` tells it."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class View:
    """When and how a council is looked at."""

    now: datetime
    stale_after: timedelta = STALE_AFTER
    is_at_work: bool = False
    """Whether a run holds the data folder now, so that one that has not ended may yet."""
    released: str | None = None
    """Until when the newest release tells what runs have found; empty where there is none, None where nobody has looked."""


def standing_of(store: Store, council: str, zone: str, view: View) -> Standing:
    """How a council stands; `zone` is the time zone of its meetings."""
    now = view.now
    runs = store.rows("SELECT * FROM runs WHERE council = ? ORDER BY id DESC", council)
    state, reason = _state(runs[1:] if view.is_at_work and runs and not runs[0]["finished_at"] else runs, now, view.stale_after)
    if state is State.OK and (late := _unreleased(store, council, view)):
        state, reason = (
            State.FAILING,
            f"What the run of {late} has found is in no release; the next run or `beschlussbuch publish` makes it.",
        )
    newest = store.one(
        "SELECT MAX(COALESCE(meeting_date, document_date)) FROM documents WHERE council = ? AND deleted_at IS NULL AND status = 'ok'"
        " AND COALESCE(meeting_date, document_date) <= ?",
        council,
        now.date().isoformat(),
    )
    return Standing(
        council,
        state,
        reason,
        runs[0]["started_at"] if runs else None,
        runs[0]["outcome"] if runs else None,
        next((row["finished_at"] for row in runs if row["outcome"] in GOOD), None),
        newest,
        tuple(months(_meetings(store, council, ZoneInfo(zone)), now.date())),
    )


def _state(runs: list[Row], now: datetime, stale_after: timedelta) -> tuple[State, str | None]:
    if not runs:
        return State.NEVER_RUN, None
    last = runs[0]
    if not last["finished_at"]:
        return State.FAILING, f"The run of {last['started_at']} did not end."
    if last["outcome"] not in GOOD:
        return State.FAILING, last["sentence"] or _lost(last)
    if now - datetime.fromisoformat(last["finished_at"]) > stale_after:
        days = (now - datetime.fromisoformat(last["finished_at"])).days
        return State.STALE, f"The last run was {days} days ago."
    return State.OK, None


def _unreleased(store: Store, council: str, view: View) -> str | None:
    """The last run that has found something which no release tells: one that was killed while it made it, or that could not."""
    if view.released is None or view.is_at_work:
        return None
    query = """SELECT started_at FROM runs WHERE council = ? AND outcome IN ('complete', 'partial') AND finished_at > ?
               ORDER BY id DESC LIMIT 1"""
    found: str | None = store.one(query, council, view.released)
    return found


def _lost(run: Row) -> str:
    failures: Mapping[str, int] = json.loads(run["failures"] or "{}")
    said = ", ".join(f"{count} {status}" for status, count in sorted(failures.items()))
    return f"The run of {run['started_at']} was {run['outcome']}" + (f": {said}." if said else ".")


@dataclass(slots=True)
class _Meeting:
    """A meeting, and how far it is."""

    day: date
    has_minutes: bool = False
    is_read: bool = False
    has_votes: bool = False


def _meetings(store: Store, council: str, zone: ZoneInfo) -> list[_Meeting]:
    """The meetings of a council: those that its source lists, and those that only their minutes tell of."""
    query = "SELECT id, start FROM meetings WHERE council = ? AND deleted_at IS NULL AND start IS NOT NULL AND NOT COALESCE(cancelled, 0)"
    found = {row["id"]: _Meeting(_local_day(row["start"], zone)) for row in store.rows(query, council)}
    listed = {meeting.day.isoformat() for meeting in found.values()}
    query = """SELECT id, role, kind, declared_kind, body, meeting_date, status, COALESCE(meeting_id, id) AS meeting,
                 EXISTS (SELECT 1 FROM votes WHERE votes.document_id = documents.id) AS has_votes
               FROM documents WHERE council = ? AND deleted_at IS NULL"""
    for row in store.rows(query, council):
        is_minutes = row["role"] in MINUTES or "minutes" in (row["kind"], row["declared_kind"])
        meeting = found.get(row["meeting"])
        if meeting is None and is_minutes and row["meeting_date"] and row["meeting_date"] not in listed:
            key = f"{row['body']} {row['meeting_date']}"
            meeting = found.setdefault(key, _Meeting(date.fromisoformat(row["meeting_date"])))
        if meeting:
            meeting.has_minutes |= is_minutes
            meeting.is_read |= is_minutes and row["status"] == "ok"
            meeting.has_votes |= bool(row["has_votes"])
    return list(found.values())


def _local_day(moment: str, zone: ZoneInfo) -> date:
    start = datetime.fromisoformat(moment)
    return (start.astimezone(zone) if start.tzinfo else start).date()


def months(meetings: Iterable[_Meeting], today: date) -> Iterator[Month]:
    """Every month from the first meeting to the present one."""
    past = [meeting for meeting in meetings if meeting.day <= today]
    if not past:
        return
    at = min(meeting.day for meeting in past).replace(day=1)
    while at <= today:
        here = [meeting for meeting in past if (meeting.day.year, meeting.day.month) == (at.year, at.month)]
        counts = (len(here), sum(m.has_minutes for m in here), sum(m.is_read for m in here), sum(m.has_votes for m in here))
        after = (at + timedelta(days=32)).replace(day=1)
        yield Month(f"{at:%Y-%m}", *counts, _gap(counts, is_due=today - after >= MINUTES_TAKE, is_over=after <= today))
        at = after


def _gap(counts: tuple[int, int, int, int], *, is_due: bool, is_over: bool) -> str | None:
    meetings, with_minutes, read, with_votes = counts
    if not meetings:
        return "no meetings" if is_over else None
    if not with_minutes and not with_votes:
        return "no minutes" if is_due else None
    if with_minutes and not read:
        return "minutes not read"
    return None if with_votes else "no votes"

"""Which days a calendar is asked for: everything that the council wants the first time, later what may still change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta

from pipeline.councils import Council

AHEAD = timedelta(days=120)
"""Agendas stand in the calendars weeks before the meeting, dates often for the rest of the year."""
STILL_CHANGING = timedelta(days=200)
"""Minutes and results appear weeks to months after a meeting (Karlsruhe: up to six months)."""
BEFORE = timedelta(days=365)
"""How far back a council is read that names no first day."""


@dataclass(frozen=True, slots=True)
class Window:
    """A range of days, both ends within."""

    first: date
    last: date

    def months(self) -> Iterator[tuple[int, int]]:
        """The months that the range touches, as year and month."""
        at = self.first.year * 12 + self.first.month - 1
        while at <= self.last.year * 12 + self.last.month - 1:
            yield at // 12, at % 12 + 1
            at += 1


def window_of(council: Council, since: datetime | None, today: date | None = None) -> Window:
    """The days to ask for: from the council's first day on, and when a run was complete before, those that may still change."""
    today = today or datetime.now(UTC).date()
    first = council.first_day or today - BEFORE
    if since is not None:
        first = max(first, since.date() - STILL_CHANGING)
    last = council.last_day or today + AHEAD
    return Window(min(first, last), last)

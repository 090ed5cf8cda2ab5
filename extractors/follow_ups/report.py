"""What the follow-ups of a document share: the paper, the day of the report, and the next one."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.follow_ups.places import AS_OF, DATED, NEXT_REPORT, OF_POINT, POINT_HEAD
from extractors.follow_ups.statuses import Stated
from extractors.follow_ups.titles import (
    FINAL_REPORT,
    FIRST_LINES,
    FOR_NOTICE,
    IN_SETTLEMENT,
    LIST_TITLE,
    LIST_TITLE_WITHIN,
    PROPOSES,
    RECALLS_RESOLUTION,
    report_title,
)
from extractors.follow_ups.words import Status
from extractors.text.fact import Fact
from extractors.text.german.dates import find_dates
from extractors.text.minutes import Minutes
from extractors.text.registry_numbers import find_numbers

SPOKEN_KINDS = {"minutes", "extract", "agenda", "press"}  # their lists are agendas and speeches


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp(Fact):
    """What became of one point of a resolution, or of the resolution where no point is named."""

    table: ClassVar[str] = "follow_ups"

    paper: str | None
    point: str | None
    status: Status
    status_raw: str
    as_of: date | None
    next_report: date | None


@dataclass(frozen=True, slots=True)
class Report:
    """What all follow-ups of a document share."""

    minutes: Minutes
    paper: str | None
    as_of: date | None
    next_report: date | None

    def follow_up(self, stated: Stated, start: int, end: int, rule: str, paper: str | None = None) -> FollowUp:
        """A fact of this report, quoted from `start` to `end`."""
        minutes = self.minutes
        item = minutes.item_at(start)
        point = OF_POINT.match(minutes.text, start, end)
        return FollowUp(
            quote=minutes.quote(start, end),
            agenda_item=item.number if item else None,
            rule=rule,
            paper=paper or self.paper,
            point=point["point"] if point else None,
            status=stated.status,
            status_raw=re.sub(r"\s+", " ", minutes.text[stated.start : stated.end]).strip(),
            as_of=self.as_of,
            next_report=self.next_report,
        )


def report_of(minutes: Minutes) -> Report:
    """What a document says of itself as a report; only a letter of control has a paper of its own."""
    title = title_of_points(minutes)
    controlled = title is not None or is_report(minutes)
    title = title or (report_title(minutes.text) if controlled and minutes.head.kind != "status_report" else None)
    start = title.start() if title else 0  # above the title of such a report stands its own number
    end = min(len(minutes.text), start + 3000)
    numbers = sorted(find_numbers(minutes.text, start, end), key=lambda found: found.start) if controlled else []
    paper = next((found.value for found in numbers if found.kind != "meeting"), None)
    text = minutes.text
    first = text[:3000]
    as_of = (
        _day_after(text, AS_OF.search(first)) or minutes.head.document_date or _day_after(text, DATED.search(first))
        if controlled
        else minutes.meeting_date
    )
    return Report(minutes, paper, as_of or minutes.head.document_date, _day_after(text, NEXT_REPORT.search(text)) if controlled else None)


def is_report(minutes: Minutes) -> bool:
    """Whether a document reports on resolutions by its head or its title, and proposes none itself."""
    kind, first = minutes.head.kind, minutes.text[:FIRST_LINES]
    if kind == "status_report":
        return True
    if speaks_or_proposes(minutes):
        return False
    return bool(report_title(minutes.text) or (FINAL_REPORT.search(first) and IN_SETTLEMENT.search(first)))


def speaks_or_proposes(minutes: Minutes) -> bool:
    """Whether a document reports speeches, or proposes, asks or moves something itself."""
    return minutes.head.kind in SPOKEN_KINDS or PROPOSES.search(minutes.text) is not None


def for_notice(minutes: Minutes) -> bool:
    """Whether a paper for notice recalls a resolution: "Vorlage zur Kenntnisnahme … Die Versammlung hat beschlossen: …"."""
    first = minutes.text[:FIRST_LINES]
    if speaks_or_proposes(minutes):
        return False
    return FOR_NOTICE.search(first) is not None and RECALLS_RESOLUTION.search(first) is not None


def title_of_points(minutes: Minutes) -> re.Match[str] | None:
    """The title of a paper that reports point by point: "Stand der Umsetzung der Beschlüsse", then "Zu Beschlusspunkt 1: …"."""
    if minutes.head.kind in {"status_report", *SPOKEN_KINDS}:
        return None
    title = LIST_TITLE.search(minutes.text, 0, min(LIST_TITLE_WITHIN, len(minutes.text)))
    heads = POINT_HEAD.finditer(minutes.text, title.end()) if title else iter(())
    return title if next(heads, None) and next(heads, None) else None


def _day_after(text: str, match: re.Match[str] | None) -> date | None:
    if not match:
        return None
    found = next((found for found in find_dates(text, match.end(), min(len(text), match.end() + 40), None)), None)
    return found.date_to if found else None

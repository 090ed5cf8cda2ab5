"""Follow-ups (Beschlusskontrolle): what a document reports to have become of a resolution, point by point.

"Zu Beschlusspunkt 2 / Der Beschlusspunkt befindet sich in der Umsetzung." is point 2, in_progress, as of the letter's date.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from typing import ClassVar

from extractors.follow_ups.places import (
    AS_OF,
    FIELD,
    NEXT_REPORT,
    OF_RESOLUTION,
    POINT_HEAD,
    RECALLED,
    RECALLING,
    REPORT_ENDS,
    REPORT_TITLE,
    REPORTED,
    SPOKEN,
    paths_of,
)
from extractors.follow_ups.statuses import Stated, Status, status_in, status_of_field
from extractors.text.fact import Fact
from extractors.text.german.dates import find_dates
from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.registry_numbers import find_numbers
from extractors.text.search import places_of
from extractors.text.sentences import sentences


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
        return FollowUp(
            quote=minutes.quote(start, end),
            agenda_item=item.number if item else None,
            rule=rule,
            paper=paper or self.paper,
            point=None,
            status=stated.status,
            status_raw=re.sub(r"\s+", " ", minutes.text[stated.start : stated.end]).strip(),
            as_of=self.as_of,
            next_report=self.next_report,
        )


def extract(minutes: Minutes) -> Iterator[FollowUp]:
    """Find what a document reports on resolutions: letters of control, fields, items that report, motions recalled."""
    report = _report(minutes)
    if minutes.head.kind == "status_report":
        yield from _letter(report)
        return
    yield from _fields(report, 0, len(minutes.text))
    for item in minutes.items:
        if REPORT_TITLE.search(_title(minutes, item)):
            yield from _entries(report, item)
        else:
            yield from _recalled(report, item)


def _report(minutes: Minutes) -> Report:
    controlled = minutes.head.kind == "status_report"
    numbers = sorted(find_numbers(minutes.text, 0, min(len(minutes.text), 3000)), key=lambda found: found.start) if controlled else []
    paper = next((found.value for found in numbers if found.kind != "meeting"), None)
    text = minutes.text
    as_of = _day_after(text, AS_OF.search(text[:3000])) or minutes.head.document_date if controlled else minutes.meeting_date
    return Report(minutes, paper, as_of or minutes.head.document_date, _day_after(text, NEXT_REPORT.search(text)) if controlled else None)


def _day_after(text: str, match: re.Match[str] | None) -> date | None:
    if not match:
        return None
    found = next((found for found in find_dates(text, match.end(), min(len(text), match.end() + 40), None)), None)
    return found.date_to if found else None


def _letter(report: Report) -> Iterator[FollowUp]:
    """Point by point under the heads "Zu Beschlusspunkt n"; without such heads its fields, or the resolution as a whole."""
    text = report.minutes.text
    heads = list(POINT_HEAD.finditer(text))
    if not heads:
        fields = list(_fields(report, 0, len(text)))
        yield from fields or _whole(report)
        return
    ends = REPORT_ENDS.search(text, heads[-1].end())
    last = ends.start() if ends else len(text)
    for head, until in zip(heads, [*(each.start() for each in heads[1:]), last], strict=True):
        paths = paths_of(head["points"])
        found = (
            _value(report, head.end(), until)
            or next(_fields(report, head.end(), until), None)
            or _first_sentence(report, head.end(), until)
        )
        if found:
            yield from (replace(found, point=path) for path in paths)


def _value(report: Report, start: int, end: int) -> FollowUp | None:
    """The bare word behind a head: "Zu 1.: umgesetzt"."""
    text = report.minutes.text
    while start < end and text[start].isspace():
        start += 1
    stated = status_of_field(text, start, min(end, start + 120))
    return report.follow_up(stated, start, stated.end, "value_of_point") if stated else None


def _first_sentence(report: Report, start: int, end: int) -> FollowUp | None:
    """The first sentence of a stretch that says what became of a point."""
    text = report.minutes.text
    for steps in (False, True):  # a dated plan says less than any status
        for first, last in sentences(text, start, end):
            stated = status_in(text, first, last, steps=steps)
            if stated:
                return report.follow_up(stated, first, last, "point_of_letter")
    return None


def _whole(report: Report) -> Iterator[FollowUp]:
    """A letter without points: the first sentence whose subject is the resolution."""
    text = report.minutes.text
    for start, end in sentences(text, 0, len(text)):
        stated = status_in(text, start, end) if OF_RESOLUTION.match(text, start, end) else None
        if stated:
            yield report.follow_up(stated, start, end, "whole_resolution")
            return


def _fields(report: Report, start: int, end: int) -> Iterator[FollowUp]:
    """Fields such as "Umsetzungsstand: laufend", glued ones too; the paper is the last one named since the field before."""
    text, done = report.minutes.text, start
    for place in places_of(("sstand", "sstatus", "svermerk", "sgrad", "tand der ", "Status:", "Sachstand:"), text, start, end):
        match = next((m for m in FIELD.finditer(text, max(done, place - 22), min(end, place + 40)) if m.end() > place), None)
        if not match or (match["strict"] and match["open"] is not None):
            continue
        line_end = text.find("\n", match.end() + 1)
        stated = status_of_field(text, match.end(), min(line_end if line_end > 0 else end, match.end() + 120))
        if stated:
            papers = [found.value for found in find_numbers(text, max(done, match.start() - 600), match.start())]
            yield report.follow_up(stated, match.start(), stated.end, "field", paper=papers[-1] if papers else None)
            done = stated.end


def _title(minutes: Minutes, item: AgendaItem) -> str:
    return item.title or minutes.text[item.start : item.start + 120].split("\n", 1)[0]


def _entries(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """The sentences of an item that reports: "Weg am Bach: Wurde ins Arbeitsprogramm 2030 aufgenommen."."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in {"vote", "resolution", "proposal"}:
            continue
        title_ends = text.find("\n", item.start, section.end) if section.start == item.start else -1
        for start, end in sentences(text, max(section.start, title_ends), section.end):
            reported = section.kind != "debate" or REPORTED.search(text, start, end)
            stated = status_in(text, start, end, steps=True) if reported and not SPOKEN.search(text, start, end) else None
            if stated:
                yield report.follow_up(stated, start, end, "entry_of_report")


def _recalled(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """A motion recalled, then its status: "Im Mai beantragte der Beirat … Derzeit befindet sich dies in der Umsetzung"."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in {"debate", "vote", "resolution", "proposal"} or not RECALLED.search(text, section.start, section.end):
            continue
        before = ""
        for start, end in sentences(text, section.start, section.end):
            if RECALLED.search(before) and RECALLING.match(text, start, end):
                stated = status_in(text, start, end)
                if stated:
                    yield report.follow_up(stated, start, end, "recalled_motion")
            before = text[start:end]

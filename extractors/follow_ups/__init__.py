"""Follow-ups (Beschlusskontrolle): what a document reports to have become of a resolution, point by point.

"Zu Beschlusspunkt 2 / Der Beschlusspunkt befindet sich in der Umsetzung." is point 2, in_progress, as of the letter's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.follow_ups.entries import LIST_TITLE, TABLE_HEAD
from extractors.follow_ups.fields import fields_of, listed
from extractors.follow_ups.letters import letter
from extractors.follow_ups.places import RECALLED, RECALLING, REPORT_TITLE, REPORTED, REPORTING, SPOKEN
from extractors.follow_ups.report import LIST_TITLE_WITHIN, PROPOSES, SPOKEN_KINDS, FollowUp, Report, is_report, report_of, title_of_points
from extractors.follow_ups.statuses import status_in
from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.registry_numbers import find_numbers
from extractors.text.sentences import sentences


def extract(minutes: Minutes) -> Iterator[FollowUp]:
    """Find what a document reports on resolutions: letters of control, fields, items that report, motions recalled."""
    report = report_of(minutes)
    if is_report(minutes) or title_of_points(minutes):
        yield from letter(report)
        return
    found = list(fields_of(report, _below_head(minutes), len(minutes.text)))
    head = (
        None
        if found or minutes.head.kind in SPOKEN_KINDS or PROPOSES.search(minutes.text)
        else TABLE_HEAD.search(minutes.text) or LIST_TITLE.search(minutes.text, 0, min(LIST_TITLE_WITHIN, len(minutes.text)))
    )
    if head:
        title = find_numbers(minutes.text, head.start(), minutes.text.find("\n", head.end()))
        report = replace(report, paper=next((number.value for number in title), None))
        found += listed(report, head.end())
    yield from found
    if head and found:
        return
    for item in minutes.items:
        if REPORT_TITLE.search(_title(minutes, item)):
            yield from _entries(report, item)
        else:
            yield from _recalled(report, item)


def _below_head(minutes: Minutes) -> int:
    """Where the items of a meeting begin: "Stand: durchgeführt" above them tells of the meeting."""
    if minutes.head.kind not in {"minutes", "agenda"}:
        return 0
    return next((item.start for item in minutes.items if item.number), 0)


def _title(minutes: Minutes, item: AgendaItem) -> str:
    return item.title or minutes.text[item.start : item.start + 120].split("\n", 1)[0]


def _entries(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """The sentences of an item that reports: "Weg am Bach: Wurde ins Arbeitsprogramm 2030 aufgenommen."."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in {"vote", "resolution", "proposal"}:
            continue
        title_ends = text.find("\n", item.start, section.end) if section.start == item.start else -1
        told, done = False, section.start
        for start, end in sentences(text, max(section.start, title_ends), section.end):
            told = (told and "\n\n" not in text[done:start]) or REPORTING.search(text, start, end) is not None
            reported, done = section.kind != "debate" or told or REPORTED.search(text, start, end), end
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

"""Follow-ups (Beschlusskontrolle): what a document reports to have become of a resolution, point by point.

"Zu Beschlusspunkt 2 / Der Beschlusspunkt befindet sich in der Umsetzung." is point 2, in_progress, as of the letter's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.follow_ups.entries import TABLE_HEAD
from extractors.follow_ups.fields import fields_of, listed
from extractors.follow_ups.items import reported_items
from extractors.follow_ups.letters import letter, tabled, whole
from extractors.follow_ups.report import FollowUp, Report, for_notice, is_report, report_of, speaks_or_proposes, title_of_points
from extractors.follow_ups.titles import LIST_TITLE, LIST_TITLE_WITHIN
from extractors.text.minutes import Minutes
from extractors.text.registry_numbers import find_numbers

__all__ = ["FollowUp", "extract"]


def extract(minutes: Minutes) -> Iterator[FollowUp]:
    """Find what a document reports on resolutions: letters of control, fields, tables, items that report, motions recalled."""
    report = report_of(minutes)
    if is_report(minutes) or title_of_points(minutes):
        yield from letter(report)
        return
    found = list(fields_of(report, _below_head(minutes), len(minutes.text)))
    if len(found) > 1 and not speaks_or_proposes(minutes):
        found = list(fields_of(report, 0, len(minutes.text), prose=True))
    in_list = [] if found else list(_in_list(report))
    yield from found or in_list
    if in_list:
        return
    told = list(reported_items(report))
    yield from told
    if not found and not told and for_notice(minutes):
        yield from whole(report)


def _in_list(report: Report) -> Iterator[FollowUp]:
    """The entries of a list or a table that a paper holds under a title or a head of its own."""
    minutes = report.minutes
    if speaks_or_proposes(minutes):
        return
    head = TABLE_HEAD.search(minutes.text) or LIST_TITLE.search(minutes.text, 0, min(LIST_TITLE_WITHIN, len(minutes.text)))
    if head:
        title = find_numbers(minutes.text, head.start(), minutes.text.find("\n", head.end()))
        report = replace(report, paper=next((number.value for number in title), None))
        yield from list(tabled(report)) or listed(report, head.end())


def _below_head(minutes: Minutes) -> int:
    """Where the items of a meeting begin: "Stand: durchgeführt" above them tells of the meeting."""
    if minutes.head.kind not in {"minutes", "agenda"}:
        return 0
    return next((item.start for item in minutes.items if item.number), 0)

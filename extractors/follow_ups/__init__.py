"""Follow-ups (Beschlusskontrolle): what a document reports to have become of a resolution, point by point.

"Zu Beschlusspunkt 2 / Der Beschlusspunkt befindet sich in der Umsetzung." is point 2, in_progress, as of the letter's date.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from extractors.follow_ups.entries import LIST_TITLE, TABLE_HEAD, entries_of, paper_in
from extractors.follow_ups.places import (
    FIELD,
    LABEL,
    MENTION,
    OF_RESOLUTION,
    POINT_HEAD,
    RECALLED,
    RECALLING,
    REPORT_ENDS,
    REPORT_TITLE,
    REPORTED,
    SPOKEN,
    VERBLESS,
    paths_of,
)
from extractors.follow_ups.report import LIST_TITLE_WITHIN, SPOKEN_KINDS, FollowUp, Report, report_of, title_of_points
from extractors.follow_ups.statuses import status_in, status_of_field
from extractors.text.minutes import AgendaItem, Minutes
from extractors.text.registry_numbers import find_numbers
from extractors.text.search import places_of
from extractors.text.sentences import sentences


def extract(minutes: Minutes) -> Iterator[FollowUp]:
    """Find what a document reports on resolutions: letters of control, fields, items that report, motions recalled."""
    report = report_of(minutes)
    if minutes.head.kind == "status_report" or title_of_points(minutes):
        yield from _letter(report)
        return
    found = list(_fields(report, _below_head(minutes), len(minutes.text)))
    head = (
        None
        if found or minutes.head.kind in SPOKEN_KINDS
        else TABLE_HEAD.search(minutes.text) or LIST_TITLE.search(minutes.text, 0, min(LIST_TITLE_WITHIN, len(minutes.text)))
    )
    if head:
        title = find_numbers(minutes.text, head.start(), minutes.text.find("\n", head.end()))
        report = replace(report, paper=next((number.value for number in title), None))
        found += _listed(report, head.end())
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


def _letter(report: Report) -> Iterator[FollowUp]:
    """Point by point under the heads "Zu Beschlusspunkt n"; without such heads its fields, or the resolution as a whole."""
    text = report.minutes.text
    heads = list(POINT_HEAD.finditer(text))
    if not heads:
        yield from list(_fields(report, 0, len(text))) or list(_mentioned(report)) or list(_listed(report, 0)) or _whole(report)
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


def _listed(report: Report, start: int) -> Iterator[FollowUp]:
    """The entries of a list or a table; their numbers are points only where the report is about one paper."""
    text = report.minutes.text
    found = entries_of(text, start, len(text), table=TABLE_HEAD.search(text) is not None)
    own = any(entry.paper and entry.paper != report.paper for entry in found)
    for entry in found:
        point = entry.number if report.paper and not own else None
        yield replace(report.follow_up(entry.stated, entry.start, entry.end, "entry_of_list", paper=entry.paper), point=point)


def _mentioned(report: Report) -> Iterator[FollowUp]:
    """Points named within sentences, each with the status behind it, or before it: "Umgesetzt sind die Punkte 1 und 2"."""
    text, known = report.minutes.text, set[str]()
    for start, end in sentences(text, 0, len(text)):
        mentions = list(MENTION.finditer(text, start, end))
        before = bool(mentions) and VERBLESS.match(text, start, mentions[0].start()) is not None
        for place, mention in enumerate(mentions):
            first = (mentions[place - 1].end() if place else start) if before else mention.start()
            last = mention.end() if before else mentions[place + 1].start() if place + 1 < len(mentions) else end
            stated = status_in(text, first, last, steps=True) or status_of_field(text, *_after_dash(text, mention.end(), last))
            stated = stated or (status_of_field(text, *_after_dash(text, first, last)) if before else None)
            paths = [path for path in paths_of(mention["points"]) if path not in known] if stated else []
            known.update(paths)
            yield from (replace(report.follow_up(stated, first, last, "point_in_sentence"), point=path) for path in paths if stated)


def _after_dash(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n-–:,(":
        start += 1
    return start, end


def _whole(report: Report) -> Iterator[FollowUp]:
    """A letter without points: the first sentence whose subject is the resolution."""
    text = report.minutes.text
    for start, end in sentences(text, 0, len(text)):
        label = LABEL.match(text, start, end)
        first = label.end() if label else start
        stated = status_in(text, first, end) if OF_RESOLUTION.match(text, first, end) else None
        if stated:
            yield report.follow_up(stated, start, end, "whole_resolution")
            return


def _fields(report: Report, start: int, end: int) -> Iterator[FollowUp]:
    """Fields such as "Umsetzungsstand: laufend", glued ones too; the paper is the last one named since the field before."""
    text, done = report.minutes.text, start
    for place in places_of(
        (
            "sstand",
            "sstatus",
            "svermerk",
            "sgrad",
            "tand der ",
            "Status:",
            "Sachstand:",
            "Stand:",
            "Umsetzung:",
            "Erledigung:",
            "Realisierung:",
            "Erledigt:",
            "Umgesetzt:",
            "Fortschritt:",
        ),
        text,
        start,
        end,
    ):
        match = next((m for m in FIELD.finditer(text, max(done, place - 22), min(end, place + 40)) if m.end() > place), None)
        if not match or (match["strict"] and match["open"] is not None):
            continue
        line_end = text.find("\n", match.end() + 1)
        stated = status_of_field(text, match.end(), min(line_end if line_end > 0 else end, match.end() + 120))
        if stated:
            papers = [found.value for found in find_numbers(text, max(done, match.start() - 600), match.start())]
            unlabelled = report.minutes.head.kind == "status_report" and not report.paper
            paper = papers[-1] if papers else paper_in(text, done, match.start()) if unlabelled else None
            yield report.follow_up(stated, match.start(), stated.end, "field", paper=paper)
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

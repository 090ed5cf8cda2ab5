"""Reports on resolutions: their tables, point by point under heads, points named in sentences, entries, or the resolution as a whole."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.follow_ups.fields import fields_of, grouped, listed
from extractors.follow_ups.places import BELOW_TITLE, LABEL, MENTION, OF_RESOLUTION, POINT_HEAD, REPORT_ENDS, VERBLESS, paths_of
from extractors.follow_ups.report import FollowUp, Report
from extractors.follow_ups.statuses import Stated, standing_in, status_in, status_of_field, told_in
from extractors.follow_ups.tabled import state_rows
from extractors.text.sentences import sentences


def letter(report: Report) -> Iterator[FollowUp]:
    """Point by point under the heads "Zu Beschlusspunkt n"; without such heads its fields, or the resolution as a whole."""
    rows = list(tabled(report))
    if rows:
        yield from rows
        return
    text = report.minutes.text
    heads = list(POINT_HEAD.finditer(text))
    if heads:
        yield from _under_heads(report, heads)
        return
    rows = list(fields_of(report, 0, len(text), prose=True))
    if len(rows) < 2:
        rows = max(list(grouped(report)), list(listed(report, 0)), list(_mentioned(report)), rows, key=len)
    yield from rows if len(rows) > 1 else list(whole(report)) or rows


def tabled(report: Report) -> Iterator[FollowUp]:
    """The rows of tables with a column of states."""
    for row in state_rows(report.minutes):
        found = report.follow_up(row.stated, row.start, row.end, "row_of_table", paper=row.paper)
        yield replace(found, point=row.point or found.point)


def _under_heads(report: Report, heads: list[re.Match[str]]) -> Iterator[FollowUp]:
    text = report.minutes.text
    ends = REPORT_ENDS.search(text, heads[-1].end())
    last = ends.start() if ends else len(text)
    for head, until in zip(heads, [*(each.start() for each in heads[1:]), last], strict=True):
        paths = paths_of(head["points"])
        found = (
            _value(report, head.end(), until)
            or next(fields_of(report, head.end(), until), None)
            or _first_sentence(report, head.end(), until)
        )
        if found:
            yield from (replace(found, point=path) for path in paths)


def _value(report: Report, start: int, end: int) -> FollowUp | None:
    """The bare word behind a head, or in the line below its title: "Zu 1.: umgesetzt", "Punkt 1 - Brunnen / erledigt; im Mai"."""
    text = report.minutes.text
    below = BELOW_TITLE.match(text, start, end)
    for first in (start, below.end() if below else start):
        at = next((place for place in range(first, end) if not text[place].isspace()), end)
        stated = status_of_field(text, at, min(end, at + 120), bare=True)
        if stated:
            return report.follow_up(stated, at, stated.end, "value_of_point")
    return None


def _first_sentence(report: Report, start: int, end: int) -> FollowUp | None:
    """The sentence of a stretch that says what became of a point."""
    text = report.minutes.text
    told = told_in(text, sentences(text, start, end))
    return report.follow_up(*told, "point_of_letter") if told else None


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
            stated = stated or (status_of_field(text, *_after_dash(text, first, last)) if before else standing_in(text, first, last))
            paths = [path for path in paths_of(mention["points"]) if path not in known] if stated else []
            known.update(paths)
            yield from (replace(report.follow_up(stated, first, last, "point_in_sentence"), point=path) for path in paths if stated)


def _after_dash(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start] in " \n-–:,(":
        start += 1
    return start, end


def whole(report: Report) -> Iterator[FollowUp]:
    """A letter without points: the first sentence whose subject is the resolution; that it be taken as settled is asked last."""
    text, asked, done = report.minutes.text, None, False
    for start, end in sentences(text, 0, len(text)):
        label = LABEL.match(text, start, end)
        first = label.end() if label else start
        stated = status_in(text, first, end) if OF_RESOLUTION.match(text, first, end) else None
        if stated and stated.status == "settled" and done:  # what stands is done, and therefore settled
            stated = Stated("implemented", stated.start, stated.end)
        if stated and stated.status != "settled":
            yield report.follow_up(stated, start, end, "whole_resolution")
            return
        done = done or standing_in(text, first, end) is not None
        asked = asked or (stated and report.follow_up(stated, start, end, "whole_resolution"))
    if asked:
        yield asked

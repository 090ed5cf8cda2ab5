"""Fields and lists of a report: "Umsetzungsstand: laufend", and the entries of a list, each with its paper."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.follow_ups.entries import TABLE_HEAD, entries_of, paper_in
from extractors.follow_ups.places import FIELD, QUOTED, REPLY
from extractors.follow_ups.report import FollowUp, Report
from extractors.follow_ups.statuses import Stated, status_of_field, told_in
from extractors.text.registry_numbers import find_numbers
from extractors.text.search import places_of
from extractors.text.sentences import sentences


def listed(report: Report, start: int) -> Iterator[FollowUp]:
    """The entries of a list or a table; their numbers are points only where the report is about one paper, or quotes its points."""
    text = report.minutes.text
    reply = reply_to(text, start)
    found = entries_of(text, reply or start, len(text), table=TABLE_HEAD.search(text) is not None)
    own = any(entry.paper and entry.paper != report.paper for entry in found)
    for entry in found:
        numbered = (report.paper and not own) or reply
        point = entry.point or (entry.number if numbered else None)
        yield replace(report.follow_up(entry.stated, entry.start, entry.end, "entry_of_list", paper=entry.paper), point=point)


def reply_to(text: str, start: int) -> int | None:
    """Where a report goes on after a resolution that it quotes: "Dazu wird mitgeteilt:"; None where it quotes none, or replies often."""
    replies = list(REPLY.finditer(text, start))
    return replies[0].end() if len(replies) == 1 and QUOTED.search(text, start, replies[0].start()) else None


def grouped(report: Report) -> Iterator[FollowUp]:
    """Entries under a heading that is a status: "in Bearbeitung:", then one bullet for each resolution."""
    text, stated, group = report.minutes.text, None, None
    for line in LINE.finditer(text):
        bullet = BULLET.match(line[0])
        if bullet and stated and group:
            yield report.follow_up(
                stated, line.start() + bullet.end(), line.end(), "entry_under_status", paper=paper_in(text, *line.span())
            )
        elif not bullet and line[0].strip():
            group = STATUS_HEADING.fullmatch(line[0])
            value = line.start() + (group.start("value") if group else 0)
            stated = status_of_field(text, value, line.end()) if group else None


LINE = re.compile(r"[^\n]+")
BULLET = re.compile(r" ?(?:[-–•·▪*]|\d{1,3}[.)]) (?=\S)")
STATUS_HEADING = re.compile(r"(?:(?:Status|Stand|Sachstand): ?)?(?P<value>[A-Za-zÄÖÜäöüß %()\d]{4,40}?)(?: \(\d{1,3}\))?:? ?")
LONGEST_PROSE = 400
MEETING_FACTS = re.compile(r"(?m)^(?:Gremium|Sitzungsort|Körperschaft|Raum|Uhrzeit|Sitzungsbeginn) ?:")


def fields_of(report: Report, start: int, end: int, *, prose: bool = False) -> Iterator[FollowUp]:
    """Fields such as "Umsetzungsstand: laufend", glued ones too; the paper is the last one named since the field before.

    With `prose`, which only a report may have, the value may be told: "Sachstand: Die Planung läuft.".
    """
    text, done = report.minutes.text, start
    for place in places_of(
        (
            "sstand",
            "sstatus",
            "svermerk",
            "sgrad",
            "tand der ",
            "Status:",
            "achstand:",
            "achstand ",
            "Stand:",
            "Stand ",
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
        if not match or (match["strict"] and match["open"] is not None) or (not prose and _of_a_meeting(text, match)):
            continue
        line_end = text.find("\n", match.end() + 1)
        stated = status_of_field(text, match.end(), min(line_end if line_end > 0 else end, match.end() + 120), bare=prose)
        if not stated and (prose or match["strict"] is None) and match["open"] is None:
            stated = _told(text, match.end(), end)
        if stated:
            papers = [found.value for found in find_numbers(text, max(done, match.start() - 600), match.start())]
            unlabelled = report.minutes.head.kind == "status_report" and not report.paper
            paper = papers[-1] if papers else paper_in(text, done, match.start()) if unlabelled else None
            yield report.follow_up(stated, match.start(), stated.end, "field", paper=paper)
            done = stated.end


def _of_a_meeting(text: str, match: re.Match[str]) -> bool:
    """Whether "Status: Abgeschlossen" stands among the facts of a meeting: "Datum: … / Sitzungsort: … / Gremium: …"."""
    return match["strict"] is not None and MEETING_FACTS.search(text, max(0, match.start() - 150), match.end() + 150) is not None


def _told(text: str, start: int, end: int) -> Stated | None:
    """The status of the first sentence behind a field that states one, in the field's own paragraph."""
    blank = text.find("\n\n", start + 2, min(end, start + LONGEST_PROSE))
    stop = blank if blank >= 0 else min(end, start + LONGEST_PROSE)
    following = FIELD.search(text, start, stop)
    stop = following.start() if following and following["open"] is None else stop
    told = told_in(text, sentences(text, start, stop))
    return told[0] if told else None

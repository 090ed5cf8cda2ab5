"""Items of an agenda that report on resolutions, and paragraphs that recall a motion and tell what became of it.

"TOP 3 Bericht über den Vollzug der Beschlüsse / a) Mauer: Die Arbeiten sind abgeschlossen."        an item with entries
"TOP 9 Mitteilungen / Der Auftrag vom 9. Dezember, die Laternen umzustellen, wurde erledigt."       a sentence about an earlier order
"Im Mai beantragte der Beirat eine Hecke. Derzeit befindet sich dies in der Umsetzung."             a paragraph that recalls a motion
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from extractors.follow_ups.entries import entries_of
from extractors.follow_ups.places import RECALLED, RECALLING, REPORTED, REPORTING, SPOKEN
from extractors.follow_ups.report import SPOKEN_KINDS, FollowUp, Report
from extractors.follow_ups.statuses import status_in, told_in
from extractors.follow_ups.titles import MIXED_TITLE, NEWS_TITLE, PROPOSES, REPORT_TITLE
from extractors.text.minutes import AgendaItem, Section
from extractors.text.sentences import sentences

DECIDING = {"vote", "resolution", "proposal"}
# An earlier motion or order with its day or its number: only then its status is no vote of this meeting.
EARLIER = re.compile(
    r"""\b(?:[Dd](?:er|ie|as|em|es)|[Zz]u[rm]|[Ii]n[ \n]der)[ \n](?:[\w-]+[ \n]){0,2}?
        (?:[\w-]*[Bb]eschluss(?:es)?|(?:Prüf|Arbeits)?[Aa]uftrag|(?:[\w-]+)?[Aa]ntrag|Motion|Postulat|Ersuchen|Anregung|Vorlage|Drucksache)\b
        (?:[^.;:\n]|(?<=\d)\.|\n(?!\n)){0,120}?(?:\b(?:vom|aus|Nr\.|Drs\.|Vorlage)[ \n](?:\w+[ \n]){0,2}?|[ \n(])(?=[\w/-]*\d)""",
    re.VERBOSE,
)
BLOCK = re.compile(r"\n\n|\n(?=[-–•·▪*] )")
# What an earlier motion has become, and no vote on it would be called.
BECOME = {
    "implemented",
    "partly",
    "nearly_done",
    "in_progress",
    "ongoing",
    "planned",
    "in_preparation",
    "under_review",
    "on_hold",
    "delayed",
}
HEADLINE = re.compile(r"[^\n]{3,120}")


def reported_items(report: Report) -> Iterator[FollowUp]:
    """What the items of a document report, item by item; what is numbered under an item that reports is one entry."""
    reporting = ""
    for item in report.minutes.items:
        title = _title(report, item)
        if reporting and item.number and item.number.startswith(f"{reporting}."):
            yield from _entry(report, item)
        elif REPORT_TITLE.search(title):
            reporting = item.number or ""
            yield from _entries(report, item, mixed=MIXED_TITLE.search(title) is not None)
        elif NEWS_TITLE.search(title):
            yield from _earlier_motions(report, item)
        else:
            yield from _recalled(report, item)


def _entry(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """An item that is an entry of the one above it: "5.1 Antrag vom 8. November - Ruhebank / Die Bank ist aufgestellt."."""
    for entry in entries_of(report.minutes.text, item.start, item.end, marked=True):
        yield report.follow_up(entry.stated, entry.start, entry.end, "entry_of_report", paper=entry.paper)


def _title(report: Report, item: AgendaItem) -> str:
    text = report.minutes.text
    if item.title or item.number:
        return item.title or text[item.start : item.start + 120].split("\n", 1)[0]
    if report.minutes.head.kind in SPOKEN_KINDS or PROPOSES.search(text):
        return ""
    first = HEADLINE.search(text, item.start, min(item.end, item.start + 200))
    return first[0] if first else ""


def _entries(report: Report, item: AgendaItem, *, mixed: bool) -> Iterator[FollowUp]:
    """What an item tells in entries, one status in each, or else sentence by sentence."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in DECIDING:
            continue
        title_ends = text.find("\n", item.start, section.end) if section.start == item.start else -1
        start = max(section.start, title_ends)
        found = [] if mixed else entries_of(text, start, section.end, marked=True)
        if len(found) > 1:
            for entry in found:
                yield report.follow_up(entry.stated, entry.start, entry.end, "entry_of_report", paper=entry.paper)
        else:
            yield from _sentence_by_sentence(report, section, start, mixed=mixed)


def _sentence_by_sentence(report: Report, section: Section, start: int, *, mixed: bool) -> Iterator[FollowUp]:
    """The sentences of an item that reports: "Weg am Bach: Wurde ins Arbeitsprogramm 2030 aufgenommen."."""
    text = report.minutes.text
    told, done = False, section.start
    for first, last in sentences(text, start, section.end):
        told = (told and "\n\n" not in text[done:first]) or REPORTING.search(text, first, last) is not None
        reported, done = section.kind != "debate" or told or REPORTED.search(text, first, last), last
        if not reported or SPOKEN.search(text, first, last) or (mixed and not EARLIER.search(text, first, last)):
            continue
        stated = status_in(text, first, last, steps=True)
        if stated:
            yield report.follow_up(stated, first, last, "entry_of_report")


def _earlier_motions(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """Paragraphs of news about an earlier motion or order: "Der Antrag der Fraktion A vom 11.11.2030 ist in Bearbeitung."."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in DECIDING or not EARLIER.search(text, section.start, section.end):
            continue
        cuts = [section.start, *(cut.end() for cut in BLOCK.finditer(text, section.start, section.end)), section.end]
        for start, end in pairwise(cuts):
            earlier = EARLIER.search(text, start, end)
            told = earlier and told_in(text, _unspoken(text, earlier.start(), end))
            if told and told[0].status in BECOME:
                yield report.follow_up(*told, "earlier_motion")


def _unspoken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (span for span in sentences(text, start, end) if not SPOKEN.search(text, *span))


def _recalled(report: Report, item: AgendaItem) -> Iterator[FollowUp]:
    """A motion recalled, then its status: "Im Mai beantragte der Beirat … Derzeit befindet sich dies in der Umsetzung"."""
    text = report.minutes.text
    for section in item.sections:
        if section.kind in {"debate", *DECIDING} or not RECALLED.search(text, section.start, section.end):
            continue
        before = ""
        for start, end in sentences(text, section.start, section.end):
            if RECALLED.search(before) and RECALLING.match(text, start, end):
                stated = status_in(text, start, end)
                if stated:
                    yield report.follow_up(stated, start, end, "recalled_motion")
            before = text[start:end]

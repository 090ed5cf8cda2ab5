"""Items of an agenda that report on resolutions, and paragraphs that recall a motion and tell what became of it.

"TOP 3 Bericht über den Vollzug der Beschlüsse / a) Mauer: Die Arbeiten sind abgeschlossen."        an item with entries
"TOP 9 Mitteilungen / Der Auftrag vom 9. Dezember, die Laternen umzustellen, wurde erledigt."       a sentence about an earlier order
"Im Mai beantragte der Beirat eine Hecke. Derzeit befindet sich dies in der Umsetzung."             a paragraph that recalls a motion
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from extractors.follow_ups.entries import entries_of
from extractors.follow_ups.places import RECALLED, RECALLING, REPORTED, REPORTING, SPOKEN
from extractors.follow_ups.report import FollowUp, Report, speaks_or_proposes
from extractors.follow_ups.statuses import standing_in, status_in, told_in
from extractors.follow_ups.titles import INTRODUCES, MIXED_TITLE, NEWS_TITLE, REPORT_TITLE
from extractors.text.minutes import AgendaItem
from extractors.text.sentences import sentences

DECIDING = {"vote", "resolution", "proposal"}
# An earlier motion or order with its day or its number: only then its status is no vote of this meeting.
EARLIER = re.compile(
    r"""\b(?:[Dd](?:er|ie|as|em|es)|[Zz]u[rm]|[Ii]n[ \n]der)[ \n](?:[\w-]+[ \n]){0,2}?
        (?:[\w-]*[Bb]eschluss(?:es)?|(?:Prüf|Arbeits)?[Aa]uftrag|(?:[\w-]+)?[Aa]ntrag|Motion|Postulat|Ersuchen|Anregung|Vorlage|Drucksache)\b
        (?:[^.;:\n]|(?<=\d)\.|\n(?!\n)){0,120}?(?:\b(?:vom|aus|Nr\.|Drs\.|Vorlage)[ \n](?:\w+[ \n]){0,2}?|[ \n(])(?=[\w/-]{0,30}\d)
      | \b(?:in|aus)[ \n]der[ \n](?:\w+[ \n])?[Ss]itzung[ \n](?:vom|am)[ \n]\d[^.;:\n]{0,3}(?:[^;:\n]|\n(?!\n)){0,30}?
        \b(?:beschlossen|erteilt|beauftragt|gefordert|beantragt)e[nrs]?\b""",
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
HEADING = re.compile(r"(?m)^(?:TOP )?\d{1,2}[.)]? (?P<title>[A-ZÄÖÜ][^\n.:;]{3,100})$")
DATED = re.compile(r"\b(?:vom|Nr\.) \d")  # "Sachstand Beschluss vom 22.01.2031: …": one resolution, whatever its report says
HEADLINE = re.compile(r"[^\n]{3,120}")


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch under a title: an agenda item, or what stands under a numbered heading of a document without items."""

    title: str
    start: int
    end: int
    item: AgendaItem

    def sections(self) -> Iterator[tuple[str, int, int]]:
        """Its sections with their kinds, and where they start and end within it."""
        for section in self.item.sections:
            start, end = max(section.start, self.start), min(section.end, self.end)
            if start < end:
                yield section.kind, start, end


def reported_items(report: Report) -> Iterator[FollowUp]:
    """What the items of a document report, item by item; what is numbered under an item that reports is one entry."""
    reporting = ""
    for item in report.minutes.items:
        if reporting and item.number and item.number.startswith(f"{reporting}."):
            yield from _listed(report, item.start, item.end)
            continue
        for stretch in _stretches(report, item):
            if REPORT_TITLE.search(stretch.title):
                reporting = item.number or ""
                yield from _entries(report, stretch, mixed=MIXED_TITLE.search(stretch.title) is not None)
            elif NEWS_TITLE.search(stretch.title):
                introduced = INTRODUCES.search(report.minutes.text, stretch.start, stretch.end)
                yield from _listed(report, introduced.end(), stretch.end) if introduced else _earlier_motions(report, stretch)
            else:
                yield from _recalled(report, stretch)


def _stretches(report: Report, item: AgendaItem) -> Iterator[Stretch]:
    text = report.minutes.text
    if item.title or item.number:
        yield Stretch(item.title or text[item.start : item.start + 120].split("\n", 1)[0], item.start, item.end, item)
        return
    headings = list(HEADING.finditer(text, item.start, item.end)) if len(report.minutes.items) == 1 else []
    first = None if speaks_or_proposes(report.minutes) else HEADLINE.search(text, item.start, min(item.end, item.start + 200))
    yield Stretch(first[0] if first else "", item.start, headings[0].start() if headings else item.end, item)
    for heading, until in zip(headings, [*(each.start() for each in headings[1:]), item.end], strict=False):
        yield Stretch(heading["title"], heading.start(), until, item)


def _listed(report: Report, start: int, end: int) -> Iterator[FollowUp]:
    """Marked entries, such as an item under the one that reports: "5.1 Antrag vom 8. November - Ruhebank / Die Bank ist aufgestellt."."""
    for entry in entries_of(report.minutes.text, start, end, marked=True):
        yield report.follow_up(entry.stated, entry.start, entry.end, "entry_of_report", paper=entry.paper)


def _entries(report: Report, stretch: Stretch, *, mixed: bool) -> Iterator[FollowUp]:
    """What an item tells in entries, one status in each, or else sentence by sentence."""
    text = report.minutes.text
    for kind, first, end in stretch.sections():
        if kind in DECIDING:
            continue
        start = max(first, text.find("\n", first, end)) if first == stretch.start else first
        found = [] if mixed else entries_of(text, start, end, marked=True)
        if len(found) > 1:
            for entry in found:
                yield report.follow_up(entry.stated, entry.start, entry.end, "entry_of_report", paper=entry.paper)
        else:
            yield from _sentence_by_sentence(report, stretch, (kind, start, end), mixed=mixed)


def _sentence_by_sentence(report: Report, stretch: Stretch, section: tuple[str, int, int], *, mixed: bool) -> Iterator[FollowUp]:
    """The sentences of an item that reports: "Weg am Bach: Wurde ins Arbeitsprogramm 2030 aufgenommen."."""
    text = report.minutes.text
    kind, start, end = section
    named = DATED.search(stretch.title)
    told, done = False, start
    for first, last in sentences(text, start, end):
        told = (told and "\n\n" not in text[done:first]) or REPORTING.search(text, first, last) is not None
        reported, done = kind != "debate" or told or REPORTED.search(text, first, last), last
        if not reported or SPOKEN.search(text, first, last) or (mixed and not EARLIER.search(text, first, last)):
            continue
        stated = status_in(text, first, last, steps=True) or (standing_in(text, first, last) if named else None)
        if stated:
            yield report.follow_up(stated, first, last, "entry_of_report")


def _earlier_motions(report: Report, stretch: Stretch) -> Iterator[FollowUp]:
    """Paragraphs of news about an earlier motion or order: "Der Antrag der Fraktion A vom 11.11.2030 ist in Bearbeitung."."""
    text = report.minutes.text
    for kind, first, last in stretch.sections():
        if kind in DECIDING or not EARLIER.search(text, first, last):
            continue
        cuts = [first, *(cut.end() for cut in BLOCK.finditer(text, first, last)), last]
        for start, end in pairwise(cuts):
            earlier = EARLIER.search(text, start, end)
            told = earlier and told_in(text, _unspoken(text, earlier.start(), end))
            if told and told[0].status in BECOME:
                yield report.follow_up(*told, "earlier_motion")


def _unspoken(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    return (span for span in sentences(text, start, end) if not SPOKEN.search(text, *span))


def _recalled(report: Report, stretch: Stretch) -> Iterator[FollowUp]:
    """A motion recalled, then its status: "Im Mai beantragte der Beirat … Derzeit befindet sich dies in der Umsetzung"."""
    text = report.minutes.text
    for kind, first, last in stretch.sections():
        if kind in {"debate", *DECIDING} or not RECALLED.search(text, first, last):
            continue
        before = ""
        for start, end in sentences(text, first, last):
            if RECALLED.search(before) and RECALLING.match(text, start, end):
                stated = status_in(text, start, end)
                if stated:
                    yield report.follow_up(stated, start, end, "recalled_motion")
            before = text[start:end]

"""Duties in time: what is to be done by when, how often, or after what.

    "bis zum 31. Oktober 2020 nachzuholen"             due, 2020-10-31, day
    "mindestens einmal im Jahr … zu berichten"         recurring, P1Y, report
    "innerhalb von sechs Monaten nach Abschluss …"     relative, P6M, anchor "Abschluss …"
    "vor der Sommerpause beschließen"                  event, anchor "Sommerpause"; its eve, where the Land is known

A date is a deadline only when a duty or a planned step hangs on it; session dates, letters, validity and past events are none.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from extractors.deadlines.cells import due_cells
from extractors.deadlines.cues import cues_in
from extractors.deadlines.dated import dated
from extractors.deadlines.finding import Found, Sentence
from extractors.deadlines.labelled import Labelled, labelled
from extractors.deadlines.undated import events, recurring, relative
from extractors.text.fact import Fact
from extractors.text.german.clauses import clause_around
from extractors.text.german.dates import Precision
from extractors.text.minutes import AgendaItem, Minutes, Section, SectionKind

Kind = Literal["due", "period", "recurring", "relative", "event", "next_report"]
Duty = Literal["report", "implement", "submit", "decide", "apply", "other"]
Place = Literal["resolution", "reasoning", "debate", "header", "other"]
PLACES: dict[SectionKind, Place] = {
    "proposal": "resolution", "resolution": "resolution", "reasoning": "reasoning", "debate": "debate", "header": "header",
}  # fmt: skip

# In the order in which they have a claim to the same words.
RULES: dict[str, Callable[[Sentence], Iterator[Found]]] = {"relative": relative, "recurring": recurring, "events": events, "dated": dated}
# A head holds titles ("Klimaneutrale Wärmeversorgung bis 2035"), and now and then a remark.
REPORT_LABEL = re.compile(r"\b(?:[Nn]ächste[rs]? [\w-]+|Wiedervorlage):")
EACH_TIME = re.compile(r"[ ,]{0,2}(?:jeweils[ ]|und zwar[ ])?")
ENTRY = re.compile(r"TOP [^\n:]{0,80}: ")  # of a report: "TOP 9 vom 12.03.2030 (Vorlage 2030/81): Die Prüfung …"
FULL_SENTENCE = re.compile(r"^(?!.{0,400}\b(?:Tagesordnung|Vorlage|Drucksache)\b).*[.!][ \n]*\Z", re.DOTALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline(Fact):
    """A duty with its time."""

    table: ClassVar[str] = "deadlines"

    kind: Kind
    date_from: date | None = None
    date_to: date | None = None
    precision: Precision | None = None
    recurrence: str | None = None
    duration: str | None = None
    anchor: str | None = None
    duty: Duty = "implement"
    section: Place = "other"
    point: str | None = None


def extract(minutes: Minutes) -> Iterator[Deadline]:
    """Find the deadlines of all sections."""
    printed = _printed(minutes)
    for item in minutes.items:
        found = [(section.kind, deadline) for section in item.sections for deadline in _deadlines(minutes, item, section, printed)]
        decided = {_value(deadline) for kind, deadline in found if kind == "resolution"}
        yield from (deadline for kind, deadline in found if kind != "proposal" or _value(deadline) not in decided)


def _value(deadline: Deadline) -> tuple[object, ...]:
    """What makes a deadline of the decision the same as one of its proposal, which then is not counted twice."""
    return deadline.kind, deadline.date_from, deadline.date_to, deadline.recurrence, deadline.duration, deadline.anchor


def _printed(minutes: Minutes) -> list[Labelled]:
    """What tables say by their columns, and lines by their labels, in order."""
    cells = [Labelled(cell.row.start, cell.row.end, cell.values or {}, "cell_of_column") for cell in due_cells(minutes)]
    ends = [cell.end for cell in cells]
    lines = (each for each in labelled(minutes) if not _inside(cells, ends, each.start))
    return sorted([*cells, *lines], key=lambda each: each.start)


def _inside(cells: list[Labelled], ends: list[int], at: int) -> bool:
    after = bisect_left(ends, at + 1)
    return after < len(cells) and cells[after].start <= at


def _deadlines(minutes: Minutes, item: AgendaItem, section: Section, everywhere: list[Labelled]) -> Iterator[Deadline]:
    place = PLACES.get(section.kind, "other")
    first = bisect_left(everywhere, section.start, key=lambda each: each.start)
    for each in everywhere[first : bisect_left(everywhere, section.end, first, key=lambda each: each.start)]:
        if each.values and (place != "debate" or each.rule == "cell_of_column"):
            below = "other" if place == "header" and each.rule == "labelled_term" else place
            quote = minutes.quote(each.start, each.end)
            yield Deadline(**each.values, section=below, quote=quote, agenda_item=item.number, rule=each.rule)
    for sentence in _sentences(minutes, section, place):
        for found in _of_sentence(sentence):
            at = bisect_left(everywhere, sentence.start + found.end, key=lambda each: each.start)
            if at and sentence.start + found.start < everywhere[at - 1].end:
                continue  # the row of a table says it by its columns, a line by its label
            quote = minutes.quote(sentence.start + found.start, sentence.start + found.end)
            duty = sentence.duty_at(found.start, found.end) if "duty" not in found.values else found.values["duty"]
            yield Deadline(**found.values | {"duty": duty}, section=place, quote=quote, agenda_item=item.number, rule=found.rule)


def _sentences(minutes: Minutes, section: Section, place: Place) -> Iterator[Sentence]:
    """The sentences of a section that may hold a deadline; most hold none, and finding that out must be cheap."""
    text = minutes.text
    found: dict[tuple[int, int], dict[str, int]] = {}
    last = (0, 0)
    for name, at in cues_in(text, section.start, section.end):
        last = last if last[0] <= at < last[1] else clause_around(text, at, section.start, section.end)
        found.setdefault(last, {}).setdefault(name, at - last[0])
    for (first, after), cues in found.items():
        entry = ENTRY.match(text, first, after) if place == "header" else None
        if (
            place != "header"
            or FULL_SENTENCE.match(text[entry.end() if entry else first : after])
            or REPORT_LABEL.search(text, first, after)
        ):
            yield Sentence(text[first:after].replace("\n", " "), first, place, minutes.meeting_date, cues, minutes.source.habits.land)


def _of_sentence(sentence: Sentence) -> list[Found]:
    """The deadlines of a sentence, in order; where two share words, the more definite one stays."""
    kept: list[Found] = []
    for find in (rule for name, rule in RULES.items() if name in sentence.cues):
        for found in find(sentence):
            if not sentence.quotes(found.start) and not any(found.start < other.end and other.start < found.end for other in kept):
                kept.append(found)
    return list(_merged(sentence.text, sorted(kept, key=lambda found: found.start)))


def _merged(text: str, found: list[Found]) -> Iterator[Found]:
    """As in "alle zwei Jahre jeweils rechtzeitig vor den Haushaltsberatungen": the event says when in each turn."""
    at = 0
    while at < len(found):
        each, following = found[at], found[at + 1] if at + 1 < len(found) else None
        if following and each.rule == "recurrence" and following.rule == "event" and EACH_TIME.fullmatch(text, each.end, following.start):
            each = Found(each.start, following.end, each.rule, each.values | {"anchor": following.values["anchor"]})
            at += 1
        yield each
        at += 1

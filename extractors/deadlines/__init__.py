"""Duties in time: what is to be done by when, how often, or after what.

    "bis zum 31. Oktober 2020 nachzuholen"             due, 2020-10-31, day
    "mindestens einmal im Jahr … zu berichten"         recurring, P1Y, report
    "innerhalb von sechs Monaten nach Abschluss …"     relative, P6M, anchor "Abschluss …"
    "vor der Sommerpause beschließen"                  event, anchor "Sommerpause"

A date is a deadline only when a duty or a planned step hangs on it; session dates, letters, validity and past events are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar, Literal

from extractors.deadlines.dated import dated
from extractors.deadlines.finding import Found, Sentence
from extractors.deadlines.patterns import CUE
from extractors.deadlines.undated import events, recurring, relative
from extractors.text.fact import Fact
from extractors.text.german.clauses import clause_of, clauses
from extractors.text.german.dates import Precision
from extractors.text.minutes import Minutes, Section, SectionKind

Kind = Literal["due", "period", "recurring", "relative", "event", "next_report"]
Duty = Literal["report", "implement", "submit", "decide", "apply", "other"]
Place = Literal["resolution", "reasoning", "debate", "header", "other"]
PLACES: dict[SectionKind, Place] = {
    "proposal": "resolution", "resolution": "resolution", "reasoning": "reasoning", "debate": "debate", "header": "header",
}  # fmt: skip

# A head holds titles ("Klimaneutrale Wärmeversorgung bis 2035"), and now and then a remark.
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
    for item in minutes.items:
        for section in item.sections:
            place = PLACES.get(section.kind, "other")
            for sentence in _sentences(minutes, section, place):
                for found in _of_sentence(sentence):
                    yield Deadline(
                        **found.values,
                        section=place,
                        quote=minutes.quote(sentence.start + found.start, sentence.start + found.end),
                        agenda_item=item.number,
                        rule=found.rule,
                    )


def _sentences(minutes: Minutes, section: Section, place: Place) -> Iterator[Sentence]:
    """The sentences of a section that may hold a deadline."""
    text = minutes.text
    bounds: list[tuple[int, int]] = []
    done = -1
    for cue in CUE.finditer(text, section.start, section.end):
        if cue.start() < done:
            continue
        bounds = bounds or clauses(text, section.start, section.end)
        first, done = clause_of(bounds, cue.start())
        if place == "header" and not FULL_SENTENCE.match(text[first:done]):
            continue
        yield Sentence(text[first:done].replace("\n", " "), first, place, minutes.meeting_date)


def _of_sentence(sentence: Sentence) -> list[Found]:
    """The deadlines of a sentence, in order; where two share words, the more definite one stays."""
    kept: list[Found] = []
    for find in (relative, recurring, events, dated):
        for found in find(sentence):
            if not sentence.quotes(found.start) and not any(found.start < other.end and other.start < found.end for other in kept):
                kept.append(found)
    return sorted(kept, key=lambda found: found.start)

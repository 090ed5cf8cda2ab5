r"""Deadlines behind labels: the lines of plans of measures and of reports, which are no sentences.

    "Maßnahme 3: Sprachkurse\nZuständig: Sozialamt\nFrist: 30.06.2034"     due, 2034-06-30
    "Umsetzungszeitraum: 2032 - 2034"                                      period, 2032-01-01 to 2034-12-31
    "Status: im Bau, Fertigstellung 31.08.2033"                            due, 2033-08-31

"Termin", "Frist" and "Zeitraum" alone may be those of a meeting, an offer or a validity: they count below a line that names a measure, who
has to act, or the state of things. What is called done has no deadline any more; nor is what lies before the report's own day one.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from extractors.deadlines.cells import AROUND
from extractors.text.german.dates import FoundDate, find_dates
from extractors.text.minutes import Minutes
from extractors.text.search import places_of

# Words that a labelled deadline holds, asked first.
WORDS = (
    "Umsetzungs", "Umsetzung", "Realisierung", "Fertigstellung", "Erledig", "erledigen", "Abschluss", "Frist", "Termin", "termin",
    "Fällig", "Zeit", "frist", "Inbetriebnahme",
)  # fmt: skip
_OWN = (
    r"(?P<own>(?:Umsetzungs|Realisierungs|Bearbeitungs|Erledigungs|Fertigstellungs|Ziel)(?:frist|termin|zeitpunkt)"
    r"|(?P<own_span>(?:Umsetzungs|Realisierungs|Ausführungs)zeit(?:raum|rahmen)?)"
    r"|(?:Umsetzung|Realisierung|Fertigstellung|Erledigung|Abschluss|[Zz]u[ ]erledigen)[ ]bis"
    r"|(?:Soll|Plan|End)-?[Tt]ermin|(?:Termin|Frist|Fälligkeit)[ ](?:laut|lt\.|gemäß|nach|aus)[ ](?:dem[ ])?Beschlu(?:ss|ß)"
    r"|(?P<step>Fertigstellung|Inbetriebnahme|Umsetzung|Realisierung|Abschluss))"
)
_WEAK = r"(?P<weak>Frist|Termin(?:ierung)?|Fällig(?:keit)?(?:[ ](?:am|bis))?|(?P<weak_span>Zeit(?:raum|rahmen|plan|horizont|schiene)))"
LABEL = re.compile(rf"(?m)^[ *•▪–-]{{0,4}}(?:\d{{1,2}}[.)][ ])?(?:{_OWN}|{_WEAK})[ ]?:[ ]{{0,2}}(?P<value>[^\n;]{{4,60}})(?:;|$)")
# In the middle of a line: "Status: im Bau, Fertigstellung bis Ende April 2033 geplant"
STEP = re.compile(
    r"(?:Fertigstellung|Inbetriebnahme|Abschluss|Umsetzung|Realisierung)[ ]"
    r"(?P<value>(?:voraussichtlich[ ]|vsl\.[ ])?(?:bis[ ](?:zum[ ])?(?:Ende[ ]|Mitte[ ])?|(?:zum|am)[ ](?=\d)|(?=[0-3]?\d\.))"
    r"[^\n;,.]{0,14}\d[^\n;,()]{0,24}?)"
    r"(?P<plan>[ ](?:geplant|vorgesehen|angestrebt|avisiert))?(?=[;,)]|[ ]?$|\.(?:[ \n]|$)|\n)"
)
OPENS_STEP = re.compile(r"(?m)(?:^|[;,(:][ ]|[ ][-–][ ])$")
CONTEXT = re.compile(
    r"(?m)^[ *•▪–-]{0,4}(?:\d{1,2}[.)]?[ ])?"
    r"(?P<plan>Maßnahmen?|Teilmaßnahme|Aufgabe|Handlungs(?:feld|empfehlung)|Arbeitsschritt|Umsetzungsstand|Bearbeitungsstand|Meilenstein)?"
    r"(?P<actor>Zuständig(?:keit)?|Verantwortlich(?:keit)?|Federführung)?\b[^\n:]{0,30}:"
)
STATE = re.compile(
    r"\b(?:[Uu]msetzungsstand|[Ss]tatus|[Ss]achstand|[Bb]earbeitungsstand|[Ss]tand)[ ]?:[ \n]?"
    r"(?:erledigt|umgesetzt|abgeschlossen|entf[aä]ll)"
)
PLAN_WORDS = re.compile(r"[ ](?:geplant|vorgesehen|angestrebt|avisiert)$")
REACH = 500
MET = {"minutes", "extract", "agenda", "paper"}  # their heads have actors too


@dataclass(frozen=True, slots=True)
class Labelled:
    """A deadline behind a label: where it stands in the shadow, and the values of its columns."""

    start: int
    end: int
    values: dict[str, Any]
    rule: str = "labelled_term"


def labelled(minutes: Minutes) -> Iterator[Labelled]:
    """The labelled deadlines of a document, in order."""
    text, done = minutes.text, 0
    for place in places_of(WORDS, text, 0, len(text)):
        if place < done:
            continue
        line = text.rfind("\n", max(0, place - 30), place) + 1
        found = _of_line(minutes, line) if place - line < 30 else None
        if found and _is_done(text, found.start):
            found = None
        found = found or _of_step(minutes, place)
        if found:
            done = found.end
            yield found


def _of_line(minutes: Minutes, line: int) -> Labelled | None:
    match = LABEL.match(minutes.text, line)
    if not match or (match["weak"] and not _in_plan(minutes, line)):
        return None
    return _labelled(minutes, match, span=bool(match["own_span"] or match["weak_span"] or match["step"]))


def _of_step(minutes: Minutes, place: int) -> Labelled | None:
    match, text = STEP.match(minutes.text, place), minutes.text
    if not match or not OPENS_STEP.search(text, max(0, place - 4), place) or STATE.search(text, text.rfind("\n", 0, place) + 1, place):
        return None
    return _labelled(minutes, match, span=False)


def _labelled(minutes: Minutes, match: re.Match[str], *, span: bool) -> Labelled | None:
    value = PLAN_WORDS.sub("", match["value"].rstrip(" .,"))
    dates = list(find_dates(value, 0, len(value), minutes.meeting_date))
    day = minutes.meeting_date or minutes.head.document_date
    if not dates or len(dates) > 2 or not AROUND.fullmatch(_without(value, dates)) or (day and dates[-1].date_to < day):
        return None
    return Labelled(match.start() + len(match[0]) - len(match[0].lstrip(" *•▪–-\n")), match.end(), _values(value, dates, span))


def _values(value: str, dates: list[FoundDate], span: bool) -> dict[str, Any]:
    first, last = dates[0], dates[-1]
    several = first is not last or (first.precision == "year" and first.date_from.year != first.date_to.year)
    if several or (span and "bis" not in value and (first.precision != "day" or first is not last)):
        return {"kind": "period", "date_from": first.date_from, "date_to": last.date_to, "precision": first.precision}
    return {"kind": "due", "date_to": last.date_to, "precision": last.precision}


def _without(text: str, dates: list[FoundDate]) -> str:
    for found in reversed(dates):
        text = text[: found.start] + text[found.end :]
    return text


def _in_plan(minutes: Minutes, line: int) -> bool:
    """Whether a line above speaks of a measure or of its state; outside of papers and minutes also of who has to act."""
    kind = minutes.head.kind
    above = CONTEXT.finditer(minutes.text, max(0, line - REACH), line)
    return kind == "status_report" or any(found["plan"] or (found["actor"] and kind not in MET) for found in above)


def _is_done(text: str, at: int) -> bool:
    """Whether the entry says that it is done: "Umsetzungsstand: erledigt", then "Termin: 31.05.2034"."""
    opened, closed = text.rfind("\n\n", max(0, at - REACH), at), text.find("\n\n", at, at + REACH)
    first, last = opened if opened >= 0 else max(0, at - REACH), closed if closed >= 0 else at + REACH
    line = text.rfind("\n", first, at) + 1
    return bool(STATE.search(text, max(first, line - 160), min(last, at + 160)))

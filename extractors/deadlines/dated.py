"""Deadlines with a date: "bis zum 31.07.2011", "noch in diesem Jahr", "im Herbst 2023", "nächste Beschlusskontrolle: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadlines.finding import Found, Sentence
from extractors.deadlines.patterns import (
    ATTRIBUTE_AFTER,
    INFINITIVE,
    MONEY_AFTER,
    MONEY_NEAR,
    TERM,
    NEXT_REPORT,
    NO_DUTY_BEFORE,
    PARTICIPLE,
    SPAN_BEFORE,
    STEP,
    VALIDITY,
)
from extractors.text.german.dates import FoundDate, find_dates

UNTIL = re.compile(
    r"(?:\b[Bb]is[ ](?:(?:spätestens|längstens)[ ])?(?:zum[ ]|zm[ ]|zur[ ]|einschließlich[ ]|einschl\.[ ]|inklusive[ ]|zu[ ])?(?:\w{0,4}tag,?[ ](?:den[ ])?)?(?:(?:dem|den|Ablauf[ ]des)[ ])?(?:Jahr[ ])?"
    r"|\b[Ss]pätestens[ ](?:(?:am|zum|im|in|bis|bis[ ]zum|ab|mit)[ ])?(?:\w{0,4}tag,?[ ](?:den[ ])?)?"
    r"|\b[Nn]och[ ](?:in|im|vor)[ ]|\b[Vv]or[ ](?:dem[ ])?)$"
)
BEGIN_OF = re.compile(r"\b[Bb]is[ ]zu[mr][ ](?P<anchor>(?:Beginn|Ende|Start|Abschluss)[ ](?:de[rs][ ])?[A-ZÄÖÜ]\w+)[ ]am[ ]$")
WITHIN = re.compile(
    r"\b(?:[Ii]m|[Ii]n|[Ii]n[ ]den|[Ii]m[ ]Zeitraum|[Ii]m[ ]Laufe(?:[ ]de[rs])?|[Ii]m[ ]Verlaufe?[ ]de[rs]|[Ww]ährend[ ]de[rs]|[Nn]och[ ]im)[ ](?:Laufe[ ]de[rs][ ])?$"
)
ON = re.compile(r"\b(?P<word>[Aa]m|[Zz]um)[ ](?:\w{0,4}tag,?[ ](?:den[ ])?)?$")
AFTER_RANGE = re.compile(r"[ ]?(?:bis|–|-)[ ]?(?:zum[ ])?\d")
SUM = re.compile(r"\d[ ]?(?:€|Euro|EUR|Mio|Million|T€|CHF|Franken)")
FISCAL_BEFORE = re.compile(r"[Hh]aushalt\w*[ ](?:\w+[ ])?$|HH[- ]?(?:Jahre?n?)?[ ]$|[Jj]ahresabschluss|Kalkulation")


def dated(sentence: Sentence) -> Iterator[Found]:
    """All deadlines with a date."""
    if sentence.is_past:
        return
    for found in find_dates(sentence.text, 0, len(sentence.text), sentence.reference):
        before = sentence.text[max(0, found.start - 60) : found.start]
        deadline = (
            _next_report(sentence, found, before)
            or _due(sentence, found, before)
            or _on_a_day(sentence, found, before)
            or _period(sentence, found, before)
        )
        if deadline:
            yield deadline


def _next_report(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    match = NEXT_REPORT.search(before)
    if not match:
        return None
    values = {"kind": "next_report", "date_to": found.date_to, "precision": found.precision, "duty": "report"}
    return Found(found.start - len(before) + match.start(), found.end, "next_report", values)


def _due(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """ "bis zum 31. Oktober 2020 nachzuholen", "spätestens Ende 2023 fertiggestellt", "noch in diesem Jahr"."""
    anchored = BEGIN_OF.search(before)
    match = anchored or UNTIL.search(before)
    if not match or _no_deadline(sentence, found, before[: match.start()]):
        return None
    if match[0].lower().startswith("vor") and not sentence.text.startswith("Ende", found.start):
        return None
    if not (sentence.place == "resolution" or sentence.demands or sentence.plans):
        return None
    values = {
        "kind": "due", "date_to": found.date_to, "precision": found.precision, "duty": sentence.duty,
        "anchor": anchored["anchor"] if anchored else None,
    }  # fmt: skip
    return Found(found.start - len(before) + match.start(), found.end, "until_date", values)


def _on_a_day(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """ "zum 30.06. zu berichten": a day counts only where a report or a paper is due on it."""
    match = ON.search(before)
    if not match or found.precision != "day" or _no_deadline(sentence, found, before[: match.start()]):
        return None
    if sentence.duty not in ("report", "submit") or not sentence.demands:
        return None
    values = {"kind": "due", "date_from": found.date_from, "date_to": found.date_to, "precision": "day", "duty": sentence.duty}
    return Found(found.start - len(before) + match.start(), found.end, "on_day", values)


def _period(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """ "Anfang Februar 2018 einzuleiten", "werden im Frühjahr 2020 vorgenommen", "Übergabe im Herbst 2023"."""
    match = WITHIN.search(before)
    part = re.match(r"Anfang|Mitte|Ende", sentence.text[found.start : found.end])
    if not (match or part) or found.precision == "day" or _no_deadline(sentence, found, before[: match.start()] if match else before):
        return None
    if MONEY_NEAR.search(before[-30:] + sentence.text[found.start : found.end + 40]) or (
        found.precision == "year" and SUM.search(sentence.text)
    ):
        return None
    if found.precision == "season" and found.derived:
        return None
    if FISCAL_BEFORE.search(before) or not _planned(sentence, found, before):
        return None
    values = {"kind": "period", "date_from": found.date_from, "date_to": found.date_to, "precision": found.precision, "duty": sentence.duty}
    start = found.start - len(before) + match.start() if match else found.start
    return Found(start, found.end, "within_period", values)


def _planned(sentence: Sentence, found: FoundDate, before: str) -> bool:
    """Whether a step hangs on a period: an infinitive or a coming participle after it, or the noun of a step before it."""
    after = sentence.text[found.end : found.end + 90]
    if INFINITIVE.search(after):
        return True
    if (sentence.plans or sentence.demands) and PARTICIPLE.match(after.lstrip()) and not re.search(r"\d", after[:30]):
        return True
    return bool(STEP.search(before[-40:])) and not re.search(r"[.;,:]", before[-40:])


def _no_deadline(sentence: Sentence, found: FoundDate, before: str) -> bool:
    """Validity, terms, spans, dates of letters and years of money."""
    around = sentence.text[max(0, found.start - 70) : found.end + 100]
    return bool(
        NO_DUTY_BEFORE.search(before)
        or VALIDITY.search(around)
        or TERM.search(sentence.text[max(0, found.start - 200) : found.end + 30])
        or SPAN_BEFORE.search(before[-45:])
        or AFTER_RANGE.match(sentence.text, found.end)
        or ATTRIBUTE_AFTER.match(sentence.text, found.end)
        or MONEY_AFTER.match(sentence.text, found.end)
    )

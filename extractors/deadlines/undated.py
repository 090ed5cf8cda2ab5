"""Deadlines without a date: durations, recurrences and events."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadlines.duties import INFINITIVE, MONEY_NEAR, RECURRING_DUTY, STEP, TERM, VALIDITY
from extractors.deadlines.event_days import OF_THE_YEAR, SCHOOL_YEAR, event_days
from extractors.deadlines.finding import Found, Sentence
from extractors.deadlines.times import (
    ANCHOR,
    BUDGET_DEBATE,
    CYCLE,
    DATE_FOLLOWS,
    DURATION,
    EVENT,
    MEANWHILE,
    MEETING,
    NOT_AN_EVENT,
    OF_A_MONTH,
    RECURRENCE,
    TAKES_EFFECT,
)
from extractors.text.german.numbers import number_of

UNITS = {"t": "D", "w": "W", "m": "M", "q": "3M", "h": "6M", "v": "3M", "j": "Y"}
AFTER_A_TIME = re.compile(r"(?:[Nn]ach|[Ii]n)[ ]")  # "in zehn Jahren": an outlook, unless somebody has to act
PERIODS = ("P6M", "P3M", "P4M", "P1M", "P1W", "P2Y", "P1Y")
CONTRACT = re.compile(r"\b(?:ge)?kündig|Kündigung|\bgekündigt")  # "mit einer Frist von drei Monaten gekündigt": a term of a contract
APPOINTS = re.compile(r"\b(?:(?:be|zu )?(?:bestell|wähl|beruf|entsend|benenn)|gewählt|Mitglied|Vertret|Vorsitz)")
UNTIL = re.compile(r"[Bb]is|[Ss]pätestens|[Nn]och|[Rr]echtzeitig")
AT_ONCE = re.compile(r"[Zz]u|[Mm]it")
EVERY_YEAR = re.compile(r"[Jj]ede[ns] (?:Kalender)?[Jj]ahres|[Jj]eweils")
CLAUSE_ENDS = re.compile(r"[,;:.€]")
# What is done each year with money is no duty in time.
PAYS = re.compile(
    r"zu[ ]?(?:zahl|leist|gewähr|erheb|entricht|förder|unterstütz|bezuschuss|überweis|erhöh|steiger|senk|verzins|tilg|vergüt|spar"
    r"|erwirtschaft|verwend|rechn|stell|trag|übernehm|erstatt|beteilig|beschließ|genehmig)"
)
REPORTED = re.compile(r"\büber[ ]")  # "monatlich über die Kosten zu berichten": money is what is reported on
HAPPENS_BEFORE = re.compile(r"\b(?:erfolgt|erfolgen|findet|finden)[ ]$")
RECESS = re.compile(r"[a-zäöü](?:pause|ferien)\b")
BEFORE_OR_AFTER = re.compile(r"[Vv]or|[Nn]ach|[Uu]nmittelbar")


def relative(sentence: Sentence) -> Iterator[Found]:
    """As in "innerhalb von sechs Monaten nach Abschluss des Haushaltsjahres", "nach einem Jahr evaluiert"."""
    for match in DURATION.finditer(sentence.text):
        if sentence.is_past or not (sentence.demands or sentence.plans):
            return
        if AFTER_A_TIME.match(match[0]) and (sentence.place == "debate" or (match[0][0] in "Ii" and not _stepped(sentence, match))):
            continue
        anchor = ANCHOR.match(sentence.text, match.end())
        last = anchor.end() if anchor else match.end()
        if CONTRACT.search(sentence.text, max(0, match.start() - 120), last + 120):
            continue
        if VALIDITY.search(sentence.text, max(0, match.start() - 60), match.start()) or VALIDITY.search(sentence.text, last, last + 60):
            continue
        count = match["count"] or match["after_count"] or match["late_count"] or match["bare_count"] or match["frist_count"] or "1"
        unit = (
            match["unit"] or match["after_unit"] or match["late_unit"] or match["bare_unit"] or match["frist_unit"] or match["frist_year"]
        )
        if duration := _duration(count, unit):
            values = {"kind": "relative", "duration": duration, "anchor": anchor["anchor"] if anchor else None}
            yield Found(match.start(), last, "duration", values)


def _stepped(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether "in einem Jahr" is said of a step ("Die Fortschreibung erfolgt in einem Jahr"), not of the world."""
    before = sentence.text[max(0, match.start() - 60) : match.start()]
    return sentence.demands or bool(HAPPENS_BEFORE.search(before) and STEP.search(before))


def recurring(sentence: Sentence) -> Iterator[Found]:
    """As in "mindestens einmal im Jahr", "halbjährlich", "alle zwei Jahre": beside a duty, not beside money."""
    for match in RECURRENCE.finditer(sentence.text):
        if sentence.is_past or not (
            RECURRING_DUTY.search(sentence.text) or (EVERY_YEAR.search(match[0]) and sentence.demands) or _done_each_time(sentence, match)
        ):
            return
        money = MONEY_NEAR.search(sentence.text, max(0, match.start() - 40), match.end() + 40)
        if money and not (money.start() > match.end() and REPORTED.search(sentence.text, match.end(), money.start())):
            continue
        if match["sittings"]:
            if sentence.demands or sentence.place == "resolution":
                yield Found(match.start(), match.end(), "recurrence", {"kind": "recurring"})
        elif recurrence := _recurrence(match):
            yield Found(match.start(), match.end(), "recurrence", {"kind": "recurring", "recurrence": recurrence})


def _done_each_time(sentence: Sentence, match: re.Match[str]) -> bool:
    """Whether a resolution tells somebody to do something in each turn: "jährlich mindestens 20 Bäume zu pflanzen"."""
    done = INFINITIVE.search(sentence.text, match.end(), match.end() + 90) if sentence.place == "resolution" else None
    return done is not None and not CLAUSE_ENDS.search(sentence.text, match.end(), done.start()) and not PAYS.search(done[0])


def events(sentence: Sentence) -> Iterator[Found]:
    """As in "vor der Sommerpause beschließen", "bis zum Abschluss der Arbeiten", "im Rahmen der Haushaltsberatungen zu beschließen"."""
    for match in EVENT.finditer(sentence.text):
        if sentence.is_past:
            return
        if _is_event(sentence, match["word"], match["anchor"]) and not _no_event(sentence, match):
            year = OF_THE_YEAR.match(sentence.text, match.end())
            last = year.end() if year else match.end()
            days = event_days(match["word"], match["anchor"], sentence.text[match.end() : last], sentence.land, sentence.reference)
            yield Found(match.start(), last, "event", {"kind": "event", "anchor": match["anchor"], **days})


def _no_event(sentence: Sentence, match: re.Match[str]) -> bool:
    text, first, last = sentence.text, max(0, match.start() - 60), match.end() + 40
    term = TERM.search(text, first, last)
    own = term and match.start() <= term.start() < match.end() and sentence.has_infinitive and not APPOINTS.search(text)
    return bool(
        NOT_AN_EVENT.search(text, max(0, match.start() - 15), match.end() + 20)
        or DATE_FOLLOWS.match(text, match.end())
        or (UNTIL.match(match["word"]) and MEANWHILE.match(text, match.end()))
        or (SCHOOL_YEAR.search(match["anchor"]) and AT_ONCE.match(match["word"]) and TAKES_EFFECT.match(text, match.end()))
        or VALIDITY.search(text, first, last)
        or (term and not own)
    )


def _is_event(sentence: Sentence, word: str, anchor: str) -> bool:
    until = bool(UNTIL.match(word))
    if not (sentence.demands or sentence.plans or (until and sentence.place == "resolution")):
        return False
    if OF_A_MONTH.search(anchor) and (sentence.place == "debate" or not (until or sentence.demands)):
        return False
    if MEETING.search(anchor):
        return until or (bool(CYCLE.search(anchor)) and sentence.demands)
    if CYCLE.search(anchor) and sentence.place != "debate":
        if BUDGET_DEBATE.match(anchor) and sentence.place == "resolution":
            return True
        return until or sentence.has_infinitive or bool(sentence.place == "resolution" and RECESS.search(anchor))
    return until or (sentence.place == "resolution" and bool(BEFORE_OR_AFTER.match(word)))


def _recurrence(match: re.Match[str]) -> str | None:
    named = next((period for period in PERIODS if match[period]), None)
    if named:
        return named
    if match["twice"]:
        return "P6M"
    if match["every"]:
        return _duration(match["every"], match["every_unit"])
    if match["apart"]:
        return _duration(match["apart"], match["apart_unit"])
    return _duration(match["turnus"] or match["cycle"], match["turnus_unit"] or "Jahre")


def _duration(count: str, unit: str) -> str | None:
    """The ISO 8601 duration of a number and a unit.

    >>> _duration("sechs", "Monaten"), _duration("14", "Tagen"), _duration("drei", "jährig")
    ('P6M', 'P14D', 'P3Y')
    """
    number = number_of(count)
    letter = UNITS[re.sub(r"^(?:arbeits|werk|kalender)", "", unit.lower())[0]]
    if not number:
        return None
    return f"P{number * int(letter[0])}{letter[1]}" if len(letter) == 2 else f"P{number}{letter}"

"""Deadlines with a date: "bis zum 31.07.2011", "noch in diesem Jahr", "im Herbst 2023", "nächste Beschlusskontrolle: …"."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.deadlines.duties import (
    ATTRIBUTE_AFTER,
    DEMAND,
    HINT,
    HORIZON_BEFORE,
    INFINITIVE,
    MONEY_AFTER,
    MONEY_NEAR,
    NO_DUTY_BEFORE,
    PARTICIPLE,
    PAST_BEFORE,
    PERMISSION,
    SPAN_BEFORE,
    STEP,
    TERM,
    VALIDITY,
)  # fmt: skip
from extractors.deadlines.finding import Found, Sentence
from extractors.deadlines.terms import terms
from extractors.deadlines.times import (
    AFTER_RANGE,
    AIM_AFTER,
    AIM_BEFORE,
    AT_MEETING,
    BARE_AFTER,
    BARE_DUTY,
    BEGIN_OF,
    BEGINS_BEFORE,
    EVERY_YEAR_AFTER,
    EVERY_YEAR_BEFORE,
    FIRST,
    FORESEEN,
    FORESEEN_AFTER,
    FROM,
    LABEL,
    NEXT_REPORT,
    OBJECT,
    ON,
    RESUMED_AFTER,
    RESUMED_BEFORE,
    STEP_LABEL,
    TO,
    UNTIL,
    WITHIN,
)  # fmt: skip
from extractors.deadlines.weeks import weeks
from extractors.text.german.dates import FoundDate, find_dates

ENTRY_LABEL = re.compile(r"\s*\(?(?:\d{1,2}(?:\.\d{1,2})*|[a-z]|[IVX]{1,4})[.)]{1,2}[ ]|\s*[-–•][ ]")
PART = re.compile(r"Anfang|Mitte|Ende")
INCLUSIVE = re.compile(r"\bbis[ ](?:zum[ ]|zu[ ])?(?:einschließlich|einschl\.|inklusive)[ ]")  # "bis einschließlich 2025": a term
FISCAL_BEFORE = re.compile(r"[Hh]aushalt\w*[ ](?:\w+[ ])?$|HH[- ]?(?:Jahre?n?)?[ ]$|[Jj]ahresabschluss|Kalkulation")


def dated(sentence: Sentence) -> Iterator[Found]:
    """All deadlines with a date."""
    if sentence.place == "debate" and not (sentence.demands or ":" in sentence.text):
        return
    named = list(terms(sentence))
    yield from named
    if named or sentence.is_past or (sentence.place != "resolution" and HINT.search(sentence.text)):
        return
    yield from weeks(sentence)
    dates = list(find_dates(sentence.text, max(0, sentence.cues["dated"]), len(sentence.text), sentence.reference))
    for at, found in enumerate(dates):
        before = _before(sentence.text, found.start)
        if at + 1 < len(dates) and (span := _from_to(sentence, found, dates[at + 1], before)):
            yield span
            continue
        for rule in (_next_report, _labelled, _at_meeting, _due, _on_a_day, _period):
            if deadline := rule(sentence, found, before):
                yield deadline
                break


def _before(text: str, at: int) -> str:
    """The words before a date, without the label of the list entry: "1. bis zum …" is no span of days."""
    first = max(0, at - 60)
    label = ENTRY_LABEL.match(text) if first < 10 else None
    return text[label.end() if label and label.end() <= at else first : at]


def _from_to(sentence: Sentence, found: FoundDate, following: FoundDate, before: str) -> Found | None:
    """As in "im Zeitraum vom 01.06.2021 bis 30.09.2021 auszuführen": a span of days only where a duty follows at once."""
    match, text = FROM.search(before), sentence.text
    if not (match and found.precision == following.precision == "day" and TO.fullmatch(text, found.end, following.start)):
        return None
    if not INFINITIVE.match(text[following.end :].lstrip()) or VALIDITY.search(text, max(0, found.start - 70), following.end + 60):
        return None
    values = {"kind": "period", "date_from": found.date_from, "date_to": following.date_to, "precision": "day"}
    return Found(_start(found, before, match), following.end, "from_to", values)


def _next_report(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    match = NEXT_REPORT.search(before) or (RESUMED_BEFORE.search(before) if RESUMED_AFTER.match(sentence.text, found.end) else None)
    if not match:
        return None
    values = {"kind": "next_report", "date_to": found.date_to, "precision": found.precision, "duty": "report"}
    return Found(_start(found, before, match), found.end, "next_report", values)


def _labelled(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """As in "Umsetzungstermin: 31.12.2021"."""
    match = LABEL.search(before)
    if not match or (match["word"] in ("Termin", "T") and sentence.place != "resolution"):
        return None
    values = {"kind": "due", "date_to": found.date_to, "precision": found.precision}
    return Found(_start(found, before, match), found.end, "label_date", values)


def _at_meeting(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """As in "in seiner Sitzung am 30.09.2021 zu berichten": the day of a meeting, where a duty follows at once."""
    match = AT_MEETING.search(before)
    if not match or found.precision != "day" or not sentence.has_infinitive:
        return None
    until = match[0][0] in "Bb"
    after = OBJECT.match(sentence.text, found.end)
    if not until and not (after and INFINITIVE.match(sentence.text, after.end())):
        return None
    day = None if until else found.date_from
    values = {"kind": "due", "date_from": day, "date_to": found.date_to, "precision": "day"}
    return Found(_start(found, before, match), found.end, "at_meeting", values)


def _due(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """As in "bis zum 31. Oktober 2020 nachzuholen", "spätestens Ende 2023 fertiggestellt", "noch in diesem Jahr"."""
    anchored = BEGIN_OF.search(before)
    match = anchored or UNTIL.search(before)
    if not match or _no_deadline(sentence, found, before[: match.start()]):
        return None
    if match[0].lower().startswith("vor") and not sentence.text.startswith("Ende", found.start):
        return None
    if not (sentence.place == "resolution" or sentence.demands or sentence.plans):
        return None
    if _of_others(sentence, found):
        return None
    values = {"kind": "due", "date_to": found.date_to, "precision": found.precision}
    if anchored:
        values["anchor"] = anchored["anchor"]
    return Found(_start(found, before, match), found.end, "until_date", values)


def _of_others(sentence: Sentence, found: FoundDate) -> bool:
    """What others may do by then, and what the world is expected to be like."""
    if PERMISSION.search(_before(sentence.text, found.start)) and not DEMAND.search(sentence.text):
        return True
    return sentence.place != "resolution" and found.precision == "year" and sentence.expects


def _on_a_day(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """As in "zum 30.06. zu berichten", "zum 31.12.2020 zu beenden": a day counts only where a paper or at once a duty hangs on it."""
    match = FIRST.search(before) or ON.search(before)
    if not match or found.precision != "day" or _no_deadline(sentence, found, before[: match.start()]):
        return None
    after = sentence.text[found.end : found.end + 120].partition(";")[0]
    reports = sentence.duty in ("report", "submit") and ("rst" in match[0] or INFINITIVE.search(after))
    if not reports and not (match[0].lower().startswith(("zum", "per")) and INFINITIVE.match(after.lstrip())):
        return None
    values = {"kind": "due", "date_from": found.date_from, "date_to": found.date_to, "precision": "day"}
    return Found(_start(found, before, match), found.end, "on_day", values)


def _period(sentence: Sentence, found: FoundDate, before: str) -> Found | None:
    """As in "Anfang Februar 2018 einzuleiten", "werden im Frühjahr 2020 vorgenommen", "Übergabe im Herbst 2023"."""
    if sentence.place == "debate":  # "in diesem Jahr" is in a speech as often the past as the future
        return None
    match = WITHIN.search(before) or _foreseen(sentence, found, before) or FIRST.search(before) or STEP_LABEL.search(before)
    if not (match or PART.match(sentence.text, found.start)) or found.precision == "day" or UNTIL.search(before):
        return None
    at_once = INFINITIVE.match(sentence.text[found.end :].lstrip())
    if (found.precision == "season" and found.derived and not at_once) or _no_deadline(
        sentence, found, before[: match.start()] if match else before
    ):
        return None
    if _of_money(sentence, found, before) or not _planned(sentence, found, before):
        return None
    values = {"kind": "period", "date_from": found.date_from, "date_to": found.date_to, "precision": found.precision}
    start = _start(found, before, match) if match and not BARE_AFTER.match(match[0]) else found.start
    return Found(start, found.end, "within_period", values)


def _foreseen(sentence: Sentence, found: FoundDate, before: str) -> re.Match[str] | None:
    """As in "ist für Herbst 2023 geplant", "soll 2022 umgesetzt werden"."""
    if FORESEEN_AFTER.match(sentence.text, found.end) and (match := FORESEEN.search(before)):
        return match
    if found.precision != "year":
        return None
    return BARE_AFTER.search(before) or (BARE_DUTY.search(before) if INFINITIVE.match(sentence.text, found.end + 1) else None)


def _of_money(sentence: Sentence, found: FoundDate, before: str) -> bool:
    """The year of a sum or a budget."""
    near = before[-30:] + sentence.text[found.start : found.end + 40]
    return bool(MONEY_NEAR.search(near) or FISCAL_BEFORE.search(before) or (found.precision == "year" and sentence.names_a_sum))


def _planned(sentence: Sentence, found: FoundDate, before: str) -> bool:
    """Whether a step hangs on a period: an infinitive or a coming participle after it, or the noun of a step before it."""
    after = sentence.text[found.end : found.end + 90]
    if INFINITIVE.search(after) or STEP_LABEL.search(before) or BEGINS_BEFORE.search(before):
        return True
    if AIM_BEFORE.search(before) and AIM_AFTER.match(after):
        return True
    if (sentence.plans or sentence.demands) and PARTICIPLE.match(after.lstrip()) and not re.search(r"\d", after[:30]):
        return True
    if sentence.duty in ("report", "submit") and (sentence.plans or sentence.demands):
        return True
    return bool(STEP.search(before[-40:])) and not re.search(r"[.;,:]", before[-40:])


def _no_deadline(sentence: Sentence, found: FoundDate, before: str) -> bool:
    """Validity, terms, spans, dates of letters and years of money."""
    text = sentence.text
    return bool(
        NO_DUTY_BEFORE.search(before)
        or SPAN_BEFORE.search(before[-45:])
        or (
            found.precision == "year"
            and (HORIZON_BEFORE.search(before) or INCLUSIVE.search(text, max(0, found.start - 20), found.start))
            and not INFINITIVE.match(text, found.end + 1)
        )
        or AFTER_RANGE.match(text, found.end)
        or EVERY_YEAR_AFTER.match(text, found.end)
        or (found.derived and EVERY_YEAR_BEFORE.search(before))
        or ATTRIBUTE_AFTER.match(text, found.end)
        or (PAST_BEFORE.search(before) and not INFINITIVE.search(text[found.end : found.end + 150].partition(",")[0]))
        or MONEY_AFTER.match(text, found.end)
        or VALIDITY.search(text, max(0, found.start - 70, text.rfind(";", 0, found.start)), found.end + 100)
        or TERM.search(text, max(0, found.start - 200), found.end + 30)
    )


def _start(found: FoundDate, before: str, match: re.Match[str]) -> int:
    return found.start - len(before) + match.start()

"""When an event of the year's course is: "vor der Sommerpause", "nach den Osterferien", "zum Schuljahr 2024/25", "vor Weihnachten".

The calendar of the Land says when its schools close; Christmas, Easter and Whitsun need none. A council's own recess lies in
the school holidays but not day by day, so a Pause and a school year are only as precise as a season. "Winterpause", "Ferien"
alone, "bis nach den Ferien", a meeting inside the holidays and all that no calendar holds stay words.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import date, timedelta
from typing import Literal

from extractors.deadlines.school_calendar import Break, Span, easter_sunday, first_school_day, school_break
from extractors.text.german.dates import Precision

Side = Literal["before", "within", "after", "at"]
Values = Mapping[str, object]

BREAKS: tuple[tuple[re.Pattern[str], Break], ...] = (
    (re.compile(r"Sommer(?:pause|(?:schul)?ferien)"), "summer"),
    (re.compile(r"Herbst(?:pause|(?:schul)?ferien)"), "autumn"),
    (re.compile(r"Weihnachts(?:pause|(?:schul)?ferien)"), "christmas"),
    (re.compile(r"Oster(?:pause|(?:schul)?ferien)"), "easter"),
    (re.compile(r"Pfingst(?:pause|(?:schul)?ferien)"), "whitsun"),
    (re.compile(r"Winterferien"), "winter"),
)
SCHOOL_YEAR = re.compile(r"Schuljahr|Schul(?:jahres)?(?:beginn|anfang|start)")
FEAST = re.compile(r"Weihnachten|Ostern|Pfingsten|Jahreswechsel")
BEGIN, END = re.compile(r"(?:[Bb]eginn|[Aa]nfang|[Ss]tart)(?:e?s)?\b"), re.compile(r"(?:[Ee]nde|Ablauf)s?\b")
SEASONAL = re.compile(r"[Pp]ause|Schul(?!ferien)")
SIDES: tuple[tuple[re.Pattern[str], Side], ...] = (
    (re.compile(r"(?:[Ss]pätestens[ \n]|[Uu]nmittelbar[ \n])?[Nn]ach\b|[Ii]m[ \n]Anschluss"), "after"),
    (re.compile(r"(?:[Ss]pätestens[ \n])?(?:[Ii][nm]s?|[Ww]ährend)\b"), "within"),
    (re.compile(r"(?:[Ss]pätestens[ \n])?[Bb]is\b(?!.*[Nn]ach)|[Ss]pätestens[ \n]zu|(?:\w+[ \n])?[Vv]or\b"), "before"),
    (re.compile(r"(?:[Ss]pätestens[ \n])?(?:[Zz]u[mr]?|[Mm]it)\b"), "at"),
)
PRINTED = re.compile(r"\b(?:19[89]|20[0-8])\d\b")
THIS_YEAR = re.compile(r"\bdiesjährige")
# After an event: "vor der Sommerpause des Jahres 2025", "… dieses Jahres", "… im kommenden Jahr".
OF_THE_YEAR = re.compile(
    r"[ ](?:(?:des[ ]Jahres|im[ ]Jahr|in)[ ](?P<printed>(?:19[89]|20[0-8])\d)\b|(?P<this>(?:dieses|des[ ]laufenden|d\.)[ ]J(?:ahres\b|\.)"
    r"|in[ ]diesem[ ]Jahr\b)|(?P<next>(?:(?:des|im)[ ])?(?:nächsten|kommenden|folgenden)[ ]Jahre?s?\b))"
)
OTHER_TURN = re.compile(r"\b(?:übernächste|letzte|vergangene|vorige|jede|alle)[nmrs]?\b")
FIRST_YEAR, LAST_YEAR = 1900, 2100  # outside no calendar is kept
DAY, JUST_OVER = timedelta(days=1), timedelta(days=60)


def event_days(word: str, anchor: str, following: str, land: str | None, reference: date | None) -> Values:
    """The dates of an event, as values of columns; empty where no calendar tells them.

    >>> {key: str(value) for key, value in event_days("vor der", "Sommerpause", " zu beschließen", "SN", date(2024, 3, 12)).items()}
    {'date_to': '2024-06-19', 'precision': 'season'}
    """
    side = next((side for pattern, side in SIDES if pattern.match(word)), None)
    if not side or OTHER_TURN.search(anchor):
        return {}
    if reference and not FIRST_YEAR < reference.year < LAST_YEAR:
        reference = None
    told = _told_year(anchor, following, reference)
    coming = _coming(anchor, land, reference, side) if reference else iter(())
    span = _span(anchor, land, told) if told else next(coming, None)
    return _values(side, anchor, span, word) if span else {}


def _told_year(anchor: str, following: str, reference: date | None) -> int | None:
    """The year that the words themselves name; a school year by the year in which it begins."""
    after = OF_THE_YEAR.match(following)
    if printed := PRINTED.search(anchor):
        of_its_end = SCHOOL_YEAR.search(anchor) and END.search(anchor) and not anchor[printed.end() :].startswith("/")
        return int(printed[0]) - bool(of_its_end)
    if after and after["printed"]:
        return int(after["printed"])
    if reference and (THIS_YEAR.search(anchor) or (after and after["this"])):
        return reference.year
    return reference.year + 1 if reference and after else None


def _coming(anchor: str, land: str | None, reference: date, side: Side) -> Iterator[Span]:
    """The next turn of an event after the meeting; none where the meeting lies so close that either turn may be meant."""
    for year in (reference.year - 1, reference.year, reference.year + 1):
        span = _span(anchor, land, year)
        if not span:
            continue
        first, last = span
        if side in ("before", "at") and not END.search(anchor):
            if first <= reference <= last and not SCHOOL_YEAR.search(anchor):
                return
            if first > reference:
                yield span
        elif last >= reference:
            yield span
        elif side == "after" and reference - last < JUST_OVER:
            return


def _span(anchor: str, land: str | None, year: int) -> Span | None:
    """The first and last day of an event of a year; of its beginning or end that day alone."""
    span = _feast(anchor, year) or (_of_schools(anchor, land, year) if land else None)
    if not span or FEAST.search(anchor):
        return span
    if BEGIN.search(anchor):
        return span[0], span[0]
    return (span[1], span[1]) if END.search(anchor) else span


def _of_schools(anchor: str, land: str, year: int) -> Span | None:
    name = next((name for pattern, name in BREAKS if pattern.search(anchor)), None)
    if name:
        return school_break(name, land, year)
    if not SCHOOL_YEAR.search(anchor):
        return None
    first, summer = first_school_day(land, year), school_break("summer", land, year + 1)
    return (first, summer[0] - DAY) if first and summer else None


def _feast(anchor: str, year: int) -> Span | None:
    match = FEAST.search(anchor)
    if not match:
        return None
    if match[0] == "Weihnachten":
        return date(year, 12, 25), date(year, 12, 26)
    if match[0] == "Jahreswechsel":  # a moment: the day before it is its year's last, the day after it the next one's first
        return date(year + 1, 1, 1), date(year, 12, 31)
    sunday = easter_sunday(year)
    if not sunday:
        return None
    return (sunday, sunday + DAY) if match[0] == "Ostern" else (sunday + 49 * DAY, sunday + 50 * DAY)


def _values(side: Side, anchor: str, span: Span, word: str) -> Values:
    """What columns a span fills: until its eve, from the day after it, within it, on the day a school year begins."""
    first, last = span
    precision: Precision = "season" if SEASONAL.search(anchor) else "day"
    if side == "before":
        return {"date_to": last if END.search(anchor) else first - DAY, "precision": precision}
    if side == "after":
        return {"date_from": last + DAY, "precision": precision}
    if side == "within":
        return {"date_to": last, "precision": precision} | ({} if word.startswith(("Spät", "spät")) else {"date_from": first})
    if SCHOOL_YEAR.search(anchor):
        day = last if END.search(anchor) else first
        return {"date_from": day, "date_to": day, "precision": precision}
    return {}

"""Dates as German councils write them, from the day to the season, each with its precision.

    "bis zum 31.07.2011", "am 30. Juni 2021", "im III. Quartal 2019", "Ende 2. Quartals 2024", "1. Halbjahr 2016",
    "Ende 2015", "im Herbst 2012", "zum Jahresende", "in den Jahren 2021 und 2022", "2024/25", "noch in diesem Jahr"

A date without a year is the next such date from the reference on, the day of the meeting; without a reference it is none.
Only days written with the name of their month go to dateparser, cut out by our own rules: it reads "Ende 2020" as a day in March.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

Precision = Literal["day", "month", "quarter", "half_year", "year", "season"]

MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
MONTH = (
    r"(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|JANUAR|FEBRUAR|MÄRZ|APRIL|MAI|JUNI|JULI|AUGUST|SEPTEMBER|OKTOBER|NOVEMBER|DEZEMBER)(?:s\b)?"
)
MONTH_SHORT = r"(?:Jan|Jän|Feb|Febr|Mrz|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez|JAN|FEB|MRZ|APR|JUN|JUL|AUG|SEPT|SEP|OKT|NOV|DEZ)\b\.?"
SEASONS = {
    "frühj": (3, 5), "frühl": (3, 5), "frühs": (6, 8), "somme": (6, 8), "hochs": (6, 8), "späts": (8, 9), "herbs": (9, 11),
    "spätj": (9, 11), "späth": (9, 11), "winte": (12, 2),
}  # fmt: skip
# First months of what "Anfang", "Mitte" and "Ende" of a year mean; three months each.
PARTS = {"anfang": 1, "beginn": 1, "mitte": 4, "ende": 10}
ORDINAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "letzt": -1}

YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|[ ]?(?:€|EUR|Euro|Mio|T€))"
OF = r"(?:[ \n/](?:(?:des|der|im|vom)[ ])?(?:(?:Kalender|Haushalts|Geschäfts)?[Jj]ahr(?:es|s)?[ ])?)"
COUNT = r"(?:[1-4]\.?|I{1,3}\.?|IV\.?|(?:[Ee]rst|[Zz]weit|[Dd]ritt|[Vv]iert|[Ll]etzt)e[nrsm]?)"

DATE = re.compile(
    rf"""
      (?<![\d.,/§-])(?P<iso> (?:19|20)\d\d-[01]\d-[0-3]\d )(?!\d)                            # 2021-06-30
    | (?<![\d.,/-])(?P<day> [0-3]?\d)\.[ ]?(?P<day_month> [01]?\d)\.
        # 31.07.2011 31.7.11 30.06.
        (?:[ ]?(?P<day_year> (?:19|20)\d\d|\d\d(?=[^\d.,:%€]|[.,](?!\d)|$))(?!\d))?(?!\d|[ ]?(?:€|EUR|Euro|Uhr|Mio))
    | (?<![\d.,/])(?P<named_day> [0-3]?\d)\.?[ \n]?(?P<named_month> {MONTH}|{MONTH_SHORT})(?:[ \n](?P<named_year> (?:19|20)\d\d)\b)?
                                                                                              # 30. Juni 2021, 13. NOV. 2019, 1. Mai
    | (?:(?P<part> [Aa]nfang|[Mm]itte|[Ee]nde|[Bb]eginn)[ \n](?:(?:des|der|vom|von)[ ])?)?
      # III. Quartal 2019
      (?: (?P<quarter> {COUNT})[ \n]?(?:Quartals?|Vierteljahr(?:es|s)?\b|Jahresviertels?)(?:{OF}(?P<quarter_year> {YEAR}))?
        | \bQ(?P<q> [1-4])(?:[ ]?/[ ]?|[ ])(?P<q_year> {YEAR})                                # Q3/2021
        # 1. Halbjahr 2016
        | (?P<half> {COUNT})[ \n]?(?:(?:Kalender|Schul)?[Hh]albjahr(?:es|s)?\b|Jahreshälfte)(?:{OF}(?P<half_year> {YEAR}))?
        | \b(?P<month> {MONTH})(?:[ \n]/?(?:des[ ]Jahres[ ])?(?P<month_year> {YEAR})|/(?P<slash_year> {YEAR}))?    # Mai 2021, Dezember
        | \b(?P<season> Frühjahr|Frühling|Frühsommer|Hochsommer|Spätsommer|Spätherbst|Spätjahr|Sommer|Herbst|Winter)
           s?(?:monate?n?)?\b(?:[ \n](?P<season_year> {YEAR}))?
        | \b(?:Jahre?n?[ \n]|Jahres[ \n])?(?P<first> {YEAR})[ ]?(?P<span> bis|–|-|/|und|u\.|sowie|,)[ ]?(?P<last> (?:19|20)\d\d\b
            |(?<=/)\d\d\b)(?![.,]?\d|-\d)                                                # 2021/22, 2019 bis 2020, Jahren 2021 und 2022
        | \b(?:Jahre?n?[ \n]|Jahres[ \n])?(?P<year> {YEAR})\b(?!/\d|-\d)                      # Jahr 2023, 2023
        # in diesem Jahr
        | \b(?P<relative> diese[mns]|des|laufende[nms]|nächste[nms]|kommende[nms]|folgende[nms])[ ](?:Kalender)?(?:Jahr|Jahres)\b
      )
    | (?P<year_end> \bEnde[ ]Jahr\b(?![ ]\d))                                                # bis Ende Jahr (Switzerland)
    | \bJahres(?P<year_part> ende|mitte|anfang|beginn)s?\b(?:[ \n](?P<part_year> {YEAR}))?    # zum Jahresende
    """,
    re.VERBOSE,
)
# A month or a season alone is a date only after one of these: "Frau Winter", "Herr März" are none.
BEFORE_BARE = re.compile(
    r"(?:\b(?:im|bis|ab|zum|vom|seit|Ende|Mitte|Anfang|Beginn|vor|nach|diesen|dieses|kommenden|nächsten|Monat|und|oder|spätestens)[ \n])$",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class FoundDate:
    """A stretch of time printed at a place of a text: a day, or the first and last day of something longer."""

    start: int
    end: int
    date_from: date
    date_to: date
    precision: Precision
    derived: bool = False
    """True where the year is not printed but follows from the reference."""


def find_dates(text: str, start: int, end: int, reference: date | None) -> Iterator[FoundDate]:
    """All dates of a stretch of text, in order.

    >>> [str(found.date_to) for found in find_dates("bis Ende des II. Quartals 2021", 0, 30, None)]
    ['2021-06-30']
    """
    for match in DATE.finditer(text, start, end):
        found = _read(match, reference)
        if found:
            yield replace(found, start=match.start(), end=match.end())


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """A day written with the name of its month ("30. Juni 2021", "1. Jänner 2022", "13. NOV. 2019"); None if there is no such day."""
    found = _parser().get_date_data(text).date_obj
    return found.date() if found else None


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415  # importing it takes longer than reading a document

    settings = {"DATE_ORDER": "DMY", "PARSERS": ["absolute-time"], "REQUIRE_PARTS": ["day", "month", "year"], "STRICT_PARSING": True}
    return DateDataParser(languages=["de"], settings=settings)


def _read(match: re.Match[str], reference: date | None) -> FoundDate | None:
    kind = next(name for name in KINDS if match[name])
    return KINDS[kind](match, reference)


def _found(first: date, last: date, precision: Precision, derived: bool = False) -> FoundDate:
    return FoundDate(0, 0, first, last, precision, derived)


def _iso(match: re.Match[str], _: date | None) -> FoundDate | None:
    try:
        found = date.fromisoformat(match["iso"])
    except ValueError:
        return None
    return _found(found, found, "day")


def _day(match: re.Match[str], reference: date | None) -> FoundDate | None:
    number, month, year = int(match["day"]), int(match["day_month"]), match["day_year"]
    return _day_of(number, month, int(year) + (2000 if len(year) == 2 else 0) if year else None, reference)


def _named_day(match: re.Match[str], reference: date | None) -> FoundDate | None:
    if match["named_year"]:
        found = day(f"{match['named_day']}. {match['named_month']} {match['named_year']}")
        return _found(found, found, "day") if found else None
    return _day_of(int(match["named_day"]), _month_number(match["named_month"]), None, reference)


def _day_of(number: int, month: int, year: int | None, reference: date | None) -> FoundDate | None:
    years = [year] if year else [reference.year, reference.year + 1] if reference else []
    for each in years:
        try:
            found = date(each, month, number)
        except ValueError:
            continue
        if year or (reference and found >= reference):
            return _found(found, found, "day", derived=year is None)
    return None


def _months(first: int, count: int, year: str | None, reference: date | None, precision: Precision) -> FoundDate | None:
    """Whole months of a year; without a year those that are not yet over at the reference."""
    if year:
        return _found(*_span(int(year), first, count), precision)
    if not reference:
        return None
    for each in (reference.year - 1, reference.year, reference.year + 1):
        since, until = _span(each, first, count)
        if until >= reference:
            return _found(since, until, precision, derived=True)
    return None


def _span(year: int, first: int, count: int) -> tuple[date, date]:
    last_year, last = divmod(year * 12 + first + count - 2, 12)
    return date(year, first, 1), date(last_year, last + 1, monthrange(last_year, last + 1)[1])


def _quarter(match: re.Match[str], reference: date | None) -> FoundDate | None:
    number = _ordinal(match["quarter"] or match["q"], 4)
    return _months(3 * number - 2, 3, match["quarter_year"] or match["q_year"], reference, "quarter") if number else None


def _half(match: re.Match[str], reference: date | None) -> FoundDate | None:
    number = _ordinal(match["half"], 2)
    return _months(6 * number - 5, 6, match["half_year"], reference, "half_year") if number else None


def _month(match: re.Match[str], reference: date | None) -> FoundDate | None:
    year = match["month_year"] or match["slash_year"]
    if not year and not match["part"] and not BEFORE_BARE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    return _months(_month_number(match["month"]), 1, year, reference, "month")


def _season(match: re.Match[str], reference: date | None) -> FoundDate | None:
    first, last = SEASONS[match["season"][:5].lower()]
    if not match["season_year"] and not BEFORE_BARE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    return _months(first, (last - first) % 12 + 1, match["season_year"], reference, "season")


def _years(match: re.Match[str], _: date | None) -> FoundDate | None:
    first, last = match["first"], match["last"]
    until = int(last) if len(last) == 4 else int(first[:2] + last)
    if not int(first) < until <= int(first) + 30:
        return None
    return _found(date(int(first), 1, 1), date(until, 12, 31), "year")


def _year(match: re.Match[str], _: date | None) -> FoundDate | None:
    return _part_of(match["part"], int(match["year"]))


def _relative(match: re.Match[str], reference: date | None) -> FoundDate | None:
    word = match["relative"]
    if not reference or (word == "des" and not match["part"]):
        return None
    later = word.startswith(("nächst", "komm", "folg"))
    return replace(_part_of(match["part"], reference.year + later), derived=True)


def _year_part(match: re.Match[str], reference: date | None) -> FoundDate | None:
    year = match["part_year"] or (str(reference.year) if reference else None)
    return replace(_part_of(match["year_part"] or "ende", int(year)), derived=not match["part_year"]) if year else None


def _part_of(part: str | None, year: int) -> FoundDate:
    first, count = (PARTS[part.lower()], 3) if part else (1, 12)
    return _found(*_span(year, first, count), "year")


def _ordinal(word: str, highest: int) -> int:
    """The number of "3.", "III.", "dritten"; "letzten" is the highest; 0 where there is no such one."""
    word = word.rstrip(".").lower()
    number = int(word) if word.isdigit() else ORDINAL.get(word) or ORDINAL.get(re.sub(r"e[nrsm]?$", "", word), 0)
    number = highest if number == -1 else number
    return number if number <= highest else 0


def _month_number(word: str) -> int:
    return MONTHS[word[:3].lower()]


KINDS = {
    "iso": _iso, "day": _day, "named_day": _named_day, "quarter": _quarter, "q": _quarter, "half": _half, "month": _month,
    "season": _season, "first": _years, "year": _year, "relative": _relative, "year_part": _year_part,
    "year_end": _year_part,
}  # fmt: skip

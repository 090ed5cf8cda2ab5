"""Dates as German councils write them, from the day to the season, each with its precision.

    "bis zum 31.07.2011", "am 30. Juni 2021", "im III. Quartal 2019", "Ende 2. Quartals 2024", "1. Halbjahr 2016",
    "Ende 2015", "im Herbst 2012", "zum Jahresende", "in den Jahren 2021 und 2022", "2024/25", "noch in diesem Jahr"

A date without a year is the next such date from the reference on, the day of the meeting; without a reference it is none.
Only days with the name of their month in an odd form ("1. Febr. 2021") go to dateparser, cut out by our own rules: it reads "Ende 2020"
as a day in March, and takes longer to import than all else here.
"""

from __future__ import annotations

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import MAXYEAR, MINYEAR, date
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Literal

from extractors.text.german.date_forms import BEFORE_BARE, DATE, MONTHS, NAMES, OF_THE_YEAR, ORDINAL, PARTS, PLAIN_DAY, SEASONS

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

Precision = Literal["day", "month", "quarter", "half_year", "year", "season"]


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
    if reference and not MINYEAR + 1 < reference.year < MAXYEAR - 1:
        reference = None  # years around it would not exist
    done = start
    for match in DATE.finditer(text, start, end):
        found = _read(match, reference) if match.start() >= done else None
        if not found:
            continue
        done = match.end()
        told = OF_THE_YEAR.match(text, done, end) if found.derived and reference else None
        if told and reference:
            found, done = _in_year(found, reference.year + bool(told["next"])), told.end()
        if found:
            yield replace(found, start=match.start(), end=done)


def _in_year(found: FoundDate, year: int) -> FoundDate | None:
    """The same stretch of a year that is told in words ("im Herbst dieses Jahres"); None for 29 February of other years."""
    last_year, last = found.date_to.year + year - found.date_from.year, found.date_to.month
    try:
        until = date(last_year, last, found.date_to.day if found.precision == "day" else monthrange(last_year, last)[1])
        return replace(found, date_from=found.date_from.replace(year=year), date_to=until, derived=False)
    except ValueError:
        return None


@lru_cache(maxsize=4096)
def day(text: str) -> date | None:
    """A day written with the name of its month ("30. Juni 2021", "1. Jänner 2022", "13. NOV. 2019"); None if there is no such day."""
    plain = PLAIN_DAY.fullmatch(text)
    month = NAMES.get(plain["month"].lower()) if plain else None
    if plain and month:
        try:
            return date(int(plain["year"]), month, int(plain["day"]))
        except ValueError:
            return None
    found = _parser().get_date_data(text).date_obj
    return found.date() if found else None


@cache
def _parser() -> DateDataParser:
    from dateparser.date import DateDataParser  # noqa: PLC0415  # 0.15 s, for forms that hardly occur

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


def _numbered_month(match: re.Match[str], reference: date | None) -> FoundDate | None:
    """As in "bis 12/2024"; without such a word before it, it is the number of a paper."""
    if not BEFORE_BARE.search(match.string, max(0, match.start() - 12), match.start()):
        return None
    return _months(int(match["month_no"]), 1, match["month_no_year"], reference, "month")


def _month_end(match: re.Match[str], reference: date | None) -> FoundDate | None:
    """As in "bis Ende des Monats", "bis Ende nächsten Monats": the month of the meeting or the one after it."""
    if not reference:
        return None
    later = (match["month_of"] or "").startswith(("nächst", "komm", "folg"))
    years, month = divmod(reference.month - 1 + later, 12)
    return _found(*_span(reference.year + years, month + 1, 1), "month", derived=True)


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
    "month_no": _numbered_month,
    "season": _season, "first": _years, "year": _year, "relative": _relative, "year_part": _year_part,
    "year_end": _year_part, "month_of": _month_end, "month_end": _month_end,
}  # fmt: skip

"""The school holidays of the German Länder and the movable feasts, by the library `holidays` (school years 2005 to 2029).

Outside its years, or for a Land that it does not know, there is no answer. The library is loaded with the first question, for
most documents ask none. Weekends beside the printed days are left out; a bridging day is no holiday of its own.
"""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import Literal

Break = Literal["winter", "easter", "whitsun", "summer", "autumn", "christmas"]
Span = tuple[date, date]

# What the library calls them, and the month and day near which a school break of that name begins.
_NAMES: dict[Break, str] = {
    "winter": "Winterferien", "easter": "Oster-/Frühjahrsferien", "whitsun": "Himmelfahrts-/Pfingstferien",
    "summer": "Sommerferien", "autumn": "Herbstferien", "christmas": "Weihnachtsferien",
}  # fmt: skip
_DAY = timedelta(days=1)
# Public holidays and weekends between two printed days of one break: Good Friday to Easter Monday.
_GAP, _SHORTEST = timedelta(days=5), timedelta(days=3)
_SATURDAY = 5


@cache
def school_break(name: Break, land: str, year: int) -> Span | None:
    """The first and last day of a school break that begins in a year; None where the calendar holds none, or several.

    >>> [str(day) for day in school_break("summer", "SN", 2024) or ()]
    ['2024-06-20', '2024-08-02']
    """
    spans = [(first, last) for first, last in _spans(name, land, year) if last - first >= _SHORTEST and first.year == year]
    if name == "easter" and (sunday := easter_sunday(year)):
        # Bavaria's carnival holidays and Hamburg's in March bear the same name.
        spans = [(first, last) for first, last in spans if first - 3 * _DAY <= sunday <= last + 14 * _DAY]
    return spans[0] if len(spans) == 1 else None


def _spans(name: Break, land: str, year: int) -> list[Span]:
    """The stretches of holidays of one name in a school year; days with only a weekend or feasts between them are one."""
    found: list[Span] = []
    for day in _days(name, land, year):
        if found and day - found[-1][1] <= _GAP:
            found[-1] = (found[-1][0], day)
        else:
            found.append((day, day))
    return found


def _days(name: Break, land: str, year: int) -> list[date]:
    from holidays.countries.germany import Germany  # noqa: PLC0415  # 0.15 s, which only documents that name a break should pay

    if land not in Germany.subdivisions or len(land) != len("SN"):
        return []
    years = (year - 1, year, year + 1) if name == "christmas" else year
    calendar = Germany(subdiv=land, categories="school", years=years, language="de", expand=False)
    return sorted(day for day, names in calendar.items() if _NAMES[name] in names.split("; "))


@cache
def easter_sunday(year: int) -> date | None:
    """The day of Easter.

    >>> str(easter_sunday(2024))
    '2024-03-31'
    """
    from holidays.countries.germany import Germany  # noqa: PLC0415

    calendar = Germany(years=year, language="de", expand=False)
    return next((day + 2 * _DAY for day, name in calendar.items() if name == "Karfreitag"), None)


def first_school_day(land: str, year: int) -> date | None:
    """The day on which the lessons of a school year begin: the first working day after the summer holidays.

    >>> str(first_school_day("SN", 2024))
    '2024-08-05'
    """
    summer = school_break("summer", land, year)
    if not summer:
        return None
    day = summer[1] + _DAY
    while day.weekday() >= _SATURDAY:
        day += _DAY
    return day

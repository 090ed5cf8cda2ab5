"""Dates from the day to the season; without a year they follow the meeting. All sentences are made up."""

from datetime import date

import pytest

from extractors.text.german.date_forms import NAMES
from extractors.text.german.dates import _parser, day, find_dates

MEETING = date(2020, 9, 29)


def found(text: str, reference: date | None = MEETING) -> list[tuple[str, str, str, str]]:
    return [
        (text[each.start : each.end], each.date_from.isoformat(), each.date_to.isoformat(), each.precision)
        for each in find_dates(text, 0, len(text), reference)
    ]


PRINTED = {
    "numbers": ("bis zum 31.07.2021", ("31.07.2021", "2021-07-31", "2021-07-31", "day")),
    "short year": ("am 5.4.22", ("5.4.22", "2022-04-05", "2022-04-05", "day")),
    "ISO": ("am 2021-06-30", ("2021-06-30", "2021-06-30", "2021-06-30", "day")),
    "month by name": ("am 30. Juni 2021", ("30. Juni 2021", "2021-06-30", "2021-06-30", "day")),
    "Austrian month": ("am 1. Jänner 2022", ("1. Jänner 2022", "2022-01-01", "2022-01-01", "day")),
    "a stamp": ("13. NOV. 2019", ("13. NOV. 2019", "2019-11-13", "2019-11-13", "day")),
    "roman quarter": ("bis Ende des II. Quartals 2021", ("Ende des II. Quartals 2021", "2021-04-01", "2021-06-30", "quarter")),
    "quarter in words": ("im dritten Quartal 2021", ("dritten Quartal 2021", "2021-07-01", "2021-09-30", "quarter")),
    "short quarter": ("Q3/2021", ("Q3/2021", "2021-07-01", "2021-09-30", "quarter")),
    "half-year": ("im 1. Halbjahr 2016", ("1. Halbjahr 2016", "2016-01-01", "2016-06-30", "half_year")),
    "month": ("bis zum April 2014", ("April 2014", "2014-04-01", "2014-04-30", "month")),
    "part of a month": ("Anfang Februar 2018", ("Anfang Februar 2018", "2018-02-01", "2018-02-28", "month")),
    "end of a year": ("bis Ende 2015", ("Ende 2015", "2015-10-01", "2015-12-31", "year")),
    "middle of a year": ("bis Mitte 2021", ("Mitte 2021", "2021-04-01", "2021-06-30", "year")),
    "season": ("im Herbst 2012", ("Herbst 2012", "2012-09-01", "2012-11-30", "season")),
    "late in the year": ("im Spätjahr 2015", ("Spätjahr 2015", "2015-09-01", "2015-11-30", "season")),
    "late summer": ("im Spätsommer 2014", ("Spätsommer 2014", "2014-08-01", "2014-09-30", "season")),
    "winter ends in the next year": ("im Winter 2021", ("Winter 2021", "2021-12-01", "2022-02-28", "season")),
    "year": ("im Jahr 2023", ("Jahr 2023", "2023-01-01", "2023-12-31", "year")),
    "two years": ("in 2024/25", ("2024/25", "2024-01-01", "2025-12-31", "year")),
    "years in words": ("in den Jahren 2021 und 2022", ("Jahren 2021 und 2022", "2021-01-01", "2022-12-31", "year")),
}
DERIVED = {
    "day to come": ("bis 20. Februar", ("20. Februar", "2021-02-20", "2021-02-20", "day")),
    "day of this year": ("am 24.11., 19 Uhr", ("24.11.", "2020-11-24", "2020-11-24", "day")),
    "month to come": ("im Mai", ("Mai", "2021-05-01", "2021-05-31", "month")),
    "month not yet over": ("im September", ("September", "2020-09-01", "2020-09-30", "month")),
    "end of the year": ("zum Jahresende", ("Jahresende", "2020-10-01", "2020-12-31", "year")),
    "Swiss end of the year": ("bis Ende Jahr", ("Ende Jahr", "2020-10-01", "2020-12-31", "year")),
    "this year": ("noch in diesem Jahr", ("diesem Jahr", "2020-01-01", "2020-12-31", "year")),
    "autumn of next year": ("im Herbst nächsten Jahres", ("Herbst nächsten Jahres", "2021-09-01", "2021-11-30", "season")),
    "a month of this year": ("im Mai dieses Jahres", ("Mai dieses Jahres", "2020-05-01", "2020-05-31", "month")),
    "end of the month": ("bis Ende des Monats", ("Ende des Monats", "2020-09-01", "2020-09-30", "month")),
    "next year": ("Ende nächsten Jahres", ("Ende nächsten Jahres", "2021-10-01", "2021-12-31", "year")),
}
NONE = {
    "no such day": "am 31.02.2021",
    "a person": "Frau Winter und Herr März",
    "a sum": "2.020 € und 2019 EUR",
    "a time": "um 12.30 Uhr",
    "a paper reference": "VI-DS-08033",
    "years running backwards": "2022/2019",
}


@pytest.mark.parametrize(("text", "expected"), (PRINTED | DERIVED).values(), ids=PRINTED | DERIVED)
def test_dates_and_their_precision(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text) == [expected]


@pytest.mark.parametrize(("text", "expected"), DERIVED.values(), ids=DERIVED)
def test_without_a_meeting_a_date_without_a_year_is_none(text: str, expected: tuple[str, str, str, str]) -> None:
    assert found(text, None) == []


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_what_is_no_date(text: str) -> None:
    assert found(text) == []


def test_the_year_told_in_words_is_that_of_the_meeting() -> None:
    text = "bis zum 1.3. d. J. und am 29. Februar nächsten Jahres"
    assert [str(each.date_to) for each in find_dates(text, 0, len(text), date(2020, 2, 1))] == ["2020-03-01"]


@pytest.mark.parametrize("reference", [date.min, date.max])
def test_at_the_ends_of_time_a_date_without_a_year_is_none(reference: date) -> None:
    assert found("im Winter, bis Ende nächsten Jahres, am 1. Mai", reference) == []


def test_derived_years_are_told() -> None:
    text = "am 1. Mai und am 1. Mai 2021"
    assert [each.derived for each in find_dates(text, 0, len(text), MEETING)] == [True, False]


@pytest.mark.parametrize(
    ("text", "expected"), [("29. Februar 2020", date(2020, 2, 29)), ("29. Februar 2021", None), ("3. Sitzung 2021", None)]
)
def test_a_day_is_read_by_dateparser_or_is_none(text: str, expected: date | None) -> None:
    assert day(text) == expected


@pytest.mark.parametrize("name", NAMES)
def test_plain_days_are_read_as_dateparser_reads_them(name: str) -> None:
    for printed in (name, name.capitalize(), name.upper(), f"{name.capitalize()}."):
        for number in ("0", "1", "09", "29", "30", "31"):
            text = f"{number}. {printed} 2023"
            found = _parser().get_date_data(text).date_obj
            assert day(text) == (found.date() if found else None), text

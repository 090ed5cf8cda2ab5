"""For which years a sum is meant: "für die HH-Jahre 2021 und 2022", "Doppelhaushalt 2021/22", "in die Gebührenkalkulation 2021".

Years of origin ("aus 2010 – 2013"), of a date, of a contract or of a deadline ("bis zum Jahr 2023") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.amounts.reading import Surroundings

_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d)"
_YEARS = rf"{_YEAR}(?:[ ]?(?:/|–|-|—|bis|und|u\.|sowie|,)[ ]?(?:{_YEAR}|\d\d(?!\d|\.))){{0,4}}"
_FISCAL = (
    r"(?:(?:Haushalts|HH|Geschäfts|Wirtschafts|Rechnungs|Kalender|Finanz|Budget|Abrechnungs|Veranlagungs|Förder|Beitrags|Folge)?-?[Jj]ahr(?:e[ns]?|es|s)?"
    r"|\w{0,12}(?:[Hh]aushalt|[Vv]oranschlag|[Bb]udget|[Ff]inanzplan|[Ww]irtschaftsplan|[Hh]aushaltsplan|[Kk]alkulation)\w{0,12}|D?HH|Ansatz|Haushaltsplans?|HHJ\.?|HJ\.?|Hj\.?)"
)
FISCAL = re.compile(
    rf"""
      (?P<not> \bbis[ ](?:spätestens[ ])?(?:zum|einschließlich|Ende|Mitte|zu)?[ ]?(?:(?:Ende|Mitte)[ ])?(?:des[ ]|dem[ ])?(?:Jahre?s?[ ])?{_YEAR}      # bis zum Jahr 2023
             | \b(?:aus|seit|vom|Stand:?|Angebot[ ]von)[ ](?:den[ ]|dem[ ])?(?:Jahre?n?[ ])?{_YEARS}                 # aus 2010 – 2013
             | \d{{1,2}}\.[ ]?(?:\d{{1,2}}\.|[A-ZÄ][a-zä]+)[ ]?{_YEAR}                              # 15.11.2016
             | [A-Z][\w-]*/{_YEAR} | {_YEAR}/\d{{3,}} )
    | (?P<months> \b\d\d[ ]?(?:bis|-|–)[ ]?\d\d/)(?P<month_year> {_YEAR})                                    # 08 bis 12/2014
    | (?P<fiscal> \b{_FISCAL}[ ](?:für[ ](?:das[ ]Jahr[ ]|die[ ]Jahre[ ])?|\(|von[ ]|des[ ]Jahres[ ]|\w+[ ])?)(?P<fiscal_years> {_YEARS})  # HH-Jahre 2021 und 2022
    | (?P<prep> \b(?:für|in|ab|im|auf|pro)[ ])(?P<prep_years> {_YEARS})                               # für 2019, in 2015
    """,
    re.VERBOSE,
)
# "Überdeckung 2019 in Höhe von": the year of the thing itself, only right before its sum.
OF_THE_THING = re.compile(
    rf"\b[A-ZÄÖÜ][\w-]+[ ](?P<years>{_YEARS})[ ](?:in[ ]Höhe[ ]von|i\.[ ]?[Hh]\.[ ]?v\.|von|:)[ ](?:[a-zäöüß]+[ ]){{0,2}}$"
)
JAHRESERGEBNIS = re.compile(
    rf"\b(?:Jahres(?:ergebnis|abschluss|überschuss|fehlbetrag|gewinn|verlust)|Ergebnis)(?:ses)?[ ](?:für[ ](?:das[ ]Jahr[ ])?|des[ ]\w+[ ])?(?P<years>{_YEARS})"
)
# Between two sums of one chain: "um 100.000 € von 866.000 € auf 966.000 € für 2019".
CHAIN = re.compile(r"[ ]?(?:von|auf|um|bis|–)[ ](?:nun[ ]|neu[ ]|insgesamt[ ]|dann[ ])?")
BREAK = re.compile(r"[;:]|[ ](?:und|sowie|bzw\.)[ ]|,[ ](?!netto|brutto|inkl)")


def years_of(around: Surroundings) -> tuple[int, ...]:
    """The fiscal years of a sum; none where none is stated for it."""
    after = next(_fiscal(around.after), None)
    before = list(_fiscal(around.before))
    if before and _right_after_the_last_sum(around, before[-1][0]):
        before.pop()
    if after and not BREAK.search(around.after[: after[0]]) and not _belongs_to_next(around, after[1], bool(before)):
        return after[2]
    if before:
        return before[-1][2]
    if thing := OF_THE_THING.search(around.before):
        return _expanded(thing["years"])
    if around.others and CHAIN.fullmatch(around.after):
        return years_of(_next(around))
    found = {years for _, _, years in _fiscal(around.text)}
    if not found and (result := JAHRESERGEBNIS.search(around.text[: around.start])):
        return _expanded(result["years"])
    return found.pop() if len(found) == 1 else ()


def _fiscal(text: str) -> Iterator[tuple[int, int, tuple[int, ...]]]:
    for match in FISCAL.finditer(text):
        years = match["fiscal_years"] or match["prep_years"] or match["month_year"]
        if years and (expanded := _expanded(years)):
            yield match.start(), match.end(), expanded


def _right_after_the_last_sum(around: Surroundings, at: int) -> bool:
    """ "966.000 € für 2019 und um 105.000 €": the year belongs to the sum before it."""
    return at <= 2 and len(around.before) < around.start


def _belongs_to_next(around: Surroundings, end: int, has_own: bool) -> bool:
    """ "im Jahr 2017 50.000 €, im Jahr 2018 60.000 €": the year belongs to the sum after it."""
    return has_own and around.end + len(around.after) < len(around.text) and len(around.after) - end < 6


def _next(around: Surroundings) -> Surroundings:
    following = min(span for span in around.others if span[0] >= around.end)
    others = [*(span for span in around.others if span != following), (around.start, around.end)]
    return Surroundings(around.text, following[0], following[1], others)


def _expanded(words: str) -> tuple[int, ...]:
    """The years of "2021 und 2022", "2021/22", "2022 bis 2025".

    >>> _expanded("2022 bis 2025"), _expanded("2021/22"), _expanded("2019 und 2021")
    ((2022, 2023, 2024, 2025), (2021, 2022), (2019, 2021))
    """
    found: list[int] = []
    for match in re.finditer(r"(?P<link>/|–|-|—|bis)?[ ]?(?P<year>\d{4}|\d\d)", words):
        year = int(match["year"]) if len(match["year"]) == 4 else (found[-1] // 100 * 100 if found else 2000) + int(match["year"])
        if match["link"] and found and found[-1] < year <= found[-1] + 15:
            found.extend(range(found[-1] + 1, year + 1))
        elif not found or year > found[-1]:
            found.append(year)
    return tuple(found)

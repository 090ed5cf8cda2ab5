"""For which years a sum is meant: "für die HH-Jahre 2021 und 2022", "Doppelhaushalt 2021/22", "in die Gebührenkalkulation 2021".

Years of origin ("aus 2010 – 2013"), of a date, of a contract or of a deadline ("bis zum Jahr 2023") are none.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from extractors.amounts.patterns import CHAIN, SERIES
from extractors.amounts.surroundings import Surroundings

_YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|,-|[ ]?(?:€|EUR|Euro|Mio|Tsd|T€|CHF|Franken|DM|m²|qm|Einwohner|Personen|Stück))"
YEARS = rf"{_YEAR}(?:[ ]?(?:/|–|-|—|bis|und|u\.|sowie|,)[ ]?(?:{_YEAR}|\d\d(?!\d|\.))){{0,4}}"
_FISCAL = (
    r"(?:(?:Haushalts|HH|(?:Rumpf)?[Gg]eschäfts|Wirtschafts|Rechnungs|Verwaltungs|Kalender|Finanz|Budget|Abrechnungs|Veranlagungs|Förder|Beitrags"
    r"|Folge)?-?[Jj]ahr(?:e[ns]?|es|s)?"
    r"|\w{0,12}(?:[Hh]aushalt|[Vv]oranschlag|[Bb]udget|[Ff]inanzplan|[Ii]nvestitionsprogramm|[Ww]irtschaftsplan|[Hh]aushaltsplan|[Kk]alkulation"
    r"|(?:Erfolgs|Investitions|Betriebs|Verwaltungs|[Ll]aufenden?[ ])[Rr]echnung)\w{0,12}|D?HH"
    r"|Ansatz|Haushaltsplans?|(?:Haushalts)?[Nn]achtrag|HHJ\.?|HJ\.?|Hj\.?)"
)
# "im Jahr 2023 gewährte Zuschüsse": the year in which something happened.
_NOT_PAST = (
    r"(?![ ](?:gewährte|bewilligte|beschlossene|gegründete|geleistete|gezahlte|ausgezahlte|erhaltene|aufgenommene|entstandene"
    r"|erworbene|errichtete|gebaute|erbaute|eröffnete|angeschaffte|gekaufte|durchgeführte|angefallene|abgeschlossene)[nrsm]?\b)"
)
FISCAL = re.compile(
    rf"""
      # bis zum Jahr 2023
      (?P<not> \bbis[ ](?:spätestens[ ])?(?:zum|einschließlich|Ende|Mitte|zu)?[ ]?(?:(?:Ende|Mitte)[ ])?(?:des[ ]
          |dem[ ])?(?:Jahre?s?[ ])?{_YEAR}
             # Unterdeckungen der Jahre 2012 bis 2015
             | (?<!Verlauf[ ])(?<!Laufe[ ])(?<!Verlaufe[ ])\bde[rs][ ]Jahre?s?[ ]{YEARS}
             # aus den Haushaltsberatungen 2021, but not: aus dem Haushalt 2021
             | \baus[ ](?:dem|den|der)[ ](?!(?:[Dd]oppel)?[Hh]aushalt[ ]|Haushaltsjahr|Ansatz|Budget|DHH|HH)\w+[ ]{YEARS}
             | \b(?:aus|seit|vom|Stand:?|Angebot[ ]von)[ ](?:den[ ]|dem[ ])?(?:Jahre?n?[ ])?{YEARS}                 # aus 2010 – 2013
             | \d{{1,2}}\.[ ]?(?:\d{{1,2}}\.|[A-ZÄ][a-zä]+)[ ]?{_YEAR}                              # 15.11.2016
             | [A-Z][\w-]*/{_YEAR} | {_YEAR}/\d{{3,}} )
    | (?P<months> \b\d\d[ ]?(?:bis|-|–)[ ]?\d\d/)(?P<month_year> {_YEAR})                                    # 08 bis 12/2014
    # HH-Jahre 2021 und 2022
    | (?P<fiscal> \b(?:[Aa]b[ ](?:dem[ ])?)?{_FISCAL}[ ](?:für[ ](?:das[ ]Jahr[ ]|die[ ]Jahre[ ])?|\(|von[ ]|des[ ]Jahres[ ]
        |\w+[ ])?)(?P<fiscal_years> {YEARS}){_NOT_PAST}
    # für die Spielzeiten 2031 und 2032: years of a thing that comes back
    | \b[Ff]ür[ ](?:die|den|das)[ ](?:[a-zäöü]+[ ])?[A-ZÄÖÜ][a-zäöü][\w-]+[ ](?:de[rs][ ][A-ZÄÖÜ][\w-]+[ ])?
        (?P<thing_years> {_YEAR}(?:,[ ]{_YEAR}){{0,3}}[ ](?:und|bis|sowie)[ ]{_YEAR})
    # von 2025 bis 2029
    | \b(?:[Vv]on|[Zz]wischen|\w{{0,12}}[Zz]eitraum(?:[ ]von)?)[ ](?P<span_years> {_YEAR}[ ](?:bis|–|-)[ ]{_YEAR})
    # für 2019, in 2015
    | (?P<prep> \b(?:[Ff]ür|[Ii]n|[Aa]b|[Ii]m|auf|pro)[ ])(?P<prep_years> {YEARS}){_NOT_PAST}
    """,
    re.VERBOSE,
)
A_YEAR = re.compile(r"(?:19|20)\d\d")  # without one there is nothing to look for
# "Überdeckung 2019 in Höhe von": the year of the thing itself, only right before its sum.
OF_THE_THING = re.compile(
    rf"\b(?!(?:Januar|Jänner|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember|Angebote?s?|Vertrag|Beschluss"
    rf"|Antrag|Satzung|Vorlage|Jahre?n?|Ende|Mitte|Anfang|Stand|Gegenüber|Seit|Bis|Vor|Nach|Ab)\b)"
    rf"[A-ZÄÖÜ][\w-]+[ ](?P<years>{YEARS})[ ](?:(?:wird|ist|wurde)[ ])?(?:in[ ]Höhe[ ]von|i\.[ ]?[Hh]\.[ ]?v\.|von|auf|mit|beträgt|:)[ ]"
    rf"(?:[a-zäöüß]+[ ]){{0,2}}$"
)
# "die Einbeziehung der Überdeckung 2019 in Höhe von 500 € … in die Kalkulation 2021": the year that it is moved to.
MOVED = re.compile(r"\b(?:Einbeziehung|Übertragung|Übernahme|Einstellung)\b[^;]{0,200}$")
INTO = re.compile(rf"\bin[ ](?:die|den|das)[ ]\w*(?:[Kk]alkulation|[Hh]aushalt|[Vv]oranschlag|[Bb]udget|[Jj]ahr)\w*[ ](?P<years>{YEARS})")
# "Jahresergebnis 2023", "Ergebnis des Jahres 2023", "Kreisumlage 2024", "Zuschuss 2024"
_OF_A_YEAR = (
    r"(?:[A-ZÄÖÜ][a-zäöüß]*)?(?:[Uu]mlage|[Ss]ubvention|[Zz]uschuss|[Zz]uschüsse|[Bb]eitrag|[Ff]örderung|[Ss]teuern?|[Kk]osten"
    r"|[Ee]innahmen|[Aa]usgaben|[Ee]rträge|[Aa]ufwendungen|[Mm]ittel)"
)
RESULT = re.compile(
    rf"\b(?:(?:Jahres(?:ergebnis|abschluss|rechnung|überschuss|fehlbetrag|gewinn|verlust)|Ergebnis)(?:ses)?[ ]"
    rf"(?:für[ ](?:das[ ]Jahr[ ])?|des[ ]\w+[ ])?|{_OF_A_YEAR}[ ])(?P<years>{YEARS})"
)
MEANS_OF = re.compile(rf"\b(?:[A-ZÄÖÜ][\w-]*)?[Mm]itteln?[ ](?P<years>{YEARS})")  # "stellt aus seinen Mitteln 2031 zur Verfügung:"
BREAK = re.compile(r"[;:]|[ ](?:und|sowie|bzw\.)[ ]|,[ ](?!netto|brutto|inkl)")
# "45.000 € (2022)", "2022: 120 €", "2023 (50 T€)": a year as the label of its sum.
LABEL_AFTER = re.compile(rf"[ ]?\((?P<years>{YEARS})(?:\)|[ ][–-][ ])")
LABEL_BEFORE = re.compile(rf"(?<![\d.]){_YEAR}(?=[ ]?[:(][ ]?$)")
# "davon 45.065 € 2017 und 45.065 € 2018"; "2021 120.000 €" in a row of a table.
BARE_AFTER = re.compile(rf"[ ](?:erst[ ])?(?P<years>{_YEAR})(?=[ ]?[,;.)]|[ ](?:und|sowie)\b|[ ]?$)")
# … and "werden 2025 1,5 Mio. €", "2025 und 2026 je 500 €", but not "aus 2024 500 €".
ROW_BEFORE = re.compile(
    rf"(?:^[ ,;]{{0,2}}(?:und[ ])?|:[ ]|\bAnsatz[ ]|(?<![\d.])[ ](?:und|sowie)[ ]"
    rf"|\b(?!(?:aus|seit|vom|von|bis|nach|vor|gegenüber|der|des|und|sowie|oder|in|im|ab|für|auf|pro)[ ])[a-zäöüß]+[ ])"
    rf"(?P<years>{YEARS})[ ](?:(?:jeweils|je|voraussichtlich|rund|rd\.|ca\.|etwa|insgesamt|maximal|max\.|höchstens|mindestens"
    r"|bis[ ]zu|noch|nur)[ ])?$"
)
# "2025 für den Spielplatz 20.000 € und 2026 für den Bolzplatz 30.000 €"
ROW_FOR = re.compile(rf"(?:,|[ ]und|^[ ]?und)[ ](?P<years>{_YEAR})[ ]für[ ][^;:€]{{2,60}}$")
# "2.000 Euro in den folgenden Haushaltsjahren": years that are not printed.
LATER_YEARS = re.compile(
    r"[ ](?:in|für|ab)[ ](?:den|die|dem)[ ](?:\w+[ ])?(?:(?:folgenden|nächsten|kommenden|weiteren)[ ]\w*|Folge)[Jj]ahr"
)
LATER_YEARS_BEFORE = re.compile(
    r"\b(?:in|für|ab)[ ](?:den|die|dem)[ ](?:\w+[ ])?(?:(?:folgenden|nächsten|kommenden|weiteren)[ ]\w*|Folge)[Jj]ahre?n?[ ]"
    r"(?:(?:jährlich|jeweils|je|weitere|rund|ca\.|von|insgesamt|dann)[ ]){0,2}$"
)
# "ab 2032 … (bisher 500 Euro)": what was paid until then
HITHERTO = re.compile(r"\b(?:bisher(?:igen?)?|derzeit(?:igen?)?|aktuell(?:en)?|zurzeit|zuletzt|gegenwärtig(?:en)?)[ ](?:\w+[ ]){0,2}$")
ASIDE = re.compile(r",[ ](?:(?:welche[nsm]?|die|den|das)[ ](?:die|der|das|wir|sie|er)|deren|dessen|wobei|da|weil|obwohl)[ ]")
# From a year to the sum that it is for: "für 2022: 500 €", "ab 2024 um 500 €".
LEADS_ON = re.compile(r"[ ]?(?::|\(|um|auf|von|je|jeweils|mit|rund|ca\.|in[ ]Höhe[ ]von)?[ ]?")


class Stated(NamedTuple):
    """Years printed at a place; "ab 2024" is open at its end and speaks of one sum only."""

    start: int
    end: int
    years: tuple[int, ...]
    onwards: bool


def years_of(around: Surroundings) -> tuple[int, ...]:
    """The fiscal years of a sum; none where none is stated for it, nor for the list it stands in."""
    if LATER_YEARS.match(around.after) or LATER_YEARS_BEFORE.search(around.near_before):
        return ()
    return _years_of(around) if A_YEAR.search(around.text) else next(filter(None, map(_of_lead, around.leads)), ())


@lru_cache(maxsize=64)
def _of_lead(lead: str) -> tuple[int, ...]:
    """As in "Für das Haushaltsjahr 2025 werden bereitgestellt:"; none where it names several years apart."""
    found = {stated.years for stated in _stated(lead, months=False)} or {years_in(means["years"]) for means in MEANS_OF.finditer(lead)}
    return found.pop() if len(found) == 1 else ()


def _years_of(around: Surroundings) -> tuple[int, ...]:
    if own := _own(around):
        return own.years
    if thing := OF_THE_THING.search(around.near_before):
        target = INTO.search(around.text, around.end, around.end + 250) if MOVED.search(around.text, 0, around.start) else None
        return years_in((target or thing)["years"])
    if CHAIN.fullmatch(around.after) and around.following and (shared := _shared(around.following)) is not None:
        return shared
    if SERIES.fullmatch(around.before) and around.preceding:
        return _years_of(around.preceding)
    found = {stated.years for stated in _stated(around.text, months=False) if not (stated.onwards or _aside(around, stated))}
    if not found and (result := RESULT.search(around.text[: around.start])):
        return years_in(result["years"])
    return found.pop() if len(found) == 1 else ()


def _aside(around: Surroundings, stated: Stated) -> bool:
    """As in "Kosten von 500 Euro, welche die Stadt in 2018 in Auftrag gibt": a clause with a subject of its own."""
    return stated.start > around.end and bool(ASIDE.search(around.text, around.end, stated.start))


def _own(around: Surroundings) -> Stated | None:
    """Years right after a sum, else before it, that no other sum has a better claim to."""
    if label := LABEL_AFTER.match(around.after):
        return Stated(label.start(), label.end(), years_in(label["years"]), onwards=False)
    if label := ROW_BEFORE.search(around.near_before) or BARE_AFTER.match(around.after):
        return Stated(label.start(), label.end(), years_in(label["years"]), onwards=False)
    if label := ROW_FOR.search(around.near_before):
        return Stated(label.start(), label.end(), years_in(label["years"]), onwards=False)
    if label := LABEL_BEFORE.search(around.near_before):
        return Stated(label.start(), label.end(), years_in(label[0]), onwards=False)
    after = next(_stated(around.after), None)
    if after and not BREAK.search(around.after[: after.start]) and not _belongs_to_next(around, after):
        return after
    before = list(_stated(around.before))
    if before and around.preceding and before[-1].start <= 12 and BREAK.search(around.before, before[-1].end):
        before.pop()
    if before and before[-1].onwards and HITHERTO.search(around.near_before):
        before.pop()
    return before[-1] if before else None


def _shared(around: Surroundings) -> tuple[int, ...] | None:
    """The years at the end of a chain: "um 100.000 € von 866.000 € auf 966.000 € für 2019"; None where nothing is said there."""
    if own := _own(around):
        return () if own.onwards else own.years
    return _shared(around.following) if around.following and CHAIN.fullmatch(around.after) else None


def _belongs_to_next(around: Surroundings, stated: Stated) -> bool:
    """As in "im Jahr 2017 50.000 €, im Jahr 2018 60.000 €": the year belongs to the sum after it."""
    return around.following is not None and bool(LEADS_ON.fullmatch(around.after, stated.end))


def _stated(text: str, *, months: bool = True) -> Iterator[Stated]:
    if not A_YEAR.search(text):
        return
    for match in FISCAL.finditer(text):
        years = (
            match["fiscal_years"]
            or match["prep_years"]
            or match["span_years"]
            or match["thing_years"]
            or (match["month_year"] if months else None)
        )
        if years and (expanded := years_in(years)):
            yield Stated(match.start(), match.end(), expanded, match[0].startswith(("ab ", "Ab ")))


def years_in(words: str) -> tuple[int, ...]:
    """The years of "2021 und 2022", "2021/22", "2022 bis 2025".

    >>> years_in("2022 bis 2025"), years_in("2021/22"), years_in("2019 und 2021")
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

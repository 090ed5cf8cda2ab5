"""The words around a sum, as named data: what they say of its bound and its basis.

Patterns that end in `$` are searched in the words before a sum, the others matched right after it. Sources: Karlsruhe, Leipzig,
Dresden, Köln, Linz, Zürich (see the survey of forms, parts 2.2 and 2.3).
"""

from __future__ import annotations

import re
from typing import Literal

# May stand between a modifier and its sum: "rund insgesamt 500 €", "bis zu weitere 10,00 €", "max. CHF 500".
FILLER = (
    r"(?:(?:insgesamt|zusammen|gesamt|weitere[nrs]?|zusätzliche?[nrs]?|jährliche?[nrs]?|monatlich|je|jeweils|nur|netto|brutto|einmalig"
    r"|jedoch|aber|also|somit|damit|EUR|€|CHF|Fr\.)[ ])"
)

ABOUT = re.compile(
    rf"(?:\b(?:[Rr]und|[Rr]d\.?|[Cc]a\.?|[Cc]irca|[Zz]irka|etwa|ungefähr|gut|knapp|annähernd|nahezu|fast|schätzungsweise|überschlägig"
    rf"|an[ ]die)[ ]?|~[ ]?)"
    rf"{FILLER}{{0,2}}$"
)
# "voraussichtlichen Kaufpreis von", "geschätzte Kosten in Höhe von", "Die voraussichtlich entstehenden Mehrkosten i. H. v."
EXPECTED = re.compile(
    r"\b(?:voraussichtlich|[Gg]eschätzt|prognostiziert|überschlägig)(?:e[nrs]?)?[ ](?:[a-zäöüß]+[ ]){0,2}(?:[A-ZÄÖÜ][\w/-]+[ ]){0,2}"
    r"(?:(?:in[ ]Höhe[ ]von|i\.[ ]?[Hh]\.[ ]?v\.|von|beträgt|betragen|belaufen[ ]sich[ ]auf|beläuft[ ]sich[ ]auf|mit|bei|insgesamt|auf"
    r"|jährlich|netto|brutto)[ ]){0,2}$"
)
ABOUT_LATER = re.compile(r"[ ](?:geschätzt\b|\(geschätzt|\(ca\.|\(voraussichtlich)")

_UP_TO = (
    r"bis[ ](?:zu[rm]?[ ])?(?:(?:einer?[mr]?|der)[ ])?(?:(?:maximalen[ ]?|Gesamt|Höchst|Auftrags)?-?(?:[Bb]etrag|[Hh]öhe|[Ss]umme"
    r"|[Ww]ertgrenze|[Ww]ert|[Vv]olumen"
    r"|[Bb]etrages|Gesamthöhe)[ ]von[ ])?"
)
MAX = re.compile(
    rf"\b(?:{_UP_TO}(?:maximal[ ]|max\.[ ]|höchstens[ ]|insgesamt[ ])?|[Mm]aximal[a-z]*[ ]|[Mm]ax\.?[ ]|[Hh]öchstens[ ]|nicht[ ](?:mehr"
    rf"|höher)[ ]als[ ]|weniger[ ]als[ ]"
    r"|(?<!nicht[ ])unter[ ]|begrenzt[ ]auf[ ]|gedeckelt[ ]auf[ ]|beschränkt[ ]auf[ ]|limitiert[ ]auf[ ]"
    r"|(?:Höchst(?:betrag|summe|satz|preis|grenze)|Maximal(?:betrag|summe|satz|preis)|Obergrenze|Kostendach|Kostendeckel)(?:es"
    r"|s)?[ ](?:[^\d;:.€]{0,60}[ ])?(?:von|auf|beträgt|mit|in[ ]Höhe[ ]von|i\.[ ]?H\.[ ]?v\.)[ ])"
    rf"{FILLER}{{0,2}}$"
)
MAX_LATER = re.compile(
    r"[ ,]{0,2}(?:\(?(?:brutto|netto)\)?[ ,]{0,2})?(?:nicht[ ](?:übersteig|überschreit)|\(max|maximal\b|als[ ](?:Ober|Höchst)grenze"
    r"|(?:\w+[ ]){0,2}(?:begrenzt|beschränkt|gedeckelt|limitiert)\b)"
)
MIN = re.compile(
    rf"\b(?:[Mm]indestens|[Mm]ind\.|[Ww]enigstens|nicht[ ](?:unter|weniger[ ]als)|mehr[ ]als|[Üü]ber|[Aa]b"
    rf"|[Mm]indest[a-zäöü]+(?:[ ](?:von|beträgt|auf|[^\d;:.€]{{0,40}}[ ](?:von|auf)))?)[ ]{FILLER}{{0,2}}$"
)
# "Rechnung über 500 €", "Sperrvermerk über 40.000 €": a paper about a sum. "Aufträge über 500 €" is a bound.
ABOUT_A_SUM = re.compile(
    r"(?:[A-ZÄÖÜ][\w-]*(?<!träge)(?<!nahmen)(?<!gaben)(?<!fungen)(?<!penden)(?<!schäfte)(?<!ben)|\d{4}|\))[ ]über[ ](?:\w+[ ]){0,2}$"
)

# Between two sums of one chain: "um 100.000 € von 866.000 € auf 966.000 €", "270,58 Euro (947,01 Euro abzgl. 676,43 Euro)".
CHAIN = re.compile(
    r"(?:[ ](?:brutto|netto))?[ ]?(?:ab[ ](?:dem[ ]Jahr[ ])?\d{4}[ ])?(?:\(|=|(?:\()?(?:von|auf|um|abzgl\.|zzgl\.|abzüglich|zuzüglich"
    r"|plus|minus)[ ])"
    r"(?:(?:nun|neu|insgesamt|dann|bisher|zuvor|derzeit|künftig|maximal|bis[ ]zu)[ ]){0,2}"
)

# "von 850 Euro wird ab Juli auf 900 Euro": the two ends of a change, with other words between them.
FROM = re.compile(r"\bvon[ ](?:\w+\.?[ ]){0,2}$")
LOOSE_CHAIN = re.compile(r"[ ](?!und)[^;:€]{0,80}\bauf[ ](?:\w+\.?[ ]){0,2}$")
Basis = Literal["total", "per_year", "per_month", "per_day", "per_unit"]
_NET = r"[ ,]{0,2}(?:\(?(?:brutto|netto|inkl\.[ ]\w+\.?|zzgl\.[ ]\w+\.?)\)?[ ,]{0,2})?"
BASES: tuple[tuple[re.Pattern[str], Basis], ...] = (
    # 66.000 € brutto / Jahr, 10€/Jahr, pro Jahr, p. a., jedes Jahr, im Jahr (no year behind it), jährlich
    (
        re.compile(
            rf"{_NET}(?:/[ ]?(?:Jahr|a\b|Haushaltsjahr)|(?:pro|per|je|jedes|und)[ ](?:Haushalts|Kalender|Schul|Betriebs"
            rf"|Wirtschafts)?[Jj]ahr\b(?![ ]\d)|p\.?[ ]?a\b"
            r"|im[ ]Jahr\b(?![ ]\d)|(?:brutto[ ]|netto[ ])?\(?jährlich)"
        ),
        "per_year",
    ),
    (re.compile(rf"{_NET}(?:/[ ]?(?:Monat|mtl)|(?:pro|per|je|im)[ ](?:Kalender)?[Mm]onat\b|\(?monatlich|\(?mtl\.)"), "per_month"),
    (
        re.compile(rf"{_NET}(?:/[ ]?Tag\b|(?:pro|per|je|am)[ ](?:Kalender|Arbeits|Betriebs|Schul|Sitzungs|Belegungs)?[Tt]ag\b|\(?täglich)"),
        "per_day",
    ),
    # 1.500 Euro pro Person, 85 €/m², 4 € je betreutes Kind, 12 ct/kWh
    (
        re.compile(
            rf"{_NET}(?:/[ ]?(?!PSP|Konto|Produkt|HSt)(?:[A-ZÄÖÜ]\w+|m\b|m²|m2|m³|qm|km|kWh|kg|t\b|l\b|h\b|ha\b|Std)|(?:pro|per"
            rf"|je)[ ](?:angefangene[rsnm]?[ ])?(?:[a-zäöüß]+e[nrsm]?[ ]){{0,2}}"
            r"(?:[A-ZÄÖÜ]\w+|m²|m³|qm|km|kWh|kg|ha)(?![ ]?\d))"
        ),
        "per_unit",
    ),
)
BASES_BEFORE: tuple[tuple[re.Pattern[str], Basis], ...] = (
    # "jährlich 282.747,96 €", "jährlichen Mietfehlbetrages von rd.", "Das jährliche Budget … auf"
    (
        re.compile(
            r"(?:\b[Jj]ährlich(?:e[nrsm]?)?\b|\bp\.[ ]?a\.|\b(?:pro|je|jedes)[ ](?:Haushalts|Kalender|Wirtschafts)?[Jj]ahr\b(?![ ]\d)"
            r"|\b[Ii]m[ ]Jahr(?![ ]\d)"
            r"|\bJahres(?:preis|rate|miete|pacht|beitrag|zuschuss|subvention|prämie|entgelt|betrag|gebühr|budget|kosten)\w*)"
            r"[^;:]{0,75}:?[ ]?$"
        ),
        "per_year",
    ),
    (
        re.compile(
            r"(?:\b[Mm]onatlich(?:e[nrsm]?)?\b|\bmtl\.|\bpro[ ]Monat\b|\bMonats(?:rate|miete|beitrag|entgelt|gebühr|betrag)\w*)[^;:]{0,50}$"
        ),
        "per_month",
    ),
    (
        re.compile(
            r"\b(?:Quadratmeter|Kubikmeter|Stück|Einzel|Einheits)preis\w*[^;:]{0,40}:?[ ]?$"
            r"|\b(?:Stunden|Kilometer|Einheits)(?:satz|sätze|lohn|löhne)\w*[^;:]{0,40}:?[ ]?$"
        ),
        "per_unit",
    ),
    (re.compile(r"(?:\b[Tt]äglich(?:e[nrsm]?)?\b|\bpro[ ]Tag\b|\bTages(?:satz|pauschale|geld)\w*)[^;:]{0,40}$"), "per_day"),
)
# What a lead says of every sum below it: "erhalten jährlich:", "Die Gebühren je Tag:", "betragen monatlich:".
BASES_OF_LEAD: tuple[tuple[re.Pattern[str], Basis], ...] = (
    (re.compile(r"\b[Jj]ährlich(?:e[nrsm]?)?\b|\bp\.[ ]?a\.|\b(?:pro|je|jedes)[ ](?:Haushalts|Kalender)?[Jj]ahr\b(?![ ]\d)"), "per_year"),
    (re.compile(r"\b[Mm]onatlich(?:e[nrsm]?)?\b|\bmtl\.|\b(?:pro|je|im)[ ]Monat\b"), "per_month"),
    (re.compile(r"\b[Tt]äglich(?:e[nrsm]?)?\b|\b(?:pro|je|am)[ ]Tag\b"), "per_day"),
    (re.compile(r"\b(?:pro|je)[ ](?:[a-zäöüß]+e[nrsm]?[ ]){0,2}(?:[A-ZÄÖÜ]\w+|m²|m³|qm)"), "per_unit"),
)
NO_BASIS = re.compile(r"[Bb]ericht|[Gg]eprüft|[Ee]valu|[Ff]ortschreib")  # "berichtet jährlich über folgende Mittel:"
ONCE = re.compile(r"\b[Ee]inmalig|\b[Ii]nsgesamt|[Gg]esamt(?:summe|betrag|kosten)|\b[Ss]umme\b|[Ii]nvestition")
# Sums side by side: "für Erwachsene 6 €, für Kinder 3 € pro Tag".
SERIES = re.compile(r"(?:,|[ ]und|[ ]sowie|,[ ]und)[ ](?:für[ ][^;:.€]{2,80}|(?:bis|über|ab)[ ](?:zu[ ])?\d{1,3}[ ][A-ZÄÖÜ][a-zäöü]+[ ])")
EACH_BEFORE = re.compile(
    r"\b(?:[Jj]e(?:weils)?|jeweilige[nr]?|à)[ ]"
    r"(?:(?:rund|ca\.|maximal|max\.|bis[ ]zu|mindestens|etwa|weitere|zusätzlich|€|EUR|CHF)[ ]){0,2}$"
    # jeweils ein Beitrag von
    r"|\b[Jj]eweils[ ]eine?n?[ ](?:[a-zäöü]+[ ])?[A-ZÄÖÜ]\w+[ ](?:von|in[ ]Höhe[ ]von)[ ](?:(?:€|EUR|CHF|Fr\.)[ ])?$"
)
EACH = re.compile(r"[ ]jeweils\b")
# "für die Haushaltsjahre 2022 ff. jeweils": more years than are printed.
SOME_YEARS = re.compile(r"\b(?:\d{1,2}|zwei|drei|vier|fünf|sechs|zehn)[ ]Jahren?\b")  # "für drei Jahre je 500 €"
MORE_YEARS = re.compile(r"\b(?:19|20)\d\d[ ]?ff|[Jj]ahren?\b|[Ff]olgejahr")
# "je Stadtteil 2.500 EUR", "pro Person eine Gebühr von 5 €", "für jedes Projekt 5.000 Euro"
UNIT_BEFORE = re.compile(
    r"\b(?:[Jj]e|[Pp]ro|[Ff]ür[ ]jede[snr]?)[ ](?:[a-zäöüß]+e[nrsm]?[ ]){0,2}(?!Jahr|Monat|Tag)(?:[A-ZÄÖÜ][\w-]+|qm|m²|m³|m2|m3|kWh|kg"
    r"|km)(?:[ ]und[ ][A-ZÄÖÜ]\w+)?[ ](?:[a-zäöüß]+[ ]){0,3}"
    r"(?:[A-ZÄÖÜ]\w+[ ](?:von|in[ ]Höhe[ ]von)[ ])?$"
)

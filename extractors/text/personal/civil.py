"""Where a person lives and when a person was born.

"wohnhaft in 79664 Wehr, Mühlweg 3", "Herr Muster, Mühlweg 3", "geb. am 1.2.1950", "am 1. Februar 1950 geboren"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.personal.names import FULL_NAME, begins_at

CAP = r"[A-ZÄÖÜ][\wäöüß.'-]{0,40}"
HOUSE = r"""[ \n]\d{1,3}[ ]?(?:[a-zA-Z]\b)?(?:[ ]?[-–/+][ ]?\d{1,3}[ ]?(?:[a-z]\b)?)?
           (?![\d.,/]*\d)(?![ ]?(?:€|Euro|EUR|Ja|Nein|Stimm|m²|%|Uhr))"""
WAY = r"""(?:[Ss]tra(?:ß|ss)e|[Ss]tr\.|[Ww]eg|[Gg]asse|[Aa]llee|[Pp]latz|[Rr]ing|[Dd]amm|[Uu]fer|[Hh]of|[Ss]teig|[Pp]fad|[Bb]erg|[Gg]raben
         |[Mm]arkt|[Gg]arten|[Hh]alde|[Ff]eld|[Kk]amp|[Bb]rücke|[Ww]all|[Tt]or|[Ss]iedlung|[Ss]tiege|[Hh]öhe|[Bb]ogen|[Aa]ue?|[Ww]iesen?
         |[Rr]ain|[Bb]ühl|[Ll]eite|[Tt]wiete|[Kk]ai|[Zz]eile)"""
BY_PLACE = r"(?:Am|An|Auf|Im|In|Zum|Zur|Unter|Hinter|Vor|Bei|Beim|Obere?r?|Untere?r?)"  # "An der Mauer 12", "Unter den Linden 5"
# "Mühlweg 3", "Friedrich-Ebert-Str. 12 a", "Karlsruher Straße 7"
STREET = rf"(?:(?:{CAP}[ ]){{0,2}}(?:{CAP})?{WAY}|{BY_PLACE}(?:[ ]de[rmn])?(?:[ ]{CAP}){{1,2}}){HOUSE}"
# "79664 Wehr", "Wehr am Rhein", "Rothenburg o. d. T.", "Fehrnau-Süd"
PLACE = rf"""(?:(?:[ADCH]{{1,2}}-)?\d{{4,5}}[ \n])?{CAP}
           (?:(?:[ ](?:am|an[ ]der|im|in[ ]der|ob[ ]der|bei|a\.|i\.|v\.[ ]?d\.|o\.[ ]?d\.)[ ]?|[ ]?/[ ]?|-)[A-ZÄÖÜ][\wäöüß.-]{{0,30}})?"""
POSTAL = rf"(?:[ADCH]{{1,2}}-)?\d{{5}}[ \n]{PLACE}"
ADDRESS = rf"(?:{STREET}(?:(?:,|[ ]in|[ ]?-|\n)[ \n]?{PLACE})?|{POSTAL}(?:,[ \n]?{STREET})?|{PLACE},[ \n]?{STREET})"
HOME = r"(?:[Ww]ohnhaft(?:e[rn]?)?|[Ww]hft\.|[Ww]ohnh\.|[Ww]ohnend(?:e[rn]?)?)"
LIVES = re.compile(
    rf"""\b(?:{HOME}[:,]?(?:[ \n](?:ist|sind|war))?
          | (?:[Ww]ohnt|[Ww]ohne|wohnen)(?=[ ](?:in[ ](?:der|dem)|im|am|an|auf|:)[ ])
          | (?:Wohn|Privat|Melde)?(?:[Aa]nschrift|[Aa]dresse)[ ]?:|Wohnort[ ]?:|Wohnsitz[ ]?:)[ \n]?
        (?:(?:in|im|zu|am|an|auf)[ \n](?:de[rmn][ \n])?)?(?P<where>{ADDRESS}|(?<=in[ \n]){PLACE}|(?<=:[ ]){PLACE}|(?<=zu[ ]){PLACE})""",
    re.VERBOSE,
)
# "der in der Musterstraße 3 in Wehr wohnhafte", "in Wehr, Mühlweg 3, wohnhaft": what stands before the word
HOMES = re.compile(rf"\b{HOME}\b")
LIVING = re.compile(rf"\b(?:in|im|am|an)[ \n](?:de[rmn][ \n])?(?P<where>{ADDRESS})[,]?[ \n]$", re.VERBOSE)
# A person and a street: "Herr Muster, Mühlweg 3", "Erika Muster (Mühlweg 3, 79664 Wehr)", "Familie Muster, Am Bach 7"
NAMED = re.compile(
    rf"""\b(?P<title>Herrn?|Frau|Hr\.|Fr\.|Familie|Eheleuten?|Ehepaar)[ ](?P<name>{FULL_NAME})
        [ ]?(?:,|\(|[ ]aus[ ](?:der[ ])?|[ ]vom[ ])[ \n]?(?P<where>{ADDRESS})""",
    re.VERBOSE,
)
# A line of a list: "Erika Muster, Mühlweg 3, 79664 Wehr"; only with the postal code
LISTED = re.compile(rf"(?<![\w-])(?P<name>{FULL_NAME}),[ \n](?P<where>{STREET},?[ \n](?:[ADCH]{{1,2}}-)?\d{{4,5}}[ \n]{PLACE})", re.VERBOSE)

MONTH = r"""(?:Januar|Jänner|Februar|Feber|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember
           |(?:Jan|Feb|Apr|Jun|Jul|Aug|Sept?|Okt|Nov|Dez)\.)"""
DAY = rf"(?:\d{{1,2}}\.[ \n]?(?:\d{{1,2}}\.[ ]?|{MONTH}[ \n])(?:19\d\d|20\d\d|\d\d(?!\d))|(?:19\d\d|20\d\d)-\d\d-\d\d)"
YEAR = r"(?:19\d\d|20\d\d)"
BORN = re.compile(
    rf"""(?:\b(?:[Gg]eboren(?:e[rn]?)?|GEB\.|[Gg]eb\.|[Gg]eborn)[:,]?(?:[ \n](?:ist|wurde|wird))?[ \n]?(?:(?:am|in[ ]{CAP}[ ]am)[:]?[ \n])?
          | \b(?:Geburtsdatum|Geb\.-?[ ]?[Dd]atum|Geburtstag|Geb\.-?[Tt]ag|Geburtsjahr
             |(?:(?<=[(,][ ])|(?<=\())(?:Jahrgang|Jg\.))[ ]?:?[ \n]{{0,2}}
          | (?<=[(, ])\*[ ]?(?:am[ ])?)(?P<born>{DAY}|{YEAR}(?![\d./-]))""",
    re.VERBOSE,
)
BIRTHS = re.compile(r"\b[Gg]eboren(?:e[rn]?)?\b")
BORN_BEFORE = re.compile(rf"\b(?:am|vom)[ \n](?P<born>{DAY})(?:[ ](?:in|zu)[ ](?:{CAP}[ ]){{1,3}}|[ \n])$", re.VERBOSE)
BEFORE = 110


def find_addresses(text: str) -> Iterator[tuple[int, int]]:
    """Where persons live.

    >>> [text[a:b] for text in ["Herr Muster, wohnhaft in 79664 Wehr, Mühlweg 3, fragt"] for a, b in find_addresses(text)]
    ['79664 Wehr, Mühlweg 3']
    """
    for pattern in (LIVES, NAMED):
        yield from (match.span("where") for match in pattern.finditer(text))
    yield from (match.span("where") for match in LISTED.finditer(text) if begins_at(match["name"]) is not None)  # not a firm's
    yield from _before(text, HOMES, LIVING, "where")


def find_births(text: str) -> Iterator[tuple[int, int]]:
    """When persons were born, since 1900.

    >>> [text[a:b] for text in ["Erika Muster, geb. am 1.2.1950"] for a, b in find_births(text)]
    ['1.2.1950']
    """
    yield from (match.span("born") for match in BORN.finditer(text))
    yield from _before(text, BIRTHS, BORN_BEFORE, "born")


def _before(text: str, word: re.Pattern[str], pattern: re.Pattern[str], group: str) -> Iterator[tuple[int, int]]:
    for found in word.finditer(text):
        match = pattern.search(text, max(0, found.start() - BEFORE), found.start())
        if match:
            yield match.span(group)

"""Numbers of a council's registry: of papers, motions, inquiries, decisions and meetings, as they are printed.

    "Vorlage: 2016/0439", "DS 23/SVV/1310", "Antrag Nr. 070/2025", "(Sitzungsnummer: SR/067/2019)"     known by their label
    "VI-DS-08033-NF-02", "V2927/19", "BV/473/2026", "1751/XVIII", "26-V-15-0004"                       known by their shape

No shape is the same in all councils: "2021/22" is a paper in one and a budget in the next, "1056/15" a paper or a parcel.
So a number needs a label before it, unless its shape means nothing else.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Literal

NumberKind = Literal["paper", "meeting", "decision", "motion", "inquiry"]

YEAR = r"(?:19[89]\d|20[0-4]\d)"

# What a number is cut from: parts of letters or digits with a slash or dash between, and what may stand apart from it.
TOKEN = re.compile(
    r"""(?<![\w/.,§@–-])
    (?: [IVX]{1,5}/[A-Z]{1,2}(?:[ ][A-Z]{2})?[ ]\d{1,4}                 # V/EF 214   V/A HP 43
      | \d{2}[-–]\d{2}[ ]?/[ ]?[A-Z]{1,2}[ ]?\d{4,6}                    # 20-26 / V 04924
      | (?:[A-Z]{2,4}[ ][A-Z][a-z]{2,4}/)?                              # SBR Alt/009/2020
        [A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,7} (?:[/–—-][A-ZÄÖÜ0-9][A-ZÄÖÜa-z0-9]{0,6}){1,6} (?:(?<=/[A-Z]{2})[ ][IVX]{1,3}\b)?  # 00408/2015/PE I
    )
    (?![\w@]|[/–—-]\w|[.,]\d|[ ]?(?:%|€|EUR\b|Euro\b|Uhr\b|m²|Stimmen|Ja\b|Nein\b))""",
    re.VERBOSE,
)

SHAPES = re.compile(
    rf"""
      [IVX]{{1,5}}-[A-Z]{{1,4}}-\d{{3,6}}(?:-[A-Z]{{1,3}}(?:-\d{{1,3}})?)*           # VI-DS-08033-NF-02 (Leipzig)
    | [A-Z]{{1,2}}\d{{4}}/\d{{2}}(?:/\d{{1,2}}){{0,3}}                               # V2927/19 (Dresden), DS0356/19/1 (Magdeburg)
    | [A-Z]{{1,4}}\d?/(?:[A-Z]{{2,4}}/)?{YEAR}/\d{{1,6}}(?:[-/]\w{{1,5}}){{0,2}}     # VO/2023/12306, VIII/2026/02530 (Halle)
    | [A-Z]{{2,4}}\d?/\d{{2,6}}/(?:{YEAR}|[0-4]\d)(?:/\w{{1,4}})?                    # BV/473/2026, VI/142/2022, FB2/1392/2021
    | [A-Z]{{1,4}}(?:/[A-Z]{{2,4}})?/\d{{2}}/\d{{3,6}}(?:/\w{{1,4}}){{0,2}}          # VO/26/23344/63, V/STR/20/1146/14
    | [A-Z]{{2,4}}/\d{{3,5}}/{YEAR}                                                  # AN/1459/2014 (Köln)
    | (?:{YEAR}|\d{{2}})/[A-Z]{{2,3}}/\d{{3,5}}                                      # 23/SVV/1310 (Potsdam), 2021/BV/2114
    | \d{{2}}-[A-Z]{{1,2}}-\d{{2}}-\d{{4}}                                           # 26-V-15-0004 (Wiesbaden)
    | \d{{2}}-\d{{2}}/[A-Z]{{1,2}}\d{{4,6}}                                          # 20-26/V04924 (München)
    | \d{{2,3}}/\d{{3,4}}/{YEAR}(?:/\w{{1,3}})?                                         # 50/050/2016 (Bayern)
    | DS/\d{{3,4}}/[IVX]{{1,6}}                                                       # DS/1246/V (Berlin)
    | \d{{3,4}}/(?=[IVX]{{2}})[IVX]{{2,6}}                                           # 2224/XX (Berlin)
    | {YEAR}/(?!{YEAR}\b)\d{{4,5}}(?:/\d{{1,2}}){{0,2}}                              # 2016/0439, 2021/1257/1/1 (Karlsruhe)
    | {YEAR}/(?!{YEAR}\b)\d{{3,4}}-\w{{1,2}}                                         # 2015/0288-1
    | {YEAR}/\d{{3}}/\d{{3}}                                                         # 2019/034/014
    | (?:0\d{{3,4}}|(?!{YEAR}/)\d{{4,5}})/{YEAR}(?:/[A-Z]{{2}}(?:[IVX]{{1,3}})?)?    # 0708/2020 (Köln), 00408/2015/PEI (Schwerin)
    | \d{{2}}/\d{{4}}-[A-Z]{{2,3}}                                                   # 18/1931-BV
    | (?!DIN|ISO|VDI|EN-|IEC)[A-Z]{{2,4}}\d?-\d{{3,5}}/(?:{YEAR}|\d{{2}})            # RBV-1441/12, FB1-105/23
    | V/(?:EF|P|AHP|A)\d{{1,4}}                                                      # V/EF 214 (Leipzig until 2014)
    | [A-Z]{{2,3}}[A-Z][a-z]{{2,4}}/\d{{3}}/{YEAR}                                   # SBR Alt/009/2020 (Dresden)
    """,
    re.VERBOSE,
)

# What stands before a number; the words that may come between follow below.
MEETING = r"Sitzungs-?(?:[Nn]ummer|Nr\.?)|Sitzung[ ]Nr\.?|Niederschrift|Protokoll(?:-?Nr\.?)?"
DECISION = r"Beschl(?:uss|uß|\.)(?:es)?-?(?:[Nn]ummer|Nr\.?)|Beschl(?:uss|uß)(?:es)?"
MOTION = r"(?:[A-ZÄÖÜ][\w/]{0,20}-?)?(?:[Aa]ntr(?:ags?|äge)|Motion|Postulat)"
INQUIRY = r"(?:[A-ZÄÖÜ]\w{0,20}-?)?(?:[Aa]nfragen?|Interpellation)"
PAPER = r"""(?:[A-ZÄÖÜ][a-zäöüß]{0,20})?(?:[Vv]orlagen?|(?<!Landtags)(?<!Bundestags)[Dd]rucksachen?)  # Beschlussvorlage, Drucksache
          | (?:GR-)?Dr(?:ucks|s)\b\.?|(?:DS|BV|IV|MV|SV)\b|GR[ -]?Nr\.                                         # Drs., GR-Drucks., DS
          | Vorgangs?|Geschäfts?|Weisung|Betreff|Bezüglich|Bezug|Mitteilung|[Ss]iehe(?:[ ]auch)?"""
BETWEEN = r"""
    (?P<number>(?:s?-?[ \n]?(?:Nr|Nrn|Nummern?)\b\.?)?)                              # Vorlagen-Nr.
    (?:[ ]der[ ]Verwaltung|[ ]zur[ ](?:Kenntnis|Information|Kenntnisnahme|Beschlussfassung))?
    (?P<group>(?:[ ](?:der|des|von)(?:[ ](?:Fraktion(?:en)?|Stadtratsfraktion))?)?(?:[ ][A-ZÄÖÜ][\w/|.-]{1,20}){0,2}?)
                                                                                     # Änderungsantrag CDU, Antrag der SPD-Fraktion
    (?P<colon>[ ]?:)?[ \n]{0,3}[-–(\[„"]?[ ]?(?P<second>Nr\.?[ ]?)?(?P<prefix>[A-Z]{1,2}[ ])?$"""  # T 02/325/26
BEFORE = re.compile(
    rf"(?<!\w)(?:(?P<meeting>{MEETING})|(?P<decision>{DECISION})|(?P<motion>{MOTION})|(?P<inquiry>{INQUIRY})|(?P<paper>{PAPER})){BETWEEN}",
    re.VERBOSE,
)
KINDS: tuple[NumberKind, ...] = ("meeting", "decision", "motion", "inquiry", "paper")
LOOK_BACK = 72

# Number of something else: files, courts, parcels, plans, statutes of the Union, budgets, telephones.
FOREIGN = re.compile(
    r"""(?:\b(?:Az|AZ|Akten(?:zeichen)?|GZ|Gz|Geschäftszeichen|Tel|Telefon|Fax|Flurst(?:ück|\.)?s?|Flst|Fl|FlNr|Grundstücks?|Gemarkung|Parzelle|KG|EZ|GSt
            |(?:Bebauungs)?[Pp]lan(?:es)?|Plan-Nr|DIN|Maßstab|M|IBAN|Seiten?|S|Urteil|Haushalt(?:s|sjahr|splan)?|Schuljahr|(?:Winter|Sommer)semester|Saison
            |Doppelhaushalt(?:s|es)?|HH|HHJ|Kapitel|Produkt|Finanzstelle|Konto|BGBl|GVBl|GBl|Richtlinie|RL|Verordnung|Landtagsdrucksache|Rechnung(?:s-?Nr)?|Auftrag(?:s-?Nr)?|Vergabe(?:-?Nr)?|Bundestagsdrucksache|Ziffern?|Punkte?)
        |(?:EU|EG|EWG)\)?)
       [.:]?[ ]?(?:Nr\.?|Nummer|Nrn\.)?[.:]?[ \n(]?$""",
    re.VERBOSE,
)
# "Vorlage Nr. 171", "Drucksache 4711": a plain number, only where the label says that it is one.
PLAIN = re.compile(
    r"""[VvDd](?: orlagen?-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?  |  orlage:                  # Vorlage Nr. 171, Vorlage: 248
              | rucksachen?(?:-?[ ]?(?:Nr|[Nn]ummer)\b\.?:?)?  |  rs\.(?:-?[ ]?Nr\.)?  # Drucksache 4711
        )[ \n]{1,2}(?P<value>(?!(?:19|20)\d\d\b)\d{3,8})(?![\w/–-]|[.,]\d|[ ]?(?:%|€|EUR|Euro|J[aA]|N[eE][iI][nN]|Stimm|Mio))""",
    re.VERBOSE,
)
# "25/085 Annahme von Zuwendungen" (ALLRIS): the number opens the line of the title.
BEFORE_TITLE = re.compile(r"^(?P<value>\d{2}/\d{3,5}(?:-\d{1,2})?|\d{3,4}/\d{2}) (?=[A-ZÄÖÜ][a-zäöü]{2})", re.MULTILINE)
# "[19-12222-01]": period, number, version (Braunschweig), known only by its brackets.
PERIOD_NUMBER = re.compile(r"\d{2}-\d{4,5}(?:-\d{2})?")
FOLLOWING = re.compile(r"(?:,|[ ]und|[ ]sowie|[ ]/)[ \n]$")

# "Niederschrift über die Sitzung der Gemeindevertretung (GV/04/2024)": the number of the meeting behind its name.
SESSION = re.compile(r"\b(?:[Ss]itzung|Niederschrift|Protokoll)\b[^\n()]{0,70}\($")
PAPER_PREFIX = re.compile(r"(?:[IVX]+|BV|VO|DS|SV|MV|AN|AF|BVL|IV|TOP)[-/\d]")
MEETING_PREFIX = re.compile(r"(?:SR|STR|StR|SBR\w*|GR|KT|HA|HFA|BVV|OR|OBR|JHA|BPA)/\d")
INQUIRY_PREFIX = re.compile(r"A?F\d{4}/|AF/")
MOTION_PREFIX = re.compile(r"A\d{4}/|AN/")


@dataclass(frozen=True, slots=True)
class FoundNumber:
    """A number of the registry at a place of the text; `value` without blanks, every dash as "-"."""

    start: int
    end: int
    value: str
    kind: NumberKind
    rule: str


def find_numbers(text: str, start: int = 0, end: int | None = None) -> Iterator[FoundNumber]:
    """All numbers of the registry in a stretch of text, labelled ones and unmistakable shapes, not in order.

    >>> [found.value for found in find_numbers("Änderungsantrag zur Vorlage: 2016/0439 – 1")]
    ['2016/0439']
    """
    end = len(text) if end is None else end
    previous: FoundNumber | None = None
    for match in TOKEN.finditer(text, start, end):
        found = _read(match, previous)
        if found:
            yield found
            previous = found
    for match in PLAIN.finditer(text, start, end):
        yield FoundNumber(match.start("value"), match.end("value"), match["value"], "paper", "label_plain_number")


def canonical(printed: str) -> str:
    """A number as the tables give it: without blanks, every dash as "-"."""
    return re.sub(r"[–—‐‑]", "-", re.sub(r"\s+", "", printed))


def _read(match: re.Match[str], previous: FoundNumber | None) -> FoundNumber | None:
    text, start, value = match.string, match.start(), canonical(match[0])
    if not any(character.isdigit() for character in value):
        return None
    before = text[max(0, start - LOOK_BACK) : start]
    shaped = SHAPES.fullmatch(value) is not None
    if FOREIGN.search(before):
        return None
    label = BEFORE.search(before)
    if label and _plausible(label, value, shaped):
        prefix = "" if shaped else label["prefix"] or ""
        return FoundNumber(start - len(prefix), match.end(), prefix.strip() + value, _kind(label), "label_number")
    if previous and start - previous.end <= 8 and FOLLOWING.search(before) and _form(value).startswith(_form(previous.value)):
        return FoundNumber(start, match.end(), value, previous.kind, "label_list")
    if shaped or (before.endswith("[") and PERIOD_NUMBER.fullmatch(value)):
        kind = "meeting" if SESSION.search(before) and not PAPER_PREFIX.match(value) else _kind_of_shape(value)
        return FoundNumber(start, match.end(), value, kind, "shape")
    return None


def _kind(match: re.Match[str]) -> NumberKind:
    return next(kind for kind in KINDS if match[kind])


def _plausible(label: re.Match[str], value: str, shaped: bool) -> bool:
    """Whether a labelled number can be one: no budget years, no fraction, no date; strict where words stand between."""
    if shaped:
        return True
    if is_span_of_years(value) or (label["group"] and not label["second"]):
        return False
    said = bool(label["number"] or label["second"] or label["colon"])
    digits = sum(character.isdigit() for character in value)
    kind = _kind(label)
    if kind == "meeting" or (kind == "decision" and not said and not re.search(r"(?i)nummer|nr", label[kind])):
        return False
    if label[kind] in {"Betreff", "Bezug", "Mitteilung", "Siehe", "siehe"}:
        return digits >= 5
    return digits >= (3 if said else 4)


def is_span_of_years(value: str) -> bool:
    """Whether "2021/22" or "2003-2008" is a budget or a term of office."""
    years = re.fullmatch(r"((?:19|20)\d\d)[/-]((?:19|20)?\d\d)", value)
    return bool(years) and 0 < int(years[2][-2:]) - int(years[1][-2:]) <= 10 if years else False


def _form(value: str) -> str:
    return re.sub(r"\d", "9", value)


def _kind_of_shape(value: str) -> NumberKind:
    if MEETING_PREFIX.match(value):
        return "meeting"
    if INQUIRY_PREFIX.match(value):
        return "inquiry"
    return "motion" if MOTION_PREFIX.match(value) else "paper"

"""How sums of money are printed, as named data: marks, currencies, numbers with what belongs to them. They are read in `money`."""

from __future__ import annotations

import re
from typing import Literal

from extractors.text.german.decimals import NUMBER, SCALE

Currency = Literal["EUR", "CHF", "DEM", "ATS"]

# What an amount cannot do without; looked for first, because most text holds none.
MARKS = (
    "€",
    "EUR",
    "Eur",
    "euro",
    "CHF",
    "Fr.",
    "Franken",
    "Rappen",
    "DM",
    "D-Mark",
    "Schilling",
    "ATS",
    "öS",
    "S ",
    "Cent",
    "ct",
    "Ct",
    ",-",
    ",–",
    ",—",
)
# Each by its first letter, to which the engine skips, and the rest ahead, for one may begin within another: "ATS ", "EUR,-".
MARK = re.compile("|".join(f"{re.escape(mark[0])}(?={re.escape(mark[1:])})" for mark in MARKS))
REACH = 70  # characters between a mark and the far end of its sum

SUFFIX = (
    r"(?:€|EUR(?:O\b|os?\b|\b)|[Ee]uros?\b|CHF\b|[Ss]?Fr\.|(?:Schweizer[ ])?Franken\b"
    r"|Rappen\b|DM\b|D-Mark\b|Schilling\b|ATS\b|öS\b|(?:Euro-?)?Cents?\b"
    r"|[cC]t\b)"
)
PREFIX = r"(?:€|EURO?|Euro|CHF|[Ss]?Fr\.|DM|ATS|öS|S(?=[ ]\d{1,3}(?:[.,]\d{3}|,-)))"

TOKEN = re.compile(
    rf"""
      (?<!\w)(?P<led_scale> T)?(?P<prefix> {PREFIX})[ \n]?(?P<led_sign> [-−](?=\d))?(?P<led> {NUMBER})(?:[ \n]?(?P<led_after> {SCALE}))?
    | (?<![\w.,'’§=])(?<!\d/)
      (?P<sign> (?<=[ (])[-−–](?=\d)|(?:(?<=Saldo[ ])|(?<=Ergebnis[ ])|(?<=beträgt[ ]))[-−–][ ](?=\d))?
      (?P<number> {NUMBER})
        (?:(?P<scale_joint> \.?[ \n]?-?)(?P<scale> {SCALE}))?(?:(?P<joint> \.?[ \n]?-?)(?P<suffix> {SUFFIX}))?
    """,
    re.VERBOSE,
)
WORDS = re.compile(
    r"(?<![\w-])(?:(?P<low>[^\W\d_]{3,20}) bis )?(?P<word>[^\W\d_]{3,45})(?:[ \n](?P<scale>Millionen|Million|Milliarden?)"
    r"(?:[ \n](?:und[ \n])?(?P<rest>[^\W\d_]{3,45}))?)?"
    r"[ \n](?P<suffix>Euro|€|EUR|Franken|Rappen|Cent|Schilling|DM)\b"
)
LINK = re.compile(r"[ \n]?(?:(?P<range>–|-|—|bis(?: zu)?)|(?P<pair>auf|und|oder))[ \n]?")
BETWEEN = re.compile(r"\b[Zz]wischen[ \n](?:(?:rund|ca\.|etwa)[ \n])?$")
GROUPED = re.compile(r"\d[.'’‘´` ,]\d{3}(?!\d)")
YEAR = re.compile(r"(?:19|20)\d\d")
# Before a bare "2500 €" anything may stand; before "2019 €" one of these, else it is the head of a table.
BEFORE_SUM = re.compile(r"\b(?:von|rund|rd\.|ca\.|etwa|um|auf|mit|zu|je|jeweils|maximal|max\.|weitere|insgesamt|die|der|über)[ \n]$")
NUMBERED = re.compile(r"(?:§|Nr\.|Nummer|Ziffern?|Ziff\.|Los|Punkt|TOP|Seite|Anlage|Position|Pos\.|Stufe|Klasse|Art\.|Produkt)[ \n]$")
NAMED = re.compile(r"-(?:Ticket|Job|Jobber|Kr[aä]ft|Karte|Zone|Abo|Kurs|Raum|Norm|Markt|Essen)")
CENTS = re.compile(r"(?:Euro-?)?Cent|ct|Ct|Rappen")
SAME_AGAIN = re.compile(r"[ \n]?[(=][ \n]?(?:in Worten:?[ ]|=[ ]?)?")

CURRENCIES: dict[str, Currency] = {
    "€": "EUR", "eu": "EUR", "ce": "EUR", "ct": "EUR", "ch": "CHF", "fr": "CHF", "sf": "CHF", "ra": "CHF",
    "dm": "DEM", "d-": "DEM", "sc": "ATS", "at": "ATS", "ös": "ATS", "s": "ATS",
}  # fmt: skip

"""Dates as stamps print them and OCR reads them: torn apart, with commas for points.

"1 3. NOV. 2019", "0 8. Nov. 2019"     a stamp with wheels for its digits (Dresden, Karlsruhe)
"2 6, JAN. 2015", "12 Okt, 2002"       its points, as OCR reads them (Köln)
"1 6. 06. 2008", "13.NOV.2019"
"""

from __future__ import annotations

import re

LONG = "Januar|Jänner|Februar|Feber|März|April|August|September|Oktober|November|Dezember|Juni|Juli|Mai"
SHORT = "Jan|Jän|Febr|Feb|Mrz|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez"

STAMPED = re.compile(
    rf"""(?P<day> [0-3](?<![\w.,/-].)[ ]?\d )
    (?P<point> [ ]?[.,]?[ ]? )
    (?: (?P<month> (?:{LONG}|{LONG.upper()})(?![^\W\d_]) | (?:{SHORT}|{SHORT.upper()})(?![^\W\d_])[.,]? ) | (?P<number> [01]\d)\. )
    (?P<gap> [ ]?) (?P<year> (?:19|20)\d\d | (?:1[ ]9|2[ ]0)[ ]\d[ ]\d )(?![\d,]|\.\d)""",
    re.VERBOSE,
)
# Before a date that is not well written: the beginning of a line, or a word that wants a date. "Heft 12, Oktober 2002" is none.
WANTED = re.compile(r"(?:^|\n|\b[Ee]ingang[:.]?[ ]|\b(?:am|vom|den|bis|zum|ab)[ ]|\b[Dd]atum:[ ])$")


def mended(match: re.Match[str]) -> str:
    """A stamped date as it was meant, or as it stands where that is a date, or none is wanted."""
    day, point, month, year = match["day"], match["point"], match["month"], match["year"]
    commas = "," in point + (month or "")
    torn = " " in day + year
    certain = month and point.strip() and not commas and " " not in year
    wanted = certain or WANTED.search(match.string, max(0, match.start() - 12), match.start())
    if not wanted or not (torn or commas or certain):
        return match[0]
    day, year = day.replace(" ", ""), year.replace(" ", "")
    return f"{day}. {month.replace(',', '.')} {year}" if month else f"{day}.{match['number']}.{year}"

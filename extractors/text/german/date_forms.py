"""How dates are printed, as named data: from the day to the season. How they are read is in `dates`."""

from __future__ import annotations

import re

MONTHS = {
    "jan": 1, "jän": 1, "feb": 2, "mär": 3, "mae": 3, "mrz": 3, "apr": 4, "mai": 5, "jun": 6,
    "jul": 7, "aug": 8, "sep": 9, "okt": 10, "nov": 11, "dez": 12,
}  # fmt: skip
NAMES = {name: MONTHS[name[:3]] for name in (
    "januar", "jänner", "februar", "feber", "märz", "april", "mai", "juni", "juli", "august", "september", "oktober", "november",
    "dezember", "jan", "feb", "mär", "mrz", "apr", "jun", "jul", "aug", "sep", "sept", "okt", "nov", "dez",
)}  # fmt: skip
PLAIN_DAY = re.compile(r"(?P<day>\d{1,2})\. (?P<month>[^\W\d_]{3,9})\.? (?P<year>\d{4})")  # "3. März 2026", "13. NOV. 2019"
MONTH = (
    r"(?:Januar|Jänner|Februar|Feber|März|Maerz|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember"
    r"|JANUAR|FEBRUAR|MÄRZ|APRIL|MAI|JUNI|JULI|AUGUST|SEPTEMBER|OKTOBER|NOVEMBER|DEZEMBER)(?:s\b)?"
)
MONTH_SHORT = r"(?:Jan|Jän|Feb|Febr|Mrz|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez|JAN|FEB|MRZ|APR|JUN|JUL|AUG|SEPT|SEP|OKT|NOV|DEZ)\b\.?"
SEASONS = {
    "frühj": (3, 5), "frühl": (3, 5), "frühs": (6, 8), "somme": (6, 8), "hochs": (6, 8), "späts": (8, 9), "herbs": (9, 11),
    "spätj": (9, 11), "späth": (9, 11), "winte": (12, 2),
}  # fmt: skip
# First months of what "Anfang", "Mitte" and "Ende" of a year mean; three months each.
PARTS = {"anfang": 1, "beginn": 1, "mitte": 4, "ende": 10, "ablauf": 10}
ORDINAL = {"i": 1, "ii": 2, "iii": 3, "iv": 4, "erst": 1, "zweit": 2, "dritt": 3, "viert": 4, "letzt": -1}

YEAR = r"(?:19|20)\d\d(?!\d|[.,]\d|[ ]?(?:€|EUR|Euro|Mio|T€))"
OF = r"(?:[ \n/](?:(?:des|der|im|vom)[ ])?(?:(?:Kalender|Haushalts|Geschäfts)?[Jj]ahr(?:es|s)?[ ])?)"
COUNT = r"(?:[1-4]\.?|I{1,3}\.?|IV\.?|(?:[Ee]rst|[Zz]weit|[Dd]ritt|[Vv]iert|[Ll]etzt)e[nrsm]?)"

# What any of these begins with, two letters long: nine of ten places are left at once. Tested against the forms.
DATE_BEGINS = r"(?=\d|[ABDEFHIJLMNOQSVWZabdefklmnvz][\n .\dAEHIJKOPQSUVabehiknopruwÄä])"
DATE = re.compile(
    rf"""{DATE_BEGINS}(?:
      (?<![\d.,/§-])(?P<iso> (?:19|20)\d\d-[01]\d-[0-3]\d )(?!\d)                            # 2021-06-30
    | (?<![\d.,/-])(?P<day> [0-3]?\d)\.[ ]?(?P<day_month> [01]?\d)\.
        # 31.07.2011 31.7.11 30.06.
        (?:[ ]?(?P<day_year> (?:19|20)\d\d|\d\d(?=[^\d.,:%€]|[.,](?!\d)|$))(?!\d))?(?!\d|[ ]?(?:€|EUR|Euro|Uhr|Mio))
    | (?<![\d.,/])(?P<named_day> [0-3]?\d)\.?[ \n]?(?P<named_month> {MONTH}|{MONTH_SHORT})(?:[ \n](?P<named_year> (?:19|20)\d\d)\b)?
                                                                                              # 30. Juni 2021, 13. NOV. 2019, 1. Mai
    | (?:(?P<part> [Aa]nfang|[Mm]itte|[Ee]nde|[Bb]eginn|Ablauf)[ \n](?:(?:des|der|vom|von)[ ])?)?
      # III. Quartal 2019
      (?: (?P<quarter> {COUNT})[ \n]?(?:Quartals?|Vierteljahr(?:es|s)?\b|Jahresviertels?)(?:{OF}(?P<quarter_year> {YEAR}))?
        | \bQ(?P<q> [1-4])(?:[ ]?/[ ]?|[ ])(?P<q_year> {YEAR})                                # Q3/2021
        # 1. Halbjahr 2016
        | (?P<half> {COUNT})[ \n]?(?:(?:Kalender|Schul)?[Hh]albjahr(?:es|s)?\b|Jahreshälfte|Hälfte(?=[ ](?:des[ ]Jahres[ ])?{YEAR}))
            (?:{OF}(?P<half_year> {YEAR}))?
        | \b(?P<month> {MONTH})(?:[ \n]/?(?:des[ ]Jahres[ ])?(?P<month_year> {YEAR})|/(?P<slash_year> {YEAR}))?    # Mai 2021, Dezember
        | \b(?P<season> Frühjahr|Frühling|Frühsommer|Hochsommer|Spätsommer|Spätherbst|Spätjahr|Sommer|Herbst|Winter)
           s?(?:monate?n?)?\b(?:[ \n](?P<season_year> {YEAR}))?
        | \b(?:Jahre?n?[ \n]|Jahres[ \n])?(?P<first> {YEAR})[ ]?(?P<span> bis|–|-|/|und|u\.|sowie|,)[ ]?(?P<last> (?:19|20)\d\d\b
            |(?<=/)\d\d\b)(?![.,]?\d|-\d)                                                # 2021/22, 2019 bis 2020, Jahren 2021 und 2022
        | \b(?:Jahre?n?[ \n]|Jahres[ \n])?(?P<year> {YEAR})\b(?!/\d|-[\dA-ZÄÖÜ])                     # Jahr 2023, 2023
        # in diesem Jahr
        | \b(?P<relative> diese[mns]|des|laufende[nms]|nächste[nms]|kommende[nms]
        |folgende[nms])[ ](?:Kalender)?(?:Jahr|Jahres)\b(?![ ]\d{{4}})
      )
    # bis Ende des Monats, zum Monatsende
    | \b(?:[Ee]nde[ ](?P<month_of> des|dieses|nächsten|kommenden|folgenden|laufenden)[ ](?:laufenden[ ])?Monats
        |(?P<month_end> Monatsende))\b
    | (?<![\d/.])(?P<month_no> 0?[1-9]|1[0-2])/(?P<month_no_year> 20\d\d)(?![\d/-])                   # bis 12/2024
    | (?P<year_end> \bEnde[ ]Jahr\b(?![ ]\d))                                                # bis Ende Jahr (Switzerland)
    | \bJahres(?P<year_part> ende|mitte|anfang|beginn)s?\b(?:[ \n](?P<part_year> {YEAR}))?    # zum Jahresende
    )""",
    re.VERBOSE,
)
# "im Herbst dieses Jahres", "bis zum 1.10. d. J.", "im Mai nächsten Jahres"
OF_THE_YEAR = re.compile(
    r"[ ](?:(?:dieses|diesen|des[ ]laufenden|d\.)|(?P<next>(?:des[ ])?(?:nächsten|kommenden|folgenden)))[ ](?:Jahres\b|J\.)"
)
# A month or a season alone is a date only after one of these: "Frau Winter", "Herr März" are none.
BEFORE_BARE = re.compile(
    r"(?:\b(?:im|bis|ab|zum|vom|seit|Ende|Mitte|Anfang|Beginn|vor|nach|diesen|dieses|kommenden|nächsten|Monat|und|oder|spätestens)[ \n])$",
    re.IGNORECASE,
)

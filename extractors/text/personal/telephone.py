"""Telephone, fax and mobile numbers as German, Austrian and Swiss administrations print them; never numbers of papers, files, budgets.

"Tel.: 0721/133-1234", "+49 721 133 1234", "(0721) 133 - 12 34", "Durchwahl 1234", "0176 1234567", "07 21 / 1 33-12 34"
"""

from __future__ import annotations

import re
from collections.abc import Iterator

GAP = r"[ \u00a0\u202f]"
JOIN = rf"{GAP}?(?:[-–/.]{GAP}?)?"
DIGITS = rf"\d{{1,12}}(?:{JOIN}\d{{1,9}}){{0,7}}"
LABEL = re.compile(
    r"""(?<![^\W\d_])(?<!-)(?:
          (?P<word>(?:Dienst|Mobil|Privat|Funk)?[Tt]el(?:efon|e?fax|e)?
                (?:\.?[ -]{0,2}(?:nummern?|[Nn]r\.?|[Zz]entrale))?(?:[ ]?/[ ]?(?:Tele)?[Ff]ax)?
            | TEL(?:EFON|EFAX)? | (?:Tele)?[Ff]ax(?:-?(?:nummer|[Nn]r\.?))? | FAX | Fon | Phone
            | Mobil(?:funk|telefon)?(?:nummer)? | Handy(?:nummer)? | Ruf(?:nummer|-?[Nn]r\.)? | [Hh]otline
            | (?:Tel\.?-?)?Durchwahl | DW | Apparat | App\. | Nebenstelle | Nst\. | Klappe | Kl\. | ☎|☏|✆|📞)
        | (?P<letter>[TFM](?=[ ]?[:.]|[ ](?:\+49|\(0))))
        (?:[ ]?[.:]{1,2})?(?:[ ]\([^\W\d][^\n()\d]{0,24}\))?[.:]?[\s\u00a0]{0,3}           # "Telefon (dienstl.):"
        (?P<dash>-[ ]?)?""",
    re.VERBOSE,
)
NUMBER = re.compile(rf"(?:(?:\+|00){GAP}?\d{{2,3}}{JOIN})?(?:\({GAP}?\d[\d {GAP}]{{0,8}}\){JOIN})?{DIGITS}")
# " oder 133-1235", "/ -1235", ", 133-1236": more of the same behind a first one
MORE = re.compile(rf"{GAP}?(?:,|;|/|oder|und|u\.|bzw\.|bis){GAP}?-?{GAP}?(?=\d|\(0|\+)")

AREA = r"0(?:[2-9]\d{1,4}|1[5-7]\d{1,2}|180\d?|190|800|900)"
REST = r"(?P<rest>\d{1,9}(?:[ ]?[-–][ ]?\d{1,6}|[ ]\d{1,4}){0,5})"
BEFORE = r"(?<![\w.,/+–-])(?<!\d[ ])"
AFTER = r"(?![\w/]|[.,]\d|[ ]?(?:€|EUR|Euro|%|Uhr|m²)|[ ]\d|[-–]\w)"
FORMS = (
    # +49 721 133-1234, +49 (0)721 133 1234, 0049 721 1331234, +43/1/4000-81234
    re.compile(
        rf"""(?<![\w+.])\(?(?P<sign>\+|00)[ ]?(?:49|4[0-8]|3\d\d?|423|1|90)\)?{JOIN}(?:\(0\)[ ]?)?
             (?P<rest>[(]?\d{{1,12}}[)]?(?:{JOIN}\d{{1,9}}){{1,7}}|\d{{6,12}}){AFTER}""",
        re.VERBOSE,
    ),
    # (0721) 133 - 12 34, (07 21) 1 33-12 34
    re.compile(rf"(?<!\w)\(0[1-9](?:[ ]?\d){{0,4}}\)[ ]?[-/]?[ ]?{REST}"),
    # 0721/133-1234, 0721 / 133 12 34
    re.compile(rf"{BEFORE}{AREA}[ ]?/[ ]?{REST}(?:[ ]?/[ ]?-?\d{{1,3}}(?!\d))?{AFTER}"),
    # 01/4000-81234 (Wien)
    re.compile(rf"{BEFORE}01[ ]?/[ ]?(?P<rest>\d{{3,5}}[ ]?[-–][ ]?\d{{3,6}}){AFTER}"),
    # 0721-133 1234, 0721 - 1331234
    re.compile(rf"{BEFORE}{AREA}[ ]?[-–][ ]?{REST}{AFTER}"),
    # 0721 133 1234, 0176 12345678
    re.compile(rf"{BEFORE}{AREA}[ ]{REST}{AFTER}"),
    # 07 21/1 33-12 34, the spelling of the old DIN 5008
    re.compile(rf"{BEFORE}0\d(?:[ ]\d\d){{1,2}}[ ]?/[ ]?(?P<rest>\d{{1,3}}(?:[ -]\d{{2,3}}){{1,4}}){AFTER}"),
    # 017612345678
    re.compile(rf"{BEFORE}01[5-7](?P<rest>\d{{8,9}}){AFTER}"),
)  # fmt: skip
# What stands before a number that is none to be called: "DS 0251/24567", "Az. 0721 133 1234", "Produkt 0211 44110".
OF_A_FILE = re.compile(
    r"""(?: DS | Drs | Drucks\w* | \w*[Vv]orl(?:age|\.)\w* | V | BV | MV | Az | Aktenz\w* | Gz | Geschäftsz\w* | Zeichen | HH-?[Ss]t\w*
          | \w*stelle
          | Produkt\w* | \w*[Kk]onto | Kto | \w*[Pp]osition | \w*[Bb]eschluss | \w*[Aa]ntrag | Anfrage | Flst | Flur\w* | Kassenz\w*
          | ISBN | EAN | Steuer\w* | USt\w* | HR[AB] | Rechnung\w* | Kunden\w* | Inventar\w* | Zähler\w* | Maßnahme | Investition\w*
          | PSP\w* | Bebauungsplan | B-Plan | (?<![Tt]elefon)-?(?:[Nn]r|[Nn]ummer) )
        (?:[- ]?(?:Nr|Nummer))?[.:]?[\s:.]{0,3}$""",
    re.VERBOSE,
)
DAY = re.compile(r"(?<=[ ,;])\d{1,2}\.[ ]?\d{1,2}\.(?:[ ]?\d{2,4})?(?!\d)")
SUM = re.compile(r"\+?\d{1,3}(?:\.\d{3})+(?!\d)")
DAY_OR_TIME = re.compile(
    r"\d{1,2}\.[ ]?\d{1,2}\.(?:[ ]?\d{2,4})?(?!\d)|\d{1,2}[.:]\d\d(?:[ ]?[-–][ ]?\d{1,2}[.:]\d\d)?(?=[ ]?Uhr)|(?:19|20)\d\d(?![\d/-])"
)
COUNTED = re.compile(r",\d|[ ]?(?:€|EUR\b|Euro|%|Prozent|Uhr\b|Mio|Tsd|T€|m²|Stück|Stk|Jahre|Personen|Ja\b|Nein\b|Stimm)")
YEAR = re.compile(r"(?:19|20)\d\d(?!\d)")
FOR_ALL = {"110", "112", "115", "116117", "116116"}
"""Numbers that are nobody's."""
OF_A_SWITCHBOARD = {"DW", "Durchwahl", "Apparat", "Nebenstelle", "Klappe"}
LONGEST = 60


def find_telephones(text: str) -> Iterator[tuple[int, int]]:
    """Where telephone numbers stand, without the words before them; what has two forms comes twice.

    >>> text = "DS 0251/24, Tel.: 0721/133-1234, Fax -1235"
    >>> sorted({text[start:end] for start, end in find_telephones(text)})
    ['-1235', '0721/133-1234']
    """
    yield from _labelled(text)
    for form in FORMS:
        for match in form.finditer(text):
            if _is_called(text, match):
                yield match.span()


def _labelled(text: str) -> Iterator[tuple[int, int]]:
    done = 0
    for label in LABEL.finditer(text):
        if label.start() < done:
            continue
        at: int | None = label.end()
        first = True
        while at is not None:
            number = NUMBER.match(text, at, at + LONGEST)
            end = number and _end_of(number)
            if not number or not end or not _may_follow(text, label, number[0][: end - at], end, first=first):
                break
            yield (label.start("dash") if first and label["dash"] else at), end
            more = MORE.match(text, end)
            at, done, first = more.end() if more else None, end, False


def _end_of(number: re.Match[str]) -> int | None:
    """Where a number ends that has no more digits than a telephone number may have."""
    ends = [found.end() for found in re.finditer(r"\d+\)?", number[0])]
    day = DAY.search(number.string, number.start() + 4, number.end() + 10)
    last = day.start() - number.start() if day else len(number[0])
    fitting = [end for end in ends if end <= last and sum(map(str.isdigit, number[0][:end])) <= 16]
    return number.start() + fitting[-1] if fitting else None


def _may_follow(text: str, label: re.Match[str], number: str, end: int, *, first: bool) -> bool:
    digits = sum(map(str.isdigit, number))
    if digits < 3 or number in FOR_ALL or DAY_OR_TIME.match(text, end - len(number)) or COUNTED.match(text, end):
        return False
    if number.startswith(("0", "+", "(")):
        return digits >= 5
    if SUM.match(number) or label["letter"]:
        return False
    marked = label["dash"] or label[0].rstrip().endswith((":", "."))
    return bool(marked or not first or digits >= 5 or label["word"] in OF_A_SWITCHBOARD)


def _is_called(text: str, match: re.Match[str]) -> bool:
    """Whether a number without a word before it is long enough to be called, and is no paper's or budget's."""
    rest = match["rest"]
    digits = sum(map(str.isdigit, rest))
    if match.groupdict().get("sign"):
        return digits >= 7 and not SUM.fullmatch(match[0].split()[0])
    if match[0].startswith("("):
        return digits >= 3 and not COUNTED.match(text, match.end())
    extended = re.match(r"\d{3,}[ ]?[-–]", rest) is not None  # "133-0"; not the years of "0456/21-26"
    if digits > 10 or digits < (3 if extended else 5) or (YEAR.match(rest) and digits < 8):
        return False
    return not OF_A_FILE.search(text, max(0, match.start() - 40), match.start())

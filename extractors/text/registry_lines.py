"""Numbers that no label names, known by their form and by where they stand in their line: in an item's title, in brackets, alone.

    "TOP 5: 123/2031 Radweg Nord", "2.3 30-35/1347 Bolzplatz", "5. Kita West (045/2031)", "Ö 8.2 - 21-3566"
    "A 29/0211 - SPD - Trinkwasser an Schulen", "(A 2031/0068)", "PAR 2032/9" alone in its line

Such a form is a paper at one of these places only: "123/2031" in a sentence may be a plan, an invoice or an issue of a gazette.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

YEAR = r"(?:19[89]\d|20[0-4]\d)"

# Letters that councils set before their numbers: Antrag, Anfrage, Beschlussvorlage, Informationsvorlage, Vorlage, Fachbereich …
LETTERS = (
    r"(?:A|AA|AE|ÄA|AF|AG|AM|AN|ANF|ANT|AT|B|BA|BE|BR|BSV|BV|DA|DS|E|F|FA|FB[ ]?\d{0,2}|GD|GR|GRB|GV|H|HA|I|IB|IN|INF|IV|K|KA|KT"
    r"|M|MI|MT|MV|MZ|OA|P|PAR|R|RA|RV|S|SA|SB|SRB|SR|ST|STR|STV|SV|SVV|T|TV|UV|V|VB|VL|VS|B\+A)"
)
BEFORE_NUMBER = re.compile(rf"(?<![\w.&+-])(?P<letters>{LETTERS}[ ])$")
LONGEST_LETTERS = 7

# Behind letters: "A 29/0211", "BV 012/2031", "PAR 2032/9", "FB 3/045/32", "E 18/0012/WP18" (Aachen)
BEHIND_LETTERS = re.compile(
    rf"""\d{{1,4}}[a-z]?/(?:{YEAR}|[0-4]\d)(?:[/-]\w{{1,4}})?(?:/\d{{2}})?
       | (?:{YEAR}|\d{{2}})[/-](?!{YEAR}\b)\d{{1,5}}(?:[/-]\w{{1,3}})?
       | \d{{1,2}}/\d{{2,4}}/(?:{YEAR}|[0-4]\d|WP\d{{2}})""",
    re.VERBOSE,
)
# What one letter may begin by chance: "A 7/12", "B 51/54", "S 12/21".
CHANCE = re.compile(r"[A-Z] \d{1,2}/\d{1,2}(?:/\d{1,2})?")
# Two letters and a year in full are enough anywhere, unless it is a month: "GRB 2031-45", "BV 045/2031", "HA 5/2031".
SAFE_LETTERS = 2  # and the blank
WITH_YEAR = re.compile(rf"(?<!\d){YEAR}(?!\d)")
MONTH = re.compile(r"(?:0?[1-9]|1[0-2])/(?:19|20)\d\d")
# With a year in full, a period or a leading zero: "123/2031", "2031-0456", "30-35/1347", "28/0771-50.2", "045/31", "1536/V", "IX/416"
OF_YEAR = re.compile(
    rf"""(?!{YEAR}/)\d{{3,4}}[a-z]?/{YEAR}(?:[/-](?!{YEAR})\w{{1,5}}){{0,2}}
       | {YEAR}/(?!{YEAR}\b)\d{{3}}(?:[/-]\w{{1,3}})?  |  {YEAR}-(?!{YEAR}\b)\d{{3,4}}(?:[/-]\w{{1,3}})?
       | \d{{3}}-(?!{YEAR}/){YEAR}  |  \d{{2}}-\d{{2}}/(?!{YEAR}\b)\d{{3,4}}  |  \d{{2}}/\d{{3,4}}-(?:[A-Z]{{1,3}}|\d{{2}}\.\d)
       | 0\d{{2,3}}[a-z]?/[0-4]\d(?:[/-]\w{{1,3}})?  |  \d{{3,4}}/[IVX]{{1,6}}  |  [IVX]{{1,6}}/(?!{YEAR}\b)\d{{3,4}}""",
    re.VERBOSE,
)
# With letters of its own, which are a registry's or not: "BV/12/34-1", "SV-9-0123", "M/17/0123", "XY-12/2031", "FA-Verk-114-2031" (Wels)
LETTERED_TOKEN = re.compile(
    rf"""(?!(?:DIN|EN|ISO|VDI|IEC|BT|LT|COM|EFRE|KW|HRB|ISBN|D|CH)\b)(?![A-Z]-\d{{3}}-)
         [A-ZÄÖÜ]{{1,4}}\d{{0,2}} (?:(?:[/-](?!{YEAR}$)\w{{1,7}}){{1,5}}(?:/{YEAR})? | -[A-Z]\w{{1,7}}-\d{{1,4}}-{YEAR})""",
    re.VERBOSE,
)
OWN_LETTERS = re.compile(rf"{LETTERS}\d?[/-]")
LETTERED_DIGITS = 4
# Only behind the number of an item: "Ö 8.2 - 21-3566", "TOP 5 19/1234 Radweg"
OF_ITEM = re.compile(
    rf"\d{{2}}[/-](?!{YEAR}\b)(?:\d{{4,5}}|0\d{{2}})(?:-\d{{1,2}})?(?:\.\d{{1,2}}|[A-Z])?|\d{{2}}-\d{{3}}(?:\.\d{{1,2}}|[A-Z])?"
)
# At the end of an item's title: "Tempo 30 in der Seestraße 20-14873-01" (Braunschweig), "Kita Nord (31/0456)"
ENDS_TITLE = re.compile(r"\d{2}-\d{5}(?:-\d{2})?|(?<=\()\d{2}[/-]0\d{2,4}")

_ITEM = r"(?:(?:Zu[ ])?(?:TOP|Top|Punkt|Ö|NÖ|N)\b:?[ ]?)?\d{1,2}(?:\.\d{1,2}){0,3}[.):]{0,2}[ ]"
LEAD = re.compile(rf"(?:[-–•*·▪][ ])?(?P<item>{_ITEM}(?:[-–][ ])?)?(?P<said>Nr\.:?[ ])?[(\[]?")
ITEM_LINE = re.compile(rf"{_ITEM}(?:[-–][ ])?[\"„»(]?[A-ZÄÖÜ0-9]")
LINE_ENDS = re.compile(r"[)\]]?(?:[ ]?[-–])?[ ]*(?=\n|\Z)")
TITLE_FOLLOWS = re.compile(r"[)\]]?(?:[ ]?[-–:|,])?[ ][\"„»(]?(?:[A-ZÄÖÜ]|\d{1,2}\.[ ])")
BRACKET_CLOSES = re.compile(r"[)\]]|[,;][ ]|[ ](?:vom|am|der|des|von|und)\b")
LONGEST_LEAD = 28
LONGEST_TITLE = 300

# Numbers without any mark of division: "- 101.30.845 -" alone in its line (Kassel), "V3133 Motion (SP)" (Köniz)
_LINE = (
    r"(?:[-–][ ](?P<dotted>\d{3}\.\d{2}\.\d{1,4})[ ][-–][ ]*(?=\n|\Z)"
    r"|(?P<motion>[A-Z]{1,2}\d{3,5})[ ](?=(?:Motion|Postulat|Interpellation|Antrag|Anfrage)\b))"
)
WHOLE_LINE = re.compile(rf"\n{_LINE}")
FIRST_LINE = re.compile(_LINE)
Form = Literal["letters", "year", "item", "own", "foreign"]
IN_BRACKETS = {"letters", "year", "own"}  # "(A 2031/0068)"
IN_TITLE = {"letters", "year", "own", "foreign"}  # "TOP 7: Gebühren (XY-34/2031)"


@dataclass(frozen=True, slots=True)
class Place:
    """Where a number without a label begins, with the letters before it, and which rule knows it."""

    start: int
    rule: str


def letters_before(text: str, start: int) -> str:
    """The letters of a registry that stand before a number: the "A " of "(A 2031/0068)".

    >>> letters_before("Antrag der SPD (AN 0051/2031)", 19)
    'AN '
    """
    if start == 0 or text[start - 1] != " ":
        return ""
    match = BEFORE_NUMBER.search(text, max(0, start - LONGEST_LETTERS), start)
    return match["letters"] if match else ""


def place_of(text: str, start: int, end: int, value: str) -> Place | None:
    """Where a number stands that nothing labels, if its form is one of a registry's at such a place.

    >>> place_of("TOP 5: 123/2031 Radweg", 7, 15, "123/2031")
    Place(start=7, rule='number_before_title')
    """
    letters = letters_before(text, start)
    form = _form(letters, value)
    first = start - len(letters)
    if form == "letters" and len(letters) > SAFE_LETTERS and WITH_YEAR.search(value) and not MONTH.fullmatch(value):
        return Place(first, "number_with_letters")
    line = text.rfind("\n", max(0, first - LONGEST_TITLE), first) + 1
    ends = LINE_ENDS.match(text, end) is not None
    if form and first - line <= LONGEST_LEAD and (ends or TITLE_FOLLOWS.match(text, end)):
        lead = LEAD.fullmatch(text, line, first)
        if lead and _leads(text, lead, form, ends=ends):
            return Place(first, "number_alone" if ends else "number_before_title")
    before = text[first - 1 : first]
    if form in IN_BRACKETS and (before in {"(", "["} or text[first - 5 : first] == "(Nr. ") and BRACKET_CLOSES.match(text, end):
        return Place(first, "number_in_brackets")
    if form in IN_TITLE and text[first - 2 : first] == "| " and (ends or text.startswith(" |", end)):
        return Place(first, "number_in_cell")
    if ends and before in {" ", "("} and (form in IN_TITLE or ENDS_TITLE.fullmatch(text, start, end)) and ITEM_LINE.match(text, line):
        return Place(first, "number_behind_title")
    return None


def _form(letters: str, value: str) -> Form | None:
    """Which form of a registry's number this is: behind letters, of a year, of an item only, with letters of its own or foreign ones."""
    if letters:
        return "letters" if BEHIND_LETTERS.fullmatch(value) and not CHANCE.fullmatch(letters + value) else None
    if OF_YEAR.fullmatch(value):
        return "year"
    if OF_ITEM.fullmatch(value):
        return "item"
    if sum(map(str.isdigit, value)) >= LETTERED_DIGITS and LETTERED_TOKEN.fullmatch(value):
        return "own" if OWN_LETTERS.match(value) else "foreign"
    return None


def _leads(text: str, lead: re.Match[str], form: Form, *, ends: bool) -> bool:
    """Whether a line begins anew with its number, rather than going on with a sentence: the less a form tells, the more must lead it."""
    line = lead.start()
    if form == "item":
        return lead["item"] is not None
    if ends or form in {"letters", "own"}:
        return True
    return lead["item"] is not None or (form == "year" and (lead.end() > line or line < 1 or text[line - 2 : line - 1] in set("\n:.;!?)")))

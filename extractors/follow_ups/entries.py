"""Lists and tables of a report: one entry for each resolution, its status in a field, at the end of a line, or in a sentence.

"1. Radweg Nord (Beschluss 012/2021): umgesetzt"        an entry of a list, with its own paper
"012/2021  Radweg Nord  in Arbeit  31.12.2021"          a row of a table: the status before the day
"Lfd. Nr.: 2 / Beschluss: 034/2021 / Stand: erledigt"   fields below each other
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.follow_ups.places import SPOKEN
from extractors.follow_ups.statuses import Stated, status_in, status_of_field, told_in
from extractors.text.registry_forms import TOKEN
from extractors.text.registry_numbers import canonical, find_numbers, is_span_of_years
from extractors.text.sentences import sentences

# What lists are called where they are not letters of control.
LIST_TITLE = re.compile(
    r"""(?m)^[ *#]{0,3}(?:(?:Betreff|Betr\.|Thema)[ ]?:[ ])?
        (?: (?:(?:Stand[ ]der[ ])?Umsetzung(?:sstand)?|Stand[ ]der[ ](?:Abarbeitung|Erledigung|Ausführung))
                          [ ](?:von|der|des|zum?)[ ](?:\w+[ ]){0,3}
                          (?:(?:[\w-]*[Bb]eschlüsse|Anträge|Maßnahmen)n?|(?:Rats)?[Bb]eschluss(?:es)?)\b
                        | Sachstandsbericht\b | (?:Offene|Unerledigte|Laufende)[ ](?:Beschlüsse|Anträge|Aufträge)\b
                        | (?:Beschluss|Erledigungs|Pendenzen|Umsetzungs|Auftrags)liste\b | Pendenzen\b | Statusbericht\b
                        | Status(?:[ ]|übersicht[ ])(?:der|unserer|zu)[ ]\w* )""",
    re.VERBOSE,
)
# The head of a table: what was decided in one column, what became of it in another.
_COLUMN = r"(?:[A-ZÄÖÜ|][\w./-]{0,30}|der|des|und|vom|am|bis|zum|lfd\.)"
TABLE_HEAD = re.compile(
    rf"""(?m)^(?=[^\n:]{{0,80}}\b(?:Beschluss|Vorlage|Drucksache|Antrag|Maßnahme|Betreff|Gegenstand|Auftrag)(?:-?Nr\.?|nummer)?[ ])
        (?=[^\n:]{{0,120}}[ ](?:Status|Stand|Sachstand|(?:Umsetzungs|Bearbeitungs|Erledigungs)(?:stand|status|vermerk)|Umsetzung|Erledigung
                               |Erledigt)(?:[ ]|$))
        {_COLUMN}(?:[ ]{_COLUMN}){{1,13}}$""",
    re.VERBOSE,
)
OPENS = re.compile(
    r"""(?m)^(?: (?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]?[ ](?=[^\n]{0,200}[A-Za-z])
                 (?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|Sept|Okt|Nov|Dez))
             | [-–•·▪][ ] | TOP[ ]\d{1,3}(?:\.\d{1,2})*\b | Lfd\.?[ ]?Nr | Nr\.?[ ]?:?[ ]?\d{1,3}\b
             | (?:Vorlage|Drucksache|Beschluss|Antrag|Anfrage|Auftrag|Maßnahme|Geschäft)n?(?:-?[ ]?Nr\.?|nummer)?:?[ ]\d
             | [A-ZÄÖÜ]{1,4}[ ]?\d{1,3}(?=[ ]\([^()\n]{3,80}\):|:[ ][A-ZÄÖÜ])                # HBB 2 (Personal): …   M3: Wärmenetz
             | (?=[A-Z]{0,4}[/\d-]*\d{2,5}/\d{2,5}) )""",
    re.VERBOSE,
)
# What may follow the status in its line: a day, a quarter, a responsible office in brackets.
TAIL = re.compile(
    r"""(?:[ ](?:seit|zum|am|bis|ab|im))?
        [ ]?(?:\([^()\n]{1,40}\)|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}/\d{4}|20\d\d|(?:[IV]{1,3}\.|[1-4]\.)[ ]?Quartal[ ]20\d\d|[-–])?
        [.;,]?[ ]*$""",
    re.VERBOSE,
)
DECIDED = re.compile(r"(?m)^Beschluss(?:text|punkte|wortlaut)?[ ]?:[ ]*$|\bbeschlie(?:ß|ss)t\b|\bbeschlossen\b[^\n]{0,40}:[ ]*$")
PREDICATE = re.compile(r"(?:[Ww]ird|[Ww]erden|[Ii]st|[Ss]ind|[Ww]urden?)\b|(?:D(?:er|ie|as))\b")  # a sentence, to be read as one
# In a table the status may stand before further columns: "0012/2031 Radweg erledigt Abnahme im Mai".
IN_THE_MIDDLE = re.compile(
    r"(?<=[ ])(?=(?:teilweise |noch nicht |nicht )?(?:umgesetzt|erledigt|abgeschlossen|zurückgestellt|offen|laufend|begonnen)\b"
    r"|in (?:Arbeit|Bearbeitung|Umsetzung|Planung|Prüfung|Vorbereitung)\b)"
)
MONTH = re.compile(r"(?:0[1-9]|1[0-2])/20\d\d")  # "Sachstand 04/2031" names no paper
# The point of the resolution that an entry's title names: "3. Treffpunkt im Quartier (Beschluss Nr. 3)", "(Ziffer 2)".
POINT_IN_TITLE = re.compile(
    r"\((?:Beschluss(?:punkt|ziffer)?|Punkt|Ziffer|Ziff\.|Pkt\.)(?: ?Nr\.)? (?P<point>\d{1,2}(?:\.\d{1,2})?(?: ?[a-h])?)\)"
)
LONGEST_VALUE, LONGEST_ENTRY = 60, 1000


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its status, the words it is read from, its paper and the printed number that opens it."""

    stated: Stated
    start: int
    end: int
    paper: str | None
    number: str | None
    point: str | None = None


def entries_of(text: str, start: int, end: int, *, table: bool = False) -> list[Entry]:
    """The entries of a list that tell what became of something; none where fewer than half of them do."""
    openings = list(OPENS.finditer(text, start, end))
    if not openings:
        return []
    spoken = not DECIDED.search(text, start, openings[0].start())
    untils = [*(each.start() for each in openings[1:]), end]
    groups = _joined(list(zip(openings, untils, strict=True)), text)
    found = [entry for opening, until in groups if (entry := _entry(text, opening, until, spoken, table))]
    return found if 2 * len(found) >= len(groups) else []


def _joined(pieces: list[tuple[re.Match[str], int]], text: str) -> list[tuple[re.Match[str], int]]:
    """Fields below each other are one entry: "Lfd. Nr.: 1" goes on with "Beschluss: 012/2021" in the next line."""
    joined: list[tuple[re.Match[str], int]] = []
    for opening, until in pieces:
        if joined and text[joined[-1][0].start()] in "LN" and joined[-1][1] == opening.start() and text[opening.start()] not in "LN":
            joined[-1] = (joined[-1][0], until)
        else:
            joined.append((opening, until))
    return joined


def _entry(text: str, opening: re.Match[str], until: int, spoken: bool, table: bool) -> Entry | None:
    start = opening.start()
    found = next(_at_line_ends(text, opening.end(), until), None)
    if not found and table:
        found = next(_in_the_middle(text, opening.end(), until), None)
    if not found and spoken and until - start <= LONGEST_ENTRY:
        found = _in_sentences(text, opening.end(), until)
    if not found:
        return None
    stated, first, last = found
    line_ends = text.find("\n", start, until)
    named = POINT_IN_TITLE.search(text, start, line_ends if line_ends >= 0 else until)
    return Entry(stated, first, last, paper_in(text, start, until), opening["number"], named["point"] if named else None)


def _at_line_ends(text: str, start: int, end: int) -> Iterator[tuple[Stated, int, int]]:
    """Statuses that end a line, or are one: the longest value that reaches its end, or the day behind it."""
    while start < end:
        line_end = text.find("\n", start, end)
        line_end = line_end if line_end >= 0 else end
        for word in re.finditer(r"(?<![\w-])\w", text[max(start, line_end - LONGEST_VALUE) : line_end]):
            at = max(start, line_end - LONGEST_VALUE) + word.start()
            stated = status_of_field(text, at, line_end)
            if stated and PREDICATE.match(text, at):
                break
            if stated and TAIL.match(text, stated.end, line_end):
                told = status_in(text, start, line_end) if text[line_end - 1] == "." else None  # a sentence says it as a whole
                yield told or stated, start, line_end
                break
        start = line_end + 1


def _in_the_middle(text: str, start: int, end: int) -> Iterator[tuple[Stated, int, int]]:
    for match in IN_THE_MIDDLE.finditer(text, start, end):
        stated = status_of_field(text, match.start(), min(end, match.start() + LONGEST_VALUE))
        if stated:
            yield stated, stated.start, stated.end


def _in_sentences(text: str, start: int, end: int) -> tuple[Stated, int, int] | None:
    return told_in(text, ((first, last) for first, last in sentences(text, start, end) if not SPOKEN.search(text, first, last)))


def paper_in(text: str, start: int, end: int) -> str | None:
    """The paper or decision that an entry names, with a label or without."""
    labelled = next((found.value for found in find_numbers(text, start, end) if found.kind != "meeting"), None)
    if labelled:
        return labelled
    for match in TOKEN.finditer(text, start, end):
        value = canonical(match[0])
        if sum(character.isdigit() for character in value) >= 5 and not is_span_of_years(value) and not MONTH.fullmatch(value):
            return value
    return None

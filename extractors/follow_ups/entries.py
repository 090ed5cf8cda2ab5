"""Lists and tables of a report: one entry for each resolution, its status in a field, at the end of a line, or in a sentence.

"1. Radweg Nord (Beschluss 012/2021): umgesetzt"        an entry of a list, with its own paper
"012/2021  Radweg Nord  in Arbeit  31.12.2021"          a row of a table: the status before the day
"Lfd. Nr.: 2 / Beschluss: 034/2021 / Stand: erledigt"   fields below each other
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import islice

from extractors.follow_ups.cuts import Piece, cuttings
from extractors.follow_ups.places import SPOKEN
from extractors.follow_ups.statuses import Stated, status_in, status_of_field, told_in
from extractors.text.registry_forms import TOKEN
from extractors.text.registry_numbers import canonical, find_numbers, is_span_of_years
from extractors.text.sentences import sentences

# The head of a table: what was decided in one column, what became of it in another.
_COLUMN = r"(?:[A-ZÄÖÜ|][\w./-]{0,30}|der|des|und|vom|am|bis|zum|lfd\.)"
TABLE_HEAD = re.compile(
    rf"""(?m)^(?=[^\n:]{{0,80}}\b(?:Beschluss|Vorlage|Drucksache|Antrag|Maßnahme|Betreff|Gegenstand|Auftrag)(?:-?Nr\.?|nummer)?[ ])
        (?=[^\n:]{{0,120}}[ ](?:Status|Stand|Sachstand|(?:Umsetzungs|Bearbeitungs|Erledigungs)(?:stand|status|vermerk)|Umsetzung|Erledigung
                               |Erledigt)(?:[ ]|$))
        {_COLUMN}(?:[ ]{_COLUMN}){{1,13}}$""",
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
    r"|, (?:Beschlusspunkt|Punkt|Ziffer) (?P<named>\d{1,2}(?:\.\d{1,2})?)(?= \(|:|$|\n)"
)
FINITE = re.compile(r"\b(?:wird|werden|ist|sind|wurden?|hat|haben|soll|sollen|kann|können)\b")
LONGEST_VALUE, LONGEST_ENTRY, LONGEST_TITLE = 60, 1000, 300
COLON = re.compile(r"(?:: | [-–] |[→⇒] |:\n)(?=\w)")
BARE = re.compile(r" ?(?:[.,;(]|$|\n|[-–] |(?:seit|am|im) )")


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry of a list: its status, the words it is read from, its paper and the printed number that opens it."""

    stated: Stated
    start: int
    end: int
    paper: str | None
    number: str | None
    point: str | None = None


def entries_of(text: str, start: int, end: int, *, table: bool = False, marked: bool = False) -> list[Entry]:
    """The entries of a list that tell what became of something; none where fewer than half of them do; with `marked` only marked ones."""
    best: list[Entry] = []
    for pieces in islice(cuttings(text, start, end), 2 if marked else None):
        if not pieces:
            continue
        spoken = not DECIDED.search(text, start, pieces[0].start)
        found = [entry for piece in pieces if (entry := _entry(text, piece, spoken, table))]
        below = sum(piece.end > found[0].start for piece in pieces) if found else 0  # above the first stand titles
        if 2 * len(found) >= below and len(found) > len(best):
            best = found
    return best


def _entry(text: str, piece: Piece, spoken: bool, table: bool) -> Entry | None:
    start, until = piece.start, piece.end
    found = next(_at_line_ends(text, piece.told_from, until), None)
    if not found and table:
        found = next(_in_the_middle(text, piece.told_from, until), None)
    found = found or next(_after_colons(text, piece.told_from, until), None)
    if not found and spoken and until - start <= LONGEST_ENTRY:
        found = _in_sentences(text, piece.told_from, until)
    if not found:
        return None
    stated, first, last = found
    line_ends = text.find("\n", start, until)
    named = POINT_IN_TITLE.search(text, start, line_ends if line_ends >= 0 else until)
    return Entry(stated, first, last, paper_in(text, start, until), piece.number, (named["point"] or named["named"]) if named else None)


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
                if told or text[line_end - 1] != "." or not FINITE.search(text, start, line_end):
                    yield told or stated, start, line_end
                break
        start = line_end + 1


def _after_colons(text: str, start: int, end: int) -> Iterator[tuple[Stated, int, int]]:
    """A bare status behind a colon or a dash: "Messung am Weg: erledigt, die Ergebnisse liegen bei."."""
    for colon in COLON.finditer(text, start, min(end, start + LONGEST_TITLE)):
        stated = status_of_field(text, colon.end(), min(end, colon.end() + LONGEST_VALUE), bare=True)
        if stated and BARE.match(text, stated.end, end) and not PREDICATE.match(text, colon.end()):
            yield stated, stated.start, stated.end


def _in_the_middle(text: str, start: int, end: int) -> Iterator[tuple[Stated, int, int]]:
    for match in IN_THE_MIDDLE.finditer(text, start, end):
        stated = status_of_field(text, match.start(), min(end, match.start() + LONGEST_VALUE))
        if stated:
            yield stated, stated.start, stated.end


def _in_sentences(text: str, start: int, end: int) -> tuple[Stated, int, int] | None:
    start += 2 * text.startswith(": ", start)
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

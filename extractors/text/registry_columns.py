"""Numbers in the rows of a table, known by the head that names their column: "Vorlage Betreff Status", "Nr. Titel Drucksache Stand".

The blanks between cells are single in the text that is searched, so a column has no place of its own: the first cell of a row is known by
where it stands, another one by its form, which the rows repeat.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from extractors.text.registry_forms import FOREIGN, LOOK_BACK, TOKEN
from extractors.text.registry_lines import letters_before
from extractors.text.registry_numbers import FoundNumber, NumberKind, canonical, form_of, is_span_of_years
from extractors.text.registry_tokens import tokens
from extractors.text.search import places_of

WORDS = ("orlage", "rucksache", "Antrag", "Beschluss-", "Beschlussnummer", "DS-Nr")
_NAME = r"(?:[A-ZÄÖÜ][\w./-]{0,30}|der|des|und|vom|am|bis|zum|in|[|])"
HEAD = re.compile(
    rf"""(?P<before>(?:(?:[Ll]fd\.[ ])?Nr\.[ ](?:[|][ ])?)?)(?P<names>(?:{_NAME}[ ]){{0,6}}?)
         (?:(?P<motion>Antrag(?:s-?Nr\.|snummer)?)|(?P<decision>Beschluss-?(?:Nr\.|nummer))
           |(?:(?:Beschluss|Sitzungs|Mitteilungs|Informations)?(?:[Vv]orlagen?|[Dd]rucksachen?)|DS)(?:-?Nr\.|nummer)?)
         (?:[ ]{_NAME}){{0,12}}""",
    re.VERBOSE,
)
LONGEST_HEAD = 160
FEWEST_NAMES = 3  # of a head whose first column is another one: "Titel Vorlage Stand"
NO_PAPERS = re.compile(r"Flurst|Flst|Grundst|Parzell|Gemarkung|Aktenzeichen|Az\.|Rechnung|Konto|Telefon")
FIRST_CELL = re.compile(r"(?:\d{1,3}[.)]?[ ](?:[|][ ])?)?")
FEWEST_DIGITS = 5  # "12/31" may be anything


def numbers_in_columns(text: str) -> Iterator[FoundNumber]:
    r"""All numbers that the heads of tables name.

    >>> [found.value for found in numbers_in_columns("Vorlage Betreff Status\n012/2031 Radweg erledigt\n013/2031 Kita offen")]
    ['012/2031', '013/2031']
    """
    done = 0
    for at in places_of(WORDS, text, 0, len(text)):
        if at < done:
            continue
        start = text.rfind("\n", max(0, at - LONGEST_HEAD), at) + 1
        end = text.find("\n", at, at + LONGEST_HEAD)
        head = HEAD.fullmatch(text, start, end) if end > 0 else None
        if not head or " " not in head[0]:
            continue
        last = text.find("\n\n", end)
        done = last if last >= 0 else len(text)
        kind: NumberKind = "motion" if head["motion"] else "decision" if head["decision"] else "paper"
        if not head["names"]:
            yield from _in_first_cells(text, end + 1, done, kind)
        elif head[0].count(" ") >= FEWEST_NAMES - 1 and not NO_PAPERS.search(head[0]):
            yield from _in_other_cells(text, end + 1, done, kind)


def _in_first_cells(text: str, start: int, end: int, kind: NumberKind) -> Iterator[FoundNumber]:
    while start < end:
        line_end = text.find("\n", start, end)
        number = TOKEN.match(text, FIRST_CELL.match(text, start).end(), end)  # type: ignore[union-attr]  # matches nothing, too
        value = canonical(number[0]) if number else ""
        if number and sum(map(str.isdigit, value)) >= FEWEST_DIGITS and not is_span_of_years(value):
            yield FoundNumber(number.start(), number.end(), value, kind, "column_of_numbers")
        start = line_end + 1 if line_end >= 0 else end


def _in_other_cells(text: str, start: int, end: int, kind: NumberKind) -> Iterator[FoundNumber]:
    """Of all that is cut like a number what repeats its form in two rows at least."""
    cells = []
    for match in tokens(text, start, end):
        first = match.start() - len(letters_before(text, match.start()))
        value = canonical(text[first : match.end()])
        foreign = FOREIGN.search(text, max(0, first - LOOK_BACK), first)
        if sum(map(str.isdigit, value)) >= FEWEST_DIGITS and not is_span_of_years(value) and not foreign:
            cells.append(FoundNumber(first, match.end(), value, kind, "column_of_numbers"))
    rows = Counter(form_of(cell.value) for cell in cells)
    for cell in cells:
        if rows[form_of(cell.value)] > 1:
            yield cell

"""Where the entries of a list begin: at marks that lists use, at lines of one shape, at titled paragraphs, or at each line.

"1. Radweg …", "TOP 8 …", "Beschluss 012/2031 …", "A 19/0211 - …"          marks
"GR 18.12.2030, Pkt. 6 - …" and again "GR 12.03.2031, Pkt. 4 - …"            lines of one shape, digits apart
"Sanierung der Turnhalle ⏎ Der Beschluss wurde vollzogen."                   paragraphs under titles of their own
"Bürgerbus (Beschluss vom 11.02.2030): nicht realisiert."                    lines, each with its colon
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

OPENS = re.compile(
    r"""(?m)^(?: (?P<number>\d{1,3}(?:\.\d{1,2})*)[.)]?[ ](?=[^\n]{0,200}[A-Za-z])
                 (?!(?:Januar|Februar|März|April|Mai|Juni|Juli|August|Sept|Okt|Nov|Dez))
             | [-–•·▪][ ] | [a-h]\)[ ] | TOP[ ]\d{1,3}(?:\.\d{1,2})*\b | Lfd\.?[ ]?Nr | Nr\.?[ ]?:?[ ]?\d{1,3}\b
             | (?:Vorlage|Drucksache|Beschluss|Antrag|Anfrage|Auftrag|Maßnahme|Geschäft)n?(?:-?[ ]?Nr\.?|nummer)?:?[ ]\d
             | (?:[\w-]*Beschluss|Antrag|(?:Prüf)?[Aa]uftrag|Motion|Postulat|Interpellation|Anregung|Ersuchen|Vorlage
                  |Drucksache)[ ][^\n]{0,70}?\d
             | [A-Z]{1,4}[ -]?\d{2,4}[/-]\d{2,5}\b
             | [A-ZÄÖÜ]{1,4}[ ]?\d{1,3}(?=[ ]\([^()\n]{3,80}\):|:[ ][A-ZÄÖÜ])                # HBB 2 (Personal): …   M3: Wärmenetz
             | (?=[A-Z]{0,4}[/\d-]*\d{2,5}/\d{2,5}) )""",
    re.VERBOSE,
)
SHAPE = re.compile(
    r"(?m)^(?!(?:Termin|Frist|Datum|Stand|Seite|Kosten|Haushaltsjahr|Im|Am|In|Mit|Nach|Zum|Bis|Ab|Seit|Für|D(?:er|ie|as)|Ende|Anfang|Mitte)\b)"
    r"(?:§ ?\d{1,3}\b|\d{1,2}\.\d{1,2}\.\d{4}\b|\d+[/-]\d+|(?:[A-ZÄÖÜ][\w.-]{0,24} ){1,2}(?:[\w./-]*\d[\w./-]*))(?!:)"
)
DIGITS = re.compile(r"\d+")
TITLED = re.compile(r"(?m)(?:^|(?<=\n\n))(?=[A-ZÄÖÜ\d„\"][^\n]{3,140}[^\n.:;,]\n(?!\n)[^\n])")
LINES = re.compile(r"(?m)^(?=[A-ZÄÖÜ][^\n:]{2,60}[ (][^\n:]{2,80}: \S)")


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch that may be one entry: from its mark, whose printed number may open it, to the next."""

    start: int
    told_from: int
    end: int
    number: str | None = None


def cuttings(text: str, start: int, end: int) -> Iterator[list[Piece]]:
    """The ways to cut a stretch of text into entries, the surest first."""
    marks = list(OPENS.finditer(text, start, end))
    yield _joined([Piece(mark.start(), mark.end(), until, mark["number"]) for mark, until in _untils(marks, end)], text)
    shapes = [(DIGITS.sub("9", found[0]), found) for found in SHAPE.finditer(text, start, end)]
    repeated = Counter(shape for shape, _ in shapes)
    alike = [found for shape, found in shapes if repeated[shape] > 1]
    yield [Piece(found.start(), found.end(), until) for found, until in _untils(alike, end)]
    titled = [
        found for found in TITLED.finditer(text, start, end) if found.start() == start or text[found.start() - 2 : found.start()] == "\n\n"
    ]
    yield [Piece(found.start(), text.index("\n", found.start()) + 1, until) for found, until in _untils(titled, end)]
    lines = list(LINES.finditer(text, start, end))
    yield [Piece(found.start(), text.index(": ", found.start()), until) for found, until in _untils(lines, end)]


def _untils(found: list[re.Match[str]], end: int) -> Iterator[tuple[re.Match[str], int]]:
    for place, match in enumerate(found):
        yield match, found[place + 1].start() if place + 1 < len(found) else end


def _joined(pieces: list[Piece], text: str) -> list[Piece]:
    """Fields below each other are one entry: "Lfd. Nr.: 1" goes on with "Beschluss: 012/2021" in the next line."""
    joined: list[Piece] = []
    for piece in pieces:
        before = joined[-1] if joined else None
        if before and text[before.start] in "LN" and before.end == piece.start and text[piece.start] not in "LN":
            joined[-1] = Piece(before.start, before.told_from, piece.end, before.number)
        else:
            joined.append(piece)
    return joined

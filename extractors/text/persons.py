"""Persons as council documents name them: an address, an office or a title, then the name.

"Herr Stadtrat Dr. Muster", "Frau Bürgermeisterin Muster-Beispiel", "RM Beispiel", "StR Muster (SPD)"
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

TITLE = r"""(?: Herrn?|Frau|Hr\.|Fr\.|Kollegen?|Kollegin
             | (?:Stadt|Gemeinde|Kreis|Markt(?:gemeinde)?|Bezirks|Orts|Kantons|Land|Einwohner|Gro(?:ss|ß)|National)r(?:at|ates|ätin)
             | (?:Stadt|Gemeinde|Bezirks)vertreter(?:s|in)?|Stadtverordneter?n?|Abgeordneter?n?
             | (?:Kreistags|Stadtrats|Gemeinderats|Ausschuss|Beirats)mitglied|Rats(?:mitglied|herrn?|frau)
             | Bezirksverordneter?|Ortsvorsteher(?:in)?|Fraktionsvorsitzender?
             | (?:Erster?n?[ ])?(?:Ober|Vize|Stadt|Orts|Verbands)?[Bb]ürgermeister(?:s|in)?|Beigeordneter?n?|Stadtpräsident(?:in)?
             | KTA|Kreistagsabgeordneter?n?
             | StR(?:in)?\.?|StVO?|GR(?:in)?\.?|GV(?:in)?|KR(?:in)?\.?|RM|RF|RH|SkB|OB|BM|BVO|VBgm\.|Vbgm\.|Bgm\.|Vzbgm\.|Stv\.
             | Dr\.|Prof\.|Mag\.|Ing\.|DI|Dipl\.-Ing\.|h\.c\.)"""
PLURAL = r"""(?: Herren|Damen|(?:Stadt|Gemeinde|Kreis|Bezirks|Orts|Kantons|Einwohner)rät(?:e|innen)
              | Rats(?:mitglieder|herren|frauen)|(?:Stadt|Gemeinde|Bezirks)vertreter(?:innen)?|Stadtverordneten|RM|Mitglieder)"""
# Without blanks: others build patterns of it that are not VERBOSE.
NOT_A_NAME = (
    r"(?!Befangen|Mitwirkung|Abstimmung|Beratung|Beteiligung|Ausstand|Interesse|Sonderinteresse|Widerstreit|Vorsitz|Stadt|Gemeinde"
    r"|Herr|Frau|Der\b|Die\b|Das\b|Er\b|Sie\b|Es\b|Ich\b|Wir\b)"
)
NAME = rf"{NOT_A_NAME}[A-ZÄÖÜ][A-Za-zäöüßéèáçğøæåëïÄÖÜ]+(?:-[A-ZÄÖÜ][A-Za-zäöüßéèáø]+)?"
GIVEN = rf"(?:(?:[A-ZÄÖÜ]\.[ ])?{NAME}|[A-ZÄÖÜ]\.(?![A-Za-z]))"
PARTY = r"(?:[ ](?:\([^()\n§]{1,30}\)|\[[^\]\n]{1,30}\]))?"


def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank of a pattern may be a line end."""
    return re.compile(pattern.replace("[ ]", r"[ \n]"), re.VERBOSE)


PERSON = _compiled(
    rf"(?<!\w)(?:(?P<plural>{PLURAL}[ ])(?:{TITLE}[ ])*|(?:{TITLE}[ ])+)"
    rf"(?:(?:von|van|de|zu|zur|vom)[ ](?:der[ ])?)?{GIVEN}(?:[ ](?:von[ ])?{NAME}){{0,2}}{PARTY}"
)
# "Frau Muster, Herr Beispiel und Stadtrat Anders": the rest of a list after the first person; after a plural also bare names.
ALSO = _compiled(rf"(?:,[ ]und|,|[ ]und|[ ]sowie)[ ](?:{TITLE}[ ])+{NAME}(?:[ ]{NAME})?{PARTY}")
ALSO_BARE = _compiled(rf"(?:,[ ]und|,|[ ]und|[ ]sowie)[ ](?:{TITLE}[ ])*{NAME}(?:[ ]{NAME})?{PARTY}")


@dataclass(frozen=True, slots=True)
class Persons:
    """One person, or several in one list, at a place of the text."""

    start: int
    end: int
    count: int


def find_persons(text: str, start: int, end: int) -> Iterator[Persons]:
    """The persons of a stretch of text who are named with an address, an office or a title; a list of them is one.

    >>> [found.count for found in find_persons("Frau Muster und Stadtrat Beispiel fehlen, Herr Anders nicht.", 0, 60)]
    [2, 1]
    """
    done = start
    for match in PERSON.finditer(text, start, end):
        if match.start() < done:
            continue
        last, count = match.end(), 1
        while also := (ALSO_BARE if match["plural"] else ALSO).match(text, last, end):
            last, count = also.end(), count + 1
        done = last
        yield Persons(match.start(), last, count)

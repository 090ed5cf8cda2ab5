"""The fiscal years of a sum whose own sentence states none: those of the budget's statute, or of the sentence on its means.

"Haushaltssatzung der Gemeinde Beispiel für das Haushaltsjahr 2031 … Der Höchstbetrag der Kassenkredite wird auf 500 € festgesetzt."
"… zum Preis von 500 € zu kaufen. Die Mittel werden im Haushalt 2031 bereitgestellt."
"""

from __future__ import annotations

import re

from extractors.amounts.surroundings import Surroundings
from extractors.amounts.years import YEARS, years_in
from extractors.text.minutes import AgendaItem

# What names a budget's statute with its year; a day of it ("vom 3. Mai 2031") and a plan for later years name none.
STATUTE = re.compile(
    rf"[Hh]aushaltssatzung(?:en)?(?:[ \n](?:(?!\bvom\b|\bbis\b|[Ff]inanzplan|\n\n)[^.;:\d]){{0,90}}?)?[ \n](?P<years>{YEARS})(?!\.\d)"
)
# What such a statute fixes.
FIXED = re.compile(
    r"\b(?:Gesamtbetr[aä]ge?s?|Höchstbetrag|Kassenkredite?n?|Liquiditätskredite?n?|Kreditaufnahmen?|Verpflichtungsermächtigung(?:en)?"
    r"|ordentlichen?[ ](?:Erträgen?|Aufwendungen)|(?:Ergebnis|Finanz|Verwaltungs|Vermögens)haushalt)\b"
)
# "Die Mittel werden im Haushalt 2031 bereitgestellt": the sentence behind that of the sum
_MEANS = r"(?:(?:Haushalts|Finanz)?[Mm]ittel|Kosten|Gelder|Finanzierung|Deckung|Summe)"
_BUDGET = r"(?:\w*[Hh]aushalt|\w*[Vv]oranschlag|\w*[Bb]udget|Haushaltsplan|Haushaltsjahr)"
MEANS = re.compile(
    rf"""[ \n]{{0,2}}(?:(?:Be)?[Dd]eckung:[ \n])?
        (?:(?:Die|Diese|Entsprechende)[ \n](?:[a-zäöüß]+[ \n]){{0,2}}{_MEANS}|(?:Der|Dieser)[ \n]Betrag|Das[ \n]Geld|Hierfür|Dafür)[ \n]
        [^.;:€\d]{{0,60}}?\b(?:im|in[ \n](?:den|das|dem)|aus[ \n]dem|für[ \n]das|über[ \n]den)[ \n]{_BUDGET}[ \n]
        (?P<years>{YEARS})[ \n](?:(?:auf|unter|bei)[ \n](?:[\w.]+[ \n]){{1,3}})?(?:[a-zäöüß]+[ \n]){{0,2}}
        (?:bereit|veranschlag|vorzu|vorge|zur[ \n]Verfügung|zu[ \n]entnehmen|enthalten|finanzier|gedeckt|zu[ \n]decken)""",
    re.VERBOSE,
)
REACH = 260


def years_nearby(text: str, item: AgendaItem, at: int, around: Surroundings) -> tuple[int, ...]:
    """The years of a sum at a place of an item; those of the next sentence only where its own holds no other sum."""
    if FIXED.search(around.text) and (years := _of_statute(text, item.start, at)):
        return years
    last = at - around.start - around.offset + len(around.clause)
    means = None if around.others else MEANS.match(text, last, min(item.end, last + REACH))
    return years_in(means["years"]) if means else ()


def _of_statute(text: str, start: int, at: int) -> tuple[int, ...]:
    """The years of the statute named last before a sum; none where several years are named for it."""
    named = {years_in(found["years"]) for found in STATUTE.finditer(text, max(start, at - 6_000), at)}
    return named.pop() if len(named) == 1 else ()

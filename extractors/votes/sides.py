"""Who voted how where nobody counted: the parties behind each option, line by line or in one line.

"Zustimmung: ABC, DEF⏎Ablehnung: XYZ⏎Enthaltung: keine"             Kiel, Kassel
"angenommen (Ja: ABC, DEF; Nein: XYZ)"                               in brackets
"Zustimmung: ABC / Ablehnung: XYZ / Enthaltung: UVW"                 in one line
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_LABELS = {
    "yes": r"[Zz]ustimmung(?:en)?|[Zz]ustimmend|(?:[Dd]af|[Ff])ür|[Pp]ro|[Jj]a(?:-?[Ss]timmen)?",
    "no": r"[Aa]blehnung(?:en)?|[Aa]blehnend|[Dd]agegen|[Gg]egen|[CcKk]ontra|[Cc]ontra|[Nn]ein(?:-?[Ss]timmen)?|[Gg]egenstimmen?",
    "abstain": r"(?:Stimm(?:en)?)?[Ee]nthaltung(?:en)?",
}
_WORD = r"(?:[A-ZÄÖÜ][\w./’'´`-]*|90(?:/[\w-]+)?)"  # "Bündnis 90/Die Grünen"
_NAME = rf"(?!(?:Einst|Mehr|Keine|Ohne|Ja|Nein|Stimm)){_WORD}(?: (?:{_WORD}|der|die|für|von)){{0,5}}"
ENTRY = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{option}>{form})" for option, form in _LABELS.items()) + r") ?: ?\n?"
    rf"(?:(?P<names>{_NAME}(?:(?:,[ \n]?| und | sowie | ?[+&] ?){_NAME}){{0,14}})(?=\s*(?:[;|/.)\n]|$| – ))"
    r"|(?P<none>[Kk]eine?r?|-{1,3}|–)(?=\s*(?:[;|/.,)\n]|$)))"
)
GAP = re.compile(r"[\s;|/.,–-]{0,6}")
PARTS = re.compile(r", ?\n?| und | sowie | ?[+&] ?")


@dataclass(frozen=True, slots=True)
class Side:
    """The groups of one option, none where it says so."""

    option: str
    names: tuple[str, ...]
    start: int
    end: int


def sides_in(text: str, start: int, end: int) -> list[Side]:
    """The first list of options with who took them; empty unless two options stand beside each other and one has names.

    >>> [(side.option, side.names) for side in sides_in("Zustimmung: ABC, Freie DEF / Ablehnung: keine", 0, 45)]
    [('yes', ('ABC', 'Freie DEF')), ('no', ())]
    """
    if text.find(":", start, end) < 0:
        return []
    found: list[Side] = []
    for entry in ENTRY.finditer(text, start, end):
        if found and not GAP.fullmatch(text, found[-1].end, entry.start()):
            if _stands(found):
                break
            found = []
        option = next(option for option in _LABELS if entry[option])
        names = tuple(" ".join(name.split()) for name in PARTS.split(entry["names"])) if entry["names"] else ()
        found.append(Side(option, names, entry.start(), entry.end()))
    return found if _stands(found) else []


def _stands(sides: list[Side]) -> bool:
    return len({side.option for side in sides}) > 1 and any(side.names for side in sides)


def is_divided(sides: list[Side]) -> bool:
    """Whether somebody was for it and somebody against."""
    return {"yes", "no"} <= {side.option for side in sides if side.names}

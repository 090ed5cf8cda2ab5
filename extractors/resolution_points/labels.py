"""What stands before a resolution point: its printed number, letter or bullet, and what only looks like one.

1.   1)   1.)   1.1   8.2.1   01   (1)        numbers
a)   a.   A)   (b)   Variante A:              letters
I.   ii)                                      roman numerals
-   –   •   ▪   Ø   o   U+F0B7                bullets
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

from extractors.text.german.phrases import MONTHS, ORDINAL_NOUNS

Style = Literal["number", "paren", "letter", "letter_dot", "capital", "roman", "bullet"]


@dataclass(frozen=True, slots=True)
class Label:
    """A label as printed; `values` are its parts as numbers ("8.2" is (8, 2), "c" is (3,)), () for bullets."""

    style: Style
    printed: str
    values: tuple[int, ...] = ()

    @property
    def initial(self) -> bool:
        """Whether a list may begin with it."""
        return self.style == "bullet" or self.values[-1] == 1

    def follows(self, other: Label, reach: int = 1) -> bool:
        """Whether it comes next after `other` in one list, at most `reach` steps further."""
        if self.style != other.style or len(self.values) != len(other.values):
            return False
        if self.style == "bullet":
            return self.printed == other.printed
        return self.values[:-1] == other.values[:-1] and 0 < self.values[-1] - other.values[-1] <= reach

    def leaves(self, other: Label) -> bool:
        """Whether "4." comes after "3.2", where no "3." needs to stand above (Switzerland)."""
        one_level = self.style == other.style == "number" and len(self.values) == 1 < len(other.values)
        return one_level and self.values[0] == other.values[0] + 1


_BULLETS = r"[-–—•·∙*▪●○■□►➢✓Ø\uf000-\uf0ff]"
LABEL = re.compile(
    rf"""(?:{_BULLETS}[ ]+(?=\d{{1,2}}[.)]|[a-h]\)))?(?:                       # slides print a bullet before the number
        (?P<named>(?:Variante|Alternative|Option|Ziffer|Ziff\.|Nr\.|Pkt\.|Punkt
            |Artikel(?=[ ]\d{{1,2}}[ ]?:[ ][A-ZÄÖÜ]))[ ](?P<name>\d{{1,2}}|[A-H])[ ]?[.:)]+)[ ]?   # Variante A:
      | (?:[„"](?=1[.)])|\((?=1\.[ ]))?(?P<number>\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})(?P<stop>\.\)|[.)])(?![\d])[ ]?     # 1.  1)  1.)  2.1.
      | (?P<levels>\d{{1,2}}(?:\.\d{{1,2}}){{1,3}})[ ](?=[A-ZÄÖÜ„"a-zäöü])                    # 8.2.1 Der …
      | (?P<alone>\d{{1,3}})[ ]*\n+(?=[A-ZÄÖÜ„"])                                      # 01 alone on its line (Thuringia)
      | (?P<zeros>0\d{{1,2}})[ ](?=[A-ZÄÖÜ„"])                                           # 001 Der … (Jena)
      | \((?P<paren>\d{{1,2}}|[a-h])\)[ ]                                             # (1)
      | (?P<letter>[a-z])(?P<letter_stop>\.\)|[.)])(?=[ \n]|[A-ZÄÖÜ„])[ ]?             # a)  a.
      | (?P<roman>[IVX]{{1,4}}|[ivx]{{2,4}})[.)](?=[ \n])[ ]?                          # I.  ii)
      | (?P<capital>[A-H])[.)](?=[ \n])[ ]?                                          # A.
      | (?P<bullet>{_BULLETS}(?=[ \n„"A-ZÄÖÜa-zäöü])|o(?=[ ][A-ZÄÖÜa-zäöü„]))[ ]?
    )\n*""",
    re.VERBOSE,
)
# "1. Oktober", "2. Bauabschnitt" at the start of a line are ordinals of the line before (Karlsruhe, often).
ORDINAL = re.compile(rf"\d{{1,3}}\.[ ]?(?:{MONTHS}\b|{ORDINAL_NOUNS})")
ROMAN = {"i": 1, "v": 5, "x": 10}


def label_at(text: str, at: int, end: int) -> tuple[Label, int] | None:
    """The label that a line begins with, and where the words after it begin."""
    match = LABEL.match(text, at, end)
    if match is None or match.end() >= end:
        return None
    label = _label(match)
    return None if label is None else (label, match.end())


def is_ordinal(text: str, at: int) -> bool:
    """Whether the number at a line's start counts the noun behind it: "2. Bauabschnitt", "31. Dezember"."""
    return ORDINAL.match(text, at) is not None


def _label(match: re.Match[str]) -> Label | None:
    number = match["number"] or match["levels"] or match["alone"] or match["zeros"]
    if number:
        return Label("number", number, tuple(int(part) for part in number.split(".")))
    if match["named"]:
        name = match["name"]
        return Label("number", name, (int(name),)) if name.isdigit() else Label("capital", name, (ord(name) - 64,))
    if match["roman"]:
        return Label("roman", match["roman"], (_roman(match["roman"].lower()),))
    if match["bullet"]:
        return Label("bullet", "-" if match["bullet"] in "-–—" else match["bullet"])
    return _lettered(match)


def _lettered(match: re.Match[str]) -> Label:
    if match["paren"]:
        value = match["paren"]
        return Label("paren", value, (int(value) if value.isdigit() else ord(value) - 96,))
    if match["letter"]:
        return Label("letter_dot" if match["letter_stop"] == "." else "letter", match["letter"], (ord(match["letter"]) - 96,))
    return Label("capital", match["capital"], (ord(match["capital"]) - 64,))


def _roman(numeral: str) -> int:
    values = [ROMAN[letter] for letter in numeral]
    return sum(-value if value < max(values[at:]) else value for at, value in enumerate(values))

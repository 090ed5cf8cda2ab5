"""Where the sentence or list entry around a place begins and ends, by a rule that needs no tokens and looks only near by.

"Mio. Euro", "i. H. v. 500 €", "zum 1. Januar" end no sentence; an empty line, a bullet and a printed number begin one.
"""

from __future__ import annotations

import re
from bisect import bisect_right

# An end: punctuation before a capital letter, an empty line, a new list entry.
END = re.compile(
    r"""
      (?<=[^\W\d_A-ZÄÖÜ][^\W\d_])(?P<word>[.!?])[“"»)]?[ \n]+(?=[A-ZÄÖÜ„"(–-])            # … erteilt. Die …
    | (?<=[\d)%€“"»])[.!?][ \n]+(?=(?:D(?:er|ie|as|azu|abei)|Im|In|Es|Zur?|Zum|Ein|Eine|Für|Sie|Mit|Auf|Bei|Nach|Hier\w*)\b)   # … 7.494.507 €. Die …
    | \n[ ]?(?=\n)                                                                     # an empty line
    | \n(?=[ ]?(?:[-–•*o\uf000-\uf0ff][ ]|\(?\d{1,2}(?:\.\d{1,2})*[.)]{1,2}[ ](?!(?:Januar|Februar|März|April|Mai|Ju[nl]i|August|[SOND]\w+ber)\b)
        |\(?[a-z][.)]{1,2}[ ]|[IVX]{1,4}\.[ ]))                                        # 2. …   b) …   – …
    """,
    re.VERBOSE,
)
# What ends in a dot without ending a sentence, before a capital letter.
ABBREVIATION = re.compile(
    r"(?:\b(?:Mio|Mrd|Tsd|Mill|rd|ca|bzw|inkl|exkl|incl|zzgl|abzgl|max|mind|Nr|Nrn|Abs|Art|Ziff|Str|Fa|Dr|Prof|Hr|Fr|St|Buchst|vgl|gem|ggf|sog|lfd|evtl"
    r"|einschl|insb|bes|jährl|mtl|usw|etc|Tel|Bd|Anl|Kap|Pos|Hj|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez|Kto|HSt|UA|OR|öff|städt|Verw|Gem|Bgm)"
    r"|\b[a-zA-ZÄÖÜ])$"
)
REACH = 1_200  # longer sentences are tables or lists without marks


def clause_around(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or list entry in which `at` lies, inside start..end.

    >>> text = "Punkt eins ist erledigt. Es stehen 1,5 Mio. Euro bereit. Ende."
    >>> first, last = clause_around(text, 40, 0, len(text))
    >>> text[first:last].strip()
    'Es stehen 1,5 Mio. Euro bereit.'
    """
    first, last = max(start, at - REACH), min(end, at + REACH)
    before = first
    for match in END.finditer(text, first, at):
        if _ends(text, match):
            before = match.end()
    for match in END.finditer(text, at, last):
        if _ends(text, match):
            return before, match.start() + 1
    return before, last


def clauses(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """All sentences and list entries of a stretch, in order; none is empty."""
    cuts = [start, *(match.end() for match in END.finditer(text, start, end) if _ends(text, match)), end]
    return [(first, last) for first, last in zip(cuts, cuts[1:], strict=False) if text[first:last].strip()]


def clause_of(bounds: list[tuple[int, int]], at: int) -> tuple[int, int]:
    """The one of some bounds in which a place lies, or the last before it."""
    return bounds[max(0, bisect_right(bounds, at, key=lambda pair: pair[0]) - 1)]


def _ends(text: str, match: re.Match[str]) -> bool:
    return match["word"] is None or not ABBREVIATION.search(text, max(0, match.start() - 10), match.start())

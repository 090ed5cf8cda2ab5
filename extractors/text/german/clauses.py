"""Where the sentence or list entry around a place begins and ends, by a rule that needs no tokens and looks only near by.

"Mio. Euro", "i. H. v. 500 €", "zum 1. Januar" end no sentence; an empty line, a bullet and a printed number begin one.
"""

from __future__ import annotations

import re

# An end: punctuation before a capital letter, an empty line, a new list entry. It begins with the sign, which is what is fast to look for.
END = re.compile(
    r"""
    [.!?\n](?:
      (?<=[^\W\d_A-ZÄÖÜ][^\W\d_][.!?])(?P<word>)[“"»)]?[ \n]+(?=[A-ZÄÖÜ„"(–-])            # … erteilt. Die …
    # … 7.494.507 €. Die …
    | (?<=[\d)%€“"»][.!?])[ \n]+(?=(?:D(?:er|ie|as|azu|abei)|Im|In|Es|Zur?|Zum|Ein|Eine|Für|Sie|Mit|Auf|Bei|Nach|Hier\w*)\b)
    | (?<=[.;:,]\n)(?=[ ]?\d{1,2}(?:\.\d{1,2}){1,3}[ ][A-ZÄÖÜ„])                            # 2.1 Die Mittel …
    | (?<=\n)[ ]?(?=\n)                                                                     # an empty line
    | (?<=\n)(?=[ ]?(?:[-–•*o\uf000-\uf0ff][ ]|\(?\d{1,2}(?:\.\d{1,2})*[.)]{1,2}[ ](?!(?:Januar|Februar|März|April|Mai|Ju[nl]i|August
        |[SOND]\w+ber)\b|\d{1,2}\.[ ]?(?:19|20)?\d\d\b)                            # but not: bis zum ⏎ 15. 6. 1987
        |\(?[a-z][.)]{1,2}[ ]|[IVX]{1,4}\.[ ]))                                        # 2. …   b) …   – …
    )
    """,
    re.VERBOSE,
)
# What ends in a dot without ending a sentence, before a capital letter.
ABBREVIATION = re.compile(
    r"(?:\b(?:Mio|Mrd|Tsd|Mill|rd|ca|bzw|inkl|exkl|incl|zzgl|abzgl|max|mind|Nr|Nrn|Abs|Art|Ziff|Str|Fa|Dr|Prof|Hr|Fr|St|Buchst|vgl|gem"
    r"|ggf|sog|lfd|evtl"
    r"|einschl|insb|bes|jährl|mtl|usw|etc|Tel|Bd|Anl|Kap|Pos|Hj|Jan|Feb|Mär|Apr|Jun|Jul|Aug|Sept|Sep|Okt|Nov|Dez|Kto|HSt|UA|OR|öff|städt"
    r"|Verw|Gem|Bgm)"
    r"|\b[a-zA-ZÄÖÜ])$"
)
ENTRY = re.compile(r"(?:^|\n)[ ]?\(?\d{1,2}(?:\.\d{1,2}){0,2}$")
NEAR, REACH = 300, 1_200  # longer sentences are tables or lists without marks
AHEAD = 20  # what follows an end tells that it is one


def clause_around(text: str, at: int, start: int, end: int) -> tuple[int, int]:
    """The bounds of the sentence or list entry in which `at` lies, inside start..end.

    >>> text = "Punkt eins ist erledigt. Es stehen 1,5 Mio. Euro bereit. Ende."
    >>> first, last = clause_around(text, 40, 0, len(text))
    >>> text[first:last].strip()
    'Es stehen 1,5 Mio. Euro bereit.'
    """
    last = min(end, at + REACH)
    after = next((match.start() + 1 for match in END.finditer(text, at, last) if _ends(text, match)), last)
    for reach in (NEAR, REACH):
        found = [match for match in END.finditer(text, max(start, at - reach), min(end, at + AHEAD)) if match.end() <= at]
        before = next((match.end() for match in reversed(found) if _ends(text, match)), None)
        if before is not None or at - reach <= start:
            break
    return (before if before is not None else max(start, at - REACH)), after


def _ends(text: str, match: re.Match[str]) -> bool:
    """Whether punctuation ends a sentence: not after an abbreviation nor in the label of a list entry ("2. Die …")."""
    first = max(0, match.start() - 10)
    return not (match["word"] is not None and ABBREVIATION.search(text, first, match.start())) and not ENTRY.search(
        text, first, match.start()
    )

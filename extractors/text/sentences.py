"""Sentences of a stretch of text: cut at full stops that end something, and at empty lines.

"Herr Dr. Muster erklärt sich gem. § 20 Abs. 1 für befangen. Er verlässt den Raum."     two sentences
"""

from __future__ import annotations

import re
from collections.abc import Iterator

# After these a full stop ends no sentence; a single letter ("z. B.", "i. V. m.") and a number ("am 3. Mai") neither.
ABBREVIATIONS = (
    "Dr", "Nr", "Abs", "Art", "Hr", "Fr", "St", "Stv", "gem", "Prof", "Mag", "Ing", "Bgm", "Ziff", "ca", "evtl", "bzw", "gez", "inkl",
    "vgl", "Herrn", "stellv", "Dipl", "Pers", "pers", "Str", "Abt", "GR", "StR", "KR", "geb", "Oö", "Nö", "Stmk", "Vbgm", "Vzbgm",
    "Buchst", "lit",
)  # fmt: skip
# One look behind for those of a length, over the stop itself: the engine skips to a character of a set, but looks behind at each place.
ABBREVIATED = "".join(
    rf"(?<!\b(?:{'|'.join(word for word in ABBREVIATIONS if len(word) == length)}).)" for length in sorted({*map(len, ABBREVIATIONS)})
)
BREAK = re.compile(
    r"[.!?\n ](?:"
    rf"(?<=[.!?])(?=[“”\")]?[ \n]+[^a-zäöüß\s]){ABBREVIATED}(?<!\b\w.)(?<!\d.)[“”\")]?"
    r"|(?<=\d\.)(?=[ \n]+(?:Er|Sie|Der|Die|Das|Herr|Frau|Es|Dies\w*)\b)"
    r"|(?<=\n)\n(?![a-zäöüß])|(?<= )\n\n(?![a-zäöüß])"
    r"|(?<=\n)(?=[-–•·▪◦\uf000-\uf0ff] ))"
)
BULLETS = " \n•·▪◦" + "".join(map(chr, range(0xF000, 0xF100)))
LONGEST = 400  # what runs on for longer is a table, not a sentence


def sentence_at(text: str, offset: int, start: int, end: int) -> tuple[int, int]:
    """The sentence around an offset, inside a stretch of the text and never longer than some lines to either side.

    >>> text = "Eröffnung um 17 Uhr. Herr Dr. A ist befangen. Beifall."
    >>> text[slice(*sentence_at(text, 35, 0, len(text)))]
    'Herr Dr. A ist befangen.'
    """
    first = max(start, offset - LONGEST)
    for match in BREAK.finditer(text, first, offset):
        first = match.end()
    ended = BREAK.search(text, offset, min(end, offset + LONGEST))
    last = ended.end() if ended else min(end, offset + LONGEST)
    while first < offset and text[first].isspace():
        first += 1
    return first, last


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch of text, in order, without the blanks between them."""
    for match in BREAK.finditer(text, start, end):
        if text[start : match.end()].strip():
            yield start + _blanks(text, start, match.end()), match.end()
        start = match.end()
    if text[start:end].strip():
        yield start + _blanks(text, start, end), end


def _blanks(text: str, start: int, end: int) -> int:
    stretch = text[start:end]
    return len(stretch) - len(stretch.lstrip(BULLETS))

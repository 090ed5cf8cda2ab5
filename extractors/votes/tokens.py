"""All that a stretch says of votes, in order: counts, words, flattened tables, roll calls, and who took which side."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.votes.boxes import without_options
from extractors.votes.counts import Count, counts_in
from extractors.votes.sides import is_divided, sides_in
from extractors.votes.words import Word, words_in

# A table whose cells have run together: "JaNeinEnthaltungBM1CDU11SPD6…Gesamt2510" (Hürtgenwald, 252 of 2,030 results).
FLATTENED = re.compile(
    r"J(?:a|A)[Nn]ein(?:Enthaltung(?:en)?)?(?=[A-ZÄÖÜ\d])(?:(?!J[aA][Nn]ein)[^\n]){0,400}?(?:(?:Gesamt|Ergebnis|Summe"
    r"|amt):?\s?\d{1,6}|(?=Damit|Hiermit|Mit Stimm|$)|$)"
)
GLUED = re.compile(r"J[aA][Nn]ein")
# "Meier, Eva (SPD): Ja" by name, at least three in a row
ROLL = re.compile(r"(?:[^\n:]{4,60}: ?(?:Ja|Nein|Enthaltung)(?![a-zäöü-])[\s,;]{0,3}){3,}")
Token = Count | Word


def tokens_in(text: str, start: int, end: int, *, slashes: bool) -> tuple[list[Token], list[Word]]:
    """The counts and words of a stretch in order, and apart from them the words that tell of a changed text."""
    tables: list[Word] = []
    if GLUED.search(text, start, end):
        tables += (Word("table", m.start(), m.end(), m[0]) for m in FLATTENED.finditer(text, start, end))
    if text.count(":", start, end) > 2:
        tables += (Word("roll", m.start(), m.end(), m[0]) for m in ROLL.finditer(text, start, end))
    sides = sides_in(text, start, end)
    told = _covered([Word("sides", side.start, side.end, "") for side in sides], start, end)
    if sides:
        tables.append(Word("sides", sides[0].start, sides[-1].end, "divided" if is_divided(sides) else ""))
    silent = [Word("sides", side.start, side.end, "") for side in sides if not side.names and text[side.end - 1] in "-–"]
    flattened = _covered([*(table for table in tables if table.name != "sides"), *silent], start, end)  # "Enthaltung: --" counts nobody
    counts = [c for c in counts_in(text, start, end, slashes=slashes) if not flattened[c.start - start]]
    counted = _covered(counts, start, end)
    words = [
        word
        for word in without_options(text, start, end, list(words_in(text, start, end)))
        if not (flattened[word.start - start] or told[word.start - start])
        and (word.name == "unanimous" or not all(counted[word.start - start : word.end - start]))
    ]
    tokens: list[Token] = [*tables, *counts, *(word for word in words if word.name != "amended")]
    return sorted(tokens, key=lambda token: (token.start, token.end)), [word for word in words if word.name == "amended"]


def _covered(spans: Sequence[Token], start: int, end: int) -> bytearray:
    """A mark for every character of a stretch that one of the spans covers."""
    marks = bytearray(end - start)
    for span in spans:
        marks[span.start - start : span.end - start] = b"\1" * (span.end - span.start)
    return marks

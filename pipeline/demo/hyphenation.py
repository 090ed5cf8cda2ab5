"""Where the demo's typesetting may divide a German word; good enough to look like minutes, no dictionary."""

from __future__ import annotations

import re

SHORTEST = 9
CONSONANT = r"(?:sch[lmnrw]?|ch|ck|ph|pf[lr]?|st[r]?|sp[lr]?|qu|[bfgkp][lr]|(?<!d)tr|[bcdfghjklmnpqrstvwxzß])"
# Before the consonants, or those that stay together, that a vowel follows: Verwal-tung, Ab-stimmung, Inte-gration.
BREAK = re.compile(rf"(?=(?P<onset>{CONSONANT})[aeiouyäöü])")
VOWEL = re.compile(r"[aeiouyäöü]", re.IGNORECASE)
# Compounds whose second word begins with a vowel; the rule above would draw the s to it.
SEAMS = re.compile(r"(?<=tages)(?=ordnung)|(?<=tions)(?=plan)|(?<=ungs)(?=(?:ergebnis|ausschuss|amt|entwurf|antrag))", re.IGNORECASE)


def syllables(word: str) -> list[int]:
    """Places at which a word may be divided, in order; none in short words, numbers, references.

    >>> [word[:at] for word in ["Haushaltssatzung"] for at in syllables(word)]
    ['Haus', 'Haushalts', 'Haushaltssat']
    """
    letters = re.match(r"[A-Za-zÄÖÜäöüß]+", word)
    if not letters or len(letters[0]) < SHORTEST or re.search(r"[\d/]", word):
        return []
    stem = letters[0]
    seams = {at.start() for at in SEAMS.finditer(stem)}
    places = set(seams)
    end = 0
    for match in BREAK.finditer(stem):
        at = match.start()
        if at >= end and not any(at < seam <= at + 2 for seam in seams):
            places.add(at)
        end = max(end, match.end("onset"))
    return sorted(at for at in places if 3 <= at <= len(stem) - 3 and VOWEL.search(stem[:at]))

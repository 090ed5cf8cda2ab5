"""Plain search before patterns: most documents hold none of the words that an extractor waits for."""

from __future__ import annotations

from collections.abc import Iterable


def places_of(words: Iterable[str], text: str, start: int, end: int) -> list[int]:
    """Where any of the words stands, in order; `str.find` reads a text a hundred times faster than an alternation.

    >>> places_of(("§", "Art."), "Art. 49 und § 20", 0, 16)
    [0, 12]
    """
    places = set()
    for word in words:
        at = text.find(word, start, end)
        while at >= 0:
            places.add(at)
            at = text.find(word, at + 1, end)
    return sorted(places)

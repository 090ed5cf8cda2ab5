"""Plain search before patterns: most documents hold none of the words that an extractor waits for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator


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


def found_behind(place: re.Pattern[str], pattern: re.Pattern[str], text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    r"""What `pattern.finditer` finds, tried only where it can begin: at the start, and behind the one character that `place` finds.

    The engine skips fast to a character of a set, and slowly to what begins with a look behind.

    >>> number = re.compile(r"(?<![\w.])\d\d+")
    >>> [found[0] for found in found_behind(re.compile(r"[^\w.](?=\d\d)"), number, "12 und 3.14 und 56", 0, 18)]
    ['12', '56']
    """
    found = pattern.match(text, start, end)
    done = start
    if found:
        yield found
        done = found.end()
    for before in place.finditer(text, start, end):
        at = before.start() + 1
        found = pattern.match(text, at, end) if at >= done else None
        if found:
            yield found
            done = found.end()

"""What is cut like a registry's number, found fast: by its marks of division, which are rarer in a text than its words by far."""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.registry_forms import BODY_BEFORE, DIVISION, LONGEST_LEAD, TOKEN


def tokens(text: str, start: int, end: int) -> Iterator[re.Match[str]]:
    """What is cut like a number, in order.

    >>> [match[0] for match in tokens("CDU-Antrag 12/31 vom 1. Mai zu BV-0123", 0, 39)]
    ['12/31', 'BV-0123']
    """
    done = start
    for mark in DIVISION.finditer(text, start, end):
        at = mark.start()
        if at < done:
            continue
        first = max(done, at - LONGEST_LEAD)
        while at > first and (text[at - 1].isalnum() or text[at - 1] in "/–—-"):
            at -= 1
        body = BODY_BEFORE.search(text, max(first, at - 5), at) if text[at + 1].islower() else None
        match = (TOKEN.match(text, body.start(), end) if body else None) or TOKEN.match(text, at, end)
        if match:
            done = match.end()
            yield match

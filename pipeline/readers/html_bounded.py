"""Pages whose tags are bombs: libxml2 compares every attribute of an element with all before it, 300,000 of them take it minutes."""

from __future__ import annotations

import re
from itertools import islice

MOST = 500  # attributes that an element keeps; pages of council systems have twenty
SHORT = 2 * MOST  # characters: a shorter tag cannot hold more
ATTRIBUTE = re.compile(r"""[\s/]*+[^\s/>="'][^\s/>=]*+(?:\s*+=\s*+(?:"[^"]*+"|'[^']*+'|[^\s>"']*+))?+""")
TAG = re.compile(rf"(?P<name><[a-zA-Z][^\s/>]*+)(?:{ATTRIBUTE.pattern})*+")


def bounded(page: str) -> str:
    """A page without the attributes that are too many for their element, and which say nothing that is read.

    >>> bounded("<p id=1>Text"), len(bounded("<p" + " a=1" * 9000 + ">Text"))
    ('<p id=1>Text', 2007)
    """
    parts, done = [], 0
    for tag in TAG.finditer(page):
        if tag.end() - tag.start() > SHORT and (many := _one_too_many(page, tag)):
            parts.append(page[done:many])
            done = tag.end()
    return "".join([*parts, page[done:]]) if done else page


def _one_too_many(page: str, tag: re.Match[str]) -> int | None:
    """Where the first attribute begins that is too many."""
    found = islice(ATTRIBUTE.finditer(page, tag.end("name"), tag.end()), MOST, None)
    return next((attribute.start() for attribute in found), None)

"""Which stretches of a document speak of what the public does not get to read, though the rest of it is public.

    N 3 Verkauf eines Grundstücks …          items that the source, their number or their part of the meeting calls not public
    Nichtöffentlicher Teil                   and what follows such a heading without any item, up to the next part or item

Where the document itself is marked (extractors.text.marking) nobody asks for these.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.text.agenda_parts import parts_in
from extractors.text.minutes import AgendaItem, Minutes

OF_MEETINGS = ("minutes", "extract", "agenda")
REST_OF_HEADING = re.compile(r"[^\n]{0,40}$", re.MULTILINE)  # ": Beginn 18.30 Uhr"; more is a sentence


def closed_stretches(minutes: Minutes) -> Iterator[tuple[int, int]]:
    """The stretches, as offsets of the document's text, in order; the printed number of a closed item is not part of one."""
    for item in minutes.items:
        if item.public is False:
            yield minutes.shadow.origin(_behind_number(minutes, item), item.end)
        elif minutes.head.kind in OF_MEETINGS:
            yield from (minutes.shadow.origin(start, end) for start, end in _closed_parts(minutes.text, item))


def _behind_number(minutes: Minutes, item: AgendaItem) -> int:
    number = (item.number or "").split()[-1:]
    at = minutes.text.find(number[0], item.start, item.end) if number else -1
    return at + len(number[0]) if at >= 0 else item.start


def _closed_parts(text: str, item: AgendaItem) -> Iterator[tuple[int, int]]:
    """What stands below the heading of a closed part, within an item of the part before."""
    closed = None
    for part in parts_in(text, item.start, item.end):
        if closed is not None and not part["closed"]:
            yield closed, part.start()
            closed = None
        elif closed is None and part["closed"] and REST_OF_HEADING.match(text, part.end(), item.end):
            closed = part.end()
    if closed is not None and text[closed : item.end].strip():
        yield closed, item.end

"""A text cut where quotes begin and end, the colours of the kinds of fact, and a document's words made harmless for a terminal."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

# table → colour on a terminal, colour on a page (light enough for black letters)
COLOURS = {
    "votes": ("black on bright_green", "#b7e4a8"),
    "amounts": ("black on bright_yellow", "#ffe58a"),
    "deadlines": ("black on bright_cyan", "#a8e1ea"),
    "resolution_points": ("underline", "#e9e9e9"),
    "follow_ups": ("black on bright_magenta", "#eec4ee"),
    "references": ("bright_blue", "#cfdcff"),
    "recusals": ("black on bright_red", "#ffc2b8"),
    "agenda_items": ("bold", "#d9d2c5"),
}
# A document's own control characters must not steer the reader's terminal, nor turn the order of what is read on it or on a page.
STEERING = [*range(32), *range(127, 160), 0x61C, 0x200E, 0x200F, *range(0x202A, 0x202F), *range(0x2066, 0x206A)]
CONTROLS = {code: "�" for code in STEERING if chr(code) not in "\n\t"}


def harmless(text: str) -> str:
    r"""Words of a document or a server on one line, with nothing in them that steers a terminal.

    >>> harmless("Rat\n der \x1b[31mStadt")
    'Rat der �[31mStadt'
    """
    return " ".join(text.split()).translate(CONTROLS)


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of the text over which the same quotes lie; `facts` are their numbers, counted from 1."""

    text: str
    facts: tuple[int, ...]


def passages(text: str, spans: Sequence[tuple[int, int]]) -> Iterator[Passage]:
    """Cut a text at every begin and end of a quote; joined again, the passages are the text."""
    edges = sorted({0, len(text), *(edge for span in spans for edge in span)})
    opening: dict[int, list[int]] = {}
    closing: dict[int, list[int]] = {}
    for number, (start, end) in enumerate(spans, 1):
        opening.setdefault(start, []).append(number)
        closing.setdefault(end, []).append(number)
    current: set[int] = set()
    for start, end in pairwise(edges):
        current -= set(closing.get(start, []))
        current |= set(opening.get(start, []))
        yield Passage(text[start:end], tuple(sorted(current)))

"""What was decided, or is proposed to be decided, point by point.

Beschluss: 1. Der Rat stimmt dem Konzept zu. 2. Die Verwaltung wird beauftragt, …
→ path 1, act approve; path 2, act instruct, addressee "Die Verwaltung"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import ClassVar

from extractors.resolution_points.blocks import blocks_of
from extractors.resolution_points.tree import Point, Tree
from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.text.sections import HEADING


@dataclass(frozen=True, slots=True, kw_only=True)
class ResolutionPoint(Fact):
    """One point of a resolution."""

    table: ClassVar[str] = "resolution_points"

    path: str
    heading: str | None
    text: str
    act: str
    addressee: str | None
    stage: str


def extract(minutes: Minutes) -> Iterator[ResolutionPoint]:
    """Read the points of every resolution and proposal of a document."""
    for item in minutes.items:
        for section in item.sections_of("resolution", "proposal"):
            yield from _points(minutes, item, section)


def _points(minutes: Minutes, item: AgendaItem, section: Section) -> Iterator[ResolutionPoint]:
    text = minutes.text
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in " :*_\n":
        start += 1
    heading = HEADING.match(text, start, section.end)
    if heading and section.label:
        start = heading.end()
    tree = Tree(text)
    for point in tree.grow(list(blocks_of(text, start, section.end))):
        words = tree.words(point)
        first, last = point.pieces[0]
        yield ResolutionPoint(
            quote=minutes.quote(first, last),
            agenda_item=item.number,
            rule=_rule(point),
            path=point.path,
            heading=point.heading,
            text=words,
            act="decide",
            addressee=None,
            stage="adopted",
        )


def _rule(point: Point) -> str:
    return f"{point.label.style}_point" if point.label else "paragraph_point"

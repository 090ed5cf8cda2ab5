"""What was decided, or is proposed to be decided, point by point.

Beschluss: 1. Der Rat stimmt dem Konzept zu. 2. Die Verwaltung wird beauftragt, …
→ path 1, act approve; path 2, act instruct, addressee "Die Verwaltung"
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import ClassVar

from extractors.resolution_points.acts import readings_of
from extractors.resolution_points.blocks import blocks_of
from extractors.resolution_points.results import without_results
from extractors.resolution_points.stages import stages_of
from extractors.resolution_points.tree import Tree
from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.text.section_forms import HEADING
from extractors.text.tables import tables_of


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
    tables = [(table.start, table.end) for table in tables_of(minutes.source, minutes.shadow) if table.is_of_figures]
    for item in minutes.items:
        printed: set[tuple[str, str]] = set()
        stages = stages_of(minutes, item)
        for section in item.sections_of("resolution", "proposal"):
            # A press release tells of decisions, it does not contain them.
            if section in stages and (section.label or minutes.head.kind != "press"):
                points = list(_points(minutes, item, section, stages[section], tables))
                # Papers print their proposal twice, in the head and behind the reasoning (Karlsruhe).
                yield from (point for point in points if (point.stage, point.text) not in printed)
                printed.update((point.stage, point.text) for point in points)


# "Beschluss: BV 12/2030 ⏎ Der Rat …": the number alone on the label's line is no part of the text.
DECISION_NUMBER = re.compile(r"(?:(?:Nr\.?|[A-ZÄÖÜ]{1,4})[ -]?)?\d+[/-][\w./-]*\n+")

# "Beschluss ⏎ des Jugendausschusses vom 3.4.2030 ⏎ - öffentlich -": the head goes on; no resolution begins so.
HEAD_GOES_ON = re.compile(r"(?:(?:(?:des|der|vom)[ ][^\n]{2,80}|[-–(] ?(?:nicht)?öffentlich ?[-–)])(?:\n+|\Z))+")


def _points(
    minutes: Minutes, item: AgendaItem, section: Section, stage: str, tables: Sequence[tuple[int, int]]
) -> Iterator[ResolutionPoint]:
    tree = Tree(minutes.text)
    blocks = blocks_of(minutes.text, _body_of(minutes.text, section), section.end, tables)
    points = tree.grow(without_results(minutes.text, blocks, labelled=section.label is not None))
    readings = readings_of(tree, points, "request" if "Antrag" in (section.label or "") and section.kind == "resolution" else None)
    for point, reading in zip(points, readings, strict=True):
        yield ResolutionPoint(
            quote=minutes.quote(*point.pieces[0]),
            agenda_item=item.number,
            rule=f"{point.label.style}_point" if point.label else "paragraph_point",
            path=point.path,
            heading=point.heading,
            text=tree.words(point),
            act=reading.act or "decide",
            addressee=reading.addressee,
            stage="recommended" if stage == "adopted" and reading.act == "recommend" else stage,
        )


def _body_of(text: str, section: Section) -> int:
    """Where the words of a section begin: behind its heading, and behind a second one directly below it."""
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in " :,*_\n":
        start += 1
    second = HEADING.match(text, start, section.end) if section.label else None
    start = second.end() if second else start
    below = HEAD_GOES_ON.match(text, start, section.end) if section.label else None
    start = below.end() if below else start
    number = DECISION_NUMBER.match(text, start, section.end) if section.label else None
    return number.end() if number else start

"""The agenda items that a document names, as its source delimits them or as their labels are printed.

Punkt 18 der Tagesordnung: Ausbau der Musterstraße      → number "18", title "Ausbau der Musterstraße"
TOP: Ö 18.12   Beschlussart: geändert beschlossen       → number "Ö 18.12", public, result_raw "geändert beschlossen"
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import ClassVar

from extractors.text.agenda_labels import labels_of, paper_of
from extractors.text.fact import Fact
from extractors.text.minutes import AgendaItem, Minutes


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaItemRow(Fact):
    """One agenda item."""

    table: ClassVar[str] = "agenda_items"

    number: str | None
    title: str | None
    public: bool | None
    result_raw: str | None
    paper: str | None
    body: str | None
    meeting_date: date | None


def extract(minutes: Minutes) -> Iterator[AgendaItemRow]:
    """One row for each item that the document names, and for the sub-items that stand in the head of another."""
    seen: set[str] = set()
    results = {item.number: item.result_raw for item in minutes.items if item.result_raw and not minutes.source.marks}
    for item in minutes.items:
        if item.number is None or item.quote is None or (item.number in seen and not minutes.source.marks):
            continue  # what the source itself delimits is an item, even where five of them share a number (Karlsruhe's OParl)
        seen.add(item.number)
        yield AgendaItemRow(
            quote=item.quote,
            agenda_item=item.number,
            rule="item_label",
            number=item.number,
            title=item.title,
            public=item.public,
            result_raw=item.result_raw or results.get(item.number),
            paper=item.paper,
            body=minutes.head.body,
            meeting_date=minutes.meeting_date,
        )
        yield from _in_head(minutes, item, seen)


def _in_head(minutes: Minutes, item: AgendaItem, seen: set[str]) -> Iterator[AgendaItemRow]:
    """Sub-items: "Punkt 22.1 …", "Punkt 22.2 …" directly below "Punkt 22 …" (Karlsruhe): one debate, three items."""
    head = next(item.sections_of("header"), None)
    if head is None or item.quote is None:
        return
    labels = [label for label in labels_of(minutes.text, head.start, head.end) if label.strong and label.number not in seen]
    for label, following in zip(labels, [*labels[1:], None][: len(labels)], strict=True):
        end = following.start if following else head.end
        seen.add(label.number)
        yield AgendaItemRow(
            quote=minutes.quote(label.start, min(label.end, head.end)),
            agenda_item=label.number,
            rule="label_in_head",
            number=label.number,
            title=label.title,
            public=item.public,
            result_raw=None,
            paper=paper_of(minutes.text[label.start : end]),
            body=minutes.head.body,
            meeting_date=minutes.meeting_date,
        )

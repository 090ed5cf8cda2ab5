"""Minutes cut into agenda items, by the source's own marks where it has any, else by the labels in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.text.agenda_choice import chosen_labels, has_body
from extractors.text.agenda_labels import RESULT, TITLE, ItemLabel, labels_of, paper_of
from extractors.text.agenda_parts import parts_of
from extractors.text.head import head_of
from extractors.text.minutes import AgendaItem, DocumentText, Head, Minutes, Quote, Section, SectionKind
from extractors.text.sections import sections_of
from extractors.text.shadow import Shadow, shadow_of


def minutes_of(source: DocumentText) -> Minutes:
    """Build what extractors read: the shadow of the text, its agenda items and their sections."""
    shadow = shadow_of(source.text, source.page_starts)
    head = head_of(source, shadow)
    return Minutes(source, shadow, tuple(_items(source, shadow, head)), head)


def _items(source: DocumentText, shadow: Shadow, head: Head) -> Iterator[AgendaItem]:
    text = shadow.text
    printed = list(labels_of(text))
    if head.kind == "status_report":  # "zu Punkt 1:" is a point of the resolution reported on
        printed = [label for label in printed if text[label.start] not in "zZP"]
    labels = _marked(source, shadow) or chosen_labels(text, printed)
    parts = parts_of(text, labels[0].start) if labels else []
    reading = _Reading(source, shadow, parts)
    starts = [label.start for label in labels]
    if not labels or starts[0] > 0:
        lone = labels[0] if len(labels) == 1 and not has_body(text, 0, starts[0]) else None
        if lone is not None or not labels:
            yield reading.item(0, len(text), lone)
            return
        yield reading.item(0, starts[0], None)
    for label, end in zip(labels, [*starts[1:], len(text)], strict=True):
        yield reading.item(label.start, end, label)


FIELD = re.compile(r"[A-ZÄÖÜ][\w/ -]{1,40}: \S")
"""A labelled value of a page's head: "Vorlage: BV/2031/17"."""


@dataclass(slots=True)
class _Reading:
    """Makes items one after the other, for a label among results or decisions goes on with what stood before it."""

    source: DocumentText
    shadow: Shadow
    parts: Sequence[tuple[int, bool]]
    before: tuple[Section, ...] = ()
    inherited: bool = False

    def item(self, start: int, end: int, label: ItemLabel | None) -> AgendaItem:
        text = self.shadow.text
        opening = self._opening(label)
        printed = None if label is None or opening == "header" else text[label.start : label.start + _label_length(text, label)]
        sections = tuple(sections_of(text, start, end, opening, printed))
        self.before, self.inherited = sections, opening != "header"
        item = AgendaItem(start, end, sections=sections)
        if label is None:
            return item
        head_end = next((s.start for s in sections if s.kind in ("resolution", "proposal", "vote", "debate")), end)
        below = next((sub.start for sub in labels_of(text, label.end, head_end) if sub.strong), head_end)
        head = text[start:below]
        titled = TITLE.search(head) if label.title is None and opening == "header" else None
        result = RESULT.search(head)
        return replace(
            item,
            number=label.number or None,
            title=titled["title"].strip() if titled else label.title if opening == "header" else None,
            public=label.public if label.public is not None else self._part_at(label.start),
            result_raw=label.result_raw or (result["result"].strip() if result else _inline_result(text, sections)),
            paper=label.paper or paper_of(head),
            quote=self._quote(label),
        )

    def _quote(self, label: ItemLabel) -> Quote:
        words = self.shadow.text[label.start : label.end]
        start, end = self.shadow.origin(label.start, label.start + len(words.rstrip()))
        return Quote(self.source.text[start:end], start, end, self.source.page_at(start))

    def _opening(self, label: ItemLabel | None) -> SectionKind:
        """What a label begins: "TOP 23.1:" directly below "Beschluss:" or "Abstimmungsergebnis:" opens a decision, not a new head."""
        if label is None or not self.before or not label.strong or not label.number:
            return "header"
        last = self.before[-1]
        if last.kind not in ("resolution", "proposal", "vote"):
            return "header"
        empty = not self.shadow.text[last.start + len(last.label or "") : last.end].strip(" :\n")
        return last.kind if empty or self.inherited else "header"

    def _part_at(self, at: int) -> bool | None:
        public = None
        for start, is_public in self.parts:
            if start <= at:
                public = is_public
        return public


def _inline_result(text: str, sections: Sequence[Section]) -> str | None:
    """SessionNet prints the Beschlussart behind the heading: "Beschluss: einstimmig zugestimmt"; in ALLRIS 4 other fields may follow."""
    for section, following in pairwise(sections):
        if section.kind == "resolution" and following.kind == "vote" and following.label is None:
            words, _, below = text[following.start : following.end].strip().partition("\n")
            alone = not below or FIELD.match(below.lstrip("\n"))
            if text[section.start : following.start].rstrip(" ").endswith(":") and len(words) < 80 and alone:
                return words
    return None


def _label_length(text: str, label: ItemLabel) -> int:
    number = label.number.split()[-1]
    return text.index(number, label.start) + len(number) - label.start


def _marked(source: DocumentText, shadow: Shadow) -> list[ItemLabel]:
    """The items that the source itself delimits."""
    found: dict[int, ItemLabel] = {}
    for mark in source.marks:
        start = shadow.at(mark.start)
        line_end = shadow.text.find("\n", start)
        end = min(len(shadow.text) if line_end < 0 else line_end, start + 300)
        if start < end:
            found[start] = ItemLabel(start, end, mark.number or "", mark.title, mark.public, result_raw=mark.result_raw, paper=mark.paper)
    return [found[start] for start in sorted(found)]

"""Minutes cut into agenda items, by the source's own marks where it has any, else by the labels in the text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.text.agenda_labels import PARTS, RESULT, TITLE, ItemLabel, labels_of, paper_of
from extractors.text.head import head_of
from extractors.text.minutes import AgendaItem, DocumentText, Minutes, Quote, Section, SectionKind
from extractors.text.sections import sections_of
from extractors.text.shadow import Shadow, shadow_of

CONTENTS_STRETCH = 400  # an entry of a table of contents is shorter; an item with a decision is rarely
MASTHEAD = 800  # characters in which a document says that it is minutes
SKIPPED = 6  # sub-items that may be missing between two, removed or not public
BODY_KINDS = frozenset({"resolution", "proposal", "vote", "debate", "reasoning", "note"})


def minutes_of(source: DocumentText) -> Minutes:
    """Build what extractors read: the shadow of the text, its agenda items and their sections."""
    shadow = shadow_of(source.text, source.page_starts)
    items = tuple(_items(source, shadow))
    return Minutes(source, shadow, items, head_of(source, shadow))


def _items(source: DocumentText, shadow: Shadow) -> Iterator[AgendaItem]:
    text = shadow.text
    labels = _marked(source, shadow) or _chosen(text, list(labels_of(text)))
    parts = _parts(text, labels[0].start) if labels else []
    reading = _Reading(source, shadow, parts)
    starts = [label.start for label in labels]
    if not labels or starts[0] > 0:
        lone = labels[0] if len(labels) == 1 and not _has_body(text, 0, starts[0]) else None
        if lone is not None or not labels:
            yield reading.item(0, len(text), lone)
            return
        yield reading.item(0, starts[0], None)
    for label, end in zip(labels, [*starts[1:], len(text)], strict=True):
        yield reading.item(label.start, end, label)


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


def _parts(text: str, first: int) -> list[tuple[int, bool]]:
    """Where parts of the meeting begin, and whether they are public; what a table of contents says of both is left out."""
    parts = [(match.start(), not (match["closed"] or match["shut"])) for match in PARTS.finditer(text)]
    before = [part for part in parts if part[0] < first]
    if len({public for _, public in before}) > 1:
        below = text.find("\n", before[-1][0], first) + 1
        before = before[-1:] if not text[below:first].strip() else []
    return before + [part for part in parts if part[0] >= first]


def _inline_result(text: str, sections: Sequence[Section]) -> str | None:
    """SessionNet prints the Beschlussart behind the heading: "Beschluss: einstimmig zugestimmt"."""
    for section, following in pairwise(sections):
        if section.kind == "resolution" and following.kind == "vote" and following.label is None:
            words = text[following.start : following.end].strip()
            if text[section.start : following.start].rstrip(" ").endswith(":") and len(words) < 80 and "\n" not in words:
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


def _chosen(text: str, labels: Sequence[ItemLabel]) -> list[ItemLabel]:
    """The labels at which items begin: no table of contents, no sub-items in a head, no points of a resolution."""
    if any(label.strong and not label.doubtful for label in labels):
        labels = [label for label in labels if not label.doubtful]
    strong = [label for label in labels if label.strong]
    chosen = _with_bare(labels) if len(strong) > 1 else strong or _numbered_minutes(text, labels)
    contents = _contents(text, chosen)
    chosen = [label for label in chosen if label.start >= contents]
    return list(_without_stacked(text, chosen))


def _without_stacked(text: str, labels: Sequence[ItemLabel]) -> Iterator[ItemLabel]:
    """Leave out items that stand in the head of another; a label that comes again stands among decisions or results."""
    kept: ItemLabel | None = None
    seen: set[str] = set()
    again = False
    for before, label in zip([None, *labels], labels, strict=False):
        stacked = kept is not None and before is not None and not again and _is_below(label, kept)
        if stacked and before is not None and not _has_body(text, before.end, label.start):
            continue
        again = label.number in seen
        seen.add(label.number)
        kept = label
        yield label


def _is_below(label: ItemLabel, other: ItemLabel) -> bool:
    """Whether an item is part of another: "22.1" directly below "22": both are treated together (Karlsruhe)."""
    return label.order[: len(other.order)] == other.order and len(label.order) > len(other.order)


def _has_body(text: str, start: int, end: int) -> bool:
    return any(section.kind in BODY_KINDS for section in sections_of(text, start, end))


def _with_bare(labels: Sequence[ItemLabel]) -> list[ItemLabel]:
    """Labels with the bare numbers that carry their order on: "TOP 3" … "4. Sonstiges"; "10.27" after "TOP 10.26"."""
    chosen: list[ItemLabel] = []
    for label in labels:
        if label.strong or (chosen and _carries_on(chosen[-1], label)):
            chosen.append(label)
    return chosen


def _carries_on(last: ItemLabel, label: ItemLabel) -> bool:
    before, now, title = last.order, label.order, label.title or ""
    if not before or len(title) > 160 or title.endswith((".", ",", ";")):
        return False
    if len(now) == 1 == len(before):
        return now[0] == before[0] + 1 and len(title) < 60
    if not 1 < len(now) <= len(before) + 1 or now <= before:
        return False
    step = now[-1] - (before[len(now) - 1] if len(before) >= len(now) else 0)
    return now[0] == before[0] + 1 or (now[0] == before[0] and step <= SKIPPED)


def _numbered_minutes(text: str, labels: Sequence[ItemLabel]) -> list[ItemLabel]:
    """Bare numbers are items where a table of contents announced them, or where each is followed by a head of its own."""
    titles: dict[tuple[str, str], ItemLabel] = {}
    again: list[ItemLabel] = []
    for label in labels:
        key = (label.number, (label.title or "")[:20])
        if key in titles:
            again.append(label)
        else:
            titles[key] = label
    if len(again) > 1:
        return again
    heads = [label for label in labels if HEADED.match(text, label.end)]
    if len(heads) > 1 and _rising(heads):
        return heads
    if (
        not labels
        or not MINUTES.search(text[:MASTHEAD])
        or any(section.kind in ("reasoning", "proposal", "resolution") for section in sections_of(text, 0, labels[0].start))
    ):
        return []
    titled = [label for label in labels if label in heads or _is_title(text, label)]
    counted = [label for label in titled if len(label.order) == 1]
    steps = [b.order[0] - a.order[0] for a, b in pairwise(counted)]
    return titled if _rising(titled) and len(steps) > 0 and set(steps) == {1} else []


def _rising(labels: Sequence[ItemLabel]) -> bool:
    return all(a.order < b.order for a, b in pairwise(labels))


def _is_title(text: str, label: ItemLabel) -> bool:
    """A line of its own between empty lines, no sentence."""
    title = label.title or ""
    alone = (label.start == 0 or text.endswith("\n\n", 0, label.start)) and text[label.end : label.end + 2] in ("\n\n", "\n", "")
    return alone and len(title) < 200 and title[-1:] not in ".;:," and not VERB.search(title)


MINUTES = re.compile(r"Niederschrift|Protokoll|Verhandlungsschrift|Sitzung|NIEDERSCHRIFT|PROTOKOLL")
VERB = re.compile(r"\b(?:wird|werden|ist|sind|beschlie(?:ß|ss)t|stimmt|nimmt|beauftragt|genehmigt|soll|hat|haben|kann)\b")
HEADED = re.compile(r"\s*(?:(?:Vorlage|Drucksache|Vorlagen-Nr|Drs|Beschluss|Abstimmung|Sachverhalt)\b|[A-Z]*\d+/\d{4}$)", re.MULTILINE)


def _contents(text: str, labels: Sequence[ItemLabel]) -> int:
    """Where a table of contents ends: a first run of labels without content whose numbers come again."""
    later = {}
    for label in labels:
        later[label.number] = label.start
    end = 0
    for label, following in pairwise(labels):
        if (
            later[label.number] <= label.start
            or following.start - label.start > CONTENTS_STRETCH
            or _has_body(text, label.end, following.start)
        ):
            break
        end = following.start
    return end if end and sum(1 for label in labels if label.start < end) > 2 else 0

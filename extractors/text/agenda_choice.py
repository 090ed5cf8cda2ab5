"""Which labels begin agenda items: not those of a table of contents, nor sub-items in a head, nor points of a resolution.

1. Haushalt                      an item: stands outside of the resolutions, and 2. goes on with it
Beschluss:
1. Der Rat stimmt zu.            a point: stands in a resolution, and is a sentence
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from extractors.text.agenda_labels import ItemLabel, paragraphs_of
from extractors.text.agenda_outside import BODY_KINDS, HEADED, Outside, is_titular
from extractors.text.sections import sections_of

CONTENTS_STRETCH = 400  # an entry of a table of contents is shorter; an item with a decision is rarely
MASTHEAD = 800  # characters in which a document says that it is minutes
SKIPPED = 6  # items that may be missing between two, removed or not public

MINUTES = re.compile(
    r"Niederschrift|[Pp]rotokoll|Verhandlungsschrift|Sitzung|NIEDERSCHRIFT|PROTOKOLL|VERHANDLUNGSSCHRIFT|sitzung\b|Traktand"
)
AGENDA = re.compile(r"^(?:Einladung|EINLADUNG|Tagesordnung|TAGESORDNUNG)\b", re.MULTILINE)
PAPER = re.compile(
    r"^(?:[A-ZÄÖÜ]\w*vorlage|[A-ZÄÖÜ]+VORLAGE|Vorlage|Antrag|ANTRAG|Anfrage|Bericht|Konzept|Beschlusskontrolle"
    r"|Pressemitteilung|Anlage)\b(?! ?:)",
    re.MULTILINE,
)
RECORD = re.compile(r"[Nn]iederschrift|[Pp]rotokoll|Verhandlungsschrift|NIEDERSCHRIFT|PROTOKOLL|Tagesordnung|TAGESORDNUNG|[Aa]uszug")
BRACKETED = re.compile(r"\s*[([].*$|\s+[\w-]*\d+/\d[\w/-]*$|[\s.…]+\d{0,3}$")


def chosen_labels(text: str, labels: Sequence[ItemLabel]) -> list[ItemLabel]:
    """The labels at which items begin."""
    signed = paragraphs_of(text) if RECORD.search(text[:MASTHEAD]) and not any(label.strong for label in labels) else []
    ends = [label.start for label in signed[1:]] + [len(text)]
    if signed and all(has_body(text, label.end, end) for label, end in zip(signed, ends, strict=True)):
        return signed  # the articles of a statute have no decisions or votes between them
    if any(label.strong and not label.doubtful for label in labels):
        labels = [label for label in labels if not label.doubtful]
    strong = [label for label in labels if label.strong]
    chosen = _with_bare(labels) if len(strong) > 1 else strong or _numbered_minutes(text, labels)
    contents = _contents(text, chosen)
    chosen = [label for label in chosen if label.start >= contents]
    return list(_without_stacked(text, chosen))


def has_body(text: str, start: int, end: int) -> bool:
    """Whether a stretch holds more than heads: a decision, a vote, a speech."""
    return any(section.kind in BODY_KINDS for section in sections_of(text, start, end))


def _without_stacked(text: str, labels: Sequence[ItemLabel]) -> Iterator[ItemLabel]:
    """Leave out items that stand in the head of another; a label that comes again stands among decisions or results."""
    kept: ItemLabel | None = None
    seen: set[str] = set()
    again = False
    for at, label in enumerate(labels):
        before = labels[at - 1] if at else None
        following = labels[at + 1] if at + 1 < len(labels) else None
        stacked = kept is not None and before is not None and not again and _is_below(label, kept)
        if stacked and before is not None and not has_body(text, before.end, label.start):
            alone = (
                before is kept and following is not None and _is_sibling(label, following) and has_body(text, label.end, following.start)
            )
            if not alone:
                continue
        again = label.number in seen
        seen.add(label.number)
        kept = label
        yield label


def _is_below(label: ItemLabel, other: ItemLabel) -> bool:
    """Whether an item is part of another: "22.1" directly below "22": both are treated together (Karlsruhe)."""
    return label.order[: len(other.order)] == other.order and len(label.order) > len(other.order)


def _is_sibling(label: ItemLabel, other: ItemLabel) -> bool:
    """Whether two are parts of one item: "5.1" and "5.2" with a decision between them are items of their own (Potsdam)."""
    return label.order[:-1] == other.order[: len(label.order) - 1] and other.order > label.order


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
    """Bare numbers are items where a table of contents announced them, or where they count on outside of the resolutions."""
    if not labels:
        return []
    outside = Outside(text)
    announced = _announced(labels, outside)
    if len(announced) > 1:
        return announced
    if AGENDA.search(text[:MASTHEAD]) and not outside.bodies():
        return list(_chain([label for label in labels if is_titular(label)]))
    candidates = [label for label in labels if outside.holds(label)]
    chain = list(_chain(candidates))
    headed = sum(1 for label in chain if HEADED.match(text, label.end))
    if headed > 1:
        return chain
    if PAPER.search(text[:MASTHEAD]) and not RECORD.search(text[:MASTHEAD]):
        return []  # the numbered chapters of a paper
    opened = any(section.kind in ("reasoning", "proposal", "resolution") for section in sections_of(text, 0, labels[0].start))
    steps = {b.order[0] - a.order[0] for a, b in pairwise(chain)}
    counts = steps <= {0, 1} and (len(chain) > 1 or (len(chain) == 1 and has_body(text, chain[0].end, len(text))))
    first = headed and chain[0].start == 0  # an extract without a masthead: "6.2 Verkehrskonzept ⏎ Drucksache …" (Potsdam)
    return chain if counts and not opened and (first or MINUTES.search(text[:MASTHEAD])) else []


def _announced(labels: Sequence[ItemLabel], outside: Outside) -> list[ItemLabel]:
    """Labels whose number and title stood in a table of contents before."""
    titles: dict[str, list[str]] = {}
    again: list[ItemLabel] = []
    for label in labels:
        title = BRACKETED.sub("", label.title or "").casefold()[:20]
        if any(_is_same(title, known) for known in titles.get(label.number, ())):
            if not outside.is_point(label):
                again.append(label)
        else:
            titles.setdefault(label.number, []).append(title)
    return again


def _is_same(title: str, known: str) -> bool:
    shorter = min(len(title), len(known))
    return title == known or (shorter > 5 and title[:shorter] == known[:shorter])


def _chain(labels: Sequence[ItemLabel]) -> Iterator[ItemLabel]:
    """The labels that count up from the first one, with few left out."""
    last: ItemLabel | None = None
    for label in labels:
        if last is None or (label.order > last.order and label.order[0] - last.order[0] <= SKIPPED):
            last = label
            yield label


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
            or has_body(text, label.end, following.start)
        ):
            break
        end = following.start
    return end if end and sum(1 for label in labels if label.start < end) > 2 else 0

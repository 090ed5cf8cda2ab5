"""The words of a resolution cut into blocks: one for each labelled line, and one for each paragraph between them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.resolution_points.labels import Label, is_ordinal, label_at

LINE = re.compile(r"[^\n]+")
SENTENCE_OVER = frozenset('.:;,!?“”")')
STATUTE = re.compile(r"(?:§[ ]?\d|Art(?:ikel|\.)[ ]?\d|Präambel$)")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a resolution that is one item of a list or one paragraph."""

    start: int
    end: int
    label: Label | None = None
    after_blank: bool = True
    lines: int = 1


def blocks_of(text: str, start: int, end: int) -> Iterator[Block]:
    """Cut at empty lines and at lines that begin with a label."""
    paragraphs = _breaks(text, start, end)
    begun: int | None = None
    label: Label | None = None
    after_blank, lines, last_end = True, 0, start
    for line in LINE.finditer(text, start, end):
        at = line.start()
        if begun is not None and at < begun:
            last_end = line.end()
            continue
        blank = at in paragraphs
        found = _label_here(text, at, end, blank, label, begun is None)
        if (blank or found) and begun is not None and last_end > begun:
            yield Block(begun, last_end, label, after_blank, lines)
        if blank or found or begun is None:
            label, begun = found if found else (None, at)
            after_blank, lines = blank or at == start, 0
        lines += 1
        last_end = max(line.end(), begun)
    if begun is not None and last_end > begun:
        yield Block(begun, last_end, label, after_blank, lines)


def _label_here(text: str, at: int, end: int, blank: bool, open_label: Label | None, first: bool) -> tuple[Label, int] | None:
    found = label_at(text, at, end)
    if found is None or blank or first:
        return None if found and is_ordinal(text, at) and not _continues(found[0], open_label) else found
    label = found[0]
    before = text[:at].rstrip()[-1:] if at < 80 else text[at - 80 : at].rstrip()[-1:]
    if label.style == "number" and is_ordinal(text, at) and not (before in ".:;" and _continues(label, open_label)):
        return None
    if before in SENTENCE_OVER:
        return found
    # Without a stop before it a label must continue a list or begin one that goes on: a dash or a number may as well
    # be the middle of a sentence.
    return found if _continues(label, open_label) or _goes_on(text, label, found[1], end) else None


def _goes_on(text: str, label: Label, at: int, end: int) -> bool:
    """Whether "a)" has its "b)", "1." its "2." at the start of a later line."""
    if label.values != (1,) or label.style not in ("number", "letter"):
        return False
    following = rf"\n(?:2[.)]{{1,2}}|2\.\))[ ]" if label.style == "number" else r"\nb\)"
    return re.compile(following).search(text, at, end) is not None


def _continues(label: Label, open_label: Label | None) -> bool:
    return open_label is not None and label.follows(open_label)


def _breaks(text: str, start: int, end: int) -> frozenset[int]:
    """Where paragraphs begin."""
    return frozenset(start + match.end() for match in re.finditer(r"\n\n", text[start:end]))

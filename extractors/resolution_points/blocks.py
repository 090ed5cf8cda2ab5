"""The words of a resolution cut into blocks: one for each labelled line, and one for each paragraph between them."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from extractors.resolution_points.labels import Label, Style, is_ordinal, label_at
from extractors.resolution_points.leads import opens_only

LINE = re.compile(r"[^\n]+")
SENTENCE_OVER = frozenset('.:;,!?“”")')
STATUTE_ALONE = re.compile(r"(?:§[ ]?\d{1,3}[a-z]?|Art(?:ikel|\.)[ ]?\d{1,3})\.?[ ]*")
NEXT: dict[tuple[Style, tuple[int, ...]], re.Pattern[str]] = {
    ("number", (1,)): re.compile(r"\n2[.)]{1,2} ?"),
    ("letter", (1,)): re.compile(r"\nb\)"),
    ("letter_dot", (1,)): re.compile(r"\nb\. "),
}
INLINE_FIRST = re.compile(r": ?(?=\(?1[.)] \w)")
LINE_OF_FIRST = re.compile(r"\(?1[.)]{1,2} (?=[A-ZÄÖÜ])")
CAPITAL, WORD = "[A-ZÄÖÜ]", r"\w"
INLINE_MOST = 30  # points of a list inside one line
# "Handlungsfeld B: Klima" between two points
NAMED_HEAD = re.compile(r"[A-ZÄÖÜ][\w-]+ (?:[A-H]|\d{1,2}|[IVX]{1,4})(?:[.:)]| [-–])? [A-ZÄÖÜ][^\n.;]{2,80}")
LIST_REACH = 1500
# "… empfiehlt, den Beschluss zu ⏎⏎ d) zu fassen": a line that an empty one breaks goes on with a reference
REFERS = re.compile(r"\b(?:Beschluss|Punkte?|Ziffern?|Buchstaben?) (?:zu|unter|nach|gemäß)\n\n\Z")
REFERS_WITHIN = 40
DASHED_LEAD = re.compile(r"beschlie(?:ß|ss)t (?:der|die|das) [\w-]+:?(?:\n|$)")  # "- beschließt der Stadtrat" above the points (Jena)
STATUTE = re.compile(r"[„\"“]?(?:§[ ]?\d|Art(?:ikel|\.)[ ]?\d|Präambel$)")


@dataclass(frozen=True, slots=True)
class Block:
    """A stretch of a resolution that is one item of a list or one paragraph."""

    start: int
    end: int
    label: Label | None = None
    label_start: int = 0
    """Where the label stands; equal to `start` without one."""
    after_blank: bool = True
    lines: int = 1


def blocks_of(text: str, start: int, end: int, tables: Sequence[tuple[int, int]] = ()) -> list[Block]:
    """Cut at empty lines, at lines that begin with a label, and behind a sentence that only opens what follows.

    The rows of `tables`, given by the places where these begin and end, are left out: figures are no points.
    """
    cutter = _Cutter(text, end)
    for line in LINE.finditer(text, start, end):
        table = bisect_right(tables, line.start(), key=lambda span: span[0]) - 1
        if table >= 0 and line.start() < tables[table][1]:
            cutter.close()
            continue
        for at, until in _inline(text, line.start(), line.end()):
            cutter.line(at, until, at == start or text[at - 2 : at] == "\n\n")
    cutter.close()
    return cutter.found


def _inline(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """A line, cut before the numbers of a list inside it: "Der Rat beschließt: 1. den Plan, 2. den Weg", "1. Der Plan … . 2. Der Weg …"."""
    cuts = [start]
    begins = LINE_OF_FIRST.match(text, start, end)
    first = begins or INLINE_FIRST.search(text, start, end)
    number, at = 1, first.end() if first else end
    while first is not None and number <= INLINE_MOST:
        if number > 1 or not begins:
            cuts.append(at)
        number += 1
        found = re.compile(rf"[,.;] (?=\(?{number}[.)]{{1,2}} {CAPITAL if begins else WORD})").search(text, at, end)
        if found is None or (begins and is_ordinal(text, found.end())):
            break
        at = found.end()
    if len(cuts) < (2 if begins else 3):  # a list has two points at least
        cuts = [start]
    for at, following in zip(cuts, [*cuts[1:], end], strict=True):
        yield at, following - 1 if following < end else end


class _Cutter:
    """Collects lines into blocks; remembers the labels of the lists that are open."""

    def __init__(self, text: str, end: int) -> None:
        self.text, self.end = text, end
        self.found: list[Block] = []
        self.open: dict[tuple[Style, str, int], Label] = {}
        self.heads: set[str] = set()
        self.label_start = 0
        self.begun: int | None = None
        self.label: Label | None = None
        self.after_blank = True
        self.lines = 0
        self.last = 0

    def line(self, at: int, line_end: int, blank: bool) -> None:
        if self.begun is not None and at <= self.begun and self.lines:
            self.last = line_end
            return
        found = self._label_here(at, blank)
        if found or blank or self.begun is None or self._breaks(at, line_end):
            self.close()
            self.label, self.begun = found or (None, at)
            self.after_blank = blank
            self.label_start = at
            if found:
                self.open[_list_of(found[0])] = found[0]
                self._inner(*found, blank)
        self.lines += 1
        self.last = max(line_end, self.begun)

    def _inner(self, outer: Label, at: int, blank: bool) -> None:
        """A second label right behind the first: "b) 1. den Überschuss …" opens a list in a point without words of its own."""
        found = label_at(self.text, at, self.end)
        if found is None or found[0].style in (outer.style, "bullet") or not (found[0].initial and _goes_on(self.text, *found, self.end)):
            return
        self.found.append(Block(at, at, outer, self.label_start, blank))
        self.label, self.begun = found
        self.open[_list_of(found[0])] = found[0]

    def close(self) -> None:
        if self.begun is not None and self.last > self.begun:
            if self.label is None and NAMED_HEAD.fullmatch(self.text, self.begun, self.last):
                self.heads.add(self._word_at(self.begun))
            self.found.append(Block(self.begun, self.last, self.label, self.label_start, self.after_blank, self.lines))
        self.begun, self.lines = None, 0

    def _word_at(self, at: int) -> str:
        return self.text[at : at + 60].split(" ", 1)[0]

    def _breaks(self, at: int, line_end: int) -> bool:
        text = self.text
        if STATUTE_ALONE.fullmatch(text, at, line_end) or (text[at - 2] in SENTENCE_OVER and STATUTE.match(text, at, line_end)):
            return True
        apart = text[at - 2] in SENTENCE_OVER or self._word_at(at) in self.heads
        if apart and NAMED_HEAD.fullmatch(text, at, line_end) and label_at(text, line_end + 1, self.end):
            return True
        return (
            self.begun is not None
            and text[at - 2] == ":"
            and (text[at].isupper() or text[at] in '„"“')
            and opens_only(text[self.begun : self.last])
        )

    def _label_here(self, at: int, blank: bool) -> tuple[Label, int] | None:
        text = self.text
        found = label_at(text, at, self.end)
        if found is None or (found[0].style == "bullet" and DASHED_LEAD.match(text, found[1], self.end)):
            return None
        label = found[0]
        if blank and REFERS.search(text, max(0, at - REFERS_WITHIN), at):
            return None
        before = text[max(0, at - 80) : at].rstrip()[-1:]
        if label.style == "number" and is_ordinal(text, at) and not ((blank or before in ".:;") and self._continues(label)):
            return None
        if len(label.values) > 1 and text[found[1]].islower() and not (self._continues(label) or self._is_under(label)):
            return None
        if blank or self.begun is None or before in SENTENCE_OVER or self._continues(label):
            return found
        # Without a stop before it a label must continue a list or begin one that goes on: a dash or a number may as well
        # be the middle of a sentence.
        below = len(label.values) > 1 and text[found[1]].isupper() and self._is_under(label)
        return found if below or _goes_on(text, label, found[1], self.end) else None

    def _continues(self, label: Label) -> bool:
        latest = self.open.get(_list_of(label))
        return latest is not None and label.follows(latest)

    def _is_under(self, label: Label) -> bool:
        """Whether it opens the level below: "2.1 die Satzung" after "2."; else "1.5 km" at the start of a line is no label."""
        latest = self.open.get((label.style, "", len(label.values) - 1))
        return latest is not None and latest.values == label.values[:-1] and label.values[-1] == 1


def _list_of(label: Label) -> tuple[Style, str, int]:
    return label.style, label.printed if label.style == "bullet" else "", len(label.values)


def _goes_on(text: str, label: Label, at: int, end: int) -> bool:
    """Whether "a)" has its "b)", "1." its "2.", a bullet its like at the start of a later line."""
    following = NEXT.get((label.style, label.values))
    if label.style == "bullet":
        following = re.compile(rf"\n{'[-–—]' if label.printed == '-' else re.escape(label.printed)}[ ]")
    return following is not None and following.search(text, at, min(end, at + LIST_REACH)) is not None

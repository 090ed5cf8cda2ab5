"""Blocks become points: which one lies under which, and by what path it is called.

Der Rat beschließt:            opens only, is dropped
1. …                           1
   a) …                        1.a
      - …                      1.a.1
Ein Absatz ohne Nummer.        belongs to 1
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from extractors.resolution_points.blocks import NAMED_HEAD, STATUTE, Block
from extractors.resolution_points.labels import Label
from extractors.resolution_points.leads import opens_only, points_on
from extractors.resolution_points.payload import introduces_statute, is_figures, leads_on

HEADING_LENGTH = 140
DEEPEST = 8  # levels; no resolution seen has more than four
NO_HEADING = re.compile(r"[.,;!?]$|\d+,\d\d|€|\bEuro\b|\b(?:wird|werden|ist|sind|soll|sollen|zu|beschließt)\b")
TITLE = re.compile(r"(?:Satzung|Verordnung|Ordnung|Resolution|Haushaltssatzung)$")


@dataclass(slots=True)
class Point:
    """A point while the tree grows; `pieces` are the spans of its own words."""

    path: str
    label: Label | None
    parent: Point | None
    pieces: list[tuple[int, int]] = field(default_factory=list)
    heading: str | None = None
    children: int = 0
    """Unnumbered children so far; the next one gets the number after it."""
    has_children: bool = False
    leads: bool = False

    def lineage(self) -> Iterator[Point]:
        """The point, its parent, and so on up to the root."""
        point: Point | None = self
        while point is not None:
            yield point
            point = point.parent


class Tree:
    """Grows from the blocks of one resolution."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.root = Point("", None, None)
        self.latest = self.root
        self.points: list[Point] = []
        self.heading: tuple[str, Point] | None = None
        self.pending: str | None = None
        self.heads: set[str] = set()
        self.payload: Label | None = None
        self.in_statute = False

    def grow(self, blocks: Sequence[Block]) -> list[Point]:
        """Read all blocks; what only opens a list is left out of the points."""
        for block, following in zip(blocks, [*blocks[1:], None][: len(blocks)], strict=True):
            if block.label is not None and not self._is_payload(block):
                self._labelled(block, block.label)
            elif block.label is None and self._is_heading(block, following):
                self._head(block)
            else:
                self._paragraph(block, following)
            self.in_statute = self.in_statute or introduces_statute(self.text, block, following)
        return [point for point in self.points if self.words(point) and not self._only_opens(point)]

    def words(self, point: Point) -> str:
        """The point's own words in one line."""
        return " ".join(" ".join(self.text[start:end].split()) for start, end in point.pieces)

    def _only_opens(self, point: Point) -> bool:
        words = self.words(point)
        return point.leads or ((point.has_children or words.endswith(":")) and opens_only(words))

    def _labelled(self, block: Block, label: Label) -> None:
        parent = self._parent_for(block, label)
        if parent is None:
            self._paragraph(block, None)
            return
        self.in_statute = False
        self._add(block, label, parent)

    def _parent_for(self, block: Block, label: Label) -> Point | None:
        """The point under which a labelled block belongs, None where its label fits nowhere."""
        labelled = [point for point in self.latest.lineage() if point.label is not None]
        for reach in (1, 3):
            for point in labelled:
                if point.label is not None and label.follows(point.label, reach) and (reach == 1 or self._stands_apart(block, point)):
                    return point.parent
        if len(label.values) > 1:
            return self._under_prefix(label, labelled)
        if any(point.label is not None and label.leaves(point.label) for point in labelled):
            return self.root
        if label.initial:
            return self._new_list(label, labelled)
        same = [point for point in labelled if point.label is not None and point.label.style == label.style]
        return None if same else self._opener()

    def _stands_apart(self, block: Block, point: Point) -> bool:
        """Whether a number that skips some ("2. … 4. …") begins a sentence after one that has ended."""
        return block.after_blank or (self.text[block.start].isupper() and self.text[point.pieces[-1][1] - 1] == ".")

    def _under_prefix(self, label: Label, labelled: Sequence[Point]) -> Point:
        for point in labelled:
            if point.label is not None and point.label.values == label.values[: len(point.label.values)] and point.label.style == "number":
                return point
        return self.root

    def _new_list(self, label: Label, labelled: Sequence[Point]) -> Point | None:
        for point in labelled:
            # "1. … 1. … 1. …" is a list that lost its numbers (ALLRIS 4); after "2." a new "1." is a list below or a second one.
            if point.label == label and label.style != "bullet":
                return point if self.words(point).endswith(":") else point.parent
        same = [point for point in labelled if point.label is not None and point.label.style == label.style != "bullet"]
        if same and not self.words(same[0]).endswith(":"):
            return self.root if label.style == "number" else same[-1].parent
        return self._opener() if len(labelled) < DEEPEST else None

    def _opener(self) -> Point:
        """What a new list hangs under: the latest point, unless that is a paragraph that has ended."""
        point = self.latest
        if point is self.root or point.label is not None:
            return point
        words = self.words(point)
        if opens_only(words):
            if not point.leads:
                self._make_lead(point)
            return point.parent or self.root
        return point if points_on(words) or self.pending else point.parent or self.root

    def _make_lead(self, point: Point) -> None:
        point.leads = True
        if point.parent is not None:
            point.parent.children -= 1

    def _paragraph(self, block: Block, following: Block | None) -> None:
        if STATUTE.match(self.text, block.start, block.end):
            self.in_statute = True
        if self.in_statute and self._is_host(block):
            self.latest.pieces.append((block.label_start, block.end))
            return
        numbered = next((p for p in self.latest.lineage() if p.label is not None and p.label.style != "bullet"), None)
        if numbered is not None and self._opens_another(block, following):
            self._add(block, None, self.root)
            self._make_lead(self.latest)
            return
        if self.pending is not None and self.latest.label is not None:
            self._add(block, None, self._list_above())
        elif self.heading and self.heading[1] in self.latest.lineage() and self.latest.label is None and self.latest is not self.root:
            self._add(block, None, self.latest.parent or self.root)
        elif self.latest.label is None and self.latest is not self.root and self._is_table_row(block):
            self.latest.pieces.append((block.start, block.end))
        elif numbered is not None:
            numbered.pieces.append((block.label_start, block.end))
            self.latest = numbered
        else:
            continues = self.latest.label is not None and self.text[block.start].islower()
            self._add(block, None, self.latest.parent if continues and self.latest.parent else self.root)
            if following is not None and opens_only(self.words(self.latest)):
                self._make_lead(self.latest)

    def _is_host(self, block: Block) -> bool:
        """Whether the latest point, a paragraph, takes in one more of the statute that it introduces."""
        if self.latest is self.root or self.latest.label is not None or self.pending is not None:
            return False
        return not leads_on(self.text, block)

    def _opens_another(self, block: Block, following: Block | None) -> bool:
        """Whether a lead stands between two lists: "Die Verwaltung wird beauftragt:" opens the second."""
        begins = following is not None and following.label is not None and following.label.initial
        return begins and opens_only(self.text[block.start : block.end])

    def _is_table_row(self, block: Block) -> bool:
        """Rows of figures go on with the row before them: "7.880002.700 78710000 1.740 €"."""
        start, end = self.latest.pieces[-1]
        return is_figures(self.text[block.start : block.end]) and is_figures(self.text[start:end])

    def _list_above(self) -> Point:
        bullet = next((p for p in self.latest.lineage() if p.label is not None and p.label.style == "bullet"), None)
        return bullet.parent if bullet is not None and bullet.parent is not None else self.latest

    def _add(self, block: Block, label: Label | None, parent: Point) -> None:
        if label is None or label.style == "bullet" or self._is_repeated(label, parent):
            parent.children += 1
            own = str(parent.children)
        else:
            own = label.printed
            parent.children = max(parent.children, label.values[-1] if label.style == "number" and len(label.values) == 1 else 0)
        absolute = label is not None and len(label.values) > 1
        point = Point(own if absolute or not parent.path else f"{parent.path}.{own}", label, parent, [(block.start, block.end)])
        if self.pending is not None:
            self.heading, self.pending = (self.pending, parent), None
        if self.heading and self.heading[1] in point.lineage():
            point.heading = self.heading[0]
        else:
            self.heading = None
        parent.has_children = True
        self.points.append(point)
        self.latest = point

    def _is_repeated(self, label: Label, parent: Point) -> bool:
        return any(p.parent is parent and p.label == label for p in self.points[-1:]) and label.initial

    def _head(self, block: Block) -> None:
        words = " ".join(self.text[block.start : block.end].split()).rstrip(":")
        self.pending = f"{self.pending} {words}" if self.pending else words
        self.heads.add(words.split()[0])

    def _is_heading(self, block: Block, following: Block | None) -> bool:
        """A short line without a sentence before a list, or one like an earlier heading: "Handlungsfeld 7. …"."""
        words = " ".join(self.text[block.start : block.end].split())
        if following is None or len(words) > HEADING_LENGTH or NO_HEADING.search(words) or self.in_statute:
            return False
        if self.latest is self.root and not self.points:
            named = following.label is not None and following.label.style == "number" and NAMED_HEAD.fullmatch(words) is not None
            return named or (TITLE.search(words) is not None and following.label is None)
        if TITLE.fullmatch(words) and not self._numbered():
            return True
        if self.pending is not None and TITLE.match(self.pending):
            return True
        if words.split()[0] in self.heads:
            return True
        return (
            following.label is not None and block.lines == 1 and words[:1].isupper() and not words.endswith(":") and not opens_only(words)
        )

    def _numbered(self) -> bool:
        return any(point.label is not None for point in self.latest.lineage())

    def _is_payload(self, block: Block) -> bool:
        """Numbers inside a quoted statute are its own, until the list outside goes on."""
        if not self.in_statute or block.label is None:
            return False
        label = block.label
        inner = label.initial or (self.payload is not None and label.follows(self.payload, 3)) or label.style == "paren"
        if inner:
            self.payload = label
            return True
        return not any(p.label is not None and label.follows(p.label) for p in self.latest.lineage())

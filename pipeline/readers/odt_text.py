"""The words of an OpenDocument text in the order of the page, with the labels that its list styles draw."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.blocks import labelled, rows
from pipeline.readers.html_text import numeral

Element = Any  # of lxml, which another module is the home of
SPACE = "{{urn:oasis:names:tc:opendocument:xmlns:{}:1.0}}"
TEXT, STYLE, OFFICE, TABLE, DRAW = (SPACE.format(name) for name in ("text", "style", "office", "table", "drawing"))
SKIPPED = {
    *(f"{TEXT}{name}" for name in ("tracked-changes", "ruby-text", "hidden-text", "hidden-paragraph", "script", "sequence-decls")),
    *(f"{OFFICE}{name}" for name in ("annotation", "annotation-end", "forms", "change-info")),
}
SIGNS = {f"{TEXT}tab": "\t", f"{TEXT}line-break": "\n"}
BLANKS = re.compile(r"[ \t\r\n]+")
OUTLINE = "(outline)"  # the name by which the style of headings is kept here


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is labelled."""

    kind: str = ""
    """1, a, A, i, I; • for a bullet, nothing for no label."""
    before: str = ""
    after: str = ""
    start: int = 1
    shown: int = 1
    """How many levels are drawn: 2 for "3.1"."""


Lists = Mapping[str, Mapping[int, Level]]


def lists_of(root: Element) -> dict[str, dict[int, Level]]:
    """The list styles that a part defines, by name, and that of headings."""
    found: dict[str, dict[int, Level]] = {}
    for style in root.iter(f"{TEXT}list-style", f"{TEXT}outline-style"):
        name = OUTLINE if style.tag == f"{TEXT}outline-style" else style.get(f"{STYLE}name") or ""
        found[name] = {_whole(level, "level", 1): _level(level) for level in style if isinstance(level.tag, str)}
    return found


def _level(level: Element) -> Level:
    if level.tag == f"{TEXT}list-level-style-bullet":
        return Level("•")
    kind, before, after = (level.get(f"{STYLE}num-{name}") or "" for name in ("format", "prefix", "suffix"))
    return Level(kind[:1], before, after, _whole(level, "start-value", 1), _whole(level, "display-levels", 1))


def _whole(element: Element, name: str, otherwise: int) -> int:
    text = element.get(f"{TEXT}{name}") or ""
    return int(text) if re.fullmatch(r"\d{1,6}", text, re.ASCII) else otherwise


@dataclass(slots=True)
class Walk:
    """A walk over the parts of a document."""

    lists: Lists
    notes: list[Element] = field(default_factory=list)
    counts: dict[str, dict[int, int]] = field(default_factory=dict)

    def blocks(self, container: Element) -> Iterator[str]:
        """The paragraphs, lists and tables in a container, in their order."""
        for child in container:
            if child.tag == f"{TEXT}p":
                yield from self._paragraph(child, "")
            elif child.tag == f"{TEXT}h":
                yield from self._paragraph(child, self._label(OUTLINE, _whole(child, "outline-level", 1)))
            elif child.tag == f"{TEXT}list":
                yield from self._list(child, "", 1)
            elif child.tag == f"{TABLE}table":
                yield from rows(self._rows(child))
            elif isinstance(child.tag, str) and child.tag not in SKIPPED:
                yield from self.blocks(child)

    def _list(self, element: Element, style: str, level: int) -> Iterator[str]:
        style = element.get(f"{TEXT}style-name") or style
        goes_on = element.get(f"{TEXT}continue-numbering") == "true" or element.get(f"{TEXT}continue-list")
        if not goes_on:
            self.counts.setdefault(style, {}).pop(level, None)
        for item in element:
            if not isinstance(item.tag, str):
                continue
            if (start := _whole(item, "start-value", -1)) >= 0:
                self.counts.setdefault(style, {})[level] = start - 1
            is_labelled = item.tag == f"{TEXT}list-item"
            for child in item:  # the number is that of the item's first paragraph
                if child.tag in (f"{TEXT}p", f"{TEXT}h"):
                    yield from self._paragraph(child, self._label(style, level) if is_labelled else "")
                    is_labelled = False
                elif child.tag == f"{TEXT}list":
                    yield from self._list(child, style, level + 1)

    def _label(self, style: str, level: int) -> str:
        levels = self.lists.get(style, {})
        this = levels.get(level, Level())
        if this.kind in ("", "•"):
            return this.kind
        counts = self.counts.setdefault(style, {})
        counts[level] = counts.get(level, this.start - 1) + 1
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]
        shown = range(max(1, level - this.shown + 1), level + 1)
        numbers = (numeral(counts.get(at, 1), levels.get(at, Level("1")).kind or "1") for at in shown)
        return f"{this.before}{'.'.join(numbers)}{this.after}".strip()

    def _paragraph(self, paragraph: Element, label: str) -> Iterator[str]:
        pieces: list[str] = []
        boxes: list[Element] = []
        self._words(paragraph, pieces, boxes)
        if text := labelled(label, "".join(pieces)):
            yield text
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Element, pieces: list[str], boxes: list[Element]) -> None:
        pieces.append(BLANKS.sub(" ", element.text or ""))
        for child in element:
            if child.tag == f"{TEXT}s":
                pieces.append(" " * min(_whole(child, "c", 1), 100))
            elif child.tag == f"{TEXT}note":
                self.notes += child.iterchildren(f"{TEXT}note-body")
            elif child.tag == f"{DRAW}text-box":
                boxes.append(child)
            elif isinstance(child.tag, str) and child.tag not in SKIPPED:
                pieces.append(SIGNS.get(child.tag, ""))
                self._words(child, pieces, boxes)
            pieces.append(BLANKS.sub(" ", child.tail or ""))

    def _rows(self, table: Element) -> Iterator[Sequence[Sequence[str]]]:
        for row in table.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is table:
                yield [list(self.blocks(cell)) for cell in row if cell.tag in (f"{TABLE}table-cell", f"{TABLE}covered-table-cell")]

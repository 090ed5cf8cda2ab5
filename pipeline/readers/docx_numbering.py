"""The numbers of Word's lists, which Word draws and does not write: "1.", "a)", "2.1", "•".

<w:numPr><w:ilvl w:val="1"/><w:numId w:val="3"/></w:numPr>  →  the next label of level 1 in the list that number 3 stands for
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from pipeline.readers.blocks import drawn

Element = Any  # of lxml, which another module is the home of
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PLACE = re.compile(r"%([1-9])")
DEEPEST = 9


@dataclass(frozen=True, slots=True)
class Level:
    """How a level of a list is labelled."""

    kind: str = "decimal"
    text: str = "%1."
    start: int = 1
    is_legal: bool = False
    """All its numbers are drawn as digits."""
    style: str | None = None


@dataclass(slots=True)
class Numbering:
    """The lists of a document, and how far each has been counted."""

    lists: dict[str, str] = field(default_factory=dict)
    """The number that paragraphs name → the abstract list behind it; several numbers can continue one list."""
    levels: dict[tuple[str, int], Level] = field(default_factory=dict)
    restarts: dict[tuple[str, int], int] = field(default_factory=dict)
    counted: dict[str, dict[int, int]] = field(default_factory=dict)

    def label(self, number: str, level: int) -> str:
        """The label of the next paragraph of a list."""
        name = self.lists.get(number)
        if name is None or not 0 <= level < DEEPEST:
            return ""
        counts = self.counted.setdefault(name, {})
        if (again := self.restarts.pop((number, level), None)) is not None:
            counts[level] = again - 1
        counts[level] = counts.get(level, self._level(name, level).start - 1) + 1
        for upper in range(level):
            counts.setdefault(upper, self._level(name, upper).start)
        for deeper in [deeper for deeper in counts if deeper > level]:
            del counts[deeper]
        return self._drawn(name, level, counts)

    def level_of_style(self, number: str, style: str) -> int:
        """The level of a list that is made for a style of paragraphs ("Überschrift 2"), else the first."""
        name = self.lists.get(number)
        return next((at for at in range(DEEPEST) if name and self._level(name, at).style == style), 0)

    def _level(self, name: str, level: int) -> Level:
        return self.levels.get((name, level), Level(text=f"%{level + 1}."))

    def _drawn(self, name: str, level: int, counts: dict[int, int]) -> str:
        this = self._level(name, level)
        if this.kind == "bullet":
            return "•"
        if this.kind == "none":
            return PLACE.sub("", this.text).strip()

        def place(match: re.Match[str]) -> str:
            at = int(match[1]) - 1
            return drawn(counts.get(at, 1), "decimal" if this.is_legal else self._level(name, at).kind)

        return PLACE.sub(place, this.text).strip()


def numbering_of(root: Element | None) -> Numbering:
    """The lists that a numbering part defines."""
    found = Numbering()
    if root is None:
        return found
    for abstract in root.iterchildren(f"{W}abstractNum"):
        name = abstract.get(f"{W}abstractNumId") or ""
        found.levels.update(((name, at), level) for at, level in _levels(abstract))
    for number in root.iterchildren(f"{W}num"):
        key = number.get(f"{W}numId") or ""
        name = said(number, "abstractNumId") or ""
        for override in number.iterchildren(f"{W}lvlOverride"):
            if override.find(f"{W}lvl") is not None:
                found.levels.update(((name, at), level) for at, level in _levels(override))
            if (start := said(override, "startOverride")) is not None:
                found.restarts[key, whole(override.get(f"{W}ilvl"), 0)] = whole(start, 1)
        found.lists[key] = name
    return found


def _levels(parent: Element) -> Iterator[tuple[int, Level]]:
    for level in parent.iterchildren(f"{W}lvl"):
        legal = level.find(f"{W}isLgl")
        yield (
            whole(level.get(f"{W}ilvl"), 0),
            Level(
                kind=said(level, "numFmt") or "decimal",
                text=said(level, "lvlText") or "",
                start=whole(said(level, "start"), 1),
                is_legal=legal is not None and is_on(legal),
                style=said(level, "pStyle"),
            ),
        )


def said(parent: Element | None, name: str) -> str | None:
    """What a child says in its attribute `w:val`."""
    child = None if parent is None else parent.find(f"{W}{name}")
    value: str | None = None if child is None else child.get(f"{W}val")
    return value


def whole(text: str | None, otherwise: int) -> int:
    """A whole number, as files say it."""
    return int(text) if text and re.fullmatch(r"-?\d{1,6}", text, re.ASCII) else otherwise


def is_on(switch: Element) -> bool:
    """Whether a switch such as `w:vanish` is on: it is, unless it says otherwise."""
    return (switch.get(f"{W}val") or "1") not in ("0", "false", "off")

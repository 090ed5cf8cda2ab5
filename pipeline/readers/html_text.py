"""The text of a page under construction: breaks wait until words follow, list items get the labels that a browser draws."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace

from extractors.text.minutes import ItemMark
from pipeline.readers.html_cells import Cells

UNSEEN = {"title", "script", "style", "noscript", "template", "head", "nav", "select", "button", "textarea", "svg", "object", "iframe"}
PARAGRAPHS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl"),
    *("blockquote", "section", "article", "fieldset", "hr", "pre"),
}
LINES = {"div", "tr", "li", "dt", "br", "header", "footer", "main", "aside", "legend", "caption", "address", "tbody", "thead", "body"}
CELLS = {"td", "th", "dd"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")
WHOLE = re.compile(r"-?\d{1,6}", re.ASCII)
DRAWN = re.compile(r"list-style(?:-type)?\s*:[^;]{0,40}?\b(none|decimal|(?:lower|upper)-(?:alpha|latin|roman))", re.IGNORECASE)
KINDS = {"lower-alpha": "a", "lower-latin": "a", "upper-alpha": "A", "upper-latin": "A", "lower-roman": "i", "upper-roman": "I"}
ROMAN = (
    *((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc")),
    *((50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i")),
)
Attributes = Mapping[str, str | None]


def is_unseen(tag: str, attributes: Attributes) -> bool:
    """Whether a browser shows nothing of an element."""
    return tag in UNSEEN or "hidden" in attributes or HIDDEN.search(attributes.get("style") or "") is not None


@dataclass(slots=True)
class List:
    """A list under construction: how its items are labelled, and with what number the next one."""

    kind: str | None
    """As HTML's own `type`: 1, a, A, i, I; a bullet for "•", None for nothing."""
    number: int = 1
    step: int = 1

    def label(self, said: str | None) -> str:
        """The label of the next item, whose `value` may be said."""
        if said and WHOLE.fullmatch(said.strip()):
            self.number = int(said)
        number, self.number = self.number, self.number + self.step
        return "" if self.kind is None else "• " if self.kind == "•" else f"{numeral(number, self.kind)}. "


def numeral(number: int, kind: str) -> str:
    """A number as a list's type draws it.

    >>> [numeral(4, kind) for kind in "1aAiI"], numeral(28, "a"), numeral(0, "a")
    (['4', 'd', 'D', 'iv', 'IV'], 'ab', '0')
    """
    if kind not in "aAiI" or not 0 < number < 4000:
        return str(number)
    drawn = "".join(_letters(number))[::-1] if kind in "aA" else "".join(_roman(number))
    return drawn.upper() if kind in "AI" else drawn


def _letters(number: int) -> Iterator[str]:
    while number:
        number, rest = divmod(number - 1, 26)
        yield "abcdefghijklmnopqrstuvwxyz"[rest]


def _roman(number: int) -> Iterator[str]:
    for value, sign in ROMAN:
        times, number = divmod(number, value)
        yield sign * times


def list_of(tag: str, attributes: Attributes, items: int = 0) -> List:
    """The list that a tag opens; `items` is how many it has, where that is known: a reversed list counts down from there."""
    drawn = DRAWN.search(attributes.get("style") or "")
    style = drawn[1].lower() if drawn else ""
    if style == "none":
        return List(None)
    if tag != "ol":
        return List("•")
    kind = attributes.get("type") or ""
    start = (attributes.get("start") or "").strip()
    backwards = "reversed" in attributes
    first = int(start) if WHOLE.fullmatch(start) else items if backwards and items else 1
    return List(KINDS.get(style) or (kind if kind in ("a", "A", "i", "I") else "1"), first, -1 if backwards else 1)


@dataclass(slots=True)
class Writer:
    """Text under construction."""

    marks: list[ItemMark] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    opened: ItemMark | None = None
    waiting: str = ""
    lists: list[List] = field(default_factory=list)
    tables: list[Cells] = field(default_factory=list)
    in_line: bool = False
    """Whether a cell is open whose elements are all of one line."""

    def open(self, tag: str, attributes: Attributes, *, mark: ItemMark | None = None, items: int = 0, is_empty: bool = False) -> None:
        """Open an element; `mark` is the agenda item that it shows, `is_empty` one that holds no words."""
        self.opened = mark or self.opened
        self._open_table(tag, attributes)
        if self.in_line and tag not in CELLS:
            self._break(" ") if tag in PARAGRAPHS | LINES else None
        elif tag in PARAGRAPHS:
            self._break("\n\n")
        elif tag in LINES:
            self._break("\n")
        elif tag in CELLS:
            self._break("\t")
        if tag in {"ol", "ul"}:
            self.lists.append(list_of(tag, attributes, items))
        elif tag == "li" and not is_empty:
            self.words((self.lists[-1] if self.lists else List("•")).label(attributes.get("value")))
        elif tag == "input" and (attributes.get("type") or "").lower() == "submit":
            self.words(f" {attributes.get('title') or ''} ")

    def close(self, tag: str) -> None:
        """Close an element."""
        if tag in {"ol", "ul"} and self.lists:
            self.lists.pop()
        if tag == "table" and self.tables:
            self.tables.pop()
        if tag in ("td", "th", "tr"):
            self.in_line = False
        if self.in_line:
            self._break(" ") if tag in PARAGRAPHS | LINES else None
        elif tag in PARAGRAPHS:
            self._break("\n\n")
        elif tag in LINES and tag not in {"br", "dt"}:
            self._break("\n")

    def words(self, text: str) -> None:
        """Write words."""
        text = BLANKS.sub(" ", text)
        if not text.strip(" \u00a0"):  # a cell that holds nothing but &nbsp; is empty
            self.waiting = self.waiting or " "
            return
        if text.startswith(" ") and not self.waiting:
            self.waiting = " "
        piece = (self._lead() if self.pieces else "") + text.strip(" ")
        if self.opened:
            start = self.length + len(piece) - len(piece.lstrip(" \t\n"))
            self.marks.append(replace(self.opened, start=start))
            self.opened = None
        self.pieces.append(piece)
        self.length += len(piece)
        self.waiting = " " if text.endswith(" ") else ""

    def text(self) -> str:
        """What has been written."""
        return "".join(self.pieces) + "\n"

    def _open_table(self, tag: str, attributes: Attributes) -> None:
        if tag == "table":
            self.tables.append(Cells())
        elif tag == "tr" and self.tables:
            self.tables[-1].row()
        elif tag in ("td", "th") and self.tables:
            self.tables[-1].cell(attributes)

    def _lead(self) -> str:
        """What stands before the next words: the break that waits, with a tab for each cell since the last one with words."""
        if not self.tables:
            return self.waiting
        is_new = self.tables[-1].is_new
        tabs = self.tables[-1].tabs()
        if is_new:
            return self.waiting + tabs if "\n" in self.waiting else self.waiting
        return tabs if tabs and "\n" not in self.waiting else self.waiting

    def _break(self, kind: str) -> None:
        order = " \t\n"
        if (len(kind), order.index(kind[0])) > (len(self.waiting), order.index(self.waiting[0]) if self.waiting else -1):
            self.waiting = kind

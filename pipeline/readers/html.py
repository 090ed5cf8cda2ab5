"""HTML to text as a reader of the page sees it: blocks on lines of their own, cells side by side, list numbers printed.

    <tr><td>Datum:</td><td>Di, 22.09.2026</td></tr>     →  "Datum:⇥Di, 22.09.2026"
    <ol><li>Der Rat beschließt …</li></ol>              →  "1. Der Rat beschließt …"

Buttons give their title: ALLRIS 3 prints an item's Beschlussart nowhere else (Regensburg, 2026-09).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import lxml.html
from lxml.etree import ParserError

from extractors.text.minutes import DocumentText, ItemMark
from pipeline.encoding import decoded
from pipeline.readers import Reading, Terms, UnreadableError
from pipeline.readers.html_agenda import item_rows
from pipeline.readers.html_rubin import embedded

UNSEEN = {"title", "script", "style", "noscript", "template", "head", "nav", "select", "button", "textarea", "svg", "object", "iframe"}
PARAGRAPHS = {
    *("p", "h1", "h2", "h3", "h4", "h5", "h6", "table", "ul", "ol", "dl"),
    *("blockquote", "section", "article", "fieldset", "hr", "pre"),
}
LINES = {"div", "tr", "li", "dt", "br", "header", "footer", "main", "aside", "legend", "caption", "address", "tbody", "thead", "body"}
CELLS = {"td", "th", "dd"}
HIDDEN = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
BLANKS = re.compile(r"[ \t\r\n\f]+")


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read a page.

    Raises UnreadableError where the bytes hold no element at all.
    """
    text = decoded(data)
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    except ParserError as error:
        raise UnreadableError("corrupt", f"{name} is not a page that can be parsed.") from error
    title = page.findtext(".//title")
    body, marks = visible(page)
    if not body.strip() and (source := embedded(page)):
        return Reading(source, "text/html")
    return Reading(DocumentText(body, marks=marks, title=BLANKS.sub(" ", title).strip() or None if title else None), "text/html")


def visible(page: lxml.html.HtmlElement) -> tuple[str, tuple[ItemMark, ...]]:
    """The visible text of a page, and the agenda items that start in it."""
    writer = _Writer(item_rows(page))
    stack: list[tuple[lxml.html.HtmlElement, bool]] = [(page, False)]
    while stack:  # not recursive: hostile pages nest hundreds of thousands deep
        element, closing = stack.pop()
        if closing:
            writer.close(element)
            if element.tail:
                writer.words(element.tail)
        elif not isinstance(element.tag, str) or element.tag in UNSEEN or HIDDEN.search(element.get("style") or ""):
            if element.tail:
                writer.words(element.tail)
        else:
            writer.open(element)
            if element.text:
                writer.words(element.text)
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]
    return writer.text(), tuple(writer.marks)


@dataclass(slots=True)
class _Writer:
    """Text under construction; breaks wait until words follow, so that no empty lines pile up."""

    rows: Mapping[lxml.html.HtmlElement, ItemMark]
    marks: list[ItemMark] = field(default_factory=list)
    pieces: list[str] = field(default_factory=list)
    length: int = 0
    opened: ItemMark | None = None
    waiting: str = ""
    counters: list[int | None] = field(default_factory=list)

    def open(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag
        if tag == "tr" and element in self.rows:
            self.opened = self.rows[element]
        if tag in PARAGRAPHS:
            self._break("\n\n")
        elif tag in LINES:
            self._break("\n")
        elif tag in CELLS:
            self._break("\t")
        if tag in {"ol", "ul"}:
            start = element.get("start", "1")
            self.counters.append(int(start) if tag == "ol" and start.isdecimal() else None)
        elif tag == "li" and element.text_content().strip():
            self._bullet()
        elif tag == "input" and element.get("type", "").lower() == "submit":
            self.words(f" {element.get('title') or ''} ")

    def close(self, element: lxml.html.HtmlElement) -> None:
        tag = element.tag
        if tag in {"ol", "ul"}:
            self.counters.pop()
        if tag in PARAGRAPHS:
            self._break("\n\n")
        elif tag in LINES and tag not in {"br", "dt"}:
            self._break("\n")

    def words(self, text: str) -> None:
        text = BLANKS.sub(" ", text)
        if not text.strip(" \u00a0"):  # a cell that holds nothing but &nbsp; is empty
            self.waiting = self.waiting or " "
            return
        if text.startswith(" ") and not self.waiting:
            self.waiting = " "
        piece = (self.waiting if self.pieces else "") + text.strip(" ")
        if self.opened:
            start = self.length + len(piece) - len(piece.lstrip(" \t\n"))
            self.marks.append(replace(self.opened, start=start))
            self.opened = None
        self.pieces.append(piece)
        self.length += len(piece)
        self.waiting = " " if text.endswith(" ") else ""

    def text(self) -> str:
        return "".join(self.pieces) + "\n"

    def _bullet(self) -> None:
        number = self.counters[-1] if self.counters else None
        if number is not None:
            self.counters[-1] = number + 1
        self.words(f"{number}. " if number is not None else "• ")

    def _break(self, kind: str) -> None:
        order = " \t\n"
        if (len(kind), order.index(kind[0])) > (len(self.waiting), order.index(self.waiting[0]) if self.waiting else -1):
            self.waiting = kind

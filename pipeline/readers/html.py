"""HTML to text as a reader of the page sees it: blocks on lines of their own, cells side by side, list numbers printed.

    <tr><td>Datum:</td><td>Di, 22.09.2026</td></tr>     →  "Datum:⇥Di, 22.09.2026"
    <ol><li>Der Rat beschließt …</li></ol>              →  "1. Der Rat beschließt …"

Buttons give their title: ALLRIS 3 prints an item's Beschlussart nowhere else (Regensburg, 2026-09).
"""

from __future__ import annotations

import lxml.html
from lxml.etree import ParserError

from extractors.text.minutes import DocumentText, ItemMark
from pipeline.encoding import decoded
from pipeline.readers import Reading, Terms, UnreadableError
from pipeline.readers.html_agenda import item_rows
from pipeline.readers.html_bounded import bounded
from pipeline.readers.html_cells import is_row_of_cells
from pipeline.readers.html_risi import rendered
from pipeline.readers.html_rubin import embedded
from pipeline.readers.html_stream import letters_outside_tags, streamed
from pipeline.readers.html_text import BLANKS, Writer, is_unseen

DEEP = 1000  # elements inside each other; libxml2 leaves out what is below about 2,000
LESS = 0.2  # of the letters that the page holds outside its tags: then the second reader is asked


def read(data: bytes, name: str, terms: Terms) -> Reading:
    """Read a page.

    Raises UnreadableError where the bytes hold no element at all.
    """
    text = bounded(decoded(data, terms.charset).replace("\0", "\ufffd"))
    try:
        page = lxml.html.document_fromstring(text.encode("utf-8", "replace"), parser=lxml.html.HTMLParser(encoding="utf-8", huge_tree=True))
    except ParserError as error:
        raise UnreadableError("corrupt", f"{name} is not a page that can be parsed.") from error
    if source := rendered(page):
        return Reading(source, "text/html")
    title = page.findtext(".//title")
    body, marks, depth = visible(page)
    if not body.strip() and (source := embedded(page)):
        return Reading(source, "text/html")
    other = _held_to_account(body, depth, text)
    if other is not body:
        body, marks = other, ()
    return Reading(DocumentText(body, marks=marks, title=BLANKS.sub(" ", title).strip() or None if title else None), "text/html")


def _held_to_account(body: str, depth: int, page: str) -> str:
    """The text of a page, or that of the second reader where the first has lost much of it."""
    letters = len("".join(body.split()))
    if depth < DEEP and letters >= LESS * letters_outside_tags(page):
        return body
    other = streamed(page)
    return other if len("".join(other.split())) > 1.1 * letters else body


def visible(page: lxml.html.HtmlElement) -> tuple[str, tuple[ItemMark, ...], int]:
    """The visible text of a page, the agenda items that start in it, and how deep its elements nest."""
    writer, rows = Writer(), item_rows(page)
    stack: list[tuple[lxml.html.HtmlElement, bool]] = [(page, False)]
    depth = deepest = 0
    while stack:  # not recursive: hostile pages nest hundreds of thousands deep
        element, closing = stack.pop()
        if closing:
            depth -= 1
            writer.close(element.tag)
        elif isinstance(element.tag, str) and not is_unseen(element.tag, element.attrib):
            depth += 1
            deepest = max(deepest, depth)
            _open(writer, element, rows.get(element))
            stack.append((element, True))
            stack += [(child, False) for child in reversed(element)]
            continue
        if element.tail:
            writer.words(element.tail)
    return writer.text(), tuple(writer.marks), deepest


def _open(writer: Writer, element: lxml.html.HtmlElement, mark: ItemMark | None) -> None:
    tag = element.tag
    items = sum(child.tag == "li" for child in element) if tag == "ol" else 0
    is_empty = tag == "li" and not element.text_content().strip()
    writer.open(tag, element.attrib, mark=mark, items=items, is_empty=is_empty)
    if tag in ("td", "th"):
        writer.in_line = is_row_of_cells(element.getparent())
    if element.text:
        writer.words(element.text)

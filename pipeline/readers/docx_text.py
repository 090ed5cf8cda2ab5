"""The words of a Word document in the order of the page: as they stand after all changes are accepted.

Left out are deletions, what has been moved away, hidden text, the instructions of fields, and the second copies that Word keeps
for older programs. Text boxes follow the paragraph that they hang on; footnotes are kept for the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from pipeline.readers.blocks import labelled, rows
from pipeline.readers.docx_numbering import Element, Numbering, W, is_on, said, whole

WIDEST = 60  # columns
GONE = {f"{W}{name}" for name in ("del", "moveFrom", "delText", "instrText", "pPr", "rPr", "tblPr", "trPr", "tcPr", "sectPr")}
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
CHOICE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Choice"
MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-", "softHyphen": "\u00ad"}
# Wingdings and Wingdings 2, of which forms make their check boxes.
SYMBOLS = {"F0A8": "☐", "F06F": "☐", "F0A3": "☐", "F0FE": "☒", "F0FD": "☒", "F054": "☒", "F053": "☒", "F0FC": "✓", "F0B7": "•", "F0A7": "•"}
NOTES = {f"{W}footnoteReference": "footnotes", f"{W}endnoteReference": "endnotes"}


@dataclass(slots=True)
class Walk:
    """A walk over the parts of a document."""

    numbering: Numbering
    styles: dict[str, Element]
    notes: list[tuple[str, str]] = field(default_factory=list)
    """The notes referred to so far: of which part, and its id there."""

    def blocks(self, container: Element) -> Iterator[str]:
        """The paragraphs and tables in a container, in their order."""
        for child in container:
            if child.tag == f"{W}p":
                yield from self._paragraph(child)
            elif child.tag == f"{W}tbl":
                yield from rows(self._rows(child))
            elif child.tag not in GONE and isinstance(child.tag, str) and not _is_spare(child):
                yield from self.blocks(child)  # content controls, accepted insertions, sections of XML

    def _paragraph(self, paragraph: Element) -> Iterator[str]:
        boxes: list[Element] = []
        pieces: list[str] = []
        self._words(paragraph, pieces, boxes)
        text = "".join(pieces)
        mark = paragraph.find(f"{W}pPr/{W}rPr/{W}del")
        if text.strip() or mark is None:
            text = labelled(self._label(paragraph), text)
        if text.strip():
            yield text
        for box in boxes:
            yield from self.blocks(box)

    def _words(self, element: Element, pieces: list[str], boxes: list[Element]) -> None:
        for child in element:
            name = child.tag
            if name in (f"{W}t", MATH):
                pieces.append(child.text or "")
            elif name in NOTES:
                self.notes.append((NOTES[name], child.get(f"{W}id") or ""))
            elif name == f"{W}txbxContent":
                boxes.append(child)
            elif name == f"{W}sym":
                pieces.append(SYMBOLS.get((child.get(f"{W}char") or "").upper(), "\ufffd"))
            elif isinstance(name, str) and name not in GONE and not _is_spare(child) and not _is_hidden(child):
                pieces.append(SIGNS.get(name.removeprefix(W), ""))
                self._words(child, pieces, boxes)

    def _label(self, paragraph: Element) -> str:
        properties = paragraph.find(f"{W}pPr")
        style = said(properties, "pStyle")
        own = properties.find(f"{W}numPr") if properties is not None else None
        number, level = said(own, "numId"), said(own, "ilvl")
        if number is None:
            number, by_style, style = self._of_style(style)
            level = level or by_style
        if number is None or number == "0":
            return ""
        if level is None and style is not None:
            return self.numbering.label(number, self.numbering.level_of_style(number, style))
        return self.numbering.label(number, whole(level, 0))

    def _of_style(self, style: str | None) -> tuple[str | None, str | None, str | None]:
        """The list and the level that a style gives its paragraphs, and the style that says so: itself, or one it is based on."""
        for _ in range(20):  # styles can be based on each other in a circle
            if style is None or style not in self.styles:
                break
            numbers = self.styles[style].find(f"{W}pPr/{W}numPr")
            if (number := said(numbers, "numId")) is not None:
                return number, said(numbers, "ilvl"), style
            style = said(self.styles[style], "basedOn")
        return None, None, None

    def _rows(self, table: Element) -> Iterator[Sequence[Sequence[str]]]:
        for row in _inside(table, f"{W}tr"):
            if row.find(f"{W}trPr/{W}del") is None:
                yield list(self._cells(row))

    def _cells(self, row: Element) -> Iterator[list[str]]:
        """The cells of a row; those over which another one is merged are empty, but where it fills the row."""
        cells = list(_inside(row, f"{W}tc"))
        free = min(whole(said(row.find(f"{W}trPr"), "gridBefore"), 0), WIDEST)
        yield from ([] for _ in range(free))
        for cell in cells:
            yield self._cell(cell)
            wide = min(whole(said(cell.find(f"{W}tcPr"), "gridSpan"), 1), WIDEST)
            yield from ([] for _ in range(wide - 1 if len(cells) > 1 else 0))

    def _cell(self, cell: Element) -> list[str]:
        merged = cell.find(f"{W}tcPr/{W}vMerge")
        if merged is not None and merged.get(f"{W}val") != "restart":
            return []
        return list(self.blocks(cell))


def _inside(parent: Element, name: str) -> Iterator[Element]:
    """The rows of a table, or the cells of a row, through the wrappers that Word puts around them."""
    for child in parent:
        if child.tag == name:
            yield child
        elif child.tag in (f"{W}sdt", f"{W}sdtContent", f"{W}ins", f"{W}customXml"):
            yield from _inside(child, name)


def _is_spare(element: Element) -> bool:
    """Whether it is the copy for older programs of something that is there."""
    return bool(element.tag == FALLBACK and element.getparent().find(CHOICE) is not None)


def _is_hidden(element: Element) -> bool:
    switch = element.find(f"{W}rPr/{W}vanish") if element.tag == f"{W}r" else None
    return switch is not None and is_on(switch)

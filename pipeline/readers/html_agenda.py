"""Agenda items that a page shows as rows of a table: the number in the first cell, the rest as the table's head names it.

TOP | Betreff | Vorlage | Beschlussart         a head that names its first column TOP, or
Ö 2 | Radweg am Mühlbach | 17/2026             numbers that say whether the item is public (ALLRIS, SessionNet)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TypeAlias

import lxml.html

from extractors.text.minutes import ItemMark

NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*\d{1,3}(?:\.\d{1,3})*\.?(?=\s|$)")
HEAD = re.compile(r"TOP(?:-?Nr\.?)?|Nr\.?")
HEADS = {"Nummer", "Übersicht", "Vorlagennummer"}  # the first alone may be anything's (SD.NET, 2026-09)
# What the systems head their columns with; anything else is left to the text.
COLUMNS = {
    "title": re.compile(r"Betreff|Übersicht|Inhalt|Titel|Bezeichnung|Tagesordnungspunkt|Gegenstand", re.IGNORECASE),
    "paper": re.compile(r"Vorlagen?(?:-?(?:Nr|nummer)\.?)?|Drucksache(?:n-?(?:Nr|nummer)\.?)?", re.IGNORECASE),
    "result": re.compile(r"Beschlussart|Beschluss|Ergebnis|Beratungsergebnis", re.IGNORECASE),
}
# SessionNet 5 and 6 print the result in the cell of the title, in a paragraph of its own (Layout 5, 2026-10).
BELOW = re.compile(r"\s(?:Beschluss|Beschlussart):\s(?P<result>[^;:]{1,80}?)\s*(?:;.{0,200})?$")
OPEN = "(offen)"  # what ALLRIS prints where nothing has been decided yet (Regensburg, 2026-09)
Row: TypeAlias = lxml.html.HtmlElement


def item_rows(page: lxml.html.HtmlElement) -> dict[Row, ItemMark]:
    """The rows of a page that are agenda items; where each starts in the text is not known yet."""
    found: dict[Row, ItemMark] = {}
    for table in page.iter("table"):
        rows = [(row, cells) for row in _own_rows(table) if (cells := [_words(cell) for cell in row if cell.tag in {"td", "th"}])]
        head = next((cells for _, cells in rows[:3] if HEAD.fullmatch(cells[0]) or (cells[0] in HEADS and set(cells) >= HEADS)), None)
        columns = _columns(head) if head else {}
        marks = [(row, mark) for row, cells in rows if (mark := _mark(row, cells, columns))]
        if head or any(mark.public is not None for _, mark in marks):
            found.update(marks)
    return found


def _own_rows(table: lxml.html.HtmlElement) -> Iterator[Row]:
    """The rows of a table, not those of tables inside its cells (a list of attachments: Halle, 2026-09)."""
    return (row for row in table.iter("tr") if next(row.iterancestors("table")) is table)


def _columns(head: list[str]) -> dict[str, int]:
    return {name: at for name, form in COLUMNS.items() for at, cell in enumerate(head) if form.fullmatch(cell)}


def _mark(row: Row, cells: list[str], columns: Mapping[str, int]) -> ItemMark | None:
    number = NUMBER.match(cells[0])
    said = {name: cells[at] for name, at in columns.items() if at < len(cells) and cells[at]}
    titles = [said["title"]] if "title" in said else [cell for cell in cells[1:] if re.search(r"[^\W\d_]{3}", cell)]
    if not number or not titles or len(cells[0]) > 40:
        return None
    public = {"Ö": True, "N": False, "NÖ": False}.get(number["part"] or "")
    title, told = _told_below(titles[0])
    result = next(_buttons(row), None) or said.get("result") or told
    # Cells that span columns shift the rest (Regensburg): a title in the paper's column is no number of a paper.
    paper = said["paper"] if re.fullmatch(r"(?=\D*\d)\S(?:.{0,38}\S)?", said.get("paper", "")) and said["paper"] != titles[0] else None
    return ItemMark(0, number[0].strip().rstrip("."), title, public, result, paper)


def _told_below(title: str) -> tuple[str, str | None]:
    """A title and the result that its cell tells below it.

    >>> _told_below("Radweg am Mühlbach Beschluss: ungeändert beschlossen; Ja: 20, Nein: 4")
    ('Radweg am Mühlbach', 'ungeändert beschlossen')
    """
    match = BELOW.search(title)
    return (title[: match.start()].strip(), match["result"].strip() or None) if match else (title, None)


def _buttons(row: Row) -> Iterator[str]:
    """What the button to an item's minutes ("NA", Niederschriftsauszug) has for a title: the item's Beschlussart."""
    for button in row.iter("input"):
        title = (button.get("title") or "").strip()
        if button.get("value") == "NA" and title and title != OPEN:
            yield title


def _words(cell: lxml.html.HtmlElement) -> str:
    """The words of a cell, without those of tables inside it."""
    parts = [cell.text or ""]
    stack = list(reversed(cell))
    while stack:
        element = stack.pop()
        if not isinstance(element, str) and element.tag != "table" and isinstance(element.tag, str):
            parts.append(element.text or "")
            stack += [*([element.tail] if element.tail else []), *reversed(element)]
        else:
            parts.append(element if isinstance(element, str) else element.tail or "")
    return " ".join(" ".join(parts).split())

"""Agenda items that a page shows as rows of a table: the number in the first cell, the title in the longest.

TOP | Betreff | Vorlage                        a head that names its first column TOP, or
Ö 2 | Radweg am Mühlbach | 17/2026             numbers that say whether the item is public (ALLRIS, SessionNet)
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

import lxml.html

from extractors.text.minutes import ItemMark

NUMBER = re.compile(r"(?P<part>Ö|NÖ|N)?\s*\d{1,3}(?:\.\d{1,3})*\.?(?=\s|$)")
HEAD = re.compile(r"TOP(?:-?Nr\.?)?|Nr\.?")
OPEN = "(offen)"  # what ALLRIS prints where nothing has been decided yet (Regensburg, 2026-09)


def item_rows(page: lxml.html.HtmlElement) -> dict[lxml.html.HtmlElement, ItemMark]:
    """The rows of a page that are agenda items; where each starts in the text is not known yet."""
    found: dict[lxml.html.HtmlElement, ItemMark] = {}
    for table in page.iter("table"):
        rows = [(row, cells) for row in table.iter("tr") if (cells := [_words(cell) for cell in row if cell.tag in {"td", "th"}])]
        headed = any(HEAD.fullmatch(cells[0]) for _, cells in rows[:3])
        marks = [(row, mark) for row, cells in rows if (mark := _mark(row, cells))]
        if headed or any(mark.public is not None for _, mark in marks):
            found.update(marks)
    return found


def _mark(row: lxml.html.HtmlElement, cells: list[str]) -> ItemMark | None:
    number = NUMBER.match(cells[0])
    titles = [cell for cell in cells[1:] if re.search(r"[^\W\d_]{3}", cell)]
    if not number or not titles or len(cells[0]) > 40:
        return None
    public = {"Ö": True, "N": False, "NÖ": False}.get(number["part"] or "")
    mark = ItemMark(0, number[0].strip(), max(titles, key=len), public)
    return replace(mark, result_raw=next(_results(row), None))


def _results(row: lxml.html.HtmlElement) -> Iterator[str]:
    """What the button to an item's minutes ("NA", Niederschriftsauszug) has for a title: the item's Beschlussart."""
    for button in row.iter("input"):
        title = (button.get("title") or "").strip()
        if button.get("value") == "NA" and title and title != OPEN:
            yield title


def _words(cell: lxml.html.HtmlElement) -> str:
    return " ".join(cell.text_content().split())

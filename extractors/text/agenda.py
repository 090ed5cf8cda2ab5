"""Minutes cut into agenda items, by the source's own marks where it has any, else by the labels in the text."""

from __future__ import annotations

import re

from extractors.text.head import head_of
from extractors.text.minutes import AgendaItem, DocumentText, Minutes
from extractors.text.sections import sections_of
from extractors.text.shadow import Shadow, shadow_of

# "Punkt 18 der Tagesordnung: Kürzung …" (Karlsruhe), "TOP: Ö 18.12" (Leipzig), "TOP 5" (Erlangen)
LABEL = re.compile(
    r"^(?:(?:TOP|Tagesordnungspunkt|Punkt)[ :]+(?P<number>(?:Ö|NÖ|N)? ?\d{1,3}(?:\.\d{1,3})*)\b(?: der Tagesordnung)?:?(?P<title>[^\n]*))",
    re.MULTILINE,
)


def minutes_of(source: DocumentText) -> Minutes:
    """Build what extractors read: the shadow of the text, its agenda items and their sections."""
    shadow = shadow_of(source.text, source.page_starts)
    items = tuple(_items(source, shadow))
    return Minutes(source, shadow, items, head_of(source, shadow))


def _items(source: DocumentText, shadow: Shadow) -> list[AgendaItem]:
    text = shadow.text
    opened = [(m.start(), m["number"].strip(), m["title"].strip() or None) for m in LABEL.finditer(text)]
    if len(opened) < 2:
        number, title = opened[0][1:] if opened else (None, None)
        return [AgendaItem(0, len(text), number, title, sections=tuple(sections_of(text, 0, len(text))))]
    items = [AgendaItem(0, opened[0][0], sections=tuple(sections_of(text, 0, opened[0][0])))] if opened[0][0] else []
    for (start, number, title), end in zip(opened, [*(o[0] for o in opened[1:]), len(text)], strict=True):
        items.append(AgendaItem(start, end, number, title, sections=tuple(sections_of(text, start, end))))
    return items

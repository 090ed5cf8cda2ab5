"""A document in parts, each with its statements beside it: its pages, or stretches of its text that end where a line ends."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from pipeline.release.evidence.drawing import MASK, Drawing, SheetFound
from pipeline.release.evidence.nouns import Box, Card, Part, Sheet

STRETCH = 4000
"""Characters: as many as stand beside the cards that are usually of them. It also keeps long pages quick: a browser looks for the row
that its address names in one part, not in all."""
WHY_NOT = {
    "hidden_on_scan": "Diese Seite ist ein Scan, auf dem geschwärzte Angaben stehen: Ihr Bild wird nicht gezeigt.",
    "hidden_place_unknown": "Wo auf dieser Seite das Geschwärzte steht, ist nicht sicher: Ihr Bild wird nicht gezeigt.",
    "cannot_be_drawn": "Von dieser Seite ließ sich kein Bild machen.",
    "read_otherwise": "Das Original wird inzwischen anders gelesen als der Text hier: Bilder der Seiten fehlen deshalb.",
    "unreadable": "Vom archivierten Original ließen sich keine Bilder machen.",
}


def parts_of(document: str, text: str, drawing: Drawing, cards: Sequence[Card]) -> list[Part]:
    """The parts of a document in their order."""
    starts = drawing.starts or _stretches(text, cards)
    begun: list[list[Card]] = [[] for _ in starts]
    quoted: list[list[Card]] = [[] for _ in starts]
    for card in cards:
        first = max(0, bisect_right(starts, card.span[0]) - 1)
        begun[first].append(card)
        for at in range(first, max(first + 1, bisect_left(starts, card.span[1]))):
            if card.span[0] < card.span[1] <= len(text):
                quoted[at].append(card)
    boxes = _boxes(drawing, cards)
    found = []
    for at, (start, end) in enumerate(zip(starts, [*starts[1:], len(text)], strict=True)):
        number = at + 1 if drawing.starts else None
        drawn = drawing.sheets.get(at + 1)
        sheet = _sheet(document, drawn, boxes.get(at + 1, []), is_masked=MASK in text[start:end])
        why_not = WHY_NOT.get(drawn.why_not) if drawn and drawn.why_not else None
        found.append(Part(at + 1, number, start, end, begun[at], quoted[at], sheet, why_not))
    return found


def _stretches(text: str, cards: Sequence[Card]) -> list[int]:
    """Where a text may be parted: at ends of lines that are in no quote."""
    starts, reached = [0], 0
    within = iter(sorted(card.span for card in cards))
    quote = next(within, None)
    while cards and reached + STRETCH < len(text):
        at = text.find("\n", max(reached + STRETCH, 0)) + 1
        while at and quote and quote[0] < at:
            if quote[1] > at:
                at = text.find("\n", quote[1] - 1) + 1
            quote = next(within, None)
        if not at or at >= len(text):
            break
        starts.append(at)
        reached = at
    return starts


def _boxes(drawing: Drawing, cards: Sequence[Card]) -> dict[int, list[Box]]:
    """The boxes of the quotes by their page."""
    found: dict[int, list[Box]] = {}
    for quote, page, *place in drawing.boxes:
        if quote < len(cards):
            card = cards[quote]
            found.setdefault(page, []).append(Box(card.number, card.row, card.table, *place))
    return found


def _sheet(document: str, found: SheetFound | None, boxes: Sequence[Box], *, is_masked: bool) -> Sheet | None:
    if found is None or found.picture is None:
        return None
    return Sheet(f"images/{document}/{found.number}.webp", max(1, round(found.width)), max(1, round(found.height)), boxes, is_masked)

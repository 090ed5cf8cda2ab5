"""Statements as HTML: the marks in a text, and the cards that tell what they say.

A page may have thousands of them, so they are written here and not by a template; every word of a row or a text is escaped.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from html import escape as escaped

from pipeline.passages import passages
from pipeline.release.evidence.nouns import Card

escape = lru_cache(maxsize=8192)(escaped)  # headings, terms and numbers return on every card


def marked(text: str, cards: Sequence[Card], spans: Sequence[tuple[int, int]], start: int) -> Iterator[str]:
    """The text with its quotes marked, each behind a tag that names its kind and is what its address leads to."""
    begun: set[int] = set()
    for passage in passages(text, spans):
        words = escaped(passage.text)
        if not passage.facts:
            yield words
            continue
        over = [cards[number - 1] for number in passage.facts]
        for card in over:
            if card.number not in begun and card.span[0] >= start:
                row = escape(card.row)
                yield f'<a class="tag {card.table}" id="{row}" href="#{row}" title="{escape(card.headline)}">{escape(card.kind)}</a>'
            begun.add(card.number)
        numbers = " ".join(f"f{card.number}" for card in over)
        yield f'<mark class="on {over[-1].table} {numbers}">{words}</mark>'


def card_of(card: Card) -> str:
    """What a statement says, in words, with where it is from."""
    row, table, number = escape(card.row), card.table, card.number
    said = "".join(f"<div><dt>{escape(label)}</dt><dd>{escape(value)}</dd></div>" for label, value in card.said)
    remarks = "".join(f'<p class="remark">{escape(remark)}</p>' for remark in card.remarks)
    about = [escape(words) for words in card.about]
    if card.original:
        about.append(f'<a href="{escape(card.original)}" rel="noopener noreferrer nofollow">Stelle im Original</a>')
    if card.same:
        about.append(f'<a href="{escape(card.same)}">dieselbe Angabe in einem anderen Dokument, die für beide zählt</a>')
    return (
        f'<li class="card {table} f{number}" value="{number}">\n'
        f'<h3><a href="#{row}"><span class="kind {table}">{escape(card.kind)}</span> {escape(card.headline)}</a>'
        f'<a class="close" href="#_" title="Markierung aufheben">×</a></h3>\n'
        f'<dl>{said}</dl>\n{remarks}<p class="about">{" · ".join(about)}</p>\n</li>\n'
    )

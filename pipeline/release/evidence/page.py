"""A page of evidence as HTML. What documents say is escaped wherever it stands; no script runs, and nothing is asked of anybody.

A quote is found by the address: evidence/<document>.html#<row>. The browser goes to its tag in the text, and one rule of the page's
own stylesheet lights up all that is of this row: its passages, its boxes on the pictures, its card.
"""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator, Mapping, Sequence
from functools import cache
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup, escape

from pipeline.passages import COLOURS, CONTROLS, passages
from pipeline.release.evidence.nouns import Card, Part, View
from pipeline.release.evidence.view import SAFE

TEMPLATES = Path(__file__).parent / "templates"
# Nothing but the style of the page itself and the pictures beside it. For a page that is opened as a file not every browser takes the
# file beside it for its own ('self'), hence `file:`, which a page that came over the web cannot make use of.
POLICY = "default-src 'none'; img-src 'self' file:; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
# What turns the order of writing is shown as a sign of its own; what only hints at it, and ends of lines of another kind, need not be.
HARMLESS: Mapping[int, str | None] = CONTROLS | {0x0D: None, 0x0C: "\n", 0x61C: None, 0x200E: None, 0x200F: None}
LIT = (
    "--now:var(--bright);--ring:0 .16em 0 var(--edge);--deep:.5;--rim:var(--edge);"
    "--place:fixed;--over:9;--high:42vh;--shown:inline;--lift:0 0 2rem #0008"  # the row's card, held at the foot of the window
)
MOST_LIT = 3000
"""Rows of a page that are lit up by their address; a browser would take seconds to style more (their tags are lit up all the same)."""


def _harmless(said: Any) -> Any:
    return said.translate(HARMLESS) if type(said) is str else said


@cache
def _environment() -> Environment:
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, finalize=_harmless, keep_trailing_newline=True
    )


@cache
def _style() -> str:
    """The stylesheet of all pages."""
    css = (TEMPLATES / "style.css").read_text(encoding="utf-8")
    kinds = "".join(f".{table}{{--kind:{colour}}}" for table, (_, colour) in COLOURS.items())
    return f"{css}:root{{--kind:#e9e9e9}}{kinds}.kind,.tag{{background:var(--kind)}}\n"


@cache
def code_digest() -> str:
    """What a page depends on beside what it shows: our code and templates."""
    found = hashlib.sha256(repr((COLOURS, POLICY)).encode())
    for path in sorted([*TEMPLATES.iterdir(), *Path(__file__).parent.glob("*.py")]):
        found.update(path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def digest_of(view: View) -> str:
    """What a page is known by: equal for equal pages, without that they are made."""
    said = f"{code_digest()}\0{view!r}\0{view.text}"
    return hashlib.sha256(said.encode("utf-8", "surrogatepass")).hexdigest()


def html_of(view: View, digest: str) -> str:
    """The page as a whole."""
    cards = [card for part in view.parts for card in part.cards]
    style = Markup(_style() + _lit(cards))  # noqa: S704  our own style; of rows only keys that are letters and digits
    parts = [_shown(part, view.text, cards) for part in view.parts]
    said = {name: getattr(view, name) for name in View.__slots__ if name not in ("parts", "text")}
    page = said | {"digest": digest, "parts": parts}
    return _rendered("page.html.jinja", page=page, style=style, policy=_policy(style))


def index_of(**said: Any) -> str:
    """A list of pages."""
    style = Markup(_style())  # noqa: S704  our own
    return _rendered("index.html.jinja", style=style, policy=_policy(style), **({"council": None, "councils": [], "days": []} | said))


def _rendered(template: str, **said: Any) -> str:
    page = _environment().get_template(template).render(**said)
    return page.encode("utf-8", "replace").decode("utf-8")  # a PDF can hold half of a surrogate pair


def _policy(style: str) -> Markup:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return Markup(POLICY.format(digest))  # noqa: S704  our own


def _lit(cards: Sequence[Card]) -> str:
    """The rule that lights up what is of the row that the address names."""
    safe = [card for card in cards[:MOST_LIT] if SAFE.fullmatch(card.row)]
    return ",\n".join(f':root:has([id="{card.row}"]:target) .f{card.number}' for card in safe) + f"{{{LIT}}}\n" if safe else ""


def _shown(part: Part, text: str, cards: Sequence[Card]) -> dict[str, Any]:
    """A part as the template wants it."""
    within = [card for card in cards if card.span[0] < part.end and card.span[1] > part.start and card.span[0] < card.span[1]]
    spans = [(max(card.span[0], part.start) - part.start, min(card.span[1], part.end) - part.start) for card in within]
    body = Markup("").join(_marked(text[part.start : part.end], within, spans, part.start))
    lost = [card for card in part.cards if not card.span[0] < card.span[1] <= len(text)]
    anchors = Markup("").join(Markup('<a id="{}"></a>').format(card.row) for card in lost)  # a row without a place in the text
    return {name: getattr(part, name) for name in Part.__slots__} | {"text": anchors + body}


def _marked(text: str, cards: Sequence[Card], spans: Sequence[tuple[int, int]], start: int) -> Iterator[Markup]:
    """The text with its quotes marked, each behind a tag that names its kind and is what its address leads to."""
    begun: set[int] = set()
    for passage in passages(text, spans):
        words = escape(passage.text.translate(HARMLESS))
        if not passage.facts:
            yield words
            continue
        over = [cards[number - 1] for number in passage.facts]
        for card in over:
            if card.number not in begun and card.span[0] >= start:
                yield TAG.format(row=card.row, table=card.table, kind=card.kind, headline=card.headline.translate(HARMLESS))
            begun.add(card.number)
        yield MARK.format(table=over[-1].table, numbers=" ".join(f"f{card.number}" for card in over), words=words)


TAG = Markup('<a class="tag {table}" id="{row}" href="#{row}" title="{headline}">{kind}</a>')
MARK = Markup('<mark class="on {table} {numbers}">{words}</mark>')

"""A page of evidence as HTML. What documents say is escaped wherever it stands; no script runs, and nothing is asked of anybody.

A quote is found by the address: evidence/<document>.html#<row>. The browser goes to its tag in the text, and one rule of the page's
own stylesheet lights up all that is of this row: its passages, its boxes on the pictures, its card.
"""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Sequence
from functools import cache
from html import escape
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from pipeline.passages import COLOURS, CONTROLS
from pipeline.release.evidence.marking import card_of, marked
from pipeline.release.evidence.nouns import Part, View
from pipeline.release.evidence.view import SAFE

TEMPLATES = Path(__file__).parent / "templates"
# Nothing but the style of the page itself and the pictures beside it. For a page that is opened as a file not every browser takes the
# file beside it for its own ('self'), hence `file:`, which a page that came over the web cannot make use of.
POLICY = "default-src 'none'; img-src 'self' file:; style-src 'sha256-{}'; base-uri 'none'; form-action 'none'"
# What turns the order of writing is shown as a sign of its own; what only hints at it, and ends of lines of another kind, need not be.
UNSEEN = {0x0D: "", 0x61C: "", 0x200E: "", 0x200F: ""}
STEERING = re.compile("[" + "".join(re.escape(chr(code)) for code in CONTROLS) + "]")
LIT = (
    "--now:var(--bright);--ring:0 .16em 0 var(--edge);--deep:.5;--rim:var(--edge);"
    "--place:fixed;--over:9;--high:42vh;--shown:inline;--lift:0 0 2rem #0008"  # the row's card, held at the foot of the window
)


@cache
def _environment() -> Environment:
    return Environment(loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined, keep_trailing_newline=True)


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
    style = Markup(_style() + _lit(view.parts))  # noqa: S704  our own style; of rows only keys that are letters and digits
    parts = [_shown(part, view.text) for part in view.parts]
    said = {name: getattr(view, name) for name in View.__slots__ if name not in ("parts", "text")}
    page = said | {"digest": digest, "parts": parts}
    return _rendered("page.html.jinja", page=page, style=style, policy=_policy(style))


def index_of(**said: Any) -> str:
    """A list of pages."""
    style = Markup(_style())  # noqa: S704  our own
    return _rendered("index.html.jinja", style=style, policy=_policy(style), **({"council": None, "councils": [], "days": []} | said))


def _rendered(template: str, **said: Any) -> str:
    page = _environment().get_template(template).render(**said)
    page = STEERING.sub(lambda sign: UNSEEN.get(ord(sign[0]), CONTROLS[ord(sign[0])]), page)
    return page.encode("utf-8", "replace").decode("utf-8")  # a PDF can hold half of a surrogate pair


def _policy(style: str) -> Markup:
    digest = base64.b64encode(hashlib.sha256(style.encode()).digest()).decode("ascii")
    return Markup(POLICY.format(digest))  # noqa: S704  our own


def _lit(parts: Sequence[Part]) -> str:
    """The rule that lights up what is of the row that the address names: in the part where its quote begins, and in those it runs on to.

    Told part by part, for a browser looks again with each element that it adds below what `:has` is asked of.
    """
    began = {card.number: part.index for part in parts for card in part.cards if SAFE.fullmatch(card.row)}
    found = []
    for part in parts:
        for card in {card.number: card for card in (*part.cards, *part.quoted)}.values():
            if first := began.get(card.number):
                further = "" if first == part.index else f"~.p{part.index}"
                found.append(f'.p{first}:has([id="{card.row}"]:target){further} .f{card.number}')
    return ",\n".join(found) + f"{{{LIT}}}\n" if found else ""


def _shown(part: Part, text: str) -> dict[str, Any]:
    """A part as the template wants it."""
    spans = [(max(card.span[0], part.start) - part.start, min(card.span[1], part.end) - part.start) for card in part.quoted]
    lost = [card for card in part.cards if not card.span[0] < card.span[1] <= len(text)]
    anchors = "".join(f'<a id="{escape(card.row)}"></a>' for card in lost)  # a row without a place in the text
    words = marked(text[part.start : part.end], part.quoted, spans, part.start)
    body = Markup(anchors + "".join(words))  # noqa: S704  escaped there
    cards = Markup("".join(map(card_of, part.cards)))  # noqa: S704  escaped there
    return {name: getattr(part, name) for name in Part.__slots__} | {"text": body, "cards": cards}

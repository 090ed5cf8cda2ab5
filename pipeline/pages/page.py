"""A page of a council information system, parsed: elements by CSS selector, their words, their addresses. Home of cssselect."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import TypeAlias
from urllib.parse import urldefrag, urljoin, urlsplit

import lxml.html
from lxml import etree
from lxml.cssselect import CSSSelector
from lxml.etree import ParserError

from pipeline.encoding import decoded
from pipeline.statuses import Failure, Status

Element: TypeAlias = lxml.html.HtmlElement
BLANKS = re.compile(r"[\s\u00a0\u00ad]+")
UNSEEN = {"script", "style", "noscript", "template"}


@dataclass(frozen=True, slots=True)
class Page:
    """A parsed page with the address it came from."""

    url: str
    root: Element
    source: str
    """The page's text as decoded, for what a parser loses: several documents in one page (ALLRIS), data in scripts (more! rubin)."""

    def all(self, selector: str) -> list[Element]:
        """The elements that a CSS selector names, in the order of the page."""
        return select(self.root, selector)

    def first(self, selector: str) -> Element | None:
        """The first of them, None where there is none."""
        return next(iter(self.all(selector)), None)

    def words(self, selector: str) -> str | None:
        """The words of the first of them, None where there is none or it is empty."""
        found = self.first(selector)
        return (words(found) or None) if found is not None else None

    def address(self, link: Element | None) -> str | None:
        """Where a link or form leads, absolute and without its fragment; None for none, and for what is no address of the web."""
        said = (link.get("href") or link.get("action") or link.get("src")) if link is not None else None
        return self.absolute(said) if said else None

    def absolute(self, said: str) -> str | None:
        """An address of the page made absolute, by its <base> where it has one."""
        base = self.first("base[href]")
        try:
            url = urldefrag(urljoin(urljoin(self.url, str(base.get("href")) if base is not None else ""), said.strip()))[0]
            return url if urlsplit(url).scheme in ("http", "https") else None
        except ValueError:
            return None

    @property
    def fingerprint(self) -> str:
        """What the page says to a reader, as a short digest: the same though tokens and counters in it change."""
        return hashlib.sha256(words(self.root).encode("utf-8", "replace")).hexdigest()[:16]


def page_of(body: bytes, url: str) -> Page:
    """Parse a page; a part that its own markup hides from the parser is still in `source`.

    Raises Failure where the bytes hold no element at all.
    """
    source = decoded(body)
    try:
        parser = lxml.html.HTMLParser(encoding="utf-8", huge_tree=True)
        root = lxml.html.document_fromstring(source.encode("utf-8", "replace"), parser=parser)
    except ParserError as error:
        raise Failure(Status.CORRUPT, f"{url} is not a page that can be parsed.") from error
    return Page(url, root, source)


def xml_of(data: bytes, url: str) -> etree._Element:
    """The root of an XML answer, without entities from outside and without repair.

    Raises Failure where the bytes are none.
    """
    try:
        return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False))
    except (etree.XMLSyntaxError, ValueError) as error:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{url} does not answer with XML.") from error


def select(element: Element, selector: str) -> list[Element]:
    """The elements below one that a CSS selector names."""
    found = _compiled(selector)(element)
    return [thing for thing in found if isinstance(thing, lxml.html.HtmlElement)] if isinstance(found, list) else []


@cache
def _compiled(selector: str) -> CSSSelector:
    return CSSSelector(selector, translator="html")


def words(element: Element) -> str:
    """The words of an element and what is in it, with single blanks; scripts and styles are no words."""
    return BLANKS.sub(" ", "".join(_pieces(element))).strip()


def own_words(element: Element, *without: str) -> str:
    """The words of an element but for the parts inside it that some tags hold (nested tables of files, buttons)."""
    return BLANKS.sub(" ", "".join(_pieces(element, frozenset(without)))).strip()


def _pieces(element: Element, without: frozenset[str] = frozenset()) -> Iterator[str]:
    """Text piece by piece; not recursive, as hostile pages nest hundreds of thousands deep."""
    stack: list[tuple[Element, bool]] = [(element, False)]
    while stack:
        at, closing = stack.pop()
        if closing:
            yield (" " if at.tag in {"td", "th", "tr", "li", "p", "div", "br", "dt", "dd"} else "") + (at.tail or "")
        elif not isinstance(at.tag, str) or at.tag in UNSEEN or (at is not element and at.tag in without):
            yield (at.tail or "") if at is not element else ""
        else:
            yield at.text or ""
            if at is not element:
                stack.append((at, True))
            stack += [(child, False) for child in reversed(at)]

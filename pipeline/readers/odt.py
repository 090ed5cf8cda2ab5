"""OpenDocument texts (.odt) as they are printed: running heads, the document with its lists numbered, notes and feet.

Changes need no care: an .odt keeps what has been deleted apart from its text.
"""

from __future__ import annotations

from collections.abc import Iterator
from zipfile import BadZipFile, ZipFile

from lxml import etree

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Terms, UnreadableError
from pipeline.readers.blocks import package
from pipeline.readers.odt_text import OFFICE, STYLE, TEXT, Walk, lists_of

MEDIA_TYPE = "application/vnd.oasis.opendocument.text"
HEADS = ("header", "header-first", "header-left")
FEET = ("footer", "footer-first", "footer-left")


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read an OpenDocument text.

    Raises UnreadableError where the package is broken, protected, no text, or would unpack to more than the limit.
    """
    with package(data, name) as parts:
        try:
            if b"encryption-data" in _part(parts, "META-INF/manifest.xml"):
                raise UnreadableError("encrypted", f"{name} is protected by a password.")
            content = _tree(parts.read("content.xml"))
            styles = _tree(_part(parts, "styles.xml") or b"<none/>")
        except (BadZipFile, SyntaxError, KeyError, ValueError, RuntimeError, OSError) as error:
            raise UnreadableError("corrupt", f"{name} is not a document that can be opened.") from error
    body = content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise UnreadableError("corrupt", f"{name} is not a document that can be opened.")
    if any(getattr(tree.getroottree().docinfo, "doctype", "") for tree in (content, styles)):
        raise UnreadableError("corrupt", f"{name} defines entities of its own, which no OpenDocument text does.")
    text = "\n\n".join(_blocks(Walk(lists_of(styles) | lists_of(content)), body, styles))
    return Reading(DocumentText(text + "\n"), MEDIA_TYPE)


def _part(parts: ZipFile, name: str) -> bytes:
    return parts.read(name) if name in parts.namelist() else b""


def _tree(data: bytes) -> etree._Element:
    return etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))


def _blocks(walk: Walk, body: etree._Element, styles: etree._Element) -> Iterator[str]:
    yield from _furniture(walk, styles, HEADS)
    yield from walk.blocks(body)
    for number, note in enumerate(list(walk.notes), 1):
        yield f"[{number}] " + " ".join(walk.blocks(note))
    yield from _furniture(walk, styles, FEET)


def _furniture(walk: Walk, styles: etree._Element, kinds: tuple[str, ...]) -> list[str]:
    """The different paragraphs of the running heads or feet, but those that count pages."""
    found: dict[str, None] = {}
    for kind in kinds:
        for part in styles.iter(f"{STYLE}{kind}"):
            for paragraph in list(part):
                if next(paragraph.iter(f"{TEXT}page-number", f"{TEXT}page-count"), None) is not None:
                    part.remove(paragraph)
            found.update(dict.fromkeys(walk.blocks(part)))
    return list(found)

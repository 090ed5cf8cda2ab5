"""Word files (.docx) as they are printed: running heads, then the document with its lists numbered, then its notes and feet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any
from zipfile import BadZipFile

import docx
from docx.opc.exceptions import OpcError
from docx.oxml.parser import parse_xml

from extractors.text.minutes import DocumentText
from pipeline.readers import Reading, Terms, UnreadableError
from pipeline.readers.blocks import package
from pipeline.readers.docx_numbering import W, numbering_of
from pipeline.readers.docx_text import Walk

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"
COUNTED = re.compile(r"\s*(?:NUM)?PAGES?\b")
SHOWN = re.compile(rb"<w:t(?: [^<>]*)?>([^<]*)</w:t>")
REMOVED = re.compile(rb"<mc:Fallback>.*?</mc:Fallback>|<w:moveFrom .*?</w:moveFrom>", re.DOTALL)
LESS = 0.5  # of the letters that the file shows


def read(data: bytes, name: str, terms: Terms) -> Reading:  # noqa: ARG001  every reader has the same form
    """Read a Word file.

    Raises UnreadableError where the package is broken or no Word document, would unpack to more than the limit, or holds more
    text than is found.
    """
    with package(data, name) as parts:
        try:
            # lxml's own errors are SyntaxErrors; python-docx meets missing parts as it goes
            document = docx.Document(parts.fp)
            text = "\n\n".join(_blocks(document))
            title = document.core_properties.title or None
            printed = parts.read(document.part.partname.lstrip("/"))
        except (BadZipFile, OpcError, SyntaxError, KeyError, ValueError, AttributeError, TypeError, NotImplementedError, OSError) as error:
            raise UnreadableError("corrupt", f"{name} is not a document that can be opened.") from error
    if document.element.getroottree().docinfo.doctype:
        raise UnreadableError("corrupt", f"{name} defines entities of its own, which no Word document does.")
    if _letters(text) < LESS * _letters(b"".join(SHOWN.findall(REMOVED.sub(b"", printed))).decode("utf-8", "replace")):
        raise UnreadableError("corrupt", f"{name} holds text in places where it cannot be read.")
    return Reading(DocumentText(text + "\n", title=title), MEDIA_TYPE)


def _letters(text: str) -> int:
    return len("".join(text.split()))


def _blocks(document: Any) -> Iterator[str]:
    part, body = document.part, document.element.body
    walk = Walk(numbering_of(_root(part, "numbering")), _styles(part))
    heads = [_furniture(part, walk, body, f"{W}{kind}Reference") for kind in ("header", "footer")]
    yield from heads[0]
    yield from walk.blocks(body)
    yield from _notes(part, walk)
    yield from heads[1]


def _root(part: Any, kind: str) -> Any:
    """The root of a part that belongs to another, None where there is none."""
    related = next((rel.target_part for rel in part.rels.values() if not rel.is_external and rel.reltype.endswith(f"/{kind}")), None)
    return None if related is None else parse_xml(related.blob)


def _styles(part: Any) -> dict[str, Any]:
    root = _root(part, "styles")
    return {} if root is None else {style.get(f"{W}styleId") or "": style for style in root.iterchildren(f"{W}style")}


def _furniture(part: Any, walk: Walk, body: Any, reference: str) -> list[str]:
    """The different paragraphs of the running heads or feet, but those that count pages."""
    found: dict[str, None] = {}
    for said in body.iter(reference):
        related = part.related_parts.get(said.get(RELATION))
        if related is None:
            continue
        root = parse_xml(related.blob)
        for paragraph in list(root.iter(f"{W}p")):
            codes = [code.text or "" for code in paragraph.iter(f"{W}instrText")]
            codes += [field.get(f"{W}instr") or "" for field in paragraph.iter(f"{W}fldSimple")]
            if any(COUNTED.match(code) for code in codes) and (parent := paragraph.getparent()) is not None:
                parent.remove(paragraph)
        found.update(dict.fromkeys(walk.blocks(root)))
    return list(found)


def _notes(part: Any, walk: Walk) -> Iterator[str]:
    roots = {kind: _root(part, kind) for kind in {kind for kind, _ in walk.notes}}
    for number, (kind, key) in enumerate(list(walk.notes), 1):
        notes = [] if roots[kind] is None else [note for note in roots[kind] if note.get(f"{W}id") == key]
        for note in notes:
            yield f"[{number}] " + " ".join(walk.blocks(note))

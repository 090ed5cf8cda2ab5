"""From a file's bytes to the text that quotes refer to: one module per form of file, chosen by what the bytes are.

A reader is `read(data: bytes, name: str, terms: Terms) -> Reading` in a module of this package, named in FORMS.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from importlib import import_module
from typing import Literal

from extractors.text.minutes import DocumentText
from pipeline.limits import Limits
from pipeline.statuses import UnreadableError

__all__ = ["FORMS", "Reading", "Terms", "TextLayer", "UnreadableError", "media_type_of", "read"]

TextLayer = Literal["good", "poor", "none", "ocr", "n/a"]


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, with what only its bytes can tell."""

    source: DocumentText
    media_type: str
    pages: int | None = None
    text_layer: TextLayer = "n/a"
    garbled: tuple[int, ...] = ()
    """The pages (counted from 1) whose letters are not what they seem; nothing that stands there is believed."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a document is read: what it may cost, and who is told how many pages it has as soon as that is known."""

    limits: Limits = field(default_factory=Limits)
    opened: Callable[[int], None] = lambda _: None


# media type → module of this package; imported on first use, so that a text file does not pay for the PDF libraries.
FORMS = {
    "text/plain": "plain",
    "text/html": "html",
    "application/pdf": "pdf",
    "application/json": "oparl_json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
}


def read(data: bytes, name: str, terms: Terms | None = None) -> Reading:
    """Read a document.

    Raises UnreadableError where the file is empty, of an unknown form, broken, beyond the limits or without text.
    """
    terms = terms or Terms()
    if not data.strip():
        raise UnreadableError("corrupt", f"{name} is empty.")
    media_type = media_type_of(data, name)
    reading: Reading = import_module(f"{__name__}.{FORMS[media_type]}").read(data, name, terms)
    if len(reading.source.text) > terms.limits.characters:
        raise UnreadableError("too_large", f"{name} holds more than {terms.limits.characters:,} characters (--limit characters=).")
    if not reading.source.text.strip():
        raise UnreadableError("no_text_layer", f"{name} holds no text.")
    return reading


def media_type_of(data: bytes, name: str) -> str:
    """What the bytes are, by their beginning first and by the file's ending where the bytes do not tell."""
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n")
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if head.startswith(b"PK\x03\x04") and name.lower().endswith(".docx"):
        return "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
    if name.lower().endswith(".json") and head[:1] in (b"{", b"["):
        return "application/json"
    lowered = head.lower()
    if lowered.startswith((b"<!doctype html", b"<html", b"<?xml")) or b"<html" in lowered or name.lower().endswith((".html", ".htm")):
        return "text/html"
    if name.lower().endswith((".txt", ".text", ".md")):
        return "text/plain"
    raise UnreadableError("wrong_type", f"{name} is none of the forms that can be read (.txt, .html, .pdf, .docx, OParl .json).")

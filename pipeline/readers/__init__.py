"""From a file's bytes to the text that quotes refer to: one module per form of file, chosen by what the bytes are.

A reader is `read(data: bytes, name: str, terms: Terms) -> Reading` in a module of this package, named in FORMS.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from importlib import import_module
from pathlib import Path
from typing import Literal

from extractors.text.minutes import DocumentText
from pipeline.limits import Limits
from pipeline.readers.forms import media_type_of
from pipeline.readers.legibility import is_garbled, is_mojibake
from pipeline.statuses import Status, UnreadableError
from pipeline.worker import Opened, told_to_nobody

__all__ = ["FORMS", "Reading", "Remark", "Terms", "TextLayer", "UnreadableError", "media_type_of", "read"]

TextLayer = Literal["good", "poor", "none", "ocr", "n/a"]


@dataclass(frozen=True, slots=True)
class Remark:
    """Something odd or lost in a document that was read: a status and a sentence."""

    code: Status
    sentence: str


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as read, with what only its bytes can tell."""

    source: DocumentText
    media_type: str
    pages: int | None = None
    text_layer: TextLayer = "n/a"
    garbled: tuple[int, ...] = ()
    """The pages (counted from 1) whose letters are not what they seem; nothing that stands there is believed."""
    scanned: tuple[int, ...] = ()
    """The pages whose text is from OCR."""
    doubtful: tuple[tuple[int, int], ...] = ()
    """Offsets of words with digits that OCR is not sure of."""
    remarks: tuple[Remark, ...] = ()
    """What could not be read although the document could."""
    wants_ocr: bool = False
    """Whether pages are unread only because OCR is not to be had."""


@dataclass(frozen=True, slots=True)
class Terms:
    """On what terms a document is read: what it may cost, and who is told how many pages it has as soon as that is known."""

    limits: Limits = field(default_factory=Limits)
    opened: Opened = told_to_nobody
    charset: str | None = None
    """The encoding that the server's header named."""
    kept: Path | None = None
    """Where what OCR has seen of the document is kept for the next reading; None keeps nothing."""


# media type → module of this package; imported on first use, so that a text file does not pay for the PDF libraries.
FORMS = {
    "text/plain": "plain",
    "text/html": "html",
    "text/rtf": "rtf",
    "application/pdf": "pdf",
    "application/json": "oparl_json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": "docx",
    "application/vnd.oasis.opendocument.text": "odt",
}
SAMPLE = 20_000  # characters by which a whole text is judged
NEARLY_NOTHING = 10  # letters and digits: fewer say nothing ("- 1 -", "Seite 2")


def read(data: bytes, name: str, terms: Terms | None = None) -> Reading:
    """Read a document.

    Raises UnreadableError where the file is empty, of an unknown form, broken, beyond the limits or without text.
    """
    terms = terms or Terms()
    if not data.strip(b"\0 \t\r\n\f\v"):
        raise UnreadableError("corrupt", f"{name} is empty.")
    media_type = media_type_of(data, name)
    reading: Reading = import_module(f"{__name__}.{FORMS[media_type]}").read(data, name, terms)
    text = reading.source.text
    if len(text) > terms.limits.characters:
        raise UnreadableError("too_large", f"{name} holds more than {terms.limits.characters:,} characters (--limit characters=).")
    if not (beginning := text.lstrip()[:SAMPLE]):
        raise UnreadableError("no_text_layer", f"{name} holds no text.")
    if media_type == "application/json":  # data, which may be short
        return reading
    # A text that someone wrote as it is ("9:0", "vertagt") may be short; of a page or a scan so little is what reading has lost.
    least = 1 if media_type == "text/plain" else NEARLY_NOTHING
    if (said := sum(map(str.isalnum, beginning))) < least:
        raise UnreadableError("no_text_layer", f"{name} holds hardly any text ({said} letters and digits).")
    if reading.pages is not None:  # whose pages have been judged one by one
        return reading
    if is_garbled(beginning):
        raise UnreadableError("garbled_text", f"{name} cannot be read: what it holds is no text, or in an unknown encoding.")
    return replace(reading, text_layer="poor") if is_mojibake(text) else reading

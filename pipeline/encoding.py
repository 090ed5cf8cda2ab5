"""Bytes to text by a strict ladder: byte order mark, UTF-16 by its zeros, UTF-8 if the bytes are valid, the header, meta, cp1252.

Valid UTF-8 goes before what a server or page declares: text in another encoding is hardly ever valid by chance, while pages
that say iso-8859-1 and are UTF-8 are common (ALLRIS inside a city's own frame: Hildesheim, Regensburg). What is wrong all the
same (a page of two encodings) stays as it is and is told by pipeline.readers.legibility: nothing is mended in silence.
"""

from __future__ import annotations

import codecs
import re

MARKS = (
    (codecs.BOM_UTF8, "utf-8"),
    (codecs.BOM_UTF32_LE, "utf-32-le"),  # begins as that of UTF-16 does
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)
META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})""", re.IGNORECASE
)
# Servers say iso-8859-1 and send cp1252: the quotes and dashes of Word.
CALLED = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}
# What is believed of a declaration; UTF-16 never is, as its bytes tell it, nor what Python calls an encoding and is none (punycode).
BELIEVED = re.compile(
    r"iso-?8859-?\d{1,2}|latin-?\d{1,2}|(?:us-)?ascii|(?:windows-|cp)125\d|cp(?:437|850)|mac(?:intosh|-?roman)|koi8-[ru]", re.IGNORECASE
)
CONTROLS = re.compile("[\x80-\x9f]")  # no text has them: its encoding is another
SAMPLE = 2000


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes; `declared` is what the server's header says. Total: any bytes give a text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    meta = META.search(data[:4096])
    said = (meta[1] or meta[2]).decode("ascii", "replace") if meta else None
    for name in (_by_zeros(data[:SAMPLE]), "utf-8", *filter(_is_believed, (declared, said)), "cp1252"):
        try:
            text = data.decode(CALLED.get(name.lower(), name)) if name else None
        except (ValueError, LookupError):
            continue
        if text is not None and (name == "utf-8" or not CONTROLS.search(text)):
            return text
    return data.decode("latin-1")


def _is_believed(name: str | None) -> bool:
    return bool(name and BELIEVED.fullmatch(name))


def _by_zeros(sample: bytes) -> str | None:
    """UTF-16 that has lost its mark: every other byte of a western text is zero."""
    halves = [sample[start::2] for start in (0, 1)]
    first, second = (half.count(0) > 0.7 * len(half) for half in halves)
    if len(sample) < 4 or first == second:
        return None
    return "utf-16-be" if first else "utf-16-le"

"""Bytes to text by a strict ladder: byte order mark, the header if it decodes, meta, UTF-8, cp1252."""

from __future__ import annotations

import codecs
import re

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]+)|<\?xml[^>]{0,100}?encoding=["']([\w.:-]+)""", re.IGNORECASE)
# Servers say iso-8859-1 and send cp1252: the quotes and dashes of Word.
CALLED = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "utf-8", "us-ascii": "utf-8"}


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes; `declared` is what the server's header says. Total: any bytes give a text."""
    for mark, name in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(name, errors="replace")
    meta = META.search(data[:4096])
    said = [declared, (meta[1] or meta[2]).decode("ascii") if meta else None]
    for name in [*said, "utf-8", "cp1252"]:
        if not name:
            continue
        try:
            return data.decode(CALLED.get(name.lower(), name))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")

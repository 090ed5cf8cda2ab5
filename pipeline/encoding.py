"""Bytes to text by a strict ladder: byte order mark, UTF-8 if the bytes are valid, the header, meta, cp1252.

Valid UTF-8 goes before what a server or page declares: text in another encoding is hardly ever valid by chance, while pages
that say iso-8859-1 and are UTF-8 are common (ALLRIS inside a city's own frame: Hildesheim, Regensburg).
"""

from __future__ import annotations

import codecs
import re

MARKS = ((codecs.BOM_UTF8, "utf-8"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
META = re.compile(
    rb"""<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w.:-]{1,40})|<\?xml[^>]{0,100}?encoding=["']([\w.:-]{1,40})""", re.IGNORECASE
)
# Servers say iso-8859-1 and send cp1252: the quotes and dashes of Word.
CALLED = {"iso-8859-1": "cp1252", "latin-1": "cp1252", "latin1": "cp1252", "ascii": "cp1252", "us-ascii": "cp1252"}


def decoded(data: bytes, declared: str | None = None) -> str:
    """The text of some bytes; `declared` is what the server's header says. Total: any bytes give a text."""
    for mark, encoding in MARKS:
        if data.startswith(mark):
            return data[len(mark) :].decode(encoding, errors="replace")
    meta = META.search(data[:4096])
    said = (meta[1] or meta[2]).decode("ascii", "replace") if meta else None
    for name in ("utf-8", declared, said, "cp1252"):
        try:
            if name:
                return data.decode(CALLED.get(name.lower(), name))
        except (UnicodeDecodeError, LookupError):
            continue
    return data.decode("latin-1")

"""What the bytes of a file are: by their beginning first, by the file's ending only where the bytes do not tell.

Servers hand out Word files under addresses without any ending ("getfile.asp?id=4711") and call them application/pdf.
"""

from __future__ import annotations

import io
import re
import zipfile

from pipeline.encoding import decoded
from pipeline.statuses import UnreadableError

DOCX = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
ODT = "application/vnd.oasis.opendocument.text"
READABLE = ".txt, .html, .pdf, .docx, .odt, .rtf, OParl .json"
# What begins so cannot be read, with the status and the words that say so.
REFUSED = (
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "wrong_type", "is an Office file of the old form (.doc); saved as .docx or PDF it can be read"),
    (b"\x89PNG", "no_text_layer", "is a picture without text"),
    (b"\xff\xd8\xff", "no_text_layer", "is a picture without text"),
    (b"GIF8", "no_text_layer", "is a picture without text"),
    (b"II*\0", "no_text_layer", "is a picture without text"),
    (b"MM\0*", "no_text_layer", "is a picture without text"),
)
OTHER_PACKAGES = {"xl/workbook.xml": "a spreadsheet", "ppt/presentation.xml": "a set of slides"}
SEALED = "EncryptedPackage".encode("utf-16-le")  # the old form around a new file, which a password protects
PAGE = re.compile(r"\s*(?:<!doctype html|<html|<\?xml)", re.IGNORECASE)


def media_type_of(data: bytes, name: str) -> str:
    """The media type of a file that can be read.

    Raises UnreadableError where it is of no such form.
    """
    ending = name.lower().rpartition(".")[2]
    if b"%PDF-" in data[:1024]:
        return "application/pdf"
    if data.startswith(b"PK\x03\x04"):
        return _of_package(data, name)
    if data.startswith(b"{\\rtf"):
        return "text/rtf"
    _refuse(data, name)
    head = decoded(data[:1024])
    if ending == "json" and head.lstrip()[:1] in ("{", "["):
        return "application/json"
    if PAGE.match(head) or "<html" in head.lower() or ending in ("html", "htm", "xhtml"):
        return "text/html"
    if ending in ("txt", "text", "md"):
        return "text/plain"
    raise UnreadableError("wrong_type", f"{name} is none of the forms that can be read ({READABLE}).")


def _refuse(data: bytes, name: str) -> None:
    if data.startswith(REFUSED[0][0]) and SEALED in data:
        raise UnreadableError("encrypted", f"{name} is protected by a password.")
    for beginning, code, words in REFUSED:
        if data.startswith(beginning):
            raise UnreadableError(code, f"{name} {words}.")


def _of_package(data: bytes, name: str) -> str:
    """What a zip file is: Word and OpenOffice files are zip files."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as package:
            names = set(package.namelist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError):
        names = set()
    if ODT.encode() in data[:100] or (name.lower().endswith(".odt") and (not names or "content.xml" in names)):
        return ODT
    if "word/document.xml" in names or (name.lower().endswith(".docx") and (not names or "[Content_Types].xml" in names)):
        return DOCX
    what = next((what for part, what in OTHER_PACKAGES.items() if part in names), "an archive")
    raise UnreadableError("wrong_type", f"{name} is {what}; what can be read is {READABLE}.")

"""Blocks of text from office files: what Word, OpenDocument and rich text have in common."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Iterator, Sequence

from pipeline.limits import MIB
from pipeline.readers.html_text import numeral
from pipeline.statuses import UnreadableError

MOST_UNPACKED = 256  # MiB; a careful look before anything is unpacked: one of a megabyte can hold a gigabyte of text
MOST_PARTS = 10_000
PROSE = 200  # characters: a cell with several paragraphs and so many is no cell of a table, but a column of a page
HEADING = 80  # characters
KINDS = {"lowerLetter": "a", "upperLetter": "A", "lowerRoman": "i", "upperRoman": "I"}


def package(data: bytes, name: str) -> zipfile.ZipFile:
    """The zip file around an office file.

    Raises UnreadableError where it is broken, or would unpack to more than anybody writes.
    """
    try:
        parts = zipfile.ZipFile(io.BytesIO(data))
        size = sum(part.file_size for part in parts.infolist())
    except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError) as error:
        raise UnreadableError("corrupt", f"{name} is not a document that can be opened.") from error
    if size > MOST_UNPACKED * MIB:
        raise UnreadableError("too_large", f"{name} unpacks to {size / MIB:,.0f} MiB; the limit is {MOST_UNPACKED}.")
    if (count := len(parts.infolist())) > MOST_PARTS:
        raise UnreadableError("too_large", f"{name} is a package of {count:,} parts; the limit is {MOST_PARTS:,}.")
    return parts


def drawn(number: int, kind: str) -> str:
    """A number as Word draws it; Word doubles letters after z.

    >>> drawn(3, "lowerLetter"), drawn(28, "upperLetter"), drawn(4, "upperRoman"), drawn(7, "decimalZero"), drawn(7, "decimal")
    ('c', 'BB', 'IV', '07', '7')
    """
    if kind in ("lowerLetter", "upperLetter") and number > 0:
        return numeral((number - 1) % 26 + 1, KINDS[kind]) * min((number - 1) // 26 + 1, 9)
    if kind == "decimalZero":
        return f"{number:02d}"
    return numeral(number, KINDS.get(kind, "1"))


def rows(table: Iterable[Sequence[Sequence[str]]]) -> Iterator[str]:
    """The blocks of a table whose cells hold paragraphs: a line per row, but prose that stands in cells as paragraphs.

    A row of one cell is prose too, unless it is a short heading between other rows.
    """
    lines: list[str] = []
    for cells in table:
        heads = len(cells) == 1 and lines and len(cells[0]) == 1 and len(cells[0][0]) <= HEADING
        if (len(cells) == 1 and not heads) or any(len(cell) > 1 and sum(map(len, cell)) > PROSE for cell in cells):
            if lines:
                yield "\n".join(lines)
            lines = []
            yield from (paragraph for cell in cells for paragraph in cell)
        elif line := "\t".join(" ".join(" ".join(cell).split()) for cell in cells).rstrip("\t"):
            lines.append(line)
    if lines:
        yield "\n".join(lines)


def labelled(label: str, text: str) -> str:
    """A paragraph with its label; nothing where there are no words."""
    text = text.strip(" \t\n")
    return f"{label} {text}" if label and text else text

"""Tables that people hand back: CSV with comma, semicolon or tab, in UTF-8 or in what Excel writes."""

from __future__ import annotations

import csv
import io
from collections.abc import Collection, Iterator

LIMIT = 10_000_000
"""Characters of one cell."""


class SheetError(ValueError):
    """A sheet that cannot be understood; the message is one sentence's end ("…: line 3 has no day.")."""


def decoded(content: bytes) -> str:
    """The text of a file: UTF-8, with or without its mark, or else the code page of a German Windows.

    >>> decoded("Stimmenzähler".encode("cp1252"))
    'Stimmenzähler'
    """
    for encoding in ("utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig", "cp1252"):
        try:
            return content.decode(encoding)
        except UnicodeDecodeError:
            continue
    return content.decode("latin-1")


def rows_of(content: bytes, needed: Collection[str], known: Collection[str] | None = None) -> Iterator[tuple[int, dict[str, str]]]:
    """The rows of a sheet by the names of its columns, each with its line; empty rows are left out.

    Raises SheetError where a needed column is missing, or one is there that is not known.
    """
    text = without_separator(decoded(content))
    csv.field_size_limit(max(csv.field_size_limit(), LIMIT))
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter_of(text))
    try:
        head = [name.strip().lower() for name in next(reader, [])]
        _check(head, needed, known)
        for cells in reader:
            if any(cell.strip() for cell in cells):
                if len(cells) > len(head) and any(cell.strip() for cell in cells[len(head) :]):
                    raise SheetError(f"line {reader.line_num} has more cells than the first line has names")
                yield reader.line_num, dict.fromkeys(head, "") | dict(zip(head, cells, strict=False))
    except csv.Error as error:
        raise SheetError(f"line {reader.line_num} is no CSV ({error})") from error


def without_separator(text: str) -> str:
    """A sheet without Excel's own way to name its separator, `sep=;` in a line of its own."""
    return text.partition("\n")[2] if text.lower().startswith("sep=") else text


def delimiter_of(text: str) -> str:
    """What parts the cells of a sheet: what its first line has most of."""
    head = text.lstrip("\r\n").partition("\n")[0]
    return max(";,\t", key=head.count)


def _check(head: list[str], needed: Collection[str], known: Collection[str] | None) -> None:
    while head and not head[-1]:
        head.pop()
    for name in needed:
        if name not in head:
            raise SheetError(f"it has no column {name!r}")
    for name in head:
        if known is not None and name not in known:
            raise SheetError(f"its column {name!r} is none of {', '.join(known)}")
        if head.count(name) > 1:
            raise SheetError(f"it has two columns {name!r}")

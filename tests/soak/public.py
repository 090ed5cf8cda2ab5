"""Everything that a release says, whatever the form of its files, so that a word can be looked for in all of it."""

from __future__ import annotations

import gzip
import html
import json
import re
import sqlite3
import zipfile
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import unquote

import pyarrow.parquet as pq

NOT_SAID = re.compile(r"[\s/()\u00ad\u200b–-]+")
TAG = re.compile(r"<[^>]{0,300}>")
PICTURES = {".png", ".jpg", ".jpeg", ".webp", ".woff2"}


def said_in(folder: Path) -> Iterator[str]:
    """The words of every file of a folder: as they stand, and as a reader gets them."""
    for path in sorted(folder.rglob("*")):
        if path.is_file() and path.suffix not in PICTURES:
            yield str(path.relative_to(folder))
            yield from _said(path.name, path.read_bytes(), path)


def _said(name: str, data: bytes, path: Path | None = None) -> Iterator[str]:
    yield data.decode("utf-8", "ignore")
    if name.endswith(".parquet"):
        yield json.dumps(pq.read_table(BytesIO(data)).to_pylist(), default=str, ensure_ascii=False).replace("\\n", "\n")
    elif name.endswith((".xlsx", ".zip")):
        with zipfile.ZipFile(BytesIO(data)) as packed:
            for inner in packed.namelist():
                yield from _said(inner, packed.read(inner))
    elif name.endswith(".gz"):
        yield from _said(name[:-3], gzip.decompress(data))
    elif name.endswith((".sqlite", ".db")) and path:
        yield from _rows(path)
    elif name.endswith((".html", ".xml", ".svg", ".atom")):
        yield unquote(html.unescape(TAG.sub("", data.decode("utf-8", "ignore"))))
    else:
        yield unquote(data.decode("utf-8", "ignore").replace("\\n", "\n"))


def _rows(path: Path) -> Iterator[str]:
    with sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True) as connection:
        names = [row[0] for row in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view')")]
        for name in names:
            try:
                for row in connection.execute(f'SELECT * FROM "{name}"'):  # noqa: S608  the file's own names
                    yield "\x1f".join(value.decode("utf-8", "ignore") if isinstance(value, bytes) else str(value) for value in row)
            except sqlite3.OperationalError:  # a view that this SQLite cannot make
                continue


def flat(text: str) -> str:
    """A text without blanks, line ends, hyphens, strokes and brackets: what was cut is found as well."""
    return NOT_SAID.sub("", text)


class Public:
    """What a folder says, to be searched."""

    def __init__(self, folder: Path) -> None:
        parts = list(dict.fromkeys(said_in(folder)))
        self.text = "\x00".join(parts)
        self.flat = flat(self.text)

    def says(self, word: str) -> bool:
        """Whether a word is said, however it is cut."""
        return word in self.text or flat(word) in self.flat

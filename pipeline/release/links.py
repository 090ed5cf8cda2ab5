"""Where a row can be checked: our page with the marked sentence, and the place in the original."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from urllib.parse import quote, urlsplit

WORDS = 6
"""Words at the begin and the end of a quote that name it in an address; browsers look for the stretch between them."""
FOLDER = "evidence"


OF_THIS_MACHINE = ("source_url", "name", "subject", "sentence", "url", "document_title", "title")
"""Columns that may hold the place of a file: what is published tells where it is in its folder, not where the folder is."""


@dataclass(frozen=True, slots=True)
class LocalFolder:
    """The folder of a council that is read from a disk."""

    place: str
    """As its council's file or the command line says it."""

    def untold(self, row: Mapping[str, Any]) -> dict[str, Any]:
        """A row that does not tell where on this machine the folder is.

        >>> LocalFolder("/home/anna/rat").untold({"source_url": "file:///home/anna/rat/2024/niederschrift.pdf"})
        {'source_url': 'file:2024/niederschrift.pdf'}
        """
        root = Path(self.place).expanduser()
        starts = {f"{root.resolve().as_uri()}/": "file:", f"{root.resolve()}/": "", f"{root}/": ""}
        public = dict(row)
        for name in OF_THIS_MACHINE:
            for start, shown in starts.items() if isinstance(public.get(name), str) else ():
                public[name] = public[name].replace(start, shown)
        if row.get("url") == self.place:
            public["url"] = root.name
        return public


def permalink(document: str, row: str | None, base_url: str = "") -> str:
    """The address of a document's page of evidence, and of a row in it.

    >>> permalink("ab12", "cd34")
    'evidence/ab12.html#cd34'
    """
    return f"{base_url}{FOLDER}/{document}.html" + (f"#{row}" if row else "")


def original_url(source_url: str, page: int | None, words: str, media_type: str | None) -> str | None:
    """The address of the original, at the page of a PDF, or at the words of a page; None where it is no address for a browser.

    >>> original_url("https://rat.example.org/getfile?id=17", 3, "einstimmig", "application/pdf")
    'https://rat.example.org/getfile?id=17#page=3'
    >>> original_url("https://rat.example.org/to?id=4", None, "Bei 20 Ja-Stimmen angenommen", "text/html")
    'https://rat.example.org/to?id=4#:~:text=Bei%2020%20Ja%2DStimmen%20angenommen'
    """
    if urlsplit(source_url).scheme not in ("http", "https"):
        return None
    place = source_url.partition("#")[0]
    if page is not None:
        return f"{place}#page={page}"
    return f"{place}#:~:text={_fragment(words)}" if media_type == "text/html" else place


def _fragment(words: str) -> str:
    said = words.split()
    parts = [said] if len(said) <= 2 * WORDS else [said[:WORDS], said[-WORDS:]]
    return ",".join(quote(" ".join(part), safe="").replace("-", "%2D") for part in parts)

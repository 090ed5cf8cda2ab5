"""What OCR has seen of a document's pages, kept in a file: a page costs a second or two, and our rules change far more often than a scan.

{"made_by": "1", "pages": {"3": {"words": [["Beschluss:", 96.1, 120, 340, 290, 371, 0], …], "rules": [[102, 1463, 560]]}}}
"""

from __future__ import annotations

import json
import os
from contextlib import suppress
from dataclasses import astuple
from pathlib import Path

from pipeline.readers.ocr.words import Rule, Seen, Word

MADE_BY = "1"
"""Changed when pages would be seen otherwise: by another preparation of the picture, never by another order of the words."""


def kept_in(path: Path | None) -> dict[int, Seen]:
    """The pages that a file holds; none where it is missing, broken, or made otherwise."""
    if path is None:
        return {}
    with suppress(OSError, ValueError, TypeError, KeyError, AttributeError):
        said = json.loads(path.read_bytes())
        if said["made_by"] == MADE_BY:
            return {int(number): _page(page["words"], page["rules"]) for number, page in said["pages"].items()}
    return {}


def _page(words: list[list[float | str]], rules: list[list[int]]) -> Seen:
    return Seen(tuple(Word(str(text), float(sure), *map(int, box)) for text, sure, *box in words), tuple(Rule(*rule) for rule in rules))


def keep(path: Path | None, pages: dict[int, Seen]) -> None:
    """Keep pages, in place of those that were kept before; a disk that is full costs the next reading time, and this one nothing."""
    if path is None or not pages:
        return
    said = {number: {"words": list(map(astuple, page.words)), "rules": list(map(astuple, page.rules))} for number, page in pages.items()}
    temporary = path.with_name(f".{path.name}.{os.getpid()}")
    with suppress(OSError):
        temporary.write_text(json.dumps({"made_by": MADE_BY, "pages": said}, ensure_ascii=False), encoding="utf-8")
        temporary.replace(path)

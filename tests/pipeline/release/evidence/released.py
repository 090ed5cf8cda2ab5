"""A small release as the writers leave it: its SQLite file with the tables of the schema, filled with what a test names."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from pipeline.archive import Archive
from pipeline.readers import read
from pipeline.release.schema import public_tables
from pipeline.release.sqlite import FILE, created

COUNCIL = {"id": "fehrnau", "council": "fehrnau", "name": "Stadt Fehrnau", "ags": "08999001"}
USUAL = {
    "votes": {"subject": "main", "points": [], "outcome": "adopted", "groups": [], "flags": []},
    "amounts": {
        "amount": "90000.00",
        "currency": "EUR",
        "bound": "exact",
        "basis": "total",
        "fiscal_years": [],
        "role": "cost",
        "section": "other",
    },
    "references": {"kind": "paper", "value": "12/2024"},
    "resolution_points": {"path": "1", "text": "Der Rat stimmt zu.", "act": "decide", "stage": "adopted"},
    "recusals": {"person": "Stadtrat Muster", "count": 1, "act": "declared"},
}


class Small:
    """A release that is being put together; `folder` is what a step of a release is handed."""

    def __init__(self, folder: Path, council: Mapping[str, Any] = COUNCIL) -> None:
        self.folder = folder
        folder.mkdir(parents=True, exist_ok=True)
        self.connection = sqlite3.connect(folder / FILE)
        self.connection.execute("PRAGMA synchronous = OFF")
        self.connection.executescript("BEGIN;" + ";".join(created(table) for table in public_tables().values()) + "; COMMIT")
        self.put("councils", **council)
        self.council = council["id"]
        self.texts: dict[str, str] = {}
        self.count = 0

    def put(self, table: str, /, **values: Any) -> None:
        names = [name for name in values if name in public_tables()[table].by_name]
        said = [json.dumps(values[name], ensure_ascii=False) if isinstance(values[name], list | dict) else values[name] for name in names]
        columns = ", ".join(f'"{name}"' for name in names)
        self.connection.execute(f'INSERT INTO "{table}" ({columns}) VALUES ({", ".join("?" for _ in names)})', said)  # noqa: S608  our own names
        self.connection.commit()

    def document(self, key: str, text: str, **values: Any) -> str:
        known = {
            "council": self.council, "source_url": f"https://rat.example.org/{key}", "title": "Niederschrift", "kind": "minutes",
            "sha256": "0" * 64, "media_type": "text/html", "status": "ok", "body": "Gemeinderat", "meeting_date": "2024-03-12",
            "fetched_at": "2026-11-22T21:00:00+00:00", "extractor_version": "1", "permalink": f"evidence/{key}.html",
        }  # fmt: skip
        self.put("documents", **(known | values | {"id": key}))
        self.put("document_texts", id=key, council=self.council, document_id=key, text=text)
        self.texts[key] = text
        return key

    def pdf(self, key: str, data: bytes, raw: Path, *, masked: tuple[str, ...] = ()) -> str:
        """A document with its bytes in the archive; `masked` are the words that its public text lacks."""
        sha256 = Archive(raw).put(data, f"https://rat.example.org/{key}", "2026-11-22")
        text = read(data, "akte.pdf").source.text
        for word in masked:
            text = text.replace(word, "".join(sign if sign.isspace() else "█" for sign in word))
        return self.document(key, text, sha256=sha256, media_type="application/pdf")

    def fact(self, table: str, document: str, quote: str, *, key: str | None = None, page: int | None = None, **values: Any) -> str:
        """A statement whose quote is looked for in its document's text."""
        self.count += 1
        key = key or f"{self.count:016x}"
        start = self.texts[document].index(quote)
        known = {
            "id": key, "council": self.council, "document_id": document, "quote": quote, "char_start": start, "char_end": start + len(quote),
            "page": page, "rule": "a_rule", "review_state": "auto", "source_url": f"https://rat.example.org/{document}",
            "document_sha256": "0" * 64, "document_title": "Niederschrift", "document_kind": "minutes", "body": "Gemeinderat",
            "meeting_date": "2024-03-12", "permalink": f"evidence/{document}.html#{key}", "original_url": f"https://rat.example.org/{document}",
        }  # fmt: skip
        self.put(table, **(known | USUAL.get(table, {}) | values))
        return key

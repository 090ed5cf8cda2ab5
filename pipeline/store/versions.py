"""The versions of a document: each stay of the same bytes at its address, all of them kept in the archive."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from pipeline.store import Store
from pipeline.store.schema import short_id


def note_version(store: Store, document: str, at: datetime) -> None:
    """Note that a document's present bytes are what its address holds: the last version goes on, or another one begins."""
    now = store.rows("SELECT council, sha256, bytes, fetched_at FROM documents WHERE id = ?", document)[0]
    if now["sha256"] is None:
        return
    known = store.rows("SELECT id, number, sha256 FROM versions WHERE document_id = ? ORDER BY number DESC LIMIT 1", document)
    if known and known[0]["sha256"] == now["sha256"]:
        store.change("versions", known[0]["id"], seen_to=at)
        return
    number = known[0]["number"] + 1 if known else 1
    row: dict[str, Any] = {"id": short_id(document, number), "council": now["council"], "document_id": document, "number": number}
    row |= {"sha256": now["sha256"], "bytes": now["bytes"], "seen_from": now["fetched_at"] or at, "seen_to": at}
    store.put("versions", [row])

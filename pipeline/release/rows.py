"""The rows of the store as the public gets them, in batches: without what is withheld, corrected, redacted, each with its link.

    store row ─▶ typed values ─▶ links and reasons ─▶ corrections ─▶ redaction ─▶ public row

Parents come before their children (pipeline.release.schema), so that a row that refers to nothing published refers to nothing.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from sqlite3 import Cursor
from typing import Any

from pipeline.checks import unpacked
from pipeline.release.corrections import Corrections
from pipeline.release.curation import Curation
from pipeline.release.links import LocalFolder, original_url, permalink
from pipeline.release.missing import WHY
from pipeline.release.schema import Kind, PublicTable, public_tables
from pipeline.release.signs import all_legible, is_legible, legible
from pipeline.store import Store
from pipeline.store.schema import short_id, tables

BATCH = 10_000
FROM_ELSEWHERE = {
    "source_url": "documents.source_url",
    "document_sha256": "documents.sha256",
    "document_title": "COALESCE(documents.title, documents.name)",
    "document_kind": "documents.kind",
    "body": "documents.body",
    "meeting_date": "documents.meeting_date",
    "same_as": "same_facts.same_as",
    "extractor_version": "documents.extractor_version",
}
MADE_HERE = {"permalink", "original_url", "review_state", "ags", "ars", "counts_status", "date_status", "person_status"}


def _list(said: str) -> list[Any]:
    """A list of the store; most are empty."""
    found: list[Any] = [] if said == "[]" else json.loads(said)
    return found


READ: Mapping[str, Callable[[Any], Any]] = {
    "boolean": bool,
    "day": date.fromisoformat,
    "moment": datetime.fromisoformat,
    "money": Decimal,
    "texts": _list,
    "integers": _list,
    "records": _list,
}
KEEPS_ITS_IDS = ("councils", "bodies", "meetings", "papers", "agenda_entries", "runs", "documents")
TOLD_BY_PEOPLE = ("corrections", "withheld")


@dataclass(frozen=True, slots=True)
class Publisher:
    """What is known while the tables are gone through: what people have decided, and what has been published so far."""

    store: Store
    curation: Curation
    keys: Mapping[str, tuple[str | None, str | None]]
    """council → AGS, ARS"""
    with_text: frozenset[str]
    """Documents whose rows and text are there, which they are as well while the address is out of reach."""
    folders: Mapping[str, LocalFolder] = field(default_factory=dict)
    """council → the folder of this machine that it is read from"""
    published: dict[str, set[str]] = field(default_factory=dict)

    @classmethod
    def over(cls, store: Store, curation: Curation) -> Publisher:
        """A publisher at the begin of its work."""
        rows = store.rows("SELECT council, ags, ars, source, url FROM councils")
        folders = {row["council"]: LocalFolder(row["url"]) for row in rows if row["source"] == "folder" and row["url"]}
        keys = {row["council"]: (row["ags"], row["ars"]) for row in rows}
        return cls(store, curation, keys, frozenset(row["id"] for row in store.rows("SELECT id FROM texts")), folders)

    def expected(self, table: PublicTable) -> int:
        """The most rows that a table can have."""
        stored = {"vote_groups": "votes", "document_texts": "texts"}.get(table.name, table.name)
        return self.store.one(f'SELECT COUNT(*) FROM "{stored}"') if stored in tables() else 0  # noqa: S608  our own names

    def batches(self, table: PublicTable) -> Iterator[list[dict[str, Any]]]:
        """The rows of a table, in a stable order."""
        ids = self.published.setdefault(table.name, set()) if table.name in KEEPS_ITS_IDS else None
        batch: list[dict[str, Any]] = []
        for row in self._rows(table):
            if not self._stands(row):
                continue
            public = self._public(table, row)
            if ids is not None:
                ids.add(public["id"])
            batch.append(public)
            if len(batch) == BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

    def _rows(self, table: PublicTable) -> Iterator[dict[str, Any]]:
        match table.name:
            case "vote_groups":
                return _groups(self.store, self.curation.corrections)
            case "document_texts":
                return _texts(self.store)
            case "corrections":
                return self.curation.listed()
            case "withheld":
                return self.curation.takedown.listed()
        return _typed(table, self.store.connection.execute(_query(table)))

    def _stands(self, row: Mapping[str, Any]) -> bool:
        """Whether a row may be published: it is not taken down, and what it is part of is published."""
        documents = self.published.get("documents")
        if documents is not None and row.get("document_id") is not None and row["document_id"] not in documents:
            return False
        return not self.curation.hides(row)

    def _public(self, table: PublicTable, row: dict[str, Any]) -> dict[str, Any]:
        row["ags"], row["ars"] = (row.get("ags"), row.get("ars")) if table.name in ("councils", "bodies") else self._keys(row)
        if "permalink" in table.by_name:
            row["permalink"] = self._permalink(table, row)
        if "original_url" in table.by_name:
            row["original_url"] = original_url(row["source_url"], row["page"], row["quote"], row["document_media_type"])
        if "review_state" in table.by_name:
            row["review_state"] = "auto"
        for name, parents in _references(table.name):
            if parents in self.published and row.get(name) not in self.published[parents]:
                row[name] = None
        public = self.curation.published(table.name, row) if table.name not in TOLD_BY_PEOPLE else row
        if row.get("council") in self.folders:
            public = self.folders[row["council"]].untold(public)
        for name, why in WHY.get(table.name, {}).items():
            public[name] = why(public, row)
        return {name: public.get(name) for name in table.by_name}

    def _permalink(self, table: PublicTable, row: Mapping[str, Any]) -> str | None:
        base = self.curation.settings.base_url
        if table.name != "documents":
            return permalink(row["document_id"], row["id"], base)
        return permalink(row["id"], None, base) if row["id"] in self.with_text else None

    def _keys(self, row: Mapping[str, Any]) -> tuple[str | None, str | None]:
        return self.keys.get(row.get("council") or "", (None, None))


def _query(table: PublicTable) -> str:
    if table.group != "fact":
        names = ", ".join(
            f'"{column.name}"' for column in table.columns if column.name not in MADE_HERE or table.name in ("councils", "bodies")
        )
        living = " WHERE deleted_at IS NULL OR status IS NOT NULL" if table.name == "documents" else ""
        return f'SELECT {names} FROM "{table.name}"{living} ORDER BY council, id'  # noqa: S608  our own names
    own = [column for column in table.columns if column.name not in MADE_HERE and column.name not in _joined(table)]
    names = ", ".join(f'"{table.name}"."{column.name}"' for column in own)
    names += "".join(f", {FROM_ELSEWHERE[name]} AS {name}" for name in _joined(table))
    return (
        f'SELECT {names}, documents.media_type AS document_media_type FROM "{table.name}"'  # noqa: S608  our own names
        f' JOIN documents ON documents.id = "{table.name}".document_id AND documents.deleted_at IS NULL'
        f' LEFT JOIN same_facts ON same_facts.id = "{table.name}".id'
        f' ORDER BY "{table.name}".council, documents.source_url, char_start, char_end, "{table.name}".id'
    )


def _joined(table: PublicTable) -> list[str]:
    """The columns of a kind of fact that its document has: not those that the fact itself has under the same name."""
    own = {"agenda_items": {"body", "meeting_date"}}.get(table.name, set())
    return [name for name in FROM_ELSEWHERE if name not in own]


@cache
def _references(table: str) -> tuple[tuple[str, str], ...]:
    """The columns of a table that name rows of others, and whose."""
    return tuple((column.name, column.refers) for column in public_tables()[table].columns if column.refers)


def _typed(table: PublicTable, cursor: Cursor) -> Iterator[dict[str, Any]]:
    """Rows of the store with the values as Python has them."""
    names = [described[0] for described in cursor.description]
    kinds = {name: table.by_name[name].kind for name in names if name in table.by_name}
    reads = [(name, READ[kind]) for name, kind in kinds.items() if kind in READ]
    for row in cursor:
        typed = dict(zip(names, row, strict=True))
        can_be_held = is_legible(typed)
        for name, read in reads:
            if (said := typed[name]) is not None:
                typed[name] = read(said)
        yield typed if can_be_held else {name: _legible(kinds.get(name), value) for name, value in typed.items()}


def _legible(kind: Kind | None, value: Any) -> Any:
    if kind == "json" and isinstance(value, str):
        return json.dumps(all_legible(json.loads(value)), ensure_ascii=False)
    return all_legible(value)


def _groups(store: Store, corrections: Corrections) -> Iterator[dict[str, Any]]:
    """How the groups voted, a row a group."""
    query = "SELECT votes.id, votes.council, votes.document_id, groups FROM votes JOIN documents ON documents.id = votes.document_id"
    for row in store.connection.execute(f"{query} WHERE documents.deleted_at IS NULL ORDER BY votes.council, votes.id"):
        groups = all_legible(json.loads(row["groups"]))
        for position, group in enumerate(corrections.in_place_of("votes", row["id"], "groups", groups) or (), 1):
            key = short_id(row["id"], position)
            told = {name: group.get(name) for name in ("name", "option", "count")}
            yield {
                "id": key,
                "council": row["council"],
                "vote_id": row["id"],
                "document_id": row["document_id"],
                "position": position,
            } | told


def _texts(store: Store) -> Iterator[dict[str, Any]]:
    """What the offsets of the rows refer to."""
    query = """SELECT texts.id, documents.council, texts.text FROM texts JOIN documents ON documents.id = texts.id
               WHERE documents.deleted_at IS NULL ORDER BY documents.council, texts.id"""
    for row in store.connection.execute(query):
        yield {"id": row["id"], "council": row["council"], "document_id": row["id"], "text": legible(unpacked(row["text"]))}

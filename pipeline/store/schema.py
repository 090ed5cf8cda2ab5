"""The tables of the store, derived from the dataclasses: nouns of the sources, facts of the extractors, our own records."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import Field, asdict, dataclass, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, Literal, get_args, get_type_hints

from extractors import extractors
from extractors.text.fact import Fact, fields_of
from pipeline.secrets import veiled
from pipeline.sources import AgendaItem, Body, Consultation, Meeting, Noun, Organization, Paper
from pipeline.store.records import (
    ChangeRow,
    CouncilRow,
    DocumentRow,
    FileRow,
    IssueRow,
    LinkRow,
    PageRow,
    RunRow,
    SameRow,
    TextRow,
    VersionRow,
)

NOUNS: dict[type[Noun], str] = {
    Body: "bodies",
    Organization: "organizations",
    Meeting: "meetings",
    AgendaItem: "agenda_entries",
    Paper: "papers",
    Consultation: "consultations",
}
RECORDS: dict[type[Any], str] = {
    CouncilRow: "councils",
    RunRow: "runs",
    DocumentRow: "documents",
    FileRow: "files",
    VersionRow: "versions",
    ChangeRow: "changes",
    PageRow: "pages",
    IssueRow: "issues",
    TextRow: "texts",
    SameRow: "same_facts",
    LinkRow: "links",
}
NESTED = {"agenda_items"}
"""Fields of a noun that are no columns: the items of an agenda are rows of their own, as its source lists them (agenda_entries), and
as they are read from documents (agenda_items)."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its name and the Python type of its values."""

    name: str
    type: Any
    internal: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table of the store; its first column `id` is its key."""

    name: str
    group: Literal["noun", "fact", "record"]
    columns: tuple[Column, ...]


def short_id(*parts: object) -> str:
    """A stable id: the same parts give the same id on every machine."""
    natural = "\x1f".join("" if part is None else str(part) for part in parts)
    return hashlib.sha256(natural.encode("utf-8", "surrogatepass")).hexdigest()[:16]


@cache
def tables() -> dict[str, Table]:
    """All tables of the store by name."""
    found = [_noun(kind, name) for kind, name in NOUNS.items()]
    found += [_record(kind, name) for kind, name in RECORDS.items()]
    found += [_fact(kind) for kind in fact_kinds().values()]
    return {table.name: table for table in found}


@cache
def fact_kinds() -> dict[str, type[Fact]]:
    """The kinds of fact by the name of their table, as the extractors declare them."""
    names = extractors()  # imports every extractor, and with it its kind of fact
    kinds = {kind.table: kind for kind in _kinds(Fact) if kind.__module__.split(".")[:2] == ["extractors", kind.table]}
    return {name: kinds[name] for name in names}


def _kinds(kind: type[Fact]) -> list[type[Fact]]:
    return [found for child in kind.__subclasses__() for found in ([child] if "table" in vars(child) else []) + _kinds(child)]


def _record(kind: type[Any], name: str) -> Table:
    hints = get_type_hints(kind)
    return Table(name, "record", tuple(Column(f.name, plain(hints[f.name]), bool(f.metadata.get("internal"))) for f in fields(kind)))


def _fact(kind: type[Fact]) -> Table:
    hints = get_type_hints(kind)
    own = tuple(Column(name, plain(hints[name])) for name in fields_of(kind))
    evidence = [("quote", str), ("char_start", int), ("char_end", int), ("page", int), ("agenda_item", str), ("rule", str)]
    columns = (Column("id", str), Column("council", str), Column("document_id", str), *own, *(Column(*column) for column in evidence))
    return Table(kind.table, "fact", columns)


def _noun(kind: type[Noun], name: str) -> Table:
    hints = get_type_hints(kind)
    own = tuple(Column(column_of(f), plain(hints[f.name])) for f in fields(kind) if f.name not in NESTED and f.name != "key")
    counted = (Column("agenda_item_count", int),) if kind is Meeting else ()
    ends = (Column("deleted_at", datetime),)
    return Table(name, "noun", (Column("id", str), Column("council", str), Column("source_id", str), *own, *counted, *ends))


def column_of(noun_field: Field[Any]) -> str:
    """The name of a noun's column: what refers to others ends in `_id` or `_ids`."""
    if not noun_field.metadata.get("refers"):
        return noun_field.name
    many = "tuple" in str(noun_field.type)
    return noun_field.name.removesuffix("s") + "_ids" if many else noun_field.name + "_id"


def noun_row(council: str, noun: Noun) -> dict[str, Any]:
    """A noun as a row of its table."""
    row: dict[str, Any] = {"id": short_id(council, noun.key), "council": council, "source_id": noun.key, "deleted_at": None}
    for f in fields(noun):
        value = getattr(noun, f.name)
        if f.name in NESTED:
            row["agenda_item_count"] = sum(1 for item in value if item.number)  # without one it is a heading ("ANTRÄGE", Karlsruhe)
        elif f.metadata.get("refers") and isinstance(value, tuple):
            row[column_of(f)] = [short_id(council, key) for key in value]
        elif f.name != "key":
            told = veiled(value) if f.name in ("web", "website") and value else value
            row[column_of(f)] = short_id(council, value) if f.metadata.get("refers") and value else told
    return row


def fact_rows(council: str, document_id: str, table: str, rows: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """The facts of a document as rows; equal facts at the same place keep apart by their order."""
    seen: dict[str, int] = {}
    out = []
    for row in rows:
        stated = {name: value for name, value in row.items() if name != "rule"}
        state = json.dumps(stated, ensure_ascii=False, sort_keys=True, default=str)
        seen[state] = seen.get(state, 0) + 1
        out.append({"id": short_id(document_id, table, state, seen[state])} | {"council": council, "document_id": document_id} | row)
    return out


def plain(hint: Any) -> Any:
    """A type without its None."""
    left = [kind for kind in get_args(hint) if kind is not NoneType]
    return left[0] if NoneType in get_args(hint) and len(left) == 1 else hint


def sql_type(kind: Any) -> str:
    """The storage class of a column."""
    return {int: "INTEGER", bool: "INTEGER", float: "REAL", bytes: "BLOB"}.get(kind, "TEXT")


def sql_value(value: Any) -> Any:
    """A value as SQLite stores it; lists and nested values as JSON text."""
    match value:
        case None | int() | float() | bytes():
            return int(value) if isinstance(value, bool) else value
        case str():
            return value.encode("utf-8", "replace").decode("utf-8")
        case date():
            return value.isoformat()
        case Decimal():
            return str(value)
        case _:
            return json.dumps(nested(value), ensure_ascii=False, default=str)


def nested(value: Any) -> Any:
    """A value of lists, mappings and plain values only."""
    if is_dataclass(value) and not isinstance(value, type):
        return nested(asdict(value))
    if isinstance(value, Mapping):
        return {str(key): nested(said) for key, said in value.items()}
    return [nested(said) for said in value] if isinstance(value, list | tuple | set | frozenset) else value

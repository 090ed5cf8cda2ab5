"""The one schema of everything that is published: which tables, which columns, what they say, where their values come from.

The types come from the dataclasses of the store, the words from pipeline.release.words; from both together are made the SQLite
schema, the types of Parquet, the data package, CSVW, the codebook and the sources for dbt.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from functools import cache
from typing import Any, Literal, get_args, get_origin

from pipeline.release.words import COLUMNS, TABLES, Origin, TableWords, Terms, Words
from pipeline.store.schema import Column, Table, tables

Kind = Literal["text", "integer", "number", "boolean", "day", "moment", "money", "texts", "integers", "records", "json"]
"""texts, integers and records are lists, nested in Parquet and JSON text elsewhere; money has two places."""

NOT_PUBLISHED = {"same_facts", "texts"}
"""Tables of the store that are columns here (same_as), or are published in another form (document_texts)."""
MONEY = {("amounts", "amount"), ("amounts", "amount_max")}
PLAIN: Mapping[Any, Kind] = {
    str: "text",
    int: "integer",
    bool: "boolean",
    float: "number",
    date: "day",
    datetime: "moment",
    Decimal: "money",
}
# What a reader wants to know of where a row is from, beside the rows' own columns of the same names.
OF_THE_COUNCIL: Mapping[str, Kind] = {"ags": "text", "ars": "text"}
OF_THE_DOCUMENT: Mapping[str, Kind] = {
    "source_url": "text",
    "document_sha256": "text",
    "document_title": "text",
    "document_kind": "text",
    "body": "text",
    "meeting_date": "day",
    "same_as": "text",
    "permalink": "text",
    "original_url": "text",
    "extractor_version": "text",
    "review_state": "text",
}
# Where an empty cell would be read wrongly: why it is empty.
WHY_EMPTY: Mapping[str, Mapping[str, Kind]] = {
    "votes": {"counts_status": "text"},
    "deadlines": {"date_status": "text"},
    "recusals": {"person_status": "text"},
    "documents": {"permalink": "text"},
}
REFERENCES = {
    "council": "councils",
    "document_id": "documents",
    "meeting_id": "meetings",
    "paper_id": "papers",
    "body_id": "bodies",
    "agenda_item_id": "agenda_entries",
    "run_id": "runs",
    "first_run": "runs",
    "fetched_run": "runs",
    "vote_id": "votes",
    "matter_id": "matters",
}
OF_OUR_OWN: Mapping[str, tuple[str, Mapping[str, Kind]]] = {
    "vote_groups": (
        "fact",
        {"id": "text", "council": "text", "vote_id": "text", "position": "integer", "name": "text", "option": "text", "count": "integer"},
    ),
    "document_texts": ("record", {"id": "text", "council": "text", "document_id": "text", "text": "text"}),
    "corrections": (
        "record",
        {
            "id": "text",
            "table": "text",
            "row": "text",
            "column": "text",
            "old": "text",
            "new": "text",
            "who": "text",
            "when": "day",
            "why": "text",
            "applied": "boolean",
            "reason": "text",
        },
    ),
    "withheld": ("record", {"id": "text", "what": "text", "since": "day", "reason": "text"}),
}


class MissingWordsError(LookupError):
    """A table or a column that nobody has described yet; the message is one sentence."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicColumn:
    """A column as it is published."""

    name: str
    kind: Kind
    words: Words
    refers: str | None = None
    """The table whose `id` the value is."""
    key: bool = False
    fields: tuple[tuple[str, Kind], ...] = ()
    """The fields of each of the records of a list."""

    @property
    def terms(self) -> Terms:
        """The closed vocabulary of its values, each with its meaning in German and English; empty where it is open."""
        return self.words.terms

    @property
    def origin(self) -> Origin:
        """Where its values come from."""
        return self.words.origin


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicTable:
    """A table as it is published; its first column `id` is its key."""

    name: str
    group: str
    """noun (what a source lists), fact (what documents state), record (what the pipeline did); made, index (pipeline.release.made)."""
    title: str
    title_en: str
    de: str
    en: str
    columns: tuple[PublicColumn, ...]
    in_sqlite: tuple[PublicColumn, ...] = ()
    """The columns that only the SQLite file has besides, worked out from the others."""
    like: tuple[str, ...] = ()
    """The tables that it is made of, whose columns mean the same in it."""
    by_name: Mapping[str, PublicColumn] = field(repr=False, compare=False, default_factory=dict)


@cache
def public_tables() -> Mapping[str, PublicTable]:
    """All published tables by name, in the order of their parents before their children.

    Raises MissingWordsError where a table or a column has no words.
    """
    names: dict[str, tuple[str, tuple[PublicColumn, ...]]] = {
        table.name: (table.group, tuple(_columns(table))) for table in tables().values() if table.name not in NOT_PUBLISHED
    }
    names |= {name: (group, tuple(_own(name, kinds))) for name, (group, kinds) in OF_OUR_OWN.items()}
    found = {name: described(name, group, columns) for name, (group, columns) in names.items()}
    return {name: found[name] for name in _parents_first(found)}


def described(
    name: str, group: str, columns: tuple[PublicColumn, ...], like: tuple[str, ...] = (), said: TableWords | None = None
) -> PublicTable:
    """A table with its words.

    Raises MissingWordsError where it has none.
    """
    said = said or TABLES.get(name)
    if said is None:
        raise MissingWordsError(f"The table {name} has no words yet: pipeline/release/words says what a row of it is.")
    by_name = {column.name: column for column in columns}
    has_year = "meeting_date" in by_name and group != "made"
    return PublicTable(
        name=name,
        group=group,
        title=said.title,
        title_en=said.title_en,
        de=said.de,
        en=said.en,
        columns=columns,
        in_sqlite=(column_of(name, "year", "integer"),) if has_year else (),
        like=like,
        by_name=by_name,
    )


def _columns(table: Table) -> Iterator[PublicColumn]:
    shown = [column for column in table.columns if not column.internal]
    own = {column.name for column in shown}
    for column in shown:
        yield column_of(table.name, column.name, _kind(table.name, column), fields=tuple(_fields(column.type)))
    more: dict[str, Kind] = dict(OF_THE_DOCUMENT) if table.group == "fact" else {}
    more |= OF_THE_COUNCIL
    more |= WHY_EMPTY.get(table.name, {})
    yield from (column_of(table.name, name, kind) for name, kind in more.items() if name not in own)


def _own(table: str, kinds: Mapping[str, Kind]) -> Iterator[PublicColumn]:
    more = OF_THE_COUNCIL if "council" in kinds else {}
    yield from (column_of(table, name, kind) for name, kind in {**kinds, **more}.items())


def column_of(table: str, name: str, kind: Kind, fields: tuple[tuple[str, Kind], ...] = ()) -> PublicColumn:
    """A column with its words: those of its table, else those that mean the same everywhere.

    Raises MissingWordsError where it has none.
    """
    refers = None if name == "council" and table == "councils" else REFERENCES.get(name)
    words = COLUMNS.get((table, name)) or COLUMNS.get(("", name))
    if words is None:
        raise MissingWordsError(f"The column {name} of {table} has no words yet: pipeline/release/words says what it means.")
    return PublicColumn(name=name, kind=kind, words=words, refers=refers, key=name == "id", fields=fields)


def _kind(table: str, column: Column) -> Kind:
    if (table, column.name) in MONEY:
        return "money"
    if get_origin(column.type) is Literal:
        return PLAIN[type(get_args(column.type)[0])]
    if get_origin(column.type) in (tuple, list):
        inner = get_args(column.type)[0]
        return "integers" if inner is int else "records" if is_dataclass(inner) else "texts"
    return PLAIN.get(column.type, "json")


def _fields(kind: Any) -> Iterator[tuple[str, Kind]]:
    inner = get_args(kind)[0] if get_origin(kind) in (tuple, list) else None
    if inner is not None and is_dataclass(inner):
        yield from ((name, "integer" if "int" in str(one.type) else "text") for name, one in inner.__dataclass_fields__.items())


def _parents_first(found: Mapping[str, PublicTable]) -> Iterator[str]:
    done: set[str] = set()

    def after_its_parents(name: str) -> Iterator[str]:
        if name in done:
            return
        done.add(name)
        for column in found[name].columns:
            if column.refers and column.refers != name:
                yield from after_its_parents(column.refers)
        yield name

    for name in found:
        yield from after_its_parents(name)

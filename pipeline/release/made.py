"""The schema of what the SQLite file holds besides the published tables: what its finishing (pipeline.release.views) makes of them.

Tables and views are listed here by their columns. What a column says stands with the table of its own, or with the tables that it is
made of; a view that has a column which is not listed, and one listed that no view has, fail the tests.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache

from pydantic import TypeAdapter

from pipeline.release.matters import known_fields
from pipeline.release.schema import Kind, PublicColumn, PublicTable, column_of, described, public_tables
from pipeline.release.search import SEARCHED, VOCABULARY, index_of, name_of, owner_of
from pipeline.release.words import COLUMNS, TableWords

EVIDENCE = "permalink quote original_url"
MONEY = "currency role basis bound outcome"
ENTRY = "atom_id atom_title atom_updated:moment atom_link atom_content council meeting_date id matter_id:integer"


@dataclass(frozen=True, slots=True)
class Made:
    """A table or a view: its columns, and the tables whose columns it has. A column of its own says its kind where it is no text."""

    columns: str
    like: tuple[str, ...] = ()


MADE: Mapping[str, Made] = {
    "matters": Made("id:integer council document_id agenda_item title paper paper_name", ("votes",)),
    "policy_fields": Made("matter_id:integer field word"),
    "money_by_policy_field": Made(
        "council year field role basis currency statements:integer amount:money largest:money title permalink", ("policy_fields", "amounts")
    ),
    "terms": Made("table column value de en"),
    "decisions": Made(
        f"meeting_date council body title outcome yes no abstain {EVIDENCE} agenda_item paper subject subject_text unanimous flags"
        " document_kind year document_id id search_row:integer",
        ("votes", "matters"),
    ),
    "close_votes": Made(
        f"meeting_date council body title outcome yes no abstain margin:integer {EVIDENCE} subject_text flags year id", ("decisions",)
    ),
    "money": Made(
        f"meeting_date council body title amount amount_max {MONEY} {EVIDENCE} agenda_item point paper fiscal_years document_kind year"
        " document_id id search_row:integer",
        ("amounts", "matters"),
    ),
    "money_for_integration": Made("council year role basis currency statements amount largest title permalink", ("money_by_policy_field",)),
    "money_of_policy_fields": Made(
        f"field meeting_date council body title amount currency role basis outcome {EVIDENCE} year id", ("policy_fields", "money")
    ),
    "largest_sums": Made(f"meeting_date council body title amount amount_max {MONEY} {EVIDENCE} year id", ("money",)),
    "due_dates": Made("due:day what council body title duty permalink quote kind precision original_url document_id id", ("deadlines",)),
    "decisions_without_report": Made(
        f"meeting_date council body title paper outcome instructions:integer {EVIDENCE} year id", ("decisions",)
    ),
    "popolo_counts": Made("vote_id council meeting_date option value:integer", ("votes",)),
    "feed_decisions": Made(ENTRY, ("votes",)),
    "feed_close_votes": Made(ENTRY, ("feed_decisions",)),
    "feed_large_sums": Made(ENTRY, ("feed_decisions",)),
    "feed_follow_ups": Made(ENTRY, ("feed_decisions",)),
    "documents_said": Made("said_row:integer name title text", ("documents", "document_texts")),
    VOCABULARY: Made("word uses:integer spelled"),
}
KIND: TypeAdapter[Kind] = TypeAdapter(Kind)
INDEX_DE = "Eine Zeile ist eine Zeile der Tabelle {name}, wie die Suche sie liest: Volltextregister ihrer Wörter."
INDEX_EN = "One row is a row of the table {name} as the search reads it: full-text index of its words."


@cache
def sqlite_tables() -> Mapping[str, PublicTable]:
    """Every table and view of the SQLite file by name: the published tables, what is made of them, and the indexes of words.

    Raises KeyError where a table or a column has no words.
    """
    known = dict(public_tables())
    for name, made in MADE.items():
        columns = tuple(_column(known, name, column, made.like) for column in made.columns.split())
        known[name] = described(name, "index" if name == VOCABULARY else "made", columns, made.like)
    for name in SEARCHED:
        known[index_of(name)] = _index(known, name)
    return known


def columns_of(table: PublicTable) -> Iterator[PublicColumn]:
    """The columns of a table as the SQLite file has them."""
    yield from table.columns
    yield from table.in_sqlite


def _column(known: Mapping[str, PublicTable], table: str, listed: str, like: tuple[str, ...]) -> PublicColumn:
    name, _, kind = listed.partition(":")
    if (table, name) not in COLUMNS:
        for one in like:
            found = next((column for column in columns_of(known[one]) if column.name == name), None)
            if found:
                return replace(found, key=False)
    column = replace(column_of(table, name, KIND.validate_python(kind or "text")), key=(table, name) == ("matters", "id"))
    if (table, name) == ("policy_fields", "field"):
        return replace(column, words=replace(column.words, terms={key: (field.de, field.en) for key, field in known_fields().items()}))
    return column


def _index(known: Mapping[str, PublicTable], name: str) -> PublicTable:
    """The index of a table's words: its columns mean what those that are read into it mean."""
    columns = []
    for searched in SEARCHED[name].columns:
        owner, column = owner_of(searched, name)
        found = next(one for one in known[owner].columns if one.name == column)
        columns.append(replace(found, name=name_of(searched), key=False, refers=None))
    of = known[name]
    said = TableWords(
        title=f"Suchregister: {of.title}", title_en=f"Index: {of.title_en}", de=INDEX_DE.format(name=name), en=INDEX_EN.format(name=name)
    )
    return described(index_of(name), "index", tuple(columns), (name,), said)

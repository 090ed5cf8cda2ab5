"""What became different in what a document states: a row in `changes` for every statement that was added, changed, removed, or is back.

A statement is a row of facts without its place in the text. Two of them, before and after, are the same matter if they are
of one agenda item and have the same words, or the same place in it (a point's path, a vote's subject); else if they have the
same words anywhere in the document.
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Callable, Container, Hashable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from sqlite3 import Row
from typing import Any, Literal

from pipeline.store import Store
from pipeline.store.schema import fact_kinds, short_id

Cause = Literal["document", "reading", "source"]
"""Why: other bytes; the same bytes, read otherwise (other rules, or a release); or the source withdrew or brought back the document."""

EVIDENCE = ("id", "council", "document_id", "quote", "char_start", "char_end", "page", "agenda_item", "rule")
# Where in its agenda item a statement stands; what is not here is what it says.
PLACE = {
    "votes": ("subject", "subject_text", "points"),
    "resolution_points": ("path", "stage"),
    "amounts": ("section", "point", "role"),
    "deadlines": ("section", "point", "duty"),
    "follow_ups": ("paper", "point"),
    "references": ("kind", "value"),
    "recusals": ("person", "statute"),
    "agenda_items": ("number",),
}
TELLING = 20
"""Shorter words ("einstimmig") stand in many places and do not tell two statements apart."""


@dataclass(frozen=True, slots=True)
class Statement:
    """A row of facts, as it was or is."""

    row: str
    agenda_item: str | None
    quote: str
    says: Mapping[str, Any]

    @property
    def sense(self) -> str:
        """What makes two statements say the same."""
        return json.dumps([self.agenda_item, self.says], sort_keys=True, ensure_ascii=False)


Pair = tuple[Statement | None, Statement | None]
Stated = Mapping[str, list[Statement]]


def stated(store: Store, document: str) -> Stated:
    """What a document states now, by table, in the order of its text."""
    return {table: [_statement(row) for row in _rows(store, table, document)] for table in fact_kinds()}


def _rows(store: Store, table: str, document: str) -> list[Row]:
    return store.rows(f'SELECT * FROM "{table}" WHERE document_id = ? ORDER BY char_start, char_end, id', document)  # noqa: S608  our own names


def _statement(row: Row) -> Statement:
    says = {name: row[name] for name in row.keys() if name not in EVIDENCE}  # noqa: SIM118  a Row iterates over its values
    return Statement(row["id"], row["agenda_item"], row["quote"], says)


def counts_of(said: Stated) -> dict[str, int]:
    """How many statements there are of each kind: whether all of them are still there is held against it."""
    return {table: len(statements) for table, statements in said.items()}


def note_changes(store: Store, document: Row, before: Stated, cause: Cause, *, is_withheld: bool = False) -> int:
    """Note how what a document states now differs from before; returns how many statements do. Inside a transaction of the caller.

    Nothing is noted of a document that was never read, and of a table whose rows were not all there before (its columns have
    changed, or somebody has emptied it): what is made again is not new. What is withheld leaves no words behind.
    """
    known = json.loads(document["row_counts"] or "{}")
    after = stated(store, document["id"])
    run = store.one("SELECT MAX(id) FROM runs WHERE council = ?", document["council"])
    once = {row["sense_before"] for row in store.rows("SELECT sense_before FROM changes WHERE document_id = ?", document["id"])}
    count = 0
    for table, statements in before.items():
        if known.get(table) != len(statements):
            continue
        for old, new in pairs(table, statements, after[table]):
            said = {"fact_table": table, "run_id": run, "cause": cause, "sha256_before": document["read_sha256"]}
            said |= {"sha256_after": document["sha256"] if cause != "source" or new else None}
            row = said | _change(document["id"], table, old, new, once)
            key = short_id(run, document["id"], table, row["sense_before"], row["sense_after"], count)
            store.put("changes", [{"id": key, "council": document["council"], "document_id": document["id"]} | row])
            count += 1
    if is_withheld:
        store.connection.execute(
            "UPDATE changes SET quote_before = NULL, quote_after = NULL, before = NULL, after = NULL WHERE document_id = ?",
            [document["id"]],
        )
    return count


def _change(document: str, table: str, old: Statement | None, new: Statement | None, once: Container[str | None]) -> dict[str, Any]:
    senses = [short_id(document, table, statement.sense) if statement else None for statement in (old, new)]
    differs = [name for name, was, now in _values(old, new) if was != now] if old and new else []
    at = new or old
    kind = "changed" if old and new else "removed" if old else "back_again" if senses[1] in once else "added"
    return {
        "change": kind,
        "agenda_item": at.agenda_item if at else None,
        "row_before": old and old.row,
        "row_after": new and new.row,
        "quote_before": old and old.quote,
        "quote_after": new and new.quote,
        "differs": differs,
        "before": {name: was for name, was, now in _values(old, new) if name in differs} or None,
        "after": {name: now for name, was, now in _values(old, new) if name in differs} or None,
        "sense_before": senses[0],
        "sense_after": senses[1],
    }


def _values(old: Statement | None, new: Statement | None) -> Iterator[tuple[str, Any, Any]]:
    """The columns of two statements with the values of both."""
    if old and new:
        yield "agenda_item", old.agenda_item, new.agenda_item
        yield from ((name, value, new.says[name]) for name, value in old.says.items())


def pairs(table: str, before: Iterable[Statement], after: Iterable[Statement]) -> Iterator[Pair]:
    """What differs: a statement before with the one after that is of the same matter, or with None; what is the same is left out."""
    place = PLACE.get(table, ())
    passes: tuple[Callable[[Statement], Hashable | None], ...] = (
        lambda said: (said.agenda_item, words) if len(words := _plain(said.quote)) >= TELLING else None,
        lambda said: (said.agenda_item, *(said.says.get(name) for name in place)),
        lambda said: words if len(words := _plain(said.quote)) >= TELLING else None,
    )
    same, old, new = _paired(list(before), list(after), lambda said: said.sense)
    del same
    for key in passes:
        found, old, new = _paired(old, new, key)
        yield from found
    yield from ((statement, None) for statement in old)
    yield from ((None, statement) for statement in new)


def _paired(
    old: list[Statement], new: list[Statement], key: Callable[[Statement], Hashable | None]
) -> tuple[list[Pair], list[Statement], list[Statement]]:
    """Statements of the same key, one to one in the order of the text, and what is left of both sides."""
    waiting: dict[Hashable, list[Statement]] = defaultdict(list)
    for statement in reversed(old):
        waiting[key(statement)].append(statement)
    waiting.pop(None, None)
    found: list[Pair] = []
    left = []
    for statement in new:
        first = waiting[key(statement)].pop() if waiting.get(key(statement)) else None
        if first is None:
            left.append(statement)
        else:
            found.append((first, statement))
    taken = {first.row for first, _ in found if first}
    return found, [statement for statement in old if statement.row not in taken], left


def _plain(quote: str) -> str:
    return " ".join(quote.split())

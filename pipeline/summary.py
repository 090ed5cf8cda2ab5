"""What a person wants to know after a run: rows per table, example rows with their quotes, what is missing, what to do next."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from pipeline.commands import DEMO, STORE
from pipeline.extraction import shortened
from pipeline.passages import harmless
from pipeline.release.folder import LATEST, tables_in
from pipeline.run import RunReport
from pipeline.store import Store, store_in
from pipeline.store.schema import Column, fact_kinds, tables

OF_COUNCILS = ("meetings", "papers", "documents", "issues")
# What makes a row of a table a good example: rows that say more come first.
TELLING = {
    "votes": '"yes" IS NOT NULL DESC',
    "amounts": '"section" = \'resolution\' DESC, "amount" IS NOT NULL DESC',
    "deadlines": '"date_to" IS NOT NULL DESC',
    "resolution_points": "LENGTH(quote) BETWEEN 40 AND 160 DESC",
}
EXAMPLES = ("votes", "amounts", "deadlines", "resolution_points", "follow_ups")
"""The kinds of fact that are shown with an example; not recusals, which name persons."""
LEAST_TELLING = {"id", "council", "document_id", "char_start", "char_end", "rule", "quote", "page", "agenda_item", "text", "flags"}


def summary(data: Path, reports: Sequence[RunReport]) -> str:
    """The summary of a run, as text."""
    with Store(store_in(data)) as store:
        councils, examples = [report.council for report in reports], list(_examples(store))
        parts = [
            ["", *(harmless(report.sentence) for report in reports)],
            ["", f"Rows in {tables_in(data)}:", *_counts(store)],
            ["", "Examples, each with the words that state it:", *examples] if examples else [],
            _missing(store, councils),
            _next(data),
        ]
    return "\n".join(line for part in parts for line in part)


def _counts(store: Store) -> Iterator[str]:
    for name in (*fact_kinds(), *OF_COUNCILS):
        count = store.one(f'SELECT COUNT(*) FROM "{name}"')  # noqa: S608  our own names
        again = store.one("SELECT COUNT(*) FROM same_facts WHERE fact_table = ?", name)
        yield f"  {name:<20}{count:>9,}" + (f"   {again:,} of them say again what another row says (same_as)" if again else "")


def _examples(store: Store) -> Iterator[str]:
    kinds = fact_kinds()
    for name in (name for name in EXAMPLES if name in kinds):
        order = TELLING.get(name, "LENGTH(quote) > 20 DESC")
        query = (
            f'SELECT "{name}".*, documents.body AS of_body, documents.meeting_date AS of_day FROM "{name}"'  # noqa: S608  our own names
            f' JOIN documents ON documents.id = "{name}".document_id ORDER BY of_body IS NULL, {order}, "{name}".id LIMIT 1'
        )
        for row in store.rows(query):
            own = [column for column in tables()[name].columns if column.name not in LEAST_TELLING]
            said = ", ".join(
                f"{column.name} {_short(column, row[column.name])}" for column in own if row[column.name] not in (None, "[]", "")
            )
            item = f"TOP {row['agenda_item']}" if row["agenda_item"] else None
            place = ", ".join(harmless(str(part)) for part in (row["of_body"], row["of_day"], item) if part)
            yield f"  {name}: {shortened(said)}"
            yield f"      «{shortened(row['quote'])}»" + (f"  ({place})" if place else "")


def _missing(store: Store, councils: Sequence[str]) -> list[str]:
    query = """SELECT status, COUNT(*) AS n, MIN(sentence) AS example FROM documents
               WHERE deleted_at IS NULL AND status <> 'ok' AND council IN (SELECT value FROM json_each(?))
               GROUP BY status ORDER BY n DESC"""
    rows = store.rows(query, json.dumps(list(councils)))
    if not rows:
        return ["", "Every document could be had and read."]
    lines = [f"  {row['status']:<20}{row['n']:>9,}   e.g. {harmless(row['example'])}" for row in rows]
    return ["", "Could not be had or read (all of them in the table issues):", *lines]


def _next(data: Path) -> list[str]:
    where = "" if data in (STORE, DEMO) else f" (BESCHLUSSBUCH_DATA={data})"
    return [
        "",
        f"The newest release:        {data / LATEST}   (its README.md tells what is in it)",
        f"Store of record (SQLite):  {store_in(data)}",
        f"Raw documents:             {data / 'raw'}",
        "",
        "Next:",
        f"  notebooks/01_query.ipynb   questions and charts over these tables{where}",
        "  the same command again     asks only for what has changed",
        "",
        f"To search the tables and see each sentence in its document:  {_command()} serve {data}",
    ]


def _command() -> str:
    """The program as it was called, so that the line can be typed again: it need not be on the path."""
    called = Path(sys.argv[0])
    return sys.argv[0] if called.name == "beschlussbuch" and "/" in sys.argv[0] and not called.is_absolute() else "beschlussbuch"


def _short(column: Column, value: Any) -> str:
    if column.type is bool:
        return "true" if value else "false"
    if isinstance(value, str) and value.startswith("["):
        return "/".join(str(said.get("name", said) if isinstance(said, dict) else said) for said in json.loads(value))
    return str(value)

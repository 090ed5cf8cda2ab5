"""The finishing of the SQLite file: what is about what, search, indexes, questions with names; then it is never written again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from pathlib import Path

from pipeline.release import Draft
from pipeline.release.made import columns_of, sqlite_tables
from pipeline.release.matters import find_policy_fields, make_matters
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.search import index_spelling, index_words
from pipeline.release.sqlite import DECLARED, FILE

VIEWS = Path(__file__).with_name("views.sql")
LARGE_SUM = 1_000_000
CACHE_KB = 262_144
FACETS = ("council", "body", "year", "outcome", "role", "kind", "status", "act", "code")
"""Columns that people narrow tables down by: each has an index where a table has it."""
SORTED = ("amount", "date_to", "next_report")
ALSO = {"amounts": ", same_as, section"}
"""What the named questions leave rows out by, so that they can count from an index alone; without an entry it is same_as."""
WORKED_OUT = {"year": "CAST(SUBSTR(meeting_date, 1, 4) AS INTEGER)"}
"""The columns that only this file has."""
TERMS = """
CREATE TABLE terms ("table" TEXT NOT NULL, "column" TEXT NOT NULL, value TEXT NOT NULL, de TEXT NOT NULL, en TEXT NOT NULL,
                    PRIMARY KEY ("table", "column", value)) WITHOUT ROWID;
"""


def finish_sqlite(draft: Draft) -> None:
    """Finish the SQLite file of a release."""
    connection = sqlite3.connect(draft.folder / FILE, isolation_level=None)
    try:
        finish(connection, large_sum=draft.curation.settings.large_sum)
    finally:
        connection.close()


def finish(connection: sqlite3.Connection, *, large_sum: int = LARGE_SUM) -> None:
    """Make of a file with all tables one that can be searched, narrowed down and asked; nobody else may have it open."""
    for pragma in ("journal_mode = OFF", "synchronous = OFF", f"cache_size = -{CACHE_KB}", "temp_store = MEMORY", "threads = 2"):
        connection.execute(f"PRAGMA {pragma}")
    for table in public_tables().values():
        for statement in _prepared(table):
            connection.execute(statement)
    make_matters(connection)
    index_words(connection)
    index_spelling(connection)
    find_policy_fields(connection)
    connection.executescript(TERMS)
    connection.executemany("INSERT INTO terms VALUES (?, ?, ?, ?, ?)", _terms())
    connection.executescript(VIEWS.read_text(encoding="utf-8").replace("$LARGE_SUM", str(int(large_sum))))
    connection.execute("PRAGMA analysis_limit = 1000")
    connection.execute("ANALYZE")
    connection.execute("PRAGMA journal_mode = DELETE")


def _prepared(table: PublicTable) -> Iterator[str]:
    """A year to narrow down by where there is a day, and indexes over what is joined, narrowed down and sorted by."""
    name, columns = f'"{table.name}"', set(table.by_name)
    for more in table.in_sqlite:  # takes no room: worked out when it is asked for
        said = f'"{more.name}" {DECLARED[more.kind]} GENERATED ALWAYS AS ({WORKED_OUT[more.name]}) VIRTUAL'
        yield f"ALTER TABLE {name} ADD COLUMN {said}"
        columns.add(more.name)
    if {"document_id", "agenda_item"} <= columns:
        yield f'CREATE INDEX "{table.name}_of" ON {name} (document_id, agenda_item)'
    if "meeting_date" in columns:
        yield f'CREATE INDEX "{table.name}_by_day" ON {name} (meeting_date DESC, id)'
    if table.name == "documents":
        yield "CREATE INDEX documents_fetched ON documents (fetched_at DESC, id)"
    if table.name == "papers":
        yield "CREATE INDEX papers_reference ON papers (council, reference)"
    if table.name == "follow_ups":
        yield "CREATE INDEX follow_ups_paper ON follow_ups (council, paper)"
    refers = [column.name for column in table.columns if column.refers and column.name in table.by_name]
    for column in dict.fromkeys((*refers, *FACETS, *SORTED)):
        if column in columns and not (column == "document_id" and "agenda_item" in columns):
            also = ALSO.get(table.name, ", same_as") if column in FACETS and "same_as" in columns else ""
            yield f'CREATE INDEX "{table.name}_{column}" ON {name} ("{column}"{also})'


def _terms() -> Iterator[tuple[str, str, str, str, str]]:
    for table in sqlite_tables().values():
        for column in columns_of(table) if table.group != "index" else ():
            for value, (de, en) in column.terms.items():
                yield table.name, column.name, value, de, en

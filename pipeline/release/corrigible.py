"""What a correction may change: what a source lists or a document states, never what a row is, nor what proves it."""

from __future__ import annotations

from collections.abc import Mapping

from pipeline.release.schema import OF_THE_COUNCIL, OF_THE_DOCUMENT, WHY_EMPTY, public_tables

EVIDENCE = {"quote", "char_start", "char_end", "page", "rule"}
KEYS = {"id", "council", "source_id", "document_id", "deleted_at"}
DOCUMENT = {"name", "title", "kind", "body", "meeting_date", "document_date"}
"""What is said about a document; the rest is what became of its bytes."""
FROM_THE_DOCUMENT: Mapping[str, str] = {"document_title": "title", "document_kind": "kind", "body": "body", "meeting_date": "meeting_date"}
"""Columns of a fact that its document's row corrects."""
OWN_HERE: Mapping[str, set[str]] = {"agenda_items": {"body", "meeting_date"}}


def of_the_document(table: str) -> Mapping[str, str]:
    """Columns of a table of facts that follow a column of its document."""
    return {name: column for name, column in FROM_THE_DOCUMENT.items() if name not in OWN_HERE.get(table, set())}


def why_not(table: str, name: str, new: str) -> str | None:
    """Why a column may not be corrected, None where it may."""
    column = public_tables()[table].by_name.get(name)
    if column is None:
        return f"the table {table} has no column {name}"
    if name == "review_state":
        return None if new.strip() == "checked" else "a review can only be set to checked"
    if name in EVIDENCE:
        return "what proves a row is never corrected"
    if column.name in KEYS or column.refers or column.name.endswith(("_id", "_ids")):
        return "what names a row or refers to another is never corrected"
    return _elsewhere(table, name)


def _elsewhere(table: str, name: str) -> str | None:
    public = public_tables()[table]
    if table == "vote_groups":
        return "it follows the column groups of its vote: correct that"
    if public.group == "fact" and name in of_the_document(table):
        return "it follows its document: correct the document's row"
    derived = {*OF_THE_COUNCIL, *WHY_EMPTY.get(table, {}), *(OF_THE_DOCUMENT if public.group == "fact" else ())} - OWN_HERE.get(
        table, set()
    )
    if name in derived:
        return "it follows from other columns"
    if public.group == "record" and not (table == "documents" and name in DOCUMENT):
        return "what the pipeline did or was told is not corrected here"
    return None

"""What must hold of a run, and what a run may be called: never complete when it lost something."""

from __future__ import annotations

import json
import zlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from pipeline.councils import Council
from pipeline.statuses import Issue, Status
from pipeline.store import Store
from pipeline.store.schema import fact_kinds


class Outcome(StrEnum):
    """What a run was."""

    COMPLETE = "complete"
    PARTIAL = "partial"
    """Something that the source offers is not in the tables; every such thing has its status and its sentence."""
    FAILED = "failed"
    UNCHANGED = "unchanged"


@dataclass(frozen=True, slots=True)
class Ledger:
    """What became of all documents of a council: discovered = stored + unchanged + deleted + each kind of failure."""

    discovered: int
    stored: int
    unchanged: int
    deleted: int
    failures: Mapping[str, int] = field(default_factory=dict)

    @property
    def failed(self) -> int:
        """How many documents are not in the tables as they should be."""
        return sum(self.failures.values())

    @property
    def adds_up(self) -> bool:
        """Whether every document is accounted for, once."""
        return self.discovered == self.stored + self.unchanged + self.deleted + self.failed


def ledger_of(store: Store, council: str, run: str, discovered: int, deleted: int) -> Ledger:
    """Count what became of a council's documents; `discovered` was counted when they were found.

    What runs have fetched that were interrupted since the last one with an end (which has numbers) is new as well: nobody was told.
    """
    query = """SELECT status, fetched_run = ? OR COALESCE(fetched_run IN (
                   SELECT id FROM runs WHERE council = documents.council AND stored IS NULL
                     AND id > COALESCE((SELECT MAX(id) FROM runs WHERE council = documents.council AND stored IS NOT NULL), '')
                 ), 0) AS fresh, COUNT(*) AS n FROM documents
               WHERE council = ? AND deleted_at IS NULL AND status IS NOT NULL GROUP BY 1, 2"""
    stored = unchanged = 0
    failures: dict[str, int] = {}
    for row in store.rows(query, run, council):
        if row["status"] not in (Status.OK, Status.CONFIDENTIAL_MARK):  # what is withheld is where it should be
            failures[row["status"]] = failures.get(row["status"], 0) + row["n"]
        elif row["fresh"]:
            stored += row["n"]
        else:
            unchanged += row["n"]
    return Ledger(discovered, stored, unchanged, deleted, failures)


def outcome_of(ledger: Ledger, *, lists_complete: bool, broken: bool, too_few: bool = False) -> Outcome:
    """What to call a run. `broken` is an evidence or a ledger that does not hold: a fault of ours."""
    if broken or too_few or not ledger.adds_up:
        return Outcome.FAILED
    if ledger.failed or not lists_complete:
        return Outcome.PARTIAL
    return Outcome.COMPLETE if ledger.stored or ledger.deleted else Outcome.UNCHANGED


def odd_yields(store: Store, council: Council) -> Iterator[Issue]:
    """Where a council has fewer or more of something than its file expects; fewer is the sign of a page that changed silently."""
    for table, wanted in sorted(council.expected.items()):
        ends = "" if table in fact_kinds() else " AND deleted_at IS NULL"
        known = store.one(f'SELECT COUNT(*) FROM "{table}" WHERE council = ?{ends}', council.id)  # noqa: S608  our own names
        if known < wanted.least:
            said = f"{council.name} has {known} {table}; at least {wanted.least} are expected."
            yield Issue(Status.VOLUME_DROP, table, said)
        elif wanted.most is not None and known > wanted.most:
            said = f"{council.name} has {known} {table}; at most {wanted.most} are expected."
            yield Issue(Status.VOLUME_RISE, table, said)


def false_quotes(store: Store, council: str) -> Iterator[Issue]:
    """Rows whose quote is not verbatim at its offsets in the text of their document; there must be none."""
    texts = "SELECT id, text FROM texts WHERE id IN (SELECT id FROM documents WHERE council = ?)"
    for document in store.connection.execute(texts, [council]):
        text = unpacked(document["text"])
        for table in fact_kinds():
            query = f'SELECT id, quote, char_start, char_end FROM "{table}" WHERE document_id = ?'  # noqa: S608  our own names
            for row in store.rows(query, document["id"]):
                if not row["quote"] or text[row["char_start"] : row["char_end"]] != row["quote"]:
                    yield Issue(Status.CORRUPT, document["id"], f"Row {row['id']} of {table} is not verbatim in its document.")


def packed(text: str) -> bytes:
    """A text as the store keeps it."""
    return zlib.compress(text.encode("utf-8", "replace"), 6)


def unpacked(data: bytes) -> str:
    """A text as it was before it was packed."""
    return zlib.decompress(data).decode("utf-8")


def lost_agenda_items(store: Store, council: str) -> Iterator[Issue]:
    """Meetings whose object states more agenda items than were read from it."""
    query = """SELECT meetings.source_id, meetings.agenda_item_count AS stated,
                 (SELECT COUNT(*) FROM agenda_items WHERE agenda_items.document_id = meetings.id) AS read
               FROM meetings JOIN documents ON documents.id = meetings.id
               WHERE meetings.council = ? AND meetings.deleted_at IS NULL AND documents.status = 'ok' AND stated > read"""
    if "agenda_items" not in fact_kinds():
        return
    for row in store.rows(query, council):
        said = f"The meeting {row['source_id']} states {row['stated']} agenda items; {row['read']} were read."
        yield Issue(Status.VOLUME_DROP, row["source_id"], said)


def remarks_of(store: Store, council: str) -> list[tuple[str, str, str, str]]:
    """What was not read, or is doubtful, in documents that were read, as issues."""
    query = """SELECT id, source_url, read_issues FROM documents
               WHERE council = ? AND deleted_at IS NULL AND status = 'ok' AND read_issues NOT IN ('', '[]')"""
    return [
        (said["code"], row["source_url"], said["sentence"], row["id"])
        for row in store.rows(query, council)
        for said in json.loads(row["read_issues"])
    ]


def lost_results(store: Store, council: str) -> Iterator[Issue]:
    """Items whose result only one of two ways has found: listing a meeting's page, and reading it as a document."""
    query = """SELECT meetings.source_id, agenda_entries.number, agenda_entries.result, agenda_items.result_raw FROM agenda_entries
               JOIN meetings ON meetings.id = agenda_entries.meeting_id JOIN documents ON documents.id = meetings.id
               JOIN agenda_items ON agenda_items.document_id = documents.id AND agenda_items.number = agenda_entries.number
               WHERE agenda_entries.council = ? AND meetings.deleted_at IS NULL AND documents.status = 'ok'
                 AND (agenda_entries.result IS NULL) <> (agenda_items.result_raw IS NULL)"""
    if "agenda_items" not in fact_kinds():
        return
    for row in store.rows(query, council):
        said, lost = (row["result"], "read") if row["result"] else (row["result_raw"], "listed")
        sentence = f"The meeting {row['source_id']} states the result {said!r} of item {row['number']}; it was not {lost}."
        yield Issue(Status.VOLUME_DROP, row["source_id"], sentence)


def failures_of(store: Store, council: str) -> list[tuple[str, str, str, str]]:
    """The documents that are not in the tables as they should be, as issues."""
    query = "SELECT id, source_url, status, sentence FROM documents WHERE council = ? AND deleted_at IS NULL AND status <> 'ok'"
    return [(row["status"], row["source_url"], row["sentence"] or row["status"], row["id"]) for row in store.rows(query, council)]

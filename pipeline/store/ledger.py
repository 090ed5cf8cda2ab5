"""What the store knows of documents: which there are, which to read, and what became of each (which to ask for: pipeline.store.due)."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Any

from pipeline.secrets import kept_address, veiled
from pipeline.sources import DocumentLink, Found, Meeting, PageSeen
from pipeline.statuses import Failure, Status
from pipeline.store import Store, changes, tombstones
from pipeline.store.schema import NOUNS, fact_kinds, noun_row, short_id
from pipeline.store.versions import note_version


def now() -> datetime:
    """The present moment, in UTC, to the second."""
    return datetime.now(UTC).replace(microsecond=0)


def document_id(council: str, link: DocumentLink) -> str:
    """The id of a document: its address (or path) at its council."""
    return short_id(council, link.key or link.url)


def merge(store: Store, council: str, found: Found, run: str, at: datetime) -> int:
    """Take over what a source offers; returns how many documents it newly withdrew. Inside a transaction of the caller."""
    for noun in found.nouns:
        store.put(NOUNS[type(noun)], [noun_row(council, noun)])
        if isinstance(noun, Meeting):
            _merge_agenda(store, council, noun)
    for owner in found.owners | found.deleted:
        store.connection.execute("DELETE FROM files WHERE owner_id = ?", [short_id(council, owner)])
    for key in found.deleted:
        for table in NOUNS.values():
            store.connection.execute(
                f'UPDATE "{table}" SET deleted_at = ? WHERE id = ? AND deleted_at IS NULL',  # noqa: S608  our own names
                [at.isoformat(), short_id(council, key)],
            )
    for link in found.documents:
        _merge_document(store, council, link, run)
    return _withdraw(store, council, at)


def deleted_objects(store: Store, council: str, run: str) -> int:
    """How many meetings, papers and the like a run was told are deleted."""
    deleted = "WHERE council = ? AND deleted_at = (SELECT started_at FROM runs WHERE id = ?)"
    return sum(store.one(f'SELECT COUNT(*) FROM "{table}" {deleted}', council, run) for table in NOUNS.values())  # noqa: S608  our own names


def _merge_agenda(store: Store, council: str, meeting: Meeting) -> None:
    """The items of a meeting as its source lists them now."""
    store.connection.execute("DELETE FROM agenda_entries WHERE meeting_id = ?", [short_id(council, meeting.key)])
    items = [replace(item, meeting=meeting.key, position=at) for at, item in enumerate(meeting.agenda_items, 1)]
    store.put("agenda_entries", [noun_row(council, item) for item in items])


def _merge_document(store: Store, council: str, link: DocumentLink, run: str) -> None:
    key = document_id(council, link)
    owner = short_id(council, link.owner)
    first = store.one("SELECT first_run FROM documents WHERE id = ?", key)
    row: dict[str, Any] = {
        "id": key,
        "council": council,
        "source_url": kept_address(key, link.url),
        "role": link.role,
        "name": link.name,
        "file_name": link.file_name,
        "declared_type": link.media_type,
        "declared_kind": link.kind,
        "meeting_id": short_id(council, link.meeting) if link.meeting else None,
        "declared_public": link.public,
        "form": link.form,
        "version": link.version,
        "first_run": first or run,
        "deleted_at": None,
    }
    known = store.one("SELECT COUNT(*) FROM files WHERE document_id = ? AND owner_id <> ?", key, owner)
    if known:  # a file that hangs at a meeting and at a paper is told apart by the first of them only
        row = {name: value for name, value in row.items() if name not in ("role", "name", "meeting_id", "declared_kind")}
    store.put("documents", [row])
    place = {"id": short_id(key, owner, link.role), "council": council, "document_id": key, "owner_id": owner}
    store.put("files", [place | {"role": link.role, "name": link.name}])


def _withdraw(store: Store, council: str, at: datetime) -> int:
    """Documents that no living meeting or paper holds any more lose their rows and become `gone`."""
    query = (
        "SELECT id FROM documents WHERE council = ? AND deleted_at IS NULL"
        " AND NOT EXISTS (SELECT 1 FROM files WHERE files.document_id = documents.id)"
    )
    orphans = [row["id"] for row in store.rows(query, council)]
    for key in orphans:
        _withdraw_rows(store, key)
        forgotten = {"read_digest": None, "read_sha256": None, "fetched_version": None}
        store.change("documents", key, deleted_at=at, status=Status.GONE, sentence="The source withdrew it.", **forgotten)
    return len(orphans)


def _withdraw_rows(store: Store, key: str) -> None:
    """Remove what was read from a document; that it was there remains noted, without its words."""
    document = store.rows("SELECT * FROM documents WHERE id = ?", key)[0]
    before = changes.stated(store, key)
    clear_facts(store, key)
    changes.note_changes(store, document, before, "source", is_withheld=True)
    if document["row_counts"]:
        store.change("documents", key, row_counts=dict.fromkeys(before, 0))


def note_pages(store: Store, council: str, pages: Iterable[PageSeen], kept: Mapping[str, str], at: datetime) -> None:
    """Note the pages that were asked for; a bad one stands beside the last good one and does not take its place."""
    for page in pages:
        row: dict[str, Any] = {
            "id": short_id(council, page.key or page.url),
            "council": council,
            "url": veiled(page.url),
            "page_type": page.kind,
        }
        row |= {"sha256": kept.get(page.url)}
        good = {"good_sha256": kept.get(page.url), "good_at": at} if page.status is Status.OK else {}
        store.put("pages", [row | {"status": page.status, "sentence": page.sentence, "seen_at": at} | good])


def clear_facts(store: Store, key: str) -> None:
    """Remove the rows that were read from a document, and its text."""
    for table in fact_kinds():
        store.connection.execute(f'DELETE FROM "{table}" WHERE document_id = ?', [key])  # noqa: S608  our own names
    store.connection.execute("DELETE FROM texts WHERE id = ?", [key])


@dataclass(frozen=True, slots=True)
class Arrival:
    """A document's bytes, now in the archive."""

    sha256: str
    size: int
    etag: str | None = None
    last_modified: str | None = None


def is_new(store: Store, council: str, link: DocumentLink) -> bool:
    """Whether an object is in another state than when it was last kept; its stamps alone are no change."""
    return bool(store.one("SELECT fetched_version IS NOT ? FROM documents WHERE id = ?", link.version, document_id(council, link)))


def arrived(store: Store, key: str, run: str, at: datetime, arrival: Arrival) -> None:
    """Note that a document's bytes are in the archive."""
    before = store.one("SELECT sha256 FROM documents WHERE id = ?", key)
    values: dict[str, Any] = {"sha256": arrival.sha256, "bytes": arrival.size, "etag": arrival.etag, "last_modified": arrival.last_modified}
    if before != arrival.sha256:
        values |= {"fetched_run": run, "fetched_at": at}
    store.change("documents", key, **values)
    same_as_before(store, key, at)


def same_as_before(store: Store, key: str, at: datetime) -> None:
    """Note that a document has not changed since it was last asked for."""
    store.change("documents", key, asked_at=at, fetch_status=Status.OK, fetch_sentence=None, gone_on=None)
    store.connection.execute("UPDATE documents SET fetched_version = version, asked_version = version WHERE id = ?", [key])
    note_version(store, key, at)


def not_had(store: Store, key: str, failure: Failure, at: datetime) -> None:
    """Note that a document could not be had; what was read from an earlier version stays."""
    status, sentence = tombstones.judged(store, key, failure.status, failure.sentence, at)
    asked = {"asked_at": at} if failure.was_asked else {}  # what was not asked for comes first the next time
    store.change("documents", key, **asked, fetch_status=status, fetch_sentence=sentence)
    store.connection.execute("UPDATE documents SET asked_version = version WHERE id = ?", [key])


def with_bytes(store: Store, council: str) -> list[sqlite3.Row]:
    """The living documents whose bytes are in the archive, with what is known of the meeting they are of."""
    query = """
        SELECT documents.*, meetings.start AS meeting_start, meetings.name AS meeting_name, meetings.organization_ids AS organization_ids,
            (SELECT papers.name FROM files JOIN papers ON papers.id = files.owner_id
             WHERE files.document_id = documents.id ORDER BY papers.id LIMIT 1) AS paper_name
        FROM documents LEFT JOIN meetings ON meetings.id = documents.meeting_id
        WHERE documents.council = ? AND documents.deleted_at IS NULL AND documents.sha256 IS NOT NULL ORDER BY source_url"""
    return store.rows(query, council)


def settle(store: Store, council: str) -> None:
    """Give every living document its one status: what hindered fetching, else what hindered reading, else ok."""
    store.connection.execute(
        """UPDATE documents SET
             status = CASE WHEN fetch_status <> 'ok' THEN fetch_status ELSE read_status END,
             sentence = CASE WHEN fetch_status <> 'ok' THEN fetch_sentence ELSE read_sentence END
           WHERE council = ? AND deleted_at IS NULL""",
        [council],
    )


def living(store: Store, council: str) -> set[str]:
    """The ids of the council's documents that the source still holds."""
    return {row["id"] for row in store.rows("SELECT id FROM documents WHERE council = ? AND deleted_at IS NULL", council)}


def listed_since(store: Store, council: str) -> datetime | None:
    """When the last run began that read its lists to their end, and came to its own (it has numbers then); None before the first."""
    said = store.one("SELECT MAX(started_at) FROM runs WHERE council = ? AND lists_complete AND stored IS NOT NULL", council)
    return datetime.fromisoformat(said) if said else None


def note_issues(store: Store, council: str, run: str, at: datetime, issues: Iterable[tuple[str, str, str, str | None]]) -> None:
    """Keep issues (code, subject, sentence, document); one that is met again keeps the day it was first met."""
    for code, subject, sentence, document in issues:
        key = short_id(council, code, subject, sentence)
        first = store.one("SELECT first_seen_at FROM issues WHERE id = ?", key)
        row = {
            "id": key,
            "council": council,
            "run_id": run,
            "code": code,
            "subject": subject,
            "sentence": sentence,
            "document_id": document,
        }
        store.put("issues", [row | {"first_seen_at": first or at, "last_seen_at": at}])

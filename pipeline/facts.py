"""Documents of the archive read into facts of the store: which have to be read, with what context, and what is kept of them."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path
from sqlite3 import Row
from typing import Any
from urllib.parse import unquote, urlsplit
from zoneinfo import ZoneInfo

from pipeline import checks
from pipeline.archive import Archive
from pipeline.closed_items import without_closed
from pipeline.councils import Council
from pipeline.crash import crash_here
from pipeline.disclosures import FILE as RELEASES
from pipeline.disclosures import disclosed_in
from pipeline.extraction import Context
from pipeline.progress import watcher
from pipeline.reading import Job, Result, can_read_scans, extractor_version, read_all
from pipeline.statuses import Status
from pipeline.stopping import stop_here
from pipeline.store import Store, changes, ledger, store_in
from pipeline.store.schema import fact_kinds, fact_rows, short_id

ENDINGS = {
    "application/pdf": ".pdf",
    "text/html": ".html",
    "text/plain": ".txt",
    "application/json": ".json",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document": ".docx",
    "application/vnd.oasis.opendocument.text": ".odt",
    "text/rtf": ".rtf",
    "application/rtf": ".rtf",
}
CLOSED = "nichtöffentlich"
OF_THE_HEAD = ("media_type", "pages", "text_layer", "ocr_pages", "kind", "title", "body", "meeting_date", "document_date", "marking")


def to_read(council: Council, data: Path) -> list[str]:
    """The documents whose bytes, context or rules have changed since they were last read."""
    with Store(store_in(data)) as store:
        names, released = _organizations(store, council), disclosed_in(data)
        rows = ledger.with_bytes(store, council.id)
        with_ocr = any(row["wants_ocr"] for row in rows) and can_read_scans()
        stale = (row for row in rows if row["read_digest"] != _digest(_job(council, data, row, names), _is_released(row, released)))
        due = {row["id"] for row in stale} | {row["id"] for row in rows if row["wants_ocr"] and with_ocr}
        return [row["id"] for row in rows if row["id"] in due]


def read(council: Council, data: Path, ids: Sequence[str], processes: int | None = None) -> int:
    """Read documents and keep their facts, each document whole; returns how many rows were found."""
    wanted = set(ids)
    found = 0
    with Store(store_in(data)) as store:
        names, released = _organizations(store, council), disclosed_in(data)
        rows = {row["id"]: row for row in ledger.with_bytes(store, council.id) if row["id"] in wanted}
        jobs = [_job(council, data, row, names) for row in rows.values()]
        for result in read_all(jobs, processes):
            row = rows[result.job.id]
            is_released = _is_released(row, released)
            told = None if row["declared_public"] is None else bool(row["declared_public"])
            kept = replace(result, closed=()) if is_released else quarantined(result, is_public=told)
            crash_here("read.result")
            with store.transaction():
                found += _keep(store, row, kept, _digest(result.job, is_released))
            watcher().moves(council.id, "read")
            stop_here()
    return found


def quarantined(result: Result, *, is_public: bool | None = None) -> Result:
    """What may be kept of a document that nobody has released: all of it, or, where it is marked, that it exists and is marked.

    Of one that speaks of items which are not public: all but that.
    It is marked where the source says that what it hangs on is not public, or where it says so of itself.
    """
    marking = CLOSED if is_public is False else result.document.get("marking")
    if not marking:
        return without_closed(result, RELEASES)
    result.document["marking"] = marking
    known = result.job.context  # what the source itself says is no secret of the document's
    document = {name: result.document.get(name) for name in ("media_type", "pages", "text_layer", "marking")}
    document |= {"title": known.title, "kind": known.kind, "body": known.body, "meeting_date": known.meeting_date}
    sentence = f"{result.job.name} is marked as {marking} and withheld; an entry in {RELEASES} of the data folder releases it."
    return Result(result.job, Status.CONFIDENTIAL_MARK, sentence, document)


def _is_released(row: Row, released: frozenset[str]) -> bool:
    return row["sha256"] in released or row["source_url"] in released


def _digest(job: Job, is_released: bool) -> str:
    return short_id(job.digest, "released") if is_released else job.digest


def _keep(store: Store, row: Row, result: Result, digest: str) -> int:
    key = result.job.id
    before = changes.stated(store, key)
    ledger.clear_facts(store, key)
    crash_here("read.cleared")
    count = 0
    for table in fact_kinds():
        rows = fact_rows(row["council"], key, table, result.facts.get(table, []))
        store.put(table, rows)
        count += len(rows)
    if digest != row["read_digest"] or row["wants_ocr"]:  # else it is read again as it was, and nothing can be new
        cause = _cause(row)
        changes.note_changes(store, row, before, cause, is_withheld=bool(result.closed) or result.status is Status.CONFIDENTIAL_MARK)
    said = {name: result.document.get(name) for name in OF_THE_HEAD}
    done: dict[str, Any] = {"read_status": result.status, "read_sentence": result.sentence, "read_digest": digest}
    done |= {"read_issues": result.document.get("issues", []), "wants_ocr": result.wants_ocr}
    done |= {"read_sha256": row["sha256"], "row_counts": changes.counts_of(changes.stated(store, key))}
    store.change("documents", key, **said, **done, extractor_version=extractor_version())
    if result.status is Status.OK:
        store.put("texts", [{"id": key, "text": checks.packed(result.text), "personal": result.personal, "names": result.names}])
    return count


def _cause(row: Row) -> changes.Cause:
    """Why a document that was read before is read again."""
    if row["read_sha256"] is None:
        return "source"
    return "reading" if row["read_sha256"] == row["sha256"] else "document"


def _organizations(store: Store, council: Council) -> dict[str, str]:
    rows = store.rows("SELECT id, name FROM organizations WHERE council = ? AND name IS NOT NULL", council.id)
    return {row["id"]: row["name"] for row in rows}


def _job(council: Council, data: Path, row: Row, organizations: Mapping[str, str]) -> Job:
    met = [organizations[key] for key in json.loads(row["organization_ids"] or "[]") if key in organizations]
    context = Context(
        habits=council.habits,
        meeting_date=_day(row["meeting_start"], council),
        body=met[0] if len(met) == 1 else None,
        title=row["paper_name"] if row["role"] == "main_file" else None,
        kind=row["declared_kind"],
    )
    name = _name(row)
    digest = short_id(row["sha256"], extractor_version(), repr(context), name, *([CLOSED] if row["declared_public"] == 0 else []))
    return Job(row["id"], Archive(data / "raw").path(row["sha256"]), name, context, digest)


def _name(row: Row) -> str:
    """What a document is called in sentences; its ending tells the reader what bytes alone do not."""
    name: str = row["file_name"] or unquote(urlsplit(row["source_url"]).path).rsplit("/", 1)[-1] or row["id"]
    ending = ENDINGS.get((row["declared_type"] or "").split(";")[0].strip(), "")
    return name if Path(name).suffix or not ending else name + ending


def _day(moment: str | None, council: Council) -> date | None:
    """The local day of a meeting that begins at a moment."""
    if moment is None:
        return None
    start = datetime.fromisoformat(moment)
    return (start.astimezone(ZoneInfo(council.time_zone)) if start.tzinfo else start).date()

"""Fetching as a stage of a run: documents of the ledger into the archive, hosts side by side, what came noted by one writer."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from sqlite3 import Row
from urllib.parse import unquote, urlsplit

from pipeline.archive import Archive
from pipeline.councils import Council
from pipeline.crash import crash_here
from pipeline.fetch_sessions import expected, host_in, session_of
from pipeline.lanes import grouped, side_by_side
from pipeline.progress import watcher
from pipeline.secrets import asked_address
from pipeline.sources import Judge, source_of
from pipeline.statuses import Failure, Status
from pipeline.stopping import stop_here
from pipeline.store import Store, ledger, store_in

HOSTS_AT_ONCE = 8
"""Of one council."""


@dataclass(frozen=True, slots=True)
class _Answered:
    """What became of asking for a document: its bytes, None where they are the same as before, or why it could not be had."""

    body: bytes | None = None
    headers: Mapping[str, str] = field(default_factory=dict)
    failure: Failure | None = None


def fetch(council: Council, data: Path, run: str, ids: Sequence[str]) -> int:
    """Fetch documents into the archive, each noted at once; returns how many came. What cannot be had is a status, no error."""
    archive = Archive(data / "raw")
    came = 0
    with Store(store_in(data)) as store:
        documents = [store.rows("SELECT * FROM documents WHERE id = ?", key)[0] for key in ids]
        lanes = grouped(documents, lambda document: host_in(document["source_url"]))
        for document, answered in side_by_side(lanes, lambda document: _asked(council, archive, document), HOSTS_AT_ONCE):
            came += _noted(store, archive, document, answered, run)
            watcher().moves(council.id, "fetch")
            stop_here()
    return came


def _asked(council: Council, archive: Archive, document: Row) -> _Answered:
    try:
        return _bytes_of(council, archive, document)
    except Failure as failure:
        without_its_way = Failure(failure.status, failure.sentence, was_asked=failure.was_asked)  # and the bytes that lie on it
        return _Answered(failure=without_its_way)


def _noted(store: Store, archive: Archive, document: Row, answered: _Answered, run: str) -> bool:
    at = ledger.now()
    if answered.failure:
        with store.transaction():
            ledger.not_had(store, document["id"], answered.failure, at)
        return False
    crash_here("fetch.answered")
    if answered.body is None:
        with store.transaction():
            ledger.same_as_before(store, document["id"], at)
        return False
    headers = answered.headers
    sha256 = archive.put(answered.body, document["source_url"], at.isoformat(), headers)
    crash_here("fetch.kept")
    with store.transaction():
        arrival = ledger.Arrival(sha256, len(answered.body), headers.get("etag"), headers.get("last-modified"))
        ledger.arrived(store, document["id"], run, at, arrival)
    return True


def _bytes_of(council: Council, archive: Archive, document: Row) -> _Answered:
    url = asked_address(document["id"], document["source_url"])
    if council.source == "folder":
        return _Answered(_local(url))
    is_here = document["sha256"] and archive.path(document["sha256"]).is_file()
    known = {"etag": document["etag"], "last_modified": document["last_modified"]} if is_here else {}
    form = tuple((name, value) for name, value in json.loads(document["form"] or "[]"))
    answer = session_of(council, url).get(url, expected(document["declared_type"], url), form=form, **known)
    if answer.status is Status.NOT_MODIFIED:
        return _Answered(None, answer.headers)
    judge: Judge | None = getattr(source_of(council), "judge", None)
    if judge:
        judge(document["role"], url, answer.body)
    return _Answered(answer.body, answer.headers)


def _local(url: str) -> bytes:
    path = Path(unquote(urlsplit(url).path, errors="surrogateescape"))
    try:
        return path.read_bytes()
    except OSError as error:
        status = Status.GONE if isinstance(error, FileNotFoundError) else Status.FORBIDDEN
        raise Failure(status, f"{path} cannot be opened: {error.strerror}.") from error

"""A run as plain functions: find, fetch, check. Each opens the store itself and gives back small values.

    begin ──▶ Begun: what to fetch ──▶ fetching.fetch ──▶ facts.to_read ──▶ facts.read ──▶ finish: RunReport

Nothing here knows Prefect; pipeline.flow puts the stages on one page.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from pipeline import checks
from pipeline.answers import Expected
from pipeline.archive import Archive
from pipeline.article_links import note_links
from pipeline.checks import Outcome
from pipeline.councils import Council
from pipeline.crash import crash_here
from pipeline.disclosures import DisclosureError, disclosed_in
from pipeline.fetch_sessions import host_in, leave, session_of
from pipeline.fetching import fetch
from pipeline.lanes import interleaved
from pipeline.reading import extractor_version
from pipeline.sources import Found, source_of
from pipeline.statuses import Failure, Status
from pipeline.stopping import stop_here
from pipeline.store import Store, due, ledger, store_in
from pipeline.store.councils import note_council
from pipeline.store.same import note_same

__all__ = ["Begun", "RunReport", "begin", "failed", "fetch", "finish"]

OVERLAP = timedelta(hours=24)
"""A list is asked again from a day before the last run: the server's clock is not ours, and pages shift while they are read."""


@dataclass(frozen=True, slots=True)
class Begun:
    """A run under way: what there is, and what has to be fetched."""

    council: str
    run: str
    discovered: int
    deleted: int
    lists_complete: bool
    fetch: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class RunReport:
    """What a run over one council came to."""

    council: str
    outcome: Outcome
    sentence: str
    discovered: int = 0
    stored: int = 0
    unchanged: int = 0
    deleted: int = 0
    failures: Mapping[str, int] = field(default_factory=dict)
    run: str | None = None


def begin(council: Council, data: Path) -> Begun:
    """Find what the council offers, and take it over into the store.

    Raises Failure where the source cannot be had at all, or the file of releases is wrong; the store is then as it was.
    """
    try:
        disclosed_in(data)
    except DisclosureError as error:
        raise Failure(Status.CORRUPT, str(error)) from error
    at = ledger.now()
    run = _run_id(council)
    kept: dict[str, str] = {}
    found = _found(council, data, kept)
    crash_here("begin.found")
    archive = Archive(data / "raw")
    with Store(store_in(data)) as store, store.transaction():
        note_council(store, council)
        deleted = ledger.merge(store, council.id, found, run, at)
        crash_here("begin.merged")
        ledger.note_pages(store, council.id, found.pages, kept, at)
        for link in found.documents:
            if link.content is not None and ledger.is_new(store, council.id, link):
                sha256 = archive.put(link.content, link.url, at.isoformat())
                ledger.arrived(store, ledger.document_id(council.id, link), run, at, ledger.Arrival(sha256, len(link.content)))
        discovered = len(ledger.living(store, council.id)) + deleted
        row = {"id": run, "council": council.id, "started_at": at, "discovered": discovered, "deleted": deleted}
        store.put("runs", [row | {"lists_complete": found.complete, "extractor_version": extractor_version()}])
        ledger.note_issues(store, council.id, run, at, [(issue.code, issue.subject, issue.sentence, None) for issue in found.issues])
        return Begun(council.id, run, discovered, deleted, found.complete, _to_fetch(store, council, at))


def _found(council: Council, data: Path, kept: dict[str, str]) -> Found:
    """What the source lists; `kept` takes the digest of each page that was asked for, which is in the archive then."""
    source = source_of(council)
    since = None
    if store_in(data).exists():
        with Store(store_in(data)) as store:
            since = ledger.listed_since(store, council.id)
    archive = Archive(data / "raw")
    expect: Expected = getattr(source, "ANSWERS", "any")

    def get(url: str) -> bytes:
        stop_here()
        answer = session_of(council, url).get(url, expect)
        crash_here("find.answered")
        kept[url] = archive.put(answer.body, url, ledger.now().isoformat(), answer.headers)
        return answer.body

    return source.find(council, get, since - OVERLAP if since else None)


def finish(council: Council, data: Path, begun: Begun) -> RunReport:
    """Give every document its status, hold the run against what must hold, and close it."""
    reserved = leave(council)
    at = ledger.now()
    with Store(store_in(data)) as store, store.transaction():
        ledger.settle(store, council.id)
        crash_here("finish.settled")
        note_same(store, council.id)
        note_links(store, council.id, Archive(data / "raw"))
        crash_here("finish.linked")
        counts = checks.ledger_of(store, council.id, begun.run, begun.discovered, begun.deleted)
        false = list(checks.false_quotes(store, council.id))
        odd = list(checks.odd_yields(store, council))
        objects = ledger.deleted_objects(store, council.id, begun.run)
        issues = [*reserved, *false, *odd, *checks.lost_agenda_items(store, council.id), *checks.lost_results(store, council.id)]
        ledger.note_issues(store, council.id, begun.run, at, [(i.code, i.subject, i.sentence, None) for i in issues])
        ledger.note_issues(store, council.id, begun.run, at, checks.failures_of(store, council.id))
        ledger.note_issues(store, council.id, begun.run, at, checks.remarks_of(store, council.id))
        few = [issue for issue in odd if issue.code is Status.VOLUME_DROP]
        outcome = checks.outcome_of(counts, lists_complete=begun.lists_complete, broken=bool(false), too_few=bool(few))
        numbers = {"stored": counts.stored, "unchanged": counts.unchanged, "failed": counts.failed, "failures": dict(counts.failures)}
        sentence = " ".join([_sentence(council, counts, begun, objects, broken=bool(false)), *(issue.sentence for issue in odd)])
        store.change("runs", begun.run, finished_at=at, outcome=outcome, sentence=sentence, **numbers)
    numbered = (counts.discovered, counts.stored, counts.unchanged, counts.deleted, counts.failures)
    return RunReport(council.id, outcome, sentence, *numbered, begun.run)


def _sentence(council: Council, counts: checks.Ledger, begun: Begun, objects: int, *, broken: bool) -> str:
    said = f"{council.name}: {counts.discovered} documents known, {counts.stored} new or changed, {counts.unchanged} unchanged"
    said += f", {counts.deleted} withdrawn by the source" if counts.deleted else ""
    what = "meeting or paper" if objects == 1 else "meetings and papers"
    said += f" with the {objects} {what} that it has deleted" if counts.deleted and objects else ""
    said += f", {counts.failed} could not be had or read" if counts.failed else ""
    said += "." if begun.lists_complete else "; a list could not be read to its end, so there may be more."
    said += _set_aside(council)
    if broken:
        said += " Rows are not verbatim in their documents (a fault of ours): the issues table names them."
    if not counts.adds_up:
        said += " The ledger does not add up (a fault of ours): please report it."
    return said


def _set_aside(council: Council) -> str:
    said = f" robots.txt was set aside: {council.robots_override}" if council.robots_override else ""
    reason = council.reservation_override
    return said + (f" Reservations of text and data mining are set aside: {reason}" if reason else "")


def _to_fetch(store: Store, council: Council, at: datetime) -> tuple[str, ...]:
    """The documents to ask for, in turn from each host."""
    keys = due.to_fetch(store, council.id, at, _lifted(council))
    addresses = {row["id"]: row["source_url"] for row in store.rows("SELECT id, source_url FROM documents WHERE council = ?", council.id)}
    return tuple(interleaved(keys, lambda key: host_in(addresses[key])))


def _lifted(council: Council) -> list[Status]:
    """What has hindered documents and does not any more, by the council's file."""
    reasons = {Status.ROBOTS_DENIED: council.robots_override, Status.TDM_RESERVED: council.reservation_override}
    return [status for status, reason in reasons.items() if reason]


def failed(council: Council, sentence: str, data: Path, begun: Begun | None = None) -> RunReport:
    """The report of a run that could not begin, or has broken off; the store, where there is one, notes that it was tried."""
    leave(council)
    said = (sentence if council.name in sentence else f"{council.name}: {sentence}") + _set_aside(council)
    if store_in(data).exists():
        at = ledger.now()
        ended = {"finished_at": at, "outcome": Outcome.FAILED, "sentence": said}
        row = {"id": _run_id(council), "council": council.id, "started_at": at, "lists_complete": False}
        with Store(store_in(data)) as store, store.transaction():
            if begun:
                store.change("runs", begun.run, **ended)
            else:
                store.put("runs", [row | ended | {"extractor_version": extractor_version()}])
    return RunReport(council.id, Outcome.FAILED, said)


def _run_id(council: Council) -> str:
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S.%fZ}-{council.id}"

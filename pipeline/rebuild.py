"""All facts made again from the archive, with the present rules and without any network.

What a source listed (meetings, papers, which document is whose) stays as the store has it; everything that is read from
documents is made anew from their archived bytes, so that a store whose facts are lost, or older than our rules, is as a run
with these rules over the same archive would have left it.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from sqlite3 import Row

from pipeline import checks, facts
from pipeline.archive import Archive
from pipeline.councils import Council
from pipeline.crash import crash_here
from pipeline.progress import watcher
from pipeline.statuses import Issue, Status
from pipeline.store import Store, ledger, store_in
from pipeline.store.same import note_same
from pipeline.store.schema import fact_kinds

BATCH = 100


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What making a council's facts again came to."""

    council: str
    documents: int
    rows: int
    lost: tuple[Issue, ...] = ()
    """Documents whose bytes are not in the archive as they came; their rows are as they were."""
    false: tuple[Issue, ...] = ()
    """Rows that are not verbatim in their document: a fault of ours."""

    @property
    def sentence(self) -> str:
        """What it came to, for a person."""
        said = f"{self.council}: {self.rows:,} rows made again from {self.documents:,} documents of the archive"
        said += f"; {len(self.lost)} could not be, and their rows are as they were." if self.lost else "."
        return said + (f" {len(self.false)} rows are not verbatim (a fault of ours): the issues table names them." if self.false else "")


def rebuild(council: Council, data: Path, processes: int | None = None) -> Rebuilt:
    """Make a council's facts again; each document whole, so that it can be cut off and begun again."""
    with Store(store_in(data)) as store:
        rows = ledger.with_bytes(store, council.id)
        lost = {row["id"]: issue for row in rows if (issue := _not_as_it_came(Archive(data / "raw"), row))}
        with store.transaction():
            _clear_orphans(store, council.id)
    crash_here("rebuild.begun")
    ids = [row["id"] for row in rows if row["id"] not in lost]
    found = sum(facts.read(council, data, part, processes) for part in _portions(council, ids))
    crash_here("rebuild.read")
    with Store(store_in(data)) as store, store.transaction():
        false = tuple(_settled(store, council.id, list(lost.values())))
    return Rebuilt(council.id, len(ids), found, tuple(lost.values()), false)


def _not_as_it_came(archive: Archive, row: Row) -> Issue | None:
    """Why a document cannot be read again; None where its bytes are in the archive as they came."""
    try:
        data = archive.get(row["sha256"])
    except OSError as error:
        said = f"The archived copy of {row['source_url']} cannot be opened: {error.strerror or error}."
        return Issue(Status.GONE if isinstance(error, FileNotFoundError) else Status.FORBIDDEN, row["source_url"], said)
    if hashlib.sha256(data).hexdigest() == row["sha256"]:
        return None
    return Issue(Status.CORRUPT, row["source_url"], f"The archived copy of {row['source_url']} is not what came: it has another SHA-256.")


def _clear_orphans(store: Store, council: str) -> None:
    """Remove rows of documents that are withdrawn or unknown."""
    living = "SELECT id FROM documents WHERE deleted_at IS NULL AND sha256 IS NOT NULL"
    for table in fact_kinds():
        store.connection.execute(f'DELETE FROM "{table}" WHERE council = ? AND document_id NOT IN ({living})', [council])  # noqa: S608  our own names


def _portions(council: Council, ids: Sequence[str]) -> Iterator[Sequence[str]]:
    watcher().begins(council.id, "read", len(ids))
    for start in range(0, len(ids), BATCH):
        yield ids[start : start + BATCH]
    watcher().ends(council.id, "read")


def _settled(store: Store, council: str, lost: Sequence[Issue]) -> Iterator[Issue]:
    """Do what the end of a run does; whatever is met is told under the last run, as that is what the facts are of."""
    ledger.settle(store, council)
    note_same(store, council)
    false = list(checks.false_quotes(store, council))
    last = store.rows("SELECT id, COALESCE(finished_at, started_at) AS at FROM runs WHERE council = ? ORDER BY id DESC LIMIT 1", council)
    for run in last:
        at = datetime.fromisoformat(run["at"])
        met = [(issue.code.value, issue.subject, issue.sentence, None) for issue in (*lost, *false)]
        ledger.note_issues(store, council, run["id"], at, met)
        ledger.note_issues(store, council, run["id"], at, checks.failures_of(store, council))
        ledger.note_issues(store, council, run["id"], at, checks.remarks_of(store, council))
    yield from false

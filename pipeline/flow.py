"""The whole pipeline on one page: find, fetch, archive, read, extract, check, release. Only home of prefect, beside flow_served.

Tasks wrap plain functions and pass small values: ids and counts, never texts. A task is a batch of documents, as one costs
about 30 ms whatever it does. What a run knows is in our own store; Prefect only shows, schedules and repeats.
"""
# No "from __future__ import annotations" here: Prefect checks a flow's parameters against its annotations, and where a schedule
# runs it cannot resolve them from text (3.8.8).

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager
from pathlib import Path

from prefect import flow, task

from pipeline import facts, fetching, run
from pipeline.checks import Outcome
from pipeline.councils import Council, council_named
from pipeline.fetch_sessions import one_run
from pipeline.lanes import grouped, side_by_side
from pipeline.lock import locked
from pipeline.progress import watcher
from pipeline.release.curation import check_files
from pipeline.release.publish import publish
from pipeline.run import Begun, RunReport
from pipeline.statuses import Failure, fault_of_ours
from pipeline.stopping import end_with_parent, is_started_by_another, still_stoppable, stop_here, stoppable_alone
from pipeline.store import store_in
from pipeline.store.runs import close_interrupted

end_with_parent()  # where a schedule has started this process for a run; before Prefect asks its server for anything

BATCH = 100
COUNCILS_AT_ONCE = 8
OF_THE_MACHINE = (OSError, sqlite3.Error, MemoryError)
"""What no council is at fault for, and what the next one would meet as well: a full disk, a store that cannot be opened."""


class IncompleteRunError(Exception):
    """A run that lost something: Prefect shows it as failed, never as completed."""

    def __init__(self, reports: Sequence[RunReport]) -> None:
        """`reports` are those of all councils, the good ones too."""
        super().__init__(" ".join(report.sentence for report in reports if report.outcome in (Outcome.FAILED, Outcome.PARTIAL)))
        self.reports = list(reports)


find = task(name="find")(run.begin)
fetch = task(name="fetch and archive")(fetching.fetch)
to_read = task(name="look for what is to be read")(facts.to_read)
read = task(name="read and extract")(facts.read)
check = task(name="check")(run.finish)


@task
def release(data: Path) -> int:
    """Make a release where something is new; the value is how many rows the newest one holds."""
    return publish(data).rows


@flow(name="beschlussbuch", persist_result=False)
def councils_to_tables(councils: list[str | Council], data: Path) -> list[RunReport]:
    """Bring the documents of councils into the tables of a data folder.

    Raises IncompleteRunError, with the reports of all, where something is missing, and CurationError before anything is asked for
    where a file of the operator cannot be understood.
    """
    with _told_to_stop(), locked(data):
        check_files(data)
        close_interrupted(data)
        reports = councils_to_facts([council if isinstance(council, Council) else council_named(council) for council in councils], data)
        if store_in(data).exists():
            release(data)
    if any(report.outcome in (Outcome.FAILED, Outcome.PARTIAL) for report in reports):
        raise IncompleteRunError(reports)
    return reports


def _told_to_stop() -> AbstractContextManager[None]:
    """What a stop does here: a run of a schedule ends by itself; elsewhere the command knows what is to be done."""
    return stoppable_alone() if is_started_by_another() else still_stoppable()


def councils_to_facts(councils: Sequence[Council], data: Path) -> list[RunReport]:
    """Bring the documents of councils into the store: listed and fetched side by side, as servers let one wait; read one by one."""
    reports: dict[str, RunReport] = {}
    with one_run():
        lanes = grouped(councils, lambda council: council.id)
        for council, begun in side_by_side(lanes, lambda council: arrive(council, data), COUNCILS_AT_ONCE):
            reports[council.id] = begun if isinstance(begun, RunReport) else read_and_check(council, data, begun)
    return [reports[council.id] for council in councils]


def arrive(council: Council, data: Path) -> Begun | RunReport:
    """Bring what a council offers into the archive; a report where that cannot be done."""
    begun: Begun | None = None
    try:
        begun = find(council, data)
        for ids in batches(council, "fetch", begun.fetch):
            fetch(council, data, begun.run, ids)
    except OF_THE_MACHINE:
        raise
    except Exception as error:  # noqa: BLE001  one council must never end the runs of the others
        return _broken_off(council, data, error, begun)
    return begun


def read_and_check(council: Council, data: Path, begun: Begun) -> RunReport:
    """Bring what has arrived into the tables of the store."""
    try:
        for ids in batches(council, "read", to_read(council, data)):
            read(council, data, ids)
        report: RunReport = check(council, data, begun)
    except OF_THE_MACHINE:
        raise
    except Exception as error:  # noqa: BLE001  as above
        return _broken_off(council, data, error, begun)
    return report


def _broken_off(council: Council, data: Path, error: Exception, begun: Begun | None) -> RunReport:
    said = error.sentence if isinstance(error, Failure) else fault_of_ours(error)
    return run.failed(council, said, data, begun)


def batches(council: Council, stage: str, ids: Sequence[str]) -> Iterator[list[str]]:
    """The documents of a stage in portions, told to whoever watches."""
    if not ids:
        return
    watcher().begins(council.id, stage, len(ids))
    for start in range(0, len(ids), BATCH):
        stop_here()
        yield list(ids[start : start + BATCH])
    watcher().ends(council.id, stage)

"""The whole pipeline on one page: find, fetch, archive, read, extract, check, release. Only home of prefect.

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
from prefect.schedules import Cron, Schedule
from prefect.types.entrypoint import EntrypointType

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
from pipeline.secrets import veiled
from pipeline.statuses import Failure, fault_of_ours
from pipeline.stopping import end_with_parent, is_started_by_another, still_stoppable, stop_here, stoppable_alone
from pipeline.store import store_in
from pipeline.store.runs import close_interrupted

end_with_parent()  # where a schedule has started this process for a run; before Prefect asks its server for anything

BATCH = 100
COUNCILS_AT_ONCE = 8
ZONE = "Europe/Berlin"
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


def schedule_of(cron: str) -> Schedule:
    """Times in cron's form, in the time zone of the councils.

    Raises ValueError where the text is none.
    """
    return Cron(cron, timezone=ZONE)


def serve(councils: Sequence[Council], data: Path, schedule: Schedule) -> None:
    """Serve the flow as a deployment of this machine, until it is interrupted; never two runs at once."""
    # A council whose address holds a secret is named only: Prefect writes parameters down.
    described = [
        council.id if veiled(council.url or "") != (council.url or "") else council.model_dump(mode="json") for council in councils
    ]
    parameters = {"councils": described, "data": str(data)}
    name = "-".join(council.id for council in councils)[:60]
    # By its module, not by its file: the runs are processes of their own and may start anywhere.
    councils_to_tables.serve(
        name, schedule=schedule, parameters=parameters, limit=1, entrypoint_type=EntrypointType.MODULE_PATH, print_starting_message=False
    )

"""The flow at set times, as a deployment that Prefect serves from this machine."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from prefect.client.orchestration import SyncPrefectClient, get_client
from prefect.client.schemas.filters import (
    DeploymentFilter,
    DeploymentFilterName,
    FlowRunFilter,
    FlowRunFilterExpectedStartTime,
    FlowRunFilterState,
    FlowRunFilterStateType,
)
from prefect.client.schemas.objects import FlowRun, StateType
from prefect.client.schemas.sorting import FlowRunSort
from prefect.schedules import Cron, Schedule
from prefect.states import Crashed
from prefect.types.entrypoint import EntrypointType

from pipeline.councils import Council
from pipeline.flow import councils_to_tables
from pipeline.secrets import veiled

ZONE = "Europe/Berlin"
LONGEST_NAME = 60


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
    name = deployment_of(councils)
    close_killed_runs(name)
    leave_out_late_runs(name)
    # By its module, not by its file: the runs are processes of their own and may start anywhere.
    councils_to_tables.serve(
        name, schedule=schedule, parameters=parameters, limit=1, entrypoint_type=EntrypointType.MODULE_PATH, print_starting_message=False
    )


def deployment_of(councils: Sequence[Council]) -> str:
    """The name of a deployment: that of its councils, and never that of others."""
    name = "-".join(council.id for council in councils)
    return name if len(name) <= LONGEST_NAME else f"{name[: LONGEST_NAME - 9]}-{hashlib.sha256(name.encode()).hexdigest()[:8]}"


def leave_out_late_runs(deployment: str) -> None:
    """Of all runs that nobody was there for, the last is enough: it takes what they would have. Prefect would make up for each."""
    with get_client(sync_client=True) as client:
        for run in _runs(client, deployment, [StateType.SCHEDULED], {"before_": datetime.now(UTC)})[1:]:
            client.delete_flow_run(run.id)


def close_killed_runs(deployment: str) -> None:
    """Runs that were killed with their schedule: for Prefect they would run for ever."""
    with get_client(sync_client=True) as client:
        for run in _runs(client, deployment, [StateType.RUNNING, StateType.PENDING], {}):
            client.set_flow_run_state(run.id, Crashed(message="The run was killed with its schedule."), force=True)


def _runs(client: SyncPrefectClient, deployment: str, states: list[StateType], start: dict[str, datetime]) -> list[FlowRun]:
    """The runs of a deployment that are in such a state, the newest first."""
    wanted = FlowRunFilter(
        state=FlowRunFilterState(type=FlowRunFilterStateType(any_=states)),
        expected_start_time=FlowRunFilterExpectedStartTime.model_validate(start),
    )
    named = DeploymentFilter(name=DeploymentFilterName(any_=[deployment]))
    return client.read_flow_runs(flow_run_filter=wanted, deployment_filter=named, sort=FlowRunSort.EXPECTED_START_TIME_DESC)

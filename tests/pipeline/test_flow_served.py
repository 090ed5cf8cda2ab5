"""What a schedule tells Prefect's server, without one."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest

from pipeline import flow_served
from pipeline.councils import council_at


class FakeServer:
    """Prefect's server, as far as it is asked here: knows runs that nobody was there for, the newest first."""

    def __init__(self, late: list[str]) -> None:
        self.late, self.deleted, self.crashed = late, list[str](), list[str]()
        self.asked: dict[str, object] = {}

    def __enter__(self) -> FakeServer:
        return self

    def __exit__(self, *_: object) -> None: ...

    def read_flow_runs(self, **asked: Any) -> list[SimpleNamespace]:
        self.asked = {
            name: said.model_dump(mode="json", exclude_none=True, exclude_defaults=True) for name, said in asked.items() if name != "sort"
        }
        assert asked["sort"].value == "EXPECTED_START_TIME_DESC"
        return [SimpleNamespace(id=name) for name in self.late]

    def set_flow_run_state(self, name: str, state: Any, *, force: bool) -> None:
        assert force
        assert state.type.value == "CRASHED"
        self.crashed.append(name)

    def delete_flow_run(self, name: str) -> None:
        self.deleted.append(name)


@pytest.mark.parametrize(("late", "deleted"), [([], []), (["today"], []), (["today", "yesterday", "sunday"], ["yesterday", "sunday"])])
def test_of_runs_that_nobody_was_there_for_only_the_last_is_made_up_for(
    monkeypatch: pytest.MonkeyPatch, late: list[str], deleted: list[str]
) -> None:
    """A machine that was off for a week asked its servers seven times in a row."""
    server = FakeServer(late)
    monkeypatch.setattr(flow_served, "get_client", lambda **_: server)

    flow_served.leave_out_late_runs("wehrstadt")

    assert server.deleted == deleted
    assert server.asked["deployment_filter"] == {"name": {"any_": ["wehrstadt"]}}
    assert str(server.asked["flow_run_filter"]).startswith(
        "{'state': {'type': {'any_': ['SCHEDULED']}}, 'expected_start_time': {'before_': '20"
    )


def test_what_was_killed_with_its_schedule_does_not_run_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    server = FakeServer(["yesterday"])
    monkeypatch.setattr(flow_served, "get_client", lambda **_: server)

    flow_served.close_killed_runs("wehrstadt")

    assert (server.crashed, server.deleted) == (["yesterday"], [])
    assert "'any_': ['RUNNING', 'PENDING']" in str(server.asked["flow_run_filter"])


def test_a_deployment_has_the_name_of_its_councils_and_of_no_others() -> None:
    many = [council_at("oparl", f"https://rat.{number}.example.org/") for number in range(20)]

    assert flow_served.deployment_of(many[:2]) == "-".join(council.id for council in many[:2])
    assert len(flow_served.deployment_of(many)) == flow_served.LONGEST_NAME == len(flow_served.deployment_of(many[:-1]))
    assert flow_served.deployment_of(many) != flow_served.deployment_of(many[:-1])

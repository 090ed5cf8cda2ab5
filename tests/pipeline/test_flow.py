"""How a flow goes over councils: listed and fetched at once, read one by one, reported in the order in which they were named."""

from __future__ import annotations

import re
import sqlite3
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import flow, run
from pipeline.checks import Outcome
from pipeline.councils import Council, council_at
from pipeline.run import Begun, RunReport
from pipeline.statuses import Failure, Status

NAMES = ("a", "b", "c")


@pytest.fixture
def councils() -> list[Council]:
    return [council_at("oparl", f"https://{name}.example.org/") for name in NAMES]


@pytest.fixture
def done(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[tuple[str, str, bool]]]:
    """The stages as they are gone through: each with its council, and whether it was in the thread of the run."""
    seen: list[tuple[str, str, bool]] = []
    meet = threading.Barrier(len(NAMES), timeout=5)

    def note(stage: str, council: Council) -> None:
        seen.append((stage, council.name[0], threading.current_thread() is threading.main_thread()))

    def find(council: Council, _: Path) -> Begun:
        note("find", council)
        meet.wait()  # breaks where they are not listed at once
        if council.name.startswith("b"):
            raise Failure(Status.CONNECTION, "b.example.org cannot be reached.")
        return Begun(council.id, "run", 3, 0, True, ("1", "2", "3"))

    monkeypatch.setattr(flow, "BATCH", 2)
    monkeypatch.setattr(flow, "find", find)
    monkeypatch.setattr(flow, "fetch", lambda council, *_: note("fetch", council))
    monkeypatch.setattr(flow, "to_read", lambda *_: ["1"])
    monkeypatch.setattr(flow, "read", lambda council, *_: note("read", council))
    monkeypatch.setattr(flow, "check", lambda council, _, begun: RunReport(council.id, Outcome.COMPLETE, "", begun.discovered))
    monkeypatch.setattr(run, "failed", lambda council, sentence, *_: RunReport(council.id, Outcome.FAILED, sentence))
    yield seen
    for thread in threading.enumerate():  # one that outlives its test would do the stages of the real flow
        if thread.name.startswith("lane"):
            thread.join(10)


def test_councils_are_listed_at_once_and_read_in_one_thread(
    councils: list[Council], done: list[tuple[str, str, bool]], tmp_path: Path
) -> None:
    reports = flow.councils_to_facts(councils, tmp_path)

    assert [(report.council[0], report.outcome) for report in reports] == [
        ("a", Outcome.COMPLETE), ("b", Outcome.FAILED), ("c", Outcome.COMPLETE)
    ]  # fmt: skip
    assert sorted(done) == [
        ("fetch", "a", False), ("fetch", "a", False), ("fetch", "c", False), ("fetch", "c", False),
        ("find", "a", False), ("find", "b", False), ("find", "c", False), ("read", "a", True), ("read", "c", True),
    ]  # fmt: skip


@pytest.mark.parametrize("stage", ["find", "fetch", "to_read", "read", "check"])
def test_a_fault_of_ours_in_one_council_is_told_and_ends_no_other(
    councils: list[Council], done: list[tuple[str, str, bool]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, stage: str
) -> None:
    well = getattr(flow, stage)

    def faulty(council: Council, *more: object) -> object:
        if council.name.startswith("c"):
            raise ZeroDivisionError("of https://anna:geheim@rat.example.org/")
        return well(council, *more)

    monkeypatch.setattr(flow, stage, faulty)
    monkeypatch.setattr("threading.Barrier.wait", lambda *_: 0)

    reports = flow.councils_to_facts(councils, tmp_path)

    assert [report.outcome for report in reports] == [Outcome.COMPLETE, Outcome.FAILED, Outcome.FAILED]
    assert re.fullmatch(
        r"the run broke off, by a fault of ours: ZeroDivisionError: of https://rat\.example\.org/ at pipeline\.flow:\d+\. Please report it\.",
        reports[2].sentence,
    )


@pytest.mark.parametrize("error", [OSError(28, "No space left on device"), sqlite3.OperationalError("disk I/O error"), MemoryError()])
def test_a_fault_of_the_machine_ends_the_run_of_all(
    councils: list[Council], done: list[tuple[str, str, bool]], monkeypatch: pytest.MonkeyPatch, tmp_path: Path, error: Exception
) -> None:
    def refused(*_: object) -> None:
        raise error

    monkeypatch.setattr(flow, "read", refused)

    with pytest.raises(type(error)):
        flow.councils_to_facts(councils, tmp_path)
    assert "read" not in {stage for stage, *_ in done}

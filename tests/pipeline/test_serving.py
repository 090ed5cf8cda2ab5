"""A schedule ends when it is told to, and with it all that it has started."""

from __future__ import annotations

import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import time
from pathlib import Path

import pytest

from pipeline import serving
from pipeline.serving import EndedError, end_runs, keep_serving
from pipeline.stopping import LONGEST, end_with_parent, is_started_by_another, stop_here, stoppable_alone

ROOT = Path(__file__).resolve().parents[2]
# A process that serves, as `beschlussbuch schedule` does; its run is started by a thread, as Prefect's runner starts it.
SCHEDULE = """
import multiprocessing, sys, time
from pipeline.serving import keep_serving
from tests.pipeline.test_serving import run

def work():
    multiprocessing.get_context("spawn").Process(target=run).start()
    time.sleep(60)

if __name__ == "__main__":
    keep_serving(work, lambda: True, "gone")
"""


def run() -> None:
    """A run that has begun a document when it says so, and finishes it."""
    end_with_parent()
    with stoppable_alone():
        sys.stdout.write(f"{is_started_by_another()}\n")
        sys.stdout.flush()
        signal.sigtimedwait([], 0.3)
        for _ in range(600):
            time.sleep(0.05)
            stop_here()


@pytest.mark.parametrize(("how", "status"), [(signal.SIGTERM, 0), (signal.SIGINT, 0), (signal.SIGKILL, -signal.SIGKILL)], ids=str)
def test_a_run_ends_with_its_schedule(tmp_path: Path, how: signal.Signals, status: int) -> None:
    script = tmp_path / "schedule.py"
    script.write_text(SCHEDULE, encoding="utf-8")
    surroundings = os.environ | {"PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        [sys.executable, str(script)], env=surroundings, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True, start_new_session=True
    ) as schedule:
        assert schedule.stdout
        assert schedule.stderr
        assert schedule.stdout.readline() == "True\n"
        began = time.monotonic()

        (os.killpg if how is signal.SIGINT else os.kill)(schedule.pid, how)  # Ctrl-C goes to all processes of a terminal

        assert schedule.wait(20) == status
        assert schedule.stdout.read() == ""  # its run, which holds it open, too, has ended as well
        assert schedule.stderr.read() == ""
        assert time.monotonic() - began < LONGEST


def stubborn() -> None:
    signal.signal(signal.SIGTERM, signal.SIG_IGN)
    time.sleep(60)


def test_a_run_that_does_not_listen_is_killed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(serving, "LONGEST", 0.2)
    process = multiprocessing.get_context("fork").Process(target=stubborn)
    process.start()
    time.sleep(0.2)

    end_runs()

    assert process.exitcode == -signal.SIGKILL


def failing() -> None:
    raise RuntimeError("no answer")


@pytest.mark.parametrize(("work", "lives", "sentence"), [
    pytest.param(failing, True, "the schedule has ended by itself: no answer.", id="its runner has ended"),
    pytest.param(lambda: time.sleep(5), False, "The server has ended.", id="its server has ended"),
])  # fmt: skip
def test_a_schedule_that_will_never_run_again_does_not_go_on(work, lives: bool, sentence: str) -> None:
    before = signal.getsignal(signal.SIGTERM)
    with pytest.raises(EndedError, match=sentence):
        keep_serving(work, lambda: lives, "The server has ended.")
    assert signal.getsignal(signal.SIGTERM) is before
    assert threading.current_thread() is threading.main_thread()

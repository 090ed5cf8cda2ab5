"""What `make soak` measures at length, in a small form."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.stopping import stop_here
from tests.soak.locks import faults_of_round

ROOT = Path(__file__).resolve().parents[2]
STOPPED = """
import os, signal, sys, time
from pipeline.stopping import leave, still_stoppable, stop_here, stoppable
signal.signal(signal.SIGTERM, signal.SIG_IGN)
try:
    with stoppable():
        signal.signal(signal.SIGTERM, signal.SIG_DFL)  # as Prefect's flows do
        with still_stoppable():
            os.kill(os.getpid(), getattr(signal, sys.argv[1]))
            print("finished", flush=True)
            stop_here()
            print("began another", flush=True)
except KeyboardInterrupt:
    leave()
"""
TETHERED = "import subprocess, sys, time; p = subprocess.Popen([sys.executable, '-m', 'pipeline.tethered', 'http.server', '0'], stdin=subprocess.PIPE, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT); print(p.pid, flush=True); time.sleep(60)"


@pytest.mark.parametrize("number", range(2))
def test_one_of_eight_starters_wins(number: int) -> None:
    assert faults_of_round() == []


def test_a_killed_run_and_one_without_room_lose_nothing() -> None:
    done = subprocess.run([sys.executable, "-m", "tests.soak.small", "1"], cwd=ROOT, capture_output=True, text=True, check=True)

    assert (json.loads(done.stdout), done.stderr) == ([], "")


@pytest.mark.parametrize(("how", "status"), [("SIGTERM", 143), ("SIGINT", 130)])
def test_a_run_that_is_stopped_finishes_what_it_has_begun(how: str, status: int) -> None:
    done = subprocess.run([sys.executable, "-c", STOPPED, how], cwd=ROOT, capture_output=True, text=True, check=False)

    assert (done.stdout, done.returncode, done.stderr) == ("finished\n", status, "")


def test_nothing_stops_where_nobody_has_asked() -> None:
    stop_here()


def test_a_tethered_server_ends_with_a_parent_that_is_killed() -> None:
    with subprocess.Popen([sys.executable, "-c", TETHERED], cwd=ROOT, stdout=subprocess.PIPE, text=True) as parent:
        assert parent.stdout
        server = Path("/proc", parent.stdout.readline().strip())
        if not server.exists():
            pytest.skip("there is no /proc")
        parent.send_signal(signal.SIGKILL)
        parent.wait()
    for _ in range(500):
        if not server.exists() or ") Z " in (server / "stat").read_text(encoding="utf-8"):
            return
        signal.sigtimedwait([], 0.01)
    pytest.fail("the server lives on")

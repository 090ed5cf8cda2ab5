"""A schedule that is stopped or killed

`beschlussbuch schedule` runs a council every minute, until it is told to stop (SIGTERM, Ctrl-C) or killed (kill -9): while it waits for
its time, at random moments of a run, while a run waits for a server that is silent. It must end within ten seconds, with exit status 0 where
it was told to and no traceback, leave no process behind (server, run, readers) and the lock free. What it was doing then goes on at the next:
a last schedule is left alone until a run is over, and that run must be complete.
"""

from __future__ import annotations

import os
import random
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from queue import Empty, SimpleQueue
from threading import Thread

from pipeline.lock import is_locked
from pipeline.store import Store, store_in
from tests.soak.frame import Measured
from tests.soak.states import left_behind
from tests.soak.stops import left_of, until, write_council

HOWS = (signal.SIGTERM, signal.SIGINT, signal.SIGKILL)
IN_THE_MIDST = 9
DOCUMENTS = 3000
MOST = 10.0
PATIENCE = 150.0  # seconds in which a schedule starts, or comes to its next minute


@dataclass(slots=True)
class Schedule:
    """A schedule under way, and what it says."""

    process: subprocess.Popen[str]
    data: Path
    said: SimpleQueue[str]

    def waits(self) -> bool:
        """Wait until it waits for its time; False where it does not come to that."""
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end and self.process.poll() is None:
            try:
                if self.said.get(timeout=0.2).startswith("Serving "):
                    return True
            except Empty:
                continue
        return False

    def rest(self) -> str:
        """What it has said since it was last listened to."""
        lines = []
        while not self.said.empty():
            lines.append(self.said.get())
        return "".join(lines)


def measure(seed: int) -> Iterator[Measured]:
    """Stops and kills of a schedule that waits, in the midst of runs, while a server is silent; then a run to its end."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name, socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
        folder = Path(name)
        write_council(folder / "council", DOCUMENTS)
        council = ["--source", "folder", "--url", str(folder / "council")]
        quiet = ["--source", "oparl", "--url", f"http://127.0.0.1:{silent.getsockname()[1]}/oparl/system"]
        yield _measured("while it waits", [(how, None, council) for how in HOWS], folder / "waiting", seed)
        moments = [(HOWS[number % 3], chance.uniform(0, 20), council) for number in range(IN_THE_MIDST)]
        yield _measured("in the midst of a run", moments, folder / "data", seed)
        yield _measured("while a server is silent", [(how, 12.0, quiet) for how in HOWS], folder / "silent", seed)
        began = time.monotonic()
        faults, count = _faults_of_next(council, folder / "data")
        yield Measured(
            name="the next run", asked="the next schedule's first run is complete: every document read, no run without an end",
            figure=f"{count:,} of {DOCUMENTS:,} read", passed=not faults and count == DOCUMENTS, seconds=time.monotonic() - began, lost=tuple(faults),
        )  # fmt: skip


def _measured(name: str, trials: list[tuple[signal.Signals, float | None, list[str]]], data: Path, seed: int) -> Measured:
    began, lost, longest, whole = time.monotonic(), [], 0.0, 0
    for how, after, words in trials:
        took, faults = of_stop(words, data, how, after)
        when = "" if after is None else f" after {after:.1f} s"
        longest, whole = max(longest, took), whole + (not faults)
        lost += [f"{how.name}{when}: {fault}" for fault in faults]
    asked = f"{len(trials)} ends: within {MOST:.0f} s, 0 where told to, nobody left, the lock free"
    figure = f"{whole} of {len(trials)}, the last process after {longest:.1f} s"
    return Measured(name=name, asked=asked, figure=figure, passed=not lost, seconds=time.monotonic() - began, seed=seed, lost=tuple(lost))


@contextmanager
def scheduled(words: list[str], data: Path) -> Iterator[Schedule]:
    """A schedule for every minute; killed where it still lives at the end."""
    command = [sys.executable, "-m", "pipeline", "schedule", "--cron", "* * * * *", *words, "--data", str(data)]
    # In a session of its own: Ctrl-C at a terminal goes to the schedule and its runs, and not to this process.
    with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True, start_new_session=True) as process:
        said: SimpleQueue[str] = SimpleQueue()
        Thread(target=lambda: [said.put(line) for line in process.stderr or []], daemon=True).start()
        try:
            yield Schedule(process, data, said)
        finally:
            process.kill()


def of_stop(words: list[str], data: Path, how: signal.Signals, after: float | None) -> tuple[float, list[str]]:
    """How long the end of a schedule takes, so long after a run of it has begun or, without that, while it waits; what is wrong then."""
    with scheduled(words, data) as schedule:
        pid = schedule.process.pid
        if not schedule.waits():
            return 0.0, ["it has not started"]
        if after is not None:
            if not until(lambda: is_locked(data), PATIENCE):
                return 0.0, ["no run has begun"]
            time.sleep(after)
        began = time.monotonic()
        (os.killpg if how is signal.SIGINT else os.kill)(pid, how)
        try:
            status = schedule.process.wait(60)
        except subprocess.TimeoutExpired:
            return 60.0, ["it goes on"]
        until(lambda: not left_of(str(data), pid), 60)
        took = time.monotonic() - began
        faults = [f"left: {', '.join(left)}"] if (left := left_of(str(data), pid)) else []
        faults += [f"it took {took:.1f} s"] if took > MOST else []
        faults += [f"status {status}"] if status != (-how if how is signal.SIGKILL else 0) else []
        said = schedule.rest()
        return took, faults + ["the lock is held"] * is_locked(data) + ([f"it said {said[-200:]!r}"] if said else [])


def _faults_of_next(words: list[str], data: Path) -> tuple[list[str], int]:
    """What is wrong with the first run of a schedule that is left alone, and how many documents are read after it."""
    with Store(store_in(data)) as store:
        before = store.one("SELECT COALESCE(MAX(id), '') FROM runs")
    with scheduled(words, data) as schedule:
        if not schedule.waits() or not until(lambda: _outcomes_after(data, before) != [], 2 * PATIENCE):
            return ["no run has ended"], 0
        schedule.process.terminate()
        schedule.process.wait(60)
    with Store(store_in(data)) as store:
        count = store.one("SELECT COUNT(*) FROM documents WHERE status = 'ok'")
    faults = [f"it is {outcome}" for outcome in _outcomes_after(data, before)[:1] if outcome not in ("complete", "unchanged")]
    return [*faults, *left_behind(data)], count


def _outcomes_after(data: Path, run: str) -> list[str]:
    with Store(store_in(data)) as store:
        return [row["outcome"] for row in store.rows("SELECT outcome FROM runs WHERE id > ? AND finished_at IS NOT NULL ORDER BY id", run)]

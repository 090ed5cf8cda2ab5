"""Stopped by Ctrl-C or SIGTERM

The command line is told to stop, at moments of its start, its fetching, its reading, while a server does not answer. It must end
within ten seconds with exit status 130 or 143 and one last sentence (or with 0, where nothing was left to be done), leave no process
behind (after kill -9, too), and the next run must go on from there. Then Prefect's server is killed in the midst of runs: they must
end well, and soon.
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
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path

from pipeline.store import Store, store_in
from tests.soak.frame import Measured
from tests.soak.states import left_behind

TIMES = 12
MOST = 10.0
DOCUMENTS = 400
SERVERS = 4
PATIENCE = 120.0


def measure(seed: int) -> Iterator[Measured]:
    """Stops at random moments, stops while a server is silent, and what kill -9 leaves."""
    chance = random.Random(seed)
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        write_council(folder / "council", DOCUMENTS)
        words = ["--source", "folder", "--url", str(folder / "council"), "--data", str(folder / "data")]
        began, lost = time.monotonic(), []
        for number in range(TIMES):
            how = (signal.SIGTERM, signal.SIGINT)[number % 2]
            after = chance.uniform(0.5, 20)
            lost += [f"{how.name} after {after:.2f} s: {fault}" for fault in faults_of_stop(words, how, after)]
        if subprocess.run(_command(words), capture_output=True, check=False).returncode != 0:
            lost.append("the run after all of them is not complete")
        lost += left_behind(folder / "data")
        asked = f"{TIMES} stops: within {MOST:.0f} s, 130 or 143, one sentence, nobody left; the next run is complete"
        yield _measured("at any moment", asked, lost, TIMES, began=began, seed=seed)
        with socket.create_server(("127.0.0.1", 0), backlog=64) as silent:
            url = f"http://127.0.0.1:{silent.getsockname()[1]}/oparl/system"
            words = ["--source", "oparl", "--url", url, "--data", str(folder / "silent")]
            began = time.monotonic()
            lost = [f"{how.name}: {fault}" for how in (signal.SIGTERM, signal.SIGINT) for fault in faults_of_stop(words, how, 25)]
            yield _measured("while a server is silent", "2 stops, as above", lost, 2, began=began, seed=seed)
            began, lost = time.monotonic(), []
            for after in (2, 6, 12, 25):
                lost += [f"after {after} s: {fault}" for fault in faults_of_stop(words, signal.SIGKILL, after)]
            yield _measured("kill -9", "4 kills: no reader and no server of Prefect's is left", lost, 4, began=began, seed=seed)
        began, lost = time.monotonic(), []
        for number in range(SERVERS):
            words = ["--source", "folder", "--url", str(folder / "council"), "--data", str(folder / f"alone-{number}")]
            lost += [f"run {number}: {fault}" for fault in faults_without_server(words, chance.uniform(0, 5))]
        asked = f"{SERVERS} kills of Prefect's server in the midst of a run: status 0, every document read, in {PATIENCE:.0f} s"
        yield _measured("without Prefect's server", asked, lost, SERVERS, began=began, seed=seed)


def write_council(folder: Path, count: int) -> None:
    """A folder with so many short documents, each different."""
    folder.mkdir()
    for number in range(count):
        text = f"TOP 1: Steg {number}\n\nBeschluss:\nDer Rat baut den Steg {number} für 12.000 Euro.\n"
        (folder / f"{number}.txt").write_text(text, encoding="utf-8")


def _measured(name: str, asked: str, lost: list[str], times: int, *, began: float, seed: int) -> Measured:
    figure = f"{times - len({fault.split(':')[0] for fault in lost})} of {times}"
    seconds = time.monotonic() - began
    return Measured(name=name, asked=asked, figure=figure, passed=not lost, seconds=seconds, seed=seed, lost=tuple(lost))


def _command(words: list[str]) -> list[str]:
    return [sys.executable, "-m", "pipeline", "run", *words]


def faults_of_stop(words: list[str], how: signal.Signals, after: float) -> list[str]:
    """What is wrong with the end of a run that is told to stop; nothing where it had ended before."""
    data = words[-1]
    with subprocess.Popen(_command(words), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        with suppress(subprocess.TimeoutExpired):
            run.wait(after)
        began, was_over = time.monotonic(), run.poll() is not None
        run.send_signal(how)
        status = run.wait(60)
        took = time.monotonic() - began
        left = until(lambda: not left_of(data, run.pid), MOST)
        said = run.stderr.read() if run.stderr and left else ""
    faults = [] if left else [f"left: {', '.join(left_of(data, run.pid))}"]
    if was_over or how is signal.SIGKILL:
        return faults
    faults += [f"it took {took:.1f} s"] if took > MOST else []
    # -15: before the program has begun to listen; 0: the document under way was the last, and the run is whole
    faults += [f"status {status}"] if status not in (128 + how, -how, 0) else []
    return faults + ([f"it said {said[-200:]!r}"] if "Traceback" in said or (status == 128 + how and "interrupted" not in said) else [])


def faults_without_server(words: list[str], after: float) -> list[str]:
    """What is wrong with a run whose server is killed so long after its first document was fetched."""
    data = Path(words[-1])
    with subprocess.Popen(_command(words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL) as run:
        if not until((data / "raw").exists, PATIENCE):
            run.kill()
            return ["it has not begun"]
        time.sleep(after)
        servers = [pid for pid in children_of(run.pid) if "uvicorn" in command_of(pid)]
        for pid in servers:
            os.kill(pid, signal.SIGKILL)
        try:
            status = run.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            run.kill()
            return ["it goes on"]
    with Store(store_in(data)) as store:
        read = store.one("SELECT COUNT(*) FROM documents WHERE status = 'ok'")
    faults = [] if len(servers) == 1 else [f"{len(servers)} servers"]
    return faults + [f"status {status}"] * (status != 0) + [f"{read} documents are read"] * (read != DOCUMENTS) + left_behind(data)


def children_of(parent: int) -> list[int]:
    """The processes that a process has started."""
    told = Path(f"/proc/{parent}/task").glob("*/children")
    return [int(pid) for path in told for pid in path.read_text(encoding="ascii").split()]


def command_of(pid: int) -> str:
    """The words that a process was begun with."""
    return Path(f"/proc/{pid}/cmdline").read_bytes().replace(b"\0", b" ").decode()


def until(holds: Callable[[], bool], seconds: float) -> bool:
    """Wait until something holds, so long at most; whether it does."""
    end = time.monotonic() + seconds
    while not holds() and time.monotonic() < end:
        time.sleep(0.1)
    return holds()


def left_of(data: str, parent: int) -> list[str]:
    """Processes that were begun by a run over this data folder: Prefect's home, which all of them are told, lies in it."""
    found = []
    for path in Path("/proc").glob("[0-9]*"):
        with suppress(OSError):
            about = (path / "environ").read_bytes()
            if int(path.name) != parent and f"PREFECT_HOME={data}/prefect".encode() in about:
                found.append((path / "cmdline").read_bytes().replace(b"\0", b" ").decode()[:80])
    return found

"""One run at a time

Eight programs start at once in one data folder. Exactly one may win; the others must go with exit status 75 and a sentence that
names the winner's process. The winner is then killed (SIGKILL) and another start must succeed at once. Most rounds drive the lock
alone, in processes forked at the same moment; some run the command line, over a council whose server never answers.
"""

from __future__ import annotations

import os
import re
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from pathlib import Path

from pipeline.lock import BusyError, locked
from tests.soak.frame import Measured

STARTERS = 8
ROUNDS = 30
WITH_COMMANDS = 3
AT_ONCE = 1.0  # seconds to a start of the lock after the winner was killed
PROCESS = re.compile(r"\(process (\d+)\)")


def measure(seed: int) -> Iterator[Measured]:
    """Rounds of the lock, then of the command."""
    began = time.monotonic()
    lost = [f"round {number}: {fault}" for number in range(ROUNDS) for fault in faults_of_round()]
    yield _measured("the lock", ROUNDS, lost, began)
    began = time.monotonic()
    lost = [f"round {number}: {fault}" for number in range(WITH_COMMANDS) for fault in faults_of_commands()]
    yield _measured("the command line", WITH_COMMANDS, lost, began)


def _measured(name: str, rounds: int, lost: list[str], began: float) -> Measured:
    asked = f"{rounds} rounds of {STARTERS} starters at once: exactly one wins, the others name it; after its death the next start succeeds"
    bad = len({fault.split(":")[0] for fault in lost})
    seconds = time.monotonic() - began
    return Measured(name=name, asked=asked, figure=f"{rounds - bad} of {rounds} rounds", passed=not lost, seconds=seconds, lost=tuple(lost))


def faults_of_round() -> list[str]:
    """What is wrong with a round of starters forked at the same moment."""
    with tempfile.TemporaryDirectory() as name:
        data = Path(name)
        starters = _started(data)
        said = [_line(heard) for _, heard in starters]
        winners = [pid for (pid, _), word in zip(starters, said, strict=True) if word == "won"]
        faults = [] if len(winners) == 1 else [f"{len(winners)} winners"]
        faults += [f"a loser says {word!r}" for word in said if word != "won" and PROCESS.findall(word) != [str(pid) for pid in winners]]
        for pid in winners:
            os.kill(pid, signal.SIGKILL)
        for pid, heard in starters:
            os.waitpid(pid, 0)
            os.close(heard)
        began = time.monotonic()
        try:
            with locked(data):
                pass
        except BusyError as error:
            faults.append(f"the next start is refused: {error}")
        if time.monotonic() - began > AT_ONCE:
            faults.append("the next start had to wait")
    return faults


def _started(data: Path) -> list[tuple[int, int]]:
    """Starters that wait for one moment, and what each can be heard by."""
    gate, opened = os.pipe()
    starters = []
    for _ in range(STARTERS):
        heard, told = os.pipe()
        if (pid := os.fork()) == 0:
            os.close(opened)
            os.read(gate, 1)
            _starter(data, told)
        os.close(told)
        starters.append((pid, heard))
    os.close(gate)
    os.close(opened)  # all of them read the end of it at once
    return starters


def _starter(data: Path, told: int) -> None:
    with suppress(BaseException):
        try:
            with locked(data):
                os.write(told, b"won\n")
                time.sleep(600)
        except BusyError as error:
            os.write(told, f"{error}\n".encode())
    os._exit(0)


def _line(heard: int) -> str:
    return os.read(heard, 4096).decode().strip()


def faults_of_commands() -> list[str]:
    """What is wrong with a round of eight command lines."""
    with ExitStack() as stack:
        folder = Path(stack.enter_context(tempfile.TemporaryDirectory()))
        silent = stack.enter_context(socket.create_server(("127.0.0.1", 0), backlog=64))
        url = f"http://127.0.0.1:{silent.getsockname()[1]}/oparl/system"
        starters = [_command(folder, "oparl", url) for _ in range(STARTERS)]
        losers = _ended(starters, STARTERS - 1)
        winners = [starter for starter in starters if starter not in losers]
        faults = [] if len(winners) == 1 else [f"{len(winners)} winners"]
        for loser in losers:
            said = loser.stderr.read().decode() if loser.stderr else ""
            if loser.returncode != 75 or PROCESS.findall(said) != [str(winner.pid) for winner in winners]:
                faults.append(f"a loser ends with {loser.returncode} and says {said.strip()[-200:]!r}")
        for winner in winners:
            winner.kill()
            winner.wait()
        (folder / "council").mkdir()
        (folder / "council" / "a.txt").write_text("Beschluss: Der Rat stimmt zu.", encoding="utf-8")
        following = _command(folder, "folder", str(folder / "council"))
        if following.wait(240) != 0:
            faults.append(f"the next start ends with {following.returncode}")
    return faults


def _command(folder: Path, source: str, url: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "pipeline", "run", "--source", source, "--url", url, "--data", str(folder / "data")]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE)


def _ended(starters: list[subprocess.Popen[bytes]], wanted: int, patience: float = 90.0) -> list[subprocess.Popen[bytes]]:
    """Those that end by themselves, when so many have, or after a while."""
    until = time.monotonic() + patience
    while sum(starter.poll() is not None for starter in starters) < wanted and time.monotonic() < until:
        time.sleep(0.1)
    return [starter for starter in starters if starter.poll() is not None]

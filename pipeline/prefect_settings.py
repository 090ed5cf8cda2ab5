"""How Prefect behaves here: at home in the data folder, silent, without telemetry, patient with slow machines.

To be called before anything imports prefect, which reads its settings once. Whoever sets a variable outside keeps it.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

QUIET = {
    "PREFECT_SERVER_ANALYTICS_ENABLED": "false",
    "DO_NOT_TRACK": "1",  # the analytics of the client are a second thing
    "PREFECT_SERVER_EPHEMERAL_STARTUP_TIMEOUT_SECONDS": "120",  # a fresh database took up to 79 s on a busy machine
    "PREFECT_LOGGING_LEVEL": "CRITICAL",  # what went wrong is told once, by us
    "PREFECT_LOGGING_TO_API_ENABLED": "false",
    "PREFECT_SERVER_LOGGING_LEVEL": "CRITICAL",
    "PREFECT_CLI_PROMPT": "false",
}

LEAVE = 3.0
"""Seconds in which a server may end by itself; what a run knows is in our own store."""


def settle(data: Path) -> None:
    """Set Prefect up for work in a data folder."""
    for name, value in (QUIET | {"PREFECT_HOME": str((data / "prefect").resolve())}).items():
        os.environ.setdefault(name, value)


SERVER = ["uvicorn", "--factory", "prefect.server.api.server:create_app", "--log-level", "error", "--lifespan", "on"]
IS_WHOLE = {"PREFECT__SERVER_FINAL": "1"}  # as `prefect server start` does it
IS_TEMPORARY = IS_WHOLE | {"PREFECT_UI_ENABLED": "0", "PREFECT__SERVER_EPHEMERAL": "1"}
"""What Prefect starts for a flow that has no server: without pages for people, and without what looks after schedules."""
GONE = "Prefect's server has ended; its log is prefect-server.log in the data folder."


@dataclass(frozen=True, slots=True)
class Server:
    """A Prefect server that answers."""

    url: str
    process: subprocess.Popen[bytes] | None = None
    """None where it is not ours."""

    @property
    def lives(self) -> bool:
        """Whether it has not ended, as far as that can be told."""
        return self.process is None or self.process.poll() is None


@contextmanager
def server(data: Path, *, temporary: bool = False, meanwhile: Callable[[], object] = lambda: None) -> Iterator[Server]:
    """A Prefect server of our own on loopback while this lasts; one that PREFECT_API_URL names is used instead.

    A `temporary` one is for a single run, and has no schedules. Our own, not the one that Prefect would start: that lives on when
    this process is killed, and on, with every run that is. `meanwhile` is done while it starts; only then may prefect be imported.

    Raises OSError where it cannot be started, and TimeoutError where it does not start.
    """
    settle(data)
    if told := os.environ.get("PREFECT_API_URL"):
        meanwhile()
        yield Server(told)
        return
    process, port = _started(data, IS_TEMPORARY if temporary else IS_WHOLE)
    os.environ["PREFECT_API_URL"] = f"http://127.0.0.1:{port}/api"
    try:
        meanwhile()
        _wait_for(port, process)
        yield Server(f"http://127.0.0.1:{port}", process)
    finally:
        os.environ.pop("PREFECT_API_URL", None)
        _end(process)


def _started(data: Path, kind: Mapping[str, str]) -> tuple[subprocess.Popen[bytes], int]:
    """The server's process, and its port: it is given the place where it listens, so that nobody else can ever answer there."""
    with socket.create_server(("127.0.0.1", 0)) as place, (data / "prefect-server.log").open("wb") as log:
        place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # uvicorn takes what it is given for no TCP, and would not
        command = [sys.executable, "-m", "pipeline.tethered", *SERVER, "--fd", str(place.fileno())]
        # A session of its own: Ctrl-C at the terminal must not end the server before the runner has taken leave of it.
        process = subprocess.Popen(  # noqa: S603  our words
            command, env=os.environ | kind, stdout=log, stderr=log, stdin=subprocess.PIPE, start_new_session=True, pass_fds=[place.fileno()]
        )
        port: int = place.getsockname()[1]
    return process, port


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(LEAVE)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin:
        process.stdin.close()


def _wait_for(port: int, process: subprocess.Popen[bytes], patience: float = 120.0) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=5)) as connection:
            try:
                connection.request("GET", "/api/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.1)
    raise TimeoutError("Prefect's server did not start; its log is prefect-server.log in the data folder.")

"""How Prefect behaves here: at home in the data folder, silent, without telemetry, patient with slow machines.

To be called before anything imports prefect, which reads its settings once. Whoever sets a variable outside keeps it.
"""

from __future__ import annotations

import http.client
import os
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Mapping
from contextlib import closing, contextmanager
from dataclasses import dataclass
from functools import partial
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
LOG = "prefect-server.log"
GONE = f"Prefect's server ends again and again; its log is {LOG} in the data folder."
STARTS = 5
GLANCE = 0.5  # seconds between looks whether it lives


@dataclass(slots=True)
class Server:
    """A Prefect server that answers; one of ours is started again where it has ended, and nobody notices but by waiting."""

    url: str
    lives: bool = True
    """Whether it has not ended more often than it is started again."""


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
    kind = IS_TEMPORARY if temporary else IS_WHOLE
    (data / LOG).write_bytes(b"")
    with socket.create_server(("127.0.0.1", 0), backlog=128) as place:
        place.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)  # uvicorn takes what it is given for no TCP, and would not
        url = f"http://127.0.0.1:{place.getsockname()[1]}"
        keeper = _Keeper(partial(_started, place, data, os.environ | kind), Server(url))
        os.environ["PREFECT_API_URL"] = f"{url}/api"
        try:
            meanwhile()
            _wait_for(place.getsockname()[1], keeper.process)
            keeper.start()
            yield keeper.server
        finally:
            os.environ.pop("PREFECT_API_URL", None)
            keeper.end()


def _started(place: socket.socket, data: Path, environment: Mapping[str, str]) -> subprocess.Popen[bytes]:
    """The server's process; it is given the place where it listens, so that nobody else can ever answer there."""
    command = [sys.executable, "-m", "pipeline.tethered", *SERVER, "--fd", str(place.fileno())]
    with (data / LOG).open("ab") as log:
        # A session of its own: Ctrl-C at the terminal must not end the server before the runner has taken leave of it.
        return subprocess.Popen(  # noqa: S603  our words
            command, env=environment, stdout=log, stderr=log, stdin=subprocess.PIPE, start_new_session=True, pass_fds=[place.fileno()]
        )


class _Keeper(threading.Thread):
    """Starts a server again when it has ended. Without it Prefect waits seconds for each thing that it could not tell, for hours."""

    def __init__(self, start: Callable[[], subprocess.Popen[bytes]], server: Server) -> None:
        super().__init__(name="keeper", daemon=True)
        self._begin, self.server = start, server
        self._is_over = threading.Event()
        self.process = start()

    def run(self) -> None:
        """Look whether it lives."""
        starts = 1
        while not self._is_over.wait(GLANCE):
            if self.process.poll() is None:
                continue
            if starts == STARTS:
                break
            _close(self.process)
            try:
                self.process, starts = self._begin(), starts + 1
            except OSError:  # the machine refuses one more process
                break
        self.server.lives = self._is_over.is_set()

    def end(self) -> None:
        """End the server, and look no more."""
        self._is_over.set()
        if self.ident:
            self.join()
        self.process.terminate()
        try:
            self.process.wait(LEAVE)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
        _close(self.process)


def _close(process: subprocess.Popen[bytes]) -> None:
    if process.stdin:
        process.stdin.close()


def _wait_for(port: int, process: subprocess.Popen[bytes], patience: float = 120.0) -> None:
    end = time.monotonic() + patience
    while time.monotonic() < end and process.poll() is None:
        with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=2)) as connection:
            try:
                connection.request("GET", "/api/health")
                if connection.getresponse().status == 200:
                    return
            except OSError:
                time.sleep(0.1)
    raise TimeoutError(f"Prefect's server did not start; its log is {LOG} in the data folder.")

"""A server of Prefect's is ours and nobody else's. (Two suites on one machine, November 2026: whoever answered was taken for ours.)"""

from __future__ import annotations

import http.client
import os
import signal
import socket
import time
from collections.abc import Awaitable, Callable
from contextlib import suppress
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest

from pipeline import prefect_settings
from pipeline.prefect_settings import server

ROOT = Path(__file__).resolve().parents[2]


async def healthy(scope: dict[str, Any], _: Callable[[], Awaitable[Any]], send: Callable[[dict[str, Any]], Awaitable[None]]) -> None:
    """Stands in for Prefect's server, which takes seconds to start: tells whose it is."""
    if scope["type"] == "http":
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": f"{os.getpid()} {os.environ.get('PREFECT__SERVER_EPHEMERAL')}".encode()})


@pytest.fixture(autouse=True)
def stand_in(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefect_settings, "SERVER", ["uvicorn", "tests.pipeline.test_prefect_settings:healthy", "--lifespan", "off"])
    monkeypatch.setenv("PYTHONPATH", str(ROOT))
    monkeypatch.delenv("PREFECT_API_URL", raising=False)
    for name in (*prefect_settings.QUIET, "PREFECT_HOME"):
        monkeypatch.setenv(name, "as it was")  # settle() leaves it


def children() -> set[int]:
    """The processes that this one has started."""
    return {int(pid) for path in Path("/proc/self/task").glob("*/children") for pid in path.read_text(encoding="ascii").split()}


def killed(pid: int) -> None:
    """Kill a process, and wait until nobody can be answered by it any more."""
    os.kill(pid, signal.SIGKILL)
    with suppress(OSError):
        while ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8"):
            time.sleep(0.001)


def told(port: int) -> str:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", "/api/health")
    said = connection.getresponse().read().decode()
    connection.close()
    return said


@pytest.mark.parametrize(("temporary", "is_temporary"), [(True, "1"), (False, "None")])
def test_it_answers_by_the_process_that_was_started_and_ends_with_the_block(tmp_path: Path, temporary: bool, is_temporary: str) -> None:
    with server(tmp_path, temporary=temporary) as offered:
        port = urlsplit(offered.url).port or 0
        assert os.environ["PREFECT_API_URL"] == f"{offered.url}/api"
        assert told(port).split()[1] == is_temporary
        assert int(told(port).split()[0]) in children()
        assert offered.lives
    assert "PREFECT_API_URL" not in os.environ
    with pytest.raises(ConnectionRefusedError):
        told(port)


def test_a_server_that_has_ended_is_started_again_at_the_same_place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without it Prefect waited seven seconds for each of hundreds of things that it could not tell its server."""
    monkeypatch.setattr(prefect_settings, "GLANCE", 0.01)
    with server(tmp_path) as offered:
        port = urlsplit(offered.url).port or 0
        first = int(told(port).split()[0])
        killed(first)
        assert int(told(port).split()[0]) not in (first, os.getpid())  # asked while nobody is there, answered when somebody is
        assert offered.lives
    assert first not in children()


def test_a_server_that_ends_again_and_again_does_not_live(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(prefect_settings, "GLANCE", 0.01)
    monkeypatch.setattr(prefect_settings, "STARTS", 2)
    with server(tmp_path) as offered:
        for _ in range(2):
            killed(int(told(urlsplit(offered.url).port or 0).split()[0]))
        until = time.monotonic() + 10
        while offered.lives and time.monotonic() < until:
            time.sleep(0.01)
        assert not offered.lives


def test_nobody_else_answers_while_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that ends at once is no start, however many others listen on this machine."""
    monkeypatch.setattr(prefect_settings, "SERVER", ["uvicorn", "tests.pipeline.test_prefect_settings:nobody"])
    started = prefect_settings._started
    seen: list[int] = []

    def watched(place: socket.socket, *words: Any) -> Any:
        seen.append(place.getsockname()[1])
        with pytest.raises(OSError, match="in use"), socket.create_server(("127.0.0.1", seen[0])):
            pass
        return started(place, *words)

    monkeypatch.setattr(prefect_settings, "_started", watched)
    with pytest.raises(TimeoutError, match="did not start"), server(tmp_path):
        pass
    assert len(seen) == 1


def test_the_server_of_somebody_else_is_used_where_they_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://prefect.example/api")

    with server(tmp_path) as offered:
        assert (offered.url, offered.lives) == ("http://prefect.example/api", True)
    assert os.environ["PREFECT_API_URL"] == "http://prefect.example/api"

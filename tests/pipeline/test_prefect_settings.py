"""A server of Prefect's is ours and nobody else's. (Two suites on one machine, November 2026: whoever answered was taken for ours.)"""

from __future__ import annotations

import http.client
import os
import socket
from collections.abc import Awaitable, Callable
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
        assert offered.process is not None
        assert told(port) == f"{offered.process.pid} {is_temporary}"
        assert offered.lives
    assert "PREFECT_API_URL" not in os.environ
    with pytest.raises(ConnectionRefusedError):
        told(port)


def test_a_server_that_was_killed_does_not_live(tmp_path: Path) -> None:
    with server(tmp_path) as offered:
        assert offered.process is not None
        offered.process.kill()
        offered.process.wait()
        assert not offered.lives


def test_nobody_else_answers_while_it_starts(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """One that ends at once is no start, however many others listen on this machine."""
    monkeypatch.setattr(prefect_settings, "SERVER", ["uvicorn", "tests.pipeline.test_prefect_settings:nobody"])
    ports: list[int] = []
    started = prefect_settings._started

    def watched(*words: Any) -> Any:
        process, port = started(*words)
        ports.append(port)
        with pytest.raises(OSError, match="in use"), socket.create_server(("127.0.0.1", port)):
            pass
        return process, port

    monkeypatch.setattr(prefect_settings, "_started", watched)
    with pytest.raises(TimeoutError, match="did not start"), server(tmp_path):
        pass
    assert len(ports) == 1


def test_the_server_of_somebody_else_is_used_where_they_say_so(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PREFECT_API_URL", "http://prefect.example/api")

    with server(tmp_path) as offered:
        assert (offered.url, offered.process, offered.lives) == ("http://prefect.example/api", None, True)
    assert os.environ["PREFECT_API_URL"] == "http://prefect.example/api"

"""A city's real papers, served as an OParl system on loopback by a program that stands beside the project, where it does.

Not a measurement: `faults` and `unchanged` read it.
"""

from __future__ import annotations

import json
import os
import socket
import subprocess
import sys
import urllib.request
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from urllib.parse import urlsplit

from pipeline import facts, fetching, run
from pipeline.councils import Council, council_at
from pipeline.fetch_sessions import one_run
from pipeline.flow import batches
from pipeline.run import RunReport
from tests.soak.frame import Skipped, hash_of

BESIDE = Path(__file__).parents[3] / "shared"
SERVER = BESIDE / "tools" / "oparl_server.py"
PAPERS = BESIDE / "real" / "karlsruhe" / "bulk-2013-2021.tar.gz"
TRIES = 5
CITY_CORPUS = hash_of([PAPERS.read_bytes()]) if PAPERS.is_file() else None


@contextmanager
def city_served(
    limit: int | None = None, faults: float = 0.0, seed: int = 1, url: str | None = None
) -> Iterator[tuple[Council, Callable[[], int]]]:
    """The city as a council, and what counts the requests that its server has answered; at the address of an earlier one, if told.

    Raises Skipped where the program or the papers are not here.
    """
    if not SERVER.is_file() or not PAPERS.is_file():
        raise Skipped("The city's papers are not here.")
    words = ["--faults", str(faults), "--seed", str(seed), *(["--limit", str(limit)] if limit else [])]
    process, entry = _started(words, urlsplit(url).port if url else None)
    try:
        yield council_at("oparl", entry), lambda: _requests(urlsplit(entry).port)
    finally:
        process.kill()
        process.wait()
        if process.stdout:
            process.stdout.close()


def _started(words: list[str], port: int | None) -> tuple[subprocess.Popen[bytes], str]:
    """The program, and the address that it tells when it has its port: that somebody answers there is no proof that it does."""
    for _ in range(1 if port else TRIES):
        command = [sys.executable, str(SERVER), str(PAPERS), "--port", str(port or _free_port()), *words]
        process = subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL)
        assert process.stdout
        if entry := process.stdout.readline().decode().strip():
            return process, entry
        process.wait()
        process.stdout.close()
    raise RuntimeError("The city's server does not get a port.")


def _requests(port: int | None) -> int:
    with urllib.request.urlopen(f"http://127.0.0.1:{port}/control/stats", timeout=60) as answer:
        kinds: dict[str, int] = json.load(answer)["kind"]
    return sum(count for kind, count in kinds.items() if kind != "control")


def _free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as free:
        port: int = free.getsockname()[1]
        return port


def read_over(council: Council, data: Path) -> RunReport:
    """A run over one council: its stages in the portions in which the flow takes them, without Prefect."""
    data.mkdir(parents=True, exist_ok=True)
    with one_run():
        begun = run.begin(council, data)
        for ids in batches(council, "fetch", begun.fetch):
            fetching.fetch(council, data, begun.run, ids)
        for ids in batches(council, "read", facts.to_read(council, data)):
            facts.read(council, data, ids)
        return run.finish(council, data, begun)


def nice() -> None:
    """Leave the machine to others where they want it."""
    os.nice(10)

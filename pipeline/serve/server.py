"""Datasette as a process of its own, on loopback, over one immutable release."""

from __future__ import annotations

import hashlib
import json
import re
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

from pipeline.release.settings import Settings
from pipeline.release.sqlite import FILE
from pipeline.serve.front import DATABASE
from pipeline.serve.metadata import metadata
from pipeline.temporary import own_folder

HERE = Path(__file__).parent
HOST = "127.0.0.1"
PORT = 8001
TRIES = 50
PATIENCE = 60.0
LISTENS = re.compile(r"running on (http://[\d.]+:\d+)")
"""What it says when it has its port. That something answers there is no proof: it may be another Datasette, which came first."""
# Numbers that keep one question from taking the machine: a question ends after three seconds, and gives at most a thousand rows.
SETTINGS = {
    "sql_time_limit_ms": 3000,
    "facet_time_limit_ms": 1000,
    "max_returned_rows": 1000,
    "default_page_size": 50,
    "default_facet_size": 20,
    "max_csv_mb": 500,
    "truncate_cells_html": 400,
    "suggest_facets": "off",
}
MOUNTS = {"evidence": "evidence", "feeds": "feeds", "calendar": "calendar"}
"""Folders of a release that are served as they are, at the address of the same name."""


class ServeError(RuntimeError):
    """Why nothing can be served, in one sentence."""


@dataclass(frozen=True, slots=True)
class Served:
    """A running Datasette."""

    process: subprocess.Popen[bytes]
    url: str
    log: Path


def is_free(port: int) -> bool:
    """Whether nobody listens at a port of this machine."""
    with socket.socket() as asked:
        asked.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            asked.bind((HOST, port))
        except OSError:
            return False
    return True


def free_port(first: int) -> int:
    """The first free port from one on.

    Raises ServeError where none is among the next fifty.
    """
    for port in range(first, min(first + TRIES, 65536)):
        if is_free(port):
            return port
    raise ServeError(f"no port from {first} to {first + TRIES - 1} is free.")


@contextmanager
def serving(release: Path, settings: Settings, port: int) -> Iterator[Served]:
    """Serve a release while the block runs; it answers when the block begins. Port 0 is any that is free.

    Raises ServeError where Datasette does not start.
    """
    with own_folder("serve") as place:
        folder = Path(place)
        _describe(release, settings, folder)
        log = folder / "datasette.log"
        with log.open("wb") as said:
            # A session of its own: Ctrl-C at the terminal is ours, and ends Datasette by us; whatever ends us ends the tether.
            process = subprocess.Popen(  # noqa: S603  our own words
                command(release, folder, port), stdin=subprocess.PIPE, stdout=said, stderr=said, start_new_session=True
            )
        try:
            yield Served(process, _wait(process, log), log)
        finally:
            _end(process)


def _end(process: subprocess.Popen[bytes]) -> None:
    process.terminate()
    try:
        process.wait(10)
    except subprocess.TimeoutExpired:
        process.kill()
        process.wait()
    if process.stdin is not None:
        process.stdin.close()


def command(release: Path, folder: Path, port: int) -> list[str]:
    """The command line of Datasette; `folder` holds metadata.json and inspect.json."""
    words = [
        sys.executable,
        "-m",
        "pipeline.tethered",
        "datasette",
        "serve",
        "--host",
        HOST,
        "--port",
        str(port),
        "--immutable",
        str(release / FILE),
    ]
    words += ["--inspect-file", str(folder / "inspect.json"), "--metadata", str(folder / "metadata.json")]
    words += ["--plugins-dir", str(HERE / "plugins"), "--static", f"style:{HERE / 'static'}"]
    for mount, name in MOUNTS.items():
        if (release / name).is_dir():
            words += ["--static", f"{mount}:{release / name}"]
    for setting, value in SETTINGS.items():
        words += ["--setting", setting, str(value)]
    return words


def _describe(release: Path, settings: Settings, folder: Path) -> None:
    path = release / FILE
    try:
        with closing(sqlite3.connect(f"{path.resolve().as_uri()}?immutable=1", uri=True)) as connection:
            told = metadata(release, settings, connection)
            names = [name for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'table'")]
            counts = {name: {"count": connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0]} for name in names}  # noqa: S608
    except (sqlite3.Error, OSError, ValueError) as error:
        raise ServeError(f"the release in {release} cannot be opened: {error}.") from error
    # The name of a release tells its content; reading a gigabyte for its digest would delay every start.
    seen = {"hash": hashlib.sha256(release.name.encode()).hexdigest(), "size": path.stat().st_size, "file": FILE, "tables": counts}
    (folder / "metadata.json").write_text(json.dumps(told, ensure_ascii=False), encoding="utf-8")
    (folder / "inspect.json").write_text(json.dumps({DATABASE: seen}), encoding="utf-8")


def _wait(process: subprocess.Popen[bytes], log: Path) -> str:
    """Wait until it has its port; the value is the address of its front page."""
    until = time.monotonic() + PATIENCE
    while time.monotonic() < until:
        if found := LISTENS.search(log.read_text(encoding="utf-8", errors="replace")):
            return f"{found[1]}/"
        if process.poll() is not None:
            raise ServeError(f"Datasette did not start: {said(log)}.")
        time.sleep(0.05)
    raise ServeError(f"Datasette did not answer within {PATIENCE:.0f} seconds.")


def said(log: Path) -> str:
    """Why it ended, or what it said last."""
    lines = log.read_text(encoding="utf-8", errors="replace").strip().splitlines()
    errors = [line.removeprefix("ERROR:").strip() for line in lines if line.startswith("ERROR:")]
    return (errors or lines or ["it said nothing"])[-1]

"""Five thousand documents in one run

The command line reads a council with five thousand short documents (texts, pages and PDF files, each different) from a server on
loopback. The memory of its process is looked at when 500 and when 5,000 documents have been fetched, and again when so many have
been read; so are its open files. When it has ended, no process of its session, no temporary file may be left.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from pipeline.demo.typesetting import pdf_of
from pipeline.store import Store, store_in
from tests.soak.answers import TEXT, answering, head
from tests.soak.frame import Measured, hash_of
from tests.soak.states import left_behind

EARLY, ALL = 500, 5_000
OF_A_MEETING = 50
MOST_GROWTH = 0.10
MORE_FILES = 3
LINE = re.compile(r"(?P<stage>fetch|read) (?P<done>\d+) of \d+")
KINDS = (("txt", "text/plain; charset=utf-8"), ("html", "text/html; charset=utf-8"), ("pdf", "application/pdf"))
OPARL = "https://schema.oparl.org/1.1/"


@dataclass(frozen=True, slots=True)
class Seen:
    """What a process has at one moment."""

    kib: int
    files: int


def measure(seed: int, count: int = ALL) -> Iterator[Measured]:
    """One run, watched."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        (folder / "tmp").mkdir()
        seen, status, session = _watched(folder, count)
        seconds = time.monotonic() - began
        left = [f"process {one}" for one in _of_session(session)]
        left += [f"temporary {path.name}" for path in (folder / "tmp").iterdir()]
        left += left_behind(folder / "data")
        with Store(store_in(folder / "data")) as store:
            read = store.one("SELECT COUNT(*) FROM documents WHERE status = 'ok' AND role = 'auxiliary_file'")
    corpus = hash_of(_document(number)[1] for number in range(0, count, 250))
    at = min(EARLY, count // 2)
    for stage, said in (("fetch", "fetched"), ("read", "read")):
        early, late = seen[stage, at], seen[stage, count]
        growth = late.kib / early.kib - 1
        yield Measured(
            name=f"memory, {said}", asked=f"the process has at most {MOST_GROWTH:.0%} more after {count:,} than after {at:,}", corpus=corpus,
            figure=f"{early.kib // 1024} MiB, then {late.kib // 1024} MiB ({growth:+.1%})", passed=growth <= MOST_GROWTH,
        )  # fmt: skip
        yield Measured(
            name=f"open files, {said}", asked=f"at most {MORE_FILES} more than after {at:,}", corpus=corpus,
            figure=f"{early.files}, then {late.files}", passed=late.files <= early.files + MORE_FILES,
        )  # fmt: skip
    yield Measured(
        name="what is left", asked=f"all {count:,} read; no process, no temporary file", figure=f"{read:,} read, {len(left)} left", corpus=corpus,
        passed=not left and read == count and status == 0, seconds=seconds, lost=tuple(left[:20]),
    )  # fmt: skip


def _watched(folder: Path, count: int) -> tuple[dict[tuple[str, int], Seen], int, int]:
    """What a run's process had when so many documents were done, its exit status, and its session."""
    seen: dict[tuple[str, int], Seen] = {}
    city = City(count)
    with answering({}, city.told) as (url, _):
        city.here = url
        words = [sys.executable, "-m", "pipeline", "run", "--source", "oparl", "--url", f"{url}/system", "--data", str(folder / "data")]
        surroundings = os.environ | {"TMPDIR": str(folder / "tmp")}
        process = subprocess.Popen(words, stderr=subprocess.PIPE, stdout=subprocess.DEVNULL, env=surroundings, start_new_session=True)
        assert process.stderr
        for line in process.stderr:
            if match := LINE.search(line.decode("utf-8", "replace")):
                seen[match["stage"], int(match["done"])] = _seen(process.pid)
        status = process.wait()
        process.stderr.close()
    return seen, status, process.pid


def _seen(pid: int) -> Seen:
    status = Path(f"/proc/{pid}/status").read_text(encoding="ascii", errors="replace")
    found = re.search(r"VmRSS:\s+(\d+)", status)
    return Seen(int(found[1]) if found else 0, len(list(Path(f"/proc/{pid}/fd").iterdir())))


def _of_session(session: int, patience: float = 5.0) -> list[str]:
    """The processes of a session that are still there, after a moment."""
    until = time.monotonic() + patience
    while True:
        found = []
        for path in Path("/proc").glob("[0-9]*/stat"):
            try:
                words = path.read_text(encoding="utf-8", errors="replace").rpartition(")")[2].split()
            except OSError:
                continue
            if words and int(words[3]) == session:
                found.append(path.parent.name)
        if not found or time.monotonic() > until:
            return found
        time.sleep(0.2)


@dataclass(slots=True)
class City:
    """An OParl system with so many documents."""

    count: int
    here: str = ""

    def told(self, path: str) -> bytes | None:
        """What it answers at an address."""
        path = path.partition("?")[0]
        if match := re.fullmatch(r"/f/(\d+)\.\w+", path):
            kind, body = _document(int(match[1]))
            return head(f"Content-Length: {len(body)}", f"Content-Type: {dict(KINDS)[kind]}") + body
        lists = {kind: f"{self.here}/{kind}" for kind in ("organization", "meeting", "paper")}
        body_said = {"id": f"{self.here}/b/1", "type": f"{OPARL}Body", "name": "Wehrstadt"} | lists
        said: dict[str, object] = {
            "/system": {"id": f"{self.here}/system", "type": f"{OPARL}System", "body": f"{self.here}/b"},
            "/b": {"data": [body_said], "links": {}},
            "/meeting": {"data": [self._meeting(first) for first in range(0, self.count, OF_A_MEETING)], "links": {}},
            "/organization": {"data": [], "links": {}},
            "/paper": {"data": [], "links": {}},
        }
        if path not in said:
            return None
        text = json.dumps(said[path]).encode()
        return head(f"Content-Length: {len(text)}", "Content-Type: application/json") + text

    def _meeting(self, first: int) -> dict[str, object]:
        numbers = range(first, min(first + OF_A_MEETING, self.count))
        files = [
            {"id": f"{self.here}/i/{one}", "type": f"{OPARL}File", "downloadUrl": f"{self.here}/f/{one}.{KINDS[one % 3][0]}"}
            for one in numbers
        ]
        return {"id": f"{self.here}/m/{first}", "type": f"{OPARL}Meeting", "name": f"Sitzung {first}", "auxiliaryFile": files}


def _document(number: int) -> tuple[str, bytes]:
    text = TEXT.replace("90.000", f"{number + 1}.000")
    kind = KINDS[number % 3][0]
    if kind == "html":
        return kind, ("<html><body>" + "".join(f"<p>{line}</p>" for line in text.splitlines()) + "</body></html>").encode()
    return kind, pdf_of("layout: page\n\n" + text) if kind == "pdf" else text.encode()

"""Addresses and names that lead out of bounds

Every form of an address that leads, or was once believed to lead, to this machine or into a network is asked for, with every name
resolved to loopback: a listener there counts who comes. Then a council's server lists files under names that climb out of folders,
hold line ends, NUL, device names, or nothing; the run keeps and publishes them, and no file may lie anywhere but in the data folder,
under a name of ours.
"""

from __future__ import annotations

import logging
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

from pytest_httpserver import HTTPServer

from pipeline.councils import council_at
from pipeline.fetch import Session
from pipeline.fetch_boundaries import Boundary
from pipeline.release.publish import publish
from pipeline.statuses import Failure, Status
from tests.pipeline.runs import fetch_only, rows
from tests.pipeline.test_fetch_boundaries import FORBIDDEN, QUICK, leads_to, listening
from tests.pipeline.test_fetch_sessions import HOSTILE, OURS, City
from tests.soak.frame import Measured, hash_of


def measure(seed: int) -> Iterator[Measured]:
    """The addresses, then the names; nothing is left to chance."""
    del seed
    logging.getLogger("werkzeug").setLevel(logging.ERROR)  # the test server tells of each request
    yield _addresses()
    yield _names()


def _addresses() -> Measured:
    began, asked_for = time.monotonic(), []
    with listening() as canary, Session(QUICK, Boundary(), resolve=leads_to("127.0.0.1")) as session:
        for form in FORBIDDEN:
            try:
                session.get(form.replace("PORT", str(canary.port)))
                asked_for.append(form)
            except Failure as failure:
                asked_for += [form] if failure.status is not Status.SSRF_BLOCKED else []
        hits = len(canary.hits)
    return Measured(
        name="forbidden addresses",
        asked=f"{len(FORBIDDEN)} forms: a listener on loopback counts 0 hits, each is told as blocked",
        figure=f"{hits} hits, {len(FORBIDDEN) - len(asked_for)} of {len(FORBIDDEN)} blocked",
        passed=not hits and not asked_for,
        seconds=time.monotonic() - began,
        corpus=hash_of(FORBIDDEN),
        lost=tuple(asked_for),
    )


def _names() -> Measured:
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name, HTTPServer() as server:
        place, city = Path(name), City(server)
        for number, hostile in enumerate(HOSTILE):
            city.has(number, name=hostile, fileName=hostile)
            city.headers.append({"Content-Disposition": f"attachment; filename*=UTF-8''{quote(hostile)}"})
            city.files[-1]["downloadUrl"] += "/" + quote(hostile, safe="")
        data = place / "within" / "data"
        data.parent.mkdir()
        fetch_only(council_at("oparl", f"{city.url}/system"), data)
        publish(data, anew=True)
        ((kept,),) = rows(data, "SELECT COUNT(*) FROM documents WHERE sha256 IS NOT NULL AND role = 'auxiliary_file'")
        written = [path.relative_to(place).as_posix() for path in place.rglob("*") if path.is_file()]
    outside = [path for path in written if not OURS.fullmatch(path)]
    return Measured(
        name="hostile file names",
        asked=f"{len(HOSTILE)} names: all files kept, none written outside or under a name from outside",
        figure=f"{kept} of {len(HOSTILE)} kept, {len(outside)} of {len(written)} files elsewhere",
        passed=kept == len(HOSTILE) and not outside,
        seconds=time.monotonic() - began,
        corpus=hash_of(HOSTILE),
    )

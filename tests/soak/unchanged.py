"""A second run of what has not changed

All papers of a city (3,118) are read over a server on loopback, then again, with nothing changed there. The second run must ask
for no document, and take at most a tenth of the time of the first; what it asks for are robots.txt, the file of reservations and
the lists of what is new. Before it, the first run's time; after it, ten papers change and a third run must take those and no others.
"""

from __future__ import annotations

import json
import tempfile
import time
import urllib.request
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from pipeline.checks import Outcome
from pipeline.councils import Council
from pipeline.run import RunReport
from pipeline.store import Store, store_in
from tests.soak.city import CITY_CORPUS, city_served, read_over
from tests.soak.frame import Measured

MOST_SHARE = 0.1
CHANGED = 10


def measure(seed: int, papers: int | None = None) -> Iterator[Measured]:
    """The first run, the second, and one after a change."""
    with tempfile.TemporaryDirectory() as name, city_served(papers) as (council, asked):
        data = Path(name)
        first, took = _timed(council, data)
        before, files = asked(), _files(council)
        second, again = _timed(council, data)
        requests, files_again = asked() - before, _files(council) - files
        with Store(store_in(data)) as store:
            count = store.one("SELECT COUNT(*) FROM papers")
        yield Measured(
            name="a first run", asked="complete but for what the city itself does not have", corpus=CITY_CORPUS, seconds=took,
            figure=f"{count} papers, {first.discovered} documents, {first.stored} read", passed=first.outcome is not Outcome.FAILED,
        )  # fmt: skip
        yield Measured(
            name="a second run", asked="asks for no document, finds nothing new", corpus=CITY_CORPUS, seconds=again,
            figure=f"{files_again} documents asked for, {requests} requests, {second.stored} new",
            passed=files_again == 0 and second.stored == 0 and second.discovered == first.discovered,
        )  # fmt: skip
        yield Measured(
            name="its time", asked=f"at most {MOST_SHARE} of the first's", figure=f"{again / took:.3f}", passed=again <= MOST_SHARE * took,
            corpus=CITY_CORPUS,
        )  # fmt: skip
        _control(council, f"touch?n={CHANGED}")
        third, took = _timed(council, data)
        yield Measured(
            name="a run after a change", asked=f"{CHANGED} papers and {CHANGED} meetings have changed: those and no others are new",
            figure=f"{third.stored} new or changed", passed=0 < third.stored <= 2 * CHANGED, corpus=CITY_CORPUS, seconds=took,
        )  # fmt: skip


def _timed(council: Council, data: Path) -> tuple[RunReport, float]:
    began = time.monotonic()
    return read_over(council, data), time.monotonic() - began


def _files(council: Council) -> int:
    """How many documents the server has been asked for, also of those that it does not have."""
    kinds: dict[str, int] = _control(council, "stats")["kind"]
    runs = kinds["robots"]
    return kinds.get("file", 0) + kinds.get("missing", 0) - runs  # it does not have the file of reservations either


def _control(council: Council, what: str) -> dict[str, dict[str, int]]:
    with urllib.request.urlopen(f"http://{urlsplit(council.url or '').netloc}/control/{what}", timeout=60) as answer:
        said: dict[str, dict[str, int]] = json.load(answer)
        return said

"""A city's papers from a server that breaks

A city's real papers, served once without faults and once with three in ten answers broken at the first try (errors, 503 with
Retry-After, bodies cut in half, error pages with status 200, stalls): the tables must be the same, row for row.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.store import Store, store_in
from tests.soak.city import CITY_CORPUS, city_served, read_over
from tests.soak.frame import Measured
from tests.soak.states import differences, state

PAPERS = 500
MOST_PER_ADDRESS = 2.0


def measure(seed: int, papers: int = PAPERS) -> Iterator[Measured]:
    """The same papers with and without faults."""
    began = time.monotonic()
    with tempfile.TemporaryDirectory() as name:
        with city_served(limit=papers) as (council, asked):
            read_over(council, Path(name) / "clean")
            addresses = asked()
            port = council.url or ""
        with city_served(limit=papers, faults=0.3, seed=seed, url=port) as (council, asked):
            read_over(council, Path(name) / "faulty")
            requests = asked()
        different = differences(state(Path(name) / "clean"), state(Path(name) / "faulty"))
        with Store(store_in(Path(name) / "faulty")) as store:
            twice = store.one("SELECT COUNT(*) - COUNT(DISTINCT council || source_url) FROM documents")
            count = store.one("SELECT COUNT(*) FROM documents")
    average = requests / addresses
    yield Measured(
        name="a city with faults", asked=f"{papers} papers, 0.3 of the answers broken at first: tables the same row for row, no document twice",
        figure=f"{count} documents, {len(different)} tables different, {twice} twice", passed=not different and not twice,
        seconds=time.monotonic() - began, seed=seed, corpus=CITY_CORPUS, lost=tuple(different),
    )  # fmt: skip
    yield Measured(
        name="requests that faults cost", asked=f"at most {MOST_PER_ADDRESS} for each address", seed=seed, corpus=CITY_CORPUS,
        figure=f"{average:.2f} ({requests} for {addresses})", passed=average <= MOST_PER_ADDRESS,
    )  # fmt: skip

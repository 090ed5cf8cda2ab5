"""Readers while a release is published

Twenty releases are made one after the other, each of another version of the same rows, while readers follow `latest`: each opens
the Parquet, CSV and SQLite tables of the release that it was led to. Every reader must see one whole version in all of them.
"""

from __future__ import annotations

import csv
import os
import random
import sqlite3
import tempfile
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.release.folder import latest_in
from pipeline.release.publish import publish
from pipeline.store import Store, ledger, store_in
from tests.soak.frame import Measured
from tests.soak.processes import QUICK, ended, forked
from tests.soak.towns import run_once, served, warm_up

READERS = 1000
AT_ONCE = 4
PUBLISHES = 20
OVER = "over"
"""A file that tells the readers that nothing more will be published."""


def measure(seed: int) -> Iterator[Measured]:
    """Readers during publishes."""
    with tempfile.TemporaryDirectory(dir=QUICK) as name, served(Path(name) / "served") as councils:
        warm_up()
        data = Path(name) / "data"
        assert ended(forked(partial(run_once, [council for council in councils if council.id == "wendelmoor"], data))) == 0
        began = time.monotonic()
        seen = read_during(data, READERS, PUBLISHES, seed)
    lost = tuple(sorted(what for what in seen if not what.startswith("version ")))
    whole = sum(count for what, count in seen.items() if what.startswith("version "))
    asked = f"at least {READERS} readers during {PUBLISHES} publishes: each sees one whole version"
    figure = f"{whole} of {seen.total()} readers, who met {len(seen) - len(lost)} versions"
    passed = not lost and whole >= READERS and len(seen) > PUBLISHES // 2
    yield Measured(name="readers", asked=asked, figure=figure, passed=passed, seconds=time.monotonic() - began, seed=seed, lost=lost)


def read_during(data: Path, readers: int, publishes: int, seed: int) -> Counter[str]:
    """What readers have seen while one release after the other was made: how often which version, or what was wrong."""
    version(data, 0)
    heard, told = os.pipe()
    share = -(-readers // AT_ONCE)
    pids = [forked(partial(_reads, data, share, told, seed + number)) for number in range(AT_ONCE)]
    os.close(told)
    for number in range(1, publishes + 1):
        version(data, number)
    (data / OVER).touch()
    said = b""
    while portion := os.read(heard, 1 << 16):
        said += portion
    os.close(heard)
    for pid in pids:
        assert ended(pid) == 0
    return Counter(said.decode().splitlines())


def version(data: Path, number: int) -> None:
    """A release in which every document, file and version is of this number's making."""
    with Store(store_in(data)) as store, store.transaction():
        store.connection.execute("UPDATE documents SET name = ?", [f"version {number}"])
        store.connection.execute("UPDATE files SET name = ?", [f"version {number}"])
        store.connection.execute("UPDATE versions SET number = ?", [number])
        at = ledger.now()
        row = {"id": f"run-{number}", "council": "wendelmoor", "started_at": at, "finished_at": at, "outcome": "complete"}
        store.put("runs", [row | {"sentence": "", "lists_complete": True, "extractor_version": "1"}])
    publish(data, anew=True)


def _reads(data: Path, times: int, told: int, seed: int) -> None:
    chance, count = random.Random(seed), 0
    while count < times or not (data / OVER).exists():
        time.sleep(chance.uniform(0, 0.02))
        os.write(told, (_read(data) + "\n").encode())
        count += 1


def _read(data: Path) -> str:
    """The version that the newest release is of, or what is wrong with it."""
    try:
        release = latest_in(data)
        assert release, "there is no release"
        tables = release / "tables"
        seen = {str(name) for table in ("documents", "files") for name in pq.read_table(tables / f"{table}.parquet")["name"].to_pylist()}
        seen |= {f"version {number}" for number in pq.read_table(tables / "versions.parquet")["number"].to_pylist()}
        for table in ("documents", "files"):
            with (tables / f"{table}.csv").open(encoding="utf-8", newline="") as file:
                seen |= {row["name"] for row in csv.DictReader(file)}
        for path in release.glob("*.sqlite"):
            with closing(sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)) as connection:
                seen |= {name for (name,) in connection.execute("SELECT name FROM documents UNION SELECT name FROM files")}
    except Exception as error:  # noqa: BLE001  whatever a reader meets is what is measured
        return f"{type(error).__name__}: {' '.join(str(error).replace(str(data), '').split())[:200]}"
    return seen.pop() if len(seen) == 1 else f"{len(seen)} versions at once"

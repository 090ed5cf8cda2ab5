"""What a data folder holds, as one value that two runs can be compared by: rows without the times and names of runs."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterator, Mapping
from pathlib import Path

from pipeline.store import Store, store_in
from pipeline.store.schema import tables

OF_RUNS = {
    "first_run", "fetched_run", "run_id", "started_at", "finished_at", "fetched_at", "asked_at", "seen_at", "good_at", "first_seen_at",
    "last_seen_at", "seen_from", "seen_to", "deleted_at", "gone_on", "etag", "last_modified", "discovered_at", "retrieved_at", "read_at", "since",
}  # fmt: skip
LEFT_OUT = {"runs"}
NAMED_BY_RUNS = {"changes": {"id"}}


def state(data: Path, *, store: bool = True) -> dict[str, str]:
    """A digest for each table of the store and of the newest release."""
    found = {f"store {name}": digest for name, digest in _store(data)} if store else {}
    for path in sorted((data / "latest" / "tables").glob("*.csv")):
        found[f"release {path.stem}"] = _digest(path.stem, _csv(path))
    return found


def differences(one: Mapping[str, str], other: Mapping[str, str]) -> list[str]:
    """The names of what is not the same."""
    return sorted(name for name in one.keys() | other.keys() if one.get(name) != other.get(name))


def _store(data: Path) -> Iterator[tuple[str, str]]:
    with Store(store_in(data)) as store:
        for name in tables():
            if name not in LEFT_OUT:
                yield name, _digest(name, (dict(row) for row in store.rows(f'SELECT * FROM "{name}"')))  # noqa: S608  our own names


def _csv(path: Path) -> Iterator[dict[str, object]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _digest(table: str, rows: Iterator[dict[str, object]]) -> str:
    """Of all rows in any order; one that is there twice counts twice."""
    if table in LEFT_OUT:
        return ""
    hidden = OF_RUNS | NAMED_BY_RUNS.get(table, set())
    lines = sorted(json.dumps({k: repr(v) for k, v in row.items() if k not in hidden}, sort_keys=True) for row in rows)
    digest = hashlib.sha256("\n".join(lines).encode()).hexdigest()
    return f"{len(lines)} rows {digest[:12]}"


def left_behind(data: Path) -> list[str]:
    """Temporary files, archived bytes that are not what their name says, and runs without an end; of a folder where nobody works."""
    found = [f"{path.name} is left" for path in data.rglob(".*") if not {"served", "prefect"} & set(path.parts)]
    raw = [path for path in (data / "raw").glob("??/*") if "." not in path.name]
    torn = [path.name for path in raw if hashlib.sha256(path.read_bytes()).hexdigest() != path.name]
    return [*found, *(f"{name[:12]} of the archive is not what came" for name in torn), *_endless(data)]


def _endless(data: Path) -> Iterator[str]:
    with Store(store_in(data)) as store:
        for row in store.rows("SELECT id FROM runs WHERE finished_at IS NULL OR outcome IS NULL"):
            yield f"run {row['id']} of the store has no end"
    runs = data / "latest" / "tables" / "runs.csv"
    yield from (f"run {row['id']} of the release has no end" for row in (_csv(runs) if runs.exists() else []) if not row["outcome"])

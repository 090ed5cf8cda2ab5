"""Personal data in what is published

A hundred minutes of a fictional council, with three personal data in each (names of residents, e-mail addresses, telephone numbers,
bank accounts, homes, days of birth, in some 60 forms), go through the whole pipeline: folder, archive, reading, store, release. Every
file of the release is then searched for each of them, also across line ends, in workbooks and in columns. Two office holders speak in
every document; they have to stay. And no decision may be lost: each fact has the values that it had in the store, and its quote all its
sums, counts and results.
"""

from __future__ import annotations

import json
import tempfile
import time
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

import pyarrow.parquet as pq

from extractors.text.personal.decided import DECIDED
from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.release.folder import tables_in
from pipeline.release.publish import publish
from pipeline.store import Store, store_in
from pipeline.store.schema import fact_kinds
from tests.soak.frame import Measured, hash_of
from tests.soak.planted import Planted, minutes
from tests.soak.public import Public

DOCUMENTS = 100
CONTACTS = ("email", "telephone", "iban")
OTHERS = ("address", "birth_date")
BARS = {"contacts": 0.99, "resident names": 0.90, "homes and births": 0.90}
WORDS = ("quote", "text", "heading", "addressee", "title", "subject_text", "anchor", "status_raw", "result_raw", "person", "groups")
"""Columns of facts that may say less in public."""


def measure(seed: int) -> Iterator[Measured]:
    """What is left of what was planted, and what is lost that should be there."""
    began = time.monotonic()
    planted = list(minutes(seed, DOCUMENTS))
    with tempfile.TemporaryDirectory() as name:
        data = published(Path(name), planted)
        public = Public(data / "releases")
        corpus = hash_of(document.text for document in planted)
        seconds = time.monotonic() - began
        for what, kinds in (("contacts", CONTACTS), ("resident names", ("resident",)), ("homes and births", OTHERS)):
            total = sum(1 for document in planted for item in document.items if item.kind in kinds)
            left = found_in(public, planted, kinds)
            yield Measured(
                name=what, asked=f"at least {BARS[what]:.0%} of those planted are in no published file", figure=f"{total - len(left)} of {total} gone",
                passed=total - len(left) >= BARS[what] * total, seconds=seconds, seed=seed, corpus=corpus,
                lost=tuple(f"{form}: {count}" for form, count in Counter(left).items()),
            )  # fmt: skip
        lost = list(lost_decisions(data))
        number = sum(1 for _ in _facts(data))
        yield Measured(
            name="decisions", asked="each fact is published with its values, its quote with its sums, counts and results",
            figure=f"{number - len(lost)} of {number} facts", passed=not lost, seed=seed, corpus=corpus, lost=tuple(lost),
        )  # fmt: skip
        names = [name for document in planted for name in document.officials]
        missing = [name for name in names if not public.says(name)]
        yield Measured(
            name="office holders", asked="whoever speaks in office is named", figure=f"{len(names) - len(missing)} of {len(names)} named",
            passed=not missing, seed=seed, corpus=corpus, lost=tuple(missing),
        )  # fmt: skip


def published(place: Path, planted: Iterable[Planted], more: Mapping[str, bytes] | None = None) -> Path:
    """The data folder with a release of documents, and of files of other kinds."""
    folder, data = place / "Fehrnau", place / "data"
    folder.mkdir()
    data.mkdir()
    for document in planted:
        (folder / document.name).write_text(document.text, encoding="utf-8")
    for name, data_of in (more or {}).items():
        (folder / name).write_bytes(data_of)
    council = council_at("folder", str(folder))
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    run.finish(council, data, begun)
    publish(data, anew=True)
    return data


def found_in(public: Public, planted: Sequence[Planted], kinds: Sequence[str]) -> list[str]:
    """The planted data of some kinds that are still said: kind and form of each."""
    items = [item for document in planted for item in document.items if item.kind in kinds]
    return [f"{item.kind} ({item.form})" for item in items if public.says(item.core)]


def _facts(data: Path) -> Iterator[tuple[str, dict[str, Any]]]:
    with Store(store_in(data)) as store:
        for table in fact_kinds():
            for row in store.rows(f'SELECT * FROM "{table}"'):  # noqa: S608  our own names
                yield table, dict(row)


def lost_decisions(data: Path) -> Iterator[str]:
    """Facts of the store that are not, or say less of what was decided, in the release."""
    tables = {table: {row["id"]: row for row in pq.read_table(tables_in(data) / f"{table}.parquet").to_pylist()} for table in fact_kinds()}
    for table, row in _facts(data):
        public = tables[table].get(row["id"])
        if public is None:
            yield f"{table} {row['id']} is missing"
            continue
        values = {name: _plain(public.get(name)) for name in row if name not in WORDS}
        if values != {name: _plain(_held(row[name])) for name in values}:
            yield f"{table} {row['id']} says something else"
        if any(match[0] not in public["quote"] for match in DECIDED.finditer(row["quote"])):
            yield f"{table} {row['id']} says less"


def _held(value: Any) -> Any:
    return json.loads(value) if isinstance(value, str) and value.startswith("[") else value


def _plain(value: Any) -> str:
    if isinstance(value, bool):
        return str(int(value))
    return json.dumps(value) if isinstance(value, list) else str(value)

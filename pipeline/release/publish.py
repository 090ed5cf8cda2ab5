"""The making of a release: the store's rows through all writers, then what is made from the finished tables, then the pointer."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.catalogue import keep_catalogue
from pipeline.crash import crash_here
from pipeline.reading import extractor_version
from pipeline.release import Draft, Release, WrittenTable
from pipeline.release.calendars import make_calendars
from pipeline.release.curation import FILES_OF_PEOPLE, curation_of
from pipeline.release.descriptions import write_descriptions
from pipeline.release.evidence.writing import make_evidence
from pipeline.release.excel import ExcelCsvWriter
from pipeline.release.excel_workbook import write_workbook
from pipeline.release.feeds import make_feeds
from pipeline.release.folder import MANIFEST, latest_in, manifest_of, put_in_place, remove_old, staging
from pipeline.release.frames import batch_of
from pipeline.release.matters import FILE as POLICY_FIELDS
from pipeline.release.rows import Publisher
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.sqlite import SqliteWriter
from pipeline.release.views import finish_sqlite
from pipeline.release.writers import TABLES, CsvWriter, ParquetWriter, Writer
from pipeline.store import Store, store_in
from pipeline.store.schema import NOUNS

Step = Callable[[Draft], None]
STEPS: Sequence[Step] = (finish_sqlite, write_workbook, make_evidence, make_feeds, make_calendars, write_descriptions)
"""What is made from the finished tables, in this order."""
READ = "SELECT id, status, sha256, deleted_at, read_digest, read_sha256, row_counts, ocr_pages, wants_ocr FROM documents ORDER BY id"


def publish(data: Path, *, anew: bool = False) -> Release:
    """Make a release of what the store holds, or give back the newest one where nothing is new (`anew`: make it in any case).

    Raises CurationError where a file of the operator cannot be understood, SchemaError where our own rows are wrong,
    and OSError; `latest` is then what it was.
    """
    made_from = fingerprint(data)
    newest = latest_in(data)
    if newest and not anew and manifest_of(newest)["made_from"] == made_from:
        return _release(newest)
    with ExitStack() as stack:
        folder = stack.enter_context(staging(data))
        store = stack.enter_context(Store(store_in(data)))
        curation = curation_of(data, store)
        with store.transaction():
            keep_catalogue(store, data)
            tables = tuple(_written(Publisher.over(store, curation), folder))
            moment = store.one("SELECT MAX(COALESCE(finished_at, started_at)) FROM runs WHERE outcome <> 'unchanged'") or store.one(
                "SELECT MAX(started_at) FROM runs"
            )
        draft = Draft(_name(moment, folder), moment, folder, data, tables, curation)
        for step in STEPS:
            step(draft)
            crash_here(f"step.{step.__name__}")
        _write_manifest(draft, made_from)
        place = put_in_place(folder, data, draft.id)
    removed = remove_old(data, curation.settings.keep) if curation.settings.keep else []
    return Release(draft.id, place, tables, tuple(removed))


def _moment(store: Store) -> str | None:
    found = store.one("SELECT MAX(COALESCE(finished_at, started_at)) FROM runs WHERE outcome <> 'unchanged'")
    moment: str | None = found or store.one("SELECT MAX(started_at) FROM runs")
    return moment


def fingerprint(data: Path) -> str:
    """What a release is made from: what is listed and read, the files of people, the words of policy fields, our own version.

    Runs alone do not tell: one that fetched nothing may have read a scan, as OCR is installed now, or met a meeting that was moved.
    """
    said = [version("beschlussbuch"), extractor_version(), hashlib.sha256(POLICY_FIELDS.read_bytes()).hexdigest()]
    with Store(store_in(data)) as store:
        query = "SELECT id, finished_at, outcome FROM runs WHERE outcome IS NULL OR outcome <> 'unchanged' ORDER BY id"
        said += [repr(tuple(row)) for row in store.rows(query)]
        said += [repr(tuple(row)) for row in store.connection.execute(READ)]
        for name in NOUNS.values():
            said += [repr(tuple(row)) for row in store.connection.execute(f'SELECT * FROM "{name}" ORDER BY id')]  # noqa: S608  our own names
    for name in FILES_OF_PEOPLE:
        path = data / name
        said.append(hashlib.sha256(path.read_bytes()).hexdigest() if path.exists() else "")
    return hashlib.sha256("\n".join(said).encode()).hexdigest()


def _written(publisher: Publisher, folder: Path) -> Iterator[WrittenTable]:
    with ExitStack() as stack:
        writers: list[Writer] = [ParquetWriter(folder), CsvWriter(folder), ExcelCsvWriter(folder), SqliteWriter(folder)]
        for writer in writers:
            stack.callback(writer.closes)
        for table in public_tables().values():
            yield WrittenTable(table.name, _table(publisher, table, writers))


def _table(publisher: Publisher, table: PublicTable, writers: Sequence[Writer]) -> int:
    expected = publisher.expected(table)
    for writer in writers:
        writer.begins(table, expected)
    count = 0
    for rows in publisher.batches(table):
        batch = batch_of(table, rows)
        count += batch.num_rows
        for writer in writers:
            writer.writes(batch)
    crash_here(f"table.{table.name}")
    for writer in writers:
        writer.ends()
    return count


def _name(moment: str | None, folder: Path) -> str:
    """The name of a release: when what it tells was found, and what its tables hold."""
    content = hashlib.sha256()
    for path in sorted((folder / TABLES).glob("*.parquet")):
        content.update(path.name.encode() + hashlib.sha256(path.read_bytes()).digest())
    said = "".join(sign for sign in (moment or "")[:19] if sign.isalnum())
    return f"{said or 'empty'}Z-{content.hexdigest()[:8]}"


def _write_manifest(draft: Draft, made_from: str) -> None:
    said: dict[str, Any] = {
        "release": draft.id,
        "moment": draft.moment,
        "made_from": made_from,
        "version": draft.version,
        "extractor_version": extractor_version(),
        "tables": {table.name: table.rows for table in draft.tables},
    }
    (draft.folder / MANIFEST).write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _release(folder: Path) -> Release:
    said = manifest_of(folder)
    return Release(said["release"], folder, tuple(WrittenTable(name, rows) for name, rows in said["tables"].items()))

"""The making of a release: the store's rows through all writers, then what is made from the finished tables, then the pointer."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import Any

from pipeline.catalogue import keep_catalogue
from pipeline.crash import crash_here
from pipeline.reading import extractor_version
from pipeline.release import Draft, Release, WrittenTable
from pipeline.release.calendars import make_calendars
from pipeline.release.curation import curation_of
from pipeline.release.descriptions import write_descriptions
from pipeline.release.evidence.writing import make_evidence
from pipeline.release.excel import ExcelCsvWriter
from pipeline.release.excel_workbook import write_workbook
from pipeline.release.feeds import make_feeds
from pipeline.release.folder import MANIFEST, latest_in, manifest_of, put_in_place, remove_old, staging
from pipeline.release.frames import batch_of
from pipeline.release.identity import fingerprint, name_of, program
from pipeline.release.rows import Publisher
from pipeline.release.schema import PublicTable, public_tables
from pipeline.release.sqlite import SqliteWriter
from pipeline.release.views import finish_sqlite
from pipeline.release.writers import CsvWriter, ParquetWriter, Writer
from pipeline.store import Store, store_in

Step = Callable[[Draft], None]
STEPS: Sequence[Step] = (finish_sqlite, write_workbook, make_evidence, make_feeds, make_calendars, write_descriptions)
"""What is made from the finished tables, in this order."""


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
            moment = _moment(store)
        draft = Draft(name_of(moment, folder, curation.settings), moment, folder, data, tables, curation)
        for step in STEPS:
            step(draft)
            crash_here(f"step.{step.__name__}")
        _write_manifest(draft, made_from)
        place = put_in_place(folder, data, draft.id)
    removed = remove_old(data, curation.settings.keep) if curation.settings.keep else []
    return Release(draft.id, place, tables, tuple(removed))


def _moment(store: Store) -> str | None:
    """When what the store holds was found: a run that found nothing new does not count."""
    found = store.one("SELECT MAX(COALESCE(finished_at, started_at)) FROM runs WHERE outcome <> 'unchanged'")
    moment: str | None = found or store.one("SELECT MAX(started_at) FROM runs")
    return moment


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


def _write_manifest(draft: Draft, made_from: str) -> None:
    said: dict[str, Any] = {
        "release": draft.id,
        "moment": draft.moment,
        "made_from": made_from,
        "version": draft.version,
        "program": program(),
        "extractor_version": extractor_version(),
        "tables": {table.name: table.rows for table in draft.tables},
    }
    (draft.folder / MANIFEST).write_text(json.dumps(said, ensure_ascii=False, indent=2) + "\n", encoding="utf-8")


def _release(folder: Path) -> Release:
    said = manifest_of(folder)
    return Release(said["release"], folder, tuple(WrittenTable(name, rows) for name, rows in said["tables"].items()))

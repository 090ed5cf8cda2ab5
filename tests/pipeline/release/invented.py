"""A release with every table, every column and every term, as its writers write it, without a store: what all readers must read alike."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

from pipeline.release import Draft, WrittenTable
from pipeline.release.curation import Curation
from pipeline.release.datapackage import is_always_there
from pipeline.release.descriptions import write_descriptions
from pipeline.release.frames import batch_of
from pipeline.release.schema import PublicColumn, PublicTable, public_tables
from pipeline.release.settings import Settings
from pipeline.release.writers import CsvWriter, ParquetWriter

WORDS = 'Größe "46", ein Komma;\nzwei Zeilen | und =1+1\r\n\rNA\t\u2028\x0b\ufeff \U0001f5f3 \\"'
SETTINGS = Settings(
    title="Beschlüsse im Kreis Fehrnau", contact="redaktion@example.org", licence="CC-BY-4.0", base_url="https://beschluesse.example.org/"
)


def value_of(table: PublicTable, column: PublicColumn, number: int) -> Any:
    """A value as the schema wants it; each third row says nothing where nothing need be said."""
    if column.key:
        return f"{table.name}{number}"
    if column.refers:
        return f"{column.refers}0" if column.refers != "councils" else "councils0"
    if (number % 3 == 2 or (column.name == "same_as" and number % 3 == 0)) and not is_always_there(column):
        return [] if column.kind in ("texts", "integers", "records") else None
    if column.terms:
        term = list(column.terms)[number % len(column.terms)]
        return [term] if column.kind == "texts" else term
    return {
        "text": {"ags": "08336050", "ars": "083360050050", "url": "https://rat.example.org/"}.get(column.name, WORDS),
        "integer": 2**40 + number,
        "number": 0.5,
        "boolean": number % 2 == 0,
        "day": date(2024, 2, 29),
        "moment": datetime(2026, 11, 22, 23, 17, 35, tzinfo=UTC),
        "money": Decimal("1234567890123.45"),
        "texts": ["1", "2.a", WORDS],
        "integers": [2024, 2025],
        "records": [{name: 7 if kind == "integer" else WORDS for name, kind in column.fields}],
        "json": json.dumps({"a": WORDS}, ensure_ascii=False),
    }[column.kind]


def rows_of(table: PublicTable) -> Iterator[dict[str, Any]]:
    most = max([3, *(len(column.terms) for column in table.columns)])
    for number in range(most):
        yield {column.name: value_of(table, column, number) for column in table.columns}


def invented_release(folder: Path, settings: Settings = SETTINGS) -> Draft:
    """Write all tables and their descriptions."""
    writers = (ParquetWriter(folder), CsvWriter(folder))
    written = []
    for table in public_tables().values():
        rows = list(rows_of(table))
        batch = batch_of(table, rows)
        for writer in writers:
            writer.begins(table, len(rows))
            writer.writes(batch)
            writer.ends()
        written.append(WrittenTable(table.name, len(rows)))
    draft = Draft("20261122T231735Z-0a1b2c3d", "2026-11-22T23:17:35+00:00", folder, folder, tuple(written), Curation(settings))
    write_descriptions(draft)
    return draft

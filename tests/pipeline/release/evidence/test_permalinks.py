"""Every row of a release leads to its quote on a page that is there, from a folder of documents to the finished release."""

from __future__ import annotations

import json
import re
import sqlite3
from collections.abc import Iterator
from pathlib import Path

import pytest

from pipeline import facts, run
from pipeline.councils import council_at
from pipeline.release.publish import publish
from pipeline.release.schema import public_tables
from pipeline.store import Store, store_in
from tests.pipeline.readers.pages import column, pdf_of

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges; für 2024 und 2025 werden je 90.000,00 EUR bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung
"""


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The release of a folder of two documents, of which one has gone out of reach since it was read."""
    place, data = tmp_path_factory.mktemp("Wehrstadt"), tmp_path_factory.mktemp("data")
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    (place / "niederschrift.pdf").write_bytes(pdf_of(column(MINUTES.splitlines())))
    council = council_at("folder", str(place))
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    run.finish(council, data, begun)
    with Store(store_in(data)) as store, store.transaction():
        store.connection.execute("UPDATE documents SET status = 'tombstone' WHERE media_type = 'text/plain'")
    return publish(data, anew=True).folder


def rows_with_a_permalink(release: Path) -> Iterator[sqlite3.Row]:
    connection = sqlite3.connect(release / "beschlussbuch.sqlite")
    connection.row_factory = sqlite3.Row
    for table in public_tables().values():
        if "permalink" in table.by_name:
            yield from connection.execute(f'SELECT * FROM "{table.name}" WHERE permalink IS NOT NULL')  # noqa: S608  our own names
    connection.close()


def lost(release: Path) -> list[str]:
    """The permalinks that lead to nothing."""
    found = []
    for row in rows_with_a_permalink(release):
        name, _, anchor = row["permalink"].partition("#")
        page = release / name
        if not page.exists() or (anchor and f'id="{anchor}"' not in page.read_text(encoding="utf-8")):
            found.append(row["permalink"])
    return found


def test_every_permalink_leads_to_its_quote_also_of_a_document_out_of_reach(release: Path) -> None:
    rows = [row for row in rows_with_a_permalink(release) if "quote" in row.keys()]  # noqa: SIM118  a Row iterates over values
    assert len(rows) >= 6
    assert len({row["document_id"] for row in rows}) == 2
    assert lost(release) == []


def test_a_release_has_the_pictures_of_its_pages(release: Path) -> None:
    (picture,) = (release / "evidence" / "images").rglob("*.webp")
    page = (release / "evidence" / f"{picture.parent.name}.html").read_text(encoding="utf-8")
    assert re.findall(r'<img src="([^"]+)"', page) == [f"images/{picture.parent.name}/1.webp"]
    assert json.loads((release / "manifest.json").read_text(encoding="utf-8"))["release"] == release.name

"""Marked documents: a row says that there is one, and nothing of it is shown until somebody has released it."""

from __future__ import annotations

from pathlib import Path

import pytest

from pipeline import run
from pipeline.checks import Outcome
from pipeline.councils import council_at
from pipeline.demo import SOURCES
from pipeline.demo.oparl import HERE, city_of
from pipeline.demo.server import Server
from pipeline.demo.typesetting import pdf_of
from pipeline.disclosures import DisclosureError, disclosed_in
from pipeline.release.folder import tables_in
from pipeline.release.publish import publish
from pipeline.run import RunReport
from pipeline.statuses import Failure
from pipeline.store import Store, store_in
from tests.pipeline.runs import go, rows

PAPER = """Stadt Wehr
{}
Vorlage 17/2026: Erwerb der Mühle am Wehr

TOP 1: Erwerb der Mühle
Beschluss:
Der Stadtrat beschließt den Erwerb der Mühle für 90.000,00 EUR.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen
"""
RELEASE = "- document: {}\n  who: Anna Beispiel\n  when: 2026-11-22\n  why: Die Stadt hat sie selbst veröffentlicht.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Wehr"
    place.mkdir()
    (place / "vorlage.txt").write_text(PAPER.format("Vertraulich"), encoding="utf-8")
    return place


@pytest.fixture
def data(tmp_path: Path) -> Path:
    place = tmp_path / "data"
    place.mkdir()
    return place


def over(folder: Path, data: Path) -> RunReport:
    return go(council_at("folder", str(folder)), data)


def published(data: Path) -> bytes:
    """All that the tables of a release hold, and the store, which is itself one of the results."""
    publish(data, anew=True)
    with Store(store_in(data)) as store:
        store.connection.execute("VACUUM")
        store.connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    return b"".join(path.read_bytes() for path in [*sorted(tables_in(data).glob("*.csv")), store_in(data)])


def test_a_row_says_that_a_marked_document_exists_and_no_more(folder: Path, data: Path) -> None:
    report = over(folder, data)

    sentence = "vorlage.txt is marked as vertraulich and withheld; an entry in releases.yml of the data folder releases it."
    assert (report.outcome, report.discovered, report.stored) == (Outcome.COMPLETE, 1, 1)
    assert rows(data, "SELECT status, marking, sentence, title, kind, body, document_date FROM documents") == [
        ("confidential_mark", "vertraulich", sentence, None, None, None, None)
    ]
    assert rows(data, "SELECT code, sentence FROM issues") == [("confidential_mark", sentence)]
    assert (
        rows(data, "SELECT id FROM votes UNION SELECT id FROM amounts UNION SELECT id FROM agenda_items UNION SELECT id FROM texts") == []
    )
    said = published(data)
    assert not [word for word in (b"Erwerb", b"90000", b"90.000", b"12 Ja") if word in said]


@pytest.mark.parametrize("by", ["source_url", "sha256"])
def test_an_entry_releases_it_and_its_end_withholds_it_again(by: str, folder: Path, data: Path) -> None:
    over(folder, data)
    name = rows(data, f"SELECT {by} FROM documents")[0][0]  # noqa: S608
    (data / "releases.yml").write_text(RELEASE.format(name), encoding="utf-8")

    over(folder, data)

    assert rows(data, "SELECT status, marking FROM documents") == [("ok", "vertraulich")]
    assert rows(data, "SELECT yes, document_id = (SELECT id FROM documents) FROM votes") == [(12, 1)]
    assert b"Erwerb" in published(data)

    (data / "releases.yml").unlink()
    over(folder, data)

    assert rows(data, "SELECT status FROM documents") == [("confidential_mark",)]
    assert rows(data, "SELECT id FROM votes") == []
    assert b"Erwerb" not in published(data)


def test_a_document_that_is_marked_later_loses_its_rows(folder: Path, data: Path) -> None:
    (folder / "vorlage.txt").write_text(PAPER.format("Amt für Bau"), encoding="utf-8")
    over(folder, data)
    assert len(rows(data, "SELECT id FROM votes")) == 1

    (folder / "vorlage.txt").write_text(PAPER.format("Nur für den Dienstgebrauch"), encoding="utf-8")
    over(folder, data)

    assert rows(data, "SELECT status, marking FROM documents") == [("confidential_mark", "nur für den dienstgebrauch")]
    assert rows(data, "SELECT id FROM votes UNION SELECT id FROM texts") == []


LOOKS_LIKE_IT = (
    "Die Verwaltung behandelt die Daten vertraulich.",
    "Im nichtöffentlichen Teil wurde darüber beraten.",
    "Der Punkt wurde vertraulich behandelt.",
    "[ ] öffentlich  [X] nichtöffentlich",
)


@pytest.mark.parametrize("line", LOOKS_LIKE_IT)
def test_what_only_looks_like_a_marking_is_shown(line: str, folder: Path, data: Path) -> None:
    (folder / "vorlage.txt").write_text(PAPER.format(line), encoding="utf-8")

    over(folder, data)

    assert rows(data, "SELECT status, marking FROM documents") == [("ok", None)]
    assert rows(data, "SELECT yes FROM votes") == [(12,)]


def test_without_the_file_nothing_is_released(data: Path) -> None:
    assert disclosed_in(data) == frozenset()


@pytest.mark.parametrize("text", ["", "[]", "# nothing yet\n"])
def test_an_empty_file_releases_nothing(text: str, data: Path) -> None:
    (data / "releases.yml").write_text(text, encoding="utf-8")

    assert disclosed_in(data) == frozenset()


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- document: x\n  who: A\n  when: 2026-11-22\n", r" \(entry 1, why\)"),
        ("- document: x\n  who: ''\n  when: 2026-11-22\n  why: y\n", r" \(entry 1, who\)"),
        ("- document: x\n  who: A\n  when: gestern\n  why: y\n", r" \(entry 1, when\)"),
        (RELEASE.format("x") + RELEASE.format("y") + "  für: alle\n", r" \(entry 2, für\)"),
        (RELEASE.format(17), r" \(entry 1, document\)"),
        ("document: x", ""),
        ("- a: [", ""),
        ("\0", ""),
    ],
)
def test_a_wrong_file_is_one_sentence_and_the_run_does_not_begin(text: str, place: str, folder: Path, data: Path) -> None:
    (data / "releases.yml").write_text(text, encoding="utf-8")
    sentence = rf"releases\.yml is not a list whose every entry says document, who, when \(YYYY-MM-DD\) and why{place}\.$"

    with pytest.raises(DisclosureError, match=sentence):
        disclosed_in(data)
    with pytest.raises(Failure, match=sentence):
        run.begin(council_at("folder", str(folder)), data)


def test_a_file_of_an_item_that_its_source_calls_closed_is_withheld(data: Path) -> None:
    city = city_of(SOURCES / "fehrnau")
    name = "protokollauszug-7"
    city.files[f"{name}.pdf"] = pdf_of(
        "title: Auszug\n\n== TOP 7: Grundstück\n\n== Beschluss:\n\nDer Rat beschließt den Erwerb für 90.000,00 EUR.\n"
    )
    item = city.objects["/oparl/agenda-items/rat-2025-03-18-7"]
    item["resolutionFile"] = {
        "id": f"{HERE}/oparl/files/{name}", "type": "https://schema.oparl.org/1.1/File", "modified": item["modified"],
        "downloadUrl": f"{HERE}/files/{name}.pdf", "mimeType": "application/pdf",
    }  # fmt: skip
    with Server(city) as server:
        council = council_at("oparl", f"{server.url}/oparl/system")
        report = go(council, data)

    assert report.outcome is Outcome.COMPLETE
    assert rows(data, "SELECT status, marking, title FROM documents WHERE source_url LIKE '%protokollauszug-7.pdf'") == [
        ("confidential_mark", "nichtöffentlich", None)
    ]
    assert rows(data, "SELECT amount FROM amounts WHERE amount = '90000.00'") == []


MIXED = """Gemeinde Wehr
Niederschrift über die Sitzung des Gemeinderats am 3. März 2026

Öffentlicher Teil

Ö 1 Sanierung der Brücke
Beschluss:
Der Gemeinderat beschließt die Sanierung der Brücke für 40.000 EUR.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen

Nichtöffentlicher Teil

N 1 Verkauf der Mühle
Beschluss:
Der Gemeinderat beschließt den Verkauf der Mühle für 90.000 EUR.
Abstimmungsergebnis: 9 Ja-Stimmen, 6 Nein-Stimmen
"""


@pytest.fixture
def mixed(folder: Path) -> Path:
    (folder / "vorlage.txt").unlink()
    (folder / "niederschrift.txt").write_text(MIXED, encoding="utf-8")
    return folder


def test_of_mixed_minutes_only_the_public_part_is_kept(mixed: Path, data: Path) -> None:
    over(mixed, data)

    assert rows(data, "SELECT status FROM documents") == [("ok",)]
    assert rows(data, "SELECT yes FROM votes UNION ALL SELECT amount FROM amounts") == [(12,), ("40000.00",)]
    items = "SELECT number, public, title, quote FROM agenda_items ORDER BY number"
    assert rows(data, items) == [("N 1", 0, None, "N 1"), ("Ö 1", 1, "Sanierung der Brücke", "Ö 1 Sanierung der Brücke")]
    assert [code for (code,) in rows(data, "SELECT code FROM issues")] == ["mixed_visibility"]
    said = published(data)
    assert not [word for word in ("Mühle", "90000", "90.000", "9 Ja") if word.encode() in said]


def test_mixed_minutes_are_released_like_marked_ones(mixed: Path, data: Path) -> None:
    over(mixed, data)
    name = rows(data, "SELECT source_url FROM documents")[0][0]
    (data / "releases.yml").write_text(RELEASE.format(name), encoding="utf-8")

    over(mixed, data)

    assert rows(data, "SELECT yes FROM votes ORDER BY yes") == [(9,), (12,)]
    assert rows(data, "SELECT title FROM agenda_items WHERE public = 0") == [("Verkauf der Mühle",)]
    assert b"M\xc3\xbchle" in published(data)

    (data / "releases.yml").unlink()
    over(mixed, data)

    assert rows(data, "SELECT yes FROM votes") == [(12,)]
    assert b"M\xc3\xbchle" not in published(data)

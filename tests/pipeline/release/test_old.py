import shutil
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.release.folder import latest_in
from pipeline.store import Store, store_in
from tests.pipeline.release.test_publish import fill, frame

ENTRY = "- {what}: {which}\n  who: Anna Beispiel\n  when: 2026-11-22\n  why: Auf Bitte einer Person.\n"


@pytest.fixture(scope="module")
def published(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Copied for each test."""
    place, data = tmp_path_factory.mktemp("Wehrstadt"), tmp_path_factory.mktemp("data")
    (place / "niederschrift.txt").write_text(
        "Niederschrift über die Sitzung des Stadtrats am 12.03.2024\n\nTOP 1: Radweg\nBeschluss:\nDer Stadtrat beschließt den Radweg.\n"
        "Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen\n",
        encoding="utf-8",
    )
    fill(data, place)
    return data


@pytest.fixture
def data(published: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(published, tmp_path / "data", symlinks=True))


@pytest.mark.parametrize("what", ["row", "sha256", "address"])
def test_what_is_taken_down_is_gone_and_older_releases_that_hold_it_are_named(
    data: Path, what: str, capsys: pytest.CaptureFixture[str]
) -> None:
    old = latest_in(data)
    vote = frame(data, "votes").iloc[0]
    which = {"row": vote["id"], "sha256": vote["document_sha256"], "address": vote["source_url"]}[what]
    (data / "takedown.yml").write_text(ENTRY.format(what=what, which=which), encoding="utf-8")

    assert main(["publish", str(data)]) == 0

    newest = latest_in(data)
    assert newest
    assert newest != old
    assert len(frame(data, "votes")) == 0
    assert frame(data, "withheld")["what"].tolist() == ["row" if what == "row" else "document"]
    gone = vote["id"] if what == "row" else vote["document_id"]
    assert [path for path in newest.rglob("*") if path.is_file() and gone.encode() in path.read_bytes()] == []
    assert f"{old.name if old else ''} still holds what takedown.yml names" in capsys.readouterr().err


def test_without_takedowns_nothing_is_said_of_older_releases(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(data), "--anew"]) == 0
    assert "takedown" not in capsys.readouterr().err


def test_there_has_to_be_something_to_publish(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish", str(tmp_path)]) == 2
    assert "there is nothing to publish in" in capsys.readouterr().err


def test_a_file_that_cannot_be_understood_is_told_in_one_sentence(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "takedown.yml").write_text("- row: ''\n", encoding="utf-8")
    before = latest_in(data)

    assert main(["publish", str(data), "--anew"]) == 2
    assert capsys.readouterr().err.count("\n") == 1
    assert latest_in(data) == before


def test_an_entry_that_names_nothing_is_told(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "takedown.yml").write_text(ENTRY.format(what="row", which="0123456789abcdef"), encoding="utf-8")

    assert main(["publish", str(data)]) == 0
    assert capsys.readouterr().err.splitlines() == [
        "takedown.yml names 0123456789abcdef, and nothing here has that address, hash or id (any more): look it up again."
    ]


def test_what_was_read_otherwise_is_published_though_no_run_fetched_anything(data: Path) -> None:
    before = latest_in(data)
    with Store(store_in(data)) as store, store.transaction():
        key = store.one("SELECT id FROM documents")
        store.change("documents", key, ocr_pages=(1,), read_digest="read again, now that OCR is installed")

    assert main(["publish", str(data)]) == 0
    assert latest_in(data) != before

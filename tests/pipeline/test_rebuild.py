"""Facts and tables are made again from the archive alone, byte for byte as the run left them."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from pipeline import facts, run
from pipeline.__main__ import main
from pipeline.archive import Archive
from pipeline.catalogue import catalogue_in
from pipeline.councils import Council
from pipeline.lock import locked
from pipeline.rebuild import rebuild
from pipeline.release.folder import latest_in, tables_in
from pipeline.release.publish import publish
from pipeline.store import Store, store_in
from pipeline.store.schema import fact_kinds
from tests.pipeline.runs import go

MINUTES = """Niederschrift über die Sitzung des Stadtrats am {day}.03.2024

TOP 1: Radweg am Wehr (DS 17/{day})
Beschluss:
Der Stadtrat beschließt den Bau des Radweges. Dafür werden 90.000,00 EUR bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung

TOP 2: Brücke
Beschluss:
Die Verwaltung berichtet bis zum 30.06.2024.
Abstimmungsergebnis: einstimmig angenommen
"""


@dataclass(frozen=True)
class Run:
    """A run over a folder, as it has left its data folder."""

    council: Council
    data: Path


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """Copied for each test: making it takes longer than the test."""
    place, data = tmp_path_factory.mktemp("Wehrstadt"), tmp_path_factory.mktemp("data")
    for day in ("12", "19", "26"):
        (place / f"{day}.txt").write_text(MINUTES.format(day=day), encoding="utf-8")
    (place / "vertraulich.txt").write_text("Vertraulich\n\nBeschluss:\nDer Rat kauft das Haus für 1.000 EUR.\n", encoding="utf-8")
    (place / "leer.pdf").write_bytes(b"")
    # Its habits are in no file of the registry: the store must keep them.
    council = Council(id="wehrstadt", name="Wehrstadt", source="folder", url=str(place), paper_patterns=(r"DS \d+/\d+",))
    go(council, data)
    publish(data, anew=True)
    return Run(council, data)


@pytest.fixture
def council(finished: Run) -> Council:
    return finished.council


@pytest.fixture
def data(finished: Run, tmp_path: Path) -> Path:
    shutil.copytree(finished.data, tmp_path / "data", symlinks=True)
    return tmp_path / "data"


@pytest.fixture
def only_the_archive(council: Council) -> Iterator[None]:
    """Hides what the documents were read from."""
    place, elsewhere = Path(council.url or ""), Path(f"{council.url} is elsewhere")
    place.rename(elsewhere)
    yield
    elsewhere.rename(place)


def written(data: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in tables_in(data).iterdir()}


def spoil(data: Path, *statements: str) -> None:
    connection = sqlite3.connect(store_in(data))
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


DROPPED = [f'DROP TABLE "{table}"' for table in fact_kinds()]
EMPTIED = [f'DELETE FROM "{table}"' for table in fact_kinds()]  # noqa: S608


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param([], id="nothing is lost"),
        pytest.param(DROPPED, id="the tables of facts are gone"),
        pytest.param([*EMPTIED, "DELETE FROM texts", "DELETE FROM same_facts"], id="facts and texts are emptied"),
        pytest.param(["UPDATE votes SET yes = 99", "DELETE FROM amounts"], id="facts are false"),
        pytest.param(
            ["UPDATE votes SET id = 'nobody''s', document_id = 'nobody''s' WHERE id = (SELECT MIN(id) FROM votes)"], id="a row is nobody's"
        ),
        pytest.param(["UPDATE documents SET read_digest = 'older rules', kind = NULL, body = NULL, status = NULL"], id="rules were older"),
    ],
)
@pytest.mark.usefixtures("only_the_archive")
def test_it_makes_the_tables_of_the_run_again(data: Path, damage: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    before = written(data)
    for path in tables_in(data).iterdir():
        path.unlink()
    spoil(data, *damage)

    assert main(["rebuild", "--data", str(data)]) == 0

    assert b"DS 17/12" in before["references.csv"]
    assert b"1.000" not in before["amounts.csv"]
    assert written(data) == before
    with Store(store_in(data)) as store:
        assert store.rows("SELECT id FROM votes WHERE document_id NOT IN (SELECT id FROM documents)") == []
    assert "made again from 5 documents of the archive." in capsys.readouterr().out


def test_no_order_of_sets_and_no_process_changes_a_byte(data: Path) -> None:
    before = written(data)
    spoil(data, *DROPPED)
    command = [sys.executable, "-m", "pipeline", "rebuild", "--data", str(data)]
    subprocess.run(command, check=True, capture_output=True, timeout=120, env=os.environ | {"PYTHONHASHSEED": "1"})  # here it is another

    assert written(data) == before


def test_a_run_after_it_has_nothing_to_read(council: Council, data: Path) -> None:
    spoil(data, *DROPPED)
    main(["rebuild", "--data", str(data)])

    assert facts.to_read(council, data) == []


@pytest.mark.parametrize(
    ("harm", "said"),
    [pytest.param("remove", "cannot be opened: No such file", id="missing"), pytest.param("alter", "another SHA-256", id="altered")],
)
def test_a_document_that_the_archive_has_lost_keeps_its_rows_and_is_named(
    data: Path, harm: str, said: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = written(data)
    with Store(store_in(data)) as store:
        path = Archive(data / "raw").path(store.one("SELECT sha256 FROM documents WHERE source_url LIKE '%19.txt'"))
    path.unlink() if harm == "remove" else path.write_text("anders")

    assert main(["rebuild", "--data", str(data)]) == 3

    told = capsys.readouterr()
    assert "4 documents of the archive; 1 could not be, and their rows are as they were." in told.out
    assert said in told.err
    assert written(data)["votes.csv"] == before["votes.csv"]
    assert said.encode() in written(data)["issues.csv"]


def test_a_rebuild_that_was_cut_off_is_begun_again(council: Council, data: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = written(data)
    spoil(data, *EMPTIED)
    with monkeypatch.context() as cut:
        cut.setattr("pipeline.rebuild.BATCH", 2)
        read, calls = facts.read, []

        def killed(*arguments: object) -> int:
            calls.append(arguments)
            if len(calls) > 1:
                raise KeyboardInterrupt
            return read(*arguments)  # type: ignore[arg-type]

        cut.setattr(facts, "read", killed)
        with pytest.raises(KeyboardInterrupt):
            rebuild(council, data, processes=1)
    rebuild(council, data, processes=1)
    publish(data, anew=True)

    assert written(data) == before


def test_without_a_store_it_says_so_and_writes_nothing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["rebuild", "--data", str(tmp_path / "nowhere")]) == 2

    assert "there is no store in" in capsys.readouterr().err
    assert not (tmp_path / "nowhere").exists()


def test_it_waits_for_no_run(data: Path) -> None:
    code = "import sys; from pipeline.__main__ import main; sys.exit(main(['rebuild', '--data', sys.argv[1]]))"
    with locked(data):
        done = subprocess.run([sys.executable, "-c", code, str(data)], capture_output=True, text=True, timeout=60, check=False)

    assert (done.returncode, str(os.getpid()) in done.stderr) == (75, True)


@pytest.mark.usefixtures("only_the_archive")
def test_the_archive_alone_is_enough(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    before, release = written(data), latest_in(data)
    shutil.rmtree(data / "releases")
    for path in data.glob("beschlussbuch.sqlite*"):
        path.unlink()

    assert main(["rebuild", "--data", str(data)]) == 0

    assert written(data) == before
    assert latest_in(data) == release
    assert "The store was gone; " in capsys.readouterr().err


def test_a_run_after_that_goes_on_where_the_last_one_was(council: Council, data: Path) -> None:
    for path in data.glob("beschlussbuch.sqlite*"):
        path.unlink()
    main(["rebuild", "--data", str(data)])

    assert run.begin(council, data).fetch == ()
    assert facts.to_read(council, data) == []


def test_a_broken_catalogue_is_told_in_one_sentence_and_leaves_no_store(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for path in data.glob("beschlussbuch.sqlite*"):
        path.unlink()
    catalogue = catalogue_in(data)
    catalogue.write_bytes(catalogue.read_bytes()[:-40])

    assert main(["rebuild", "--data", str(data)]) == 1
    assert capsys.readouterr().err.count("\n") == 1
    assert not store_in(data).exists()

"""beschlussbuch status: 0 where all councils are ok, else 3; a table for people, JSON for programs."""

import json
from pathlib import Path

import pytest

from pipeline import run
from pipeline.__main__ import main
from pipeline.councils import Council
from pipeline.lock import is_locked, locked
from pipeline.release import publish as releasing
from pipeline.release.publish import publish
from pipeline.store import Store, store_in
from tests.pipeline.runs import go

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen
"""


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "councils"
    folder.mkdir()
    monkeypatch.setenv("BESCHLUSSBUCH_COUNCILS", str(folder))
    return folder


@pytest.fixture
def place(tmp_path: Path) -> Path:
    place = tmp_path / "Wehrstadt"
    place.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    return place


@pytest.fixture
def data(registry: Path, tmp_path: Path, place: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr(releasing, "STEPS", ())
    data = tmp_path / "data"
    go(council_of(place), data)
    publish(data)
    return data


def council_of(place: Path) -> Council:
    return Council(id="wehrstadt", name="Wehrstadt", source="folder", url=str(place))


def test_all_is_well(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--data", str(data), "--months", "999"]) == 0

    head, first, *rest = capsys.readouterr().out.splitlines()
    assert head.split("  ")[0] == "council"
    assert first.split()[:2] == ["wehrstadt", "ok"]
    assert any(line.split() == ["2024-03", "1", "1", "1", "1"] for line in rest)
    folded = [line.split() for line in rest if line.startswith("2024-04 to ")]
    assert [line[3:] for line in folded] == [["0", "0", "0", "0", "no", "meetings"]]


def test_a_program_gets_all_of_it(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["status", "--data", str(data), "--json"]) == 0

    (said,) = json.loads(capsys.readouterr().out)["councils"]
    assert (said["council"], said["state"], said["newest_document"], said["last_outcome"]) == ("wehrstadt", "ok", "2024-03-12", "complete")
    assert said["months"][0] == {"month": "2024-03", "meetings": 1, "with_minutes": 1, "read": 1, "with_votes": 1, "gap": None}


def test_a_loss_is_no_success(data: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (place / "leer.pdf").write_bytes(b"")
    go(council_of(place), data)

    assert main(["status", "--data", str(data), "--json"]) == 3

    (said,) = json.loads(capsys.readouterr().out)["councils"]
    assert (said["state"], said["last_outcome"]) == ("failing", "partial")
    assert "1 could not be had or read" in said["reason"]


def test_what_is_in_no_release_is_no_success(data: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A run that was killed while it made its release, or that could not, is not shown as if people had its tables."""
    (place / "zweite.txt").write_text(MINUTES, encoding="utf-8")
    go(council_of(place), data)
    with Store(store_in(data)) as store, store.transaction():  # it may have ended in the second in which the release was made
        store.connection.execute("UPDATE runs SET finished_at = '2999-01-01T00:00:00+00:00' WHERE id = (SELECT MAX(id) FROM runs)")
    go(council_of(place), data)

    assert main(["status", "--data", str(data), "--json"]) == 3
    (said,) = json.loads(capsys.readouterr().out)["councils"]
    assert (said["state"], said["last_outcome"]) == ("failing", "unchanged")
    assert "has found is in no release" in said["reason"]
    with locked(data):
        assert main(["status", "--data", str(data)]) == 0  # a run is at work on it

    publish(data)

    assert main(["status", "--data", str(data)]) == 0


def test_without_any_release_nothing_is_ok(registry: Path, place: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    go(council_of(place), tmp_path / "data")

    assert main(["status", "--data", str(tmp_path / "data")]) == 3
    assert "is in no release" in capsys.readouterr().out


def test_a_file_that_lets_no_run_begin_is_told_before_the_last_one_is_old(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (data / "takedown.yml").write_text("- everything", encoding="utf-8")

    assert main(["status", "--data", str(data)]) == 3
    said = capsys.readouterr()
    assert said.out.splitlines()[1].split()[:2] == ["wehrstadt", "ok"]
    assert said.err.startswith("beschlussbuch status: no run begins: ")
    assert "takedown.yml" in said.err
    assert said.err.count("\n") == 1


def test_a_server_that_cannot_be_had_is_seen_at_once(data: Path, place: Path, capsys: pytest.CaptureFixture[str]) -> None:
    council = council_of(place)
    run.failed(council, "the server does not answer.", data)

    assert main(["status", "--data", str(data), "--json"]) == 3

    (said,) = json.loads(capsys.readouterr().out)["councils"]
    assert (said["state"], said["reason"]) == ("failing", "Wehrstadt: the server does not answer.")
    assert said["last_success"] is not None


def test_a_council_of_the_registry_that_was_never_run_is_listed_and_asked_for_by_name_only(
    data: Path, registry: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (registry / "aue.yaml").write_text("name: Aue\nsource: oparl\nurl: https://rat.aue.example/system\n", encoding="utf-8")
    (registry / "bach.yaml").write_text("name: Bach\n", encoding="utf-8")  # habits only

    assert main(["status", "--data", str(data), "--json"]) == 0
    assert [(said["council"], said["state"]) for said in json.loads(capsys.readouterr().out)["councils"]] == [
        ("aue", "never run"),
        ("wehrstadt", "ok"),
    ]
    capsys.readouterr()
    assert main(["status", "--data", str(data), "--months", "0"]) == 0
    _, first, *rest = capsys.readouterr().out.splitlines()
    assert (first.split()[0], [line.rstrip() for line in rest]) == ("wehrstadt", ["never run: aue"])
    assert main(["status", "wehrstadt", "--data", str(data)]) == 0
    assert main(["status", "wehrstadt", "aue", "--data", str(data)]) == 3


@pytest.mark.parametrize("form", [[], ["--json"]], ids=["table", "json"])
def test_without_a_store_nothing_was_run_and_nothing_is_written(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], form: list[str]
) -> None:
    (registry / "aue.yaml").write_text("name: Aue\nsource: oparl\nurl: https://rat.aue.example/system\n", encoding="utf-8")

    assert main(["status", "--data", str(tmp_path / "nowhere"), *form]) == 3
    assert "never run" in capsys.readouterr().out
    assert not (tmp_path / "nowhere").exists()


@pytest.mark.parametrize(("words", "said"), [(["nirgendwo"], "no council called 'nirgendwo'"), ([], "there is no council")])
def test_bad_input_is_one_sentence(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str) -> None:
    assert main(["status", *words, "--data", str(tmp_path)]) == 2
    assert said in capsys.readouterr().err


def test_words_of_others_are_printed_without_commands_to_the_terminal(data: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with Store(store_in(data)) as store, store.transaction():
        store.connection.execute("UPDATE runs SET outcome = 'failed', sentence = 'a\x1b[2J[red]b[/red]'")

    assert main(["status", "--data", str(data)]) == 3
    told = capsys.readouterr().out
    assert "\x1b" not in told
    assert "[red]b[/red]" in told


def test_a_run_at_work_is_seen(data: Path) -> None:
    assert not is_locked(data)
    with locked(data):
        assert is_locked(data)
    assert not is_locked(data)

"""beschlussbuch run: bad input is one sentence and nothing written; a run ends with a summary and a status that tells loss."""

import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.checks import Outcome
from pipeline.commands.run import told
from pipeline.lock import locked
from pipeline.run import RunReport

MINUTES = "Niederschrift\n\nTOP 1: Radweg am Wehr\nBeschluss:\nDer Rat baut.\nAbstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen\n"


@pytest.fixture
def registry(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    folder = tmp_path / "councils"
    folder.mkdir()
    monkeypatch.setenv("BESCHLUSSBUCH_COUNCILS", str(folder))
    return folder


@pytest.mark.parametrize(
    ("words", "said"),
    [
        pytest.param(["nirgendwo"], "There is no council called 'nirgendwo'", id="unknown council"),
        pytest.param(["--source", "oparl"], "--source and --url belong together", id="source without url"),
        pytest.param(["--url", "https://ris.example"], "--source and --url belong together", id="url without source"),
        pytest.param(["--source", "gopher", "--url", "x"], "'gopher', which is none of ", id="unknown source"),
        pytest.param(["a", "--source", "oparl", "--url", "x"], "not both", id="two kinds of council"),
        pytest.param(["--demo", "a"], "--demo brings its own councils", id="demo with others"),
        pytest.param([], "has a source", id="empty registry"),
    ],
)
def test_unusable_arguments_are_one_sentence(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], words: list[str], said: str
) -> None:
    assert main(["run", *words, "--data", str(tmp_path / "data")]) == 2

    told = capsys.readouterr().err
    assert said in told
    assert told.count("\n") == 1


def test_a_malformed_council_is_one_sentence_with_file_and_field(
    registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (registry / "wehrstadt.yaml").write_text("name: Wehrstadt\nags: 05515000\n")

    assert main(["run", "wehrstadt", "--data", str(tmp_path / "data")]) == 2

    assert "wehrstadt.yaml: the field ags must be text in quotes" in capsys.readouterr().err
    assert not (tmp_path / "data").exists()


def test_a_council_without_a_source_is_told(registry: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (registry / "wehrstadt.yaml").write_text("name: Wehrstadt\n")

    assert main(["run", "wehrstadt", "--data", str(tmp_path / "data")]) == 2
    assert "has no source and url" in capsys.readouterr().err


def test_a_data_folder_that_cannot_be_written_is_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "file").write_text("")

    assert main(["run", "--source", "folder", "--url", str(tmp_path), "--data", str(tmp_path / "file" / "data")]) == 1
    assert "cannot be written" in capsys.readouterr().err


def test_a_second_run_at_once_is_refused(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    command = "import sys, pathlib; from pipeline.__main__ import main; sys.exit(main(sys.argv[1:]))"
    words = ["run", "--source", "folder", "--url", str(tmp_path), "--data", str(tmp_path)]
    with locked(tmp_path):
        second = subprocess.run([sys.executable, "-c", command, *words], capture_output=True, text=True, check=False)

    assert (second.returncode, second.stdout) == (75, "")
    assert "Another run (process" in second.stderr


@pytest.mark.slow
def test_the_whole_flow(registry: Path, tmp_path: Path) -> None:
    """The one test that starts Prefect (about ten seconds): a good council with a broken file, and one whose server is down."""
    place, data = tmp_path / "Wehrstadt", tmp_path / "data"
    place.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    (place / "leer.pdf").write_bytes(b"")
    (registry / "wehrstadt.yaml").write_text(f"name: Wehrstadt\nsource: folder\nurl: {place}\n", encoding="utf-8")
    (registry / "stillstadt.yaml").write_text("name: Stillstadt\nsource: oparl\nurl: http://127.0.0.1:9/oparl/system\n", encoding="utf-8")

    words = [sys.executable, "-m", "pipeline", "run", "--data", str(data)]
    done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=240)

    assert done.returncode == 1
    assert "beschlussbuch run: Stillstadt: 127.0.0.1:9 cannot be reached ([Errno 111] Connection refused)." in done.stderr
    assert "Wehrstadt: 2 documents known, 1 new or changed, 0 unchanged, 1 could not be had or read." in done.stdout
    assert "«12 Ja-Stimmen, 3 Nein-Stimmen»" in done.stdout
    assert "leer.pdf is empty." in done.stdout
    assert "Traceback" not in done.stdout + done.stderr
    assert (data / "latest" / "tables" / "votes.parquet").exists()


@pytest.mark.parametrize(
    ("outcomes", "demo", "status"),
    [
        pytest.param(["complete", "unchanged"], False, 0, id="all well"),
        pytest.param(["complete", "partial"], False, 3, id="something lost"),
        pytest.param(["partial", "failed"], False, 1, id="a council failed"),
        pytest.param(["partial"], True, 0, id="the demo loses a scan on purpose"),
        pytest.param(["failed"], True, 1, id="a demo that fails"),
    ],
)
def test_the_exit_status_tells_loss(capsys: pytest.CaptureFixture[str], outcomes: list[str], demo: bool, status: int) -> None:
    reports = [RunReport("wehrstadt", Outcome(outcome), "…") for outcome in outcomes]

    assert told(Path("data"), reports, demo=demo) == status

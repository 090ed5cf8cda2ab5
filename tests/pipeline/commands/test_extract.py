"""The command that is scored: one line per file, in input order, whatever the files are."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path

import pytest

from pipeline.__main__ import main

TABLES = {"agenda_items", "amounts", "deadlines", "follow_ups", "recusals", "references", "resolution_points", "votes"}
EVIDENCE = ["quote", "char_start", "char_end", "page", "agenda_item", "rule"]
DOCUMENT = ["source", "sha256", "media_type", "kind", "title", "council", "body", "meeting_date", "document_date", "marking", "pages", "text_layer"]  # fmt: skip

TEXT = "Niederschrift\nTOP 4: Brücke am Mühlbach\n\nBeschluss:\nDer Rat beschließt die Sanierung für 90.000 EUR.\n\nAbstimmungsergebnis:\n12 Ja, 3 Nein\n"


@pytest.fixture
def file(tmp_path: Path) -> Path:
    path = tmp_path / "auszug.txt"
    path.write_text(TEXT, encoding="utf-8")
    return path


def printed(capsys: pytest.CaptureFixture[str]) -> list[dict]:
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_table_and_its_evidence(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(file), "--json", "--text"]) == 0

    (found,) = printed(capsys)
    assert set(found) == {"document"} | TABLES
    assert list(found["document"]) == [*DOCUMENT, "text"]
    assert found["document"]["text"] == TEXT
    rows = [row for table in TABLES for row in found[table]]
    assert rows
    for row in rows:
        assert set(EVIDENCE) <= set(row)
        assert TEXT[row["char_start"] : row["char_end"]] == row["quote"]


def test_a_file_that_cannot_be_read_costs_only_itself(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    broken = tmp_path / "kaputt.pdf"
    broken.write_bytes(b"%PDF-1.7 and nothing more")

    assert main(["extract", str(broken), str(tmp_path / "fehlt.txt"), str(file), "--json"]) == 3

    first, second, third = printed(capsys)
    assert first["error"] == f"{broken} is not a PDF that can be opened."
    assert second["error"] == f"{tmp_path / 'fehlt.txt'} cannot be opened: No such file or directory."
    assert third["votes"]


def test_what_the_crawl_knows_comes_per_file(file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    context = tmp_path / "context.jsonl"
    context.write_text(json.dumps({"path": str(file), "council": "nirgendwo", "meeting_date": "2026-03-10"}) + "\n", encoding="utf-8")

    assert main(["extract", str(file), "--json", "--context", str(context), "--meeting-date", "1999-01-01"]) == 0
    assert printed(capsys)[0]["document"]["meeting_date"] == "2026-03-10"


def test_many_files_keep_their_order_over_several_processes(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    others = [file.with_name(f"{number}.txt") for number in range(40)]
    for number, path in enumerate(others):
        path.write_text(f"Vorlage: 2026/{number:04}\n", encoding="utf-8")

    assert main(["extract", "--json", *map(str, others)]) == 0
    assert [found["document"]["source"] for found in printed(capsys)] == [str(path) for path in others]


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        pytest.param(["--meeting-date", "gestern"], "'gestern' is not a date of the form YYYY-MM-DD.", id="date"),
        pytest.param(
            ["--context", "fehlt.jsonl"], "the context file fehlt.jsonl cannot be opened: No such file or directory.", id="context"
        ),
    ],
)
def test_unusable_arguments(file: Path, arguments: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(file), *arguments]) == 2
    assert capsys.readouterr().err == f"beschlussbuch extract: {sentence}\n"


def test_without_json_a_person_reads_it(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["extract", str(file)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        f"{file} (minutes)",
        "  agenda_items: 1",
        "    number 4, title Brücke am Mühlbach",
        "      «TOP 4: Brücke am Mühlbach»",
        "  amounts: 1",
        "    amount 90000.00, currency EUR, bound exact, basis total, role cost, section resolution, point 1",
        "      «90.000 EUR»",
        "  resolution_points: 1",
        "    path 1, text Der Rat beschließt die Sanierung für 90.000 EUR., act decide, stage adopted",
        "      «Der Rat beschließt die Sanierung für 90.000 EUR.»",
        "  votes: 1",
        "    subject main, outcome adopted, yes 12, no 3, unanimous false",
        "      «12 Ja, 3 Nein»",
    ]


def test_a_document_cannot_steer_the_terminal(file: Path, capsys: pytest.CaptureFixture[str]) -> None:
    file.write_text(TEXT.replace("Brücke", "Brücke \x1b[31m"), encoding="utf-8")
    assert main(["extract", str(file)]) == 0
    assert "«TOP 4: Brücke �[31m am Mühlbach»" in capsys.readouterr().out


def test_extract_imports_neither_prefect_nor_pandas(file: Path) -> None:
    script = f"import sys; from pipeline.__main__ import main; main(['extract', {str(file)!r}]); sys.exit(bool({{'prefect', 'pandas'}} & set(sys.modules)))"

    assert subprocess.run([sys.executable, "-c", script], stdout=subprocess.DEVNULL, check=False).returncode == 0


def test_a_wrong_council_file_is_named_before_anything_is_read(file: Path, tmp_path: Path, monkeypatch, capsys) -> None:
    (tmp_path / "buchenried.yaml").write_text("name: Buchenried\nags: 05515000\n", encoding="utf-8")
    monkeypatch.setenv("BESCHLUSSBUCH_COUNCILS", str(tmp_path))

    assert main(["extract", str(file), "--council", "buchenried"]) == 2
    said = capsys.readouterr().err
    assert said.startswith(f"beschlussbuch extract: {tmp_path / 'buchenried.yaml'}: the field ags must be text in quotes")
    assert said.count("\n") == 1

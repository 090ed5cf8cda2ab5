"""The benchmark runs every tool once in each round and tells how they compare."""

import shutil
from pathlib import Path

import pytest

from tests.bench import main, report
from tests.pipeline.readers.pages import column, pdf_of


def test_each_tool_is_compared_within_its_own_round() -> None:
    times = {"pdftotext": [1.0, 2.0, 9.0], "pdfplumber": [40.0, 80.0, 90.0], "extract": [2.0, 3.0, 4.5]}
    assert report(times, files=2, pages=60, every=1) == [
        "2 files, 60 pages, 3 rounds of all tools in turn; median seconds (each round)",
        "pdftotext       2.00     30.0 pages/s   (1.00 2.00 9.00)",
        "pdfplumber     80.00      0.8 pages/s   (40.00 80.00 90.00)",
        "extract         3.00     20.0 pages/s   (2.00 3.00 4.50)",
        "extract takes 1.50 times the time of pdftotext",
        "extract takes 1/20.0 of the time of pdfplumber",
    ]


def test_a_scaled_time_says_so() -> None:
    lines = report({"pdfplumber": [10.0], "extract": [1.0]}, files=1, pages=10, every=5)
    assert lines[1].endswith("every 5th page, times 5")


def test_a_folder_is_measured(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "minutes.pdf").write_bytes(pdf_of(column(["Beschluss:", "Der Rat stimmt zu."])))
    monkeypatch.setattr(shutil, "which", lambda _: None)
    assert main([str(tmp_path), "--rounds", "1"]) == 0
    said = capsys.readouterr().out.splitlines()
    assert said[0] == "pdftotext is not installed (Debian: poppler-utils); it is left out."
    assert said[1] == "1 files, 1 pages, 1 rounds of all tools in turn; median seconds (each round)"
    assert [line.split()[0] for line in said[2:]] == ["pdfplumber", "extract", "extract"]


def test_a_folder_without_pdfs_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main([str(tmp_path)]) == 2
    assert capsys.readouterr().err == "There is no PDF in these folders.\n"

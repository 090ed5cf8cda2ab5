"""RELIABILITY.md says what was measured, and by name what was not survived."""

from __future__ import annotations

import ast
from pathlib import Path

from tests.soak.__main__ import main, names
from tests.soak.frame import Measured, hash_of
from tests.soak.report import HEAD, Section, keep, kept, report

ROOT = Path(__file__).resolve().parents[2]
KILLS = Measured(name="points", asked="the same tables", figure="40 of 40", passed=True, seconds=61.4, seed=7, corpus="abc")
DISKS = Measured(name="full", asked="one | sentence", figure="1 of 2", passed=False, lost=("8 KiB: a traceback",))


def section(name: str, *rows: Measured) -> Section:
    return Section(name=name, heading=f"About {name}", prose="How it is done.", version="0.1.0+1", rows=rows)


def test_the_report_is_written_from_what_is_kept(tmp_path: Path) -> None:
    keep(section("kills", KILLS), tmp_path)
    keep(section("disks", DISKS), tmp_path)

    assert report(list(kept(tmp_path))).removeprefix(HEAD).splitlines() == [
        "",
        "**1 of 2 measurements hold.**",
        "",
        "## About disks",
        "",
        "How it is done.",
        "",
        "| measurement | asked | seen | holds | seed | corpus | seconds |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| full | one / sentence | 1 of 2 | **no** |  |  | 0 |",
        "",
        "Not survived:",
        "",
        "- 8 KiB: a traceback",
        "",
        "Measured with 0.1.0+1: `make soak ONLY=disks`.",
        "",
        "## About kills",
        "",
        "How it is done.",
        "",
        "| measurement | asked | seen | holds | seed | corpus | seconds |",
        "| --- | --- | --- | --- | --- | --- | --- |",
        "| points | the same tables | 40 of 40 | yes | 7 | abc | 61 |",
        "",
        "Measured with 0.1.0+1: `make soak ONLY=kills`.",
    ]


def test_a_section_measured_again_takes_the_place_of_its_old_self(tmp_path: Path) -> None:
    keep(section("kills", DISKS), tmp_path)
    keep(section("kills", KILLS), tmp_path)

    assert list(kept(tmp_path)) == [section("kills", KILLS)]


def test_an_unknown_measurement_is_one_sentence(capsys) -> None:
    assert main(["nothing"]) == 2
    assert capsys.readouterr().err.startswith("There is no measurement called nothing; there are ")
    assert "locks" in names()


def test_what_measurements_take_from_tests_is_there() -> None:
    """They are run seldom: what was moved away under them is seen here. (They are not imported: some take seconds.)"""
    taken = {(place, alias.name) for path in (ROOT / "tests" / "soak").glob("*.py") for node in parsed(path).body
             if isinstance(node, ast.ImportFrom) and node.module and (place := ROOT / f"{node.module.replace('.', '/')}.py").is_relative_to(ROOT / "tests")
             and place.exists() for alias in node.names}  # fmt: skip
    given = {place: {name for node in parsed(place).body for name in names_of(node)} for place, _ in taken}

    assert len(taken) > 50
    assert [f"{name} of {place.stem}" for place, name in sorted(taken) if name not in given[place]] == []


def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def names_of(node: ast.stmt) -> set[str]:
    """What a statement of a module gives a name."""
    if isinstance(node, (ast.FunctionDef, ast.ClassDef, ast.AsyncFunctionDef)):
        return {node.name}
    if isinstance(node, (ast.Import, ast.ImportFrom)):
        return {alias.asname or alias.name for alias in node.names}
    return {name.id for name in ast.walk(node) if isinstance(name, ast.Name) and isinstance(name.ctx, ast.Store)}


def test_one_that_cannot_be_measured_does_not_end_the_others(monkeypatch, tmp_path: Path, capsys) -> None:
    monkeypatch.setattr("tests.soak.__main__.import_module", lambda _: 1 / 0)
    monkeypatch.setattr("tests.soak.__main__.REPORT", tmp_path / "RELIABILITY.md")

    assert main(["locks", "kills"]) == 1
    said = capsys.readouterr().out
    assert [name for name in ("locks", "kills") if f"{name}: it could not be measured.\n" in said] == ["locks", "kills"]
    assert "ZeroDivisionError" in said


def test_a_corpus_is_the_same_in_any_order() -> None:
    assert hash_of(["a", b"b"]) == hash_of(["b", "a"]) != hash_of(["ab"])

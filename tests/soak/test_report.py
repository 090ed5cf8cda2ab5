"""RELIABILITY.md says what was measured, and by name what was not survived."""

from __future__ import annotations

from pathlib import Path

from tests.soak.__main__ import main, names
from tests.soak.frame import Measured, hash_of
from tests.soak.report import HEAD, Section, keep, kept, report

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


def test_a_corpus_is_the_same_in_any_order() -> None:
    assert hash_of(["a", b"b"]) == hash_of(["b", "a"]) != hash_of(["ab"])

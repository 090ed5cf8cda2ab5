"""`beschlussbuch show`: a row with its sentence, and one clear sentence where there is none."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.__main__ import main
from pipeline.release.folder import LATEST, MANIFEST
from pipeline.release.takedown import key_of
from tests.pipeline.release.evidence.released import Small

TEXT = "TOP 1\n\nDer Rat beschließt\nden Radweg.\n\nBei 20 Ja-Stimmen und 4 Nein-Stimmen angenommen.\n\nEnde der Sitzung\n"


@pytest.fixture
def small(tmp_path: Path) -> Small:
    folder = tmp_path / "releases" / "1"
    found = Small(folder)
    (folder / MANIFEST).write_text("{}", encoding="utf-8")
    (tmp_path / LATEST).symlink_to(folder)
    found.document("d1", TEXT)
    return found


def shown(small: Small, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str, str]:
    status = main(["show", *words, "--data", str(small.folder.parent.parent)])
    said = capsys.readouterr()
    return status, said.out, said.err


def test_a_row_is_told_in_words_with_its_quote_in_the_text(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    row = small.fact(
        "votes",
        "d1",
        "Bei 20 Ja-Stimmen und 4 Nein-Stimmen angenommen",
        yes=20,
        no=4,
        page=2,
        original_url="https://rat.example.org/d1#page=2",
    )

    status, said, _ = shown(small, capsys, row[:15], "--lines", "2")

    assert status == 0
    assert said.splitlines()[0].split() == ["Abstimmung", "angenommen,", "20", "Ja,", "4", "Nein"]
    assert [line.removeprefix("  │ ") for line in said.splitlines() if "│" in line] == [
        "den Radweg.", "", "»Bei 20 Ja-Stimmen und 4 Nein-Stimmen angenommen«.", "", "Ende der Sitzung",
    ]  # fmt: skip
    assert "Niederschrift · " in said
    assert "Sitzung vom 12.03.2024" in said
    assert "Seite 2" in said
    assert "https://rat.example.org/d1#page=2" in said
    assert f"evidence/d1.html#{row}" in said


def test_as_json_it_has_all_columns(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    row = small.fact("amounts", "d1", "Radweg", fiscal_years=[2024, 2025])
    status, said, _ = shown(small, capsys, row, "--json")
    told = json.loads(said)
    assert (status, told["table"], told["row"]["fiscal_years"], told["quote"]) == (0, "amounts", [2024, 2025], "Radweg")
    assert told["before"].endswith("\nden ")


@pytest.mark.parametrize("option", [(), ("--json",)], ids=["on a terminal", "as JSON"])
def test_words_of_a_document_steer_no_terminal(small: Small, capsys: pytest.CaptureFixture[str], option: tuple[str, ...]) -> None:
    evil = "\x1b]0;böse\x07 \x1b[31m \x9b2J \u202e rückwärts \x08"
    small.document("d2", f"Vor {evil} dem {evil} nach {evil}", title=evil, body=evil)
    row = small.fact("recusals", "d2", f"dem {evil}", person=evil, agenda_item=evil, rule=evil, permalink=evil, original_url=evil)
    status, said, _ = shown(small, capsys, row, *option)
    assert status == 0
    assert not set(said) & {"\x1b", "\x07", "\x9b", "\u202e", "\x08"}


def test_an_unknown_row_is_one_sentence(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    assert shown(small, capsys, "feed") == (2, "", "beschlussbuch show: no row of the latest release has the id 'feed'.\n")


@pytest.mark.parametrize(
    "row", ["", "\udcff", "%", "' OR 1=1 --", "\x1b[31m"], ids=["nothing", "no letter", "a sign", "a statement", "a colour"]
)
def test_what_is_no_row_is_one_sentence(small: Small, capsys: pytest.CaptureFixture[str], row: str) -> None:
    small.fact("votes", "d1", "Bei 20")
    status, said, told = shown(small, capsys, "--", row) if row.startswith("-") else shown(small, capsys, row)
    assert (status, said, told.count("\n"), "\x1b" in told) == (2, "", 1, False)


def test_a_release_of_another_version_is_told_to_be(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    row = small.fact("votes", "d1", "Bei 20")
    small.connection.execute("ALTER TABLE votes DROP COLUMN review_state")
    status, _, told = shown(small, capsys, row)
    assert (status, told.count("\n")) == (1, 1)
    assert "`beschlussbuch publish` makes it anew" in told


def test_of_several_rows_none_is_shown(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    one, other = small.fact("votes", "d1", "Bei 20"), small.fact("amounts", "d1", "Radweg")
    status, said, told = shown(small, capsys, "00")
    assert (status, said) == (2, "")
    assert f"{other} (amounts)" in told
    assert f"{one} (votes)" in told


def test_a_withheld_row_is_told_to_be_withheld(small: Small, capsys: pytest.CaptureFixture[str]) -> None:
    small.put("withheld", id=key_of("0badc0de", "2026-11-20"), what="row", since="2026-11-20", reason="personal_data")
    status, _, told = shown(small, capsys, "0badc0de")
    assert (status, told) == (3, "beschlussbuch show: row 0badc0de has been withheld since 2026-11-20 (personal_data).\n")
    assert "1 in the table withheld" in shown(small, capsys, "0badc0ff")[2]


def test_without_a_release_it_is_said_what_makes_one_or_where_one_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["show", "3fa9"]) == 2
    assert capsys.readouterr().err == "beschlussbuch show: there is no release in data/store; `beschlussbuch run` makes one.\n"
    (tmp_path / "data" / "demo" / "latest").mkdir(parents=True)
    assert main(["show", "3fa9"]) == 2
    assert capsys.readouterr().err == "beschlussbuch show: there is no release in data/store (there is one in data/demo).\n"

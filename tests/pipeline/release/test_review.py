"""A sample is drawn, checked by people in whatever they open it with, and read back as figures and corrections."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import Any

import pyarrow as pa
import pytest

from pipeline.__main__ import main
from pipeline.release.frames import arrow_schema
from pipeline.release.review import COLUMNS, canonical, for_excel, sample, shares_of
from pipeline.release.review_figures import agreement, alpha, bootstrap, figures_of, kappa, wilson
from pipeline.release.review_sheets import Checked, Judgement, ReviewError, corrections_from, read_sheets, with_lines
from pipeline.release.schema import public_tables
from pipeline.release.writers import ParquetWriter

TEXT = "TOP 7: Radweg\nDer Rat stimmt zu.\nJa: 20, Nein: 4\nTOP 8: Verschiedenes"
QUOTE = "Ja: 20, Nein: 4"
START = TEXT.index(QUOTE)


def key(number: int) -> str:
    return f"{number:016x}"


def vote(number: int, council: str, **said: Any) -> dict[str, Any]:
    row = {"id": key(number), "council": council, "document_id": "d1", "outcome": "adopted", "yes": 20, "no": 4, "quote": QUOTE, "points": [],
           "groups": [], "flags": [], "char_start": START, "char_end": START + len(QUOTE), "permalink": f"evidence/d1.html#{key(number)}",
           "original_url": "https://rat.example.org/7#page=2"}  # fmt: skip
    return row | said


@pytest.fixture(scope="module")
def data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder whose newest release has 90 votes of Altstadt, 9 of Neustadt, one of Wehr, and one that another document repeats."""
    data = tmp_path_factory.mktemp("data")
    rows = {
        "votes": [vote(number, "altstadt" if number < 90 else "neustadt" if number < 99 else "wehr") for number in range(100)]
        + [vote(100, "wehr", same_as=key(99))],
        "amounts": [vote(200, "wehr", amount=None, quote="=1+1", fiscal_years=[2021], char_start=0, char_end=3)],
        "document_texts": [{"id": "d1", "document_id": "d1", "text": TEXT}],
    }
    folder = data / "releases" / "20261122T231500Z-3fa9c1d2"
    writer = ParquetWriter(folder)
    for table in public_tables().values():
        names = {column.name for column in table.columns}
        kept = [{name: value for name, value in row.items() if name in names} for row in rows.get(table.name, [])]
        writer.begins(table, 0)
        writer.writes(pa.RecordBatch.from_pylist(kept, schema=arrow_schema(table.name)))
        writer.ends()
    (folder / "manifest.json").write_text("{}")
    (data / "latest").symlink_to(folder)
    return data


@pytest.fixture(scope="module")
def release(data: Path) -> Path:
    return data / "latest"


# --- drawing


def test_a_sample_has_facts_of_every_council_in_proportion_and_none_twice(release: Path) -> None:
    drawn = [one.row for one in sample(release, ["votes"], 10, "1")]

    assert [row["council"] for row in drawn] == ["altstadt"] * 8 + ["neustadt", "wehr"]
    assert len({row["id"] for row in drawn}) == 10
    assert drawn[-1]["id"] == key(99)  # not the one that repeats it


def test_the_same_seed_draws_the_same_sample_and_another_seed_another(release: Path) -> None:
    first, again, other = (canonical(sample(release, ["votes"], 10, seed)) for seed in ("1", "1", "2"))

    assert first == again != other


@pytest.mark.parametrize(
    ("counts", "size", "shares"),
    [
        ({"a": 3, "b": 2}, 50, {"a": 3, "b": 2}),
        ({"a": 50, "b": 50}, 5, {"a": 3, "b": 2}),
        ({"a": 900, "b": 99, "c": 1}, 10, {"a": 8, "b": 1, "c": 1}),
        ({"a": 9, "b": 8, "c": 7}, 2, {"a": 1, "b": 1, "c": 0}),
        ({}, 5, {}),
    ],
)
def test_shares(counts: dict[str, int], size: int, shares: dict[str, int]) -> None:
    assert shares_of(counts, size) == shares


def test_a_row_of_the_sheet_has_all_that_is_needed_to_judge_it(release: Path) -> None:
    (*_, last) = sample(release, ["votes"], 100, "1")

    assert last.cells() == {
        "row": key(99),
        "table": "votes",
        "council": "wehr",
        "values": "subject= | subject_text= | points=[] | outcome=adopted | yes=20 | no=4 | abstain= | present= | recused= | unanimous= | method="
        " | groups=[] | flags=[]",
        "quote": QUOTE,
        "before": "TOP 7: Radweg Der Rat stimmt zu.",
        "after": "TOP 8: Verschiedenes",
        "permalink": f"{release.resolve().as_uri()}/evidence/d1.html#{key(99)}",
        "original_url": "https://rat.example.org/7#page=2",
        "checked": "",
        "value": "",
        "coder": "",
        "remark": "",
    }


# --- reading back

Change = Callable[[dict[str, str]], None]


def filled(release: Path, path: Path, change: Change, *, excel: bool = True, encoding: str = "utf-8-sig") -> Path:
    """A sheet as somebody hands it back: every row is right but for what `change` says."""
    drawn = sample(release, ["votes", "amounts"], 3, "1")
    content = (for_excel(drawn) if excel else canonical(drawn)).decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(content, newline=""), delimiter=";" if excel else ","))
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS, delimiter=";" if excel else ",")
    writer.writeheader()
    for row in rows:
        row["checked"] = "right"
        change(row)
        writer.writerow(row)
    path.write_bytes(out.getvalue().encode(encoding, "replace"))
    return path


def nothing(_: dict[str, str]) -> None:
    pass


def lost_to_a_number(row: dict[str, str]) -> None:
    row["row"] = "1,23E+15"


def lost_zeros(row: dict[str, str]) -> None:
    row["row"], row["permalink"] = row["row"].lstrip("'0") or "0", ""


def in_german(row: dict[str, str]) -> None:
    row["checked"] = " Richtig "


@pytest.mark.parametrize("excel", [True, False], ids=["excel", "canonical"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1252", "utf-16"])
@pytest.mark.parametrize("change", [nothing, lost_to_a_number, lost_zeros, in_german])
def test_a_sheet_can_be_read_whatever_a_spreadsheet_has_made_of_it(
    release: Path, tmp_path: Path, change: Change, encoding: str, excel: bool
) -> None:
    checked = read_sheets([filled(release, tmp_path / "anna.csv", change, excel=excel, encoding=encoding)])

    expected = {(one.table.name, one.row["id"]) for one in sample(release, ["votes", "amounts"], 3, "1")}
    assert {(one.table, one.row) for one in checked.judgements} == expected
    assert {(one.coder, one.answer, one.machine.get("flags")) for one in checked.judgements} == {
        ("anna", "right", "[]"),
        ("anna", "right", None),
    }


def test_rows_that_nobody_has_answered_are_counted_and_left_out(release: Path, tmp_path: Path) -> None:
    checked = read_sheets([filled(release, tmp_path / "anna.csv", lambda row: row.update(checked="" if row["table"] == "votes" else "?"))])

    assert ([(one.table, one.answer) for one in checked.judgements], checked.open) == ([("amounts", "unclear")], 3)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"checked": "vielleicht"}, "line 2 says 'vielleicht', which is none of right, wrong, unclear"),
        ({"checked": "wrong", "value": "quote=x"}, "line 2 names the column 'quote', which the table votes has not, or which is not checked"),
        ({"row": "x", "permalink": ""}, "line 2 has 'x' for a row, which is no id"),
        ({"table": "people"}, "line 2 has 'people' for a table, which is none of votes, amounts, deadlines, resolution_points, follow_ups, references, recusals, agenda_items"),
    ],
)  # fmt: skip
def test_a_sheet_that_cannot_be_understood_is_refused_in_one_sentence(
    release: Path, tmp_path: Path, change: dict[str, str], sentence: str
) -> None:
    path = filled(release, tmp_path / "anna.csv", lambda row: row.update(change))

    with pytest.raises(ReviewError) as error:
        read_sheets([path])

    assert str(error.value) == f"{path} cannot be understood: {sentence}."


def test_nobody_answers_twice_and_differently(release: Path, tmp_path: Path) -> None:
    one = filled(release, tmp_path / "anna.csv", nothing)
    two = filled(release, tmp_path / "zwei.csv", lambda row: row.update(coder="anna", checked="wrong"))

    assert len(read_sheets([one, one]).judgements) == 4
    with pytest.raises(ReviewError, match="in line 2 anna answers a second time, and differently"):
        read_sheets([one, two])


# --- figures


def judged(answers: dict[str, str], council: Callable[[int], str] = lambda number: f"c{number % 4}") -> list[Judgement]:
    """Judgements of one kind: the letters that each coder gave to the first, second … fact (r, w, u, or - for none)."""
    words = {"r": "right", "w": "wrong", "u": "unclear"}
    return [
        Judgement(
            row=key(number), table="votes", council=council(number), coder=coder, answer=words[letter], machine={}, values={}, remark=""
        )  # type: ignore[arg-type]
        for coder, letters in answers.items()
        for number, letter in enumerate(letters)
        if letter != "-"
    ]


def items(**answers: str) -> list[dict[str, str]]:
    length = max(map(len, answers.values()))
    return [{coder: letters[place] for coder, letters in answers.items() if letters[place] != "-"} for place in range(length)]


def test_precision_is_told_with_wilsons_interval() -> None:
    assert [round(one, 4) for one in wilson(81, 263) or ()] == [0.2553, 0.3662]  # Newcombe 1998, Statistics in Medicine 17, table I
    assert [round(one, 4) for one in wilson(0, 20) or ()] == [0.0, 0.1611]
    assert wilson(0, 0) is None


def test_kappa_and_alpha_are_those_of_the_textbooks() -> None:
    cohen = items(a="r" * 25 + "w" * 25, b="r" * 20 + "w" * 5 + "r" * 10 + "w" * 15)
    krippendorff = items(a="rwrrrrrrwr", b="wwwrrwrrrr")  # "Computing Krippendorff's alpha-reliability", A: binary data, two observers

    assert (agreement(cohen), round(kappa(cohen) or 0, 3)) == (0.7, 0.4)
    assert round(alpha(krippendorff) or 0, 3) == 0.095
    assert (kappa(items(a="rrr", b="rrr")), alpha(items(a="rrr", b="rrr")), agreement([])) == (None, None, None)


def test_facts_that_not_everybody_answered_for_count_as_far_as_they_go() -> None:
    four = items(a="123321412---", b="12332241" + "25-3", c="-33323422" + "51-", d="12332441" + "251-")  # the same, C

    assert round(alpha(four) or 0, 3) == 0.743
    pair = {"a": "r" * 25 + "w" * 25, "b": "r" * 20 + "w" * 5 + "r" * 10 + "w" * 15}
    assert kappa(items(**pair, c="-" * 50)) == kappa(items(**pair))


def test_the_interval_is_drawn_by_council_and_is_the_same_every_time() -> None:
    grouped = {f"c{number}": items(a="rwrw", b="rwrw" if number % 2 else "rwww") for number in range(6)}

    low, high = bootstrap(alpha, grouped, "1") or (0.0, 0.0)
    assert bootstrap(alpha, grouped, "1") == (low, high)
    assert low < (alpha([item for council in grouped.values() for item in council]) or 0) < high
    assert bootstrap(alpha, {"c1": grouped["c1"]}, "1") is None


def test_figures_of_each_kind_and_of_all(release: Path) -> None:
    (votes,) = figures_of(Checked(tuple(judged({"anna": "rrrrrrwwu", "bert": "rrrrrwww-"})), 0), "1")

    assert (votes.kind, votes.rows, votes.right, votes.wrong, votes.unclear, votes.disputed, votes.twice) == ("votes", 9, 5, 2, 1, 1, 8)
    assert (votes.precision, votes.agreement) == (5 / 7, 7 / 8)
    assert (round(votes.kappa or 0, 3), round(votes.alpha or 0, 3)) == (0.714, 0.727)
    assert votes.alpha_interval is not None


# --- corrections


def test_what_all_find_wrong_in_the_same_way_becomes_a_correction() -> None:
    def said(coder: str, answer: Any, number: int, **values: str) -> Judgement:
        machine = {"no": "4", "outcome": "adopted"}
        return Judgement(
            row=key(number), table="votes", council="wehr", coder=coder, answer=answer, machine=machine, values=values, remark="Seite 2"
        )

    judgements = [
        said("anna", "wrong", 1, no="14", outcome="rejected"), said("bert", "wrong", 1, no="14", outcome="noted"),
        said("anna", "wrong", 2, no="5"), said("bert", "right", 2),
        said("anna", "right", 3), said("bert", "right", 3),
    ]  # fmt: skip
    lines = corrections_from(judgements, date(2026, 11, 23), also_checked=True)

    base = {"who": "anna, bert", "when": "2026-11-23"}
    assert lines == [
        {**base, "row": key(1), "column": "no", "old": "4", "new": "14", "why": "Seite 2"},
        {**base, "row": key(3), "column": "review_state", "old": "auto", "new": "checked", "why": "checked in a review"},
    ]


def test_lines_are_added_to_a_file_once_and_in_its_own_form() -> None:
    line = {"row": key(1), "column": "no", "old": "4", "new": "14", "who": "anna", "when": "2026-11-23", "why": "so; steht es da"}
    theirs = f"sep=;\r\nwhy;row;column;old;new;who;when\r\nfalsch gelesen;{key(2)};yes;1;2;Jörg;2026-11-20".encode("cp1252")
    new = with_lines(None, [line])

    assert new.decode("utf-8-sig") == f"row,column,old,new,who,when,why\n{key(1)},no,4,14,anna,2026-11-23,so; steht es da\n"
    assert with_lines(new, [line]) == new
    assert with_lines(theirs, [line]).decode("utf-8-sig").splitlines() == [
        "why;row;column;old;new;who;when",
        f"falsch gelesen;{key(2)};yes;1;2;Jörg;2026-11-20",
        f'"so; steht es da";{key(1)};no;4;14;anna;2026-11-23',
    ]


# --- the command


def test_from_the_sample_to_the_correction(data: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    sheet = tmp_path / "probe.csv"
    assert main(["review", "sample", "--data", str(data), "--kind", "votes", "--size", "2", str(sheet)]) == 0
    assert (tmp_path / "probe.excel-de.csv").read_bytes().startswith(b"\xef\xbb\xbfrow;table;")
    rows = list(csv.DictReader(io.StringIO(sheet.read_text(encoding="utf-8"))))
    first, second = rows[0] | {"checked": "wrong", "value": "no=14", "coder": "anna"}, rows[1] | {"checked": "right", "coder": "anna"}
    with sheet.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, COLUMNS)
        writer.writeheader()
        writer.writerows([first, second])

    corrections = tmp_path / "corrections.csv"
    assert main(["review", "read", str(sheet), "--corrections", str(corrections), "--when", "2026-11-23"]) == 0

    assert "votes      2      1      1        0         0  0.500 (0.095-0.905)" in capsys.readouterr().out
    assert json.loads((tmp_path / "probe.figures.json").read_text())["figures"][0]["precision"] == 0.5
    assert corrections.read_text(encoding="utf-8-sig").splitlines()[1:] == [f"{first['row']},no,4,14,anna,2026-11-23,found in a review"]


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (["sample", "--kind", "people", "x.csv"], "there is no kind of fact called 'people'"),
        (["sample", "--size", "0", "x.csv"], "a sample has one fact at least (--size)."),
        (["sample", "--data", "nowhere", "x.csv"], "there is no release in nowhere"),
        (["read", "nowhere.csv"], "nowhere.csv cannot be opened: No such file or directory."),
    ],
)
def test_what_cannot_be_done_is_told_in_one_sentence(words: list[str], sentence: str, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["review", *words]) == 2
    assert f"beschlussbuch review: {sentence}" in capsys.readouterr().err

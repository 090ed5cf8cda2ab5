"""The matching rules of the contract, on cases small enough to count by hand."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from pipeline.__main__ import main
from pipeline.scoring import Score, score_document
from pipeline.scoring.floors import Floors, read_floors, write_floors
from pipeline.scoring.gold import TABLES, GoldDocument, GoldError, fingerprint, load_gold, open_documents
from pipeline.scoring.measured import Figure, read_measured
from pipeline.scoring.measures import overlap
from pipeline.scoring.report import as_list, as_table


def gold(optional: dict[str, Any] | None = None, **tables: Any) -> GoldDocument:
    return GoldDocument(
        id="a document",
        text="",
        file=None,
        council=None,
        meeting_date=None,
        scored=tuple(tables),
        rows={table: tables.get(table, []) for table in TABLES},
        optional=optional or {},
        notes="",
    )


def counted(score: Score, measure: str) -> tuple[int, int, int]:
    tally = score.tallies[measure]
    return tally.right, tally.spurious, tally.missed


VOTE = {"outcome": "adopted", "yes": 31, "no": 6, "abstain": None, "quote": "31 Ja, 6 Nein"}


@pytest.mark.parametrize(
    ("found", "strict", "outcome", "counts"),
    [
        pytest.param([VOTE], (1, 0, 0), (1, 0, 0), (1, 0, 0), id="the same vote"),
        pytest.param([VOTE | {"quote": "elsewhere"}], (1, 0, 0), (1, 0, 0), (1, 0, 0), id="the words do not matter, the values do"),
        pytest.param([VOTE | {"no": 7}], (0, 1, 1), (1, 0, 0), (0, 1, 1), id="a wrong count leaves the outcome right"),
        pytest.param([VOTE | {"abstain": 0}], (0, 1, 1), (1, 0, 0), (0, 1, 1), id="zero is not unknown"),
        pytest.param([VOTE | {"outcome": "rejected"}], (0, 1, 1), (0, 1, 1), (1, 0, 0), id="a wrong outcome leaves the counts right"),
        pytest.param([VOTE, VOTE], (1, 1, 0), (1, 1, 0), (1, 1, 0), id="a vote told twice is once spurious"),
        pytest.param([], (0, 0, 1), (0, 0, 1), (0, 0, 1), id="nothing found"),
    ],
)
def test_votes_are_matched_one_to_one_by_value(found: list[Any], strict: Any, outcome: Any, counts: Any) -> None:
    score = score_document(gold(votes=[VOTE]), {"votes": found})
    assert [counted(score, measure) for measure in ("votes", "votes.outcome", "votes.counts")] == [strict, outcome, counts]


def test_a_vote_without_numbers_is_no_business_of_the_counts() -> None:
    noted = {"outcome": "noted", "yes": None, "no": None, "abstain": None}
    score = score_document(gold(votes=[noted]), {"votes": [noted]})
    assert counted(score, "votes") == (1, 0, 0)
    assert counted(score, "votes.counts") == (0, 0, 0)


MONEY = {
    "amount": "90000.00",
    "currency": "EUR",
    "bound": "min",
    "basis": "per_year",
    "fiscal_years": [2021, 2022],
    "section": "resolution",
}


@pytest.mark.parametrize(
    ("change", "loose", "strict"),
    [
        pytest.param({}, (1, 0, 0), (1, 0, 0), id="equal"),
        pytest.param({"amount": "90000"}, (1, 0, 0), (1, 0, 0), id="the same value written otherwise"),
        pytest.param({"fiscal_years": [2022, 2021]}, (1, 0, 0), (1, 0, 0), id="years in any order"),
        pytest.param({"bound": "exact"}, (1, 0, 0), (0, 1, 1), id="another bound"),
        pytest.param({"basis": "total"}, (1, 0, 0), (0, 1, 1), id="another basis"),
        pytest.param({"currency": "CHF"}, (0, 1, 1), (0, 1, 1), id="another currency"),
        pytest.param({"section": "debate"}, (0, 0, 1), (0, 0, 1), id="money of the debate is not looked at"),
        pytest.param({"role": "price", "point": "3"}, (1, 0, 0), (1, 0, 0), id="role and point are not scored"),
    ],
)
def test_amounts_loose_and_strict(change: dict[str, Any], loose: Any, strict: Any) -> None:
    score = score_document(gold(amounts=[MONEY]), {"amounts": [MONEY | change]})
    assert (counted(score, "amounts"), counted(score, "amounts.strict")) == (loose, strict)


@pytest.mark.parametrize(
    ("one", "other", "equal"),
    [
        pytest.param(
            {"kind": "due", "date_to": "2025-06-30"},
            {"kind": "due", "date_to": "2025-06-30", "date_from": "2025-01-01"},
            True,
            id="due: the last day",
        ),
        pytest.param({"kind": "due", "date_to": "2025-06-30"}, {"kind": "period", "date_to": "2025-06-30"}, False, id="another kind"),
        pytest.param(
            {"kind": "recurring", "recurrence": "P1Y"},
            {"kind": "recurring", "recurrence": "P1Y", "date_to": "2025-06-30"},
            True,
            id="recurring: no date",
        ),
        pytest.param({"kind": "recurring", "recurrence": "P1Y"}, {"kind": "recurring", "recurrence": "P6M"}, False, id="another rhythm"),
        pytest.param({"kind": "relative", "duration": "P4W"}, {"kind": "relative", "duration": "P1M"}, False, id="another duration"),
        pytest.param(
            {"kind": "event", "anchor": "Sommerpause"}, {"kind": "event", "anchor": "der Sommerpause"}, True, id="event: its words are free"
        ),
    ],
)
def test_deadlines(one: dict[str, Any], other: dict[str, Any], equal: bool) -> None:
    score = score_document(gold(deadlines=[one]), {"deadlines": [other]})
    assert counted(score, "deadlines") == ((1, 0, 0) if equal else (0, 1, 1))


def test_the_debate_is_no_place_for_deadlines_but_the_reasoning_is() -> None:
    due = {"kind": "due", "date_to": "2025-06-30"}
    found = [due | {"section": "debate"}, due | {"section": "reasoning"}]
    assert counted(score_document(gold(deadlines=[]), {"deadlines": found}), "deadlines") == (0, 1, 0)


def points(*texts: tuple[str, str]) -> list[dict[str, str]]:
    return [{"path": path, "text": text} for path, text in texts]


ROAD, WOOD = "Die Verwaltung wird mit der Sanierung der Straße beauftragt.", "Der Rat nimmt den Waldbericht zur Kenntnis."


@pytest.mark.parametrize(
    ("found", "texts", "paths"),
    [
        pytest.param(points(("1", ROAD), ("2", WOOD)), (2, 0, 0), (2, 0, 0), id="the same"),
        pytest.param(points(("1", WOOD), ("2", ROAD)), (2, 0, 0), (0, 0, 2), id="paths are counted beside"),
        pytest.param(points(("1", ROAD.replace("Sanierung", "Sanie-\nrung")), ("2", WOOD)), (2, 0, 0), (2, 0, 0), id="a broken word"),
        pytest.param(points(("1", ROAD + " " + WOOD)), (0, 1, 2), (0, 0, 0), id="two points read as one"),
        pytest.param(points(("1", ROAD)), (1, 0, 1), (1, 0, 0), id="one missed"),
    ],
)
def test_points_by_the_overlap_of_their_words(found: list[Any], texts: Any, paths: Any) -> None:
    score = score_document(gold(resolution_points=points(("1", ROAD), ("2", WOOD))), {"resolution_points": found})
    assert (counted(score, "resolution_points"), counted(score, "resolution_points.path")) == (texts, paths)


def test_of_two_equal_texts_the_nearer_one_is_the_match() -> None:
    twice = points(("1", ROAD), ("2", ROAD))
    score = score_document(gold(resolution_points=twice), {"resolution_points": twice})
    assert counted(score, "resolution_points.path") == (2, 0, 0)


@pytest.mark.parametrize(
    ("one", "other", "share"),
    [
        pytest.param("Der Rat beschließt.", "der rat BESCHLIESST", 2 / 3, id="case is nothing, spelling is"),
        pytest.param("a b c d", "a b c e", 0.75, id="three of four"),
        pytest.param("", "", 0.0, id="nothing is like nothing"),
        pytest.param("a", None, 0.0, id="a missing text"),
    ],
)
def test_overlap(one: str, other: str | None, share: float) -> None:
    assert overlap(one, other) == pytest.approx(share)


@pytest.mark.parametrize(
    ("printed", "read", "equal"),
    [
        pytest.param(
            {"kind": "paper", "value": "24-12222-01"}, {"kind": "paper", "value": "24–12222-01"}, True, id="every dash is one dash"
        ),
        pytest.param(
            {"kind": "paper", "value": "V3051/24"}, {"kind": "motion", "value": "V 3051/24"}, True, id="papers of all kinds, blanks removed"
        ),
        pytest.param(
            {"kind": "paper", "value": "SR/071/2024"}, {"kind": "meeting", "value": "SR/071/2024"}, False, id="a meeting is no paper"
        ),
        pytest.param(
            {"kind": "statute", "value": "§ 20 SächsGemO"},
            {"kind": "statute", "value": "§20 SächsGemO"},
            True,
            id="a statute without blanks",
        ),
    ],
)
def test_references(printed: dict[str, Any], read: dict[str, Any], equal: bool) -> None:
    score = score_document(gold(references=[printed]), {"references": [read]})
    assert counted(score, "references") == ((1, 0, 0) if equal else (0, 1, 1))


def test_follow_ups_by_point_and_status_recusals_by_count() -> None:
    said = gold(follow_ups=[{"point": "2", "status": "in_progress"}], recusals=[{"act": "left", "count": 2}])
    score = score_document(said, {"follow_ups": [{"point": 2, "status": "in_progress"}], "recusals": [{"act": "declared", "count": 2}]})
    assert counted(score, "follow_ups") == counted(score, "recusals") == (1, 0, 0)


def test_an_optional_row_takes_up_one_find_and_is_not_missed() -> None:
    annotated = gold(votes=[], optional={"votes": [VOTE]})
    assert counted(score_document(annotated, {"votes": []}), "votes") == (0, 0, 0)
    assert counted(score_document(annotated, {"votes": [VOTE]}), "votes") == (0, 0, 0)
    assert counted(score_document(annotated, {"votes": [VOTE, VOTE]}), "votes") == (0, 1, 0)


def test_a_table_that_was_not_annotated_is_not_scored() -> None:
    assert not score_document(gold(votes=[VOTE]), {"votes": [VOTE], "amounts": [MONEY]}).tallies.keys() & {"amounts", "amounts.strict"}


def test_shares_are_unknown_where_there_is_nothing_to_share() -> None:
    tally = score_document(gold(votes=[]), {"votes": []}).tallies["votes"]
    assert (tally.precision, tally.recall, tally.f1) == (None, None, None)
    tally = score_document(gold(votes=[VOTE, VOTE | {"no": 7}]), {"votes": [VOTE]}).tallies["votes"]
    assert (tally.precision, tally.recall, tally.f1) == (1.0, 0.5, pytest.approx(2 / 3))


def test_floors_name_what_fell_and_are_never_lowered() -> None:
    floors = Floors("gold", {"votes": 0.9, "amounts": 0.8})
    assert floors.broken_by({"votes": 0.95, "amounts": 0.8}, "gold") == []
    assert floors.broken_by({"votes": 0.89, "amounts": 0.8}, "gold") == ["votes is 0.8900, its floor is 0.900."]
    assert floors.broken_by({"votes": 0.95}, "gold") == ["amounts is not measured, its floor is 0.800."]
    assert len(floors.broken_by({"votes": 0.95, "amounts": 0.8}, "other gold")) == 1
    assert floors.raised({"votes": 0.9557, "amounts": 0.7, "deadlines": 0.5}, "other gold") == Floors(
        "other gold", {"amounts": 0.8, "deadlines": 0.5, "votes": 0.955}
    )


def test_floors_survive_their_file(tmp_path: Path) -> None:
    file = tmp_path / "floors.json"
    assert read_floors(file) == Floors()
    write_floors(file, Floors("gold", {"votes": 0.955}))
    assert read_floors(file) == Floors("gold", {"votes": 0.955})
    file.write_text("[]")
    with pytest.raises(GoldError, match="holds no floors"):
        read_floors(file)


SENTENCE = "Die Vorlage wird mit 31 Ja-Stimmen und 6 Nein-Stimmen beschlossen.\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A gold folder with a document that our extractors satisfy and one whose annotation is wrong."""
    right = {"id": "right", "text": SENTENCE, "council": "wendelmoor", "scored": ["votes"], "votes": [VOTE]}
    wrong = right | {"id": "wrong", "votes": [VOTE | {"yes": 13}]}
    (tmp_path / "votes.jsonl").write_text("".join(json.dumps(document) + "\n" for document in (right, wrong)))
    return tmp_path


def test_gold_is_read_from_lines_from_files_and_from_folders(folder: Path) -> None:
    (folder / "alone.json").write_text(json.dumps({"id": "alone", "file": "there.txt", "scored": []}))
    (folder / "floors.json").write_text("{}")
    assert [document.id for document in load_gold([folder])] == ["alone", "right", "wrong"]
    assert [document.id for document in load_gold([folder / "alone.json"])] == ["alone"]


@pytest.mark.parametrize(("content", "said"), [("no json", "is no gold"), ('{"scored": []}', "is no gold"), (None, "cannot be opened")])
def test_what_is_no_gold_is_told_in_one_sentence(tmp_path: Path, content: str | None, said: str) -> None:
    file = tmp_path / "gold.jsonl"
    if content is not None:
        file.write_text(content)
    with pytest.raises(GoldError, match=said):
        load_gold([file])


def test_the_fingerprint_follows_the_gold_and_not_the_floors(folder: Path) -> None:
    before = fingerprint([folder])
    (folder / "floors.json").write_text("{}")
    assert fingerprint([folder]) == before
    (folder / "more.jsonl").write_text("")
    assert fingerprint([folder]) != before


def test_the_command_prints_figures_and_differences(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(folder), "--errors", "--by", "council"]) == 0
    printed = capsys.readouterr().out
    assert "missed    votes                   wrong: adopted · 13 · 6 · None  «31 Ja, 6 Nein»" in printed
    assert "votes.outcome            P 1.000  R 1.000  F1 1.000    right 2  spurious 0  missed 0" in printed
    assert "\nwendelmoor\nvotes " in printed
    assert "2 documents, 1 of them without any difference" in printed


def test_the_command_raises_floors_and_fails_below_them(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(folder), "--raise-floors"]) == 0
    assert read_floors(folder / "floors.json").f1 == {"votes": 0.5, "votes.counts": 0.5, "votes.outcome": 1.0}
    assert main(["score", str(folder)]) == 0
    write_floors(folder / "floors.json", Floors(fingerprint([folder]), {"votes": 0.6}))
    assert main(["score", str(folder)]) == 1
    assert main(["score", str(folder), "--raise-floors"]) == 1
    assert capsys.readouterr().out.count("votes is 0.5000, its floor is 0.600.") == 2


def test_the_command_keeps_its_figures_and_their_day_until_they_change(folder: Path) -> None:
    file = folder / "measured.json"
    assert main(["score", str(folder), "--measured", str(file)]) == 0
    first = read_measured(file)
    assert (first.documents, first.gold) == (2, fingerprint([folder]))
    assert first.figures["votes"] == Figure(0.5, 0.5, 0.5, right=1, spurious=1, missed=1)

    file.write_text(file.read_text().replace(first.day.isoformat(), "2020-02-29"))
    assert main(["score", str(folder), "--measured", str(file)]) == 0
    assert read_measured(file).day.isoformat() == "2020-02-29"
    file.write_text(file.read_text().replace('"documents": 2', '"documents": 3'))
    assert main(["score", str(folder), "--measured", str(file)]) == 0
    assert read_measured(file).day >= first.day


def test_a_file_without_figures_is_told_in_one_sentence(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (folder / "measured.json").write_text("[]")
    assert main(["score", str(folder), "--measured", str(folder / "measured.json")]) == 2
    assert "measured.json holds no figures" in capsys.readouterr().err


def test_the_command_fails_on_documents_that_differ_unless_they_are_listed(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["score", str(folder), "--exact"]) == 1
    assert "wrong differs from its gold." in capsys.readouterr().out
    (folder / "open.json").write_text('{"wrong": "annotated wrongly on purpose"}')
    assert open_documents(folder) == {"wrong": "annotated wrongly on purpose"}
    assert main(["score", str(folder), "--exact"]) == 0
    (folder / "open.json").write_text('{"wrong": "on purpose", "right": "no reason"}')
    capsys.readouterr()
    assert main(["score", str(folder), "--exact"]) == 1
    assert "right is listed in open.json, but agrees with its gold." in capsys.readouterr().out


@pytest.mark.parametrize(
    "arguments", [["nowhere.jsonl"], ["{empty}"], ["{file}", "--raise-floors"], ["{file}", "--floors", "nowhere.json"]]
)
def test_unusable_arguments_have_status_2(folder: Path, tmp_path: Path, arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "empty").mkdir()
    places = {"{empty}": str(tmp_path / "empty"), "{file}": str(folder / "votes.jsonl")}
    assert main(["score", *(places.get(argument, argument) for argument in arguments)]) == 2
    assert capsys.readouterr().err.count("\n") == 1


def test_a_table_without_anything_is_empty() -> None:
    assert as_table({}) == ""
    assert as_list([]) == ""

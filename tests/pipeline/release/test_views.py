"""The questions that have a name, and the fields of policy that they ask by."""

from __future__ import annotations

import csv
import io
import sqlite3
from pathlib import Path
from typing import Any

import pytest

from pipeline.release.codebook import codebook_csv
from pipeline.release.made import MADE, sqlite_tables
from pipeline.release.matters import known_fields
from pipeline.release.search import spelled
from pipeline.release.words import COLUMNS
from pipeline.release.words.forms import NEVER
from tests.pipeline.release.evidence.released import Small
from tests.pipeline.release.finished import finished


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return finished(tmp_path_factory.mktemp("finished") / "release")


def asked(small: Small, query: str) -> list[tuple[Any, ...]]:
    return [tuple(row) for row in small.connection.execute(query)]


def test_decisions_are_told_once_with_what_they_are_about(small: Small) -> None:
    assert asked(small, "SELECT id, title, paper, outcome FROM decisions ORDER BY id") == [
        ("clear", "Ganztag an der Grundschule", None, "adopted"),
        ("close", "Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr", "2024/012", "adopted"),
        ("unanimous", "Radweg an der Gerberstraße, Antrag der Fraktion BÜNDNIS 90/DIE GRÜNEN", None, "adopted"),
    ]


def test_close_votes(small: Small) -> None:
    assert asked(small, "SELECT id, margin FROM close_votes") == [("close", 1)]


@pytest.mark.parametrize(
    ("yes", "no", "close"), [(13, 12, True), (22, 18, True), (23, 17, False), (5, 4, True), (1, 1, False), (30, 0, False), (2, 1, True)]
)
def test_what_is_close(small: Small, yes: int, no: int, close: bool) -> None:
    small.connection.execute("SAVEPOINT other")
    small.connection.execute("UPDATE votes SET yes = ?, no = ? WHERE id = 'clear'", (yes, no))
    found = asked(small, "SELECT id FROM close_votes WHERE id = 'clear'")
    small.connection.execute("ROLLBACK TO other")
    assert bool(found) == close


def test_money_for_integration_is_that_of_adopted_items_by_role(small: Small) -> None:
    assert asked(small, "SELECT council, year, role, basis, statements, amount FROM money_for_integration") == [
        ("fehrnau", 2024, "appropriation", "total", 1, 1250000)
    ]


def test_policy_fields_say_by_which_word(small: Small) -> None:
    query = "SELECT m.agenda_item, f.field, f.word FROM policy_fields f JOIN matters m ON m.id = f.matter_id ORDER BY 1, 2"
    assert asked(small, query) == [
        ("3", "finance", "*doppelhaushalt*"),
        ("3", "housing", "Wohnheim*"),
        ("3", "integration", "*flüchtling*"),
        ("4", "transport", "*radweg*"),
        ("7", "schools", "*schule"),
    ]


def test_largest_sums_come_first(small: Small) -> None:
    assert asked(small, "SELECT id, amount FROM largest_sums") == [("million", 1250000), ("schools", 300000), ("path", 90000)]


def test_due_dates_are_deadlines_and_announced_reports(small: Small) -> None:
    assert asked(small, "SELECT due, what, id FROM due_dates ORDER BY due") == [
        ("2024-09-30", "deadline", "due"),
        ("2024-11-15", "next report", "report"),
    ]


def test_decisions_without_a_report(small: Small) -> None:
    query = "SELECT id, instructions FROM decisions_without_report"
    assert asked(small, query) == [("close", 1)]
    small.connection.execute("SAVEPOINT other")
    small.connection.execute("UPDATE follow_ups SET paper = '2024/012'")
    assert asked(small, query) == []
    small.connection.execute("ROLLBACK TO other")


def test_popolo_counts_are_long(small: Small) -> None:
    assert asked(small, "SELECT option, value FROM popolo_counts WHERE vote_id = 'close'") == [("yes", 13), ("no", 12), ("abstain", 1)]


def test_years_and_terms_are_there_to_narrow_down_by(small: Small) -> None:
    assert asked(small, "SELECT year, COUNT(*) FROM votes GROUP BY year") == [(2023, 1), (2024, 3)]
    assert asked(small, """SELECT de FROM terms WHERE "table" = 'votes' AND "column" = 'outcome' AND value = 'adopted'""") != []


def test_feeds_have_the_columns_of_datasette_atom(small: Small) -> None:
    for (view,) in asked(small, "SELECT name FROM sqlite_master WHERE name LIKE 'feed!_%' ESCAPE '!' AND type = 'view'"):
        columns = [name for _, name, *_ in small.connection.execute(f'PRAGMA table_info("{view}")')]
        assert columns[:5] == ["atom_id", "atom_title", "atom_updated", "atom_link", "atom_content"], view
        for row in asked(small, f"SELECT atom_id, atom_title, atom_updated, atom_link FROM {view}"):  # noqa: S608
            assert all(row), (view, row)


def columns_in(connection: sqlite3.Connection) -> set[tuple[str, str]]:
    """Every column of every table and view of a file, but for what SQLite and its search keep for themselves."""
    kinds = connection.execute("SELECT name, type FROM pragma_table_list WHERE schema = 'main'").fetchall()
    return {
        (name, column)
        for name, kind in kinds
        if kind != "shadow" and not name.startswith("sqlite_")
        for _, column, *_, hidden in connection.execute(f'PRAGMA table_xinfo("{name}")')
        if hidden != 1  # a virtual table's own name, and rank
    }


def undescribed(small: Small) -> set[tuple[str, str]]:
    """The columns of a release's file that its codebook does not know, and those it knows that are not there."""
    lines = list(csv.DictReader(io.StringIO(codebook_csv())))
    assert all(line[said] for line in lines for said in ("title", "de", "en", "origin", "missing_de", "missing"))
    return {(line["table"], line["column"]) for line in lines} ^ columns_in(small.connection)


def test_the_codebook_describes_every_column_of_every_table_and_view(small: Small) -> None:
    assert undescribed(small) == set()
    assert len(columns_in(small.connection)) > 600


@pytest.mark.parametrize(
    ("statement", "column"),
    [
        ("DROP VIEW money_for_integration; CREATE VIEW money_for_integration AS SELECT *, 1 AS share FROM money_by_policy_field",
         ("money_for_integration", "share")),
        ("CREATE VIEW new_question AS SELECT id FROM votes", ("new_question", "id")),
        ("ALTER TABLE votes ADD COLUMN month INTEGER GENERATED ALWAYS AS (1) VIRTUAL", ("votes", "month")),
        ("ALTER TABLE terms RENAME COLUMN en TO english", ("terms", "english")),
    ],
    ids=["a view's new column", "a new view", "a column worked out", "another name"],
)  # fmt: skip
def test_a_column_without_words_is_found(tmp_path: Path, statement: str, column: tuple[str, str]) -> None:
    small = finished(tmp_path / "release")
    small.connection.executescript(statement)
    assert column in undescribed(small)


def test_what_is_said_never_to_be_empty_is_never_empty(small: Small) -> None:
    for name, made in MADE.items():
        own = [column for column in sqlite_tables()[name].columns if column.words.missing == NEVER[1] and (name, column.name) in COLUMNS]
        assert asked(small, f"SELECT COUNT(*) FROM {name}") > [(0,)], made  # noqa: S608
        for column in own:
            assert asked(small, f'SELECT COUNT(*) FROM {name} WHERE "{column.name}" IS NULL') == [(0,)], (name, column.name)  # noqa: S608


@pytest.mark.parametrize("name", known_fields())
def test_the_words_of_a_field_can_be_found_and_exclude_nothing_twice(name: str) -> None:
    field = known_fields()[name]
    assert field.de
    assert field.en
    patterns = [spelled(word) for word in (*field.words, *field.but)]
    assert len(patterns) == len(set(patterns))
    for pattern in patterns:
        assert len(pattern.strip("*")) >= 3, "the index of spellings knows words of three letters on"
        assert "*" not in pattern.strip("*")


def test_questions_use_indexes(small: Small) -> None:
    """A facet of the questions counts from an index alone."""
    for view, column in (
        ("decisions", "council"),
        ("decisions", "outcome"),
        ("money", "council"),
        ("money", "role"),
    ):
        plan = " ".join(row[3] for row in small.connection.execute(f"EXPLAIN QUERY PLAN SELECT {column}, COUNT(*) FROM {view} GROUP BY 1"))  # noqa: S608
        assert "COVERING INDEX" in plan, (view, column, plan)


def test_the_file_can_be_read_by_a_plain_sqlite(small: Small) -> None:
    with sqlite3.connect(f"file:{small.folder / 'beschlussbuch.sqlite'}?mode=ro", uri=True) as plain:
        assert plain.execute("SELECT COUNT(*) FROM votes_words WHERE votes_words MATCH 'fluchtlinge'").fetchone() == (1,)
        assert plain.execute("PRAGMA freelist_count").fetchone()[0] < 20

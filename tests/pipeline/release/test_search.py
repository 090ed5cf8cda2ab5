"""What people type finds what they mean: words without their umlauts, parts of compounds, all of several words."""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.release.search import SEARCHED, expression, index_of, spelled
from pipeline.release.views import finish
from tests.pipeline.release.evidence.released import Small
from tests.pipeline.release.finished import finished


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return finished(tmp_path_factory.mktemp("finished") / "release")


def found(connection: sqlite3.Connection, table: str, typed: str) -> list[str]:
    index = index_of(table)
    query = f'SELECT id FROM "{table}" WHERE rowid IN (SELECT rowid FROM {index} WHERE {index} MATCH ?) ORDER BY id'  # noqa: S608
    return [key for (key,) in connection.execute(query, (expression(connection, typed),))]


@pytest.mark.parametrize(
    ("typed", "keys"),
    [
        ("Haushalt", ["close"]),  # Doppelhaushalt
        ("doppelhaushalt", ["close"]),
        ("Flüchtlinge", ["close"]),
        ("Fluchtlinge", ["close"]),
        ("Fluechtlinge", ["close"]),
        ("FLÜCHTLING", ["close"]),
        ("Straße", ["close", "unanimous"]),  # Straße, Gerberstraße
        ("Strasse", ["close", "unanimous"]),
        ("Gerberstrasse", ["unanimous"]),
        ("GRÜNE", ["unanimous"]),
        ("grune", ["unanimous"]),
        ("gruene", ["unanimous"]),
        ("Rad", ["unanimous"]),  # short parts at the begin of a word only
        ("weg", []),
        ("heim", ["close"]),  # of four letters on also at its end
        ("eim ", []),
        ("Haushalt Straße", ["close"]),
        ("Haushalt Radweg", []),
        ('"am Wehr"', ["close"]),
        ('"Wehr am"', []),
        ("haushalt*", []),
        ("Doppel*", ["close"]),
        ("2024/012", ["close"]),  # the item's paper
        ("13 Ja", ["close"]),
        ("", []),
        ("   ", []),
        ('"', []),
        ("*", []),
        ("% _ ' -- ; DROP TABLE votes", []),
        ("Haushalt OR Radweg", []),  # no language of its own
        ("NEAR(Haushalt Wehr)", []),
        ("title:Haushalt", []),
    ],
)
def test_finds(small: Small, typed: str, keys: list[str]) -> None:
    again = ["again"] if typed == "13 Ja" else []
    assert found(small.connection, "votes", typed) == sorted(again + keys)


@pytest.mark.parametrize(
    ("table", "typed", "keys"),
    [
        ("amounts", "Wohnheim", ["million"]),  # the item that the sum belongs to
        ("amounts", "bereitgestellt", ["million"]),  # the point of the resolution
        ("deadlines", "Geflüchtete", ["due"]),
        ("follow_ups", "2023/007", ["report"]),
        ("documents", "Unterbringung", ["d1"]),
        ("documents", "beschlusskontrolle", ["d3"]),
        ("papers", "ordnen", ["p1"]),
        ("amounts", "Grundschule", ["schools"]),
    ],
)
def test_finds_by_what_a_row_is_about(small: Small, table: str, typed: str, keys: list[str]) -> None:
    assert found(small.connection, table, typed) == keys


@settings(max_examples=300, deadline=None)
@given(typed=st.text(max_size=60))
def test_any_text_can_be_looked_for(small: Small, typed: str) -> None:
    for table in ("votes", "documents"):
        found(small.connection, table, typed)


def test_a_word_is_found_by_each_of_its_parts_from_five_letters_on(small: Small) -> None:
    for start in range(len("unterbringung") - 5):
        assert found(small.connection, "deadlines", "unterbringung"[start : start + 5]) == ["due"]


def test_what_is_looked_for_are_the_begins_that_lead_to_a_part(small: Small) -> None:
    assert expression(small.connection, "Haushalt") == '("doppelhaushalt"*)'
    assert sorted(expression(small.connection, "strass").strip("()").split(" OR ")) == ['"gerberstraß"*', '"straß"*']
    assert expression(small.connection, "heim") == '("wohnheim")'
    assert expression(small.connection, "nirgendwo") == '"nirgendwo"*'


def test_each_index_holds_a_row_of_each_row(small: Small) -> None:
    for table in SEARCHED:
        rows = [small.connection.execute(f'SELECT COUNT(*) FROM "{name}"').fetchone()[0] for name in (table, index_of(table))]  # noqa: S608
        assert rows[0] == rows[1], table


@pytest.mark.parametrize(
    ("word", "as_compared"), [("Straßenbrücke", "strassenbrucke"), ("ÉLAN", "elan"), ("Ꙗ9", "ꙗ9"), ("u\u0308ber", "uber")]
)
def test_words_are_compared_without_diacritics(word: str, as_compared: str) -> None:
    assert spelled(word) == as_compared


def test_the_same_tables_give_the_same_file(tmp_path: Path) -> None:
    first, second = (finished(tmp_path / name) for name in ("one", "two"))
    files = [small.folder / "beschlussbuch.sqlite" for small in (first, second)]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_nothing_at_all_can_be_finished(tmp_path: Path) -> None:
    small = Small(tmp_path / "release")
    finish(small.connection)
    assert found(small.connection, "votes", "Haushalt") == []
    assert small.connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
    assert small.connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    assert small.connection.execute("PRAGMA foreign_key_check").fetchall() == []

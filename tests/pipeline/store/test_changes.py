"""What a document states differently is told, once; what only moved, or is read again, is not."""

import sqlite3
from pathlib import Path

import pytest

from pipeline import run
from pipeline.councils import Council, council_at
from pipeline.release.folder import tables_in
from pipeline.release.publish import publish
from pipeline.store import Store, store_in
from pipeline.store.changes import Statement, pairs
from tests.pipeline.runs import go, rows

FIRST = """TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung
"""
SECOND = """
TOP 2: Brücke
Beschluss:
Der Stadtrat lässt die Brücke am Markt erneuern.
Abstimmungsergebnis: 14 Ja-Stimmen, 2 Nein-Stimmen
"""
HEAD = "Niederschrift über die Sitzung des Stadtrats am 12.03.2024\n\n"
MINUTES = HEAD + FIRST + SECOND


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Wehrstadt"
    place.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    return place


@pytest.fixture
def council(folder: Path) -> Council:
    return council_at("folder", str(folder))


@pytest.fixture
def data(council: Council, tmp_path: Path) -> Path:
    data = tmp_path / "data"
    data.mkdir()
    go(council, data)
    return data


VOTES = """SELECT change, cause, agenda_item, "before", "after", quote_before, quote_after FROM changes
           WHERE fact_table = 'votes' ORDER BY run_id, change"""
TWELVE, ELEVEN = "12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung", "11 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung"


def say(folder: Path, text: str) -> None:
    (folder / "niederschrift.txt").write_text(text, encoding="utf-8")


class TestRun:
    def test_a_first_reading_is_no_change(self, data: Path) -> None:
        assert rows(data, "SELECT * FROM changes") == []

    def test_a_changed_number_is_one_change_with_the_words_of_both_versions(self, council: Council, folder: Path, data: Path) -> None:
        before = rows(data, "SELECT id FROM votes WHERE yes = 12")
        say(folder, MINUTES.replace("12 Ja", "11 Ja"))
        second = go(council, data).run

        assert rows(data, VOTES) == [("changed", "document", "1", '{"yes": 12}', '{"yes": 11}', TWELVE, ELEVEN)]
        assert rows(data, "SELECT run_id, fact_table, row_before, row_after, differs FROM changes") == [
            (second, "votes", *before[0], *rows(data, "SELECT id FROM votes WHERE yes = 11")[0], '["yes"]')
        ]
        assert rows(data, "SELECT sha256_before, sha256_after FROM changes") == [
            tuple(sha for (sha,) in rows(data, "SELECT sha256 FROM versions ORDER BY number"))
        ]

    def test_what_only_moved_has_not_changed(self, council: Council, folder: Path, data: Path) -> None:
        say(folder, HEAD + "Der Vorsitzende eröffnet die Sitzung um 18 Uhr.\n\n" + FIRST + SECOND)
        go(council, data)

        assert rows(data, "SELECT * FROM changes") == []

    def test_what_goes_and_comes_back_is_told_as_such(self, council: Council, folder: Path, data: Path) -> None:
        say(folder, HEAD + FIRST)
        go(council, data)
        say(folder, MINUTES)
        go(council, data)

        words = "14 Ja-Stimmen, 2 Nein-Stimmen"
        assert rows(data, VOTES) == [
            ("removed", "document", "2", None, None, words, None),
            ("back_again", "document", "2", None, None, None, words),
        ]

    def test_what_is_new_is_added(self, council: Council, folder: Path, data: Path) -> None:
        say(folder, MINUTES + "\nTOP 3: Bücherei\nAbstimmungsergebnis: 10 Ja-Stimmen, 5 Nein-Stimmen\n")
        go(council, data)

        assert rows(data, VOTES) == [("added", "document", "3", None, None, None, "10 Ja-Stimmen, 5 Nein-Stimmen")]

    def test_the_same_facts_read_by_other_rules_write_nothing(self, council: Council, data: Path) -> None:
        spoil(data, "UPDATE documents SET read_digest = 'older rules'")
        go(council, data)

        assert rows(data, "SELECT * FROM changes") == []

    def test_other_facts_read_by_other_rules_say_so(self, council: Council, data: Path) -> None:
        spoil(data, "UPDATE documents SET read_digest = 'older rules'", "UPDATE votes SET yes = 2 WHERE yes = 12")
        go(council, data)

        assert rows(data, VOTES) == [("changed", "reading", "1", '{"yes": 2}', '{"yes": 12}', TWELVE, TWELVE)]

    def test_rows_made_again_after_their_table_was_lost_are_not_new(self, council: Council, data: Path) -> None:
        spoil(data, "UPDATE documents SET read_digest = 'older rules'", "DROP TABLE votes", "DELETE FROM resolution_points")
        go(council, data)

        assert rows(data, "SELECT COUNT(*) FROM votes") == [(2,)]
        assert rows(data, "SELECT * FROM changes") == []

    def test_a_withdrawn_document_leaves_a_trace_without_words_and_may_come_back(self, council: Council, folder: Path, data: Path) -> None:
        say(folder, MINUTES.replace("12 Ja", "11 Ja"))
        go(council, data)
        (folder / "niederschrift.txt").unlink()
        go(council, data)

        words = "SELECT DISTINCT quote_before, quote_after, before, after FROM changes"
        assert rows(data, words) == [(None, None, None, None)]
        assert rows(data, "SELECT change, cause, COUNT(*) FROM changes WHERE fact_table = 'votes' GROUP BY 1, 2") == [
            ("changed", "document", 1),
            ("removed", "source", 2),
        ]

        say(folder, MINUTES.replace("12 Ja", "11 Ja"))
        go(council, data)

        assert rows(data, "SELECT cause, COUNT(*) FROM changes WHERE fact_table = 'votes' AND change = 'back_again' GROUP BY 1") == [
            ("source", 2)
        ]

    def test_a_document_that_is_marked_later_leaves_no_words(self, council: Council, folder: Path, data: Path) -> None:
        say(folder, MINUTES.replace("12 Ja", "11 Ja"))
        go(council, data)
        say(folder, "Vertraulich\n\n" + MINUTES)
        go(council, data)
        publish(data, anew=True)

        assert rows(data, "SELECT status FROM documents") == [("confidential_mark",)]
        assert rows(data, "SELECT change, COUNT(*) FROM changes WHERE fact_table = 'votes' GROUP BY 1") == [("changed", 1), ("removed", 2)]
        assert b"Stimmen" not in (tables_in(data) / "changes.csv").read_bytes()

    def test_versions_are_listed_and_kept(self, council: Council, folder: Path, data: Path) -> None:
        said = (MINUTES, MINUTES + "\nEnde\n", MINUTES)
        for text in said[1:]:
            say(folder, text)
            go(council, data)
        go(council, data)

        with Store(store_in(data)) as store:
            versions = store.rows("SELECT * FROM versions ORDER BY number")
        kept = [(data / "raw" / row["sha256"][:2] / row["sha256"]).read_text(encoding="utf-8") for row in versions]
        assert (kept, [row["number"] for row in versions]) == ([*said], [1, 2, 3])
        assert all(row["seen_from"] <= row["seen_to"] for row in versions)

    def test_a_version_that_is_seen_again_lasts_longer(self, council: Council, data: Path) -> None:
        spoil(data, "UPDATE versions SET seen_from = '2024-01-01T00:00:00+00:00', seen_to = '2024-01-01T00:00:00+00:00'")
        spoil(data, "UPDATE documents SET version = NULL")
        (document,) = rows(data, "SELECT id FROM documents")
        run.fetch(council, data, "the next", list(document))

        assert rows(data, "SELECT seen_from, seen_to > '2026' FROM versions") == [("2024-01-01T00:00:00+00:00", 1)]


def spoil(data: Path, *statements: str) -> None:
    connection = sqlite3.connect(store_in(data))
    with connection:
        for statement in statements:
            connection.execute(statement)
    connection.close()


def statement(row: str, item: str, quote: str, **says: object) -> Statement:
    return Statement(row, item, quote, says)


POINT = statement("a", "3", "Die Verwaltung berichtet dem Rat.", path="1", stage="adopted", text="Die Verwaltung berichtet dem Rat.")


@pytest.mark.parametrize(
    ("after", "found"),
    [
        pytest.param([statement("b", "3", POINT.quote, **POINT.says)], [], id="the same"),
        pytest.param([], [("a", None)], id="gone"),
        pytest.param([statement("b", "3", POINT.quote, **(dict(POINT.says) | {"path": "2"}))], [("a", "b")], id="another place, same words"),
        pytest.param(
            [
                statement("b", "3", "Die Bücherei bleibt an allen Tagen geschlossen.", path="1", stage="adopted", text="Die Bücherei …"),
                statement("c", "3", POINT.quote, **(dict(POINT.says) | {"path": "2"})),
            ],
            [("a", "c"), (None, "b")],
            id="moved down by one that came before it",
        ),
        pytest.param([statement("b", "3", "Sie tut es nicht.", path="1", stage="adopted", text="Anders.")], [("a", "b")], id="same place, other words"),
        pytest.param([statement("b", "4", POINT.quote, **POINT.says)], [("a", "b")], id="another item, same words"),
        pytest.param([statement("b", "4", "Anders.", path="7", stage="adopted", text="Anders.")], [("a", None), (None, "b")], id="another matter"),
    ],
)  # fmt: skip
def test_which_statement_is_which(after: list[Statement], found: list[tuple[str | None, str | None]]) -> None:
    told = [(old.row if old else None, new.row if new else None) for old, new in pairs("resolution_points", [POINT], after)]

    assert told == found

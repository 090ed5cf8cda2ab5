"""The stages of a run, without Prefect, over folders and over an OParl server on loopback."""

import json
import os
import sqlite3
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipeline import facts, fetch_sessions, run
from pipeline.checks import Outcome
from pipeline.councils import Council, council_at
from pipeline.statuses import Failure
from pipeline.store import store_in
from pipeline.store.runs import close_interrupted
from tests.pipeline.runs import go, rows

MINUTES = """Niederschrift über die Sitzung des Stadtrats am 12.03.2024

TOP 1: Radweg am Wehr
Beschluss:
Der Stadtrat beschließt den Bau des Radweges. Dafür werden 90.000,00 EUR bereitgestellt.
Abstimmungsergebnis: 12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung

TOP 2: Verschiedenes
Beschluss:
Der Stadtrat nimmt den Bericht zur Kenntnis.
"""


def contents(data: Path) -> dict[str, list[tuple[Any, ...]]]:
    """All rows that were read from documents."""
    return {table: rows(data, f'SELECT * FROM "{table}" ORDER BY id') for table in ("votes", "amounts", "agenda_items")}  # noqa: S608


@pytest.fixture(autouse=True)
def leave_no_sessions() -> Iterator[None]:
    """Some runs here are cut off; what they knew of their server is nothing for the tests of others, who ask the same one."""
    yield
    for key in list(fetch_sessions._sessions):
        with fetch_sessions._sessions.pop(key):
            pass
    fetch_sessions._forget()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    place = tmp_path / "Wehrstadt"
    place.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES, encoding="utf-8")
    return place


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


class TestFolder:
    def test_a_document_becomes_rows_with_their_quotes(self, folder: Path, data: Path) -> None:
        report = go(council_at("folder", str(folder)), data)

        assert (report.outcome, report.discovered, report.stored) == (Outcome.COMPLETE, 1, 1)
        assert rows(data, 'SELECT yes, "no", abstain, quote FROM votes WHERE yes IS NOT NULL') == [
            (12, 3, 1, "12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung")
        ]

    def test_a_second_run_reads_nothing_again(self, folder: Path, data: Path) -> None:
        council = council_at("folder", str(folder))
        go(council, data)
        before = contents(data)

        begun = run.begin(council, data)

        assert (begun.fetch, facts.to_read(council, data)) == ((), [])
        assert run.finish(council, data, begun).outcome is Outcome.UNCHANGED
        assert contents(data) == before

    def test_what_an_interrupted_run_has_fetched_is_new_in_the_next(self, folder: Path, data: Path) -> None:
        """Nobody was told of it: a run that puts it into the tables is none that found nothing new."""
        council = council_at("folder", str(folder))
        go(council, data)
        for name in ("zweite", "dritte"):
            (folder / f"{name}.txt").write_text(MINUTES.replace("12 Ja", "11 Ja"), encoding="utf-8")
            begun = run.begin(council, data)
            run.fetch(council, data, begun.run, begun.fetch)  # and no further

        close_interrupted(data)
        reports = [go(council, data), go(council, data)]

        assert [(report.outcome, report.stored, report.unchanged) for report in reports] == [
            (Outcome.COMPLETE, 2, 1),
            (Outcome.UNCHANGED, 0, 3),
        ]
        assert rows(data, "SELECT outcome, stored FROM runs ORDER BY id") == [
            ("complete", 1), ("failed", None), ("failed", None), ("complete", 2), ("unchanged", 0),
        ]  # fmt: skip

    def test_the_same_folder_gives_the_same_ids_elsewhere(self, folder: Path, data: Path, tmp_path: Path) -> None:
        go(council_at("folder", str(folder)), data)
        moved = tmp_path / "other" / "Wehrstadt"
        moved.parent.mkdir()
        folder.rename(moved)
        go(council_at("folder", str(moved)), tmp_path / "again")

        assert contents(data) == contents(tmp_path / "again")

    def test_rows_of_a_changed_document_are_replaced(self, folder: Path, data: Path) -> None:
        council = council_at("folder", str(folder))
        go(council, data)
        (folder / "niederschrift.txt").write_text(MINUTES.replace("12 Ja", "11 Ja"), encoding="utf-8")

        report = go(council, data)

        assert (report.outcome, report.stored, report.unchanged) == (Outcome.COMPLETE, 1, 0)
        assert rows(data, "SELECT yes FROM votes WHERE yes IS NOT NULL") == [(11,)]

    def test_a_removed_document_takes_its_rows_along(self, folder: Path, data: Path) -> None:
        council = council_at("folder", str(folder))
        (folder / "zweite.txt").write_text(MINUTES, encoding="utf-8")
        go(council, data)
        (folder / "zweite.txt").unlink()

        report = go(council, data)

        assert (report.outcome, report.discovered, report.unchanged, report.deleted) == (Outcome.COMPLETE, 2, 1, 1)
        assert rows(data, "SELECT COUNT(*) FROM votes WHERE yes IS NOT NULL") == [(1,)]
        assert rows(data, "SELECT status FROM documents ORDER BY source_url") == [("ok",), ("gone",)]

    def test_what_cannot_be_read_is_counted_and_named(self, folder: Path, data: Path) -> None:
        (folder / "leer.pdf").write_bytes(b"")
        (folder / "tabelle.xlsx").write_bytes(b"PK\x03\x04...")

        report = go(council_at("folder", str(folder)), data)

        assert (report.outcome, report.stored, dict(report.failures)) == (Outcome.PARTIAL, 1, {"corrupt": 1, "wrong_type": 1})
        assert {code for (code,) in rows(data, "SELECT code FROM issues")} == {"corrupt", "wrong_type"}

    def test_a_run_that_was_cut_off_is_taken_up_by_the_next(self, folder: Path, data: Path, tmp_path: Path) -> None:
        (folder / "zweite.txt").write_text(MINUTES, encoding="utf-8")
        council = council_at("folder", str(folder))
        data.mkdir()
        begun = run.begin(council, data)
        run.fetch(council, data, begun.run, begun.fetch[:1])

        report = go(council, data)
        go(council, tmp_path / "never cut off")

        assert (report.outcome, report.discovered) == (Outcome.COMPLETE, 2)
        assert contents(data) == contents(tmp_path / "never cut off")

    def test_a_false_quote_fails_the_run(self, folder: Path, data: Path) -> None:
        council = council_at("folder", str(folder))
        go(council, data)
        with sqlite3.connect(data / "beschlussbuch.sqlite") as connection:
            connection.execute("UPDATE votes SET char_start = char_start + 1")

        report = run.finish(council, data, run.begin(council, data))

        assert report.outcome is Outcome.FAILED

    def test_a_document_without_a_status_fails_the_run(self, folder: Path, data: Path) -> None:
        council = council_at("folder", str(folder))
        data.mkdir()

        assert run.finish(council, data, run.begin(council, data)).outcome is Outcome.FAILED

    def test_a_missing_folder_leaves_no_store(self, data: Path) -> None:
        data.mkdir()
        with pytest.raises(Failure):
            run.begin(council_at("folder", str(data / "nirgends")), data)

        assert not store_in(data).exists()


class City:
    """A small OParl system that notes what it is asked for."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.asked: list[str] = []
        self.files = {"/f/1.txt": MINUTES.encode()}
        self.meeting: dict[str, Any] = {
            "id": f"{self.url}/m/1",
            "type": "https://schema.oparl.org/1.1/Meeting",
            "name": "3. Sitzung",
            "start": "2024-03-12T23:30:00Z",
            "modified": "2024-03-20T08:00:00Z",
            "organization": [f"{self.url}/o/1"],
            "agendaItem": [
                {"id": f"{self.url}/a/1", "number": "1", "name": "Radweg am Wehr", "public": True, "result": "einstimmig beschlossen"}
            ],
            "resultsProtocol": {
                "id": "f1",
                "downloadUrl": f"{self.url}/f/1.txt",
                "mimeType": "text/plain",
                "modified": "2024-03-20T08:00:00Z",
            },
        }
        server.expect_request("/robots.txt").respond_with_data("", status=404)
        server.expect_request("").respond_with_handler(self.answer)
        for path in ("/system", "/b", "/o", "/m", "/p", "/f/1.txt"):
            server.expect_request(path).respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        self.asked.append(request.path)
        if request.path in self.files:
            return Response(self.files[request.path], content_type="text/plain; charset=utf-8")
        body = {"id": f"{self.url}/b/1", "name": "Wehrstadt", "ags": "08215999"} | {
            kind: f"{self.url}/{kind[0]}" for kind in ("organization", "meeting", "paper")
        }
        since = request.args.get("modified_since", "")
        lists = {
            "/b": [body],
            "/o": [{"id": f"{self.url}/o/1", "name": "Stadtrat"}],
            "/m": [self.meeting] if self.meeting["modified"] > since else [],
            "/p": [],
        }
        if request.path == "/system":
            return Response(json.dumps({"id": f"{self.url}/system", "body": f"{self.url}/b"}))
        if request.path in lists:
            return Response(json.dumps({"data": lists[request.path], "links": {}}))
        return Response(status=404)


@pytest.fixture
def city(httpserver: HTTPServer) -> City:
    return City(httpserver)


class TestOParl:
    def council(self, city: City) -> Council:
        return council_at("oparl", f"{city.url}/system")

    def test_files_and_stated_facts_become_rows(self, city: City, data: Path) -> None:
        report = go(self.council(city), data)

        assert (report.outcome, report.discovered, report.stored) == (Outcome.COMPLETE, 2, 2)
        assert rows(data, "SELECT name FROM organizations") == [("Stadtrat",)]
        stated = "SELECT number, agenda_items.title, result_raw FROM agenda_items JOIN documents ON documents.id = document_id WHERE role = 'meeting'"
        assert rows(data, stated) == [("1", "Radweg am Wehr", "einstimmig beschlossen")]

    def test_a_file_knows_the_meeting_it_is_of(self, city: City, data: Path) -> None:
        go(self.council(city), data)

        # half past eleven in Greenwich is the next day here
        assert rows(data, "SELECT body, meeting_date, kind FROM documents WHERE role = 'results_protocol'") == [
            ("Stadtrat", "2024-03-13", "minutes")
        ]

    def test_a_second_run_asks_for_no_file(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        before = contents(data)
        city.asked.clear()

        report = go(self.council(city), data)

        assert report.outcome is Outcome.UNCHANGED
        assert city.asked == ["/.well-known/tdmrep.json", "/system", "/b", "/o", "/m", "/p"]
        assert contents(data) == before

    def test_a_changed_file_is_asked_for_again(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        city.files["/f/1.txt"] = MINUTES.replace("12 Ja", "11 Ja").encode()
        city.meeting["modified"] = city.meeting["resultsProtocol"]["modified"] = "2099-01-01T00:00:00Z"

        report = go(self.council(city), data)

        assert (report.outcome, report.stored, report.unchanged) == (Outcome.COMPLETE, 1, 1)
        assert rows(data, "SELECT yes FROM votes WHERE yes IS NOT NULL") == [(11,)]

    def test_a_web_page_in_place_of_a_changed_file_leaves_the_good_rows(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        del city.files["/f/1.txt"]
        city.meeting["modified"] = city.meeting["resultsProtocol"]["modified"] = "2099-01-01T00:00:00Z"

        report = go(self.council(city), data)

        assert (report.outcome, dict(report.failures)) == (Outcome.PARTIAL, {"gone": 1})
        assert rows(data, "SELECT yes FROM votes WHERE yes IS NOT NULL") == [(12,)]

    def test_a_refused_file_is_asked_for_again_on_another_day_only(self, city: City, data: Path) -> None:
        del city.files["/f/1.txt"]
        go(self.council(city), data)
        city.asked.clear()

        assert go(self.council(city), data).outcome is Outcome.PARTIAL
        assert "/f/1.txt" not in city.asked
        with sqlite3.connect(store_in(data)) as connection:
            connection.execute("UPDATE documents SET asked_at = '2024-01-01T00:00:00+00:00'")
        go(self.council(city), data)
        assert "/f/1.txt" in city.asked

    def test_a_deleted_meeting_takes_its_documents_along(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        city.meeting = {"id": city.meeting["id"], "deleted": True, "modified": "2099-01-01T00:00:00Z"}

        report = go(self.council(city), data)

        assert (report.outcome, report.discovered, report.deleted) == (Outcome.COMPLETE, 2, 2)
        assert "2 withdrawn by the source with the 1 meeting or paper that it has deleted" in report.sentence
        assert contents(data) == {"votes": [], "amounts": [], "agenda_items": []}

    def test_agenda_items_that_were_stated_and_not_read_are_an_issue(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        with sqlite3.connect(store_in(data)) as connection:
            connection.execute("DELETE FROM agenda_items")

        go(self.council(city), data)

        said = f"The meeting {city.url}/m/1 states 1 agenda items; 0 were read."
        assert rows(data, "SELECT code, sentence FROM issues") == [("volume_drop", said)]

    def test_an_unreachable_server_leaves_the_store_as_it_was(self, city: City, data: Path) -> None:
        go(self.council(city), data)
        before = store_in(data).read_bytes()
        with pytest.raises(Failure):
            run.begin(council_at("oparl", "http://127.0.0.1:9/system"), data)

        assert store_in(data).read_bytes() == before


def test_a_file_address_from_a_server_is_never_opened(city: City, data: Path) -> None:
    city.meeting["resultsProtocol"]["downloadUrl"] = Path(os.devnull).as_uri()

    report = go(council_at("oparl", f"{city.url}/system"), data)

    assert dict(report.failures) == {"ssrf_blocked": 1}

"""Fetching as a stage: what is asked for again and what is not, hosts side by side, and one writer."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipeline import fetch_pace
from pipeline.checks import Outcome
from pipeline.councils import council_at
from tests.pipeline.one_meeting import OPARL, answer_at
from tests.pipeline.runs import fetch_only, rows


class City:
    """An OParl system whose one meeting has files; how they are answered is the test's business."""

    def __init__(self, server: HTTPServer, files: HTTPServer | None = None) -> None:
        self.url = server.url_for("").rstrip("/")
        self.headers: dict[str, str] = {}
        self.contents: dict[str, bytes] = {}
        self.asked: list[tuple[str, str | None, str | None]] = []
        self.files: list[dict[str, Any]] = []
        self.modified: str | None = None
        """When the meeting was changed last; without it its files have no version either."""
        for one in (server, files):
            if one:
                one.expect_request("/robots.txt").respond_with_data("", status=404)
                one.expect_request("/.well-known/tdmrep.json").respond_with_data("", status=404)
        for path in ("/system", "/b", "/o", "/m", "/p"):
            server.expect_request(path).respond_with_handler(self.answer)

    def has(self, path: str, content: bytes, at: HTTPServer, **said: str) -> None:
        """Give the meeting a file."""
        self.contents[path] = content
        at.expect_request(path).respond_with_handler(self.answer)
        self.files.append({"id": f"{self.url}/i{path}", "type": f"{OPARL}File", "downloadUrl": at.url_for(path)} | said)

    def answer(self, request: Request) -> Response:
        if request.path in self.contents:
            known = request.headers.get("If-None-Match"), request.headers.get("If-Modified-Since")
            self.asked.append((request.path, *known))
            if any(known):
                return Response(status=304)
            return Response(self.contents[request.path], content_type="text/plain; charset=utf-8", headers=self.headers)
        return answer_at(request.path, self.url, {"modified": self.modified, "auxiliaryFile": self.files})


@pytest.fixture
def city(httpserver: HTTPServer) -> City:
    return City(httpserver)


VERSIONS = (
    "SELECT number, versions.bytes FROM versions JOIN documents ON documents.id = document_id WHERE role = 'auxiliary_file' ORDER BY number"
)


def test_what_a_list_gives_a_version_is_not_asked_for_again_though_its_server_knows_no_etag(
    city: City, httpserver: HTTPServer, tmp_path: Path
) -> None:
    city.modified = "2026-01-01T00:00:00Z"
    city.has("/f/1", b"Beschluss: Der Rat stimmt zu.", httpserver, modified=city.modified)
    council = council_at("oparl", f"{city.url}/system")

    for _ in range(3):
        fetch_only(council, tmp_path / "data")
    assert city.asked == [("/f/1", None, None)]
    city.files[0]["modified"] = city.modified = "2099-01-01T00:00:00Z"
    fetch_only(council, tmp_path / "data")

    assert len(city.asked) == 2
    assert rows(tmp_path / "data", VERSIONS) == [(1, 29)]


def test_what_has_neither_version_nor_etag_is_told_by_its_bytes(city: City, httpserver: HTTPServer, tmp_path: Path) -> None:
    city.has("/f/1", b"Beschluss: Der Rat stimmt zu.", httpserver)
    council = council_at("oparl", f"{city.url}/system")

    fetch_only(council, tmp_path / "data")
    first = rows(tmp_path / "data", "SELECT fetched_run, fetched_at FROM documents WHERE role = 'auxiliary_file'")
    fetch_only(council, tmp_path / "data")
    again = rows(tmp_path / "data", "SELECT fetched_run, fetched_at FROM documents WHERE role = 'auxiliary_file'")
    city.contents["/f/1"] += b" So."
    fetch_only(council, tmp_path / "data")

    assert [path for path, *_ in city.asked] == ["/f/1"] * 3
    assert again == first
    assert rows(tmp_path / "data", VERSIONS) == [(1, 29), (2, 33)]


@pytest.mark.parametrize(
    ("headers", "known"),
    [
        ({"ETag": '"1"'}, ('"1"', None)),
        ({"Last-Modified": "Tue, 14 Nov 2023 22:13:20 GMT"}, (None, "Tue, 14 Nov 2023 22:13:20 GMT")),
    ],
    ids=["ETag", "Last-Modified"],
)
def test_what_a_server_has_said_of_a_document_is_told_back(
    city: City, httpserver: HTTPServer, tmp_path: Path, headers: dict[str, str], known: tuple[str | None, str | None]
) -> None:
    city.headers = headers
    city.has("/f/1", b"Beschluss: Der Rat stimmt zu.", httpserver)
    for _ in range(2):
        fetch_only(council_at("oparl", f"{city.url}/system"), tmp_path / "data")

    assert city.asked == [("/f/1", None, None), ("/f/1", *known)]
    assert rows(tmp_path / "data", VERSIONS) == [(1, 29)]


def test_bytes_that_are_gone_from_the_archive_are_asked_for_as_if_never_had(city: City, httpserver: HTTPServer, tmp_path: Path) -> None:
    city.headers = {"ETag": '"1"'}
    city.has("/f/1", b"Beschluss: Der Rat stimmt zu.", httpserver)
    fetch_only(council_at("oparl", f"{city.url}/system"), tmp_path / "data")
    (digest,) = rows(tmp_path / "data", "SELECT sha256 FROM documents WHERE role = 'auxiliary_file'")[0]
    kept = tmp_path / "data" / "raw" / digest[:2] / digest
    kept.unlink()

    fetch_only(council_at("oparl", f"{city.url}/system"), tmp_path / "data")

    assert city.asked[1:] == [("/f/1", None, None)]
    assert kept.is_file()


def test_an_answer_that_nothing_has_changed_where_nothing_is_known_is_an_error(city: City, httpserver: HTTPServer, tmp_path: Path) -> None:
    city.files.append({"id": f"{city.url}/i/9", "type": f"{OPARL}File", "downloadUrl": httpserver.url_for("/f/9")})
    httpserver.expect_request("/f/9").respond_with_data("", status=304)

    report = fetch_only(council_at("oparl", f"{city.url}/system"), tmp_path / "data")

    assert rows(tmp_path / "data", "SELECT fetch_status FROM documents WHERE role = 'auxiliary_file'") == [("http_error",)]
    assert report.failures["http_error"] == 1


def test_what_fails_keeps_no_other_from_its_turn(
    city: City, httpserver: HTTPServer, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Of twelve files the first in order break their server; those that come after it was left alone are the first of the next run."""
    monkeypatch.setattr(fetch_pace, "TIRED", 0)
    monkeypatch.setattr(fetch_pace, "BROKEN", 4)
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.path)
        return Response(status=500) if request.path < "/f/05" else Response(b"Beschluss")

    for number in range(12):
        url = httpserver.url_for(f"/f/{number:02}")
        httpserver.expect_request(f"/f/{number:02}").respond_with_handler(answer)
        city.files.append({"id": url, "type": f"{OPARL}File", "downloadUrl": url})
    council = council_at("oparl", f"{city.url}/system")

    first = fetch_only(council, tmp_path / "data")
    asked.append("next run")
    second = fetch_only(council, tmp_path / "data")

    assert asked == [*[f"/f/{number:02}" for number in range(4)], "next run", *[f"/f/{number:02}" for number in (*range(4, 12), *range(4))]]
    assert (first.failures["http_error"], second.failures["http_error"]) == (12, 5)


def test_hosts_of_one_council_are_asked_at_once_and_each_in_turn(city: City, httpserver: HTTPServer, tmp_path: Path) -> None:
    meet = threading.Barrier(2, timeout=5)
    busy: dict[int, int] = {}
    most: list[int] = []

    with HTTPServer(host="127.0.0.1") as other:
        places = {httpserver.port: httpserver, other.port: other}

        def answer(request: Request) -> Response:
            port = int(request.host.rpartition(":")[2])
            busy[port] = busy.get(port, 0) + 1
            most.append(busy[port])
            if request.path == "/g/0":
                meet.wait()  # breaks where the hosts are not asked at once
            busy[port] -= 1
            return Response(f"Anlage {port} {request.path}".encode(), content_type="text/plain; charset=utf-8")

        for number in range(5):
            for place in places.values():
                place.expect_request(f"/g/{number}").respond_with_handler(answer)
                url = place.url_for(f"/g/{number}")
                city.files.append({"id": url, "type": f"{OPARL}File", "downloadUrl": url})
        other.expect_request("/robots.txt").respond_with_data("", status=404)
        council = council_at("oparl", f"{city.url}/system").model_copy(
            update={"hosts": (f"127.0.0.1:{other.port}", f"localhost:{httpserver.port}"), "local": True}
        )
        begun_with = fetch_only(council, tmp_path / "data")

    became = rows(tmp_path / "data", "SELECT source_url, fetch_status, fetch_sentence FROM documents WHERE role = 'auxiliary_file'")
    assert {row[1:] for row in became} == {("ok", None)}
    assert len(became) == 10
    assert set(most) == {1}
    assert begun_with.outcome is not Outcome.UNCHANGED

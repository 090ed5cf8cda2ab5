"""What a run does with what servers hand it: names that want to be paths, links that lead away, reservations."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipeline import run
from pipeline.checks import Outcome
from pipeline.councils import council_at
from pipeline.fetch_sessions import expected
from pipeline.release.publish import publish
from pipeline.statuses import Failure, Status
from pipeline.store import store_in
from tests.pipeline.one_meeting import OPARL, answer_at
from tests.pipeline.runs import fetch_only, rows

UP = (
    "../",
    "..\\",
    "..%2f",
    "%2e%2e/",
    "....//",
    "/",
    "\\",
    "C:\\",
    "\\\\host\\share\\",
    "file:///",
    "~/",
    "~root/",
    "./",
    "\x00",
    "\r\n",
    "\u202e",
    "|",
)
ENDS = ("etc/passwd", "CON", "store.sqlite", "a.pdf\x00.txt", "raw/00/evil", "a" * 300, "ä" * 200)
OTHERS = (
    ".",
    "..",
    "...",
    "",
    " ",
    "-rf",
    "$(touch evil)",
    "`touch evil`",
    "; touch evil",
    "a\nb",
    "NUL.pdf",
    "com1",
    "a.",
    "a ",
    "\ufeff",
    "=cmd|' /C calc'!A1",
)
HOSTILE = [start + end for start in UP for end in ENDS] + [*OTHERS, "e\u0301vil", "\ud7ff"]

# The files that a data folder may hold, in a folder `within` where the test looks: all of them named by ourselves.
OURS = re.compile(
    rf"""within/data/(?: raw/catalogue\.jsonl\.gz | raw/[0-9a-f]{{2}}/[0-9a-f]{{64}}(?:\.json)?
                     | {re.escape(store_in(Path()).name)}[a-z-]* | (?:latest|releases/[0-9TZa-f-]+)/[A-Za-z_./-]+)""",
    re.VERBOSE,
)


class City:
    """An OParl system whose one meeting has the files that a test gives it."""

    def __init__(self, server: HTTPServer) -> None:
        self.url = server.url_for("").rstrip("/")
        self.files: list[dict[str, Any]] = []
        self.headers: list[dict[str, str]] = []
        self.asked: list[str] = []
        server.expect_request("/robots.txt").respond_with_data("", status=404)
        server.expect_request(re.compile(".*")).respond_with_handler(self.answer)

    def answer(self, request: Request) -> Response:
        self.asked.append(request.path)
        if request.path.startswith("/f/"):
            number = int(request.path.split("/")[2])
            said = self.headers[number] if number < len(self.headers) else {}
            return Response(f"Anlage {number}".encode(), content_type="text/plain; charset=utf-8", headers=said)
        return answer_at(request.path, self.url, {"name": "Sitzung", "auxiliaryFile": self.files})

    def has(self, number: int, **said: Any) -> None:
        """Put a file at the meeting."""
        self.files.append({"id": f"{self.url}/i/{number}", "type": f"{OPARL}File", "downloadUrl": f"{self.url}/f/{number}"} | said)


@pytest.fixture
def city(httpserver: HTTPServer) -> City:
    return City(httpserver)


def test_no_name_from_outside_becomes_a_path(city: City, tmp_path: Path) -> None:
    assert len(HOSTILE) >= 120
    for number, name in enumerate(HOSTILE):
        city.has(number, name=name, fileName=name)
        city.headers.append({"Content-Disposition": f"attachment; filename*=UTF-8''{quote(name)}", "ETag": f'"{quote(name)}"'})
        city.files[-1]["downloadUrl"] += "/" + quote(name, safe="")
    data = tmp_path / "within" / "data"
    data.parent.mkdir()
    council = council_at("oparl", f"{city.url}/system")

    fetch_only(council, data)
    publish(data, anew=True)

    assert rows(data, "SELECT COUNT(*) FROM documents WHERE sha256 IS NOT NULL AND role = 'auxiliary_file'") == [(len(HOSTILE),)]
    written = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file()}
    assert [path for path in written if not OURS.fullmatch(path)] == []
    assert not Path("evil").exists()


def test_a_link_that_leads_away_is_a_status_and_is_not_asked(city: City, tmp_path: Path) -> None:
    links = [
        "http://169.254.169.254/latest/meta-data/",
        "http://127.0.0.1:1/a.pdf",
        "file:///etc/passwd",
        "https://files.example.org/a.pdf",
        "http://[::1]:1/",
    ]
    for number, link in enumerate(links):
        city.has(number, downloadUrl=link, fileName="a.pdf")

    report = fetch_only(council_at("oparl", f"{city.url}/system"), tmp_path / "data")

    assert report.outcome not in (Outcome.COMPLETE, Outcome.UNCHANGED)
    assert report.failures["ssrf_blocked"] == len(links)
    told = rows(tmp_path / "data", "SELECT code, subject FROM issues WHERE code = 'ssrf_blocked'")
    assert sorted(told) == sorted(("ssrf_blocked", link) for link in links)
    assert not any(path.startswith("/f/") for path in city.asked)


REASON = "research under § 60d UrhG, agreed with the city on 3 May 2024"


def test_reserved_documents_are_not_taken_and_told_as_such(city: City, tmp_path: Path) -> None:
    for number in range(3):
        city.has(number)
    city.headers += [{"TDM-Reservation": "1", "TDM-Policy": "https://example.org/policy.json"}] * 2
    data = tmp_path / "data"

    for _ in range(2):
        report = fetch_only(council_at("oparl", f"{city.url}/system"), data)

    assert report.failures["tdm_reserved"] == 2
    assert report.outcome is not Outcome.COMPLETE
    kept = rows(data, "SELECT source_url, fetch_status, sha256 IS NULL FROM documents WHERE role = 'auxiliary_file' ORDER BY 1")
    assert [row[1:] for row in kept] == [("tdm_reserved", 1), ("tdm_reserved", 1), ("ok", 0)]
    told = dict(rows(data, "SELECT subject, sentence FROM issues WHERE code = 'tdm_reserved'"))
    assert sorted(told) == [f"{city.url}/f/0", f"{city.url}/f/1", city.url.removeprefix("http://")]
    words = "the header tdm-reservation: 1; the header tdm-policy: https://example.org/policy.json"
    assert told[f"{city.url}/f/0"] == f"{city.url}/f/0 is reserved from text and data mining: {words}."
    assert told[city.url.removeprefix("http://")].startswith(f"{city.url.removeprefix('http://')} reserves text and data mining ({words}).")
    assert city.asked.count("/f/0") == 1  # not in every run


def test_a_written_reason_takes_reserved_documents_at_the_next_run_and_stands_in_every_report(city: City, tmp_path: Path) -> None:
    city.has(0)
    city.headers.append({"TDM-Reservation": "1"})
    council, data = council_at("oparl", f"{city.url}/system"), tmp_path / "data"
    fetch_only(council, data)

    report = fetch_only(council.model_copy(update={"reservation_override": REASON}), data)

    assert "tdm_reserved" not in report.failures
    assert f"Reservations of text and data mining are set aside: {REASON}" in report.sentence
    assert rows(data, "SELECT fetch_status FROM documents WHERE role = 'auxiliary_file'") == [("ok",)]
    told = [sentence for (sentence,) in rows(data, "SELECT sentence FROM issues WHERE subject LIKE 'localhost%'")]
    assert told[-1].endswith(f"That was set aside: {REASON}")


def test_a_host_that_reserves_everything_is_not_listed_either(city: City, httpserver: HTTPServer, tmp_path: Path) -> None:
    httpserver.clear()
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    httpserver.expect_request("/.well-known/tdmrep.json").respond_with_json([{"location": "/", "tdm-reservation": 1}])
    council = council_at("oparl", f"{city.url}/system")
    (tmp_path / "data").mkdir()

    with pytest.raises(Failure) as failure:
        run.begin(council, tmp_path / "data")

    assert failure.value.status is Status.TDM_RESERVED
    override = council.model_copy(update={"reservation_override": REASON})
    assert REASON in run.failed(override, failure.value.sentence, tmp_path / "data").sentence


def test_why_robots_txt_was_set_aside_stands_in_every_report(city: City, tmp_path: Path) -> None:
    council = council_at("oparl", f"{city.url}/system").model_copy(update={"robots_override": "allowed by letter of 3 May 2024"})

    assert "robots.txt was set aside: allowed by letter of 3 May 2024" in fetch_only(council, tmp_path / "data").sentence


@pytest.mark.parametrize(
    ("declared", "url", "what"),
    [
        ("application/pdf", "https://a/getfile?id=1", "pdf"),
        (None, "https://a/1.PDF?x=1", "pdf"),
        ("application/msword", "https://a/1", "file"),
        (None, "https://a/1.docx", "file"),
        ("text/html; charset=utf-8", "https://a/1", "any"),
        (None, "https://a/getfile.php?id=1", "document"),
        ("application/octet-stream", "https://a/1", "document"),
    ],
)
def test_what_a_document_must_look_like(declared: str | None, url: str, what: str) -> None:
    assert expected(declared, url) == what


def test_a_host_that_is_added_to_the_councils_file_is_asked_at_once(city: City, tmp_path: Path) -> None:
    city.has(1, downloadUrl=f"{city.url}/f/1".replace("localhost", "files.localhost"))
    council = council_at("oparl", f"{city.url}/system")
    fetch_only(council, tmp_path / "data")
    assert not any(path.startswith("/f/") for path in city.asked)

    host = city.url.removeprefix("http://").replace("localhost", "files.localhost")
    begun = run.begin(council.model_copy(update={"hosts": (host,), "local": True}), tmp_path / "data")

    assert len(begun.fetch) == 1
    run.leave(council)

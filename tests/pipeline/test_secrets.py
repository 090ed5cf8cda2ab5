"""What is written of addresses and answers holds no secrets; with a whole run in `make soak ONLY=canaries`."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from pipeline.archive import Archive
from pipeline.councils import Council, council_at
from pipeline.secrets import asked_address, kept_address, kept_headers, veiled
from pipeline.statuses import Failure, Issue, Status

CANARY = "c4n4ry"
TOLD = {
    "https://anna:c4n4ry@rat.example.org/a?id=1 answers 403.": "https://rat.example.org/a?id=1 answers 403.",
    "https://c4n4ry@rat.example.org": "https://rat.example.org",
    "https://rat.example.org/a?id=1&api_key=c4n4ry#page=2": "https://rat.example.org/a?id=1&api_key=***#page=2",
    "https://rat.example.org/a?access_token=c4n4ry&id=1": "https://rat.example.org/a?access_token=***&id=1",
    "https://rat.example.org/a;jsessionid=c4n4ry": "https://rat.example.org/a;jsessionid=***",
    "https://rat.example.org/a?PHPSESSID=c4n4ry": "https://rat.example.org/a?PHPSESSID=***",
    "https://s3.example.org/a?X-Amz-Signature=c4n4ry": "https://s3.example.org/a?X-Amz-Signature=***",
    "http://[::1]:8080/?password=c4n4ry is wrong": "http://[::1]:8080/?password=*** is wrong",
    "postgresql://anna:c4n4ry@db/rat": "postgresql://db/rat",
}
AS_IT_IS = (
    "https://rat.example.org/getfile.php?id=17&type=do",
    "https://rat.example.org/to0040.asp?__ksinr=17&topSelected=3",
    "https://rat.example.org/vo020?VOLFDNR=1&refresh=false",
    "Fragen an muster@wehr.example; a=b",
    "https://rat.example.org/a?passage=3&keyword=Weg&author=x",
    "",
)


@pytest.mark.parametrize(("text", "shown"), TOLD.items())
def test_an_address_is_told_without_its_secrets(text: str, shown: str) -> None:
    assert veiled(text) == shown
    assert veiled(shown) == shown


@pytest.mark.parametrize("text", AS_IT_IS)
def test_any_other_address_is_told_as_it_is(text: str) -> None:
    assert veiled(text) == text


def test_sentences_of_failures_and_issues_hold_none() -> None:
    sentence = f"https://anna:{CANARY}@rat.example.org/a?token={CANARY} answers 404."
    failure = Failure(Status.GONE, sentence)
    issue = Issue(Status.GONE, sentence, sentence)

    assert CANARY not in f"{failure} {failure!r} {failure.sentence} {failure.args} {issue}"


def test_the_archive_keeps_no_cookies(tmp_path: Path) -> None:
    headers = {
        "Content-Type": "text/html; charset=utf-8",
        "ETag": '"1"',
        "Set-Cookie": CANARY,
        "X-Auth-Token": CANARY,
        "WWW-Authenticate": CANARY,
    }
    digest = Archive(tmp_path).put(b"Weg", f"https://rat.example.org/a?token={CANARY}", "2026-11-22T10:00:00+00:00", headers)
    beside = Archive(tmp_path).path(digest).with_name(f"{digest}.json").read_text(encoding="utf-8")

    assert json.loads(beside)[0]["headers"] == {"Content-Type": "text/html; charset=utf-8", "ETag": '"1"'}
    assert CANARY not in beside
    assert kept_headers({"content-disposition": "inline", "cookie": CANARY}) == {"content-disposition": "inline"}


def test_what_is_written_of_a_council_holds_none() -> None:
    council = council_at("oparl", f"https://anna:{CANARY}@rat.example.org/oparl?api_key={CANARY}")

    assert CANARY in (council.url or "")
    assert CANARY not in council.model_dump_json() + council.id + council.name
    assert Council.model_validate(council.model_dump(mode="json")).url == "https://rat.example.org/oparl?api_key=***"


def test_a_document_is_asked_for_at_its_whole_address_and_written_down_without_its_secrets() -> None:
    url = f"https://anna:{CANARY}@rat.example.org/a?token={CANARY}"

    shown = kept_address("document", url)

    assert shown == "https://rat.example.org/a?token=***"
    assert asked_address("document", shown) == f"https://rat.example.org/a?token={CANARY}"
    assert asked_address("another", "https://rat.example.org/b") == "https://rat.example.org/b"

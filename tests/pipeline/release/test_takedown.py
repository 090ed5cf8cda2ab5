"""takedown.yml: what is taken down, by address, bytes or row, with all that hangs on it."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from pipeline.release.takedown import Takedown, TakedownError, plain_address, takedown_in

ENTRY = "- {}\n  who: Anna Beispiel\n  when: 2026-11-22\n  why: Erika Muster hat darum gebeten.\n"
DIGEST = "3f" * 32
DOCUMENTS = [
    {"id": "a", "source_url": "https://rat.example.org/getfile?id=17", "sha256": DIGEST, "name": "Vorlage"},
    {"id": "b", "source_url": "https://rat.example.org/getfile?id=18", "sha256": "00" * 32, "name": "Protokoll"},
    {"id": "c", "source_url": "file:///home/anna/Rat/Eingabe%201.pdf", "sha256": None, "name": "Rat/Eingabe 1.pdf"},
]


def taken(tmp_path: Path, *entries: str) -> Takedown:
    (tmp_path / "takedown.yml").write_text("".join(ENTRY.format(entry) for entry in entries), encoding="utf-8")
    return takedown_in(tmp_path)


def test_without_a_file_nothing_is_taken_down(tmp_path: Path) -> None:
    assert takedown_in(tmp_path) == Takedown()
    assert takedown_in(tmp_path).documents(DOCUMENTS) == frozenset()


@pytest.mark.parametrize(
    ("entry", "ids"),
    [
        ("address: https://rat.example.org/getfile?id=17", {"a"}),
        ("address: http://anna:geheim@RAT.example.org:80/getfile;jsessionid=9A?sid=4&id=17#page=3", {"a"}),
        ("address: https://rat.example.org/getfile?id=1", set()),
        ("address: https://rat.example.org/getfile", set()),
        (f"sha256: {DIGEST.upper()}", {"a"}),
        ("row: b", {"b"}),
        ("address: Rat/Eingabe 1.pdf", {"c"}),
        ("address: file:///home/anna/Rat/Eingabe%201.pdf", {"c"}),
        ("row: 1f2e3d", set()),
    ],
)
def test_which_documents_an_entry_names(entry: str, ids: set[str], tmp_path: Path) -> None:
    assert taken(tmp_path, entry).documents(DOCUMENTS) == ids


def test_the_same_bytes_at_another_address_go_with_it(tmp_path: Path) -> None:
    copies = [*DOCUMENTS, {"id": "copy", "source_url": "https://www.example.org/17.pdf", "sha256": DIGEST, "name": "17.pdf"}]

    assert taken(tmp_path, "address: https://rat.example.org/getfile?id=17").documents(copies) == {"a", "copy"}
    assert taken(tmp_path, "row: c").documents([*copies, {"id": "d", "sha256": None}]) == {"c"}


HANGS = (
    {"id": "1", "document_id": "a", "quote": "einstimmig"},
    {"id": "a", "text": "ein Text"},
    {"id": "2", "document_id": "a", "sha256": "11" * 32},
    {"id": "3", "url": "https://rat.example.org/getfile?id=17&PHPSESSID=7"},
    {"id": "4", "good_sha256": DIGEST, "url": "https://rat.example.org/to"},
    {"id": "5", "document_id": "b", "sha256_before": DIGEST},
    {"id": "9", "document_id": None, "subject": "https://rat.example.org/getfile?id=17", "sentence": "Es ist fort."},
    {"id": "10", "document_id": None, "subject": "Vorlage", "sentence": "https://rat.example.org/getfile?id=17 answers 404 Not Found."},
    {"id": "11", "document_id": None, "subject": "Vorlage", "sentence": "See http://rat.example.org/getfile?id=17."},
)
STAYS = ({"id": "6", "document_id": "b", "quote": "einstimmig"}, {"id": "7", "url": None}, {"id": "8", "document_id": None})


def test_what_hangs_on_a_document_goes_with_it(tmp_path: Path) -> None:
    takedown = taken(tmp_path, "address: https://rat.example.org/getfile?id=17", f"sha256: {DIGEST}")
    documents = takedown.documents(DOCUMENTS)

    assert [row for row in HANGS if not takedown.hides(row, documents)] == []
    assert [row for row in STAYS if takedown.hides(row, documents)] == []


def test_a_row_goes_alone_with_what_repeats_it(tmp_path: Path) -> None:
    takedown = taken(tmp_path, "row: f1")

    assert takedown.rows == {"f1"}
    hidden = [
        {"id": "f1"},
        {"id": "x", "row_before": "f1"},
        {"id": "x", "row_after": "f1"},
        {"id": "x", "same_as": "f1"},
        {"id": "x", "vote_id": "f1"},
    ]
    assert [row for row in hidden if not takedown.hides(row, frozenset())] == []
    assert not takedown.hides({"id": "f2", "document_id": "d"}, frozenset())


def test_what_remains_says_nothing_of_what_it_was(tmp_path: Path) -> None:
    takedown = taken(tmp_path, "address: https://rat.example.org/getfile?id=17\n  reason: personal_data", "row: f1")
    listed = list(takedown.listed())

    assert [{name: row[name] for name in row if name != "id"} for row in listed] == [
        {"what": "document", "since": date(2026, 11, 22), "reason": "personal_data"},
        {"what": "row", "since": date(2026, 11, 22), "reason": "other"},
    ] or [row["what"] for row in listed] == ["row", "document"]
    assert not [word for word in ("getfile", "f1", "Muster", "Anna") if word in str([{**row, "id": ""} for row in listed])]
    assert len({row["id"] for row in listed}) == 2


def test_an_entry_that_names_nothing_is_told(tmp_path: Path) -> None:
    takedown = taken(tmp_path, "row: b", "row: gone", "address: https://rat.example.org/getfile?id=17")

    assert [entry.row for entry in takedown.unmet(DOCUMENTS)] == ["gone"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- row: x\n  who: A\n  when: 2026-11-22\n", r" \(entry 1, why\)"),
        ("- who: A\n  when: 2026-11-22\n  why: y\n", r" \(entry 1\)"),
        (ENTRY.format("row: x\n  address: y"), r" \(entry 1\)"),
        (ENTRY.format("row: x\n  document: y"), r" \(entry 1, document\)"),
        (ENTRY.format("sha256: 3f9a"), r" \(entry 1, sha256\)"),
        (ENTRY.format("row: 17"), r" \(entry 1, row\)"),
        (ENTRY.format("row: ' '"), r" \(entry 1, row\)"),
        (ENTRY.format("row: x") + ENTRY.format("row: y\n  reason: because"), r" \(entry 2, reason\)"),
        ("- row: x\n  who: A\n  when: gestern\n  why: y\n", r" \(entry 1, when\)"),
        ("row: x", ""),
        ("- a: [", ""),
        ("\0", ""),
    ],
)
def test_a_wrong_file_is_one_sentence(text: str, place: str, tmp_path: Path) -> None:
    (tmp_path / "takedown.yml").write_text(text, encoding="utf-8")

    with pytest.raises(
        TakedownError,
        match=rf"takedown\.yml is not a list whose every entry says one of address, sha256, row, and who, when \(YYYY-MM-DD\) and why{place}\.$",
    ):
        takedown_in(tmp_path)


@pytest.mark.parametrize("text", ["", "[]", "# nothing yet\n"])
def test_an_empty_file_takes_nothing_down(text: str, tmp_path: Path) -> None:
    (tmp_path / "takedown.yml").write_text(text, encoding="utf-8")

    assert takedown_in(tmp_path) == Takedown()


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://rat.example.org/getfile?id=17", "HTTP://Rat.Example.ORG:80/getfile?id=17#page=2"),
        ("https://rat.example.org/a;jsessionid=1?x=1", "https://rat.example.org/a?x=1&JSESSIONID=2"),
        ("https://rat.example.org/vo020.asp?VOLFDNR=1&ASP.NET_SessionId=3", "https://rat.example.org/vo020.asp?VOLFDNR=1"),
        ("https://rat.example.org/Beschl%C3%BCsse/", "https://rat.example.org/Beschlüsse"),
        ("https://anna:geheim@rat.example.org/a", "https://rat.example.org./a"),
    ],
)
def test_two_addresses_of_the_same(one: str, other: str) -> None:
    assert plain_address(one) == plain_address(other)


@pytest.mark.parametrize("address", ["", "http://[", "http://rat:99999/", "%", "http://"])
def test_any_address_is_written_somehow(address: str) -> None:
    assert isinstance(plain_address(address), str)

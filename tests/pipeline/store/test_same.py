"""One thing said by several documents: every row stays, and all but one name the row that stands for them."""

from typing import Any

import pytest

from pipeline.store.same import _of_their_meetings, agrees, item_key, paired

VOTE = {"outcome": "adopted", "subject": "main", "subject_text": None, "yes": 24, "no": 5, "abstain": 2, "groups": "[]"}


def row(name: str, document: str, role: str = "results_protocol", **values: Any) -> dict[str, Any]:
    return {"id": name, "document_id": document, "role_of_document": role, "agenda_item": "2", "matter": "m"} | VOTE | values


def pairs(*rows: dict[str, Any]) -> dict[str, str]:
    return {same["id"]: main["id"] for same, main in paired(rows)}


def test_the_row_that_says_most_stands_for_the_others() -> None:
    minutes, page = row("a", "minutes"), row("b", "page", "meeting", yes=None, no=None, abstain=None)
    assert pairs(page, minutes) == {"b": "a"}


def test_where_two_say_equally_much_the_minutes_stand_for_the_page() -> None:
    assert pairs(row("b", "page", "meeting"), row("a", "minutes")) == {"b": "a"}


def test_two_votes_of_one_document_are_two_votes() -> None:
    amendment = row("a", "minutes", outcome="rejected", subject="amendment", yes=9, no=21, abstain=1)
    main, page = row("b", "minutes"), row("c", "page", "meeting", yes=None, no=None, abstain=None)
    assert pairs(amendment, main, page) == {"c": "b"}


def test_votes_of_two_extracts_are_of_two_items_though_they_have_one_number() -> None:
    bare = {"yes": None, "no": 0, "abstain": None}
    first, second = row("a", "extract 1", "extract", **bare), row("b", "extract 2", "extract", **bare)
    assert pairs(first, second) == {}
    assert pairs(first, second, row("c", "minutes", **bare)) == {"a": "c"}
    assert [same["id"] for same, _ in paired([first, second], by_item=False)] == ["b"]


@pytest.mark.parametrize(
    ("change", "agree"),
    [
        pytest.param({"no": 6}, False, id="another count"),
        pytest.param({"outcome": "rejected"}, False, id="another outcome"),
        pytest.param({"outcome": "adopted_amended"}, True, id="the same, told in more detail"),
        pytest.param({"subject_text": "Vorlage in geänderter Fassung"}, True, id="what the other leaves out"),
        pytest.param({"outcome": "unknown"}, True, id="an outcome not known"),
    ],
)
def test_what_contradicts_is_not_the_same(change: dict[str, Any], agree: bool) -> None:
    assert agrees(row("a", "minutes"), row("b", "page", **change)) is agree


@pytest.mark.parametrize(
    ("subject", "role", "told"),
    [
        pytest.param("Rat", "paper", ("meeting", "3", None), id="of a body's meeting"),
        pytest.param("Rat: Ziffer 2", "paper", ("meeting", "3", "Ziffer 2"), id="of a part of the item"),
        pytest.param("Beirat", "paper", ("m", "2", "Beirat"), id="of a body that we know no meeting of"),
        pytest.param("Rat", "main_file", ("m", "2", "Rat"), id="of no page of a paper"),
        pytest.param(None, "paper", ("m", "2", None), id="of nobody"),
    ],
)
def test_a_vote_on_the_page_of_a_paper_is_of_the_meeting_of_its_body(
    subject: str | None, role: str, told: tuple[str, str, str | None]
) -> None:
    rows = [row("a", "page", role, subject_text=subject)]
    _of_their_meetings(rows, {("m", "Rat"): ("meeting", "3")})
    assert (rows[0]["matter"], rows[0]["agenda_item"], rows[0]["subject_text"]) == told


@pytest.mark.parametrize(
    ("number", "key"), [("Ö 3", "3"), ("TOP 3.", "3"), ("3", "3"), ("N 3", "N3"), ("NÖ 10.4.1", "N10.4.1"), (None, ""), ("", "")]
)
def test_an_item_has_one_number_in_all_documents(number: str | None, key: str) -> None:
    assert item_key(number) == key


def test_a_closed_item_without_a_letter_is_no_open_one() -> None:
    assert (item_key("7", closed=True), item_key("Ö 7", closed=True)) == ("N7", "7")

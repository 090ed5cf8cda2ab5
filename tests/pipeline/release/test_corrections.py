"""What people put right: which of their lines are applied, and what is said of the others."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from pipeline.release.corrections import Corrections, corrections_in
from pipeline.release.settings import CurationError

HEAD = "row;column;old;new;who;when;why\n"
SAID = ";Anna Beispiel;2026-11-22;Die Niederschrift nennt es so.\n"
VOTE = {"id": "v1", "document_id": "d1", "no": 12, "yes": 20, "outcome": "adopted", "unanimous": False, "points": ["2", "3"], "agenda_item": "7",
        "subject_text": "=Antrag\nder CDU", "body": "Stadtrat", "groups": [{"name": "CDU", "option": "yes", "count": 9}], "quote": "20 : 12",
        "review_state": "auto"}  # fmt: skip
AMOUNT = {
    "id": "a1",
    "document_id": "d1",
    "amount": Decimal("90000.00"),
    "amount_max": None,
    "fiscal_years": [2021],
    "review_state": "auto",
}
DEADLINE = {"id": "f1", "document_id": "d1", "date_to": date(2021, 6, 30), "review_state": "auto"}
GROUPS = '"[{""name"": ""CDU"", ""option"": ""yes"", ""count"": 9}]"'
ROWS = {"votes": VOTE, "amounts": AMOUNT, "deadlines": DEADLINE}


def said(folder: Path, *lines: str, head: str = HEAD) -> Corrections:
    (folder / "corrections.csv").write_text(head + "".join(line + SAID for line in lines), encoding="utf-8")
    return corrections_in(folder)


def only(corrections: Corrections) -> tuple[bool, str | None]:
    (listed,) = corrections.listed()
    return listed["applied"], listed["reason"]


def test_without_the_file_nothing_is_corrected(tmp_path: Path) -> None:
    corrections = corrections_in(tmp_path)

    assert (corrections.applied("votes", VOTE), list(corrections.listed())) == (VOTE, [])


def test_a_correction_changes_the_value_and_says_so_in_the_row_and_in_the_list(tmp_path: Path) -> None:
    corrections = said(tmp_path, "v1;no;12;2")

    assert corrections.applied("votes", VOTE) == VOTE | {"no": 2, "review_state": "corrected"}
    assert corrections.applied("votes", VOTE | {"id": "v2"}) == VOTE | {"id": "v2"}
    (listed,) = corrections.listed()
    assert len(listed.pop("id")) == 16
    assert listed == {"table": "votes", "row": "v1", "column": "no", "old": "12", "new": "2", "who": "Anna Beispiel", "when": date(2026, 11, 22),
                      "why": "Die Niederschrift nennt es so.", "applied": True, "reason": None}  # fmt: skip


@pytest.mark.parametrize(
    ("table", "line", "column", "value"),
    [
        ("votes", "v1;yes;20;", "yes", None),
        ("votes", "v1;outcome;adopted;rejected", "outcome", "rejected"),
        ("votes", "v1;unanimous;false;true", "unanimous", True),
        ("votes", "v1;unanimous;FALSCH;WAHR", "unanimous", True),
        ("votes", 'v1;points;"[""2"", ""3""]";"[""2""]"', "points", ["2"]),
        ("votes", 'v1;groups;"[{""name"":""CDU"",""option"":""yes"",""count"":9}]";[]', "groups", []),
        ("votes", 'v1;subject_text;"=Antrag\nder CDU";Antrag der SPD', "subject_text", "Antrag der SPD"),
        ("votes", "v1;subject_text;'=Antrag ⏎ der CDU;'7/8", "subject_text", "7/8"),
        ("votes", "v1;agenda_item;7;'7.1", "agenda_item", "7.1"),
        ("amounts", "a1;amount;90000.00;95000.50", "amount", Decimal("95000.50")),
        ("amounts", "a1;amount;90000,00;95000,5", "amount", Decimal("95000.50")),
        ("amounts", "a1;amount;90000;95000,-", "amount", Decimal("95000.00")),
        ("amounts", "a1;amount_max;;100000", "amount_max", Decimal("100000.00")),
        ("amounts", 'a1;fiscal_years;[2021];"[2021, 2022]"', "fiscal_years", [2021, 2022]),
        ("deadlines", "f1;date_to;2021-06-30;2021-07-31", "date_to", date(2021, 7, 31)),
        ("deadlines", "f1;date_to;30.06.2021;31.07.2021", "date_to", date(2021, 7, 31)),
    ],
)
def test_values_are_typed_and_may_have_the_forms_of_a_german_excel(tmp_path: Path, table: str, line: str, column: str, value: Any) -> None:
    corrected = said(tmp_path, line).applied(table, ROWS[table])

    assert (corrected[column], corrected["review_state"]) == (value, "corrected")
    assert type(corrected[column]) is type(value)


@pytest.mark.parametrize(
    ("table", "line", "reason"),
    [
        ("votes", "v9;no;12;2", "the row is not in this release"),
        ("votes", "v1;no;11;2", "the value is no longer the old one"),
        ("votes", "v1;no;;2", "the value is no longer the old one"),
        ("votes", "v1;Nein;12;2", "the table votes has no column Nein"),
        ("votes", "v1;no;12;zwei", "the new value is no whole number of 0 or more"),
        ("votes", "v1;no;12;-2", "the new value is no whole number of 0 or more"),
        ("votes", "v1;outcome;adopted;", "no cell of this column is empty"),
        ("votes", "v1;unanimous;false;ja", "the new value is neither true nor false"),
        ("votes", 'v1;points;"[""2"", ""3""]";[2]', "the new value is no list of texts in JSON"),
        ("votes", 'v1;points;"[""2"", ""3""]";"[""\\ud800""]"', "the new value is no list in JSON"),
        ("votes", f'v1;groups;{GROUPS};[1]', "the new value is no list of records in JSON"),
        ("votes", f'v1;groups;{GROUPS};"[{{""party"":""CDU""}}]"', "the new value has a record with 'party', which is none of name, option, count"),
        ("votes", f'v1;groups;{GROUPS};"[{{""count"":""9""}}]"', "the new value has a record whose count is '9'"),
        ("votes", f'v1;groups;{GROUPS};"[{{""option"":""Ja""}}]"', "the new value has a record whose option is none of yes, no, abstain"),
        ("votes", "v1;quote;20 : 12;20 : 2", "what proves a row is never corrected"),
        ("votes", "v1;document_id;d1;d2", "what names a row or refers to another is never corrected"),
        ("votes", "v1;body;Stadtrat;Gemeinderat", "it follows its document: correct the document's row"),
        ("votes", "v1;counts_status;stated;partly", "it follows from other columns"),
        ("votes", "v1;review_state;auto;corrected", "a review can only be set to checked"),
        ("amounts", "a1;amount;90000.00;90.000", "the new value is no sum of money such as 90000.00"),
        ("deadlines", "f1;date_to;2021-06-30;31.6.2021", "the new value is no day such as 2026-11-22"),
    ],
)  # fmt: skip
def test_what_is_not_applied_is_listed_with_the_reason(tmp_path: Path, table: str, line: str, reason: str) -> None:
    corrections = said(tmp_path, line)

    assert corrections.applied(table, ROWS[table]) == ROWS[table]
    assert only(corrections) == (False, reason)


def test_what_a_row_held_that_is_not_published_is_not_told_by_the_list_of_corrections_either(tmp_path: Path) -> None:
    (listed,) = said(tmp_path, "v9;person;Erika Muster;Erika Mustermann").listed()

    assert (listed["old"], listed["new"]) == (None, None)


def test_what_is_withheld_from_a_row_is_withheld_from_its_correction(tmp_path: Path) -> None:
    corrections = said(tmp_path, "r1;person;Erika Muster;Erika Mustermann")
    corrections.applied("recusals", {"id": "r1", "person": "Erika Muster", "review_state": "auto"})

    (listed,) = corrections.listed(lambda _, row: {**row, "person": None})
    assert (listed["old"], listed["new"], listed["applied"]) == (None, None, True)


def test_who_has_seen_only_what_is_published_can_correct_it(tmp_path: Path) -> None:
    point = {"id": "p1", "text": "Frau Erika Muster erhält 5 Euro.", "review_state": "auto"}

    def masked(_: str, row: Mapping[str, Any]) -> Mapping[str, Any]:
        return {**row, "text": row["text"].replace("Erika Muster", "█████ ██████")}

    corrections = said(tmp_path, "p1;text;Frau █████ ██████ erhält 5 Euro.;Frau █████ ██████ erhält 50 Euro.")

    assert corrections.applied("resolution_points", point, masked)["text"] == "Frau █████ ██████ erhält 50 Euro."
    assert only(corrections) == (True, None)


def test_a_second_correction_starts_from_the_first(tmp_path: Path) -> None:
    corrections = said(tmp_path, "v1;no;12;2", "v1;no;2;3", "v1;no;12;4")

    assert corrections.applied("votes", VOTE)["no"] == 3
    assert [listed["reason"] for listed in corrections.listed()] == [None, None, "the value is no longer the old one"]
    assert len({listed["id"] for listed in corrections.listed()}) == 3


def test_a_row_that_a_person_found_right_is_checked(tmp_path: Path) -> None:
    assert said(tmp_path, "v1;review_state;auto;checked").applied("votes", VOTE) == VOTE | {"review_state": "checked"}


def test_what_is_put_right_in_a_document_holds_for_its_facts(tmp_path: Path) -> None:
    corrections = said(tmp_path, "d1;body;Stadtrat;Gemeinderat")
    document = {"id": "d1", "body": "Stadtrat", "title": None}

    assert corrections.applied("documents", document) == document | {"body": "Gemeinderat"}
    assert corrections.applied("document_texts", {"id": "d1", "text": ""}) == {"id": "d1", "text": ""}  # the same id
    assert corrections.applied("votes", VOTE) == VOTE | {"body": "Gemeinderat"}
    assert only(corrections) == (True, None)


def test_the_groups_of_a_vote_are_told_to_who_makes_rows_of_them(tmp_path: Path) -> None:
    corrections = said(tmp_path, 'v1;groups;"[{""name"": ""CDU"", ""option"": ""yes"", ""count"": 9}]";[]')
    corrections.applied("votes", VOTE)

    assert corrections.in_place_of("votes", "v1", "groups", VOTE["groups"]) == []
    assert corrections.in_place_of("votes", "v2", "groups", VOTE["groups"]) == VOTE["groups"]


@pytest.mark.parametrize(
    "content",
    [
        "row,column,old,new,who,when,why\nv1,no,12,2,Jörg Maß,2026-11-22,so steht es da\n".encode(),
        "\ufeffrow;column;old;new;who;when;why\r\nv1;no;12;2;Jörg Maß;22.11.2026;so steht es da\r\n;;;;;;\r\n".encode(),
        "sep=;\r\nRow;Column;Old;New;Who;When;Why\r\nv1;no;12;2;Jörg Maß;22.11.2026;so steht es da".encode("cp1252"),
        "row\tcolumn\told\tnew\twho\twhen\twhy\r\nv1\tno\t12\t2\tJörg Maß\t22.11.2026\tso steht es da\r\n".encode("utf-16"),
        '"why";"when";"who";"new";"old";"column";"row";\n"so steht\nes da";2026-11-22;"Jörg Maß";2;12;no;v1;\n'.encode(),
    ],
    ids=["canonical", "excel utf-8", "excel cp1252", "excel unicode text", "other order, line break"],
)
def test_the_file_may_be_what_excel_makes_of_it(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "corrections.csv").write_bytes(content)
    corrections = corrections_in(tmp_path)

    assert corrections.applied("votes", VOTE)["no"] == 2
    assert [(listed["who"], listed["when"]) for listed in corrections.listed()] == [("Jörg Maß", date(2026, 11, 22))]


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        ("row;column;old;new;who;when\n", "it has no column 'why'"),
        ("row;column;old;new;who;when;why;mood\n", "its column 'mood' is none of row, column, old, new, who, when, why"),
        ("row;row;column;old;new;who;when;why\n", "it has two columns 'row'"),
        (HEAD + "v1;no;12;2;;2026-11-22;so\n", "line 2 does not say 'who'"),
        (HEAD + "v1;no;12;2;Anna;2026-11-22; \n", "line 2 does not say 'why'"),
        (HEAD + "v1;no;12;2;Anna;gestern;so\n", "line 2 says 'gestern' for a day, which is no day such as 2026-11-22"),
        (HEAD + "v1;no;12;2;Anna;2026-11-22;so;oder so\n", "line 2 has more cells than the first line has names"),
        ("", "it has no column 'row'"),
    ],
)
def test_a_file_that_cannot_be_understood_is_refused_in_one_sentence(tmp_path: Path, content: str, sentence: str) -> None:
    (tmp_path / "corrections.csv").write_text(content, encoding="utf-8")

    with pytest.raises(CurationError) as error:
        corrections_in(tmp_path)

    assert str(error.value) == f"{tmp_path / 'corrections.csv'} cannot be understood: {sentence}."

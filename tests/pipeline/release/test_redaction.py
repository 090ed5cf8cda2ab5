"""What is taken out of texts and rows before they are published, and what never is."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.personal.decided import DECIDED
from pipeline.release.redaction import MARKS, holds_text, redact_row, redacted, spans
from pipeline.release.schema import public_tables

PERSONAL = "Einwohnerin Erika Muster, geb. am 1.2.1950, wohnhaft in 79664 Wehr, Mühlweg 3, Tel. 0721/133-1234, muster@wehr.example, DE89 3704 0044 0532 0130 00"
PUBLIC = (
    "Einwohnerin [Name entfernt], geb. am [Geburtsdatum entfernt], wohnhaft in [Anschrift entfernt], Tel. [Telefon entfernt], "
    "[E-Mail entfernt], [IBAN entfernt]"
)


def test_every_kind_has_its_mark() -> None:
    assert redacted(PERSONAL) == PUBLIC
    assert [MARKS[span.kind] for span in spans(PERSONAL)] == [
        part.split("]")[0] + "]" for part in PUBLIC.split("[")[1:] for part in [f"[{part}"]
    ]


def test_a_redacted_text_holds_nothing_more() -> None:
    assert redacted(PUBLIC) == PUBLIC


DECISIONS = (
    "20 Ja-Stimmen, 4 Nein-Stimmen, 1 Enthaltung",
    "Ja: 20, Nein: 4, Enthaltungen: 0",
    "einstimmig",
    "90.000,00 EUR",
    "1,5 Mio. €",
    "20:4:1",
)


@pytest.mark.parametrize("decision", DECISIONS)
@pytest.mark.parametrize(
    "before", [PERSONAL, "Tel. ", "wohnhaft in ", "Durchwahl: ", "geb. am ", "Herr Muster, Am Bach ", "(0721) ", "Konto 123 456, BLZ "]
)
def test_no_decision_is_lost_beside_personal_data(before: str, decision: str) -> None:
    for between in (" ", ", ", "\n", ""):
        text = f"{before}{between}{decision}"
        kept = [match[0] for match in DECIDED.finditer(text)]
        public = redacted(text)

        assert all(said in public for said in kept)


@settings(max_examples=150)
@given(
    st.lists(st.sampled_from([*DECISIONS, *PERSONAL.split(", "), "Tel. ", " ", "\n", "Mühlweg", "12", "/", "Beschluss:"]), max_size=12).map(
        " ".join
    )
)
def test_whatever_stands_beside_it(text: str) -> None:
    public = redacted(text)

    assert all(match[0] in public for match in DECIDED.finditer(text))


def test_a_row_is_redacted_in_its_texts_and_in_nothing_else() -> None:
    row = {
        "id": "0721/133-1234", "council": "wehr", "document_id": "ab", "yes": 20, "amount": Decimal("90000.00"), "meeting_date": date(2026, 1, 2),
        "source_url": "https://wehr.example/?tel=0721/133-1234", "subject": "main", "subject_text": PERSONAL, "quote": f"{PERSONAL} 20 Ja-Stimmen",
        "groups": [{"name": "CDU", "option": "yes", "count": 12}, {"name": "Muster, Erika", "option": "no", "count": None}], "points": ["1"], "page": None,
    }  # fmt: skip

    assert redact_row("votes", row) == row | {"subject_text": PUBLIC, "quote": f"{PUBLIC} 20 Ja-Stimmen"}


def test_the_row_that_was_given_is_as_it_was() -> None:
    row = {"id": "1", "groups": [{"name": PERSONAL}]}

    assert redact_row("votes", row)["groups"] == [{"name": PUBLIC}]
    assert row == {"id": "1", "groups": [{"name": PERSONAL}]}


def test_an_address_that_repeats_the_words_of_a_quote_repeats_them_no_longer() -> None:
    url = "https://wehr.example/to?id=4"
    row = {"id": "1", "quote": PERSONAL, "original_url": f"{url}#:~:text=Einwohnerin%20Erika%20Muster"}

    assert redact_row("votes", row)["original_url"] == url
    assert redact_row("votes", row | {"quote": "einstimmig"})["original_url"] == row["original_url"]
    assert redact_row("votes", row | {"original_url": f"{url}#page=3"})["original_url"] == f"{url}#page=3"


@pytest.mark.parametrize("held", [lambda value: value, lambda value: json.dumps(value, ensure_ascii=False)], ids=["values", "json"])
def test_what_changed_is_redacted_before_and_after(held: object) -> None:
    row = {
        "id": "1",
        "fact_table": "resolution_points",
        "quote_before": PERSONAL,
        "before": held({"text": PERSONAL}),
        "after": held({"text": "x"}),
    }  # type: ignore[operator]

    assert redact_row("changes", row) == row | {"quote_before": PUBLIC, "before": held({"text": PUBLIC})}  # type: ignore[operator]


def test_a_column_that_holds_a_part_of_what_is_withheld_in_the_quote() -> None:
    row = {
        "id": "1",
        "quote": "9 Nein (Auskunft: muster (at) wehr.example)",
        "groups": [{"name": "Auskunft: muster", "count": 9}],
        "outcome": "muster",
    }

    assert redact_row("votes", row) == row | {
        "quote": "9 Nein (Auskunft: [E-Mail entfernt])",
        "groups": [{"name": "Auskunft: [entfernt]", "count": 9}],
    }


RECUSAL = {
    "id": "1",
    "person": "Frau Muster",
    "count": 1,
    "quote": "Frau Muster und Stadtrat Beispiel erklären sich für befangen (§ 20 GO).",
}


def test_who_was_recused_is_counted_and_not_named() -> None:
    public = redact_row("recusals", RECUSAL)

    assert public == RECUSAL | {"person": None, "quote": "[Name entfernt] erklären sich für befangen (§ 20 GO)."}


def test_the_operator_may_have_them_named() -> None:
    assert redact_row("recusals", RECUSAL, recusals_named=True) == RECUSAL


def test_a_name_is_found_as_it_was_printed() -> None:
    row = RECUSAL | {"person": "Muster-Beispiel", "quote": "Befangen: Muster-\nBeispiel"}

    assert redact_row("recusals", row)["quote"] == "Befangen: [Name entfernt]"


@pytest.mark.parametrize("held", [lambda value: value, json.dumps], ids=["values", "json"])
def test_a_change_of_a_recusal_names_nobody(held: object) -> None:
    row = {
        "id": "1",
        "fact_table": "recusals",
        "quote_after": "Muster ist befangen",
        "after": held({"person": "Muster", "count": 1}),
        "before": None,
    }  # type: ignore[operator]

    assert redact_row("changes", row) == row | {"quote_after": "[Name entfernt] ist befangen", "after": held({"person": None, "count": 1})}  # type: ignore[operator]


def test_the_names_of_a_document_are_known_in_its_rows() -> None:
    row = {"id": "1", "quote": "Herr Muster ruft dazwischen"}

    assert redact_row("votes", row, frozenset({"Muster"})) == {"id": "1", "quote": "Herr [Name entfernt] ruft dazwischen"}


TEXTS = {
    ("votes", "quote"), ("votes", "subject_text"), ("votes", "groups"), ("resolution_points", "text"), ("resolution_points", "heading"),
    ("resolution_points", "addressee"), ("follow_ups", "status_raw"), ("deadlines", "anchor"), ("agenda_items", "title"), ("agenda_items", "result_raw"),
    ("recusals", "person"), ("documents", "title"), ("documents", "name"), ("documents", "sentence"), ("papers", "name"), ("agenda_entries", "title"),
    ("agenda_entries", "resolution_text"), ("agenda_entries", "result"), ("agenda_entries", "votes"), ("changes", "quote_before"), ("changes", "before"),
    ("changes", "after"), ("issues", "sentence"), ("issues", "subject"), ("runs", "sentence"), ("files", "name"), ("links", "words"),
    ("vote_groups", "name"), ("document_texts", "text"), ("votes", "document_title"), ("votes", "body"), ("corrections", "old"), ("corrections", "new"),
}  # fmt: skip


def test_every_text_of_every_published_table_is_looked_at() -> None:
    columns = {(table.name, column.name) for table in public_tables().values() for column in table.columns if column.kind in ("text", "texts", "json", "records")}  # fmt: skip

    assert {column for column in TEXTS if column in columns and not holds_text(*column)} == set()
    assert columns >= TEXTS
    assert not holds_text("votes", "id")
    assert not holds_text("votes", "source_url")
    assert not holds_text("documents", "sha256")


def test_no_closed_vocabulary_is_looked_at() -> None:
    closed = {(table.name, column.name) for table in public_tables().values() for column in table.columns if column.terms}

    assert {column for column in closed if holds_text(*column)} == set()

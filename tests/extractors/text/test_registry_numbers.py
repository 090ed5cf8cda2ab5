"""Numbers of the registry at their places; what they mean is tested with the references."""

from __future__ import annotations

import pytest

from extractors.text.registry_numbers import canonical, find_numbers, is_span_of_years
from extractors.text.search import places_of
from extractors.text.statutes import find_statutes


def test_a_number_is_found_where_it_stands() -> None:
    text = "siehe Vorlage 0815/2031 – und V1234/31."
    assert [(text[found.start : found.end], found.rule) for found in find_numbers(text)] == [
        ("0815/2031", "label_number"),
        ("V1234/31", "shape"),
    ]
    assert [found.value for found in find_numbers(text, 24)] == ["V1234/31"]


@pytest.mark.parametrize(
    ("printed", "value"), [("20-26 / V 04924", "20-26/V04924"), ("19–12222", "19-12222"), ("VI-DS-\n04711", "VI-DS-04711")]
)
def test_canonical(printed: str, value: str) -> None:
    assert canonical(printed) == value


@pytest.mark.parametrize(
    ("value", "span"), [("2031/32", True), ("2024-2029", True), ("2031/0439", False), ("2031/31", False), ("0815/2031", False)]
)
def test_spans_of_years(value: str, span: bool) -> None:
    assert is_span_of_years(value) is span


def test_places_of_words_in_order() -> None:
    assert places_of(("b", "a"), "abcab", 0, 5) == [0, 1, 3, 4]
    assert places_of(("b",), "abcab", 2, 4) == []


def test_a_citation_ends_with_its_law() -> None:
    text = "gemäß § 4 der Gemeindeordnung für Brandenburg, später § 5 ohne Gesetz"
    assert [text[found.start : found.end] for found in find_statutes(text)] == ["§ 4 der Gemeindeordnung für Brandenburg"]

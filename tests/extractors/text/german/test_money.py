"""Every notation of a sum, and what looks like one: complete lists, so that a false sum fails. All sentences are made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.german.money import find_money
from extractors.text.german.money_forms import MARK, MARKS
from extractors.text.search import places_of


def sums(text: str) -> list[str]:
    return [
        f"{found.amount:f}" + (f"..{found.amount_max:f}" if found.amount_max is not None else "") + f" {found.currency}"
        for found in find_money(text, 0, len(text))
    ]


NOTATIONS = {
    "cents": ("Kosten von 542.204,68 €", ["542204.68 EUR"]),
    "Euro in capitals": ("Gesamtwert: 1.139.233,40 EURO", ["1139233.40 EUR"]),
    "Swiss francs in full": ("36.000 Schweizer Franken", ["36000 CHF"]),
    "a minus with a blank": ("Der Saldo beträgt – 17,5 Mio. €", ["-17500000.0 EUR"]),
    "sign first": ("€ 30.000 und EUR 6.000,-", ["30000 EUR", "6000 EUR"]),
    "dash cents": ("48.300,-- EUR sowie 1.500,– €", ["48300 EUR", "1500 EUR"]),
    "dash cents without a currency": ("Zuschuss von 45.000,-", ["45000 EUR"]),
    "glued to words": ("um 100.000 €von 866.000 €auf", ["100000 EUR", "866000 EUR"]),
    "glued table cells": ("6.720,00€14.235,30€", ["6720.00 EUR", "14235.30 EUR"]),
    "blanks between groups": ("100 000 € und 352 000 Franken", ["100000 EUR", "352000 CHF"]),
    "Austrian comma for millions": ("€ 1,237.760,-- und € 6,500.000,--", ["1237760 EUR", "6500000 EUR"]),
    "Swiss spaces": ("Fr. 312 500.– und Fr. 3 450 000.--", ["312500 CHF", "3450000 CHF"]),
    "Swiss apostrophes": ("CHF 360‘000 und Fr. 37'666.20 und Fr. 250.–", ["360000 CHF", "37666.20 CHF", "250 CHF"]),
    "millions": ("1,5 Mio. EUR, 1,166 Mio Euro, 1.5 Mio. €", ["1500000.0 EUR", "1166000.000 EUR", "1500000.0 EUR"]),
    "a stray dot": ("mit 4.186.508. Euro, rund 1. Mio. Euro", ["4186508 EUR", "1000000 EUR"]),
    "thousands in capitals": ("40 TSD €", ["40000 EUR"]),
    "milliards": ("3 Mrd. €", ["3000000000 EUR"]),
    "thousands": (
        "250 T€, 10.073 T€, 600 TEUR, TEUR 25, 48 Tsd. EUR",
        ["250000 EUR", "10073000 EUR", "600000 EUR", "25000 EUR", "48000 EUR"],
    ),
    "number words": ("zehn Millionen Euro, eine halbe Million Euro", ["10000000 EUR", "500000.0 EUR"]),
    "number words, in two parts": ("eine Million zweihunderttausend Euro", ["1200000 EUR"]),
    "the same sum in words": ("25.000 € (fünfundzwanzigtausend Euro)", ["25000 EUR"]),
    "a range": ("15 – 250 €, 300 bis 700 Euro, 60.000 Euro bis 120.000 Euro", ["15..250 EUR", "300..700 EUR", "60000..120000 EUR"]),
    "a range in words": ("zwischen 2.000 und 3.000 Euro, drei bis vier Millionen Euro", ["2000..3000 EUR", "3000000..4000000 EUR"]),
    "scale and currency shared": ("von 8,9 auf 8,7 Millionen Franken", ["8900000.0 CHF", "8700000.0 CHF"]),
    "a minus": ("ein Teilbetrag von -365.466,12 Euro", ["-365466.12 EUR"]),
    "a dash in a sentence is no minus": ("die Kosten – 17,5 Mio. € – sind gedeckt", ["17500000.0 EUR"]),
    "older currencies": ("300 Mio. DM, S 470.258, 00", ["300000000 DEM", "470258.00 ATS"]),
    "cents as a unit": ("50 Cent und 12 ct/kWh", ["0.5 EUR", "0.12 EUR"]),
    "broken over lines": ("rund 1.250\nEuro", ["1250 EUR"]),
    "no separator": ("2500 Euro", ["2500 EUR"]),
    "a year as a sum": ("Die Rechnung von 2019 € ist bezahlt", ["2019 EUR"]),
    "nothing": ("Kosten 0 €", ["0 EUR"]),
}
TRAPS = {
    "year in the head of a table": "Ansatz 2019 EUR",
    "area": "1.200 m² und 12,5 Stellen",
    "account": "PSP-Element 7.441170.414, Konto 78720000",
    "parcel": "Flurstück 686/1",
    "percentage": "65,21 %",
    "a ticket's name": "das 9-Euro-Ticket",
    "an exhaust norm": "Euro 6 und EURO 5",
    "a Friday": "am Fr. 30.06.2021 und Fr. 12.05.",
    "a time": "um Fr. 20.15 Uhr",
    "paper reference": "Drucksache 2019/034/014",
    "no number": "Finanzielle Auswirkungen: keine Euro",
}


@pytest.mark.parametrize(("text", "expected"), NOTATIONS.values(), ids=NOTATIONS)
def test_sums_in_every_notation(text: str, expected: list[str]) -> None:
    assert sums(text) == expected


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_numbers_that_are_no_sums(text: str) -> None:
    assert sums(text) == []


def test_a_sum_covers_its_number_and_its_currency() -> None:
    text = "bewilligt CHF 360'000.– für das Schulhaus"
    assert [text[found.start : found.end] for found in find_money(text, 0, len(text))] == ["CHF 360'000.–"]


@pytest.mark.parametrize("text", ["€", "1.500.00 €", "€ 9" * 500, "1.000.000.000.000.000.000 €", "€€€ ,- ,-- S 1,-", "9" * 5000 + " €"])
def test_any_text_is_survived(text: str) -> None:
    assert all(found.start < found.end for found in find_money(text, 0, len(text)))


@given(st.lists(st.sampled_from([*MARKS, "S", "D", " ", "Mark", "T"]), max_size=12).map("".join))
@settings(max_examples=200, deadline=None)
def test_every_mark_is_found_also_within_another(text: str) -> None:
    assert [found.start() for found in MARK.finditer(text)] == places_of(MARKS, text, 0, len(text))

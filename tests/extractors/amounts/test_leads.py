"""What the lead of a list says of the sums below it. Complete lists, all sentences are made up."""

import pytest

from extractors.amounts import extract
from extractors.amounts.leads import Leads
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText


def short(text: str) -> list[str]:
    found = extract(minutes_of(DocumentText(f"Beschluss:\n{text}")))
    return [" ".join([amount.amount, amount.basis, *map(str, amount.fiscal_years)]) for amount in found]


LISTS = {
    "a fiscal year": (
        "Für das Haushaltsjahr 2025 werden bereitgestellt:\n1. für die Bücherei 10.000 Euro\n2. für das Freibad 25.000 Euro",
        ["10000.00 total 2025", "25000.00 total 2025"],
    ),
    "a fiscal year, below letters": (
        "Im Haushalt 2025 werden eingestellt:\na) Spielplatz Nord: 12.000 €\nb) Spielplatz Süd: 14.500 €",
        ["12000.00 total 2025", "14500.00 total 2025"],
    ),
    "paragraphs with numbers": (
        "Der Rat beschließt für das Haushaltsjahr 2025:\n\n1. Die Bücherei erhält 500 €.\n\n2. Das Freibad erhält 600 €.",
        ["500.00 total 2025", "600.00 total 2025"],
    ),
    "a year that an entry names itself": (
        "Für 2025 werden bereitgestellt:\n1. Bücherei 500 €\n2. Freibad 700 €, davon 200 € erst 2026",
        ["500.00 total 2025", "700.00 total", "200.00 total 2026"],
    ),
    "two years apart": (
        "Für 2025 und im Haushalt 2027 werden bereitgestellt:\n1. Bücherei 500 €\n2. Freibad 700 €",
        ["500.00 total", "700.00 total"],
    ),
    "a year": (
        "Die Vereine erhalten jährlich:\n- Turnverein 500 €\n- Musikverein einmalig 400 €",
        ["500.00 per_year", "400.00 total"],
    ),
    "a month": ("Die Miete beträgt monatlich:\n1. Saal 450,00 €\n2. Küche 120,00 €", ["450.00 per_month", "120.00 per_month"]),
    "a day": ("Die Gebühren je Tag betragen:\na) Saal 120 €\nb) Küche 45 €", ["120.00 per_day", "45.00 per_day"]),
    "a unit": ("Der Zuschuss beträgt je Kind:\na) Krippe 120 €\nb) Hort 45 €", ["120.00 per_unit", "45.00 per_unit"]),
    "no basis: how often is reported": (
        "Die Verwaltung berichtet jährlich über:\n1. Spenden von 100 €\n2. Aufträge von 5.000 €",
        ["100.00 total", "5000.00 total"],
    ),
    "inside a sentence": (
        "Die Vereine erhalten jährlich 1. 10.000 Euro für den Chor, 2. 5.000 Euro für das Orchester.",
        ["10000.00 per_year", "5000.00 per_year"],
    ),
    "a list in a list": (
        "Der Rat beschließt:\n1. Im Haushalt 2025 werden eingestellt:\na) für die Bücherei 500 €\nb) für das Bad 700 €\n2. Der Chor erhält 300 €.",
        ["500.00 total 2025", "700.00 total 2025", "300.00 total"],
    ),
    "a lead around a list in a list": (
        "Für das Haushaltsjahr 2025 gilt:\n1. Eingestellt werden:\na) für die Bücherei 500 €\nb) für das Bad 700 €",
        ["500.00 total 2025", "700.00 total 2025"],
    ),
    "a paragraph after the list": (
        "Für das Haushaltsjahr 2025 werden bereitgestellt:\n1. Bücherei 500 €\n\nDer Chor erhält unabhängig davon 300 €.",
        ["500.00 total 2025", "300.00 total"],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", LISTS)
def test_a_lead_speaks_of_each_entry(name: str) -> None:
    text, expected = LISTS[name]
    assert short(text) == expected


def test_an_entry_of_another_kind_has_no_lead() -> None:
    text = "Für 2025:\n1. Bücherei\n- Regale 500 €\n"
    assert Leads(text, 0, len(text)).of(text.index("1.")) == ("Für 2025",)
    assert Leads(text, 0, len(text)).of(text.index("- ")) == ()

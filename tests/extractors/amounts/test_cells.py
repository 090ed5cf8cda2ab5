"""Sums in tables: their year from the column, their unit from the head, and nothing read over the edge of a cell."""

from __future__ import annotations

import pytest

from extractors.amounts import Amount, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

HEAD = "Beschluss:\nDer Rat beschließt den Finanzierungsplan.\n\n"


def found(text: str) -> list[Amount]:
    return list(extract(minutes_of(DocumentText(HEAD + text))))


def short(amount: Amount) -> str:
    years = "+".join(map(str, amount.fiscal_years))
    return f"{amount.quote.text} = {amount.amount} {amount.currency}{f' {years}' if years else ''}"


TABLES = {
    "a year in each head, the unit above": (
        "Kosten (Angaben in T€):\n\nMaßnahme\t2031\t2032\nRadweg\t500\t1.200\n", ["500 = 500000.00 EUR 2031", "1.200 = 1200000.00 EUR 2032"]),
    "the unit in the head of the labels": ("in Mio. EUR\tAnsatz 2031\nBrücke\t1,5\n", ["1,5 = 1500000.00 EUR 2031"]),
    "the unit in each head": ("Posten\t2031 (in Euro)\t2032 (in Euro)\nWeg\t5.000\t6.000\n", ["5.000 = 5000.00 EUR 2031", "6.000 = 6000.00 EUR 2032"]),
    "the unit in each cell": ("Posten\t2031\t2032\nWeg\t5.000 €\t6.000 €\n", ["5.000 € = 5000.00 EUR 2031", "6.000 € = 6000.00 EUR 2032"]),
    "a head of two rows": (
        "Posten\tHaushaltsjahr\n\t2031\t2032\nWeg\t5.000 €\t6.000 €\n", ["5.000 € = 5000.00 EUR 2031", "6.000 € = 6000.00 EUR 2032"]),
    "years of a budget for two": ("Posten\tDHH 2031/32\nWeg\t5.000 €\n", ["5.000 € = 5000.00 EUR 2031+2032"]),
    "a column for all years": ("Posten\t2031\tGesamt\nWeg\t5.000 €\t9.000 €\n", ["5.000 € = 5000.00 EUR 2031", "9.000 € = 9000.00 EUR"]),
    "years in the rows": ("Jahr\tBetrag in Euro\n2031\t5.000\n2032\t6.000\n", ["5.000 = 5000.00 EUR 2031", "6.000 = 6000.00 EUR 2032"]),
    "no years": ("Verein\tZuschuss in €\nTurnverein\t1.500,00\nMusikverein\t800,--\n", ["1.500,00 = 1500.00 EUR", "800,-- = 800.00 EUR"]),
    "francs": ("Konto\tBudget 2031 CHF\nUnterhalt\t37'666.20\n", []),
    "a minus is kept": ("Posten\tErgebnis 2031 in T€\nSaldo\t-250\n", ["-250 = -250000.00 EUR 2031"]),
    "two cells are not one sum": ("Posten\tMenge\tBetrag\nBänke\t12\t500 €\n", ["500 € = 500.00 EUR"]),
    "two sums of a row": ("Posten\t2031\t2032\nBänke\t200 €\t180 €\n", ["200 € = 200.00 EUR 2031", "180 € = 180.00 EUR 2032"]),
    "a day is no year": ("Posten\tStand 31.12.2031\nBänke\t200 €\n", ["200 € = 200.00 EUR"]),
    "words in a cell": ("Posten\t2031\nBänke\t200 € je Bank für 2033\n", ["200 € = 200.00 EUR 2033"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "sums"), TABLES.values(), ids=TABLES)
def test_sums(text: str, sums: list[str]) -> None:
    assert [short(amount) for amount in found(text)] == sums


NONE = {
    "shares": "Posten (in Euro)\tAnteil in %\t2031\nWeg\t12\t-\n",
    "posts": "Angaben in Euro\tStellen 2031\nBauhof\t12\n",
    "posts in a row": "Angaben in Euro\t2031\nStellen (VZÄ)\t12\n",
    "areas": "Angaben in Euro\tFläche 2031\nBauhof\t1.200\n",
    "accounts": "Angaben in Euro\tProdukt\tBetrag\nBauhof\t5410\t-\n",
    "no unit anywhere": "Maßnahme\t2031\t2032\nRadweg\t500\t1.200\n",
    "a unit in other words": "Wir rechnen in Euro und Cent ab 2030.\n\nText dazwischen.\n\nJahrgang\t2031\nKinder\t500\n",
    "years": "Angaben in Euro\tBaubeginn 2031\nRadweg\t2032\n",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_figures_that_are_no_sums(text: str) -> None:
    assert found(text) == []


def test_the_row_says_what_a_sum_is_for() -> None:
    rows = "Posten\tAnsatz 2031 in €\nErträge der Bücherei\t5.000\nZuschuss an den Turnverein\t800\n"

    assert [(amount.role, amount.section, amount.rule) for amount in found(rows)] == [
        ("revenue", "resolution", "money_cell"), ("appropriation", "resolution", "money_cell")
    ]  # fmt: skip

"""Tables of pages: every cell keeps its column, whatever is merged or empty."""

from __future__ import annotations

import pytest

from pipeline.readers import read


def text_of(table: str) -> str:
    return read(
        f"<html><body><p>Übersicht der Stimmen</p><table>{table}</table><p>Ende</p></body></html>".encode(), "seite.html"
    ).source.text


TABLES = {
    "plain": ("<tr><th>Fraktion</th><th>Ja</th></tr><tr><td>SPD</td><td>5</td></tr>", "Fraktion\tJa\nSPD\t5"),
    "head and body": ("<thead><tr><th>Fraktion</th><th>Ja</th></tr></thead><tbody><tr><td>SPD</td><td>5</td></tr></tbody>", "Fraktion\tJa\nSPD\t5"),
    "empty cells": ("<tr><td></td><td>Ja</td><td>Nein</td></tr><tr><td>SPD</td><td>&nbsp;</td><td>5</td></tr>", "\tJa\tNein\nSPD\t\t5"),
    "over two columns": (
        "<tr><th>Posten</th><th colspan=2>Jahr</th><th>Amt</th></tr><tr><td></td><td>2031</td><td>2032</td><td>Bau</td></tr>",
        "Posten\tJahr\t\tAmt\n\t2031\t2032\tBau",
    ),
    "over two rows": (
        "<tr><td rowspan='2'>Weg</td><td>2031</td></tr><tr><td>2032</td></tr><tr><td>Steg</td><td>2033</td></tr>",
        "Weg\t2031\n\t2032\nSteg\t2033",
    ),
    "over two rows in the middle": (
        "<tr><td>A</td><td rowspan=2>Weg</td><td>1</td></tr><tr><td>B</td><td>2</td></tr>", "A\tWeg\t1\nB\t\t2"),
    "paragraphs in cells": (
        "<tr><td><p>SPD</p></td><td><p>5</p></td></tr><tr><td><div>FDP</div></td><td><p>2</p><p>von 3</p></td></tr>", "SPD\t5\nFDP\t2 von 3"),
    "a title over all": ("<tr><td colspan=2>Haushalt</td></tr><tr><td>Weg</td><td>5</td></tr>", "Haushalt\nWeg\t5"),
    "absurd spans": ("<tr><td colspan=9999>A</td><td>B</td></tr><tr><td colspan=x>C</td><td>D</td></tr>", "A" + 40 * "\t" + "B\nC\tD"),
}  # fmt: skip


@pytest.mark.parametrize(("table", "rows"), TABLES.values(), ids=TABLES)
def test_rows(table: str, rows: str) -> None:
    assert text_of(table) == f"Übersicht der Stimmen\n\n{rows}\n\nEnde\n"


def test_a_page_laid_out_by_a_table_keeps_its_paragraphs() -> None:
    page = "<tr><td>Menü</td><td><p>Beschluss:</p><p>Der Rat beschließt den Bau des Weges und beauftragt die Verwaltung mit der Planung.</p></td></tr>"

    assert text_of(page).split("\n\n")[3:5] == [
        "Der Rat beschließt den Bau des Weges und beauftragt die Verwaltung mit der Planung.",
        "Ende\n",
    ]


def test_a_table_in_a_cell_has_rows_of_its_own() -> None:
    page = "<tr><td>Links</td><td><table><tr><td></td><td>Ja</td></tr><tr><td>SPD</td><td>5</td></tr></table></td></tr>"

    assert text_of(page) == "Übersicht der Stimmen\n\nLinks\n\n\tJa\nSPD\t5\n\nEnde\n"

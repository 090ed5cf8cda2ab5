"""Tables in a text: heads, rows, and every cell with its place in the shadow."""

from __future__ import annotations

import pytest

from extractors.text.minutes import DocumentText
from extractors.text.shadow import shadow_of
from extractors.text.tables import Table, tables_of


def read(text: str, pages: tuple[int, ...] = ()) -> list[Table]:
    return list(tables_of(DocumentText(text, pages), shadow_of(text, pages)))


def words(table: Table) -> list[tuple[str, ...]]:
    return [tuple(cell.text for cell in row.cells) for row in table.body]


def test_heads_rows_and_places() -> None:
    text = "Kosten (Angaben in Euro):\nMaßnahme\t2031\t2032\nRad-\u2028weg  Ost\t500\t600\n\nText danach\n"
    (table,) = read(text)
    shadow = shadow_of(text)

    assert (table.heads, words(table), table.above) == (
        ("Maßnahme", "2031", "2032"),
        [("Radweg Ost", "500", "600")],
        "Kosten (Angaben in Euro):",
    )
    assert [shadow.text[cell.start : cell.end] for cell in table.body[0].cells] == ["Radweg Ost", "500", "600"]
    assert [text[slice(*shadow.origin(cell.start, cell.end))] for cell in table.body[0].cells] == ["Rad-\u2028weg  Ost", "500", "600"]


HEADS = {
    "two rows, merged": ("Maßnahme\tHaushaltsjahr\n\t2031\t2032\nRadweg\t5\t6\n", ("Maßnahme", "Haushaltsjahr 2031", "Haushaltsjahr 2032")),
    "head over one column of two": ("Name\tJa\tNein\nMeier\tx\t\n", ("Name", "Ja", "Nein")),
    "two rows, the second with a label": ("Stimmen\tErgebnis\nFraktion\tJa\tNein\nSPD\t5\t1\n", ("Stimmen Fraktion", "Ergebnis Ja", "Ergebnis Nein")),
    "words in the first row": ("Nr.\tText\n1\tDer Weg wird gebaut.\n2\tbis 2031\n", ("Nr.", "Text")),
    "none": ("Ja\t12\nNein\t3\n", ("", "")),
    "words only": ("Name\tFraktion\nMeier\tSPD\n", ("Name", "Fraktion")),
    "a title over all columns": ("Übersicht der Stimmen\n\tJa\tNein\nSPD\t5\t1\n", ("", "Ja", "Nein")),
    "short rows are filled": ("\tJa\tNein\nSPD\t5\n", ("", "Ja", "Nein")),
}  # fmt: skip


@pytest.mark.parametrize(("text", "heads"), HEADS.values(), ids=HEADS)
def test_heads(text: str, heads: tuple[str, ...]) -> None:
    (table,) = read(text)

    assert table.heads == heads
    assert all(len(row.cells) == len(heads) for row in table.body)


def test_a_table_goes_on_over_a_page_break_with_its_head_again() -> None:
    first, second = (
        "Gemeinderat Buchenried\nPosten\tBetrag\nA\t1\nB\t2\nSeite 1 von 2\n",
        "Gemeinderat Buchenried\nPosten\tBetrag\nC\t3\nSeite 2 von 2\n",
    )
    (table,) = read(first + second, (0, len(first)))

    assert (table.heads, words(table)) == (("Posten", "Betrag"), [("A", "1"), ("B", "2"), ("C", "3")])


def test_an_empty_line_parts_tables_and_one_line_alone_is_none() -> None:
    assert [words(table) for table in read("A\t1\nB\t2\n\nC\t3\nD\t4\n\nDatum:\t3. Mai\n")] == [
        [("A", "1"), ("B", "2")],
        [("C", "3"), ("D", "4")],
    ]


def test_a_line_without_cells_is_a_row_of_one_cell() -> None:
    (table,) = read("Posten\tBetrag\nTeilhaushalt 3\nA\t1\n")

    assert words(table) == [("Teilhaushalt 3", ""), ("A", "1")]


@pytest.mark.parametrize(
    ("text", "figures"),
    [
        ("Posten\tBetrag\nWeg\t500,00 €\nSteg\tca. 1.200 €\n", True),
        ("Partei\tJa\tNein\nSPD\t5\t-\n", True),
        ("Nr.\tText\n1\tDer Weg wird gebaut.\n2\t5 %\n", False),
    ],
    ids=["costs", "votes", "points"],
)
def test_tables_of_figures(text: str, figures: bool) -> None:
    assert read(text)[0].is_of_figures == figures

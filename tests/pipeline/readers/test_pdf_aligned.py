"""Tables without rules, drawn with their truth known: figures in line are rows of cells, anything else stays as it is."""

from __future__ import annotations

import random
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from pipeline.readers import read
from tests.pipeline.readers.pages import Draw, column, pdf_of, together

BEFORE = ["Der Rat nimmt die folgende Übersicht der Verwaltung zur Kenntnis und", "beschließt die Maßnahmen wie aufgeführt."]
AFTER = ["Die Mittel sind im Haushalt eingestellt; die Verwaltung berichtet dem Rat im", "Herbst über den Stand der Arbeiten."]
NAMES = ("Radweg am Ufer", "Steg", "Umbau der Schule", "Platz", "Hallenbad und Sauna", "Archiv")


def set_right(rows: Sequence[Sequence[str]], rights: Sequence[float] = (300, 390, 480), top: float = 700, by_cell: bool = False) -> Draw:
    """A label, and cells that end at the same places; written row by row, or column by column."""

    def draw(canvas: Canvas) -> None:
        cells = [(y, x, cell) for y, row in enumerate(rows) for x, cell in enumerate(row)]
        for y, x, cell in sorted(cells, key=lambda each: (each[1], each[0])) if by_cell else cells:
            if x:
                canvas.drawRightString(rights[x - 1], top - 14 * y, cell)
            else:
                canvas.drawString(60, top - 14 * y, cell)

    return draw


def made_up(seed: int) -> list[list[str]]:
    chance = random.Random(seed)
    rows = [[name, *(f"{chance.randrange(1, 99)}.{chance.randrange(1000):03}" for _ in range(3))] for name in NAMES[: 3 + seed % 4]]
    return [["Posten", "2031", "2032", "2033"], *rows, ["Summe", *(f"{chance.randrange(100, 999)}.000" for _ in range(3))]]


def text_of(*drawings: Draw) -> str:
    return read(pdf_of(together(column(BEFORE, top=740), *drawings, column(AFTER, top=300))), "akte.pdf").source.text


@pytest.mark.parametrize("by_cell", [False, True], ids=["row by row", "column by column"])
@pytest.mark.parametrize("seed", range(8))
def test_every_row_is_recovered(seed: int, by_cell: bool) -> None:
    rows = made_up(seed)

    assert text_of(set_right(rows, by_cell=by_cell)).split("\n\n")[1] == "\n".join("\t".join(row) for row in rows)


def test_a_head_of_words_labels_alone_and_empty_cells() -> None:
    rows = [["Fraktion", "Ja", "Nein", "Enth."], ["Bürgerblock", "12", "-", "1"], ["Grüne Liste und"], ["Offene Stadt", "3", "9", "0"],
            ["Freie", "", "2", "1"], ["Gesamt", "15", "11", "2"]]  # fmt: skip

    assert text_of(set_right(rows)).split("\n\n")[1] == "\n".join("\t".join(row) for row in rows)


NO_TABLES = {
    "two rows": [["Radweg", "12.000", "8.500"], ["Steg", "500", "700"]],
    "one column of figures": [[name, str(100 * at)] for at, name in enumerate(NAMES, 1)],
    "contents": [[f"{at}. {name} " + 30 * ".", str(at + 3)] for at, name in enumerate(NAMES, 1)],
    "days": [[name, f"{at}.5.2031", f"{at + 1}.6.2031"] for at, name in enumerate(NAMES, 1)],
    "names": [[name, "Meier", "SPD"] for name in NAMES],
    "times": [[name, "18:00 Uhr", "19:30 Uhr"] for name in NAMES],
}


@pytest.mark.parametrize("rows", NO_TABLES.values(), ids=NO_TABLES)
def test_what_stands_in_columns_is_not_always_a_table(rows: list[list[str]]) -> None:
    assert "\t" not in text_of(set_right(rows))


def test_figures_that_are_not_in_line_are_no_table() -> None:
    def askew(canvas: Canvas) -> None:
        for y, name in enumerate(NAMES):
            canvas.drawString(60, 700 - 14 * y, name)
            canvas.drawString(250 + 11 * y, 700 - 14 * y, f"{y}.000")
            canvas.drawString(400 - 9 * y, 700 - 14 * y, f"{y}.500")

    assert "\t" not in text_of(askew)

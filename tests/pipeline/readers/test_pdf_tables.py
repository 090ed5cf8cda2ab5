"""Ruled tables on pages that the tests draw, so that every row is known: what is recovered exactly, and what is no table."""

from __future__ import annotations

import random
from collections.abc import Callable, Sequence

import pytest
from reportlab.lib import colors
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import Paragraph, Table

from pipeline.readers import pdf_tables, read
from tests.pipeline.readers.pages import Draw, column, pdf_of, together

CELL = ParagraphStyle("cell", fontName="Helvetica", fontSize=9, leading=11)
WORDS = [
    "Umbau",
    "Weg",
    "Schule",
    "Brücke",
    "Hallenbad",
    "Radweg",
    "Kita",
    "Mensa",
    "Archiv",
    "Bauhof",
    "Ufer",
    "Platz",
    "Markt",
    "Turm",
    "Garten",
]

Rows = list[list[str]]
Rule = Callable[[Canvas, float, float, float, float], None]


def text_of(data: bytes) -> str:
    return read(data, "akte.pdf").source.text


def rows_of(text: str) -> list[str]:
    return [line.replace("-\u2028", "").replace("\u2028", "") for line in text.split("\n") if "\t" in line]


def made_up(seed: int, rows: int = 8, columns: int = 4) -> Rows:
    """A head, and rows of a name and sums."""
    chance = random.Random(seed)
    head = ["Maßnahme", *(f"Ansatz {2030 + number}" for number in range(columns - 1))]
    return [head] + [
        [" ".join(chance.sample(WORDS, 2)), *(f"{chance.randrange(1, 900)}.{chance.randrange(1000):03},00" for _ in range(columns - 1))]
        for _ in range(rows - 1)
    ]


def plain(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    canvas.line(x, y, to_x, to_y)


def thin_rectangles(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    """As Word draws its rules."""
    canvas.rect(x - 0.24, y - 0.24, to_x - x + 0.48, to_y - y + 0.48, stroke=0, fill=1)


def short_dashes(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    """A dashed rule, each dash a path."""
    for dash in range(int(max(to_x - x, to_y - y) / 5) + 1):
        shift = 5 * dash
        canvas.line(*((x + shift, y, min(x + shift + 3, to_x), y) if to_x > x else (x, y + shift, x, min(y + shift + 3, to_y))))


def dots(canvas: Canvas, x: float, y: float, to_x: float, to_y: float) -> None:
    """A dotted rule, each dot a filled square."""
    for dot in range(int(max(to_x - x, to_y - y) / 2) + 1):
        canvas.rect(x + 2 * dot * (to_x > x), y + 2 * dot * (to_y > y), 0.9, 0.9, stroke=0, fill=1)


def ruled(rows: Rows, rule: Rule = plain, *, edges: bool = True, top: float = 720, wide: float = 110, high: float = 18) -> Draw:
    """A table of single lines whose rules are drawn one by one; without `edges` none at its left and right."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.5)
        bottom, right = top - high * len(rows), 60 + wide * len(rows[0])
        for number in range(len(rows) + 1):
            rule(canvas, 60, top - high * number, right, top - high * number)
        for number in range(len(rows[0]) + 1) if edges else range(1, len(rows[0])):
            rule(canvas, 60 + wide * number, bottom, 60 + wide * number, top)
        _write(canvas, rows, top, wide, high)

    return draw


def cells_as_rectangles(rows: Rows, gap: float = 1.5, top: float = 720, wide: float = 110, high: float = 18) -> Draw:
    """Every cell a rectangle, with a slit between two."""

    def draw(canvas: Canvas) -> None:
        canvas.setLineWidth(0.4)
        for y, row in enumerate(rows):
            for x in range(len(row)):
                canvas.rect(60 + wide * x, top - high * (y + 1), wide - gap, high - gap)
        _write(canvas, rows, top, wide, high)

    return draw


def shaded_cells(rows: Rows, top: float = 720, wide: float = 110, high: float = 18) -> Draw:
    """Cells told apart by two greys, without any rule."""

    def draw(canvas: Canvas) -> None:
        for y, row in enumerate(rows):
            for x in range(len(row)):
                canvas.setFillGray(0.8 if (x + y) % 2 else 0.9)
                canvas.rect(60 + wide * x, top - high * (y + 1), wide, high, stroke=0, fill=1)
        canvas.setFillGray(0)
        _write(canvas, rows, top, wide, high)

    return draw


def _write(canvas: Canvas, rows: Rows, top: float, wide: float, high: float) -> None:
    for y, row in enumerate(rows):
        for x, cell in enumerate(row):
            canvas.drawString(63 + wide * x, top - high * y - 13, cell)


def flowing(rows: Rows, spans: Sequence[tuple[tuple[int, int], tuple[int, int]]] = (), widths: Sequence[float] | None = None) -> Draw:
    """A table as reportlab sets it: cells wrapped, some merged."""

    def draw(canvas: Canvas) -> None:
        style: list[tuple[object, ...]] = [("GRID", (0, 0), (-1, -1), 0.5, colors.black), ("VALIGN", (0, 0), (-1, -1), "TOP")]
        style += [("SPAN", first, last) for first, last in spans]
        table = Table([[Paragraph(cell, CELL) for cell in row] for row in rows], colWidths=widths or [110] * len(rows[0]), style=style)
        _, high = table.wrapOn(canvas, 460, 700)
        table.drawOn(canvas, 60, 720 - high)

    return draw


def wrapped(seed: int) -> Rows:
    return [[" ".join(random.Random(f"{seed}{cell}").choices(WORDS, k=6)), *row[1:]] if at else row
            for at, row in enumerate(made_up(seed)) for cell in [row[1] + str(at)]]  # fmt: skip


CLASSES: dict[str, Callable[[Rows], Draw]] = {
    "lines": ruled,
    "thin rectangles": lambda rows: ruled(rows, thin_rectangles),
    "dashes": lambda rows: ruled(rows, short_dashes),
    "dots": lambda rows: ruled(rows, dots),
    "no rules at the sides": lambda rows: ruled(rows, edges=False),
    "cells as rectangles": cells_as_rectangles,
    "cells as rectangles apart": lambda rows: cells_as_rectangles(rows, gap=3),
    "shaded cells": shaded_cells,
    "narrow rows": lambda rows: ruled(rows, high=13.5),
    "flowing": flowing,
}


@pytest.mark.parametrize("kind", CLASSES)
def test_every_row_is_recovered_exactly(kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(pdf_tables.RuledTables, "_second_opinion", lambda *_: pytest.fail("the second opinion was asked"))
    tables = [made_up(seed, 4 + seed, 2 + seed % 3) for seed in range(6)]
    prose = column(["Der Rat nimmt die folgende Übersicht der Verwaltung zur Kenntnis und dankt."], top=760)
    text = text_of(pdf_of(*(together(prose, CLASSES[kind](rows)) for rows in tables)))

    assert rows_of(text) == ["\t".join(row) for rows in tables for row in rows]


def test_wrapped_cells_are_one_line_each() -> None:
    tables = [wrapped(seed) for seed in range(4)]

    assert rows_of(text_of(pdf_of(*map(flowing, tables)))) == ["\t".join(row) for rows in tables for row in rows]


def test_a_word_broken_in_a_cell_goes_on_after_its_line_end() -> None:
    rows = [["Fraktion", "Stimment-<br/>haltung"], ["Bürgerblock", "2"]]

    assert "Fraktion\tStimment-\u2028haltung\nBürgerblock\t2\n" in text_of(pdf_of(flowing(rows)))


def test_the_words_of_a_merged_cell_stand_at_its_top_left() -> None:
    rows = [["Maßnahme", "Haushaltsjahr", ""], ["", "2031", "2032"], ["Radweg", "500", "600"], ["", "700", "800"], ["Summe", "2.600", ""]]
    spans = [((0, 0), (0, 1)), ((1, 0), (2, 0)), ((0, 2), (0, 3)), ((1, 4), (2, 4))]

    assert text_of(pdf_of(flowing(rows, spans))) == "Maßnahme\tHaushaltsjahr\n\t2031\t2032\nRadweg\t500\t600\n\t700\t800\nSumme\t2.600\n"


def test_rows_without_rules_between_them_are_rows() -> None:
    rows = [["Fraktion", "Ja", "Nein"], ["Grüne Liste<br/>Bürgerblock<br/>Offene Stadt", "12<br/>3<br/>1", "0<br/>9<br/>2"]]

    assert rows_of(text_of(pdf_of(flowing(rows)))) == [
        "Fraktion\tJa\tNein",
        "Grüne Liste\t12\t0",
        "Bürgerblock\t3\t9",
        "Offene Stadt\t1\t2",
    ]


def test_a_table_on_a_turned_page() -> None:
    rows = made_up(5)

    def sideways(canvas: Canvas) -> None:
        canvas.setPageRotation(90)
        canvas.translate(A4[0], 0)
        canvas.rotate(90)
        ruled(rows, top=520)(canvas)

    assert rows_of(text_of(pdf_of(sideways))) == ["\t".join(row) for row in rows]


def test_a_turned_head_cell_is_one_word() -> None:
    rows = [["Fraktion", ""], ["Bürgerblock", "2"], ["Grüne Liste", "1"]]

    def turned(canvas: Canvas) -> None:
        canvas.saveState()
        canvas.translate(180, 664)
        canvas.rotate(90)
        canvas.drawString(0, 0, "Enthaltung")
        canvas.restoreState()

    text = text_of(pdf_of(together(ruled(rows, high=60), turned)))

    assert rows_of(text) == ["Fraktion\tEnthaltung", "Bürgerblock\t2", "Grüne Liste\t1"]


def test_a_table_goes_on_over_a_page_break() -> None:
    rows = made_up(3, 12)

    assert text_of(pdf_of(ruled(rows[:7], top=180), ruled(rows[7:]))) == "\n".join("\t".join(row) for row in rows) + "\n"


def test_two_tables_beside_each_other_and_text_beside_a_table() -> None:
    left, right = [["Ja", "12"], ["Nein", "3"]], [["Anwesend", "15"], ["Befangen", "0"]]

    def beside(canvas: Canvas) -> None:
        ruled(left, wide=80)(canvas)
        canvas.translate(250, 0)
        ruled(right, wide=80)(canvas)
        canvas.drawString(250, 707, "Seite 2")

    assert text_of(pdf_of(beside)) == "Ja\t12\nNein\t3\n\nAnwesend\t15\nBefangen\t0\n\nSeite 2\n"


def frame(canvas: Canvas) -> None:
    canvas.rect(30, 30, 535, 780)


def box(canvas: Canvas) -> None:
    canvas.rect(55, 640, 400, 150)


def two_boxes(canvas: Canvas) -> None:
    canvas.rect(55, 700, 400, 90)
    canvas.rect(55, 610, 400, 90)


def form(canvas: Canvas) -> None:
    """Ten by five empty fields with a label."""
    for number in range(11):
        canvas.line(60, 600 - 20 * number, 500, 600 - 20 * number)
    for number in range(6):
        canvas.line(60 + 88 * number, 400, 60 + 88 * number, 600)
    canvas.drawString(63, 587, "Unterschrift")


def under_headings(canvas: Canvas) -> None:
    for y in (790, 700, 650):
        canvas.line(55, y, 500, y)


def two_columns(canvas: Canvas) -> None:
    for y in (800, 300):
        canvas.line(50, y, 550, y)
    canvas.line(300, 300, 300, 800)


def layout(canvas: Canvas) -> None:
    """A page laid out by rules: its paragraphs are no cells."""
    for y in (810, 790, 100):
        canvas.line(50, y, 550, y)
    for x in (50, 58, 550):
        canvas.line(x, 100, x, 810)


PROSE = ["Der Gemeinderat beschließt die Sanierung der Brücke am Mühlbach.", "Die Verwaltung berichtet im Herbst.", "", "12 Ja, 3 Nein"]


@pytest.mark.parametrize("drawing", [frame, box, two_boxes, form, under_headings, two_columns])
def test_rules_around_text_make_no_table(drawing: Draw) -> None:
    assert rows_of(text_of(pdf_of(together(column(PROSE), drawing)))) == []


def test_a_page_laid_out_by_rules_keeps_its_paragraphs() -> None:
    page = column([*PROSE, ""] * 14)

    assert rows_of(text_of(pdf_of(together(page, layout, lambda canvas: canvas.drawString(70, 795, "Beschluss"))))) == []


def test_grids_that_are_not_plain_have_a_second_opinion(monkeypatch: pytest.MonkeyPatch) -> None:
    """A cell in the form of an L: pdfplumber is asked; where it loses letters too, the lines stay as they are."""
    asked = []
    opinion = pdf_tables.RuledTables._second_opinion
    monkeypatch.setattr(pdf_tables.RuledTables, "_second_opinion", lambda *given: asked.append(given[1]) or opinion(*given))
    rows = made_up(1, 4, 3)

    def torn(canvas: Canvas) -> None:
        ruled(rows[:2], top=720)(canvas)
        canvas.line(60, 666, 170, 666)
        canvas.line(170, 666, 170, 684)
        canvas.line(60, 648, 390, 648)
        for x in (60, 390):
            canvas.line(x, 648, x, 684)
        canvas.drawString(63, 671, "Summe")
        canvas.drawString(290, 653, "12")

    text = text_of(pdf_of(torn))

    assert asked == [0]
    assert all(cell in text for row in rows[:2] for cell in row)
    assert "Summe" in text
    assert "12" in text

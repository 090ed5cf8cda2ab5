"""Pages in columns are read down their columns, whatever the order of their content; pages with tables are not torn apart."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.text.shadow import shadow_of
from pipeline.readers import read
from pipeline.readers.pdf_pieces import gutters_of
from pipeline.readers.pdf_places import Line
from tests.pipeline.readers.pages import Draw, column, grid, pdf_of, together
from tests.pipeline.readers.two_columns import Columns, intact

HEADING = ["Zu Punkt 4 der Tagesordnung: Ausbau der Ortsdurchfahrt und Erneuerung der Leitungen in Buchenried"]
TABLE = [
    ["Fraktion", "Ja", "Nein", "Enthaltung"],
    ["Bürgerblock", "12", "0", "1"],
    ["Grüne Liste", "3", "9", "0"],
    ["Summe", "15", "9", "1"],
]


@pytest.mark.parametrize("order", ["reading", "rows", "shuffled"])
@pytest.mark.parametrize(
    "form",
    [
        pytest.param({}, id="plain"),
        pytest.param({"hyphens": False}, id="no hyphens"),
        pytest.param({"full_width": [HEADING]}, id="heading above"),
        pytest.param({"full_width": [HEADING], "bands": 3}, id="headings between"),
        pytest.param({"full_width": TABLE, "bands": 2}, id="tables between"),
        pytest.param({"full_width": [*TABLE, ["Gesamtkosten", "1.250.000 EUR"], *TABLE], "bands": 2}, id="rows of two cells in a table"),
        pytest.param({"full_width": TABLE, "bands": 2, "ruled": True}, id="ruled tables between"),
        pytest.param({"last_share": 0.3}, id="short last column"),
        pytest.param({"head": "Niederschrift des Gemeinderats von Buchenried", "foot": "Amt für Ratsarbeit, Blatt"}, id="head and foot"),
        pytest.param({"offset": 5}, id="lines on different heights"),
        pytest.param({"offset": 3, "columns": 3}, id="three columns on different heights"),
        pytest.param({"columns": 3, "last_share": 0.15}, id="a few lines in the third column"),
        pytest.param({"gutter": 11}, id="narrow gutter"),
        pytest.param({"columns": 3, "gutter": 14}, id="three columns"),
    ],
)
def test_sentences_in_columns_stay_whole(form: dict[str, object], order: str) -> None:
    columns = Columns(order=order, **form)
    source = read(pdf_of(*columns.pages(3)), "akte.pdf").source

    assert intact(columns.truth, shadow_of(source.text, source.page_starts).text) >= 0.99


def rows_at(lefts: tuple[float, ...], rows: list[tuple[str, ...]]) -> Draw:
    """Rows of words that begin at given places, without any rules."""

    def draw(canvas: Canvas) -> None:
        for number, row in enumerate(rows):
            for left, words in zip(lefts, row, strict=True):
                canvas.drawString(left, 700 - number * 14, words)

    return draw


NAMES = [
    "Lindt, Karoline",
    "Obermeier, Hans-Peter",
    "Wiesengrund, Dr. Ada",
    "Thalbach, Uwe",
    "Ammer, Josefine",
    "Quast, Rolf",
    "Zell, Birgit",
] * 3
TABULAR = {
    "attendance list": ((60, 260, 420), [(name, "Bürgerblock", "bis 19.30 Uhr") for name in NAMES]),
    "attendance list in two columns": ((60, 320), list(zip(NAMES, reversed(NAMES), strict=True))),
    "agenda with pages": (
        (60, 520),
        [(f"{at}. Bericht der Verwaltung über den Stand des Vorhabens {at}", str(at + 3)) for at in range(1, 22)],
    ),
    "votes of groups": ((60, 200, 320, 420), [(f"Fraktion {letter}", "2 Ja", "0 Nein", "1 Enthaltung") for letter in "ABCDEFGHIJ"]),
    "labels and values": ((60, 300), [(f"Kennzeichen {at} der Vorlage:", f"Wert von {at} bis {at + 9} ist zulässig") for at in range(15)]),
}


@pytest.mark.parametrize(("lefts", "rows"), TABULAR.values(), ids=TABULAR)
def test_rows_of_a_table_without_rules_stay_rows(lefts: tuple[float, ...], rows: list[tuple[str, ...]]) -> None:
    page = together(column(["Anlage zur Niederschrift"], top=740), rows_at(lefts, rows))

    text = read(pdf_of(page), "akte.pdf").source.text

    assert [line for line in text.splitlines()[1:] if line] == [" ".join(row) for row in rows]


HEAD_LEFT = ["Stadt Buchenried", "Amt für Straßen und Grün", "Rathausplatz 1", "99999 Buchenried", "Zimmer 204", "Frau Obermeier"]
HEAD_RIGHT = ["Datum: 3. Mai 2024", "Aktenzeichen: 66-12", "Telefon: 0999 1234", "Vorlage 12/2024", "Status: öffentlich"]
BODY = ["Der Gemeinderat beschließt die Erneuerung der Ortsdurchfahrt und beauftragt die", "Verwaltung, die Arbeiten auszuschreiben."]


@pytest.mark.parametrize("first", ["left", "right"])
def test_the_blocks_of_a_letter_head_stay_whole(first: str) -> None:
    left, right = column(HEAD_LEFT, left=60, top=780), column(HEAD_RIGHT, left=400, top=780)
    page = together(*([left, right] if first == "left" else [right, left]), column(BODY, top=600))

    read_lines = [line for line in read(pdf_of(page), "akte.pdf").source.text.splitlines() if line]

    assert read_lines == [*(HEAD_LEFT + HEAD_RIGHT if first == "left" else HEAD_RIGHT + HEAD_LEFT), *BODY]


def test_what_stands_above_a_ruled_table_is_read_before_it() -> None:
    rows = [["Ausschuss", "Januar", "Februar"], ["Bauausschuss", "16.01.", "06.02."], ["Sportausschuss", "17.01.", "07.02."]]
    page = together(column(["Stadt Buchenried"], top=760), grid(rows, top=600), column(["Sitzungstermine des Jahres 2024"], top=700))

    assert [line for line in read(pdf_of(page), "akte.pdf").source.text.splitlines() if line][:3] == [
        "Stadt Buchenried", "Sitzungstermine des Jahres 2024", "Ausschuss\tJanuar\tFebruar",
    ]  # fmt: skip


def test_blocks_below_each_other_are_read_from_the_top() -> None:
    page = together(column(["Unten steht der Schluss der Seite.", "Er wurde zuerst geschrieben."], top=300), column(BODY, top=700))

    assert [line for line in read(pdf_of(page), "akte.pdf").source.text.splitlines() if line][:2] == BODY


def test_lines_that_run_backwards_do_not_stop_the_reader() -> None:
    """Text from right to left, and turned text, ends before it begins (seen in pdfplumber's and qpdf's samples)."""
    assert gutters_of([Line("sträwkcür", 500, 100, 10, 20), Line("Rest", 20, 80, 10, 60)], 0.2) == []

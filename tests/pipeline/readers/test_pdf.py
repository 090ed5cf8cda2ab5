"""PDF files as the reader gives them: lines, paragraphs, columns, tables, and refusals in one sentence."""

from __future__ import annotations

import pytest
from PIL import Image
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from pipeline.extraction import Context, read_document
from pipeline.limits import Limits
from pipeline.readers import Terms, UnreadableError, read
from tests.pipeline.readers.pages import across, column, grid, pdf_of, together


def text_of(data: bytes) -> str:
    return read(data, "akte.pdf").source.text


def test_lines_stay_lines_and_a_wide_gap_is_a_paragraph() -> None:
    page = column(["Der Rat der Stadt Buchenried beschließt die", "Sanierung der Brücke.", "", "Abstimmungsergebnis:", "einstimmig"])

    assert text_of(pdf_of(page)) == (
        "Der Rat der Stadt Buchenried beschließt die\nSanierung der Brücke.\n\nAbstimmungsergebnis:\neinstimmig\n"
    )


def test_single_lines_are_paragraphs_where_most_paragraphs_have_no_second_line() -> None:
    prose = column(["Der Rat der Stadt Buchenried beschließt die", "Sanierung der Brücke und die Erneuerung", "des Geländers am Ufer."])
    points = column([words for number in range(1, 9) for words in (f"{number}. Der Plan wird geändert.", "", "")])

    assert text_of(pdf_of(prose, points)).splitlines()[3:7] == ["1. Der Plan wird geändert.", "", "2. Der Plan wird geändert.", ""]


def test_wide_spacing_alone_makes_no_paragraphs() -> None:
    page = column([words for number in range(1, 9) for words in (f"Zeile {number} eines weit gesetzten Satzes", "", "")])

    assert "\n\n" not in text_of(pdf_of(page))


def test_a_hyphen_at_a_line_end_is_kept_with_its_line_end() -> None:
    page = column(["Das Abstimmungs-", "ergebnis wird fest-", "gehalten und unterschrieben."])

    assert text_of(pdf_of(page)) == "Das Abstimmungs-\nergebnis wird fest-\ngehalten und unterschrieben.\n"


def test_pages_follow_each_other_and_offsets_know_their_page() -> None:
    reading = read(pdf_of(column(["Erste Seite der Niederschrift"]), column(["Zweite Seite der Niederschrift"])), "akte.pdf")

    assert reading.source.text == "Erste Seite der Niederschrift\nZweite Seite der Niederschrift\n"
    assert reading.source.page_starts == (0, 30)
    assert [reading.source.page_at(offset) for offset in (0, 29, 30, 60)] == [1, 1, 2, 2]
    assert (reading.pages, reading.text_layer, reading.media_type) == (2, "good", "application/pdf")


LEFT = [f"Links steht der Satz Nummer {number:02} der Rede." for number in range(20)]
RIGHT = [f"Rechts steht der Satz Nummer {number:02} der Rede." for number in range(20)]


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(across(LEFT, RIGHT), id="content runs across"),
        pytest.param(together(column(LEFT, left=50), column(RIGHT, left=315)), id="content runs down"),
    ],
)
def test_two_columns_are_read_one_after_the_other(page) -> None:
    assert text_of(pdf_of(page)) == "\n".join(LEFT + RIGHT) + "\n"


def test_a_table_without_rules_is_not_taken_for_two_columns() -> None:
    names = [f"Posten {number:02}" for number in range(20)]
    sums = [f"{number}.000,00 EUR" for number in range(20)]

    assert text_of(pdf_of(across(names, sums))).splitlines()[3] == "Posten 03 3.000,00 EUR"


@pytest.mark.parametrize(
    ("last", "first", "between"),
    [
        ("Damit ist er so beschlossen.", "Der Vorsitzende ruft auf:", "\n\n"),
        ("Vorlage 12/2024", "Wortmeldungen liegen nicht vor.", "\n\n"),
        ("betreffend die Jahre", "2024 und 2025", "\n"),
        ("Der Rat stimmt dem Antrag der Verwaltung jetzt.", "Herr Lindt ist dagegen.", "\n"),
    ],
    ids=["after a sentence", "short line before a capital", "short line before a number", "full line"],
)
def test_a_paragraph_ends_with_its_column_where_the_last_line_stops_short(last: str, first: str, between: str) -> None:
    page = together(column([*LEFT, last], left=50), column([first, *RIGHT], left=315))

    assert f"{last}{between}{first}" in text_of(pdf_of(page))


def test_the_rows_of_a_ruled_table_are_lines_of_cells() -> None:
    rows = [["Fraktion", "Ja", "Nein", "Enthaltung"], ["Grüne Liste", "12", "0", "1"], ["Bürgerblock", "3", "9", "0"]]
    page = together(column(["Abstimmung über den Antrag"]), grid(rows), column(["Damit ist der Antrag angenommen."], top=600))

    assert text_of(pdf_of(page)).split("\n") == [
        "Abstimmung über den Antrag", "", "Fraktion\tJa\tNein\tEnthaltung", "Grüne Liste\t12\t0\t1", "Bürgerblock\t3\t9\t0", "",
        "Damit ist der Antrag angenommen.", "",
    ]  # fmt: skip


PROSE = [
    "Der Gemeinderat beschließt die Sanierung der Brücke am Mühlbach und beauftragt",
    "die Verwaltung, die dafür notwendigen Mittel in den Haushalt einzustellen.",
    "Abstimmungsergebnis: 12 Ja, 3 Nein",
]
SHIFTED = [line.translate({code: 97 + (code - 97 + 3) % 26 for code in range(97, 123)}) for line in PROSE]


def scan(canvas: Canvas) -> None:
    """A page that is one image."""
    canvas.drawImage(ImageReader(Image.new("L", (60, 80), 200)), 50, 50, 400, 700)


def test_a_short_document_without_images_is_no_scan() -> None:
    reading = read(pdf_of(column(["Anlage 3 zur Satzung"])), "akte.pdf")

    assert (reading.source.text, reading.text_layer) == ("Anlage 3 zur Satzung\n", "good")


def test_nothing_is_believed_that_stands_on_a_garbled_page() -> None:
    document = read_document(pdf_of(column(PROSE), column([*SHIFTED, PROSE[2]])), "akte.pdf", Context())

    assert (document.reading.garbled, document.reading.text_layer) == ((2,), "poor")
    assert {fact.quote.page for facts in document.extraction.tables.values() for fact in facts} == {1}


def test_a_broken_file_behind_a_protected_one_is_not_called_protected() -> None:
    """pdfium gives no reason of its own for some broken files, and that of the file before instead."""
    with pytest.raises(UnreadableError, match="protected by a password"):
        read(pdf_of(column(["geheim"]), encrypt="schluessel"), "akte.pdf")

    broken = pdf_of(column(["Der Rat tagt am Montag."])).replace(b"/Pages", b"/Pxges")
    assert read(broken, "akte.pdf").source.text == "Der Rat tagt am Montag.\n"  # by the second reader


@pytest.mark.parametrize(
    ("data", "code", "sentence"),
    [
        pytest.param(pdf_of(scan), "no_text_layer", "akte.pdf has 1 page(s) and no text layer: it is a scan; OCR is switched off.", id="scan"),
        pytest.param(pdf_of(together(scan, column(["Anlage 3"]))), "no_text_layer",
                     "akte.pdf has 1 page(s) and no text layer: it is a scan; OCR is switched off.", id="scan with a stamp"),
        pytest.param(pdf_of(lambda canvas: canvas.rect(50, 50, 400, 700, fill=1)), "no_text_layer",
                     "akte.pdf has 1 page(s) and no text on them.", id="no letters"),
        pytest.param(pdf_of(column(SHIFTED)), "garbled_text",
                     "akte.pdf cannot be read: its fonts do not say which characters they draw, or its OCR failed.", id="shifted letters"),
        pytest.param(pdf_of(column(["geheim"]), encrypt="schluessel"), "encrypted", "akte.pdf is protected by a password.", id="password"),
        pytest.param(pdf_of(column(["halb"]))[:200], "corrupt", "akte.pdf is not a PDF that can be opened.", id="cut"),
        pytest.param(b"", "corrupt", "akte.pdf is empty.", id="empty"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_said_in_one_sentence(data: bytes, code: str, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "akte.pdf", Terms(Limits(scans=0)))

    assert (refusal.value.code, str(refusal.value)) == (code, sentence)


def test_a_broken_file_is_not_encrypted_because_the_one_before_was() -> None:
    locked, broken = (
        pdf_of(column(["geheim"]), encrypt="schluessel"),
        pdf_of(column(["halb"])).replace(b"/Pages", b"/Pxges").replace(b"/Type /Page", b"/Txpe /Page"),
    )

    codes = []
    for data in (broken, locked, broken):
        with pytest.raises(UnreadableError) as refusal:
            read(data, "akte.pdf")
        codes.append(refusal.value.code)

    assert codes == ["corrupt", "encrypted", "corrupt"]

"""The boxes of a quote hold the quoted words and no others, when that region of the page is read again."""

from __future__ import annotations

import io
import re

import pypdfium2
import pytest

from pipeline.readers import read
from pipeline.readers.pdf_boxes import QuoteBox, boxes_of
from tests.pipeline.readers.pages import Draw, column, grid, pdf_of, together
from tests.pipeline.readers.two_columns import Columns


def words_in(data: bytes, boxes: tuple[QuoteBox, ...]) -> str:
    """What pdfium reads inside of the boxes, without blanks and hyphens."""
    document = pypdfium2.PdfDocument(data)
    found = ""
    for quote in boxes:
        left, bottom, right, top = quote.box
        found += document[quote.page - 1].get_textpage().get_text_bounded(left + 0.2, bottom + 0.2, right - 0.2, top - 0.2)
    return bare(found)


def bare(words: str) -> str:
    return "".join(re.sub("[-\ufffe\x02]", "", words).split())  # U+0002 is pdfium's other way to write a hyphen


PROSE = [
    "Der Gemeinderat beschließt die Sanierung der Brücke am Mühlbach und beauf-", "tragt die Verwaltung, die Mittel von 90.000 Euro einzustellen.",
    "Abstimmungsergebnis: 12 Ja, 3 Nein, 1 Enthaltung",
]  # fmt: skip


@pytest.mark.parametrize(
    ("pages", "quote", "places"),
    [
        pytest.param([column(PROSE)], "90.000 Euro", [1], id="in a line"),
        pytest.param([column(PROSE)], "Sanierung der Brücke am Mühlbach und beauf-\ntragt die Verwaltung", [1, 1], id="over a hyphenated line end"),
        pytest.param([column(PROSE[:1]), column(PROSE[1:])], "und beauf-\ntragt die Verwaltung", [1, 2], id="over a page's end"),
        pytest.param([grid([["Fraktion", "Ja", "Nein"], ["Grüne Liste", "12", "0"], ["Bürgerblock", "12", "9"]])], "Bürgerblock\t12\t9",
                     [1], id="a row of a table"),
        pytest.param([together(column(PROSE), grid([["Ja", "Nein"], ["12", "3"]], top=600))], "12\t3", [1], id="numbers that stand twice"),
    ],
)  # fmt: skip
def test_the_boxes_of_a_quote_hold_its_words(pages: list[Draw], quote: str, places: list[int]) -> None:
    data = pdf_of(*pages)
    source = read(data, "akte.pdf").source
    start = source.text.index(quote)

    (boxes,) = boxes_of(data, source, [(start, start + len(quote))])

    assert [box.page for box in boxes] == places
    assert words_in(data, boxes) == bare(quote)


@pytest.mark.parametrize("order", ["reading", "rows", "shuffled"])
def test_quotes_in_columns_have_their_boxes(order: str) -> None:
    data = pdf_of(*Columns(order=order).pages(2))
    source = read(data, "akte.pdf").source
    spans = [(start, start + 70) for start in range(100, len(source.text) - 100, 611)]

    for (start, end), boxes in zip(spans, boxes_of(data, source, spans), strict=True):
        assert words_in(data, boxes) == bare(source.text[start:end])


def test_a_turned_page_has_its_boxes_as_it_is_looked_at() -> None:
    document = pypdfium2.PdfDocument(pdf_of(column(PROSE)))
    document[0].set_rotation(90)
    buffer = io.BytesIO()
    document.save(buffer)
    data = buffer.getvalue()
    source = read(data, "akte.pdf").source
    start = source.text.index("Abstimmungsergebnis")

    ((found,),) = boxes_of(data, source, [(start, start + len("Abstimmungsergebnis"))])

    assert found.box.top - found.box.bottom > found.box.right - found.box.left  # the words run down the page


def test_words_that_the_page_does_not_show_have_no_boxes() -> None:
    data = pdf_of(column(PROSE))
    source = read(pdf_of(column(["Ein anderer Text von anderswo"])), "akte.pdf").source

    assert boxes_of(data, source, [(0, 10)]) == [()]

"""Pictures of pages: what is hidden in the text is black on them, and where that is not certain there is no picture."""

from __future__ import annotations

import io
from typing import NamedTuple

import numpy as np
import pypdfium2
import pytest
from PIL import Image
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.text.minutes import DocumentText
from pipeline.readers import read
from pipeline.readers.pdf_drawn import SCALE, sheets
from pipeline.readers.pdf_places import Box
from tests.pipeline.readers.pages import Draw, column, grid, pdf_of, together

PROSE = ["Frau Erika Mustermann fragt nach der Brücke.", "Der Rat dankt Frau Mustermann und beschließt 90.000 Euro."]


class Seen(NamedTuple):
    """A page while it was open."""

    size: tuple[float, float]
    boxes: list[Box]
    black: list[Box]
    why_not: str | None
    picture: bytes | None


def seen(data: bytes, source: DocumentText, quote: tuple[int, int], *hidden: tuple[int, int]) -> Seen:
    """The one page with a quote."""
    (found,) = [
        Seen(sheet.size, [box.box for _, box in sheet.boxes], list(sheet.black), sheet.why_not, sheet.picture())
        for sheet in sheets(data, source, [quote], hidden)
    ]
    return found


def span(source: DocumentText, words: str) -> tuple[int, int]:
    start = source.text.index(words)
    return start, start + len(words)


def only(data: bytes, quote: str, *hidden: str) -> Seen:
    source = read(data, "akte.pdf").source
    return seen(data, source, span(source, quote), *(span(source, word) for word in hidden))


def read_outside(data: bytes, sheet: Seen) -> str:
    """The letters whose middle is not behind anything black."""
    page = pypdfium2.PdfDocument(data)[0]
    textpage = page.get_textpage()
    text = textpage.get_text_range()
    outside = ""
    for at, sign in enumerate(text):
        left, bottom, right, top = textpage.get_charbox(at)
        across, up = (left + right) / 2 - page.get_bbox()[0], (bottom + top) / 2 - page.get_bbox()[1]
        outside += "" if any(box.left <= across <= box.right and box.bottom <= up <= box.top for box in sheet.black) else sign
    return outside


def shades(picture: bytes, box: tuple[float, float, float, float], height: float) -> np.ndarray:
    """The pixels within a box that is counted in points from the lower left."""
    left, bottom, right, top = box
    image = Image.open(io.BytesIO(picture)).convert("L")
    return np.asarray(
        image.crop((int(left * SCALE) + 1, int((height - top) * SCALE) + 1, int(right * SCALE), int((height - bottom) * SCALE)))
    )


def test_a_page_has_a_picture_and_the_boxes_of_its_quotes() -> None:
    sheet = only(pdf_of(column(PROSE)), "90.000 Euro")
    assert sheet.picture is not None
    width, height = Image.open(io.BytesIO(sheet.picture)).size
    assert (width, height) == (pytest.approx(sheet.size[0] * SCALE, abs=1), pytest.approx(sheet.size[1] * SCALE, abs=1))
    assert len(sheet.boxes) == 1


def test_what_is_hidden_is_black_in_the_picture() -> None:
    data = pdf_of(column(PROSE))
    sheet = only(data, "90.000 Euro", "Erika Mustermann")
    assert sheet.picture is not None
    assert sheet.why_not is None
    for box in sheet.black:
        assert shades(sheet.picture, box, sheet.size[1]).max() == 0
    left = read_outside(data, sheet)
    assert "Erika" not in left
    assert "dankt" in left
    assert "90.000 Euro" in left
    assert shades(sheet.picture, sheet.boxes[0], sheet.size[1]).max() > 200


@pytest.mark.parametrize(
    "page",
    [
        pytest.param(grid([["Name", "Stimmen"], ["Mustermann", "12"], ["Beispiel", "9"], ["Mustermann", "7"]]), id="which of two it is"),
        pytest.param(together(column(["Es fragt Mustermann, wohnhaft am Wehr."]), grid([["Wer", "Was"], ["Mustermann", "12"]], top=600)), id="in text and table"),
    ],
)  # fmt: skip
def test_a_word_whose_place_is_not_certain_is_hidden_everywhere(page: Draw) -> None:
    data = pdf_of(page)
    source = read(data, "akte.pdf").source
    at = source.text.rindex("Mustermann")
    sheet = seen(data, source, span(source, "12"), (at, at + len("Mustermann")))
    assert sheet.why_not is None
    assert "Mustermann" not in read_outside(data, sheet).replace("Es fragt Mustermann", "")
    assert "12" in read_outside(data, sheet)


def cropped(data: bytes, rotation: int) -> bytes:
    document = pypdfium2.PdfDocument(data)
    document[0].set_cropbox(30, 100, 560, 830)
    document[0].set_rotation(rotation)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_boxes_are_where_the_words_are_on_a_page_that_is_cropped_and_turned(rotation: int) -> None:
    data = cropped(pdf_of(column(PROSE)), rotation)
    sheet = only(data, "beschließt", "Mustermann")
    whole = only(data, "beschließt")
    masked, bare = sheet.picture, whole.picture
    assert masked is not None
    assert bare is not None
    for box in sheet.black:
        assert shades(bare, box, sheet.size[1]).min() < 120  # there is print where it will be black
        assert shades(masked, box, sheet.size[1]).max() == 0
    before, after = (np.asarray(Image.open(io.BytesIO(picture)).convert("L")) for picture in (bare, masked))
    assert (after <= before).all()


def test_a_page_on_which_a_hidden_word_is_not_found_is_not_shown() -> None:
    data = pdf_of(column(PROSE))
    other = read(pdf_of(column(["Erika Beispiel fragt nach der Brücke.", PROSE[1]])), "akte.pdf").source
    sheet = seen(data, other, (0, 5), span(other, "Beispiel"))
    assert sheet.why_not == "hidden_place_unknown"


def test_the_same_page_gives_the_same_bytes() -> None:
    data = pdf_of(column(PROSE))
    assert only(data, "90.000 Euro").picture == only(data, "90.000 Euro").picture


def test_a_scan_with_a_layer_of_text_is_not_shown_where_something_is_hidden() -> None:
    """The layer's words seldom stand exactly where the picture shows them."""

    def scanned(canvas: Canvas) -> None:
        canvas.drawInlineImage(Image.new("L", (60, 84), 250), 0, 0, *A4)

    data = pdf_of(together(scanned, column([*PROSE, *PROSE, *PROSE])))
    assert only(data, "90.000 Euro", "Erika Mustermann").why_not == "hidden_on_scan"
    assert only(data, "90.000 Euro").why_not is None

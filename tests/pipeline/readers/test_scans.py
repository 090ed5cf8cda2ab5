"""Scanned pages: what OCR makes of them, and what becomes of a document where it cannot."""

from __future__ import annotations

import os
import subprocess
import sys
import tempfile
from pathlib import Path
from types import SimpleNamespace

import pytest

from pipeline.extraction import Context, json_of, read_document
from pipeline.limits import Limits
from pipeline.readers import Terms, UnreadableError, ocr, read
from pipeline.readers.ocr import tesseract
from pipeline.readers.ocr.kept import kept_in
from pipeline.readers.ocr.temporary import own_temporary_folder
from pipeline.readers.ocr.words import Seen, Word
from pipeline.statuses import Status
from tests.pipeline.readers.error_rate import error_rate
from tests.pipeline.readers.pages import column, grid, pdf_of, together
from tests.pipeline.readers.scans import CLEAN, DECISION, MINUTES, PAGE, WORN, Scanner, photo, stamp, words_only

with_ocr = pytest.mark.skipif(not tesseract.is_installed(), reason=f"no OCR here: {tesseract.HOW_TO_GET_IT}")
NO_OCR = Terms(Limits(scans=0))
GET_IT = "to have it read, install the Debian packages tesseract-ocr and tesseract-ocr-deu."


@with_ocr
@pytest.mark.parametrize(
    "scanner",
    [
        pytest.param(Scanner(150), id="150 dpi"),
        pytest.param(Scanner(300, slant=-3, blur=1), id="300 dpi, slanted by 3 degrees, blurred"),
        pytest.param(Scanner(200, slant=1.2, grain=40), id="200 dpi, slanted, grainy"),
        pytest.param(Scanner(150, turn=180), id="upside down"),
        pytest.param(Scanner(150, turn=90), id="on its left side"),
        pytest.param(Scanner(150, turn=270, grain=20), id="on its right side, grainy"),
    ],
)
def test_a_scan_is_read(scanner: Scanner) -> None:
    reading = read(pdf_of(scanner.scan(PAGE)), "akte.pdf")

    assert error_rate(words_only(MINUTES), reading.source.text) < 0.01
    assert (reading.text_layer, reading.scanned, reading.garbled, reading.remarks) == ("ocr", (1,), (), ())


@with_ocr
def test_facts_of_a_scan_are_those_of_the_page() -> None:
    said, drawn = (json_of(read_document(pdf_of(page), "akte.pdf", Context())) for page in (WORN.scan(PAGE), PAGE))

    assert (said["document"]["text_layer"], said["document"]["ocr_pages"]) == ("ocr", (1,))
    for table, column_of in (
        ("votes", "yes"),
        ("amounts", "amount"),
        ("deadlines", "date_to"),
        ("resolution_points", "text"),
        ("references", "value"),
    ):
        assert [row[column_of] for row in said[table]] == [row[column_of] for row in drawn[table]], table
        assert said[table], table


@with_ocr
def test_lines_and_paragraphs_are_those_of_the_page() -> None:
    assert read(pdf_of(CLEAN.scan(PAGE)), "akte.pdf").source.text == read(pdf_of(PAGE), "akte.pdf").source.text


@with_ocr
def test_text_pages_stay_as_they_are_beside_scanned_ones() -> None:
    first, last = (
        column(["Anlage 1: Der Rat beschließt die Satzung", "über die Straßenreinigung."]),
        column(["Ende der Anlage, ausgefertigt am 3. Mai 2019."]),
    )
    reading = read(pdf_of(first, CLEAN.scan(PAGE), photo, last), "akte.pdf")

    pages = [
        reading.source.text[start:end]
        for start, end in zip(reading.source.page_starts, (*reading.source.page_starts[1:], None), strict=True)
    ]
    assert pages[0] == "Anlage 1: Der Rat beschließt die Satzung\nüber die Straßenreinigung.\n"
    assert error_rate(words_only(MINUTES), pages[1]) < 0.01
    assert pages[2:] == ["\n", "Ende der Anlage, ausgefertigt am 3. Mai 2019.\n"]
    assert (reading.text_layer, reading.scanned, reading.remarks) == ("ocr", (2,), ())


@with_ocr
def test_a_scan_on_which_a_line_has_been_stamped_as_text() -> None:
    page = together(CLEAN.scan(column(MINUTES, pitch=16, top=700)), column(["Anlage 3 zu TOP 7 der Sitzung des Rates"], top=800))

    text = read(pdf_of(page), "akte.pdf").source.text
    assert "Anlage 3 zu TOP 7" in text
    assert "12 Ja-Stimmen, 3 Nein-Stimmen" in text


@with_ocr
def test_a_stamped_date_is_read_with_the_page() -> None:
    text = read(pdf_of(Scanner(200, over=stamp("13. NOV. 2019")).scan(PAGE)), "akte.pdf").source.text

    assert "13. NOV. 2019" in text
    assert "12 Ja-Stimmen, 3 Nein-Stimmen, 1 Enthaltung" in text


@with_ocr
def test_cells_of_a_ruled_table_are_read_row_by_row() -> None:
    rows = [["Fraktion", "Ja", "Nein"], ["Grüne Liste", "12", "0"], ["Freie Wähler", "3", "14"], ["Bürgerblock", "11", "5"]]
    text = read(pdf_of(CLEAN.scan(together(column(MINUTES[:8]), grid(rows, top=600, wide=150)))), "akte.pdf").source.text

    assert words_only(text.splitlines()).endswith("Fraktion Ja Nein Grüne Liste 12 0 Freie Wähler 3 14 Bürgerblock 11 5")


@with_ocr
@pytest.mark.parametrize(
    ("page", "why"),
    [
        pytest.param(CLEAN.scan(column([])), "OCR finds no writing on its pictures", id="empty page"),
        pytest.param(photo, "OCR finds no writing on its pictures", id="photo"),
    ],
)
def test_a_picture_without_writing_is_told_of(page, why: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(pdf_of(page), "akte.pdf")

    assert (refusal.value.code, str(refusal.value)) == ("no_text_layer", f"akte.pdf has 1 page(s) and no text layer: {why}.")


def seen(*words: tuple[str, float], line: int = 0) -> Seen:
    """A page with words in one line."""
    return Seen(tuple(Word(text, sure, 100 * at, 50, 100 * at + 90, 80, line) for at, (text, sure) in enumerate(words)))


LEGIBLE = seen(*((word, 96.0) for word in ["Abstimmungsergebnis:", "12", "Ja-Stimmen,", "3", "Nein-Stimmen"]))


@with_ocr
def test_nothing_is_believed_that_stands_on_an_illegible_page(monkeypatch: pytest.MonkeyPatch) -> None:
    dim = seen(("Abstimmungsergebnis:", 50.0), ("12", 50.0), ("Ja,", 50.0), ("3", 50.0), ("Nein", 50.0))
    monkeypatch.setattr("pipeline.readers.ocr.seen_on", lambda *_: dim)
    document = read_document(pdf_of(PAGE, CLEAN.scan(PAGE)), "akte.pdf", Context())

    assert (document.reading.garbled, document.reading.text_layer) == ((2,), "poor")
    assert [(remark.code, remark.sentence) for remark in document.reading.remarks] == [
        (Status.GARBLED_TEXT, "Page 2 is a scan that OCR cannot read (50 of 100); nothing on it is believed.")
    ]
    assert {fact.quote.page for facts in document.extraction.tables.values() for fact in facts} == {1}


@with_ocr
def test_a_number_that_ocr_is_not_sure_of_is_flagged(monkeypatch: pytest.MonkeyPatch) -> None:
    page = seen(("Abstimmungsergebnis:", 96.0), ("12", 61.0), ("Ja,", 95.0), ("3", 95.0), ("Nein", 95.0))
    monkeypatch.setattr("pipeline.readers.ocr.seen_on", lambda *_: page)
    said = json_of(read_document(pdf_of(CLEAN.scan(PAGE)), "akte.pdf", Context()))

    assert [(row["yes"], row["no"], row["flags"]) for row in said["votes"]] == [(12, 3, ("low_confidence",))]
    assert said["document"]["issues"] == [
        {"code": "low_confidence", "sentence": "votes, page 1: OCR is not sure of a number in «12 Ja, 3 Nein»."}
    ]


@with_ocr
def test_a_page_beyond_its_time_costs_that_page(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(image, dpi, layout, seconds):
        raise tesseract.PageError("took longer than 30 seconds")

    monkeypatch.setattr("pipeline.readers.ocr.page.words_on", slow)
    reading = read(pdf_of(PAGE, CLEAN.scan(PAGE)), "akte.pdf")

    assert (reading.text_layer, [remark.sentence for remark in reading.remarks]) == ("good", ["Page 2 took longer than 30 seconds."])


@with_ocr
def test_tesseract_is_ended_when_its_time_is_over() -> None:
    with pytest.raises(tesseract.PageError, match="took longer than 0 seconds"):
        tesseract.words_on(WORN.picture(PAGE), 200, "page", 0.05)


@with_ocr
def test_scans_beyond_the_limit_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("pipeline.readers.ocr.seen_on", lambda *_: LEGIBLE)
    reading = read(pdf_of(*[CLEAN.scan(PAGE)] * 2, PAGE), "akte.pdf", Terms(Limits(scans=1)))

    assert reading.scanned == (1,)
    assert [remark.sentence for remark in reading.remarks] == [
        "Page 2 is without legible text; 1 scans of a document are read (--limit scans=)."
    ]


@with_ocr
def test_scans_that_a_document_has_no_time_for_are_told_of(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = iter([0.0, 1.0, 2.0, 4.0])
    monkeypatch.setattr("pipeline.readers.ocr.time", SimpleNamespace(monotonic=lambda: next(clock)))
    monkeypatch.setattr("pipeline.readers.ocr.seen_on", lambda *_: LEGIBLE)

    reading = read(pdf_of(*[CLEAN.scan(PAGE)] * 3, PAGE), "akte.pdf", Terms(Limits(seconds_of_scans=3)))

    assert reading.scanned == (1, 2)
    assert [remark.sentence for remark in reading.remarks] == [
        "Page 3 is without legible text; its OCR may take 3 seconds (--limit seconds_of_scans=)."
    ]
    assert reading.wants_ocr  # the next run goes on with it


@with_ocr
def test_a_page_that_was_seen_is_not_looked_at_again(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data, terms = pdf_of(CLEAN.scan(DECISION)), Terms(kept=tmp_path / "akte.ocr.json")
    first = read(data, "akte.pdf", terms)
    monkeypatch.setattr("pipeline.readers.ocr.seen_on", None)

    assert read(data, "akte.pdf", terms) == first


@pytest.mark.parametrize(
    "broken", ["", "{", "[]", '{"made_by": "0", "pages": {}}', '{"made_by": "1", "pages": {"0": {"words": [[1]], "rules": []}}}']
)
def test_what_was_kept_and_is_broken_counts_for_nothing(tmp_path: Path, broken: str) -> None:
    path = tmp_path / "akte.ocr.json"
    path.write_text(broken, encoding="utf-8")

    assert kept_in(path) == {}


def test_pictures_of_readers_that_were_killed_are_swept(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    ended = subprocess.Popen([sys.executable, "-c", ""])
    ended.wait()
    left, at_work, of_others = (
        tmp_path / f"beschlussbuch-ocr-{ended.pid}-x",
        tmp_path / f"beschlussbuch-ocr-{os.getppid()}-x",
        tmp_path / "tess_x",
    )
    for folder in (left, at_work, of_others):
        folder.mkdir()
        (folder / "page.PPM").write_bytes(b"P5")

    with own_temporary_folder() as own:
        assert Path(tempfile.gettempdir()) == own
        assert set(tmp_path.iterdir()) == {at_work, of_others, own}
    assert set(tmp_path.iterdir()) == {at_work, of_others}
    assert tempfile.gettempdir() == str(tmp_path)


class TestWithoutOcr:
    @pytest.fixture(autouse=True)
    def missing(self, monkeypatch: pytest.MonkeyPatch) -> None:
        monkeypatch.setattr(ocr, "is_installed", lambda: False)

    def test_a_scan_says_how_to_have_it_read(self) -> None:
        with pytest.raises(UnreadableError) as refusal:
            read(pdf_of(CLEAN.scan(PAGE)), "akte.pdf")

        assert (refusal.value.code, str(refusal.value)) == (
            "no_text_layer",
            f"akte.pdf has 1 page(s) and no text layer: it is a scan; {GET_IT}",
        )

    def test_a_scanned_page_beside_text_is_told_of(self) -> None:
        reading = read(pdf_of(PAGE, CLEAN.scan(PAGE), CLEAN.scan(PAGE)), "akte.pdf")

        assert (reading.text_layer, reading.scanned, reading.wants_ocr) == ("good", (), True)
        assert [remark.sentence for remark in reading.remarks] == [f"2 pages (2, 3) are without legible text; {GET_IT}"]

    def test_and_not_where_it_is_switched_off(self) -> None:
        reading = read(pdf_of(PAGE, CLEAN.scan(PAGE)), "akte.pdf", NO_OCR)

        assert [remark.sentence for remark in reading.remarks] == ["Page 2 is without legible text; OCR is switched off."]

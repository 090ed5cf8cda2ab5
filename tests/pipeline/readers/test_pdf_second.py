"""The second reader holds the first to account: what is less than it finds is never called read."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import suppress

import pypdfium2
import pytest

from pipeline.readers import UnreadableError, pdf, pdf_second, read
from pipeline.readers.pdf_second import SecondReader
from tests.pipeline.bombs import pdf as pdf_with
from tests.pipeline.readers.pages import column, pdf_of

FIRST, OTHER = "Der Rat der Stadt Buchenried beschließt die Sanierung.", "Die Verwaltung berichtet über den Stand der Arbeiten."
TWO_PAGES = pdf_of(column([FIRST]), column([OTHER]))


def test_it_counts_and_reads() -> None:
    second = SecondReader(TWO_PAGES, 10)

    assert (second.count(), second.text_of(1).strip(), second.text_of(2)) == (2, OTHER, "")


def test_it_stops_counting_beyond_the_limit() -> None:
    assert SecondReader(pdf_of(*[column([FIRST])] * 9), 4).count() == 5


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7", TWO_PAGES[:300], b"%PDF-1.4\n" + b"(" * 5000])
def test_it_never_raises(data: bytes) -> None:
    assert SecondReader(data, 10).count() == 0
    assert SecondReader(data, 10).text_of(0) == ""


def test_its_time_is_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    def slow(_: object) -> None:
        while True:
            with suppress(Exception):  # as pdfminer does in places
                time.sleep(5)

    monkeypatch.setattr(pdf_second, "PDFParser", slow)
    monkeypatch.setattr(pdf_second, "PATIENCE", 0.1)

    assert SecondReader(TWO_PAGES, 10).count() == 0


def test_it_counts_only_what_does_not_plainly_show(monkeypatch: pytest.MonkeyPatch) -> None:
    counted: list[object] = []
    monkeypatch.setattr(SecondReader, "count", lambda second: counted.append(second) or 2)
    packed = TWO_PAGES + b"1 0 obj<</Type/ObjStm>>"

    assert [SecondReader(data, 10).finds_more_than(1) for data in (TWO_PAGES, packed)] == [True, True]
    assert len(counted) == 2
    assert [SecondReader(data, 10).finds_more_than(2) for data in (TWO_PAGES, packed)] == [False, False]
    assert len(counted) == 3  # of the packed one only: the other writes two page objects, and two have been found


BRANCHES = pdf_with(
    b"<</Type/Catalog/Pages 2 0 R>>",
    b"<</Type/Pages/Count 4/Kids[3 0 R 4 0 R 5 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Contents 8 0 R>>",
    b"<</Type/Pages/Parent 2 0 R/Count 2/Kids[6 0 R 7 0 R]>>",
    b"<</Type/Page/Parent 2 0 R/Contents[8 0 R 9 0 R]>>",
    b"<</Type/Page/Parent 4 0 R>>",
    b"<</Type/Page/Parent 4 0 R/Contents 9 0 R>>",
    b"<</Length 9>>stream\n(Rat) Tj \nendstream",
    b"<</Length 14>>stream\n(beschliesst) Tj\nendstream",
)


@pytest.mark.parametrize(
    ("data", "has_counted"),
    [
        pytest.param(BRANCHES, False, id="a tree"),
        pytest.param(BRANCHES.replace(b"/Count 4", b"/Count 9"), False, id="a root that lies"),
        pytest.param(BRANCHES.replace(b"/Count 2", b"/Count 7"), True, id="a branch that lies"),
    ],
)
def test_a_page_is_weighed_without_the_pages_before_it(data: bytes, *, has_counted: bool) -> None:
    second = SecondReader(data, 10)
    assert not second.finds_more_than(4)

    assert [second.weight_of(number) for number in range(4)] == [3, 0, 11, 14]
    assert (second._pages is not None) == has_counted


@pytest.fixture
def blind(monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Make the first reader lose pages, or the text of pages."""

    def lose(*, pages: int = 0, texts: tuple[int, ...] = ()) -> None:
        whole = pdf._pages

        def some(document: pypdfium2.PdfDocument, tables: object) -> list[pdf.Page]:
            found = list(whole(document, tables))
            return [pdf.Page([], in_doubt=True) if number in texts else page for number, page in enumerate(found)][: len(found) - pages]

        monkeypatch.setattr(pdf, "_pages", some)

    return lose


def test_a_page_that_the_first_cannot_read_is_read_by_the_second(blind: Callable[..., None]) -> None:
    blind(texts=(1,))

    assert read(TWO_PAGES, "akte.pdf").source.text == f"{FIRST}\n{OTHER}\n"


def test_pages_that_the_first_does_not_find_are_read_by_the_second(blind: Callable[..., None]) -> None:
    blind(pages=1)

    reading = read(TWO_PAGES, "akte.pdf")

    assert (reading.pages, reading.source.text) == (2, f"{FIRST}\n{OTHER}\n")


def test_what_neither_reads_whole_is_damaged(blind: Callable[..., None], monkeypatch: pytest.MonkeyPatch) -> None:
    blind(pages=1)
    monkeypatch.setattr(SecondReader, "text_of", lambda *_: "")

    with pytest.raises(UnreadableError) as refusal:
        read(TWO_PAGES, "akte.pdf")
    assert (refusal.value.code, str(refusal.value)) == ("corrupt", "akte.pdf is damaged: one reader finds 1 of its pages, another 2.")

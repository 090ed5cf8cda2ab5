"""Attributes that are too many for a parser are cut off, and the text behind them is read."""

import time

import pytest

from pipeline.readers import Terms
from pipeline.readers.html import read
from pipeline.readers.html_bounded import MOST, bounded

FORMS = {
    "plain": " a{}=1",
    "quoted": ' a{}="x > y"',
    "in other quotes": " a{}='<b>'",
    "without a value": " a{}",
    "without blanks": "/a{}",
    "over lines": "\n a{}\n=\n1",
}


@pytest.mark.parametrize("form", FORMS.values(), ids=FORMS)
def test_what_is_too_much_is_cut_off(form: str) -> None:
    many, most = ("".join(form.format(number) for number in range(count)) for count in (2 * MOST, MOST))

    assert bounded(f"<h1>Rat</h1><p{many}>Der Rat tagt.</p>") == f"<h1>Rat</h1><p{most}>Der Rat tagt.</p>"


@pytest.mark.parametrize(
    "page", ["", "1 < 2", "<p", "<p class='a' id=b>Der Rat</p>", f"<img src='data:{'A' * 9000}'>", "<p a='" + " b=1" * 900]
)
def test_any_other_page_stays_as_it_is(page: str) -> None:
    assert bounded(page) == page


def test_the_text_behind_is_read() -> None:
    page = "<p" + "".join(f" a{number}=1" for number in range(50_000)) + ">Der Rat beschließt den Bau."
    before = time.perf_counter()

    assert read(page.encode(), "seite.html", Terms()).source.text.strip() == "Der Rat beschließt den Bau."
    assert time.perf_counter() - before < 1


@pytest.mark.parametrize("piece", ["<a ", "<a b='", '<a b="', "<a b='x\" ", "<p" + " a=1" * 499 + ">", "/a", '<a b="x'])
def test_its_time_grows_with_the_page_only(piece: str) -> None:
    page = "<p" + piece * (500_000 // len(piece))
    before = time.process_time()
    bounded(page)

    assert time.process_time() - before < 2

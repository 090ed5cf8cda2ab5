"""Whatever a server or page declares, the text is the same."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.encoding import decoded

TEXT = "Beschluß: „größere Fläche“ – 5 €"


@pytest.mark.parametrize("declared", [None, "utf-8", "iso-8859-1", "windows-1252", "no-such-encoding"])
@pytest.mark.parametrize("actual", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_the_bytes_win_over_what_is_declared(actual: str, declared: str | None) -> None:
    assert decoded(TEXT.encode(actual), declared) == TEXT


@pytest.mark.parametrize("meta", [b"<meta charset='iso-8859-1'>", b"<?xml version='1.0' encoding='iso-8859-1'?>"])
def test_a_page_that_says_latin_1_and_is_utf_8(meta: bytes) -> None:
    assert decoded(meta + "Öffentlicher Teil".encode()).endswith(">Öffentlicher Teil")


def test_a_declared_encoding_that_is_neither_utf_8_nor_cp1252() -> None:
    assert decoded("Łódź – Partnerstadt".encode("iso-8859-2", "replace"), "iso-8859-2").startswith("Łódź")


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "x"]))
def test_any_bytes_give_a_text(data: bytes, declared: str | None) -> None:
    assert isinstance(decoded(data, declared), str)

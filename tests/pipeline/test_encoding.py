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


@pytest.mark.parametrize("declared", [None, "utf-8", "cp1252", "utf-16"])
@pytest.mark.parametrize("actual", ["utf-16-le", "utf-16-be"])
def test_utf_16_without_its_mark(actual: str, declared: str | None) -> None:
    assert decoded(TEXT.encode(actual), declared) == TEXT


PAGE = "<meta charset={}><p>Der Rat beschließt für die Bürger 5 § Straße"
FITTING = {  # what may be declared beside bytes in that encoding; the ladder's last step is cp1252
    "utf-8": None, "utf-8-sig": None, "utf-16": None, "utf-16-le": None, "utf-32": None, "cp1252": None, "iso-8859-1": None,
    "iso-8859-15": None, "mac-roman": ("mac-roman",), "cp850": ("cp850",), "iso-8859-2": ("iso-8859-2",),
}  # fmt: skip
DECLARED = ["none", "utf-8", "cp1252", "iso-8859-1", "iso-8859-15", "utf-16", "utf-7", "punycode", "zip", "ä", "x" * 90]


@pytest.mark.parametrize("actual", FITTING)
def test_a_page_in_any_encoding_under_any_declaration(actual: str) -> None:
    for said in FITTING[actual] or DECLARED:
        for page in (PAGE.format(said), PAGE.format("")):
            assert decoded(page.encode(actual, "replace"), said) == page.encode(actual, "replace").decode(actual)


def test_control_characters_tell_that_a_declaration_is_wrong() -> None:
    assert decoded("„Ja“ – 5 €".encode("cp1252"), "iso-8859-15") == "„Ja“ – 5 €"


@given(st.binary(max_size=200), st.sampled_from([None, "utf-8", "latin-1", "x"]))
def test_any_bytes_give_a_text(data: bytes, declared: str | None) -> None:
    assert isinstance(decoded(data, declared), str)

"""Rich text as it is printed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from pipeline.readers import Terms, UnreadableError, read, rtf


def blocks_of(content: str) -> list[str]:
    data = b"{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0 Arial;}}" + content.encode("cp1252") + b"}"
    return rtf.read(data, "a.rtf", Terms()).source.text.removesuffix("\n").split("\n\n")


@pytest.mark.parametrize(
    ("content", "blocks"),
    [
        pytest.param(r"Der Rat beschlie\'dft f\'fcr die B\u252\'fcrger 5 \'80.\par Zweitens", ["Der Rat beschließt für die Bürger 5 €.", "Zweitens"], id="paragraphs and umlauts"),
        pytest.param(r"{\listtext\pard\plain\f0 1.\tab}Bau\par{\pntext\f0 b)\tab}Weg\par", ["1.\tBau", "b)\tWeg"], id="numbers of lists"),
        pytest.param(r"{\*\pn\pnlvlbody{\pntxta .}}Bau", ["Bau"], id="how lists are numbered"),
        pytest.param(r"Es werden {\deleted 30.000}{\revised 45.000} EUR{\v geheim} bewilligt.", ["Es werden 45.000 EUR bewilligt."], id="changes and hidden words"),
        pytest.param(r"\v geheim\plain  offen \v0 ja", ["offen ja"], id="hidden words without a group"),
        pytest.param(r"\trowd\intbl Fraktion\cell Ja\cell\row\trowd\intbl Gr\'fcne\par Liste\cell 12\cell\row\pard Ende", ["Fraktion\tJa\nGrüne Liste\t12", "Ende"], id="tables"),
        pytest.param(r"Die Kosten{\footnote\pard Siehe Vorlage 17.\par} steigen.", ["Die Kosten steigen.", "[1] Siehe Vorlage 17."], id="notes"),
        pytest.param(r"{\header Stadt Buchenried\par}{\footer Amt f\'fcr Bau\par}Text", ["Stadt Buchenried", "Text", "Amt für Bau"], id="running heads"),
        pytest.param(r"{\shp{\*\shpinst{\sp{\sn x}{\sv 1}}{\shptxt Am Rand.\par}}}", ["Am Rand."], id="text boxes"),
        pytest.param(r"{\field{\*\fldinst DATE}{\fldrslt 1.2.2026}}", ["1.2.2026"], id="fields"),
        pytest.param(r"{\pict\bin6 }}{{}} weg}da", ["da"], id="pictures of raw bytes"),
        pytest.param(r"a\~b\_c\-d\{e\}\\\ldblquote f\rdblquote\endash g\u-10179 ?\u-8704 ?", ["a\u00a0b-c\u00add{e}\\“f”–g\U0001f600"], id="signs"),
        pytest.param("{\\info{\\title Vorlage}}Der\r\n Rat\\line tagt", ["Der Rat\ntagt"], id="line ends"),
    ],
)  # fmt: skip
def test_what_is_printed(content: str, blocks: list[str]) -> None:
    assert blocks_of(content) == blocks


def test_groups_without_end_are_refused() -> None:
    with pytest.raises(UnreadableError, match=r"^a\.doc nests its groups too deep\.$"):
        read(b"{\\rtf1" + b"{" * 5_000_000, "a.doc")


@given(
    st.lists(
        st.sampled_from(
            [
                "{",
                "}",
                "\\",
                "\\*",
                "\\par",
                "\\u-9 ",
                "\\'f",
                "\\'fc",
                "\\bin9 ",
                "\\uc9",
                "\\ansicpg7 ",
                "\\cell",
                "\\row",
                "\\v",
                "\\footnote ",
                "Rat",
                "\0",
            ]
        ),
        max_size=30,
    )
)
def test_any_bytes_give_a_text(pieces: list[str]) -> None:
    assert rtf.read(("{\\rtf1" + "".join(pieces)).encode(), "a.rtf", Terms()).source.text.endswith("\n")

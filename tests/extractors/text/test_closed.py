"""Which stretches of a public document are not public: the words that are withheld, and nothing else."""

import pytest

from extractors import extract
from extractors.text.minutes import DocumentText, ItemMark

HEAD = "Niederschrift über die Sitzung des Gemeinderats am 3. März 2026\n\n"


def closed(text: str, *marks: ItemMark) -> list[str]:
    """The withheld words, each stretch in one line."""
    source = DocumentText(HEAD + text, marks=marks)
    return [" ".join(source.text[start:end].split()) for start, end in extract(source).closed]


@pytest.mark.parametrize(
    ("text", "withheld"),
    [
        pytest.param("Ö 1 Brücke\nDer Rat berät.\n\nN 2 Mühle\nDer Rat verkauft.\n\nÖ 3 Bad\nDer Rat berät.", ["Mühle Der Rat verkauft."], id="by-number"),
        pytest.param("TOP Ö 1: Brücke\nEr berät.\n\nTOP NÖ 2: Mühle\nEr verkauft.\n", [": Mühle Er verkauft."], id="by-label"),
        pytest.param(
            "I. Öffentliche Sitzung\n\nTOP 1: Brücke\nEr berät.\n\nII. Nichtöffentliche Sitzung\n\nTOP 2: Mühle\nEr verkauft.\n\nTOP 3: Steg\nEr kauft.",
            [": Mühle Er verkauft.", ": Steg Er kauft."],
            id="by-part",
        ),
        pytest.param(
            "TOP 1: Brücke\nEr berät.\n\nNichtöffentlicher Teil\n\nDer Rat verkauft die Mühle.\n\nÖffentlicher Teil\n\nDer Rat gibt dies bekannt.",
            ["Der Rat verkauft die Mühle."],
            id="a-part-without-items",
        ),
        pytest.param("TOP 1: Brücke\nEr berät.\n\nTOP 2: Bad\nEr berät in nichtöffentlicher Sitzung weiter.", [], id="a-sentence"),
        pytest.param("TOP 1: Mühle\nSie wird in\nnichtöffentlicher Sitzung beraten und entschieden.\nDer Rat stimmt zu.", [], id="a-wrapped-sentence"),
        pytest.param("TOP 1: Mühle\nNichtöffentliche Sitzung des Rates war am 3. Mai, in ihr wurde die Mühle verkauft.", [], id="told-of"),
        pytest.param("TOP 1: Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse\nDer Rat hat die Mühle verkauft.", [], id="announced"),
    ],
)  # fmt: skip
def test_stretches(text: str, withheld: list[str]) -> None:
    assert closed(text) == withheld


def test_items_that_the_source_calls_closed() -> None:
    text = "1 Brücke\nDer Rat berät.\n2 Mühle\nDer Rat verkauft.\n"
    marks = [
        ItemMark(len(HEAD) + text.index(line), line[0], line[2:], is_public) for line, is_public in (("1 Brücke", True), ("2 Mühle", False))
    ]

    assert closed(text, *marks) == ["Mühle Der Rat verkauft."]

"""What stands in brackets behind a count: groups with their parts, and never a label with what follows it."""

from __future__ import annotations

import pytest

from extractors import extract
from extractors.text.minutes import DocumentText

SENTENCE = "Beschluss: Der Rat stimmt zu.\nAbstimmungsergebnis: 15 Ja-Stimmen, 9 Nein-Stimmen ({})\n"


@pytest.mark.parametrize(
    ("bracket", "groups"),
    [
        ("5 CDU, 4 SPD", [("CDU", 5), ("SPD", 4)]),
        ("Auskunft: muster", []),
        ("Telefon: 1234, Herr Muster", []),
        ("Muster@wehr.example", []),
    ],
)
def test_what_a_bracket_names(bracket: str, groups: list[tuple[str, int]]) -> None:
    (vote,) = extract(DocumentText(SENTENCE.format(bracket))).tables["votes"]

    assert [(group.name, group.count) for group in vote.groups] == groups  # type: ignore[attr-defined]

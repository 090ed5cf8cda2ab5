"""Numbers that the head of a table names, in its first column or in another one."""

from __future__ import annotations

import pytest

from extractors.text.registry_columns import numbers_in_columns

ROWS = "1 Radweg Nord 123/2031 erledigt\n2 Kita 124/2031 offen, Punkt 12/31\n\n3 Hof 125/2031 offen\n4 Weg 126/2031 offen"
NAMED = {
    "Vorlage Betreff Status\n012/2031 Radweg\nNord\n2. 013/2031 Kita": ["012/2031", "013/2031"],
    "Lfd. Nr. | Drucksache | Stand\n1 | 12345-31 | offen": ["12345-31"],
    f"Nr. Titel Vorlage Stand\n{ROWS}": ["123/2031", "124/2031"],
    f"Nr. Titel Beschluss-Nr. Stand\n{ROWS}": ["123/2031", "124/2031"],
    "Titel Antrag Stand\nRadweg BV 12/031 offen\nKita BV 13/031 offen": ["BV12/031", "BV13/031"],
}  # fmt: skip
NOTHING = (
    f"Nr. Titel Rechnung Stand\n{ROWS}",
    f"Nr. Titel Vorlage Flurstück\n{ROWS}",
    f"Titel Vorlage\n{ROWS}",
    f"Der Rat berät die Vorlage der Stadt.\n{ROWS}",
    "Nr. Titel Vorlage Stand\n1 Radweg 123/2031 offen\n2 Kita offen",
    "Nr. Titel Vorlage Stand\n1 Radweg 2031/2032 offen\n2 Kita 2032/2033 offen\n3 Hof 12/31 offen\n4 Weg 13/31 offen",
    "Nr. Titel Vorlage Stand\n1 Hof Flst. 1234/31 offen\n2 Weg Flst. 1234/32 offen",
    "Vorlage",
)


@pytest.mark.parametrize(("text", "expected"), NAMED.items(), ids=str)
def test_the_head_names_the_numbers(text: str, expected: list[str]) -> None:
    assert [found.value for found in numbers_in_columns(text)] == expected


@pytest.mark.parametrize("text", NOTHING)
def test_other_tables_hold_none(text: str) -> None:
    assert list(numbers_in_columns(text)) == []


def test_the_head_tells_the_kind() -> None:
    row = "\n012/2031 Radweg"
    heads = ("Antrag Stand", "Beschluss-Nr. Stand", "Vorlagen-Nr. Stand")
    assert [found.kind for head in heads for found in numbers_in_columns(head + row)] == ["motion", "decision", "paper"]

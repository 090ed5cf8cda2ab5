"""Numbers without a label: the same form is a paper at one place of its line and nothing at another."""

from __future__ import annotations

import pytest

from extractors.text.registry_lines import letters_before
from extractors.text.registry_numbers import find_numbers

TITLES = {
    "TOP 5: 123/2031 Radweg Nord": ("123/2031", "number_before_title"),
    "2.3 30-35/1347 Umgestaltung Bolzplatz": ("30-35/1347", "number_before_title"),
    "5. 2031-0456 Sanierung": ("2031-0456", "number_before_title"),
    "TOP 5.2 21-1967 Radweg": ("21-1967", "number_before_title"),
    "• 105/2031 Fortschreibung des Schulplans": ("105/2031", "number_before_title"),
    "Titel\n\n1265/II Sanierung unterstützen!": ("1265/II", "shape"),
    "A 29/0211 - CDU/SPD - Trinkwasser": ("A29/0211", "number_before_title"),
    "Stand: 10.11.2031\n\nV 12/031 Brücke": ("V12/031", "number_before_title"),
    "V3133 Motion (SP)": ("V3133", "number_before_title"),
    "Protokoll\nV3133 Motion (SP)": ("V3133", "number_before_title"),
    "5. Kita West (045/2031)": ("045/2031", "number_in_brackets"),
    "5.2 Kita Nord (31/0456)": ("31/0456", "number_behind_title"),
    "TOP 5 Kita Nord - FB 012/31 -": ("FB012/31", "number_behind_title"),
    "Ö 5 Kita Nord 20-14873-01": ("20-14873-01", "number_behind_title"),
    "TOP 7: Gebühren der Kitas (XY-34/2031)": ("XY-34/2031", "number_behind_title"),
}  # fmt: skip

ALONE = {
    "Brücke\nFB 3/045/32\nFrau Eins berichtet.": ("FB3/045/32", "number_alone"),
    "Brücke\nBV/12/34-1\nFrau Eins berichtet.": ("BV/12/34-1", "number_alone"),
    "Brücke\n(123a/2031)\nFrau Eins berichtet.": ("123a/2031", "number_alone"),
    "Umgesetzt\n\nNr.: 2031-0388\nInhalt: Rampe": ("2031-0388", "number_alone"),
    "FA-Verk-114-2031\nSanierung": ("FA-Verk-114-2031", "number_alone"),
    "Ö 8.2 - 21-3581E\nHerr Eins berichtet.": ("21-3581E", "number_alone"),
    "- 101.30.845 -": ("101.30.845", "between_dashes"),
    "Radweg\n- 101.30.845 -\nBeschluss": ("101.30.845", "between_dashes"),
}  # fmt: skip

BRACKETS = {
    "wurde umgesetzt (A 29/0211).": ("A29/0211", "number_in_brackets"),
    "der Radweg (045/31, vertagt)": ("045/31", "number_in_brackets"),
    "1 | Radweg | 123/2031 | erledigt": ("123/2031", "number_in_cell"),
    "1 | Radweg | XY-34/2031\n": ("XY-34/2031", "number_in_cell"),
    "der Radweg (Nr. 123/2031)": ("123/2031", "number_in_brackets"),
    "der Radweg (BV/12/34-1 vom Mai)": ("BV/12/34-1", "number_in_brackets"),
}  # fmt: skip

ELSEWHERE = (
    "im Plan 123/2031 für Nord",
    "für die Satzung\n123/2031 Bürger befragt",
    "Ort 30-35/1347 und 2031-0456",
    "21-1967 Radweg",
    "der Radweg (21-1967)",
    "der Radweg (XY-34/2031)",
    "5. Neubau Musterweg 5, 123/45",
    "5. Verkauf Nordstraße 12/14",
    "01/2031\n02/2031\n2031/2032\n34-02-1",
    "TOP 8.3 - 14-15 Uhr",
    "Ö 8.2 - 20-2031 Plätze fehlen",
    "A 7/12\nB 51/54\nS 12/21",
    "AM 59/31 wird gerufen",
    "V3133 Bänke",
    "KA-Plan-2031\nÖPNV-2031\nVI/2031",
    "CDU 31/0045\nTOP 31/0045",
    "- 101.30.845 Euro -",
    "1 | Radweg | 12/2031 | 2031/2032 | 123/45 | am 123/2031 |",
)


@pytest.mark.parametrize(("text", "expected"), (TITLES | ALONE | BRACKETS).items(), ids=str)
def test_a_number_is_known_by_its_place(text: str, expected: tuple[str, str]) -> None:
    assert [(found.value, found.rule) for found in find_numbers(text)] == [expected]


@pytest.mark.parametrize("text", ELSEWHERE)
def test_the_same_forms_are_nothing_elsewhere(text: str) -> None:
    assert list(find_numbers(text)) == []


def test_letters_are_those_of_registries() -> None:
    assert [letters_before(f"({word} 29/0211)", len(word) + 2) for word in ("A", "BV", "FB 3", "CDU", "EUR", "a")] == [
        "A ",
        "BV ",
        "FB 3 ",
        "",
        "",
        "",
    ]

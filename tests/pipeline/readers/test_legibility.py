"""Which pages are readable text."""

from __future__ import annotations

import pytest

from pipeline.readers.legibility import is_garbled, strange_share

PROSE = (
    "Der Gemeinderat beschließt die Sanierung der Brücke am Mühlbach und beauftragt die Verwaltung, die dafür notwendigen Mittel in den "
    "Haushalt des kommenden Jahres einzustellen. Über den Fortgang der Arbeiten ist dem Ausschuss für Umwelt und Technik zu berichten."
)


def shifted(by: int) -> str:
    return PROSE.translate({first + at: first + (at + by) % 26 for first in (65, 97) for at in range(26)})


@pytest.mark.parametrize("by", range(1, 26))
def test_shifted_letters_are_garbled(by: int) -> None:
    assert is_garbled(shifted(by))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("".join(f"(cid:{number})" for number in range(60)), id="glyphs without characters"),
        pytest.param(PROSE[:80] + "\ufffd" * 12, id="replacement characters"),
        pytest.param("".join(chr(0xE000 + ord(letter)) for letter in PROSE if letter.isalpha()), id="private use"),
        pytest.param("".join(chr(ord(letter) % 32) for letter in PROSE), id="control characters"),
        pytest.param(" ".join(["Gem3inder@t", "bes~hl|eßt", "d!e", "Sa#ier*ung", "d€r", "Br{cke", "un§", "be/uf"] * 6), id="failed OCR"),
    ],
)
def test_garbled(text: str) -> None:
    assert is_garbled(text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(PROSE, id="prose"),
        pytest.param(PROSE.upper(), id="capitals"),
        pytest.param("The council has decided to renovate the bridge and asks the administration to report on the progress of the works.", id="English"),
        pytest.param(" ".join("\uf0b7 Der Weg wird gebaut." for _ in range(9)), id="bullets of a symbol font"),
        pytest.param("\n".join(f"{n}. Haushaltsstelle {n}.000.00 ........ {n * 1000},00 EUR" for n in range(1, 30)), id="sums"),
        pytest.param("\n".join(f"VI-DS-0{n}-NF-02 2026/{n} §{n} Abs.{n} a@b.de http://rat.example/x?y={n}" for n in range(100, 130)), id="references"),
        pytest.param("Решение городского совета о ремонте моста через реку и о порядке финансирования работ в новом году принято", id="another script"),
        pytest.param("„" + ",".join(PROSE.replace(".", "").split()) + "“", id="no blanks"),
        pytest.param("Xyz Qrs 17", id="too short to tell"),
        pytest.param("", id="nothing"),
    ],
)  # fmt: skip
def test_not_garbled(text: str) -> None:
    assert not is_garbled(text)


def test_the_share_of_strange_characters() -> None:
    assert strange_share("abc\ufffd") == 0.25
    assert strange_share("(cid:3)(cid:4)ab") == 0.5
    assert strange_share(" ") == 0.0

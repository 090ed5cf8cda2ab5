"""Numbers before a counted noun."""

import re

import pytest

from extractors.text.german.numbers import COUNT, number_of


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("0", 0),
        ("1.687", 1687),
        ("O", 0),
        ("drei", 3),
        ("Einer", 1),
        ("eine", 1),
        ("zwölf", 12),
        ("dreizehn", 13),
        ("zweiundzwanzig", 22),
        (" vier ", 4),
    ],
)
def test_reads_a_written_number(written: str, value: int) -> None:
    assert number_of(written) == value


@pytest.mark.parametrize("written", ["mehrere", "einige", "wenige", "keine", "", "12,5", "Otto", "dreist", "1.68"])
def test_never_invents_a_number(written: str) -> None:
    assert number_of(written) is None


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("einstimmig12 Ja", ["12"]),  # glued to the word before it
        ("1.13 Ja", ["1", "13"]),  # point 1 with 13 votes
        ("dreizehn Ja und O Nein", ["dreizehn", "O"]),
        ("Oma, Einheit, achtsam", []),
        ("1,5 Stunden", ["1"]),  # what follows decides whether that is a count
    ],
)
def test_finds_numbers_in_running_text(text: str, numbers: list[str]) -> None:
    assert re.findall(COUNT, text) == numbers

"""Sentences end at full stops that end something."""

from __future__ import annotations

import pytest

from extractors.text.sentences import sentence_at, sentences

TEXTS = {
    "Es ist spät. Alle gehen.": ["Es ist spät.", "Alle gehen."],
    "Herr Dr. Muster erklärt sich gem. § 20 Abs. 1 für befangen. Er geht.": [
        "Herr Dr. Muster erklärt sich gem. § 20 Abs. 1 für befangen.",
        "Er geht.",
    ],
    "am 3. Mai, i. V. m. § 5, z. B. heute": ["am 3. Mai, i. V. m. § 5, z. B. heute"],
    "Es geschah 2031. Der Rat staunte.": ["Es geschah 2031.", "Der Rat staunte."],
    "Ein Kopf\n\nEin Absatz\nmit zwei Zeilen": ["Ein Kopf", "Ein Absatz\nmit zwei Zeilen"],
    "Derzeit\n\nbefindet sich dies im Bau": ["Derzeit\n\nbefindet sich dies im Bau"],
    "Wirklich? „Ja!“ Gut.": ["Wirklich?", "„Ja!“", "Gut."],
    "": [],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items(), ids=str)
def test_sentences(text: str, expected: list[str]) -> None:
    assert [text[start:end].strip() for start, end in sentences(text, 0, len(text))] == expected


def test_the_sentence_around_a_word() -> None:
    text = "Eröffnung. Frau Muster ist befangen. Ende."
    assert text[slice(*sentence_at(text, text.index("befangen"), 0, len(text)))] == "Frau Muster ist befangen."
    assert text[slice(*sentence_at(text, 0, 0, len(text)))] == "Eröffnung."


def test_a_table_without_full_stops_is_cut() -> None:
    start, end = sentence_at("x " * 5000, 5000, 0, 10_000)
    assert end - start <= 800

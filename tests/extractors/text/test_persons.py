"""Persons are found by what stands before their names."""

from __future__ import annotations

import pytest

from extractors.text.persons import find_persons

TEXTS = {
    "Herr Stadtrat Dr. Muster spricht.": [("Herr Stadtrat Dr. Muster", 1)],
    "Frau Bürgermeisterin Muster-Beispiel und RM Anders": [("Frau Bürgermeisterin Muster-Beispiel und RM Anders", 2)],
    "StR Muster (SPD), Frau von Beispiel": [("StR Muster (SPD)", 1), ("Frau von Beispiel", 1)],
    "Die Stadträte Eins, Zwei und Drei": [("Stadträte Eins, Zwei und Drei", 3)],
    "Stadtvertreterin Muster, Gemeindevertreter Anders": [("Stadtvertreterin Muster, Gemeindevertreter Anders", 2)],
    "Die Gemeindevertreter Eins und Zwei": [("Gemeindevertreter Eins und Zwei", 2)],
    "Herr Stadt-\nrat": [],
    "Der Rat der Stadt tagt in Beispielstadt.": [],
    "Herr Muster Befangenheit": [("Herr Muster", 1)],
}


@pytest.mark.parametrize(("text", "expected"), TEXTS.items(), ids=str)
def test_persons(text: str, expected: list[tuple[str, int]]) -> None:
    assert [(text[found.start : found.end], found.count) for found in find_persons(text, 0, len(text))] == expected

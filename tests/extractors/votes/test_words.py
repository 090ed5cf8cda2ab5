"""The stems that are looked for before the words themselves leave out none of them."""

import pytest

from extractors.votes.words import METHODS, may_name_a_method, words_in


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Geheime Abstimmung:", "secret"),
        ("In geheimer Wahl wird gewählt:", "secret"),
        ("GEHEIM ABGESTIMMT:", "secret"),
        ("(geheim)", "secret"),
        ("Namentliche Abstimmung:", "roll_call"),
        ("es wurde namentlich\nabgestimmt:", "roll_call"),
        ("(Namentlich)", "roll_call"),
        ("im Umlaufverfahren:", "written"),
        ("Umlaufbeschluss", "written"),
        ("Schriftliche Abstimmung:", "written"),
        ("im schriftlichen Verfahren", "written"),
        ("(schriftlich)", "written"),
        ("In offener Wahl:", "open"),
        ("Offene Abstimmung:", "open"),
        ("(offen)", "open"),
        ("per Handzeichen:", "open"),
        ("Durch Handaufheben:", "open"),
    ],
)
def test_a_word_for_the_method_holds_one_of_the_stems(text: str, method: str) -> None:
    assert may_name_a_method(text)
    assert [word.name for word in words_in(text, 0, len(text)) if word.name in METHODS] == [method]


def test_other_words_name_no_method() -> None:
    assert not may_name_a_method("Der Rat stimmt dem Neubau der Halle am Mühlbach zu, die Kosten trägt der Kreis:")

"""Motions on a budget in one line, with their votes below: the place of the sum. All texts are made up."""

import pytest

from extractors.amounts import extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

MOTION = "Antrag 3 (ABC): Erhöhung des Ansatzes für Bäume um 500 €"


def places(text: str) -> list[str]:
    return [amount.section for amount in extract(minutes_of(DocumentText(f"Beratungen zum Haushalt\n\n{text}")))]


@pytest.mark.parametrize(
    "vote",
    ["Abstimmung: 15 Ja, 12 Nein - angenommen", "Die Kosten trägt das Amt.\nErgebnis: einstimmig beschlossen", "Beschluss: mehrheitlich"],
)
def test_an_accepted_motion_is_money_of_the_decision(vote: str) -> None:
    assert places(f"{MOTION}\n{vote}\n\nAntrag 4 (DEF): Streichung der Stelle") == ["resolution"]


@pytest.mark.parametrize(
    "below",
    [
        "Abstimmung: 5 Ja, 24 Nein - abgelehnt",
        "Der Antrag wird von der ABC-Fraktion zurückgezogen.",
        "Antrag 4 (DEF): Streichung der Stelle\nAbstimmung: angenommen",
        "Abstimmung: mehrheitlich abgelehnt",
        "",
    ],
)
def test_another_motion_is_not(below: str) -> None:
    assert places(f"{MOTION}\n{below}") == ["header"]


def test_what_is_no_motion_stays_where_it_stands() -> None:
    assert places("Die Bäume kosten 500 €.\nAbstimmung: angenommen") == ["header"]

"""The second pass: facts of two kinds that depend on each other."""

from __future__ import annotations

import pytest

from extractors import extract
from extractors.text.minutes import DocumentText

MINUTES = """TOP 1 Hallenbad
Beschluss:
1. Der Rat beschließt die Sanierung. Dafür werden 90.000 Euro bereitgestellt.
2. Die Verwaltung wird beauftragt, bis zum 31.12.2031 zu berichten.
a) Der Bericht nennt Kosten. Er kostet 500 Euro.

Abstimmungsergebnis: einstimmig angenommen

Stadtrat Muster (SPD): Wir geben 7.000 Euro dazu.

TOP 2 Freibad
Beschluss:
1. Der Rat beschließt den Bau für 20.000 Euro.
2. Der Rat beschließt eine Rutsche.

Abstimmungsergebnis:
Ziffer 1: Bei 26 Ja-Stimmen und 2 Nein-Stimmen mehrheitlich zugestimmt
Ziffer 2: Bei 2 Ja-Stimmen und 26 Nein-Stimmen mehrheitlich abgelehnt
"""


def test_money_and_dates_know_their_point() -> None:
    tables = extract(DocumentText(MINUTES)).tables
    placed = [(fact.agenda_item, fact.amount, fact.point) for fact in tables["amounts"]]  # type: ignore[attr-defined]  # amounts have them
    assert placed == [("1", "90000.00", "1"), ("1", "500.00", "2.a"), ("1", "7000.00", None), ("2", "20000.00", "1")]
    assert [(fact.agenda_item, fact.point) for fact in tables["deadlines"]] == [("1", "2")]  # type: ignore[attr-defined]


def test_a_vote_on_one_point_rejects_that_point() -> None:
    tables = extract(DocumentText(MINUTES)).tables
    stages = [(fact.agenda_item, fact.path, fact.stage) for fact in tables["resolution_points"]]  # type: ignore[attr-defined]
    assert stages == [("1", "1", "adopted"), ("1", "2", "adopted"), ("1", "2.a", "adopted"), ("2", "1", "adopted"), ("2", "2", "rejected")]


def test_without_points_nothing_is_linked() -> None:
    tables = extract(DocumentText("Das Bad kostet 90.000 Euro.")).tables
    assert [fact.point for fact in tables["amounts"]] == [None]  # type: ignore[attr-defined]


@pytest.mark.parametrize(
    ("heading", "result", "stage"),
    [
        ("Beschlussantrag", "abgelehnt, Ja: 9, Nein: 21", "rejected"),
        ("Beschluss", "abgelehnt, Ja: 9, Nein: 21", "rejected"),
        ("Beschluss", "angenommen, Ja: 21, Nein: 9", "adopted"),
    ],
)
def test_a_motion_that_stands_alone_in_an_extract_is_rejected_with_its_vote(heading: str, result: str, stage: str) -> None:
    text = f"Auszug aus der Niederschrift\n\nTOP 4 Tempo 30\n\n{heading}:\n\nDie Verwaltung wird beauftragt, Tempo 30 anzuordnen.\n\nAbstimmungsergebnis:\n\n{result}\n"
    tables = extract(DocumentText(text)).tables
    assert [fact.stage for fact in tables["resolution_points"]] == [stage]  # type: ignore[attr-defined]

"""Follow-ups: which documents and sections report on resolutions, and what their rows carry."""

from __future__ import annotations

from datetime import date

from extractors.follow_ups import FollowUp, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

LETTER = """vertraulich

Stadt Beispiel
Datum: 1 3. NOV. 2030

Beschlusskontrolle zu V1234/30 (Sitzungsnummer: SR/067/2030)
Radverkehrsplan

1. Der Rat bestätigt den Plan.
2. Der Plan ist umzusetzen und fortzuschreiben.
3. Deckungsvorschläge sind zu erarbeiten.

Zu Beschlusspunkt 1

Der Beschlusspunkt ist umgesetzt.

Zu den Beschlusspunkten 2 und 3

Der Beschlusspunkt befindet sich in der Umsetzung. Die Vereinbarungen sind abgeschlossen.

nächste Beschlusskontrolle: 31. Oktober 2031
"""


def follow_ups(text: str, meeting_date: date | None = None) -> list[FollowUp]:
    return list(extract(minutes_of(DocumentText(text, meeting_date=meeting_date))))


def short(text: str, meeting_date: date | None = None) -> list[tuple[str | None, str, str]]:
    return [(fact.point, fact.status, fact.rule) for fact in follow_ups(text, meeting_date)]


def test_a_letter_of_control_point_by_point() -> None:
    assert short(LETTER) == [
        ("1", "implemented", "point_of_letter"),
        ("2", "in_progress", "point_of_letter"),
        ("3", "in_progress", "point_of_letter"),
    ]
    first = follow_ups(LETTER)[0]
    assert (first.paper, first.as_of, first.next_report) == ("V1234/30", date(2030, 11, 13), date(2031, 10, 31))
    assert (first.status_raw, first.quote.text) == ("ist umgesetzt", "Der Beschlusspunkt ist umgesetzt.")


def test_a_letter_without_points() -> None:
    text = "Beschlusskontrolle zur Vorlage 0815/2030\n\nDer Plan wurde beschlossen.\nDer Beschluss ist noch nicht vollständig umgesetzt.\n"
    assert short(text) == [(None, "partly", "whole_resolution")]


def test_short_labels_of_points() -> None:
    head = "Beschlusskontrolle zur Vorlage 0815/2030\n\n"
    assert short(f"{head}Zu 1.: umgesetzt\nZu 2.: noch offen\n") == [
        ("1", "implemented", "value_of_point"),
        ("2", "not_started", "value_of_point"),
    ]
    assert short(f"{head}Punkt 1: Die Maßnahme wurde abgeschlossen.\nPunkt 2: Die Umsetzung verzögert sich.\n") == [
        ("1", "implemented", "point_of_letter"),
        ("2", "delayed", "point_of_letter"),
    ]


def test_a_final_report() -> None:
    text = "Schlussbericht zur Drucksache 1246/XX\n\nDie Bänke stehen.\nWir bitten, den Beschluss als erledigt zu betrachten.\n"
    assert [(fact.paper, fact.status) for fact in follow_ups(text)] == [("1246/XX", "settled")]


def test_fields_of_a_letter_carry_their_point() -> None:
    text = "Beschlusskontrolle zur Vorlage 0123/2030\n\nBeschlusspunkt 1\nUmsetzungsstand: laufend\n\nBeschlusspunkt 2\nUmsetzungsstand: geplant\n"
    assert short(text) == [("1", "ongoing", "field"), ("2", "planned", "field")]


def test_fields_also_glued_ones_with_the_paper_before_them() -> None:
    text = "Vorlage 0001/2030 Radweg\nUmsetzungsstand: laufend\n\nVorlage 0002/2030 Brücke\nUmsetzungsstandfortgeschritten\n"
    assert [(fact.paper, fact.status, fact.quote.text) for fact in follow_ups(text)] == [
        ("0001/2030", "ongoing", "Umsetzungsstand: laufend"),
        ("0002/2030", "in_progress", "Umsetzungsstandfortgeschritten"),
    ]


def test_an_item_that_reports() -> None:
    text = (
        "Niederschrift\nTOP 1: Status unserer Anträge\nWeg am Bach: Wurde ins Arbeitsprogramm 2031 aufgenommen.\n"
        "Der Spielplatz wird im Herbst 2031 gebaut.\nDie Bänke sollen gestrichen werden.\n\n"
        "TOP 2: Verkehr\nDer Kreisel wird im Herbst 2031 gebaut. Die Ampel wurde umgesetzt.\n"
    )
    assert short(text, date(2031, 1, 20)) == [(None, "planned", "entry_of_report"), (None, "planned", "entry_of_report")]
    assert {fact.as_of for fact in follow_ups(text, date(2031, 1, 20))} == {date(2031, 1, 20)}


def test_a_motion_recalled() -> None:
    text = "Im Mai beantragte der Beirat eine Hecke. Derzeit befindet sich dies in der Umsetzung."
    assert short(text) == [(None, "in_progress", "recalled_motion")]


def test_talk_is_no_report() -> None:
    assert short("Stadtrat Muster (SPD): Das wurde umgesetzt. Der Antrag vom Mai ist erledigt. Inzwischen ist er abgeschlossen.") == []
    assert short("Status: öffentlich\nÜberblick über den Umsetzungsstand der Maßnahmen\nAbstimmungsergebnis: erledigt") == []
    assert short("Beschluss:\nDer Rat beschließt, dass der Umsetzungsstand einmal im Jahr berichtet wird.") == []

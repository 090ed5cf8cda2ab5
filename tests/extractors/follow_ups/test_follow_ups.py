"""Follow-ups: which documents and sections report on resolutions, and what their rows carry."""

from __future__ import annotations

from datetime import date

import pytest

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


def test_points_without_a_colon() -> None:
    text = (
        "Beschlusskontrolle zur Vorlage 0815/2030\n\nzu 1. Das Vorhaben wurde abgeschlossen.\nzu 2. Die Planung befindet sich in Vorbereitung.\n"
        "zu 3. Aus rechtlichen Gründen nicht umsetzbar.\nzu 4. Quartal ist nichts umgesetzt.\n"
    )
    assert short(text) == [
        ("1", "implemented", "point_of_letter"),
        ("2", "in_preparation", "point_of_letter"),
        ("3", "not_feasible", "point_of_letter"),
    ]


@pytest.mark.parametrize(
    "points",
    [
        "zu 1.) erledigt\nzu 2.) Die Prüfung läuft.\n",
        "zu 1 Der Punkt wurde umgesetzt.\nzu 2 Die Prüfung läuft.\n",
        "BP 1: umgesetzt\nBP 2: in Prüfung\n",
    ],
    ids=["bracket", "no_mark", "abbreviated"],
)
def test_other_marks_of_points(points: str) -> None:
    text = f"Beschlusskontrolle zur Vorlage 0815/2030\n\n{points}"
    assert [(fact.point, fact.status) for fact in follow_ups(text)] == [("1", "implemented"), ("2", "under_review")]


def test_a_paper_that_reports_on_another_point_by_point() -> None:
    text = (
        "Informationsvorlage 2031/055\nDatum: 29.04.2031\n\nStand der Umsetzung der Beschlüsse\nDie Verwaltung berichtet zum Stand "
        "15. April 2031 aus der Vorlage 2029/117.\nZu Beschlusspunkt 1: Die Bänke sind aufgestellt, der Punkt ist umgesetzt.\n"
        "Zu Beschlusspunkt 2: Der Punkt wird bei künftigen Planungen berücksichtigt.\nNächster Bericht: 30. November 2031\n"
    )
    assert [(fact.paper, fact.point, fact.status, fact.as_of, fact.next_report) for fact in follow_ups(text)] == [
        ("2029/117", "1", "implemented", date(2031, 4, 15), date(2031, 11, 30)),
        ("2029/117", "2", "noted", date(2031, 4, 15), date(2031, 11, 30)),
    ]
    assert follow_ups(text.replace("Stand der Umsetzung der Beschlüsse", "Begründung")) == []


def test_the_state_of_a_meeting_is_no_follow_up() -> None:
    assert (
        follow_ups("Niederschrift\nDatum: 16.04.2031\nStand: durchgeführt\n\nTOP 1: Weg\nBeschlussart: beschlossen\n\nTOP 2: Hof\n") == []
    )


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


LISTS = {
    "a table": "Beschlusskontrolle\n\nBeschluss-Nr.\tBeschluss\tStatus\tTermin\n012/2031\tRadweg\terledigt\t31.12.2031\n013/2031\tKita\tin Arbeit\n",
    "cells below each other":
        "Beschlussverfolgung\n\nBeschluss-Nr.\nBeschluss\nStatus\nTermin\n012/2031\nRadweg\nerledigt\n31.12.2031\n013/2031\nKita\nIn Arbeit\n",
    "a status between columns":
        "Beschlusskontrolle\n\nVorlage Gegenstand Status Bemerkung\n012/2031 Radweg erledigt Abnahme im Mai\n013/2031 Kita in Arbeit Richtfest\n",
    "a list": "Umsetzung von Beschlüssen\n\n1. Radweg (Beschluss 012/2031): umgesetzt\n2. Kita (Beschluss 013/2031): in Arbeit\n",
    "fields": "Beschlusskontrolle\n\nLfd. Nr.: 1\nBeschluss: 012/2031\nStand: erledigt\n\nLfd. Nr.: 2\nBeschluss: 013/2031\nStand: in Bearbeitung\n",
    "yes and started": "Beschlusskontrolle\n\nBeschluss 012/2031 Radweg\nErledigt: ja\n\nBeschluss 013/2031 Kita\nStatus: begonnen\n",
}  # fmt: skip


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_a_list_names_a_paper_in_each_entry(text: str) -> None:
    assert [(fact.paper, fact.point, fact.status) for fact in follow_ups(text)] == [
        ("012/2031", None, "implemented"),
        ("013/2031", None, "in_progress"),
    ]


def test_entries_of_a_report_on_one_paper_are_points() -> None:
    text = "Sachstandsbericht zur Vorlage 0815/2030\n\n1. Der Weg wurde umgesetzt.\n2. Die Prüfung läuft.\n"
    assert [(fact.paper, *row) for fact, row in zip(follow_ups(text), short(text), strict=True)] == [
        ("0815/2030", "1", "implemented", "entry_of_list"),
        ("0815/2030", "2", "under_review", "entry_of_list"),
    ]


SENTENCES = {
    "Die Punkte 1 und 2 sind umgesetzt, Punkt 3 befindet sich in Arbeit.": [("1", "implemented"), ("2", "implemented"), ("3", "in_progress")],
    "Umgesetzt sind die Punkte 1 und 2, in Arbeit ist Punkt 3.": [("1", "implemented"), ("2", "implemented"), ("3", "in_progress")],
    "Maßnahme 12 - begonnen: teilweise umgesetzt. Maßnahme 13 - Daueraufgabe.": [("12", "partly"), ("13", "ongoing")],
    "Der Beschlusspunkt 1 wurde erfüllt. Die Umsetzung des Beschlusspunktes 2 steht noch aus.": [("1", "implemented"), ("2", "not_started")],
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "expected"), SENTENCES.items(), ids=str)
def test_points_named_within_sentences(sentence: str, expected: list[tuple[str, str]]) -> None:
    rows = short(f"Beschlusskontrolle zur Vorlage 0815/2030\n\n{sentence}\n")
    assert [(point, status) for point, status, _ in rows] == expected
    assert {rule for _, _, rule in rows} == {"point_in_sentence"}


@pytest.mark.parametrize(
    ("sentence", "points"),
    [
        ("Die Umsetzung des Beschlusspunktes 3 steht noch aus.", ["3"]),
        ("Der Beschlusspunkt 4 wurde umgesetzt.", ["4"]),
        ("Die Umsetzung des Beschlusses steht noch aus.", [None]),
        ("Die Beschlusspunkte 3 und 4 wurden umgesetzt.", ["3", "4"]),
    ],
)
def test_a_sentence_may_name_its_point(sentence: str, points: list[str | None]) -> None:
    assert [point for point, _, _ in short(f"Stand der Umsetzung des Beschlusses 024/2029\n\n{sentence}\n")] == points


def test_quoted_points_are_no_entries() -> None:
    text = "Beschlusskontrolle zur Vorlage 0815/2030\n\nBeschluss:\n1. Der Plan wird umgesetzt.\n2. Er ist geprüft.\n\nSachstand:\n{}\n"
    assert short(text.format("Der Beschluss ist umgesetzt.")) == [(None, "implemented", "whole_resolution")]
    assert short(text.format("Der Beirat tagt.")) == []


def test_the_day_of_a_letter_may_stand_beside_its_office() -> None:
    text = "Stadt Beispiel   Datum: 13. November 2031\nBauamt\n\nBeschlusskontrolle zu V1234/30\n\nZu Punkt 1: erledigt\n"
    assert [(fact.as_of, fact.status) for fact in follow_ups(text)] == [(date(2031, 11, 13), "implemented")]


def test_other_tables_and_labels_report_nothing() -> None:
    assert short("Beschlussvorlage 0012/2031\nStand: 12.03.2031\n\nVerfahren:\nStatus: öffentlich\n1. Vorberatung erledigt\n") == []
    assert short("Beschluss: erledigt") == []


REPORTS = {
    "a letter that informs": (
        ("Information des Bürgermeisters zur Umsetzung des Ratsbeschlusses A0815/30\n\nBeschlusspunkt 1 (Pläne) ist umgesetzt.\n"
        "Zu Beschlusspunkt 2 (Bau der Halle) laufen derzeit die Gespräche mit dem Land.\nDie Beschlusskontrolle wird zum 31. Mai 2032 fortgeführt.\n"),
        [("A0815/30", "1", "implemented", date(2032, 5, 31)), ("A0815/30", "2", "in_progress", date(2032, 5, 31))],
    ),
    "items of earlier meetings": (
        ("Bericht über die Ausführung der Beschlüsse des Kreistages\n\nTOP 3 vom 04.05.2030 (Vorlage 2030/011): Die Brücke ist fertiggestellt.\n"
        "TOP 8 vom 04.05.2030 (Vorlage 2030/019): Die Umsetzung verzögert sich wegen der Vögel.\n"),
        [("2030/011", None, "implemented", None), ("2030/019", None, "delayed", None)],
    ),
    "a list of what is carried out": (
        "Vollzug der Beschlüsse des Marktrates\n\n1. Radweg (Vorlage 2030/11): Der Weg ist gebaut und abgeschlossen.\n2. Kita (Vorlage 2030/12): Die Prüfung läuft.\n",
        [("2030/11", None, "implemented", None), ("2030/12", None, "under_review", None)],
    ),
    "a paper for notice, on another one": (
        ("Mitteilungsvorlage 2031/044\nSachstand zur Umsetzung des Ratsbeschlusses vom 4. Mai 2030 (Vorlage 2030/7)\n\n"
        "Zu Ziffer 1: Der Weg ist umgesetzt.\nZu Ziffer 2: Die Bänke stehen noch aus.\n"),
        [("2030/7", "1", "implemented", None), ("2030/7", "2", "not_started", None)],
    ),
    "a final report of Berlin": (
        ("Vorlage zur Kenntnisnahme\nDrucksache 0815/VI - Schlussbericht\n\nIn Erledigung des Ersuchens der BVV wird berichtet:\n"
        "Das Amt hat drei Bäume gepflanzt. Die Maßnahme ist damit umgesetzt.\nWir bitten, die Drucksache als erledigt zu betrachten.\n"),
        [("0815/VI", None, "implemented", None)],
    ),
    "a title, and the status below it": (
        ("Beschlusskontrolle zu V1234/30\n\nPunkt 1 - Brunnen am Markt\nerledigt; die Einweihung war im Mai.\n"
        "Punkt 2 - Bau der Halle\nDie Ausschreibung ist in Vorbereitung.\nPunkt 3 - zurückgestellt\n"),
        [("V1234/30", "1", "implemented", None), ("V1234/30", "2", "in_preparation", None), ("V1234/30", "3", "on_hold", None)],
    ),
    "a field that tells": ("Beschlusskontrolle zu V1234/30\n\nSachstand: Die Planung läuft.\n", [("V1234/30", None, "planned", None)]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_reports_by_other_names(text: str, expected: list[tuple[str, str | None, str, date | None]]) -> None:
    assert [(fact.paper, fact.point, fact.status, fact.next_report) for fact in follow_ups(text)] == expected


NO_REPORTS = {
    "a paper that proposes": "Beschlussvorlage 2031/044\nUmsetzung des Beschlusses 2030/11\n\nBeschlussvorschlag:\nDer Weg wird gebaut.\n\n"
        "Begründung: Der Beschluss ist noch nicht umgesetzt.\n",
    "a motion that asks for a report": "Antrag der Fraktion Beispiel\nBericht zum Stand der Umsetzung der Beschlüsse\n\nDer Beschluss ist nicht umgesetzt.\n",
    "a field that tells, elsewhere": "Vorlage 2031/044\n\nSachstand: Die Planung läuft.\n",
    "an interim report of something else": "Zwischenbericht\nDer Zwischenbericht zur Kita liegt vor. Die Maßnahme ist umgesetzt.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_REPORTS.values(), ids=NO_REPORTS)
def test_what_only_sounds_like_a_report(text: str) -> None:
    assert short(text) == []


def test_a_point_with_its_title_in_brackets() -> None:
    text = (
        "Mitteilungsvorlage 2031/0139\n\nStand der Umsetzung des Ratsbeschlusses vom 07.07.2030\n\nzu Ziffer 1 (Bügel am Markt)\n"
        "Die Bügel wurden im Herbst montiert. Damit ist der Auftrag erledigt.\n\nzu Ziffer 2 (Wegweiser)\n"
        "Die Wegweiser werden vorerst nicht weiterverfolgt.\n"
    )
    assert short(text) == [("1", "implemented", "point_of_letter"), ("2", "dropped", "point_of_letter")]


def test_a_field_may_carry_its_day() -> None:
    text = (
        "Beschlusscontrolling des Bauausschusses\n\nAntrag vom 03.05.2030: Querung\nSachstand 01/2031: erledigt.\n\n"
        "Antrag vom 09.06.2030: Brunnen\nSachstand (12.01.2031): Die Prüfung dauert an.\n\n"
        "Antrag vom 11.06.2030: Uhr\nErfüllungsstand: Die Uhr hängt. Beschluss realisiert.\n"
    )
    assert [(fact.status, fact.paper) for fact in follow_ups(text)] == [
        ("implemented", None),
        ("under_review", None),
        ("implemented", None),
    ]


def test_an_entry_names_its_point_in_its_title() -> None:
    text = (
        "Vollzug der Beschlüsse zum Teilhabeplan\n\n1. Lotsen (Beschluss Nr. 4)\nDas Ziel ist damit erreicht.\n\n"
        "2. Wegweiser (Beschluss Nr. 7)\nDer Text liegt vor, der Druck steht noch aus.\n"
    )
    assert short(text) == [("4", "implemented", "entry_of_list"), ("7", "partly", "entry_of_list")]


def test_a_report_on_the_carrying_out_of_resolutions() -> None:
    text = (
        "Bericht über die Durchführung der Beschlüsse des Rates\n\nTOP 8  Neubau der Wache\nDie Bauarbeiten haben begonnen.\n"
        "TOP 9  Leerstand\nNoch in Bearbeitung.\n"
    )
    assert short(text) == [(None, "in_progress", "entry_of_list")] * 2


def test_the_facts_of_a_meeting_are_no_fields() -> None:
    assert short("Datum: 07.08.2031\nStatus: Abgeschlossen\nSitzungsort: Rathaus\nGremium: Gemeinderat\n") == []


def test_entries_by_letters_or_by_business() -> None:
    text = (
        "Mitteilung an den Kreistag\n\nBetreff: Stand der Abarbeitung der Haushaltsbegleitbeschlüsse 2030\n\n"
        "HBB 1 (Schulen): zu 80 % umgesetzt\nHBB 2 (Personal): Gutachten beauftragt\nHBB 3 (Energie): zurückgestellt bis Mai\n"
    )
    assert short(text) == [(None, status, "entry_of_list") for status in ("partly", "in_progress", "on_hold")]
    text = "Pendenzenliste Gemeinderat\n\nGeschäft 2030-120 Parkplätze: erledigt\nGeschäft 2030-131 Schulweg: in Bearbeitung\n"
    assert [(fact.paper, fact.status) for fact in follow_ups(text)] == [("2030-120", "implemented"), ("2030-131", "in_progress")]


def test_an_item_goes_on_reporting_in_its_paragraph() -> None:
    text = (
        "Niederschrift über die 4. Sitzung des Ortsrates\n\nTOP 3 Bericht über die Ausführung der Beschlüsse\n\nFrau Muster berichtet: "
        "Der Beschluss zu den Bänken ist umgesetzt. Die Aufstellung der Uhr ist für Mai vorgesehen.\n\nFrau Eins lobt: Der Weg ist umgesetzt.\n"
    )
    assert [fact.status for fact in follow_ups(text)] == ["implemented", "planned"]

"""Deadlines behind labels: lines of plans of measures and of reports."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import Deadline, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

PLAN = "Integrationsplan der Stadt Beispiel\n\nMaßnahme 3: Sprachkurse\nZuständig: Sozialamt\n"


def short(text: str, meeting_date: date | None = None) -> list[str]:
    found: list[Deadline] = list(extract(minutes_of(DocumentText(text, meeting_date=meeting_date))))
    return [f"{each.kind} {each.date_from or ''}..{each.date_to or ''} {each.section} {each.quote.text}" for each in found]


LINES = {
    "Frist: 30.06.2034": "due ..2034-06-30",
    "Termin: II. Quartal 2033": "due ..2033-06-30",
    "Termin laut Beschluss: 31.12.2033": "due ..2033-12-31",
    "Soll-Termin: 30.06.2033": "due ..2033-06-30",
    "Umsetzung bis: 31.12.2033": "due ..2033-12-31",
    "Umsetzung bis Ende 2033": "due ..2033-12-31",
    "Zu erledigen bis: Mai 2033": "due ..2033-05-31",
    "Umsetzungszeitraum: bis Ende 2033": "due ..2033-12-31",
    "Umsetzungszeitraum: 01.02.2032 bis 31.12.2033": "period 2032-02-01..2033-12-31",
    "Zeitrahmen: 2032 - 2034": "period 2032-01-01..2034-12-31",
    "Zeitplan: 2033": "period 2033-01-01..2033-12-31",
    "Fertigstellung: 3. Quartal 2033": "period 2033-07-01..2033-09-30",
    "Fertigstellung: 31.08.2033": "due ..2033-08-31",
    "Fertigstellung 31.08.2033": "due ..2033-08-31",
    "Fertigstellung bis Ende April 2033 geplant": "due ..2033-04-30",
}


@pytest.mark.parametrize(("line", "expected"), LINES.items(), ids=LINES)
def test_a_line_of_a_plan(line: str, expected: str) -> None:
    assert short(f"{PLAN}{line}\n") == [f"{expected} other {line}"]


@pytest.mark.parametrize(
    "line",
    [
        "Termin: laufend",
        "Zeitraum: ab 2033 und später",
        "Frist: siehe Anlage 3",
        "Stand: 31.12.2033",
        "Datum: 31.12.2033",
        "Umsetzung durch Fachbereich 50",
    ],
)
def test_a_line_without_a_deadline(line: str) -> None:
    assert short(f"{PLAN}{line}\n") == []


def test_a_step_in_the_middle_of_a_line() -> None:
    text = "Beschlusskontrolle\n\nNr. 1 Kita - Status: im Bau, Fertigstellung 31.08.2033\nNr. 2 Weg - Status: in Arbeit; Abschluss bis Mai 2034 geplant.\n"
    assert short(text) == ["due ..2033-08-31 other Fertigstellung 31.08.2033", "due ..2034-05-31 other Abschluss bis Mai 2034 geplant"]


def test_what_is_done_or_past_has_none() -> None:
    assert short(f"{PLAN}Umsetzungsstand: erledigt\nTermin: 31.05.2034\n") == []
    assert short("Beschlusskontrolle\n\nNr. 1 Kita - Status: umgesetzt, Fertigstellung 31.08.2033\n") == []
    assert short(f"{PLAN}Frist: 30.06.2034\n", date(2035, 1, 1)) == []


def test_the_day_of_a_meeting_or_an_offer_is_none() -> None:
    assert short("Niederschrift\nGremium: Rat\nTermin: 31.05.2034\nRaum: Saal\n") == []
    assert short("Einladung\nZuständig: Hauptamt\nTermin: 31.05.2034, 18 Uhr\n") == []
    assert short("Beschlussvorlage 0815/2033\nFederführung: Bauamt\nTermin: 31.05.2034\n") == []
    assert short("Vergabe\nZeitraum: 2032 - 2034\nFrist: 30.06.2034\n") == []


def test_a_sentence_with_its_label_counts_once() -> None:
    assert short("Beschluss:\nMaßnahme 1: Der Weg wird gebaut.\nFrist: 30.06.2034\n") == ["due ..2034-06-30 resolution Frist: 30.06.2034"]

"""Heads of documents: kind, body, dates and title as the first page prints them."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from extractors.text.head import head_of
from extractors.text.minutes import DocumentText, Habits, Head
from extractors.text.shadow import shadow_of


def head(text: str, source: DocumentText | None = None) -> Head:
    source = source or DocumentText(text)
    return head_of(source, shadow_of(source.text, source.page_starts))


HEADS = {
    "NIEDERSCHRIFT\nStadt Beispiel\nGremium: 29. Plenarsitzung Gemeinderat\nTermin: 22. November 2016, 15:30 Uhr\nöffentlich":
        Head(kind="minutes", body="Gemeinderat", meeting_date=date(2016, 11, 22)),
    "Niederschrift 12. Plenarsitzung des Gemeinderates\n21. Juli 2020, 15:30 Uhr\nöffentlich":
        Head(kind="minutes", title="Niederschrift 12. Plenarsitzung des Gemeinderates", body="Gemeinderat", meeting_date=date(2020, 7, 21)),
    "Protokoll der 3. Sitzung des Hauptausschusses vom 5. Mai 2031\n\nBeginn: 17 Uhr":
        Head(kind="minutes", title="Protokoll der 3. Sitzung des Hauptausschusses vom 5. Mai 2031", body="Hauptausschuss",
             meeting_date=date(2031, 5, 5)),
    "Niederschrift 18. Sitzung des Gemeinderates\n15./16. Dezember 2030, 9 Uhr":
        Head(kind="minutes", title="Niederschrift 18. Sitzung des Gemeinderates", body="Gemeinderat", meeting_date=date(2030, 12, 15)),
    "Beispielstadt, 27. Januar 2030\n\nNiederschrift\nBesprechung am:\n\n22. Januar 2030\n\nThema:\n\n1. Sitzung des Beirates Nord":
        Head(kind="minutes", title="1. Sitzung des Beirates Nord", body="Beirat Nord", meeting_date=date(2030, 1, 22),
             document_date=date(2030, 1, 27)),
    "Auszug - Radwege im Norden\n\nGremium: Ratsversammlung Beschlussart: geändert beschlossen\nDatum: Mi, 29.01.2031 Status: öffentlich/nichtöffentlich":
        Head(kind="extract", title="Radwege im Norden", body="Ratsversammlung", meeting_date=date(2031, 1, 29)),
    "An alle Fraktionen\n\nDatum: 1 3. NOV. 2030\n\nBeschlusskontrolle zu V1234/30\nRadwege":
        Head(kind="status_report", title="Beschlusskontrolle zu V1234/30", document_date=date(2030, 11, 13)),
    "Stadt Beispiel\nDer Bürgermeister\nBeschlussvorlage\nVorlage Nr. 12/2031\nDatum: 03.02.2031\nBetreff: Neue Bäume":
        Head(kind="paper", title="Neue Bäume", document_date=date(2031, 2, 3)),
    "Einladung\n\nOrtsbeirat Süd\n2. Sitzung\n\nMittwoch, 29.06.2031\n\nÖffentliche Tagesordnung\n\nBeispielstadt, den 21. Juni 2031":
        Head(kind="agenda", meeting_date=date(2031, 6, 29), document_date=date(2031, 6, 21)),
    "SessionNet | Bildungsausschuss 01.09.2031\nTOP Inhalt":
        Head(kind="agenda", title="SessionNet | Bildungsausschuss 01.09.2031", body="Bildungsausschuss", meeting_date=date(2031, 9, 1)),
    "https://www.beispiel.de/rathaus/pressemitteilungen/2031/pm_060.php 17.04.2031 12:26 Uhr\n\nNeuer Plan\n\nDer Rat stimmt im Juli ab.":
        Head(kind="press", document_date=date(2031, 4, 17)),
    "Neues vom Integrationsmanagement\n\nDie Stadt verlängert das Projekt.": Head(),
}  # fmt: skip


MEETINGS = {
    "über die 12. Sitzung der Stadtverordnetenversammlung\nam Donnerstag, dem 16.09.2031\n\nOrt: Saal": date(2031, 9, 16),
    "Gremium: Gemeinderat   Sitzung am: 08.10.2031": date(2031, 10, 8),
    "Die Verhandlungsschrift der 3. Sitzung vom 16. Mai 2031 lag auf.\n\nüber die 4. Sitzung des Gemeinderates\nam 27. Juni 2031 im Rathaus": date(
        2031, 6, 27
    ),
    "der ordentlichen Sitzung des Gemeinderates\n\n19. November 2031\n\nText": date(2031, 11, 19),
    "Stadt Beispiel\nDatum: 14.05.2031\n\nNiederschrift der 32. Sitzung des Rates vom 03.05.2031": date(2031, 5, 3),
    "Sitzung des Stadtrates, 12.03.2031, 18:00 - 20:45 Uhr": date(2031, 3, 12),
    "Auszug aus der Niederschrift über die Sitzung des Stadtrates vom 22.03.2031": date(2031, 3, 22),
    "Protokoll der Gemeindeversammlung vom 12. Juni 2031": date(2031, 6, 12),
    "Sitzung: 18.03.2031 Stadtrat": date(2031, 3, 18),
    "12. Sitzung des Rates der Stadt Beispiel, 08.07.2031": date(2031, 7, 8),
    "Gemeinderatssitzung vom 15. Oktober 2031\n\nBeschlüsse in der nichtöffentlichen Sitzung vom 17.09.2031": date(2031, 10, 15),
    "zur Sitzung des Hauptausschusses\nam Dienstag, 23.06.2031, 18:00 Uhr": date(2031, 6, 23),
    "über die 2. Sitzung des Finanzausschusses am Dienstag,\n16. April 2031, im Sitzungszimmer 1": date(2031, 4, 16),
    "Genehmigung der Niederschrift der Sitzung vom 1.2.2031": None,
}


@pytest.mark.parametrize(("text", "day"), MEETINGS.items(), ids=lambda value: value[:40] if isinstance(value, str) else "")
def test_the_day_of_the_meeting(text: str, day: date | None) -> None:
    assert head(f"Niederschrift\n{text}").meeting_date == day


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Öffentliche Gemeinderatssitzung vom 15. Oktober 2031", "minutes"),
        ("Sitzung des Stadtrates, 12.03.2031, 18 Uhr\nTOP 1 Weg\nVorlage: 3/31", "minutes"),
    ],
)
def test_a_page_of_a_meeting_is_its_minutes(text: str, kind: str) -> None:
    assert head(text).kind == kind


def test_an_empty_field_takes_no_label_for_its_value() -> None:
    assert head("Beratungsergebnis\nGremium: Sitzung am: TOP:").body is None
    assert head("Gremium:\nSitzungstermin:\nBehandlung:").body is None


@pytest.mark.parametrize(("text", "expected"), HEADS.items(), ids=lambda value: value[:30] if isinstance(value, str) else "")
def test_head(text: str, expected: Head) -> None:
    assert head(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0 7. Mai 2031\n\nStadt Beispiel\nBeschlusskontrolle zu V1234/30", Head(kind="status_report", document_date=date(2031, 5, 7))),
        ("2 7. Mai 2031\n\nStadt Beispiel\nBeschlusskontrolle zu V1234/30", Head(kind="status_report", document_date=date(2031, 5, 27))),
        ("7. Mai 2031\n\nNiederschrift", Head(kind="minutes", meeting_date=date(2031, 5, 7))),
        ("Stadt Beispiel\n7. Mai 2031\nBeschlusskontrolle zu V1234/30", Head(kind="status_report")),
    ],
    ids=["stamp", "stamp_of_two_digits", "day_of_a_meeting", "not_at_the_top"],
)
def test_the_stamp_at_the_top_of_a_letter(text: str, expected: Head) -> None:
    assert replace(head(text), title=None) == expected


def test_slides_are_known_by_their_numbered_feet() -> None:
    assert head("".join(f"Titel {n}\n\nBauamt | Plan\nFolie {n}\n\n" for n in range(2, 7))).kind == "presentation"


def test_what_the_way_to_the_document_told_wins() -> None:
    known = DocumentText(
        "Niederschrift\nGremium: Rat\nTermin: 1. März 2031, 9:00 Uhr",
        kind="extract",
        title="Titel",
        body="Ausschuss",
        meeting_date=date(2030, 1, 1),
    )
    assert head("", known) == Head(kind="extract", title="Titel", body="Ausschuss", meeting_date=date(2030, 1, 1))


def test_the_bodies_of_the_council_are_known_by_name() -> None:
    habits = Habits(bodies=("Bezirksvertretung 3",))
    source = DocumentText("Niederschrift über die Sitzung der Bezirksvertretung 3 am 30.01.2031", habits=habits)
    assert head("", source).body == "Bezirksvertretung 3"


def test_a_later_page_says_nothing_of_the_document() -> None:
    text = "Brief an den Rat\n\n" + "Beschlusskontrolle zu V1234/31\n"
    assert head("", DocumentText(text, page_starts=(0, 18))).kind == "other"


ITEMS = "\n\nTOP 1 Eröffnung\nDie Bürgermeisterin eröffnet die Sitzung.\n\nTOP 2 Radweg\nVorlage 12/2031\nDer Antrag wird vertagt.\n"


@pytest.mark.parametrize(
    ("top", "kind"),
    [
        ("Kurzprotokoll über die Sitzung des Rates am 3. April 2031", "minutes"),
        ("Ratsprotokoll\n3. April 2031", "minutes"),
        ("Marktgemeinde Musterdorf\nVERHANDLUNGSSCHRIFT", "minutes"),
        ("Beschlüsse der Sitzung des Gemeinderates vom 3. April 2031", "minutes"),
        ("Musterdorf\n\nAnwesend: Frau Muster, Herr Beispiel\nSchriftführer: Herr Probe\nBeginn: 19.00 Uhr", "minutes"),
        ("Musterdorf\n\nVorsitz: Frau Muster", "other"),
        ("Aus dem Rathaus", "other"),
        ("zu TOP 5.2\nSpielgeräte am Anger\nAntrag der ABC-Fraktion", "other"),
        ("Antrag der ABC-Fraktion\n\nÖ 7 - 31-0815\nBänke\n\nÖ 8 - 31-0816\nBäume", "other"),
    ],
)
def test_a_meeting_is_no_paper_because_an_item_has_one(top: str, kind: str) -> None:
    assert head(top + ITEMS).kind == kind


@pytest.mark.parametrize(
    "below",
    ["Beginn: sofort", "\nPunkt 1: Bänke\n\nPunkt 2: Bäume", "\nDie Mittel stehen unter\nTOP 4 bereit.", "\nTOP 4 der letzten Sitzung"],
    ids=["a word of attendance", "points", "an item in passing", "one item"],
)
def test_a_motion_stays_a_paper(below: str) -> None:
    assert head(f"Antrag der ABC-Fraktion\n{below}").kind == "paper"

"""Markings: twelve ways in which documents are marked, and their look-alikes."""

from __future__ import annotations

import pytest

from extractors.text.marking import marking_of
from extractors.text.minutes import DocumentText, ItemMark

MARKED = {
    "vertraulich\n\nAn alle Fraktionen": "vertraulich",
    "Stadt Beispiel\n*Vertraulich*\nBericht": "vertraulich",
    "VS-NfD\nBericht": "vs-nfd",
    "Nur für den Dienstgebrauch\nBericht": "nur für den dienstgebrauch",
    "Beschlussvorlage\nNichtöffentlich\nBetreff": "nichtöffentlich",
    "Nichtöffentliche Sitzung\nNiederschrift": "nichtöffentlich",
    "Auszug\nTOP: NÖ 3\nGrundstück": "nichtöffentlich",
    "Vorlage 1/2031\nStatus: nicht öffentlich\nBetreff": "nichtöffentlich",
    "\n".join(f"Zeile {n}" for n in range(40)) + "\nvertraulich": "vertraulich",
    "Stadt Beispiel\nVERTRAULICH – nur für Mitglieder des Stadtrats\nBericht": "vertraulich",
    "Stadt Beispiel\n(VERTRAULICH!!!)\nBericht": "vertraulich",
    "Stadt Beispiel\nStreng vertraulich!\nBericht": "streng vertraulich",
    "V E R T R A U L I C H\nBericht": "vertraulich",
    "Vertrauliche Unterlage\nBericht": "vertraulich",
    "VS – Nur für den Dienstgebrauch\nBericht": "nur für den dienstgebrauch",
    "Stadt Beispiel\n[nicht öffentlich]\nBericht": "nichtöffentlich",
    "Beschlussvorlage – nichtöffentlich –\nGrundstück": "nichtöffentlich",
    "Sitzungsvorlage (vertraulich)\nGrundstück": "vertraulich",
    "Protokoll - nichtöffentlicher Teil -\n1. Grundstück": "nichtöffentlich",
    "Vorlage 1/2031\nStatus nicht öffentlich\nBetreff": "nichtöffentlich",
    "Vorlage 1/2031\nBehandlung\tnichtöffentlich\nBetreff": "nichtöffentlich",
    "Vorlage 1/2031\nÖffentlichkeitsstatus:\nnichtöffentlich\nBetreff": "nichtöffentlich",
    "Niederschrift über die nichtöffentliche Sitzung des Bauausschusses\nam 1.2.2031": "nichtöffentlich",
    "Auszug aus der Niederschrift der nicht öffentlichen 4. Sitzung\nam 1.2.2031": "nichtöffentlich",
    "Persönlich/Vertraulich\nAn die Fraktionen": "vertraulich",
    "Stadt Beispiel\nStreng vertraulich – nicht zur Weitergabe\nBericht": "streng vertraulich",
    "Bitte vertraulich behandeln!\nBericht": "vertraulich",
    "Die Vorlage ist vertraulich zu behandeln.\nBericht": "vertraulich",
    "Anlage 2 - vertraulich\nBericht": "vertraulich",
    "VERTRAULICHE ANLAGE ZUR VORLAGE 17/2031\nBericht": "vertraulich",
    "Drucksache 17/2031 nichtöffentlich\nGrundstück": "nichtöffentlich",
    "Einstufung: vertraulich\nBericht": "vertraulich",
    "Vertraulich / nichtöffentlich\nBericht": "nichtöffentlich",
    "Nicht zur Veröffentlichung bestimmt\nBericht": "nicht zur veröffentlichung",
    "VS - Vertraulich\nBericht": "vertraulich",
    "Geheim\nBericht": "geheim",
    "Vorlage 1/2031\nÖffentlich: nein\nBetreff": "nichtöffentlich",
    "Einladung zur nichtöffentlichen Sitzung des Bauausschusses\n1. Grundstück": "nichtöffentlich",
    "vertraulich\nEinladung\nÖffentlicher Teil\n1. Eröffnung": "vertraulich",
}
UNMARKED = (
    "Die vertrauliche Zusammenarbeit wird gelobt.",
    "Bericht\nEs folgt die nichtöffentliche Sitzung.",
    "öffentlich ☐ nichtöffentlich ☐",
    "Vorlage\nöffentlich\nnichtöffentlich\nBetreff",
    "Niederschrift\nI. Öffentlicher Teil\n1. Eröffnung\nII. Nichtöffentlicher Teil\n2. Grundstück",
    "Niederschrift\nTOP 1 Bericht\nNichtöffentlicher Teil\nTOP 2 Grundstück",
    "O öffentlich\nM nichtöffentlich",
    "Datum: Mi, 29.01.2031 Status: öffentlich/nichtöffentlich",
    "Auszug\nTOP: Ö 18.12\nStatus: öffentlich (Vorlage entschieden)",
    "Die Verwaltung behandelt die Daten vertraulich.",
    "Vertraulich: So nennt die Presse das Gespräch.",
    "Der Punkt wurde vertraulich\nbehandelt.",
    "TOP 4 wird im nichtöffentlichen Teil beraten.",
    "Vertrauliche Spurensuche\nEin Buch über die Stadt",
    "Niederschrift über die öffentliche und nichtöffentliche Sitzung des Rates",
    "Niederschrift über die Sitzung\nIn der nichtöffentlichen Sitzung wurde beschlossen:",
    "☒ öffentlich ☐ nichtöffentlich",
    "☐ öffentlich\n☒ nichtöffentlich",
    "[ ] öffentlich\n[X] nichtöffentlich",
    "Vorlage\nÖffentlich: ja\nNichtöffentlich: nein",
    "Vorlage\nBeratungsfolge\nHauptausschuss\nnichtöffentlich\n01.02.2031\nRat\nöffentlich (Entscheidung)",
    "Vorlage\nGremium Termin Status\nHauptausschuss\nnicht öffentlich",
    "Behandlung im nichtöffentlichen Teil",
    "Vertrauliche Geburt: Bericht der Verwaltung",
    "Telefonseelsorge – vertraulich und anonym\nBericht",
    "Vertraulich und kostenlos: die Beratung der Stadt",
    "Geheimnisse der Altstadt\nEin Rundgang",
    "Bekanntgabe der in nichtöffentlicher Sitzung gefassten Beschlüsse",
    "Nicht zur Veröffentlichung bestimmt war der Brief, den die Zeitung druckte.",
    "Vorlage\nÖffentlich: nein\nNichtöffentlich: ja",
    "Die Fraktion stellt fest:\nnichtöffentliche Sitzungen sind die Ausnahme.",
    "\n".join(f"Zeile {n}" for n in range(20)) + "\nvertraulich\n" + "\n".join(f"Zeile {n}" for n in range(20)),
)


@pytest.mark.parametrize(("text", "marking"), MARKED.items(), ids=lambda value: value[-40:])
def test_marked(text: str, marking: str) -> None:
    assert marking_of(DocumentText(text), text) == marking


@pytest.mark.parametrize("text", UNMARKED, ids=lambda value: value[-40:])
def test_not_marked(text: str) -> None:
    assert marking_of(DocumentText(text), text) is None


def test_items_that_the_source_calls_closed() -> None:
    closed = ItemMark(start=0, public=False)
    assert marking_of(DocumentText("", marks=(closed, closed)), "") == "nichtöffentlich"
    assert marking_of(DocumentText("", marks=(closed, ItemMark(start=5, public=True))), "") is None

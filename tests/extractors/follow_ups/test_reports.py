"""Reports by the names and in the forms that councils give them: every follow-up of a document, and nothing else."""

from __future__ import annotations

import pytest

from extractors.follow_ups import extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

Row = tuple[str | None, str]

REPORTS: dict[str, tuple[str, list[Row]]] = {
    "a table with strokes, ticked": (
        ("Beschlusskontrolle der Sitzung vom 14.03.2031\n\n"
        "| Beschluss-Nr. | Gegenstand | zuständig | Termin | Sachstand | erledigt |\n|---|---|---|---|---|---|\n"
        "| 21/2031 | Turnhalle | Bauamt | 30.09.2031 | Ausschreibung läuft | nein |\n"
        "| 22/2031 | Flurstück 17 | Bauamt | 30.06.2031 | Vertrag beurkundet | ja |\n"
        "| 23/2031 | Tempo 30 | Ordnungsamt | 31.08.2031 | | nein |\n"),
        [(None, "in_progress"), (None, "implemented"), (None, "not_started")],
    ),
    "a table in wide columns, with points": (
        ("Beschlusskontrolle, Stichtag 30.06.2031\n\nVorlage        Punkt   Stand\n20/0612-BV     001     erledigt\n"
        "20/0612-BV     002     noch nicht begonnen\n20/0655-BV     001     zurückgestellt\n"),
        [("001", "implemented"), ("002", "not_started"), ("001", "on_hold")],
    ),
    "a Swiss list of pending business": (
        ("Einwohnergemeinde Seedorf\nPendenzenliste per 30. Juni 2031\n\nNr. | Geschäft | Zuständig | Status\n1 | Schulhausdach | Hochbau | erledigt\n"
        "2 | Friedhof | Tiefbau | sistiert\n3 | Feuerwehrauto | Feuerwehr | Offerten eingeholt\n4 | Velostation | Tiefbau | pendent\n"),
        [(None, "implemented"), (None, "on_hold"), (None, "in_progress"), (None, "not_started")],
    ),
    "Swiss motions": (
        ("Bericht über den Stand der überwiesenen Motionen und Postulate per 31. Dezember 2030\n\n"
        "Motion Muster (SP) vom 12. März 2028: Die Motion wurde mit Beschluss vom 4. September 2030 als erledigt abgeschrieben.\n"
        "Postulat Beispiel (FDP) vom 3. Juni 2028: In Bearbeitung. Der Bericht wird im 2. Quartal 2031 vorgelegt.\n"
        "Motion Probe (GLP) vom 20. August 2029: Die Frist wurde bis 31. August 2031 erstreckt.\n"),
        [(None, "settled"), (None, "in_progress"), (None, "delayed")],
    ),
    "open resolutions of a Hessian town": (
        ("Liste der offenen Beschlüsse und Prüfaufträge (Stand 31.01.2031)\n\n1. Bürgerbus (Antrag vom 11.02.2029)\n"
        "   Sachstand: Die Prüfung ist abgeschlossen, das Ergebnis wurde vorgestellt.\n2. Zebrastreifen (Antrag vom 15.06.2029)\n"
        "   Sachstand: 4 von 11 Wegen sind markiert, die übrigen folgen bis Ende 2031.\n3. Waldkita (Antrag vom 12.03.2030)\n"
        "   Sachstand: Bisher keine Aktivitäten, da die Stelle unbesetzt ist.\n"),
        [(None, "implemented"), (None, "partly"), (None, "not_started")],
    ),
    "a motion that is done, and settled with it": (
        ("Mitteilungsvorlage Nr. 88/2031\nBetreff: Umsetzung des Antrages der Fraktion Beispiel vom 12.03.2030\n\n"
        "Der Ausschuss hat am 09.05.2030 zehn Bänke beschlossen. Die Bänke wurden im Oktober 2030 aufgestellt. Der Antrag ist damit erledigt.\n"),
        [(None, "implemented")],
    ),
    "a request of Berlin, done": (
        ("Vorlage zur Kenntnisnahme - Schlussbericht\nDrucksache 1187/XX\n\nDie BVV hat am 14.10.2030 beschlossen:\nDas Bezirksamt wird ersucht, "
        "eine Insel anzulegen.\n\nHierzu wird berichtet:\nDie Insel wurde im Juli 2031 fertiggestellt. Damit ist der Beschluss umgesetzt.\n"),
        [(None, "implemented")],
    ),
    "a request of Hamburg, complied with": (
        ("Mitteilungsdrucksache 21-4411\n\nDie Bezirksversammlung hat in ihrer Sitzung am 29.08.2030 die o. g. Drucksache beschlossen.\n"
        "Die Bügel wurden im Dezember eingebaut. Dem Beschluss wurde damit entsprochen.\n"),
        [(None, "implemented")],
    ),
    "titled paragraphs by the day of the resolution": (
        ("Bericht des Magistrats über die Erledigung von Anträgen und Beschlüssen\n\nBeschluss vom 15.02.2030, TOP 7 - Steuer\n"
        "Die Satzung ist in Kraft getreten. Der Beschluss ist erledigt.\n\nBeschluss vom 15.02.2030, TOP 9 - Dach\n"
        "Die Statik lässt eine Belegung nicht zu.\n\nBeschluss vom 22.03.2030, TOP 6 - Leerstände\nWird laufend fortgeschrieben.\n"),
        [(None, "implemented"), (None, "not_feasible"), (None, "ongoing")],
    ),
    "paragraphs of one shape": (
        ("Bericht über die Ausführung der Gemeinderatsbeschlüsse vom 27.01.2031\n\n§ 4 Bedarfsplanung\nDer Beschluss wurde vollzogen.\n"
        "§ 6 Sportverein\nDer Zuschuss wurde ausbezahlt.\n§ 9 Fußgängerzone\nDie Entscheidung des Amtes steht aus.\n"),
        [(None, "implemented"), (None, "implemented"), (None, "not_started")],
    ),
    "lines with a colon each": (
        ("Sachstandsmitteilung: Beschlüsse der Wahlperiode\n\nSchutzkonzept Bach (Beschluss vom 03.09.2029): Das Konzept wird derzeit erarbeitet.\n"
        "E-Auto für das Amt (Beschluss vom 11.02.2030): Fahrzeug geliefert.\nBus für alle (Beschluss vom 11.02.2030): nicht realisiert.\n"),
        [(None, "in_progress"), (None, "implemented"), (None, "not_started")],
    ),
    "the answer to a quoted resolution": (
        ("Informationsvorlage 7-311/2031\nUmsetzungsbericht zum Beschluss 7-118/2030\n\nDer Rat hat am 24.09.2030 beschlossen:\n1. Ein Überweg ist "
        "einzurichten.\n2. Die Pläne sind zu ändern.\n\nDazu wird mitgeteilt:\n1. Der Überweg wurde im Mai in Betrieb genommen.\n"
        "2. Die Überarbeitung hat begonnen.\n"),
        [("1", "implemented"), ("2", "in_progress")],
    ),
    "papers and points in titles": (
        ("Vorlage M/2031/031 - Bericht zur Umsetzung der Prüfaufträge\n\nVO/2030/117, Punkt 1 (Jobticket)\nDer Auftrag ist damit ausgeführt.\n\n"
        "VO/2030/117, Punkt 2 (Räder)\nDie Verwaltung bereitet derzeit die Ausschreibung vor.\n\nVO/2030/152, Punkt 1 (Stationen)\n"
        "Drei von fünf Stationen sind in Betrieb.\n"),
        [("1", "implemented"), ("2", "in_preparation"), ("1", "partly")],
    ),
    "a report to be noted": (
        ("Berichtsvorlage 2031/42\nBericht zur Umsetzung des Beschlusses 2030/AN/0917\n\nZum Beschlusspunkt 1 wird berichtet, dass vierzig Behälter "
        "aufgestellt worden sind.\nZum Beschlusspunkt 2 dauert die Abstimmung mit den Pächtern an.\n\nBeschlussvorschlag:\nDer Rat nimmt den Bericht "
        "zur Kenntnis.\n"),
        [("1", "implemented"), ("2", "in_progress")],
    ),
    "an item with entries": (
        ("Niederschrift über die Sitzung des Gemeinderates\n\nTOP 2 Bericht über den Vollzug der in der letzten Sitzung gefassten Beschlüsse\n\n"
        "a) Wagen: Das Fahrzeug ist bestellt, die Lieferung erfolgt im März 2031.\nb) Mauer: Die Arbeiten sind abgeschlossen.\n"
        "c) Bücherei: erledigt, der Bericht liegt bei.\n\nTOP 3 Verschiedenes\nFrau Muster lobt, dass der Weg fertiggestellt wurde.\n"),
        [(None, "in_progress"), (None, "implemented"), (None, "implemented")],
    ),
    "items under an item": (
        ("Protokoll der Sitzung vom 11.04.2031\n\nTOP 5: Sachstand zu Anträgen des Ortsrates\n\n5.1 Antrag vom 08.11.2030 - Bank am Bach\n"
        "Die Verwaltung teilt mit, dass die Bank aufgestellt worden ist.\n\n5.2 Antrag vom 17.01.2031 - Licht am Weg\n"
        "Aus Kostengründen wird die Maßnahme nicht weiterverfolgt.\n\nTOP 6: Anfragen\nDer Ausbau soll 2032 abgeschlossen werden.\n"),
        [(None, "implemented"), (None, "dropped")],
    ),
    "earlier motions among the news": (
        ("Mitteilungen des Bürgermeisters\n\n- Der Auftrag vom 09.12.2030, die Laternen umzustellen, wurde erledigt.\n"
        "- Der Antrag der Fraktion Beispiel vom 11.11.2030 ist in Bearbeitung.\n- Der Antrag der Fraktion Muster vom 11.11.2030 (Brunnen) wird "
        "bis zu den Haushaltsberatungen zurückgestellt.\n- Die Arbeiten am Radweg sind abgeschlossen.\n"),
        [(None, "implemented"), (None, "in_progress"), (None, "on_hold")],
    ),
    "news under numbered headings": (
        (
            "Verwaltungsbericht zur Sitzung\n\n1. Baumaßnahmen\nDie Bauarbeiten in der Schulstraße sind abgeschlossen.\n"
            "2. Erledigung von Stadtratsaufträgen\nDer in der Sitzung am 06.05.2031 erteilte Auftrag ist in Bearbeitung.\n"
        ),
        [(None, "in_progress")],
    ),
    "what an earlier meeting decided, among the news": (
        (
            "Niederschrift der Sitzung vom 09.05.2031\n\n5. Informationen des Bürgermeisters\n\nDie in der Sitzung vom 14.03.2031 beschlossene "
            "Erneuerung der Geräte ist abgeschlossen.\n\nDas Maifest war gut besucht. Die Kanalarbeiten sind abgeschlossen.\n"
        ),
        [(None, "implemented")],
    ),
    "fields that tell, beside fields with a bare status": (
        (
            "Gemeinderätliche Aufträge - Übersicht\n\nAuftrag aus GR 12.02.2031: Fahrradstraße\nErledigung: umgesetzt 04/2031\n\n"
            "Auftrag aus GR 20.03.2031: Übersicht\nErledigung: offen\n\nAuftrag aus GR 24.04.2031: Resolution\n"
            "Erledigung: Schreiben an die Regierung am 28.04.2031 versandt\n"
        ),
        [(None, "implemented"), (None, "not_started"), (None, "implemented")],
    ),
    "bullets under a status": (
        (
            "Umgesetzte und offene Beschlüsse des Ausschusses\n\numgesetzt:\n- Tablets (Beschluss vom 11.09.2030)\n- Zuschuss an den Verein\n\n"
            "in Bearbeitung:\n- Schulhof Nord\n\noffen:\n- Konzept Ganztag\n\nZuständig:\n- das Schulamt\n"
        ),
        [(None, "implemented"), (None, "implemented"), (None, "in_progress"), (None, "not_started")],
    ),
    "a letter on a resolution": (
        (
            "Sehr geehrte Damen und Herren,\n\nzum Beschluss der Bezirksvertretung vom 14.03.2031 (AN/0412/2031) teilt die Verwaltung mit:\n\n"
            "Die Schilder wurden am 24.06.2031 aufgestellt. Der Beschluss ist somit umgesetzt.\n"
        ),
        [(None, "implemented")],
    ),
    "what the works on Swiss motions have come to": (
        (
            "Bericht und Antrag: Pendente parlamentarische Vorstösse per 31. März 2031\n\n1. Motion Muster - Velowegnetz\n"
            "Stand der Arbeiten: Der Wettbewerb ist ausgeschrieben.\n2. Postulat Beispiel - Leitbild\n"
            "Stand der Arbeiten: Die Arbeiten sind infolge Personalwechsel sistiert.\n"
        ),
        [(None, "in_progress"), (None, "on_hold")],
    ),
    "paragraphs under titles of their own": (
        (
            "Kreis Beispiel\nBericht der Verwaltung über die Umsetzung von Beschlüssen\n\nWiesen am Fluss (Beschluss UA 18.05.2030)\n"
            "Die Flächen wurden erworben. Mit den Arbeiten wird im Herbst 2031 begonnen.\n\nBlüten an Straßen (Beschluss UA 07.09.2030)\n"
            "Alle Flächen wurden im Frühjahr 2031 eingesät.\n"
        ),
        [(None, "in_progress"), (None, "implemented")],
    ),
    "arrows below the number of a resolution": (
        (
            "Kontrollbericht zur Erfüllung der Beschlüsse des Stadtrates\n\nSR-0412/04/2031 vom 29.04.2031\nSchulmöbel\n→ erfüllt, Lieferung am 13.06.2031\n\n"
            "SR-0422/05/2031 vom 27.05.2031\nSozialpass\n→ in Bearbeitung, Vorlage im September\n"
        ),
        [(None, "implemented"), (None, "in_progress")],
    ),
    "items that name their resolution": (
        (
            "Niederschrift, 18.06.2031\n\nzu TOP 10.1 Sachstand Beschluss vom 22.01.2031: Ständer am Park\nDie Verwaltung teilt mit, dass die Ständer im "
            "Mai montiert worden sind.\n\nzu TOP 10.2 Sachstand Beschluss vom 12.03.2031: Lange Straße\nDer Beschluss wird derzeit von der Behörde "
            "geprüft.\n\nzu TOP 11 Anfragen\nDie Anlage soll 2032 errichtet werden.\n"
        ),
        [(None, "implemented"), (None, "under_review")],
    ),
    "a list that a sentence opens": (
        (
            "Protokoll der 9. Sitzung\n\n1. Mitteilungen\nDer Bürgermeister berichtet über die Umsetzung der gefassten Beschlüsse:\n"
            "- Die Verordnung ist am 1. Mai in Kraft getreten.\n- Der Vertrag wurde unterfertigt.\n- Die Ausschreibung ist noch nicht erfolgt.\n"
        ),
        [(None, "implemented"), (None, "implemented"), (None, "not_started")],
    ),
    "reported speech among the news of a meeting": (
        ("Bauausschuss, Niederschrift vom 09.05.2031\n\nTOP 4 Mitteilungen der Verwaltung\n\nHerr Muster teilt zum Ratsbeschluss vom 28.06.2030 mit, "
        "dass die Anlage seit April in Betrieb ist. Der Beschluss sei damit umgesetzt.\n\nZum Beschluss 2030/131 führt er aus, dass sich die "
        "Erneuerung der Brücke verzögert.\n\nTOP 5 Anfragen\nHerr Eins fragt, wann der Weg freigegeben wird.\n"),
        [(None, "implemented"), (None, "delayed")],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), REPORTS.values(), ids=REPORTS)
def test_report(text: str, expected: list[Row]) -> None:
    assert [(fact.point, fact.status) for fact in extract(minutes_of(DocumentText(text)))] == expected


SILENT = {
    "the answer to an inquiry": "Anfrage der Fraktion Beispiel vom 12.04.2031\nUmsetzungsstand Klimakonzept\n\n1. Was wurde umgesetzt?\n\nAntwort:\n"
        "Zu 1: Bislang wurden 14 der 40 Maßnahmen umgesetzt.\n",
    "the state of things in a paper that proposes": "Beschlussvorlage 2031/201\nNeubau Feuerwehrhaus\n\nSachstand:\nDie Planung ist abgeschlossen. Der "
        "Grunderwerb wurde im Mai vollzogen.\n\nBeschlussvorschlag:\nDer Rat beschließt den Bau.\n",
    "the press": "Pressemitteilung der Stadt Beispiel\n\nDie Sanierung ist abgeschlossen. Der Antrag der Fraktion vom 3. Mai ist erledigt.\n",
    "the state of a building": "Sachstandsbericht Rathausneubau\n\nDer Rohbau ist fertiggestellt. Derzeit laufen die Ausbauarbeiten.\n",
    "news without a resolution": "Niederschrift\n\nTOP 4 Bericht des Bürgermeisters\n- Die Arbeiten am Radweg sind abgeschlossen.\n"
        "- Die Hecken wurden im Mai 2031 geschnitten.\n",
    "a vote of this meeting": "Niederschrift\n\nTOP 3 Antrag der Fraktion Beispiel vom 03.03.2031\nDer Antrag der Fraktion Beispiel vom 03.03.2031 wird "
        "zurückgestellt.\nAbstimmung: einstimmig\n",
    "where a paper was taken": "Mitteilungsvorlage 2031/7\n\nStatus\tDatum\tGremium\tBeschluss\nErledigt\t23.06.2031\tAusschuss\tAnhörung\n"
        "Erledigt\t25.06.2031\tRat\tKenntnisnahme\n",
    "a motion that complains": "Antrag der Fraktion Beispiel\n\nDer Rat möge beschließen: Die Verwaltung legt eine Beschlusskontrolle vor.\n\nBegründung:\n"
        "Der Beschluss 44/2029 ist bis heute nicht umgesetzt.\n",
    "a paper on the budget": "Informationsvorlage\nHaushaltsdurchführung\n\nDer Rat hat am 12.12.2030 den Haushalt beschlossen. Die Maßnahme Kita "
    "Mitte ist abgeschlossen. Der Auftrag für den Radweg ist vergeben.\n",
    "a reproach in a debate": "Niederschrift\n\nTOP 7 Haushalt 2032\nRatsherr Muster kritisiert, dass der Beschluss vom 03.03.2030 zum Radweg bis "
    "heute nicht umgesetzt sei. Der Bürgermeister entgegnet, die Planung laufe.\n",
    "how a building grows": "Protokoll Werkausschuss 22.07.2031\nÖ 2 Sachstandsbericht Hallenbad\nDie Bodenplatte ist fertiggestellt. Die Eröffnung ist "
    "für 2033 geplant.\nOhne Beschluss.\n",
    "the answer to a question asked in a meeting": "Mitteilung 1877/2031\nBeantwortung einer mündlichen Anfrage aus der Sitzung vom 03.02.2031\n\n"
    "Antwort der Verwaltung: Die Planung ist abgeschlossen. Die Umsetzung erfolgt 2032.\n",
    "refused motions of a list": "Bericht zu offenen Anträgen\n\nA 19/0211 - Spender\nSachstand: Antrag wurde am 24.06.2031 abgelehnt.\n",
}  # fmt: skip


@pytest.mark.parametrize("text", SILENT.values(), ids=SILENT)
def test_no_report(text: str) -> None:
    assert list(extract(minutes_of(DocumentText(text)))) == []

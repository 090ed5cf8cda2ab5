"""One sentence, one status, or none."""

from __future__ import annotations

import pytest

from extractors.follow_ups.statuses import status_in, status_of_field, told_in
from extractors.text.sentences import sentences

SENTENCES = {
    "Der Beschlusspunkt ist umgesetzt.": "implemented",
    "Die Maßnahme wurde erfolgreich abgeschlossen.": "implemented",
    "Die Konzeption ist teilweise umgesetzt.": "partly",
    "Der Beschluss ist noch nicht vollständig umgesetzt.": "partly",
    "Die Arbeiten sind im Wesentlichen abgeschlossen.": "nearly_done",
    "Der Beschlusspunkt befindet sich in der Umsetzung.": "in_progress",
    "Der Prozess ist noch nicht abgeschlossen.": "in_progress",
    "Die Pflege ist eine Daueraufgabe.": "ongoing",
    "Der Umbau ist für 2031 geplant.": "planned",
    "Die Ausschreibung ist in Vorbereitung.": "in_preparation",
    "Die Maßnahme wurde noch nicht umgesetzt.": "not_started",
    "Der Punkt wurde aus Zeitgründen nicht wie vorgesehen umgesetzt.": "not_started",
    "Die Umsetzung steht noch aus.": "not_started",
    "Das Vorhaben wird derzeit geprüft.": "under_review",
    "Die Prüfung läuft.": "under_review",
    "Die Prüfung ist noch nicht abgeschlossen.": "under_review",
    "Der Baubeginn verzögert sich.": "delayed",
    "Das Projekt ruht.": "on_hold",
    "Der Beschlusspunkt kann aus rechtlichen Gründen nicht umgesetzt werden.": "not_feasible",
    "Der Auftrag wird nicht weiterverfolgt.": "dropped",
    "Der Beschluss kann damit als erledigt betrachtet werden.": "settled",
    "Wir bitten, den Beschluss als erledigt zu betrachten.": "settled",
    "Der Antrag ist damit geschäftsordnungsgemäß behandelt.": "settled",
    "Der Beschlusspunkt wird berücksichtigt.": "noted",
    "Die Maßnahme konnte noch nicht umgesetzt werden.": "not_started",
    "80 % der Maßnahmen sind umgesetzt.": "partly",
    "Die Maßnahmen wurden zu 100 % umgesetzt.": "implemented",
    "Der Beschluss wurde durch Beschluss vom 3. Mai aufgehoben.": "dropped",
    "Die Bauarbeiten laufen.": "in_progress",
    "Derzeit laufen noch die Abstimmungen mit dem Kreis; der Bau ist für 2032 vorgesehen.": "in_progress",
    "Für den Radweg läuft derzeit die Vorplanung.": "planned",
    "Zurzeit laufen die Prüfungen.": "under_review",
    "Die Antworten des Landes stehen aus.": "not_started",
    "Der Beschluss wurde am 12.05.2031 ausgeführt.": "implemented",
    "Der Punkt wird bei der Aufstellung des Haushalts 2032 berücksichtigt.": "noted",
    "Von den acht Haltestellen wurden bislang fünf umgebaut.": "partly",
    "Drei von vier Schulen sind inzwischen in Betrieb.": "partly",
    "Das Gutachten liegt seit Mai vor, der Beschluss des Kreises steht noch aus.": "partly",
    "Die rechtliche Prüfung dauert noch an.": "under_review",
    "Die Gespräche mit dem Verein dauern an.": "in_progress",
    "Die Suche nach einem Träger wird fortgesetzt.": "in_progress",
    "Der Auftrag an das Büro wurde im März vergeben.": "in_progress",
    "Ein Entwurf liegt vor.": "in_progress",
    "Das Konzept wird derzeit vom Fachamt erarbeitet.": "in_progress",
    "Die Lieferung hat sich wegen Frost verzögert.": "delayed",
    "Das Angebot hat sich gut etabliert.": "ongoing",
    "Beschluss realisiert.": "implemented",
    "Der Zebrastreifen wird daher nicht umgesetzt.": "dropped",
    "Derzeit wird mit dem Eigentümer verhandelt.": "in_progress",
    "Die Angebote werden eingeholt.": "in_progress",
    "Ein Gutachten wurde beauftragt.": "in_progress",
    "Das Ziel ist damit erreicht.": "implemented",
    "Die Sanierung konnte im Mai abgeschlossen werden.": "implemented",
    "Der Beschluss sei damit umgesetzt.": "implemented",
    "Es heißt, dass die Arbeiten abgeschlossen worden sind.": "implemented",
    "Dem Ersuchen wurde damit entsprochen.": "implemented",
    "4 von 11 Haltestellen sind begrünt, die übrigen folgen.": "partly",
    "Die Geräte sind an acht von zehn Orten montiert.": "partly",
    "Bauabschnitt 1 fertig, Bauabschnitt 2 ab Herbst.": "partly",
    "Der Neubau ist bis auf Restarbeiten fertiggestellt.": "nearly_done",
    "Die Ausschreibung läuft; der Zuschlag soll im Mai erteilt werden.": "in_progress",
    "Die Genehmigung des Amtes liegt noch nicht vor.": "in_progress",
    "Der Förderantrag wurde im Mai gestellt.": "in_progress",
    "Es heißt, dass die Schilder bestellt wurden.": "in_progress",
    "Der Mängelmelder wird derzeit programmiert.": "in_progress",
    "Die Vermarktung wird fortgesetzt.": "in_progress",
    "Die Verwaltung bereitet derzeit die Ausschreibung vor.": "in_preparation",
    "Der Entwurf befindet sich in der verwaltungsinternen Abstimmung.": "under_review",
    "Der Auftrag stellt eine dauerhafte Aufgabe dar und wurde erfüllt.": "ongoing",
    "Wird laufend fortgeschrieben und zweimal jährlich vorgelegt.": "ongoing",
    "Das Programm konnte noch nicht aufgelegt werden.": "not_started",
    "Bisher keine Aktivitäten.": "not_started",
    "Die Frist wurde bis 31. August 2031 erstreckt.": "delayed",
    "Es heißt, dass sich die Erneuerung der Brücke verzögert.": "delayed",
    "Die Motion wurde am 4. Mai als erledigt abgeschrieben.": "settled",
    "Der Magistrat sieht von einer weiteren Verfolgung ab.": "dropped",
    "Das Programm wurde zum Jahresende eingestellt.": "dropped",
    "Dem Antrag kann aus Kostengründen nicht entsprochen werden.": "not_feasible",
    "Die Statik lässt eine Belegung nicht zu.": "not_feasible",
    "Das Geschäft ist sistiert.": "on_hold",
}
SILENT = (
    "Die Maßnahme soll umgesetzt werden.",
    "Die Maßnahme wird im Jahr 2031 umgesetzt werden.",
    "Wurde der Beschluss umgesetzt?",
    "Die geplante Hecke fehlt.",
    "Im laufenden Haushaltsjahr geschieht nichts.",
    "Der Beirat wünscht, dass der Weg in Arbeit geht.",
    "Dabei werden die neuen Wünsche des Beirats und des Kreises berücksichtigt.",
    "Die Bewerbungsfrist läuft.",
    "Der Preis wurde an Frau Muster vergeben.",
    "Die Sanierung könnte im Mai abgeschlossen werden.",
    "Der Antrag liegt der Verwaltung vor.",
    "Der Beschluss wurde wie folgt umgesetzt:",
    "Der Vertrag der Stadt läuft bis 2035.",
    "Die Beschlusskontrolle wird fortgesetzt.",
    "Der Antrag der Fraktion wurde im Mai gestellt.",
    "Der Antrag wurde am 24.06.2031 abgelehnt.",
    "Die Mittel wurden in den Haushalt eingestellt.",
    "Mit den Arbeiten wird im Herbst 2031 begonnen.",
)
FIELDS = {
    "laufend": "ongoing", "geplant": "planned", "abgeschlossen": "implemented", "in Umsetzung": "in_progress", "begonnen": "in_progress",
    "umgesetzt": "implemented", "fortgeschritten": "in_progress", "begonnen: teilweise umgesetzt": "partly", "80 % umgesetzt": "partly",
    "noch nicht begonnen": "not_started", "offen": "not_started", "zurückgestellt": "on_hold", "In Arbeit": "in_progress", "Erledigt": "implemented",
    "zu 100 % umgesetzt": "implemented", "100 %": "implemented", "75 %": "partly", "0 %": "not_started", "erl.": "implemented", "nein": "not_started",
    "verzögert": "delayed", "fortlaufende Aufgabe": "ongoing", "Umsetzung erfolgt": "implemented", "Umsetzung erfolgt bis Mai 2032": "planned",
    "Umsetzung erfolgt durch das Bauamt": None, "läuft": "ongoing", "läuft im Mai aus": None, "steht aus": "not_started",
    "wird nicht weiterverfolgt": "dropped", "pendent": "not_started", "Offerten eingeholt": "in_progress", "Baubeginn April 2031": "planned",
    "Der Beschlusspunkt umgesetzt.": "implemented", "noch nicht abschließend erledigt": "partly", "der Maßnahmen": None, "öffentlich": None,
}  # fmt: skip


@pytest.mark.parametrize(("sentence", "status"), SENTENCES.items(), ids=str)
def test_sentence(sentence: str, status: str) -> None:
    stated = status_in(sentence, 0, len(sentence))
    assert stated
    assert (stated.status, sentence[stated.start : stated.end] in sentence) == (status, True)


@pytest.mark.parametrize("sentence", SILENT)
def test_sentence_without_status(sentence: str) -> None:
    assert status_in(sentence, 0, len(sentence)) is None


@pytest.mark.parametrize(("value", "status"), FIELDS.items(), ids=str)
def test_field(value: str, status: str | None) -> None:
    stated = status_of_field(value, 0, len(value))
    assert (stated and stated.status) == status


@pytest.mark.parametrize(
    ("value", "status"),
    {"versandt am 8. Mai": "implemented", "geliefert 11/2031": "implemented", "beschlossen am 3. Mai 2031, umgesetzt": "implemented",
     "aufgestelltes Gerät": None, "beschlossen am 3. Mai": None}.items(),
    ids=str,
)  # fmt: skip
def test_a_bare_participle_in_a_cell(value: str, status: str | None) -> None:
    stated = status_of_field(value, 0, len(value), bare=True)
    assert (stated and stated.status) == status
    if value[0] != "b":
        assert status_of_field(value, 0, len(value)) is None


@pytest.mark.parametrize(
    ("text", "status"),
    {
        "Der Rohbau ist fertiggestellt. Mit der Eröffnung ist im Herbst 2031 zu rechnen.": "in_progress",
        "Die Bügel sind montiert. Die übrigen Bügel sind für Mai geplant.": "partly",
        "Die Stelle wurde besetzt. Der Beschluss ist damit erledigt.": "implemented",
        "Der Kredit blieb aus. Der Beschluss ist damit erledigt.": "settled",
        "Das Büro wurde gebunden. Der Beschlusspunkt ist noch nicht umgesetzt.": "not_started",
    }.items(),
    ids=str,
)
def test_what_an_entry_tells_as_a_whole(text: str, status: str) -> None:
    told = told_in(text, sentences(text, 0, len(text)))
    assert (told and told[0].status) == status


def test_a_dated_passive_is_a_planned_step_only_in_a_report() -> None:
    sentence = "Ausbesserungen werden im Frühjahr 2031 vorgenommen."
    assert status_in(sentence, 0, len(sentence)) is None
    for planned in (sentence, "Der Beschlusspunkt soll bis Ende 2031 umgesetzt werden."):
        stated = status_in(planned, 0, len(planned), steps=True)
        assert stated
        assert stated.status == "planned"


@pytest.mark.parametrize(
    ("sentence", "status"),
    {
        "Im Mai wurden zwölf Bänke aufgestellt.": "implemented",
        "Die Anlage ist seit August in Betrieb genommen.": "implemented",
        "Alle Flächen wurden im Frühjahr 2031 eingesät.": "implemented",
        "Der Bau wurde am 3.5.2031 beschlossen.": None,
        "Fahrzeug geliefert.": "implemented",
        "Es heißt, dass die Bank aufgestellt worden ist.": "implemented",
        "Die Zählung fand im Mai 2031 statt.": "implemented",
        "Mit den Arbeiten wird im Herbst 2031 begonnen.": "planned",
        "Bisher wurden zwölf Bänke aufgestellt.": None,
        "Die Bänke wurden noch nicht geliefert.": None,
        "Die Bänke sollen bald aufgestellt sein.": None,
        "Der Bau erfolgt in den Sommerferien 2031.": "planned",
    }.items(),
    ids=str,
)
def test_what_stands_is_implemented_where_nothing_else_is_told(sentence: str, status: str | None) -> None:
    told = told_in(sentence, [(0, len(sentence))])
    assert (told and told[0].status) == status

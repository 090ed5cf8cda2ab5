"""The closed vocabularies of deadlines, resolution points, follow-ups and references, and of why a cell is empty."""

from __future__ import annotations

from pipeline.release.words.forms import Terms

DEADLINE_KINDS: Terms = {
    "due": ("fällig: bis zu einem Tag", "due by a day"),
    "period": ("Zeitraum: von einem Tag bis zu einem anderen", "a period from one day to another"),
    "recurring": ("wiederkehrend", "recurring"),
    "relative": ("eine Dauer nach etwas anderem", "a duration after something else"),
    "event": ("an ein Ereignis gebunden", "tied to an event"),
    "next_report": ("Termin des nächsten Berichts", "the date of the next report"),
}
PRECISIONS: Terms = {
    "day": ("auf den Tag", "to the day"),
    "month": ("ein Monat", "a month"),
    "quarter": ("ein Quartal", "a quarter"),
    "half_year": ("ein Halbjahr", "half a year"),
    "year": ("ein Jahr", "a year"),
    "season": ("eine Jahreszeit oder Ferien", "a season or school holidays"),
}
DUTIES: Terms = {
    "report": ("berichten, informieren", "to report"),
    "implement": ("umsetzen, ausführen", "to implement"),
    "submit": ("etwas vorlegen", "to submit something"),
    "decide": ("entscheiden", "to decide"),
    "apply": ("etwas beantragen", "to apply for something"),
    "other": ("anderes", "anything else"),
}
ACTS: Terms = {
    "decide": ("beschließt, legt fest", "decides"),
    "instruct": ("beauftragt jemanden", "instructs somebody"),
    "request": ("bittet jemanden", "requests somebody"),
    "authorise": ("ermächtigt jemanden", "authorises somebody"),
    "approve": ("stimmt zu, genehmigt", "approves"),
    "note": ("nimmt zur Kenntnis", "takes note"),
    "recommend": ("empfiehlt", "recommends"),
    "reject": ("lehnt ab", "rejects"),
    "amend": ("ändert etwas", "amends something"),
    "procedural": ("regelt das Verfahren", "settles procedure"),
    "other": ("anderes", "anything else"),
}
STAGES: Terms = {
    "adopted": ("beschlossen", "adopted"),
    "proposed": ("vorgeschlagen oder beantragt", "proposed or moved"),
    "recommended": ("einem anderen Gremium empfohlen", "recommended to another organization"),
    "rejected": ("abgelehnt", "rejected"),
    "quoted": ("aus einem früheren Beschluss wiedergegeben", "quoted from an earlier resolution"),
}
FOLLOW_UP_STATUSES: Terms = {
    "implemented": ("umgesetzt", "implemented"),
    "partly": ("teilweise umgesetzt", "partly implemented"),
    "nearly_done": ("fast abgeschlossen", "nearly done"),
    "in_progress": ("in Arbeit", "in progress"),
    "ongoing": ("Daueraufgabe, läuft fort", "an ongoing task"),
    "planned": ("geplant", "planned"),
    "in_preparation": ("in Vorbereitung", "in preparation"),
    "not_started": ("noch nicht begonnen", "not started yet"),
    "under_review": ("wird geprüft", "under review"),
    "delayed": ("verzögert", "delayed"),
    "on_hold": ("ruht", "on hold"),
    "not_feasible": ("nicht umsetzbar", "not feasible"),
    "dropped": ("aufgegeben, nicht weiter verfolgt", "dropped"),
    "settled": ("erledigt, ohne dass Umsetzung gesagt wird", "settled, without saying that it was implemented"),
    "noted": ("vorgemerkt, wird berücksichtigt", "noted, to be taken into account"),
}
REFERENCE_KINDS: Terms = {
    "paper": ("Vorlage, Drucksache", "a paper"),
    "meeting": ("Sitzung", "a meeting"),
    "decision": ("Beschlussnummer", "the number of a decision"),
    "motion": ("Antrag", "a motion"),
    "inquiry": ("Anfrage", "an inquiry"),
    "statute": ("Vorschrift", "a statute"),
}
COUNTS_STATUSES: Terms = {
    "stated": ("Ja und Nein sind genannt oder folgen aus „einstimmig“ oder „ohne Gegenstimme“ und einer Zahl",
               "yes and no are stated, or follow from a word such as unanimous and a number"),
    "partly": ("nur ein Teil der Zahlen ist genannt; leere Zahlen sind nicht null",
               "only some of the counts are stated; empty ones are not zero"),
    "not_stated": ("entschieden, aber ohne Zahlen", "decided, but without counts"),
    "not_applicable": ("keine Zahlen zu erwarten: So etwas wird meist ohne gezählte Abstimmung entschieden (Kenntnisnahme, Vertagung)",
                       "no counts to be expected: such an outcome is mostly reached without a counted vote (noted, postponed)"),
}  # fmt: skip
DATE_STATUSES: Terms = {
    "stated": ("ein Datum oder Zeitraum ist genannt", "a date or period is stated"),
    "not_stated": ("ein Datum wäre zu erwarten, ist aber nicht genannt oder nicht erkannt",
                   "a date is to be expected, but not stated or not recognised"),
    "not_applicable": ("die Frist hat der Art nach kein Datum (wiederkehrend, Dauer, Ereignis)",
                       "the deadline has no date by its nature (recurring, duration, event)"),
}  # fmt: skip
PERSON_STATUSES: Terms = {
    "stated": ("die Person ist genannt", "the person is named"),
    "not_stated": ("das Dokument nennt nur eine Anzahl", "the document gives a number only"),
    "withheld": ("das Dokument nennt die Person, diese Veröffentlichung nicht", "the document names the person, this release does not"),
}

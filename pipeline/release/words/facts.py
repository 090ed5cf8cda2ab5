"""The words of what is read from documents beside votes: points, amounts, deadlines, follow-ups, references, agenda items."""

from __future__ import annotations

from pipeline.release.words.forms import DOES_NOT_APPLY, NEVER, TableWords, Words, column, of_tables, table
from pipeline.release.words.terms import AMOUNT_ROLES, BASES, BOUNDS, CURRENCIES, PLACES
from pipeline.release.words.terms_of_time import (
    ACTS,
    DATE_STATUSES,
    DEADLINE_KINDS,
    DUTIES,
    FOLLOW_UP_STATUSES,
    PRECISIONS,
    REFERENCE_KINDS,
    STAGES,
)

TABLES: dict[str, TableWords] = {
    "resolution_points": table(
        "Beschlusspunkte", "Resolution points",
        "Eine Zeile ist ein Punkt eines Beschlusses oder Beschlussvorschlags mit seinem Platz in der Gliederung.",
        "One row is a point of a resolution or of a proposal, with its place in the tree.",
    ),
    "amounts": table(
        "Beträge", "Amounts",
        "Eine Zeile ist ein gedruckter Geldbetrag. Nur Zeilen mit section = resolution sind Geld des Beschlusses.",
        "One row is a printed sum of money. Only rows with section = resolution are money of the decision.",
    ),
    "deadlines": table(
        "Fristen", "Deadlines", "Eine Zeile ist eine Pflicht oder ein geplanter Schritt mit seiner Zeit.",
        "One row is a duty or a planned step with its time.",
    ),
    "follow_ups": table(
        "Beschlusskontrolle", "Follow-ups",
        "Eine Zeile sagt, was aus einem Beschlusspunkt geworden ist, nach einem Bericht der Verwaltung.",
        "One row says what became of a resolution point, by a report of the administration.",
    ),
    "references": table(
        "Verweise", "References",
        "Eine Zeile ist eine Vorlage, Sitzung oder Vorschrift, die ein Dokument nennt; jede je Dokument einmal.",
        "One row is a paper, meeting or statute that a document names; each one once per document.",
    ),
    "agenda_items": table(
        "Tagesordnungspunkte in Dokumenten", "Agenda items in documents",
        "Eine Zeile ist ein Tagesordnungspunkt, wie ihn ein Dokument druckt. Was das System der Kommune führt, steht in agenda_entries.",
        "One row is an agenda item as a document prints it. What the council's system lists stands in agenda_entries.",
    ),
}  # fmt: skip

POINT = column(
    "Beschlusspunkt",
    "Pfad des Beschlusspunkts (Spalte path von resolution_points), zu dem die Zeile gehört.",
    "Path of the resolution point (column path of resolution_points) that the row belongs to.",
    "document", ("gehört zu keinem einzelnen Punkt", "belongs to no single point"),
)  # fmt: skip
SECTION = column("Abschnitt", "In welchem Teil des Dokuments die Angabe steht.", "In which part of the document the statement stands.",
                 "document", NEVER, terms=PLACES)  # fmt: skip
PAPER = column("Vorlage", "Nummer der Vorlage, um die es geht, wie gedruckt.", "Number of the paper that it is about, as printed.",
               "document", ("keine Nummer genannt oder erkannt", "no number stated or recognised"))  # fmt: skip

RESOLUTION_POINTS: dict[str, Words] = {
    "path": column("Pfad", "Platz in der Gliederung, Ebenen mit Punkt getrennt (\"5.3\", \"2.a\"). Ein einziger Punkt ohne Nummer ist "
                   "\"1\".",
                   "Place in the tree, levels separated by a dot (\"5.3\", \"2.a\"). A single point without a number is \"1\".",
                   "document", NEVER),
    "heading": column("Überschrift", "Überschrift im Beschluss, unter der der Punkt steht.",
                      "Heading inside the resolution that the point stands under.", "document",
                      ("steht unter keiner Überschrift", "stands under no heading")),
    "text": column("Wortlaut", "Wortlaut des Punkts ohne seine Nummer und ohne seine Unterpunkte.",
                   "The point's own words without its number and without the points under it.", "document", NEVER),
    "act": column("Handlung", "Was der Punkt tut.", "What the point does.", "document", NEVER, terms=ACTS),
    "addressee": column("Adressat", "Wer handeln muss, wie gedruckt.", "Who has to act, as printed.", "document",
                        ("niemand genannt", "nobody named")),
    "stage": column("Stand", "Wie weit der Punkt gekommen ist.", "How far the point has come.", "document", NEVER, terms=STAGES),
}  # fmt: skip
AMOUNTS: dict[str, Words] = {
    "amount": column("Betrag", "Betrag mit angewandter Größe (\"1,5 Mio.\" ist 1500000.00); bei einer Spanne der untere.",
                     "The sum with its scale applied (\"1,5 Mio.\" is 1500000.00); the lower end of a range.",
                     "document", NEVER, unit="unit of column currency"),
    "amount_max": column("Betrag bis", "Oberer Betrag einer Spanne.", "Upper end of a range.", "document",
                         ("keine Spanne", "no range"), unit="unit of column currency"),
    "currency": column("Währung", "Währung des Betrags.", "Currency of the sum.", "document", NEVER, terms=CURRENCIES),
    "bound": column("Grenze", "Ob der Betrag genau, mindestens, höchstens oder ungefähr gilt.",
                    "Whether the sum is exact, a minimum, a maximum or about.", "document", NEVER, terms=BOUNDS),
    "basis": column("Bezug", "Worauf sich der Betrag bezieht.", "What the sum is for: in all, or per something.", "document", NEVER,
                    terms=BASES),
    "fiscal_years": column("Haushaltsjahre",
                           "Die Jahre, für die der Betrag gilt, als Liste. Ein Betrag \"je\" Jahr gilt für jedes von ihnen.",
                           "The years that the sum is for, as a list. A sum \"je\" (each) year holds for each of them.", "document",
                           ("leere Liste: kein Jahr genannt", "empty list: no year stated"), unit="years"),
    "role": column("Rolle", "Welche Rolle der Betrag spielt.", "Which part the sum plays.", "document", NEVER, terms=AMOUNT_ROLES),
    "section": SECTION,
    "point": POINT,
}  # fmt: skip
DEADLINES: dict[str, Words] = {
    "kind": column("Art", "Art der Frist.", "Kind of deadline.", "document", NEVER, terms=DEADLINE_KINDS),
    "date_from": column("Von", "Erster Tag. Ein Monat, Quartal oder Jahr beginnt an seinem ersten Tag.",
                        "First day. A month, quarter or year begins on its first day.", "document",
                        ("kein Beginn genannt; warum, sagt date_status", "no begin stated; date_status says why"), unit="day"),
    "date_to": column("Bis", "Letzter Tag; bei einer Fälligkeit zählt er mit. Ein Monat, Quartal oder Jahr endet an seinem letzten Tag.",
                      "Last day; for what is due it counts. A month, quarter or year ends on its last day.", "document",
                      ("kein Ende genannt; warum, sagt date_status", "no end stated; date_status says why"), unit="day"),
    "precision": column("Genauigkeit", "Wie genau das gedruckte Datum ist.", "How precise the printed date is.", "document",
                        ("kein Datum", "no date"), terms=PRECISIONS),
    "recurrence": column("Wiederkehr", "Abstand der Wiederkehr als ISO-8601-Dauer (P1Y jährlich, P6M halbjährlich).",
                         "Interval of the recurrence as ISO 8601 duration (P1Y every year, P6M every half year).", "document",
                         ("kehrt nicht wieder, oder ohne genannten Abstand", "does not recur, or states no interval"),
                         unit="ISO 8601 duration"),
    "duration": column("Dauer", "Dauer einer Frist, die ab etwas anderem läuft, als ISO-8601-Dauer (P3M).",
                       "Duration of a deadline that runs from something else, as ISO 8601 duration (P3M).", "document",
                       DOES_NOT_APPLY, unit="ISO 8601 duration"),
    "anchor": column("Bezug", "Ereignis oder Beginn, wie gedruckt (\"Sommerpause\", \"Beschlussfassung\").",
                     "Event or start, as printed (\"Sommerpause\", \"Beschlussfassung\").", "document",
                     ("kein Ereignis genannt", "no event stated")),
    "duty": column("Pflicht", "Was bis dahin zu tun ist.", "What has to be done by then.", "document", NEVER, terms=DUTIES),
    "section": SECTION,
    "point": POINT,
    "date_status": column("Status des Datums", "Ob ein Datum genannt ist, und warum keines da steht.",
                          "Whether a date is stated, and why there is none.", "derived", NEVER, terms=DATE_STATUSES),
}  # fmt: skip
FOLLOW_UPS: dict[str, Words] = {
    "paper": column("Vorlage", "Nummer der Vorlage, deren Umsetzung berichtet wird, wie gedruckt.",
                    "Number of the paper whose implementation is reported, as printed.", "document",
                    ("keine Nummer genannt oder erkannt", "no number stated or recognised")),
    "point": column("Beschlusspunkt", "Pfad des Punkts im berichteten Beschluss.", "Path of the point in the resolution reported on.",
                    "document", ("der Bericht meint den ganzen Beschluss", "the report is about the whole resolution")),
    "status": column("Stand", "Was daraus geworden ist.", "What became of it.", "document", NEVER, terms=FOLLOW_UP_STATUSES),
    "status_raw": column("Stand im Wortlaut", "Die Worte, aus denen der Stand gelesen ist.", "The words that the status is read from.",
                         "document", NEVER),
    "as_of": column("Stand vom", "Tag, auf den sich der Bericht bezieht.", "Day that the report refers to.", "document", unit="day"),
    "next_report": column("Nächster Bericht", "Tag des nächsten Berichts; bei einem Monat sein letzter.",
                          "Day of the next report; of a month its last one.", "document", unit="day"),
}  # fmt: skip
REFERENCES: dict[str, Words] = {
    "kind": column("Art", "Worauf verwiesen wird.", "What is referred to.", "document", NEVER, terms=REFERENCE_KINDS),
    "value": column("Verweis", "Nummer oder Vorschrift, ohne Leerzeichen und mit einfachem Bindestrich; Vorschriften behalten einzelne "
                    "Leerzeichen.",
                    "Number or statute, without blanks and with plain hyphens; statutes keep single blanks.", "document", NEVER),
}  # fmt: skip
AGENDA_ITEMS: dict[str, Words] = {
    "number": column("Nummer", "Gedruckte Nummer des Tagesordnungspunkts.", "Printed number of the agenda item.", "document",
                     ("keine Nummer gedruckt", "no number printed")),
    "title": column("Titel", "Titel des Tagesordnungspunkts.", "Title of the agenda item.", "document"),
    "public": column("Öffentlich", "Ob der Punkt öffentlich beraten wurde.", "Whether the item was dealt with in public.", "document"),
    "result_raw": column("Beschlussart", "Gedrucktes Ergebnis (\"ungeändert beschlossen\").",
                         "Printed result (\"ungeändert beschlossen\").",
                         "document"),
    "paper": PAPER,
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = of_tables(
    {
        "resolution_points": RESOLUTION_POINTS,
        "amounts": AMOUNTS,
        "deadlines": DEADLINES,
        "follow_ups": FOLLOW_UPS,
        "references": REFERENCES,
        "agenda_items": AGENDA_ITEMS,
    }
)

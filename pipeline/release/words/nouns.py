"""The words of what a council's system lists, in OParl's terms: bodies, organizations, meetings, agendas, papers, consultations."""

from __future__ import annotations

from pipeline.release.words.forms import NOT_LISTED, TableWords, Words, column, of_tables, table

TABLES: dict[str, TableWords] = {
    "bodies": table(
        "Körperschaften", "Bodies",
        "Eine Zeile ist eine Körperschaft (Stadt, Gemeinde, Kreis), die eine Quelle führt.",
        "One row is a body (a city, municipality or district) that a source lists.",
    ),
    "organizations": table(
        "Gremien", "Organizations",
        "Eine Zeile ist ein Gremium, eine Fraktion oder ein Amt, das eine Quelle führt.",
        "One row is a council, committee, faction or office that a source lists.",
    ),
    "meetings": table(
        "Sitzungen", "Meetings", "Eine Zeile ist eine Sitzung, die eine Quelle führt.", "One row is a meeting that a source lists.",
    ),
    "agenda_entries": table(
        "Tagesordnungen", "Agendas",
        "Eine Zeile ist ein Eintrag der Tagesordnung, wie ihn das System der Kommune führt. "
        "Was Dokumente zu Tagesordnungspunkten sagen, steht in agenda_items.",
        "One row is an entry of an agenda as the council's system lists it. "
        "What documents say of agenda items stands in agenda_items.",
    ),
    "papers": table(
        "Vorlagen", "Papers",
        "Eine Zeile ist eine Vorlage, ein Antrag oder eine Anfrage, die eine Quelle führt.",
        "One row is a paper, motion or inquiry that a source lists.",
    ),
    "consultations": table(
        "Beratungen", "Consultations",
        "Eine Zeile ist die Beratung einer Vorlage in einer Sitzung.",
        "One row is the consultation of a paper in one meeting.",
    ),
}  # fmt: skip

BODIES: dict[str, Words] = {
    "ags": column("AGS", "Amtlicher Gemeindeschlüssel, wie ihn die Quelle angibt, sonst leer.",
                  "Official municipality key of Germany as the source gives it.", "source", NOT_LISTED),
    "ars": column("ARS", "Amtlicher Regionalschlüssel, wie ihn die Quelle angibt, sonst leer.",
                  "Official regional key of Germany as the source gives it.", "source", NOT_LISTED),
    "website": column("Webseite", "Adresse der Webseite der Körperschaft.", "Address of the municipality's website.", "source", NOT_LISTED),
    "license": column("Lizenz", "Lizenz, unter der die Quelle ihre Daten anbietet.", "Licence under which the source offers its data.",
                      "source", NOT_LISTED),
}  # fmt: skip
ORGANIZATIONS: dict[str, Words] = {
    "organization_type": column("Art", "Art des Gremiums in den Worten der Quelle (\"Gremium\", \"Fraktion\").",
                                "Type of the organization in the words of the source (\"Gremium\", \"Fraktion\").", "source", NOT_LISTED),
    "classification": column("Einordnung", "Nähere Einordnung in den Worten der Quelle (\"Ausschuss\").",
                             "Closer classification in the words of the source (\"Ausschuss\").", "source", NOT_LISTED),
    "start_date": column("Besteht seit", "Tag, seit dem es besteht.", "Day from which on it exists.", "source", NOT_LISTED, unit="day"),
    "end_date": column("Bestand bis", "Letzter Tag seines Bestehens.", "Last day of its existence.", "source",
                       ("besteht noch, oder die Quelle gibt nichts an", "still exists, or the source does not say"), unit="day"),
}  # fmt: skip
MEETINGS: dict[str, Words] = {
    "meeting_state": column("Stand", "Stand der Sitzung in den Worten der Quelle (\"eingeladen\", \"durchgeführt\").",
                            "State of the meeting in the words of the source (\"eingeladen\", \"durchgeführt\").", "source", NOT_LISTED),
    "cancelled": column("Abgesagt", "Ob die Sitzung ausgefallen ist.", "Whether the meeting was cancelled.", "source", NOT_LISTED),
    "start": column("Beginn", "Beginn der Sitzung (UTC).", "Start of the meeting (UTC).", "source", NOT_LISTED),
    "end": column("Ende", "Ende der Sitzung (UTC).", "End of the meeting (UTC).", "source", NOT_LISTED),
    "agenda_item_count": column("Zahl der Tagesordnungspunkte", "Wie viele nummerierte Punkte die Tagesordnung hat.",
                                "How many numbered items the agenda has.", "source", NOT_LISTED, unit="agenda items"),
}  # fmt: skip
AGENDA_ENTRIES: dict[str, Words] = {
    "number": column("Nummer", "Nummer des Punkts, wie sie die Quelle schreibt.", "Number of the item as the source writes it.", "source",
                     ("eine Überschrift ohne Nummer", "a heading without a number")),
    "title": column("Titel", "Titel des Punkts.", "Title of the item.", "source", NOT_LISTED),
    "public": column("Öffentlich", "Ob der Punkt öffentlich beraten wird.", "Whether the item is dealt with in public.", "source",
                     NOT_LISTED),
    "result": column("Beschlussart", "Das Ergebnis in den Worten der Quelle (\"ungeändert beschlossen\").",
                     "The result in the words of the source (\"ungeändert beschlossen\").", "source", NOT_LISTED),
    "votes": column("Stimmenzeile", "Die Zeile mit den Stimmen, wie sie dort steht (\"Ja: 20, Nein: 4, Enthaltungen: 0\").",
                    "The line of votes as it stands there (\"Ja: 20, Nein: 4, Enthaltungen: 0\").", "source", NOT_LISTED),
    "resolution_text": column("Beschlusstext", "Wortlaut des Beschlusses, wo die Quelle ihn zum Punkt angibt.",
                              "Wording of the resolution where the source gives it with the item.", "source", NOT_LISTED),
    "position": column("Stelle", "Stelle des Punkts in der Tagesordnung, gezählt ab 1.", "Place of the item in the agenda, counted from 1.",
                       "source", NOT_LISTED),
}  # fmt: skip
PAPERS: dict[str, Words] = {
    "reference": column("Kennung", "Nummer der Vorlage, wie sie die Quelle schreibt (\"VI-DS-08033\").",
                        "Number of the paper as the source writes it (\"VI-DS-08033\").", "source", NOT_LISTED),
    "date": column("Datum", "Datum der Vorlage.", "Date of the paper.", "source", NOT_LISTED, unit="day"),
    "paper_type": column("Art", "Art der Vorlage in den Worten der Quelle (\"Beschlussvorlage\", \"Antrag\").",
                         "Type of the paper in the words of the source (\"Beschlussvorlage\", \"Antrag\").", "source", NOT_LISTED),
    "originator_ids": column("Urheber", "Gremien, von denen die Vorlage stammt, als Liste (Tabelle organizations).",
                             "Organizations that the paper is from, as a list (table organizations).", "source",
                             ("leere Liste: die Quelle gibt keine an", "empty list: the source names none")),
    "under_direction_of_ids": column("Federführend", "Federführende Stellen als Liste (Tabelle organizations).",
                                     "Organizations in charge, as a list (table organizations).", "source",
                                     ("leere Liste: die Quelle gibt keine an", "empty list: the source names none")),
}  # fmt: skip
CONSULTATIONS: dict[str, Words] = {
    "agenda_item_id": column("Tagesordnungspunkt", "Der Punkt der Tagesordnung (Tabelle agenda_entries).",
                             "The agenda item (table agenda_entries).", "source", NOT_LISTED),
    "role": column("Rolle", "Rolle der Beratung in den Worten der Quelle (\"Vorberatung\", \"Beschlussfassung\").",
                   "Role of the consultation in the words of the source (\"Vorberatung\", \"Beschlussfassung\").", "source", NOT_LISTED),
    "authoritative": column("Entscheidet", "Ob hier entschieden wird, nicht nur beraten.", "Whether this is where it is decided.", "source",
                            NOT_LISTED),
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = of_tables(
    {
        "bodies": BODIES,
        "organizations": ORGANIZATIONS,
        "meetings": MEETINGS,
        "agenda_entries": AGENDA_ENTRIES,
        "papers": PAPERS,
        "consultations": CONSULTATIONS,
    }
)

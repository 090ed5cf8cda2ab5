"""The words of what the SQLite file holds besides: tables made of the tables, questions with names, feeds, and what the search reads."""

from __future__ import annotations

from pipeline.release.words.forms import NEVER, Empty, TableWords, Words, column, of_tables, table
from pipeline.release.words.terms import OUTCOMES
from pipeline.release.words.terms_of_time import DEADLINE_KINDS, FOLLOW_UP_STATUSES

NO_TITLE = ("weder Tagesordnungspunkt noch Vorlage noch Dokument nennen einen Titel", "neither item nor paper nor document states a title")
NO_PAPER: Empty = ("keine Vorlage genannt oder gefunden", "no paper stated or found")
NO_DAY: Empty = ("kein Sitzungstag bekannt", "no day of a meeting known")
NO_MATTER: Empty = ("zu keinem Gegenstand gehörig", "belongs to no matter")

TABLES: dict[str, TableWords] = {
    "matters": table(
        "Gegenstände", "Matters",
        "Eine Zeile ist das, worum es in einem Dokument unter einem Tagesordnungspunkt geht: Titel und Vorlage.",
        "One row is what a document is about under one agenda item: title and paper.",
    ),
    "policy_fields": table(
        "Politikfelder", "Policy fields",
        "Eine Zeile legt einen Gegenstand in ein Politikfeld, mit dem Wort der Liste, das ihn dorthin brachte. Kein Dokument sagt das: "
        "es ist eine durchgesehene Wortliste (data/policy_fields.yml), gesucht in Titeln, Vorlagen und Beschlusspunkten, nie in der "
        "Debatte.",
        "One row puts a matter into a field of policy, with the word of the list that brought it there. No document says so: it is a "
        "reviewed list of words (data/policy_fields.yml), looked for in titles, papers and resolution points, never in the debate.",
    ),
    "money_by_policy_field": table(
        "Geld nach Politikfeld", "Money by policy field",
        "Eine Zeile ist die Summe der Beträge angenommener Beschlüsse je Kommune, Jahr, Feld, Rolle, Bezug und Währung. "
        "Rollen und Bezüge zählt man nicht zusammen.",
        "One row is the sum of the amounts of adopted resolutions by council, year, field, role, basis and currency. "
        "Roles and bases are not to be added up.",
    ),
    "terms": table(
        "Vokabular", "Vocabulary", "Eine Zeile ist ein fester Wert einer Spalte mit seiner Bedeutung.",
        "One row is a fixed value of a column with its meaning.",
    ),
    "decisions": table(
        "Beschlüsse und Abstimmungen", "Decisions and votes",
        "Eine Zeile ist eine Abstimmung mit ihrem Gegenstand, jede einmal: zum Durchsehen und Eingrenzen.",
        "One row is a vote with its matter, each of them once: to look through and narrow down.",
    ),
    "close_votes": table(
        "Knappe Abstimmungen", "Close votes",
        "Eine Zeile ist eine Abstimmung, bei der Ja und Nein höchstens ein Zehntel der Stimmen oder eine Stimme auseinanderliegen.",
        "One row is a vote in which yes and no lie at most a tenth of the votes, or one vote, apart.",
    ),
    "money": table(
        "Geld in Beschlüssen", "Money in resolutions",
        "Eine Zeile ist ein Betrag in einem Beschluss oder Vorschlag, mit seinem Gegenstand und dem, was aus ihm wurde (outcome).",
        "One row is a sum of money in a resolution or proposal, with its matter and what became of it (outcome).",
    ),
    "money_for_integration": table(
        "Geld für Integration", "Money for integration",
        "Eine Zeile ist die Summe der Beträge angenommener Beschlüsse zu Integration und Migration je Kommune, Jahr, Rolle und Bezug.",
        "One row is the sum of the amounts of adopted resolutions on integration and migration by council, year, role and basis.",
    ),
    "money_of_policy_fields": table(
        "Beträge der Politikfelder", "Amounts of policy fields",
        "Eine Zeile ist ein Betrag eines angenommenen Beschlusses in einem Politikfeld: woraus money_by_policy_field die Summen bildet.",
        "One row is an amount of an adopted resolution in one field of policy: what the sums of money_by_policy_field are made of.",
    ),
    "largest_sums": table(
        "Größte Summen", "Largest sums", "Eine Zeile ist ein Betrag in einem Beschluss oder Vorschlag, die größten zuerst.",
        "One row is a sum of money in a resolution or proposal, the largest first.",
    ),
    "due_dates": table(
        "Termine", "Due dates", "Eine Zeile ist eine Frist oder ein angekündigter Bericht, der einen Tag hat.",
        "One row is a deadline, or a report announced, that has a day.",
    ),
    "decisions_without_report": table(
        "Beschlüsse ohne Bericht", "Decisions without a report",
        "Eine Zeile ist ein angenommener Beschluss, der jemanden beauftragt und dessen Vorlage kein Bericht derselben Kommune nennt.",
        "One row is an adopted decision that instructs somebody and whose paper no report of the same council names.",
    ),
    "popolo_counts": table(
        "Stimmen, eine Zahl je Zeile", "Counts of votes, one a row",
        "Eine Zeile ist eine gedruckte Zahl von Stimmen einer Abstimmung, in den Worten von Popolo.",
        "One row is a printed number of votes cast in one vote, in the words of Popolo.",
    ),
    "feed_decisions": table(
        "Feed: Beschlüsse", "Feed: decisions", "Eine Zeile ist ein Eintrag im Feed der Beschlüsse und Abstimmungen.",
        "One row is an entry of the feed of decisions and votes.",
    ),
    "feed_close_votes": table(
        "Feed: knappe Abstimmungen", "Feed: close votes", "Eine Zeile ist ein Eintrag im Feed der knappen Abstimmungen.",
        "One row is an entry of the feed of close votes.",
    ),
    "feed_large_sums": table(
        "Feed: große Summen", "Feed: large sums", "Eine Zeile ist ein Eintrag im Feed der großen Summen.",
        "One row is an entry of the feed of large sums.",
    ),
    "feed_follow_ups": table(
        "Feed: Beschlusskontrolle", "Feed: follow-ups", "Eine Zeile ist ein Eintrag im Feed der Beschlusskontrolle.",
        "One row is an entry of the feed of follow-ups.",
    ),
    "documents_said": table(
        "Dokumente mit Text", "Documents with their text", "Eine Zeile ist ein Dokument, wie die Suche in Dokumenten es liest.",
        "One row is a document as the search in documents reads it.",
    ),
    "vocabulary": table(
        "Wörter der Suche", "Words of the search",
        "Eine Zeile ist ein Wort, das in einem der Suchregister steht, mit seiner Schreibung, wie sie verglichen wird.",
        "One row is a word that stands in one of the indexes of the search, with its spelling as it is compared.",
    ),
}  # fmt: skip

MATTERS: dict[str, Words] = {
    "id": column("Schlüssel", "Laufende Nummer in dieser Ausgabe; eine andere Ausgabe kann anders zählen.",
                 "Running number in this version; another version may count otherwise.", "derived", NEVER),
    "title": column("Worum es geht", "Titel des Tagesordnungspunkts, sonst der Vorlage, sonst des Dokuments.",
                    "Title of the agenda item, else of the paper, else of the document.", "derived", NO_TITLE),
    "paper": column("Vorlage", "Kennzeichen der Vorlage: das gedruckte, sonst das der Vorlage, an der das Dokument hängt.",
                    "Reference of the paper: the printed one, else that of the paper on which the document hangs.", "derived", NO_PAPER),
    "paper_name": column("Name der Vorlage", "Name der Vorlage, wie die Quelle ihn angibt.", "Name of the paper as the source gives it.",
                         "source", NO_PAPER),
}  # fmt: skip
POLICY_FIELDS: dict[str, Words] = {
    "matter_id": column("Gegenstand", "Der Gegenstand (Tabelle matters).", "The matter (table matters).", "derived", NEVER),
    "field": column("Politikfeld", "Politikfeld nach der Wortliste.", "Field of policy by the list of words.", "derived", NEVER),
    "word": column("Wort", "Das Wort oder Muster der Liste, das gefunden wurde.", "The word or pattern of the list that was found.",
                   "derived", NEVER),
}  # fmt: skip
MONEY_BY_POLICY_FIELD: dict[str, Words] = {
    "statements": column("Beträge", "Aus wie vielen Beträgen die Summe besteht.", "How many amounts the sum is made of.", "derived", NEVER),
    "amount": column("Summe", "Summe der Beträge; bei einer Spanne zählt der untere.",
                     "Sum of the amounts; of a range the lower end counts.", "derived", NEVER, unit="unit of column currency"),
    "largest": column("Größter Betrag", "Der größte Betrag der Summe.", "The largest amount of the sum.", "derived", NEVER,
                      unit="unit of column currency"),
    "title": column("Worum der größte geht", "Titel des Gegenstands, zu dem der größte Betrag gehört.",
                    "Title of the matter that the largest amount belongs to.", "derived", NO_TITLE),
    "permalink": column("Beleg des größten", "Adresse der Belegseite, auf der der größte Betrag markiert ist; alle Beträge stehen "
                        "in money_of_policy_fields.",
                        "Address of the evidence page on which the largest amount is marked; all amounts of the sum stand in "
                        "money_of_policy_fields.", "derived", NEVER),
}  # fmt: skip
TERMS: dict[str, Words] = {
    "table": column("Tabelle", "Tabelle der Spalte.", "Table of the column.", "derived", NEVER),
    "column": column("Spalte", "Spalte, deren Wert erklärt wird.", "Column whose value is explained.", "derived", NEVER),
    "value": column("Wert", "Der Wert, wie er in der Spalte steht.", "The value as it stands in the column.", "derived", NEVER),
    "de": column("Bedeutung", "Was der Wert heißt, auf Deutsch.", "What the value means, in German.", "derived", NEVER),
    "en": column("Bedeutung (englisch)", "Was der Wert heißt, auf Englisch.", "What the value means, in English.", "derived", NEVER),
}  # fmt: skip
DUE_DATES: dict[str, Words] = {
    "due": column("Fällig", "Tag, bis zu dem etwas zu tun ist oder berichtet werden soll.",
                  "Day until which something is to be done or reported.", "document", NEVER, unit="day"),
    "what": column("Was", "Ob es eine Frist oder ein Bericht ist.", "Whether it is a deadline or a report.", "derived", NEVER,
                   terms={"deadline": ("eine Frist", "a deadline"), "next report": ("ein angekündigter Bericht", "a report announced")}),
    "title": column("Worum es geht", "Titel des Tagesordnungspunkts, sonst der Vorlage, sonst des Dokuments; bei einem Bericht sonst das "
                    "Kennzeichen der Vorlage.",
                    "Title of the agenda item, else of the paper, else of the document; of a report else the paper's reference.",
                    "derived", NO_TITLE),
    "kind": column("Art", "Art der Frist, wie in deadlines; bei einem Bericht der Stand der Umsetzung, wie follow_ups.status.",
                   "Kind of deadline, as in deadlines; of a report the state of implementation, as follow_ups.status.", "document",
                   NEVER, terms={**DEADLINE_KINDS, **FOLLOW_UP_STATUSES}),
}  # fmt: skip
POPOLO_COUNTS: dict[str, Words] = {
    "vote_id": column("Abstimmung", "Die Abstimmung (Tabelle votes).", "The vote (table votes).", "derived", NEVER),
    "option": column("Stimme", "Wofür gestimmt wurde.", "What was voted for.", "derived", NEVER, terms={
        "yes": ("Ja", "yes"), "no": ("Nein", "no"), "abstain": ("Enthaltung", "abstention"),
        "not voting": ("wirkte wegen Befangenheit nicht mit", "took no part because of a personal interest"),
    }),
    "value": column("Stimmen", "Zahl der Stimmen, wie gedruckt.", "Number of votes, as printed.", "document", NEVER, unit="votes"),
}  # fmt: skip
FEEDS: dict[str, Words] = {
    "atom_id": column("Kennung", "Feste Kennung des Eintrags.", "Stable identifier of the entry.", "derived", NEVER),
    "atom_title": column("Titel", "Überschrift des Eintrags.", "Heading of the entry.", "derived", NEVER),
    "atom_updated": column("Stand", "Zeitpunkt (UTC), zu dem die Bytes des Dokuments geladen wurden.",
                           "Moment (UTC) at which the document's bytes were fetched.", "run", NEVER),
    "atom_link": column("Adresse", "Adresse der Belegseite, ohne base_url die des Originals.",
                        "Address of the evidence page; without base_url that of the original.", "derived", NEVER),
    "atom_content": column("Inhalt", "Gremium, Tag, Tagesordnungspunkt und Zitat.", "Organization, day, agenda item and quote.", "derived",
                           NEVER),
    "matter_id": column("Gegenstand", "Der Gegenstand (Tabelle matters).", "The matter (table matters).", "derived", NO_MATTER),
}  # fmt: skip
SEARCH_ROW = column("Zeile", "Nummer der Zeile in ihrer Tabelle, nach der die Suche schaut.",
                    "Number of the row in its table, by which the search looks.", "derived", NEVER)  # fmt: skip
VOCABULARY: dict[str, Words] = {
    "word": column("Wort", "Das Wort in kleinen Buchstaben ohne Umlaute.", "The word in small letters without umlauts.", "derived", NEVER),
    "uses": column("Vorkommen", "In wie vielen Zeilen das Wort steht.", "In how many rows the word stands.", "derived", NEVER),
    "spelled": column("Schreibung", "Die Schreibung, wie sie verglichen wird: ß als ss.", "The spelling as it is compared: ß as ss.",
                      "derived", NEVER),
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = {
    ("", "year"): column("Jahr", "Jahr der Sitzung, aus meeting_date; nur in der SQLite-Datei.",
                         "Year of the meeting, from meeting_date; only in the SQLite file.", "derived", NO_DAY),
    ("decisions", "search_row"): SEARCH_ROW,
    ("money", "search_row"): SEARCH_ROW,
    ("documents_said", "said_row"): SEARCH_ROW,
    ("close_votes", "margin"): column("Abstand", "Abstand zwischen Ja und Nein.", "Distance between yes and no.", "derived", NEVER,
                                      unit="votes"),
    ("money", "outcome"): column("Ergebnis", "Was aus dem Punkt wurde: das Ergebnis der ersten Abstimmung über die Vorlage als Ganzes, "
                                 "die dasselbe Dokument unter demselben Tagesordnungspunkt nennt.",
                                 "What became of the item: the outcome of the first vote on the item as a whole which the same document "
                                 "states under the same agenda item.", "derived", ("keine solche Abstimmung", "no such vote"),
                                 terms=OUTCOMES),
    ("decisions_without_report", "instructions"): column(
        "Aufträge", "Wie viele Punkte des Beschlusses jemanden beauftragen oder bitten.",
        "How many points of the resolution instruct or request somebody.", "derived", NEVER),
} | of_tables({
        "matters": MATTERS,
        "policy_fields": POLICY_FIELDS,
        "money_by_policy_field": MONEY_BY_POLICY_FIELD,
        "terms": TERMS,
        "due_dates": DUE_DATES,
        "popolo_counts": POPOLO_COUNTS,
        "feed_decisions": FEEDS,
        "vocabulary": VOCABULARY,
    })  # fmt: skip

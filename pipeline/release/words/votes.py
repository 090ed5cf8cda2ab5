"""The words of votes, of how groups voted, and of recusals."""

from __future__ import annotations

from pipeline.release.words.forms import NEVER, NO_ODDITY, TableWords, Words, column, of_tables, table
from pipeline.release.words.terms import ACTS_OF_RECUSAL, METHODS, OPTIONS, OUTCOMES, SUBJECTS, VOTE_FLAGS
from pipeline.release.words.terms_of_time import COUNTS_STATUSES, PERSON_STATUSES

NO_NUMBER = ("keine Zahl genannt, nicht null; warum, sagt counts_status", "no number stated, not zero; counts_status says why")

TABLES: dict[str, TableWords] = {
    "votes": table(
        "Abstimmungen", "Votes",
        "Eine Zeile ist eine Frage, die ein Gremium nach dem Dokument entschieden hat, gezählt oder nicht. "
        "Wer zählt, nimmt nur Zeilen ohne same_as.",
        "One row is a question that an organization settled by the document's account, counted or not. "
        "To count, use only rows without same_as.",
    ),
    "vote_groups": table(
        "Stimmen der Fraktionen", "Votes of groups",
        "Eine Zeile sagt, wie eine Fraktion, Gruppe oder Person bei einer Abstimmung gestimmt hat, soweit gedruckt.",
        "One row says how a faction, group or person voted in a vote, as far as printed.",
    ),
    "recusals": table(
        "Befangenheit", "Recusals",
        "Eine Zeile ist eine Person oder Anzahl, die wegen Befangenheit nicht mitwirkte.",
        "One row is a person or a number of persons who took no part because of a personal interest.",
    ),
}  # fmt: skip

VOTES: dict[str, Words] = {
    "subject": column("Gegenstand", "Worüber abgestimmt wurde.", "What was voted on.", "document", NEVER, terms=SUBJECTS),
    "subject_text": column("Gegenstand im Wortlaut", "Worüber abgestimmt wurde, wie gedruckt, wenn es nicht die ganze Vorlage ist.",
                           "What was voted on, as printed, where it is not the item as a whole.", "document",
                           ("die Vorlage als Ganzes", "the item as a whole")),
    "points": column("Beschlusspunkte", "Pfade der Punkte, über die getrennt abgestimmt wurde, als Liste.",
                     "Paths of the points that were voted on separately, as a list.", "document",
                     ("leere Liste: keine einzelnen Punkte", "empty list: no single points")),
    "outcome": column("Ergebnis", "Was aus der Frage wurde.", "What became of the question.", "document", NEVER, terms=OUTCOMES),
    "yes": column("Ja-Stimmen", "Gedruckte Zahl der Ja-Stimmen. \"einstimmig\" allein lässt sie leer; \"einstimmig abgelehnt\" gibt 0.",
                  "Printed number of yes votes. The word \"einstimmig\" (unanimous) alone leaves it empty; \"einstimmig abgelehnt\" "
                  "gives 0.",
                  "document", NO_NUMBER, unit="votes"),
    "no": column("Nein-Stimmen", "Gedruckte Zahl der Nein-Stimmen; \"einstimmig\" und \"ohne Gegenstimme\" geben 0.",
                 "Printed number of no votes; \"einstimmig\" (unanimous) and \"ohne Gegenstimme\" (none against) give 0.",
                 "document", NO_NUMBER, unit="votes"),
    "abstain": column("Enthaltungen", "Gedruckte Zahl der Enthaltungen.", "Printed number of abstentions.", "document", NO_NUMBER,
                      unit="votes"),
    "present": column("Anwesende", "Gedruckte Zahl der Anwesenden bei dieser Abstimmung.",
                      "Printed number of members present at this vote.", "document", unit="persons"),
    "recused": column("Befangene", "Gedruckte Zahl der wegen Befangenheit nicht Mitwirkenden.",
                      "Printed number of members who took no part because of a personal interest.", "document", unit="persons"),
    "unanimous": column("Einstimmig",
                        "Ja bei \"einstimmig\" oder Zahlen ohne Gegenstimme; nein bei \"mehrheitlich\" oder Zahlen auf beiden Seiten.",
                        "True for \"einstimmig\" or counts without opposition; false for \"mehrheitlich\" or counts on both sides.",
                        "document", ("das Dokument sagt es nicht", "the document does not say")),
    "method": column("Verfahren", "Wie abgestimmt wurde.", "How the vote was taken.", "document",
                     ("kein Verfahren genannt", "no method stated"), terms=METHODS),
    "groups": column("Fraktionen",
                     "Wie Fraktionen stimmten, als Liste von Name, Stimme (yes, no, abstain) und Anzahl; einzeln in vote_groups.",
                     "How groups voted, as a list of name, option (yes, no, abstain) and count; one row each in vote_groups.", "document",
                     ("leere Liste: keine genannt", "empty list: none named")),
    "flags": column("Hinweise", "Auffälligkeiten der Abstimmung als Liste; Widersprüche des Originals bleiben stehen.",
                    "What is odd about the vote, as a list; contradictions of the original are kept.", "derived",
                    (f"leere Liste: {NO_ODDITY[0]}", f"empty list: {NO_ODDITY[1]}"), terms=VOTE_FLAGS),
    "counts_status": column("Status der Zahlen", "Ob Zahlen genannt sind, und warum sie fehlen.",
                            "Whether counts are stated, and why they are missing.", "derived", NEVER, terms=COUNTS_STATUSES),
}  # fmt: skip
VOTE_GROUPS: dict[str, Words] = {
    "vote_id": column("Abstimmung", "Die Abstimmung (Tabelle votes).", "The vote (table votes).", "document", NEVER),
    "position": column("Stelle", "Stelle in der Liste der Abstimmung, gezählt ab 1.", "Place in the vote's list, counted from 1.",
                       "document", NEVER),
    "name": column("Fraktion", "Fraktion, Gruppe oder Person, wie gedruckt.", "Faction, group or person, as printed.", "document",
                   ("der Name wird nicht veröffentlicht", "the name is not published")),
    "option": column("Stimme", "Wie sie stimmte.", "How it voted.", "document", NEVER, terms=OPTIONS),
    "count": column("Anzahl", "Gedruckte Zahl ihrer Stimmen.", "Printed number of its votes.", "document",
                    ("keine Zahl genannt, nicht null", "no number stated, not zero"), unit="votes"),
}  # fmt: skip
RECUSALS: dict[str, Words] = {
    "person": column("Person", "Name, wie gedruckt, soweit diese Veröffentlichung ihn nennt.",
                     "Name as printed, as far as this release gives it.",
                     "document", ("warum, sagt person_status", "person_status says why")),
    "count": column("Anzahl", "Für wie viele Personen die Zeile steht.", "How many persons the row stands for.", "document", NEVER,
                    unit="persons"),
    "act": column("Handlung", "Was das Dokument über die Person sagt.", "What the document says of the person.", "document", NEVER,
                  terms=ACTS_OF_RECUSAL),
    "statute": column("Vorschrift", "Genannte Vorschrift (\"§ 20 SächsGemO\").", "Statute named (\"§ 20 SächsGemO\").", "document",
                      ("keine genannt", "none named")),
    "person_status": column("Status des Namens", "Ob ein Name genannt ist, und warum keiner da steht.",
                            "Whether a name is stated, and why there is none.", "derived", NEVER, terms=PERSON_STATUSES),
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = of_tables({"votes": VOTES, "vote_groups": VOTE_GROUPS, "recusals": RECUSALS})

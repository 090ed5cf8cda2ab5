"""The words of pages, issues and links, of the documents' texts, and of what people have corrected or taken down."""

from __future__ import annotations

from pipeline.release.words.forms import NEVER, NOT_KNOWN, NOT_STATED, TableWords, Words, column, of_tables, table
from pipeline.release.words.statuses import STATUSES

TABLES: dict[str, TableWords] = {
    "document_texts": table(
        "Texte der Dokumente", "Texts of documents",
        "Eine Zeile ist der Text eines Dokuments, auf den sich die Stellen der Zitate beziehen.",
        "One row is the text of a document that the offsets of the quotes refer to.",
    ),
    "corrections": table(
        "Berichtigungen", "Corrections",
        "Eine Zeile ist eine Berichtigung durch eine Person, mit altem und neuem Wert und dem Grund.",
        "One row is a correction by a person, with the old and the new value and the reason.",
    ),
    "withheld": table(
        "Zurückgehaltenes", "Withheld",
        "Eine Zeile ist etwas, das auf eine Entscheidung hin nicht veröffentlicht wird, ohne seinen Inhalt.",
        "One row is something that is not published because somebody decided so, without its content.",
    ),
}  # fmt: skip

PAGES: dict[str, Words] = {
    "url": column("Adresse", "Adresse der Seite.", "Address of the page.", "run", NEVER),
    "page_type": column("Art der Seite", "Was die Seite sein soll (englisch: \"agenda of a meeting\").",
                        "What the page should be (\"agenda of a meeting\").", "run", NEVER),
    "status": column("Status", "Was beim letzten Abfragen herauskam.", "What became of it when last asked for.", "run",
                     NEVER, terms=STATUSES),
    "sentence": column("Grund", "Warum der Status nicht ok ist, als Satz (Englisch).", "Why the status is not ok, as a sentence.", "run",
                       ("der Status ist ok", "the status is ok")),
    "sha256": column("SHA-256", "Prüfsumme der zuletzt geladenen Bytes.", "Digest of the bytes last fetched.", "run",
                     ("nichts geladen", "nothing fetched")),
    "seen_at": column("Abgefragt am", "Zeitpunkt (UTC) der letzten Abfrage.", "Moment (UTC) at which it was last asked for.", "run",
                      NOT_KNOWN),
    "good_sha256": column("SHA-256 der letzten guten", "Prüfsumme der letzten Bytes, die waren, was sie sein sollen.",
                          "Digest of the last bytes that were what they should be.", "run", ("noch nie gut", "never good yet")),
    "good_at": column("Zuletzt gut am", "Zeitpunkt (UTC), zu dem die Seite zuletzt war, was sie sein soll.",
                      "Moment (UTC) at which the page was last what it should be.", "run", ("noch nie gut", "never good yet")),
}  # fmt: skip
ISSUES: dict[str, Words] = {
    "document_id": column("Dokument", "Das Dokument, um das es geht (Tabelle documents).",
                          "The document that it is about (table documents).",
                          "run", ("es geht um kein einzelnes Dokument", "it is about no single document")),
    "code": column("Code", "Was für eine Auffälligkeit es ist.", "What kind of issue it is.", "run", NEVER, terms=STATUSES),
    "subject": column("Gegenstand", "Worum es geht: eine Adresse, ein Pfad, eine Kennung.", "What it is about: an address, a path, a key.",
                      "run", NEVER),
    "sentence": column("Satz", "Was auffiel, als Satz (Englisch).", "What was odd, as a sentence.", "run", NEVER),
    "first_seen_at": column("Zuerst am", "Zeitpunkt (UTC), zu dem es zuerst auffiel.", "Moment (UTC) at which it was first noted.", "run",
                            NEVER),
    "last_seen_at": column("Zuletzt am", "Zeitpunkt (UTC), zu dem es zuletzt auffiel.", "Moment (UTC) at which it was last noted.", "run",
                           NEVER),
}  # fmt: skip
LINKS: dict[str, Words] = {
    "url": column("Ziel", "Adresse, auf die der Link zeigt.", "Address that the link points to.", "document", NEVER),
    "words": column("Linktext", "Die Worte des Links.", "The words of the link.", "document", ("ein Link ohne Worte",
                    "a link without words")),
    "paper_id": column("Vorlage", "Die Vorlage, soweit ein Lauf sie gefunden hat (Tabelle papers).",
                       "The paper as far as a run has listed it (table papers).", "derived",
                       ("kein Lauf hat diese Vorlage gefunden", "no run has listed this paper")),
}  # fmt: skip
DOCUMENT_TEXTS: dict[str, Words] = {
    "text": column("Text", "Der Text, wie er aus der Datei kam; geschwärzte Zeichen sind durch █ ersetzt, sodass alle Stellen gültig "
                   "bleiben.",
                   "The text as it came from the file; redacted characters are replaced by █, so that all offsets stay valid.",
                   "document", NEVER),
}  # fmt: skip
GONE = ("die Zeile ist nicht in dieser Veröffentlichung", "the row is not in this release")
CORRECTIONS: dict[str, Words] = {
    "table": column("Tabelle", "Tabelle der berichtigten Zeile.", "Table of the corrected row.", "derived", GONE),
    "row": column("Zeile", "Schlüssel der berichtigten Zeile.", "Key of the corrected row.", "person", NEVER),
    "column": column("Spalte", "Berichtigte Spalte.", "Corrected column.", "person", NEVER),
    "old": column("Alt", "Wert zuvor, als Text.", "Value before, as text.", "person",
                  ("die Zelle war leer, oder die Zeile ist nicht veröffentlicht", "the cell was empty, or the row is not published")),
    "new": column("Neu", "Wert danach, als Text.", "Value after, as text.", "person",
                  ("die Zelle wurde geleert, oder die Zeile ist nicht veröffentlicht",
                   "the cell was emptied, or the row is not published")),
    "who": column("Wer", "Wer berichtigt hat.", "Who corrected it.", "person", NOT_STATED),
    "when": column("Wann", "Tag der Berichtigung.", "Day of the correction.", "person", NOT_STATED, unit="day"),
    "why": column("Warum", "Grund der Berichtigung.", "Reason of the correction.", "person", NOT_STATED),
    "applied": column("Angewandt",
                      "Ob die Berichtigung in dieser Veröffentlichung wirkt: ob es die Zeile gibt und sie den alten Wert hatte.",
                      "Whether the correction takes effect in this release: whether the row is there and had the old value.", "run", NEVER),
    "reason": column("Grund", "Warum die Berichtigung nicht wirkt.", "Why the correction does not take effect.", "run",
                     ("sie wirkt", "it takes effect")),
}  # fmt: skip
WITHHELD: dict[str, Words] = {
    "what": column("Was", "Was zurückgehalten wird: ein Dokument, eine Zeile, ein Name.", "What is withheld: a document, a row, a name.",
                   "person", NEVER),
    "since": column("Seit", "Tag, seit dem es zurückgehalten wird.", "Day from which on it is withheld.", "person", NOT_STATED, unit="day"),
    "reason": column("Grund", "Grund der Entscheidung.", "Reason of the decision.", "person", NOT_STATED),
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = of_tables(
    {
        "pages": PAGES,
        "issues": ISSUES,
        "links": LINKS,
        "document_texts": DOCUMENT_TEXTS,
        "corrections": CORRECTIONS,
        "withheld": WITHHELD,
    }
)

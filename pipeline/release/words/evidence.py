"""The words of the columns that mean the same in every table: keys, evidence, and where a row is from."""

from __future__ import annotations

from pipeline.release.words.forms import DOES_NOT_APPLY, NEVER, NOT_HAD, NOT_KNOWN, NOT_LISTED, NOT_READ, NOT_STATED, PRESENT, Words, column
from pipeline.release.words.terms import DOCUMENT_KINDS, REVIEW_STATES

STANDS_FOR_ITSELF = ("die Zeile steht für sich selbst und zählt", "the row stands for itself and counts")

KEYS: dict[str, Words] = {
    "id": column(
        "Schlüssel",
        "Kurzer, fester Schlüssel der Zeile: dieselben Angaben ergeben auf jedem Rechner denselben Schlüssel.",
        "Short stable key of the row: the same statements give the same key on every machine.",
        "derived", NEVER,
    ),
    "council": column(
        "Kommune",
        "Kennung der Kommune, wie ihre Datei im Register heißt (Tabelle councils).",
        "Identifier of the council, the name of its file in the registry (table councils).",
        "register", NEVER,
    ),
    "ags": column(
        "AGS",
        "Amtlicher Gemeindeschlüssel: acht Ziffern als Text, führende Null eingeschlossen.",
        "Official municipality key of Germany: eight digits as text, a leading zero included.",
        "register", ("im Register nicht eingetragen (auch: nicht in Deutschland)", "not entered in the registry (also: not in Germany)"),
    ),
    "ars": column(
        "ARS",
        "Amtlicher Regionalschlüssel: zwölf Ziffern als Text, mit dem Gemeindeverband.",
        "Official regional key of Germany: twelve digits as text, with the association of municipalities.",
        "register", ("im Register nicht eingetragen (auch: nicht in Deutschland)", "not entered in the registry (also: not in Germany)"),
    ),
    "document_id": column(
        "Dokument",
        "Das Dokument, zu dem die Zeile gehört (Tabelle documents).",
        "The document that the row belongs to (table documents).",
        "run", NEVER,
    ),
    "meeting_id": column(
        "Sitzung", "Die Sitzung (Tabelle meetings).", "The meeting (table meetings).",
        "source", ("die Quelle nennt keine oder nicht genau eine Sitzung", "the source names no meeting, or not exactly one"),
    ),
    "paper_id": column(
        "Vorlage", "Die Vorlage (Tabelle papers).", "The paper (table papers).",
        "source", ("die Quelle nennt keine Vorlage", "the source names no paper"),
    ),
    "body_id": column("Körperschaft", "Die Körperschaft (Tabelle bodies).", "The municipality (table bodies).", "source", NOT_LISTED),
    "source_id": column(
        "Kennung der Quelle",
        "Wie die Quelle selbst das Objekt nennt: OParl-Kennung, Adresse oder Pfad.",
        "What the source itself calls the object: an OParl identifier, an address or a path.",
        "source", NEVER,
    ),
    "deleted_at": column(
        "Gelöscht am",
        "Zeitpunkt (UTC), zu dem ein Lauf feststellte, dass die Quelle das Objekt nicht mehr führt.",
        "Moment (UTC) at which a run found that the source does not list the object any more.",
        "run", PRESENT,
    ),
    "run_id": column("Lauf", "Der Lauf, der dies zuletzt festgestellt hat (Tabelle runs).", "The run that last noted this (table runs).",
                     "run", NEVER),
    "name": column("Name", "Name, wie ihn die Quelle angibt.", "Name as the source gives it.", "source", NOT_LISTED),
    "short_name": column("Kurzname", "Kurzer Name, wie ihn die Quelle angibt.", "Short name as the source gives it.", "source", NOT_LISTED),
    "web": column("Webseite", "Adresse der Seite für Menschen.", "Address of the page for people.", "source", NOT_LISTED),
    "organization_ids": column(
        "Gremien",
        "Die beteiligten Gremien als Liste (Tabelle organizations); das erste ist federführend.",
        "The organizations involved, as a list (table organizations); the first one is in charge.",
        "source", ("leere Liste: die Quelle gibt keine an", "empty list: the source names none"),
    ),
}  # fmt: skip

EVIDENCE: dict[str, Words] = {
    "quote": column(
        "Zitat",
        "Die Worte des Dokuments, die die Angabe tragen, buchstabengetreu. Die Zeichen geschwärzter Stellen sind durch █ ersetzt.",
        "The words of the document that state the fact, letter by letter. The characters of redacted places are replaced by █.",
        "document", NEVER,
    ),
    "char_start": column(
        "Zitat ab Zeichen",
        "Stelle des ersten Zeichens des Zitats im Text des Dokuments (Tabelle document_texts), gezählt ab 0 in Unicode-Zeichen.",
        "Offset of the quote's first character in the document's text (table document_texts), counted from 0 in Unicode code points.",
        "document", NEVER, unit="characters",
    ),
    "char_end": column(
        "Zitat bis Zeichen",
        "Stelle hinter dem letzten Zeichen des Zitats: text[char_start:char_end] ist das Zitat.",
        "Offset behind the quote's last character: text[char_start:char_end] is the quote.",
        "document", NEVER, unit="characters",
    ),
    "page": column(
        "Seite", "Seite des Dokuments, auf der das Zitat beginnt, gezählt ab 1.",
        "Page of the document on which the quote begins, counted from 1.",
        "document", ("das Dokument hat keine Seiten", "the document has no pages"), unit="pages",
    ),
    "agenda_item": column(
        "Tagesordnungspunkt",
        "Gedruckte Nummer des Tagesordnungspunkts, zu dem die Angabe gehört (\"Ö 18.12\").",
        "Printed number of the agenda item that the fact belongs to (\"Ö 18.12\").",
        "document", ("kein Tagesordnungspunkt genannt oder erkannt", "no agenda item stated or recognised"),
    ),
    "rule": column("Regel", "Name der Regel, die die Angabe gefunden hat.", "Name of the rule that found the fact.", "run", NEVER),
    "source_url": column(
        "Quelle", "Adresse, unter der das Dokument bei der Kommune liegt.", "Address at which the council keeps the document.",
        "source", NEVER,
    ),
    "document_sha256": column(
        "SHA-256 des Dokuments", "Prüfsumme der Bytes, aus denen gelesen wurde.", "Digest of the bytes that the row was read from.",
        "run", NOT_HAD,
    ),
    "document_title": column(
        "Titel des Dokuments", "Titel des Dokuments, aus seinem Kopf oder von der Quelle.",
        "Title of the document, from its head or from the source.", "document", NOT_STATED,
    ),
    "document_kind": column(
        "Art des Dokuments", "Was für ein Dokument es ist.", "What kind of document it is.", "document", NOT_READ, terms=DOCUMENT_KINDS,
    ),
    "body": column(
        "Gremium", "Das Gremium, das getagt hat, wie gedruckt.", "The organization that met, as printed.", "document", NOT_STATED,
    ),
    "meeting_date": column(
        "Sitzungstag", "Tag der Sitzung, von der das Dokument handelt.", "Day of the meeting that the document is about.",
        "document", NOT_STATED, unit="day",
    ),
    "same_as": column(
        "Doppelt zu",
        "Schlüssel der Zeile, die dasselbe aus einem anderen Dokument sagt und für diese mitzählt. "
        "Wer zählt oder summiert, nimmt nur Zeilen, bei denen diese Zelle leer ist.",
        "Key of the row that says the same from another document and stands for this one. "
        "To count or to sum, use only rows where this cell is empty.",
        "derived", STANDS_FOR_ITSELF,
    ),
    "permalink": column(
        "Beleg",
        "Adresse der Belegseite dieser Veröffentlichung, auf der das Zitat im Text des Dokuments markiert ist.",
        "Address of this release's evidence page, on which the quote is marked in the document's text.",
        "derived", DOES_NOT_APPLY,
    ),
    "original_url": column(
        "Beleg im Original",
        "Adresse des Dokuments bei der Kommune mit der Stelle: #page=N bei PDF, ein Textfragment bei Webseiten.",
        "Address of the council's own document with the place: #page=N for PDF, a text fragment for web pages.",
        "derived", ("das Original hat keine Webadresse", "the original has no web address"),
    ),
    "extractor_version": column(
        "Fassung der Regeln", "Fassung der Regeln, mit denen gelesen wurde.", "Version of the rules that did the reading.", "run",
        NOT_KNOWN,
    ),
    "review_state": column(
        "Prüfung", "Ob eine Person die Zeile geprüft oder berichtigt hat.", "Whether a person has checked or corrected the row.",
        "person", NEVER, terms=REVIEW_STATES,
    ),
}  # fmt: skip

COLUMNS: dict[tuple[str, str], Words] = {("", name): words for name, words in (KEYS | EVIDENCE).items()}

"""The closed vocabularies of the pipeline's own records: statuses and codes, outcomes of runs, changes, roles of files."""

from __future__ import annotations

from pipeline.release.words.forms import Terms

STATUSES: Terms = {
    "ok": ("geladen und gelesen", "fetched and read"),
    "not_modified": ("unverändert seit dem letzten Mal", "unchanged since the last time"),
    "gone": ("unter der Adresse nicht mehr da", "not there any more"),
    "tombstone": ("an drei verschiedenen Tagen nicht mehr da", "gone on three different days"),
    "forbidden": ("der Server verweigert den Zugriff", "the server refuses access"),
    "login_wall": ("statt des Inhalts kam eine Anmeldeseite", "a login page came instead of the content"),
    "soft_error_page": ("statt des Inhalts kam eine Fehlerseite ohne Fehlercode", "an error page came without an error code"),
    "wrong_type": ("es kam etwas anderes als erwartet", "something else came than was expected"),
    "truncated": ("die Übertragung brach ab", "the transfer broke off"),
    "too_large": ("größer als erlaubt", "larger than allowed"),
    "timeout": ("der Server antwortete nicht rechtzeitig", "the server did not answer in time"),
    "dns": ("der Name des Servers ist nicht auflösbar", "the server's name cannot be resolved"),
    "tls": ("die verschlüsselte Verbindung kam nicht zustande", "no encrypted connection could be made"),
    "connection": ("die Verbindung wurde immer wieder abgewiesen oder getrennt", "the connection was refused or reset, again and again"),
    "http_error": ("der Server antwortete immer wieder mit einem Fehler", "the server answered with an error, again and again"),
    "redirect_loop": ("Weiterleitung im Kreis", "redirected in a circle"),
    "robots_denied": ("robots.txt verbietet es", "robots.txt forbids it"),
    "ssrf_blocked": ("die Adresse führt auf einen nicht erlaubten Rechner", "the address leads to a host that is not allowed"),
    "encrypted": ("die Datei ist mit einem Kennwort geschützt", "the file is protected by a password"),
    "corrupt": ("die Datei ist beschädigt", "the file is damaged"),
    "zero_pages": ("die Datei hat keine Seiten", "the file has no pages"),
    "no_text_layer": ("ein Bild ohne Text, nicht durch OCR gelesen", "a picture without text, not read by OCR"),
    "garbled_text": ("die Schrift sagt nicht, welche Zeichen sie zeigt", "the font does not say which characters it shows"),
    "parser_timeout": ("das Lesen dauerte zu lange und wurde beendet", "reading took too long and was ended"),
    "parser_memory": ("das Lesen brauchte zu viel Speicher und wurde beendet", "reading took too much memory and was ended"),
    "parser_crash": ("das Lesen brach ab", "reading broke down"),
    "layout_unknown": ("die Seite ist anders aufgebaut als bekannt", "the page is not laid out as known"),
    "low_confidence": ("eine Zahl aus OCR, bei der die Erkennung unsicher ist", "a number from OCR that the recognition is not sure of"),
    "repaired": (
        "eine Angabe der Quelle wurde repariert, etwa ein AGS ohne führende Null",
        "a value of the source was mended, such as an AGS that lost its zero",
    ),
    "tdm_reserved": ("der Server behält sich Text- und Data-Mining vor", "the host reserves text and data mining"),
    "volume_drop": ("weniger als die Datei der Kommune erwartet", "fewer than the council's file expects"),
    "volume_rise": ("mehr als die Datei der Kommune erwartet", "more than the council's file expects"),
    "confidential_mark": (
        "als vertraulich oder nichtöffentlich gekennzeichnet und deshalb zurückgehalten",
        "marked as confidential or not public, and withheld for that",
    ),
    "mixed_visibility": ("öffentlicher und nichtöffentlicher Teil in einem Dokument", "a public and a closed part in one document"),
}
RUN_OUTCOMES: Terms = {
    "complete": ("alles ist in den Tabellen", "everything is in the tables"),
    "partial": ("etwas konnte nicht geladen oder gelesen werden (Tabelle issues)", "something could not be fetched or read (table issues)"),
    "failed": ("der Lauf ist gescheitert", "the run failed"),
    "unchanged": ("nichts Neues", "nothing new"),
}
CHANGES: Terms = {
    "added": ("neu hinzugekommen", "added"),
    "changed": ("geändert", "changed"),
    "removed": ("weggefallen", "removed"),
    "back_again": ("wieder da wie früher", "back again as it once was"),
}
CAUSES: Terms = {
    "document": ("das Dokument hat andere Bytes", "the document has other bytes"),
    "reading": (
        "dieselben Bytes wurden anders gelesen (andere Regeln, Freigabe)",
        "the same bytes were read otherwise (other rules, a release)",
    ),
    "source": ("die Quelle hat das Dokument zurückgezogen oder wieder angeboten", "the source withdrew the document or brought it back"),
}
FACT_TABLES: Terms = {
    "agenda_items": ("Tagesordnungspunkte in Dokumenten", "agenda items in documents"),
    "amounts": ("Beträge", "amounts"),
    "deadlines": ("Fristen", "deadlines"),
    "follow_ups": ("Beschlusskontrolle", "follow-ups"),
    "recusals": ("Befangenheit", "recusals"),
    "references": ("Verweise", "references"),
    "resolution_points": ("Beschlusspunkte", "resolution points"),
    "votes": ("Abstimmungen", "votes"),
}
FILE_ROLES: Terms = {
    "main_file": ("Hauptdatei einer Vorlage", "the main file of a paper"),
    "auxiliary_file": ("Anlage", "an annex"),
    "invitation": ("Einladung mit Tagesordnung", "the invitation with its agenda"),
    "results_protocol": ("Niederschrift", "the minutes"),
    "verbatim_protocol": ("Wortprotokoll", "the verbatim record"),
    "resolution_file": ("Beschluss zu einem Tagesordnungspunkt", "the resolution of an agenda item"),
    "extract": ("Auszug oder Seite zu einem Tagesordnungspunkt", "the extract or page of an agenda item"),
    "meeting": ("Seite oder Objekt der Sitzung selbst", "the page or object of the meeting itself"),
    "paper": ("Seite oder Objekt der Vorlage selbst", "the page or object of the paper itself"),
    "press_release": ("Artikel der Kommune", "an article of the municipality"),
    "file": ("Datei aus einem Ordner", "a file from a folder"),
}
TEXT_LAYERS: Terms = {
    "good": ("die Datei enthält ihren Text", "the file holds its text"),
    "poor": ("der enthaltene Text ist stellenweise unleserlich", "the text that it holds is illegible in places"),
    "none": ("die Datei enthält keinen Text", "the file holds no text"),
    "ocr": ("Text ganz oder teilweise durch OCR", "text wholly or partly from OCR"),
    "n/a": ("keine Seiten: Webseite, Textdatei, Objekt", "no pages: a web page, a text file, an object"),
}

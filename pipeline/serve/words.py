"""German words of what the finishing adds to the published tables: made tables, views, and their columns."""

from __future__ import annotations

from collections.abc import Mapping

YEAR = "Jahr: Jahr der Sitzung, aus meeting_date."
MADE_TABLES: Mapping[str, tuple[str, str]] = {
    "matters": ("Gegenstände", "Eine Zeile ist das, worum es in einem Dokument unter einem Tagesordnungspunkt geht: Titel und Vorlage."),
    "policy_fields": (
        "Politikfelder",
        (
            "Eine Zeile legt einen Gegenstand in ein Politikfeld, mit dem Wort der Liste, das ihn dorthin brachte. Kein Dokument sagt das:"
            " es ist eine durchgesehene Wortliste (data/policy_fields.yml), gesucht in Titeln, Vorlagen und Beschlusspunkten, nie in der"
            " Debatte."
        ),
    ),
    "money_by_policy_field": ("Geld nach Politikfeld", "Summen angenommener Beschlüsse je Kommune, Jahr, Feld, Rolle und Bezug."),
    "terms": ("Vokabular", "Eine Zeile ist ein fester Wert einer Spalte mit seiner Bedeutung."),
}
VIEWS: Mapping[str, tuple[str, str]] = {
    "decisions": ("Beschlüsse und Abstimmungen", "Abstimmungen mit ihrem Gegenstand, jede einmal: zum Durchsehen und Eingrenzen."),
    "close_votes": ("Knappe Abstimmungen", "Ja und Nein liegen höchstens ein Zehntel der Stimmen oder eine Stimme auseinander."),
    "money": ("Geld in Beschlüssen", "Beträge in Beschlüssen und Vorschlägen mit ihrem Gegenstand und dem, was aus ihm wurde (outcome)."),
    "money_for_integration": ("Geld für Integration", "Summen angenommener Beschlüsse zu Integration und Migration je Kommune und Jahr."),
    "largest_sums": ("Größte Summen", "Beträge in Beschlüssen und Vorschlägen, die größten zuerst."),
    "due_dates": ("Termine", "Fristen und angekündigte Berichte, die einen Tag haben."),
    "decisions_without_report": (
        "Beschlüsse ohne Bericht",
        "Aufträge, deren Vorlage kein Bericht derselben Kommune nennt.",
    ),
    "popolo_counts": ("Stimmen, eine je Zeile", "Die Zahlen der Abstimmungen in Popolos Worten: option und value."),
    "feed_decisions": ("Feed: Beschlüsse", "Als Feed abonnierbar: unten „atom“."),
    "feed_close_votes": ("Feed: knappe Abstimmungen", "Als Feed abonnierbar: unten „atom“."),
    "feed_large_sums": ("Feed: große Summen", "Als Feed abonnierbar: unten „atom“."),
    "feed_follow_ups": ("Feed: Beschlusskontrolle", "Als Feed abonnierbar: unten „atom“."),
    "documents_said": ("Dokumente mit Text", "Was die Suche in Dokumenten liest."),
}
COLUMNS: Mapping[str, str] = {
    "title": "Worum es geht: Titel des Tagesordnungspunkts, sonst der Vorlage, sonst des Dokuments.",
    "about": "Worum es geht.",
    "paper": "Kennzeichen der Vorlage.",
    "paper_name": "Name der Vorlage.",
    "margin": "Abstand zwischen Ja und Nein, in Stimmen.",
    "statements": "Aus wie vielen Beträgen die Summe besteht.",
    "largest": "Der größte Betrag der Summe.",
    "field": "Politikfeld nach der Wortliste.",
    "word": "Das Wort oder Muster der Liste, das gefunden wurde.",
    "due": "Tag, bis zu dem etwas zu tun ist oder berichtet werden soll.",
    "what": "deadline: eine Frist; next report: ein angekündigter Bericht.",
    "instructions": "Wie viele Punkte des Beschlusses jemanden beauftragen.",
    "option": "yes, no, abstain, not voting.",
    "value": "Zahl der Stimmen.",
    "search_row": "Nummer der Zeile, nach der die Suche schaut.",
    "year": YEAR,
}

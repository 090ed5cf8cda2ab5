"""The closed vocabularies of what is read from documents, each term with its meaning in German and English.

A term that an extractor can say and that is missing here fails tests/pipeline/release/test_words.py.
"""

from __future__ import annotations

from pipeline.release.words.forms import Terms

DOCUMENT_KINDS: Terms = {
    "minutes": ("Niederschrift einer ganzen Sitzung", "minutes of a whole meeting"),
    "extract": ("Auszug aus der Niederschrift, Beschlussausfertigung", "extract from the minutes"),
    "paper": ("Vorlage, Antrag, Anfrage", "paper: a proposal, motion or inquiry"),
    "status_report": ("Bericht zur Umsetzung früherer Beschlüsse", "report on the implementation of earlier resolutions"),
    "press": ("Pressemitteilung, Artikel der Kommune", "press release or article of the municipality"),
    "presentation": ("Folien", "slides"),
    "agenda": ("Tagesordnung, Einladung", "agenda or invitation"),
    "other": ("anderes", "anything else"),
}
REVIEW_STATES: Terms = {
    "auto": ("von keiner Person geprüft", "checked by nobody"),
    "checked": ("von einer Person geprüft und für richtig befunden", "checked by a person and found right"),
    "corrected": ("von einer Person berichtigt (Tabelle corrections)", "corrected by a person (table corrections)"),
}
OUTCOMES: Terms = {
    "adopted": ("angenommen, zugestimmt, beschlossen", "adopted"),
    "adopted_amended": ("in geänderter Fassung angenommen", "adopted in an amended version"),
    "rejected": ("abgelehnt", "rejected"),
    "noted": ("zur Kenntnis genommen", "noted, without a decision"),
    "recommended": ("einem anderen Gremium empfohlen", "recommended to another organization"),
    "recommended_amended": ("geändert einem anderen Gremium empfohlen", "recommended to another organization in an amended version"),
    "not_recommended": ("einem anderen Gremium nicht empfohlen", "not recommended to another organization"),
    "postponed": ("vertagt, zurückgestellt", "postponed"),
    "removed": ("von der Tagesordnung abgesetzt", "removed from the agenda"),
    "withdrawn": ("vom Antragsteller zurückgezogen", "withdrawn by whoever had moved it"),
    "referred": ("in ein anderes Gremium oder an die Verwaltung verwiesen", "referred to another organization or to the administration"),
    "settled": ("erledigt, auch durch eine Stellungnahme", "settled, also by a statement of the administration"),
    "no_vote": ("keine Abstimmung, und sonst sagt nichts, was daraus wurde", "no vote, and nothing else says what became of it"),
    "split": ("über Teile getrennt und verschieden entschieden", "parts were decided separately and differently"),
    "elected": ("gewählt, berufen, benannt", "elected or appointed"),
    "unknown": ("eine Entscheidung ist erkennbar, ihr Ergebnis nicht", "there was a decision, but its result is not recognisable"),
}
SUBJECTS: Terms = {
    "main": ("die Vorlage als Ganzes", "the item as a whole"),
    "amendment": ("ein Änderungs- oder Ergänzungsantrag", "an amendment"),
    "point": ("einzelne Punkte oder Teile", "single points or parts"),
    "procedure": ("das Verfahren: Geschäftsordnung, Dringlichkeit, Schluss der Debatte", "procedure: rules, urgency, end of debate"),
    "election": ("eine Wahl oder Benennung", "an election or appointment"),
}
METHODS: Terms = {
    "open": ("offen, etwa durch Handzeichen", "openly, for example by show of hands"),
    "secret": ("geheim", "secretly"),
    "roll_call": ("namentlich", "by roll call"),
    "written": ("schriftlich oder im Umlauf", "in writing or by circulation"),
}
VOTE_FLAGS: Terms = {
    "counts_order_assumed": ("Zahlen ohne Beschriftung (40/7/7), gelesen als Ja/Nein/Enthaltung",
                             "unlabelled counts (40/7/7), read as yes/no/abstain"),
    "counts_order_unknown": ("Zahlen ohne Beschriftung, deren Reihenfolge offen ist; nicht übernommen",
                             "unlabelled counts in an open order; not taken over"),
    "counts_not_recorded": ("gedruckte Nullen, wo nicht gezählt wurde; nicht übernommen",
                            "printed zeros where nobody counted; not taken over"),
    "outcome_contradicts_counts": ("Ergebnis und Zahlen widersprechen sich, beides wie gedruckt",
                                   "outcome and counts contradict, both as printed"),
    "unanimous_contradicts_counts": ("einstimmig, obwohl Gegenstimmen gedruckt sind",
                                     "called unanimous although opposing votes are printed"),
    "sum_exceeds_body": ("mehr Stimmen als Anwesende oder Sitze", "more votes than members present or seats"),
    "table_flattened": ("eine Tabelle, deren Spalten im Text verloren sind; Zahlen nicht übernommen",
                        "a table whose columns are lost in the text; its counts are not taken over"),
    "low_confidence": ("eine Zahl aus OCR, bei der die Erkennung unsicher ist", "a number from OCR that the recognition is not sure of"),
}  # fmt: skip
OPTIONS: Terms = {"yes": ("Ja", "yes"), "no": ("Nein", "no"), "abstain": ("Enthaltung", "abstention")}
ACTS_OF_RECUSAL: Terms = {
    "declared": ("hat Befangenheit erklärt", "declared an interest"),
    "left": ("hat den Raum oder den Sitzungstisch verlassen", "left the room or the table"),
    "not_voting": ("hat nicht mitgestimmt", "took no part in the vote"),
    "excluded": ("war von Rechts wegen ausgeschlossen", "was excluded by law"),
}
CURRENCIES: Terms = {
    "EUR": ("Euro", "euro"),
    "CHF": ("Schweizer Franken", "Swiss franc"),
    "DEM": ("Deutsche Mark", "German mark"),
    "ATS": ("Österreichischer Schilling", "Austrian schilling"),
}
BOUNDS: Terms = {
    "exact": ("genau dieser Betrag", "exactly this sum"),
    "min": ("mindestens", "at least"),
    "max": ("höchstens, bis zu", "at most, up to"),
    "about": ("rund, etwa, circa", "about"),
}
BASES: Terms = {
    "total": ("insgesamt", "in all"),
    "per_year": ("je Jahr", "per year"),
    "per_month": ("je Monat", "per month"),
    "per_day": ("je Tag", "per day"),
    "per_unit": ("je Stück, Person, Fall oder Quadratmeter", "per piece, person, case or square metre"),
}
AMOUNT_ROLES: Terms = {
    "appropriation": ("bereitgestellte oder bewilligte Mittel", "money that is appropriated or granted"),
    "increase": ("Erhöhung um diesen Betrag", "an increase by this sum"),
    "decrease": ("Kürzung um diesen Betrag", "a cut by this sum"),
    "target_total": ("neuer Gesamtbetrag nach einer Änderung", "the new total after a change"),
    "baseline": ("bisheriger Betrag vor einer Änderung", "the sum before a change"),
    "revenue": ("Einnahme, Ertrag", "revenue"),
    "cost": ("Kosten, Aufwand", "cost"),
    "cover": ("Deckung: woher das Geld kommt", "cover: where the money comes from"),
    "saving": ("Einsparung", "a saving"),
    "price": ("Preis, Gebühr, Entgelt, Satz", "a price, fee or rate"),
    "limit": ("Grenze, ab oder bis zu der etwas gilt", "a threshold from which or up to which something holds"),
    "share": ("Anteil, Zuschuss, Förderung eines Beteiligten", "somebody's share, subsidy or contribution"),
    "stock": ("Bestand: Vermögen, Schulden, Rücklage", "a stock: assets, debts, reserves"),
}
PLACES: Terms = {
    "resolution": ("im Beschluss oder Beschlussvorschlag", "in the resolution or the proposal"),
    "reasoning": ("in der Begründung", "in the reasoning"),
    "debate": ("in der Debatte", "in the debate"),
    "header": ("im Kopf", "in the head"),
    "other": ("an anderer Stelle", "elsewhere"),
}

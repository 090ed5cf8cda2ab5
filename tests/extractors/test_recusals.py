"""Recusals: who, how many, what was done; and the sentences in which nobody is recused."""

from __future__ import annotations

import pytest

from extractors.recusals import Recusal, extract
from extractors.recusals.forms import BEFORE_VERB, FULL_NAME
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText


def recusals(text: str) -> list[Recusal]:
    return list(extract(minutes_of(DocumentText(text))))


STATED = {
    "Frau Muster meldet Befangenheit nach § 20 SächsGemO an.": ("Frau Muster", 1, "declared", "§ 20 SächsGemO"),
    "GR. Mag. Muster erklärt sich für befangen.": ("GR. Mag. Muster", 1, "declared", None),
    "Herr Stadtrat Dr. Muster hat sich als be-\nfangen erklärt.": ("Herr Stadtrat Dr. Muster", 1, "declared", None),
    "Als befangen haben sich Frau Eins und Stadtrat Zwei erklärt.": ("Frau Eins und Stadtrat Zwei", 2, "declared", None),
    "Die Gemeinderäte Eins, Zwei und Drei sind befangen.": ("Gemeinderäte Eins, Zwei und Drei", 3, "declared", None),
    "Befangen sind folgende Personen: Dr. Eins, Zwei und Drei.": ("Dr. Eins, Zwei und Drei", 3, "declared", None),
    "Muster (SPD) erklärt sich für befangen.": ("Muster", 1, "declared", None),
    "Stadtvertreterin Muster nimmt an der Beratung und Abstimmung nicht teil.": ("Stadtvertreterin Muster", 1, "not_voting", None),
    "Frau Muster verlässt wegen Befangenheit den Saal.": ("Frau Muster", 1, "left", None),
    "StV Muster verlässt gemäß § 25 HGO den Saal.": ("StV Muster", 1, "left", "§ 25 HGO"),
    "Auf Grund des § 24 KV M-V war folgendes Mitglied von der Beratung ausgeschlossen: Herr Muster":
        ("Herr Muster", 1, "excluded", "§ 24 KV M-V"),
    "Stadträtin Muster ist gemäß § 18 Abs. 1 GemO ausgeschlossen.": ("Stadträtin Muster", 1, "excluded", "§ 18 Abs. 1 GemO"),
    "Die Vorlage wird angenommen.\n8 : 0 (GR Muster war gem. Art. 49 GO ausgeschlossen)": ("GR Muster", 1, "excluded", "Art. 49 GO"),
    "Herr Muster rückt wegen Befangenheit vom Tisch ab.": ("Herr Muster", 1, "left", None),
    "Aufgrund Befangenheit stimmt StR Muster nicht mit.": ("StR Muster", 1, "not_voting", None),
    "RM Muster hat gem. § 31 Abs. 1 GO NRW an der Beratung und Abstimmung nicht teilgenommen.":
        ("RM Muster", 1, "not_voting", "§ 31 Abs. 1 GO NRW"),
    "Aufgrund des § 24 KV M-V haben weder an der Beratung noch an der Abstimmung mitgewirkt: Frau Muster":
        ("Frau Muster", 1, "not_voting", "§ 24 KV M-V"),
    "Ratsherr Muster ist wegen persönlicher Beteiligung nach Art. 49 GO auszuschließen.": ("Ratsherr Muster", 1, "excluded", "Art. 49 GO"),
    "Die Bürgermeisterin ist befangen und übergibt den Vorsitz an Herrn Zweitens.": ("Bürgermeisterin", 1, "declared", None),
    "Frau Eins leitet die Sitzung und stellt die Befangenheit des Vorsitzenden fest.": ("Vorsitzenden", 1, "declared", None),
    "Frau Muster ist Eigentümerin. Sie erklärt sich für befangen.": ("Frau Muster", 1, "declared", None),
    "Er erklärt sein Mitwirkungsverbot und übergibt die Sitzungsleitung.": (None, 1, "declared", None),
    "Befangen: Herr Muster (§ 18 GemO)": ("Herr Muster", 1, "declared", "§ 18 GemO"),
    "Stimmberechtigt: 13 (StRin Muster befangen)": ("StRin Muster", 1, "declared", None),
    "Anwesend: 14, davon 1 befangen.": (None, 1, "declared", None),
    "Zwei Gemeindevertreter erklären sich vor der Abstimmung für befangen.": (None, 2, "declared", None),
    "Ein Stadtverordneter ist befangen.": (None, 1, "declared", None),
    "Stadtbürgermeister Eins und die Ratsmitglieder Zwei und Drei sind wegen Sonderinteresses von der Beratung ausgeschlossen.":
        ("Stadtbürgermeister Eins und die Ratsmitglieder Zwei und Drei", 3, "excluded", None),
    "Herr Eins leitet die Beratung und die Ratsmitglieder Zwei und Drei sind befangen.": ("Ratsmitglieder Zwei und Drei", 2, "declared", None),
    "Zwei Mitglieder sind befangen.": (None, 2, "declared", None),
    "Abstimmung: Ja: 22, Nein: 0, Enthaltungen: 1, Befangen: 1": (None, 1, "declared", None),
    "Ja-Stimmen:\n15\nNein-Stimmen\n0\nPers. Beteiligt:\n2": (None, 2, "excluded", None),
    "Mitwirkungsverbot: 1": (None, 1, "excluded", None),
    "Anwesend: 14, ausgeschlossen wegen Befangenheit: 2": (None, 2, "excluded", None),
    "Nicht mitgewirkt wegen Befangenheit: 2": (None, 2, "not_voting", None),
    "Stadtverordneter Muster verlässt wegen Widerstreits der Interessen gemäß § 25 HGO den Sitzungssaal.":
        ("Stadtverordneter Muster", 1, "left", "§ 25 HGO"),
    "An der Beratung und Abstimmung nahm Stv. Muster gem. § 25 HGO nicht teil.": ("Stv. Muster", 1, "not_voting", "§ 25 HGO"),
    "Wegen eines Interessenwiderstreits nimmt Kreistagsmitglied Muster nicht teil.": ("Kreistagsmitglied Muster", 1, "not_voting", None),
    "Er erklärt sein Mitwirkungsverbot und übergibt die Leitung an den Stellvertreter Herrn Muster.": (None, 1, "declared", None),
    "Ausschließungsgründe nach § 22 GO: Herr Muster.": ("Herr Muster", 1, "excluded", "§ 22 GO"),
    "Ausschluss von der Beratung und Abstimmung gem. § 22 GemO:\nRatsmitglied Muster": ("Ratsmitglied Muster", 1, "excluded", "§ 22 GemO"),
    "Ratsmitglied Muster nimmt im Zuhörerraum Platz.": ("Ratsmitglied Muster", 1, "left", None),
    "Ratsmitglied Muster nimmt wegen Sonderinteresses nicht teil.": ("Ratsmitglied Muster", 1, "not_voting", None),
    "Herr Muster war wegen Befangenheit abwesend.": ("Herr Muster", 1, "left", None),
    "Muster tritt in den Ausstand.": ("Muster", 1, "left", None),
    "Im Ausstand: Frau Muster, Herr Beispiel": ("Frau Muster, Herr Beispiel", 2, "left", None),
    "Abstimmung: 14:0 (GR Muster pers. beteiligt)": ("GR Muster", 1, "excluded", None),
    "Abstimmung: 14:0 (ohne GR Muster, Art. 49 GO)": ("GR Muster", 1, "excluded", "Art. 49 GO"),
    "Nach § 22 GemO sind die Ratsmitglieder Eins und Zwei von Beratung und Abstimmung ausgeschlossen.":
        ("Ratsmitglieder Eins und Zwei", 2, "excluded", "§ 22 GemO"),
    "Herr Muster war von Beratung und Abstimmung gem. § 31 GO NRW ausgeschlossen.": ("Herr Muster", 1, "excluded", "§ 31 GO NRW"),
    "An der Abstimmung wirkten 2 Gemeinderäte wegen Befangenheit nicht mit.": (None, 2, "not_voting", None),
    "KTA Eins und KTA Zwei haben wegen ihres Amtes an der Abstimmung nicht teilgenommen.": ("KTA Eins und KTA Zwei", 2, "not_voting", None),
    "GR Muster verlässt wegen Befangenheit gemäß § 64 Oö. GemO den Saal.": ("GR Muster", 1, "left", "§ 64 Oö. GemO"),
    "Stv. Muster war gemäß § 25 HGO an Beratung und Beschlussfassung gehindert.": ("Stv. Muster", 1, "excluded", "§ 25 HGO"),
    "Die Ratsmitglieder Dr. Eins und Zwei nahmen im Hinblick auf § 22 GemO auf den für Zuhörer bestimmten Stühlen Platz.":
        ("Ratsmitglieder Dr. Eins und Zwei", 2, "left", "§ 22 GemO"),
    "Herr Eins und Frau Zwei haben im Zuschauerbereich Platz genommen.": ("Herr Eins und Frau Zwei", 2, "left", None),
    "Befangen sind: Dr. Eins, Zwei sowie Frau Kollegin Drei.": ("Dr. Eins, Zwei sowie Frau Kollegin Drei", 3, "declared", None),
    "Anna Muster ist von Beratung und Beschlussfassung ausgeschlossen.": ("Anna Muster", 1, "excluded", None),
    "Ausgeschlossen nach § 22 GO: GV Muster": ("GV Muster", 1, "excluded", "§ 22 GO"),
}  # fmt: skip

NONE = (
    "Die Entscheidung ist unter Verstoß gegen das Mitwirkungsverbot zu Stande gekommen.",
    "Somit liegt eine Verletzung des Mitwirkungsverbots vor.",
    "Abstimmung: Ja: 22, Nein: 0, Enthaltungen: 1, Befangen: 0",
    "Auf Befragen erklärt sich keines der Mitglieder für befangen.",
    "Hinweis auf das Mitwirkungsverbot nach § 41 NKomVG",
    "Der Vorsitzende Herr Muster weist auf das Mitwirkungsverbot hin.",
    "Es sind keine Ratsmitglieder von der Beratung ausgeschlossen.",
    "Kein Ratsmitglied hat entgegen dem Mitwirkungsverbot an der Abstimmung teilgenommen.",
    "Wer befangen ist, muss den Raum verlassen.",
    "Frau Muster fragt, ob Herr Zwei befangen sei.",
    "Herr Muster ist nicht befangen. Die Besorgnis der Befangenheit besteht nicht, sagt Frau Zwei.",
    "Vielleicht bin ich als Anwohner befangen, sagt Herr Muster.",
    "Herr Muster ist nicht anwesend. Frau Muster enthält sich.",
    "Die CDU-Fraktion nimmt an der Abstimmung nicht teil.",
    "Tagesordnungspunkt 28 befangen",
    "Herr Eins stellt den Antrag, Herrn Zwei wegen Befangenheit auszuschließen.",
    "Befangenheiten: keine",
    "Ausschließungsgründe nach § 22 GO liegen nicht vor.",
    "Ausschluss von der Beratung und Abstimmung gem. § 22 GemO: keine",
    "Aufgrund des § 22 GO waren folgende Mitglieder von der Beratung ausgeschlossen: Keine",
    "Die Verwaltung erläutert, wann ein Ratsmitglied befangen ist.",
    "Mitwirkungsverbot: 0",
    "(3) Befangene Mitglieder verlassen den Tisch.",
    "(2) Ein Mitglied, das befangen ist, darf an der Beratung nicht mitwirken.",
    "(4) Mitglieder des Rates verlassen bei Befangenheit den Raum.",
    "Das befangene Mitglied hat den Saal zu verlassen.",
    "Die Befangenheit ist vor der Beratung anzuzeigen, sagt Herr Muster.",
    "Antwort: 2031 erklärten sich drei Mitglieder für befangen.",
    "Seit 2030 haben sich zwei Mitglieder für befangen erklärt.",
    "Herr Muster wurde von der Ausschreibung ausgeschlossen.",
    "Herr Muster hat schon früh damit angefangen.",
    "Herr Muster war durch den Stau an der Beratung gehindert.",
    "Die Öffentlichkeit ist von der Beratung ausgeschlossen.",
    "Die Öffentlichkeit war gemäß § 18 KV M-V ausgeschlossen.",
    "Ein Verkauf unter Wert ist nach § 31 GO ausgeschlossen.",
    "Herr Muster nimmt am Tisch der Zuhörer keinen Platz ein.",
)


@pytest.mark.parametrize(("text", "expected"), STATED.items(), ids=str)
def test_states_a_recusal(text: str, expected: tuple[str | None, int, str, str | None]) -> None:
    assert [(fact.person, fact.count, fact.act, fact.statute) for fact in recusals(text)] == [expected]


@pytest.mark.parametrize("text", NONE)
def test_states_none(text: str) -> None:
    assert recusals(text) == []


def test_two_statements_on_one_person_are_one() -> None:
    text = "Herr Muster erklärt sich für befangen. Es wird beraten. Herr Muster hat wegen Befangenheit nicht mitgestimmt."
    assert [(fact.person, fact.act) for fact in recusals(text)] == [("Herr Muster", "declared")]


def test_members_counted_beside_the_vote_were_named_before() -> None:
    text = "GRin Muster verlässt wegen Befangenheit den Saal.\n\nDer Antrag wird einstimmig angenommen (1 Mitglied befangen)."
    assert [(fact.person, fact.count) for fact in recusals(text)] == [("GRin Muster", 1)]


def test_a_count_beside_the_person_says_nothing_new() -> None:
    text = "Ja: 20, Nein: 0, Befangen: 1\n\nFrau Muster erklärt sich für befangen."
    assert [(fact.person, fact.rule) for fact in recusals(text)] == [("Frau Muster", "person")]


def test_the_sentence_is_the_quote_and_the_item_is_known() -> None:
    text = "TOP 1 Bericht\nKeine Fragen.\n\nTOP 2 Hallenbad\nDer Rat berät.\nFrau Dr. Muster ist befangen. Es folgt die Abstimmung."
    (found,) = recusals(text)
    assert (found.agenda_item, found.quote.text.rpartition("\n")[2]) == ("2", "Frau Dr. Muster ist befangen.")


def test_a_line_of_counts_before_the_sentence_is_not_quoted() -> None:
    (found,) = recusals("Abstimmungsergebnis: 12 : 2\nGRM Muster hat wegen persönlicher Beteiligung nicht teilgenommen.")
    assert found.quote.text == "GRM Muster hat wegen persönlicher Beteiligung nicht teilgenommen."


def test_the_title_of_the_item_is_not_quoted() -> None:
    (found,) = recusals("Niederschrift\n\nTOP 3 Hallenbad\nFrau Muster ist befangen.\n")
    assert found.quote.text == "Frau Muster ist befangen."


@pytest.mark.parametrize(
    ("noun", "is_name"), [("Mitwirkung", False), ("Abstimmung", False), ("Sonderinteresse", False), ("Beispiel", True)]
)
def test_no_word_of_the_rule_itself_is_a_name(noun: str, *, is_name: bool) -> None:
    assert (BEFORE_VERB.match(f"{noun} hat") is not None) == is_name
    assert (FULL_NAME.match(f"Seine {noun} ist") is not None) == is_name

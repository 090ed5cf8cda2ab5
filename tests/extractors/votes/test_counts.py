"""Counts are bound to their labels; positions speak only where there are none. All sentences are made up."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.votes.count_forms import PAIR, PAIR_SIGN, WORD_PAIR
from tests.extractors.votes.summaries import short, summary, votes_of

LABELLED = {
    "SessionNet head line": ("Beschluss: ungeändert beschlossen\nAbstimmung: Ja: 37, Nein: 5, Enthaltungen: 0, Befangen: 0", "adopted 37/5/0"),
    "Bavarian head line": ("Abstimmungsergebnis: Ja: 22, Nein: 3, Anwesend: 25", "adopted 22/3/-"),
    "one label only": ("Abstimmung: Ja: 6", "adopted 6/-/-"),
    "label and number in cells": ("Abstimmung\nJa-Stimmen:\n15\nAnwesend:\n15\nNein-Stimmen\n0\nPers. Beteiligt:\n0", "adopted 15/0/-"),
    "number before label": ("Der Bauausschuss beschließt mit 8 Ja-Stimmen, 4 Nein-Stimmen und 3 Enthaltungen die Auslegung.", "adopted 8/4/3"),
    "slashes with labels": ("Abstimmungsergebnis: 4 Ja  /  14 Nein  /  0 Enthaltungen", "rejected 4/14/0"),
    "run-on labels": ("Abstimmungsergebnis:\nJa 1  Nein 7  Enthaltung 1", "rejected 1/7/1"),
    "dafür with colon": ("Abstimmung:\ndafür: 10 (4 ABC, 6 DEF)\nEnth.: 1 (GHI)", "adopted 10/-/1"),
    "dafür after the number": ("Abstimmung: 5 dafür 0 dagegen 0 Enthaltungen", "adopted 5/0/0"),
    "Dafür/Dagegen": ("Abstimmung:\nDafür 25 / Dagegen 8 / Enthaltungen 0", "adopted 25/8/0"),
    "Zustimmung/Ablehnung": ("Abstimmungsergebnis:\nZustimmung: 15\nAblehnung: 0\nStimmenthaltung: 1", "adopted 15/0/1"),
    "No first": ("Der Antrag wird mit 25 Nein-Stimmen abgelehnt, bei 17 Ja-Stimmen.", "rejected 17/25/-"),
    "No first in brackets": ("Der Antrag wird mehrheitlich (23 Nein-Stimmen, 1 Ja-Stimme) abgelehnt.", "rejected 1/23/-"),
    "Ja against abstention": ("Abstimmungsergebnis: Annahme mit 33 Ja-Stimmen gegen 1 Stimmenthaltung", "adopted 33/-/1"),
    "Ja zu Nein": ("Die Vorlage wird mit 46 Ja- zu 31 Nein-Stimmen angenommen.", "adopted 46/31/-"),
    "number words": ("Der Antrag wird bei einer Nein-Stimme und fünf Enthaltungen angenommen.", "adopted -/1/5"),
    "ohne Gegenstimmen": ("Mehrheitlich ohne Gegenstimmen bei zwei Enthaltungen beschlossen.", "adopted -/0/2"),
    "letter O for zero": ("Abstimmungsergebnis:\n11 Ja-Stimmen: 1 Nein-Stimme; O Enthaltungen", "adopted 11/1/0"),
    "times in words": ("Abstimmungsergebnis: 16 mal Ja, drei mal Nein, 2 Enthaltungen", "adopted 16/3/2"),
    "a paragraph for each cell of a table": (
        "Beschluss:\nDer Steg wird gebaut.\n\nAbstimmungsergebnis:\n\nJa-Stimmen\n\nNein-Stimmen\n\nEnthaltungen\n\n5\n\n2\n\n0\n\nHinweis:", "adopted 5/2/0"
    ),
    "times sign": ("Abstimmungsergebnis: 0x ja, 14x nein, 0 Enthaltungen", "rejected 0/14/0"),
    "dashes": ("Abstimmungsergebnis: 12 – ja- Stimmen, 0 – nein-Stimmen, 1 Enthaltung", "adopted 12/0/1"),
    "blanks lost": ("Abstimmungsergebnis: Bei38Ja-Stimmenund4Nein-Stimmenmehrheitlichzugestimmt", "adopted 38/4/-"),
    "broken over a line": ("Abstimmungsergebnis:\nBei 14 Ja-Stimmen, 28 Nein-Stimmen und 1 Ent-\nhaltung mehrheitlich abgelehnt", "rejected 14/28/1"),
    "cut off in Enthaltung": ("Abstimmungsergebnis:\nMehrheitliche Ablehnung (16 JA-Stimmen, 29 Nein-Stimmen, 1 Ent-", "rejected 16/29/1"),
    "number without its label": ("Abstimmungsergebnis:\nMehrheitliche Zustimmung (23 Ja-Stimmen, 20 Nein-Stimmen, 2", "adopted 23/20/-"),
    "invalid votes are no abstentions": ("Abstimmungsergebnis: 11 Ja-Stimmen, 13 Nein-Stimmen, 2 ungültige Stimmen", "rejected 11/13/-"),
    "Yes lost before -Stimmen": ("Abstimmungsergebnis: Bei 41-Stimmen und 5 Nein-Stimmen zugestimmt", "adopted 41/5/-"),
    "point number beside the count": ("Abstimmungsergebnis:\nZu Punkt 10 9 Ja, 0 Enthaltungen, 3 Nein-Stimmen", "adopted 9/3/0"),
    "number of members above": ("Abstimmungsergebnis:\nGesetzliche Mitgliederzahl: 25\ndavon anwesend: 22\nJa-Stimmen: 20\nNein-Stimmen: 2", "adopted 20/2/-"),
    "bare votes": ("Der Beirat spricht sich mit 8 Stimmen einstimmig für das Projekt aus.", "adopted 8/0/-"),
    "a cross behind its option": ("Abstimmung:\nDafür: 35\nDagegen: 9\nEnthaltungen: 2\n\nAngenommen: x        Abgelehnt:", "adopted 35/9/2"),
    "a cross behind the other option": ("Abstimmung:\nDafür: 3\nDagegen: 9\nEnthaltungen: 2\n\nAngenommen:        Abgelehnt: x", "rejected 3/9/2"),
    "a parliament that refers a motion": ("Das Parlament überweist das Postulat mit 33 zu 24 Stimmen bei 1 Enthaltung.", "adopted 33/24/1"),
    "Gegen n Stimmen at the start": ("TOP 6\nVergabe\nGegen 3 Stimmen beschlossen.", "adopted -/3/-"),
    "gegen n Stimmen": ("Abstimmungsergebnis: mit Mehrheit beschlossen gegen 4 Stimmen", "adopted -/4/-"),
    "zeros that nobody filled in": ("Beschluss:\n\nEinstimmig beschlossen\n\nJa: 0, Nein: 0, Enthaltungen: 0, Befangen: 0", "adopted -/-/-"),
    "groups add up": ("Abstimmungsergebnis: einstimmig, 1 Enthaltung der ABC-Fraktion, 2 Enthaltungen der DEF-Fraktion", "adopted -/0/3"),
    "n of m votes": ("Mit 15 von 18 Stimmen wurde der Antrag angenommen.", "adopted 15/-/-"),
    "n of m votes cast": ("Frau Muster wird mit 21 von 24 abgegebenen Stimmen gewählt.", "elected 21/-/-"),
    "the noun comes last": ("Auf Frau Adler entfielen 12, auf Herrn Bart 9 Stimmen; Frau Adler ist damit gewählt.", "elected 12/-/-"),
    "dafür stimmten": ("Dafür stimmten 9, dagegen 12 Mitglieder.", "rejected 9/12/-"),
    "mit Ja stimmten": ("Mit Ja stimmten 22, mit Nein 19 Mitglieder, 2 enthielten sich. Damit ist die Vorlage angenommen.", "adopted 22/19/2"),
    "enthalten": ("Abstimmung: 9 dafür, 0 dagegen, 1 enthalten", "adopted 9/0/1"),
    "the number of members in small letters": (
        "Beschluss:\nDer Steg wird gebaut.\ngesetzliche Anzahl der Vertreter: 10; anwesend: 8; ja: 3; nein: 5; enthalten: 0", "rejected 3/5/0"
    ),
    "votes cast, then Ja and Nein": ("abgegebene Stimmen: 25, ungültig: 1, Ja: 18, Nein: 6", "adopted 18/6/-"),
    "a paragraph for each label": ("Beschluss:\nDer Steg wird gebaut.\n\ndafür: 18 (8 ABC, 10 DEF)\n\ndagegen: 4 (GHI)\n\nEnth.: 1 (JKL)", "adopted 18/4/1"),
    "a paragraph for each label and number": (
        "Beschluss:\nDer Steg wird gebaut.\n\nJa-Stimmen:\n\n12\n\nNein-Stimmen:\n\n3\n\nEnthaltungen:\n\n1", "adopted 12/3/1"
    ),
    "a paragraph for each word and number": (
        "Beschluss:\nDer Steg wird gebaut.\n\nAbstimmung:\n\nAnwesend:\n\n15\n\nFür den Beschluss:\n\n12\n\nGegen den Beschluss:\n\n3",
        "adopted 12/3/-",
    ),
    "a paragraph for each phrase": ("Beschluss:\nDer Steg wird gebaut.\n\nmit 12 Ja-Stimmen\n\nbei 3 Nein-Stimmen\n\nund 1 Enthaltung", "adopted 12/3/1"),
    "the last count apart": ("Beschluss:\nDer Steg wird gebaut.\n\n12 Ja-Stimmen\n3 Nein-Stimmen\n\n1 Enthaltung", "adopted 12/3/1"),
    "paragraphs below a report": ("TOP 3 Steg\n\nDer Rat berät über den Steg.\n\nJa: 3\n\nNein: 14", "rejected 3/14/-"),
    "groups with their sizes": (
        "Der Antrag wird bei Stimmenthaltung der ABC-Fraktion (9) und von Gemeinderat Dipl.-Ing. Muster (1) mit Stimmenmehrheit angenommen.",
        "adopted -/-/10",
    ),
    "a group without its size": (
        "Der Antrag wird bei Stimmenthaltung der ABC-Fraktion (9) und von Gemeinderätin Muster mit Stimmenmehrheit angenommen.",
        "adopted -/-/-",
    ),
    "small labels behind the full stop": ("Beschluss: Zwei Schaukeln werden angeschafft. ja 11 nein 1", "adopted 11/1/-"),
    "small labels on their line": ("Beschluss:\nZwei Schaukeln werden angeschafft.\nja 11 nein 1", "adopted 11/1/-"),
    "roll call by number": ("Namentliche Abstimmung: Ja 14, Nein 9, Enthaltungen 1. Damit ist der Antrag angenommen.", "adopted 14/9/1"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "vote"), LABELLED.values(), ids=LABELLED)
def test_binds_numbers_to_labels(text: str, vote: str) -> None:
    assert summary(text) == [vote]


UNLABELLED = {
    "a pair and its result in brackets": ("Abstimmung über den Antrag zur Geschäftsordnung: 9 : 13 (abgelehnt)", "rejected 9/13/-"),
    "adopted, first is Yes": ("Der Gemeinderat stimmt dem Antrag mit 23 zu 15 Stimmen zu.", "adopted 23/15/-"),
    "rejected, the smaller is Yes": ("Der Antrag wird mit 26:39 Stimmen abgelehnt.", "rejected 26/39/-"),
    "rejected with the majority first": ("Die Motion wird mit 24:12 Stimmen abgelehnt.", "rejected 12/24/-"),
    "lehnt … ab": ("Der Rat lehnt den Antrag mit 10 zu 29 Stimmen ab.", "rejected 10/29/-"),
    "gegen": ("Dem Antrag wird mit 34 gegen 12 Stimmen zugestimmt.", "adopted 34/12/-"),
    "Swiss referral is an adoption": ("Das Postulat wird mit 62 gegen 54 Stimmen (bei 2 Enthaltungen) überwiesen.", "adopted 62/54/2"),
    "colon alone": ("Abstimmungsergebnis: 14 : 0", "adopted 14/0/-"),
    "colon in a result line": ("Beschluss: 12:3 Stimmen", "adopted 12/3/-"),
    "a short label": ("Beschluss:\n1. Der Plan wird gebilligt.\n2. Die Mittel sind da.\nAbst.: 20:0", "adopted 20/0/-"),
    "dashes alone": ("Beschluss: empfohlen mit Änderungsantrag\nAbstimmungsergebnis: 6 - 1 - 2", "recommended_amended 6/1/2"),
    "a pair in the next paragraph": ("TOP 3 Bau\n\nDem Bauantrag wird das Einvernehmen erteilt.\n\n12:0", "adopted 12/0/-"),
    "colon in brackets": ("Die Anträge werden nochmals gestellt (Abstimmung 9:0 Stimmen)", "adopted 9/0/-"),
    "slash triple": ("Abstimmungsergebnis: 40/7/7", "adopted 40/7/7"),
    "contradiction stays": ("Der Antrag wird mit 12:24 Stimmen angenommen.", "adopted 12/24/-"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "vote"), UNLABELLED.values(), ids=UNLABELLED)
def test_lets_the_outcome_decide_the_side_of_unlabelled_counts(text: str, vote: str) -> None:
    found = votes_of(text)
    assert [short(one) for one in found] == [vote]
    assert "counts_order_assumed" in found[0].flags


TABLES = {
    "head row and cells": ("Abstimmungsergebnis\nJa Nein Enthaltung\n23 4 2", "adopted 23/4/2"),
    "one cell a line": ("Abstimmungsergebnis:\nJa\nNein\nEnthaltung\n12\n3\n1", "adopted 12/3/1"),
    "a row for each party": ("Abstimmungsergebnis:\n| | Ja | Nein | Enthaltung |\n| ABC | 5 | 0 | 0 |\n| DEF | 4 | 1 | 1 |\n| Gesamt | 9 | 1 | 1 |", "adopted 9/1/1"),
    "a column for each party": ("Abstimmungsergebnis:\nABC\nDEF\nGesamt\nJa\n5\n4\n9\nNein\n0\n2\n2\nEnthaltung\n1\n0\n1", "adopted 9/2/1"),
    "cells run together": ("Abstimmungsergebnis:\nJaNeinEnthaltungBM1ABC81DEF6Gesamt1510", "unknown -/-/-"),
    "cells run together, words after": ("Abstimmungsergebnis:\nJaNeinEnthaltungBM1ABC64Gesamt10103Damit ist der Antrag abgelehnt.", "rejected -/-/-"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "vote"), TABLES.values(), ids=TABLES)
def test_reads_tables_whose_cells_are_apart(text: str, vote: str) -> None:
    assert summary(text) == [vote]


REST = {
    "rest yes": ("Abstimmungsergebnis: 3 Nein-Stimmen, ansonsten Zustimmung", "adopted -/3/-"),
    "rest no": ("Abstimmungsergebnis: 14 Ja-Stimmen, Rest Ablehnung", "rejected 14/-/-"),
    "rest with a verb": ("Abstimmungsergebnis: 6 Ja-Stimmen, 1 Enthaltung, der Rest sind Nein-Stimmen", "rejected 6/-/1"),
    "rest after abstentions": ("Abstimmungsergebnis: 9 Enthaltungen, ansonsten Zustimmung", "adopted -/-/9"),
    "rest that need not be the larger part": ("Abstimmungsergebnis: 27 Nein-Stimmen, 1 Enthaltung, ansonsten Ja-Stimmen", "unknown -/27/1"),
}  # fmt: skip


@pytest.mark.parametrize(("text", "vote"), REST.values(), ids=REST)
def test_completes_no_count_from_a_rest(text: str, vote: str) -> None:
    assert summary(text) == [vote]


TRAPS = {
    "times": "Die Sitzung dauert von 15:00 - 18:25 Uhr.",
    "scale and ratio": "Der Plan im Maßstab 1:120 und der Betreuungsschlüssel 1:11,5 liegen bei.",
    "presence": "Beschlussfähigkeit: 57 von 70 Mitgliedern anwesend.",
    "check boxes": "Finanzielle Auswirkungen: Nein ☒ Ja ☐ 5.000 €",
    "paper number": "Die Vorlage T 02/325/26 liegt vor.",
    "a telephone number": "Auskunft gibt das Rathaus.\n12 - 34 - 56 - 78",
    "a pair below a sentence": "Das Spiel endet knapp.\n\n2:1",
    "poll": "In der Umfrage (pro 1046, contra 163 Stimmen) hatte der Vorschlag bei den Bürgerinnen und Bürgern der Stadt nach Auffassung der Fraktion großen Zuspruch erfahren.",
    "a word that begins with Ja": "Jeder erhält 40 Stunden für ein Jahr und 12 Jacken.",
}  # fmt: skip


@pytest.mark.parametrize("text", TRAPS.values(), ids=TRAPS)
def test_sees_no_votes_in_other_numbers(text: str) -> None:
    assert summary(text) == []


SEVERAL = {
    "the same label again": ("Abstimmungsergebnis:\n\nJa: 12\n\nNein: 3\n\nJa: 2\n\nNein: 13", ["adopted 12/3/-", "rejected 2/13/-"]),
    "a heading between": (
        "Abstimmungsergebnis\n\nJa-Stimmen: 12\n\nNein-Stimmen: 3\n\nÄnderungsantrag:\n\nJa-Stimmen: 2\n\nNein-Stimmen: 13",
        ["adopted 12/3/-", "rejected 2/13/-"],
    ),
    "an item between": (
        "Niederschrift\n\nTOP 3 Steg\n\nJa: 18\n\nNein: 4\n\nTOP 4 Brücke\n\nJa: 3\n\nNein: 14",
        ["adopted 18/4/-", "rejected 3/14/-"],
    ),
}


@pytest.mark.parametrize(("text", "votes"), SEVERAL.values(), ids=SEVERAL)
def test_paragraphs_of_labels_make_no_vote_of_two(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


def test_tells_present_and_recused_apart_from_votes() -> None:
    (vote,) = votes_of("Abstimmung: Ja: 20, Nein: 1, Enthaltungen: 2, Befangen: 1, Anwesend: 24")
    assert (vote.present, vote.recused) == (24, 1)


@given(
    st.lists(st.sampled_from(["12", "3", "elf", "drei", " ", "\n", ":", "zu", "gegen", " Stimmen", "mit ", "."]), max_size=12).map("".join)
)
@settings(max_examples=200, deadline=None)
def test_no_pair_is_without_its_sign(text: str) -> None:
    assert PAIR_SIGN.search(text) or not (PAIR.search(text) or WORD_PAIR.search(text))

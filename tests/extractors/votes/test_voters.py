"""Votes told of those who voted, below a lead, beside a list of parties, in cells and behind dots. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import quotes, summary, votes_of

HEAD = "Niederschrift über die Sitzung des Stadtrates am 3. April 2031\n\nTOP 6 Satzung\n"

VOTERS = {
    "a side, a verb, a number": (
        "Für die Vorlage BV/0611/2031 stimmten 19 Stadträte, 7 waren dagegen, 3 enthielten sich. Damit ist sie beschlossen.",
        ["adopted 19/7/3"],
    ),
    "against it last": ("Für den Antrag stimmten 12 Mitglieder, dagegen 15 bei 2 Enthaltungen.", ["rejected 12/15/2"]),
    "the verb parted": ("Dem Vorschlag stimmten 12 Mitglieder zu, 5 stimmten dagegen, 2 enthielten sich der Stimme.", ["adopted 12/5/2"]),
    "the number first": (
        "9 Stadträte stimmen für den Antrag, 10 stimmen gegen den Antrag, ein Stadtrat enthält sich. Der Antrag ist somit abgelehnt.",
        ["rejected 9/10/1"],
    ),
    "with Ja and Nein": ("Von 16 anwesenden Mitgliedern stimmten 12 mit Ja, 3 mit Nein, 1 enthielt sich.", ["adopted 12/3/1"]),
    "what a motion received": (
        "Der Antrag der Fraktion ABC (BV/0618/2031) erhielt 14 Ja- und 14 Nein-Stimmen. Bei Stimmengleichheit ist er abgelehnt.",
        ["rejected 14/14/-"],
    ),
    "what fell to a motion": ("Auf den Antrag entfallen 14 Ja-Stimmen, 12 Nein-Stimmen und eine Enthaltung.", ["adopted 14/12/1"]),
    "what a candidate received": ("Frau Muster erhielt 14 Ja- und 3 Nein-Stimmen.", []),
    "members speak out": (
        "Im Anschluss sprechen sich die Mitglieder der Stadtvertretung mit 8 Ja-Stimmen, 4 Nein-Stimmen und 3 Enthaltungen für die Aufnahme aus.",
        ["adopted 8/4/3"],
    ),
    "a parliament speaks out for it against votes": (
        "Damit spricht sich das Parlament mit 23 gegen 12 Stimmen bei 2 Enthaltungen für den Antrag der Kommission aus.",
        ["adopted 23/12/2"],
    ),
    "a vote that gives unanimity": ("Der Antrag kommt zur Abstimmung. Die Abstimmung ergibt Einstimmigkeit.", ["adopted -/0/-"]),
    "a crowd": ("Auf dem Fest sangen 12 Mitglieder mit Jazz und 3 mit Neinsagern.", []),
    "who is against a project": ("7 waren schon immer dagegen, sagte Herr Muster.", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "votes"), VOTERS.values(), ids=VOTERS)
def test_counts_those_who_voted(text: str, votes: list[str]) -> None:
    assert summary(HEAD + text) == votes


def test_quotes_the_sentence_and_not_the_title_above_it() -> None:
    said = "Für den Antrag stimmten 12 Mitglieder, dagegen 15 bei 2 Enthaltungen"
    assert [quote for _, quote in quotes(f"{HEAD}{said}.")] == [said]


TWO_SENTENCES = {
    "another question": (
        "Mit 10 zu 5 Stimmen lehnte der Rat den Antrag der ABC-Fraktion ab. Bei drei Enthaltungen stimmte er dem Haushalt zu.",
        ["rejected 5/10/-", "adopted -/-/3"],
    ),
    "dissent after agreement": (
        "Einstimmig wurde der Bauplatz verkauft. Mit zwei Gegenstimmen wurde die Gebühr erhöht.",
        ["adopted -/0/-", "adopted -/2/-"],
    ),
    "songs": ("Mit vielen Stimmen wurde das Lied gesungen.", []),
    "how it was decided": ("Der Bürgermeister stellt den Antrag, heute zu beraten. Der Gemeinderat stimmt dem zu. Einstimmiger Beschluss.", ["adopted -/0/-"]),
    "agreed to a proposal": ("Der Vorsitzende schlägt vor, den Weg zu bauen. Der Gemeinderat folgt diesem Vorschlag.", ["adopted -/-/-"]),
    "agreed to refer": (
        "Der Vorsitzende schlägt vor, den Punkt an den Bauausschuss zu verweisen. Der Stadtrat ist damit einverstanden.",
        ["referred -/-/-"],
    ),
    "agreed to postpone": ("Frau Muster schlägt vor, den Punkt zu vertagen. Der Rat stimmt diesem Vorschlag zu.", ["postponed -/-/-"]),
    "agreed to what nobody moved": ("Frau Muster erklärt die Kosten. Der Gemeinderat ist damit einverstanden.", ["adopted -/-/-"]),
    "an abbreviation": ("Der Antrag der ABC-Fraktion betr. Brunnen wird angenommen.", ["adopted -/-/-"]),
    "the urgency": (
        "Die Dringlichkeit wird mit der erforderlichen Zweidrittelmehrheit (28 Ja, 7 Nein) anerkannt.\nDer Antrag wird zurückgezogen.",
        ["adopted 28/7/-", "withdrawn -/-/-"],
    ),
    "no urgency": ("Die Dringlichkeit wird mit 8 Ja-Stimmen und 20 Nein-Stimmen nicht anerkannt.", ["rejected 8/20/-"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "votes"), TWO_SENTENCES.values(), ids=TWO_SENTENCES)
def test_reads_sentences_that_belong_together_or_do_not(text: str, votes: list[str]) -> None:
    assert summary(HEAD + text) == votes


PRINTED = {
    "cells": (
        "Beschluss:\nDer Gemeinderat erteilt die Entlastung.\nAnwesend: |\n14 |\n/ mit |\n13 |\ngegen |\n1 |\nStimmen |\n",
        ["adopted 13/1/-"],
    ),
    "dots before the numbers": (
        "Abstimmungsergebnis:\n\ngesetzl. Anzahl der Vertreter: .13\n\ndavon anwesend: .13\n\nZustimmung: ......12\n\nAblehnung: .....1\n\nEnthaltung: .0\n",
        ["adopted 12/1/0"],
    ),
    "dots without a colon": (
        "Abstimmungsergebnis:\ndavon anwesend: 11\nJa-Stimmen ........ 9\nNein-Stimmen ...... 1\nEnthaltungen ...... 1\n",
        ["adopted 9/1/1"],
    ),
    "below a lead (Bavaria)": (
        ("Abstimmung über den Antrag V0512/31 der Verwaltung:\nGegen 2 Stimmen (ABC):\nEntsprechend dem Antrag genehmigt.\n\n"
        "Abstimmung über den Ergänzungsantrag V0588/31:\nMit allen Stimmen:\nDer Antrag wird in den Bauausschuss verwiesen."),
        ["adopted -/2/-", "referred -/0/-"],
    ),
    "all votes of one party": ("Abstimmung:\nMit allen Stimmen der ABC-Fraktion abgelehnt.", ["rejected -/-/-"]),
    "the body decides it changed": ("Beschluss: Das Gremium beschließt geändert.\n\nDer Plan wird wie folgt beschlossen.", ["adopted_amended -/-/-"]),
    "the body decides it unchanged": ("Beschluss: Das Gremium beschließt ungeändert.\n\nDer Plan gilt.", ["adopted -/-/-"]),
    "a motion above the vote": (
        "Herr Muster beantragt die Verweisung in den Ausschuss für Bau.\n\nAbstimmung: Mehrheitlich beschlossen\n",
        ["referred -/-/-"],
    ),
    "a motion further above": (
        "Herr Muster beantragt die Verweisung in den Ausschuss für Bau. Frau Probe widerspricht.\n\nAbstimmung: Mehrheitlich beschlossen\n",
        ["adopted -/-/-"],
    ),
    "back to the groups": (
        "Beschluss: zurück in die Fraktionen ohne erneute Beratung\n\nAbstimmung: Ja: 11\n\nBeschluss:\n\nDie Vorlage wird zur Beratung in die Fraktionen verwiesen.",
        ["referred 11/-/-"],
    ),
    "a title and its text": (
        "Der Antrag wurde einstimmig bei 2 Enthaltungen angenommen (Siehe Anlage)\n\nDer Antrag wurde einstimmig bei 2 Enthaltungen angenommen (Siehe Anlage).",
        ["adopted -/0/2"],
    ),
    "the next number": (
        ("Nr. 112\nBauantrag: Anbau\nDas Einvernehmen wird erteilt.\nAbstimmungsergebnis: 8 : 0 (ohne GR Muster)\n\n"
        "Nr. 113\nAntrag der ABC: Mast\nDer Plan wird abgelehnt.\nAbstimmungsergebnis: 1 : 9"),
        ["adopted 8/0/-", "rejected 1/9/-"],
    ),
    "motions with votes": (
        ("Haushaltsplanberatungen\nAnträge der Fraktionen\n\nAntrag 4: Streichung der Stelle\nAbstimmung: 5 Ja, 24 Nein - abgelehnt\n\n"
        "Antrag 6: Freier Eintritt\nDie Verwaltung sagt eine Prüfung zu. Der Antrag ist damit erledigt."),
        ["rejected 5/24/-", "settled -/-/-"],
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "votes"), PRINTED.values(), ids=PRINTED)
def test_reads_votes_as_forms_print_them(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


SITTINGS = """Vorlage - 178-1/2031
Beratungsfolge:
Ausschuss für Umwelt Entscheidung
03.12.2031
Sitzung des Ausschusses für Umwelt ungeändert beschlossen
Rat der Stadt Entscheidung
13.12.2031
Sitzung des Rates geändert beschlossen

Antrag der Verwaltung

1. Der Kreistag nimmt das Programm zur Kenntnis.
"""


def test_reads_the_sittings_of_a_way_through_the_bodies() -> None:
    assert summary(SITTINGS) == ["adopted -/-/-", "adopted_amended -/-/-"]


def test_gives_a_text_to_the_parties_that_voted_on_it() -> None:
    """Kassel: how it was voted stands inside "fasst bei … den Beschluss", what became of it below."""
    text = (
        "Niederschrift der Stadtverordnetenversammlung\n\n7. Antrag\n\nDie Stadtverordnetenversammlung fasst bei\nZustimmung: ABC, DEF\n"
        "Ablehnung: GHI\nEnthaltung: --\nden Beschluss\n\nDer Antrag der ABC-Fraktion betr. Brunnen wird abgelehnt.\n\n8. Anfrage\n\n"
        "Die Stadtverordnetenversammlung fasst einstimmig den Beschluss\n\nDer Antrag der DEF-Fraktion wird angenommen.\n"
    )
    found = [
        (vote.outcome, vote.yes, vote.no, vote.abstain, [(group.name, group.option) for group in vote.groups]) for vote in votes_of(text)
    ]
    assert found == [
        ("rejected", None, None, None, [("ABC", "yes"), ("DEF", "yes"), ("GHI", "no")]),
        ("adopted", None, 0, None, []),
    ]


FRANKFURT = {
    "refused against two": (
        "Beschluss:\nDie Vorlage OF 512/5 wird abgelehnt.\nAbstimmung: SPD, GRÜNE und LINKE. gegen CDU und FDP (= Annahme); BFF (= Enthaltung)",
        ["rejected -/-/-"],
    ),
    "below a remark": (
        "Beschluss:\nnicht auf TO\nDie Vorlage NR 12 wird abgelehnt.\nAbstimmung:\nCDU, SPD und FRANKFURTER gegen LINKE. (= Annahme)",
        ["rejected -/-/-"],
    ),
    "serves to be known": ("Beschluss:\nDie Vorlage ST 512 dient zur Kenntnis.\nAbstimmung: Einstimmige Annahme", ["noted -/0/-"]),
}  # fmt: skip


@pytest.mark.parametrize(("text", "votes"), FRANKFURT.values(), ids=FRANKFURT)
def test_reads_a_refusal_and_who_outvoted_whom_as_one_vote(text: str, votes: list[str]) -> None:
    assert summary(text) == votes

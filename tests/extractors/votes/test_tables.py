"""Tables of votes, as readers write them: a row a line, cells separated by tabs."""

from __future__ import annotations

import pytest

from extractors.votes import Group
from tests.extractors.votes.summaries import short, summary, votes_of

HEAD = "Öffentliche Sitzung des Gemeinderates\n\nTOP 3 Sanierung der Brücke\n\nDer Gemeinderat beschließt die Sanierung.\n\nAbstimmungsergebnis:\n"
PARTIES = "Fraktion\tJa\tNein\tEnthaltung\nGrüne Liste\t12\t0\t1\nBürgerblock\t3\t9\t0\n"


def table(text: str) -> str:
    return HEAD + text


TABLES = {
    "with a sum": (PARTIES + "Gesamt\t15\t9\t1\n", ["adopted 15/9/1"]),
    "with the sum first": ("Fraktion\tJa\tNein\tEnthaltung\nGesamt\t15\t9\t1\nGrüne Liste\t12\t0\t1\nBürgerblock\t3\t9\t0\n", ["adopted 15/9/1"]),
    "without a sum": (PARTIES, ["adopted 15/9/1"]),
    "empty cells and dashes": ("Fraktion\tJa\tNein\tEnth.\nGrüne Liste\t12\t\t1\nBürgerblock\t3\t9\t-\nSumme\t15\t9\t1\n", ["adopted 15/9/1"]),
    "more columns": (
        "Fraktion\tSitze\tJa-Stimmen\tNein-Stimmen\tEnthaltungen\tabwesend\nGrüne Liste\t14\t12\t0\t1\t1\nBürgerblock\t12\t3\t9\t0\t0\nGesamt\t26\t15\t9\t1\t1\n",
        ["adopted 15/9/1"],
    ),
    "no first": ("Fraktion\tNein\tJa\nGrüne Liste\t12\t0\nBürgerblock\t3\t9\nGesamt\t15\t9\n", ["rejected 9/15/-"]),
    "for and against": ("Partei\tdafür\tdagegen\tStimmenthaltung\nSPD\t5\t1\t0\nFDP\t0\t2\t2\n", ["adopted 5/3/2"]),
    "parties in columns": ("\tSPD\tFDP\tGesamt\nJa\t5\t0\t5\nNein\t1\t2\t3\nEnthaltung\t0\t2\t2\n", ["adopted 5/3/2"]),
    "parties in columns without a sum": ("Stimmen\tSPD\tFDP\tFreie Wähler\nJa\t5\t0\t4\nNein\t1\t2\t\n", ["adopted 9/3/-"]),
    "judged below": (PARTIES + "Gesamt\t15\t9\t1\n\nDamit ist der Antrag angenommen.\n", ["adopted 15/9/1"]),
    "judged above": ("mehrheitlich abgelehnt\nFraktion\tJa\tNein\nSPD\t5\t1\nFDP\t0\t6\nSumme\t5\t7\n", ["rejected 5/7/-"]),
    "a head of two rows": (
        "Stimmen\tErgebnis\nFraktion\tJa\tNein\nBürgerblock\t5\t1\nOffene Stadt\t2\t4\nGesamt\t7\t5\n", ["adopted 7/5/-"]),
    "crosses": (
        "Name\tJa\tNein\tEnthaltung\nMeier, Eva\tx\nKunz, Jan\t\tx\nRoth, Ute\tx\nVogt, Ali\t\t\tx\n", ["adopted 2/1/1"]
    ),
    "a word for each": ("Mitglied\tFraktion\tVotum\nEva Meier\tSPD\tJa\nJan Kunz\tFDP\tNein\nUte Roth\tSPD\tJa\nAli Vogt\tFDP\tabwesend\n", ["adopted 2/1/0"]),
    "over a page break, with the head again": (
        PARTIES + "Fraktion\tJa\tNein\tEnthaltung\nOffene Stadt\t1\t1\t1\nGesamt\t16\t10\t2\n", ["adopted 16/10/2"]
    ),
}  # fmt: skip


@pytest.mark.parametrize(("text", "votes"), TABLES.values(), ids=TABLES)
def test_a_table_is_one_vote(text: str, votes: list[str]) -> None:
    assert summary(table(text)) == votes


def test_the_cells_say_who_voted_how_and_the_sum_is_quoted() -> None:
    (vote,) = votes_of(table(PARTIES + "Gesamt\t15\t9\t1\n"))

    assert vote.quote.text == "Gesamt\t15\t9\t1"
    assert vote.groups == (
        Group("Grüne Liste", "yes", 12), Group("Grüne Liste", "abstain", 1), Group("Bürgerblock", "yes", 3), Group("Bürgerblock", "no", 9)
    )  # fmt: skip
    assert (vote.subject, vote.subject_text, vote.rule, vote.unanimous) == ("main", None, "cells_total", False)


def test_a_roll_call_names_each_member() -> None:
    (vote,) = votes_of(table("In namentlicher Abstimmung:\nName\tJa\tNein\nMeier, Eva\tx\nKunz, Jan\t\tx\nRoth, Ute\tx\n"))

    assert (short(vote), vote.method) == ("adopted 2/1/-", "roll_call")
    assert vote.groups == (Group("Meier, Eva", "yes", 1), Group("Kunz, Jan", "no", 1), Group("Roth, Ute", "yes", 1))


def test_a_table_on_an_amendment_and_one_on_the_paper() -> None:
    text = table(
        f"Änderungsantrag der SPD-Fraktion:\n{PARTIES.replace('12', '1')}Gesamt\t4\t9\t1\n\nBeschlussvorlage:\n{PARTIES}Gesamt\t15\t9\t1\n"
    )

    assert [(vote.subject, short(vote)) for vote in votes_of(text)] == [("amendment", "rejected 4/9/1"), ("main", "adopted 15/9/1")]


NONE = {
    "attendance": "Name\tanwesend\tentschuldigt\nMeier, Eva\tx\nKunz, Jan\t\tx\nRoth, Ute\tx\n",
    "attendance in counts": "Fraktion\tSitze\tanwesend\nSPD\t5\t4\nFDP\t4\t4\n",
    "a form": "Finanzielle Auswirkungen\tJa\tNein\nKosten im Haushalt\tx\t\nStellenplan betroffen\t\tx\nFolgekosten\t\tx\n",
    "a survey": "Frage\tJa\tNein\nNutzen Sie den Bus?\t76\t24\nReicht der Takt?\t31\t69\n",
    "a survey in percent": "Frage\tJa\tNein\nNutzen Sie den Bus?\t76 %\t24 %\nReicht der Takt?\t31 %\t69 %\n",
    "costs": "Maßnahme\t2031\t2032\nRadweg\t12\t3\n",
}


@pytest.mark.parametrize("text", NONE.values(), ids=NONE)
def test_other_tables_are_no_votes(text: str) -> None:
    assert summary("Niederschrift über die Sitzung des Gemeinderates\n\nAnwesenheit und Übersichten\n\n" + text) == []


def test_a_survey_in_the_reasons_of_a_paper_is_no_vote() -> None:
    assert summary(f"Beschlussvorschlag:\nDer Rat stimmt zu.\n\nBegründung:\nDie Jugendlichen stimmten so ab:\n\n{PARTIES}") == []


def test_cells_that_cannot_be_assigned_stay_unknown() -> None:
    assert summary(table("Fraktion\tJa\tNein\nSPD\t5 von 6\tsiehe Anlage\nFDP\t0\t2\n")) == []

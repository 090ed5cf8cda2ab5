"""What a resolution adds to its votes. All texts are made up."""

import pytest

from extractors.resolution_points import extract as points
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText
from tests.extractors.votes.summaries import summary

UNANIMOUS = "\n\nAbstimmungsergebnis: einstimmig"

# What each text says of its votes, and how far it says that its points have come.
ADVICE = {
    "to the council": (
        f"Beschluss:\nDer Ausschuss empfiehlt dem Rat, die Satzung zu erlassen.{UNANIMOUS}",
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "a resolution for the council": (
        f"Beschluss:\nDer Bauausschuss empfiehlt dem Stadtrat folgenden Beschluss:\nDer Weg wird gebaut.{UNANIMOUS}",
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "to nobody by name": (
        f"Beschluss:\nDer Beirat empfiehlt mehrheitlich, der Vorlage zuzustimmen.{UNANIMOUS}",
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "letters, each with its votes": (
        (
            "Beschluss:\nDer Ausschuss empfiehlt dem Rat:\na) Der Plan wird beschlossen.\nb) Der Vertrag wird geschlossen.\n\n"
            "Abstimmungsergebnis:\nzu a) 8 Ja, 3 Nein\nzu b) einstimmig"
        ),
        ["recommended 8/3/-", "recommended -/0/-"],
        ["recommended", "recommended"],
    ),
    "one point decided, one recommended": (
        (
            "Beschluss:\nzu a)\nDer Ausschuss beschließt die Auslegung.\nAbstimmungsergebnis: einstimmig\n\n"
            "zu b)\nDer Ausschuss empfiehlt dem Rat, den Plan zu beschließen.\nAbstimmungsergebnis: 9 Ja, 2 Nein"
        ),
        ["adopted -/0/-", "recommended 9/2/-"],
        ["adopted", "recommended"],
    ),
    "the same in sentences": (
        "Zu a) beschließt der Ausschuss einstimmig die Auslegung. Zu b) empfiehlt der Ausschuss dem Rat einstimmig, den Plan zu beschließen.",
        ["adopted -/0/-", "recommended -/0/-"],
        ["recommended"],
    ),
    "a committee votes on what the council is to decide": (
        f"Sitzung des Bauausschusses am 3. April 2031\n\nTOP 3 Satzung\nBeschluss:\nDer Rat beschließt die Satzung.{UNANIMOUS}",
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "a Stadtsenat moves (Austria)": (
        (
            "Sitzung des Stadtsenates am 3. April 2031\n\nTOP 5 Förderung\n\nDer Gemeinderat möge beschließen:\n"
            "1. Der Verein erhält eine Förderung.\n\nDer Antrag wird einstimmig angenommen."
        ),
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "a Magistrat moves (Hesse)": (
        f"Beschluss des Magistrats:\nDie Stadtverordnetenversammlung möge beschließen:\nDie Satzung wird erlassen.{UNANIMOUS}",
        ["recommended -/0/-"],
        ["recommended"],
    ),
    "passed on for decision": (
        "Der Antrag wird einstimmig dem Gemeinderat zur Beschlussfassung vorgelegt.",
        ["recommended -/0/-"],
        [],
    ),
}
DECISIONS = {
    "recommended by others": f"Beschluss:\nDer Rat beschließt die empfohlenen Redezeiten für den Gemeinderat.{UNANIMOUS}",
    "prepared by others": f"Beschluss:\nDer Rat beschließt - nach Vorberatung im Hauptausschuss - wie empfohlen den Bau.{UNANIMOUS}",
    "on the advice of others": f"Beschluss:\nDer Rat beschließt auf Empfehlung des Hauptausschusses den Bau.{UNANIMOUS}",
    "of a committee itself": f"Sitzung des Bauausschusses am 3. April 2031\n\nTOP 3 Weg\nBeschluss:\nDer Bauausschuss beschließt den Weg.{UNANIMOUS}",
    "to be told later": f"Beschluss:\nDie Verwaltung wird beauftragt, den Entwurf dem Rat zur Beschlussfassung vorzulegen.{UNANIMOUS}",
}


@pytest.mark.parametrize(("text", "votes", "stages"), ADVICE.values(), ids=ADVICE)
def test_advice_to_another_body_is_a_recommendation(text: str, votes: list[str], stages: list[str]) -> None:
    assert (summary(text), [point.stage for point in points(minutes_of(DocumentText(text)))]) == (votes, stages)


@pytest.mark.parametrize("text", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_that_speaks_of_advice_is_a_decision(text: str) -> None:
    assert (summary(text), [point.stage for point in points(minutes_of(DocumentText(text)))]) == (["adopted -/0/-"], ["adopted"])

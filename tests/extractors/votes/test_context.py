"""What a resolution adds to its votes. All texts are made up."""

import pytest

from extractors.resolution_points import extract as points
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText
from tests.extractors.votes.summaries import short, summary, votes_of

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
    "advice to who votes in a company": (
        f"Beschluss:\nDer Rat stimmt dem Vertrag zu und empfiehlt dem Vertreter der Stadt, in der Versammlung zuzustimmen.{UNANIMOUS}"
    ),
    "to be told later": f"Beschluss:\nDie Verwaltung wird beauftragt, den Entwurf dem Rat zur Beschlussfassung vorzulegen.{UNANIMOUS}",
}


@pytest.mark.parametrize(("text", "votes", "stages"), ADVICE.values(), ids=ADVICE)
def test_advice_to_another_body_is_a_recommendation(text: str, votes: list[str], stages: list[str]) -> None:
    assert (summary(text), [point.stage for point in points(minutes_of(DocumentText(text)))]) == (votes, stages)


@pytest.mark.parametrize("text", DECISIONS.values(), ids=DECISIONS)
def test_a_decision_that_speaks_of_advice_is_a_decision(text: str) -> None:
    assert (summary(text), [point.stage for point in points(minutes_of(DocumentText(text)))]) == (["adopted -/0/-"], ["adopted"])


NOTES = (
    "Beschluss:\nDer Rat nimmt den Bericht {}.\n\nAbstimmungsergebnis:\nBei 12 Ja-Stimmen und 2 Nein-Stimmen mehrheitlich zugestimmt\n\n{}"
)
CHAIR = "Der Vorsitzende: Ich danke Ihnen. Wir kommen zur {}. – Das ist die Mehrheit."
NOTED = {
    "the chair calls it taking note": (NOTES.format("zur Kenntnis", CHAIR.format("Kenntnisnahme")), ["noted 12/2/-"]),
    "thanks are no decision": (NOTES.format("zur Kenntnis und dankt allen Beauftragten", CHAIR.format("Kenntnisnahme")), ["noted 12/2/-"]),
    "the chair does not": (NOTES.format("zur Kenntnis", CHAIR.format("Abstimmung")), ["adopted 12/2/-"]),
    "more is decided": (
        NOTES.format("zur Kenntnis und beauftragt die Verwaltung mit dem Bau", CHAIR.format("Kenntnisnahme")),
        ["adopted 12/2/-"],
    ),
}


@pytest.mark.parametrize(("text", "votes"), NOTED.values(), ids=NOTED)
def test_agreement_to_taking_note_is_taking_note_where_the_chair_calls_it_so(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


ELECTIONS = {
    "two candidates": (
        "1. Wahlgang: 20 Stimmen für Herrn Muster, 27 Stimmen für Frau Beispiel\n2. Wahlgang: einstimmig für Herrn Probe",
        ["elected 27/-/-", "elected -/0/-"],
    ),
    "nobody has the majority": ("1. Wahlgang: 10 Stimmen für Herrn Muster, 10 Stimmen für Frau Beispiel", ["unknown -/-/-"]),
}


@pytest.mark.parametrize(("results", "votes"), ELECTIONS.values(), ids=ELECTIONS)
def test_who_has_the_majority_is_elected_where_the_body_elects(results: str, votes: list[str]) -> None:
    assert summary(f"Beschluss:\nDer Rat wählt Frau Beispiel zur Ortsvorsteherin.\n\nAbstimmungsergebnis:\n{results}") == votes


TEXT = "\nDer Rat beschließt den Bau des Radweges bis zum Jahr 2031.\n"
# A result as the heading of its text, without votes below and with them
HEADINGS = {
    "Beschlossen mit Änderungen:": ("adopted_amended -/-/-", "adopted_amended 12/3/1"),
    "Geändert beschlossen:": ("adopted_amended -/-/-", "adopted_amended 12/3/1"),
    "Mit Änderungen angenommen:": ("adopted_amended -/-/-", "adopted_amended 12/3/1"),
    "Beschlossen in geänderter Fassung:": ("adopted_amended -/-/-", "adopted_amended 12/3/1"),
    "Mehrheitlich angenommen mit Änderungen:": ("adopted_amended -/-/-", "adopted_amended 12/3/1"),
    "Ungeändert beschlossen:": ("adopted -/-/-", "adopted 12/3/1"),
    "Geändert empfohlen:": ("recommended_amended -/-/-", "recommended_amended 12/3/1"),
}


@pytest.mark.parametrize(("heading", "votes"), HEADINGS.items())
def test_a_result_heads_its_text(heading: str, votes: tuple[str, str]) -> None:
    alone = f"TOP 4 Radweg\n{heading}{TEXT}"
    assert [*summary(alone), *summary(f"{alone}\nJa: 12, Nein: 3, Enthaltung: 1\n")] == list(votes)
    assert [point.text for point in points(minutes_of(DocumentText(alone)))] == [TEXT.strip()]


def test_a_resolution_that_its_heading_calls_changed() -> None:
    assert summary(f"TOP 4 Radweg\nBeschluss (geändert):{TEXT}\nAbstimmungsergebnis: einstimmig") == ["adopted_amended -/0/-"]


def test_a_rejection_heads_what_was_moved() -> None:
    found = minutes_of(DocumentText(f"TOP 4 Radweg\nEinstimmig abgelehnt:{TEXT}"))
    assert (summary(found.text), [point.stage for point in points(found)]) == (["rejected 0/-/-"], ["rejected"])


def test_a_council_that_agrees_to_advice_decides_and_a_committee_advises() -> None:
    text = (
        "Niederschrift über die 11. Sitzung des {} vom 13.12.2031\n\nTOP 5 Satzung\nBeschlussempfehlung:\nDie Satzung wird beschlossen.\n"
    )
    text += "Beratungsverlauf: Frau Muster fragt nach.\nBeschluss: Der Beschlussempfehlung wird mit 19 Ja-Stimmen und 2 Nein-Stimmen zugestimmt."
    found = [short(vote) for body in ("Rates der Samtgemeinde Ahornau", "Bauausschusses") for vote in votes_of(text.format(body))]
    assert found == ["adopted 19/2/-", "recommended 19/2/-"]

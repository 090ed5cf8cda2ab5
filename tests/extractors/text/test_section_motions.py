"""Motions that are voted on as they were moved, and decisions above a vote: sections of short fictional items."""

import pytest

from extractors.text.sections import sections_of


def parts(text: str) -> list[tuple[str, str]]:
    """The sections below the title of an item, each with its words."""
    item = f"TOP 3 Muster\n{text}"
    return [(section.kind, " ".join(item[section.start : section.end].split())) for section in sections_of(item, 0, len(item))][1:]


MOTIONS = {
    "a speaker's motion": (
        "GR Amsel stellt den Antrag, die Arbeiten an die Fa. Drossel zum Preis von € 4.000,-- zu vergeben.\nAbstimmungsergebnis: einstimmig",
        [
            ("proposal", "GR Amsel stellt den Antrag, die Arbeiten an die Fa. Drossel zum Preis von € 4.000,-- zu vergeben."),
            ("vote", "Abstimmungsergebnis: einstimmig"),
        ],
    ),
    "a motion in its own words": (
        'Antrag:\n"Die Planstraße A erhält den Namen Amselring."\n\nBeratungsergebnis: Einstimmig beschlossen',
        [("proposal", 'Antrag: "Die Planstraße A erhält den Namen Amselring."'), ("vote", "Beratungsergebnis: Einstimmig beschlossen")],
    ),
    "a grant, and how it was voted behind a colon": (
        "Für das Jahr 2031 wird eine Subvention von EUR 1.800,- bewilligt: mehrstimmig (ABC dagegen) angenommen.",
        [
            ("resolution", "Für das Jahr 2031 wird eine Subvention von EUR 1.800,- bewilligt:"),
            ("vote", "mehrstimmig (ABC dagegen) angenommen."),
        ],
    ),
    "a motion and its vote in one line": (
        "Der Bürgermeister stellt den Antrag, der Gemeinderat möge die Pacht genehmigen. Der Antrag wird einstimmig angenommen.",
        [
            ("proposal", "Der Bürgermeister stellt den Antrag, der Gemeinderat möge die Pacht genehmigen."),
            ("vote", "Der Antrag wird einstimmig angenommen."),
        ],
    ),
    "a motion behind a speech": (
        "Der Bürgermeister lobt den Plan. Er stellt den Antrag, den Plan zu genehmigen.\nDer Antrag wird mit 9 Stimmen angenommen.",
        [
            ("debate", "Der Bürgermeister lobt den Plan."),
            ("proposal", "Er stellt den Antrag, den Plan zu genehmigen."),
            ("vote", "Der Antrag wird mit 9 Stimmen angenommen."),
        ],
    ),
    "a label with a name": (
        "Antrag des Gemeindevorstandes: Der Gemeinderat möge den Kauf des Rasenmähers beschließen.\nBeschluss: Der Antrag wird angenommen.",
        [
            ("proposal", "Antrag des Gemeindevorstandes: Der Gemeinderat möge den Kauf des Rasenmähers beschließen."),
            ("resolution", "Beschluss:"),
            ("vote", "Der Antrag wird angenommen."),
        ],
    ),
    "a motion over two lines": (
        "Die Vizebürgermeisterin stellt den\nAntrag, die Arbeiten zu vergeben.\n\nBeschluss: Der Antrag wird angenommen.",
        [
            ("proposal", "Die Vizebürgermeisterin stellt den Antrag, die Arbeiten zu vergeben."),
            ("resolution", "Beschluss:"),
            ("vote", "Der Antrag wird angenommen."),
        ],
    ),
    "a motion in a clause": (
        "GR Amsel stellt daher den Antrag, dass die Gemeinde den Verein unterstützt.\nDer Antrag wird einstimmig angenommen.",
        [
            ("proposal", "GR Amsel stellt daher den Antrag, dass die Gemeinde den Verein unterstützt."),
            ("vote", "Der Antrag wird einstimmig angenommen."),
        ],
    ),
    "a label alone on its line": (
        "Antrag Gemeinderat:\nFür die Halle sei ein Kredit zu bewilligen.\n\nBeschluss:\nDer Antrag wird angenommen.",
        [
            ("proposal", "Antrag Gemeinderat: Für die Halle sei ein Kredit zu bewilligen."),
            ("resolution", "Beschluss:"),
            ("vote", "Der Antrag wird angenommen."),
        ],
    ),
    "a label, where the money comes from, and the vote": (
        "Antrag: Die Halle wird um € 900,-- gestrichen.\nBedeckung: Die Kosten sind auf Ansatz 12 vorgesehen.\nDer Antrag wird angenommen.",
        [
            ("proposal", "Antrag: Die Halle wird um € 900,-- gestrichen."),
            ("reasoning", "Bedeckung: Die Kosten sind auf Ansatz 12 vorgesehen."),
            ("vote", "Der Antrag wird angenommen."),
        ],
    ),
}


@pytest.mark.parametrize(("text", "expected"), MOTIONS.values(), ids=MOTIONS)
def test_motion(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "GR Amsel stellt den Antrag, die Debatte zu beenden.\nDer Antrag wird mit 9 Stimmen angenommen.",
        "GR Amsel stellt den Antrag, den Punkt zu vertagen.\nAbstimmungsergebnis: einstimmig",
        "GR Amsel stellt den Antrag auf geheime Wahl.\nAbstimmungsergebnis: einstimmig",
        "GR Amsel stellt den Antrag, die Halle zu streichen. Darüber wird im Herbst beraten.",
        "Antrag der ABC-Fraktion: Bau einer Brücke\nAbstimmungsergebnis: einstimmig",
        "Antrag: Die Halle wird gestrichen, wünscht die Schule.\nFrau Amsel dankt.",
    ],
    ids=["end of the debate", "postponement", "secret ballot", "no vote", "title of an item", "no vote below a label"],
)
def test_no_motion(text: str) -> None:
    assert "proposal" not in [kind for kind, _ in parts(text)]


DECISIONS = {
    "consent": (
        "Dem Bauantrag wird das gemeindliche Einvernehmen erteilt.\nAbstimmung: 12:0",
        [("resolution", "Dem Bauantrag wird das gemeindliche Einvernehmen erteilt."), ("vote", "Abstimmung: 12:0")],
    ),
    "consent without a vote": (
        "Einem Baugesuch am Anger wurde das Einvernehmen erteilt.",
        [("resolution", "Einem Baugesuch am Anger wurde das Einvernehmen erteilt.")],
    ),
    "consent with its vote inside": (
        "Der Teilung wird mit 14:3 Stimmen zugestimmt.",
        [("resolution", "Der Teilung wird mit 14:3 Stimmen zugestimmt.")],
    ),
    "passive": (
        "Auf Vorschlag der ABC-Fraktion wird Frau Amsel in den Bauausschuss gewählt.\n\nAbstimmungsergebnis: einstimmig",
        [
            ("resolution", "Auf Vorschlag der ABC-Fraktion wird Frau Amsel in den Bauausschuss gewählt."),
            ("vote", "Abstimmungsergebnis: einstimmig"),
        ],
    ),
    "it is decided": (
        "Es wird beschlossen, den Weg zu sanieren (Kosten: 8.000 €).\n\neinstimmig",
        [("resolution", "Es wird beschlossen, den Weg zu sanieren (Kosten: 8.000 €)."), ("vote", "einstimmig")],
    ),
    "a verb of the body": (
        "DS 12/2030\nDer Kreisausschuss vergibt die Reinigung an die Fa. Amsel.\nAbstimmung: 7 : 1 : 2",
        [("resolution", "Der Kreisausschuss vergibt die Reinigung an die Fa. Amsel."), ("vote", "Abstimmung: 7 : 1 : 2")],
    ),
    "consent in the active": (
        "Nach kurzer Beratung erteilt der Gemeinderat einstimmig sein Einvernehmen.",
        [("resolution", "Nach kurzer Beratung erteilt der Gemeinderat einstimmig sein Einvernehmen.")],
    ),
    "consent of a body of two words": (
        "Der Bau- und Planungsausschuss versagt einstimmig das Einvernehmen.",
        [("resolution", "Der Bau- und Planungsausschuss versagt einstimmig das Einvernehmen.")],
    ),
    "on somebody's motion": (
        "Über Antrag von GR Amsel wird der Verein mit € 500,-- unterstützt.\nBeschluss: einstimmig",
        [
            ("resolution", "Über Antrag von GR Amsel wird der Verein mit € 500,-- unterstützt."),
            ("resolution", "Beschluss:"),
            ("vote", "einstimmig"),
        ],
    ),
    "below the number of a paper": (
        "Drucksache 2031/12\nDer Landrat wird ermächtigt, den Weg zu kaufen.",
        [("resolution", "Der Landrat wird ermächtigt, den Weg zu kaufen.")],
    ),
    "rules down to the vote": (
        "Der Magistrat wird beauftragt, den Weg zu planen.\n\nDie Kosten sind zu ermitteln.\n\nDer Steg wird begrünt.\n\nAbstimmung: 12:0",
        [
            (
                "resolution",
                "Der Magistrat wird beauftragt, den Weg zu planen. Die Kosten sind zu ermitteln. Der Steg wird begrünt.",
            ),
            ("vote", "Abstimmung: 12:0"),
        ],
    ),
    "what happens before the vote": (
        "Der Rat beschließt den Bau des Wegs.\n\nHerr Amsel ist wieder zu sehen.\n\nAbstimmung: 12:0",
        [
            ("resolution", "Der Rat beschließt den Bau des Wegs."),
            ("debate", "Herr Amsel ist wieder zu sehen."),
            ("vote", "Abstimmung: 12:0"),
        ],
    ),
    "what happens in the meeting": (
        "Der Rat beschließt den Bau des Wegs.\n\nDie Sitzung wird unterbrochen.\n\nAbstimmung: 12:0",
        [("resolution", "Der Rat beschließt den Bau des Wegs."), ("other", "Die Sitzung wird unterbrochen."), ("vote", "Abstimmung: 12:0")],
    ),
    "behind a sentence": (
        "Gemeinderat Amsel rückt ab.\nDem Bauvorhaben wird das Einvernehmen erteilt. (einstimmig)",
        [("resolution", "Dem Bauvorhaben wird das Einvernehmen erteilt."), ("vote", "(einstimmig)")],
    ),
}


@pytest.mark.parametrize(("text", "expected"), DECISIONS.values(), ids=DECISIONS)
def test_decision_above_a_vote(text: str, expected: list[tuple[str, str]]) -> None:
    assert parts(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Der Antrag der ABC-Fraktion wird angenommen.\nAbstimmung: 12:0",
        "Dem Beschlussvorschlag wird zugestimmt.\nAbstimmung: 12:0",
        "Die Niederschrift wird genehmigt.\nAbstimmung: 12:0",
        "Auf die Frage wird erläutert, dass der Auftrag im Mai vergeben wird.\nAbstimmung: 12:0",
        "Frau Amsel fragt, wann der Plan genehmigt wird.\nAbstimmung: 12:0",
        "Die Halle wird im Mai gestrichen.\n\nFrau Amsel dankt.",
        "Der Auftrag wird im Herbst vergeben.",
        "Der Plan wurde bereits im Mai genehmigt.\nAbstimmung: 12:0",
        "Der Anregung wird zugestimmt.",
    ],
    ids=["motion", "proposal", "minutes", "told", "asked", "speech", "no vote", "earlier", "answer to a comment"],
)
def test_no_decision(text: str) -> None:
    assert "resolution" not in [kind for kind, _ in parts(text)]


TRAILING = {
    "counts in brackets": ("Der Rat baut das Bad. (30/0/4)", "(30/0/4)"),
    "a word in brackets": ("Der Rat baut das Bad. (einstimmig)", "(einstimmig)"),
    "between dashes": ("Das Bad wird gebaut. - Einstimmig bei 1 Enthaltung -", "- Einstimmig bei 1 Enthaltung -"),
    "a short label": ("Das Bad wird gebaut. Abst.: 20:0", "Abst.: 20:0"),
    "yes and no": ("Zwei Bänke werden gekauft. ja 11 nein 1", "ja 11 nein 1"),
    "a line of counts": (
        "Das Bad wird gebaut.\ngesetzliche Anzahl der Vertreter: 10; anwesend: 8; ja: 8; nein: 0",
        "gesetzliche Anzahl der Vertreter: 10; anwesend: 8; ja: 8; nein: 0",
    ),
}


@pytest.mark.parametrize(("text", "vote"), TRAILING.values(), ids=TRAILING)
def test_result_behind_the_last_sentence(text: str, vote: str) -> None:
    assert parts(f"Beschluss:\n{text}") == [("resolution", f"Beschluss: {text.removesuffix(vote).strip()}"), ("vote", vote)]


@pytest.mark.parametrize(
    "text",
    [
        "Das Bad öffnet um 8:30 Uhr.",
        "Der Plan gilt im Maßstab (1:500).",
        "Der Plan liegt vor. (Anlage 3/2030)",
        "1. Das Bad wird gebaut. (einstimmig)\n2. Der Weg wird gebaut. Er ist lang.",
        "Die Gruppe wird verkleinert (Verhältnis 3:1)",
    ],
    ids=["time", "scale", "annex", "a list that goes on", "ratio"],
)
def test_no_result_behind_the_last_sentence(text: str) -> None:
    assert [kind for kind, _ in parts(f"Beschluss:\n{text}")] == ["resolution"]

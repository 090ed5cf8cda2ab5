"""Where votes are read, which statements are one vote, and what is quoted. All texts are made up; ⟦ ⟧ marks the quotes."""

import pytest

from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText
from extractors.votes import Group, extract
from tests.extractors.votes.summaries import marked, quotes, short, summary, votes_of

SENTENCES = {
    "a vote told in a sentence": "Frau Muster erläutert die Vorlage.\n\n⟦Der Antrag wird mit 3 Ja-Stimmen und 10 Nein-Stimmen abgelehnt⟧.",
    "two votes told in sentences": "⟦Der Änderungsantrag der ABC wird einstimmig abgelehnt⟧.\n\nFrau Muster dankt.\n\n⟦Der Vorlage wird mit 11 Ja-Stimmen bei 3 Gegenstimmen zugestimmt⟧.",
    "a result block": "Beschluss:\nDie Satzung wird beschlossen.\n\nAbstimmungsergebnis:\n⟦Bei 40 Ja-Stimmen und 5 Nein-Stimmen mehr-\nheitlich zugestimmt⟧\n",
    "a page mark inside": "Abstimmungsergebnis:\n⟦Bei 34 Ja-Stimmen und\n\n– 2 –\n\n8 Nein-Stimmen zugestimmt⟧",
    "a bracket is closed": "Abstimmungsergebnis:\n⟦Mehrheitlich abgelehnt (13 JA, 40 Nein)⟧",
    "a subject belongs to its quote": "Abstimmungsergebnis:\n⟦Ziffer 1: einstimmig zugestimmt⟧\n⟦Ziffer 2: 3 Ja, 12 Nein⟧",
    "a label and its value": "Gremium: Rat\nBeschlussart: ⟦geändert beschlossen⟧\nDatum: 01.02.2021",
    "a slash triple": "Beschluss:\n\n1. Der Rat beschließt das Konzept.\n\nAbstimmungsergebnis:\n\n⟦40/7/7⟧\n",
    "a body that notes": "⟦Der Ausschuss nimmt den Bericht zur Kenntnis⟧.",
    "a body that recommends": "⟦Der Ausschuss empfiehlt dem Rat einstimmig, die Satzung zu beschließen⟧.",
    "minutes that nobody objects to": "⟦Gegen die Niederschrift werden keine Einwendungen⟧ erhoben. Sie gilt als genehmigt.",
    "a motion withdrawn": "⟦Die Antragstellerin zieht den Antrag zurück⟧.",
    "an agenda approved": "⟦Die Tagesordnung wird verlesen und einvernehmlich genehmigt⟧.",
    "the chair declares": "Frau Muster: Ich bitte um Ihr Votum ab jetzt. – ⟦Das ist mehrheitlich abgelehnt⟧. Wir machen weiter.",
}  # fmt: skip


@pytest.mark.parametrize("text", SENTENCES.values(), ids=SENTENCES)
def test_quotes_exactly_the_votes(text: str) -> None:
    plain, spans = marked(text)
    assert quotes(plain) == spans


NO_VOTES = {
    "a vote of another day": "Der Technische Ausschuss hat in seiner Sitzung am 3. März 2020 mit 8 Ja- und 3 Nein-Stimmen zugestimmt.",
    "a wish": "Der Rat möge beschließen, dass der Antrag einstimmig angenommen wird.",
    "a condition": "Wenn keine Einwände gegen die Niederschrift erhoben werden, gilt sie als genehmigt.",
    "a question": "Wird der Antrag einstimmig abgelehnt?",
    "a pointer": "Auf die Anlage zur Vorlage wird verwiesen.",
    "a resolution alone": "Beschluss:\n1. Die Verwaltung wird beauftragt, ein Konzept vorzulegen.\n2. Der Bericht wird jährlich fortgeschrieben.",
    "assigned people": "Jeder neu zugewiesene Mensch erhält eine Wohnung.",
    "a heading without a result": "Abstimmungsergebnis:\n\nFrau Muster: Ich danke für die Diskussion.",
    "a speech that tells of votes": "Stadtrat Muster (ABC): Wir haben mit 11 : 11 Stimmen entschieden, und ich sage Ihnen, wir werden dem zustimmen.",
    "an agenda": "1. Annahme von Spenden\n2. Beschlussfassung über die Satzung\n3. Kenntnisgaben",
}  # fmt: skip


@pytest.mark.parametrize("text", NO_VOTES.values(), ids=NO_VOTES)
def test_reads_no_vote_where_the_body_settled_nothing(text: str) -> None:
    assert summary(text) == []


ONE_ROW = {
    "label and count line": ("Beschluss: geändert beschlossen\nAbstimmung: Ja: 20, Nein: 3, Enthaltungen: 1", ["adopted_amended 20/3/1"]),
    "label and block": ("Beschluss:\nVerwiesen in den Sozialausschuss\n\nAbstimmungsergebnis:\nKeine Abstimmung", ["referred -/-/-"]),
    "noted and no vote": ("Beschluss:\nKenntnisnahme von der Stellungnahme der Verwaltung\n\nAbstimmungsergebnis:\nkeine Abstimmung", ["noted -/-/-"]),
    "resolution text and block": ("Beschluss:\nDer Rat nimmt den Bericht zur Kenntnis.\n\nAbstimmungsergebnis:\neinstimmig zugestimmt", ["adopted -/0/-"]),
    "recommending resolution": (
        "Beschluss:\nDer Ausschuss empfiehlt dem Rat, folgenden Beschluss zu fassen: Die Satzung wird erlassen.\n\nAbstimmungsergebnis:\neinstimmig",
        ["recommended -/0/-"],
    ),
    "changed resolution": ("Beschluss:\nIn geänderter Fassung: Das Konzept gilt.\n\nAbstimmungsergebnis:\n43 Ja, 1 Nein", ["adopted_amended 43/1/-"]),
    "head of a resolution": ("Beschluss (einstimmig):\ndafür: 10 (4 ABC, 6 DEF)\nEnth.: 1", ["adopted 10/0/1"]),
    "spoken repetition": (
        "Abstimmungsergebnis:\neinstimmig zugestimmt\n\nDer Vorsitzende ruft den Punkt auf.\n\nIch bitte um Ihr Votum. – Das ist einstimmig, wir danken.",
        ["adopted -/0/-"],
    ),
    "referring resolution": ("Beschluss: Die Vorlage wird in den Hauptausschuss verwiesen.\n\nAbstimmungsergebnis: einstimmig", ["referred -/0/-"]),
    "counts in a heading": ("Beschluss (18:5 Stimmen):\nDer Ausschuss stimmt dem Entwurf zu.", ["adopted 18/5/-"]),
    "resolved to reject": ("Der Gemeinderat hat mehrheitlich beschlossen, den Antrag abzulehnen.", ["rejected -/-/-"]),
    "the amendment is another vote": (
        "Der Änderungsantrag der ABC wird mit 4 Ja- und 10 Nein-Stimmen abgelehnt.\n\nAbstimmungsergebnis:\nZustimmung: 12\nAblehnung: 2",
        ["rejected 4/10/-", "adopted 12/2/-"],
    ),
    "two results of one paragraph": ("1. Der Antrag wird abgelehnt. Dafür: 3, Dagegen: 12\n2. Die Vorlage wird angenommen. Dafür: 14, Dagegen: 2", ["rejected 3/12/-", "adopted 14/2/-"]),
    "a heading over each vote": (
        "Beschluss:\nDas Konzept gilt.\n\nAbstimmungsergebnis Beschlussvorlage:\n12 Nein-Stimmen, ansonsten Zustimmung\nAbstimmungsergebnis Änderungsantrag:\n2 Ja-Stimmen, ansonsten Ablehnung",
        ["adopted -/12/-", "rejected 2/-/-"],
    ),
    "a text that rejects, and its counts": ("Beschluss:\nDer Antrag wird abgelehnt.\n\nAbstimmungsergebnis:\n9 Ja, 2 Nein, 1 Enthaltung", ["rejected 9/2/1"]),
    "a text that rejects, unanimous": ("Beschluss:\nDer Antrag wird abgelehnt.\n\nAbstimmungsergebnis:\neinstimmig", ["rejected 0/-/-"]),
    "a text that refuses consent": ("Beschluss:\nDas gemeindliche Einvernehmen wird nicht erteilt.\nAbstimmungsergebnis: 15 : 0", ["adopted 15/0/-"]),
    "a referral that fails": (
        "Beschluss:\nDie Vorlage wird in den Sportausschuss überwiesen.\n\nAbstimmungsergebnis:\nbei Stimmengleichheit (20:20) abgelehnt",
        ["rejected 20/20/-"],
    ),
    "votes before the text": ("Der Stadtrat beschließt mit 21 Ja-, 19 Neinstimmen und 4 Enthaltungen:\n\nDer Änderungsantrag 7/20 wird angenommen.", ["adopted 21/19/4"]),
    "votes before a referral": ("Der Stadtrat beschließt einstimmig:\n\nDer Antrag 12/20 wird in den Ausschuss für Sport überwiesen.", ["referred -/0/-"]),
    "votes before a list": ("Nach kurzer Aussprache fasst der Gemeinderat einstimmig folgenden Beschluss:\n\nDie Arbeiten werden vergeben.", ["adopted -/0/-"]),
    "votes before a heading": (
        "Frau Muster erläutert die Vorlage. Danach fasst der Gemeinderat mit 10 Ja-Stimmen bei 1 Gegenstimme folgenden\n\nBeschluss:\n\n1. Die Arbeiten werden vergeben.",
        ["adopted 10/1/-"],
    ),
    "votes in the head, the text below": ("Beschluss (bei Stimmenthaltung von Frau Muster; einstimmig):\nDer Antrag wird angenommen.", ["adopted -/0/-"]),
    "who voted how, line by line": ("9.3 Spielplatz\nAbstimmung:\nZustimmung: ABC\nAblehnung: DEF, GHI\nEnthaltung: JKL\nBeschluss: mehrheitlich abgelehnt", ["rejected -/-/-"]),
    "decision and result": ("Entscheidung\nnach geändertem Antrag\nErgebnis\neinstimmig", ["adopted_amended -/0/-"]),
    "decision and minority": ("Entscheidung\nnach Antrag\nErgebnis\ngegen die Stimmen von ABC und DEF", ["adopted -/-/-"]),
    "a table of candidates": ("Frau Beispiel    34 Stimmen\nHerr Muster   19 Stimmen\nEnthaltungen   3\n\nDamit ist Frau Beispiel gewählt.", ["elected 34/-/3"]),
    "a note after the result": (
        "Beschluss:\nDer Stadtrat verweist den Antrag 3/22 in den Bauausschuss.\n\nAbstimmungsergebnis: einstimmig\n\nDer Stadtrat nimmt die Stellungnahme 51/22 zur Kenntnis.",
        ["referred -/0/-", "noted -/-/-"],
    ),
    "the head's result and the last of several votes": (
        "Beschlussart: geändert beschlossen\n\nBeschluss:\n1. Der Plan gilt.\n\nAbstimmungsergebnis:\nÄnderungsantrag der ABC: 19 Ja, 11 Nein\nVorlage in der geänderten Fassung: 24/6/3",
        ["adopted 19/11/-", "adopted_amended 24/6/3"],
    ),
    "bare counts in the next paragraph": (
        "Abstimmungsergebnis:\n\nÄnderungsantrag der ABC: Bei 19 Ja-Stimmen und 11 Nein-Stimmen angenommen\n\nVorlage in der geänderten Fassung: 24/6/3",
        ["adopted 19/11/-", "adopted_amended 24/6/3"],
    ),
    "a question of procedure in the report": (
        "Protokoll:\nFrau Muster beantragt Schluss der Debatte.\n\nAbstimmungsergebnis (Schluss der Debatte):\ndafür: 31 dagegen: 19 Enthaltungen: 2\n\nBeschluss:\nDie Anregung wird umgesetzt.\n\nAbstimmungsergebnis:\nbei wenigen Gegenstimmen beschlossen",
        ["adopted 31/19/2", "adopted -/-/-"],
    ),
    "a recommendation is quoted": (
        'Dem Rat lag folgende Empfehlung des Ausschusses vor:\n\n"Der Ausschuss empfiehlt dem Rat bei 3 Gegenstimmen, zuzustimmen."\n\nDer Rat fasste mit Mehrheit folgenden Beschluss:\n\nBeschluss\nDer Rat beschließt den Bau.',
        ["adopted -/-/-"],
    ),
}  # fmt: skip


REPORT = "Frau Muster fragt nach den Kosten.\n\n"


@pytest.mark.parametrize(
    ("decision", "votes"),
    [
        ("Einstimmig.", ["adopted -/0/-"]),
        ("Der Antrag wird abgelehnt.", ["rejected -/-/-"]),
        ("Die Vorlage wird zur Kenntnis genommen.", ["noted -/-/-"]),
        ("Der Tagesordnungspunkt wird vertagt.", ["postponed -/-/-"]),
        ("Auf Vorschlag des Vorsitzenden wird die Beschlussfassung zurückgestellt.", ["postponed -/-/-"]),
        ("Der Antrag werde von seiner Fraktion abgelehnt.", []),
        ("Der Antrag wird von der ABC-Fraktion abgelehnt.", []),
    ],
)
def test_reads_a_decision_in_a_paragraph_after_a_report(decision: str, votes: list[str]) -> None:
    assert summary(REPORT + decision) == votes


@pytest.mark.parametrize(("text", "votes"), ONE_ROW.values(), ids=ONE_ROW)
def test_makes_one_row_of_one_question(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


def test_reads_two_votes_of_an_urgent_motion_however_wide_its_blanks() -> None:
    assert summary("Dringlichkeit  und  Antrag:  einstimmig  angenommen\n") == ["adopted -/0/-"] * 2


def test_reads_no_vote_in_the_reasoning_of_a_paper() -> None:
    text = "Begründung:\nDer Technische Ausschuss empfiehlt mit 8 Ja- und 3 Nein-Stimmen, dem Konzept zu folgen."
    assert list(extract(minutes_of(DocumentText(text, kind="paper")))) == []


def test_reads_only_the_chair_where_nothing_is_printed() -> None:
    text = (
        "Der Vorsitzende: Wir kommen zu Liste A, und ich bitte um Ihr Votum. – Das ist eine deutliche Mehrheit.\n\n"
        "Stadtrat Muster (ABC): Das wurde doch schon abgelehnt, meine Damen und Herren. Ich wundere mich.\n\n"
        "Der Vorsitzende: Über die Ziffer 8 stimmen wir jetzt ab. – Damit ist es abgelehnt."
    )
    assert summary(text) == ["adopted -/-/-", "rejected -/-/-"]
    assert {vote.rule for vote in votes_of(text)} == {"spoken"}


@pytest.mark.parametrize(
    ("result", "groups"),
    [
        pytest.param(
            "37 Ja-Stimmen (15 ABC, 21 DEF, OB), 4 Nein-Stimmen (GHI)",
            (Group("ABC", "yes", 15), Group("DEF", "yes", 21), Group("OB", "yes", 1), Group("GHI", "no", 4)),
            id="brackets",
        ),
        pytest.param(
            "7 Ja-Stimmen (3 Haus und Hof, 4 ABC)", (Group("Haus und Hof", "yes", 3), Group("ABC", "yes", 4)), id="a name with und"
        ),
        pytest.param("einstimmig, 2 Enthaltungen der DEF-Fraktion", (Group("DEF-Fraktion", "abstain", 2),), id="of a group"),
        pytest.param("Mehrheitlich gegen die ABC-Fraktion zugestimmt", (Group("ABC-Fraktion", "no"),), id="outvoted, adopted"),
        pytest.param("Mehrheitlich gegen die ABC-Fraktion abgelehnt", (Group("ABC-Fraktion", "yes"),), id="outvoted, rejected"),
        pytest.param(
            "einstimmig bei Enthaltung der Fraktion DEF zugestimmt", (Group("Fraktion DEF", "abstain"),), id="abstaining, not counted"
        ),
        pytest.param(
            "Mit den Stimmen von ABC und DEF gegen die Stimmen der Fraktionen GHI, JKL und Freie MNO bei Enthaltung von RM Muster abgelehnt",
            (
                Group("ABC", "no"),
                Group("DEF", "no"),
                Group("GHI", "yes"),
                Group("JKL", "yes"),
                Group("Freie MNO", "yes"),
                Group("RM Muster", "abstain"),
            ),
            id="lists of names, rejected",
        ),
        pytest.param("Bei 12 Ja-Stimmen und 3 Nein-Stimmen zugestimmt", (), id="none"),
    ],
)
def test_reads_groups(result: str, groups: tuple[Group, ...]) -> None:
    assert [vote.groups for vote in votes_of(f"Abstimmungsergebnis:\n{result}")] == [groups]


def test_names_no_subject_where_the_whole_item_was_voted_on() -> None:
    assert [vote.subject_text for vote in votes_of("Abstimmungsergebnis:\nDer Antrag wird mit 3 Ja- und 10 Nein-Stimmen abgelehnt.")] == [
        None
    ]


def test_gives_votes_to_the_agenda_item_in_which_they_stand() -> None:
    text = "TOP 1: Spenden\n\nAbstimmungsergebnis: einstimmig\n\nTOP 2: Satzung\n\nAbstimmungsergebnis: 5 Ja, 9 Nein\n"
    assert [(vote.agenda_item, vote.outcome) for vote in votes_of(text)] == [("1", "adopted"), ("2", "rejected")]


@pytest.mark.parametrize(
    "text", ["", "\n\n", "Ja", ":::: / / /", "Nein" * 2000, "(" * 500 + "Abstimmung 9:9 " * 200, "Abstimmungsergebnis:\n" + "1 Ja, " * 1000]
)
def test_reads_any_text_without_failing(text: str) -> None:
    assert isinstance(list(extract(minutes_of(DocumentText(text)))), list)


def test_reads_how_was_voted_where_its_heading_says_it() -> None:
    text = "TOP 5 Radweg\n\nGeheime Abstimmung: Abgegebene Stimmen: 46, gültige Stimmen: 45, ungültige Stimmen: 1, dafür: 25, dagegen: 18, Enthaltungen: 2"
    assert [(short(vote), vote.method, vote.subject_text) for vote in votes_of(text)] == [("adopted 25/18/2", "secret", None)]


def test_reads_a_roll_call() -> None:
    found = votes_of("TOP 5 Radweg\n\nNamentliche Abstimmung:\nMuster, Eva: Ja\nBeispiel, Jan: Nein\nProbe, Ute: Ja\n")
    groups = (Group("Muster, Eva", "yes", 1), Group("Beispiel, Jan", "no", 1), Group("Probe, Ute", "yes", 1))
    assert [(short(vote), vote.method, vote.groups) for vote in found] == [("unknown -/-/-", "roll_call", groups)]

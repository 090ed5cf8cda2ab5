"""What is only told, only proposed, or left blank in a form is no vote of the meeting. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import summary

RESULT = "\n\nAbstimmungsergebnis: 12 Ja, 3 Nein"
TOLD = {
    "an authority that refused": "Der Beschluss wurde nicht vollzogen, da die Regierung die Zustimmung versagt hat.",
    "a committee in the perfect": "Der Finanzausschuss habe am 15.09.2030 einstimmig die Annahme empfohlen.",
    "a committee in a clause": "Herr Ahorn erläutert, dass der Hauptausschuss mit 6 Ja-Stimmen und 1 Nein-Stimme die Annahme empfohlen hat.",
    "in the committee": "Im Bauausschuss wurde die Vorlage mit 5 zu 2 Stimmen abgelehnt.",
    "a school's conference": "Die Schulkonferenz hat mit 15 Ja-Stimmen zugestimmt.",
    "the federal parliament": "Der Bundestag hat das Gesetz mit 350 zu 280 Stimmen angenommen.",
    "an earlier meeting": "In der Sitzung vom 12.03.2029 wurde der Antrag abgelehnt.",
    "once": "Damals gab es 12 Nein-Stimmen.",
    "preliminary": "Die Vorberatung im Ausschuss ergab 5 Ja- und 2 Nein-Stimmen.",
    "two committees": "Der Bauausschuss und der Finanzausschuss haben einstimmig zugestimmt.",
    "another council": "Der Regionalverband hat mit 31 : 14 Stimmen zugestimmt.",
    "a part of the city": "Die Bezirksvertretung Nord hat den Antrag einstimmig abgelehnt.",
    "neighbours in another year": "In Nachbarorten habe der Rat 2026 mit 30 Ja-Stimmen und 12 Nein-Stimmen die Abschaffung beschlossen.",
    "rules of procedure": "Bei Stimmengleichheit ist ein Antrag abgelehnt.",
    "a party": "Die ABC-Fraktion stimmt dem Antrag einstimmig zu.",
    "a club": "Der Förderverein hat einstimmig beschlossen, den Steg zu bezahlen.",
    "another level": "Der Kreistag hat die Umlage mit 30:12 Stimmen beschlossen.",
    "reported speech": "Herr Ahorn sagt, die Anlieger hätten einstimmig zugestimmt.",
    "thanks": "Der Vorsitzende dankt für die einstimmige Zustimmung.",
    "a speech": "Sie haben ja eben alle einstimmig zugestimmt.",
    "a motion": "Der Gemeindevorstand beantragt Ablehnung.",
    "before": "Vorgang: Bauausschuss vom 27.04.2030, Nr. 130\nErgebnis: Vertagung",
}


@pytest.mark.parametrize("sentence", TOLD.values(), ids=TOLD)
def test_leaves_out_what_is_only_told(sentence: str) -> None:
    text = "Niederschrift über die Sitzung des Gemeinderates Ahornau am 12.05.2031\n\nTOP 3 Sanierung der Schule\n\n" + sentence + RESULT
    assert summary(text) == ["adopted 12/3/-"]


@pytest.mark.parametrize(
    "sentence", ["Der Bauausschuss hat dem Antrag einstimmig zugestimmt.", "Im Bauausschuss wurde der Antrag einstimmig angenommen."]
)
def test_keeps_what_the_meeting_itself_did_in_the_perfect(sentence: str) -> None:
    assert summary("Niederschrift über die Sitzung des Bauausschusses der Stadt Ahornau am 12.05.2031\n\n" + sentence) == ["adopted -/0/-"]


def test_a_council_repeals_an_earlier_resolution() -> None:
    sentence = "Der Gemeinderat hebt den Beschluss vom 3.4.2030 einstimmig auf."
    assert summary(f"Niederschrift über die Sitzung des Gemeinderates\n\n{sentence}") == ["adopted -/0/-"]
    assert summary(f"Niederschrift über die Sitzung des Gemeinderates\n\nHerr Ahorn nennt den Beschluss vom 3.4.2030: {sentence[4:]}") == []


def test_what_a_committee_recommends_is_its_own_vote_in_its_own_minutes() -> None:
    sentence = "TOP 3 Steg\n\nDer Bauausschuss empfiehlt mit 6 Ja-Stimmen und 3 Nein-Stimmen die Aufhebung."
    assert summary("Niederschrift über die Sitzung des Bauausschusses am 12.05.2031\n\n" + sentence) == ["recommended 6/3/-"]
    assert summary("Niederschrift über die Sitzung des Rates am 12.05.2031\n\n" + sentence) == []


def test_a_report_on_resolutions_states_no_votes() -> None:
    assert summary("Beschlusskontrolle\n\nPunkt 2: erledigt\nPunkt 11: zurückgestellt\nPunkt 29: abgelehnt durch das Land") == []


FORMS = {
    "blank lines": ("Beratungsergebnis\nGremium: Rat\nEinstimmig\nMit Stimmenmehrheit\nJa:\nNein:\nEnthaltung:", []),
    "blank boxes": ("Beratungsergebnis\n[ ] Einstimmig [ ] Mit Stimmenmehrheit [ ] Ja", []),
    "blank alternatives": ("Abstimmungsergebnis: einstimmig / mehrheitlich / abgelehnt", []),
    "a cross behind": ("Abstimmungsergebnis:\neinstimmig:  X\nmit Mehrheit:", ["adopted -/0/-"]),
    "a cross below": ("Abstimmungsergebnis:\nAngenommen\nX\nAbgelehnt", ["adopted -/-/-"]),
    "a cross before": ("Ergebnis:\nX beschlossen   einstimmig\nmit Änderungen:\nabgelehnt\nzurückgezogen", ["adopted -/0/-"]),
    "counts beside a box": ("Abstimmungsergebnis: ☐ einstimmig ☒ mit Stimmenmehrheit 20 Ja 2 Nein", ["adopted 20/2/-"]),
}


@pytest.mark.parametrize(("text", "votes"), FORMS.values(), ids=FORMS)
def test_reads_of_a_form_only_what_is_marked(text: str, votes: list[str]) -> None:
    assert summary(text) == votes

"""Where sentences end in council German, and which verbs decide."""

import subprocess
import sys

import pytest

from extractors.text.language import actors_in, acts_in, german, sentences


@pytest.mark.parametrize(
    "sentence",
    [
        "Der Rat stimmt gem. § 3 Abs. 2 i. V. m. § 5 zu.",
        "Die Kosten betragen ca. 1,5 Mio. Euro.",
        "Herr Dr. Muster e. K. erhält den Zuschlag.",
        "Die Satzung tritt am 1. Oktober 2030 in Kraft.",
        "Der 2. Bauabschnitt beginnt.",
        "Es gilt Nr. 4 der Anlage z. B. für Höfe.",
        "Die Muster GmbH & Co. KG baut.",
    ],
)
def test_stops_that_end_no_sentence(sentence: str) -> None:
    assert sentences(sentence) == [(0, len(sentence))]


def test_sentences_end_before_capitals() -> None:
    text = "Der Rat stimmt zu. Die Verwaltung berichtet! Wer fragt? Ende 2030. Danach nichts."
    assert [text[start:end] for start, end in sentences(text)] == [
        "Der Rat stimmt zu.",
        "Die Verwaltung berichtet!",
        "Wer fragt?",
        "Ende 2030.",
        "Danach nichts.",
    ]


def test_offsets_count_in_the_whole_text() -> None:
    text = "Vorher. Der Rat baut. Nachher."
    assert sentences(text, 8, 21) == [(8, 21)]


@pytest.mark.parametrize(
    ("words", "acts"),
    [
        ("Der Rat stimmt dem Konzept zu.", ["approve"]),
        ("Der Rat nimmt den Bericht zur Kenntnis und beauftragt die Verwaltung.", ["note", "instruct"]),
        ("Der Rat lehnt den Antrag ab.", ["reject"]),
        ("Der Rat nimmt die Spende an.", []),
        ("Der Rat setzt den Preis fest.", ["decide"]),
        ("Der Rat setzt auf Wärme.", []),
        ("Die Verwaltung wird ermächtigt, zu kaufen.", ["authorise"]),
        ("Der Weg ist lang.", []),
    ],
)
def test_verbs_of_decision_need_their_other_half(words: str, acts: list[str]) -> None:
    assert [act.kind for act in acts_in(words)] == acts


@pytest.mark.parametrize(
    ("words", "actors"),
    [
        ("Der Stadtrat beauftragt die Verwaltung.", [("BODY", "Stadtrat"), ("ADMINISTRATION", "Verwaltung")]),
        ("Das Gartenbauamt und das Sozialreferat berichten.", [("ADMINISTRATION", "Gartenbauamt"), ("ADMINISTRATION", "Sozialreferat")]),
        ("Das Amt für Wald und Wiesen pflanzt.", [("ADMINISTRATION", "Amt für Wald und Wiesen")]),
        ("Der Technische Ausschuss bittet die Landesregierung.", [("BODY", "Technische Ausschuss"), ("AUTHORITY", "Landesregierung")]),
        ("Der Landrat berichtet dem Kreistag.", [("ADMINISTRATION", "Landrat"), ("BODY", "Kreistag")]),
        ("Das Ehrenamt braucht insgesamt Vorrat und Rat.", [("BODY", "Rat")]),
    ],
)
def test_actors(words: str, actors: list[tuple[str, str]]) -> None:
    assert [(actor.kind, actor.name) for actor in actors_in(words)] == actors


def test_the_pipeline_is_built_of_rules_only() -> None:
    assert german().pipe_names == ["council_sentences", "council_actors", "council_verbs"]


@pytest.mark.slow  # spaCy's commands take seconds to import
def test_spacys_own_commands_are_left_out_but_not_lost() -> None:
    code = (
        "import sys; from extractors.text.language import german; german(); "
        "print('typer' in sys.modules, 'spacy.cli' in sys.modules); from spacy.cli import info; print(callable(info))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=True)
    assert done.stdout.split() == ["False", "False", "True"], done.stderr

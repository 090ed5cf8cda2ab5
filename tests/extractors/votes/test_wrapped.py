"""Sentences of narrow columns: wherever a line ends, they say the same. All texts are made up."""

import re

import pytest

from tests.extractors.votes.summaries import summary

SENTENCES = {
    "counts before the verb": ("Der Rat nimmt die Verordnung mit 28 Ja-Stimmen bei 9 Nein-Stimmen an.", "adopted 28/9/-"),
    "a pair": ("Der Rat stimmt dem Antrag mit 31 gegen 5 Stimmen bei 2 Enthaltungen zu.", "adopted 31/5/2"),
    "overweisen (Switzerland)": ("Das Postulat wird mit 45 zu 30 Stimmen überwiesen.", "adopted 45/30/-"),
    "three labels and advice": (
        "Der Ausschuss empfiehlt dem Rat mit 8 Ja-Stimmen, 4 Nein-Stimmen und 3 Enthaltungen, die Satzung zu beschließen.",
        "recommended 8/4/3",
    ),
    "number words": (
        "Der Vorschlag wird bei einer Gegenstimme und drei Enthaltungen mehrheitlich angenommen.",
        "adopted -/1/3",
    ),
    "noting": ("Der Stadtrat nimmt den Bericht der Verwaltung zur Kenntnis.", "noted -/-/-"),
    "taken off": ("Die Vorlage wird von der Tagesordnung abgesetzt.", "removed -/-/-"),
    "referred": ("Die Vorlage wird in den Bauausschuss verwiesen.", "referred -/-/-"),
    "amendment": (
        "Der Änderungsantrag der Gruppe wird mit 10 Nein-Stimmen bei 4 Ja-Stimmen und 2 Stimmenthaltungen abgelehnt.",
        "rejected 4/10/2",
    ),
    "colon": ("Dem Antrag wird mit 14:0 Stimmen zugestimmt.", "adopted 14/0/-"),
    "agreed": ("Die Niederschrift wird ohne Einwände genehmigt.", "adopted -/-/-"),
    "tie": ("Der Bauausschuss lehnt den Antrag bei Stimmengleichheit ab.", "rejected -/-/-"),
}


@pytest.mark.parametrize(("sentence", "vote"), SENTENCES.values(), ids=SENTENCES)
def test_a_line_end_inside_a_sentence_changes_nothing(sentence: str, vote: str) -> None:
    blanks = [blank.start() for blank in re.finditer(" ", sentence)]
    wrapped = [f"Nach kurzer Aussprache ergeht folgender Vorschlag.\n{sentence[:at]}\n{sentence[at + 1 :]}" for at in blanks[1:]]
    assert {text: summary(text) for text in wrapped} == {text: [vote] for text in wrapped}

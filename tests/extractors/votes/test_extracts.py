"""Extracts that name the paper an item was about: the paper does not hide what the body made of it. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import summary

EXTRACTS = {
    "number of a paper": ("Vorlage: 2031/077\n\nDer Stadtrat stimmt dem Tausch einstimmig zu.", ["adopted -/0/-"]),
    "counts": ("Vorlage: 2031/077\n\nDer Stadtrat stimmt dem Tausch mit 14 Ja- und 2 Nein-Stimmen zu.", ["adopted 14/2/-"]),
    "motion": ("Antrag der ABC-Fraktion vom 01.02.2031\n\nDer Gemeinderat beschließt einstimmig, den Steg zu bauen.", ["adopted -/0/-"]),
    "advice of the committee that met": (
        "Vorlage: 2031/077\n\nDer Bauausschuss empfiehlt dem Rat mit 8 Ja- und 3 Nein-Stimmen, das Grundstück zu tauschen.",
        ["recommended 8/3/-"],
    ),
    "items with motions": (
        (
            "zu TOP 3.1\nBänke am Anger\nAntrag der ABC-Fraktion\n\nDie Bezirksvertretung Anger lehnt den Antrag mehrheitlich (4 Ja-Stimmen"
            " ABC, 9 Nein-Stimmen DEF, GHI) ab.\n\nzu TOP 3.2\nBericht zum Steg\n\nDie Bezirksvertretung Anger nimmt den Bericht zur Kenntnis."
        ),
        ["rejected 4/9/-", "noted -/-/-"],
    ),
    "the proposal agreed to": (
        "Beschlussvorschlag:\nDer Tausch wird beschlossen.\n\nDer Stadtrat stimmt dem Beschlussvorschlag einstimmig zu.",
        ["adopted -/0/-"],
    ),
}
PAPERS = {
    "advice of a committee": (
        "Vorlage: 2031/077\n\nDer Bauausschuss empfiehlt mit 8 Ja- und 3 Nein-Stimmen den Tausch.\n\nBeschlussvorschlag:\nEs wird getauscht."
    ),
    "told in the reasons": "Vorlage: 2031/077\n\nBegründung:\n\nDer Gemeinderat beschließt einstimmig, was er für richtig hält.",
    "what is moved": "Antrag der ABC-Fraktion\n\nDer Gemeinderat möge einstimmig beschließen, den Steg zu bauen.",
    "what is proposed": "Vorlage: 2031/077\n\nBeschlussvorschlag:\nDer Gemeinderat stimmt dem Tausch zu.",
    "no majority named": "Antrag der ABC-Fraktion\n\nDer Gemeinderat beschließt, den Steg zu bauen.",
}


@pytest.mark.parametrize(("text", "votes"), EXTRACTS.values(), ids=EXTRACTS)
def test_reads_what_became_of_a_paper(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


@pytest.mark.parametrize("text", PAPERS.values(), ids=PAPERS)
def test_a_paper_is_no_extract(text: str) -> None:
    assert summary(text) == []

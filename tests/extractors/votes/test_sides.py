"""Who took which side, where nobody counted. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import short, votes_of

RESOLUTION = "Beschluss:\nDie Anlage wird im Herbst des Jahres 2031 gebaut und danach dem Verein übergeben.\n\n"
THREE = [("ABC", "yes"), ("Freie DEF", "yes"), ("XYZ", "no"), ("UVW", "abstain")]

LISTS = {
    "line by line": (
        f"{RESOLUTION}Abstimmung:\nZustimmung: ABC, Freie DEF\nAblehnung: XYZ\nEnthaltung: UVW\n",
        [("adopted -/-/-", False, THREE)],
    ),
    "in one line": (
        f"{RESOLUTION}Abstimmungsergebnis: Zustimmung: ABC, Freie DEF / Ablehnung: XYZ / Enthaltung: UVW",
        [("adopted -/-/-", False, THREE)],
    ),
    "nobody against": (
        f"{RESOLUTION}Abstimmung:\nZustimmung: ABC, Bündnis 90/Die DEF und UVW\nAblehnung: keine\nEnthaltung: keine\n",
        [("adopted -/0/0", True, [("ABC", "yes"), ("Bündnis 90/Die DEF", "yes"), ("UVW", "yes")])],
    ),
    "in brackets": (
        "Abstimmungsergebnis: angenommen (Ja: ABC, Freie DEF; Nein: XYZ; Enthaltung: UVW)",
        [("adopted -/-/-", False, THREE)],
    ),
    "below the verdict (Austria)": (
        "Abstimmung: Der Antrag wird mehrheitlich abgelehnt.\nDafür: ABC, Freie DEF\nDagegen: XYZ\nEnthaltung: UVW",
        [("rejected -/-/-", False, THREE)],
    ),
    "of what, is not said": (
        "Abstimmungsergebnis: Zustimmung: ABC, Freie DEF / Ablehnung: XYZ / Enthaltung: UVW",
        [("unknown -/-/-", False, THREE)],
    ),
    "counts are no names": (f"{RESOLUTION}Abstimmung:\nZustimmung: 12\nAblehnung: 3\n", [("adopted 12/3/-", False, [])]),
}


@pytest.mark.parametrize(("text", "votes"), LISTS.values(), ids=LISTS)
def test_reads_who_took_which_side(text: str, votes: list[tuple[str, bool, list[tuple[str, str]]]]) -> None:
    found = votes_of(text)
    assert [(short(vote), vote.unanimous, [(group.name, group.option) for group in vote.groups]) for vote in found] == votes

"""A printed result is taken apart into what became of the question and the counts."""

import pytest

from pipeline.pages.results import told_apart


@pytest.mark.parametrize(
    ("printed", "result", "votes"),
    [
        ("ungeändert beschlossen, Ja: 20, Nein: 4", "ungeändert beschlossen", "Ja: 20, Nein: 4"),
        ("abgelehnt, 9 Ja-Stimmen, 21 Nein-Stimmen", "abgelehnt", "9 Ja-Stimmen, 21 Nein-Stimmen"),
        ("11 Ja-Stimmen, O Enthaltungen", None, "11 Ja-Stimmen, O Enthaltungen"),
        ("O Enthaltungen", None, "O Enthaltungen"),
        ("JaNeinABC11DEF6Gesamt170", None, "JaNeinABC11DEF6Gesamt170"),
        ("zur Kenntnis genommen", "zur Kenntnis genommen", None),
        ("einstimmig bei 2 Enthaltungen", None, "einstimmig bei 2 Enthaltungen"),
        (None, None, None),
        ("", None, None),
    ],
)
def test_result_and_counts(printed: str | None, result: str | None, votes: str | None) -> None:
    assert told_apart(printed) == (result, votes)

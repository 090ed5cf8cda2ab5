"""What is looked for before calls for votes leaves out none of them."""

import re

import pytest

from extractors.votes.spoken import CALL, CALL_STEMS

CALLS = (
    "Ihr Votum", "Abstimmung", "wir stimmen ab: abstimmen", "das Handzeichen", "dann stimmen wir", "ab jetzt", "Ihre Karte", "Stimmkarten",
    "Kartenzeichen", "gegen Stimmen", "gegenteilige Stimmen", "dafür", "dagegen", "Enthält sich", "wer enthält sich", "einverstanden",
    "Gegenstimmen?", "Enthaltungen ?",
)  # fmt: skip


@pytest.mark.parametrize("words", CALLS)
def test_a_call_holds_one_of_the_stems(words: str) -> None:
    found = CALL.search(words)
    assert found is not None
    assert any(stem in found[0] for stem in CALL_STEMS)


def test_every_way_to_call_is_among_these() -> None:
    """Each of the pattern's alternatives finds one of the calls above."""
    assert all(any(alternative.search(call) for call in CALLS) for alternative in _alternatives())


def _alternatives() -> list[re.Pattern[str]]:
    return [re.compile(words) for words in re.split(r"\|", CALL.pattern)]

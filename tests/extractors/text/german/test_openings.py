"""The lookahead leaves out nothing that the alternation behind it would find."""

import re

from extractors.text.german.openings import begins_with

WORDS = ("abgelehnt", "angenommen", "vertagt", "über")


def test_holds_where_one_of_the_openings_begins() -> None:
    pattern = re.compile(begins_with(word[:3] for word in WORDS) + r"\w+")
    assert pattern.findall("abgelehnt, Angenommen, VERTAGT, überwiesen, abends, an, gelehrt") == [
        "abgelehnt",
        "Angenommen",
        "VERTAGT",
        "überwiesen",
    ]


def test_a_short_opening_takes_in_a_longer_one() -> None:
    assert re.compile(begins_with(("zu", "zuge"))).match("zur") is not None

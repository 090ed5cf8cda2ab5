"""Looking for the word before looking at its line finds all that the patterns find."""

from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.agenda_parts import BOTH_PARTS, PARTS, parts_in

WORDS = (
    "I. ",
    "Nicht",
    "nicht ",
    "öffentlich",
    "Öffentlich",
    "e",
    "er",
    " Teil",
    " Sitzung",
    "wird in",
    ".",
    ",",
    " und",
    "\n",
    "\n",
    "\n\n",
)
PRINTED = st.lists(st.sampled_from(WORDS), max_size=25).map("".join)


@given(PRINTED, st.integers(0, 40), st.integers(0, 80))
@settings(max_examples=200, deadline=None)
def test_finds_the_lines_that_open_a_part(text: str, start: int, length: int) -> None:
    found = [match.span() for match in parts_in(text, start, start + length)]
    assert found == [match.span() for match in PARTS.finditer(text, start, start + length)]


@given(PRINTED)
@settings(max_examples=200, deadline=None)
def test_a_form_with_both_parts_begins_with_a_line_that_opens_one(text: str) -> None:
    assert {match.start() for match in BOTH_PARTS.finditer(text)} <= {match.start() for match in PARTS.finditer(text)}

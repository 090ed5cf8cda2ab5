"""What is searched quickly is what would be found slowly."""

import re
from collections.abc import Iterable

from hypothesis import given
from hypothesis import strategies as st

from extractors.references import _compiled
from extractors.text.registry_forms import DOTTED, DOTTED_VALUE, LETTERED, LETTERED_VALUE, TOKEN
from extractors.text.registry_tokens import tokens
from extractors.text.search import places_of
from extractors.text.sentences import BREAK

PIECES = (
    "Vorlage ", "Drucksache ", "Motion ", "Antrag ", "V/EF 214", "20-26 / V 04924", "512-017(VII)20", "pl/3/1/16", "SBR Alt/009/2020", "OA 522", ", ",
    "00408/2015/PE I", "2016/0439", "22.5123.02", "2022.123", "M 138", "NR 851", " und ", "(", ")", "/", "-", "–", " ", "\n", "%", "§", "1", "X", "Dr. ",
    "z. B. ", "am 3. Mai", "ist. Der", "ist! „Ja“ ", "\n\n", "\n- ", " \n\n", "befangen.“ Er", "12. Sie", "Abs. 1", "[19-12222-01]",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(PIECES), max_size=20).map("".join)


def spans(found: Iterable[re.Match[str]]) -> list[tuple[int, int]]:
    return [match.span() for match in found]


def test_words_are_found_in_the_order_of_the_text() -> None:
    assert places_of(("Nein", "Ja"), "Ja, Nein, Ja", 1, 12) == [4, 10]


@given(TEXTS)
def test_numbers_are_found_wherever_their_pattern_finds_them(text: str) -> None:
    numbers = [[found for found in way if any(map(str.isdigit, found[0]))] for way in (tokens(text, 0, len(text)), TOKEN.finditer(text))]
    assert spans(numbers[0]) == spans(numbers[1])


@given(TEXTS)
def test_a_text_without_such_a_value_has_no_such_number(text: str) -> None:
    assert DOTTED_VALUE.search(text) or not DOTTED.search(text)
    assert LETTERED_VALUE.search(text) or not LETTERED.search(text)


@given(TEXTS)
def test_numbers_of_a_council_are_no_parts_of_longer_ones(text: str) -> None:
    shape = r"(?:DHH/)?20\d{2}/\d{4}(?:/\d{1,2})?"
    slow = re.compile(rf"(?<![\w/.-])(?:{shape})(?![\w/]|-\w)")
    assert [(start, end - 1) for start, end in spans(_compiled(shape).finditer("\n" + text))] == spans(slow.finditer(text))


@given(TEXTS)
def test_sentences_end_where_they_ended_when_each_abbreviation_was_looked_at_in_turn(text: str) -> None:
    slow = re.compile(
        r"(?<!\bDr)(?<!\bAbs)(?<!\b\w)(?<!\d)[.!?][“”\")]?(?=[ \n]+[^a-zäöüß\s])"
        r"|(?<=\d)\.(?=[ \n]+(?:Er|Sie|Der|Die|Das|Herr|Frau|Es|Dies\w*)\b)|[ ]?\n\n(?![a-zäöüß])|\n(?=[-–•·▪◦\uf000-\uf0ff] )"
    )
    assert spans(BREAK.finditer(text)) == spans(slow.finditer(text))

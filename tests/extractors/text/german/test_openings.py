"""The lookahead leaves out nothing that the alternation behind it would find."""

import re

import pytest

from extractors.text.german.date_forms import DATE, DATE_BEGINS
from extractors.text.german.openings import begins_with
from extractors.text.section_decided import BEGINS_DECISION, BODY_ACTS, CONSENT, CONSENTS, PASSIVE
from extractors.text.section_forms import HEADING_BEGINS, HEADING_FORMS, HEADING_NUMBER
from extractors.votes.count_forms import LABEL, LABEL_OPENINGS
from extractors.votes.words import ANY_WORD, OPENINGS
from tests.extractors.text.german.beginnings import beginnings

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


def test_a_blank_may_be_the_end_of_a_line() -> None:
    assert re.compile(begins_with(("in d",))).match("in\ndie") is not None


BEHIND_LOOKAHEAD = LABEL.pattern.removeprefix(begins_with(LABEL_OPENINGS))


@pytest.mark.parametrize(
    ("lookahead", "forms", "unknown"),
    [
        (begins_with(OPENINGS), re.compile(ANY_WORD), []),
        (begins_with(LABEL_OPENINGS), re.compile(BEHIND_LOOKAHEAD, re.VERBOSE), []),
        # any digit; "I" before its noun
        (DATE_BEGINS, re.compile(DATE.pattern.removeprefix(DATE_BEGINS), re.VERBOSE), ["", "I"]),
        (HEADING_BEGINS, re.compile(HEADING_FORMS.replace(HEADING_NUMBER, "")), []),
    ],
    ids=["words of votes", "labels of counts", "dates", "headings"],
)
def test_no_form_begins_without_its_opening(lookahead: str, forms: re.Pattern[str], unknown: list[str]) -> None:
    begins = re.compile(lookahead)
    assert [letters for letters in sorted(beginnings(forms, 8)) if not begins.match(letters)] == unknown


@pytest.mark.parametrize("number", ["II. ", "3. ", "A) ", "**", "## ", "*4.", "XIII.", "F "])
def test_a_heading_may_be_numbered(number: str) -> None:
    begins = re.compile(HEADING_BEGINS).match(f"{number}Beschluss:") is not None
    assert begins == (re.fullmatch(HEADING_NUMBER, number) is not None)


@pytest.mark.parametrize("form", [CONSENT, CONSENTS, BODY_ACTS, PASSIVE], ids=["consent", "consents", "a body acts", "passive"])
def test_no_decision_begins_with_another_letter(form: re.Pattern[str]) -> None:
    assert beginnings(form, 1) <= BEGINS_DECISION


def test_a_form_without_opening_would_be_told() -> None:
    forms = re.compile(r"(?:(?i:alle )?Rest|in \w+|x{2,3}|[a-c]?d)")
    assert sorted(beginnings(forms, 4)) == ["Rest", "ad", "alle", "cd", "d", "in ", "xx"]

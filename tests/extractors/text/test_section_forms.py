"""What is looked for before a pattern leaves out nothing that the pattern finds."""

import pytest

from extractors.text.german.phrases import DECIDES_NOW
from extractors.text.section_forms import LEAD, answers, lead_at, moves_at

VERBS = DECIDES_NOW.removeprefix("(?:").removesuffix(")").replace("(?:ß|ss)", "ß").split("|")


@pytest.mark.parametrize(
    "before", ["", "1. ", "a) ", "(b) ", "• ", "IV. ", "12.10.11.) ", "„", "Nach Beratung ", f"12.10.11.) „{'x' * 158}, "]
)
@pytest.mark.parametrize("verb", VERBS)
def test_a_body_behind_its_verb(verb: str, before: str) -> None:
    text = f"{before}{verb}\ndie Bezirksvertretung"
    found, of_all = lead_at(text, 0, len(text)), LEAD.match(text)
    assert [match.span() for match in (found, of_all) if match] == [(0, len(text))] * 2


@pytest.mark.parametrize("before", ["", "1. ", "a) ", "„", "2.) „"])
def test_a_body_that_begins(before: str) -> None:
    text = f"{before}Der Rat der Stadt Musterdorf hat am 3.4.2031 folgenden Beschluss gefasst"
    assert lead_at(text, 0, len(text)) is not None


@pytest.mark.parametrize(
    "text",
    [
        "Der Rat möge beschließen:",
        "Wir wollen, dass die Räte zustimmen:",
        "Bürgermeisterin Muster stellt in der Sitzung folgenden Antrag:\n",
    ],
)
def test_a_motion(text: str) -> None:
    assert moves_at(text, 0, len(text)) is not None


@pytest.mark.parametrize("text", ["Der Rat beschließt, die Anfrage wie folgt zu beantworten:", "Zum Sachstand wird wie folgt berichtet"])
def test_an_answer_or_report(text: str) -> None:
    assert answers(text, 0, len(text))

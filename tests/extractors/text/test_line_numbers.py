"""Numbers in the margin are left out of what a page says; points, items and counts are not."""

from __future__ import annotations

import pytest

from extractors.text.line_numbers import line_numbers
from extractors.text.shadow import shadow_of

PROSE = [
    "Der Gemeinderat stimmt dem Ausbau der", "Ortsdurchfahrt zu. Die Verwaltung wird", "beauftragt, die Arbeiten auszu-", "schreiben und dem Bauausschuss zu",
    "berichten. Die Mittel stehen im Haus-", "halt bereit.", "Herr Lindt fragt nach dem Beginn der", "Arbeiten. Die Verwaltung nennt den", "Mai und verweist auf die Anlage, die",
    "mit der Einladung versandt wurde.", "Frau Obermeier dankt für die", "Auskunft.",
]  # fmt: skip


def numbered(every: int, first: int = 1) -> str:
    return "\n".join(f"{at} {line}" if at % every == 0 else line for at, line in enumerate(PROSE * 2, first))


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(numbered(1), id="every line"),
        pytest.param(numbered(1, first=31), id="counted on from the page before"),
        pytest.param(numbered(5), id="every fifth line"),
        pytest.param("\n".join(map(str, range(1, 25))) + "\n" + "\n".join(PROSE * 2), id="margin written first"),
        pytest.param("\n".join(PROSE * 2) + "\n" + "\n".join(map(str, range(5, 30, 5))), id="margin of fifths written last"),
    ],
)
def test_numbers_in_the_margin_are_left_out(text: str) -> None:
    assert shadow_of(text).text == shadow_of("\n".join(PROSE * 2)).text


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("\n".join(f"{at} Bericht der Verwaltung" for at in range(1, 25)), id="agenda"),
        pytest.param("\n".join(f"{at}. die Mittel bereitzustellen" for at in range(1, 25)), id="points"),
        pytest.param("\n".join(f"{at} anwesend" for at in (12, 9, 14, 11, 13, 10, 12, 12, 9, 8, 7, 11)), id="counts"),
        pytest.param("Ja\n12\nNein\n3\nEnthaltungen\n4\nAbwesend\n5", id="counts alone on lines"),
        pytest.param("5 Stimmen dafür\n10 Stimmen dagegen\n15 Stimmen gesamt", id="sums below each other"),
    ],
)
def test_what_counts_something_stays(text: str) -> None:
    assert list(line_numbers(text)) == []

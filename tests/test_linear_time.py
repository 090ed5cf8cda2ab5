"""Reading takes time in proportion to a text's length, whatever the text is: twice the text, about twice the time.

What repeats for ever is what patterns fear: each repetition could begin a number, a date, an item, a sentence. CPU time is
measured, not the clock's, and the best of three runs counts; the sizes are those at which a run takes a fifth of a second.
"""

from __future__ import annotations

import gc
import time

import pytest

from extractors import extract
from extractors.text.minutes import DocumentText

REPEATED = {
    "list numbers": "1. ",
    "paragraph signs": "§ ",
    "beginnings of deadlines": "bis Ende ",
    "sums": "90.000,00 ",
    "spaces": " ",
    "letters": "a",
    "capitals": "A",
    "yes": "Ja ",
    "items": "TOP 1 ",
    "resolutions": "Beschluss:\n",
    "motions": "Herr Muster stellt den Antrag, den Weg zu bauen. ",
    "decisions without a heading": "Der Weg wird vergeben.\n",
    "brackets": "(",
    "dashes": "- ",
    "quotation marks": '"',
    "pairs": "1/1 ",
    "papers": "2031/0439 und ",
    "persons": "Herr Muster, ",
    "points": "Punkt 1 ",
    "empty lines": "\n",
    "rows of tables": "Weg\t500 €\t600\n",
    "tables": "Fraktion\tJa\tNein\nSPD\t5\t1\n\n",
    "tables of measures": "Maßnahme\tTermin\nWeg\t1.7.2031\n\n",
    "cells": "5\t",
    "votes behind full stops": "wird angenommen. (30/0/4)\n",
    "paragraphs of labels": "Ja: 18\n\nNein: 4\n\n",
    "candidates": "1 Stimme für Frau A, ",
    "groups that abstain": "Enthaltung der ABC (9) und ",
    "heads of tables": "Vorlage Betreff Status\n",
}
LONG_ENOUGH = 0.2  # seconds; below, the costs of starting weigh too much
LARGEST = 1_000_000
GROWTH = 2.4
RUNS = 3


def seconds(text: str) -> float:
    """The CPU time of one reading, without that of collecting garbage, which comes when it likes."""
    gc.collect()
    gc.disable()
    try:
        begun = time.process_time()
        extract(DocumentText(text))
        return time.process_time() - begun
    finally:
        gc.enable()


def repeated(unit: str, size: int) -> str:
    return (unit * (size // len(unit) + 1))[:size]


def size_worth_measuring(unit: str) -> int:
    size = 16_000
    while size < LARGEST and seconds(repeated(unit, size)) < LONG_ENOUGH:
        size *= 2
    return size


@pytest.mark.timing
@pytest.mark.parametrize("unit", REPEATED.values(), ids=REPEATED)
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    size = size_worth_measuring(unit)
    once = min(seconds(repeated(unit, size)) for _ in range(RUNS))
    twice = min(seconds(repeated(unit, 2 * size)) for _ in range(RUNS))
    assert twice <= GROWTH * once, f"{size:,} characters of {unit!r} take {once:.2f} s, twice as many {twice:.2f} s"

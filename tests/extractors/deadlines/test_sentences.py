"""Sentences in the forms of the survey, each with all its deadlines: see `sentences.txt` beside this file. The meeting was on 12 March 2024."""

from datetime import date
from pathlib import Path

import pytest

from extractors.deadlines import Deadline, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

LINES = [line for line in (Path(__file__).parent / "sentences.txt").read_text(encoding="utf-8").splitlines() if " => " in line]


def short(deadline: Deadline) -> str:
    when = deadline.recurrence or deadline.duration or (deadline.anchor if deadline.kind == "event" else deadline.date_to)
    return f"{deadline.kind} {when}"


@pytest.mark.parametrize("line", LINES, ids=[line[:60] for line in LINES])
def test_a_sentence(line: str) -> None:
    sentence, _, expected = line.partition(" => ")
    found = extract(minutes_of(DocumentText(f"Beschluss:\n{sentence}", meeting_date=date(2024, 3, 12))))
    assert "; ".join(short(deadline) for deadline in found) == expected.replace("none", "")


def test_there_are_many() -> None:
    assert len(LINES) > 90

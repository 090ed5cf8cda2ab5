"""Deadlines in tables of measures: the column says what a day is."""

from __future__ import annotations

from datetime import date

import pytest

from extractors.deadlines import Deadline, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText

HEAD = "Beschluss:\nDer Rat beschließt das folgende Programm.\n\n"


def found(text: str) -> list[Deadline]:
    return list(extract(minutes_of(DocumentText(HEAD + text, meeting_date=date(2031, 5, 3)))))


def short(deadline: Deadline) -> str:
    days = f"{deadline.date_from or ''}..{deadline.date_to or ''}"
    return f"{deadline.quote.text.split(chr(9))[0]}: {deadline.kind} {deadline.recurrence or days} {deadline.duty}"


TABLES = {
    "day, quarter, end of a year": (
        "Maßnahme\tZuständig\tTermin\nRadweg bauen\tTiefbau\t31.12.2031\nKita sanieren\tHochbau\tII. Quartal 2032\nZaun streichen\tBauhof\tEnde 2032\n",
        ["Radweg bauen: due ..2031-12-31 implement", "Kita sanieren: due ..2032-06-30 implement", "Zaun streichen: due ..2032-12-31 implement"],
    ),
    "until when": ("Aufgabe\tbis wann?\nRadweg\tbis 30.06.2032\n", ["Radweg: due ..2032-06-30 implement"]),
    "beside those who act": ("Gegenstand\tWer?\tFrist\nRadweg\tBauamt\t1.7.2032\n", ["Radweg: due ..2032-07-01 implement"]),
    "a report": ("Maßnahme\tUmsetzung bis\nBericht zum Radweg\t01.07.2032\n", ["Bericht zum Radweg: due ..2032-07-01 report"]),
    "a span": ("Maßnahme\tTermin\nRadweg\t01.07.2032 – 30.09.2032\n", ["Radweg: period 2032-07-01..2032-09-30 implement"]),
    "every year": ("Maßnahme\tTermin\nRadweg prüfen\tjährlich\n", ["Radweg prüfen: recurring P1Y implement"]),
    "done already": ("Maßnahme\tTermin\tStand\nRadweg\t1.7.2031\terledigt\nKita\t1.7.2032\tin Arbeit\n", ["Kita: due ..2032-07-01 implement"]),
    "past": ("Maßnahme\tTermin\nRadweg\t1.7.2030\nKita\t1.7.2032\n", ["Kita: due ..2032-07-01 implement"]),
    "no day": ("Maßnahme\tTermin\nRadweg\tlaufend\nKita\tnach Baubeginn\n", []),
    "a list of meetings": ("Gremium\tTermin\nBauausschuss\t1.7.2032\nRat\t8.7.2032\n", []),
    "another column": ("Maßnahme\tAntrag vom\nRadweg\t1.7.2032\n", []),
}  # fmt: skip


@pytest.mark.parametrize(("text", "deadlines"), TABLES.values(), ids=TABLES)
def test_deadlines(text: str, deadlines: list[str]) -> None:
    assert [short(deadline) for deadline in found(text)] == deadlines


def test_the_row_is_quoted() -> None:
    (deadline,) = found("Maßnahme\tTermin\nRadweg bauen\tEnde 2031\n")

    assert (deadline.quote.text, deadline.precision, deadline.section, deadline.rule) == (
        "Radweg bauen\tEnde 2031", "year", "resolution", "cell_of_column"
    )  # fmt: skip

"""What is to be done by a time, and times of a sentence that are no deadline of it. All sentences are made up; the meeting was on 18 May 2021."""

from datetime import date

import pytest

from extractors.deadlines import extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText


def read(sentence: str) -> list[str]:
    found = extract(minutes_of(DocumentText(f"Beschluss:\n{sentence}", meeting_date=date(2021, 5, 18))))
    return [f"{deadline.quote.text}: {deadline.duty}" for deadline in found]


DUTIES = {
    "not that of what it runs from": (
        "Das Grün ist innerhalb von drei Monaten nach der Beschlussfassung auszuweisen.",
        ["innerhalb von drei Monaten nach der Beschlussfassung: implement"],
    ),
    "each its own verb": (
        "Die Verwaltung hat bis Ende 2022 den Förderantrag zu stellen und vierteljährlich zu berichten.",
        ["bis Ende 2022: apply", "vierteljährlich: report"],
    ),
    "each its own verb, the other way round": (
        "Die Verwaltung hat vierteljährlich zu berichten und bis Ende 2022 den Weg zu bauen.",
        ["vierteljährlich: report", "bis Ende 2022: implement"],
    ),
    "the only verb of the sentence": ("Die Verwaltung berichtet bis Ende 2022.", ["bis Ende 2022: report"]),
    "what money is spent on is reported": ("Die Verwaltung informiert monatlich über die Kosten.", ["monatlich: report"]),
    "every following year": (
        "Der Nachweis ist jeweils bis zum 31.03. des Folgejahres vorzulegen.",
        ["jeweils bis zum 31.03. des Folgejahres: submit"],
    ),
}
NONE = {
    "a number of a paper": "Der Antrag 12/2022 ist zu prüfen.",
    "a year in a name": "Die Ziele in der 2030-Agenda sind zu unterstützen.",
    "a horizon with a place": "Der Rat nimmt die Bevölkerungsprognose für die Stadt und ihre Ortsteile bis 2035 zur Kenntnis.",
    "a year that is included": "Der Neubau wird bis einschließlich 2026 über ein Konto finanziert.",
    "school years of a contract": "Der Rat stimmt der Vergabe der in den Schuljahren 2021/2022 bis 2023/2024 durchzuführenden Fahrten zu.",
    "when what is asked for takes effect": "Der Rat beschließt, die Aufhebung der Schule mit Beginn des Schuljahrs 2022/23 zu beantragen.",
    "up to a school year, which is included": "Die Aufnahme ist bis einschließlich zum Schuljahr 2024/25 zu ermöglichen.",
    "in the meantime": "Bis zur Einrichtung der Anlage wird das Fest weiterhin mit Zäunen geschützt.",
    "after the term of a lease": "Die Stadt kauft die Halle, sofern der Verein sie nach Ablauf der zehnjährigen Mietbindung verlässt.",
}


@pytest.mark.parametrize("name", DUTIES)
def test_what_is_to_be_done(name: str) -> None:
    sentence, expected = DUTIES[name]
    assert read(sentence) == expected


@pytest.mark.parametrize("name", NONE)
def test_no_deadline(name: str) -> None:
    assert read(NONE[name]) == []

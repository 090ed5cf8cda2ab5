"""What stands on a page without being part of what it says."""

import pytest

from extractors.text.furniture import page_furniture
from extractors.text.shadow import shadow_of


@pytest.mark.parametrize("mark", ["– 2 –", "- 2 -", "-- 1 of 13 --", "Seite 3 von 12", "Seite 3", "Seite: 4 / 9"])
def test_page_marks_are_left_out(mark: str) -> None:
    assert shadow_of(f"Der Rat\n{mark}\nstimmt zu.").text == "Der Rat\nstimmt zu."


@pytest.mark.parametrize("line", ["31", "Seite an Seite", "– 2 Stimmen –", "siehe Seite 3 von 12 der Vorlage", "2 – 3 Tage"])
def test_what_only_looks_like_a_page_mark_stays(line: str) -> None:
    assert list(page_furniture(f"Oben.\n{line}\nUnten.")) == []


def pages(*bodies: str) -> tuple[str, list[int]]:
    """Pages under one running head and over one running foot, and where they begin."""
    text, starts = "", []
    for number, body in enumerate(bodies, 1):
        starts.append(len(text))
        text += f"Stadt Musterstadt\n{body}\nAmt 10 | Blatt {number}\n"
    return text, starts


def test_running_heads_and_feet_are_known_by_their_return() -> None:
    text, starts = pages("Der Rat", "stimmt dem", "Konzept zu.")
    assert shadow_of(text, starts).text.split() == ["Der", "Rat", "stimmt", "dem", "Konzept", "zu."]


def test_two_pages_are_too_few_to_know_a_running_head() -> None:
    text, starts = pages("Der Rat", "stimmt zu.")
    assert "Stadt Musterstadt" in shadow_of(text, starts).text


def test_slides_without_pages_are_divided_by_their_numbers() -> None:
    slides = "".join(f"Amt | Konzept\nThema {topic}\nFolie {number}\n\n" for number, topic in enumerate("ABC", 2))
    assert shadow_of(slides).text.split() == ["Thema", "A", "Thema", "B", "Thema", "C"]


def test_a_line_that_returns_in_the_middle_of_pages_stays() -> None:
    body = "eins\nzwei\ndrei\nvier\nBeschluss:\nfünf\nsechs\nsieben\nacht"
    text, starts = pages(body, body, body)
    assert shadow_of(text, starts).text.count("Beschluss:") == 3

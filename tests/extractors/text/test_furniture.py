"""What stands on a page without being part of what it says."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.furniture import EDGE_LINES, near_edges, page_furniture
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


def page_lines(*bodies: list[str]) -> str:
    """What remains of pages, each given as its lines."""
    text, starts = "", []
    for body in bodies:
        starts.append(len(text))
        text += "\n".join(body) + "\n"
    return shadow_of(text, starts).text


def left_of_two(first: list[str], second: list[str]) -> list[str]:
    return [line for line in page_lines(first, second).split("\n") if line]


BODY = [
    [f"Zeile {letter} der Seite {page} sagt etwas" for letter in "abcdefghij"] for page in ("eins", "zwei", "drei", "vier", "fünf", "sechs")
]


@pytest.mark.parametrize(
    ("head", "foot"),
    [
        pytest.param("Stadt Buchenried", "Amt 10 | Blatt {}", id="head and numbered foot"),
        pytest.param("Niederschrift über die 4. Sitzung Seite {}", "", id="head with the page's number"),
        pytest.param("Beschlussvorlage 12/2024", "{}", id="paper's number, bare page number"),
        pytest.param("Seite {} von 2", "gedruckt am 03.05.2024", id="page of pages, date"),
    ],
)
def test_two_pages_tell_their_head_and_foot(head: str, foot: str) -> None:
    pages = [[line for line in (head.format(number), *BODY[number], foot.format(number)) if line] for number in (1, 2)]

    assert left_of_two(*pages) == BODY[1] + BODY[2]


@pytest.mark.parametrize(
    "line",
    [
        "Abstimmungsergebnis: einstimmig", "einstimmig beschlossen", "Beschluss:", "Begründung", "TOP 3", "Zu Punkt 4", "Ja 12 Nein 3 Enthaltungen 1",
        "Ja-Stimmen: 12", "Enthaltungen", "Mehrheitlich angenommen", "zur Kenntnis genommen", "Der Rat stimmt dem Antrag der Verwaltung zu.",
        "12 Ja, 3 Nein", "Die Verwaltung wird beauftragt,",
    ],
)  # fmt: skip
@pytest.mark.parametrize("count", [2, 3, 6])
def test_what_is_said_on_every_page_is_no_furniture(line: str, count: int) -> None:
    text = page_lines(*([line, *BODY[number], line] for number in range(count)))

    assert text.count(line) == 2 * count


def test_two_pages_with_different_numbers_have_no_head() -> None:
    assert left_of_two(["Vorlage 12/2024", *BODY[0]], ["Vorlage 15/2024", *BODY[1]])[0] == "Vorlage 12/2024"


def test_a_line_of_two_pages_below_other_words_is_no_head() -> None:
    assert "Gemeinderat" in page_lines(["Erstens", "Gemeinderat", *BODY[0]], ["Zweitens", "Gemeinderat", *BODY[1]])


def test_heads_of_left_and_right_pages_differ() -> None:
    pages = [
        [f"{number} Niederschrift", *body] if number % 2 else ["Gemeinderat Buchenried", *body, str(number)]
        for number, body in enumerate(BODY, 1)
    ]  # fmt: skip

    assert [line for line in page_lines(*pages).split("\n") if line] == [line for body in BODY for line in body]


def test_counts_of_votes_at_the_edges_of_pages_stay() -> None:
    pages = [
        ["Ja", str(yes), *body, "Enthaltungen", str(abstain)]
        for yes, abstain, body in zip((12, 9, 14, 11), (0, 3, 0, 1), BODY, strict=False)
    ]

    assert page_lines(*pages).split("\n").count("0") == 2


def test_page_numbers_count_the_pages() -> None:
    pages = [[*body, str(number)] for number, body in enumerate(BODY, 17)]

    assert not any(line.isdigit() for line in page_lines(*pages).split("\n"))


def test_slides_without_pages_are_divided_by_their_numbers() -> None:
    slides = "".join(f"Amt | Konzept\nThema {topic}\nFolie {number}\n\n" for number, topic in enumerate("ABC", 2))
    assert shadow_of(slides).text.split() == ["Thema", "A", "Thema", "B", "Thema", "C"]


def test_a_line_that_returns_in_the_middle_of_pages_stays() -> None:
    body = "eins\nzwei\ndrei\nvier\nBeschluss:\nfünf\nsechs\nsieben\nacht"
    text, starts = pages(body, body, body)
    assert shadow_of(text, starts).text.count("Beschluss:") == 3


def test_what_is_left_out_is_told_from_the_first_line_to_the_last() -> None:
    text, starts = pages("Der Rat", "stimmt dem", "Konzept zu.")

    left_out = [" ".join(text[start:end].split()) for start, end in shadow_of(text, starts).left_out()]

    assert left_out == [
        "Stadt Musterstadt", "Amt 10 | Blatt 1 Stadt Musterstadt", "Amt 10 | Blatt 2 Stadt Musterstadt", "Amt 10 | Blatt 3",
    ]  # fmt: skip


def test_runs_of_blanks_are_no_furniture() -> None:
    assert list(shadow_of("Termine\t\t\t\t\t\t\t\t\tMai").left_out()) == []


@given(
    st.lists(st.sampled_from(["", " ", "a", "b c", "\n", "\n", "\n\n"]), max_size=30).map("".join), st.integers(0, 5), st.integers(0, 60)
)
@settings(max_examples=200, deadline=None)
def test_lines_near_the_edges_have_their_places_from_the_nearer_one(text: str, start: int, end: int) -> None:
    end = min(end, len(text))
    lines = [line for line in text[start:end].split("\n") if line.strip()]
    places = [number if number <= len(lines) - 1 - number else number - len(lines) for number in range(len(lines))]
    near = [(place, line) for place, line in zip(places, lines, strict=True) if -EDGE_LINES <= place < EDGE_LINES]
    assert [(place, text[first:last]) for place, first, last in near_edges(text, start, end)] == near

"""What was voted on, and where one vote ends and the next begins. All sentences are made up."""

import pytest

from extractors.votes.subjects import points_of
from tests.extractors.votes.summaries import short, votes_of


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("Ziffer 1", ("1",)),
        ("Ziffern 2 - 6", ("2", "3", "4", "5", "6")),
        ("Punkte 2.3 und 4", ("2.3", "4")),
        ("Nr. 1.-3.", ("1", "2", "3")),
        ("a)-c)", ("a", "b", "c")),
        ("Ziffer 1a", ("1.a",)),
        ("Ziffern 1 b + c", ("1.b", "1.c")),
        ("Punkten 2, 6 und 7 der Stellungnahme", ("2", "6", "7")),
        ("Liste 2, alle Ziffern außer 6 und 10", ()),  # the set is not known
        ("Liste 1, übrige Ziffern", ()),
        ("Vorlage 2020/0492", ()),
        ("", ()),
    ],
)
def test_expands_the_points_of_a_vote(text: str, points: tuple[str, ...]) -> None:
    assert points_of(text) == points


def rows(text: str) -> list[tuple[str, str, str | None]]:
    return [(short(vote), vote.subject, vote.subject_text) for vote in votes_of(text)]


def test_reads_a_vote_for_each_point() -> None:
    text = "Abstimmungsergebnis:\nZiffer 1: Bei 26 Ja-Stimmen, mehrheitliche Zustimmung\nZiffern 2 - 4: Bei 18 Ja-Stimmen und 25 Nein-Stimmen, mehrheitliche Ablehnung"
    assert rows(text) == [("adopted 26/-/-", "point", "Ziffer 1"), ("rejected 18/25/-", "point", "Ziffern 2 - 4")]
    assert [vote.points for vote in votes_of(text)] == [("1",), ("2", "3", "4")]


def test_reads_amendments_beside_the_main_vote() -> None:
    text = (
        "Abstimmungsergebnis:\nBeschlussvorlage: Bei 31 Ja-Stimmen und 16 Nein-Stimmen mehrheitlich\nzugestimmt\n"
        "Änderungsantrag ABC: Bei 3 Ja-Stimmen und 44 Nein-Stimmen mehrheitlich abgelehnt\nGeschäftsordnungsantrag: einstimmig zugestimmt"
    )
    assert rows(text) == [
        ("adopted 31/16/-", "main", "Beschlussvorlage"),
        ("rejected 3/44/-", "amendment", "Änderungsantrag ABC"),
        ("adopted -/0/-", "procedure", "Geschäftsordnungsantrag"),
    ]


def test_reads_votes_whose_lines_are_glued() -> None:
    text = "Abstimmungsergebnis:\na) einstimmig, 0 Enthaltungenb) 9 Ja-Stimmen, 4 Nein-Stimmenc) 4 Ja-Stimmen, 10 Nein-Stimmen"
    assert rows(text) == [("adopted -/0/0", "point", "a)"), ("adopted 9/4/-", "point", "b)"), ("rejected 4/10/-", "point", "c)")]


def test_reads_glued_numbers_as_point_and_count() -> None:
    assert rows("Abstimmungsergebnis:\n1.13 Ja-Stimmen, 1 Nein-Stimme, 0 Enthaltungen2. einstimmig") == [
        ("adopted 13/1/0", "point", "1."),
        ("adopted -/0/-", "point", "2."),
    ]


def test_reads_two_points_on_one_line() -> None:
    assert rows("Abstimmungsergebnis:\nZiffer 1 – 3 einstimmig zugestimmt, Ziffer 4 zurückgezogen") == [
        ("adopted -/0/-", "point", "Ziffer 1 – 3"),
        ("withdrawn -/-/-", "point", "Ziffer 4"),
    ]


def test_reads_jeweils_as_one_vote_on_several_points() -> None:
    assert rows("Abstimmungsergebnis:\nZu 1: einstimmig\nZu 2 und 3: 12 Ja, 4 Nein\nZu 4-6: jeweils einstimmig") == [
        ("adopted -/0/-", "point", "1"),
        ("adopted 12/4/-", "point", "2 und 3"),
        ("adopted -/0/-", "point", "4-6"),
    ]


def test_takes_an_item_number_as_the_agenda_item() -> None:
    text = "Abstimmungsergebnis:\nTOP 9.1: mehrheitlich zugestimmt (41 Ja, 2 Nein)\nTOP 9.2: einstimmig zugestimmt\n16.4: von Antragstellern für erledigt erklärt, keine Abstimmung"
    assert [(vote.agenda_item, short(vote)) for vote in votes_of(text)] == [
        ("9.1", "adopted 41/2/-"),
        ("9.2", "adopted -/0/-"),
        ("16.4", "settled -/-/-"),
    ]


def test_reads_a_result_and_a_vote_on_one_line() -> None:
    text = "Abstimmungsergebnis:\n10.3 erledigt; mündlicher Änderungsantrag (Standort Nord), dieser bei\n8 Ja-Stimmen und 36 Nein-Stimmen abgelehnt\n10.4 erledigt, keine Abstimmung"
    assert [(short(vote), vote.subject) for vote in votes_of(text)] == [
        ("settled -/-/-", "main"),
        ("rejected 8/36/-", "amendment"),
        ("settled -/-/-", "main"),
    ]


def test_reads_lists_that_symbols_describe() -> None:
    text = (
        "Abstimmungsergebnis:\nListe 1, Ziffern 3, 12 (zweite Stelle): Bei 41 Ja-Stimmen und 5 Nein-Stimmen zugestimmt\n"
        "Liste 1, übrige Ziffern: Bei 47 Ja-Stimmen einstimmig zugestimmt"
    )
    assert [(short(vote), vote.points) for vote in votes_of(text)] == [("adopted 41/5/-", ("3", "12")), ("adopted 47/0/-", ())]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Frau Muster wird mit 35 Ja-Stimmen zur Beigeordneten gewählt.", "elected 35/-/-", id="counted"),
        pytest.param("Der Stadtrat wählt Herrn Muster einstimmig zum Beigeordneten.", "elected -/0/-", id="unanimous"),
        pytest.param(
            "Wahlergebnis: Auf Frau Muster entfallen 22 Stimmen, auf Herrn Beispiel 15 Stimmen. Damit ist Frau Muster gewählt.",
            "elected 22/-/-",
            id="two candidates",
        ),
        pytest.param("Abstimmungsergebnis:\nFrau Muster 28 Ja-Stimmen", "unknown 28/-/-", id="not said to be elected"),
        pytest.param(
            "Abstimmungsergebnis:\n1. Wahlgang: 20 Stimmen für Herrn Muster, 27 Stimmen für Frau Beispiel",
            "unknown -/-/-",
            id="first ballot",
        ),
    ],
)
def test_reads_elections(text: str, expected: str) -> None:
    (vote,) = votes_of(text)
    assert short(vote) == expected


def test_reads_lines_that_begin_with_a_name() -> None:
    text = "Abstimmungsergebnis:\nRadwege Bei 1 Nein-Stimme mehrheitlich zugestimmt\nFestplatz Einstimmig zugestimmt\nUmfahrung Bei 6 Nein-Stimmen mehrheitlich zugestimmt"
    assert [(short(vote), vote.subject_text) for vote in votes_of(text)] == [
        ("adopted -/1/-", "Radwege"),
        ("adopted -/0/-", "Festplatz"),
        ("adopted -/6/-", "Umfahrung"),
    ]


@pytest.mark.parametrize("result", ["ungeändert empfohlen, Ja: 11, Nein: 2", "mit Änderungen beschlossen: 11:2"])
def test_how_it_was_decided_is_no_subject(result: str) -> None:
    assert [vote.subject_text for vote in votes_of(f"Der Rat beschließt den Plan.\n{result}")] == [None]


def test_candidates_of_one_list_are_one_election() -> None:
    text = "Wahlergebnis:\n37 Ja-Stimmen für Frau Muster,\n1 Stimme für Herrn Beispiel,\n1 Stimme für Frau Probe,\n7 Enthaltungen"
    assert [short(vote) for vote in votes_of(text)] == ["elected 37/-/7"]


def test_agreeing_to_whom_the_body_elects_is_an_election() -> None:
    text = "Beschluss:\nDer Gemeinderat {} auf Vorschlag des Ortschaftsrats Frau Muster zur Ortsvorsteherin.\n\nAbstimmungsergebnis:\neinstimmig zugestimmt"
    assert [short(vote) for verb in ("wählt", "dankt") for vote in votes_of(text.format(verb))] == ["elected -/0/-", "adopted -/0/-"]


def test_the_head_of_an_item_is_no_subject() -> None:
    (vote,) = votes_of("1. Bänke\nVorlage: 12/31\nDer Antrag wird einstimmig angenommen.")
    assert (vote.subject_text, vote.quote.text) == (None, "Der Antrag wird einstimmig angenommen")

"""What became of the question, by words and by numbers. All sentences are made up."""

import pytest

from tests.extractors.votes.summaries import short, summary, votes_of

WORDS = {
    "einstimmig": "adopted -/0/-",
    "Einstimmig angenommen": "adopted -/0/-",
    "eistimmig": "adopted -/0/-",
    "einstimimig, ohne Enthaltung": "adopted -/0/0",
    "Einstimmung, 0 Enthaltungen": "adopted -/0/0",
    "einmütig beschlossen": "adopted -/0/-",
    "einstimmig bei 2 Enthaltungen": "adopted -/0/2",
    "einstimmig abgelehnt": "rejected 0/-/-",
    "Bei 43 Nein-Stimmen einstimmig abgelehnt": "rejected 0/43/-",
    "einstimmig dafür": "adopted -/0/-",
    "einstimmig dagegen": "rejected 0/-/-",
    "mehrheitlich zugestimmt": "adopted -/-/-",
    "mehrheitlich": "adopted -/-/-",
    "mehrstimmig angenommen": "adopted -/-/-",
    "mit Stimmenmehrheit angenommen": "adopted -/-/-",
    "mehrheitlich bei 3 Enthaltungen zugestimmt": "adopted -/-/3",
    "ohne Gegenstimme": "adopted -/0/-",
    "Zustimmung": "adopted -/-/-",
    "Zustimmung mit Änderung": "adopted_amended -/-/-",
    "ungeändert beschlossen": "adopted -/-/-",
    "geändert beschlossen": "adopted_amended -/-/-",
    "ohne Änderungen in der BVV beschlossen": "adopted -/-/-",
    "Mehrheitliche Zustimmung zu geändertem Beschluss (33 JA-Stimmen, 12 NEIN-Stimmen)": "adopted_amended 33/12/-",
    "Modifizierter Antrag 7: mehrheitlich zugestimmt (40 JA, 2 Nein)": "adopted 40/2/-",
    "zur Kenntnis genommen": "noted -/-/-",
    "Zustimmende Kenntnisnahme": "noted -/-/-",
    "einstimmig zur Kenntnis genommen": "noted -/0/-",
    "einstimmig empfohlen": "recommended -/0/-",
    "nicht empfohlen": "not_recommended -/-/-",
    "vertagt": "postponed -/-/-",
    "Vertagung": "postponed -/-/-",
    "zurückgestellt": "postponed -/-/-",
    "abgesetzt": "removed -/-/-",
    "von der Tagesordnung genommen": "removed -/-/-",
    "Zurückgezogen": "withdrawn -/-/-",
    "Verwiesen in den Sozialausschuss": "referred -/-/-",
    "Erledigt durch Stellungnahme der Verwaltung": "settled -/-/-",
    "gegenstandslos": "settled -/-/-",
    "Einverstanden mit Stellungnahme der Verwaltung": "settled -/-/-",
    "Mehrfachbeschlüsse": "split -/-/-",
    "teilweise zugestimmt": "split -/-/-",
    "Mit 35 Ja-Stimmen gewählt": "elected 35/-/-",
    "Keine Abstimmung": "no_vote -/-/-",
    "ohne": "no_vote -/-/-",
    "Keine": "no_vote -/-/-",
    "entfällt": "no_vote -/-/-",
    "5 Ja, 5 Nein": "rejected 5/5/-",
    "Bei Stimmengleichheit (22 JA, 22 Nein) abgelehnt": "rejected 22/22/-",
    "5 Ja-Stimmen, 0 Nein-Stimmen, 9 Enthaltungen": "adopted 5/0/9",
    "19 Ja-Stimmen, 8 Nein-Stimmen. Es bedarf einer Mehrheit von zwei Dritteln der Mitglieder": "unknown 19/8/-",
}


@pytest.mark.parametrize(("result", "vote"), WORDS.items(), ids=WORDS)
def test_reads_the_words_of_a_result(result: str, vote: str) -> None:
    assert summary(f"Abstimmungsergebnis:\n{result}") == [vote]


@pytest.mark.parametrize("placeholder", ["", "(kein Text vorhanden)", "-.-", "0", "siehe oben"])
def test_makes_no_row_of_a_placeholder(placeholder: str) -> None:
    assert summary(f"Abstimmungsergebnis:\n{placeholder}") == []


MORE_THAN_ONE_WORD = {
    "settled and no vote": ("Erledigt, keine Abstimmung", "settled -/-/-"),
    "noted and no vote": ("Kenntnisnahme\nKeine Abstimmung", "noted -/-/-"),
    "postponed and no vote": ("Vertagt, keine Abstimmung", "postponed -/-/-"),
    "agreed without a vote": ("Ohne Widerrede wird dem zugestimmt, es erfolgt keine Abstimmung.", "adopted -/-/-"),
    "noting that is resolved": ("Der Rat beschließt, die Hinweise zur Kenntnis zu nehmen", "noted -/-/-"),
    "a motion to postpone that failed": ("Antrag auf Vertagung: Bei 5 Ja-Stimmen und 30 Nein-Stimmen abgelehnt", "rejected 5/30/-"),
    "a motion to postpone that carried": ("Antrag auf Vertagung: Bei 30 Ja-Stimmen und 5 Nein-Stimmen zugestimmt", "postponed 30/5/-"),
    "a conclusion after the count": ("18 Ja-Stimmen, 7 Nein-Stimmen\nDamit ist der Beschluss angenommen.", "adopted 18/7/-"),
    "a result said again": ("3 Ja Stimmen, 6 Nein Stimmen. Somit ist der Antrag abgelehnt. Das Gremium lehnt den Antrag ab, weil er zu teuer ist.", "rejected 3/6/-"),
}  # fmt: skip


@pytest.mark.parametrize(("result", "vote"), MORE_THAN_ONE_WORD.values(), ids=MORE_THAN_ONE_WORD)
def test_takes_the_word_that_says_most(result: str, vote: str) -> None:
    assert summary(f"Abstimmungsergebnis:\n{result}") == [vote]


@pytest.mark.parametrize(
    ("result", "flags", "vote"),
    [
        pytest.param("Bei 24 Ja-Stimmen und 23 Nein-Stimmen abgelehnt", ("outcome_contradicts_counts",), "rejected 24/23/-", id="outcome"),
        pytest.param("Bei 31 Ja-Stimmen und 25 Nein-Stimmen zugestimmt", ("sum_exceeds_body",), "adopted 31/25/-", id="more than seats"),
        pytest.param(
            "Bei 1 Gegenstimme einstimmig zugestimmt", ("unanimous_contradicts_counts",), "adopted -/1/-", id="einstimmig against a No"
        ),
        pytest.param("Ja: 12, Nein: 9, Anwesend: 20", ("sum_exceeds_body",), "adopted 12/9/-", id="more than present"),
        pytest.param("Bei 30 Ja-Stimmen und 12 Nein-Stimmen zugestimmt", (), "adopted 30/12/-", id="nothing to flag"),
    ],
)
def test_flags_what_contradicts_itself_and_repairs_nothing(result: str, flags: tuple[str, ...], vote: str) -> None:
    (found,) = votes_of(f"Abstimmungsergebnis:\n{result}", seats=49)
    assert (short(found), found.flags) == (vote, flags)


@pytest.mark.parametrize(
    ("result", "unanimous"),
    [
        ("einstimmig bei 2 Enthaltungen", True),
        ("mehrheitlich zugestimmt", False),
        ("Zustimmung", None),
        ("12 Ja, 3 Nein", False),
        ("12 Ja, 0 Nein", True),
        ("Bei 42 Ja-Stimmen und 4 Enthaltungen mehrheitlich zugestimmt", False),
        ("Bei 45 Ja-Stimmen und 1 Enthaltung zugestimmt", True),
        ("zur Kenntnis genommen", None),
    ],
)
def test_says_whether_it_was_unanimous(result: str, *, unanimous: bool | None) -> None:
    assert [vote.unanimous for vote in votes_of(f"Abstimmungsergebnis:\n{result}")] == [unanimous]


@pytest.mark.parametrize(
    ("text", "method"),
    [
        ("Abstimmungsergebnis: in geheimer Abstimmung mit 11 Ja-Stimmen und 3 Nein-Stimmen angenommen", "secret"),
        ("Namentliche Abstimmung: Ja 14, Nein 9. Damit ist der Antrag angenommen.", "roll_call"),
        ("Abstimmungsergebnis: im Umlaufverfahren einstimmig beschlossen", "written"),
        ("Der Antrag auf geheime Abstimmung wird mit 5 Ja- und 20 Nein-Stimmen abgelehnt.", None),
    ],
)
def test_reads_how_votes_were_cast(text: str, method: str | None) -> None:
    assert [vote.method for vote in votes_of(text)] == [method]

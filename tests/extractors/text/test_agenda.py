"""How a document is cut into agenda items."""

import pytest

from extractors.text.agenda import minutes_of
from extractors.text.agenda_labels import labels_of
from extractors.text.minutes import DocumentText, ItemMark, Minutes


def items(text: str) -> list[tuple[str | None, str | None]]:
    return [(item.number, item.title) for item in minutes_of(DocumentText(text)).items if item.number]


def kinds(minutes: Minutes) -> list[tuple[str | None, list[str]]]:
    return [(item.number, [section.kind for section in item.sections]) for item in minutes.items]


@pytest.mark.parametrize(
    ("line", "number", "title"),
    [
        ("Punkt 18 der Tagesordnung: Ausbau der Allee", "18", "Ausbau der Allee"),
        ("TOP: Ö 18.12", "Ö 18.12", None),
        ("TOP 5: Ausbau der Allee", "5", "Ausbau der Allee"),
        ("TOP Ö 5 Ausbau der Allee", "Ö 5", "Ausbau der Allee"),
        ("Tagesordnungspunkt\n2.1 Ausbau der Allee", "2.1", "Ausbau der Allee"),
        ("zu 4.1 Ausbau der Allee", "4.1", "Ausbau der Allee"),
        ("Ö 3 Ausbau der Allee", "Ö 3", "Ausbau der Allee"),
        ("zu 5. 2. Änderung der Satzung", "5", "2. Änderung der Satzung"),
        ("Traktandum 3: Kredit für das Bad", "3", "Kredit für das Bad"),
        ("Stk. 1) Ausbau der Allee", "1", "Ausbau der Allee"),
        (
            "TOP 1: Genehmigung der Niederschrift vom letzten Mal\nDie Tagesordnung wird genehmigt.",
            "1",
            "Genehmigung der Niederschrift vom letzten Mal",
        ),
        ("N 17 Ausbau der Allee", "N 17", "Ausbau der Allee"),
        ("Pkt. 5\nAusbau der Allee", "5", "Ausbau der Allee"),
        (
            "TOP 14 Antrag auf Ausbau der langen Allee am Markt\nAbgelehnt (dafür: ABC).",
            "14",
            "Antrag auf Ausbau der langen Allee am Markt",
        ),
    ],
)
def test_label(line: str, number: str, title: str | None) -> None:
    assert items(f"Sitzung des Rates\n\n{line}\n\nText.") == [(number, title)]


@pytest.mark.parametrize(
    "line",
    [
        "TOP 5 und TOP 6 werden gemeinsam beraten.",
        "unter\nTOP 6.1.3, TOP 10.24 bis 10.27",
        "Der Antrag steht unter\nTOP 3.1.9.",
        "Tagesordnungspunkt 3 wird vertagt.",
        "TOP 13 nur ein kurzes Wort dazu.",
        "zu 15.4 Wir wollen lieber eine Brücke.",
    ],
)
def test_a_mention_is_no_label(line: str) -> None:
    assert items(f"Sitzung des Rates\n\n{line}\n\nText.") == []


def test_a_title_goes_on_over_wrapped_lines() -> None:
    text = "Punkt 4 der Tagesordnung: Zustimmung zur Verlängerung des Vertrags mit dem\nVerein der Freunde der Allee\nVorlage: 2030/0123\n\nBeschluss:\nDer Rat stimmt zu."
    item = minutes_of(DocumentText(text)).items[0]
    assert item.title == "Zustimmung zur Verlängerung des Vertrags mit dem Verein der Freunde der Allee"
    assert item.paper == "2030/0123"


def test_the_printed_result_is_kept() -> None:
    text = "Auszug - Ausbau der Allee\nTOP: Ö 9\nGremium: Rat Beschlussart: geändert beschlossen\nDatum: Mo, 31.03.2030\n\nBeschluss:\nDer Rat stimmt zu."
    item = minutes_of(DocumentText(text)).items[0]
    assert (item.number, item.title, item.public, item.result_raw) == ("Ö 9", "Ausbau der Allee", True, "geändert beschlossen")


def test_a_result_behind_the_heading_is_the_items_result() -> None:
    text = "TOP 1 Haushalt\nBeschluss: einstimmig zugestimmt\n\nTOP 2 Verkehr\nBeschluss: vertagt"
    assert [item.result_raw for item in minutes_of(DocumentText(text)).items] == ["einstimmig zugestimmt", "vertagt"]


@pytest.mark.parametrize(
    ("head", "result"),
    [
        pytest.param("Beschluss: ungeändert beschlossen\n\nVorlage: BV/2030/17", "ungeändert beschlossen", id="a field among others (ALLRIS 4)"),
        pytest.param("Beschluss: vertagt\n\nDer Rat will mehr wissen.", None, id="a text goes on"),
        pytest.param("Beschlussart: (offen)\nDatum: Mo, 31.03.2030", None, id="nothing decided yet (ALLRIS 3)"),
        pytest.param("Beschlussart: zurückgestellt\nDatum: Mo, 31.03.2030", "zurückgestellt", id="the labelled one"),
    ],
)  # fmt: skip
def test_the_head_of_an_extract_tells_the_result(head: str, result: str | None) -> None:
    item = minutes_of(DocumentText(f"Auszug - Ausbau der Allee\n\nTOP: Ö 9\n\n{head}\n\nBeschluss:\n\nDer Rat stimmt zu.")).items[0]
    assert (item.number, item.result_raw) == ("Ö 9", result)


def test_parts_of_the_meeting_say_who_may_listen() -> None:
    text = "Öffentlicher Teil\n\nTOP 1 Haushalt\n\nNicht öffentlicher Teil\n\nTOP 2 Grundstücke\n\nEnde"
    assert [(item.number, item.public) for item in minutes_of(DocumentText(text)).items if item.number] == [("1", True), ("2", False)]


def test_a_table_of_contents_is_not_the_items() -> None:
    contents = "Tagesordnung\n\nTOP 1 Haushalt\nTOP 2 Verkehr\nTOP 3 Verschiedenes\n\n"
    text = (
        contents
        + "TOP 1 Haushalt\n\nBeschluss:\nDer Rat stimmt zu.\n\nTOP 2 Verkehr\n\nRM Muster fragt nach.\n\nTOP 3 Verschiedenes\n\nKeines."
    )
    minutes = minutes_of(DocumentText(text))
    assert [(item.number, item.start >= len(contents)) for item in minutes.items] == [(None, False), ("1", True), ("2", True), ("3", True)]


def test_bare_numbers_are_items_where_each_has_a_head() -> None:
    text = "1. Haushalt\n\nBeschluss:\n1. Der Rat stimmt zu.\n2. Die Verwaltung berichtet.\n\n2. Verkehr\n\nBeschluss:\nDer Rat baut."
    assert items(text) == [("1", "Haushalt"), ("2", "Verkehr")]


def test_points_of_a_resolution_are_no_items() -> None:
    assert items("Beschluss:\n1. Der Rat stimmt zu.\n2. Die Verwaltung berichtet.") == []


def test_a_bare_number_carries_the_labels_on() -> None:
    text = "TOP 1: Haushalt\nHerr Muster berichtet.\n\nTOP 2: Verkehr\nFrau Muster berichtet.\n\n3. Sonstiges\nNichts."
    assert items(text) == [("1", "Haushalt"), ("2", "Verkehr"), ("3", "Sonstiges")]


def test_labels_below_a_heading_go_on_with_its_section() -> None:
    text = "Beschluss:\nTOP 8.1\nDer Rat stimmt zu.\n\nTOP 8.2\n1. Der Rat baut.\n\nAbstimmungsergebnis:\nTOP 8.1: einstimmig\nTOP 8.2: mehrheitlich zugestimmt"
    assert kinds(minutes_of(DocumentText(text))) == [
        (None, ["resolution"]),
        ("8.1", ["resolution"]),
        ("8.2", ["resolution", "vote"]),
        ("8.1", ["vote"]),
        ("8.2", ["vote"]),
    ]


def test_items_below_another_without_text_between_are_treated_with_it() -> None:
    text = "Punkt 22 der Tagesordnung: Bäume\nPunkt 22.1 der Tagesordnung: Linden\nPunkt 22.2 der Tagesordnung: Eichen\n\nBeschluss:\nDer Rat pflanzt.\n\nPunkt 23 der Tagesordnung: Wege"
    assert items(text) == [("22", "Bäume"), ("23", "Wege")]


def test_marks_of_the_source_win_over_labels() -> None:
    text = "TOP 7 in der Kopfzeile\n1\tHaushalt\tbeschlossen\n2\tVerkehr\tvertagt\n"
    marks = (
        ItemMark(text.index("1\t"), "Ö 1", "Haushalt", True, "beschlossen", "12/30"),
        ItemMark(text.index("2\t"), "Ö 2", "Verkehr", True, "vertagt"),
    )
    found = [item for item in minutes_of(DocumentText(text, marks=marks)).items if item.number]
    assert [(i.number, i.title, i.public, i.result_raw, i.paper) for i in found] == [
        ("Ö 1", "Haushalt", True, "beschlossen", "12/30"),
        ("Ö 2", "Verkehr", True, "vertagt", None),
    ]


@pytest.mark.parametrize("text", ["", "\n\n", "Nur ein Satz.", "TOP 1\n\nTOP 2", "1.\n2.\n"])
def test_items_cover_any_text_without_gap(text: str) -> None:
    minutes = minutes_of(DocumentText(text))
    ends = [0, *(item.end for item in minutes.items)]
    assert [item.start for item in minutes.items] == ends[:-1]
    assert ends[-1] == len(minutes.text)


def test_a_title_may_stand_below_its_label() -> None:
    assert items("Sitzung\n\nTOP 2\nNeubau der Halle\n\nHerr Muster berichtet.") == [("2", "Neubau der Halle")]


def test_a_table_of_contents_does_not_say_who_may_listen() -> None:
    text = "Öffentliche Sitzung\n1. Halle\nNichtöffentliche Sitzung\n2. Grundstücke\n\nTOP 1\nHalle\n\nRM Muster fragt nach.\n\nNichtöffentlicher Teil\n\nTOP 2\nGrundstücke\n\nText."
    assert [(item.number, item.public) for item in minutes_of(DocumentText(text)).items if item.number] == [("1", None), ("2", False)]


def test_numbered_headings_of_a_reasoning_are_no_items() -> None:
    text = "Niederschrift des Rates\n\nSachverhalt:\n\n1. Anlass\n\nDie Halle ist alt.\n\n2. Ziel\n\nDie Halle wird neu."
    assert items(text) == []


PLAIN_MINUTES = (
    "Niederschrift über die Sitzung des Rates am 12.05.2030\n\n"
    "1. Haushalt\n\nBeschluss:\n1. Der Rat stimmt dem Plan zu.\n2. Die Mittel werden bereitgestellt.\nAbstimmungsergebnis: 8 Ja, 3 Nein\n\n"
    "2. Hort\n\nBeschluss:\n1. Der Rat stimmt dem Bau zu.\n2. Die Mittel werden bereitgestellt.\nAbstimmungsergebnis: 9 Ja, 2 Nein\n\n"
    "3. Anfragen\nGemeinderätin Muster fragt nach dem Weg.\n"
)


def test_points_of_a_resolution_are_no_items_though_they_come_again() -> None:
    assert items(PLAIN_MINUTES) == [("1", "Haushalt"), ("2", "Hort"), ("3", "Anfragen")]


def test_an_item_after_a_resolution_without_a_vote_below_it() -> None:
    text = (
        "Protokoll der Sitzung\n\n1. Haushalt\nAbstimmungsergebnis: Ja: 9, Nein: 0\nBeschluss:\nDer Rat stimmt dem Plan zu.\n\n"
        "2. Anfragen\nGemeinderätin Muster fragt nach dem Weg.\n"
    )
    assert items(text) == [("1", "Haushalt"), ("2", "Anfragen")]


def test_texts_of_one_paper_are_no_items() -> None:
    text = (
        "Beschlussvorschlag der Verwaltung:\n1. Der Rat baut.\n2. Die Mittel werden bereitgestellt.\n\nBeschluss des Rates:\n"
        "1. Der Rat baut.\n2. Die Mittel werden bereitgestellt.\nAbstimmungsergebnis: 9 Ja, 2 Nein\n"
    )
    assert items(text) == []


def test_points_of_a_letter_of_control_are_no_items() -> None:
    letter = "Beschlusskontrolle zu V1234/30\n\nzu Punkt 1:\n\nDer Punkt ist umgesetzt.\n\nzu Punkt 2:\n\nDer Punkt ruht."
    assert items(letter) == []


def test_the_number_of_a_motion_below_a_title_is_the_paper() -> None:
    minutes = minutes_of(DocumentText("TOP 6: Tempo 30 am Wall\n\nAntrag Nr. 17/2031\n\nBeschlussantrag:\nDer Rat stimmt zu."))
    assert [(item.number, item.title, item.paper) for item in minutes.items] == [("6", "Tempo 30 am Wall", "17/2031")]


def test_titles_of_the_agenda_may_carry_papers_in_brackets() -> None:
    text = (
        "Tagesordnung:\n1. Eröffnung\n2. Bericht\n3. Hebesätze (BV 12/2030)\n\n1. Eröffnung\nDer Bürgermeister eröffnet die Sitzung.\n\n"
        "2. Bericht\nEs wird berichtet.\n\n3. Hebesätze\nBeschluss:\nDer Rat erhöht sie.\n"
    )
    assert items(text) == [("1", "Eröffnung"), ("2", "Bericht"), ("3", "Hebesätze")]


def test_a_sub_item_with_a_decision_of_its_own_stands_in_no_head() -> None:
    text = (
        "zu 5 Anträge\n\nzu 5.1 Radwege\nBeschluss:\nDer Rat baut.\nAbstimmungsergebnis: einstimmig\n\n"
        "zu 5.2 Gehwege\nBeschluss:\nDer Rat wartet.\nAbstimmungsergebnis: einstimmig\n"
    )
    assert items(text) == [("5", "Anträge"), ("5.1", "Radwege"), ("5.2", "Gehwege")]


def test_wrapped_and_numbered_titles_of_an_agenda_stay_apart() -> None:
    text = (
        "Einladung\n\n1. Eröffnung und Feststellung der Beschlussfähigkeit\n2. Genehmigung der Niederschrift der Sitzung vom 1.2.2030\n"
        "3. Aufstellung des Bebauungsplans Nord und der\n2. Änderung des Flächennutzungsplans\nVorlage: 12/2030\n4. Anfragen\n"
    )
    assert [(label.number, label.title) for label in labels_of(text)] == [
        ("1", "Eröffnung und Feststellung der Beschlussfähigkeit"),
        ("2", "Genehmigung der Niederschrift der Sitzung vom 1.2.2030"),
        ("3", "Aufstellung des Bebauungsplans Nord und der 2. Änderung des Flächennutzungsplans"),
        ("4", "Anfragen"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Verhandlungsschrift der Sitzung\n\n8.) Ausbau der Allee\nBeschluss:\nDer Rat baut.",
        "8 Ausbau der Allee\nDrucksache 12/2030\n\nBeschluss:\nDer Rat baut.",
    ],
)
def test_an_extract_with_one_bare_number(text: str) -> None:
    assert items(text) == [("8", "Ausbau der Allee")]


def test_an_invitation_names_the_items_of_both_parts() -> None:
    text = "Einladung zur Sitzung\n\nÖffentlicher Teil\n1. Eröffnung\n2. Wahl der Schriftführung\n\nNichtöffentlicher Teil\n3. Grundstück\n"
    found = [(item.number, item.title, item.public) for item in minutes_of(DocumentText(text)).items if item.number]
    assert found == [("1", "Eröffnung", True), ("2", "Wahl der Schriftführung", True), ("3", "Grundstück", False)]


def test_an_agenda_prints_papers_and_results_behind_titles() -> None:
    text = "SessionNet | Rat 1.9.2031\n\nÖ 3 Haushalt VO/2031/0123 geändert beschlossen\nÖ 4 Wald\nÖ 5 Weg vertagt\n"
    found = [(item.number, item.title, item.paper, item.result_raw) for item in minutes_of(DocumentText(text)).items if item.number]
    assert found == [
        ("Ö 3", "Haushalt", "VO/2031/0123", "geändert beschlossen"),
        ("Ö 4", "Wald", None, None),
        ("Ö 5", "Weg", None, "vertagt"),
    ]


def test_the_chapters_of_a_paper_are_no_items() -> None:
    text = "Beschlussvorlage\nSitzung des Rates am 1.2.2031\n\n1. Einleitung\n\nDer Weg ist alt.\n\n2. Ziele\n\nDer Weg soll neu werden.\n"
    assert items(text) == []


def test_items_may_be_numbered_like_articles() -> None:
    head = "Niederschrift über die Verhandlungen des Gemeinderats\n"
    text = f"{head}§ 4\nNeubau der Halle\n\nBeschluss:\nDer Bau wird vergeben.\n\n§ 5\nSpenden\n\nDer Gemeinderat nimmt die Spenden an.\n"
    assert items(text) == [("4", "Neubau der Halle"), ("5", "Spenden")]
    assert items(f"{head}\nBeschluss:\nFolgende Satzung:\n§ 1\nGeltung\nSie gilt hier.\n§ 2\nGebühr\nEin Hund kostet 9 €.\n") == []


@pytest.mark.parametrize("count", ["8 Nein-Stimmen", "8 Enthaltungen", "8 Stimmen dagegen", "8 Mitglieder fehlen", "8 Euro"])
def test_a_count_between_two_items_is_none(count: str) -> None:
    text = f"Niederschrift\n\nTOP 7 Weg\n\nBeschluss:\nDer Rat baut.\n\n11 Ja-Stimmen\n{count}\n\nTOP 9 Steg\n\nText."
    assert items(text) == [("7", "Weg"), ("9", "Steg")]


def test_what_is_counted_may_title_an_item_with_a_stop() -> None:
    text = "Niederschrift über die Sitzung\n\n1. Haushalt\n\nFrau Muster fragt.\n\n2. Mitglieder des Beirats\n\nFrau Muster fragt."
    assert items(text) == [("1", "Haushalt"), ("2", "Mitglieder des Beirats")]


def test_items_of_a_village_go_on_below_a_decision_in_running_text() -> None:
    text = (
        "Niederschrift über die Sitzung des Gemeinderats\n\n2. Schneeräumung\nDer Gemeinderat beschließt einstimmig, die Fa. Amsel zu beauftragen.\n\n"
        "3. Zuschuss an den Musikverein\nDer Gemeinderat beschließt, 500 Euro zu gewähren.\n\n4. Antrag auf eine Hundewiese\nDer Antrag wird zurückgezogen."
    )
    assert items(text) == [("2", "Schneeräumung"), ("3", "Zuschuss an den Musikverein"), ("4", "Antrag auf eine Hundewiese")]


def test_points_of_a_decision_in_running_text_are_no_items() -> None:
    text = (
        "Niederschrift über die Sitzung des Gemeinderats\n\n2. Schneeräumung\nDer Gemeinderat beschließt:\n\n"
        "1. Die Fa. Amsel räumt.\n2. Die Fa. Drossel streut.\n\n3. Die Kosten trägt die Gemeinde.\nDer Zuschuss kommt hinzu."
    )
    assert items(text) == [("2", "Schneeräumung")]


def test_a_supplementary_budget_titles_an_item() -> None:
    text = (
        "Verhandlungsschrift über die Sitzung\n\n1. Nachtragsvoranschlag 2031\nGR Amsel fragt nach.\n\n2. Straßenbau\nGR Amsel fragt nach."
    )
    assert items(text) == [("1", "Nachtragsvoranschlag 2031"), ("2", "Straßenbau")]


def test_a_form_with_both_words_that_nobody_filled_in_is_no_part_of_the_meeting() -> None:
    def public(head: str) -> list[bool | None]:
        return [item.public for item in minutes_of(DocumentText(f"{head}\n\nTOP 1: Weg\nBeschluss: Der Rat baut.")).items]

    assert public("öffentlich\nnichtöffentlich") == public("Vorlage\nNichtöffentlich\nÖffentlich") == [None]
    assert public("Öffentlich\n\nNichtöffentlich") == [False]

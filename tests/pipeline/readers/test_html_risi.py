"""Agendas of boxes and pages of items, as München's RIS and Wiesbaden's PIWi show them."""

import pytest

from extractors.text.minutes import ItemMark
from pipeline.readers import Terms, html

HEAD = '<html><head><title>RatsInformationsSystem Fehrnau - TO</title></head><body><nav>Aktuelles</nav><main class="container mt-4">'
ROW = (
    '<div class="d-table-row {}"><div class="d-table-cell"><img src="images/{}.svg"></div><div class="d-table-cell"><span>{}</span></div>'
    '<div class="d-table-cell"><h3>{}</h3>{}</div></div>'
)
PAPER = '<a href="../sitzungsvorlage/detail/7">Sitzungsvorlage 26-32 / V 00412</a>'
CARD = '<section class="card"><div class="card-header"><h2>{}</h2></div><div class="card-body">{}</div></section>'
VALUE = '<div class="keyvalue-row"><div class="keyvalue-key">{}:</div><div class="keyvalue-value">{}</div></div>'


def read(body: str) -> tuple[str, tuple[ItemMark, ...]]:
    source = html.read(f"{HEAD}{body}</main><footer>Impressum</footer></body></html>".encode(), "seite.html", Terms()).source
    return source.text, source.marks


def agenda(heading: str, *rows: str) -> str:
    return f'<h1>Dienstag, 6. Mai 2025, 17:00 Uhr - Bauausschuss (TO freigegeben)</h1><h2>{heading}</h2><div class="d-table tops">{"".join(rows)}</div>'


def test_an_agenda_gives_items_with_the_numbers_of_their_headings() -> None:
    text, marks = read(
        agenda(
            "Öffentliche Tagesordnung",
            ROW.format("topueberschrift", "TO_Ueberschrift", "Teil A", "Themen ohne Vorberatung", ""),
            ROW.format("", "TO_TOP", "1.", "TOP - Radweg\nam Mühlbach", PAPER + "<em>(Beschluss liegt noch nicht vor)</em>"),
            ROW.format("topabgesetzt", "TO_TOP", "2.", "TOP - Spielplatz", '<span class="font-weight-bold text-danger">Abgesetzt</span>'),
        )
    )
    assert text == (
        "Dienstag, 6. Mai 2025, 17:00 Uhr\nGremium: Bauausschuss\n\nTagesordnung\n\nÖffentlicher Teil\n\nTeil A Themen ohne Vorberatung\n\n"
        "TOP Teil A 1: Radweg am Mühlbach\nSitzungsvorlage 26-32 / V 00412\n\nTOP Teil A 2: Spielplatz\nBeschlussart: Abgesetzt\n"
    )
    assert marks == (
        ItemMark(text.index("TOP Teil A 1"), "Teil A 1", "Radweg am Mühlbach", True, None, "26-32 / V 00412"),
        ItemMark(text.index("TOP Teil A 2"), "Teil A 2", "Spielplatz", True, "Abgesetzt", None),
    )


def test_the_agenda_behind_closed_doors_says_so_of_its_items() -> None:
    open_part = agenda("Öffentliche Tagesordnung", ROW.format("", "TO_TOP", "1.", "TOP - Radweg", ""))
    closed = agenda("Nichtöffentliche Tagesordnung", ROW.format("", "TO_TOP", "1.", "TOP - Grundstück", ""))
    _, marks = read(f'{open_part}</main><main class="container">{closed}')
    assert [(mark.number, mark.title, mark.public) for mark in marks] == [("1", "Radweg", True), ("1", "Grundstück", False)]


def test_the_page_of_an_item_gives_what_was_decided_and_no_furniture() -> None:
    moment = '<div class="font-weight-bold"><img src="Vorgang_Sitzung.svg"> <span>Dienstag, 6. Mai 2025, 17:00 Uhr</span></div>'
    bold = '<img src="Vorgang_SV.svg"> <span class="font-weight-bold">Sitzungsvorlage 26-32 / V 00412</span>'
    title = '<div class="collapsable-content">Radweg\n1.\tKauf\n2.\tBau</div><button>Mehr anzeigen</button>'
    body = (
        "<h1>TOP 6. - Entscheidung</h1>"
        + CARD.format("Sitzungs-Informationen", moment + VALUE.format("Gremium", "Bauausschuss"))
        + CARD.format("TOP-Informationen", title + bold)
        + CARD.format("Entscheidungs-Informationen", VALUE.format("Entscheidung", "nach Antrag") + VALUE.format("Ergebnis", "einstimmig"))
        + '<a class="btn">Schließen</a>'
    )
    text, marks = read(body)
    assert text == (
        "Dienstag, 6. Mai 2025, 17:00 Uhr\nGremium: Bauausschuss\n\nTOP 6: Radweg 1. Kauf 2. Bau\nSitzungsvorlage 26-32 / V 00412\n\n"
        "Abstimmungsergebnis: nach Antrag, einstimmig\n"
    )
    assert marks == (ItemMark(text.index("TOP 6"), "6", "Radweg 1. Kauf 2. Bau", True, "nach Antrag", "26-32 / V 00412"),)


@pytest.mark.parametrize(
    ("decision", "vote", "told", "result"),
    [
        pytest.param("nach Antrag", "", "Abstimmungsergebnis: nach Antrag", "nach Antrag", id="no word on how"),
        pytest.param("siehe Beschlussseite", "nach Antrag gegen die Stimme der AfD", "Abstimmungsergebnis: nach Antrag gegen die Stimme der AfD",
                     "nach Antrag gegen die Stimme der AfD", id="a pointer is no decision"),
        pytest.param("abgelehnt", "Ja: 9, Nein: 21", "Abstimmungsergebnis: abgelehnt, Ja: 9, Nein: 21", "abgelehnt", id="counts are no result"),
        pytest.param("", "", "", None, id="nothing yet"),
    ],
)  # fmt: skip
def test_what_was_decided_stands_in_one_line_with_how(decision: str, vote: str, told: str, result: str | None) -> None:
    values = VALUE.format("Entscheidung", decision) + VALUE.format("Ergebnis", vote)
    text, marks = read("<h1>TOP 6. - Entscheidung</h1>" + CARD.format("Entscheidungs-Informationen", values))
    assert text.rpartition("TOP 6: ")[2].strip() == told
    assert marks[0].result_raw == result


def test_the_page_of_a_paper_ends_with_its_summary_without_the_words_to_search_for() -> None:
    summary = '<div class="text-keepwhitespace">Anlass\nDer Radweg fehlt.\nGesucht werden kann im RIS auch unter:\nRad, Weg</div>'
    body = (
        "<h1>Sitzungsvorlage 26-32 / V 00412</h1>"
        + CARD.format("Kurzinformationen", summary)
        + CARD.format("Betreff", '<div class="text-keepwhitespace">Radweg am Mühlbach</div>')
        + CARD.format("Informationen", VALUE.format("Typ", "Beschlussvorlage SB") + VALUE.format("Referent*in", "Frau Beispiel"))
        + CARD.format("Historie", "<p>Neuer Status</p>")
    )
    text, _ = read(body)
    assert text == (
        "Sitzungsvorlage 26-32 / V 00412\n\nBetreff\n\nRadweg am Mühlbach\n\nInformationen\nTyp: Beschlussvorlage SB\n\n"
        "Kurzinformationen\n\nAnlass\nDer Radweg fehlt.\n"
    )


def test_other_pages_are_read_as_before() -> None:
    assert read("<h1>Bauausschuss</h1><p>Der Radweg wird gebaut.</p>")[0].startswith("Bauausschuss")

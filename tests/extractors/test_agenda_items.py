"""One row for each agenda item that a document names."""

from datetime import date

from extractors.agenda_items import AgendaItemRow, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText, ItemMark, Quote


def test_items_with_all_that_is_printed_about_them() -> None:
    text = "Öffentlicher Teil\n\nTOP 1: Ausbau der Allee\nVorlage: 2030/0123\nBeschluss: einstimmig zugestimmt\n\nTOP 2: Verschiedenes\n\nRM Muster fragt nach."
    rows = list(extract(minutes_of(DocumentText(text, body="Stadtrat", meeting_date=date(2030, 5, 7)))))
    first, second = text.index("TOP 1"), text.index("TOP 2")
    known = {"public": True, "body": "Stadtrat", "meeting_date": date(2030, 5, 7), "rule": "item_label"}
    assert rows == [
        AgendaItemRow(
            quote=Quote("TOP 1: Ausbau der Allee", first, first + 23),
            agenda_item="1",
            number="1",
            title="Ausbau der Allee",
            result_raw="einstimmig zugestimmt",
            paper="2030/0123",
            **known,
        ),
        AgendaItemRow(
            quote=Quote("TOP 2: Verschiedenes", second, second + 20),
            agenda_item="2",
            number="2",
            title="Verschiedenes",
            result_raw=None,
            paper=None,
            **known,
        ),
    ]


def test_items_in_the_head_of_another_have_rows_of_their_own() -> None:
    text = "Punkt 22 der Tagesordnung: Bäume\nPunkt 22.1 der Tagesordnung: Linden\nVorlage: 2030/0001\nPunkt 22.2 der Tagesordnung: Eichen\nVorlage: 2030/0002\n\nBeschluss:\nDer Rat pflanzt.\n\nAbstimmungsergebnis:\nTOP 22.1: einstimmig\nTOP 22.2: einstimmig"
    rows = [(row.number, row.title, row.paper, row.rule) for row in extract(minutes_of(DocumentText(text)))]
    assert rows == [
        ("22", "Bäume", None, "item_label"),
        ("22.1", "Linden", "2030/0001", "label_in_head"),
        ("22.2", "Eichen", "2030/0002", "label_in_head"),
    ]


def test_a_document_without_items_has_no_rows() -> None:
    assert list(extract(minutes_of(DocumentText("Der Rat tagt am Montag.")))) == []


def test_items_that_the_source_delimits_are_all_kept_even_with_one_number() -> None:
    text = "TOP 4: Neues Bad am Wehr\nBeschlussart: beschlossen\n\nTOP 4: Bürgerentscheid zum Bad am Wehr\n"
    marks = (
        ItemMark(0, "4", "Neues Bad am Wehr", True, "beschlossen"),
        ItemMark(text.rindex("TOP"), "4", "Bürgerentscheid zum Bad am Wehr", True),
    )
    rows = [(row.number, row.title, row.result_raw) for row in extract(minutes_of(DocumentText(text, marks=marks)))]
    assert rows == [("4", "Neues Bad am Wehr", "beschlossen"), ("4", "Bürgerentscheid zum Bad am Wehr", None)]

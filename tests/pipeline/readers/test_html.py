"""Pages as a reader sees them."""

from __future__ import annotations

import pytest

from extractors.text.minutes import ItemMark
from pipeline.readers import Terms, UnreadableError, html, read


def text_of(page: str, encoding: str = "utf-8") -> str:
    return html.read(page.encode(encoding), "seite.html", Terms()).source.text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        pytest.param("<body><p>Erster <b>Ab</b>satz</p><p>Zweiter</p></body>", "Erster Absatz\n\nZweiter\n", id="paragraphs"),
        pytest.param("<body>Zeile eins<br>Zeile\n   zwei</body>", "Zeile eins\nZeile zwei\n", id="line ends are br, not line feeds"),
        pytest.param("<table><tr><td>Datum:</td><td>Di, 22.09.2026</td></tr><tr><td>Gremium:</td><td>Bauausschuss</td></tr></table>",
                     "Datum:\tDi, 22.09.2026\nGremium:\tBauausschuss\n", id="cells side by side"),
        pytest.param("<ol><li>Die Brücke<ul><li>wird saniert</li></ul></li><li>Der Weg</li></ol>",
                     "1. Die Brücke\n\n• wird saniert\n\n2. Der Weg\n", id="printed list numbers"),
        pytest.param('<ol start="4"><li>Die Mittel</li></ol>', "4. Die Mittel\n", id="a list that starts at four"),
        pytest.param('<ol type="a"><li>Bau</li><li value="4">Kauf<ol type="i"><li>Haus</li><li>Hof</li></ol></li><li>Miete</li></ol>',
                     "a. Bau\nd. Kauf\n\ni. Haus\nii. Hof\n\ne. Miete\n", id="letters, Roman numbers, a number of its own"),
        pytest.param('<ol reversed><li>Drei</li><li>Zwei</li><li>Eins</li></ol>', "3. Drei\n2. Zwei\n1. Eins\n", id="a list that counts down"),
        pytest.param('<ol style="list-style-type: upper-alpha"><li>Bau</li></ol><ul style="list-style: none"><li>1.1 Weg</li></ul>',
                     "A. Bau\n\n1.1 Weg\n", id="labels of a style"),
        pytest.param('<ol start="x" type="?"><li value="drei">Bau</li></ol>', "1. Bau\n", id="numbers that are none"),
        pytest.param("<dl><dt>Status:</dt><dd>öffentlich</dd></dl>", "Status:\töffentlich\n", id="definition list"),
        pytest.param("<p>sichtbar<script>var x = 1</script><span style='display: none'>verborgen</span></p>", "sichtbar\n", id="unseen parts"),
        pytest.param('<table><tr><td>Ö 2</td><td><form><input type="submit" value="NA" title="vertagt"></form></td><td>Radweg</td></tr></table>',
                     "Ö 2\tvertagt\tRadweg\n", id="the Beschlussart on a button"),
        pytest.param("<p>100\u00a0000\u00a0€</p>", "100\u00a0000\u00a0€\n", id="hard blanks are kept"),
    ],
)  # fmt: skip
def test_text(body: str, text: str) -> None:
    assert text_of(f"<html>{body}</html>") == text


def test_several_documents_in_one_page_are_all_read() -> None:
    inner = '<?xml version="1.0"?><!DOCTYPE html><html><head><title>x</title></head><body><p>{}</p></body></html>'
    page = f"<html><body><h1>Auszug</h1><a name='allrisBS'></a>{inner.format('Beschluss: Ja.')}{inner.format('einstimmig')}</body></html>"

    assert text_of(page) == "Auszug\n\nBeschluss: Ja.\n\neinstimmig\n"


@pytest.mark.parametrize("depth", [1500, 2060, 100_000])
def test_deep_nesting_loses_no_text(depth: int) -> None:
    page = (
        "<html><body><p>Oben</p>" + "<div>" * depth + "<p>Grund</p><script>x()</script>" + "</div>" * depth + "<p>Unten</p></body></html>"
    )

    assert text_of(page) == "Oben\n\nGrund\n\nUnten\n"


def test_tags_that_are_never_closed_lose_no_text() -> None:
    page = "<ol><li>Bau" * 3000 + "<p>Der Rat beschließt."

    assert text_of(page).endswith("1. Bau\n\nDer Rat beschließt.\n")


AGENDA = """<html><table>
<tr><th>TOP</th><th>Betreff</th><th>Vorlage</th></tr>
<tr><td>Ö 1</td><td><form><input type="submit" value="NA" title="(offen)"></form></td><td>Eröffnung der Sitzung</td></tr>
<tr><td>Ö 2</td><td><form><input type="submit" value="NA" title="vertagt"></form></td><td>Radweg am Mühlbach</td><td>17/2026</td></tr>
<tr><td>N 3</td><td></td><td>Grundstück</td></tr>
</table></html>"""
HEADED = """<html><table>
<tr><td>TOP</td><td>Inhalt</td><td>Vorlage</td><td>Beschlussart</td></tr>
<tr><td>4</td><td>Radweg<table><tr><td>Anlage mit einem sehr langen Namen</td></tr></table></td><td>17/2026</td><td>vertagt</td></tr>
</table></html>"""


def test_the_rows_of_an_agenda_are_marked_as_items() -> None:
    source = read(AGENDA.encode(), "to010.html").source

    assert source.marks == (
        ItemMark(source.text.index("Ö 1"), "Ö 1", "Eröffnung der Sitzung", True, None),
        ItemMark(source.text.index("Ö 2"), "Ö 2", "Radweg am Mühlbach", True, "vertagt"),
        ItemMark(source.text.index("N 3"), "N 3", "Grundstück", False, None),
    )


def test_a_table_that_names_its_columns() -> None:
    source = read(HEADED.encode(), "si0057.html").source

    assert source.marks == (ItemMark(source.text.index("4\t"), "4", "Radweg", None, "vertagt", "17/2026"),)


def test_the_rows_of_a_list_of_sums_are_no_items() -> None:
    table = "<html><table><tr><td>1</td><td>Brücke</td></tr><tr><td>2</td><td>Radweg</td></tr></table></html>"

    assert read(table.encode(), "anlage.html").source.marks == ()


RUBIN = """<html><body><div component="MeetingPage__1"></div><script>window.components["MeetingPage__1"] = {
 props: {"passed-meeting":{"titel":"4. Sitzung des Stadtrates","datum":"2026-05-07","committees":[{"name":"Stadtrat"}],"agenda_items":[
 {"topnummer":"7","title":"Radweg","abstimmungstext":"einstimmig beschlossen","submission":{"alias":"17\\/26"}}]}}, store: []};</script></body></html>"""


def test_a_page_whose_meeting_is_data_in_a_script() -> None:
    source = read(RUBIN.encode(), "meeting.html").source

    assert source.text == (
        "Sitzung: 4. Sitzung des Stadtrates\nGremium: Stadtrat\nDatum: 07.05.2026\n"
        "\nTOP 7: Radweg\nVorlage: 17/26\nBeschlussart: einstimmig beschlossen\n"
    )
    assert source.marks == (ItemMark(source.text.index("TOP 7"), "7", "Radweg", None, "einstimmig beschlossen", "17/26"),)
    assert (source.body, str(source.meeting_date)) == ("Stadtrat", "2026-05-07")


def test_the_title_is_kept_apart() -> None:
    page = b"<html><head><title> Rat \n 2026 </title></head><body>Niederschrift</body></html>"

    assert read(page, "a.html").source.title == "Rat 2026"


def test_a_page_without_text_is_refused() -> None:
    with pytest.raises(UnreadableError, match=r"^seite\.html holds no text\.$"):
        read(b"<html><body><script>alles()</script></body></html>", "seite.html")

"""Personal data in texts: every find is marked in the sentence, <kind>like this</kind>; what is not marked must not be found."""

from __future__ import annotations

import re
import time
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.personal import PersonalSpan, find, names_in

MARKED = re.compile(r"<(email|telephone|iban|address|birth_date|resident)>(.*?)</\1>", re.DOTALL)


def unmarked(sentence: str) -> tuple[str, list[tuple[str, str]]]:
    return MARKED.sub(r"\2", sentence), [(match[1], match[2]) for match in MARKED.finditer(sentence)]


def found(text: str) -> list[tuple[str, str]]:
    return [(span.kind, text[span.start : span.end]) for span in find(text)]


EMAILS = (
    "Fragen an <email>erika.muster@stadt-wehr.example</email>.",
    "Fragen an <email>muster(at)wehr.example</email>!",
    "<email>muster (at) wehr (dot) example</email>",
    "<email>muster[at]wehr[punkt]example</email>",
    "<email>muster@\nwehr.example</email>",
    "<email>muster@stadt-\nwehr.example</email>",
    "E-Mail: <email>erika.\nmuster@wehr.example</email>",
    "<email>muster@wehr.\nde</email>",
    "<email>büro@bürgerhaus-köln.example</email>, <email>post+rat@wehr.example</email>",
    "schreiben Sie an <email>muster at wehr.de</email>",
    "Die Agenda Vielfalt@Wehr und die App digital@Wehr. Die Kosten trägt der Bund.",
    "§ 3 (a) Satz. 2 gilt (at).",
)
TELEPHONES = (
    "Tel.: <telephone>0721/133-1234</telephone>",
    "Telefon <telephone>0721 133 1234</telephone>, Fax <telephone>-1235</telephone>",
    "Tel.: <telephone>(0721) 1 33-12 34</telephone>",
    "Rückfragen: <telephone>+49 721 133 1234</telephone>",
    "<telephone>+49 (0)721 133-0</telephone> oder <telephone>0049 721 1331234</telephone>",
    "<telephone>(0721) 133 - 12 34</telephone>",
    "<telephone>0721/133-1234</telephone>, <telephone>07 21/1 33-12 34</telephone>",
    "Frau Beispiel, Durchwahl <telephone>1234</telephone>",
    "DW <telephone>12</telephone>5".replace("</telephone>5", "5</telephone>"),
    "Tel. <telephone>133-1234</telephone> oder <telephone>133-1235</telephone>",
    "Tel.\n<telephone>0721/133-1234</telephone>",
    "Mobil: <telephone>0151-23456789</telephone>",
    "Handy <telephone>0176 12345678</telephone>",
    "<telephone>017612345678</telephone>",
    "Telefon (dienstl.): <telephone>0721 1331</telephone>",
    "Telefax: <telephone>0 72 51 / 79 - 1 23</telephone>",
    "Wien: <telephone>01/4000-81234</telephone>, <telephone>+43 1 4000-81234</telephone>",
    "Zürich: <telephone>044 412 11 11</telephone>",
    "Tel. <telephone>0221.178-0</telephone>Fax <telephone>0221.178-22</telephone>",
    "Frau Beispiel Tel. <telephone>0221 178-28 00</telephone> 10.10.2021",
    "☎ <telephone>133-12</telephone>",
)
NO_TELEPHONES = (
    "Az. 0721.12/3",
    "Vorlage zur Kenntnis T 02/325/26",
    "DS 0251/24 und DS 0251/2024",
    "Vorlage 2021/0456, 0456/2021, 0251/2024-1, V/0123/2024, 0251/2024-NF-01, VI-DS-08033-NF-02",
    "0450/BV/2021 und 0456/21-26",
    "DS-Nr. 0251/24567",
    "HH-Stelle 1.4070.7000, Produkt 0211 4411000, Sachkonto 0721 44110, HHSt. 0721.50000",
    "0200 540100 12.000",
    "Telefon: 5.000 Euro",
    "Telefonkosten 45.000,00 EUR",
    "Telefon 5.000",
    "Fehrnau Mobil 2030",
    "Fax vom 12.03.2021",
    "Telefon: 8.00 - 12.00 Uhr",
    "Tel. 115",
    "am 09/10/2021, 01.02.2021, 03/2021 - 12/2022",
    "+49.000.000 Euro und +49 Stellen",
    "40/7/7, 0/40/7, 12:3:0",
    "Abstimmung: 20 Ja 4 Nein",
    "§ 20 Abs. 1 Nr. 133 1234",
    "Flst. 0721/12345",
)
ACCOUNTS = (
    "auf <iban>DE89 3704 0044 0532 0130 00</iban> bei der Sparkasse",
    "<iban>DE89370400440532013000</iban>",
    "<iban>DE89\n3704 0044 0532 0130 00</iban>",
    "IBAN: <iban>DE12 XXXX XXXX XXXX XX34 56</iban>",
    "<iban>DE** **** **** **** **12</iban>",
    "<iban>DE12 3456 **** 00</iban>",
    "<iban>AT61 1904 3002 3457 3201</iban>, <iban>CH93 0076 2011 6238 5295 7</iban>",
    "IBAN <iban>DE89 3704 00</iban>",
    "<iban>DE89 3704 0044 0532 0130 01</iban>",
    "Kto. <iban>123 456 789</iban>, BLZ <iban>660 501 01</iban>",
    "Konto 7000.1234 des Haushalts, DE10 20 30, DS 0251/24 DE 2021",
)
HOMES = (
    "Herr <resident>Muster</resident>, wohnhaft in <address>79664 Wehr, Mühlweg 3</address>, fragt.",
    "whft. <address>Mühlweg 3, 79664 Wehr</address>",
    "Frau <resident>Erika Muster</resident> (<address>Am Bach 7, 79664 Wehr</address>)",
    "Herr <resident>Muster</resident>, <address>Friedrich-Ebert-Str. 12 a</address>, fragt.",
    "<resident>Erika Muster</resident>, <address>Mühlweg 3, 79664 Wehr</address>",
    "der in der <address>Mühlstraße 3 in Wehr</address> wohnhafte Antragsteller",
    "Die Vorgeschlagenen sind in Wehr wohnhaft.",
    "Auftrag an die Muster Bau GmbH, Industriestraße 3, 79664 Wehr, zum Preis von 90.000 Euro",
    "Das Grundstück Mühlweg 3 wird für 90.000 Euro verkauft.",
    "Der Bebauungsplan Mühlweg 3 wird mit 12 Ja-Stimmen beschlossen.",
)
BIRTHS = (
    "geb. am <birth_date>1.2.1950</birth_date>",
    "geboren am <birth_date>1. Februar 1950</birth_date> in Wehr",
    "am <birth_date>1. Februar 1950</birth_date> in Wehr geboren",
    "Geburtsdatum: <birth_date>01.02.1950</birth_date>",
    "(geb. <birth_date>1950</birth_date>)",
    "* <birth_date>1.2.1950</birth_date>".replace("* ", ", * "),
    "1883 in Wehr geboren; die neue Idee wurde am Montag geboren; Neugeborene am 1.2.2021",
    "Beschluss vom 1.2.1950",
)
RESIDENTS = (
    "Einwohnerin <resident>Erika Muster</resident> fragt nach dem Weg.",
    "Einwohner <resident>Karl Muster</resident> fragt.",
    "Der Einwohner Herr <resident>Muster</resident> fragt.",
    "Petentin: Frau <resident>Erika Muster</resident>",
    "Petent <resident>Muster</resident> bittet.",
    "Bürgerin <resident>Muster</resident> regt an.",
    "Eingabe von Herrn <resident>Max Muster</resident>",
    "Petition der Eheleute <resident>Muster</resident>",
    "Anregung nach § 24 GO NRW von Frau <resident>Muster-Beispiel</resident>",
    "Herr <resident>Muster</resident>, Anwohner der Mühlgasse, fragt.",
    "Frau <resident>Muster</resident> (Bürgerin) fragt. Frau <resident>Muster</resident> dankt.",
    "Antragsteller: Herr <resident>Muster</resident>",
    "Beschwerdeführerin Dr. Erika Muster".replace("Dr. Erika Muster", "<resident>Dr. Erika Muster</resident>"),
    "Ein Anwohner, Herr <resident>Muster</resident>, fragt.",
    "Das wollen die Bürger, Herr Muster, und die Antragsteller, Frau Beispiel, auch.",
    "Die Einwendungen von Herrn Muster teile ich nicht. Stadtrat Muster: Schade.",
    "die Antragstellerin der Immobilien und jeden Bauherrn zu Klimaneutralität, den Bauherrn Land Hessen",
    "Frau Erika Muster geb. Beispiel war dort; die Straße soll nach Erika Muster benannt werden. Der Jahrgang 1964 ist stark.",
    "Stadträtin Muster fragt. Herr Stadtrat Muster (SPD) bittet.",
    "Herr Muster fragt, ob der Weg gebaut wird.",
    "sachkundige Einwohnerin Frau Muster und sachkundiger Bürger Karl Muster",
    "Bürgermeisterin Erika Muster, Einwohnermeldeamt Frau Muster, Ehrenbürger Karl Muster",
    "Die Einwohner Deutschlands, die Bürger Wehrer Ortsteile, Bürgerinnen und Bürger",
    "Antragsteller: CDU-Fraktion; Antragsteller: Stadtrat Muster; Antragstellerin: Frau Muster, SPD",
)
QUESTION_TIMES = (
    """TOP 3: Einwohnerfragestunde
Herr <resident>Muster</resident> fragt, ob der Weg gebaut wird.
Bürgermeisterin Beispiel antwortet Herrn <resident>Muster</resident>. Herr Weber (Tiefbauamt) ergänzt. Frau Anders erläutert die Kosten.
Stadtrat Lang dankt.
TOP 4: Haushalt
Herr Kurz fragt nach. Herr <resident>Muster</resident> ruft dazwischen.""",
    """3. Bürgerfragestunde
1. Frau <resident>Muster</resident> möchte wissen, wann.
2. Herr <resident>von der Au</resident> bittet um Licht.
4. Haushalt
Herr Lang fragt.""",
    """TOP 3: Anfragen aus der Bevölkerung
Herr <resident>Muster</resident> regt an, eine Bank aufzustellen.
TOP 4: Anregungen und Wünsche aus der Bürgerschaft
Frau <resident>Beispiel</resident> bittet um Licht.
TOP 5: Verschiedenes
Herr Lang fragt. Ansprechpartner: Herr Kurz Tel. <telephone>133-1234</telephone>""",
    """Fragen der Einwohner
<resident>Erika Muster</resident>: Wann kommt der Bus?
Amtsleiter Weber: Im Mai.
TOP 5
Herr Lang fragt.""",
)
GLUED = (  # as PDF files give the cells of a table
    "Konto <iban>DE89 3704 0044 0532 0130 </iban><email>00a.b@wehr.example</email>".replace("0130 </iban>", "0130</iban> "),
    "wohnhaft <address>Mühlweg</address> <email>3a.b@wehr.example</email>",
    "Einwohnerin <resident>Erika Muster</resident> <iban>DE89 3704 0044 0532 0130 00</iban> fragt",
    "<iban>DE89 3704 0044 0532 0130 00</iban> 4711 Stück",
)
SENTENCES = (*EMAILS, *TELEPHONES, *NO_TELEPHONES, *ACCOUNTS, *HOMES, *BIRTHS, *RESIDENTS, *QUESTION_TIMES, *GLUED)


@pytest.mark.parametrize("sentence", SENTENCES, ids=lambda sentence: sentence[:50])
def test_what_is_marked_and_nothing_else_is_found(sentence: str) -> None:
    text, marked = unmarked(sentence)

    assert found(text) == marked


def test_a_quote_alone_does_not_tell_who_is_a_resident_but_the_document_does() -> None:
    names = names_in("TOP 1 Einwohnerfragestunde\nHerr Muster fragt, wann.\nTOP 2 Haushalt\n")

    assert names == {"Muster"}
    assert find("Herr Muster ruft dazwischen.") == ()
    assert find("Herr Muster ruft dazwischen, Stadtrat Muster nicht.", names) == (PersonalSpan(5, 11, "resident"),)


@settings(max_examples=150)
@given(st.text(max_size=200) | st.lists(st.sampled_from(SENTENCES), max_size=4).map("\n".join))
def test_any_text_has_spans_in_order_that_do_not_overlap(text: str) -> None:
    spans = find(text)

    assert all(0 <= span.start < span.end <= len(text) for span in spans)
    assert all(one.end <= other.start for one, other in pairwise(spans))


REPEATED = ("a", "A", "1", " ", "0", "1 ", "0721/", "Tel. ", "@", "a@a.", "Herr M", "Einwohner ", "Einwohnerfragestunde\n", "DE12 ", "X", "Am ", "geb. ", "wohnhaft in ", "Muster Weg ", "Aa Bb ", "(", "-", "\n", "Mühlweg 3, ", "von der ")  # fmt: skip


@pytest.mark.timing
@pytest.mark.parametrize("unit", REPEATED)
def test_twice_the_text_takes_about_twice_the_time(unit: str) -> None:
    def seconds(size: int) -> float:
        text, best = (unit * size)[:size], 9.0
        for _ in range(3):
            begun = time.process_time()
            find(text)
            best = min(best, time.process_time() - begun)
        return best

    assert seconds(100_000) <= 2.6 * seconds(50_000) + 0.02

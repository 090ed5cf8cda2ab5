"""What the shadow repairs, and the laws that hold for it on any text."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from extractors.text.shadow import REPAIRS, REPAIRS_BUT_BLANKS, SPARE_BLANKS, shadow_of


@pytest.mark.parametrize(
    ("extracted", "shadow"),
    [
        pytest.param("Abstim-\nmung", "Abstimmung", id="word-broken-at-a-line-end"),
        pytest.param("Abstim-\n \n\nmung", "Abstimmung", id="word-broken-over-empty-lines"),
        pytest.param("Garten-\nund Landschaftsbau", "Garten- und Landschaftsbau", id="hyphen-that-stands-for-a-word"),
        pytest.param("AB-\nFraktion", "AB-Fraktion", id="hyphen-of-an-abbreviation"),
        pytest.param("VI-DS-\n01234", "VI-DS-01234", id="hyphen-of-a-paper-number"),
        pytest.param("FRAK-\nTION", "FRAKTION", id="capitals-broken-at-a-line-end"),
        pytest.param("DIE LIN-\nKEN", "DIE LINKEN", id="a-party-in-capitals-broken-at-a-line-end"),
        pytest.param("CDU-\nFRAKTION", "CDU-FRAKTION", id="hyphen-of-an-abbreviation-before-capitals"),
        pytest.param("Köln-\nPorz", "Köln-Porz", id="hyphen-of-a-name"),
        pytest.param("Straßen- \noder Wegebau", "Straßen- oder Wegebau", id="hyphen-before-oder"),
        pytest.param("Be\u00adschluss", "Beschluss", id="soft-hyphen"),
        pytest.param("4.500\u00a0\u00a0€\t brutto", "4.500 € brutto", id="any-blanks-are-one"),
        pytest.param("a \n  b", "a\nb", id="no-blanks-at-line-edges"),
        pytest.param("a\n\n \n\nb", "a\n\nb", id="any-empty-lines-are-one"),
        pytest.param("N i e d e r s c h r i f t vom", "Niederschrift vom", id="letter-spaced-heading"),
        pytest.param("A B C D und E", "A B C D und E", id="four-letters-are-a-list"),
        pytest.param("1 3. NOV. 2019", "13. NOV. 2019", id="stamp"),
        pytest.param("Eingang 2 6, JAN. 2015", "Eingang 26. JAN. 2015", id="stamp-whose-point-is-read-as-a-comma"),
        pytest.param("12 Okt, 2002", "12. Okt. 2002", id="stamp-of-two-commas"),
        pytest.param("1 6. 06. 2008", "16.06.2008", id="stamp-in-numbers"),
        pytest.param("13.NOV.2 0 1 9", "13. NOV. 2019", id="stamp-whose-year-is-torn"),
        pytest.param("Heft 12, Oktober 2002", "Heft 12, Oktober 2002", id="no-stamp-in-a-citation"),
        pytest.param("Punkte 1 2. 10. 2000 Euro", "Punkte 1 2. 10. 2000 Euro", id="no-stamp-among-numbers"),
        pytest.param("bis zum 31. 12. 2020", "bis zum 31. 12. 2020", id="a-date-that-is-none-of-a-stamp"),
        pytest.param("am 2 3. Lesung", "am 2 3. Lesung", id="no-stamp-without-a-year"),
        pytest.param("780.\n000 €", "780.000 €", id="split-number"),
        pytest.param("Punkt 7.\n100 Bürger", "Punkt 7.\n100 Bürger", id="no-split-number-without-a-currency"),
        pytest.param("ZiƯer und ﬁnden", "Ziffer und finden", id="ligatures"),
        pytest.param("der Punkt\n– 2 –\nwird", "der Punkt\nwird", id="page-mark-inside-a-sentence"),
        pytest.param("Punkt.\n– 2 –\nDer", "Punkt.\n\nDer", id="page-mark-between-sentences"),
    ],
)
def test_shadow(extracted: str, shadow: str) -> None:
    assert shadow_of(extracted).text == shadow


def test_a_span_leads_back_to_the_words_as_they_were_printed() -> None:
    extracted = "Der Rat\u00a0 stimmt dem Haus-\nhalt zu."
    shadow = shadow_of(extracted)
    start = shadow.text.index("Haushalt")
    first, last = shadow.origin(start, start + len("Haushalt"))
    assert extracted[first:last] == "Haus-\nhalt"


def test_a_place_in_the_extracted_text_is_found_in_the_shadow() -> None:
    extracted = "Tages-\nordnung\n\n\nTOP 1  Haushalt"
    shadow = shadow_of(extracted)
    assert shadow.text[shadow.at(extracted.index("TOP")) :] == "TOP 1 Haushalt"


@pytest.mark.parametrize(("start", "end"), [(-1, 2), (2, 1), (0, 99)])
def test_a_span_outside_is_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match="outside"):
        shadow_of("kurz").origin(start, end)


# Hyphens, blanks, line ends and page marks in any order are what the layers have to digest.
MATERIAL = st.lists(
    st.sampled_from(
        [
            "-",
            "\n",
            " ",
            "\u00a0",
            "\u00ad",
            "–",
            "2",
            "\n– 2 –\n",
            "Seite 3",
            "Rat",
            "h",
            "a",
            ".",
            "ﬁ",
            "Ư",
            "\t",
            "€",
            "000",
            "1 3. Mai 2020",
            "\ufffe",
            "\r",
        ]
    ),
    max_size=30,
).map("".join)


@given(st.one_of(MATERIAL, st.text(max_size=80)))
@settings(max_examples=150, deadline=None)
def test_every_span_leads_back_to_a_span_in_the_text(extracted: str) -> None:
    shadow = shadow_of(extracted)
    for start in range(len(shadow.text)):
        for end in (start + 1, len(shadow.text)):
            first, last = shadow.origin(start, end)
            assert 0 <= first < last <= len(extracted)


@given(MATERIAL)
@settings(max_examples=150, deadline=None)
def test_the_way_back_keeps_the_order(extracted: str) -> None:
    shadow = shadow_of(extracted)
    spans = [shadow.origin(at, at + 1) for at in range(len(shadow.text))]
    assert [start for start, _ in spans] == sorted(start for start, _ in spans)
    assert [end for _, end in spans] == sorted(end for _, end in spans)


@given(MATERIAL)
@settings(max_examples=150, deadline=None)
def test_the_way_there_keeps_the_order_and_stays_inside(extracted: str) -> None:
    shadow = shadow_of(extracted)
    places = [shadow.at(at) for at in range(len(extracted) + 1)]
    assert places == sorted(places)
    assert all(0 <= place <= len(shadow.text) for place in places)


@given(st.text(alphabet="abcdeÄß ,.", max_size=60))
@settings(max_examples=50, deadline=None)
def test_plain_words_lose_nothing_but_blanks(extracted: str) -> None:
    assert "".join(shadow_of(extracted).text.split()) == "".join(extracted.split())


@given(st.lists(st.sampled_from(["a", "B", "-", "-\n", "\n", "\n\n", "ﬁ", "\u00ad", "\ufffe", " c", "\n \n", "  "])).map("".join))
@settings(max_examples=150, deadline=None)
def test_a_text_without_spare_blanks_has_none_to_repair(extracted: str) -> None:
    repairs, but_blanks = ([found.span() for found in pattern.finditer(extracted)] for pattern in (REPAIRS, REPAIRS_BUT_BLANKS))
    assert repairs == but_blanks or any(blanks in extracted for blanks in SPARE_BLANKS)


def test_a_page_in_one_line_is_unfolded_before_its_labels() -> None:
    text = "TOP 3 Weg VO/3/30 Beschluss: Der Rat baut den Weg. Abstimmungsergebnis: einstimmig TOP 4 Anfragen"
    shadow = shadow_of(text)
    assert shadow.text.split("\n") == [
        "TOP 3 Weg VO/3/30",
        "Beschluss: Der Rat baut den Weg.",
        "Abstimmungsergebnis: einstimmig",
        "TOP 4 Anfragen",
    ]
    assert shadow.origin(0, len(shadow.text)) == (0, len(text))


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss: Der Rat baut den Weg und dankt allen, die daran mitgewirkt haben, sehr.",
        "Der Rat fasst nach langer und sehr ausführlicher Beratung einstimmig den Beschluss: Der Weg wird gebaut.",
        "Zu TOP 4 wird nach der Beratung im Ausschuss, unter TOP 5 Anfragen, mitgeteilt, was geschah.",
    ],
)
def test_a_sentence_is_not_unfolded(text: str) -> None:
    assert shadow_of(text).text == text

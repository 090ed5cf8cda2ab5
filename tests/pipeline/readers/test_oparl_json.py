"""OParl objects as text with the agenda items that start in it."""

from __future__ import annotations

import json

import pytest

from extractors.text.minutes import ItemMark
from pipeline.readers import UnreadableError, read

MEETING = {
    "id": "http://rat.example/meeting/1",
    "type": "https://schema.oparl.org/1.1/Meeting",
    "name": "Sitzung des Gemeinderats",
    "start": "2026-03-10T18:00:00+01:00",
    "agendaItem": [
        {"number": "1", "name": "Bürgerfragestunde", "public": True, "result": "N/A"},
        {
            "number": "2",
            "name": "Radweg am Mühlbach",
            "public": True,
            "result": "einstimmig beschlossen",
            "resolutionText": "1. Der Weg wird gebaut.",
        },
    ],
}


def reading_of(thing: object):
    return read(json.dumps(thing).encode(), "objekt.json")


def test_a_meeting_is_minutes_with_its_items_marked() -> None:
    source = reading_of(MEETING).source

    assert source.text == (
        "Sitzung: Sitzung des Gemeinderats\nDatum: 10.03.2026\n"
        "\nTOP 1: Bürgerfragestunde\n"
        "\nTOP 2: Radweg am Mühlbach\nBeschlussart: einstimmig beschlossen\n\nBeschluss:\n1. Der Weg wird gebaut.\n\n"
    )
    assert source.marks == (
        ItemMark(source.text.index("TOP 1"), "1", "Bürgerfragestunde", True, None),
        ItemMark(source.text.index("TOP 2"), "2", "Radweg am Mühlbach", True, "einstimmig beschlossen"),
    )
    assert (source.kind, source.title, str(source.meeting_date)) == ("minutes", "Sitzung des Gemeinderats", "2026-03-10")


@pytest.mark.parametrize(
    ("thing", "text"),
    [
        pytest.param({"type": ".../Paper", "reference": "17/2026", "name": "Radweg", "paperType": "Antrag", "date": "2026-02-01"},
                     "Antrag: 17/2026\nBetreff: Radweg\nDatum: 01.02.2026\n\n", id="paper"),
        pytest.param({"id": "x", "order": 3, "name": "Radweg", "number": "3", "result": "vertagt"},
                     "TOP 3: Radweg\nBeschlussart: vertagt\n\n", id="agenda item without a type"),
        pytest.param({"data": [{"type": ".../Paper", "reference": "1"}, {"type": ".../Paper", "reference": "2"}]},
                     "Vorlage: 1\n\nVorlage: 2\n\n", id="page of a list"),
        pytest.param([{"type": ".../Paper", "reference": "1"}], "Vorlage: 1\n\n", id="bare list"),
        pytest.param({"type": ".../File", "name": "Anlage", "text": "Der Rat beschließt."}, "Datei: Anlage\n\nDer Rat beschließt.\n\n", id="file"),
        pytest.param(MEETING | {"agendaItem": MEETING["agendaItem"][0]},
                     "Sitzung: Sitzung des Gemeinderats\nDatum: 10.03.2026\n\nTOP 1: Bürgerfragestunde\n\n", id="one item instead of a list"),
    ],
)  # fmt: skip
def test_text(thing: object, text: str) -> None:
    assert reading_of(thing).source.text == text


def test_raw_control_characters_inside_strings_are_met() -> None:
    data = b'{"type": ".../Paper", "reference": "5/2026", "name": "Weg\n am\x0bBach"}'

    assert read(data, "objekt.json").source.text == "Vorlage: 5/2026\nBetreff: Weg\n am Bach\n\n"


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        pytest.param(b'{"id": ', "objekt.json is not valid JSON (line 1).", id="cut"),
        pytest.param(b'{"rows": 3}', "objekt.json is JSON, but holds no OParl object.", id="something else"),
    ],
)
def test_what_is_no_oparl_is_said_in_one_sentence(data: bytes, sentence: str) -> None:
    with pytest.raises(UnreadableError) as refusal:
        read(data, "objekt.json")
    assert str(refusal.value) == sentence

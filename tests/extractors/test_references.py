"""References: every sentence is compared with all that it names, so that a spurious reference fails as a missed one does."""

from __future__ import annotations

from dataclasses import replace

import pytest

from extractors.references import Reference, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText, Habits, ItemMark


def references(text: str, **known: object) -> list[Reference]:
    source = replace(DocumentText(text), **known)  # type: ignore[arg-type]  # the fields of a document
    return sorted(extract(minutes_of(source)), key=lambda fact: fact.quote.start)


def named(text: str, **known: object) -> list[tuple[str, str]]:
    return [(fact.kind, fact.value) for fact in references(text, **known)]


LABELLED = {
    "Drs. 21-3566 liegt vor": [("paper", "21-3566")],
    "die Vorlage DRS/0222/VI": [("paper", "DRS/0222/VI")],
    "Die Satzung (VL-34/2031) liegt vor": [("paper", "VL-34/2031")],
    "Beschluss 114/2031 - Freibad\nStand: offen": [("decision", "114/2031")],
    "Nr. 3 Beschluss 98/2031: Freibad - offen": [("decision", "98/2031")],
    "Nach dem Beschluss 114/2031 - Freibad": [],
    "Beschluss 12/0 - einstimmig": [],
    "Beschluss 2031/2032 - Freibad": [],
    "Beschlussvorlage 0815/2031 zur Schulsanierung": [("paper", "0815/2031")],
    "Vorlage: 2031/0439": [("paper", "2031/0439")],
    "Vorlagen-Nr.: FB 1/123/2031": [("paper", "FB1/123/2031")],
    "Vorlage Nr. 171 wurde verteilt": [("paper", "171")],
    "Drucksache 4711": [("paper", "4711")],
    "Drs. 20-1432 und GR-Drucks. 2031-53": [("paper", "20-1432"), ("paper", "2031-53")],
    "DS 23/SVV/1310 liegt vor": [("paper", "23/SVV/1310")],
    "DS 062a/2031": [("paper", "DS062a/2031")],
    "Drucksachen-Nr. DS 062a/2031": [("paper", "DS062a/2031")],
    "Beschluss BV 12/2031: Dem wird zugestimmt.": [("paper", "BV12/2031")],
    "(siehe Dr.-Nr.: 2031/128)": [("paper", "2031/128")],
    "mit Beschluss Dr.-Nr. 2031/128/1": [("paper", "2031/128/1")],
    "GRDrs 53/2031": [("paper", "53/2031")],
    "Vorlage: pl/3/1/31": [("paper", "pl/3/1/31")],
    "Vortrag des Magistrats M 138": [("paper", "M138")],
    "Stellungnahme des Magistrats vom 10.10.2031, ST 1703": [("paper", "ST1703")],
    "Antrag der SPD vom 01.02.2031, NR 851 und OF 123/6": [("motion", "NR851"), ("motion", "OF123/6")],
    "Bezüglich:\nVI-DS-04711": [("paper", "VI-DS-04711")],
    "(siehe 2031/0815-E1)": [("paper", "2031/0815-E1")],
    "Vorlage zur Kenntnis: T 02/325/31": [("paper", "T02/325/31")],
    "CSU-Antrag Nr. 088/2031 vom 3. Mai": [("motion", "088/2031")],
    "Änderungsantrag CDU 2031/1272": [("motion", "2031/1272")],
    "Antrag der SPD-Fraktion Nr. 17/2031": [("motion", "17/2031")],
    "Postulat 2031/123 von Frau Muster": [("motion", "2031/123")],
    "Anfrage Nr. 17/2031 der FDP": [("inquiry", "17/2031")],
    "Beschluss-Nr. 123-25/2031": [("decision", "123-25/2031")],
    "(Sitzungsnummer: GRS/067/2031)": [("meeting", "GRS/067/2031")],
    "Genehmigung der Niederschrift KA/034/2031": [("meeting", "KA/034/2031")],
    "Niederschrift über die Sitzung der Gemeindevertretung (GV/04/2031)": [("meeting", "GV/04/2031")],
    "die Turnhalle (Vorl.Nr. 311/31) wird gebaut": [("paper", "311/31")],
    "Beratungsgrundlage: Drucksachennummer 0815/2030-2035": [("paper", "0815/2030-2035")],
    "Vorlage: ABI 41/2031": [("paper", "ABI41/2031")],
    "stimmt dem Beschlussantrag der GRDrs 512/2031 zu": [("paper", "512/2031")],
    "6.4   Vorlage 20311043: Beitritt zu einem Verein": [("paper", "20311043")],
    "Beschluss Nr. 0387\nder Versammlung": [("decision", "0387")],
    "nimmt den Bericht Nr. 3411.1 mit 34:0 Stimmen zur Kenntnis": [("paper", "3411.1")],
    "GRDrucksache 512/2031": [("paper", "512/2031")],
    "die Motion 31.5123.02 und das Geschäft 30.5124.01": [("motion", "31.5123.02"), ("paper", "30.5124.01")],
    "Interpellation Nr. 2031.123": [("inquiry", "2031.123")],
    "Vorlage-Nr. 101.30.845": [("paper", "101.30.845")],
    "Mittagessen an Schulen\nAntrag der Fraktion Grün\n- 101.30.845 -\n\nBeschluss": [("paper", "101.30.845")],
    "Vorlagen 06188-24 und 06188-24-E1": [("paper", "06188-24"), ("paper", "06188-24-E1")],
    "Vorlagen 2031/0492, 2031/0646 und 2031/0322": [("paper", "2031/0492"), ("paper", "2031/0646"), ("paper", "2031/0322")],
}  # fmt: skip

SHAPED = {
    "VI-DS-04711-NF-02 Gesamtkonzept": [("paper", "VI-DS-04711-NF-02")],
    "der V1234/31 wird zugestimmt": [("paper", "V1234/31")],
    "DS0356/31/1 beraten": [("paper", "DS0356/31/1")],
    "AF0324/31 ist beantwortet": [("inquiry", "AF0324/31")],
    "VO/2031/12306 und BV/473/2031": [("paper", "VO/2031/12306"), ("paper", "BV/473/2031")],
    "Sport\tVIII/2031/02530": [("paper", "VIII/2031/02530")],
    "20-26 / V 04924": [("paper", "20-26/V04924")],
    "26-V-15-0004": [("paper", "26-V-15-0004")],
    "Beschluss-Nr. 612-017(VIII)31": [("decision", "612-017(VIII)31")],
    "das Papier 612-017(VIII)31": [("paper", "612-017(VIII)31")],
    "7.9.1 2031/BV/2009-02 (ÄA)": [("paper", "2031/BV/2009-02")],
    "Verkehrskonzept Nord   B-044/2031": [("paper", "B-044/2031")],
    "beraten wird 1874/2030-2035": [("paper", "1874/2030-2035")],
    "1751/XVIII ist erledigt": [("paper", "1751/XVIII")],
    "Mitteilung [19–12222-01]": [("paper", "19-12222-01")],
    "50/050/2031 Bericht": [("paper", "50/050/2031")],
    "Protokoll SBR Nord/009/2031": [("meeting", "SBRNord/009/2031")],
    "RBV-1441/31": [("paper", "RBV-1441/31")],
    "V-Alt0045/31 Spielplatz": [("paper", "V-Alt0045/31")],
    "StraG/041/2031 und SI/2031/272": [("meeting", "StraG/041/2031"), ("meeting", "SI/2031/272")],
}  # fmt: skip

STATUTES = {
    "befangen nach § 20 SächsGemO": [("statute", "§ 20 SächsGemO")],
    "gem. § 31 Abs. 1 GO NRW": [("statute", "§ 31 Abs. 1 GO NRW")],
    "nach § 172 Absatz 1 Satz 1 Nr. 2 BauGB in der Altstadt": [("statute", "§ 172 Absatz 1 Satz 1 Nr. 2 BauGB")],
    "§ 50 Abs. 1 Z. 5 Oö. GemO": [("statute", "§ 50 Abs. 1 Z. 5 Oö. GemO")],
    "§ 51 Oö. GemO 1990 und § 46 StW 1992": [("statute", "§ 51 Oö. GemO 1990"), ("statute", "§ 46 StW 1992")],
    "§ 34 BauGB 2031 errichtet": [("statute", "§ 34 BauGB")],
    "§ 49 (2) KVG LSA": [("statute", "§ 49 (2) KVG LSA")],
    "nach Art. 48 Abs.1 Satz 2 i.V.m. Abs.2 GO": [("statute", "Art. 48 Abs.1 Satz 2 i.V.m. Abs.2 GO")],
    "§ 12 Abs. 10 der Geschäftsordnung": [("statute", "§ 12 Abs. 10 der Geschäftsordnung")],
    "§ 4 der Ge-\nmeindeordnung": [("statute", "§ 4 der Gemeindeordnung")],
    "Hauptsatzung § 5 Absatz 1, § 6 Absatz 7": [("statute", "Hauptsatzung § 5 Absatz 1, § 6 Absatz 7")],
    "§ 25 HGO und § 58 HGO": [("statute", "§ 25 HGO"), ("statute", "§ 58 HGO")],
    "nach SGB II und § 7 Abs. 1 SGB VIII": [("statute", "§ 7 Abs. 1 SGB VIII")],
}  # fmt: skip

TRAPS = (
    "Az.: 8 B 11491/03.OVG",
    "Flurstück 686/1 und Flst. 1056/15",
    "im Doppelhaushalt 2031/32, Wahlperiode 2024 - 2029, Schuljahr 2031/32",
    "Vorlage 2031/32",
    "rund um die Uhr, 24/7, im Maßstab 1:120",
    "Tel. 0721/133-1540",
    "Plannummer 2031/0439, Bestell-Nr. 4711/2031, Sachkonto 0110/2031",
    "https://ratsinfo.beispiel.de/to010.asp?NR=2031/0123&x=4",
    "LGBl. Nr. 91/1990, BT-Drs. 19/1234, LT-Drs. 16/1234",
    "Rechnung Nr. 2031/0812 der Baufirma",
    "Frau Dr. Muster, Nr. 2031/128",
    "https://www.beispiel.de/vo/2031/0439.pdf",
    "die Vorlagen 8.1 und 8.2 sowie TOP 8.3",
    "Beschlussvorlage: 10 Ja-Stimmen",
    "Richtlinie (EU) 2018/2001",
    "Bebauungsplan Nr. 217/C.1, XIV-287a-1",
    "§ 5 heißt es, dass Bürger zahlen",
    "§ 37 Geschäftsanteil",
    "Landtagsdrucksache 14/7433",
    "nach DIN EN ISO 9001/2031",
    "Vorlage zur B 51, Antrag B 51, Bericht DM 300",
    "Bebauungsplan-Entwurf 70390/02",
    "Liste Haushalt, Antrag 160 (Seite 246)",
    "Text\n- 12 -\n\nMehr\n- 2031/2032 -\n\nEnde\n- 14.05.2031 -",
    "der Vorlage 150000 Euro entnehmen, Bericht 2611.1, Beschluss 0387",
    "Antrag SPD 12/31 und Antrag CDU 123/31",
    "Produkt 101.30.845",
    "Motion 03.2031, Bericht 12.05.2031, Vorlage 2031.123 Franken",
)


@pytest.mark.parametrize(("text", "expected"), (LABELLED | SHAPED | STATUTES).items(), ids=str)
def test_names(text: str, expected: list[tuple[str, str]]) -> None:
    assert named(text) == expected


@pytest.mark.parametrize("text", TRAPS)
def test_names_nothing(text: str) -> None:
    assert named(text) == []


def test_each_value_once_at_its_label() -> None:
    (found,) = references("V1234/31 | Fachplan\n\nBeschlusskontrolle zur Vorlage V1234/31\n")
    assert (found.rule, found.quote.text, found.quote.start) == ("label_number", "V1234/31", 52)


def test_a_number_broken_at_the_line_end_is_quoted_as_printed() -> None:
    (found,) = references("Bezug: VI-DS-\n04711")
    assert (found.value, found.quote.text) == ("VI-DS-04711", "VI-DS-\n04711")


def test_shapes_of_the_council_need_no_label() -> None:
    habits = Habits(paper_patterns=(r"OF \d+/\d+",), meeting_patterns=(r"RAT/\d+",))
    assert named("OF 379/7 vom RAT/12 im Haushalt 2031/32", habits=habits) == [("paper", "OF379/7"), ("meeting", "RAT/12")]
    assert named("OF 379/7 vom RAT/12") == []


def test_the_paper_that_the_source_names_beside_an_item() -> None:
    text = "Ö 4 Schulhof Nord 0042-26"
    assert named(text, marks=(ItemMark(start=0, number="Ö 4", paper="0042-26"),)) == [("paper", "0042-26")]


def test_a_part_of_a_number_beside_an_item_is_no_number() -> None:
    text = "TOP 3 Sanierung der Schule\nVorlage: 00408/2031/PE I\n\nDer Rat beschließt die Sanierung."
    assert named(text) == [("paper", "00408/2031/PEI")]


def test_a_plan_beside_an_item_is_no_paper() -> None:
    text = "Ö 4 Bebauungsplan-Entwurf 70390/02"
    assert named(text, marks=(ItemMark(start=0, number="Ö 4", paper="70390/02"),)) == []


def test_numbers_in_a_column() -> None:
    text = "{} Datum Betreff Status\n012/2031 01.03.2031 Radweg erledigt\nNord\n2. 013/2031 02.03.2031 Kita offen\n\n014/2031 Hof\n"
    assert named(text.format("Vorlage")) == [("paper", "012/2031"), ("paper", "013/2031")]
    assert named(text.format("Beschluss-Nr.")) == [("decision", "012/2031"), ("decision", "013/2031")]
    assert named(text.format("Rechnung")) == []


def test_the_form_of_labelled_numbers_is_known_in_titles() -> None:
    text = "TOP 5.1  Drs. 21-1955 Bericht\n\nTOP 5.2  21-1967 Radweg\nTel. 21-1998, Ort 21-1999"
    assert named(text) == [("paper", "21-1955"), ("paper", "21-1967")]
    assert named("TOP 5.2  21-1967 Radweg") == []


def test_the_number_that_opens_a_title_line() -> None:
    assert named("Auszug\nTOP: Ö 9\n25/085 Annahme von Spenden\n\nBeschluss:\nDem wird zugestimmt.") == [("paper", "25/085")]


def test_the_number_that_ends_a_title_line() -> None:
    title = "9. Tempo 30 in der Seestraße   20-14873-01\n\nProtokoll:\nHerr Eins fragt nach."
    (found,) = references(title)
    assert (found.kind, found.value, found.rule) == ("paper", "20-14873-01", "number_behind_title")
    assert named("9. Tempo 30\n\nProtokoll:\nHerr Eins nennt die Kundennummer\n20-14873-01") == []


def test_numbers_in_running_heads() -> None:
    foot = "Bauamt | V1234/31 | Fachplan\nFolie {}\n\n"
    text = "".join(f"Überschrift {word}\n\n{foot.format(page)}" for page, word in enumerate(("Eins", "Zwei", "Drei", "Vier"), 1))
    (found,) = references(text)
    assert (found.value, found.quote.text, found.rule) == ("V1234/31", "V1234/31", "running_head")
    assert text[found.quote.start : found.quote.end] == "V1234/31"


def test_the_item_of_a_reference() -> None:
    found = references("TOP 1 Bericht\nVorlage 0001/2031\n\nTOP 2 Antrag\nVorlage 0002/2031")
    assert [(fact.agenda_item, fact.value) for fact in found] == [("1", "0001/2031"), ("2", "0002/2031")]


def test_what_follows_the_number_of_an_item_alone_is_its_paper() -> None:
    text = "Protokoll\n\nÖ 8.2 - 21-3566\nBänke im Park\nDer Rat berät.\n\nÖ 8.3 - 21-3570.1\nRadweg\nDer Rat berät.\n\nÖ 8.4 - 21-3581E\nDer Rat berät.\n"
    assert named(text) == [("paper", "21-3566"), ("paper", "21-3570.1"), ("paper", "21-3581E")]
    assert named("Protokoll\n\nÖ 8.2 - 20-2031 Plätze fehlen\nDer Rat berät.\n\nTOP 8.3 - 14-15 Uhr\nDer Rat berät.\n") == []


def test_a_number_in_brackets_ends_the_title_of_an_item() -> None:
    text = "Protokoll\n\nTOP 7: Gebühren der Kitas (AT-34/2031)\nDer Rat berät (XY-12/2031).\n\nTOP 8: Weg\nDer Rat berät.\n"
    assert named(text) == [("motion", "AT-34/2031")]
    assert named("Die Kita (XY-12/2031)\nDer Rat berät.\n") == []

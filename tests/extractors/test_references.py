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
    "Nach dem Beschluss 114/2031 - Freibad": [("decision", "114/2031")],
    "Mit Beschluss 024/2029 vom 27.03.2029": [("decision", "024/2029")],
    "der Beschluss 28/0771-50.2 zum Garten": [("decision", "28/0771-50.2")],
    "Beschluss 5/2031 - Freibad": [("decision", "5/2031")],
    "Stand nach Beschluss 5/2031 und Beschluss 12/31": [],
    "Gemeinderatsbeschluss Nr. 2031-45": [("decision", "2031-45")],
    "den SVV-Beschlüssen Nummer 284/2031 und 285/2031": [("decision", "284/2031"), ("decision", "285/2031")],
    "Beschluss des Gemeinderats vom 12.3.2031, Nr. 45": [("decision", "45")],
    "Beschluss vom 12. März 2031 (Nr. 2031-45)": [("decision", "2031-45")],
    "Ratsbeschluss vom 12.03.2031 (0123/2031)": [("decision", "0123/2031")],
    "Beschluss des Rates vom 12.03.2031 (SR/024/2031)": [("meeting", "SR/024/2031")],
    "den Ratsbeschluss Nr. 387": [("decision", "387")],
    "(GRB Nr. 123 vom 4. Mai)": [("decision", "123")],
    "Antrag der SPD-Fraktion vom 12.03.2031; 0045/31": [("motion", "0045/31")],
    "Antrag der SPD-Fraktion - 31/0045": [("motion", "31/0045")],
    "Antrag der SPD vom 01.02.2031 (12/2031)": [],
    "Anfrage AF 0045/2031 von Frau Eins": [("inquiry", "AF0045/2031")],
    "Vorlage: AN 0051/2031": [("paper", "AN0051/2031")],
    "Anträge A 12/31, A 13/31 und A 14/31": [("motion", "A12/31"), ("motion", "A13/31"), ("motion", "A14/31")],
    "Änderungsantrag Nr. 0412/2031 E1": [("motion", "0412/2031E1")],
    "Drs. 30/1234 S": [("paper", "30/1234S")],
    "Flst. 123/4 und DS 123/31": [("paper", "DS123/31")],
    "BESCHLUSS NR. 045/2031 und DRUCKSACHE 046/2031": [("decision", "045/2031"), ("paper", "046/2031")],
    "Beschlussvorlage (BV) Nr. 045/31, Vorlagennr.: 046/31": [("paper", "045/31"), ("paper", "046/31")],
    "Botschaft Nr. 12/2031": [("paper", "12/2031")],
    "(Drs. XX/123)": [("paper", "XX/123")],
    "TV-Nr. 12/2031, Ds. 045/31": [("paper", "12/2031"), ("paper", "045/31")],
    "Zl. 004-1/2031": [("paper", "004-1/2031")],
    "laut Bescheid, Zl. 004-1/2031": [],
    "Beratungsunterlage 2031/045": [("paper", "2031/045")],
    "Drucksache Nr. 1234 (V) BDs": [("paper", "1234(V)BDs")],
    "B+A 12/2031: Schulhaus": [("paper", "B+A12/2031")],
    "7. Traktandum: GGR-Nr. 2031.4": [("paper", "2031.4")],
    "Anregung an den Magistrat OM 3371": [("paper", "OM3371")],
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
    "Entschieden ist es (StR/0735/2031).": [("paper", "StR/0735/2031")],
    "der Antrag (1044-AT/2032)": [("motion", "1044-AT/2032")],
    "informiert (1241-BR/2033 am 03.07.33 und 1493-BR/2034)": [("paper", "1241-BR/2033"), ("paper", "1493-BR/2034")],
    "beschlossen\n2031-VII-03-0511": [("paper", "2031-VII-03-0511")],
    "die Grüne Mitte (A 2031/0068)": [("motion", "A2031/0068")],
    "A-R/0012/2031 und V/0123/2031": [("paper", "A-R/0012/2031"), ("paper", "V/0123/2031")],
    "BV/VII/0123, BV/3/0123 und VII/0123/31": [("paper", "BV/VII/0123"), ("paper", "BV/3/0123"), ("paper", "VII/0123/31")],
    "FB 61/0123/WP28 und SV-9-0123": [("paper", "FB61/0123/WP28"), ("paper", "SV-9-0123")],
    "BV-V/07/0123-01 und M/17/0123-01": [("paper", "BV-V/07/0123-01"), ("paper", "M/17/0123-01")],
    "02/BV/012/2031 und 5-1234/31-KT": [("paper", "02/BV/012/2031"), ("paper", "5-1234/31-KT")],
    "BV 0123 (VIII/2029-2034) wird vertagt": [("paper", "BV0123(VIII/2029-2034)")],
    "in der Periode (VIII/2029-2034)": [],
    "2031.SR.000123 Velowege": [("paper", "2031.SR.000123")],
    "zum Anzug (Nr. 24-28.653.04)": [("paper", "24-28.653.04")],
    "2031-36/DS-I(A)0123": [("paper", "2031-36/DS-I(A)0123")],
    "GRB 2031-45 und BV 045/2031, nicht HA 5/2031": [("paper", "GRB2031-45"), ("paper", "BV045/2031")],
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
    "§ 24 der Kommunalverfassung des Landes M-V": [("statute", "§ 24 der Kommunalverfassung des Landes M-V")],
    "§ 35 K-AGO": [("statute", "§ 35 K-AGO")],
    "§ 58 Steiermärkische Gemeindeordnung": [("statute", "§ 58 Steiermärkische Gemeindeordnung")],
    "§ 29 Tiroler Gemeindeordnung 2031": [("statute", "§ 29 Tiroler Gemeindeordnung 2031")],
    "§ 41 Nds. Kommunalverfassungsgesetz": [("statute", "§ 41 Nds. Kommunalverfassungsgesetz")],
    "§ 37 der Gemeindeordnung des Landes, in dem": [("statute", "§ 37 der Gemeindeordnung")],
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
    "Bauantrag 123/2031, Rahmenvertrag 2031-0456, Los 12/034, Amtsblatt Nr. 123/2031",
    "Telefon\n0421/361-1234\nAktenzeichen\n61-20-12/31",
    "D-76131 Musterstadt, A-6824 Dorf, CH-8001 Stadt, (ÖPNV-2030), (A 7/12), SARS-CoV-2",
    "(12/2031), (2031/2032), (2031-2035), (Heft 123/2031), KW 12/2031",
    "Rechtssache C-123/31, BVerwG 4 C 12/31, BGBl. I Nr. 123/2031",
    "1. Änderung des Bebauungsplans Nr. 045/2031",
    "Flurstücke 123/4, 124/2031 und 0125/2031, Förderbescheid 2031/0456, Kassenzeichen 2031/0123, KOM/2031/0123",
    "Drucksache 19/1234 des Deutschen Bundestages, BT-Drucksache 19/12345, Bundesrats-Drucksache 123/31",
    "Bauantrag 0045/2031, die Investition (I-123-4567), LF 10/6 und HLF 20/16",
    "Bericht 13/2031 der Bank, Polizeibericht Nr. 14/2031",
    "OVG Nord, Beschluss vom 12.03.2031 - 3 L 123/31",
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
    text = "{} Datum Betreff Status\n012/2031 01.03.2031 Radweg erledigt\nNord\n2. 013/2031 02.03.2031 Kita offen\n\n4/2031 Hof\n"
    assert named(text.format("Vorlage")) == [("paper", "012/2031"), ("paper", "013/2031")]
    assert named(text.format("Beschluss-Nr.")) == [("decision", "012/2031"), ("decision", "013/2031")]
    assert named(text.format("Rechnung")) == []


def test_the_form_of_labelled_numbers_is_known_in_titles() -> None:
    text = "TOP 5.1  Drs. 21-1955 Bericht\n\nTOP 5.2  Antrag der Gruppe Nord 21-1967\nTel. 21-1998, Ort 21-1999"
    assert named(text) == [("paper", "21-1955"), ("paper", "21-1967")]
    assert named("TOP 5.2  Antrag der Gruppe Nord 21-1967") == []


def test_the_letters_of_labelled_numbers_are_known_everywhere() -> None:
    assert named("Der Antrag AN 51/31 wird vertagt. Zu AN 58/31 spricht Herr Eins, zu AM 59/31 niemand.") == [
        ("motion", "AN51/31"),
        ("paper", "AN58/31"),
    ]
    assert named("Zu AN 58/31 spricht Herr Eins.") == []
    assert named("TOP 1 Vorlage 12/2031\n\nTOP 2 Bericht der Kita 03/2031 und 14/2031") == [("paper", "12/2031"), ("paper", "14/2031")]


def test_a_drucksache_with_and_without_its_letters_is_one() -> None:
    assert named("10.1 DS 110/2031 (DS-Nr.: 110-1/2031)\n10.2 Satzung (DS-Nr.: 110/2031)") == [
        ("paper", "110-1/2031"),
        ("paper", "110/2031"),
    ]


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

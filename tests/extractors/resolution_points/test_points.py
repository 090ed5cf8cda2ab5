"""Points and their paths: complete lists for resolutions in the forms that councils use."""

import pytest

from extractors.resolution_points import ResolutionPoint, extract
from extractors.text.agenda import minutes_of
from extractors.text.minutes import DocumentText


def points_of(text: str) -> list[ResolutionPoint]:
    return list(extract(minutes_of(DocumentText(text))))


def found(resolution: str) -> list[tuple[str, str]]:
    """Path and text of every point of a decision."""
    return [(point.path, point.text) for point in points_of(f"Beschluss:\n{resolution}\n\nAbstimmungsergebnis: einstimmig")]


CASES = {
    "one paragraph": ("Der Rat stimmt dem Kon-\nzept zu.", [("1", "Der Rat stimmt dem Konzept zu.")]),
    "paragraphs": (
        "Der Rat stimmt zu.\n\nDie Verwaltung wird ermächtigt, zu kaufen.",
        [("1", "Der Rat stimmt zu."), ("2", "Die Verwaltung wird ermächtigt, zu kaufen.")],
    ),
    "tables of figures": (
        "1. Der Rat stellt bereit:\n\nPosten\t2031\t2032\nWeg\t500 €\t600 €\nSteg\t70 €\t80 €\n\n2. Der Rat pflanzt.",
        [("1", "Der Rat stellt bereit:"), ("2", "Der Rat pflanzt.")],
    ),
    "points in cells": ("1.\tDer Rat baut.\n2.\tDer Rat pflanzt.", [("1", "Der Rat baut."), ("2", "Der Rat pflanzt.")]),
    "numbers": ("1. Der Rat baut.\n2. Der Rat pflanzt.", [("1", "Der Rat baut."), ("2", "Der Rat pflanzt.")]),
    "mixed brackets": ("1.) Der Rat baut.\n2) Der Rat pflanzt.", [("1", "Der Rat baut."), ("2", "Der Rat pflanzt.")]),
    "numbers without stops": ("1. Erhalt der Brücke\n2. Erhalt des Stegs", [("1", "Erhalt der Brücke"), ("2", "Erhalt des Stegs")]),
    "numbers alone on a line": ("01\n\nDer Rat baut.\n\n02\n\nDer Rat pflanzt.", [("01", "Der Rat baut."), ("02", "Der Rat pflanzt.")]),
    "a list that begins later": ("4. Der Rat baut.\n5. Der Rat pflanzt.", [("4", "Der Rat baut."), ("5", "Der Rat pflanzt.")]),
    "a list that lost its numbers": (
        "1. Der Rat baut.\n1. Der Rat pflanzt.\n1. Der Rat gießt.",
        [("1", "Der Rat baut."), ("2", "Der Rat pflanzt."), ("3", "Der Rat gießt.")],
    ),
    "numbers of several levels": (
        "8.1 Der Rat baut.\n8.2 Der Rat pflanzt.\n8.2.1 Linden zuerst.",
        [("8.1", "Der Rat baut."), ("8.2", "Der Rat pflanzt."), ("8.2.1", "Linden zuerst.")],
    ),
    "unnumbered paragraph after a number": (
        "1. Der Rat baut.\n\nDer Bau beginnt bald.\n\n2. Der Rat pflanzt.",
        [("1", "Der Rat baut. Der Bau beginnt bald."), ("2", "Der Rat pflanzt.")],
    ),
    "lead and letters": (
        "Der Rat beschließt nach Vorberatung im Bauausschuss\n\na) den Bau,\nb) die Pflanzung.",
        [("a", "den Bau,"), ("b", "die Pflanzung.")],
    ),
    "lead and dashes": ("Die Verwaltung wird gebeten,\n- zu prüfen und\n- zu berichten.", [("1", "zu prüfen und"), ("2", "zu berichten.")]),
    "lead with content": (
        "Der Rat beschließt den Bau mit folgenden Zielen:\n- Ruhe,\n- Grün.",
        [("1", "Der Rat beschließt den Bau mit folgenden Zielen:"), ("1.1", "Ruhe,"), ("1.2", "Grün.")],
    ),
    "numbered lead without content": (
        "1. Die Verwaltung wird beauftragt,\na) zu prüfen,\nb) zu berichten.\n2. Der Rat dankt.",
        [("1.a", "zu prüfen,"), ("1.b", "zu berichten."), ("2", "Der Rat dankt.")],
    ),
    "three levels": (
        "1. Das Leitbild umfasst:\na) Ziele\n- Klima\n- Teilhabe\nb) Wege\n2. Der Rat dankt.",
        [
            ("1", "Das Leitbild umfasst:"),
            ("1.a", "Ziele"),
            ("1.a.1", "Klima"),
            ("1.a.2", "Teilhabe"),
            ("1.b", "Wege"),
            ("2", "Der Rat dankt."),
        ],
    ),
    "private-use bullets over dashes": (
        "Der Rat beschließt:\n\uf0b7 Schule\n- mit Hof\n- ohne Tor\n\uf0b7 Halle",
        [("1", "Schule"), ("1.1", "mit Hof"), ("1.2", "ohne Tor"), ("2", "Halle")],
    ),
    "paragraph after bullets": (
        "Der Rat beschließt\n\n- den Bau und\n- die Pflanzung.\n\nEr dankt allen.",
        [("1", "den Bau und"), ("2", "die Pflanzung."), ("3", "Er dankt allen.")],
    ),
    "ordinals in a wrapped line": (
        "Der Rat vergibt für die Schule, 2030 bis\n1. Oktober 2031, den\n2. Bauabschnitt.",
        [("1", "Der Rat vergibt für die Schule, 2030 bis 1. Oktober 2031, den 2. Bauabschnitt.")],
    ),
    "a dash in a wrapped line": (
        "Der Rat stimmt\n– nach Beratung im Ausschuss –\ndem Bau zu.",
        [("1", "Der Rat stimmt – nach Beratung im Ausschuss – dem Bau zu.")],
    ),
    "named variants": (
        "1. Der Platz wird frei.\nVariante A: Mit Bäumen.\nVariante B: Ohne Bäume.",
        [("1", "Der Platz wird frei."), ("1.A", "Mit Bäumen."), ("1.B", "Ohne Bäume.")],
    ),
    "statute inside a point": (
        "1. Folgende\n\nSatzung\n\n§ 1\nDie Gebühr wird geändert:\n1. Absatz 1 entfällt.\n2. Absatz 2 bleibt.\n§ 2\nSie tritt in Kraft.\n2. Die Verwaltung macht sie bekannt.",
        [
            ("1", "Folgende Satzung § 1 Die Gebühr wird geändert: 1. Absatz 1 entfällt. 2. Absatz 2 bleibt. § 2 Sie tritt in Kraft."),
            ("2", "Die Verwaltung macht sie bekannt."),
        ],
    ),
    "statute below a lead": (
        (
            "Der Rat beschließt folgende Satzung:\n\n§ 1\nGeltung\n(1) Sie gilt hier.\n(2) Sie gilt nicht dort.\n\n§ 2\n1. Ein Hund kostet 9 €.\n2. Eine Katze ist frei.\n\n"
            "Die Verwaltung wird beauftragt, sie bekannt zu machen."
        ),
        [
            (
                "1",
                "Der Rat beschließt folgende Satzung: § 1 Geltung (1) Sie gilt hier. (2) Sie gilt nicht dort. § 2 1. Ein Hund kostet 9 €. 2. Eine Katze ist frei.",
            ),
            ("2", "Die Verwaltung wird beauftragt, sie bekannt zu machen."),
        ],
    ),
    "articles that amend a statute": (
        "Der Rat beschließt die beigefügte Satzung:\n\nArtikel 1\n§ 5 erhält folgende Fassung:\n(2) Ein Hund kostet 9 €.\nArtikel 2\nSie tritt in Kraft.",
        [
            (
                "1",
                "Der Rat beschließt die beigefügte Satzung: Artikel 1 § 5 erhält folgende Fassung: (2) Ein Hund kostet 9 €. Artikel 2 Sie tritt in Kraft.",
            )
        ],
    ),
    "a title above the articles": (
        "Satzung über die Unterkünfte\n\nI. Form\n§ 1 Name\n(1) Sie heißt so.\n(2) Sie gilt hier.",
        [("1", "Satzung über die Unterkünfte I. Form § 1 Name (1) Sie heißt so. (2) Sie gilt hier.")],
    ),
    "statute under roman headings": (
        "Der Rat beschließt folgende Satzung:\n\nI. Form\n§ 1 Name\n(1) Er heißt so.\n(2) Er hat:\na) ein Haus",
        [("1", "Der Rat beschließt folgende Satzung: I. Form § 1 Name (1) Er heißt so. (2) Er hat: a) ein Haus")],
    ),
    "quoted contract": (
        "Dem Vertrag wird zugestimmt:\n„§ 1 Gegenstand\n1. Die Stadt gibt.\n2. Der Verein nimmt.“",
        [("1", "Dem Vertrag wird zugestimmt: „§ 1 Gegenstand 1. Die Stadt gibt. 2. Der Verein nimmt.“")],
    ),
    "named headings": (
        "Feld A: Verkehr\n1. Der Rat baut.\n2. Der Rat wartet.\nFeld B: Klima\n3. Der Rat pflanzt.",
        [("1", "Der Rat baut."), ("2", "Der Rat wartet."), ("3", "Der Rat pflanzt.")],
    ),
    "numbers that are left out": ("2. Der Rat baut.\n4. Der Rat pflanzt.", [("2", "Der Rat baut."), ("4", "Der Rat pflanzt.")]),
    "decimals and back": (
        "1. Der Plan wird mit folgenden Teilen beschlossen:\n1.1 Tempo dreißig\n1.2 Einbahn in der Gasse\n2. Die Verwaltung setzt um.",
        [
            ("1", "Der Plan wird mit folgenden Teilen beschlossen:"),
            ("1.1", "Tempo dreißig"),
            ("1.2", "Einbahn in der Gasse"),
            ("2", "Die Verwaltung setzt um."),
        ],
    ),
    "a list inside one line": ("Der Rat beschließt: 1. den Plan, 2. den Weg.", [("1", "den Plan,"), ("2", "den Weg.")]),
    "a list inside one line, in brackets": (
        "Der Rat beschließt: (1. Der Plan gilt. 2. Der Weg bleibt.)",
        [("1", "Der Plan gilt."), ("2", "Der Weg bleibt.)")],
    ),
    "a sum is no list": ("Der Rat zahlt: 1. Quartal 500 €.", [("1", "Der Rat zahlt: 1. Quartal 500 €.")]),
    "quoted numbers": ("Der Rat beschließt:\n„1. Die Stadt zahlt.\n2. Sie spart.“", [("1", "Die Stadt zahlt."), ("2", "Sie spart.“")]),
    "lead with two infinitives": (
        "Der Magistrat wird gebeten, zu prüfen und zu berichten,\na) ob A,\nb) ob B.",
        [("a", "ob A,"), ("b", "ob B.")],
    ),
    "a result in brackets": ("Der Rat zahlt 500 €\n(einstimmig)", [("1", "Der Rat zahlt 500 €")]),
    "second lead": (
        "Der Rat beschließt:\n1. den Plan,\n2. den Weg.\n\nDie Verwaltung wird beauftragt:\n1. zu bauen,\n2. zu berichten.",
        [("1", "den Plan,"), ("2", "den Weg."), ("1", "zu bauen,"), ("2", "zu berichten.")],
    ),
    "subject above its verbs": (
        "Der Rat der Stadt\n- begrüßt den Plan,\n- dankt allen.",
        [("1", "begrüßt den Plan,"), ("2", "dankt allen.")],
    ),
    "widget below the heading": ("Reduzieren\n\nDer Rat baut.", [("1", "Der Rat baut.")]),
    "rows of figures": (
        "Der Rat genehmigt:\n\nHalle 7.880002.700 1.740 €\n\n7.880003.700 240 €\n\n7.880004.700 410 €",
        [("1", "Halle 7.880002.700 1.740 € 7.880003.700 240 € 7.880004.700 410 €")],
    ),
    "levels below a lead": (
        "2. Die Verwaltung wird gebeten,\n2.1 zu bauen,\n2.2 zu berichten.",
        [("2.1", "zu bauen,"), ("2.2", "zu berichten.")],
    ),
    "levels without a number above, and back": (
        "2.1 Der Rat baut.\n2.2 Der Rat pflanzt.\n3.1 Der Rat gießt.\n4. Der Rat dankt.",
        [("2.1", "Der Rat baut."), ("2.2", "Der Rat pflanzt."), ("3.1", "Der Rat gießt."), ("4", "Der Rat dankt.")],
    ),
    "a reference behind a broken line": (
        "a) Der Bauausschuss empfiehlt, den Beschluss zu\n\nc) zu fassen.\n\nb) Der Rat baut.\n\nc) Der Rat dankt.",
        [("a", "Der Bauausschuss empfiehlt, den Beschluss zu c) zu fassen."), ("b", "Der Rat baut."), ("c", "Der Rat dankt.")],
    ),
    "a lead without a stop": (
        "Der Rat beschließt im Zuge dessen\n\na) den Bau,\n\nb) den Kauf.",
        [("a", "den Bau,"), ("b", "den Kauf.")],
    ),
    "a decimal that no number follows": (
        "3.1 Der Rat baut.\n3.2 Der Rat misst am\n5. Tag nach.",
        [("3.1", "Der Rat baut."), ("3.2", "Der Rat misst am 5. Tag nach.")],
    ),
    "a lead with a date": (
        "Die Versammlung vom 3. April 2030 hat folgende Beschlüsse gefasst:\n\n1. Der Plan gilt.\n2. Der Weg bleibt.",
        [("1", "Der Plan gilt."), ("2", "Der Weg bleibt.")],
    ),
    "a decimal at the start of a line": ("1. Der Weg misst\n1.5 km und mehr.", [("1", "Der Weg misst 1.5 km und mehr.")]),
    "page mark between points": ("1. Der Rat baut.\n\n– 2 –\n\n2. Der Rat pflanzt.", [("1", "Der Rat baut."), ("2", "Der Rat pflanzt.")]),
    "leading zeros": ("001 Der Rat baut.\n\n002 Der Rat pflanzt.", [("001", "Der Rat baut."), ("002", "Der Rat pflanzt.")]),
    "a dashed lead": (
        "- beschließt der Stadtrat\n\n01 Der Rat baut.\n\n02 Der Weg gilt.",
        [("01", "Der Rat baut."), ("02", "Der Weg gilt.")],
    ),
    "numbered heads over levels": (
        "1. Der Rat bekennt sich zum Rad.\n2. Radwege\n2.1 Das Netz wächst.\n2.2 Es gilt.",
        [("1", "Der Rat bekennt sich zum Rad."), ("2", "Radwege"), ("2.1", "Das Netz wächst."), ("2.2", "Es gilt.")],
    ),
    "a lead that tells the vote": (
        "Der Rat beschließt mit 21 Ja-, 19 Neinstimmen und 4 Enthaltungen:\n\n1. Der Plan gilt.\n2. Der Weg bleibt.",
        [("1", "Der Plan gilt."), ("2", "Der Weg bleibt.")],
    ),
    "a lead that begins elsewhere": (
        "Gemäß der Vorlage beschließt der Rat mit 40 Ja-, 0 Neinstimmen und 4 Enthaltungen:\n\n1. Der Plan gilt.\n2. Der Weg bleibt.",
        [("1", "Der Plan gilt."), ("2", "Der Weg bleibt.")],
    ),
    "the head on a second line": (
        "des Jugendausschusses vom 03.04.2030\n- öffentlich -\n\nI. Der Ausschuss dankt.\n\nII. Ref. V",
        [("I", "Der Ausschuss dankt."), ("II", "Ref. V")],
    ),
    "lead and one paragraph in one block": ("Der Rat beschließt einstimmig:\nDer Plan wird Satzung.", [("1", "Der Plan wird Satzung.")]),
}


@pytest.mark.parametrize(("resolution", "points"), CASES.values(), ids=CASES.keys())
def test_points(resolution: str, points: list[tuple[str, str]]) -> None:
    assert found(resolution) == points


def test_headings_are_no_level_and_bullets_count_on() -> None:
    text = "Beschluss:\n5. In der Vorlage werden folgende Maßnahmen ergänzt:\n\nFeld 1. Gesundheit\n\n- Beratung vor Ort\n- Hilfe im Quartier\n\nFeld 2. Bildung\n\n- Kurse am Abend\n\nFeld 3. Kultur\n\nFeste im Park\n\nKonzerte im Hof\n\nAbstimmungsergebnis:\n40/7/7"
    assert [(p.path, p.heading, p.text) for p in points_of(text)] == [
        ("5", None, "In der Vorlage werden folgende Maßnahmen ergänzt:"),
        ("5.1", "Feld 1. Gesundheit", "Beratung vor Ort"),
        ("5.2", "Feld 1. Gesundheit", "Hilfe im Quartier"),
        ("5.3", "Feld 2. Bildung", "Kurse am Abend"),
        ("5.4", "Feld 3. Kultur", "Feste im Park"),
        ("5.5", "Feld 3. Kultur", "Konzerte im Hof"),
    ]


def test_headings_may_follow_without_an_empty_line() -> None:
    text = "Beschluss:\n5. Folgendes wird ergänzt:\nFeld 1. Wohnen\n- Hilfe im Haus\n- Rat für alle\nFeld 2. Bildung\n- Kurse am Abend\n- Hefte für alle"
    assert [(p.path, p.heading, p.text) for p in points_of(text)] == [
        ("5", None, "Folgendes wird ergänzt:"),
        ("5.1", "Feld 1. Wohnen", "Hilfe im Haus"),
        ("5.2", "Feld 1. Wohnen", "Rat für alle"),
        ("5.3", "Feld 2. Bildung", "Kurse am Abend"),
        ("5.4", "Feld 2. Bildung", "Hefte für alle"),
    ]


def test_the_motion_of_an_executive_is_a_proposal_before_its_points() -> None:
    text = "Vorlage 3/30\n\nAntrag des Stadtrates\n\n1. Der Weg wird gebaut.\n2. Der Steg bleibt.\n\nWeisung\nDer Weg ist alt."
    assert [(p.path, p.stage, p.text) for p in points_of(text)] == [
        ("1", "proposed", "Der Weg wird gebaut."),
        ("2", "proposed", "Der Steg bleibt."),
    ]


@pytest.mark.parametrize("result", ["Annahme", "Zustimmung"])
def test_the_name_of_a_result_stands_above_the_text_that_was_voted(result: str) -> None:
    text = f"Beschluss: {result}\n\nAbstimmung: Ja: 15, Nein: 0\n\n1. Der Austritt von Frau Muster wird zur Kenntnis genommen."
    assert [(p.path, p.text) for p in points_of(text)] == [("1", "Der Austritt von Frau Muster wird zur Kenntnis genommen.")]


def test_words_behind_the_name_of_a_result_are_a_text() -> None:
    assert [p.text for p in points_of("Beschluss: Annahme der Spende von 500 Euro")] == ["Annahme der Spende von 500 Euro"]


@pytest.mark.parametrize(
    "verb", ["Beschließt mit 18 Ja-Stimmen (ABC, DEF) gegen 6 Nein-Stimmen (GHI):", "Beschließt einstimmig:", "beschließt:"]
)
def test_the_verb_of_an_extract_stands_below_its_grounds(verb: str) -> None:
    text = (
        "Auszug aus dem Protokollbuch\n\nDer Stadtrat,\n\nIn Erwägung, dass der Wagen alt ist;\n\n"
        f"{verb}\n\nArtikel 1: Das Lastenheft wird genehmigt.\n\nArtikel 2: Die Ausgabe wird eingetragen.\n\nArtikel 3: Der Rat dankt."
    )
    assert [(p.path, p.text) for p in points_of(text)] == [
        ("1", "Das Lastenheft wird genehmigt."),
        ("2", "Die Ausgabe wird eingetragen."),
        ("3", "Der Rat dankt."),
    ]


def test_what_the_administration_says_of_a_motion_is_no_point() -> None:
    text = "Der Rat möge beschließen:\n\nDer Weg wird gebaut.\n\nStellungnahme:\n\nEin Weg kostet viel. Bedenken bestehen nicht."
    assert [p.text for p in points_of(text)] == ["Der Weg wird gebaut."]


def test_paths_start_again_under_each_agenda_item() -> None:
    text = "Beschluss:\nTOP 9.1:\n1. Der Rat baut.\n2. Der Rat pflanzt.\n\nTOP 9.2:\nDer Rat dankt.\n\nAbstimmungsergebnis:\neinstimmig"
    assert [(p.agenda_item, p.path, p.text) for p in points_of(text)] == [
        ("9.1", "1", "Der Rat baut."),
        ("9.1", "2", "Der Rat pflanzt."),
        ("9.2", "1", "Der Rat dankt."),
    ]


def test_proposal_and_decision_are_both_given() -> None:
    text = "Beschlussvorschlag:\nDer Rat baut.\n\nBeschluss:\nDer Rat baut nicht.\n\nAbstimmungsergebnis:\nmehrheitlich zugestimmt"
    assert [(p.stage, p.text) for p in points_of(text)] == [("proposed", "Der Rat baut."), ("adopted", "Der Rat baut nicht.")]


@pytest.mark.parametrize(
    ("text", "stage"),
    [
        ("Beschluss:\nDer Rat baut.\n\nAbstimmungsergebnis:\nmehrheitlich abgelehnt", "rejected"),
        ("Beschluss:\nDer Ausschuss empfiehlt dem Rat, zu bauen.\n\nAbstimmungsergebnis:\neinstimmig", "recommended"),
        (
            "Beschluss:\nDer Ausschuss empfiehlt dem Rat zu beschließen:\n1. Der Weg gilt.\n\nAbstimmungsergebnis:\neinstimmig",
            "recommended",
        ),
        ("Beschluss:\nDer Rat baut.\n\nAbstimmungsergebnis:\nnicht empfohlen", "rejected"),
        ("Beschlussvorschlag:\nDer Rat baut.\n\nBegründung:\nEs ist nötig.", "proposed"),
        ("Beschlussempfehlung:\nDer Rat baut.\n\nAbstimmungsergebnis:\n9 Ja, 2 Nein", "recommended"),
        ("Vorlage 3/30\n\nGenaue Fassung:\nDer Rat baut.\n\nAbstimmungsergebnis:\neinstimmig", "adopted"),
        ("TOP: Ö 3\nBeschlussart: ungeändert beschlossen\nDatum: 1.1.2030\n\nBeschlussvorschlag:\nDer Rat baut.", "adopted"),
        ("Beschlusskontrolle zu V0001/30\n\n1. „Der Rat bestätigt den Plan.“\n\nZu Beschlusspunkt 1\n\nEr ist umgesetzt.", "quoted"),
    ],
)
def test_stage(text: str, stage: str) -> None:
    assert [point.stage for point in points_of(text)] == [stage]


def test_an_amendment_has_its_own_fate() -> None:
    text = (
        "TOP 6 Radwege\n\nÄnderungsantrag der ABC-Fraktion:\nZiffer 2 entfällt.\nAbstimmungsergebnis: mehrheitlich abgelehnt\n\n"
        "Beschluss:\nDer Rat baut.\nAbstimmungsergebnis: einstimmig beschlossen"
    )
    assert [(point.stage, point.text) for point in points_of(text)] == [("rejected", "Ziffer 2 entfällt."), ("adopted", "Der Rat baut.")]


def test_a_proposal_printed_twice_is_one() -> None:
    text = "Kurzfassung\n\nDer Rat stimmt dem Bau zu.\n\nBegründung:\nEs ist nötig.\n\nBeschlussvorschlag:\nDer Rat baut.\n\nAnlagen:\nPlan\n\nBeschlussvorschlag:\nDer Rat baut."
    assert [point.text for point in points_of(text) if point.text == "Der Rat baut."] == ["Der Rat baut."]


@pytest.mark.parametrize(
    ("resolution", "act", "addressee"),
    [
        ("Die Verwaltung wird beauftragt, zu prüfen.", "instruct", "Verwaltung"),
        ("Der Rat bittet das Land, zu zahlen.", "request", "Land"),
        ("Das Amt für Grünflächen wird ermächtigt, zu pflanzen.", "authorise", "Amt für Grünflächen"),
        ("Der Rat nimmt den Bericht zur Kenntnis und ermächtigt die Stadtverwaltung, zu kaufen.", "authorise", "Stadtverwaltung"),
        ("Nach dem Bau des Stegs wird die Verwaltung beauftragt, zu zählen.", "instruct", "Verwaltung"),
        ("Der Rat beschließt, die Stadtverwaltung wird aufgefordert, zu zählen.", "request", "Stadtverwaltung"),
        ("Der Ausschuss empfiehlt dem Rat, zu bauen.", "recommend", "Rat"),
        ("Der Rat bittet die Muster GmbH, zu bauen.", "request", "Muster GmbH"),
        ("Sodann wird auf Wunsch des Rates das Gartenbauamt gebeten, zu pflanzen.", "request", "Gartenbauamt"),
        ("Der Rat beschließt, die Verwaltung zu beauftragen, den Weg zu bauen.", "instruct", "Verwaltung"),
        ("1. den Vorstand der Muster GmbH anzuweisen, dem Plan zuzustimmen.", "instruct", "Vorstand der Muster GmbH"),
        ("1. das Land aufzufordern, den Weg zu bauen.", "request", "Land"),
        ("1. die Bürgermeisterin mit der Ausschreibung zu beauftragen.", "instruct", "Bürgermeisterin"),
        ("Der Rat beschließt, den Antrag, das Werk anzuweisen, abzulehnen.", "decide", None),
        ("Die Mittel sind im Haushalt einzustellen.", "instruct", None),
        ("Der Rat nimmt den Bericht zur Kenntnis.", "note", None),
        ("Der Rat lehnt den Antrag ab.", "reject", None),
        ("Die Satzung wird wie folgt geändert.", "amend", None),
        ("Verwiesen in den Fachausschuss", "procedural", None),
        ("Der Rat stimmt dem Bau zu. Die Verwaltung wird ermächtigt, zu bauen.", "approve", None),
    ],
)
def test_act_and_addressee(resolution: str, act: str, addressee: str | None) -> None:
    assert [(p.act, p.addressee) for p in points_of(f"Beschluss:\n{resolution}\n\nAbstimmungsergebnis: einstimmig")] == [(act, addressee)]


def test_the_verb_of_a_lead_passes_to_its_points() -> None:
    points = points_of("Beschluss:\nDer Rat beauftragt die Verwaltung:\n- zu prüfen,\n- zu berichten.\n\nAbstimmung: einstimmig")
    assert [(p.act, p.addressee) for p in points] == [("instruct", "Verwaltung"), ("instruct", "Verwaltung")]


def test_an_infinitive_may_open_a_list() -> None:
    text = "Beschluss:\nDer Rat beschließt,\n1. den Weg zu bauen,\n2. die Verwaltung zu beauftragen,\n2.1 zu prüfen,\n2.2 zu berichten.\n"
    points = [(p.path, p.act, p.addressee) for p in points_of(f"{text}\nAbstimmung: einstimmig")]
    assert points == [("1", "decide", None), ("2.1", "instruct", "Verwaltung"), ("2.2", "instruct", "Verwaltung")]


@pytest.mark.parametrize(
    "text",
    [
        "Beschluss: einstimmig abgelehnt",
        "Beschluss:\nmehrheitlich zugestimmt\n\nAbstimmungsergebnis:\n12 Ja",
        "Begründung:\n1. Der Bau ist nötig.\n2. Der Bau ist schön.",
        "Anlagen:\n1. Plan\n2. Foto",
        "Tagesordnung\n\n1. Haushalt\n2. Verkehr",
        "Beschluss:\n2. \n\n\u00ad ",
        "Protokoll\n\nDer Ausschuss ist beschlussfähig.",
        "Inhalt\n1. Einleitung 3\n2. Beschluss 5\n3. Kosten 7",
        "",
        "Pressemitteilung\n\nDer Rat stimmt im Juli über den Plan ab.\n\n• Er soll helfen.\n• Er soll wirken.",
    ],
)
def test_no_points(text: str) -> None:
    assert points_of(text) == []


def test_a_quote_is_verbatim_though_its_words_were_repaired() -> None:
    text = "Beschluss:\n1.\u00a0\u00a0Der Rat stimmt dem Haus-\nhalt zu."
    (point,) = points_of(text)
    assert (point.text, point.quote.text) == ("Der Rat stimmt dem Haushalt zu.", "Der Rat stimmt dem Haus-\nhalt zu.")
    assert text[point.quote.start : point.quote.end] == point.quote.text


def test_a_blank_result_box_adopts_nothing() -> None:
    text = "Beschlussvorschlag:\nDer Rat baut.\n\nBeratungsergebnis\nGremium: Sitzung am:\n[ ] Einstimmig [ ] Mit Stimmenmehrheit Ja: Nein:"
    assert [point.stage for point in points_of(text)] == ["proposed"]


def test_a_vote_may_stand_above_its_text() -> None:
    text = "Vorlage 1/2030\n\nBeschluss:\nAbstimmung: Ja: 22, Nein: 3, Anwesend: 25\n\nDer Stadtrat beschließt den Weg."
    assert [(point.stage, point.text) for point in points_of(text)] == [("adopted", "Der Stadtrat beschließt den Weg.")]


def test_a_committee_may_announce_its_recommendation() -> None:
    text = "Der Ausschuss empfiehlt dem Rat einstimmig folgenden\n\nBeschlussvorschlag:\na) Der Rat baut.\nb) Der Rat pflanzt."
    assert [(point.path, point.stage) for point in points_of(text)] == [("a", "recommended"), ("b", "recommended")]


@pytest.mark.parametrize(
    "opening",
    [
        "Der Stadtrat der Stadt Musterau hat in seiner Sitzung am 03.04.2030 folgenden Beschluss gefasst:",
        "Der Rat stimmt dem Antrag der Mehrheit mit 97 gegen 16 Stimmen zu.\n\nDamit ist beschlossen:",
        "Gemäß Antrag beschließt der Rat mit 9 Ja-, 0 Neinstimmen:\n\nBeschluss-Nr. 51-7(VII)30",
        "Der Senat fasst heute über Antrag folgenden einstimmigen\n\nBeschluss:",
    ],
)
def test_what_opens_a_resolution_is_no_point(opening: str) -> None:
    text = f"{opening}\n\n1. Der Plan wird aufgestellt.\n2. Die Motion wird abgeschrieben."
    assert [(p.path, p.text, p.stage) for p in points_of(text)] == [
        ("1", "Der Plan wird aufgestellt.", "adopted"),
        ("2", "Die Motion wird abgeschrieben.", "adopted"),
    ]


def test_the_number_of_a_decision_is_no_part_of_its_text() -> None:
    assert found("BV 12/2030\nDer Rat beschließt die Satzung.") == [("1", "Der Rat beschließt die Satzung.")]


@pytest.mark.parametrize(
    "result", ["durch Antwort der Verwaltung erledigt", "bis nach dem Gespräch geschoben", "obsolet", "Einzelabstimmung"]
)
def test_a_result_behind_the_label_is_no_point(result: str) -> None:
    assert points_of(f"TOP 3 Weg\nBeschluss: {result}") == []


@pytest.mark.parametrize(
    "opening",
    ["Wir beantragen:", "Wir beantragen daher folgendes:", "Die ABC-Fraktion im Rat beantragt daher:", "Die Fraktion ABC beantragt:"],
)
def test_the_motion_of_a_group_is_a_proposal(opening: str) -> None:
    text = f"Antrag zum Haushalt\n\n{opening}\n\nDie Wege werden gebaut.\n\nDie Stege werden gebaut.\n\nBegründung:\nEs ist nötig."
    assert [(p.stage, p.text) for p in points_of(text)] == [
        ("proposed", "Die Wege werden gebaut."),
        ("proposed", "Die Stege werden gebaut."),
    ]


def test_what_a_group_moves_in_a_sentence_opens_nothing() -> None:
    assert points_of("Antrag\n\nDie ABC-Fraktion beantragt, den Weg zu bauen. Wir beantragen dies seit 2030.\n\nDer Weg ist alt.") == []


def test_votes_without_colons_are_no_point() -> None:
    text = "Der Rat beruft:\n- Frau Muster\n- Herrn Beispiel\n\nJa-Stimmen 34 / Nein-Stimmen 0 / Enthaltungen 1\n\nTOP 5 Weg"
    assert [point.text for point in points_of(text)] == ["Frau Muster", "Herrn Beispiel"]


def test_a_motion_in_quotation_marks() -> None:
    text = "Herr Muster stellt folgenden Antrag:\n„Der Beirat fordert das Amt auf, zu planen.“\nAbstimmung: Dem Antrag wird mit 9 Ja-Stimmen zugestimmt."
    assert [(point.stage, point.text) for point in points_of(text)] == [("adopted", "„Der Beirat fordert das Amt auf, zu planen.“")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "TOP 2 Rasenmäher\nAntrag des Bürgermeisters: Der Gemeinderat möge beschließen, einen Rasenmäher zu kaufen.\nBeschluss: Der Antrag wird angenommen.",
            ("einen Rasenmäher zu kaufen.", "adopted"),
        ),
        (
            "TOP 2 Rasenmäher\nGR Amsel stellt den Antrag, einen Rasenmäher zu kaufen.\nAbstimmung: Der Antrag wird abgelehnt.",
            ("einen Rasenmäher zu kaufen.", "rejected"),
        ),
        (
            "TOP 2 Halle\nAntrag: Für die Halle wird ein Kredit bewilligt.\nBeschluss: Mit 41 Ja- gegen 18 Nein-Stimmen wird der Kredit bewilligt.",
            ("Für die Halle wird ein Kredit bewilligt.", "adopted"),
        ),
        (
            "TOP 2 Baugesuch\nDem Baugesuch wird das Einvernehmen erteilt.\n12:0",
            ("Dem Baugesuch wird das Einvernehmen erteilt.", "adopted"),
        ),
    ],
    ids=["label", "speaker", "counts", "consent"],
)
def test_what_was_moved_or_decided_above_a_vote(text: str, expected: tuple[str, str]) -> None:
    assert [(point.text, point.stage) for point in points_of(f"Niederschrift\n\n{text}")] == [expected]


@pytest.mark.parametrize(
    "lead",
    [
        "Der Gemeinderat fasst folgenden einstimmigen Beschluss:",
        "Der Rat fasst sodann einstimmig folgenden Beschluss:",
        "Der Stadtrat beschließt bei 3 Gegenstimmen der ABC-Fraktion und einer Enthaltung mehrheitlich:",
        "Der Stadtrat der Großen Kreisstadt Amselheim beschließt in seiner öffentlichen Sitzung am 28.03.2031:",
        "Der Stadtrat beschließt in seiner Sitzung am 3. Mai 2031:",
        "Der Bauausschuss empfiehlt dem Rat folgende Beschlussfassung:",
        "Der Kreistag fasst ohne Gegenstimmen nachstehende Resolution:",
        "Der Rat fasst nach Vorberatung im Bauausschuss den Grundsatzbeschluss,",
        "Die Bezirksverordnetenversammlung hat in der 3. Sitzung am 03.05.2031 beschlossen,",
        "Der Rat beschließt, die Verwaltung zu beauftragen,",
    ],
)
def test_a_lead_with_date_place_or_vote_only_opens(lead: str) -> None:
    assert found(f"{lead}\n1. den Bau der Halle,\n2. den Bau des Wegs.") == [("1", "den Bau der Halle,"), ("2", "den Bau des Wegs.")]


@pytest.mark.parametrize(
    "lead",
    [
        "Der Rat beschließt folgende Satzung:",
        "Der Rat beschließt in seiner Sitzung am 3. Mai 2031 den Bau der Halle mit folgenden Teilen:",
        "Der Rat beschließt gegen die Stimmen der ABC-Fraktion den Bau von:",
    ],
)
def test_a_lead_with_content_is_a_point(lead: str) -> None:
    assert found(f"{lead}\na) Tor,\nb) Weg.") == [("1", lead), ("1.a", "Tor,"), ("1.b", "Weg.")]


def test_the_verb_and_the_addressee_of_a_lead_with_a_vote_pass_on() -> None:
    text = "Beschluss:\nDer Rat bittet bei 3 Gegenstimmen der ABC-Fraktion das Land:\n1. den Weg zu bauen,\n2. den Steg zu bauen.\n\nAbstimmungsergebnis: 9:3"
    assert [(point.act, point.addressee) for point in points_of(text)] == [("request", "Land"), ("request", "Land")]


def test_the_circles_of_a_word_processor_are_bullets() -> None:
    assert found("Die Verwaltung wird beauftragt,\no die Halle zu planen,\no den Weg zu bauen.") == [
        ("1", "die Halle zu planen,"),
        ("2", "den Weg zu bauen."),
    ]


def test_a_motion_voted_down_before_the_decision_is_rejected() -> None:
    text = (
        "Niederschrift\n\nTOP 5 Steuer\n\nAntrag der ABC-Fraktion: Die Steuer wird gesenkt.\n\nDer Antrag wird mit 3 gegen 12 Stimmen abgelehnt.\n\n"
        "Beschluss:\nDer Rat beschließt die Steuer.\n\nAbstimmungsergebnis: 12:3"
    )
    assert [(point.text, point.stage) for point in points_of(text)] == [
        ("Die Steuer wird gesenkt.", "rejected"),
        ("Der Rat beschließt die Steuer.", "adopted"),
    ]


def test_a_lettered_heading_opens_what_was_decided() -> None:
    text = "A. Beschluss\n\nI. Der Plan wird beschlossen.\n\nII. Das Amt wird beauftragt, den Plan auszulegen."
    assert [(point.path, point.stage) for point in points_of(text)] == [("I", "adopted"), ("II", "adopted")]


def test_two_verbs_of_choosing_only_open() -> None:
    assert found("Der Rat wählt und bestellt\n\nFrau Muster\n\nzum nächsten Termin zur Beigeordneten.") == [
        ("1", "Frau Muster"),
        ("2", "zum nächsten Termin zur Beigeordneten."),
    ]


def test_a_result_torn_over_paragraphs_is_no_point() -> None:
    text = (
        "GR. Amsel stellt folgenden Zusatzantrag:\n\nDie Bausumme ist zu begrenzen.\n\nDer Zusatzantrag der ABC wird mit\n\n4 Ja-Stimmen\n"
        "gegen 31 Nein-Stimmen\n\nabgelehnt."
    )
    assert [point.text for point in points_of(text)] == ["Die Bausumme ist zu begrenzen."]


def test_what_the_executive_is_ready_for_is_no_resolution() -> None:
    assert (
        points_of("Protokoll\n\n5. Postulat Amsel\nDer Stadtrat ist bereit, das Postulat entgegenzunehmen.\nDas Postulat wird überwiesen.")
        == []
    )


def test_a_result_above_the_points_is_none() -> None:
    text = "Beschluss: Das Gremium beschließt geändert.\n\nDer Steg wird gebaut.\n\nDie Linde bleibt stehen.\n\nBeratungsgang:\n\nHerr Muster dankt."
    assert [(point.path, point.text) for point in points_of(text)] == [("1", "Der Steg wird gebaut."), ("2", "Die Linde bleibt stehen.")]


@pytest.mark.parametrize("result", ["zurück in die Fraktionen ohne erneute Beratung", "Wie Vorlage", "laut Vorschlag der Verwaltung"])
def test_the_name_of_a_result_is_no_point(result: str) -> None:
    assert points_of(f"Beschluss: {result}\n\nAbstimmung: Ja: 9") == []


@pytest.mark.parametrize(
    "text",
    ["Der Rat beschließt einstimmig.", "den Steg zu bauen", "Verwiesen in den Fachausschuss", "Der Rat beschließt wie folgt:\n\n- Ruhe"],
)
def test_what_stands_alone_and_says_something_is_a_point(text: str) -> None:
    assert len(found(text)) == 1


def test_second_labels_open_the_list_below() -> None:
    assert found(
        "Die Verwaltung schlägt vor,\n\na) den Plan zu beschließen,\n\nb) 1. den Gewinn zurückzulegen,\n\n2. den Verlust zu decken,"
    ) == [
        ("a", "den Plan zu beschließen,"),
        ("b.1", "den Gewinn zurückzulegen,"),
        ("b.2", "den Verlust zu decken,"),
    ]
    assert found("1. a) Der Steg wird gebaut.\nb) Der Weg wird gebaut.\n2. Der Rat dankt.") == [
        ("1.a", "Der Steg wird gebaut."),
        ("1.b", "Der Weg wird gebaut."),
        ("2", "Der Rat dankt."),
    ]
    assert found("1. A. Muster wird bestellt.\n2. Der Rat dankt.") == [("1", "A. Muster wird bestellt."), ("2", "Der Rat dankt.")]


def test_a_list_inside_one_line() -> None:
    assert found("1.) Der Steg wird gebaut. 2.) Die Kosten trägt die Stadt. 3.) Der Rat dankt.") == [
        ("1", "Der Steg wird gebaut."),
        ("2", "Die Kosten trägt die Stadt."),
        ("3", "Der Rat dankt."),
    ]
    assert found("1. Der Steg wird gebaut bis zum Ende. 2. Bauabschnitt folgt.") == [
        ("1", "Der Steg wird gebaut bis zum Ende. 2. Bauabschnitt folgt.")
    ]


def test_an_earlier_decision_in_a_report_is_quoted() -> None:
    text = "Sachverhalt:\nMit Beschluss 12/2031 wurde der Bürgermeister beauftragt,\n1. Bäume zu pflanzen,\n2. Bänke aufzustellen.\n\nBeides steht noch aus."
    assert [(point.path, point.text, point.stage) for point in points_of(text)] == [
        ("1", "Bäume zu pflanzen,", "quoted"),
        ("2", "Bänke aufzustellen.", "quoted"),
    ]

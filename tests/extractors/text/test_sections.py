"""Which part of an item a line belongs to: complete divisions of short fictional items."""

import pytest

from extractors.text.sections import sections_of


def kinds(text: str) -> list[tuple[str, str]]:
    """The sections in order, each with the first words in it."""
    return [(section.kind, text[section.start : section.end].strip().split("\n")[0]) for section in sections_of(text, 0, len(text))]


def test_headings_open_sections() -> None:
    text = "TOP 3 Turnhalle\n\nSachverhalt:\nDie Halle ist alt.\n\nBeschlussvorschlag:\nDer Rat stimmt zu.\n\nBeschluss:\nDer Rat stimmt zu.\n\nAbstimmungsergebnis: einstimmig\n\nProtokollnotiz:\nFrau Muster war nicht im Raum."
    assert kinds(text) == [
        ("header", "TOP 3 Turnhalle"),
        ("reasoning", "Sachverhalt:"),
        ("proposal", "Beschlussvorschlag:"),
        ("resolution", "Beschluss:"),
        ("vote", "Abstimmungsergebnis: einstimmig"),
        ("note", "Protokollnotiz:"),
    ]


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Beschluss:", "resolution"),
        ("BESCHLUSS:", "resolution"),
        ("II. Beschluss", "resolution"),
        ("**Beschluss:**", "resolution"),
        ("Geänderter Beschluss:", "resolution"),
        ("Ergebnis/Beschluss:", "resolution"),
        ("Beschluss Nr. 12/2020:", "resolution"),
        ("Beschlusstext:", "resolution"),
        ("Beschlussvorschlag", "proposal"),
        ("Beschlussempfehlung:", "proposal"),
        ("Antrag an den Gemeinderat", "proposal"),
        ("Die Bezirksvertretung möge beschließen:", "proposal"),
        ("Abstimmung:", "vote"),
        ("Abst.-Erg.:", "vote"),
        ("Beratungsergebnis:", "vote"),
        ("Abstimmungsvermerke:", "vote"),
        ("Stellungnahme:", "reasoning"),
        ("3. Begründung:", "reasoning"),
        ("Finanzielle Auswirkungen  nein ☒ ja ☐", "reasoning"),
        ("Anlage(n):", "reasoning"),
        ("Wortprotokoll", "debate"),
        ("Bemerkung:", "note"),
        ("Zur Beurkundung:", "other"),
    ],
)
def test_heading(heading: str, kind: str) -> None:
    assert kinds(f"Kopf\n\n{heading}\nText.")[1] == (kind, heading)


@pytest.mark.parametrize(
    "line",
    [
        "Beschlussfähigkeit war gegeben.",
        "Die Begründung: sie fehlt.",
        "Anlage 3 der Vorlage zeigt den Plan.",
        "Abstimmung der Zeitschiene mit dem Amt",
        "Beratungen fanden statt.",
    ],
)
def test_no_heading(line: str) -> None:
    assert [kind for kind, _ in kinds(f"Kopf\n\n{line}")] == ["header"]


def test_the_rest_of_a_full_line_is_no_heading() -> None:
    column = "Wir haben lange gewartet auf diesen einen\nBeschluss\nund freuen uns."
    assert [kind for kind, _ in kinds(column)] == ["header"]


@pytest.mark.parametrize(
    "speech",
    [
        "Stadträtin Muster (ABC): Wir stimmen zu.",
        "Erika Muster (Freie Wähler): Wir stimmen zu.",
        "Oberbürgermeisterin Erika Muster: Ich rufe auf.",
        "Der Vorsitzende ruft den Punkt auf.",
        "Der Vorsitzende: Ich danke.",
        "RM Muster führt aus, dass es teuer ist.",
        "Herr Muster, Amtsleiter, berichtet vom Stand.",
        "Frau Dr. Muster-Mann erläutert die Vorlage.",
        "GR Mag. Muster fragt nach den Kosten.",
        "Auf Nachfrage wird der Stand erläutert.",
        "(Beifall bei der Mitte)",
        "GR. Lang: Warum so spät?",
        "Muster (CVP): Das genügt nicht.",
        "Der Stadtverordnete Müller beantragt die Zurückstellung.",
    ],
)
def test_a_resolution_ends_at_a_speech(speech: str) -> None:
    text = f"Beschluss:\nDer Rat stimmt zu.\n\n{speech}"
    assert kinds(text) == [("resolution", "Beschluss:"), ("debate", speech)]


@pytest.mark.parametrize(
    "point",
    [
        "Der Oberbürgermeister berichtet dem Rat bis zum Herbst.",
        "Die Bürgermeisterin wird beauftragt, den Vertrag zu schließen.",
        "Herrn Muster wird der Ehrenring verliehen.",
        "Der Gemeinderat beschließt:",
        "Der Vorsitzende wird ermächtigt, zu unterzeichnen.",
    ],
)
def test_what_an_office_has_to_do_is_no_speech(point: str) -> None:
    assert [kind for kind, _ in kinds(f"Beschluss:\nDer Rat stimmt zu.\n\n{point}")] == ["resolution"]


@pytest.mark.parametrize(
    "result",
    [
        "Ja: 12, Nein: 3",
        "Einstimmig angenommen",
        "mehrheitlich zugestimmt",
        "14:0 Stimmen",
        "Bei 3 Gegenstimmen zugestimmt",
        "Der Antrag wird einstimmig angenommen.",
        "Anträge 4.1 und 4.2 erledigt",
        "Gesetzl. Anzahl der Vertreter: 8, davon anwesend: 7",
        "Anwesende Mitglieder: 14",
        "Der Antrag wurde mit Mehrheit (gegen Grüne) angenommen.",
        "Das Parlament stimmt dem Antrag mit 31 Ja- gegen 5 Nein-Stimmen zu.",
        "Die Abstimmung ergibt mit 8 Ja-Stimmen die Annahme.",
        "nicht empfohlen",
        "mit Änderungen in der BVV beschlossen",
    ],
)
def test_a_resolution_ends_at_a_result_without_heading(result: str) -> None:
    assert kinds(f"Beschluss:\nDer Rat baut.\n\n{result}") == [("resolution", "Beschluss:"), ("vote", result)]


def test_a_result_behind_the_heading_is_a_vote() -> None:
    assert kinds("Haushalt\nBeschluss: einstimmig zugestimmt") == [
        ("header", "Haushalt"),
        ("resolution", "Beschluss:"),
        ("vote", "einstimmig zugestimmt"),
    ]


def test_a_bare_decision_is_a_resolution() -> None:
    text = "Haushalt 2030\n\nDer Gemeinderat beschließt den Haushalt.\n\nDer Weg dahin war lang."
    assert kinds(text) == [
        ("header", "Haushalt 2030"),
        ("resolution", "Der Gemeinderat beschließt den Haushalt."),
        ("other", "Der Weg dahin war lang."),
    ]


def test_a_bare_list_of_duties_goes_on_to_its_end() -> None:
    text = "Brief\n\n1. Die Verwaltung wird beauftragt, zu prüfen.\n\nDazu gehört die Halle.\n\n2. Der Rat dankt.\n\nBegründung:\nEs ist nötig."
    assert kinds(text) == [
        ("header", "Brief"),
        ("resolution", "1. Die Verwaltung wird beauftragt, zu prüfen."),
        ("reasoning", "Begründung:"),
    ]


def test_a_motion_opens_a_proposal_even_in_a_debate() -> None:
    text = "GR Muster erläutert die Lage.\n\nGR Muster stellt den Antrag, der Gemeinderat möge beschließen:\n\nDie Straße wird gebaut.\n\nAbstimmung: einstimmig"
    assert [kind for kind, _ in kinds(text)] == ["debate", "proposal", "vote"]


def test_what_a_council_did_earlier_is_no_resolution() -> None:
    assert [kind for kind, _ in kinds("Bericht\n\nDamals beschloss der Rat den Neubau.")] == ["header"]


def test_sections_follow_each_other_without_gap() -> None:
    text = "Kopf\n\nBeschluss:\nDer Rat baut.\n\nAbstimmung: 3:2\n\nRM Muster fragt nach."
    sections = list(sections_of(text, 0, len(text)))
    assert [s.start for s in sections] == [0, *(s.end for s in sections[:-1])]
    assert sections[-1].end == len(text)


@pytest.mark.parametrize(
    ("heading", "kind"),
    [
        ("Genaue Fassung:", "resolution"),
        ("II. Antrag der Referentin", "proposal"),
        ("Wechselrede:", "debate"),
        ("Stand der Umsetzung:", "reasoning"),
        ("Alternative:", "reasoning"),
        ("Für den richtigen Protokollauszug:", "other"),
        ("I. V. gez. Muster", "other"),
    ],
)
def test_heading_elsewhere(heading: str, kind: str) -> None:
    assert [found for found, _ in kinds(f"Kopf\n\n{heading}\nEin Satz.")] == ["header", kind]


@pytest.mark.parametrize(
    "heading",
    [
        "Sachverhalt/Begründung:",
        "Begründung / Sachverhalt:",
        "Sachdarstellung und Begründung",
        "Erläuterung und Begründung:",
        "Weisung:",
    ],
)
def test_a_combined_heading_ends_the_resolution(heading: str) -> None:
    assert kinds(f"Beschlussvorschlag:\nDer Rat baut.\n\n{heading}\nDer Bau kostet 5 €.") == [
        ("proposal", "Beschlussvorschlag:"),
        ("reasoning", heading),
    ]


def test_an_earlier_decision_told_in_the_reasoning_is_no_resolution() -> None:
    text = "Erläuterungen:\n\nDer Rat hat am 3.4.2030 beschlossen, jährlich 500 € zu zahlen."
    assert [kind for kind, _ in kinds(text)] == ["reasoning"]
    assert [kind for kind, _ in kinds("Sachverhalt:\nEs eilt.\n\nDer Rat hat am 3.4.2030 beschlossen:\n1. Der Weg gilt.")] == [
        "reasoning",
        "resolution",
    ]


@pytest.mark.parametrize(
    "close",
    [
        "Für die ABC-Fraktion: Eva Muster",
        "gezeichnet\nEva Muster",
        "Zur Mitzeichnung an: Amt 2",
        "Mitteilung an den Stadtrat und amtliche Publikation am 3. April 2030",
        "Wortmeldung Gemeinderat Muster:\n„Nein.“",
        "(Abstimmungsergebnis: 8 Dafürstimmen)",
        "vertagt in die Sitzung am 3.4.2030",
        "nach geändertem Antrag",
    ],
)
def test_what_follows_is_no_part_of_the_resolution(close: str) -> None:
    assert len(kinds(f"Beschluss:\nDer Rat baut.\n\n{close}")) == 2


def test_a_paper_in_the_head_of_an_item_opens_no_resolution() -> None:
    text = (
        "zu TOP 3\nEmpfehlung: Ausschuss für Wege vom 03.04.2030\nBeschluss (Drucksache Nr.: 3-30)\n\n"
        "Dem Rat lag folgende Empfehlung vor:\n\n„Der Ausschuss empfiehlt dem Rat den Bau.“\n\n"
        "Der Rat fasste einstimmig folgenden Beschluss:\n\nBeschluss\nDer Rat baut."
    )
    assert [kind for kind, _ in kinds(text)] == ["header", "vote", "resolution"]


def test_a_motion_may_be_a_list_below_its_label() -> None:
    assert [kind for kind, _ in kinds("Antrag,\n1. den Plan zu beschließen,\n2. zu berichten.\n\nBegründung\nJa.")] == [
        "proposal",
        "reasoning",
    ]
    assert [kind for kind, _ in kinds("Antrag\nder ABC-Fraktion vom Mai")] == ["header"]


def test_the_number_of_a_decision_opens_a_text_but_no_fields() -> None:
    assert [kind for kind, _ in kinds("Beschluss-Nr.: 1/2030\nDer Ausschuss vergibt den Bau.")] == ["resolution"]
    assert [kind for kind, _ in kinds("Beschluss-Nr.: 1/2030\n\nBetreff: Haushalt\n\nGenaue Fassung:\nDer Rat baut.")] == [
        "header",
        "resolution",
    ]


def test_a_text_follows_the_line_of_its_result_at_once() -> None:
    text = "Beschluss: mehrheitlich beschlossen\nAbstimmung: Ja: 9, Nein: 3, Befangen: 0\nDer Rat beschließt den Bau."
    assert [kind for kind, _ in kinds(text)] == ["resolution", "vote", "vote", "resolution"]


def test_the_next_point_follows_the_vote_on_the_one_before() -> None:
    text = "Beschluss:\n1. Der Rat stimmt dem Plan zu.\nAbstimmung: 8 Ja, 3 Nein\n2. Die Mittel werden bereitgestellt.\nAbstimmung: 9 Ja, 2 Nein"
    assert [kind for kind, _ in kinds(text)] == ["resolution", "vote", "resolution", "vote"]


def test_results_of_points_are_no_points() -> None:
    text = "Beschluss:\n1. Der Rat stimmt dem Plan zu.\nAbstimmung:\n1. einstimmig\n2. mit großer Mehrheit der Stimmen beschlossen."
    assert [kind for kind, _ in kinds(text)] == ["resolution", "vote"]


def test_a_sentence_before_the_label_tells_how_it_was_voted() -> None:
    text = "Der Ausschuss fasst mit 9 zu 2 Stimmen folgenden\n\nBeschluss:\nDer Kreis zahlt."
    assert [kind for kind, _ in kinds(text)] == ["vote", "resolution"]


@pytest.mark.parametrize("speech", ["a) Herr Muster fragt nach dem Weg.", "BAL Muster erläutert den Stand."])
def test_under_the_head_of_an_item_a_speech_begins_the_debate(speech: str) -> None:
    assert [kind for kind, _ in kinds(f"TOP 2 Anfragen\n{speech}")] == ["header", "debate"]


def test_a_result_alone_below_the_paper_of_an_item_is_a_vote() -> None:
    assert kinds("TOP Ö 2 Haushalt\nVorlage: 3/30\nungeändert beschlossen") == [
        ("header", "TOP Ö 2 Haushalt"),
        ("vote", "ungeändert beschlossen"),
    ]


def test_an_alternative_is_no_decision() -> None:
    text = "Beschluss:\nDer Rat baut.\n\nAlternative:\nDer Rat beschließt, zu warten.\n\nAbstimmungsergebnis: einstimmig"
    assert [kind for kind, _ in kinds(text)] == ["resolution", "reasoning", "vote"]


def test_a_decision_below_a_line_without_a_stop() -> None:
    text = "TOP 3 Spielplatz\n\nNach kurzer Aussprache\nDer Rat beschließt einstimmig den Bau.\n"
    assert kinds(text) == [("header", "TOP 3 Spielplatz"), ("resolution", "Der Rat beschließt einstimmig den Bau.")]


def test_news_of_a_decision_below_its_title_is_none() -> None:
    assert kinds("Musterdorf\n\nNeue Halle\nDer Gemeinderat hat den Bau der Halle beschlossen.\n") == [("header", "Musterdorf")]


def test_a_resolution_goes_on_in_the_second_line_of_its_sentence() -> None:
    text = "Der Rat stimmt dem Antrag mit 31 gegen\n5 Stimmen zu.\n"
    assert kinds(text) == [("resolution", "Der Rat stimmt dem Antrag mit 31 gegen")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # a referral names to whom: it is the text, and its result stands below
        ("Beschluss: Der Antrag wird dem Bausenat zur Behandlung überwiesen.\neinstimmig", ["resolution", "vote"]),
        ("Beschluss: Der Antrag wird angenommen.", ["resolution", "vote"]),
        ("Beschluss: Kenntnis genommen", ["resolution", "vote"]),
        # a motion in its own words, above the vote on it
        ('Der Rat möge beschließen:\n"Der Zaun wird gestrichen."\n\nÄnderungsantrag der ABC-Fraktion: "Zaun" wird durch "Tor" ersetzt.', ["proposal", "proposal"]),
        ("Der Rat baut.\n\nAbstimmung über den Änderungsantrag:\nJa 3\nNein 4", ["header", "vote"]),
        ("Der Gemeinderat beantragt dem Parlament:\n1. Die Motion wird umgewandelt.", ["proposal"]),
        ("Der Stadtrat beantragt:\nDer Kredit wird bewilligt.\n\nDie GPK empfiehlt den Antrag mit 6 Ja zur Annahme.", ["proposal", "vote"]),
        ("Beschluss:\nDer Gemeinderat beschließt den Antrag mit 19 Stimmen einstimmig.", ["resolution", "vote"]),
        # the names of files
        ("Anlagen:\nAntrag\nBeschlussempfehlung\nBeschluss vom 20.06.2031\n\nDer Bau ist teuer.", ["reasoning"]),
        # answers and reports are no resolutions
        ("Der Magistrat hat am 4.12.2031 beschlossen, die Anfrage wie folgt zu beantworten:\n\nZu 1: Nein.", ["header"]),
        ("Der Rat hat die Verwaltung beauftragt. Zum Stand der Umsetzung wird wie folgt berichtet:\n\nEs wird gebaut.", ["header"]),
    ],
)  # fmt: skip
def test_what_is_text_and_what_is_result(text: str, expected: list[str]) -> None:
    assert [kind for kind, _ in kinds(text)] == expected

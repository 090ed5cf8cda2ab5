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

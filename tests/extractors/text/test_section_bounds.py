"""Where resolutions begin and end that no heading bounds: complete divisions of short fictional items."""

from itertools import pairwise

import pytest

from extractors.text.sections import sections_of

SESSIONNET = "Beschluss: einstimmig beschlossen\n\nAbstimmung: Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0\n\n"


def kinds(text: str) -> list[tuple[str, str]]:
    """The sections in order, each with the first words in it; they cover the whole text."""
    sections = list(sections_of(text, 0, len(text)))
    assert (sections[0].start, sections[-1].end) == (0, len(text))
    assert all(one.end == other.start for one, other in pairwise(sections))
    return [(section.kind, text[section.start : section.end].strip().split("\n")[0]) for section in sections]


ENDS = {
    "behind its quotation mark": (
        "Der Rat hat folgenden Beschluss gefasst:\n\n„Der Steg wird gebaut.“\n\n",
        "Die Ausschreibung ergab höhere Kosten.",
        "other",
    ),
    "behind plain quotation marks": (
        'Der Rat hat folgenden Beschluss gefasst:\n\n"1. Der "alte" Steg bleibt.\n2. Ein neuer wird gebaut."\n\n',
        "Die Ausschreibung ergab höhere Kosten.",
        "other",
    ),
    "where the chair calls for votes": (
        "Beschlussvorschlag:\n\na) den Steg zu bauen.\n\n",
        "Nach langer Aussprache lässt der Vorsitzende über die Punkte einzeln abstimmen.",
        "debate",
    ),
    "where votes are called for": ("Beschluss:\nDer Steg wird gebaut.\n\n", "Über die Punkte wird einzeln abgestimmt.", "debate"),
    "where the mayor calls": ("Beschluss:\nDer Steg wird gebaut.\n\n", "Der Bürgermeister ruft zur Abstimmung auf.", "debate"),
    "at a standing item": ("Der Rat beschließt, den Steg zu bauen.\n\n", "6. Allfälliges", "other"),
    "at a standing item in plain words": ("Beschluss:\nDer Steg wird gebaut.\n\n", "TOP 9 Anfragen und Mitteilungen", "other"),
    "at what was said": (
        "Beschluss:\nDer Steg wird gebaut.\n\n",
        "Anschließend unterstrich der Vorsitzende, dass die Lage schwierig sei.",
        "other",
    ),
    "at what was said by a person": (
        "Beschluss:\nDer Steg wird gebaut.\n\n",
        "Bevor der Landrat darauf einging, erklärte er, dass die Zeit dränge.",
        "other",
    ),
    "at the minutes of the course": ("Beschluss:\nDer Steg wird gebaut.\n\n", "Beratungsgang:", "debate"),
}


@pytest.mark.parametrize(("resolution", "line", "kind"), ENDS.values(), ids=ENDS)
def test_a_resolution_ends(resolution: str, line: str, kind: str) -> None:
    found = kinds(f"{resolution}{line}")
    assert [(opened, first) for opened, first in found if first == line] == [(kind, line)]
    assert [opened for opened, _ in found][-2] in ("resolution", "proposal")


@pytest.mark.parametrize("title", ["8. Ausbau der Lindenstraße\n\nDer Plan liegt vor.", "8. Ausbau der Lindenstraße\nDer Plan liegt vor."])
def test_a_resolution_ends_at_the_title_of_the_next_item(title: str) -> None:
    assert kinds(f"Der Rat beschließt, den Steg zu bauen.\n\n{title}")[1:] == [("other", "8. Ausbau der Lindenstraße")]


GOES_ON = {
    "quoted words among others": "Beschluss:\n„Am Steg“ heißt der Platz.\n\nEin Schild wird aufgestellt.",
    "a second quoted paragraph": "Beschluss:\n„Der Steg wird gebaut.“\n\n„Der Weg wird gebaut.“",
    "a plan that is agreed with others": "Beschluss:\nDer Steg wird gebaut.\n\nDer Plan wird mit dem Land abgestimmt.",
    "a list of titles": "Beschluss:\nDer Rat beschließt:\n\n1. Neubau des Stegs\n\n2. Ausbau der Lindenstraße",
    "points that begin later": "Beschluss:\n2. Die Verwaltung wird gebeten, den Bau des Stegs\nHerbst 2031 zu planen.\n3. Der Rat dankt.",
    "somebody who has to report": "Beschluss:\nDer Steg wird gebaut.\n\nIm Herbst berichtet der Bürgermeister dem Rat.",
    "what was asked for": "Beschluss:\nDer Steg wird gebaut.\n\nDie beantragte Zufahrt wird genehmigt.",
}


@pytest.mark.parametrize("text", GOES_ON.values(), ids=GOES_ON)
def test_a_resolution_goes_on(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["resolution"]


TEXT_BELOW = {
    "in the passive": "Der Bebauungsplan Nr. 12 wird aufgestellt.",
    "on a ground": "Auf der Grundlage des Vorentwurfs (§ 3(1) BauGB) werden die Nachbarn beteiligt.",
    "of the commune": "Die Stadt tritt dem Bündnis bei.",
    "as points": "1. Der Weg wird gebaut.\n\n2. Die Verwaltung wird beauftragt, die Anlieger zu hören.",
}


@pytest.mark.parametrize("text", TEXT_BELOW.values(), ids=TEXT_BELOW)
def test_the_text_may_stand_below_its_vote(text: str) -> None:
    first = text.split("\n", maxsplit=1)[0]
    assert kinds(f"{SESSIONNET}{text}")[-1] == ("resolution", first)
    assert kinds(f"Beschluss: geändert beschlossen\n\n{text}")[-1] == ("resolution", first)
    assert kinds(f"{SESSIONNET}{text}\n\nHerr Muster dankt.")[-2:] == [("resolution", first), ("debate", "Herr Muster dankt.")]


NO_TEXT_BELOW = {
    "what the chair does": "Der Vorsitzende ruft den Punkt auf und erklärt die Sachlage.",
    "the result": "Der Beschlussvorschlag wird einstimmig angenommen.",
    "consent to a suggestion": "Diesem Vorschlag wird einvernehmlich zugestimmt.",
    "what happens in the meeting": "Der Stellenplan wird in nichtöffentlicher Sitzung behandelt.",
    "how is voted": "Über die Vorschläge soll getrennt abgestimmt werden.",
    "what was said": "Es wird darauf hingewiesen, dass der Weg gesperrt wird.",
}


@pytest.mark.parametrize("text", NO_TEXT_BELOW.values(), ids=NO_TEXT_BELOW)
def test_what_is_no_text_below_a_vote(text: str) -> None:
    assert "resolution" not in [kind for kind, _ in kinds(f"{SESSIONNET}{text}")[1:]]


def test_nothing_stands_below_what_was_put_off() -> None:
    text = "Beschluss: vertagt\n\nAbstimmung: Ja: 9\n\nDer Weg wird als Einbahnstraße geführt."
    assert [kind for kind, _ in kinds(text)] == ["resolution", "vote", "vote"]


def test_a_list_alone_is_a_resolution() -> None:
    points = "1. Der Bericht wird zur Kenntnis genommen.\n\n2. Die Ausgaben werden genehmigt.\n\n3. Die Akten werden der Prüfung vorgelegt."
    assert kinds(points) == [("resolution", "1. Der Bericht wird zur Kenntnis genommen.")]
    assert [kind for kind, _ in kinds(f"TOP 5 Jahresabschluss\n\n{points}")] == ["header", "resolution"]


LISTS = {
    "an agenda": "1. Eröffnung\n2. Genehmigung der Niederschrift\n3. Verschiedenes",
    "one title among the points": "1. Der Bericht wird zur Kenntnis genommen.\n2. Verschiedenes",
    "what is going on": "1. Die Straße wird gebaut.\n2. Die Brücke wird im Mai fertig werden.",
    "numbers that skip": "1. Der Bericht wird genehmigt.\n4. Die Ausgaben werden genehmigt.",
    "one point": "1. Der Bericht wird genehmigt.",
}


@pytest.mark.parametrize("text", LISTS.values(), ids=LISTS)
def test_other_lists_alone_are_none(text: str) -> None:
    assert [kind for kind, _ in kinds(text)] == ["header"]


def test_what_the_reasoning_tells_is_not_what_was_decided() -> None:
    told = "Sachverhalt\nGemäß § 58 beschließt der Rat über den Jahresabschluss."
    assert kinds(f"{told}\n\nBeschluss\nDer Rat stimmt zu.") == [("reasoning", "Sachverhalt"), ("resolution", "Beschluss")]
    assert [kind for kind, _ in kinds(f"{told}\n\nDiskussionsverlauf\n-\n\nBeschluss\nDer Rat stimmt zu.")] == [
        "reasoning",
        "debate",
        "resolution",
    ]


def test_what_was_voted_on_below_the_reasoning_was_decided() -> None:
    text = "Sachverhalt:\nDer Steg ist alt.\n\nDer Rat beschließt den Bau.\n\n{}\n\nBeschluss:\nDer Rat stimmt zu."
    assert [kind for kind, _ in kinds(text.format("Einstimmig."))] == ["reasoning", "resolution", "vote", "resolution"]


def test_a_body_votes_on_its_agenda_in_the_reasoning() -> None:
    text = "Sachverhalt\nSodann stimmt der Rat über die Tagesordnung zur heutigen Sitzung ab."
    assert [kind for kind, _ in kinds(text)] == ["reasoning"]


QUOTES = {
    "by its number": "Mit Beschluss 12/2031 vom 3.4.2031 wurde der Bürgermeister beauftragt,\n1. Bäume zu pflanzen,\n2. Bänke aufzustellen.",
    "in words of its own": "Der Rat hat am 3.4.2031 beschlossen,\n\ndas Bauamt zu ersuchen,\n\n„den Steg zu bauen.\n\nDazu soll ein Plan vorgelegt werden.“",
}


@pytest.mark.parametrize("quoted", QUOTES.values(), ids=QUOTES)
def test_an_earlier_decision_is_quoted(quoted: str) -> None:
    text = f"Sachverhalt:\nDer Steg ist alt.\n\n{quoted}\n\nDer Stand ist folgender."
    first = quoted.split("\n", maxsplit=1)[0]
    assert kinds(text) == [("reasoning", "Sachverhalt:"), ("proposal", first), ("reasoning", "Der Stand ist folgender.")]


def test_what_is_only_told_of_an_earlier_decision_is_no_quote() -> None:
    text = "Sachverhalt:\nMit Beschluss vom 3.4.2031 wurde die Verwaltung beauftragt, den Steg zu bauen.\nDer Steg steht."
    assert [kind for kind, _ in kinds(text)] == ["reasoning"]


def test_the_motion_of_an_executive_to_its_voters() -> None:
    text = "4. Budget\nDer Gemeinderat beantragt der Versammlung, das Budget mit einem Überschuss von Fr. 500.00 zu genehmigen.\n\nBeschluss: Das Budget wird genehmigt."
    assert [kind for kind, _ in kinds(text)] == ["header", "proposal", "resolution"]
    assert [kind for kind, _ in kinds(text.replace("zu genehmigen", "zu vertagen"))] == ["header", "resolution"]


@pytest.mark.parametrize(
    "decision",
    [
        "Es wird einstimmig beschlossen, den Steg zu bauen.",
        "Einstimmig beschloss der Rat, den Steg zu bauen.",
        "Nach kurzer Aussprache ergeht folgender einstimmiger Beschluss:\n\nDer Steg wird gebaut.",
        "Die GV beschließt, den Steg zu bauen.",
    ],
)
def test_a_decision_announces_itself(decision: str) -> None:
    text = f"TOP 5 Steg\n\nFrau Muster erläutert den Plan.\n\n{decision}"
    assert [kind for kind, _ in kinds(text)] == ["header", "debate", "resolution"]


def test_consent_below_the_title_of_the_next_case() -> None:
    text = "Dem Bauantrag wird zugestimmt.\n\nAbstimmungsergebnis: 8 : 0\n\nNr. 5\nVoranfrage zum Bau eines sehr hohen Mastes am Steg\nDas Einvernehmen wird nicht erteilt.\n\nAbstimmungsergebnis: 9 : 0"
    assert [kind for kind, _ in kinds(text)] == ["resolution", "vote", "resolution", "vote"]


@pytest.mark.parametrize("result", ["(22 Ja, 3 Nein)", "Abstimmungsergebnis: 7 Ja, 1 Nein"])
def test_a_vote_in_words_behind_the_text(result: str) -> None:
    assert kinds(f"Beschluss:\nDer Steg wird gebaut. {result}") == [("resolution", "Beschluss:"), ("vote", result)]

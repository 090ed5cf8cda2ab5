"""Results that need no sentence: rows, labels and lines of votes. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import CLOSE, OPEN, marked, quotes, short, summary, votes_of

PAIRS = {
    "a line follows": ("Abstimmungsergebnis: 12 : 2\nGemeinderat Ahorn nahm nicht teil.", ["adopted 12/2/-"]),
    "a bracket follows": ("Abstimmung: 14:0 (ohne GR Ahorn)", ["adopted 14/0/-"]),
    "a sentence follows": ("Abstimmung: 11 : 11. Patt heißt Ablehnung.", ["rejected 11/11/-"]),
    "the next objection follows": ("Abstimmungsergebnis: 12 : 2\n\nNr. 2 Handwerkskammer: Es bestehen keine Einwände.", ["adopted 12/2/-"]),
    "by point": ("Abstimmung:\n1. einstimmig\n2. 12 : 3\n3. 14 : 1", ["adopted -/0/-", "adopted 12/3/-", "adopted 14/1/-"]),
    "of no question": ("Ergebnis: 21:9", ["unknown -/-/-"]),
    "in the lead": ("Der Stadtrat fasst mit 15 : 2 Stimmen folgenden Beschluss:\n1. Der Plan wird gebilligt.", ["adopted 15/2/-"]),
    "under a legend": ("Schlussabstimmung (Ja/Nein/Enth/Abw)\nRot 14/0/0/1\nBlau 0/9/1/0\nTotal 14/9/1/1", ["adopted 14/9/1"]),
    "no date and no time": ("Die Sitzung beginnt um 18:00 Uhr.\nPlan 1:500", []),
}

LABELS = {
    "Für and Gegen": ("Beschluss:\nDer Rat beschließt die Satzung.\nAnwesend: 15   Für: 12   Gegen: 3", ["adopted 12/3/-"]),
    "Enthalten": ("Dafür: 8 Dagegen: 3 Enthalten: 1", ["adopted 8/3/1"]),
    "Prostimmen": ("Prostimmen: 18, Kontrastimmen: 5", ["adopted 18/5/-"]),
    "Dafürstimmen": ("Der Antrag wird bei 10 Dafürstimmen und 3 Gegenstimmen angenommen.", ["adopted 10/3/-"]),
    "a dash for none": ("Abstimmung:\nJa-Stimmen: 20   Nein-Stimmen: -   Enthaltungen: 2", ["adopted 20/0/2"]),
    "keine": ("Abstimmung: Ja-Stimmen 12, Nein-Stimmen keine, Enthaltungen keine", ["adopted 12/0/0"]),
    "comma after Ja-": ("Der Rat lehnt den Antrag mit 3 Ja-, 12 Nein-Stimmen und 1 Enthaltung ab.", ["rejected 3/12/1"]),
    "two lines of members above": (
        "Abstimmungsergebnis\nAbstimmungsberechtigte Mitglieder: 25\nAnwesende Mitglieder: 22\nJa-Stimmen: 20\nNein-Stimmen: 0\nEnthaltungen: 2",
        ["adopted 20/0/2"],
    ),
    "einstimmig with a number": ("Abstimmung: einstimmig (15)", ["adopted 15/0/-"]),
    "dash between label and number": ("Ergebnis der Abstimmung: Ja – 12, Nein – 3, Enthaltung – 1", ["adopted 12/3/1"]),
}

ALONE = {
    "unanimous": ("einstimmig bei 3 Enthaltungen", ["adopted -/0/3"]),
    "number word": ("einstimmig, bei zwölf Enthaltungen", ["adopted -/0/12"]),
    "pair": ("14:0 Stimmen", ["adopted 14/0/-"]),
    "rest": ("3 Nein-Stimmen, ansonsten Zustimmung", ["adopted -/3/-"]),
    "parties in brackets": ("dafür: 14 (8 ABC, 6 DEF)\ndagegen: 3 (GHI)\nEnth.: 2 (JKL)", ["adopted 14/3/2"]),
    "a wrapped sentence": ("Der Bericht sei, so die Kämmerin,\neinstimmig\ngelobt worden.", []),
    "present only": ("12 anwesend", []),
}

VOCABULARY = {
    "ungeändert beschlossen": "adopted",
    "geändert beschlossen": "adopted_amended",
    "mit Änderungen im Ausschuss beschlossen": "adopted_amended",
    "zur Kenntnis genommen": "noted",
    "nicht empfohlen": "not_recommended",
    "in die Ausschüsse verwiesen": "referred",
    "durch Stellungnahme des Amtes erledigt": "settled",
    "obsolet": "settled",
    "vertagt": "postponed",
    "abgesetzt": "removed",
    "zurückgezogen": "withdrawn",
    "Mehrfachbeschlüsse": "split",
}

ROWS = {
    "end of an agenda row": (
        f"Ö 3 Haushaltssatzung 2031 VO/2030/0123 {OPEN}geändert beschlossen{CLOSE}\nÖ 4 Antrag auf einen Brunnen {OPEN}abgelehnt{CLOSE}"
    ),
    "below the paper": f"TOP Ö 2\nBeschluss über den Wirtschaftsplan\nVorlage: DS0356/31\n{OPEN}ungeändert beschlossen{CLOSE}",
    "consultations": (
        "Beratungsfolge:\nBauausschuss 24.10.2031 Beratung "
        f"{OPEN}empfohlen{CLOSE}\nStadtrat 05.12.2031 Beschlussfassung {OPEN}ungeändert beschlossen{CLOSE}"
    ),
    "ordinal in a row": f"Beratungen\n22.10.2031 32. öffentliche Sitzung der BVV {OPEN}überwiesen{CLOSE}",
    "a sentence is no row": "Ö 5 Brunnen: Der Antrag der Gruppe soll, so der Wunsch, nicht abgelehnt werden",
}


@pytest.mark.parametrize(("text", "votes"), (PAIRS | LABELS | ALONE).values(), ids=PAIRS | LABELS | ALONE)
def test_reads_lines_of_votes(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


@pytest.mark.parametrize(("label", "outcome"), VOCABULARY.items(), ids=VOCABULARY)
def test_reads_a_label_alone_on_its_line_without_a_subject(label: str, outcome: str) -> None:
    assert [(short(vote), vote.subject_text) for vote in votes_of(label)] == [(f"{outcome} -/-/-", None)]


@pytest.mark.parametrize("text", ROWS.values(), ids=ROWS)
def test_reads_labels_at_the_end_of_rows(text: str) -> None:
    plain, spans = marked(text)
    assert [start for start, _ in quotes(plain)] == [start for start, _ in spans]

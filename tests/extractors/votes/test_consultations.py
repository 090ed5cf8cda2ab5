"""Tables of a paper's way through the bodies: each row is the vote of its body, whatever the document is of."""

import pytest

from tests.extractors.votes.summaries import short, votes_of

HEAD = "Vorlage - VO/2031/17\n\nBetreff:\tRadweg am Mühlbach\n\nBeratungsfolge\n"
BODIES = ("Bauausschuss", "Gemeinderat Musterdorf")


@pytest.mark.parametrize(
    ("table", "told"),
    [
        pytest.param(
            "Gremium\tDatum\tBeschlussart\nBauausschuss\t03.02.2031\tungeändert empfohlen\nGemeinderat Musterdorf\t17.02.2031\tungeändert beschlossen\n",
            [("Bauausschuss", "recommended -/-/-"), ("Gemeinderat Musterdorf", "adopted -/-/-")],
            id="body, day, result (ALLRIS 4)",
        ),
        pytest.param(
            "Termin\tGremium\tBeschluss\tAbstimmung\n"
            "Mo, 03.02.2031 17:00 Uhr\tBauausschuss\tBeschluss (exportiert: 05.02.2031) (2 KB)\t11 Ja-Stimmen, O Nein-Stimmen, 1 Enthaltung\n"
            "Mo, 17.02.2031 17:00 Uhr\tGemeinderat Musterdorf\t\tabgelehnt, 9 Ja-Stimmen, 21 Nein-Stimmen\n",
            [("Bauausschuss", "adopted 11/0/1"), ("Gemeinderat Musterdorf", "rejected 9/21/-")],
            id="the file of the resolution is no result (SD.NET)",
        ),
        pytest.param(
            "Termin\tGremium\tBeschluss\tAbstimmung\nMo, 03.02.2031 17:00 Uhr\tBauausschuss\tBeschluss (2 KB)\tzur Kenntnis genommen\n",
            [("Bauausschuss", "noted -/-/-")],
            id="one row of words",
        ),
        pytest.param(
            "Gremium\tSitzung am\tErgebnis\tJa\tNein\tEnth.\nBauausschuss\t03.02.2031\tempfohlen\t7\t2\t1\nGemeinderat Musterdorf\t17.02.2031\n",
            [("Bauausschuss", "recommended 7/2/1")],
            id="counts beside the result",
        ),
        pytest.param(
            "Gremium\tSitzung am\tJa\tNein\tEnthaltung\nBauausschuss\t03.02.2031\t7\t2\t1\nGemeinderat Musterdorf\t17.02.2031\t5\t20\t0\n",
            [("Bauausschuss", "adopted 7/2/1"), ("Gemeinderat Musterdorf", "rejected 5/20/0")],
            id="counts alone",
        ),
        pytest.param(
            "Termin\tGremium\tBeschluss\tAbstimmung\n"
            "Mo, 03.02.2031 17:00 Uhr\tBauausschuss\t\ta) einstimmig, 0 Enthaltungenb) 9 Ja-Stimmen, 3 Nein-Stimmen\n",
            [("Bauausschuss: a)", "adopted -/0/0"), ("Bauausschuss: b)", "adopted 9/3/-")],
            id="two parts run together (SD.NET)",
        ),
        pytest.param(
            "Termin\tGremium\tBeschluss\tAbstimmung\nMo, 03.02.2031 17:00 Uhr\tBauausschuss\t\tentfällt\nMo, 17.02.2031 17:00 Uhr\tRat\t\t-.-\n",
            [],
            id="placeholders",
        ),
        pytest.param("Termin\tGremium\tBeschluss\tAbstimmung\nMo, 03.02.2031 17:00 Uhr\tBauausschuss\n", [], id="before the meeting"),
        pytest.param(
            "Gremium\tDatum\tZuständigkeit\nBauausschuss\t03.02.2031\tVorberatung\nGemeinderat Musterdorf\t17.02.2031\tEntscheidung\n",
            [],
            id="who is to decide is no result",
        ),
        pytest.param(
            "Gremium\tMitglieder\tErgebnis\nBauausschuss\t11\tgewählt\n", [], id="no days: no table of consultations"
        ),
    ],
)  # fmt: skip
def test_each_row_is_of_its_body(table: str, told: list[tuple[str, str]]) -> None:
    found = votes_of(HEAD + table)
    assert [(vote.subject_text, short(vote)) for vote in found] == told
    assert {vote.subject for vote in found} <= {"main"}

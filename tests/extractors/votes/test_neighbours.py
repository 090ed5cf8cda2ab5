"""How councils of Switzerland and Austria put it. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import summary

HEAD = "Protokoll der Sitzung vom 3. April 2031\n\n"

SWISS = {
    "Die Motion wird mit 31 gegen 20 Stimmen erheblich erklärt.": ["adopted 31/20/-"],
    "Die Motion wird mit 20 gegen 31 Stimmen nicht erheblich erklärt.": ["rejected 20/31/-"],
    "Das Postulat wird unerheblich erklärt.": ["rejected -/-/-"],
    "Das Postulat wird abgeschrieben.": ["settled -/-/-"],
    "Der Rat schreibt das Postulat diskussionslos ab.": ["settled -/-/-"],
    "Die Motion wird mit 28 : 3 Stimmen als erledigt abgeschrieben.": ["settled 28/3/-"],
    "Die Interpellation gilt als beantwortet und wird abgeschrieben.": ["settled -/-/-"],
    "Die Motion wird mit 22 Ja zu 15 Nein bei 2 Enthaltungen in ein Postulat umgewandelt und überwiesen.": ["adopted 22/15/2"],
    "://: Dem Kredit wird einstimmig zugestimmt.": ["adopted -/0/-"],
    "://: Mit grossem Mehr gegen vereinzelte Nein-Stimmen wird dem Kredit zugestimmt.": ["adopted -/-/-"],
    "Der Gemeinderat (Legislative) beschliesst mit 25 Ja gegen 10 Nein:\n1. Der Kredit wird bewilligt.": ["adopted 25/10/-"],
    "Das Geschäft wird mit 18 zu 17 Stimmen an die Kommission zurückgewiesen.": ["referred 18/17/-"],
    "Damit ist das Quorum von 63 Stimmen für die Dringlichkeit nicht erreicht.": ["rejected -/-/-"],
    "Das Protokoll wird stillschweigend genehmigt.": ["adopted -/-/-"],
    "Stillschweigend genehmigt.": ["adopted -/-/-"],
    "Das Budget wird mit 30 Ja- zu 5 Nein-Stimmen bei 1 Enthaltung genehmigt.": ["adopted 30/5/1"],
    "Die Anlage wird über zehn Jahre abgeschrieben.": [],
    "Die Vorlage wird dem fakultativen Referendum unterstellt.": [],
}
AUSTRIAN = {
    "Der Antrag wird mehrstimmig abgelehnt (Stimmenthaltung: ABC, DEF; dafür: GHI).": ["rejected -/-/-"],
    "Der Antrag wird mit 33 Ja-Stimmen der ABC- und DEF-Fraktion gegen 1 Stimmenthaltung angenommen.": ["adopted 33/-/1"],
    "Bgm. Muster lässt über den Antrag abstimmen.\nEinstimmig angenommen": ["adopted -/0/-"],
    "Der Antrag wird einstimmig zum Beschluss erhoben.": ["adopted -/0/-"],
    "Der Antrag wird mit Stimmenmehrheit angenommen (dagegen: ABC).": ["adopted -/-/-"],
    "Dem Antrag wird einhellig die Zustimmung erteilt.": ["adopted -/0/-"],
    "Abstimmung: 15 dafür, 3 dagegen (GR Muster, GR Beispiel, GR Probe), 1 Enthaltung": ["adopted 15/3/1"],
    "Der Antrag verfällt mit 10 gegen 15 Stimmen der Ablehnung.": ["rejected 10/15/-"],
}


@pytest.mark.parametrize(("text", "votes"), (SWISS | AUSTRIAN).items())
def test_reads_what_neighbours_print(text: str, votes: list[str]) -> None:
    assert summary(HEAD + text) == votes

"""Sentences that settle a question, and results that belong together. All texts are made up."""

import pytest

from tests.extractors.votes.summaries import summary, votes_of

SENTENCES = {
    "moved as a noun": (
        "Der Vortrag dient der Klärung.\n\nWegen offener Fragen Verweis in den Bauausschuss. Einstimmig angenommen.",
        ["referred -/0/-"],
    ),
    "a reference": ("Der Verweis auf den Plan fehlt. Einstimmig angenommen.", ["adopted -/0/-"]),
    "counts within a report of the debate": (
        (
            "Beschluss:\n- vertagt\nWortprotokoll\nHerr Muster stellt den Antrag von Frau Beispiel zur Abstimmung.\n- davon anwesend 11\n"
            "Ja-Stimmen: 1\nNein-Stimmen: 9\nEnthaltungen: 1\nFrau Beispiel betont, dass sie allem zustimmt."
        ),
        ["postponed -/-/-", "rejected 1/9/1"],
    ),
    "points of a motion above their counts": (
        "Antrag des Gemeinderats\n\n1. Die Motion 12 wird erheblich erklärt.\n\nAbstimmung\nZiffer 1: 22 Ja, 14 Nein, 2 Enthaltungen (angenommen)",
        ["adopted 22/14/2"],
    ),
    "sentences that end like an abbreviation": (
        (
            "Einem Baugesuch für eine Scheune im Oberdorf wurde nach kurzer Aussprache das Einvernehmen erteilt.\n"
            "Einem Baugesuch für eine Garage im Unterdorf wurde nach kurzer Aussprache das Einvernehmen erteilt.\n"
            "Einem Baugesuch für einen Stall am langen Weg hinter dem Bach wurde nach kurzer Aussprache das Einvernehmen nicht erteilt.\n"
            "Herr Muster dankt für die Geduld der Anwesenden."
        ),
        ["adopted -/-/-", "adopted -/-/-", "rejected -/-/-"],
    ),
    "members as the body": ("Die Stadtverordneten nehmen die Auskünfte zur Kenntnis.", ["noted -/-/-"]),
    "members who are told": ("Die Verwaltung gibt den Stadtverordneten die Termine zur Kenntnis.", []),
    "billigt": ("Der Gemeinderat billigt den Plan mit 14 Ja-Stimmen bei 3 Enthaltungen.", ["adopted 14/-/3"]),
    "billig": ("Der Gemeinderat will billigen Wohnraum mit 3 Enthaltungen vom Lärmschutz.", []),
    "granted by a pair": ("Beschluss: Die Verlängerung der Frist wird mit 29 zu 8 Stimmen bei 1 Enthaltung gewährt.", ["adopted 29/8/1"]),
    "granted without votes": ("Die Verlängerung der Frist wird mit 29 zu 8 Metern Abstand gewährt.", []),
    "Stimmen dafür, advice behind": (
        "Mit 9 Stimmen dafür, 4 Stimmen dagegen und 1 Enthaltung empfahl der Bauausschuss dem Rat, die Satzung zu beschließen.",
        ["recommended 9/4/1"],
    ),
    "removed on somebody's wish": ("TOP 8. Baumschutz\n\nAuf Wunsch der ABC-Fraktion von der Tagesordnung abgesetzt.", ["removed -/-/-"]),
    "not removed on somebody's wish": ("TOP 8. Baumschutz\n\nAuf Wunsch der ABC-Fraktion nicht von der Tagesordnung abgesetzt.", []),
    "nimmt … an": ("Der Kreistag nimmt die Verordnung mit 28 Ja-Stimmen bei 9 Nein-Stimmen an.", ["adopted 28/9/-"]),
    "misses the majority": ("Der Antrag verfehlte mit 9 Ja- zu 10 Nein-Stimmen die Mehrheit.", ["rejected 9/10/-"]),
    "follows": ("Der Rat folgt der Empfehlung des Ausschusses mehrheitlich.", ["adopted -/-/-"]),
    "refused": ("Das gemeindliche Einvernehmen wird mit 3 gegen 12 Stimmen nicht erteilt.", ["rejected 3/12/-"]),
    "the body behind the verb": ("Nach kurzer Beratung erteilt der Gemeinderat einstimmig sein Einvernehmen.", ["adopted -/0/-"]),
    "a body of two words": ("Der Bau- und Planungsausschuss erteilt einstimmig das gemeindliche Einvernehmen.", ["adopted -/0/-"]),
    "consent refused by a body": ("Der Bauausschuss erteilt das gemeindliche Einvernehmen nicht.", ["rejected -/-/-"]),
    "a committee on its way": ("Der Bauausschuss soll das Einvernehmen erteilen.", []),
    "no majority": ("Der Antrag fand keine Mehrheit.", ["rejected -/-/-"]),
    "no majority was needed": ("Für den Tausch ist keine Mehrheit nötig.", []),
    "Gegen at the start": ("Gegen die Stimmen der ABC wurde der Haushalt verabschiedet.", ["adopted -/-/-"]),
    "a body pronounces itself": ("Mit 7 zu 4 Stimmen sprach sich das Gremium für den Standort Nord aus.", ["adopted 7/4/-"]),
    "a score": ("Mit 7 zu 4 Toren gewann der Verein, sagte das Gremium.", []),
    "two thirds": ("mit 2/3-Mehrheit angenommen", ["adopted -/-/-"]),
    "advice followed": ("Der Empfehlung des Hauptausschusses wird mit 20:2 Stimmen gefolgt.", ["adopted 20/2/-"]),
    "an example followed": ("Viele Gemeinden sind dem Beispiel gefolgt.", []),
    "a sum of money in the sentence": ("Mehrheitlich lehnte der Rat den Antrag auf einen Zuschuss von 7.900 Euro ab.", ["rejected -/-/-"]),
    "a bracket behind the full stop": ("Dem Bauvorhaben wird das Einvernehmen erteilt. (einstimmig)", ["adopted -/0/-"]),
    "a bracket behind a refusal": ("Das Einvernehmen wird nicht erteilt. (einstimmig)", ["rejected 0/-/-"]),
    "slashes behind the full stop": ("Es wird lange geredet. Der Antrag wird angenommen. (30/0/4)", ["adopted 30/0/4"]),
    "a pair behind the full stop": ("Der Antrag wird angenommen. 30:4", ["adopted 30/4/-"]),
    "a time behind the full stop": ("Der Antrag wird angenommen. 20:30 Uhr schließt die Sitzung.", ["adopted -/-/-"]),
    "a remark behind the full stop": ("Der Antrag wird angenommen. (Frau Muster verlässt die Sitzung um 20:30 Uhr.)", ["adopted -/-/-"]),
    "dashes behind the full stop": (
        "Niederschrift\n\nTOP 2 Steg\n\nBeschluss: Die Vorlage wird in den Ausschuss überwiesen. - Einstimmig bei 1 Enthaltung -",
        ["referred -/0/1"],
    ),
    "a file number": ("Bedenken bestehen keine. (142/22/20/12)", []),
    "two points on one line": ("Abstimmung zu Ziffer 1: einstimmig, zu Ziffer 2: 20 Ja, 5 Nein", ["adopted -/0/-", "adopted 20/5/-"]),
    "taken off before the meeting": (
        "Niederschrift\n\nPunkt 9: Steg\nDrucksache 2031/318\nVor Eintritt in die Tagesordnung abgesetzt.",
        ["removed -/-/-"],
    ),
    "as the committee has changed it": (
        "Die Vorlage wird in der Fassung des Finanzausschusses einstimmig beschlossen.",
        ["adopted_amended -/0/-"],
    ),
    "changed because of an amendment": (
        "Beschluss:\nEs wird gebaut.\n\nAbstimmungsergebnis:\nVorlage (geänderter Text aufgrund Änderungsantrag ABC): Einstimmige Zustimmung",
        ["adopted_amended -/0/-"],
    ),
    "parties against a party": ("Beschluss:\nEs wird gebaut.\n\nAbstimmung:\nABC, SPD und FDP gegen LINKE", ["adopted -/-/-"]),
    "a refusal adopted on its own line": ("Das Einvernehmen wird nicht erteilt.\n15 : 0", ["adopted 15/0/-"]),
    "a body with its result": ("Beschluss BeiR: keiner, nur Kenntnisnahme", ["noted -/-/-"]),
    "a body with its text": ("Beschluss BeiR: Die Wege werden vermessen.", []),
    "decided by a passive": ("Der Auftrag wird einstimmig an die Firma Holz vergeben.", ["adopted -/0/-"]),
    "appointed": ("Frau Muster wird einstimmig zur Schriftführerin bestellt.", ["adopted -/0/-"]),
    "a passive without a majority": ("Der Zuschuss wird jährlich gewährt.", []),
    "elected by a passive": ("Zur Vorsitzenden wird Frau Muster gewählt.", ["elected -/-/-"]),
    "a term of office": ("Die Mitglieder werden für fünf Jahre gewählt.", []),
    "elected long ago": ("Herr Muster wurde 2028 in den Beirat gewählt.", []),
    "number words on both sides": ("Der Bau wird mit elf gegen drei Stimmen beschlossen.", ["adopted 11/3/-"]),
    "for the proposal of somebody": ("Für den Vorschlag der Verwaltung stimmen 8 Mitglieder, dagegen 5.", ["adopted 8/5/-"]),
    "majority abbreviated": ("Abstimmungsergebnis: mehrh.", ["adopted -/-/-"]),
    "labels with slashes in place of a text": ("TOP 3 Steg\n\nBeschluss: Ja 9 / Nein 5 / Enth. 0", ["adopted 9/5/0"]),
    "dashes without blanks": ("Abstimmungsergebnis: 12-3-1", ["adopted 12/3/1"]),
    "a word as the last sentence": ("Auszug\n\nBeschluss: Der Rat beschließt den Bau. Einstimmig.", ["adopted -/0/-"]),
    "a word in a longer sentence": ("Auszug\n\nBeschluss: Der Rat beschließt den Bau. Einstimmig war das Bild auch im Beirat nicht.", []),
    "announced on its line": ("Auszug\n\nDer Rat fasst mit 12:3 Stimmen folgenden Beschluss: Der Steg wird gebaut.", ["adopted 12/3/-"]),
    "announced above what is resolved": (
        "Auszug\n\nDer Rat der Gemeinde fasst sodann einstimmig folgenden Beschluss:\n\nDie Satzung wird beschlossen.",
        ["adopted -/0/-"],
    ),
    "announced above another vote": (
        "Auszug\n\nDer Rat fasst einstimmig folgenden Beschluss:\n\nDer Steg wird gebaut.\n\nDer Antrag der ABC wird mit 3:9 abgelehnt.",
        ["adopted -/0/-", "rejected 3/9/-"],
    ),
    "consent": ("Der Stadtrat ist mit der Verlegung des Marktes einverstanden.", ["adopted -/-/-"]),
    "sends on": ("Der Ausschuss verweist die Vorlage ohne Beschlussempfehlung an den Rat.", ["referred -/-/-"]),
    "points to": ("Die Kämmerin verweist auf die Anlage an der Vorlage.", []),
    "serves to note": ("Der Bericht dient zur Kenntnis.", ["noted -/-/-"]),
    "settled by acts": ("Der Antrag hat sich durch Handeln der Verwaltung erledigt.", ["settled -/-/-"]),
    "taken off": ("Wird von der Tagesordnung abgesetzt und später behandelt.", ["removed -/-/-"]),
    "no resolution": ("Eine Beschlussfassung erfolgt nicht.", ["no_vote -/-/-"]),
    "no resolution, in two words": ("Kein Beschluss.", ["no_vote -/-/-"]),
    "item dropped": ("Der Tagesordnungspunkt entfällt.", ["no_vote -/-/-"]),
    "abbreviated": ("Abst.-Ergebnis: einst.", ["adopted -/0/-"]),
    "capitals and brackets": ("Dringlichkeit des Antrags: ABGELEHNT (gegen ABC)", ["rejected -/-/-"]),
    "changed before": ("Die so geänderte Vorlage wird mit 16 Ja-Stimmen und 8 Nein-Stimmen beschlossen.", ["adopted_amended 16/8/-"]),
    "counts, then the word": ("Für den Antrag stimmen 10, dagegen 3 Mitglieder. Der Antrag ist angenommen.", ["adopted 10/3/-"]),
    "a title is no result": ("Punkt 7: Zustimmung", []),
    "in the minority": ("Dieser Antrag bleibt mit 6 Stimmen in der Minderheit.", ["rejected 6/-/-"]),
    "decided elsewhere": ("Über den Gegenstand wird durch die Vollversammlung des Rates endgültig beschlossen.", []),
    "a point of several": ("Der Stadtrat beschließt:\n1. Der Plan wird gebilligt.\n2. Vom Bericht wird Kenntnis genommen.", []),
    "a motion not referred": ("Die Motion wird mit 12 Ja gegen 35 Nein nicht überwiesen.", ["rejected 12/35/-"]),
    "a postulate referred": ("Das Postulat wird stillschweigend überwiesen.", ["adopted -/-/-"]),
    "a body speaks out": ("Der Rat spricht sich bei drei Gegenstimmen dafür aus, das Projekt fortzuführen.", ["adopted -/3/-"]),
    "a group speaks out": ("Die ABC-Fraktion spricht sich einstimmig für den Neubau aus.", []),
    "somebody speaks out": ("Frau Muster spricht sich dafür aus, die Mittel zu streichen.", []),
    "agreed after a debate": (
        "TOP 4\nFrau Muster fragt nach den Kosten.\n\nNach eingehender Diskussion kommt der Ausschuss überein, den Antrag zurückzustellen.",
        ["postponed -/-/-"],
    ),
    "moved and settled by a pronoun": (
        "TOP 4\nFrau Muster fragt.\n\nRatsherr Muster stellt den Antrag, TOP 7 vorzuziehen. Dies wird nach Auszählen der Hände abgelehnt.",
        ["rejected -/-/-"],
    ),
    "a pronoun without a motion": ("TOP 4\nFrau Muster fragt nach dem Zaun. Dies wird vom Amt abgelehnt.", []),
    "told to be withdrawn": (
        "TOP 4\nFrau Muster fragt.\n\nFrau Muster teilte für ihre Gruppe mit, dass der Antrag zurückgenommen werde.",
        ["withdrawn -/-/-"],
    ),
    "not withdrawn": ("TOP 4\nFrau Muster zieht ihren Antrag nicht zurück.", []),
    "wished to be withdrawn": ("TOP 4\nHerr Muster wünscht sich, dass der Antrag zurückgezogen wird.", []),
    "who was for it, in brackets": (
        "TOP 4 Bäume\nAbgelehnt (dafür: ABC, DEF).\n\nTOP 5 Wege\nAngenommen (gegen XYZ).",
        ["rejected -/-/-", "adopted -/-/-"],
    ),
    "one group against it": ("TOP 4 Bus\nABC dagegen, sonst angenommen.\n", ["adopted -/-/-"]),
    "a group of voters by its name": ("Abstimmung:\nJa 16 (ABC)\nNein 24 (DEF, Musterstadt WÄHLEN)\nEnth. 1", ["rejected 16/24/1"]),
    "referred to somebody, with its result below": (
        "Niederschrift\n\nBeschluss: Der Bürgerantrag wird dem Bausenat zur Weiterbehandlung überwiesen.\neinstimmig",
        ["referred -/0/-"],
    ),
    "a list of what became of resolutions": ("Stand der Umsetzung\n012/2031  12.03.2031  Radweg Nord  erledigt", []),
    "raised to a resolution": ("Mit 24 Prostimmen und 5 Gegenstimmen wird der Antrag zum Beschluss erhoben.", ["adopted 24/5/-"]),
    "a claim raised, no vote": ("Die Klage wurde im Mai erhoben, sagt Herr Muster.", []),
    "unanimous, abbreviated": ("Beschluss: einst. angenommen", ["adopted -/0/-"]),
    "recommended to refuse": ("Dem Rat wird mit 8 gegen 3 Stimmen empfohlen, die Vorlage abzulehnen.", ["not_recommended 3/8/-"]),
}

TOGETHER = {
    "one label twice, with other text between": (
        (
            "Im Teil A werden die Punkte 3 und 5 bis 9 behandelt.\n\nAbst.-Erg.: einstimmig dafür\n\n"
            "Im Teil B werden die Punkte 2, 13 und 14 behandelt.\n\nAbst.-Erg.: einstimmig dafür"
        ),
        ["adopted -/0/-", "adopted -/0/-"],
    ),
    "one label twice, with nothing between": ("Abst.-Erg.: einstimmig dafür\n\nAbst.-Erg.: einstimmig dafür", ["adopted -/0/-"]),
    "head, amendment, final vote": (
        (
            "TOP 3 Brunnen\nBeschlussart: geändert beschlossen\n\nDer Änderungsantrag der ABC wird mit 14 Ja-Stimmen und 20 Nein-Stimmen abgelehnt."
            "\n\nAbstimmungsergebnis:\nmehrheitlich beschlossen\nJa-Stimmen: 30\nNein-Stimmen: 4"
        ),
        ["rejected 14/20/-", "adopted_amended 30/4/-"],
    ),
    "label and advice": (
        "Beschluss: einstimmig beschlossen\nDer Hauptausschuss empfiehlt der Stadtverordnetenversammlung, die Satzung zu beschließen.",
        ["recommended -/0/-"],
    ),
    "points line by line": (
        "Punkt 1: einstimmig\nPunkt 2: 12 Ja, 9 Nein\nPunkt 3: abgelehnt",
        ["adopted -/0/-", "adopted 12/9/-", "rejected -/-/-"],
    ),
    "letters line by line": ("Abstimmung zu a): einstimmig\nAbstimmung zu b): mehrheitlich", ["adopted -/0/-", "adopted -/-/-"]),
    "motions line by line": (
        "Antrag der Gruppe ABC: einstimmig abgelehnt\nAntrag der Gruppe DEF: Bei 27 Nein-Stimmen einstimmig abgelehnt",
        ["rejected 0/-/-", "rejected 0/27/-"],
    ),
    "the head counts a refusal": (
        (
            "Beschluss: mehrheitlich beschlossen\n\nAbstimmung: Ja: 44, Nein: 4\n\nDer Kreistag fasst folgenden Beschluss:\n\nDer Antrag wird abgelehnt."
            "\n\nDie Beschlussfassung erfolgt mehrheitlich mit einem Stimmenverhältnis von 44 : 4."
        ),
        ["rejected 44/4/-"],
    ),
    "two resolutions with the same counts": (
        (
            "Beschluss:\nDas Bürgerbegehren ist zulässig.\nMit 7 : 13 Stimmen abgelehnt.\nZum Ratsbegehren\nBeschluss:\n"
            "Ein Ratsbegehren wird durchgeführt.\nMit 7 : 13 Stimmen abgelehnt."
        ),
        ["rejected 7/13/-", "rejected 7/13/-"],
    ),
    "all agree on one question, not on the other": (
        (
            "Beschluss: mehrheitlich beschlossen\n\nAbstimmung: Ja: 6, Nein: 3\n\nFrau Muster schlägt eine Reihenfolge vor.\n\n"
            "Diesem Vorschlag wird einvernehmlich zugestimmt."
        ),
        ["adopted 6/3/-", "adopted -/-/-"],
    ),
    "two ballots that did not suffice": (
        (
            "TOP 6 Wahl des Stellvertreters\n\nAbstimmung I: 3 x Ja-Stimmen, 1 x Enthaltung 1 x Nein-Stimme\n\nHerr Muster erklärt, dass die "
            "Mehrheit aller nötig ist. Folglich ist Frau Beispiel nicht gewählt.\n\nAbstimmung II: 4 x Ja-Stimmen, 1 x Nein-Stimme\n\n"
            "Wiederum fehlt die Mehrheit, Frau Beispiel ist nicht gewählt."
        ),
        ["rejected 3/1/1", "rejected 4/1/-"],
    ),
    "counts, then in words": (
        "Abstimmungsergebnis: 31 : 4 : 2 (Ja : Nein : Enthaltung)\nMitwirkungsverbot: 3\n\nDie Vorlage wurde mehrheitlich bestätigt.",
        ["adopted 31/4/2"],
    ),
    "counts, then unanimity": ("Abstimmungsergebnis: 40 : 0 : 0\nDie Vorlage wurde einstimmig angenommen.", ["adopted 40/0/0"]),
    "counts, then words on another vote": (
        "Abstimmungsergebnis: 31 : 4 : 2\nDie Vorlage wurde einstimmig angenommen.",
        ["adopted 31/4/2", "adopted -/0/-"],
    ),
    "zeros not filled in": ("Beschluss: einstimmig beschlossen\nJa: 0, Nein: 0, Enthaltungen: 0, Befangen: 0", ["adopted -/-/-"]),
}


SPOKEN = {
    "in brackets behind the call": (
        "Punkt 9: Halle\n\nDer Vorsitzende: Ich rufe auf. Wenn das klar ist, bitte ich um Ihr Votum – (mehrheitliche Zustimmung).\n\n– Ich danke Ihnen.",
        ["adopted -/-/-"],
    ),
    "the amendment, then the paper": (
        (
            "Punkt 2: Halle\n\nIch komme zum Änderungsantrag und bitte um Ihr Votum. – Der Änderungsantrag ist damit abgelehnt.\n\n"
            "Wir kommen zur Vorlage. Ich bitte auch hier um Ihr Votum. – Das ist ein deutliches Votum für eine Mehrheit."
        ),
        ["rejected -/-/-", "adopted -/-/-"],
    ),
}


@pytest.mark.parametrize(("text", "votes"), (SENTENCES | TOGETHER | SPOKEN).values(), ids=SENTENCES | TOGETHER | SPOKEN)
def test_reads_sentences_and_what_belongs_together(text: str, votes: list[str]) -> None:
    assert summary(text) == votes


def test_urgency_and_motion_are_two_votes() -> None:
    votes = votes_of("Dringlichkeit und Antrag: einstimmig angenommen")
    assert [(vote.subject, vote.subject_text, vote.no) for vote in votes] == [("procedure", "Dringlichkeit", 0), ("main", None, 0)]


def test_what_is_a_word_only_where_reading_stops_settles_nothing() -> None:
    """Of a long paragraph the first 300 characters are looked at: "zuge" at their end is a verdict that broke off, "zugesichert" is none."""
    before = "Nr. 2 IHK: mit den folgenden Arbeiten an der Brücke über den Mühlbach wird nicht vor dem Herbst begonnen, "
    assert summary("Niederschrift\n\n" + (before * 3)[:296] + "zugesichert ist ein Gutachten.") == []

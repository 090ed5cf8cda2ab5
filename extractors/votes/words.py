"""The words of a vote: what became of the question, and how clearly, as named patterns.

One alternation finds all of them; the name of the group that matched is the name of the signal. Longer and more
specific words first: "nicht empfohlen" before "empfohlen", "zustimmende Kenntnisnahme" before "Zustimmung".
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.german.openings import begins_with

VERDICTS: tuple[tuple[str, str], ...] = (
    # Seen in Karlsruhe: "ansonsten Zustimmung", "Rest Nein", "der Rest sind Nein-Stimmen", "dem Rest Zustimmungen"
    ("rest", (r"(?:(?<!\w)(?i:ansonsten|sonst|(?:de[rm] |alle )?Rest(?:liche\w*)?|(?:die )?übrigen?)(?: (?:sind|ist|war|waren"
              r"|Stimmen|Mitglieder))?:?"
             r" (?:(?i:Ja|Nein)(?![a-zäöü])(?:-?Stimmen)?|Zustimmung(?:en)?|Ablehnung(?:en)?|dafür|dagegen|Gegenstimmen?))")),
    ("noted", (r"(?i:zustimmend\w* (?:zur )?Kenntnis\w*)|(?i:zur Kenntnis(?:nahme)?|Kenntnisnahme|Kenntnis (?:genommen|zu nehmen))"
              r"|(?:nimmt|nahm|nehmen|nahmen) (?:[^\s.;]{1,40}\s){0,12}?Kenntnis(?!se)|Kenntnis gegeben")),
    ("not_recommended", (r"nicht (?:zur Annahme )?empfohlen|(?:Ablehnung|abzulehnen)[^.;\n]{0,40}empf(?:iehlt|ohlen)"
                        r"|empf(?:iehlt|ehlen)[^.;]{0,120}(?:abzulehnen|Ablehnung)|empfohlen, [^.;]{0,120}abzulehnen")),
    ("postponed", (r"(?i:vertagt(?!\w)|Vertagung|zurückgestellt(?!\w)|Zurückstellung|zurückzustellen|verschoben(?!\w)"
                   r"|beschl\w+,? [^.;]{0,100}zu vertagen)"
                  r"|(?:in|bis) [^.;\n]{0,60}(?:geschoben|zu schieben)|[Ii]n die Fraktionen gezogen")),
    ("removed", (r"(?i:abgesetzt|Absetzung|beschl\w+,? [^.;]{0,100}abzusetzen)|setz(?:t|te|en|ten) [^.;]{1,80}von der Tagesordnung ab"
                r"|von der Tagesordnung (?:genommen|gestrichen"
                r"|zu nehmen|zu streichen)")),
    ("withdrawn", (r"(?i:zurückgezogen|Zurückziehung|zurückgenommen|Rücknahme)|(?:zieht|ziehen|zog"
                  r"|zogen) (?:[^\s.;]{1,40}\s){0,10}?zurück\b")),
    ("no_vote", (r"(?i:keine(?:r|rlei)? (?:Abstimmung|Beschlussfassung|Entscheidung)|kein Beschluss(?:[^\w]|$)"
                r"|(?:Beschlussfassung|Abstimmung) (?:erfolgt\w*|findet|fand) (?:\w+ ){0,2}nicht(?!\w)"
                r"|(?:Tagesordnungspunkt|TOP|Punkt)(?: [\d.]+)? (?:entfällt|entfiel)|nicht (?:mehr )?abgestimmt"
                r"|ohne (?:Abstimmung|Beschluss(?:fassung)?|Votum|Ergebnis|Entscheidung)(?!\w)|Abstimmung (?:entfällt|entfiel"
                r"|erübrigt sich))")),
    ("split", r"Mehrfachbeschl(?:uss|üsse)|Einzelabstimmung(?:en)?|(?i:teilweise|teils) (?:zugestimmt|angenommen|abgelehnt|beschlossen)"),
    ("settled", (r"(?i:(?:für )?erledigt|gegenstandslos|obsolet|hinfällig|erübrigt|Erledigung|abgeschrieben|Abschreibung)"
                r"|schreib(?:t|en) [^.;]{1,80} ab(?=[.;,\n]|$)"
                r"|(?i:(?:Einverstanden|Zustimmung|Einverständnis|zugestimmt) (?:mit|zur|zu) (?:der )?Stellungnahme"
                r"|mit (?:der )?Stellungnahme(?: der \w+)? (?:ist |sind )?einverstanden)")),
    ("rejected", (r"(?i:abgelehn\w*|Ablehnung|beschl\w+,? [^.;]{0,100}abzulehnen|ablehnen(?:der|d))|(?i:lehnte?n?"
                  r"|lehnt) (?:(?:[^\s.;]|\.(?=\d)){1,40}\s){0,24}?ab(?![\w-])"
                 r"|nicht (?:mehrheitlich |einstimmig )?(?:angenommen|zugestimmt|beschlossen|stattgegeben|entsprochen|gefolgt"
                 r"|genehmigt|befürwortet)"
                 r"|(?i:zurückgewiesen|verworfen|gescheitert|scheitert\w*|verfällt der Ablehnung|Stimmengleichheit)"
                 r"|Einvernehmen (?:[^\s.;]{1,20} ){0,8}?(?:nicht (?:erteilt|hergestellt)|versagt|verweigert)|nicht zuerkannt"
                 r"|Dringlichkeit (?:[^\s.;]{1,40} ){1,16}?(?:nicht (?:an)?erkannt|aberkannt|verneint)"
                 # "Der Bauausschuss erteilt das Einvernehmen nicht."
                 r"|erteilte?n? (?:[^\s.;]{1,40}\s){0,10}?(?:kein (?:gemeindliches )?Einvernehmen"
                 r"|Einvernehmen (?:[^\s.;]{1,20} ){0,3}?nicht)"
                 r"|(?:versag|verweiger)(?:t|te|en|ten) (?:[^\s.;]{1,40}\s){0,10}?Einvernehmen(?!\w)"
                 r"|verfehl(?:t|te|en|ten) (?:[^\s.;]{1,40}\s){0,14}?Mehrheit|Mehrheit (?:\w+ ){0,2}verfehlt|in der Minderheit"
                 r"|spr(?:icht|ach|echen|achen) sich (?:[^\s.;]{1,40}\s){0,8}?gegen (?!\d|\w+ (?:Gegens|S)timmen?(?!\w))"
                 r"(?:[^\s.;]{1,40}\s){1,14}?aus(?!\w)"
                 r"|(?i:nicht erheblich|unerheblich) (?:erklärt|zu erklären)|Quorum (?:[^\s.;]{1,30} ){0,6}?nicht erreicht"
                 r"|(?:keine|nicht die) (?:\w+ ){0,2}Mehrheit(?! (?:nötig|notwendig|erforderlich))"
                 r"|(?<=einstimmig )dagegen|(?<=mehrheitlich )dagegen")),
    # "Verwiesen in den …", "an den Ausschuss verwiesen"; not "auf die Anlage wird verwiesen"
    ("referred", (r"(?<!\w)an d(?:en|ie) [A-ZÄÖÜ][\w-]+ zurückgewiesen"
                 r"|(?i:(?:(?:zurück)?verwiesen|überwiesen|zugewiesen|weitergeleitet)(?!\w)|Verweisung|Überweisung|Zuweisung"
                 r"|Verweis (?:in|an))"
                 r"|(?:ver|über)w(?:eist|ies|eisen|iesen) (?:(?!auf\s)[^\s.;]{1,40}\s){1,14}?(?:zurück )?(?:an|in) d(?:en|ie|as) \w"
                 r"|zurück in d(?:en|ie) (?:Fraktion(?:en)?|\w*[Aa]ussch(?:uss|üsse))(?!\w)"
                 r"|ohne (?:Votum|Empfehlung|Beschlussempfehlung) (?:[^\s.;]{1,40}\s){1,8}?(?:geschoben|zu schieben"
                 r"|(?:weiter)?gegeben|zu geben)")),
    # "Einverstanden … und Weiterbehandlung im Bauausschuss": the referral is the lesser part
    ("forwarded", (r"(?:Weiterb|Vorb|(?<!\w)B)ehandlung i[mn] \w*(?:[Aa]usschuss|[Bb]eirat|[Ff]achgremium)"
                  r"|Beratung i[mn] (?:Fach)?\w*(?:gremium|[Aa]usschuss)")),
    ("elected", r"(?<!\w)(?:(?i:(?:wieder)?gewählt)|[Ww]ähl(?:t|te|en|ten))(?!\w)"),  # "WÄHLEN" is the name of a group
    # Austria, Hesse: "einstimmig dem Gemeinderat zur Beschlussfassung vorgelegt"
    ("recommended", (r"(?i:vorberaten (?:ohne|mit) Änderung(?:en)?)|(?<!\w)(?:[Ee]mpf(?:iehlt|ehlen|ohlen|ahl|ahlen)|[Zz]ur Annahme"
                    r"|(?<=folgenden )Empfehlungsbeschluss)(?!\w)"
                    r"|zur (?:weiteren )?(?:Beschlussfassung|Genehmigung|Entscheidung) (?:vorgelegt|weitergeleitet|zugeleitet)(?!\w)")),
    ("adopted", (r"(?i:(?:ungeändert|unverändert|ohne Änderung(?:en)?) (?:beschlossen|zugestimmt|angenommen)|zugestimmt?|zuge-?$"
                 r"|Zustimmung(?:en)?|angenommen|Annahme|(?<!\w)beschlossen|bewilligt|(?<!\w)genehmigt|befürwortet|gebilligt"
                 r"|(?<!\w)billigt(?:en?)?(?!\w)"
                 r"|bestätigt(?!\w)"
                r"|Dringlichkeit (?:(?!nicht )[^\s.;]{1,40} ){1,16}?(?:an|zu)erkannt(?!\w)"
                r"|verabschiedet|(?<!nicht )einverstanden|stattgegeben|entsprochen|Einvernehmen (?:[^\s.;]{1,20} ){0,8}?(?:erteilt"
                r"|hergestellt))|erteilte?n? (?:[^\s.;]{1,40}\s){0,10}?Einvernehmen(?!\w)"
                r"|(?:nimmt|nahm|nehmen|nahmen) (?:(?!Wahl\s)(?:[^\s.;]|\.(?=\d)){1,40}\s){1,16}?an(?=[.;,\n]|$)"
                r"|überw(?:eist|eisen|ies|iesen) (?:das|die) (?:Postulat|(?:Volks)?[Mm]otion)(?!\w)"
                r"|(?i:Beschluss) (?:[^\s.;]{1,30} ){1,8}?gefasst|zum Beschlu(?:ss|ß) erhoben"
                r"|folgt?e?n? (?:(?:de[rmn]|dieser|diesem|den) )(?:\w+ ){0,2}(?:Empfehlung|Vorschlag|Beschluss\w*|Antrag)"
                r"|(?<=einstimmig )(?:dafür|gefolgt)|(?<=mehrheitlich )(?:dafür|gefolgt)|gefolgt(?=[ ]?(?:[.;,)\n]|$))"
                r"|nach (?:geändertem )?Antrag|(?i:antragsgemäß)"
                r"|(?i:wie vorgeschlagen|wie Vorlage|lt\.? Vorlage|laut Vorlage)"
                r"|[Ss]timm(?:t|te|en|ten) (?!da(?:für|gegen))(?:(?:[^\s.;]|\.(?=\d)){1,40}\s){0,24}?zu(?![\w-])"
                r"|(?<!\w)(?:[Bb]eschlie(?:ß|ss)(?:t|en)"
                r"|beschlo(?:ss|ß))(?!\w)"
                # Switzerland: "erheblich erklärt", "das Quorum ist erreicht"
                r"|(?i:(?<!nicht )(?<!un)erheblich (?:erklärt|zu erklären))|Quorum (?:[^\s.;]{1,30} ){0,6}?(?<!nicht )erreicht")),
)  # fmt: skip

SIGNALS: tuple[tuple[str, str], ...] = (
    # "einstimmig", "Einstimmige", glued ("Anlageneinstimmig"); typing errors: "einstimimig", "eistimmig", "Einstimmung"
    ("not_unanimous", r"nicht einstimmig"),
    ("unanimous", (r"(?i:ein?sti(?:mm?i?)mig(?:e[nrsm]?(?= )|keit)?|eistimmig(?:e[nrsm]?(?= ))?|Einstimmung|einmütig(?:e[nrsm]?)?"
                   r"|(?<!\w)einst\.(?=\s*(?:$|[\n,;(]|angenommen|beschlossen|zugestimmt))"
                   r"|einhellig(?:e[nrsm]?)?)"
                  r"|(?i:ohne|keine|bei keiner) (?i:Gegenstimmen?|Nein-?Stimmen?)(?!\w)"
                  # Bavaria (Ingolstadt): "Mit allen Stimmen: Entsprechend dem Antrag genehmigt."
                  r"|[Mm]it allen Stimmen(?! (?:de[rs]|von|aus|für|gegen|bei|bis|außer)(?!\w))")),
    # "mehrstimmig" is Austrian, "mit grossem Mehr" Swiss
    ("majority", (r"(?<!\w)mehrh\.(?=\s*(?:$|[\n,;(]))"
                 r"|(?i:mehrheitlich(?:e[nrsm]?(?= ))?|mehrstimmig(?:e[nrsm]?)?|mehrh?zeitl?-?$|mehr(?:heit)?-$|Stimmenmehrheit"
                  r"|Mehrheitsbeschluss)"
                 r"|[Gg]egen die Stimmen?(?!\w)|\(gegen (?=[A-ZÄÖÜ])"
                 # seen in Frankfurt: "ABC, SPD und FDP gegen LINKE"; elsewhere "mit 2/3-Mehrheit angenommen"
                 r"|gegen (?=(?:CDU|CSU|SPD|FDP|AfD|GRÜNE|Grüne|LINKE|Linke|BFF|ÖDP|BSW|Volt)(?![\w-]))|[Mm]it (?:\w+ )?2/3-?[ ]?Mehrheit"
                 r"|(?:[Mm]it|[Bb]ei) (?:\w+ ){0,2}Mehr(?:heit)?(?!\w)|(?:eine|große|deutliche|knappe"
                 r"|überwiegende|klare) Mehrheit")),
    ("agreed", (r"(?i:einvernehmlich\w*|stillschweigend"
               r"|ohne (?:Widerspruch|Widerrede|Gegenrede|Einwände|Aussprache und Abstimmung)|keine Einwände"
               r"|keine Einwendungen)")),
    ("amended", (r"(?<![Uu]n)(?:(?i:geändert|abgeändert|verändert|modifiziert|angepasst|ergänzt)(?:e[nmrs]?)?(?!\w))"
                r"|(?:[Mm]it|[Uu]nter) (?:\w+ ){0,2}(?:Änderung(?:en|santrag)?|Ergänzung(?:en|santrag)?|Maßgaben?)(?!\w)")),
    ("consequence", (r"(?<!\w)(?:Damit|Somit|Hiermit|Dadurch|[Mm]it diesem \w*ergebnis|(?<=wird )(?:somit|damit|hiermit)"
                     r"|(?<=ist )(?:somit|damit|hiermit)|gilt (?:der|die|das) \w+ als)"
                    r"(?!\w)(?! (?:die|der|das) Verwaltung)")),
    ("secret", r"(?<!auf )(?i:geheime\w* (?:Abstimmung|Wahl)|in geheimer|\(geheim\)|geheim abgestimmt)"),
    ("roll_call", r"(?<!auf )(?i:namentliche\w* Abstimmung|namentlich abgestimmt|\(namentlich\))"),
    ("written", r"(?i:Umlaufverfahren|Umlaufbeschluss|schriftlichen? (?:Verfahren|Abstimmung)|\(schriftlich\))"),
    ("open", r"(?i:in offener (?:Abstimmung|Wahl)|offene Abstimmung|\(offen\)|per Handzeichen|durch Handzeichen|durch Handaufheben)"),
    ("quorum", r"Zweidrittelmehrheit|Mehrheit von zwei Dritteln|qualifizierte\w* Mehrheit"),
)  # fmt: skip

# A blank of a form may be a line's end ("zur⏎Kenntnis"); blanks in a class of characters are left alone.
BLANK = re.compile(r"(?<!\[)(?<!\[\^) (?![^\[\]]*\])")


def wrapped(form: str) -> str:
    r"""A form whose words may stand on two lines.

    >>> bool(re.search(wrapped("zur Kenntnis"), "zur\nKenntnis")), bool(re.search(wrapped("zur Kenntnis"), "zur\n\nKenntnis"))
    (True, False)
    """
    return BLANK.sub(lambda _: r"[ \n]", form)


LONG = 16  # characters from which on a verdict may hold other words: "lehnt den Antrag einstimmig ab"
INNER = re.compile("|".join(f"(?P<{name}>{wrapped(form)})" for name, form in SIGNALS))
VERDICT_NAMES = frozenset(name for name, _ in VERDICTS) - {"rest"}
METHODS = ("secret", "roll_call", "written", "open")
METHOD_STEMS = ("geheim", "namentlich", "umlauf", "schriftlich", "offen", "hand")
# What any of the words begins with, five letters long: the more letters, the fewer places at which all of them are tried. That none
# is missing is tested against the alternation.
OPENINGS = (
    "(gege", "(gehe", "(name", "(offe", "(schr", "abgel", "abges", "abgeä", "ableh", "absch", "abset", "absti", "abzul", "alle ", "an de",
    "an di", "angen", "angep", "annah", "anson", "antra", "befür", "behan", "bei ", "berat", "besch", "bestä", "bewil", "billi", "bis ",
    "dadur",
    "dafür", "dageg", "damit", "dem r", "der r", "deutl", "die ü", "dring",
    "durch", "eine ", "einhe", "einmü", "einst", "einve", "einze", "eisti",
    "empfa", "empfe", "empfi", "empfo", "entsp", "ergän", "erheb", "erled", "ertei", "erübr", "folg ", "folge", "folgn", "folgt", "für e",
    "gebil", "gefol", "gegen", "gehei", "geneh", "gesch", "gewäh", "geänd", "gilt ", "große", "hierm", "hinfä", "in ", "kein ", "keine",
    "kennt", "klare", "knapp", "laut ", "lehnt", "lt vo", "lt. v", "mehr-", "mehrf", "mehrh", "mehrs", "mehrz", "mit ", "modif", "nach ",
    "nahm ", "nahme", "namen", "nehme", "nicht", "nimmt", "obsol", "offen", "ohne ", "per h", "punkt", "quali", "quoru", "rest ", "rest:",
    "restl", "rückn", "schei", "schre", "schri", "setze", "setzt", "somit", "sonst", "sprac", "sprec", "spric", "statt", "still", "stimm",
    "tages", "teils", "teilw", "top ", "umlau", "unerh", "ungeä", "unter", "unver", "verab", "verfe", "verfä", "versa", "versc", "verta",
    "verwe", "verwi", "verwo", "verän", "von d", "vorbe", "weite", "wie v", "wiede", "wähle", "wählt", "ziehe", "zieht", "zog ", "zogen",
    "zuge", "zum b", "zur a", "zur b", "zur e", "zur g", "zur k", "zur w", "zurüc", "zusti", "zuwei", "zweid", "überw", "übrig",
)  # fmt: skip
ANY_WORD = "|".join(f"(?P<{name}>{wrapped(form)})" for name, form in (*SIGNALS[:2], *VERDICTS, *SIGNALS[2:]))
WORD = re.compile(f"{begins_with(OPENINGS)}(?:{ANY_WORD})")

# Cheap stems that every vote holds at least one of; looked for with `in`, which costs next to nothing.
STEMS = (
    "stimm", "Stimm", "STIMM", "nthaltung", "bgelehn", "blehn", "enntnis", "ertag", "bgesetzt", "urück", "erwiesen", "rledigt",
    "eschlossen",
    "ewählt", "enehmigt", "ngenommen", "agegen", "afür", "ehrheit", "Ja:", "JA:", "Ja\n", " Ja", "JA", "inmütig", "inhellig",
    "inverstanden",
    "efürwort", "ückgestellt", "eschoben", "agesordnung genommen", "mpfiehlt", "mpfohlen", "egenstandslos", "bsolet", "inwände",
    "inzelabstimmung", "ehrfachbeschl", "zugewiesen", "berwiesen", " lehnt", "stattgegeben", "billigt", "inwendungen", "erschoben",
    "nach Antrag", "ändertem Antrag", "raktionen gezogen", "ntragsgemäß", "ehandlung i", "eitergeleitet", " wähl",
    "schlussfassung", "ein Beschluss", "entfällt", "entfiel", "gefasst", "weist", "wies ", "weisen", "folgt", "folgen", "erteilt",
    "versagt", "verweigert", "inderheit", "einst.", "erfehl", "egen:", "egen :", "ABGELEHNT", "ANGENOMMEN", "uerkannt", "agesordnung ab",
    "nimmt ", "ohne Votum", "gegen ", "vorgelegt", "geleitet", "schieben", "orberaten", "erheblich", "geschrieben", " ab.", "Quorum",
    "tillschweigend", "gewiesen", "nein ",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Word:
    """A signal word where it stands."""

    name: str
    start: int
    end: int
    text: str


# "Antrag auf Vertagung", "Verweisungsantrag": what is moved, not what became of it.
MOTION_BEFORE = re.compile(r"(?:[Aa]ntr[aä]ge?n?|[Vv]orschlag) (?:\S{1,30} ){0,4}(?:auf|zur|zu|der) $|(?<!\w)(?:auf|über die|zur) $")
MOTION_AFTER = re.compile(r"s?-?(?:antr|wunsch|beschluss)")


def may_speak_of_a_vote(text: str) -> bool:
    """Whether a text holds any stem of the vocabulary; false for most paragraphs."""
    for stem in STEMS:  # noqa: SIM110  a loop takes half the time of any()
        if stem in text:
            return True
    return False


def may_name_a_method(text: str) -> bool:
    """Whether a text holds any stem of how was voted: hardly one vote in fifty has such words before it."""
    folded = text.casefold()
    return any(stem in folded for stem in METHOD_STEMS)


# "auf die Vorlage wird verwiesen": a pointer, no referral.
POINTER = re.compile(r"(?:\b[Aa]uf (?:die|den|das|§|Anlage|Vorlage|Seite)|\bhierzu|\bdarauf)\b[^.;]{0,120}$|\baufgrund\b[^.;]{0,60}$")


def words_in(text: str, start: int, end: int) -> Iterator[Word]:
    """The signal words of a stretch of text, in order; "stimmt … einstimmig … zu" gives both."""
    for match in WORD.finditer(text, start, end):
        name = match.lastgroup or ""
        if name in ("referred", "postponed", "removed") and (
            MOTION_AFTER.match(text, match.end())
            or (match[0][0].isupper() and MOTION_BEFORE.search(text[max(start, match.start() - 60) : match.start()]))
        ):
            continue
        if name == "referred" and "schieben" not in match[0] and POINTER.search(text, max(start, match.start() - 140), match.start()):
            continue
        if text.startswith("= ", match.start() - 2):
            continue  # "(= Ablehnung)" explains a group's vote (Frankfurt)
        yield Word(name, match.start(), match.end(), match[0])
        if match.end() - match.start() > LONG:
            yield from (Word(m.lastgroup or "", m.start(), m.end(), m[0]) for m in INNER.finditer(text, match.start() + 1, match.end()))

"""What became of a resolution, in words: one pattern for each status of the vocabulary, and what a word alone does not say.

"ist umgesetzt"                    implemented
"noch nicht vollständig umgesetzt" partly: a qualified or negated word wins over the plain one, wherever it stands
"soll umgesetzt werden"            nothing: an intention
"wird berücksichtigt"              noted, never implemented
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

Status = Literal[
    "implemented", "partly", "nearly_done", "in_progress", "ongoing", "planned", "in_preparation", "not_started",
    "under_review", "delayed", "on_hold", "not_feasible", "dropped", "settled", "noted",
]  # fmt: skip

DONE = r"(?:umgesetzt|abgeschlossen|erledigt|erfüllt|realisiert|fertiggestellt|durchgeführt|ausgeführt|vollzogen)"
# What a measure is when it stands: "wurden aufgestellt", "ist in Betrieb genommen"; weaker than any word on the resolution itself.
BUILT = (
    r"(?:in[ ]Betrieb[ ]genommen|eingerichtet|eingeführt|installiert|aufgestellt|montiert|beschafft|angeschafft|gepflanzt|eröffnet"
    r"|freigegeben|errichtet|fertig[ ]gestellt|übergeben|besetzt|veröffentlicht|unterzeichnet|erreicht|angebracht|geliefert)"
)
NUMBER = r"(?:\d{1,4}|[Zz]wei|[Dd]rei|[Vv]ier|[Ff]ünf|[Ss]echs|[Ss]ieben|[Aa]cht|[Nn]eun|[Zz]ehn|[Ee]lf|[Zz]wölf)"
NOW = (
    r"(?:(?:derzeit|aktuell|zurzeit|momentan|gegenwärtig|noch|weiterhin|weiter|bereits|inzwischen|mittlerweile|schon|sich|dies|das)"
    r"[ ]){0,3}"
)

WHEN = r"""(?:(?:im|in|ab|bis|zum|Anfang|Mitte|Ende|noch)\b[^.;]{0,24}
           (?:20\d\d|Frühjahr|Frühling|Sommer|Herbst|Winter|Quartal|Halbjahr|Jahr|Monat)\w*|20\d\d\b)"""
RUNS = rf"\b(?:läuft|laufen)[ ]{NOW}(?:die[ ]|der[ ]|das[ ])?"  # "laufen derzeit die Abstimmungen"

# Before the plain words, in this order: closing formulas ("bitten, den Beschluss als erledigt zu betrachten"), negated, qualified, stopped.
QUALIFIED: tuple[tuple[Status, str], ...] = (
    ("settled", r"""als[ ]erledigt[ ](?:zu[ ]betrachten|anzusehen|angesehen|betrachtet|gelten)
                  | (?:geschäftsordnungsgemäß|satzungsgemäß|abschließend)[ ]behandelt"""),
    ("not_feasible", r"""nicht[ ](?:umsetzbar|realisierbar|durchführbar|möglich)
                     | k(?:ann|önnen|onnten?)[^.]{0,60}(?<!noch[ ])(?<!bisher[ ])(?<!bislang[ ])nicht[ ]umgesetzt[ ]werden"""),
    ("under_review", r"""Prüfung(?:en)?[^.]{0,30}noch[ ]nicht[ ]abgeschlossen
                     | [Pp]rüfung(?:en)?[ ](?:dauert|dauern)[ ](?:noch[ ]|weiterhin[ ]|derzeit[ ])?an\b"""),
    ("partly", rf"""(?:noch[ ]|bisher[ ]|bislang[ ])?nicht[ ](?:vollständig|ganz|komplett|vollumfänglich|abschließend|endgültig)[ ]{DONE}
                  | (?:begonnen:?[ ])?(?:teilweise|teils|zum[ ]Teil|in[ ]Teilen|zur[ ]Hälfte|zu[ ]großen[ ]Teilen
                                       |zu[ ]\d{{1,2}}[ ]?%|(?<!\d)\d{{1,2}}[ ]?%)[ ]{DONE}
                  | (?<!\d)[1-9]\d?[ ]?%[^.;]{{0,60}}[ ]{DONE}
                  | \b[Vv]on[ ](?:den[ ]|insgesamt[ ])?{NUMBER}[ ][^.;]{{0,40}}
                    \b(?:wurden|sind)[ ](?:bisher|bislang|bereits|derzeit|inzwischen)[ ]{NUMBER}\b
                  | \b{NUMBER}[ ]von[ ](?:den[ ]|insgesamt[ ])?{NUMBER}\b[^.;]{{0,40}}\b(?:wurden|sind)\b[^.;]{{0,40}}
                    \b(?:{DONE}|{BUILT}|in[ ]Betrieb)\b
                  | (?:\b(?:liegt|liegen)[ ][^.;]{{0,40}}\bvor|\b(?:{DONE}|{BUILT}))(?:,|;|[ ]und)[ ](?:aber[ ])?[^.;,]{{3,60}}
                    \b(?:(?:steht|stehen)[ ](?:noch[ ])?aus|fehl(?:t|en)[ ]noch|(?:ist|sind)[ ]noch[ ]offen)\b"""),
    ("nearly_done", rf"""(?:weitgehend|weitestgehend|nahezu|fast|im[ ]Wesentlichen|größtenteils|überwiegend)[ ](?:vollständig[ ])?{DONE}
                       | in[ ]der[ ]Abschlussphase | kurz[ ]vor[ ](?:der[ ]Fertigstellung|(?:dem|ihrem|seinem)[ ]Abschluss)"""),
    ("in_progress", r"(?:noch|bisher|bislang)[ ]nicht[ ]abgeschlossen"),
    ("dropped", rf"""\b(?:wird|werden)[ ](?:daher[ ]|somit[ ]|deshalb[ ])?nicht[ ]{DONE}\b(?![ ]werden)"""),
    ("not_started", rf"""(?:noch|bisher|bislang)[ ]nicht[ ](?:erkennbar[ ])?(?:\(?konkret\)?[ ])?(?:begonnen|gestartet|angelaufen|geplant)
                       | (?:noch[ ]|bisher[ ]|bislang[ ])?nicht[ ]{DONE}
                       | (?:steht|stehen)[ ](?:noch[ ]|bisher[ ]|weiterhin[ ])?aus\b | noch[ ](?:offen|ausstehend)\b"""),
    ("dropped", r"""(?:ist|sind|wurden?)[ ](?:[^.;]|(?<=\d)\.){0,60}aufgehoben\b | nicht[ ](?:mehr[ ])?weiter[ ]?verfolgt
                  | \bentf(?:ällt|allen)\b | Vorgang[ ](?:wurde[ ]|ist[ ])?eingestellt | \bhinfällig\b"""),
    ("on_hold", r"\bzurückgestellt\b|\bruht\b|\bausgesetzt\b|\bpausiert\b"),
    ("delayed", r"""\bverzöger(?:t|n)[ ]sich\b | \bha(?:t|ben)[ ]sich[ ][^.;]{0,60}\bverzögert\b
                  | Umsetzungstermin[ ](?:ist[ ])?überschritten | \bim[ ]Verzug\b | \bverschoben\b"""),
    ("settled", r"""(?:als|damit|somit|hiermit|dadurch|sich)[ ]erledigt\b | (?:findet|fand)[^.]{0,30}(?:ihre|seine)[ ]Erledigung
                  | \bgegenstandslos\b | \bobsolet\b"""),
    ("noted", r"""(?:wird|werden|ist|sind|wurden?)[ ](?:\w+[ ]){0,4}(?:(?:im[ ]Rahmen|bei|in|mit)[ ](?:[\w-]+[ ]){1,6})?
                  (?:berücksichtigt|beachtet)\b"""),
    ("not_started", rf"\bnicht\b[^.,;]{{0,60}}\b{DONE}\b"),
)  # fmt: skip

# The first of these in the sentence; each a predicate or a field's value, never an attribute ("die geplante Hecke").
PLAIN: tuple[tuple[Status, str], ...] = (
    ("in_preparation", rf"in[ ](?:der[ ])?Vorbereitung\b|(?:wird|werden)[ ]{NOW}vorbereitet\b|{RUNS}\w*[Vv]orbereitung(?:en)?\b"),
    (
        "under_review",
        rf"""in[ ](?:der[ ])?(?:Prüfung|Abstimmung)\b | (?:wird|werden)[ ]{NOW}geprüft\b | \bPrüfung(?:en)?[ ](?:läuft|laufen)\b
           | {RUNS}\w*[Pp]rüfung(?:en)?\b""",
    ),
    ("in_progress", rf"""(?:befinde[tn][ ](?:sich[ ]|dies[ ]|das[ ]){{0,2}})?in[ ](?:der[ ])?(?:Umsetzung|Arbeit|Bearbeitung|Realisierung)\b
                       | \b(?:begonnen|fortgeschritten|angelaufen|gestartet)\b
                       | \bin[ ]Ausführung\b | \bim[ ]Bau\b
                       | \b(?:Umsetzung|\w*[Aa]rbeiten|Maßnahmen?|Verfahren|Ausschreibung)[ ](?:läuft|laufen)\b
                       | (?:[Aa]bstimmung(?:en)?|[Aa]rbeiten|[Gg]espräche|[Vv]erhandlungen|[Uu]msetzung)[ ](?:[^.;,]{{0,40}}[ ])?
                         (?:dauert|dauern)[ ]{NOW}an\b
                       | (?:[Ss]uche|[Aa]rbeit(?:en)?|[Uu]msetzung|[Gg]espräche|[Vv]erhandlungen|Maßnahmen?)[ ](?:[^.;,]{{0,40}}[ ])?
                         (?:wird|werden)[ ]{NOW}fortgesetzt\b
                       | \b(?:Auftrag|Aufträge|Arbeiten|Planung(?:sleistungen)?)\b[^.;]{{0,60}}
                         \b(?:wurden?|ist|sind)[ ](?:[^.;]{{0,30}}[ ])?vergeben\b
                       | \b(?:Entwurf|Vorentwurf|Konzeptentwurf)[ ](?:liegt|wurde|ist)[ ]{NOW}(?:vor\b|erarbeitet\b|erstellt\b)
                       | (?:wird|werden)[ ](?:derzeit|aktuell|zurzeit|gegenwärtig|momentan)[ ][^.;]{{0,60}}\b(?:er|aus|über)arbeitet\b
                       | \b(?:Gutachten|Planung(?:sleistung(?:en)?)?|Konzept|Studie|Büro|Vermessung)\b[^.;]{{0,40}}\bbeauftragt\b
                       | \b(?:Angebote|Offerten|Stellungnahmen)[ ](?:werden[ ]{NOW}|sind[ ])eingeholt\b
                       | (?:wird|werden)[ ](?:derzeit|aktuell|zurzeit|gegenwärtig|momentan)[ ][^.;]{{0,60}}\bverhandelt\b
                       | \b(?:Derzeit|Aktuell|Zurzeit|Momentan)[ ](?:wird|werden)[ ][^.;]{{0,60}}\b(?:verhandelt|(?:er|aus|über)arbeitet)\b
                       | {RUNS}\w*(?:[Aa]bstimmung(?:en)?|[Aa]rbeiten|[Gg]espräche|[Vv]erhandlungen|[Uu]msetzung|[Aa]usschreibung)\b
                       | (?:wird|werden)[ ]{NOW}(?:umgesetzt|bearbeitet)\b(?![ ]werden)"""),
    ("ongoing", r"""\b(?:fort)?laufend\b(?![ ]\w+e[nr]?[ ]) | \bDaueraufgabe\b | \bdauerhafte?[ ]Aufgabe\b | \bdauerhaft\b
                  | \b(?:hat|haben)[ ]sich[ ](?:[\w-]+[ ]){0,3}etabliert\b"""),
    ("planned", rf"""(?:ist|sind|wird|werden|war|waren)[ ][^.;]{{0,60}}(?:geplant|vorgesehen|eingeplant)\b
                  | \bin[ ]Planung\b | \bPlanung(?:en)?[ ](?:läuft|laufen)\b | {RUNS}\w*[Pp]lanung(?:en)?\b
                  | \bin(?:s|[ ]das)[ ](?:Arbeits|Jahres|Bau|Haushalts|Investitions)\w*[^.]{{0,60}}\baufgenommen\b"""),
    ("implemented", rf"""\b(?:ist|sind|wurden?|worden)\b(?:[^.;]|(?<=\d)\.){{0,80}}?
                       \b(?:vollständig[ ]|bereits[ ]|erfolgreich[ ]){{0,2}}{DONE}\b
                     | \b(?:Beschluss|Auftrag|Antrag|Maßnahme|Ziel|Prüfauftrag)[ ](?:(?:ist|wurde)[ ])?
                       (?:damit[ ]|vollständig[ ]|bereits[ ]){{0,2}}(?:{DONE}|erreicht)\b(?=[.;,\n]|$)
                     | \bist[ ]damit[ ]erreicht\b
                     | \bkonnten?[ ](?:[^.;]|(?<=\d)\.){{0,80}}(?<!nicht[ ])\b{DONE}[ ]werden\b"""),
)  # fmt: skip

FIELD_VALUES: tuple[tuple[Status, str], ...] = (
    ("planned", rf"(?:konkret[ ])?geplant\b|(?:Umsetzung|Ausführung)[ ]erfolgt[ ](?:voraussichtlich[ ])?{WHEN}"),
    ("delayed", r"verzögert\b"),
    ("ongoing", r"(?:fort)?laufende[ ](?:Aufgabe|Maßnahme|Umsetzung)\b|läuft\b(?=[.;,\n]|[ ]*$|[ ]\()"),
    (
        "implemented",
        rf"""(?:der|die|das)[ ]\w+[ ]{DONE}\b | (?:vollständig[ ]|bereits[ ]|erfolgreich[ ])?{DONE}\b
                       | (?:Umsetzung|Erledigung|Ausführung)[ ](?:ist[ ])?erfolgt\b(?=[.;,\n]|[ ]*$)
                       | ja\b | erl\. | fertig\b | (?:zu[ ])?100[ ]?%""",
    ),
    ("not_started", r"offen\b|ausstehend\b|nein\b|0[ ]?%"),
    ("partly", r"teilweise\b|teils\b|(?:zu[ ])?[1-9]\d?[ ]?%"),
)

# "soll/muss umgesetzt werden", "ist umzusetzen", questions and wishes: what is to be, not what became of it.
WISH = re.compile(
    r"\b(?:soll(?:en|te|ten)?|muss|müssen|müsste|könnten?|würden?|wünscht|wünschen|bittet|bitten|fragt|fordert)\b"
    r"|\bzu[ ]\w+en\b[^.]{0,20}$|\?$"
)
# "wurde wie folgt umgesetzt:" announces what became of the points, and says it of none.
ANNOUNCED = re.compile(r"\b(?:wie[ \n]folgt|folgendermaßen)[ \n]\w+")
INTENTION = re.compile(rf"{WISH.pattern}|\b(?:kann|können)\b|{DONE}[ \n]werden\b")
SUCCEEDED = re.compile(r"\bkonnten?\b")  # "konnte im Mai abgeschlossen werden" is no intention, though it ends like one
# "kann nicht umgesetzt werden", "kann damit als erledigt betrachtet werden" say what became of it all the same.
DESPITE_MODALITY = {"not_feasible", "settled", "not_started"}

# A date in the future of the report makes a planned step of a passive: "werden im Frühjahr 2030 vorgenommen".
PLANNED_STEP = rf"""\b(?:wird|werden)\b[^.;]{{0,60}}?\b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)(?=[.;\n]|$)
                  | \b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)[ ](?:wird|werden)\b
                  | \b(?:[Uu]msetzung|[Ff]ertigstellung|[Rr]ealisierung|[Aa]usführung|[Bb]aubeginn|[Vv]ergabe
                                   |(?:Um|Aus|Neu)?[Bb]au|Sanierung|Beschaffung|Einführung|Eröffnung|Inbetriebnahme)\b[^.;]{{0,40}}?
                    \berfolg(?:t|en)[ ](?:voraussichtlich[ ])?{WHEN}"""


def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank of a pattern may be a line end."""
    return re.compile(pattern.replace("[ ]", r"[ \n]"), re.VERBOSE)


def _grouped(rows: tuple[tuple[Status, str], ...]) -> re.Pattern[str]:
    return _compiled("|".join(f"(?P<{status}>{form})" for status, form in rows))


IN_ORDER = tuple((status, _compiled(form)) for status, form in QUALIFIED)
FIRST = _grouped(PLAIN)
VALUE = _grouped(FIELD_VALUES)
STEP = _compiled(PLANNED_STEP)
NOT_YET = re.compile(r"(?i)\b(?:nicht|keine?[nmrs]?|noch|teilweise|bisher|bislang|erst)\b")
STANDS = _compiled(rf"\b(?:ist|sind|wurden?|worden|hat|haben)\b(?:[^.;]|(?<=\d)\.){{0,80}}?\b{BUILT}\b")
# "soll bis Ende 2031 umgesetzt werden": an intention with its day is a plan, in a report.
AIM = _compiled(rf"\b(?:soll|sollen|wird|werden)\b[^.;]{{0,60}}?\b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)[ ]werden\b")


@dataclass(frozen=True, slots=True)
class Stated:
    """A status and the words that state it, in offsets of the text they stand in."""

    status: Status
    start: int
    end: int


def status_in(text: str, start: int, end: int, *, steps: bool = False) -> Stated | None:
    """The status that a sentence states, None where it states none; with `steps` a dated passive is a planned step."""
    sentence = text[start:end]
    intended = INTENTION.search(sentence)
    if intended and intended[0].endswith("werden") and SUCCEEDED.search(sentence, 0, intended.start()):
        intended = None
    for status, pattern in IN_ORDER:
        found = pattern.search(sentence)
        closing = pattern is IN_ORDER[0][1]
        if found and (not intended or closing or (status in DESPITE_MODALITY and not WISH.search(sentence))):
            return Stated(status, start + found.start(), start + found.end())
    if intended:
        aim = AIM.search(sentence) if steps else None
        return Stated("planned", start + aim.start(), start + aim.end()) if aim else None
    step = STEP.search(sentence) if steps else None
    if step:
        return Stated("planned", start + step.start(), start + step.end())
    return None if ANNOUNCED.search(sentence) else _named(FIRST.search(sentence), start)


def told_in(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Stated, int, int] | None:
    """The status that the sentences of an entry tell: any word of status, else a dated plan, else what has been built or bought.

    >>> text = "Die Bänke wurden im Mai aufgestellt. Der Brunnen ist in Planung."
    >>> told_in(text, [(0, 36), (37, 64)])[0].status, told_in(text, [(0, 36)])[0].status
    ('planned', 'implemented')
    """
    told = list(spans)
    for steps in (False, True):  # a dated plan says less than any status
        for start, end in told:
            stated = status_in(text, start, end, steps=steps)
            if stated:
                return stated, start, end
    for start, end in told:
        built = None if INTENTION.search(text, start, end) or NOT_YET.search(text, start, end) else STANDS.search(text, start, end)
        if built:
            return Stated("implemented", built.start(), built.end()), start, end
    return None


def status_of_field(text: str, start: int, end: int) -> Stated | None:
    """The status that the value of a field begins with ("Umsetzungsstand: laufend"), None where it begins with none."""
    printed = text[start:end]
    for value in dict.fromkeys((printed, printed[:1].lower() + printed[1:])):  # "In Arbeit", "Erledigt" begin a cell
        for status, pattern in IN_ORDER:
            found = pattern.match(value)
            if found:
                return Stated(status, start, start + found.end())
        named = _named(FIRST.match(value), start) or _named(VALUE.match(value), start)
        if named:
            return named
    return None


def _named(match: re.Match[str] | None, offset: int) -> Stated | None:
    if not match:
        return None
    status: Status = match.lastgroup  # type: ignore[assignment]  # the groups are named after the vocabulary
    return Stated(status, offset + match.start(), offset + match.end())

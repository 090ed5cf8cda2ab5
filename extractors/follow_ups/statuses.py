"""What became of a resolution, read in a sentence, in a field's value, or in the sentences of an entry.

"ist umgesetzt"                    implemented
"noch nicht vollständig umgesetzt" partly: a qualified or negated word wins over the plain one, wherever it stands
"soll umgesetzt werden"            nothing: an intention
"wird berücksichtigt"              noted, never implemented
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from extractors.follow_ups.words import (
    BARE_VALUE,
    BUILT,
    DONE,
    FIELD_VALUES,
    MONTH,
    PLAIN,
    PLANNED_STEP,
    QUALIFIED,
    TRAILING,
    UNDECIDED,
    WHEN,
    WISH,
    Status,
)


def _compiled(pattern: str) -> re.Pattern[str]:
    """A blank of a pattern may be a line end."""
    return re.compile(pattern.replace("[ ]", r"[ \n]"), re.VERBOSE)


def _grouped(rows: tuple[tuple[Status, str], ...]) -> re.Pattern[str]:
    return _compiled("|".join(f"(?P<{status}>{form})" for status, form in rows))


IN_ORDER = tuple((status, tuple(cues.split()), _compiled(form)) for status, cues, form in QUALIFIED)
ANYWHERE = tuple((status, tuple(cues.split()), _compiled(form)) for status, cues, form in PLAIN)
VALUE = _grouped(FIELD_VALUES)
STEP = _compiled(PLANNED_STEP)
BARE = _compiled(BARE_VALUE)
LAST = _compiled(TRAILING)
PREDICATE = re.compile(r"(?:wird|werden|konnten?)\b")  # "Stand: wird nicht weiterverfolgt"
ELLIPTIC = re.compile(r"(?:Wird|Wurden?|Werden|Ist|Sind|Konnten?)\b")  # "Wird laufend fortgeschrieben."
WISHED = re.compile(WISH)
# "wurde wie folgt umgesetzt:" announces what became of the points, and says it of none.
ANNOUNCED = re.compile(r"\b(?:wie[ \n]folgt|folgendermaßen)[ \n]\w+")
INTENTION = re.compile(rf"{WISH}|\b(?:kann|können)\b|{DONE}[ \n]werden\b")
SUCCEEDED = re.compile(r"\bkonnten?\b")  # "konnte im Mai abgeschlossen werden" is no intention, though it ends like one
# "kann nicht umgesetzt werden", "kann damit als erledigt betrachtet werden" say what became of it all the same.
DESPITE_MODALITY = {"not_feasible", "settled", "not_started"}
NOT_YET = re.compile(r"(?i)\b(?:nicht|keine?[nmrs]?|noch|teilweise|bisher|bislang|erst)\b")
STANDS = _compiled(
    rf"\b(?:ist|sind|wurden?|worden|hat|haben)\b(?:[^.;]|(?<=\d)\.){{0,80}}?\b{BUILT}\b|\bfand(?:en)?\b[^;]{{0,60}}\bstatt\b"
    rf"|\bwurden?\b[^.;]{{0,60}}?\b(?:im|am|seit|Anfang|Mitte|Ende)[ ][^.;]{{0,20}}?(?:{MONTH}|20\d\d|\d\.\d\d?\."
    rf"|Frühjahr|Sommer|Herbst|Winter)[^;]{{0,40}}?\b(?!{UNDECIDED})\w{{3,}}(?:t|en)(?=[.;,\n]|$|[ ]und\b)"
    rf"|\b{BUILT}[ ](?:worden[ ])?(?:ist|sind|wurden?|sei(?:en)?)\b"
)
BARELY = _compiled(rf"[A-ZÄÖÜ][\w-]+[ ](?:[\w.-]+[ ]){{0,5}}{BUILT}(?=[.;,\n]|$|[ ]und\b)")  # "Fahrzeug geliefert."
# "soll bis Ende 2031 umgesetzt werden": an intention with its day is a plan, in a report.
AIM = _compiled(rf"\b(?:soll|sollen|wird|werden)\b[^.;]{{0,60}}?\b{WHEN}[^.;]{{0,60}}?\b\w{{3,}}(?:t|en)[ ]werden\b")
CLAUSE = re.compile(r"[;,] ")
# What is asked or ordered itself, as the subject of a sentence: its status is that of the entry, whatever else the entry tells.
ITSELF = _compiled(
    r"""\b(?:[Dd](?:er|ie|as)|[Dd]iese[rs]?|[Dd]em)[ ](?:[\w-]+[ ])?
        (?:Beschluss(?:punkt)?|(?:Prüf|Arbeits)?[Aa]uftrag|Antrag|Punkt|Anliegen|Ersuchen|Motion|Postulat|Vorgang|Angelegenheit|Ziel
          |Maßnahme|Umsetzung)\b"""
)
# A step on the way: done, it leaves the resolution itself under way.
STEP_BEFORE = re.compile(
    r"(?:[Pp]lanung(?:en)?|[Ee]ntwurf|Ausschreibung|Rohbau|Grunderwerb|[Aa]ntrag|Baugenehmigung|Prüfung|[Gg]utachten|Studie|Vergabe)\b"
)
BEGINS = re.compile(r"\b(?:begonnen|[Bb]eginn\w*|Baubeginn|gebaut|errichtet|Umsetzung|Fertigstellung|Inbetriebnahme|Eröffnung)\b")
REMAINING = re.compile(r"\b(?:[Üü]brigen?|[Rr]estlichen?|Rest\w*|[Vv]erbleibenden?|[Ww]eiteren?|[Zz]weiter?|[Ff]ehlenden?|noch)\b")
UNDONE = {"in_progress", "planned", "in_preparation", "not_started", "delayed", "under_review"}


@dataclass(frozen=True, slots=True)
class Stated:
    """A status and the words that state it, in offsets of the text they stand in."""

    status: Status
    start: int
    end: int


Told = tuple[Stated, int, int]
"""A status with the sentence that tells it."""


def status_in(text: str, start: int, end: int, *, steps: bool = False) -> Stated | None:
    """The status that a sentence states, None where it states none; with `steps` a dated passive is a planned step."""
    sentence = text[start:end]
    if ELLIPTIC.match(sentence):
        sentence = sentence[0].lower() + sentence[1:]
    intended = INTENTION.search(sentence)
    if intended and intended[0].endswith("werden") and SUCCEEDED.search(sentence, 0, intended.start()):
        intended = None
    for status, cues, pattern in IN_ORDER:
        found = pattern.search(sentence) if any(cue in sentence for cue in cues) else None
        closing = pattern is IN_ORDER[0][2]
        if found and (not intended or closing or (status in DESPITE_MODALITY and not WISHED.search(sentence))):
            return Stated(status, start + found.start(), start + found.end())
    if intended:
        return _before_the_intention(text, start, start + intended.start(), end, steps=steps)
    step = STEP.search(sentence) if steps else None
    if step:
        return Stated("planned", start + step.start(), start + step.end())
    if ANNOUNCED.search(sentence):
        return None
    stated = _first_of(sentence, start)
    if not stated or stated.status != "in_progress":
        return stated
    ahead = STEP.search(sentence)  # "wird im Herbst 2031 begonnen"
    return None if ahead and start + ahead.start() < stated.end <= start + ahead.end() else stated


def _first_of(sentence: str, start: int) -> Stated | None:
    """The plain word of status that stands first."""
    found = [
        Stated(status, start + match.start(), start + match.end())
        for status, cues, pattern in ANYWHERE
        if any(cue in sentence for cue in cues) and (match := pattern.search(sentence))
    ]
    return min(found, key=lambda stated: stated.start, default=None)


def _before_the_intention(text: str, start: int, intended: int, end: int, *, steps: bool) -> Stated | None:
    """What the clause before says: "Die Ausschreibung läuft; der Zuschlag soll im Mai erteilt werden"; else the dated aim."""
    before = [cut.start() for cut in CLAUSE.finditer(text, start, intended)]
    stated = status_in(text, start, before[-1]) if before else None
    if stated or not steps:
        return stated
    aim = AIM.search(text, start, end)
    return Stated("planned", aim.start(), aim.end()) if aim else None


def told_in(text: str, spans: Iterable[tuple[int, int]]) -> tuple[Stated, int, int] | None:
    """The status that the sentences of an entry tell: of the resolution itself, else any, else a dated plan, else what stands.

    >>> text = "Die Bänke wurden im Mai aufgestellt. Der Brunnen ist in Planung."
    >>> told_in(text, [(0, 36), (37, 64)])[0].status, told_in(text, [(0, 36)])[0].status
    ('planned', 'implemented')
    """
    told = list(spans)
    rows = [(stated, start, end) for start, end in told if (stated := status_in(text, start, end))]
    stands = next(((built, start, end) for start, end in told if (built := standing_in(text, start, end))), None)
    itself = next((row for row in rows if ITSELF.search(text, row[1], row[0].end)), None)
    if itself and itself[0].status == "settled" and (stands or rows[0][0].status == "implemented"):
        return Stated("implemented", itself[0].start, itself[0].end), itself[1], itself[2]  # done, and therefore settled
    if itself:
        return itself
    planned = [(stated, start, end) for start, end in told if (stated := status_in(text, start, end, steps=True))]
    first = min((row for row in (*(rows or planned)[:1], stands) if row), key=_place, default=None)
    if not first or first[0].status != "implemented":
        return first
    return _with_what_remains(text, first, [row for row in planned if row[1] > first[1] and row[0].status in UNDONE])


def _place(row: Told) -> int:
    return row[1]


def _with_what_remains(text: str, first: Told, undone: list[Told]) -> Told:
    """What is done in one sentence may be a part ("die übrigen folgen im Mai"), or only a step on the way (a shell)."""
    if not undone:
        return first
    stated, start, end = first
    if REMAINING.search(text, undone[0][1], undone[0][2]):
        return Stated("partly", stated.start, stated.end), start, end
    if STEP_BEFORE.search(text, start, stated.end) or BEGINS.search(text, undone[0][1], undone[0][2]):
        return Stated("in_progress", stated.start, stated.end), start, end
    return undone[0] if undone[0][0].status != "planned" or not STEP.match(text, undone[0][0].start) else first


def standing_in(text: str, start: int, end: int) -> Stated | None:
    """What a sentence says to stand: built, bought, handed over."""
    if INTENTION.search(text, start, end) or NOT_YET.search(text, start, end):
        return None
    built = BARELY.match(text[start:end]) or STANDS.search(text[start:end])
    return Stated("implemented", start + built.start(), start + built.end()) if built else None


def status_of_field(text: str, start: int, end: int, *, bare: bool = False) -> Stated | None:
    """The status that the value of a field begins with ("Umsetzungsstand: laufend"), None where it begins with none.

    With `bare`, which is for what stands in a cell or behind a colon, also "versandt am 8. Mai", and "beschlossen am 3. Mai, umgesetzt".
    """
    printed = text[start:end]
    if PREDICATE.match(printed):
        return status_in(text, start, start + len(printed.split("\n", 1)[0]))
    for value in dict.fromkeys((printed, printed[:1].lower() + printed[1:])):  # "In Arbeit", "Erledigt" begin a cell
        for status, _, pattern in IN_ORDER:
            found = pattern.match(value)
            if found:
                return Stated(status, start, start + found.end())
        plain = ((status, pattern.match(value)) for status, cues, pattern in ANYWHERE if any(cue in value for cue in cues))
        named = next((Stated(status, start, start + found.end()) for status, found in plain if found), None)
        named = named or _named(VALUE.match(value), start)
        if named:
            return named
        done = BARE.match(value) if bare else None
        if done:
            return Stated("implemented", start, start + done.end())
    last = LAST.search(printed.split("\n", 1)[0]) if bare else None
    return Stated("implemented", start + last.start() + 2, start + last.end()) if last else None


def _named(match: re.Match[str] | None, offset: int) -> Stated | None:
    if not match:
        return None
    status: Status = match.lastgroup  # type: ignore[assignment]  # the groups are named after the vocabulary
    return Stated(status, offset + match.start(), offset + match.end())

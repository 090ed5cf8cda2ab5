"""Results that need no sentence: the label of a system at the end of a row or alone on its line, and lines of nothing but votes.

"Ö 3 Haushaltssatzung VO/2019/0123 geändert beschlossen"         a row of an agenda (ALLRIS)
"Stadtrat 05.12.2019 Beschlussfassung ungeändert beschlossen"    a row of a consultation (SessionNet)
"zur Kenntnis genommen"                                          alone below the paper
"einstimmig bei 3 Enthaltungen", "14:0 Stimmen"                  nothing but votes
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from extractors.votes.drafts import Draft, drafts_in
from extractors.votes.statements import BODY_ACTS
from extractors.votes.words import VERDICT_NAMES

_DONE = r"(?:beschlossen|angenommen|zugestimmt|empfohlen|genehmigt|bewilligt)"
# The closed vocabulary of SessionNet, ALLRIS and OParl `result` (Magdeburg, Karlsruhe, Berlin, Rostock, Regensburg)
VOCABULARY = rf"""
      (?:(?:einstimmig|mehrheitlich)\ )?(?:(?:un|ab)?geändert|(?:un)?verändert|modifiziert)\ {_DONE}
    | (?:einstimmig|mehrheitlich|teilweise|nicht|antragsgemäß|ohne\ Votum)\ (?:{_DONE}|abgelehnt)
    | (?:ohne|mit)\ Änderung(?:en)?\ (?:in\ der\ BVV\ |im\ Ausschuss\ |im\ \w{{3,30}}\ )?{_DONE}
    | {_DONE}\ mit\ (?:Änderung(?:en)?|Änderungsantrag|Ergänzung(?:en|santrag)?) | zugestimmt\ zu\ geändertem\ Beschlusstext
    | d(?:er|as|ie)\ [\w-]{{3,40}}\ (?:beschlie(?:ß|ss)t|empfiehlt)\ (?:un|ab)?(?:ge|ver)ändert   # "Das Gremium beschließt geändert"
    | (?:in|an|zur)\ [^\n.;:]{{2,60}}?\ (?:zurück)?(?:ver|über)wiesen | (?:zurück)?(?:ver|über)wiesen(?:\ (?:in|an)\ [^\n.;:]{{2,60}})?
    | (?:zustimmend\ )?(?:zur\ )?Kenntnis\ (?:genommen|gegeben)
    | (?:durch|mit)\ [^\n.;:]{{2,60}}?\ (?:erledigt|gegenstandslos) | (?:für\ )?erledigt(?:\ durch\ [^\n.;:]{{2,60}})?
    | obsolet | gegenstandslos | mit\ Stellungnahme(?:\ der\ Verwaltung)?\ einverstanden
    | vorberaten\ (?:ohne|mit)\ Änderung(?:en)?
    | (?:von\ der\ Tagesordnung\ )?abgesetzt | vertagt | zurückgestellt | zurückgezogen | verschoben
    | in\ die\ Fraktionen\ gezogen(?:\ auf\ Wunsch\ [^\n.;:]{{2,60}})?
    | abgelehnt | empfohlen | befürwortet
    | Mehrfachbeschl(?:uss|üsse) | Einzelabstimmung(?:en)? | ohne\ (?:Beschluss|Ergebnis|Empfehlung|Abstimmung) | kein\ Beschluss
"""
LABEL = re.compile(f"(?i:{VOCABULARY})", re.VERBOSE)
# The label is all that the line says: "- ungeändert beschlossen -"
_WHO = r"(?:\ \((?:gegen|dafür|dagegen|bei|mit|ohne|für|pro|contra|Gegenstimmen?|Enthaltung(?:en)?|Ja|Nein)(?!\w)[^()\n]{2,160}\))?"
OWN_LINE = re.compile(rf"^[ –•-]{{0,3}}(?P<value>(?i:{VOCABULARY}|angenommen(?=\ \()){_WHO})[ .–-]{{0,3}}$", re.MULTILINE | re.VERBOSE)
# The label stands beside the number, or ends a row that has a number or a date
ROW = re.compile(
    rf"""^(?:(?P<number>(?:TOP\ )?(?:N?Ö\ |N\ )?\d{{1,3}}(?:\.\d{{1,3}})*\.?\)?\ )(?P<title>[^\n]{{3,200}}?\ )?
        |(?P<date>[^\n]{{0,100}}?\d{{1,2}}\.\d{{1,2}}\.\d{{4}}\ [^\n]{{0,160}}?)
        |(?P<sitting>(?:\d{{1,3}}\.\ )?(?:[a-zäöü]{{6,24}}\ ){{0,2}}Sitzung\ de[rs]\ [^\n.:;]{{3,120}}?\ ))   # below its date (ALLRIS)
        (?P<value>{VOCABULARY}|beschlossen|erledigt)(?P<after>[ ]?$|\ (?=[A-ZÄÖÜ]))""",
    re.MULTILINE | re.VERBOSE,
)
# A line that goes on in the next, or that the label completes ("… wird⏎vertagt")
OPEN_END = re.compile(
    r"(?:,|(?<! )-|(?<!\w)(?:wird|werden|wurden?|worden|ist|sind|war|waren|hat|haben|und|oder|nicht|der|die|das|den|dem|des|zu|zur|zum"
    r"|von|vom|mit|bei|in|im|an|am|auf|für|über|einstimmig|mehrheitlich|damit|somit))\s*$"
)
VERB = re.compile(r"(?<!\w)(?:wird|werden|wurden?|ist|sind|war|waren|hat|haben|hatte|habe|sei|soll|kann)(?!\w)|[a-zäöü]{3}[.!?]\s")
# The end of a sentence, a heading or an entry; what goes on in the next line has none of them
CLOSED = re.compile(r"[.:;!?)]\s*$")
# Somebody does something there, so that the next line may hold the rest of it: "Der Rat nimmt die Satzung mit 8 Ja-Stimmen⏎bei …"
BROKEN_OFF = re.compile(
    rf"{VERB.pattern.split('|[a-zäöü]')[0]}|{BODY_ACTS.pattern}|(?<!\w)(?:stimm(?:t|en|te|ten)|nimmt|nahm|lehnte?|beschlie(?:ß|ss)t|beschloss"
    r"|empfiehlt|folgt|verfehlte?|bleibt|blieb|genehmigt|billigt)(?!\w)"
)
# A form to be filled in: boxes, or a cross on its line
BOXES = re.compile(r"[☐☒☑□■\uf0a3\uf06f]|\[ ?[xX]? ?\]|^[xX](?:$|[ \t]+[a-zä])", re.MULTILINE)
# What a line of votes may begin with, and what may stand between counts and words
VOTES_BEGIN = re.compile(
    r"\s*[(\[–-]?\s?(?:\d|(?i:einst|mehrh|ja|nein|dafür|dagegen|für:|pro|ohne gegen|anwesend|enth|stimmenth"
    r"|angenommen|abgelehnt|bei|mit|abst|stillschw))"
)
FILLING = re.compile(
    r"(?<!\w)(?:[Bb]ei|[Mm]it|[Uu]nd|davon|der|die|von|jeweils|Stimmen?|[Gg]ültige|[Aa]bgegebene[rn]?|Beschluss|gefasst|Abst|Abstimmung|Ergebnis"
    r"|Mitglieder\w*|[JNE])(?!\w)|\([^()\n]{0,200}\)|\d{1,3}(?= anwesend)"
)
SIDES = frozenset(("yes", "no", "a", "votes"))
SHORT = 200  # characters of a line of votes


def labels_in(paragraph: str, *, rows: bool) -> list[re.Match[str]]:
    """The labels of the vocabulary that stand alone on a line, and, with `rows`, those that end a row of a table."""
    if BOXES.search(paragraph):
        return []
    own = [match for match in OWN_LINE.finditer(paragraph) if _stands_alone(paragraph, match.start(), match.end())]
    ends = [match for match in ROW.finditer(paragraph) if _is_row(match, rows=rows)] if rows or not own else []
    return sorted([*own, *(row for row in ends if not any(row.start() <= one.start() < row.end() for one in own))], key=re.Match.start)


def _stands_alone(paragraph: str, start: int, end: int) -> bool:
    before, after = paragraph[max(0, start - 40) : start].rstrip("\n"), paragraph[end : end + 2].lstrip("\n")
    return not OPEN_END.search(before) and not after[:1].islower() and not _runs_over(paragraph, 0, start)


def _runs_over(text: str, start: int, at: int) -> bool:
    """Whether a line that begins small or with a number is the rest of a sentence: "… mit 8 Ja-Stimmen⏎bei 2 Enthaltungen"."""
    if text[at : at + 1].isupper():
        return False
    before = text[max(start, at - SHORT) : at].rpartition("\n\n")[2].rstrip("\n").split("\n")[-2:]
    if not before[-1].strip() or CLOSED.search(before[-1]):
        return False
    told = before[-1] if len(before) < 2 or CLOSED.search(before[0]) else "\n".join(before)
    return BROKEN_OFF.search(told) is not None


def _is_row(match: re.Match[str], *, rows: bool) -> bool:
    """Whether a label ends its row; beside the number it may stand before the title ("Ö 2 ungeändert beschlossen Bericht …")."""
    if match["number"] and not match["title"]:
        return True
    before = match["title"] or match["date"] or match["sitting"] or ""
    if match["date"] and match["value"] == "erledigt":
        return False  # a list of what became of resolutions
    if match["after"].strip(" ") or (match["title"] and not rows) or VERB.search(before) or before.rstrip().endswith((":", ",")):
        return False
    return match["title"] is None or not match.string[match.end() : match.end() + 2].lstrip("\n")[:1].islower()


def lines_of_votes(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Stretches of lines that hold nothing but counts and words of votes."""
    first = None
    at = start
    while at < end:
        stop = text.find("\n", at, end)
        stop = end if stop < 0 else stop
        if stop == at and first is not None and stop < end:
            at = stop + 1
            continue  # an empty line between the labels of one vote
        votes = only_votes(text, at, stop) and _goes_on(text, start, at, stop, end)
        if votes and first is None:
            first = at
        if not votes and first is not None:
            yield from _voted(text, first, at - 1)
            first = None
        at = stop + 1
    if first is not None:
        yield from _voted(text, first, end)


def _goes_on(text: str, start: int, at: int, stop: int, end: int) -> bool:
    """Whether a line of votes is no part of a sentence that runs over it."""
    return not (OPEN_END.search(text[max(start, at - 40) : at]) or _runs_over(text, start, at)) and (
        not text[stop + 1 : min(stop + 2, end)].islower() or VOTES_BEGIN.match(text, stop + 1, end) is not None
    )


def labelled(text: str, start: int, end: int) -> list[Draft]:
    """The votes of a result; the words of a label of the vocabulary name no subject ("durch Stellungnahme erledigt")."""
    drafts = drafts_in(text, start, end)
    if drafts and LABEL.fullmatch(text[start:end].strip(" .\n")):
        drafts[0].prefix = ""
        return drafts[:1]
    return drafts


def _voted(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The stretch, unless it holds nothing but abstentions or who was present."""
    if any(
        draft.has("unanimous", "majority", "rest", "agreed") or SIDES & {c.option for c in draft.counts}
        for draft in drafts_in(text, start, end)
    ):
        yield start, end


def only_votes(text: str, start: int, end: int) -> bool:
    """Whether a line says nothing but votes: "14:0 Stimmen", "3 Nein-Stimmen, ansonsten Zustimmung", "Einstimmig (15 Ja-Stimmen)"."""
    if not 0 < end - start < SHORT or not VOTES_BEGIN.match(text, start, end):
        return False
    drafts = drafts_in(text, start, end)
    if not drafts or not all(_counts_or_agrees(draft) for draft in drafts):
        return False
    rest = bytearray(text[start:end], "utf-32-le")
    for draft in drafts:
        spans = [*((count.start, count.end) for count in draft.counts), *((word.start, word.end) for word in draft.words)]
        for first, last in spans:
            rest[4 * (first - start) : 4 * (last - start)] = " ".encode("utf-32-le") * (last - first)
    return not any(char.isalnum() for char in FILLING.sub("", rest.decode("utf-32-le")))


def _counts_or_agrees(draft: Draft) -> bool:
    """Whether it gives votes or a majority; one bare number is none."""
    if draft.has("unanimous", "majority", "rest") or (draft.has("agreed") and draft.has(*VERDICT_NAMES)):
        return True
    return bool(draft.counts) and (draft.has(*VERDICT_NAMES) or {count.option for count in draft.counts} != {"votes"})

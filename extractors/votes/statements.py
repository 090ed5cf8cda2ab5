"""A draft with where it was found, and the paragraphs and sentences in which it is looked for."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from extractors.text.german.phrases import BODY
from extractors.text.minutes import Section
from extractors.votes.drafts import Draft, drafts_in
from extractors.votes.words import VERDICT_NAMES, Word, may_speak_of_a_vote

# In place of a result (Hürtgenwald, München): no vote was taken.
PLACEHOLDER = re.compile(r"(?i)\s*(?P<word>ohne(?=[\s,.;]|$)|entfällt|keine(?=\s*$|\.))[^\n]{0,60}")
# How it was voted, behind the full stop of what was voted on: "… wird überwiesen. - Einstimmig bei 1 Enthaltung -", "… angenommen. 30:4"
APPENDED = (
    r"(?:[(–-]{1,2} ?(?i:bei |mit |abst|einst|mehrh|ohne gegen|ja|dafür|\d{1,3} ?(?:[:/]|ja|nein|gegen|stimm|enth|daf))"
    r"[^()\n]{0,100}?[)–-]{1,2}|\d{1,3} ?(?::|/ ?\d{1,3} ?/) ?\d{1,3})[ .]{0,2}(?:\n|$)"
)
# A full stop ends no sentence behind a number or one of these words; "erteilt." is not "lt.".
_SHORT = (
    "Nr",
    "Dr",
    "Abs",
    "bzw",
    "Ziff",
    "Pkt",
    "Mag",
    "GR",
    "St",
    "Str",
    "gem",
    "lt",
    "Art",
    "Prof",
    "Ing",
    "Enth",
    "Hr",
    "Fr",
    "Vors",
    "Drs",
    "betr",
    "bzgl",
    "inkl",
    "Fa",
)
# It begins with its sign, to which the engine skips; the short words are asked for by their length, four looks behind for two dozen.
SENTENCE_END = re.compile(
    r"[\n.!?](?:(?<=\n)(?:\n(?![a-zäöü])|(?<=:\n)|(?=[A-ZÄÖÜ][^\n:]{0,80}:[^\n]{0,60}"
    r"(?i:stimm|lehn|angen|vertag|mehrh|zurück|erledig|kenntnis|\d ?[:/] ?\d|\d (?:ja|daf)))"
    r"|(?=[•*\uf000-\uf0ff–-] ))|(?<=[.!?])(?<![ .(]\d.)(?<![ .(]\d\d.)"
    + "".join(rf"(?<!\b(?:{'|'.join(words)}).)" for _, words in groupby(sorted(_SHORT, key=len), key=len))
    + r"[\"“)]?\s+(?=[A-ZÄÖÜ„\"–•(\d-])(?!"
    + APPENDED
    + "))"
)
# Counts alone behind their subject: "Vorlage in der geänderten Fassung: 24/6/3"
BARE_COUNTS = re.compile(r"[^\n:]{3,120}: ?\d{1,3} ?/ ?\d{1,3} ?/ ?\d{1,3}\s*")
# A table of candidates and who won: "Herr Muster   19 Stimmen⏎⏎Damit ist Frau Beispiel gewählt."
TALLY_END = re.compile(r"(?: Stimmen|[Ee]nthaltung(?:en)?:? ?\d{1,3})\s*$")
ELECTED_NEXT = re.compile(r"(?:Damit|Somit) (?:ist|sind) [^\n]{2,120} gewählt")
# "dafür: 18 (8 ABC, …)", an empty line, "dagegen: 4": what HTML and Bavarian forms print as paragraphs is one vote
_OPTION = (
    r"(?i:(?:ja|nein|gegen|für)(?:-?stimmen?| d(?:en|ie|as) \w{4,20})?|dafür|dagegen|(?:stimm)?enthaltung(?:en)?|enth\.|anwesend"
    r"|zustimmung(?:en)?|ablehnung(?:en)?|stimmberechtigte?|befangen(?:heit)?|pers\. beteiligt|ungültige?(?: stimmen)?|davon anwesend"
    r"|(?:gesetzl(?:\.|iche) )?(?:an|mitglieder)?zahl der (?:mitglieder|vertreter|stimmberechtigten))"
)
_LEADERS = r"[.…_]{0,90}"  # "Zustimmung: ........ 13" (Mecklenburg)
_TIE = r"(?:(?:[Mm]it|[Bb]ei|und|sowie) )?"
COUNT_LAST = re.compile(
    rf"(?:^|\n)[ \t]*{_TIE}(?:{_OPTION} ?:?\s{{0,2}}{_LEADERS} ?\d{{1,4}}|\d{{1,4}} ?{_OPTION})(?: ?\([^()\n]{{0,120}}\))?[ .,;]*$"
)
LABEL_LAST = re.compile(rf"(?:^|\n)[ \t]*{_OPTION} ?:? *$")
COUNT_NEXT = re.compile(rf"[ \t]*{_TIE}(?:{_OPTION} ?(?::|\n|\d|[.…_]{{2}})|\d{{1,4}} ?{_OPTION}(?!\w)[^\n]{{0,130}}(?:\n|$))")
NUMBER_NEXT = re.compile(r"[ \t]*\d{1,4}[ \t]*(?:\n|$)")
# "Ja-Stimmen", "Nein-Stimmen", "Enthaltungen", below them "5", "0", "0": the cells of a table, each a paragraph (ALLRIS)
LABEL_NEXT = re.compile(rf"[ \t]*{_OPTION} ?:?[ \t]*\n")
CELLS_LAST = re.compile(rf"(?:{_OPTION} ?:?\s{{1,3}}){{2,6}}(?:\d{{1,4}}\s{{1,3}}){{0,5}}\d{{1,4}}[ \t]*$")
COUNT_LINE = 160  # characters of a line that gives one count
BODY_ACTS = re.compile(
    rf"(?:^|\W)(?:D(?:er|ie|as)|[Uu]nser) (?:\w+ )?{BODY}|(?:Mitglieder|Anwesenden|Ausschussmitglieder|Ratsmitglieder|Stadträte)"
    # "Die Stadtverordneten nehmen den Bericht zur Kenntnis."; whom something is given they are no less often
    r"|Die (?:(?:Stadt|Bezirks)verordneten|(?:Gemeinde|Stadt|Bezirks)vertreter(?:innen)?|(?:Markt)?(?:[Gg]emeinde|Kreis)räte)"
    r" (?:nehmen|nahmen|stimmt?en|beschlie(?:ß|ss)en|beschlossen|lehnt?en|folgt?en|billigt?en|genehmigt?en|empf(?:eh|ah)len|vertagt?en"
    r"|verw[ei]{2}sen)(?!\w)"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A draft with its zone: "block", "result", "row", "prose", "lead", "debate" or "speech"."""

    draft: Draft
    zone: str
    section: Section | None
    appended: bool = False
    """It stands on the line of what was voted on: "… wird nicht erteilt. (einstimmig)"."""
    announced: bool = False
    """It stands below a lead: "Der Kreistag fasst folgenden Beschluss:"."""
    resolution: int = 0
    """How many resolutions with a heading and words of their own stand above it in the item."""


def placeholder(at: int, match: re.Match[str]) -> Draft:
    """The draft of "ohne", "entfällt", "Keine" where a result should stand."""
    end = at + match.end()
    return Draft("", at + match.start("word"), end, words=[Word("no_vote", at + match.start("word"), end, match[0])])


def looks_like_a_result(paragraph: str) -> bool:
    """Whether a paragraph after a result goes on with results: short, or line by line, and with a count or a word at its start."""
    lines = paragraph.count("\n") + 1
    if (
        len(paragraph) > max(700, 160 * lines)
        or not (may_speak_of_a_vote(paragraph[:700]) or BARE_COUNTS.fullmatch(paragraph))
        or BODY_ACTS.match(paragraph)
    ):
        return False
    drafts = drafts_in(paragraph, 0, min(len(paragraph), 300))
    if not any(draft.counted or draft.has(*VERDICT_NAMES, "unanimous", "majority", "sides") or draft.table for draft in drafts):
        return False  # "Nr. 2 IHK: Es bestehen keine Einwände"
    return drafts[0].first < 90 or ":" in drafts[0].prefix


def paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs; one that breaks off and goes on in lower case after an empty line (PDF) is one."""
    first = start
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        start = stop + 2
        if start < end and text[start].islower() and text[stop - 1].isalpha():
            continue
        if TALLY_END.search(text, max(first, stop - 60), stop) and ELECTED_NEXT.match(text, start, end):
            continue
        if start < end and _counts_go_on(text, first, stop, start, end):
            continue
        if text[first:stop].strip():
            yield first, stop
        first = start


def _counts_go_on(text: str, first: int, stop: int, start: int, end: int) -> bool:
    """Whether a count stands before an empty line and the next one behind it."""
    before = max(first - 1, stop - COUNT_LINE, 0)
    if NUMBER_NEXT.match(text, start, end):
        return LABEL_LAST.search(text, before, stop) is not None or CELLS_LAST.search(text, before, stop) is not None
    if LABEL_NEXT.match(text, start, end) and LABEL_LAST.search(text, before, stop):
        return True
    return COUNT_NEXT.match(text, start, end) is not None and COUNT_LAST.search(text, before, stop) is not None


def sentences(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch; a dash after a full stop opens one ("… ab jetzt. – Das ist einstimmig.")."""
    for match in SENTENCE_END.finditer(text, start, end):
        if match.end() > start:
            yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end

"""Results in running text: lines that announce one, and sentences that settle a question by their form.

"Beschlussart: geändert beschlossen"                                a label with its value
"22.09.2026 … ungeändert beschlossen"                               a row of a consultation (ALLRIS)
"Der Antrag wird mit 3 Ja- und 10 Nein-Stimmen abgelehnt."          a sentence with counts and verdict
"Der Ausschuss nimmt den Bericht zur Kenntnis."                     a body that acts
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.text.minutes import Section
from extractors.votes.drafts import Draft, drafts_in
from extractors.votes.forms import (
    DEALT_ALONE,
    DEALT_PRONOUN,
    FOLLOWS,
    FRONTED_ACT,
    MOVED_AS_NOUN,
    MOVED_AWAY,
    MOVED_BEFORE,
    SETTLED_NOUN,
    WITHDRAWS,
    form_of,
    is_formal,
    is_strong,
)
from extractors.votes.lines import ROW, labelled, labels_in, lines_of_votes
from extractors.votes.statements import BODY_ACTS, PLACEHOLDER, Statement, looks_like_a_result, paragraphs, placeholder, sentences
from extractors.votes.told import Meeting
from extractors.votes.words import Word, may_speak_of_a_vote

# Seen: "Beschlussart: geändert beschlossen", "Beschluss: Mehrfachbeschlüsse", "Entscheidung: nach Antrag", "Abst.-Erg.: einstimmig dafür"
RESULT_LINE = re.compile(
    r"(?:^|(?<=[ (]))(?P<label>Beschlu(?:ss|ß)art|Beschlu(?:ss|ß)(?:ergebnis|status| [A-ZÄÖÜ][A-Za-zÄÖÜäöü]{1,7})?|Entscheidung|Ergebnis"
    r"|Abstimmung(?:sergebnis)?|Abst\.(?:-?Erg\.)?|Beratungsergebnis|Votum|Status)"
    r"(?: der Abstimmung| des Gremiums)?\s?:(?P<value>[^\n]{2,240})",
    re.MULTILINE,
)
# "Abstimmungsergebnis Änderungsantrag:" (Karlsruhe): a heading that names its subject
SUBJECT_HEADING = re.compile(r"^(?:Abstimmungs|Beratungs)ergebnis(?:se)?\s(?P<subject>[^\n:.]{2,80}):", re.MULTILINE)
SUBJECT_BLOCK = re.compile(
    SUBJECT_HEADING.pattern + r"(?P<value>(?:(?!\n(?:Abstimmungs|Beratungs)ergebnis).){2,1500})", re.MULTILINE | re.DOTALL
)
# Seen in Magdeburg: "Der Stadtrat beschließt mit 21 Ja- und 9 Nein-Stimmen:"
LEAD_END = re.compile(r":\s*$")
QUOTED = re.compile(r"\s*[\"„“»][^\"„“«]{1,1500}[\"”“«]\.?\s*")
# Seen in Dortmund: "Dem Rat lag folgende Empfehlung des Ausschusses vor:"
LAY_BEFORE = re.compile(r"(?<!\w)(?:lag|lagen|liegt|liegen) [^\n]{0,120}Empfehlung[^\n]{0,120} vor:\s*$")
# Votes that stand for themselves below what they settled
PAIR_ALONE = re.compile(r"\s*\(?\d{1,3} ?: ?\d{1,3}\)?[ .]*")
# What went before: "Vorgang: Ausschuss … vom 27.04.2010⏎Ergebnis: Vertagung" (Stuttgart)
EARLIER = re.compile(r"(?:^|\n)(?:Vorgang|Vorgänge|[Bb]isherige Beratung\w*|Vorberatung\w*)\s?:")

# Within a report of the debate: lines of nothing but labelled counts of both sides
COUNTED_LINES = re.compile(
    r"(?:Ja|Dafür|dafür|Für)(?:-?[Ss]timmen)?: ?\d{1,3}\n(?:Nein|Dagegen|dagegen|Gegen)(?:-?[Ss]timmen)?: ?\d{1,3}(?:\n|\Z)"
)
# A paragraph of its own in a report of the debate: what the body did, or what became of the motion
OWN_SENTENCES = (BODY_ACTS, DEALT_ALONE, FRONTED_ACT)
MOVED_WITHIN = 250  # characters from a motion to the sentence that settles it


@dataclass(frozen=True, slots=True)
class Manner:
    """How freely running text is read.

    `strict` asks for counts, or for "einstimmig" or "mehrheitlich" beside the verdict; `closing` only for paragraphs that are results.
    """

    meeting: Meeting
    strict: bool
    closing: bool = False


def prose(text: str, section: Section, start: int, manner: Manner) -> Iterator[Statement]:
    """Running text: result lines wherever they stand, and sentences that settle a question by their form."""
    last_one: Statement | None = None
    for first, last in paragraphs(text, start, section.end):
        paragraph = text[first:last]
        if last_one is not None and PAIR_ALONE.fullmatch(paragraph) and _awaits_votes(text, last_one, first):
            yield from (Statement(draft, "prose", section) for draft in drafts_in(text, first, last))
        if not may_speak_of_a_vote(paragraph) and "rgebnis" not in paragraph:
            continue
        if QUOTED.fullmatch(paragraph) and LAY_BEFORE.search(text, max(section.start, first - 300), first):
            continue
        for one in _paragraph(text, section, (first, last), manner):
            last_one = one
            yield one


def _awaits_votes(text: str, decided: Statement, at: int) -> bool:
    """Whether what was settled last, right above, lacks its votes: "Dem Bauantrag wird das Einvernehmen erteilt.", below it "12 : 0"."""
    draft = decided.draft
    return draft.has("adopted", "rejected") and not draft.counted and not text[draft.end : at].strip(" .)\n")


def _paragraph(text: str, section: Section, span: tuple[int, int], manner: Manner) -> Iterator[Statement]:
    first, last = span
    paragraph, done = text[first:last], first
    for line in _result_lines(paragraph, section):
        yield from _between(text, section, (done, first + line.start()), manner)
        at, done = first + line.start("value"), first + line.end("value")
        drafts = labelled(text, at, done)
        empty = PLACEHOLDER.match(line["value"])
        if empty and not drafts:
            drafts = [placeholder(at, empty)]
        if drafts and not drafts[0].prefix.strip():
            drafts[0].prefix = _row_subject(line)
        zone = "block" if line.re is SUBJECT_BLOCK else "row" if line.re is ROW else "result"
        yield from (Statement(draft, zone, section) for draft in drafts)
    yield from _between(text, section, (done, last), manner)


def _result_lines(paragraph: str, section: Section) -> list[re.Match[str]]:
    """The results in a paragraph that a label announces, a line gives or a row shows, in order."""
    if SUBJECT_HEADING.search(paragraph):
        return list(SUBJECT_BLOCK.finditer(paragraph))
    lines = [m for m in RESULT_LINE.finditer(paragraph) if _value_is_result(m["value"]) and not EARLIER.search(paragraph, 0, m.start())]
    if lines or section.kind in ("debate", "proposal"):
        return lines
    return labels_in(paragraph, rows=section.kind != "resolution")


def _between(text: str, section: Section, span: tuple[int, int], manner: Manner) -> Iterator[Statement]:
    """What stands between labelled results: lines of nothing but votes, and sentences."""
    done, end = span
    own = section.kind != "debate" or _own_paragraph(text, section, done, end)
    for first, last in lines_of_votes(text, done, end) if not manner.closing else ():
        if not own and not COUNTED_LINES.match(text, first, last):
            continue
        yield from _sentences(text, section, (done, first), manner)
        yield from (Statement(draft, "prose", section) for draft in drafts_in(text, first, last))
        done = last
    yield from _sentences(text, section, (done, end), manner)


def _own_paragraph(text: str, section: Section, start: int, end: int) -> bool:
    """Whether a line after a report of the debate stands for itself: "Einstimmig."."""
    return text[section.start : start].endswith("\n\n") and "\n" not in text[start:end].strip() and end - start < 120


def _row_subject(line: re.Match[str]) -> str:
    """What a result line is about: its heading names it, or the line above the row of a consultation."""
    if line.re is SUBJECT_BLOCK:
        return line["subject"] + ":"
    if line.re is ROW and line["date"] and line["date"][:2].isdigit():
        return line.string[: line.start()].rstrip("\n").rsplit("\n", 1)[-1]
    if line.re is ROW and line["sitting"]:
        return line["sitting"]
    return ""


def _value_is_result(value: str) -> bool:
    value = value.strip()
    if PLACEHOLDER.match(value):
        return True
    drafts = drafts_in(value, 0, len(value)) if may_speak_of_a_vote(value) or re.search(r"\d\s?[:/]\s?\d", value) else []
    return bool(drafts) and drafts[0].first <= 30 and not drafts[0].has("recommended")


def _sentences(text: str, section: Section, span: tuple[int, int], manner: Manner) -> Iterator[Statement]:
    start, end = span
    if start >= end:
        return
    paragraph = text[start:end]
    alone = (len(paragraph) < 300 or ":" in paragraph[:120]) and not SETTLED_NOUN.match(paragraph)
    # In the order of what it takes: more than half of the paragraphs only tell, and reading a result takes fifty times as long.
    if alone and not manner.meeting.tells(paragraph) and looks_like_a_result(paragraph) and _all_formal(text, start, end):
        yield from (Statement(draft, "prose", section) for draft in drafts_in(text, start, end))
        return
    if manner.closing:
        return
    for first, last in sentences(text, start, end):
        sentence = text[first:last].rstrip("\n").replace("\n", " ")  # patterns of sentences do not know of lines
        if not may_speak_of_a_vote(sentence):
            continue
        form = None if manner.meeting.tells(sentence) else form_of(sentence)
        alone = section.kind == "debate" and (first, last) == span and any(each.match(sentence) for each in OWN_SENTENCES)
        moved = ""
        if form and DEALT_PRONOUN.match(sentence) and (motion := MOVED_BEFORE.search(text, max(start, first - MOVED_WITHIN), first)):
            form, alone, moved = replace(form, noun=True), True, text[motion.start() : first]
        elif form and form.alone and (motion := MOVED_AS_NOUN.search(text, max(start, first - MOVED_WITHIN), first)):
            moved = text[motion.start() : first]
        alone = alone or WITHDRAWS.search(sentence) is not None
        found = drafts_in(text, first, last, lines=False) if form else []
        formal = [draft for draft in found if form and is_formal(draft, form, strict=manner.strict and not alone)]
        if moved:
            _move(formal, moved)
        zone = "lead" if _leads(section, sentence, formal) else "prose"
        yield from (Statement(draft, zone, section) for draft in formal)
        if formal and FOLLOWS.search(sentence):
            return


def _move(drafts: list[Draft], motion: str) -> None:
    """Give what was agreed to the outcome of what was moved in the sentence before: "… zu vertagen. Der Rat ist damit einverstanden."."""
    away = next((name for name, form in MOVED_AWAY if form.search(motion)), None)
    for draft in drafts:
        if away and draft.has("adopted"):
            draft.words.append(Word(away, draft.end, draft.end, ""))


def _leads(section: Section, sentence: str, formal: list[Draft]) -> bool:
    """Whether a sentence gives the votes on a resolution that it announces."""
    cast = len(formal) == 1 and (formal[0].counted or formal[0].has("unanimous", "majority"))
    announces = LEAD_END.search(sentence) is not None or FOLLOWS.search(sentence) is not None
    return section.kind == "resolution" and section.label is None and cast and announces


def _all_formal(text: str, start: int, end: int) -> bool:
    """Whether a paragraph of results needs no verb: it counts, or says "einstimmig" or "mehrheitlich", at its very start."""
    drafts = drafts_in(text, start, end)
    if not drafts:
        return False  # what is a word at the beginning of a paragraph may be the end of one in the text
    first = drafts[0]
    under_legend = bool(first.counts) and first.counts[0].rule == "slash_triple"
    return all(is_strong(draft) for draft in drafts) and (first.first - start <= 40 or under_legend or first.has("elected"))

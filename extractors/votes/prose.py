"""Results in running text: lines that announce one, and sentences that settle a question by their form.

"Beschlussart: geändert beschlossen"                                a label with its value
"22.09.2026 … ungeändert beschlossen"                               a row of a consultation (ALLRIS)
"Der Antrag wird mit 3 Ja- und 10 Nein-Stimmen abgelehnt."          a sentence with counts and verdict
"Der Ausschuss nimmt den Bericht zur Kenntnis."                     a body that acts
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.text.minutes import Section
from extractors.votes.drafts import Draft, drafts_in
from extractors.votes.lines import ROW, VERB, labelled, labels_in, lines_of_votes
from extractors.votes.statements import BODY_ACTS, PLACEHOLDER, Statement, looks_like_a_result, paragraphs, placeholder, sentences
from extractors.votes.subjects import LEAD, SUBJECT, cleaned
from extractors.votes.told import Meeting
from extractors.votes.words import VERDICT_NAMES, may_speak_of_a_vote

# Seen: "Beschlussart: geändert beschlossen", "Beschluss: Mehrfachbeschlüsse", "Entscheidung: nach Antrag", "Abst.-Erg.: einstimmig dafür"
RESULT_LINE = re.compile(
    r"(?:^|(?<=[ (]))(?P<label>Beschlu(?:ss|ß)art|Beschlu(?:ss|ß)(?:ergebnis|status)?|Entscheidung|Ergebnis"
    r"|Abstimmung(?:sergebnis)?|Abst\.-?Erg\.|Beratungsergebnis|Votum|Status)"
    r"(?: der Abstimmung| des Gremiums)?\s?:(?P<value>[^\n]{2,240})",
    re.MULTILINE,
)
# "Abstimmungsergebnis Änderungsantrag:" (Karlsruhe): a heading that names its subject
SUBJECT_HEADING = re.compile(r"^(?:Abstimmungs|Beratungs)ergebnis(?:se)?\s(?P<subject>[^\n:.]{2,80}):", re.MULTILINE)
SUBJECT_BLOCK = re.compile(
    SUBJECT_HEADING.pattern + r"(?P<value>(?:(?!\n(?:Abstimmungs|Beratungs)ergebnis).){2,1500})", re.MULTILINE | re.DOTALL
)
# What a body settles, as it is called in a sentence without numbers.
SETTLED_NOUN = re.compile(
    r"(?:[Aa]ntr[aä]ge?|[Vv]orlagen?|[Bb]eschluss\w*|[Tt]agesordnung(?:spunkte?)?|TOP|Punkte?|[Nn]iederschrift|[Pp]rotokoll"
    r"|[Aa]ngelegenheit|[Vv]orschl[aä]ge?"
    r"|Satzung|Dringlichkeit|Motion|Postulat|Resolution|Einwendung(?:en)?|Anregung|Bericht|Mitteilung|Information|Einvernehmen|(?<!\w)Beratung)(?!\w{4})"
)
TAKEN = re.compile(r"(?:Beschluss\w*|Abstimmung|Zustimmung|Wahl|Genehmigung) (?:\w+ ){0,4}(?:erfolgt|gefasst|ergeht|erging|fällt|fiel)")
# "Es ergeht mit 8 : 3 Stimmen folgender Beschluss:": what follows is the resolution
FOLLOWS = re.compile(r"folgende[nrs]? (?:Beschl(?:uss|uß|üsse)|Empfehlung|Antrag)[^.]{0,40}:\s*$")
PASSIVE = re.compile(
    r"(?<!\w)(?:wird|werden|wurden?|ist|sind|war|gilt|gelten|verf[äa]llt|verfiel|bleibt|blieb|dient|dienen|(?:hat|haben) sich)(?!\w)"
)
SUBJECTLESS = re.compile(r"\s*(?:Wird|Wurde) ")  # "Wird von der Tagesordnung abgesetzt."
VOTED = re.compile(r"bstimmung|ergeht|Beschluss|rgebnis")
# What went before: "Vorgang: Ausschuss … vom 27.04.2010⏎Ergebnis: Vertagung" (Stuttgart)
EARLIER = re.compile(r"(?:^|\n)(?:Vorgang|Vorgänge|[Bb]isherige Beratung\w*|Vorberatung\w*)\s?:")
SHORT, LONG = 250, 300  # characters: beyond them a sentence without numbers tells more than a result


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
    for first, last in paragraphs(text, start, section.end):
        paragraph = text[first:last]
        if not may_speak_of_a_vote(paragraph) and "rgebnis" not in paragraph:
            continue
        done = first
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
    for first, last in lines_of_votes(text, done, end) if not manner.closing and section.kind != "debate" else ():
        yield from _sentences(text, section, (done, first), manner)
        yield from (Statement(draft, "prose", section) for draft in drafts_in(text, first, last))
        done = last
    yield from _sentences(text, section, (done, end), manner)


def _row_subject(line: re.Match[str]) -> str:
    """What a result line is about: its heading names it, or the line above the row of a consultation."""
    if line.re is SUBJECT_BLOCK:
        return line["subject"] + ":"
    if line.re is ROW and line["date"] and line["date"][:2].isdigit():
        return line.string[: line.start()].rstrip("\n").rsplit("\n", 1)[-1]
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
    alone = (len(paragraph) < 300 or ":" in paragraph[:120]) and not SETTLED_NOUN.match(paragraph) and looks_like_a_result(paragraph)
    if alone and _all_formal(text, start, end) and not manner.meeting.tells(paragraph):
        yield from (Statement(draft, "prose", section) for draft in drafts_in(text, start, end))
        return
    if manner.closing:
        return
    for first, last in sentences(text, start, end):
        sentence = text[first:last]
        if not may_speak_of_a_vote(sentence):
            continue
        form = None if manner.meeting.tells(sentence) else _form_of(sentence)
        alone = section.kind == "debate" and (first, last) == span and BODY_ACTS.match(sentence) is not None
        found = drafts_in(text, first, last, lines=False) if form else []
        formal = [draft for draft in found if form and _is_formal(draft, form, strict=manner.strict and not alone)]
        yield from (Statement(draft, "prose", section) for draft in formal)
        if formal and FOLLOWS.search(sentence):
            return


def _all_formal(text: str, start: int, end: int) -> bool:
    """Whether a paragraph of results needs no verb: it counts, or says "einstimmig" or "mehrheitlich", at its very start."""
    drafts = drafts_in(text, start, end)
    first = drafts[0]
    under_legend = bool(first.counts) and first.counts[0].rule == "slash_triple"
    return all(_strong(draft) for draft in drafts) and (first.first - start <= 40 or under_legend)


def _strong(draft: Draft) -> bool:
    """Whether numbers, or a majority beside a verdict, leave no doubt that this was voted on."""
    sides = {count.option for count in draft.counts if count.option in ("yes", "no", "abstain", "a")}
    verdict = draft.has(*VERDICT_NAMES)
    if len(sides) > 1 and (draft.judged or not cleaned(draft.prefix) or draft.prefix.rstrip().endswith(":") or VOTED.search(draft.prefix)):
        return True
    if "a" in sides and (verdict or VOTED.search(draft.prefix) is not None):
        return True
    return verdict and (draft.counted or draft.has("unanimous", "majority"))


@dataclass(frozen=True, slots=True)
class _Form:
    """What the form of a sentence says of who does what in it."""

    length: int
    acts: bool
    """A body is its subject."""
    noun: bool
    passive: bool
    taken: bool
    noting: bool
    verb: bool
    follows: bool
    """What it resolves stands below it."""


def _form_of(sentence: str) -> _Form:
    acts, noun, passive, taken = (pattern.search(sentence) is not None for pattern in (BODY_ACTS, SETTLED_NOUN, PASSIVE, TAKEN))
    if SUBJECTLESS.match(sentence):
        noun = passive = True
    return _Form(
        len(sentence),
        acts,
        noun,
        passive,
        taken,
        "zu nehmen" in sentence,
        VERB.search(sentence) is not None,
        FOLLOWS.search(sentence) is not None,
    )


def _is_formal(draft: Draft, form: _Form, *, strict: bool) -> bool:
    """Whether a sentence settles a question: by counts or a majority beside its verdict, or by its form."""
    if _strong(draft) or (draft.counted and form.follows) or (not form.verb and _answers(draft)):
        return True
    dealt_with = form.noun and form.passive
    if draft.has("unanimous") and (form.acts or form.taken or dealt_with or draft.has("rest")):
        return True
    if draft.has("agreed") and (form.noun or draft.has("adopted")):
        return True
    return not strict and form.length < LONG and _says_by_form(draft, form)


def _says_by_form(draft: Draft, form: _Form) -> bool:
    """A sentence without numbers: a body that acts ("Der Rat vertagt …"), or a motion dealt with ("Der Antrag wird vertagt")."""
    dealt_with = form.noun and form.passive
    if draft.has("noted") and (form.noting or not draft.has("adopted")):
        return form.acts or (form.passive and form.length < SHORT)
    if draft.has("no_vote") or (form.noun and any(word.name == "withdrawn" and word.text[0].islower() for word in draft.words)):
        return True
    if draft.has("rejected", "postponed", "removed", "withdrawn", "settled", "elected"):
        elected = draft.has("elected") and draft.has("consequence") and form.passive  # "Damit ist Frau … gewählt"
        return form.acts or dealt_with or elected
    if draft.has("recommended"):
        return form.acts
    if draft.has("adopted"):
        return dealt_with or (form.acts and any(_acted(word.text, form) for word in draft.words))
    return draft.has("referred") and (dealt_with or form.acts) and form.length < SHORT


def _answers(draft: Draft) -> bool:
    """Whether a line gives a subject and its result: "Punkt 1: einstimmig", "Abstimmung zu b): mehrheitlich"."""
    subject = LEAD.sub("", draft.prefix.lstrip())
    said = any(
        word.text[0].islower() or word.text.isupper() for word in draft.words if word.name in VERDICT_NAMES
    )  # no title "…: Zustimmung"
    return subject.rstrip().endswith(":") and SUBJECT.match(subject) is not None and (said or draft.has("unanimous", "majority"))


def _acted(word: str, form: _Form) -> bool:
    """Whether a word tells by itself that a body agreed: "ist … einverstanden", "stimmt dem Antrag zu", "folgt der Empfehlung"."""
    if "einverstanden" in word.lower():
        return form.passive
    return word.startswith("folg") or (form.noun and word.endswith((" zu", " an")))

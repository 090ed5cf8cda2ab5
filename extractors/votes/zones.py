"""Where an item speaks of votes, and how freely its words may be read there.

A result block is read freely ("ohne", "40/7/7", "Zustimmung"); running text only where a sentence says by its form that the
body settled a question; speeches only where nothing is printed, and only what the chair declares.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.text.german.phrases import BODY
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.votes.drafts import Draft, drafts_in
from extractors.votes.words import VERDICT_NAMES, Word, may_speak_of_a_vote

# "Beschlussart: geändert beschlossen", "Beschluss: Mehrfachbeschlüsse", "Entscheidung: nach Antrag", "Abst.-Erg.: einstimmig dafür"
RESULT_LINE = re.compile(
    r"(?:^|(?<=[ (]))(?P<label>Beschlu(?:ss|ß)art|Beschlu(?:ss|ß)(?:ergebnis|status)?|Entscheidung|Ergebnis|Abstimmung(?:sergebnis)?|Abst\.-?Erg\.|Beratungsergebnis|Votum|Status)"
    r"(?: der Abstimmung| des Gremiums)?\s?:(?P<value>[^\n]{2,240})",
    re.MULTILINE,
)
# "Abstimmungsergebnis Änderungsantrag:" (Karlsruhe): a heading that names its subject
SUBJECT_HEADING = re.compile(r"^(?:Abstimmungs|Beratungs)ergebnis(?:se)?\s(?P<subject>[^\n:.]{2,80}):", re.MULTILINE)
SUBJECT_BLOCK = re.compile(SUBJECT_HEADING.pattern + r"(?P<value>(?:(?!\n(?:Abstimmungs|Beratungs)ergebnis).){2,1500})", re.MULTILINE | re.DOTALL)
# A Beschlussart in a row of a page, beside number or date: "Ö 2 ungeändert beschlossen …" (ALLRIS)
ROW_LABEL = re.compile(
    r"(?P<before>^(?:N?Ö |N )?\d{1,3}(?:\.\d{1,3})*\.? |^\d\d\.\d\d\.\d{4} [^\n]{0,200}?)"
    r"(?P<value>(?:un|ab)?geändert (?:beschlossen|empfohlen|zugestimmt)|(?:einstimmig|mehrheitlich|teilweise|nicht) (?:beschlossen|empfohlen|abgelehnt|zugestimmt|angenommen)"
    r"|(?:in [\w ]{2,30} )?verwiesen|zur Kenntnis genommen|vertagt|zurückgestellt|abgesetzt|zurückgezogen|abgelehnt|empfohlen|beschlossen|erledigt)(?= [A-ZÄÖÜ]|$|\n)",
    re.MULTILINE,
)
COUNT_LABEL = re.compile(r"Anwesend|Stimmberechtigt|Befangen|Abwesend|Nicht anwesend")
# "Beschluss (einstimmig):", "Einstimmiger Beschluss:" (Leverkusen, Köln)
HEAD_WORD = re.compile(r"(?i)(?:ein|mehr)stimmig|mehrheitlich")
VERBATIM = re.compile(r"(?<!\w)(?:[Ii]ch|[Ww]ir|[Mm]eine Damen|Ihr Votum|Ihnen)(?!\w)")
PLACEHOLDER = re.compile(r"(?i)\s*(?P<word>ohne(?=[\s,.;]|$)|entfällt|keine(?=\s*$|\.)|ohne Entscheidung)[^\n]{0,60}")
LABEL_LIKE = re.compile(
    rf"\s*(?!(?:D(?:er|ie|as)|In|Am|Im|Aus|Nach|Für|Zum|Zur)\s(?!Vorschlag|Antrag|Rest))(?:[^\n.]{{0,160}})", re.DOTALL
)
SENTENCE_END = re.compile(
    r"\n\n|(?<=:)\n|\n(?=[•*\uf000-\uf0ff–-] )|(?<![ .(]\d)(?<![ .(]\d\d)(?<!Nr)(?<!Dr)(?<!Abs)(?<!bzw)(?<!Ziff)(?<!Pkt)(?<!Mag)(?<!GR)(?<!St)(?<!Str)(?<!gem)(?<!lt)(?<!Art)(?<!Prof)(?<!Enth)(?<!Hr)(?<!Fr)(?<!Vors)(?<!Drs)"
    r"[.!?][\"“)]?\s+(?=[A-ZÄÖÜ„\"–•(\d-])"
)
BODY_ACTS = re.compile(
    rf"(?:^|\W)(?:D(?:er|ie|as)|[Uu]nser|[Ii]m) (?:\w+ )?{BODY}|(?:Mitglieder|Anwesenden|Ausschussmitglieder|Ratsmitglieder|Stadträte)"
)
SETTLED_NOUN = re.compile(
    r"(?:[Aa]ntr[aä]ge?|[Vv]orlagen?|[Bb]eschluss\w*|[Tt]agesordnung(?:spunkte?)?|TOP|Punkte?|[Nn]iederschrift|[Pp]rotokoll|[Aa]ngelegenheit|[Vv]orschl[aä]ge?|Satzung|Motion|Postulat|Resolution|Einwendung(?:en)?|Anregung|Bericht|Mitteilung|Information)(?!\w{4})"
)
TAKEN = re.compile(r"(?:Beschluss\w*|Abstimmung|Zustimmung|Wahl|Genehmigung) (?:\w+ ){0,4}(?:erfolgt|gefasst|ergeht|erging|fällt|fiel)")
# "Es ergeht mit 8 : 3 Stimmen folgender Beschluss:": what follows is the resolution
FOLLOWS = re.compile(r"folgende[nrs]? (?:Beschl(?:uss|uß|üsse)|Empfehlung|Antrag)[^.]{0,40}:\s*$")
PASSIVE = re.compile(r"(?<!\w)(?:wird|werden|wurden?|ist|sind|war|gilt|gelten)(?!\w)")
HISTORY = re.compile(
    r"(?:hat|hatte|haben|wurde|war|ist)(?: \S{1,40}){0,12}? (?:in (?:seiner|ihrer|der) (?:\w+ )?Sitzung (?:am|vom)|am|vom|bereits|im (?:Jahr|Januar|Februar|März|April|Mai|Juni|Juli|August|September|Oktober|November|Dezember))"
    r"|Beschluss vom \d|(?:soll|sollen|möge|kann|können|könnte|würde|wollen|will|müsste|muss|dürfen|darf)(?!\w)|(?<!\w)(?:[Ff]alls|[Ss]ofern|[Ww]enn|ob)(?!\w)|\?"
)
CALL = re.compile(r"Votum|[Aa]bstimm|Handzeichen|stimmen wir|ab jetzt|[Kk]arten?\b|gegen(?:teilige)? Stimm|dafür|dagegen|[Ee]nthält|einverstanden")
SPOKEN = re.compile(
    r"(?:Das|Dies|Da|Auch (?:das|hier)|Damit|Somit|Dann|Es|So|Ich stelle fest|Sie haben|Bei|Mit|Einstimmig\w*|Mehrheitlich\w*|Angenommen|Abgelehnt|Keine Gegenstimmen|Vielen Dank|\d{1,2} (?:Gegen|Nein|Ja|Enthalt))"
)


@dataclass(frozen=True, slots=True)
class Statement:
    """A draft with where it was found: "block", "result", "prose" or "speech"."""

    draft: Draft
    zone: str
    section: Section | None


def statements_of(minutes: Minutes, item: AgendaItem) -> list[Statement]:
    """What an item prints of votes, in the order of the text; what is only spoken, where nothing is printed."""
    text = minutes.text
    sections = _with_their_counts(text, item.sections)
    found = [*_of_label(minutes, item)]
    found += [statement for section in sections for statement in _of_section(text, section)]
    if any(one.zone == "block" and not one.draft.has("no_vote") for one in found):
        found = [one for one in found if one.zone != "prose" or one.section is None or one.section.kind != "resolution"]
    if not found:
        found = [statement for section in sections if section.kind in ("debate", "header", "other", "note") for statement in _spoken(text, section)]
    return found


def _with_their_counts(text: str, sections: tuple[Section, ...]) -> list[Section]:
    """Sections, a result block joined with "Anwesend: 15", which stands in it as a count and elsewhere as a heading."""
    whole: list[Section] = []
    for section in sections:
        label = section.label or ""
        counts = section.kind in ("other", "vote") and COUNT_LABEL.match(label) and re.match(r"[ :\n]{0,4}\d", text[section.start + len(label) : section.end])
        if whole and whole[-1].kind == "vote" and counts:
            whole[-1] = replace(whole[-1], end=section.end)
        else:
            whole.append(section)
    return whole


def _of_label(minutes: Minutes, item: AgendaItem) -> Iterator[Statement]:
    """The printed Beschlussart of an item, where its row or head shows it."""
    if not item.result_raw:
        return
    at = minutes.text.find(item.result_raw, item.start, item.end)
    if at >= 0:
        yield from (Statement(draft, "result", None) for draft in drafts_in(minutes.text, at, at + len(item.result_raw)))


def _of_section(text: str, section: Section) -> Iterator[Statement]:
    if section.kind in ("vote", "resolution") and section.label and HEAD_WORD.search(section.label):
        yield from (Statement(draft, "block", None) for draft in drafts_in(text, section.start, section.start + len(section.label)))
    if section.kind == "vote":
        yield from _block(text, section)
    elif section.kind == "resolution":
        yield from _resolution(text, section)
    elif section.kind == "debate":
        if section.label is not None or not _verbatim(text, section):
            yield from (Statement(one.draft, "debate", section) for one in _prose(text, section, section.start, strict=True))
    elif section.kind in ("proposal", "reasoning"):
        yield from _prose(text, section, section.start, strict=True, closing=True)
    else:
        yield from _prose(text, section, section.start, strict=section.kind == "note")


def _verbatim(text: str, section: Section) -> bool:
    """Whether speeches are given word by word: "ich", "wir", more than once."""
    first = VERBATIM.search(text, section.start, section.end)
    return first is not None and VERBATIM.search(text, first.end(), section.end) is not None


def _block(text: str, section: Section) -> Iterator[Statement]:
    """A result block: its first paragraph freely, the ones after it as long as they look like results."""
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in ": *_\n":
        start += 1
    end = start
    found = False
    for first, last in _paragraphs(text, start, section.end):
        paragraph = text[first:last]
        if not found and (match := PLACEHOLDER.match(paragraph)) and len(paragraph) < 120 and not may_speak_of_a_vote(paragraph):
            yield Statement(_placeholder(first, match), "block", section)
            return
        if found and not _looks_like_a_result(paragraph):
            yield from _prose(text, section, first, strict=False)
            break
        end = last
        found = found or may_speak_of_a_vote(paragraph) or any(sign in paragraph for sign in "/:")
    yield from (Statement(draft, "block", section) for draft in drafts_in(text, start, end))


def _placeholder(at: int, match: re.Match[str]) -> Draft:
    """"ohne", "entfällt", "Keine" where a result should stand: no vote was taken."""
    end = at + match.end()
    return Draft("", at + match.start("word"), end, words=[Word("no_vote", at + match.start("word"), end, match[0])])


def _looks_like_a_result(paragraph: str) -> bool:
    """Whether a paragraph after a result goes on with results: short, or line by line, and with a count or a word at its start."""
    lines = paragraph.count("\n") + 1
    if len(paragraph) > max(700, 160 * lines) or not may_speak_of_a_vote(paragraph[:700]) or BODY_ACTS.match(paragraph):
        return False
    drafts = drafts_in(paragraph, 0, min(len(paragraph), 300))
    return bool(drafts) and (drafts[0].first < 90 or ":" in drafts[0].prefix)


def _resolution(text: str, section: Section) -> Iterator[Statement]:
    """A resolution: its own words are no vote, but a label of a result may stand in their place ("Verwiesen in den Fachausschuss")."""
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in ": *_\n":
        start += 1
    for first, last in _paragraphs(text, start, section.end):
        opening = text[first:last].strip()
        placeholder = PLACEHOLDER.fullmatch(opening)
        if placeholder and not may_speak_of_a_vote(opening):
            yield Statement(_placeholder(first, placeholder), "result", section)
            start = last
        elif len(opening) < 260 and may_speak_of_a_vote(opening) and _is_label(opening):
            yield from (Statement(draft, "result", section) for draft in drafts_in(text, first, last))
            start = last
        break
    yield from _prose(text, section, start, strict=False)


def _is_label(body: str) -> bool:
    """Whether a short text is a result and no sentence of a resolution."""
    if re.match(r"(?:\d{1,2}[.)]|[a-z]\)|-|•)\s", body):
        return False
    drafts = drafts_in(body, 0, len(body))
    if not drafts:
        return False
    return drafts[0].first <= 30 and not re.match(rf"(?:D(?:er|ie|as)|Den|Dem) (?:\w+ )?(?:{BODY}|Verwaltung)", body)


def _prose(text: str, section: Section, start: int, *, strict: bool, closing: bool = False) -> Iterator[Statement]:
    """Running text: result lines wherever they stand, and sentences that settle a question by their form.

    `strict` asks for counts, or for "einstimmig" or "mehrheitlich" beside the verdict; `closing` only for paragraphs that are results.
    """
    for first, last in _paragraphs(text, start, section.end):
        paragraph = text[first:last]
        if not may_speak_of_a_vote(paragraph) and "rgebnis" not in paragraph:
            continue
        done = first
        for line in _result_lines(paragraph):
            yield from _sentences(text, section, done, first + line.start(), strict=strict, closing=closing)
            at, done = first + line.start("value"), first + line.end("value")
            drafts = drafts_in(text, at, done)
            placeholder = PLACEHOLDER.match(line["value"])
            if placeholder and not drafts:
                drafts = [_placeholder(at, placeholder)]
            if drafts and not drafts[0].prefix.strip():
                drafts[0].prefix = _row_subject(line)
            zone = "block" if line.re is SUBJECT_BLOCK else "row" if line.re is ROW_LABEL else "result"
            yield from (Statement(draft, zone, section) for draft in drafts)
        yield from _sentences(text, section, done, last, strict=strict, closing=closing)


def _result_lines(paragraph: str) -> list[re.Match[str]]:
    """The results in a paragraph that a label announces or a row shows, in order."""
    if SUBJECT_HEADING.search(paragraph):
        return list(SUBJECT_BLOCK.finditer(paragraph))
    lines = [m for m in RESULT_LINE.finditer(paragraph) if _value_is_result(m["value"])]
    return lines or list(ROW_LABEL.finditer(paragraph))


def _row_subject(line: re.Match[str]) -> str:
    """What a result line is about: its heading names it, or the line above the row of a consultation."""
    if line.re is SUBJECT_BLOCK:
        return line["subject"] + ":"
    if line.re is ROW_LABEL and line["before"][:3].rstrip(".").isdigit() and "." in line["before"][2:3]:
        return line.string[: line.start()].rstrip("\n").rsplit("\n", 1)[-1]
    return ""


def _value_is_result(value: str) -> bool:
    value = value.strip()
    if PLACEHOLDER.match(value):
        return True
    drafts = drafts_in(value, 0, len(value)) if may_speak_of_a_vote(value) or re.search(r"\d\s?[:/]\s?\d", value) else []
    return bool(drafts) and drafts[0].first <= 30 and not drafts[0].has("recommended")


def _sentences(text: str, section: Section, start: int, end: int, *, strict: bool, closing: bool) -> Iterator[Statement]:
    if start >= end:
        return
    paragraph = text[start:end]
    alone = (len(paragraph) < 300 or ":" in paragraph[:120]) and not SETTLED_NOUN.match(paragraph) and _looks_like_a_result(paragraph)
    if alone and _all_formal(text, start, end):
        yield from (Statement(draft, "prose", section) for draft in drafts_in(text, start, end))
        return
    if closing:
        return
    for first, last in _split(text, start, end):
        sentence = text[first:last]
        if not may_speak_of_a_vote(sentence):
            continue
        for draft in drafts_in(text, first, last, lines=False):
            if _is_formal(draft, sentence, strict=strict):
                yield Statement(draft, "prose", section)
                if FOLLOWS.search(sentence):
                    return


def _all_formal(text: str, start: int, end: int) -> bool:
    """Whether a paragraph of results needs no verb: it counts, or says "einstimmig" or "mehrheitlich", at its very start."""
    drafts = drafts_in(text, start, end)
    return all(_strong(draft) for draft in drafts) and drafts[0].first - start <= 40 and not HISTORY.search(text, start, end)


def _strong(draft: Draft) -> bool:
    sides = {count.option for count in draft.counts if count.option in ("yes", "no", "abstain", "a")}
    verdict = draft.has(*VERDICT_NAMES)
    return (len(sides) > 1 and (draft.judged or draft.end - draft.start < 120 and draft.start - len(draft.prefix) > draft.start - 60)) or ("a" in sides and (verdict or re.search(r"bstimmung|ergeht|Beschluss|rgebnis", draft.prefix) is not None)) or (verdict and bool(draft.counted or draft.has("unanimous", "majority")))


def _is_formal(draft: Draft, sentence: str, *, strict: bool) -> bool:
    """Whether a sentence settles a question: by counts or a majority beside its verdict, or by its form."""
    if HISTORY.search(sentence):
        return False
    if _strong(draft):
        return True
    acts = BODY_ACTS.search(sentence) is not None
    if draft.has("unanimous") and (acts or draft.has("rest") or TAKEN.search(sentence) or (SETTLED_NOUN.search(sentence) and PASSIVE.search(sentence))):
        return True
    if draft.has("agreed") and (draft.has("adopted") or SETTLED_NOUN.search(sentence) is not None):
        return True
    if strict:
        return False
    if draft.has("noted") and not draft.has("adopted"):
        return acts or PASSIVE.search(sentence) is not None and len(sentence) < 250
    if draft.has("withdrawn") and SETTLED_NOUN.search(sentence):
        return len(sentence) < 300
    if draft.has("rejected", "postponed", "removed", "withdrawn", "settled", "elected", "no_vote"):
        return len(sentence) < 300 and (acts or (SETTLED_NOUN.search(sentence) is not None and PASSIVE.search(sentence) is not None) or draft.has("no_vote"))
    if draft.has("adopted", "recommended"):
        return len(sentence) < 300 and SETTLED_NOUN.search(sentence) is not None and (PASSIVE.search(sentence) is not None or (acts and " zu" in sentence))
    return draft.has("referred") and len(sentence) < 250 and SETTLED_NOUN.search(sentence) is not None and PASSIVE.search(sentence) is not None


def _spoken(text: str, section: Section) -> Iterator[Statement]:
    """Results that only the chair's speech states: "Ich bitte um Ihr Votum. – Das ist mehrheitlich abgelehnt." (Karlsruhe)."""
    for first, last in _split(text, section.start, section.end):
        start = first
        while start < last and text[start] in "–- \n(":
            start += 1
        answers = "–" in text[first:start] or SPOKEN.match(text, start) is not None
        if last - start > 160 or not answers or not may_speak_of_a_vote(text[start:last]) or not CALL.search(text, max(section.start, start - 260), start):
            continue
        if HISTORY.search(text, start, last):
            continue
        for draft in drafts_in(text, start, last, lines=False):
            told = _strong(draft) or draft.has("unanimous", "majority", "rejected", "adopted", "rest")
            if told and not draft.has("noted", "settled", "referred", "forwarded", "recommended"):
                draft.start = start
                yield Statement(draft, "speech", section)


def _paragraphs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Paragraphs; one that breaks off and goes on in lower case after an empty line (PDF) is one."""
    first = start
    while start < end:
        stop = text.find("\n\n", start, end)
        stop = end if stop < 0 else stop
        start = stop + 2
        if start < end and text[start].islower() and text[stop - 1].isalpha():
            continue
        if text[first:stop].strip():
            yield first, stop
        first = start


def _split(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """The sentences of a stretch; a dash after a full stop opens one ("… ab jetzt. – Das ist einstimmig.")."""
    for match in SENTENCE_END.finditer(text, start, end):
        if match.end() > start:
            yield start, match.end()
        start = match.end()
    if start < end:
        yield start, end

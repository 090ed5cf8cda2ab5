"""Bounds of resolutions that no line shows: settled when the lines have been read, on the sections found.

"Die Kosten dürfen 500 Euro nicht übersteigen." ⏎⏎ Die Ausschreibung …     a quoted resolution ends with its quotation mark
Nach kurzer Aussprache lässt der Vorsitzende über … abstimmen:                 the vote begins
6. Allfälliges                                                                 the next item of the meeting
Sachverhalt ⏎ … beschließt der Rat über … ⏎ Beschluss ⏎ Der Rat …            what the reasoning tells is not what was decided
Beschluss: ungeändert beschlossen ⏎ Abstimmung: Ja: 9 ⏎ Der Weg wird gebaut.   the text stands below its vote (SessionNet)
1. Der Bericht wird zur Kenntnis genommen. ⏎ 2. …                              nothing but the points (SessionNet)
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.text.german.phrases import CHAIR, OFFICE
from extractors.text.section_bare import bare_list, text_below_vote
from extractors.text.section_forms import LEAD, LEAD_SOFT, LIST_ITEM
from extractors.text.section_lines import Cut
from extractors.text.section_told import TOLD_KINDS, moved_within, told_within

# The last items of a meeting, which minutes in short form number like points.
STANDING = re.compile(
    r"(?:TOP |Punkt |Traktandum )?\d{1,2}[.)]{0,2} (?:Allfällig(?:es|e)|Verschiedenes|Sonstiges|Diverses|Mitteilungen|Bekanntgaben?"
    r"|(?:An|Um)fragen?|Anregungen|Wünsche|Informationen|Kenntnisgaben|Einwohnerfragestunde|Bürgerfragestunde|Fragestunde"
    r"|Schlie(?:ß|ss)ung|Berichte)\b(?: (?:und|der|des|aus|an|von|zur|zum|für|&) [A-ZÄÖÜ][\w-]+| Anträge| Anfragen){0,4} ?:?$",
    re.MULTILINE,
)
# Nach ausführlicher Aussprache lässt der Vorsitzende über die Punkte abstimmen   Der Bürgermeister ruft zur Abstimmung auf
_THEN = r"(?:(?:Nach|Im Anschluss an|Ohne) [^\n.:;]{3,120}? |(?:Anschließend|Sodann|Danach|Daraufhin|Nunmehr|Abschließend|Dann) )"
CALLS = re.compile(
    rf"(?:{_THEN}|D(?:er|ie) (?:\w+ )?(?:{CHAIR}|{OFFICE})\b[^\n.:;]{{0,40}}? )?"
    r"(?:(?:lässt|läßt|ließ) [^\n.;:]{0,80}?über [^\n.;]{2,160}? abstimmen|(?:ruft|rief) [^\n.;:]{0,80}?zur Abstimmung auf"
    r"|(?:stellt|stellte|bringt) [^\n.;:]{2,120}? zur Abstimmung|(?:wird|wurde) [^\n.;:]{0,40}?über [^\n.;]{2,160}? abgestimmt)\b"
    r"|Über [^\n.;:]{2,120}? (?:wird|wurde) [^\n.;:]{0,60}?abgestimmt\b"
)
# Bevor der Vorsitzende darauf einging, erklärte er, …   Anschließend unterstrich der Vorsitzende, dass …
NARRATES = re.compile(
    r"[A-ZÄÖÜ][^\n.:;]{0,160}?\b(?:(?:erklär|erläuter|beton|berichte|teil|frag|merk|dank|ergänz|antworte|informier|bedank|kritisier|äußer"
    rf"|erkundig|stell|führ|begrüß)te|unterstrich|bat|wies|verwies) (?:er|sie|Herr|Frau|d(?:er|ie) (?:{CHAIR}|{OFFICE}))(?!\w)"
)
PAST_OF_SPEECH = ("te er", "te sie", "te der", "te die", "te Herr", "te Frau", "bat ", "wies ", "unterstrich ")
# "8. Dorfgemeinschaftshaus" below a text without numbers: the next item
TITLE = re.compile(
    r"(?:TOP )?(?P<number>\d{1,2})[.)]{1,2} (?![^\n]*\b(?:wird|werden|wurde|wurden|ist|sind|soll|sollen|hat|haben|zu|dass"
    r"|beschlie(?:ß|ss)t)\b)"
    r"[A-ZÄÖÜ](?:[^\n;:€]{3,90}[^\n.,;:!?€\d \"“”«](?=\n\n[A-ZÄÖÜ])|[^\n.;:€]{0,50}[ -][A-ZÄÖÜ][\w-]{2,}(?=\n[A-ZÄÖÜ]))"
)
ONE = re.compile(r"^[ „\"“»(]{0,2}1[.)]", re.MULTILINE)
VOTING = ("abstimmen", "zur Abstimmung", "abgestimmt")
CLOSING = {"„": '“”"', "“": "”", "»": "«", "«": "»", "‚": "‘", '"': '"'}
TOLD_LEAD = re.compile(r"(?:[^\n.]|\.(?=[ ]?\d|[ ][A-ZÄ][a-zä]{2,8} \d{4})){0,300}\b(?:hat|hatte|wurde)\b[^\n]{0,200}:")


def settled(text: str, start: int, end: int, cuts: Sequence[Cut]) -> list[Cut]:
    """The sections of a stretch with the bounds that only the whole of it shows."""
    if len(cuts) == 1 and cuts[0][1] == "header" and cuts[0][2] is None:
        at = bare_list(text, start, end)
        return [*cuts, *told_within(text, start, end)] if at is None else [*cuts[: at > start], (at, "resolution", None)]
    found: list[Cut] = []
    for at, cut in enumerate(cuts):
        if cut[1:] == ("resolution", None) and found and found[-1][1:] == cut[1:]:
            continue  # goes on with what stands below its vote
        stop = cuts[at + 1][0] if at + 1 < len(cuts) else end
        if _is_told(text, cuts, at):
            continue
        found.append(cut)
        if cut[1] in TOLD_KINDS:
            following = cuts[at + 1][1] if at + 1 < len(cuts) else "other"
            found += [*told_within(text, cut[0], stop)] or [*moved_within(text, cut[0], stop, following)]
        elif cut[1] in ("resolution", "proposal"):
            before = cuts[at - 1] if at else cut
            found += _ends_within(text, cut, stop, before)
        elif cut[1] == "vote" and at:
            found += text_below_vote(text, cuts, at, stop)
    return found


def _is_told(text: str, cuts: Sequence[Cut], at: int) -> bool:
    """Whether a decision without a heading stands in reasoning that has one, with a headed decision below and no vote between."""
    first, kind, label = cuts[at]
    if kind != "resolution" or label is not None or not at or cuts[at - 1][1] != "reasoning" or not cuts[at - 1][2]:
        return False
    for place in range(at + 1, len(cuts)):
        begin, below, head = cuts[place]
        if below == "vote":
            return False
        if below in ("resolution", "proposal"):
            stop = cuts[place + 1][0] if place + 1 < len(cuts) else len(text)
            has_words = head is not None and text[begin + len(head) : stop].strip(" :\n*_") != ""
            return has_words and not TOLD_LEAD.match(text, first)
    return False


def _ends_within(text: str, cut: Cut, stop: int, before: Cut) -> Iterator[Cut]:
    """The first place inside a resolution where it has ended, if there is one."""
    at, _, label = cut
    body = at + len(label or "")
    places = (_closing_quote(text, body, stop, label), _next_item(text, body, stop), _calls(text, body, stop), _narrates(text, body, stop))
    ends = [place for place in places if place]
    if ends:
        place, kind = min(ends)
        if kind == "called":
            below = text.find("\n", place, stop)
            yield place, "debate", None
            if below >= 0 and text[below:stop].strip():
                yield below + 1, "vote", None
        else:
            yield place, "reasoning" if kind == "told" and before[1] == "reasoning" else "other", None


def _closing_quote(text: str, body: int, stop: int, label: str | None) -> tuple[int, str] | None:
    """Where the paragraph behind a resolution begins that stands as a whole in quotation marks."""
    opening = _quote_opens(text, body, stop, label)
    if opening is None:
        return None
    closing = CLOSING[text[opening]]
    at = text.find("\n\n", opening, stop)
    while at >= 0:
        last = text[at - 1] if text[at - 1] != "." else text[at - 2]
        if last in closing and _balanced(text, opening, at):
            below = at + 2
            goes_on = below >= stop or text[below] in CLOSING or any(form.match(text, below, stop) for form in (LIST_ITEM, LEAD, LEAD_SOFT))
            return None if goes_on else (below, "told")
        at = text.find("\n\n", at + 2, stop)
    return None


def _quote_opens(text: str, body: int, stop: int, label: str | None) -> int | None:
    if label is None:
        colon = text.find(":\n", body, min(stop, body + 400))
        if colon < 0:
            return None
        body = colon
    while body < stop and text[body] in " :\n*_":
        body += 1
    return body if body < stop and text[body] in CLOSING else None


def _balanced(text: str, opening: int, end: int) -> bool:
    mark = text[opening]
    if mark == '"':
        return text.count('"', opening, end) % 2 == 0
    return text.count(mark, opening, end) <= sum(text.count(sign, opening, end) for sign in CLOSING[mark])


def _next_item(text: str, body: int, stop: int) -> tuple[int, str] | None:
    """Where the next item of the meeting begins: by the name of a standing one, or a number that no list leads to."""
    at = text.find("\n", body, stop)
    while at >= 0:
        if text[at + 1 : at + 2].isdigit() or text.startswith(("TOP ", "Punkt ", "Traktandum "), at + 1):
            if STANDING.match(text, at + 1, stop):
                return at + 1, "next"
            title = TITLE.match(text, at + 1, stop) if text[at - 1 : at] == "\n" else None
            if title is not None and int(title["number"]) > 1 and not ONE.search(text, body, at):
                return at + 1, "next"
        at = text.find("\n", at + 1, stop)
    return None


def _narrates(text: str, body: int, stop: int) -> tuple[int, str] | None:
    """The first paragraph behind the text that tells what somebody said."""
    if not any(text.find(word, body, stop) >= 0 for word in PAST_OF_SPEECH):
        return None
    at = text.find("\n\n", body, stop)
    while at >= 0:
        if text[body:at].strip() and NARRATES.match(text, at + 2, stop):
            return at + 2, "next"
        at = text.find("\n\n", at + 2, stop)
    return None


def _calls(text: str, body: int, stop: int) -> tuple[int, str] | None:
    """Where the chair puts the question: what follows is the vote."""
    for word in VOTING:
        at = text.find(word, body, stop)
        while at >= 0:
            line = text.rfind("\n", body, at) + 1
            if line > body and text[line - 2] in '\n.:;!?“"”' and CALLS.match(text, line, stop):
                return line, "called"
            at = text.find(word, at + 1, stop)
    return None

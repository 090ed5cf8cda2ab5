"""Resolutions that stand without any heading: a list alone, and a text below the vote on it.

Beschluss: ungeändert beschlossen
Abstimmung: Ja: 9, Nein: 0
Der Weg wird zur Einbahnstraße erklärt.          the text below its vote (SessionNet, one page for each item)

1. Der Bericht wird zur Kenntnis genommen.       nothing but the points
2. Den Ausgaben wird zugestimmt.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from extractors.text.section_decided import NORMATIVE, OF_RESULT, TOLD
from extractors.text.section_forms import LEAD, LIST_ITEM, RESULT, SPEECH, SPEECH_OF_OFFICE
from extractors.text.section_lines import Cut

# "Abstimmung: Ja: 9, Nein: 0, Enthaltungen: 0, Befangen: 0" as a line of its own
COUNTS = re.compile(
    r"Abstimmung(?:sergebnis)?: ?(?:Ja|JA|JA-Stimmen|[Dd]afür): ?\d{1,3}"
    r"(?:,? (?:Nein|NEIN-Stimmen|[Dd]agegen|Enth\.|Enthaltung(?:en)?|Befangen|Anwesend): ?\d{1,3}){0,4}[ ]?$",
    re.MULTILINE,
)
# ungeändert beschlossen
SETTLED_SO = re.compile(
    r"\W{0,3}(?:(?:ein|mehr)(?:stimmig|heitlich)|einmütig|(?:un|ab)?geändert|unverändert|mit Änderung(?:en)?) "
    r"(?:beschlossen|zugestimmt|angenommen|genehmigt|empfohlen)[ .]*$"
    r"|\W{0,3}(?:beschlossen|zugestimmt|angenommen|Annahme|Zustimmung)[ .]*$",
    re.IGNORECASE | re.MULTILINE,
)
# What is done with an item in the meeting, and not by the resolution.
OF_MEETING = re.compile(
    r"\b(?:behandelt|beraten|abgestimmt|verschoben|eröffnet|geschlossen|protokolliert|vorgetragen|aufgerufen|festgestellt|begrüßt|verlesen"
    r"|verzichtet|Tagesordnung|Sitzung|Aussprache|Wortmeldung\w*|Niederschrift)\b"
)
ON_A_GROUND = re.compile(
    r"Auf (?:der )?(?:Grundlage|Basis) [^\n;:]{2,240}?\b(?:wird|werden|soll|sollen)\b(?P<done>[^\n;:]{0,400}?\w(?:t|en))\."
)
# "Der Bebauungsplan Nr. 12 wird aufgestellt."
_ON = r"(?:[^\n.;:]|\.(?= ?\d))"
SHALL = re.compile(
    r"(?!(?:Herr|Frau|Nach|Nunmehr|Anschließend|Daraufhin|Sodann|Abschließend|Auf|An|(?:D\w+ )?(?:Sitzung|[\w-]*[Vv]orsitz\w*|Beratung"
    rf"|Diskussion|Aussprache|Frage|Abstimmung))\b)[A-ZÄÖÜ]{_ON}{{2,200}}?\b(?:wird|werden|soll|sollen)\b"
    rf"(?P<done>{_ON}{{0,300}}?\w(?:t|en))\.(?! ?\d)"
)
# "Die Stadt tritt dem Bündnis bei."
OF_COMMUNE = re.compile(
    r"(?:Die|Der) (?:Stadt|Gemeinde|Landkreis|Kreis|(?:Samt|Markt|Verbands|Orts)gemeinde|Zweckverband)\b [^\n.;:]{0,160}?\b(?:tritt"
    r"|übernimmt|beteiligt|verkauft|erwirbt|gewährt|verzichtet|unterstützt|schließt|zahlt|errichtet|verpflichtet|vermietet|verpachtet|erhebt|gründet"
    r"|veräußert|kauft)\b(?P<done>)[^\n.;:]{0,200}\."
)
ENTRY = re.compile(r"^(?P<number>\d{1,2})[.)]{1,2} (?=[A-ZÄÖÜ„])", re.MULTILINE)
WEIGHTY = re.compile(
    r"\b(?:wird|werden)\b[^.;:\n]{0,300}?\b(?:zugestimmt|beschlossen|genehmigt|beauftragt|ermächtigt|zur Kenntnis genommen|gebilligt"
    r"|bewilligt|erteilt|festgesetzt|aufgehoben|entlastet)\b"
)
RULES = re.compile(r"\b(?:wird|werden|soll|sollen|ist|sind)\b[^;:\n]{0,400}?\w(?:t|en)[.,]")
MOST_ENTRIES = 40
HEAD_LINES = 3


def text_below_vote(text: str, cuts: Sequence[Cut], at: int, stop: int) -> Iterator[Cut]:
    """The resolution that stands below the vote on it, where its heading has nothing but the result."""
    line_end = text.find("\n", cuts[at][0], stop)
    if line_end < 0 or not _below_result(text, cuts, at, line_end):
        return
    begin = line_end
    while begin < stop and text[begin] == "\n":
        begin += 1
    place = begin
    while place < stop and is_rule(text, place, stop):
        blank = text.find("\n\n", place, stop)
        place = stop if blank < 0 else blank + 2
    if place > begin:
        yield begin, "resolution", None
        if place < stop:
            yield place, "other", None


def _below_result(text: str, cuts: Sequence[Cut], at: int, line_end: int) -> bool:
    """Whether "Beschluss:" above has its result in place of a text, and nothing but counts stands between."""
    first = cuts[at]
    counted = first[2] is not None and COUNTS.fullmatch(text, first[0], line_end) is not None
    result = at - 1 if counted else at
    if result < 1 or cuts[result - 1][1] != "resolution" or cuts[result][1] != "vote" or cuts[result][2] is not None:
        return False
    begin, _, label = cuts[result - 1]
    empty = not text[begin + len(label or "") : cuts[result][0]].strip(" :\n*_")
    return label is not None and empty and SETTLED_SO.match(text, cuts[result][0]) is not None


def is_rule(text: str, at: int, end: int) -> bool:
    """Whether a paragraph says what shall be: "Der Weg wird gebaut."; not what the meeting did, nor a result."""
    label = LIST_ITEM.match(text, at, end)
    at = label.end() if label else at
    rule = next((found for form in (SHALL, NORMATIVE, ON_A_GROUND, OF_COMMUNE) if (found := form.match(text, at, end))), None)
    if rule is None or TOLD.search(rule["done"] or "") or OF_MEETING.search(rule[0]):
        return False
    return not any(form.match(text, at, end) for form in (OF_RESULT, SPEECH, SPEECH_OF_OFFICE, RESULT))


def bare_list(text: str, start: int, end: int) -> int | None:
    """Where a list begins that is the whole text of an item, below its title, if each of its entries decides."""
    entries = []
    for entry in ENTRY.finditer(text, start, end):
        entries.append(entry)
        if int(entry["number"]) != len(entries) or len(entries) > MOST_ENTRIES:
            return None
    if len(entries) < 2 or text.count("\n", start, entries[0].start()) > HEAD_LINES:
        return None
    stops = [*(entry.start() for entry in entries[1:]), end]
    words = [text[entry.end() : stop] for entry, stop in zip(entries, stops, strict=True)]
    if not all(RULES.search(each) or LEAD.match(each) for each in words):
        return None
    return entries[0].start() if any(WEIGHTY.search(each) for each in words) else None

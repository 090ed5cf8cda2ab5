"""Resolutions without a heading: a motion that is voted on, and the paragraph right above a vote.

GR Muster stellt den Antrag, den Auftrag zu vergeben.          the motion: what was decided, if it is accepted
Abstimmungsergebnis: einstimmig angenommen
Dem Bauantrag wird das Einvernehmen erteilt.                   the decision: a passive of deciding above a vote
12 : 0
"""

from __future__ import annotations

import re
from typing import NamedTuple

from extractors.text.german.clauses import clause_around
from extractors.text.german.phrases import BODY

MOTION_STEM = "Antr"
MOTION_BELOW = 20  # characters from the end of a line: "stellt den ⏎ Antrag, …"
WITHIN = 900  # characters from a motion to its vote
LABELLED_WITHIN = 1500  # "Antrag: …" is followed by where the money comes from, and by speeches


class Motion(NamedTuple):
    """Where a motion begins, where its own words do, and where the vote on it does."""

    start: int
    words: int
    vote: int


# "Antrag des Gemeindevorstandes: Der Gemeinderat möge …", "Antrag: Das Budget wird genehmigt." (Austria, Switzerland); the text
# stands on the label's own line, and is a sentence: "Antrag der ABC-Fraktion: Bau einer Brücke" is the title of an item.
LABEL = re.compile(r"Antr(?:ag|äge) ?:|Antrag (?:de[rs] |von )?(?!auf |vom |Nr)[^\n:.]{2,60}:")
SENTENCE = re.compile(
    r"[ \n]{0,2}[^\n]{0,300}?\b(?:möge|wolle|mögen|wollen|sei|seien|wird|werden|ist|sind|soll|sollen)\b[^\n]{0,400}?"
    r"\b(?:zu |\w{2,12}zu)?\w+(?:en|t)[.,;]"
)
QUOTED = re.compile(r"[ \n]{0,2}[\"„»“][^\"„“”»«\n]{12,600}[\"“”«]\.?(?=\n|$)")  # the motion in its own words (Gießen)
# "GR Muster stellt den Antrag, die Arbeiten … zu vergeben."; "… stellt daher den Antrag, der Gemeinderat möge …"
MOVES = re.compile(
    rf"\bstell(?:t|te|en|ten)[ \n](?:[a-zäöü]+[ ]){{0,2}}(?:den|folgenden)[ \n]Antrag(?:[ ]auf[ ]Beschlussfassung)?(?:,|[ ]?:)[ \n]"
    rf"(?:(?:dass[ ])?d(?:er|ie|as)[ ]{BODY}"
    r"(?:[ ]\w+){0,3}?[ ](?:möge|wolle|solle)(?:[ ]beschlie(?:ß|ss)en,)?[ \n])?",
    re.IGNORECASE,
)
WISHED = re.compile(rf"[ \n]?(?:D(?:er|ie|as) {BODY}(?: \w+){{0,3}}? )(?:möge|wolle|solle)(?: beschlie(?:ß|ss)en,)? ".replace("[ ]", " "))
INFINITIVE = re.compile(r"\bzu \w+[elr]n\b|\b\w{2,12}zu\w+[elr]n\b|\w{3}[elr]n\W*\Z")
# On the course of the meeting, not on its subject.
OF_PROCEDURE = re.compile(
    r"Geschäftsordnung|Rednerliste|Debatte|Tagesordnung|Tagesordnungspunkt|[Vv]ertag|[Aa]bzusetzen|zurückzustellen|zu verweisen|abzustimmen"
    r"|[Uu]nterbrech|geheim|Protokoll|zurückzuziehen"
)
ACCEPTED = re.compile(
    r"(?:D(?:er|ie)|Diese[rn]?) (?:[\w-]*[Aa]ntrag|[\w-]*[Aa]nträge)\b[^\n.]{0,80}?\b(?:wird|wurde|werden|wurden|ist|erhält|gilt)\b"
    r"[^\n]{0,160}?\b(?:angenommen|abgelehnt|beschlossen|genehmigt|bewilligt)\b"
)
_HEADED = r"(?:Abstimmung\w*|Beratungsergebnis|Abst\.[^\n:]{0,8}|Beschluss|Beschluß|Ergebnis)(?: \([^)\n]{2,30}\))? ?(?::|$)"
BELOW = re.compile(rf"^(?:{ACCEPTED.pattern}|{_HEADED})|(?<=\. ){ACCEPTED.pattern}", re.MULTILINE)


def motion_at(text: str, at: int, line_end: int, end: int) -> Motion | None:
    """The motion that a line holds, if it is voted on below."""
    if text.find(MOTION_STEM, at, min(end, line_end + MOTION_BELOW)) < 0:
        return None
    label = LABEL.match(text, at, line_end)
    if label is not None:
        below = text.find("\n", line_end + 1, end)  # the text of a label that stands alone is the next line
        last = line_end if text[label.end() : line_end].strip() else end if below < 0 else below
        sentence = SENTENCE.match(text, label.end(), last) or QUOTED.match(text, label.end(), last)
        voted = sentence and BELOW.search(text, sentence.end(), min(end, sentence.end() + LABELLED_WITHIN))
        wished = WISHED.match(text, label.end(), last)
        return Motion(at, wished.end() if wished else label.end(), voted.start()) if voted else None
    moves = MOVES.search(text, at, min(end, line_end + 160))
    if moves is None or moves.start() >= line_end:
        return None
    _, stop = clause_around(text, moves.end(), moves.start(), end)
    words = text[moves.end() : stop]
    if not (INFINITIVE.search(words) or words.startswith("dass ")) or OF_PROCEDURE.search(words):
        return None
    voted = BELOW.search(text, stop - 1, min(end, stop + WITHIN))
    if voted is None or MOVES.search(text, stop, voted.start()):
        return None
    start = max(text.rfind(stop, at, moves.start()) + 2 for stop in (". ", "! ", "? "))
    return Motion(max(start, at), moves.end(), voted.start())

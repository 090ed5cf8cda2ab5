"""Motions on a budget in one line, with the vote on each below it: money of the decision where the motion was accepted.

"Antrag 3 (ABC): Erhöhung des Ansatzes für Bäume um 500 €"      the motion, without a verb
"Abstimmung: 15 Ja, 12 Nein - angenommen"                       the vote
"""

from __future__ import annotations

import re

MOTION = re.compile(
    r"[ *•–-]{0,3}(?:\d{1,3}[.)][ ])?(?:Nr\.[ ]\d{1,3}:?[ ])?(?:Haushalts|Änderungs|Ergänzungs|Zusatz)?-?[Aa]ntrag\b[^\n:]{0,80}:[ ]"
    r"|[ *•–-]{0,3}(?:Erhöhung|Kürzung|Streichung|Aufnahme|Einstellung|Bereitstellung|Anhebung|Reduzierung|Aufstockung)"
    r"[ ](?:der|des|von|eines)[ ]"
)
VOTE = re.compile(
    r"[ *]{0,3}(?:Abstimmung(?:sergebnis)?|Beschluss|Beschluß|Ergebnis|Beratungsergebnis|Abst\.)[ ]?:[ \n]{0,2}(?P<result>[^\n]{3,160})"
)
REFUSED = re.compile(r"(?i)abgelehnt|ablehnung|nicht[ ]angenommen|zurückgezogen|zurückgestellt|vertagt|verwiesen|erledigt")
ACCEPTED = re.compile(r"(?i)angenommen|zugestimmt|zustimmung|beschlossen|bewilligt|einstimmig|mehrheitlich|genehmigt")
LINES = 4  # from a motion to its vote, the line of its reasons between


def is_accepted_motion(text: str, at: int, end: int) -> bool:
    """Whether the line around a sum is a motion that was accepted by the vote right below it."""
    line = text.rfind("\n", 0, at) + 1
    if not MOTION.match(text, line, end):
        return False
    for _ in range(LINES):
        line = text.find("\n", line, end) + 1
        if not line or MOTION.match(text, line, end):
            return False
        if vote := VOTE.match(text, line, end):
            return not REFUSED.search(vote["result"]) and ACCEPTED.search(vote["result"]) is not None
    return False

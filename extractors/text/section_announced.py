"""How minutes announce the resolution below: "Sodann ergeht folgender Beschluss:", "fasst bei ⏎ Zustimmung: ABC ⏎ den ⏎ Beschluss"."""

from __future__ import annotations

import re

# Nach kurzer Aussprache ergeht folgender einstimmiger Beschluss:
LEAD_ANNOUNCED = re.compile(
    r"[^\n.;:]{0,160}?\b(?:ergeht|erging|wird|wurde)[ ](?:[a-zäöü]+[ ]){0,3}folgende[rs]?[ ](?:[a-zäöü]+[ ])?Beschl(?:uss|uß|üsse)"
    r"(?:[ ](?:gefasst|verabschiedet|beschlossen))?[ ]?:"
)
LEAD_NOUN = "folgende"
LEAD_WITHIN = 200  # characters from the beginning to the end of "beschließt der ", of "folgende"
# "Beschließt mit 18 Ja-Stimmen (ABC) gegen 6 Nein-Stimmen bei 2 Enthaltungen:" below "Der Stadtrat," and its grounds (Belgium)
VERB_FIRST = re.compile(
    r"(?:[Bb]eschlie(?:ß|ss)t|BESCHLIE(?:ß|ẞ|SS)T)"
    r"(?: (?:einstimmig|mehrheitlich)| (?:mit|bei) (?:\d|allen|einer)[^\n.;:]{0,200}?)? ?:\n"
)
VERB_STEM = ("Beschlie", "beschlie", "BESCHLIE")
# Above a heading: how the resolution below it was voted, not what was decided.
ANNOUNCES = re.compile(r"\b[Ff]olgende[nrs]?(?: (?:einstimmig|mehrheitlich)en?)?(?: Antrag| Beschl\w+)?[ :]*\n*\Z")
ANNOUNCED_WITHIN = 600  # characters before the heading
SHOWS_OF_HANDS = re.compile(r"\bfasst bei\n(?:[A-Z]\w+ ?:[^\n]*\n){1,4}den\n*\Z")  # Kassel: "fasst bei ⏎ Zustimmung: ABC ⏎ den"


def announced_at(text: str, at: int, end: int) -> re.Match[str] | None:
    """What announces a resolution without a body as its subject."""
    if text.startswith(VERB_STEM, at):
        return VERB_FIRST.match(text, at, end)
    return LEAD_ANNOUNCED.match(text, at, end) if text.find(LEAD_NOUN, at, min(end, at + LEAD_WITHIN)) >= 0 else None

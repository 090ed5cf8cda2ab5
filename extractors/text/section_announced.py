"""How minutes announce the resolution below: "Sodann ergeht folgender Beschluss:", "fasst bei ⏎ Zustimmung: ABC ⏎ den ⏎ Beschluss"."""

from __future__ import annotations

import re

# Nach kurzer Aussprache ergeht folgender einstimmiger Beschluss:
LEAD_ANNOUNCED = re.compile(
    r"[^\n.;:]{0,160}?\b(?:ergeht|erging|wird|wurde)[ ](?:[a-zäöü]+[ ]){0,3}folgende[rs]?[ ](?:[a-zäöü]+[ ])?Beschl(?:uss|uß|üsse)"
    r"(?:[ ](?:gefasst|verabschiedet|beschlossen))?[ ]?:"
)
LEAD_NOUN = "folgende"
# Above a heading: how the resolution below it was voted, not what was decided.
ANNOUNCES = re.compile(r"\b[Ff]olgende[nrs]?(?: (?:einstimmig|mehrheitlich)en?)?(?: Antrag| Beschl\w+)?[ :]*\n*\Z")
ANNOUNCED_WITHIN = 600  # characters before the heading
SHOWS_OF_HANDS = re.compile(r"\bfasst bei\n(?:[A-Z]\w+ ?:[^\n]*\n){1,4}den\n*\Z")  # Kassel: "fasst bei ⏎ Zustimmung: ABC ⏎ den"

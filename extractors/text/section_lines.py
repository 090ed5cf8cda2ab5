"""What the line at a place of the text does to the section it stands in: goes on with it, ends it, is a result."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.minutes import SectionKind
from extractors.text.section_forms import (
    CAPITALS,
    CONTENTS_ENTRY,
    HEADING,
    LAY_BEFORE,
    LEAD_SOFT,
    NUMBERED,
    PAPER_FIELD,
    POINT,
    RESULT,
    lead_at,
    sentence_below,
)

Cut = tuple[int, SectionKind, str | None]
"""Where a section begins, of what kind it is, and the heading that opened it."""

FULL_LINE = 35  # shorter lines before a heading are headings or fields themselves
RESULT_LENGTH = 300  # longer paragraphs that begin like a result are sentences of the resolution


# "Der Zusatzantrag der ABC wird mit" above a list of counts, each in a paragraph of its own (Wels)
BREAKS_OFF = re.compile(r"D(?:er|ie) [\w-]*[Aa]ntr(?:ag|äge)\b[^\n.:;]{0,80}\b(?:wird|werden|wurde|wurden) (?:mit|bei)[ ]?$", re.MULTILINE)


# The names of files under "Anlagen:", line by line: "Beschlussempfehlung", "Beschluss vom 20.06.2031" (Berlin)
ATTACHMENTS = re.compile(r"(?:^|\n)Anlagen?(?:verzeichnis)? ?:\n(?:[^\n:]{2,80}\n){0,8}\Z")


def is_result(text: str, at: int, end: int) -> bool:
    """Whether a short paragraph says how was voted: "Einstimmig.", "Ja: 12, Nein: 3"."""
    short = end - at <= RESULT_LENGTH or text.find("\n\n", at, at + RESULT_LENGTH) >= 0
    return short and any(form.match(text, at, end) for form in (RESULT, BREAKS_OFF))


def runs_on(text: str, start: int, at: int) -> bool:
    """A word alone on its line may be the rest of the full line before it (Köln prints in narrow columns)."""
    if at - 2 < start or text[at - 2] == "\n" or not (text[at - 2].islower() or text[at - 2] in ",-"):
        return False
    return at - 1 - max(text.rfind("\n", start, at - 1), start) >= FULL_LINE


def soft_lead(text: str, at: int, end: int) -> re.Match[str] | None:
    """A sentence in which a body decides softly, or somebody is told to do something; a title above it is no part of it."""
    lead = LEAD_SOFT.match(text, at, end)
    below = text.find("\n", at, lead.end()) if lead else -1
    return None if below >= 0 and not runs_on(text, at, below + 1) else lead


def laid_before(text: str, start: int, at: int) -> bool:
    """Whether a paragraph is what was laid before a body: "Dem Rat lag folgende Empfehlung vor:" stands above it."""
    above = text[max(0, at - 9) : at]
    announced = ":" in above and above.rstrip("\n").endswith(("vor:", "vor :"))
    return announced and LAY_BEFORE.search(text, max(start, at - 240), at) is not None


def narration_resumes(text: str, at: int, end: int) -> bool:
    """A resolution without a heading ends at the first paragraph that neither lists nor decides."""
    if text[at - 2 : at] != "\n\n" or text[max(0, at - 9) : at].rstrip()[-1:] in (":", ","):
        return False
    return not (lead_at(text, at, end) or LEAD_SOFT.match(text, at, end))


def heading_at(text: str, at: int, end: int, start: int, kind: SectionKind) -> tuple[SectionKind, str] | None:
    """The heading with which a line begins in a section of some kind: what it opens, and its words."""
    match = HEADING.match(text, at, end) or CAPITALS.match(text, at, end)
    if match is None or match.lastgroup is None:
        return None
    if match[0][-1] != ":" and (runs_on(text, start, at) or CONTENTS_ENTRY.match(match[0])):
        return None
    attached = kind == "reasoning" and match[0][-1] != ":" and ATTACHMENTS.search(text, max(start, at - 200), at)
    if attached or (kind == "header" and PAPER_FIELD.match(text, at, end)):
        return None
    if match.lastgroup == "amendment":
        return None if kind == "vote" else ("proposal", match[0].rstrip(" :*_"))
    if match.lastgroup == "resolution" and NUMBERED.match(match[0]) and not sentence_below(text, match.end(), end):
        return None
    opened: SectionKind = match.lastgroup  # type: ignore[assignment]  # the groups are named after the kinds
    return opened, match[0].rstrip(" :*_")


def next_point(text: str, at: int, end: int, cuts: Sequence[Cut]) -> bool:
    """After the vote on one point the next number goes on with the resolution: "Abstimmungsergebnis: 8:3 ⏎ 2. Die Mittel …"."""
    number = POINT.match(text, at, end)
    decided = next((cut for cut in reversed(cuts) if cut[1] == "resolution"), None)
    if number is None or decided is None or RESULT.match(text, number.end(), end):
        return False
    numbers = [int(point[1]) for point in POINT.finditer(text, decided[0], cuts[-1][0])]
    return bool(numbers) and int(number[1]) == numbers[-1] + 1

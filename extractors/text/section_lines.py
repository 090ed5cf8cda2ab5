"""What the line at a place of the text does to the section it stands in: goes on with it, ends it, is a result."""

from __future__ import annotations

from extractors.text.section_forms import LEAD, LEAD_SOFT, RESULT

FULL_LINE = 35  # shorter lines before a heading are headings or fields themselves
RESULT_LENGTH = 300  # longer paragraphs that begin like a result are sentences of the resolution


def is_result(text: str, at: int, end: int) -> bool:
    """Whether a short paragraph says how was voted: "Einstimmig.", "Ja: 12, Nein: 3"."""
    short = end - at <= RESULT_LENGTH or text.find("\n\n", at, at + RESULT_LENGTH) >= 0
    return short and RESULT.match(text, at, end) is not None


def runs_on(text: str, start: int, at: int) -> bool:
    """A word alone on its line may be the rest of the full line before it (Köln prints in narrow columns)."""
    if at - 2 < start or text[at - 2] == "\n" or not (text[at - 2].islower() or text[at - 2] in ",-"):
        return False
    return at - 1 - max(text.rfind("\n", start, at - 1), start) >= FULL_LINE


def narration_resumes(text: str, at: int, end: int) -> bool:
    """A resolution without a heading ends at the first paragraph that neither lists nor decides."""
    if text[at - 2 : at] != "\n\n" or text[max(0, at - 9) : at].rstrip()[-1:] in (":", ","):
        return False
    return not (LEAD.match(text, at, end) or LEAD_SOFT.match(text, at, end))

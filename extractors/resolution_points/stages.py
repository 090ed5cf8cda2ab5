"""How far a resolution has come: proposed, recommended, adopted, rejected, or only quoted by a later report."""

from __future__ import annotations

import re

from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.text.sections import LEAD

REJECTED = re.compile(r"\b(?:[Aa]bgelehnt|ABGELEHNT|Ablehnung|nicht zugestimmt|nicht angenommen)\b")
ACCEPTED = re.compile(
    r"\b(?:[Zz]ugestimmt|ZUGESTIMMT|Zustimmung|[Aa]ngenommen|[Bb]eschlossen|[Gg]enehmigt|[Ee]mpfohlen|[Ee]instimmig(?! abgelehnt)|dafür)\b"
)
UNCHANGED = re.compile(
    r"\b(?:ungeändert|unverändert|wie vorgeschlagen|gemäß (?:Beschluss)?[Vv]orschlag)\b|^(?:einstimmig |mehrheitlich )?(?:beschlossen|zugestimmt|angenommen)"
)
RECOMMENDS = re.compile(r"\bempfiehlt\b|\bempfohlen\b|Beschlussempfehlung")
CONTROL = re.compile(r"\b(?:Beschluss(?:kontrolle|vollzug|controlling)|Umsetzungsstand|Zu Beschlusspunkt)\b")
DECIDED = re.compile(r"Beschl(?:uss|uß|üsse)")


def stage_of(minutes: Minutes, item: AgendaItem, section: Section) -> str:
    """The stage of the points of a section."""
    text = minutes.text
    if minutes.head.kind == "status_report" or (section.label is None and CONTROL.search(text[: section.start])):
        return "quoted"
    result = item.result_raw or ""
    votes = " ".join(text[part.start : part.end] for part in item.sections_of("vote") if part.start >= section.start)
    if section.kind == "proposal" and not _proposal_was_decided(item, result, votes):
        return "proposed"
    if REJECTED.search(result) or (REJECTED.search(votes) and not ACCEPTED.search(votes)):
        return "rejected"
    if RECOMMENDS.search(result) or (section.label and RECOMMENDS.search(section.label)):
        return "recommended"
    if section.kind == "resolution" and minutes.head.kind in ("paper", "presentation", "agenda") and not votes and not result:
        return "proposed"
    settled = (
        section.kind == "proposal" or votes or result or (section.label and DECIDED.match(section.label)) or LEAD.match(text, section.start)
    )
    return "adopted" if settled or minutes.head.kind in ("minutes", "extract") or item.number else "proposed"


def _proposal_was_decided(item: AgendaItem, result: str, votes: str) -> bool:
    """A lone proposal beside "ungeändert beschlossen" (Niedersachsen), or before a vote (Austria), is what was decided."""
    alone = not any(section.end - section.start > len(section.label or "") + 3 for section in item.sections_of("resolution"))
    return alone and bool(UNCHANGED.search(result) or (votes and not result))

"""How far a resolution has come: proposed, recommended, adopted, rejected, or only quoted by a later report."""

from __future__ import annotations

import re
from collections.abc import Sequence

from extractors.text.advice import LEAD as LEAD_LENGTH
from extractors.text.advice import advises
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.text.section_forms import LEAD

REJECTED = re.compile(r"\b(?:[Aa]bgelehnt|ABGELEHNT|Ablehnung|nicht zugestimmt|nicht angenommen|nicht empfohlen)\b")
ACCEPTED = re.compile(
    r"\b(?:[Zz]ugestimmt|ZUGESTIMMT|Zustimmung|[Aa]ngenommen|[Bb]eschlossen|[Gg]enehmigt"
    r"|(?<!nicht )[Ee]mpfohlen|[Ee]instimmig(?! abgelehnt)|dafür)\b"
)
UNCHANGED = re.compile(
    r"\b(?:ungeändert|unverändert|wie vorgeschlagen|gemäß (?:Beschluss)?[Vv]orschlag)\b|^(?:einstimmig "
    r"|mehrheitlich )?(?:beschlossen|zugestimmt|angenommen)|^(?:Der|Dem) Antrag (?:wird|wurde|ist)\b"
    r"|^[Mm]it \d[^\n]{0,80}\b(?:bewilligt|angenommen|genehmigt|beschlossen|zugestimmt)\b"
)
RECOMMENDS = re.compile(r"\bempfiehlt\b|\bempfohlen\b|Beschlussempfehlung")
RECOMMENDATION = re.compile(r"(?:\w+[rne] )?(?:Beschlussempfehlung|Beschlußempfehlung|Empfehlung)")
ANNOUNCED = re.compile(r"\bempf(?:ie|eh)hl\w*\b[^.]{0,200}\b[Ff]olgende[nrs]?[ :]*\n*\Z")
# The letters first: the engine skips to them, not to the bound of a word.
CONTROL = re.compile(r"[BUZ](?<!\w.)(?:(?<=B)eschluss(?:kontrolle|vollzug|controlling)|(?<=U)msetzungsstand|(?<=Z)u Beschlusspunkt)\b")
# A lead that tells of an earlier decision: "Mit Beschluss 12/2030 wurde die Verwaltung beauftragt", "Die BVV hat am 3.4.2030 beschlossen"
TOLD = re.compile(r"(?:Mit|Durch|Laut|Gemäß) [^\n]{0,20}?Beschlu(?:ss|ß)|D(?:er|ie|as) [^\n]{2,200} hat(?:te)? ")
REMARK = re.compile(r"\(=[^)\n]{1,60}\)")  # "AfD (= Ablehnung)" says how one group voted (Frankfurt)
AMENDMENT = re.compile(r"(?:Änderungs|Ergänzungs|Zusatz|Abänderungs)antrag")
MOTION = re.compile(r"Antrag (?:de[rs] |von )[^\n]{2,60}:|[^\n]{2,120}\bAntrag, ")
COUNTED = re.compile(r"\b(?:[Ee]instimmig|[Mm]ehrheitlich|[Ee]inmütig)\b")  # beside the verb: "beschließt einstimmig"
# A printed box that nobody ticked: "[ ] Einstimmig", "☐ Laut Beschlussvorschlag"; a box with "X" counts.
BLANK_BOX = re.compile(r"(?:\[ ?\]|[☐□\uf0a8\uf071])[ ]?[^\[☐☒□\n]{1,40}")
SAYS = re.compile(
    r"\d|stimm|nommen|lehnt|schloss|empfohlen|mehrheit|Mehrheit|verwiesen|tagt|zurück|einverstanden|erledigt|[Nn]ach|[Ww]ie|[Ll]aut|[Ww]ird"
)
VOTES_READ = 3000  # characters of results; more is no result of one decision
DECIDED = re.compile(r"[*_# IVXA-F\d.)]*(?:\w+[rne] )?Beschl(?:uss|uß|üsse)|Genaue Fassung|Wortlaut|Damit ")


def stages_of(minutes: Minutes, item: AgendaItem) -> dict[Section, str]:
    """The stage of the points of each resolution and proposal of an item, in one pass from its end."""
    text = minutes.text
    found: dict[Section, str] = {}
    votes = ""
    decided = False
    above = _votes_above(text, item.sections)
    for section in reversed(item.sections):
        if section.kind == "vote":
            words = BLANK_BOX.sub("", text[section.start : section.end])
            votes = f"{words} {votes}"[:VOTES_READ] if SAYS.search(words, len(section.label or "")) else votes
        elif section.kind in ("resolution", "proposal") and text[section.start + len(section.label or "") : section.end].strip(" :\n"):
            found[section] = _stage(minutes, item, section, votes or above.get(section, ""), decided)
            decided = decided or section.kind == "resolution"
            votes = ""
    return found


def _votes_above(text: str, sections: Sequence[Section]) -> dict[Section, str]:
    """The votes that stand between "Beschluss:" and its text: "Beschluss: ⏎ Abstimmung: Ja: 22, Nein: 3 ⏎ Der Rat …" (SessionNet)."""
    found = {}
    for heading, vote, section in zip(sections, sections[1:], sections[2:], strict=False):
        empty = heading.kind == "resolution" and not text[heading.start + len(heading.label or "") : heading.end].strip(" :\n")
        if empty and vote.kind == "vote" and section.kind == "resolution":
            found[section] = text[vote.start : vote.end][:VOTES_READ]
    return found


def _stage(minutes: Minutes, item: AgendaItem, section: Section, votes: str, decided: bool) -> str:
    """`votes` are the results printed behind the section; `decided` says that a decision follows it."""
    text, result = minutes.text, item.result_raw or ""
    votes = REMARK.sub("", votes)
    if (
        minutes.head.kind == "status_report"
        or TOLD.match(section.label or "")
        or (section.label is None and CONTROL.search(text, 0, section.start))
    ):
        return "quoted"
    voted_down = REJECTED.search(votes) is not None and not ACCEPTED.search(votes)
    # A motion from the floor that was voted down is rejected, whatever was decided then.
    in_vain = voted_down and MOTION.match(section.label or "") is not None
    # A lone proposal beside "ungeändert beschlossen" (Niedersachsen), or before a vote (Austria), is what was decided.
    overtaken = decided and not in_vain and not AMENDMENT.match(section.label or "")
    if section.kind == "proposal" and _is_recommended(text, item, section, votes):
        return "recommended"
    if section.kind == "proposal" and (overtaken or not (in_vain or UNCHANGED.search(result) or (votes and not result))):
        return "proposed"
    if voted_down or any(REJECTED.search(words) for words in (result, section.label or "")):
        return "rejected"
    opening = text[section.start : section.start + 300].split("\n\n")[0]
    if (
        RECOMMENDS.search(result)
        or RECOMMENDS.search(opening.split(":")[0] if section.label is None else section.label)
        or advises(minutes, section, LEAD_LENGTH)
    ):
        return "recommended"
    return "adopted" if _is_settled(minutes, item, section, votes or result) else "proposed"


def _is_recommended(text: str, item: AgendaItem, section: Section, votes: str) -> bool:
    """Whether a vote is printed with "Beschlussempfehlung:", or "… empfiehlt einstimmig folgenden" stands above (Lower Saxony)."""
    if votes and RECOMMENDATION.match(section.label or "") and not REJECTED.search(votes):
        return True
    before = next((other for other in item.sections if other.end == section.start), None)
    if before is None or before.label is not None or before.kind != "vote":
        return False
    return ANNOUNCED.search(text, before.start, before.end) is not None


def _is_settled(minutes: Minutes, item: AgendaItem, section: Section, result: str) -> bool:
    if section.kind == "proposal" or result or COUNTED.search(minutes.text, section.start, min(section.end, section.start + 300)):
        return True
    if minutes.head.kind in ("paper", "presentation"):
        return False
    named = (section.label and DECIDED.match(section.label)) or LEAD.match(minutes.text, section.start)
    return bool(named) or minutes.head.kind in ("minutes", "extract") or item.number is not None

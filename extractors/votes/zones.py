"""Where an item speaks of votes, and how freely its words may be read there.

A result block is read freely ("ohne", "40/7/7", "Zustimmung"); running text only where a sentence says by its form that the
body settled a question; speeches only where nothing is printed, and only what the chair declares.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import replace

from extractors.text.german.phrases import BODY
from extractors.text.minutes import AgendaItem, Minutes, Section
from extractors.votes.boxes import CROSSED_LINE
from extractors.votes.count_forms import CELL_PAIR
from extractors.votes.drafts import drafts_in
from extractors.votes.lines import LABEL, labelled
from extractors.votes.prose import Manner, prose
from extractors.votes.spoken import spoken, verbatim
from extractors.votes.statements import BODY_ACTS, PLACEHOLDER, Statement, looks_like_a_result, paragraphs, placeholder
from extractors.votes.subjects import cleaned
from extractors.votes.text_and_votes import RESOLVES
from extractors.votes.told import Meeting
from extractors.votes.words import may_speak_of_a_vote

COUNT_LABEL = re.compile(r"Anwesend|Stimmberechtigt|Befangen|Abwesend|Nicht anwesend")
# Seen: "Beschluss (einstimmig):", "Einstimmiger Beschluss:" (Leverkusen, Köln), "Beschlossen mit Änderungen:"
HEAD_WORD = re.compile(
    r"(?i)(?:ein|mehr)stimmig|mehrheitlich|\d ?: ?\d|(?<!\w)(?:beschlossen|angenommen|zugestimmt|genehmigt|empfohlen|abgelehnt)"
)
ANNOUNCES = re.compile(r"[^.;\n]{0,60}(?<!\w)folgende[nrs]?(?!\w)[^.;\n]{0,60}:")
LEAD_ABOVE = re.compile(r"(?<!\w)folgende[nrs]? [^\n:]{0,60}:\s*\Z")
LEAST = 20  # characters that a resolution has behind its heading; "Beschluss: einstimmig beschlossen" has none
POINT_LABEL = re.compile(r"(?:^|\n)\s*\d{1,2}[.)]\s*$")
# "Abstimmung über den Ergänzungsantrag V0588/22:" (Ingolstadt): the heading names what was voted on
ON_SUBJECT = re.compile(
    r"Abstimmung(?:sergebnis)? (?:über|zu[mr]?) (?:de[nmr] |die |das )?(?P<subject>\w*(?:[Aa]ntr[aä]ge?|[Vv]orlage)(?!\w)[^\n:]{1,80})$"
)
SHORT = 260  # characters of a resolution that does nothing but refer or postpone
# "Der Stadtrat stimmt dem Ankauf einstimmig zu." below the number of a paper: an extract of minutes, for which the paper was the ground
_RESULT = (
    rf"D(?:er|ie|as) {BODY.replace('[ ]', ' ')} "
    r"(?:beschlie(?:ß|ss)t|beschlo(?:ss|ß)|stimmte?|lehnte?|nimmt|nahm|genehmigte?|billigte?|erteilte?|verwies|verweist|vertagte?%s)(?!\w)"
    r"[^.;]{0,160}?(?<!\w)(?:einstimmig|mehrheitlich|\d{1,3} ?(?:Ja|Stimmen|:|gegen|zu)(?![a-z]))"
)
RESULT_SENTENCE = re.compile(_RESULT % "")
# What a committee recommends is its own result only where the document holds no paper: neither a proposal nor reasons.
ADVICE_SENTENCE = re.compile(_RESULT % "|empf(?:iehlt|ahl)")
# Kinds of documents that tell of votes only in passing: there a sentence needs numbers or a majority.
TELLING = ("paper", "press", "presentation", "status_report")


def statements_of(minutes: Minutes, item: AgendaItem) -> list[Statement]:
    """What an item prints of votes, in the order of the text; what is only spoken, where nothing is printed."""
    text = minutes.text
    sections = _with_their_counts(text, item.sections)
    telling = minutes.head.kind in TELLING
    if telling:
        alone = not any(one.kind in ("proposal", "reasoning") for one in item.sections)
        sections = [s for before, s in zip([None, *sections], sections, strict=False) if not _recalls(text, before, s, alone=alone)]
    meeting = Meeting(minutes.head.body, minutes.head.meeting_date)
    found = [*_of_label(minutes, item)]
    found += [statement for section in sections for statement in _of_section(text, section, meeting, telling=telling)]
    counted = any(one.zone == "block" and one.draft.counted for one in found)
    found = [one for one in found if not _is_point(text, one, counted=counted)]
    starts = [one.start for one in sections if one.kind == "resolution" and one.label and one.end - one.start > len(one.label) + LEAST]
    found = [replace(one, resolution=bisect_right(starts, one.draft.first)) for one in found]
    if minutes.head.kind == "status_report":
        found = [one for one in found if one.draft.counted or one.draft.has("unanimous", "majority")]  # "Punkt 2: erledigt" is a status
    if any(one.zone == "block" and not one.draft.has("no_vote") for one in found):
        last = sections[-1] if len(sections) > 1 and sections[-1].label is None and sections[-2].kind == "vote" else None
        found = [one for one in found if one.zone != "prose" or not _is_resolution_text(one) or _notes_last(one, last)]
    elif any(_announces(text, one) for one in found):
        found = [one for one in found if _announces(text, one) or not _is_resolved(one)]
    if all(one.zone == "prose" and one.section is not None and verbatim(text, one.section) for one in found):
        told = (section for section in sections if section.kind in ("debate", "header", "other", "note"))
        declared = [statement for section in told for statement in spoken(text, section, meeting)]
        found = declared if len(declared) > len(found) else found
    return found


def _is_point(text: str, one: Statement, *, counted: bool) -> bool:
    """Whether a numbered point of a resolution is no result of it: "2. Vom Bericht wird Kenntnis genommen."; above counts, of any text."""
    if one.zone != "prose" or one.section is None or not (counted or one.section.kind == "resolution"):
        return False
    if one.draft.counted or one.draft.has("unanimous", "majority", "rest") or BODY_ACTS.match(text, one.draft.start):
        return False
    return POINT_LABEL.search(text[max(one.section.start, one.draft.start - 12) : one.draft.start]) is not None


def _is_resolution_text(one: Statement) -> bool:
    """Whether words of a resolution tell what is resolved, and not what became of the item ("Die Vorlage wird … verwiesen.")."""
    if one.section is None or one.section.kind != "resolution" or RESOLVES.search(one.draft.prefix):
        return False
    return one.section.end - one.section.start > SHORT or not one.draft.has("referred", "postponed", "removed", "withdrawn", "rejected")


def _announces(text: str, one: Statement) -> bool:
    """Whether a vote is told before its resolution: "Der Rat fasst einstimmig folgenden Beschluss:"."""
    cast = one.draft.counted or one.draft.has("unanimous", "majority")
    return cast and one.zone != "debate" and ANNOUNCES.match(text, one.draft.end) is not None


def _is_resolved(one: Statement) -> bool:
    """Whether the words of a resolution only say that it is resolved: "Die Satzung wird beschlossen."."""
    judged = one.draft.counted or one.draft.has("unanimous", "majority", "rest")
    return one.zone == "prose" and one.section is not None and one.section.kind == "resolution" and not judged


def _notes_last(one: Statement, last: Section | None) -> bool:
    """Whether a body, after the result, takes note of something else: "Der Stadtrat nimmt die Stellungnahme zur Kenntnis."."""
    return last is not None and one.section == last and one.draft.has("noted")


def _recalls(text: str, before: Section | None, section: Section, *, alone: bool) -> bool:
    """Whether a paper tells of an earlier vote in its reasoning ("Der Technische Ausschuss empfiehlt mit 8 Ja- und 3 Nein-Stimmen …")."""
    if section.kind != "resolution" or section.label is not None or before is None or before.kind not in ("reasoning", "header"):
        return False
    form = ADVICE_SENTENCE if alone else RESULT_SENTENCE
    return before.kind == "reasoning" or not form.match(text, section.start, section.end)


def _with_their_counts(text: str, sections: tuple[Section, ...]) -> list[Section]:
    """Sections, a result block joined with "Anwesend: 15", which stands in it as a count and elsewhere as a heading."""
    whole: list[Section] = []
    for section in sections:
        label = section.label or ""
        counts = (
            section.kind in ("other", "vote")
            and COUNT_LABEL.match(label)
            and re.match(r"[ :|\n]{0,6}\d", text[section.start + len(label) : section.end])
        )
        if whole and whole[-1].kind == "vote" and counts:
            whole[-1] = replace(whole[-1], end=section.end)
        elif counts and CELL_PAIR.search(text, section.start, section.end):
            whole.append(replace(section, kind="vote", label=None))  # "Anwesend: 14 / mit 13 gegen 0 Stimmen" in cells
        else:
            whole.append(section)
    return whole


def _of_label(minutes: Minutes, item: AgendaItem) -> Iterator[Statement]:
    """The printed Beschlussart of an item, where its row or head shows it."""
    if not item.result_raw:
        return
    at = minutes.text.find(item.result_raw, item.start, item.end)
    if at >= 0:
        yield from (Statement(draft, "result", None) for draft in labelled(minutes.text, at, at + len(item.result_raw)))


def _of_section(text: str, section: Section, meeting: Meeting, *, telling: bool) -> Iterator[Statement]:
    if section.kind in ("vote", "resolution") and section.label and HEAD_WORD.search(section.label):
        for draft in drafts_in(text, section.start, section.start + len(section.label)):
            draft.prefix = ""
            yield Statement(draft, "block", None)
    if section.kind == "vote":
        yield from _block(text, section, meeting, telling=telling)
    elif section.kind == "resolution":
        yield from _resolution(text, section, meeting, telling=telling)
    elif section.kind == "debate":
        if section.label is not None or not verbatim(text, section):
            yield from (
                Statement(one.draft, "debate", section) for one in prose(text, section, section.start, Manner(meeting, strict=True))
            )
    elif section.kind in ("proposal", "reasoning"):
        yield from prose(text, section, section.start + len(section.label or ""), Manner(meeting, strict=True, closing=True))
    else:
        yield from prose(text, section, section.start, Manner(meeting, strict=telling or section.kind == "note"))


def _block(text: str, section: Section, meeting: Meeting, *, telling: bool) -> Iterator[Statement]:
    """A result block: its first paragraph freely, the ones after it as long as they look like results."""
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in ": *_\n":
        start += 1
    if section.label is None and CROSSED_LINE.search(text[max(0, start - 120) : start].rsplit("\n\n", 1)[-1]):
        return  # "X beschlossen⏎abgelehnt": the options of a form that were not taken
    end = start
    found = False
    for first, last in paragraphs(text, start, section.end):
        paragraph = text[first:last]
        if not found and (match := PLACEHOLDER.match(paragraph)) and len(paragraph) < 120 and not _says_more(paragraph):
            yield Statement(placeholder(first, match), "block", section)
            return
        if found and not looks_like_a_result(paragraph):
            counted = any(
                draft.counted for draft in drafts_in(text, start, end)
            )  # a list of motions with their votes, whatever it is called
            yield from prose(text, section, first, Manner(meeting, strict=telling and not counted))
            break
        end = last
        found = found or may_speak_of_a_vote(paragraph) or any(sign in paragraph for sign in "/:")
    appended = section.label is None and text[max(0, section.start - 2) : section.start].endswith((". ", "! "))
    announced = section.label is None and LEAD_ABOVE.search(text, max(0, section.start - 120), section.start) is not None
    drafts = labelled(text, start, end)
    if drafts and not cleaned(drafts[0].prefix) and (named := ON_SUBJECT.match(section.label or "")):
        drafts[0].prefix = named["subject"] + ": "
    yield from (Statement(draft, "block", section, appended=appended, announced=announced) for draft in drafts)


def _resolution(text: str, section: Section, meeting: Meeting, *, telling: bool) -> Iterator[Statement]:
    """A resolution: its own words are no vote, but a label of a result may stand in their place ("Verwiesen in den Fachausschuss")."""
    start = section.start + len(section.label or "")
    while start < section.end and text[start] in ": *_\n":
        start += 1
    for first, last in paragraphs(text, start, section.end):
        opening = text[first:last].strip()
        empty = PLACEHOLDER.fullmatch(opening)
        if empty and not _says_more(opening):
            yield Statement(placeholder(first, empty), "result", section)
            start = last
        elif len(opening) < 260 and (may_speak_of_a_vote(opening) or "eändert" in opening) and _is_label(opening):
            yield from (Statement(draft, "result", section) for draft in labelled(text, first, last))
            start = last
        break
    yield from prose(text, section, start, Manner(meeting, strict=telling))


def _says_more(body: str) -> bool:
    """Whether a placeholder is followed by words of a vote ("ohne Gegenstimmen")."""
    return may_speak_of_a_vote(body) and bool(drafts_in(body, 0, len(body)))


def _is_label(body: str) -> bool:
    """Whether a short text is a result and no sentence of a resolution."""
    if re.match(r"(?:\d{1,2}[.)]|[a-z]\)|-|•)\s", body):
        return False
    if LABEL.fullmatch(body.rstrip(".")):
        return True
    drafts = drafts_in(body, 0, len(body))
    if not drafts:
        return False
    return drafts[0].first <= 30 and not re.match(rf"(?:D(?:er|ie|as)|Den|Dem) (?:\w+ )?(?:{BODY}|Verwaltung)", body)

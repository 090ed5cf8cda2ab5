"""What was resolved and how it was voted, printed apart: which of the two says what became of the question.

"Der Antrag wird abgelehnt.", below it "9 Ja, 2 Nein"                               the text tells, the votes count
"Die Versammlung fasst einstimmig den Beschluss", below it "… wird abgelehnt."      the votes stand first
"zurück in die Fraktionen", "Ja: 11", "Die Vorlage wird in die Fraktionen verwiesen."      the same told twice
"""

from __future__ import annotations

import re
from dataclasses import replace

from extractors.votes.combining import merged
from extractors.votes.reading import Reading
from extractors.votes.words import VERDICT_NAMES

# What a text does that contradicts "einstimmig" beneath it, unless one of the two is read with the other
CONTRARY = ("rejected", "referred", "postponed", "removed", "withdrawn")
# A resolution that refuses is adopted by its votes: "Das Einvernehmen wird nicht erteilt.", "15 : 0".
REFUSED = re.compile(r"Einvernehmen|Befreiung|Stellungnahme")
# "Die Vorlage dient zur Kenntnis.", below it "Einstimmige Annahme" (Frankfurt): what was adopted is that it serves so
SERVES = re.compile(r"(?<!\w)dien(?:t|en)\s*$")
RESOLVES = re.compile(r"(?<!\w)fasst(?:e|en)?\s+(?:bei\s*|mit\s*)?$")
LEAST = 2  # words before the result of a sentence that is told by them
NEAR = 60  # characters from the votes to the text they settle


def heads(head: Reading, text: Reading) -> bool:
    """Whether a head gives the votes on a refusal: "Ja: 44, Nein: 4", "… folgenden Beschluss: Der Antrag wird abgelehnt."."""
    refused = text.statement.announced and text.result.outcome in CONTRARY and not _cast(text)
    return refused and head.bare and head.statement.zone in ("block", "result") and head.result.counted


def counts_again(row: Reading, one: Reading) -> bool:
    """Whether only the votes on a refusal are told once more: "Die Beschlussfassung erfolgt mit einem Stimmenverhältnis von 44 : 4."."""
    silent = row.result.outcome in CONTRARY and not one.statement.draft.has(*VERDICT_NAMES)
    same = (row.result.yes, row.result.no, row.result.abstain) == (one.result.yes, one.result.no, one.result.abstain)
    return silent and same and one.result.yes is not None and one.result.no is not None and one.bare


def restates(row: Reading, one: Reading) -> bool:
    """Whether the resolution below its votes says what the row says: "zurück in die Fraktionen", "Die Vorlage wird … verwiesen."."""
    below = row.statement.zone == "block" and one.statement.zone == "prose" and _is_text(one) and not _cast(one)
    return below and row.result.outcome == one.result.outcome and one.result.outcome in CONTRARY and row.bare and row.result.counted


def printed_twice(row: Reading, one: Reading) -> bool:
    """Whether a sentence stands there twice, as the title of an extract and as its text (ALLRIS, Berlin)."""
    first, second = row.statement.draft, one.statement.draft
    if not 0 <= second.start - first.end < NEAR or len(second.prefix.split()) < LEAST or row.statement.zone != one.statement.zone:
        return False
    said = [[*draft.prefix.split(), *(word.text for word in draft.words)] for draft in (first, second)]
    return said[0] == said[1] and first.sums == second.sums


def voted_on(first: Reading, second: Reading) -> Reading | None:
    """The row of a text and of its votes, printed apart: "Der Antrag wird abgelehnt.", below it "9 Ja, 2 Nein".

    A result that says itself what became of the question counts alone ("… wird verwiesen.", below it "abgelehnt").
    """
    if first.result.outcome == "noted" and SERVES.search(first.statement.draft.prefix) and second.statement.zone == "block":
        return decided(text=first, votes=second) if second.bare and second.result.outcome == "adopted" else None
    if second.statement.zone != "block" or not _is_text(second) or _cast(second):
        refused = second.statement.zone == "block" and second.bare and _is_text(first) and not _cast(first)
        if not refused or first.result.outcome not in CONTRARY or merged(first.result, second.result) is not None:
            return None
        own_line = not second.statement.appended
        if second.statement.draft.has(*VERDICT_NAMES) or any(
            own_line and REFUSED.search(word.text) for word in first.statement.draft.words
        ):
            return second
        return decided(text=first, votes=second)
    announced = first.statement.zone == "lead" or (first.statement.zone == "block" and first.statement.section is None)
    return decided(text=second, votes=first) if announced and _cast(first) else None


def decided(text: Reading, votes: Reading) -> Reading:
    """The votes with the outcome and the subject that the text gives them."""
    outcome = text.result.outcome if text.result.outcome != "adopted" else votes.result.outcome
    if text.subject.kind == "amendment" and outcome == "adopted_amended":
        outcome = "adopted"
    result = replace(votes.result, outcome=outcome)
    if outcome == "rejected" and votes.statement.draft.has("unanimous") and votes.result.yes is None:
        result = replace(result, yes=0, no=None)
    elif outcome == "rejected" and (result.yes or 0) > (result.no or 0):
        result = replace(result, flags=(*result.flags, "outcome_contradicts_counts"))
    return Reading(votes.statement, text.subject if votes.bare or votes.statement.section is None else votes.subject, result)


def resolved(votes: Reading, text: Reading) -> Reading | None:
    """The row of "Die Versammlung fasst einstimmig den Beschluss", below it "Der Antrag … wird angenommen." (Kassel)."""
    one, other = votes.statement.draft, text.statement.draft
    if not RESOLVES.search(one.prefix) or one.has(*VERDICT_NAMES) or _cast(text) or not 0 <= other.start - one.end < NEAR:
        return None
    if not other.has("adopted", "rejected", "referred", "postponed"):
        return None
    return decided(text, replace(votes, result=replace(votes.result, outcome=text.result.outcome)))


def _cast(one: Reading) -> bool:
    """Whether a statement says how the votes were cast."""
    return one.statement.draft.counted or one.statement.draft.has("unanimous", "majority", "rest")


def _is_text(one: Reading) -> bool:
    """Whether a statement is what was resolved, and no line with a label of its own."""
    section = one.statement.section
    return section is not None and (section.kind == "resolution" or (section.kind == "vote" and section.label is None))

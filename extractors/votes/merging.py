"""Statements of the same vote as one row: a label and the block after it, a result and its repetition in the text."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from extractors.votes.combining import merged
from extractors.votes.outcomes import Result
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject
from extractors.votes.words import VERDICT_NAMES

# What a text does that contradicts "einstimmig" beneath it, unless one of the two is read with the other
CONTRARY = ("rejected", "referred", "postponed", "removed", "withdrawn")
# A resolution that refuses is adopted by its votes: "Das Einvernehmen wird nicht erteilt.", "15 : 0".
REFUSED = re.compile(r"Einvernehmen|Befreiung|Stellungnahme")

# The item itself after votes on its changes: "Vorlage in der geänderten Fassung"
WHOLE = re.compile(r"(?:Geänderte )?(?:Vorlage|Antrag|Beschluss(?:vorschlag|vorlage)?)(?: in (?:der )?\w+ (?:Fassung|Form))?$")
# "40 : 0 : 0", below it "Die Vorlage wurde einstimmig bestätigt."
IN_WORDS = re.compile(r"(?:D(?:ie|er|em|as)[ ])?(?:Vorlage|Beschluss\w*|Antrag|Antrage)[ ](?:wurde|wird|ist|war)[ ]?")
BETWEEN = 24  # votes on amendments between the head's result and the final vote


@dataclass(frozen=True, slots=True)
class Reading:
    """A statement understood: what it is about and what it says."""

    statement: Statement
    subject: Subject
    result: Result

    @property
    def bare(self) -> bool:
        """Whether it names no subject of its own."""
        return self.subject.text is None and self.subject.item is None and not self.subject.points


def one_row_each(found: list[Reading]) -> list[Reading]:
    """Statements of the same vote as one row: a label and the block after it, a result and its repetition in the text."""
    found = _without_headlines(found)
    rows: list[Reading] = []
    printed = [one for one in found if one.statement.zone != "debate"]
    if any(one.statement.zone == "block" and one.result.outcome != "no_vote" for one in printed):
        # "Er stellt einstimmige Zustimmung fest": what the block prints, in other words
        blocks = [one for one in printed if one.statement.zone == "block"]
        found = [one for one in found if one.statement.zone != "debate" or not _says_again(one, blocks)]
    for one in found:
        if one.statement.zone == "debate" and any(_repeats(one, other) for other in printed):
            continue
        if len(rows) == 1 and _heads(rows[0], one):  # SessionNet: the head counts the votes on what the lead below it announces
            rows[0] = _decided(text=one, votes=rows[0])
        elif rows and _counts_again(rows[-1], one):
            continue
        elif rows and (both := _voted_on(rows[-1], one) or _together(rows[-1], one)) is not None:
            rows[-1] = both
        elif (head := _headline(rows, one)) is not None:
            rows[head:] = [*rows[head + 1 :], Reading(one.statement, one.subject, merged(rows[head].result, one.result) or one.result)]
        else:
            rows.append(one)
    if any(row.result.outcome != "no_vote" for row in rows):
        rows = [row for row in rows if not (row.bare and row.result.outcome == "no_vote")]
    return rows


def _heads(head: Reading, text: Reading) -> bool:
    """Whether a head gives the votes on a refusal: "Ja: 44, Nein: 4", "… folgenden Beschluss: Der Antrag wird abgelehnt."."""
    refused = text.statement.announced and text.result.outcome in CONTRARY and not _cast(text)
    return refused and head.bare and head.statement.zone in ("block", "result") and head.result.counted


def _counts_again(row: Reading, one: Reading) -> bool:
    """Whether only the votes on a refusal are told once more: "Die Beschlussfassung erfolgt mit einem Stimmenverhältnis von 44 : 4."."""
    silent = row.result.outcome in CONTRARY and not one.statement.draft.has(*VERDICT_NAMES)
    same = (row.result.yes, row.result.no, row.result.abstain) == (one.result.yes, one.result.no, one.result.abstain)
    return silent and same and one.result.yes is not None and one.result.no is not None and one.bare


def _says_again(told: Reading, blocks: list[Reading]) -> bool:
    said = [block for block in blocks if not _dissent(told, block)]
    return told.bare and not told.statement.draft.counted and any(merged(told.result, block.result) for block in said)


def _headline(rows: list[Reading], last: Reading) -> int | None:
    """Where the head gives the result of a vote that comes last, after votes on amendments and procedure (ALLRIS)."""
    floor = max(0, len(rows) - BETWEEN)
    heads = [at for at in range(floor, len(rows)) if rows[at].bare and rows[at].statement.zone == "result" and not rows[at].result.counted]
    if (
        not (last.bare or WHOLE.match(last.subject.text or ""))
        or last.result.outcome == "no_vote"
        or not heads
        or heads[-1] + 1 == len(rows)
        or any(row.bare for row in rows[heads[-1] + 1 :])
    ):
        return None
    return heads[-1] if merged(rows[heads[-1]].result, last.result) is not None else None


def _without_headlines(found: list[Reading]) -> list[Reading]:
    """Leave out "einstimmig" over a list of votes that all are counted ("einstimmig zu a) 12 Ja … zu b) …"), and a result said again."""
    if (
        len(found) > 2
        and found[0].bare
        and found[0].result.yes is None
        and all(one.subject.points and one.result.yes is not None for one in found[1:])
    ):
        found = found[1:]
    kept: list[Reading] = []
    for one in found:
        plain = one.bare and not one.result.counted and one.result.unanimous is None and one.statement.zone == "block"
        if not (
            kept
            and (plain or _in_words(kept[-1], one))
            and kept[-1].bare
            and kept[-1].statement.section == one.statement.section
            and kept[-1].result.outcome == one.result.outcome
        ):
            kept.append(one)
    return kept


def _in_words(counts: Reading, one: Reading) -> bool:
    """Whether a sentence says in words what the counts above it say."""
    same = one.statement.zone == "block" and one.bare and not one.statement.draft.counted and IN_WORDS.match(one.statement.draft.prefix)
    unanimous = one.statement.draft.has("unanimous")
    return bool(same) and counts.result.yes is not None and counts.result.no is not None and unanimous == (counts.result.no == 0)


def _repeats(told: Reading, printed: Reading) -> bool:
    """Whether minutes tell in their report of the debate what they print as a result as well."""
    if told.subject.kind == "procedure" and told.statement.draft.counted and printed.bare:
        return False  # "Schluss der Debatte: dafür: 31, dagegen: 19"
    if _dissent(told, printed):
        return False
    return (told.bare or printed.bare or told.subject.text == printed.subject.text) and merged(told.result, printed.result) is not None


def _voted_on(first: Reading, second: Reading) -> Reading | None:
    """The row of a text and of its votes, printed apart: "Der Antrag wird abgelehnt.", below it "9 Ja, 2 Nein".

    A result that says itself what became of the question counts alone ("… wird verwiesen.", below it "abgelehnt").
    """
    if second.statement.zone != "block" or not _is_text(second) or _cast(second):
        refused = second.statement.zone == "block" and second.bare and _is_text(first) and not _cast(first)
        if not refused or first.result.outcome not in CONTRARY or merged(first.result, second.result) is not None:
            return None
        own_line = not second.statement.appended
        if second.statement.draft.has(*VERDICT_NAMES) or any(
            own_line and REFUSED.search(word.text) for word in first.statement.draft.words
        ):
            return second
        return _decided(text=first, votes=second)
    announced = first.statement.zone == "lead" or (first.statement.zone == "block" and first.statement.section is None)
    return _decided(text=second, votes=first) if announced and _cast(first) else None


def _decided(text: Reading, votes: Reading) -> Reading:
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


def _cast(one: Reading) -> bool:
    """Whether a statement says how the votes were cast."""
    return one.statement.draft.counted or one.statement.draft.has("unanimous", "majority", "rest")


def _is_text(one: Reading) -> bool:
    """Whether a statement is what was resolved, and no line with a label of its own."""
    section = one.statement.section
    return section is not None and (section.kind == "resolution" or (section.kind == "vote" and section.label is None))


def _together(first: Reading, second: Reading) -> Reading | None:
    """Two neighbouring statements of one question, None where they are two."""
    if _apart(first, second) or not ((first.bare and second.bare) or _same_subject(first, second)):
        return None
    result = merged(first.result, second.result)
    if result is None:
        return None
    later = second.statement.draft.has("sides") and not first.result.counted
    keep, other = (first, second) if first.result.counted or not (second.result.counted or later) else (second, first)
    return Reading(keep.statement, keep.subject if not keep.bare else other.subject, result)


def _apart(first: Reading, second: Reading) -> bool:
    """Whether two statements are of two questions by the places where they stand."""
    zones = (first.statement.zone, second.statement.zone)
    if "speech" in zones or zones == ("row", "row"):
        return True
    if _dissent(first, second) or _dissent(second, first):
        return True
    if zones == ("block", "block"):
        resolved = first.statement.resolution and first.statement.resolution != second.statement.resolution
        full = all(one.result.yes is not None and one.result.no is not None for one in (first, second))
        return bool(resolved and full) or first.statement.section == second.statement.section
    if zones in (("block", "prose"), ("block", "lead")):  # the words of the next resolution
        section = second.statement.section
        return second.result.outcome in ("elected", "noted") or (section is not None and section.kind == "resolution")
    told = all(zone in ("prose", "lead", "debate") for zone in zones)
    return told and _complete(first) and _complete(second) and not _complement(first, second)


def _dissent(agreed: Reading, counted: Reading) -> bool:
    """Whether one tells that all agreed, and the other that some did not: two questions."""
    apart = bool(counted.result.no) or counted.statement.draft.has("majority")
    return apart and agreed.statement.draft.has("agreed") and not agreed.result.counted


def _complement(first: Reading, second: Reading) -> bool:
    """Whether one gives the counts and the next only the word: "… stimmen 10, dagegen 3. Der Antrag ist angenommen."."""
    one, other = first.statement.draft, second.statement.draft
    near = 0 <= other.start - one.end < 24
    return near and one.counted != other.counted and (not one.judged or not other.judged)


def _complete(one: Reading) -> bool:
    """Whether a statement says by itself what became of a question."""
    return one.statement.draft.judged or (one.result.yes is not None and one.result.no is not None)


def _same_subject(first: Reading, second: Reading) -> bool:
    """Whether two statements name the same subject, or one names the main one and the other none."""
    if first.bare or second.bare:
        return {first.subject.kind, second.subject.kind} == {"main"} and not (first.subject.item or second.subject.item)
    return (first.subject.text, first.subject.points, first.subject.item) == (
        second.subject.text,
        second.subject.points,
        second.subject.item,
    )

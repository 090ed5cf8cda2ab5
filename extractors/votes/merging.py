"""Statements of the same vote as one row: a label and the block after it, a result and its repetition in the text."""

from __future__ import annotations

import re

from extractors.votes.combining import merged
from extractors.votes.reading import Reading
from extractors.votes.text_and_votes import counts_again, decided, heads, printed_twice, resolved, restates, voted_on

__all__ = ["Reading", "one_row_each"]

# The item itself after votes on its changes: "Vorlage in der geänderten Fassung"
WHOLE = re.compile(r"(?:Geänderte )?(?:Vorlage|Antrag|Beschluss(?:vorschlag|vorlage)?)(?: in (?:der )?\w+ (?:Fassung|Form))?$")
# "40 : 0 : 0", below it "Die Vorlage wurde einstimmig bestätigt."
IN_WORDS = re.compile(r"(?:D(?:ie|er|em|as)[ ])?(?:Vorlage|Beschluss\w*|Antrag|Antrage)[ ](?:wurde|wird|ist|war)[ ]?")
TEXT_BETWEEN = 40  # characters from one result to the label of the next
BETWEEN = 24  # votes on amendments between the head's result and the final vote


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
        if len(rows) == 1 and heads(rows[0], one):  # SessionNet: the head counts the votes on what the lead below it announces
            rows[0] = decided(text=one, votes=rows[0])
        elif rows and (counts_again(rows[-1], one) or restates(rows[-1], one) or printed_twice(rows[-1], one)):
            continue
        elif rows and (both := resolved(rows[-1], one) or voted_on(rows[-1], one) or _together(rows[-1], one)) is not None:
            rows[-1] = both
        elif (head := _headline(rows, one)) is not None:
            rows[head:] = [*rows[head + 1 :], Reading(one.statement, one.subject, merged(rows[head].result, one.result) or one.result)]
        else:
            rows.append(one)
    if any(row.result.outcome != "no_vote" for row in rows):
        rows = [row for row in rows if not (row.bare and row.result.outcome == "no_vote")]
    return rows


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
        if _voted_again(first, second):
            return True
        resolved = first.statement.resolution and first.statement.resolution != second.statement.resolution
        full = all(one.result.yes is not None and one.result.no is not None for one in (first, second))
        return bool(resolved and full) or first.statement.section == second.statement.section
    if zones in (("block", "prose"), ("block", "lead")):  # the words of the next resolution
        section = second.statement.section
        return second.result.outcome in ("elected", "noted") or (section is not None and section.kind == "resolution")
    told = all(zone in ("prose", "lead", "debate") for zone in zones)
    return told and _complete(first) and _complete(second) and not _complement(first, second)


def _voted_again(first: Reading, second: Reading) -> bool:
    """Whether two blocks with one label have other text between them: "Abst.-Erg.: einstimmig⏎⏎Über Teil B wird …⏎⏎Abst.-Erg.: …"."""
    one, other = first.statement.section, second.statement.section
    if one is None or other is None or one == other or not one.label or one.label != other.label or not one.label.startswith("Abst"):
        return False
    return _complete(first) and _complete(second) and other.start - first.statement.draft.end > TEXT_BETWEEN


def _dissent(agreed: Reading, counted: Reading) -> bool:
    """Whether one tells that all agreed, and the other that some did not: two questions."""
    apart = bool(counted.result.no) or counted.statement.draft.has("majority")
    return apart and agreed.statement.draft.has("agreed") and not agreed.result.counted


def _complement(first: Reading, second: Reading) -> bool:
    """Whether one gives the counts and the next only the word: "… stimmen 10, dagegen 3. Der Antrag ist angenommen."."""
    one, other = first.statement.draft, second.statement.draft
    near = 0 <= other.start - one.end < 24
    if near and not other.prefix.strip(" .\n") and other.has("unanimous", "majority") and not one.has("unanimous", "majority"):
        return not one.counted  # "Der Gemeinderat stimmt dem zu. Einstimmiger Beschluss."
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

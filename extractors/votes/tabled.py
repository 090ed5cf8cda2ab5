"""Statements of votes with those of tables: what a table says counts in place of what its lines would say without their cells."""

from __future__ import annotations

from collections.abc import Sequence

from extractors.text.minutes import AgendaItem, Minutes
from extractors.votes.drafts import Draft
from extractors.votes.statements import Statement
from extractors.votes.tables import ROLL_CALL, VoteTable
from extractors.votes.words import Word

NEAR = 80  # characters between a table and the words that judge it: "Damit ist der Antrag angenommen."
SUBJECT = 160
ELSEWHERE = ("reasoning", "debate")  # a vote of another body, or a survey


def with_tables(minutes: Minutes, item: AgendaItem, statements: list[Statement], tables: Sequence[VoteTable]) -> list[Statement]:
    """The statements of an item, those that its tables make in the place of their lines."""
    for read in tables:
        section = item.section_at(read.table.start)
        if not item.start <= read.table.start < item.end or (section and section.kind in ELSEWHERE):
            continue
        start, end = read.table.start, read.table.end
        inside = [one for one in statements if one.draft.start < end and one.draft.end > start]
        judging = [one for one in statements if one not in inside and _judges(one, start, end)]
        draft = _draft(minutes.text, item, read, [one.draft for one in (*inside, *judging)])
        zone = next((one.zone for one in inside if one.zone in ("block", "row")), "block")
        kept = [one for one in statements if one not in inside and one not in judging]
        statements = sorted([*kept, Statement(draft, zone, section)], key=lambda one: one.draft.start)
    return statements


def _judges(one: Statement, start: int, end: int) -> bool:
    """Whether a statement beside a table gives the word to its numbers."""
    near = 0 <= one.draft.start - end < NEAR or 0 <= start - one.draft.end < NEAR
    return near and one.draft.judged and not one.draft.counted


def _draft(text: str, item: AgendaItem, read: VoteTable, drafts: Sequence[Draft]) -> Draft:
    """The vote of a table: its counts, and the words beside it that say what became of the question."""
    start, end = read.table.start, read.table.end
    words = [word for draft in drafts for word in draft.words if word.end <= start or word.start >= end]
    prefix = next((draft.prefix for draft in drafts if draft.first < start and draft.prefix.strip()), "")
    if not prefix:
        prefix = text[max(item.start, start - SUBJECT) : start].rstrip().rsplit("\n", 1)[-1]
        prefix = prefix if prefix.endswith(":") else ""
    if read.by_name and ROLL_CALL.search(read.table.above):
        words.append(Word("roll_call", start, start, "namentlich"))
    first = min([read.start, *(word.start for word in words)])
    last = max([read.end, *(word.end for word in words)])
    counts, sums = list(read.counts), {count.option: count.value for count in read.counts}
    return Draft(prefix, first, last, counts, sorted(words, key=lambda word: word.start), sums, shares=read.shares)

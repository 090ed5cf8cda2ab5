"""Votes: every question that a document reports as settled by the body, counted or not.

    "Bei 43 Ja-Stimmen und 2 Nein-Stimmen mehrheitlich zugestimmt"     adopted, 43 : 2
    "Ziffern 2 - 6: einstimmig abgelehnt"                              rejected, points 2 to 6, yes = 0

words, counts ──▶ drafts (one statement, one draft) ──▶ outcomes ──▶ Vote; zones says where to look.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import ClassVar

from extractors.text.fact import Fact
from extractors.text.german.phrases import BODY
from extractors.text.minutes import AgendaItem, Minutes
from extractors.votes.consultations import consultations_of, with_consultations
from extractors.votes.context import in_context
from extractors.votes.groups import Group, groups_of
from extractors.votes.merging import Reading, one_row_each
from extractors.votes.outcomes import result_of
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject, named_subject, subject_of
from extractors.votes.tabled import with_tables
from extractors.votes.tables import vote_tables
from extractors.votes.words import METHODS, may_name_a_method, words_in
from extractors.votes.zones import statements_of

__all__ = ["Group", "Vote", "extract"]

BODY_FIRST = re.compile(rf"\s*D(?:er|ie|as) (?:\w+ )?{BODY}(?!\w)")
LEAD = 160  # characters before a vote that may name its method
# Two votes in one phrase (Graz)
URGENCY = re.compile(r"Dringlichkeit und (?:der )?(?:\w+)?[Aa]ntrag(?!\w)")


@dataclass(frozen=True, slots=True, kw_only=True)
class Vote(Fact):
    """One question that the body settled."""

    table: ClassVar[str] = "votes"

    subject: str
    subject_text: str | None = None
    points: tuple[str, ...] = ()
    outcome: str
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    present: int | None = None
    recused: int | None = None
    unanimous: bool | None = None
    method: str | None = None
    groups: tuple[Group, ...] = ()
    flags: tuple[str, ...] = ()


def extract(minutes: Minutes) -> Iterator[Vote]:
    """The votes of all items of the minutes."""
    tables, ways = list(vote_tables(minutes)), list(consultations_of(minutes))
    for item in minutes.items:
        statements = with_consultations(minutes, item, with_tables(minutes, item, statements_of(minutes, item), tables), ways)
        found = [_read(minutes, statement) for statement in statements]
        for one in one_row_each(in_context(minutes, item, found)):
            vote = _vote(minutes, item, one)
            if URGENCY.search(minutes.text, one.statement.draft.start, one.statement.draft.end):
                yield replace(vote, subject="procedure", subject_text="Dringlichkeit")
                vote = replace(vote, subject_text=None)
            yield vote


def _read(minutes: Minutes, statement: Statement) -> Reading:
    text, draft = minutes.text, statement.draft
    free = statement.zone == "row" or (statement.zone == "block" and not BODY_FIRST.match(draft.prefix))
    free = free or draft.prefix.lstrip().startswith("(")  # "Abstimmungsergebnis (Schluss der Debatte):" (Braunschweig)
    prefix = draft.prefix if free else named_subject(draft.prefix)
    subject = subject_of(prefix, text[draft.start : draft.end])
    if draft.counts and draft.counts[0].rule.startswith("table"):
        subject = Subject()  # what stands before a table is its head row
    result = result_of(draft, text, amendment=subject.kind == "amendment", seats=minutes.source.habits.seats)
    if result.outcome == "elected":
        subject = replace(subject, kind="election")
    return Reading(statement, subject, result)


def _vote(minutes: Minutes, item: AgendaItem, one: Reading) -> Vote:
    draft, result, subject = one.statement.draft, one.result, one.subject
    lead = minutes.text[max(item.start, draft.start - LEAD) : draft.start].rsplit("\n\n", 1)[-1]  # "Namentliche Abstimmung: …"
    told = words_in(lead, 0, len(lead)) if may_name_a_method(lead) else ()
    named = [*draft.names(), *(word.name for word in told)]
    method = next((name for name in named if name in METHODS), "roll_call" if draft.roll else None)
    return Vote(
        quote=minutes.quote(draft.start, draft.end),
        agenda_item=subject.item or item.number,
        rule=result.rule if one.statement.zone != "speech" else "spoken",
        subject=subject.kind,
        subject_text=subject.text,
        points=subject.points,
        outcome=result.outcome,
        yes=result.yes,
        no=result.no,
        abstain=result.abstain,
        present=result.present,
        recused=result.recused,
        unanimous=result.unanimous,
        method=method,
        groups=groups_of(minutes.text, draft, result.outcome),
        flags=result.flags,
    )

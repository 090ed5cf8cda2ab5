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
from extractors.votes.drafts import Draft
from extractors.votes.groups import Group, groups_of
from extractors.votes.merging import Reading, one_row_each
from extractors.votes.outcomes import Result, result_of
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject, named_subject, subject_of
from extractors.votes.words import words_in
from extractors.votes.zones import statements_of

__all__ = ["Group", "Vote", "extract"]

# A committee's resolution that only advises another body.
RECOMMENDS = re.compile(
    r"empf(?:iehlt|ehlen|ohlen)(?:[^.;:]{0,120}?)(?:de[mrn] |dem )?(?:\w+ )?(?:Rat|Stadtrat|Gemeinderat|Kreistag|Haupt\w+"
    r"|\w*[Aa]usschuss|(?:Stadtverordneten|Bezirksverordneten|Rats|Gemeinde|Verbands|Bürger)\w*versammlung|Senat|Bürgerschaft"
    r"|Magistrat|zu beschließen|folgenden Beschluss)"
    r"|Empfehlung an (?:den|die)|Beschlussempfehlung:"
)
BODY_FIRST = re.compile(rf"\s*D(?:er|ie|as) (?:\w+ )?{BODY}(?!\w)")
AMENDED_RESOLUTION = re.compile(
    r"[Gg]eänderte[rn]? (?:Beschl|Fassung)|in (?:der )?(?:geänderter|ergänzter|modifizierter|abgeänderter)n? (?:Form|Fassung)"
    r"|unter (?:Berücksichtigung|Einbeziehung) de[sr] (?:Änderungs|Ergänzungs)antr"
    r"|ergänzt (?:durch|um) (?:den|die|das) \w*(?:[Aa]ntrag|Ziffer|Punkt)|mit folgenden? (?:Änderung|Ergänzung)"
)

BARE_RESULT = re.compile(r"(?<!\w)Ergebnis:\s*$")
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
    for item in minutes.items:
        found = [_read(minutes, statement) for statement in statements_of(minutes, item)]
        for one in one_row_each(_in_context(minutes, item, found)):
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


def _in_context(minutes: Minutes, item: AgendaItem, found: list[Reading]) -> list[Reading]:
    """What the resolution adds to its vote: a recommendation to another body, a changed text."""
    resolutions = [minutes.text[s.start : min(s.end, s.start + 1200)] for s in item.sections_of("resolution")]
    advice = [minutes.text[s.start : min(s.end, s.start + 1200)] for s in item.sections_of("proposal") if "mpfehlung" in (s.label or "")]
    recommends = any(RECOMMENDS.search(text) for text in (*resolutions, *advice))
    amended = any(AMENDED_RESOLUTION.search(text[:400]) for text in resolutions)

    undecided = not resolutions and not any(True for _ in item.sections_of("proposal"))

    def seen(one: Reading) -> Reading:
        outcome = one.result.outcome
        if undecided and _nothing_said(minutes.text, one.statement.draft):
            return replace(one, result=Result("unknown", flags=("counts_order_unknown",), rule=one.result.rule))
        if one.subject.kind in ("amendment", "procedure", "election"):
            return one
        if amended and outcome == "adopted" and one.bare:
            outcome = "adopted_amended"
        if recommends and outcome.startswith("adopted"):
            outcome = outcome.replace("adopted", "recommended")
        elif recommends and outcome == "rejected":
            outcome = "not_recommended"
        return replace(one, result=replace(one.result, outcome=outcome))

    return [seen(one) for one in found]


def _nothing_said(text: str, draft: Draft) -> bool:
    """Whether a bare pair stands for itself ("Ergebnis: 21:9"): of what, and which side was Yes, is not printed."""
    pair = draft.number("a") is not None and not draft.words
    before = text[max(0, draft.start - 12) : draft.start]
    return pair and BARE_RESULT.search(before) is not None


def _vote(minutes: Minutes, item: AgendaItem, one: Reading) -> Vote:
    draft, result, subject = one.statement.draft, one.result, one.subject
    lead = minutes.text[max(item.start, draft.start - 60) : draft.start].rsplit("\n\n", 1)[-1]  # "Namentliche Abstimmung: …"
    named = [*draft.names(), *(word.name for word in words_in(lead, 0, len(lead)))]
    method = next((name for name in named if name in ("secret", "roll_call", "written")), "roll_call" if draft.roll else None)
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

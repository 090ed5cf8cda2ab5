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
from extractors.votes.groups import Group, groups_of
from extractors.votes.outcomes import Result, merged, result_of
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject, named_subject, subject_of
from extractors.votes.words import words_in
from extractors.votes.zones import statements_of

__all__ = ["Group", "Vote", "extract"]

# A committee's resolution that only advises another body.
RECOMMENDS = re.compile(
    r"empf(?:iehlt|ehlen|ohlen)(?:[^.;:]{0,120}?)(?:de[mrn] |dem )?(?:\w+ )?(?:Rat|Stadtrat|Gemeinderat|Kreistag|Haupt\w+|\w*[Aa]usschuss|(?:Stadtverordneten|Bezirksverordneten|Rats|Gemeinde|Verbands|Bürger)\w*versammlung|Senat|Bürgerschaft|Magistrat|zu beschließen|folgenden Beschluss)"
    r"|Empfehlung an (?:den|die)|Beschlussempfehlung:"
)
BODY_FIRST = re.compile(rf"\s*D(?:er|ie|as) (?:\w+ )?{BODY}(?!\w)")
AMENDED_RESOLUTION = re.compile(
    r"[Gg]eänderte[rn]? (?:Beschl|Fassung)|in (?:der )?(?:geänderter|ergänzter|modifizierter|abgeänderter)n? (?:Form|Fassung)|ergänzt (?:durch|um) (?:den|die|das) \w*(?:[Aa]ntrag|Ziffer|Punkt)|mit folgenden? (?:Änderung|Ergänzung)"
)


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


@dataclass(frozen=True, slots=True)
class _Found:
    statement: Statement
    subject: Subject
    result: Result

    @property
    def bare(self) -> bool:
        """Whether it names no subject of its own."""
        return self.subject.text is None and self.subject.item is None and not self.subject.points


def extract(minutes: Minutes) -> Iterator[Vote]:
    """The votes of all items of the minutes."""
    for item in minutes.items:
        found = [_read(minutes, statement) for statement in statements_of(minutes, item)]
        for one in _one_row_each(_in_context(minutes, item, found)):
            yield _vote(minutes, item, one)


def _read(minutes: Minutes, statement: Statement) -> _Found:
    text, draft = minutes.text, statement.draft
    free = statement.zone == "row" or (statement.zone == "block" and not BODY_FIRST.match(draft.prefix))
    prefix = draft.prefix if free else named_subject(draft.prefix)
    subject = subject_of(prefix, text[draft.start : draft.end])
    if draft.counts and draft.counts[0].rule.startswith("table"):
        subject = Subject()  # what stands before a table is its head row
    result = result_of(draft, text, amendment=subject.kind == "amendment", seats=minutes.source.habits.seats)
    if result.outcome == "elected":
        subject = replace(subject, kind="election")
    return _Found(statement, subject, result)


def _in_context(minutes: Minutes, item: AgendaItem, found: list[_Found]) -> list[_Found]:
    """What the resolution adds to its vote: a recommendation to another body, a changed text."""
    resolutions = [minutes.text[s.start : min(s.end, s.start + 1200)] for s in item.sections_of("resolution")]
    recommends = any(RECOMMENDS.search(text) for text in resolutions)
    amended = any(AMENDED_RESOLUTION.search(text[:400]) for text in resolutions)

    def seen(one: _Found) -> _Found:
        outcome = one.result.outcome
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


def _one_row_each(found: list[_Found]) -> list[_Found]:
    """Statements of the same vote as one row: a label and the block after it, a result and its repetition in the text."""
    found = _without_headlines(found)
    rows: list[_Found] = []
    printed = [one for one in found if one.statement.zone != "debate"]
    for one in found:
        if one.statement.zone == "debate" and any(_repeats(one, other) for other in printed):
            continue
        if rows and (both := _together(rows[-1], one)) is not None:
            rows[-1] = both
        else:
            rows.append(one)
    if any(row.result.outcome != "no_vote" for row in rows):
        rows = [row for row in rows if not (row.bare and row.result.outcome == "no_vote")]
    return rows


def _without_headlines(found: list[_Found]) -> list[_Found]:
    """Leave out "einstimmig" over a list of votes that all are counted ("einstimmig zu a) 12 Ja … zu b) 12 Ja …"), and a result said again."""
    if (
        len(found) > 2
        and found[0].bare
        and found[0].result.yes is None
        and all(one.subject.points and one.result.yes is not None for one in found[1:])
    ):
        found = found[1:]
    kept: list[_Found] = []
    for one in found:
        plain = one.bare and not one.result.counted and one.result.unanimous is None and one.statement.zone == "block"
        if not (
            plain
            and kept
            and kept[-1].bare
            and kept[-1].statement.section == one.statement.section
            and kept[-1].result.outcome == one.result.outcome
        ):
            kept.append(one)
    return kept


def _repeats(told: _Found, printed: _Found) -> bool:
    """Whether minutes tell in their report of the debate what they print as a result as well."""
    return (told.bare or printed.bare or told.subject.text == printed.subject.text) and merged(told.result, printed.result) is not None


def _together(first: _Found, second: _Found) -> _Found | None:
    """Two neighbouring statements of one question, None where they are two."""
    zones = (first.statement.zone, second.statement.zone)
    if "speech" in zones or (zones == ("block", "block") and first.statement.section == second.statement.section):
        return None
    if all(zone in ("prose", "debate") for zone in zones) and _complete(first) and _complete(second):
        return None
    if not ((first.bare and second.bare) or _same_subject(first, second)):
        return None
    if zones == ("block", "prose") and second.result.outcome in ("elected", "noted"):
        return None
    result = merged(first.result, second.result)
    if result is None:
        return None
    keep, other = (first, second) if first.result.counted or not second.result.counted else (second, first)
    return _Found(keep.statement, keep.subject if not keep.bare else other.subject, result)


def _complete(one: _Found) -> bool:
    """Whether a statement says by itself what became of a question."""
    return one.statement.draft.judged or (one.result.yes is not None and one.result.no is not None)


def _same_subject(first: _Found, second: _Found) -> bool:
    """Whether two statements name the same subject, or one names the main one and the other none."""
    if first.bare or second.bare:
        return {first.subject.kind, second.subject.kind} == {"main"} and not (first.subject.item or second.subject.item)
    return (first.subject.text, first.subject.points, first.subject.item) == (
        second.subject.text,
        second.subject.points,
        second.subject.item,
    )


def _vote(minutes: Minutes, item: AgendaItem, one: _Found) -> Vote:
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

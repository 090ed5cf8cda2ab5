"""Statements of the same vote as one row: a label and the block after it, a result and its repetition in the text."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.votes.outcomes import NOT_RECORDED, Result
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject

# Outcomes that say more than "adopted" or "split", if both are printed of one question.
SPECIFIC = (
    "adopted_amended",
    "recommended_amended",
    "recommended",
    "not_recommended",
    "elected",
    "referred",
    "postponed",
    "removed",
    "withdrawn",
)
# Pairs of which the second says what became of the question.
PLAINER = {
    frozenset(("settled", "noted")): "settled",
    frozenset(("adopted", "noted")): "adopted",
    frozenset(("adopted", "settled")): "adopted",
}

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
        found = [one for one in found if one.statement.zone != "debate" or not one.bare or one.statement.draft.counted]
    for one in found:
        if one.statement.zone == "debate" and any(_repeats(one, other) for other in printed):
            continue
        if rows and (both := _together(rows[-1], one)) is not None:
            rows[-1] = both
        elif (head := _headline(rows, one)) is not None:
            rows[head:] = [*rows[head + 1 :], Reading(one.statement, one.subject, _merged(rows[head].result, one.result) or one.result)]
        else:
            rows.append(one)
    if any(row.result.outcome != "no_vote" for row in rows):
        rows = [row for row in rows if not (row.bare and row.result.outcome == "no_vote")]
    return rows


def _headline(rows: list[Reading], last: Reading) -> int | None:
    """Where the head gives the result of a vote that comes last, after votes on amendments and procedure (ALLRIS)."""
    floor = max(0, len(rows) - BETWEEN)
    heads = [at for at in range(floor, len(rows)) if rows[at].bare and rows[at].statement.zone == "result" and not rows[at].result.counted]
    if (
        not last.bare
        or last.result.outcome == "no_vote"
        or not heads
        or heads[-1] + 1 == len(rows)
        or any(row.bare for row in rows[heads[-1] + 1 :])
    ):
        return None
    return heads[-1] if _merged(rows[heads[-1]].result, last.result) is not None else None


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
            plain
            and kept
            and kept[-1].bare
            and kept[-1].statement.section == one.statement.section
            and kept[-1].result.outcome == one.result.outcome
        ):
            kept.append(one)
    return kept


def _repeats(told: Reading, printed: Reading) -> bool:
    """Whether minutes tell in their report of the debate what they print as a result as well."""
    return (told.bare or printed.bare or told.subject.text == printed.subject.text) and _merged(told.result, printed.result) is not None


def _together(first: Reading, second: Reading) -> Reading | None:
    """Two neighbouring statements of one question, None where they are two."""
    if _apart(first, second) or not ((first.bare and second.bare) or _same_subject(first, second)):
        return None
    result = _merged(first.result, second.result)
    if result is None:
        return None
    keep, other = (first, second) if first.result.counted or not second.result.counted else (second, first)
    return Reading(keep.statement, keep.subject if not keep.bare else other.subject, result)


def _apart(first: Reading, second: Reading) -> bool:
    """Whether two statements are of two questions by the places where they stand."""
    zones = (first.statement.zone, second.statement.zone)
    if "speech" in zones or zones == ("row", "row"):
        return True
    if zones == ("block", "block"):
        return first.statement.section == second.statement.section
    if zones == ("block", "prose"):  # the words of the next resolution
        section = second.statement.section
        return second.result.outcome in ("elected", "noted") or (section is not None and section.kind == "resolution")
    told = all(zone in ("prose", "debate") for zone in zones)
    return told and _complete(first) and _complete(second) and not _complement(first, second)


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


def _merged(first: Result, second: Result) -> Result | None:
    """Two statements of one vote as one, the more specific outcome with all counts; None where they contradict each other."""
    counts: dict[str, int | None] = {}
    for name in ("yes", "no", "abstain", "present", "recused"):
        a, b = getattr(first, name), getattr(second, name)
        if a is not None and b is not None and a != b:
            return None
        counts[name] = a if a is not None else b
    if NOT_RECORDED in (*first.flags, *second.flags):
        counts |= dict.fromkeys(("yes", "no", "abstain"))
    outcome = _more_specific(first.outcome, second.outcome)
    if outcome is None:
        return None
    unanimous = second.unanimous if first.unanimous is None else first.unanimous
    counted = first if first.counted else second
    return Result(
        outcome,
        counts["yes"],
        counts["no"],
        counts["abstain"],
        counts["present"],
        counts["recused"],
        unanimous=unanimous,
        flags=tuple(dict.fromkeys((*first.flags, *second.flags))),
        rule=counted.rule,
    )


def _more_specific(first: str, second: str) -> str | None:
    """The outcome that says more of the two, None where they contradict each other."""
    if first == second:
        return first
    pair = (first, second)
    vague = next((outcome for outcome in ("unknown", "no_vote") if outcome in pair), None)
    if vague:
        return second if first == vague else first
    specific = next((outcome for outcome in SPECIFIC if outcome in pair), None)
    if specific is None:
        return PLAINER.get(frozenset(pair))
    other = second if first == specific else first
    if (specific, other) == ("recommended", "adopted_amended"):
        return "recommended_amended"
    plain = other in ("adopted", "adopted_amended", "recommended", "split")
    plain = plain or (specific, other) in {("not_recommended", "rejected"), ("referred", "settled"), ("postponed", "settled")}
    return specific if plain else None

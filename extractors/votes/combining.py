"""Two statements of one vote as one result: all counts of both, and the outcome that says more."""

from __future__ import annotations

from extractors.votes.outcomes import NOT_RECORDED, Result

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


def merged(first: Result, second: Result) -> Result | None:
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

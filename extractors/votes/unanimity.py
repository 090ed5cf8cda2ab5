"""Whether a vote was unanimous, and where the words and the numbers of a vote contradict each other."""

from __future__ import annotations

from extractors.votes.drafts import Draft


def is_unanimous(draft: Draft, counts: dict[str, int | None], outcome: str) -> bool | None:
    """Whether nobody voted against the result: by the word, else by the numbers; None where neither says."""
    yes, no = counts["yes"], counts["no"]
    if draft.has("unanimous"):
        return True
    divided = any(word.name == "sides" and word.text for word in draft.words)
    if draft.has("majority", "not_unanimous") or divided or (yes and no):
        return False
    if draft.has("rest"):
        return not (no if outcome != "rejected" else yes)
    if outcome == "rejected" or no:
        return True if yes == 0 and no else False if no or yes else None
    adopted = outcome.startswith(("adopted", "recommended"))
    return True if no == 0 or (adopted and (yes or counts["abstain"] is not None)) else None


def empty_losing_side(counts: dict[str, int | None], outcome: str) -> list[str]:
    """Empty the losing side for "einstimmig", unless a vote is printed there."""
    losing = "yes" if outcome in ("rejected", "not_recommended") else "no"
    if counts[losing]:
        return ["unanimous_contradicts_counts"]
    if outcome not in ("unknown", "no_vote", "split"):
        counts[losing] = 0
    return []


def contradictions(outcome: str, counts: dict[str, int | None], draft: Draft, seats: int | None) -> list[str]:
    """The flags of what contradicts itself: outcome and counts, counts and seats, a table that was read as text."""
    yes, no, present = counts["yes"], counts["no"], counts["present"]
    flags = []
    if yes is not None and no is not None:
        adopted = outcome in ("adopted", "adopted_amended", "recommended", "recommended_amended", "elected")
        if (adopted and yes < no) or (outcome == "rejected" and yes > no):
            flags.append("outcome_contradicts_counts")
    total = sum(count or 0 for count in (yes, no, counts["abstain"]))
    limits = [limit for limit in (present, seats) if limit]
    if limits and total > min(limits):
        flags.append("sum_exceeds_body")
    if draft.table and not draft.counted:
        flags.append("table_flattened")
    return flags

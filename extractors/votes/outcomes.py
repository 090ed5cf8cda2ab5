"""What a statement means: the outcome by its words, the side of label-less counts by the outcome, and what contradicts itself.

Nothing is repaired: a contradiction stays as printed and is flagged.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from extractors.votes.drafts import Draft
from extractors.votes.unanimity import contradictions, empty_losing_side, is_unanimous
from extractors.votes.words import VERDICT_NAMES

# The words that say most win: "Erledigt, keine Abstimmung" is settled; "genehmigt und zur Kenntnis genommen" is adopted.
PRECEDENCE = (
    "not_recommended", "elected", "rejected", "split", "withdrawn", "removed", "postponed", "referred",
    "recommended", "adopted", "settled", "forwarded", "noted", "no_vote",
)  # fmt: skip

# "Modifizierter Antrag": a motion changed before the vote is adopted as moved; a changed paper or resolution is not.
AMENDED_MOTION = re.compile(
    r"(?i:geändert|abgeändert|modifiziert|angepasst|ergänzt)e[nmrs]? (?:\w+ )?(?:\w*[Aa]nträge?n?|\w*[Aa]ntrags?)(?!\w)"
)
SO_AMENDED = re.compile(
    r"(?<!\w)(?:so|somit|damit|dergestalt|entsprechend) (?:ge|abge|ver)änderte[nmrs]?(?!\w)|nach geändertem Antrag"
    r"|[Ii]n der Fassung de[rs] [\w-]*(?:[Aa]usschusses|[Bb]eirats)"
)
MOVED = {
    "postponed": re.compile(r"(?i)vertag|zurückstell"),
    "referred": re.compile(r"(?i)verweis(?!\w* auf)|verwies|überweis"),
    "removed": re.compile(r"(?i)absetz|von der tagesordnung"),
}
REST_YES = re.compile(r"(?i)ja|zustimm|dafür")
SWISS_MOTION = re.compile(r"(?:Postulat|Motion|Interpellation|Volksmotion)[^.;]{0,120}überwiesen")
NOT_REFERRED = re.compile(r"(?<!\w)nicht (?:\w+ ){0,2}überwiesen")
# "Frau Muster 28 Ja-Stimmen": that she is elected is not said.
PERSON = re.compile(r"(?:Frau|Herrn?|Dr\.|Prof\.|\d\. Wahlgang)(?!\w)")
FOR_PERSON = re.compile(r"\s(?:für|auf|entfallen auf) (?:Frau|Herrn?|Dr\.|Prof\.) ")
NOT_RECORDED = "counts_not_recorded"
HALF_UNKNOWN = 24  # "27 Nein-Stimmen, ansonsten Ja": above it the rest need not be the larger part


@dataclass(frozen=True, slots=True)
class Result:
    """What a statement says of the question and of the votes."""

    outcome: str
    yes: int | None = None
    no: int | None = None
    abstain: int | None = None
    present: int | None = None
    recused: int | None = None
    unanimous: bool | None = None
    flags: tuple[str, ...] = ()
    rule: str = "word"

    @property
    def counted(self) -> bool:
        """Whether it gives any votes."""
        return any(count is not None for count in (self.yes, self.no, self.abstain))


def result_of(draft: Draft, text: str, *, amendment: bool, seats: int | None) -> Result:
    """Read a draft; `amendment` says whether its subject is itself an amendment, which is then no amended paper."""
    statement = text[draft.start : draft.end]
    counts = {option: draft.number(option) for option in ("yes", "no", "abstain", "present", "recused")}
    verdict = _verdict(draft, statement) or _elected(draft, counts, text)
    flags: list[str] = []
    rule = draft.counts[0].rule if draft.counts else "table_flattened" if draft.table else "word"
    if draft.number("a") is not None:
        counts["yes"], counts["no"] = _sides(draft, verdict)
        verdict = verdict or _by_numbers(counts["yes"], counts["no"])
        flags.append("counts_order_assumed")
    elif rule == "slash_triple":
        flags.append("counts_order_assumed")
    if _means_not_recorded(counts):
        counts = dict.fromkeys(counts)
        flags = [NOT_RECORDED]
    _assign_bare(draft, counts, verdict)
    outcome = verdict or _without_verdict(draft, counts, seats)
    if verdict == "adopted" or (counts["yes"] is not None and counts["no"] is not None):
        outcome = _moved(outcome, draft)
    if outcome in ("adopted", "recommended") and not amendment and _amended(draft, statement):
        outcome += "_amended"
    unanimous = is_unanimous(draft, counts, outcome)
    if draft.has("unanimous") and NOT_RECORDED not in flags:
        flags += empty_losing_side(counts, outcome)
        if "unanimous_contradicts_counts" in flags:
            unanimous = None
    flags += contradictions(outcome, counts, draft, seats)
    return Result(outcome, **counts, unanimous=unanimous, flags=tuple(flags), rule=rule)


def _verdict(draft: Draft, statement: str) -> str | None:
    """The outcome that the words say; None where they say none."""
    names = [name for name in draft.names() if name in VERDICT_NAMES]
    if not names:
        return None
    if draft.has("referred") and SWISS_MOTION.search(draft.prefix + statement):
        return "rejected" if NOT_REFERRED.search(statement) else "adopted"
    if "recommended" in names and "rejected" in names:
        return "not_recommended"
    if "noted" in names and "rejected" not in names and not _decides_too(names, statement):
        return "noted"
    if "settled" in names and "adopted" in names and not draft.counted and not draft.has("unanimous", "majority"):
        return "settled"
    outcome = next((name for name in PRECEDENCE if name in names), None)
    return "referred" if outcome == "forwarded" else outcome


def _elected(draft: Draft, counts: dict[str, int | None], text: str) -> str | None:
    """Whether one of several candidates has most of the votes: "37 Ja-Stimmen für Frau Muster, 1 Stimme für Herrn Beispiel"."""
    named = [count for count in draft.counts if count.option in ("yes", "votes") and FOR_PERSON.match(text, count.end)]
    if len(named) < 2 or counts["yes"] is None or named[0].option != "yes":
        return None
    return "elected" if 2 * counts["yes"] > sum(count.value for count in named) else None


def _decides_too(names: Collection[str], statement: str) -> bool:
    """Whether more than noting happened: "nimmt Kenntnis und beschließt"; "zustimmend zur Kenntnis" is noting."""
    if any(name in names for name in ("elected", "split", "withdrawn", "removed", "postponed", "referred", "recommended", "settled")):
        return True
    if "forwarded" in names and not re.search(r"(?i)zustimmend\w* (?:zur )?Kenntnis", statement):
        return True
    return (
        "adopted" in names
        and not re.search(r"(?i)zustimmend\w* (?:zur )?Kenntnis", statement)
        and not re.search(r"beschließ\w+, .{0,60}Kenntnis", statement)
    )


def _sides(draft: Draft, verdict: str | None) -> tuple[int | None, int | None]:
    """Which of two label-less numbers is Yes: the first, unless a rejection is printed with the majority first ("24:12 abgelehnt", Zug)."""
    first, second = draft.number("a"), draft.number("b")
    if verdict in ("rejected", "not_recommended") and first is not None and second is not None and first > second:
        return second, first
    return first, second


def _by_numbers(yes: int | None, no: int | None) -> str | None:
    if yes is None or no is None:
        return None
    return "adopted" if yes > no else "rejected"


def _means_not_recorded(counts: dict[str, int | None]) -> bool:
    """Whether nobody filled the counts in: "Ja: 0, Nein: 0, Enthaltungen: 0" beside a decision (Burgdorf)."""
    printed = [counts[option] for option in ("yes", "no", "abstain") if counts[option] is not None]
    return len(printed) >= 2 and not any(printed) and counts["yes"] == 0


def _assign_bare(draft: Draft, counts: dict[str, int | None], verdict: str | None) -> None:
    """Give bare votes a side: "mit 35 Stimmen gewählt" is Yes, "gegen 3 Stimmen angenommen" No, "gegen 3 Stimmen abgelehnt" Yes."""
    against = draft.number("against")
    rejected = verdict in ("rejected", "not_recommended") and not any(word.text.endswith("Minderheit") for word in draft.words)
    cast = [count.value for count in draft.counts if count.option == "votes"]
    if len(cast) == 1 or (cast and verdict in ("elected", "adopted")):
        side = "no" if rejected else "yes"  # of several candidates or proposals, the one that won
        if counts[side] is None:
            counts[side] = max(cast)
    if against is not None:
        side = "yes" if rejected else "no"
        if counts[side] is None:
            counts[side] = against


def _names_a_candidate(draft: Draft) -> bool:
    """Whether votes stand behind a name or a ballot; "Frau Muster wird einstimmig … bestellt" says what became of it."""
    named = PERSON.match(draft.prefix.strip())
    return named is not None and ("Wahlgang" in named[0] or not draft.has("unanimous", "majority"))


def _without_verdict(draft: Draft, counts: dict[str, int | None], seats: int | None) -> str:
    """The outcome where no word says it: by the numbers, else by what "einstimmig", "mehrheitlich", "Rest Nein" leave open."""
    yes, no = counts["yes"], counts["no"]
    if draft.has("quorum") or (draft.table and not draft.counted) or draft.roll or (no is None and _names_a_candidate(draft)):
        return "unknown"
    rest = next((word.text for word in draft.words if word.name == "rest"), None)
    if rest is not None:
        return _by_rest(rest, counts, seats)
    if yes is not None and no is not None:
        return "adopted" if yes > no else "rejected"
    if draft.has("unanimous"):
        return "rejected" if no and not yes else "adopted"
    known = draft.has("majority", "agreed") or any(counts[option] is not None for option in ("yes", "no", "abstain"))
    return "unknown" if not known else "rejected" if yes == 0 and not draft.has("majority") else "adopted"


def _by_rest(rest: str, counts: dict[str, int | None], seats: int | None) -> str:
    """The side that "ansonsten", "Rest" names wins, unless the counted side may be the larger one."""
    wins = bool(REST_YES.search(rest[8:] if rest.lower().startswith("ansonsten") else rest))
    counted = counts["no" if wins else "yes"] or 0
    limit = (seats - (counts["abstain"] or 0)) // 2 if seats else HALF_UNKNOWN
    return "unknown" if counted > limit else "adopted" if wins else "rejected"


def _moved(outcome: str, draft: Draft) -> str:
    """An adopted motion to postpone or refer postpones or refers; a rejected one rejects."""
    if outcome == "adopted":
        return next((moved for moved, form in MOVED.items() if form.search(draft.prefix)), outcome)
    return outcome


def _amended(draft: Draft, statement: str) -> bool:
    """Whether the text was changed; a motion changed before the vote is adopted as moved."""
    if SO_AMENDED.search(statement):
        return True
    if not draft.has("amended"):
        return False
    return not AMENDED_MOTION.search(statement) and not AMENDED_MOTION.search(draft.prefix + statement)

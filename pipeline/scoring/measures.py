"""What must be equal for two rows to state the same fact: the measures of the contract."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping
from decimal import Decimal, InvalidOperation

from pipeline.scoring.gold import Row

Key = tuple[object, ...]

COUNTS = ("yes", "no", "abstain")
DATED = {"due", "period", "next_report"}  # kinds of deadline that are known by their last day
POINTS, PATHS = "resolution_points", "resolution_points.path"


def _outcome(row: Row) -> Key:
    return (row.get("outcome") or "unknown",)


def _counts(row: Row) -> Key:
    return tuple(row.get(count) for count in COUNTS)


def _money(row: Row) -> Key:
    value = row.get("amount")
    try:
        value = f"{Decimal(str(value)):.2f}" if value not in (None, "") else None
    except InvalidOperation:
        value = str(value)
    return value, row.get("currency") or "EUR"


def _money_strictly(row: Row) -> Key:
    years = tuple(sorted(int(year) for year in row.get("fiscal_years") or ()))
    return (*_money(row), row.get("bound") or "exact", row.get("basis") or "total", years)


def _deadline(row: Row) -> Key:
    kind, last = row.get("kind"), row.get("date_to")
    return (
        kind,
        str(last)[:10] if last and kind in DATED else None,
        row.get("recurrence") if kind == "recurring" else None,
        row.get("duration") if kind == "relative" else None,
    )


def _follow_up(row: Row) -> Key:
    return str(row.get("point") or ""), row.get("status")


def _reference(row: Row) -> Key:
    value = re.sub(r"[\u2010-\u2015\u2212]", "-", unicodedata.normalize("NFKC", str(row.get("value") or "")))
    kind = row.get("kind")
    return kind if kind in ("statute", "meeting") else "paper", re.sub(r"\s+", "", value).lower()


def _recusal(row: Row) -> Key:
    return (int(row.get("count") or 1),)


# What must be equal for two rows to state the same fact; the table is the part before the dot.
KEYS: Mapping[str, Callable[[Row], Key]] = {
    "votes": lambda row: (*_outcome(row), *_counts(row)),
    "votes.outcome": _outcome,
    "votes.counts": _counts,
    "amounts": _money,
    "amounts.strict": _money_strictly,
    "deadlines": _deadline,
    "follow_ups": _follow_up,
    "references": _reference,
    "recusals": _recusal,
}
MEASURES = (
    "votes",
    "votes.outcome",
    "votes.counts",
    "amounts",
    "amounts.strict",
    "deadlines",
    POINTS,
    PATHS,
    "follow_ups",
    "references",
    "recusals",
)

# Rows that a measure does not look at: money and duties told in the debate, votes without any number.
IN_SCOPE: Mapping[str, Callable[[Row], bool]] = {
    "amounts": lambda row: (row.get("section") or "resolution") == "resolution",
    "amounts.strict": lambda row: (row.get("section") or "resolution") == "resolution",
    "deadlines": lambda row: (row.get("section") or "resolution") != "debate",
    "votes.counts": lambda row: any(row.get(count) is not None for count in COUNTS),
}


def overlap(one: str | None, other: str | None) -> float:
    """Token overlap of two texts as F1: 1.0 for the same words in any order.

    A word broken at a line end counts as one: "Abstim- mung".
    """
    a, b = _tokens(one or ""), _tokens(other or "")
    shared = (a & b).total()
    return 2 * shared / (a.total() + b.total()) if shared else 0.0


def _tokens(text: str) -> Counter[str]:
    text = unicodedata.normalize("NFKC", text).lower().replace("\u00ad", "")
    return Counter(re.findall(r"\w+", re.sub(r"(\w)[-\u2010]\s+(\w)", r"\1\2", text)))

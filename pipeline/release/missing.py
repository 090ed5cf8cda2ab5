"""Why a cell is empty, where an empty one would be read wrongly: stated, partly, not_stated, not_applicable, withheld."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

Row = Mapping[str, Any]
NOT_COUNTED = {"noted", "postponed", "removed", "withdrawn", "referred", "settled", "no_vote"}
"""Outcomes that are often reached without a vote: that no numbers stand there says nothing."""


def counts_status(public: Row, _: Row) -> str:
    """Whether a vote's numbers are printed ("mehrheitlich bei 3 Enthaltungen" is partly).

    >>> counts_status({"yes": 20, "no": 4, "abstain": None, "outcome": "adopted"}, {})
    'stated'
    """
    if public["yes"] is not None and public["no"] is not None:
        return "stated"
    if any(public[name] is not None for name in ("yes", "no", "abstain")):
        return "partly"
    return "not_applicable" if public["outcome"] in NOT_COUNTED else "not_stated"


def date_status(public: Row, _: Row) -> str:
    """Whether a deadline has a day: one that hangs on an event or returns has none, and needs none."""
    if public["date_to"] is not None or public["date_from"] is not None:
        return "stated"
    return "not_applicable" if public["kind"] in ("recurring", "relative", "event") else "not_stated"


def person_status(public: Row, known: Row) -> str:
    """Whether somebody is named, and whether the name is withheld here."""
    if public["person"] is not None:
        return "stated"
    return "withheld" if known["person"] is not None else "not_stated"


WHY: Mapping[str, Mapping[str, Callable[[Row, Row], str]]] = {
    "votes": {"counts_status": counts_status},
    "deadlines": {"date_status": date_status},
    "recusals": {"person_status": person_status},
}

"""What a value of a closed vocabulary means to people: beside a cell, and in a facet."""

from __future__ import annotations

from functools import cache

from pipeline.release.made import columns_of, sqlite_tables


@cache
def meaning(table: str, column: str, value: str) -> str | None:
    """What a value of a closed vocabulary means, in German.

    >>> meaning("decisions", "outcome", "noted")
    'zur Kenntnis genommen'
    """
    known = sqlite_tables().get(table)
    found = next((one for one in columns_of(known) if one.name == column), None) if known else None
    return found.terms[value][0] if found and value in found.terms else None


@cache
def is_council(table: str, column: str) -> bool:
    """Whether the values of a column are keys of councils."""
    known = sqlite_tables().get(table)
    return known is not None and any(one.name == column and one.refers == "councils" for one in known.columns)

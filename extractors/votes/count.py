"""A printed count of votes."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Count:
    """A number of votes: of an option by its label, or one of several by its place ("a", "b")."""

    option: str
    value: int
    start: int
    end: int
    rule: str

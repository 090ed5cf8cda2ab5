"""A statement of a vote, understood."""

from __future__ import annotations

from dataclasses import dataclass

from extractors.votes.outcomes import Result
from extractors.votes.statements import Statement
from extractors.votes.subjects import Subject


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

"""What a page tells, as a vendor's module gives it to the listing: a meeting with its agenda, or a paper."""

from __future__ import annotations

from dataclasses import dataclass

from pipeline.sources import Consultation, DocumentLink, Meeting, Organization, Paper
from pipeline.statuses import Issue


@dataclass(frozen=True, slots=True, kw_only=True)
class AgendaTold:
    """What the page of a meeting tells."""

    meeting: Meeting
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PaperTold:
    """What the page of a paper tells."""

    paper: Paper
    organizations: tuple[Organization, ...] = ()
    consultations: tuple[Consultation, ...] = ()
    documents: tuple[DocumentLink, ...] = ()
    issues: tuple[Issue, ...] = ()

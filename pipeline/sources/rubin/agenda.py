"""What a meeting's page tells, in whatever form."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from pipeline.pages.premises import PageType, Premise
from pipeline.sources import AgendaItem, Consultation, DocumentLink, Meeting, Organization, Paper
from pipeline.statuses import Issue

AGENDA = PageType("agenda of a meeting", (Premise("the part of the app, or the table of agenda items", "div[component], table"),))


@dataclass(slots=True)
class Agenda:
    """What an agenda page holds."""

    meeting: Meeting
    state: str
    organizations: tuple[Organization, ...] = ()
    items: list[AgendaItem] = field(default_factory=list)
    papers: dict[str, Paper] = field(default_factory=dict)
    documents: list[DocumentLink] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)

    @property
    def noun(self) -> Meeting:
        """The meeting with its items."""
        return replace(self.meeting, agenda_items=tuple(self.items), organizations=tuple(body.key for body in self.organizations))

    def consultations(self) -> Iterator[Consultation]:
        """The papers' ways through this meeting."""
        bodies = tuple(body.key for body in self.organizations)
        for item in self.items:
            if item.paper:
                key = f"{item.paper}@{self.meeting.key}"
                yield Consultation(key=key, paper=item.paper, meeting=self.meeting.key, agenda_item=item.key, organizations=bodies)

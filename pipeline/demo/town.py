"""An invented town as plain nouns, read from its `city.yaml`: what any council system of the demo and the tests serves in its own form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from pipeline.councils import fields_in
from pipeline.demo.typesetting import SET, pdf_of, source_of

Thing = TypeVar("Thing")


@dataclass(frozen=True, slots=True)
class TownFile:
    """A file: its name without ending, its title, its bytes."""

    name: str
    title: str
    pdf: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class TownItem:
    """An item of an agenda with what was decided."""

    number: str
    name: str
    public: bool = True
    result: str | None = None
    """The Beschlussart."""
    resolution: tuple[str, ...] = ()
    """The paragraphs of the resolution as the minutes print them."""
    votes: str | None = None
    """The line of counts as the minutes print it."""
    paper: str | None = None
    extract: TownFile | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class TownMeeting:
    """A meeting with its agenda."""

    name: str
    title: str
    organization: str
    start: datetime
    end: datetime
    items: tuple[TownItem, ...]
    invitation: TownFile
    minutes: TownFile


@dataclass(frozen=True, slots=True, kw_only=True)
class TownPaper:
    """A paper with its files and its way through the meetings."""

    name: str
    reference: str
    title: str
    paper_type: str
    day: date
    main: TownFile
    auxiliary: tuple[TownFile, ...] = ()
    originator: str | None = None
    consulted: tuple[tuple[str, str | None], ...] = ()
    """Meeting and number of the agenda item, in the order of time."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Town:
    """A town: its committees by name, its meetings, its papers."""

    name: str
    short_name: str
    organizations: Mapping[str, Mapping[str, Any]]
    meetings: tuple[TownMeeting, ...]
    papers: tuple[TownPaper, ...]

    def items(self) -> tuple[tuple[TownMeeting, TownItem], ...]:
        """The items of all meetings, each with its meeting."""
        return tuple((meeting, item) for meeting in self.meetings for item in meeting.items)

    def files(self) -> tuple[TownFile, ...]:
        """The files of all meetings and papers."""
        of_meetings = (file for meeting in self.meetings for file in (meeting.invitation, meeting.minutes))
        return (*of_meetings, *(file for paper in self.papers for file in (paper.main, *paper.auxiliary)))

    def organization(self, name: str) -> str:
        """The full name of a committee, faction or office."""
        return str(self.organizations[name]["name"])

    def paper(self, name: str) -> TownPaper:
        """A paper by its name."""
        return next(paper for paper in self.papers if paper.name == name)

    def meeting(self, name: str) -> TownMeeting:
        """A meeting by its name."""
        return next(meeting for meeting in self.meetings if meeting.name == name)


def numbered(things: Sequence[Thing], number: str) -> Thing | None:
    """The thing that a site knows by a number, None where there is none."""
    return things[int(number)] if number.isdecimal() and int(number) < len(things) else None


def town_of(folder: Path) -> Town:
    """Read a town's folder: `city.yaml` and the source texts of its files."""
    told = fields_in(folder / "city.yaml")
    texts = {path.name.removesuffix(SET): path.read_text(encoding="utf-8") for path in sorted((folder / "files").glob(f"*{SET}"))}
    files = {name: TownFile(name, source_of(text)[0]["title"], pdf_of(text)) for name, text in texts.items()}
    meetings = tuple(_meeting(name, said, files) for name, said in told["meetings"].items())
    return Town(
        name=told["name"],
        short_name=told["short_name"],
        organizations=told["organizations"],
        meetings=meetings,
        papers=tuple(_paper(name, said, files, meetings) for name, said in told["papers"].items()),
    )


def _meeting(name: str, said: dict[str, Any], files: Mapping[str, TownFile]) -> TownMeeting:
    return TownMeeting(
        name=name,
        title=said["name"],
        organization=said["organization"],
        start=datetime.fromisoformat(said["start"]),
        end=datetime.fromisoformat(said["end"]),
        items=tuple(_item(item, files) for item in said["items"]),
        invitation=files[f"einladung-{name}"],
        minutes=files[f"niederschrift-{name}"],
    )


def _item(said: dict[str, Any], files: Mapping[str, TownFile]) -> TownItem:
    return TownItem(
        number=said["number"],
        name=said["name"],
        public=said.get("public", True),
        result=said.get("result"),
        resolution=tuple(said.get("resolution", ())),
        votes=said.get("votes"),
        paper=said.get("paper"),
        extract=files[said["extract"]] if "extract" in said else None,
    )


def _paper(name: str, said: dict[str, Any], files: Mapping[str, TownFile], meetings: tuple[TownMeeting, ...]) -> TownPaper:
    by_item = [(meeting.name, item.number) for meeting in meetings for item in meeting.items if item.paper == name]
    named = [(meeting, None) for meeting in said.get("consulted", []) if meeting not in dict(by_item)]
    return TownPaper(
        name=name,
        reference=said["reference"],
        title=said["name"],
        paper_type=said["type"],
        day=said["date"],
        main=files[said["main"]],
        auxiliary=tuple(files[file] for file in said.get("auxiliary", [])),
        originator=said.get("originator"),
        consulted=tuple(sorted([*by_item, *named], key=lambda way: way[0].rsplit("-", 3)[1:])),
    )

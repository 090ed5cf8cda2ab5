"""OParl objects as labelled German text: what a source states as data becomes rows by the same rules as what it prints.

    {"type": ".../AgendaItem", "number": "7", "name": "Radweg", "result": "einstimmig beschlossen"}
        →  "TOP 7: Radweg" / "Beschlussart: einstimmig beschlossen", marked as agenda item 7

The labels are ours, the values are verbatim the source's. Objects are met as servers send them: lists and single objects,
"N/A" for nothing, raw control characters inside strings (CC e-gov).
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from extractors.text.minutes import DocumentKind, DocumentText, ItemMark
from pipeline.encoding import decoded
from pipeline.readers import Reading, Terms, UnreadableError

NOTHING = {"", "n/a", "null", "none"}
KINDS: dict[str, DocumentKind] = {"Meeting": "minutes", "AgendaItem": "extract", "Paper": "paper"}


def read(data: bytes, name: str, terms: Terms) -> Reading:
    """Read an OParl object, a list of them, or one page of an OParl list.

    Raises UnreadableError where the file is not JSON or holds no OParl object.
    """
    try:
        content = json.loads(decoded(data, terms.charset), strict=False)
    except json.JSONDecodeError as error:
        raise UnreadableError("corrupt", f"{name} is not valid JSON (line {error.lineno}).") from error
    except RecursionError as error:
        raise UnreadableError("corrupt", f"{name} nests its objects too deep.") from error
    objects = list(objects_of(content))
    if not objects:
        raise UnreadableError("wrong_type", f"{name} is JSON, but holds no OParl object.")
    page = _Page()
    for thing in objects:
        page.add(thing)
    first = objects[0]
    alone = len(objects) == 1
    source = DocumentText(
        page.text,
        marks=tuple(page.marks),
        title=value(first, "name") if alone else None,
        kind=KINDS.get(type_of(first)) if alone else None,
        meeting_date=day_of(value(first, "start")) if alone and type_of(first) == "Meeting" else None,
    )
    return Reading(source, "application/json")


def objects_of(content: Any) -> Iterator[dict[str, Any]]:
    """The OParl objects in some JSON: the object itself, the items of a list, or a list page's `data`."""
    if isinstance(content, list):
        yield from (thing for thing in content if isinstance(thing, dict))
    elif isinstance(content, dict) and isinstance(content.get("data"), list):
        yield from (thing for thing in content["data"] if isinstance(thing, dict))
    elif isinstance(content, dict) and ("id" in content or "type" in content):
        yield content


def type_of(thing: dict[str, Any]) -> str:
    """The name of an object's type ("Meeting"), guessed from its properties where a server leaves it out."""
    said = str(thing.get("type") or "").rstrip("/").rsplit("/", 1)[-1]
    if said:
        return said
    if "agendaItem" in thing or "start" in thing:
        return "Meeting"
    return "AgendaItem" if "result" in thing or "order" in thing else "Paper" if "reference" in thing or "paperType" in thing else ""


def value(thing: Any, key: str) -> str | None:
    """A property as text; None where it is missing, blank or says that it is nothing, or where there is no object."""
    said = thing.get(key) if isinstance(thing, dict) else None
    if isinstance(said, bool) or not isinstance(said, str | int | float):
        return None
    text = re.sub(r"[\x00-\x08\x0b\x0c\x0e-\x1f]", " ", str(said)).strip()
    return None if text.lower() in NOTHING else text


def day_of(moment: str | None) -> date | None:
    """The day of an OParl date or date-time ("2021-07-20T15:30:00+02:00")."""
    try:
        return date.fromisoformat((moment or "")[:10])
    except ValueError:
        return None


@dataclass(slots=True)
class _Page:
    """The text under construction, with the agenda items that start in it."""

    text: str = ""
    marks: list[ItemMark] = field(default_factory=list)

    def add(self, thing: dict[str, Any]) -> None:
        match type_of(thing):
            case "Meeting":
                self._meeting(thing)
            case "AgendaItem":
                self._item(thing)
            case "Paper":
                self._paper(thing)
            case "File":
                self._lines([("Datei", value(thing, "name"))])
                self._block(None, value(thing, "text"))
            case _:
                self._lines([("Name", value(thing, "name"))])
        self.text += "\n"

    def _meeting(self, meeting: dict[str, Any]) -> None:
        day = day_of(value(meeting, "start"))
        self._lines(
            [("Sitzung", value(meeting, "name")), ("Datum", f"{day:%d.%m.%Y}" if day else None), ("Stand", value(meeting, "meetingState"))]
        )
        items = meeting.get("agendaItem") or []
        for item in [items] if isinstance(items, dict) else items:
            if isinstance(item, dict):
                self.text += "\n"
                self._item(item)

    def _item(self, item: dict[str, Any]) -> None:
        number, title, result = value(item, "number"), value(item, "name"), value(item, "result")
        public = item.get("public") if isinstance(item.get("public"), bool) else None
        self.marks.append(ItemMark(len(self.text), number, title, public, result))
        self.text += f"TOP {number}: {title or ''}".rstrip() + "\n" if number else f"{title or ''}\n"
        self._lines([("Beschlussart", result)])
        self._block("Beschluss", value(item, "resolutionText"))

    def _paper(self, paper: dict[str, Any]) -> None:
        day = day_of(value(paper, "date"))
        self._lines(
            [
                (value(paper, "paperType") or "Vorlage", value(paper, "reference")),
                ("Betreff", value(paper, "name")),
                ("Datum", f"{day:%d.%m.%Y}" if day else None),
            ]
        )

    def _lines(self, pairs: Iterable[tuple[str, str | None]]) -> None:
        self.text += "".join(f"{label}: {said}\n" for label, said in pairs if said)

    def _block(self, label: str | None, said: str | None) -> None:
        if said:
            self.text += "\n" + (f"{label}:\n" if label else "") + said + "\n"

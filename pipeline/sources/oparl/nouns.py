"""OParl objects as our nouns. Names: a property in snake_case is OParl's own."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterator
from datetime import date, datetime
from typing import Any

from extractors.text.minutes import DocumentKind
from pipeline.sources import AgendaItem, Body, Consultation, DocumentLink, Meeting, Organization, Paper
from pipeline.sources.oparl.pages import as_list, key_of, text_of, texts_of, truth_of
from pipeline.statuses import Issue, Status

MEETING_FILES = ("invitation", "resultsProtocol", "verbatimProtocol", "auxiliaryFile")
AGENDA_FILES = ("resolutionFile", "auxiliaryFile")
PAPER_FILES = ("mainFile", "auxiliaryFile")
ROLES = {
    "invitation": "invitation",
    "resultsProtocol": "results_protocol",
    "verbatimProtocol": "verbatim_protocol",
    "resolutionFile": "resolution_file",
    "mainFile": "main_file",
    "auxiliaryFile": "auxiliary_file",
}
KINDS: dict[str, DocumentKind] = {
    "invitation": "agenda",
    "resultsProtocol": "minutes",
    "verbatimProtocol": "minutes",
    "resolutionFile": "extract",
}
"""What a role says of a file's kind; a main file may be a motion, a report on earlier resolutions, slides: its text must tell."""
STAMPS = {"created", "modified"}
"""more! rubin stamps every object with today: these say nothing of what an object holds."""


def body_of(thing: dict[str, Any], issues: list[Issue]) -> Body:
    """A body, its AGS mended where a server took it for a number (Sternberg)."""
    return Body(
        key=key_of(thing),
        name=text_of(thing, "name"),
        short_name=text_of(thing, "shortName"),
        ags=_digits(thing, "ags", 8, issues),
        ars=_digits(thing, "rgs", 12, issues),
        website=text_of(thing, "website"),
        license=text_of(thing, "license"),
    )


def _digits(thing: dict[str, Any], name: str, length: int, issues: list[Issue]) -> str | None:
    said = re.sub(r"\s", "", text_of(thing, name) or "")
    if not said:
        return None
    if re.fullmatch(rf"\d{{{length - 1}}}", said):
        mended = "0" + said
        issues.append(Issue(Status.REPAIRED, key_of(thing), f"{name} {said} lost its leading zero at the source; read as {mended}."))
        return mended
    if not re.fullmatch(rf"\d{{{length}}}", said):
        issues.append(Issue(Status.LAYOUT_UNKNOWN, key_of(thing), f"{name} {said[:40]!r} has not {length} digits; left out."))
        return None
    return said


def organization_of(thing: dict[str, Any], body: str, issues: list[Issue]) -> Organization:
    """A committee, faction or office."""
    return Organization(
        key=key_of(thing),
        body=text_of(thing, "body") or body,
        name=text_of(thing, "name"),
        short_name=text_of(thing, "shortName"),
        organization_type=text_of(thing, "organizationType"),
        classification=text_of(thing, "classification"),
        start_date=_day(thing, "startDate", issues),
        end_date=_day(thing, "endDate", issues),
        web=text_of(thing, "web"),
    )


def meeting_of(thing: dict[str, Any], items: list[dict[str, Any]], body: str, issues: list[Issue]) -> Meeting:
    """A meeting with its agenda."""
    return Meeting(
        key=key_of(thing),
        body=text_of(thing, "body") or body,
        name=text_of(thing, "name"),
        meeting_state=text_of(thing, "meetingState"),
        cancelled=truth_of(thing, "cancelled"),
        start=_moment(thing, "start", issues),
        end=_moment(thing, "end", issues),
        organizations=texts_of(thing, "organization"),
        web=text_of(thing, "web"),
        agenda_items=tuple(map(_agenda_item, items)),
    )


def _agenda_item(thing: dict[str, Any]) -> AgendaItem:
    return AgendaItem(
        key=key_of(thing),
        number=text_of(thing, "number"),
        title=text_of(thing, "name"),
        public=truth_of(thing, "public"),
        result=text_of(thing, "result"),
        resolution_text=text_of(thing, "resolutionText"),
    )


def paper_of(thing: dict[str, Any], body: str, issues: list[Issue]) -> Paper:
    """A paper."""
    return Paper(
        key=key_of(thing),
        body=text_of(thing, "body") or body,
        name=text_of(thing, "name"),
        reference=text_of(thing, "reference"),
        date=_day(thing, "date", issues),
        paper_type=text_of(thing, "paperType"),
        originators=texts_of(thing, "originatorOrganization"),
        under_direction_of=texts_of(thing, "underDirectionOf"),
        web=text_of(thing, "web"),
    )


def consultation_of(thing: dict[str, Any], paper: str, number: int) -> Consultation:
    """A paper's consultation; one without an id is known by its paper and place."""
    return Consultation(
        key=key_of(thing) or f"{paper}#consultation-{number}",
        paper=paper,
        meeting=text_of(thing, "meeting"),
        agenda_item=text_of(thing, "agendaItem"),
        organizations=texts_of(thing, "organization"),
        role=text_of(thing, "role"),
        authoritative=truth_of(thing, "authoritative"),
    )


def file_links(thing: dict[str, Any], name: str, owner: str, meeting: str | None, within: dict[str, Any]) -> Iterator[DocumentLink]:
    """The files under a property of an object; `within` is the object whose `modified` speaks for files that have none."""
    for file in as_list(thing.get(name)):
        url = text_of(file, "downloadUrl") or text_of(file, "accessUrl")
        if not url or file.get("deleted"):
            continue
        stamp = text_of(file, "modified") or text_of(within, "modified")
        state = (stamp, text_of(file, "date"), text_of(file, "size"))
        yield DocumentLink(
            url=url,
            owner=owner,
            role=ROLES[name],
            name=text_of(file, "name"),
            file_name=text_of(file, "fileName"),
            media_type=text_of(file, "mimeType"),
            version="/".join(said or "" for said in state) if stamp else None,
            meeting=meeting,
            kind=KINDS.get(name),
            public=truth_of(thing, "public"),  # of an agenda item; other objects do not say
        )


def object_link(thing: dict[str, Any], role: str, meeting: str | None) -> DocumentLink:
    """An object as a document of its own, so that what it states is archived, read and quoted like any other text."""
    content = json.dumps(thing, ensure_ascii=False, sort_keys=True, indent=1).encode("utf-8", "backslashreplace")
    state = json.dumps(_without_stamps(thing), sort_keys=True).encode()
    return DocumentLink(
        url=key_of(thing),
        owner=key_of(thing),
        role=role,
        name=text_of(thing, "name"),
        file_name=f"{role}.json",
        media_type="application/json",
        version=hashlib.sha256(state).hexdigest()[:16],
        meeting=meeting,
        content=content,
    )


def _without_stamps(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _without_stamps(said) for key, said in value.items() if key not in STAMPS}
    return [_without_stamps(said) for said in value] if isinstance(value, list) else value


def _day(thing: dict[str, Any], name: str, issues: list[Issue]) -> date | None:
    said = text_of(thing, name)
    try:
        return date.fromisoformat(said[:10]) if said else None
    except ValueError:
        issues.append(Issue(Status.LAYOUT_UNKNOWN, key_of(thing), f"{name} {said!r} is no date; left out."))
        return None


def _moment(thing: dict[str, Any], name: str, issues: list[Issue]) -> datetime | None:
    said = text_of(thing, name)
    try:
        return datetime.fromisoformat(said) if said else None
    except ValueError:
        issues.append(Issue(Status.LAYOUT_UNKNOWN, key_of(thing), f"{name} {said!r} is no moment in time; left out."))
        return None

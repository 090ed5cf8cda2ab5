"""Any system with an OParl API, 1.0 or 1.1: system → bodies → lists of organizations, meetings, papers.

Servers deviate; each deviation that is met here was seen by others (meine-stadt-transparent, oparl-cli, Dresden's log):
an empty window answered by 404 with code 802 or 400 (Sternberg), `[]` or a single object instead of a list page (Sternberg),
a Body where a list of bodies belongs (Sternberg), control characters in JSON, "N/A" and blanks as values, an object where a
list belongs, `limit` twice in a next link (CC e-gov), paging without end (OWL-IT), deleted objects without a type.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime
from typing import Any

from pipeline.councils import Council
from pipeline.sources import Body, DocumentLink, Found, Get, Noun, Recognised, Seen
from pipeline.sources.oparl.nouns import (
    AGENDA_FILES,
    MEETING_FILES,
    PAPER_FILES,
    body_of,
    consultation_of,
    file_links,
    meeting_of,
    object_link,
    organization_of,
    paper_of,
)
from pipeline.sources.oparl.pages import as_list, key_of, next_page, objects_on, parsed, says_empty, text_of, with_parameter
from pipeline.statuses import Failure, Issue, Status

ANSWERS = "json"
"""What an answer must look like; a web page in its place is a maintenance page, whatever its status says."""
MOST_PAGES = 20_000  # no list of a real council is longer; a server that pages on is stopped here at the latest


def find(council: Council, get: Get, since: datetime | None) -> Found:
    """List what an OParl server offers, everything or what was modified since a moment.

    Raises Failure where the system object cannot be had.
    """
    crawl = _Crawl(council, get, since)
    crawl.system(council.url or "")
    return crawl.found()


@dataclass(slots=True)
class _Crawl:
    """One listing under way."""

    council: Council
    get: Get
    since: datetime | None
    nouns: dict[str, Noun] = field(default_factory=dict)
    documents: dict[tuple[str, str], DocumentLink] = field(default_factory=dict)
    owners: set[str] = field(default_factory=set)
    deleted: set[str] = field(default_factory=set)
    issues: list[Issue] = field(default_factory=list)
    complete: bool = True

    def found(self) -> Found:
        return Found(
            nouns=tuple(self.nouns.values()),
            documents=tuple(self.documents.values()),
            owners=frozenset(self.owners),
            deleted=frozenset(self.deleted),
            issues=tuple(self.issues),
            complete=self.complete,
        )

    def system(self, url: str) -> None:
        """From the entry to the bodies; the entry may also be a body, or a list of bodies."""
        answer = parsed(self.get(url), url)
        system = answer if isinstance(answer, dict) else {}
        bodies = [answer] if "meeting" in system or isinstance(answer, list) or "data" in system else as_list(system.get("body"))
        if not bodies:
            raise Failure(Status.LAYOUT_UNKNOWN, f"{url} is no OParl system: it names no bodies.")
        for body in bodies:
            for thing in self.listed(body, "Body") if isinstance(body, str) else objects_on(body):
                self.body(thing)

    def body(self, thing: dict[str, Any]) -> None:
        body = body_of(thing, self.issues)
        self.nouns[body.key] = body
        handlers: dict[str, Callable[[dict[str, Any], Body], None]] = {
            "organization": self.organization,
            "meeting": self.meeting,
            "paper": self.paper,
        }
        for kind, handle in handlers.items():
            for url in as_list(thing.get(kind)):
                if isinstance(url, dict):
                    handle(url, body)
                    continue
                for found in self.listed(self.window(url), kind.capitalize()):
                    if found.get("deleted"):
                        self.deleted.add(key_of(found))
                    else:
                        handle(found, body)

    def window(self, url: str) -> str:
        """The list's address, limited to what changed; a `Z` instead of an offset needs no percent sign (Somacos refuses those)."""
        if self.since is None:
            return url
        return with_parameter(url, "modified_since", self.since.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ"))

    def listed(self, url: str, kind: str) -> Iterator[dict[str, Any]]:
        """The objects of a list, page by page, each once; what a list cannot give is an issue, not an end."""
        asked: set[str] = set()
        seen: set[str] = set()
        page: str | None = url
        while page and len(asked) < MOST_PAGES:
            asked.add(page)
            try:
                answer = parsed(self.get(page), page)
            except Failure as failure:
                if not says_empty(failure):
                    self.give_up(failure.status, page, f"The list {page} could not be read: {failure.sentence}")
                return
            fresh = [thing for thing in objects_on(answer) if key_of(thing) and key_of(thing) not in seen]
            seen.update(key_of(thing) for thing in fresh)
            for thing in fresh:
                thing.setdefault("type", f"https://schema.oparl.org/1.1/{kind}")
                yield thing
            following = next_page(answer, page)
            if following and (following in asked or not fresh):
                if objects_on(answer):  # an empty last page that still names a next one is no loss
                    self.issues.append(Issue(Status.LAYOUT_UNKNOWN, page, f"The list {url} pages without end; it was left at {page}."))
                return
            page = following

    def give_up(self, status: Status, subject: str, sentence: str) -> None:
        self.complete = False
        self.issues.append(Issue(status, subject, sentence))

    def organization(self, thing: dict[str, Any], body: Body) -> None:
        self.nouns[key_of(thing)] = organization_of(thing, body.key, self.issues)

    def meeting(self, thing: dict[str, Any], body: Body) -> None:
        key = key_of(thing)
        whole = self.embedded(thing, "agendaItem")
        items = [item for item in as_list(thing.get("agendaItem")) if isinstance(item, dict) and not item.get("deleted")]
        thing["agendaItem"] = items
        self.nouns[key] = meeting_of(thing, items, body.key, self.issues)
        whole = self.files(thing, MEETING_FILES, key, key) and whole
        for item in items:
            whole = self.files(item, AGENDA_FILES, key, key, thing) and whole
        self.add(object_link(thing, "meeting", key))
        if whole:
            self.owners.add(key)

    def paper(self, thing: dict[str, Any], body: Body) -> None:
        key = key_of(thing)
        whole = self.embedded(thing, "consultation")
        consultations = [c for c in as_list(thing.get("consultation")) if isinstance(c, dict) and not c.get("deleted")]
        self.nouns[key] = paper_of(thing, body.key, self.issues)
        for number, consultation in enumerate(consultations, 1):
            noun = consultation_of(consultation, key, number)
            self.nouns[noun.key] = noun
        meetings = {meeting for c in consultations if (meeting := text_of(c, "meeting"))}
        only = meetings.pop() if len(meetings) == 1 else None
        whole = self.files(thing, PAPER_FILES, key, only) and whole
        self.add(object_link(thing, "paper", only))
        if whole:
            self.owners.add(key)

    def embedded(self, thing: dict[str, Any], name: str) -> bool:
        """Replace addresses by the objects behind them, where a server links what it should embed; False where one was not had."""
        if name not in thing:
            return True
        values = as_list(thing[name])
        thing[name] = [value for value in map(self.resolved, values) if value]
        return len(thing[name]) == len(values)

    def resolved(self, value: Any) -> dict[str, Any] | None:
        if isinstance(value, dict):
            return value
        try:
            return next(iter(objects_on(parsed(self.get(str(value)), str(value)))), None)
        except Failure as failure:
            self.give_up(failure.status, str(value), failure.sentence)
            return None

    def files(
        self, thing: dict[str, Any], names: tuple[str, ...], owner: str, meeting: str | None, within: dict[str, Any] | None = None
    ) -> bool:
        """Note the files under some properties of an object; False where one could not be had."""
        whole = True
        for name in names:
            whole = self.embedded(thing, name) and whole
            for link in file_links(thing, name, owner, meeting, within or thing):
                self.add(link)
        return whole

    def add(self, link: DocumentLink) -> None:
        self.documents.setdefault((link.owner, link.url), link)


def recognise(seen: Seen) -> Recognised | None:
    """Whether an address answers with an OParl object; the version is the one that its schema names."""
    head = seen.body[:4000].decode("utf-8", "replace")
    match = re.search(r"schema\.oparl\.org/(1\.\d)", head)
    if not match or not head.lstrip().startswith(("{", "[")):
        return None
    said = re.search(r'"oparlVersion"\s*:\s*"[^"]*?(1\.\d)', head)
    is_system = '"oparlVersion"' in head or re.search(r'/(?:1\.\d)/System"', head)
    sure = 1.0 if is_system else 0.8
    return Recognised("oparl", sure, "an OParl object", (said or match)[1], seen.url)

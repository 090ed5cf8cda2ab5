"""The agenda of a meeting (meeting.php): an object in a script (Eibenstock, 2026-09), or a table on the older pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import Any
from urllib.parse import urljoin

from pipeline.pages.page import Page
from pipeline.pages.results import told_apart
from pipeline.sources import AgendaItem, DocumentLink, Organization, Paper
from pipeline.sources.rubin.agenda import Agenda
from pipeline.sources.rubin.calendar import Listed, start_of
from pipeline.sources.rubin.data import Data, components, held, list_in, state_of, text_of
from pipeline.sources.rubin.files import file_at
from pipeline.sources.rubin.table import of_table
from pipeline.statuses import Failure, Issue, Status

MEETING_KEYS = ("nummer", "datum", "titel", "committees", "agenda_items")
ITEM_KEYS = ("topnummer", "title", "abstimmungstext", "documents", "status")
FILE_KEYS = ("documentUrl", "documentName", "documentPublicStatusId")
PUBLIC = {"1": True, "0": False, "2": False}
KIND = re.compile(r"[A-ZÄÖÜ][a-zäöüß]*(?:vorlage|antrag|anfrage|mitteilung)|Antrag|Anfrage|Mitteilung|Vorlage")


def agenda_of(page: Page, listed: Listed, zone: str) -> Agenda:
    """Read a meeting's page.

    Raises Failure where its data lack what must be there.
    """
    found = list(components(page))
    meetings = [said for _, props in found for name, said in props.items() if name.endswith("meeting")]
    if found and not meetings:
        raise Failure(Status.LAYOUT_UNKNOWN, f"{page.url} has no meeting among its data: {', '.join(name for name, _ in found)[:120]}.")
    return _of_data(page, meetings[0], listed, zone) if meetings else of_table(page, listed)


def _of_data(page: Page, said: Any, listed: Listed, zone: str) -> Agenda:
    meeting = held(said, MEETING_KEYS, "meeting", page.url)
    bodies = [name for body in list_in(meeting, "committees", "meeting", page.url) if (name := text_of(body, "name"))]
    start = start_of(meeting, zone)
    if start is None or (listed.start and listed.start.date() != start.date()):
        raise Failure(
            Status.LAYOUT_UNKNOWN, f"{page.url} is of {text_of(meeting, 'datum')}, and the calendar says {listed.start:%Y-%m-%d}."
        )
    start = start if start.hour or start.minute else listed.start or start  # the calendar may tell the time of day
    noun = replace(listed.noun(), name=text_of(meeting, "titel") or listed.name, start=start)
    agenda = Agenda(noun, state_of(page), tuple(Organization(key=f"organization:{name}", name=name) for name in bodies))
    agenda.documents += _files(page, meeting, agenda, None)
    for item in list_in(meeting, "agenda_items", "meeting", page.url):
        _add_item(page, held(item, ITEM_KEYS, "agenda item", page.url), agenda)
    return agenda


def _add_item(page: Page, said: Data, agenda: Agenda) -> None:
    number, title = text_of(said, "topnummer"), text_of(said, "title")
    if number is None or title is None:
        sentence = f"{page.url} has an agenda item without number or title: {text_of(said, 'id')!r}."
        agenda.issues.append(Issue(Status.LAYOUT_UNKNOWN, page.url, sentence))
        return
    paper = _paper(page, said, title)
    if paper:
        agenda.papers[paper.key] = paper
    result, votes = told_apart(text_of(said, "abstimmungstext"))
    public = PUBLIC.get(text_of(said, "status") or "")
    key = f"{agenda.meeting.key}#{'N ' if public is False else ''}{number}"
    item = AgendaItem(key=key, number=number, title=title, public=public, result=result, votes=votes, paper=paper.key if paper else None)
    agenda.items.append(item)
    agenda.documents += _files(page, said, agenda, item)


def _paper(page: Page, said: Data, title: str) -> Paper | None:
    """The paper of an item; it has no page of its own, and is known by its internal number."""
    submission, number = said.get("submission"), text_of(said, "vorlagennummer")
    if submission is None or number is None:
        return None
    reference = text_of(held(submission, ("alias",), "submission", page.url), "alias")
    names = (text_of(file, "documentName") or "" for file in list_in(said, "documents", "agenda item", page.url))
    kind = next((match[0] for name in names if reference and reference in name and (match := KIND.match(name))), None)
    return Paper(key=urljoin(page.url, "submission") + f"#{number}", name=title, reference=reference, paper_type=kind, web=page.url)


def _files(page: Page, said: Data, agenda: Agenda, item: AgendaItem | None) -> Iterator[DocumentLink]:
    """The files of a meeting or an item; a file may be closed though its item is not."""
    for thing in list_in(said, "documents", "agenda item", page.url):
        file = held(thing, FILE_KEYS, "document", page.url)
        url = page.absolute(text_of(file, "documentUrl") or "")
        link = file_at(url or "", text_of(file, "documentName"), item, meeting=agenda.meeting.key, version=agenda.state)
        yield replace(link, public=False) if text_of(file, "documentPublicStatusId") != "1" else link

"""The sessions of a run: one for each council, within its boundary, with what it saw on the way."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import urlsplit

from pipeline.answers import Expected
from pipeline.councils import Council
from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_of
from pipeline.fetch_manners import Manners
from pipeline.sources import source_of
from pipeline.statuses import Issue, Status

OFFICE = ("application/vnd.", "application/msword", "application/rtf")
OFFICE_NAMES = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods")
RESERVED = "{} states: {}. Whether that binds you depends on the use you make of its documents (§§ 44b and 60d UrhG)."

_sessions: dict[str, Session] = {}
"""One session per council and run: it remembers pauses and robots.txt from batch to batch."""


def session_of(council: Council) -> Session:
    """The council's session of this run."""
    if council.id not in _sessions:
        manners = Manners(pause=council.pause, robots_override=council.robots_override)
        headers_of = getattr(source_of(council), "headers_of", manners.headers_of)
        boundary = boundary_of(council.url or "", council.hosts, local=council.local)
        _sessions[council.id] = Session(replace(manners, headers_of=headers_of), boundary)
    return _sessions[council.id]


def leave(council: Council) -> list[Issue]:
    """Close the council's session; which of its hosts reserve text and data mining, or will not feed models, in their own words."""
    if council.id not in _sessions:
        return []
    with _sessions.pop(council.id) as session:
        hosts = sorted(session.reservations.items())
    return [Issue(Status.TDM_RESERVED, host, RESERVED.format(host, "; ".join(words))) for host, words in hosts if words]


def expected(declared: str | None, url: str) -> Expected:
    """What a document's bytes must look like: what is called a file may be no page, what is called nothing no login."""
    path, declared = urlsplit(url).path.lower(), declared or ""
    if declared == "application/pdf" or path.endswith(".pdf"):
        return "pdf"
    if declared.startswith(OFFICE) or path.endswith(OFFICE_NAMES):
        return "file"
    return "any" if "html" in declared else "document"

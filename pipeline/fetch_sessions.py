"""The sessions of a run: one for each council and host, within the council's boundary, all sharing what is known of hosts."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from urllib.parse import urlsplit

from pipeline.answers import Expected
from pipeline.councils import Council
from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_of
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_pace import host_of
from pipeline.sources import source_of
from pipeline.statuses import Issue, Status

OFFICE = ("application/vnd.", "application/msword", "application/rtf")
OFFICE_NAMES = (".doc", ".docx", ".odt", ".rtf", ".xls", ".xlsx", ".ods")
RESERVED = "{} reserves text and data mining ({}). "
OBEYED = "Nothing that it reserves was taken; a reservation_override in the council's file, with its reason, would take it."
SET_ASIDE = "That was set aside: {}"

_sessions: dict[tuple[str, str], Session] = {}
"""One session per council and host: it remembers cookies from batch to batch, and is used by one thread at a time."""
_lock = threading.RLock()


@dataclass(slots=True)
class _Run:
    """What the councils under way share."""

    hosts: Hosts = field(default_factory=Hosts)
    lasts: int = 0
    """How many hold it open, beside the sessions."""


_run = _Run()


@contextmanager
def one_run() -> Iterator[None]:
    """Councils that are read inside, one after the other or at once, share what is known of hosts."""
    with _lock:
        _run.lasts += 1
    try:
        yield
    finally:
        with _lock:
            _run.lasts -= 1
            _forget()


def session_of(council: Council, url: str) -> Session:
    """The council's session of this run with the host of an address."""
    with _lock:
        key = council.id, host_in(url)
        if key not in _sessions:
            manners = Manners(
                pause=council.pause, robots_override=council.robots_override, reservation_override=council.reservation_override
            )
            headers_of = getattr(source_of(council), "headers_of", manners.headers_of)
            boundary = boundary_of(council.url or "", council.hosts, local=council.local)
            _sessions[key] = Session(replace(manners, headers_of=headers_of), boundary, hosts=_run.hosts)
        return _sessions[key]


def host_in(url: str) -> str:
    """The host of an address, none for what is no address; nothing that a server may have written in a list breaks it."""
    try:
        return host_of(url)
    except ValueError:
        return ""


def leave(council: Council) -> list[Issue]:
    """Close the council's sessions; which of the hosts that it asked reserve text and data mining, in their own words."""
    said: dict[str, tuple[str, ...]] = {}
    with _lock:
        for key in [key for key in _sessions if key[0] == council.id]:
            with _sessions.pop(key) as session:
                for host, words in session.reservations.items():
                    said[host] = tuple(dict.fromkeys(said.get(host, ()) + words))
        _forget()
    then = SET_ASIDE.format(council.reservation_override) if council.reservation_override else OBEYED
    return [Issue(Status.TDM_RESERVED, host, RESERVED.format(host, "; ".join(words)) + then) for host, words in sorted(said.items())]


def _forget() -> None:
    """What hosts have said of their rules holds for a run only."""
    if not _sessions and not _run.lasts:
        _run.hosts = Hosts()


def expected(declared: str | None, url: str) -> Expected:
    """What a document's bytes must look like: what is called a file may be no page, what is called nothing no login."""
    path, declared = urlsplit(url).path.lower(), declared or ""
    if declared == "application/pdf" or path.endswith(".pdf"):
        return "pdf"
    if declared.startswith(OFFICE) or path.endswith(OFFICE_NAMES):
        return "file"
    return "any" if "html" in declared else "document"

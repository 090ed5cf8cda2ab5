"""How a Session behaves: who it says it is, how long it waits, and that it waits longer where a server is slow."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import ip_address
from urllib.parse import urlsplit

from pipeline.statuses import Failure

LONGEST_PAUSE = 60.0
"""Seconds; neither a robots.txt nor a slow server makes us wait longer between two requests."""


@dataclass(frozen=True, slots=True)
class Manners:
    """How a Session behaves; the defaults are for old public servers."""

    contact: str = field(default_factory=lambda: os.environ.get("BESCHLUSSBUCH_CONTACT", "the operator has named no contact"))
    pause: float | None = None
    """Seconds between two requests to a host; None is one second, and none on loopback."""
    tries: int = 4
    first_wait: float | None = None
    """Seconds before the second try, doubled with each further one; None is as long as is polite, short on loopback."""
    longest_wait: float = 30.0
    longest_retry_after: float = 900.0
    connect_timeout: float = 10.0
    read_timeout: float = 30.0
    deadline: float = 300.0
    """Seconds that one answer may take from connecting to its last byte."""
    most_bytes: int = 100_000_000
    robots_override: str | None = None
    headers_of: Callable[[str], Mapping[str, str]] = lambda _: {}
    """What else a browser would send with an address (a click of Wicket's)."""

    @property
    def user_agent(self) -> str:
        """Who we are and whom to ask."""
        return f"beschlussbuch/{version('beschlussbuch')} (reads council documents; contact: {self.contact})"

    def wait_before(self, attempt: int, host: str) -> float:
        """Seconds before the try after this one, spread a little so that many who failed together do not come back together."""
        first = self.first_wait if self.first_wait is not None else 0.1 if is_loopback(host) else 2.0
        own: float = min(first * 2 ** (attempt - 1), self.longest_wait)
        return own * random.uniform(0.8, 1.2)  # noqa: S311  jitter, no secret


class Pace:
    """When each host may be asked again: after the set pause, what its robots.txt says, or as long as it lately took to answer."""

    def __init__(self, manners: Manners, sleep: Callable[[float], None], clock: Callable[[], float]) -> None:
        """`sleep` and `clock` as in Session."""
        self.manners = manners
        self.parked: dict[str, Failure] = {}
        """Hosts that asked to be left alone for longer than a run waits."""
        self.crawl_delay: dict[str, float] = {}
        self._sleep = sleep
        self._clock = clock
        self._free_at: dict[str, float] = {}
        self._took: dict[str, float] = {}

    def wait(self, host: str) -> None:
        """Wait until the host may be asked."""
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)

    def answered(self, host: str, seconds: float, *, well: bool) -> None:
        """Note how long the host took to begin its answer; an error that came fast makes us no faster."""
        before = self._took.get(host, 0.0)
        average = (before + seconds) / 2 if before else seconds
        self._took[host] = average if well else max(average, before)

    def ended(self, host: str) -> None:
        """Note that an answer is over, good or not."""
        self._free_at[host] = self._clock() + self.pause(host)

    def pause(self, host: str) -> float:
        """Seconds between the end of an answer and the next request."""
        quick = self.manners.pause is None and is_loopback(host)
        own = 0.0 if quick else 1.0 if self.manners.pause is None else self.manners.pause
        slow = 0.0 if quick else self._took.get(host, 0.0)
        return max(own, min(max(self.crawl_delay.get(host, 0.0), slow), LONGEST_PAUSE))


def host_of(url: str) -> str:
    """Host and port, as an address names them."""
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name alone."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"

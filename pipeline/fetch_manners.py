"""How a Session behaves: who it says it is, and how long it waits."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version

from pipeline.fetch_pace import is_loopback

LEAST_PAUSE = 0.5
"""Seconds; no council's file makes us ask a server of others more often."""
NOBODY = "the operator has named no contact"
PRINTABLE = range(32, 127)


def contact_told() -> str | None:
    """How the operator can be reached, as the environment says; None where it does not."""
    said = "".join(character for character in os.environ.get("BESCHLUSSBUCH_CONTACT", "") if ord(character) in PRINTABLE).strip()
    return said[:200] or None


@dataclass(frozen=True, slots=True)
class Manners:
    """How a Session behaves; the defaults are for old public servers."""

    contact: str = field(default_factory=lambda: contact_told() or NOBODY)
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
    reservation_override: str | None = None
    """The written reason for taking what is reserved from text and data mining."""
    headers_of: Callable[[str], Mapping[str, str]] = lambda _: {}
    """What else a browser would send with an address (a click of Wicket's)."""

    @property
    def user_agent(self) -> str:
        """Who we are and whom to ask."""
        return f"beschlussbuch/{version('beschlussbuch')} (reads council documents; contact: {self.contact})"

    def pause_at(self, host: str) -> float:
        """Seconds that we set ourselves between two requests to a host."""
        if is_loopback(host):
            return self.pause or 0.0
        return max(1.0 if self.pause is None else self.pause, LEAST_PAUSE)

    def wait_before(self, attempt: int, host: str) -> float:
        """Seconds before the try after this one, spread a little so that many who failed together do not come back together."""
        first = self.first_wait if self.first_wait is not None else 0.1 if is_loopback(host) else 2.0
        own: float = min(first * 2 ** (attempt - 1), self.longest_wait)
        return own * random.uniform(0.8, 1.2)  # noqa: S311  jitter, no secret

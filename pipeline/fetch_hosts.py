"""What a run knows of hosts, whichever council asks them: one request at a time, one connection, one pace, rules asked once.

Councils that share a host (a computing centre's) share its turn here, also where they are read at the same time.
"""

from __future__ import annotations

import threading
import time
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any, Protocol, TypeVar

from pipeline.fetch_pace import Pace
from pipeline.statuses import Failure, Status

T = TypeVar("T")


class Holder(Protocol):
    """Somebody who may hold a connection to a host."""

    def hang_up(self, host: str) -> None:
        """Give up the connection to the host, if there is one; nothing is under way on it."""


class Hosts:
    """The hosts of a run."""

    def __init__(self, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic) -> None:
        """`sleep` and `clock` are there for the tests."""
        self.sleep = sleep
        self.clock = clock
        self.pace = Pace(sleep, clock)
        self._locks: defaultdict[tuple[str, str], threading.Lock] = defaultdict(threading.Lock)
        self._locks_lock = threading.Lock()
        self._known: dict[tuple[str, str], Any] = {}
        self._holders: dict[str, Holder] = {}

    @contextmanager
    def turn(self, host: str, holder: Holder, pause: float) -> Iterator[None]:
        """Have the host to oneself, from after the pause since its last answer."""
        with self._lock(host, "turn"):
            if (before := self._holders.get(host)) is not None and before is not holder:
                before.hang_up(host)
            self._holders[host] = holder
            self.pace.set(host, pause)
            self.pace.wait(host)
            try:
                yield
            finally:
                self.pace.ended(host)

    def once(self, host: str, what: str, ask: Callable[[], T]) -> T:
        """What a host says of something, asked once a run; that it fails to say is remembered too.

        Raises Failure.
        """
        with self._lock(host, what):
            if (host, what) not in self._known:
                try:
                    self._known[host, what] = ask()
                except Failure as failure:
                    if failure.status is Status.SSRF_BLOCKED:  # by the boundary of this council; another may ask
                        raise
                    self._known[host, what] = Failure(failure.status, failure.sentence, http_status=failure.http_status)
            said = self._known[host, what]
        if isinstance(said, Failure):
            raise Failure(said.status, said.sentence, http_status=said.http_status)
        known: T = said
        return known

    def forget(self, holder: Holder) -> None:
        """Somebody has closed all connections."""
        with self._locks_lock:
            for host in [host for host, known in self._holders.items() if known is holder]:
                del self._holders[host]

    def _lock(self, host: str, what: str) -> threading.Lock:
        with self._locks_lock:
            return self._locks[host, what]

"""When each host may be asked again: after the set pause, what its robots.txt says, or as long as it lately took to answer."""

from __future__ import annotations

from collections.abc import Callable
from ipaddress import ip_address
from urllib.parse import urlsplit

from pipeline.statuses import Failure, Status

LONGEST_PAUSE = 60.0
"""Seconds; neither a robots.txt nor a slow server makes us wait longer between two requests."""
UNREACHABLE = 12
"""So many times in a row that nobody could be reached, and a host is left alone for the run."""
TIRED, BROKEN = 20, 200
"""So many addresses in a row that failed in a way that may heal, and the next are tried once only; so many, and the host is left alone."""
LONGEST_REST = 3600.0
"""Seconds that a host may ask for altogether between two good answers; one that goes on asking is left alone."""


class Pace:
    """How often hosts are asked. Each host's part is used by one request at a time (pipeline.fetch_hosts)."""

    def __init__(self, sleep: Callable[[float], None], clock: Callable[[], float]) -> None:
        """`sleep` and `clock` as in Hosts."""
        self.crawl_delay: dict[str, float] = {}
        self._sleep = sleep
        self._clock = clock
        self._parked: dict[str, Failure] = {}
        self._least: dict[str, float] = {}
        self._ended_at: dict[str, float] = {}
        self._rests_until: dict[str, float] = {}
        self._took: dict[str, float] = {}
        self._missed: dict[str, int] = {}
        self._failed: dict[str, int] = {}
        self._rested: dict[str, float] = {}

    def set(self, host: str, pause: float) -> None:
        """Seconds that somebody who asks the host has set; of several who ask it, the slowest is obeyed."""
        self._least[host] = max(pause, self._least.get(host, 0.0))

    def wait(self, host: str) -> None:
        """Wait until the host may be asked."""
        until = max(self._ended_at[host] + self.pause(host) if host in self._ended_at else 0.0, self._rests_until.get(host, 0.0))
        if (seconds := until - self._clock()) > 0:
            self._sleep(seconds)

    def answered(self, host: str, seconds: float, *, well: bool) -> None:
        """Note how long the host took to begin its answer; an error that came fast makes us no faster."""
        before = self._took.get(host, 0.0)
        average = (before + seconds) / 2 if before else seconds
        self._took[host] = average if well else max(average, before)
        self._missed.pop(host, None)

    def ended(self, host: str) -> None:
        """Note that an answer is over, good or not."""
        self._ended_at[host] = self._clock()

    def rest(self, host: str, seconds: float, longest: float) -> None:
        """Leave the host alone for a while, as it asks; until the run ends, where it asks for too much.

        Raises Failure then.
        """
        self._rested[host] = self._rested.get(host, 0.0) + seconds
        if seconds > longest or self._rested[host] > LONGEST_REST:
            said = f"for {seconds:.0f} seconds" if seconds > longest else "again and again"
            self.park(Failure(Status.HTTP_ERROR, f"{host} asks to be left alone {said}; it is, in this run."), host)
            self.check(host)
        self._rests_until[host] = max(self._clock() + seconds, self._rests_until.get(host, 0.0))

    def tries(self, host: str, usual: int) -> int:
        """How often an address of the host is tried."""
        return 1 if self._failed.get(host, 0) >= TIRED else usual

    def went_well(self, host: str) -> None:
        """Note that the host does its work, be it by refusing an address."""
        self._failed.pop(host, None)
        self._rested.pop(host, None)

    def gave_up(self, host: str, failure: Failure) -> None:
        """Note that an address failed for good, in a way that may heal another day."""
        self._failed[host] = self._failed.get(host, 0) + 1
        if self._failed[host] == BROKEN:
            said = f"{host} failed at {BROKEN} addresses in a row, the last time so: {failure.sentence} It is left alone in this run."
            self.park(Failure(Status.HTTP_ERROR, said), host)

    def pause(self, host: str) -> float:
        """Seconds between the end of an answer and the next request."""
        own = self._least.get(host, 0.0)
        slow = 0.0 if own == 0 and is_loopback(host) else self._took.get(host, 0.0)
        return max(own, min(max(self.crawl_delay.get(host, 0.0), slow), LONGEST_PAUSE))

    def park(self, failure: Failure, host: str) -> None:
        """Leave the host alone until the run ends."""
        self._parked[host] = failure

    def missed(self, host: str, failure: Failure) -> None:
        """Note that nobody could be reached at the host."""
        self._missed[host] = self._missed.get(host, 0) + 1
        if self._missed[host] == UNREACHABLE:
            said = f"{failure.sentence.removesuffix('.')}, {UNREACHABLE} times in a row; {host} is left alone in this run."
            self.park(Failure(failure.status, said), host)

    def check(self, host: str) -> None:
        """Raise Failure where the host is left alone in this run."""
        if host in self._parked:  # another one each time: what is raised twice keeps the ways of both
            raise Failure(self._parked[host].status, self._parked[host].sentence, was_asked=False)


def host_of(url: str) -> str:
    """Host and port, as an address names them; the web's usual ports are not named."""
    parts = urlsplit(url)
    host = parts.netloc.rpartition("@")[2].lower()
    return host.removesuffix(":443" if parts.scheme == "https" else ":80")


def is_loopback(host: str) -> bool:
    """Whether a host is this machine, by its name alone."""
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"

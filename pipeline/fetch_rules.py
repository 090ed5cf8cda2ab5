"""What hosts forbid programs (robots.txt) and reserve (pipeline.reservations), and that a Session keeps to it.

Either is set aside only for a written reason in the council's file, which every report prints.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Literal
from urllib.parse import urlsplit

from protego import Protego

from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.reservations import WELL_KNOWN, Location, in_locations, locations_in
from pipeline.statuses import Failure, Status

Under = Literal["nothing", "robots", "all"]
"""Which rules a request keeps to: robots.txt itself to none, the file of reservations to robots.txt."""
MOST_OF_ROBOTS = 524_288  # RFC 9309 asks for half a megabyte at least
MOST_STATEMENTS = 5


class Rules:
    """The rules that one Session keeps to."""

    def __init__(self, manners: Manners, hosts: Hosts, ask: Callable[[str, str, Under], bytes]) -> None:
        """`ask` gets an address at a host, itself under fewer rules."""
        self.reservations: dict[str, tuple[str, ...]] = {}
        """What hosts have stated of reservations, in their own words, whether it was obeyed or set aside."""
        self._manners = manners
        self._hosts = hosts
        self._ask = ask

    def check(self, url: str, host: str, under: Under) -> None:
        """Hold an address against the rules of its host.

        Raises Failure.
        """
        if under == "nothing":
            return
        if not self._manners.robots_override and not self._may(url, host):
            raise Failure(Status.ROBOTS_DENIED, f"robots.txt of {host} keeps programs away from {url}.")
        if under == "all":
            locations = self._hosts.once(host, "reservations", lambda: self._locations(url, host))
            self.heed(url, host, in_locations(locations, url))

    def heed(self, url: str, host: str, said: tuple[str, ...]) -> None:
        """Note what reserves an address.

        Raises Failure where that is not set aside.
        """
        if not said:
            return
        known = self.reservations.get(host, ())
        self.reservations[host] = tuple(dict.fromkeys(known + said))[:MOST_STATEMENTS]
        if not self._manners.reservation_override:
            raise Failure(Status.TDM_RESERVED, f"{url} is reserved from text and data mining: {'; '.join(said)}.")

    def _may(self, url: str, host: str) -> bool:
        robots = self._hosts.once(host, "robots", lambda: self._robots(url, host))
        return robots is None or bool(robots.can_fetch(url, self._manners.user_agent))

    def _robots(self, url: str, host: str) -> Protego | None:
        """The host's rules; None where it has none. A host that fails to say is left alone (RFC 9309)."""
        try:
            body = self._ask(_at(url, "/robots.txt"), host, "nothing")
        except Failure as failure:
            has_none = failure.http_status is not None and 400 <= failure.http_status < 500 and failure.http_status != 429
            if has_none or failure.status is Status.REDIRECT_LOOP:
                return None
            raise
        text = body[:MOST_OF_ROBOTS].removeprefix(b"\xef\xbb\xbf").decode("utf-8", errors="replace")
        rules = Protego.parse(text)
        self._hosts.pace.crawl_delay[host] = float(rules.crawl_delay(self._manners.user_agent) or 0.0)
        return rules

    def _locations(self, url: str, host: str) -> tuple[Location, ...]:
        """What the host's file reserves; a host that has none, or will not say, reserves nothing by it (TDMRep)."""
        file = _at(url, WELL_KNOWN)
        try:
            self.check(file, host, "robots")
            return locations_in(self._ask(file, host, "robots"))
        except Failure:
            return ()


def _at(url: str, path: str) -> str:
    parts = urlsplit(url)
    return f"{parts.scheme}://{parts.netloc}{path}"

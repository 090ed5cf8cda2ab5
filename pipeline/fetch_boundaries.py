"""Where a Session may go: schemes, hosts and ports of one council, and no address that the web does not have.

An address is judged twice: as it is written (before anything is asked), and as its name resolves (pipeline.fetch_wire, at each connection).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv6Address, ip_address, ip_network

import httpx

from pipeline.statuses import Failure, Status

Address = IPv4Address | IPv6Address
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})
USUAL_PORTS = frozenset({80, 443})
NUMBER = re.compile(r"(?:0[xX][0-9a-fA-F]*|[0-9]+)\Z")
NOT_IN_A_HOST = re.compile(r"[\s\x00-\x20\x7f\\%^<>|\"'`{}]")
NAT64 = ip_network("64:ff9b::/96")
# What Python's `is_global` lets pass (3.11), and what no public server has.
NEVER = {
    "the address of a cloud's metadata": ("168.63.129.16/32", "169.254.169.254/32", "100.100.100.200/32", "fd00:ec2::254/128"),
    "an address of a protocol, not of a server": ("192.0.0.0/24", "192.88.99.0/24", "100.64.0.0/10"),
    "an address that hides another one": ("::/96", "::ffff:0:0/96", "64:ff9b:1::/48", "2001::/32", "2002::/16"),
}
KINDS: tuple[tuple[str, Callable[[Address], bool]], ...] = (
    ("an unspecified address", lambda ip: ip.is_unspecified),
    ("a link's own address", lambda ip: ip.is_link_local),
    ("a multicast address", lambda ip: ip.is_multicast),
    ("an address of this machine", lambda ip: ip.is_loopback),
    ("a private address", lambda ip: ip.is_private or (isinstance(ip, IPv6Address) and ip.is_site_local)),
    ("a reserved address", lambda ip: ip.is_reserved or not ip.is_global),
)
LOCAL = ("an address of this machine", "a private address")


@dataclass(frozen=True, slots=True)
class Place:
    """A host with the port that is asked there, as a connection needs them."""

    host: str
    port: int


@dataclass(frozen=True, slots=True)
class Boundary:
    """What may be asked: any public server, or only `places`; those of `local` may be on this machine or in a private network."""

    places: frozenset[Place] | None = None
    local: frozenset[Place] = frozenset()

    def check(self, url: str | httpx.URL) -> Place:
        """Hold an address as it is written against the boundary.

        Raises Failure with SSRF_BLOCKED.
        """
        try:
            parsed = httpx.URL(url)
        except (httpx.InvalidURL, ValueError, TypeError) as error:
            raise _blocked(url, f"is no address of the web ({error})") from error
        place = _place(parsed, url)
        if place in self.local:
            return place
        if address := _literal(place.host):
            self.check_address(address, place)
        elif place.host in LOOPBACK or place.host.endswith(".localhost"):
            raise _blocked(url, "is on this machine")
        if self.places is not None and place not in self.places:
            port = "" if place.port in USUAL_PORTS else f":{place.port}"
            raise _blocked(url, f"is on a host that is not this council's; if it is, add {place.host}{port} to `hosts` in its file")
        if self.places is None and place.port not in USUAL_PORTS:
            raise _blocked(url, f"is on port {place.port}, which is not the web's")
        return place

    def check_address(self, address: str, place: Place) -> None:
        """Hold what a name resolved to against the boundary.

        Raises Failure with SSRF_BLOCKED.
        """
        kind = kind_of(address)
        if kind and not (kind in LOCAL and place in self.local):
            raise Failure(Status.SSRF_BLOCKED, f"{place.host} is at {address}, {kind}; it was not asked.")


def boundary_of(url: str, hosts: Iterable[str] = (), *, local: bool = False) -> Boundary:
    """The boundary of a council: the host of its address, and the others that its file names, each with the web's ports and its own.

    A council that is declared local may be on this machine or in a private network; so may, on its own port only, a host that the
    council's own address names by a number or as localhost.
    """
    own = _spelt(url)
    if own is None:
        return Boundary(frozenset())
    names = [own, *(place for said in hosts if (place := _spelt(said if "://" in said else f"https://{said}")))]
    places = {Place(place.host, port) for place in names for port in (place.port, *USUAL_PORTS)}
    return Boundary(frozenset(places), frozenset(places if local else _same(own) if _is_local(own) else ()))


def boundary_typed(url: str) -> Boundary:
    """The boundary of an address that a person typed: any public server, and that one host where it is a local one."""
    own = _spelt(url)
    return Boundary(None, frozenset(_same(own)) if own and _is_local(own) else frozenset())


def kind_of(address: str) -> str | None:
    """What kind of address a public server cannot have ("a private address"); None for a public one."""
    try:
        ip = ip_address(address)
    except ValueError:
        return "no address"
    if isinstance(ip, IPv6Address) and ip in NAT64:  # made by a network without IPv4 from the server's real address
        return kind_of(str(IPv4Address(int(ip) & 0xFFFFFFFF)))
    if not ip.is_unspecified and not ip.is_loopback:
        for kind, networks in NEVER.items():
            if any(ip.version == network.version and ip in network for network in map(ip_network, networks)):
                return kind
    return next((kind for kind, is_it in KINDS if is_it(ip)), None)


def _place(url: httpx.URL, written: str | httpx.URL) -> Place:
    """Host and port, in the one spelling that names are compared in."""
    if url.scheme not in ("http", "https"):
        raise _blocked(written, "is no address of the web")
    host = url.raw_host.decode("ascii").lower()
    if url.userinfo or "@" in url.netloc.decode("ascii"):
        raise _blocked(written, "holds a user's name or password")
    if not host or host.endswith(".") or ".." in host or host.startswith(".") or NOT_IN_A_HOST.search(host):
        raise _blocked(written, "has a host that is spelt oddly")
    if ":" not in host and NUMBER.match(host.rpartition(".")[2]) and _literal(host) is None:
        raise _blocked(written, "has a number for a host")
    return Place(host, url.port if url.port is not None else 443 if url.scheme == "https" else 80)


def _spelt(url: str) -> Place | None:
    try:
        return _place(httpx.URL(url), url)
    except (Failure, httpx.InvalidURL, ValueError):
        return None


def _same(place: Place) -> tuple[Place, ...]:
    return tuple(Place(name, place.port) for name in LOOPBACK) if place.host in LOOPBACK else (place,)


def _is_local(place: Place) -> bool:
    return place.host in LOOPBACK or (_literal(place.host) is not None and kind_of(place.host) in LOCAL)


def _literal(host: str) -> str | None:
    """The host, where it is an address in the usual spelling."""
    try:
        return str(ip_address(host))
    except ValueError:
        return None


def _blocked(url: str | httpx.URL, why: str) -> Failure:
    return Failure(Status.SSRF_BLOCKED, f"{str(url) or 'An empty address'} {why}; it was not asked.")

"""How a Session connects: a name is resolved once, every address it has is judged, and the connection goes to that very address.

So a name that is public when it is judged and private when it is connected to (DNS rebinding) has no moment to change. TLS is still
verified against the name. One deadline holds for all of an answer: connecting, its head, its body.
"""

from __future__ import annotations

import os
import re
import socket
import ssl
import urllib.request
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from typing import Any

import httpcore
import httpx

from pipeline.fetch_boundaries import Boundary, Place
from pipeline.fetch_pace import host_of

Resolve = Callable[[str, int], list[str]]
HEAD_ENDS = b"\r\n\r\n"
LONGEST_HEAD = 131_072
BEFORE = re.compile(rb"HTTP/\d\.\d 1\d\d")


def resolved(host: str, port: int) -> list[str]:
    """The addresses of a name, as this machine is told them."""
    return list(dict.fromkeys(str(told[4][0]) for told in socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)))


class Wire(httpx.BaseTransport):
    """Carries requests to the places of a boundary, one connection to each, through the environment's proxy where there is one."""

    def __init__(self, boundary: Boundary, left: Callable[[], float], resolve: Resolve = resolved) -> None:
        """`left` tells how many seconds the answer under way still has."""
        self.boundary = boundary
        self.guard = Guard(boundary, left, resolve)
        self._pools: dict[tuple[str, str | None], httpcore.ConnectionPool] = {}
        """By host, and by the proxy on the way to it."""

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        """Ask, if the boundary allows it."""
        place = self.boundary.check(request.url)
        url = _url(request.url)
        pool = self._pool(host_of(str(request.url)), None if place in self.boundary.local else _proxy_to(request.url))
        asked = httpcore.Request(request.method, url, headers=request.headers.raw, content=request.stream, extensions=request.extensions)
        answer = pool.handle_request(asked)
        return httpx.Response(answer.status, headers=answer.headers, stream=_Body(answer), extensions=answer.extensions)

    def close(self) -> None:
        """Close the connections."""
        for pool in self._pools.values():
            pool.close()

    def hang_up(self, host: str) -> None:
        """Close the connection to a host; nothing may be under way on it."""
        for key in [key for key in self._pools if key[0] == host]:
            self._pools.pop(key).close()

    def _pool(self, host: str, proxy: str | None) -> httpcore.ConnectionPool:
        """Straight, or by a proxy: that one resolves names itself, so only what is written can be judged then."""
        if (host, proxy) in self._pools:
            return self._pools[host, proxy]
        if proxy is None:
            pool = httpcore.ConnectionPool(_trust(), max_connections=1, max_keepalive_connections=1, network_backend=self.guard)
        else:
            at = httpx.Proxy(proxy if "://" in proxy else f"http://{proxy}")
            beyond = Guard(None, self.guard.left)
            pool = httpcore.HTTPProxy(_url(at.url), proxy_auth=at.raw_auth, ssl_context=_trust(), max_connections=1, network_backend=beyond)
        self._pools[host, proxy] = pool
        return pool


def _trust() -> ssl.SSLContext:
    """Whom we trust, as this machine or its environment says."""
    return _trusted(os.environ.get("SSL_CERT_FILE"), os.environ.get("SSL_CERT_DIR"))


@cache
def _trusted(*_: str | None) -> ssl.SSLContext:
    """One for all sessions, as it takes longer to make than most answers to come."""
    return httpx.create_ssl_context()


def _proxy_to(url: httpx.URL) -> str | None:
    """The environment's proxy on the way to an address."""
    proxies = urllib.request.getproxies()
    proxy = proxies.get(url.scheme) or proxies.get("all")
    return None if not proxy or urllib.request.proxy_bypass(url.host) else proxy


class Guard(httpcore.NetworkBackend):
    """Opens connections to judged addresses only; without a boundary (to a proxy), to any."""

    def __init__(self, boundary: Boundary | None, left: Callable[[], float], resolve: Resolve = resolved) -> None:
        """See Wire."""
        self.boundary = boundary
        self.left = left
        self.resolve = resolve
        self._backend = httpcore.SyncBackend()

    def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.NetworkStream:
        """Connect to the first address of a name that answers, after all of them were judged."""
        place = Place(host.strip("[]"), port)
        addresses = self.resolve(place.host, port)
        for address in addresses if self.boundary else ():
            self.boundary.check_address(address, place)  # type: ignore[union-attr]
        failure: Exception = httpcore.ConnectError(f"{host} has no address")
        for address in addresses:
            try:
                stream = self._backend.connect_tcp(address, port, within(self.left, timeout), local_address, socket_options)
                return Stream(stream, self.left)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                failure = error
        raise failure


class Stream(httpcore.NetworkStream):
    """A connection that knows the deadline of the answer under way, and how much came after that answer's head."""

    def __init__(self, stream: httpcore.NetworkStream, left: Callable[[], float]) -> None:
        """`left` as in Wire."""
        self._stream = stream
        self._left = left
        self._head: bytes | None = b""
        self._after_head = 0

    def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        """Read what there is, within the deadline."""
        data = self._stream.read(max_bytes, within(self._left, timeout))
        if self._head is None:
            self._after_head += len(data)
        else:
            self._take_head(self._head + data)
        return data

    def _take_head(self, seen: bytes) -> None:
        """Look for the head's end; heads that come before the answer's own (103 Early Hints) are passed over."""
        head, end, rest = seen.partition(HEAD_ENDS)
        while end and BEFORE.match(head):
            head, end, rest = rest.partition(HEAD_ENDS)
        if end or len(head) > LONGEST_HEAD:
            self._head, self._after_head = None, len(rest)
        else:
            self._head = head

    def write(self, buffer: bytes, timeout: float | None = None) -> None:
        """Send a request, or a part of it."""
        if buffer:
            self._head, self._after_head = b"", 0
        self._stream.write(buffer, within(self._left, timeout))

    def close(self) -> None:
        """Hang up."""
        self._stream.close()

    def start_tls(self, ssl_context: ssl.SSLContext, server_hostname: str | None = None, timeout: float | None = None) -> Stream:
        """Speak TLS from here on, verified against the name."""
        return Stream(self._stream.start_tls(ssl_context, server_hostname, within(self._left, timeout)), self._left)

    def get_extra_info(self, info: str) -> Any:
        """What the connection beneath tells; `after_head` is the number of bytes that came after the last answer's head."""
        return self._after_head if info == "after_head" else self._stream.get_extra_info(info)


def _url(url: httpx.URL) -> httpcore.URL:
    return httpcore.URL(scheme=url.raw_scheme, host=url.raw_host, port=url.port, target=url.raw_path)


class _Body(httpx.SyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    def __iter__(self) -> Iterator[bytes]:
        yield from self._answer.iter_stream()

    def close(self) -> None:
        self._answer.close()


def within(left: Callable[[], float], timeout: float | None) -> float:
    """How long one step may wait, so that the whole stays within its deadline.

    Raises httpcore.ReadTimeout where there is no time left.
    """
    seconds = left()
    if seconds <= 0:
        raise httpcore.ReadTimeout("the whole answer took too long")
    return seconds if timeout is None else min(seconds, timeout)

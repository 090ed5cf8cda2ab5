"""Polite HTTP: our name, robots.txt, a pause per host, retries for what can heal, nothing half accepted. Only home of httpx.

A Session is used by one thread; it holds at most one connection per host.
"""

from __future__ import annotations

import os
import random
import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib.metadata import version
from ipaddress import ip_address
from types import TracebackType
from typing import Literal
from urllib.parse import urlsplit

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from pipeline.answers import Body, Expected, check_type, retry_after, whole_body
from pipeline.fetch_failures import failure_of
from pipeline.statuses import Failure, Status

Form = tuple[tuple[str, str], ...]
HEALING = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
MAY_HEAL = {Status.TIMEOUT, Status.CONNECTION, Status.TRUNCATED, Status.SOFT_ERROR_PAGE}
GONE = {404, 410}
FORBIDDEN = {401, 402, 403, 451}
SESSION_ID = re.compile(rb";jsessionid=[^/?#]*", re.IGNORECASE)


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
    """Seconds that one answer may take from its first to its last byte."""
    most_bytes: int = 100_000_000
    robots_override: str | None = None
    headers_of: Callable[[str], Mapping[str, str]] = lambda _: {}
    """What else a browser would send with an address (a click of Wicket's)."""

    @property
    def user_agent(self) -> str:
        """Who we are and whom to ask."""
        return f"beschlussbuch/{version('beschlussbuch')} (reads council documents; contact: {self.contact})"


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of whom, and what the answer must look like."""

    url: str
    host: str
    expect: Expected = "any"
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Form = ()


@dataclass(frozen=True, slots=True)
class Answer:
    """A good answer; `not_modified` ones have no body."""

    url: str
    status: Literal[Status.OK, Status.NOT_MODIFIED]
    body: bytes
    headers: Mapping[str, str]


class _Healing(Exception):  # noqa: N818  inside only: a failure worth another try
    def __init__(self, failure: Failure, wait: float | None = None) -> None:
        super().__init__(failure.sentence)
        self.failure = failure
        self.wait = wait


class Session:
    """Requests to the hosts of one council."""

    def __init__(
        self, manners: Manners | None = None, *, sleep: Callable[[float], None] = time.sleep, clock: Callable[[], float] = time.monotonic
    ) -> None:
        """`sleep` and `clock` are there for the tests."""
        self.manners = manners or Manners()
        self._sleep = sleep
        self._clock = clock
        self._free_at: dict[str, float] = {}
        self._parked: dict[str, Failure] = {}
        self._robots: dict[str, Protego | None] = {}
        self._client = httpx.Client(
            headers={"User-Agent": self.manners.user_agent, "Accept-Encoding": "gzip", "Accept": "*/*"},
            timeout=httpx.Timeout(self.manners.read_timeout, connect=self.manners.connect_timeout),
            follow_redirects=True,
            max_redirects=5,
            limits=httpx.Limits(max_connections=1, max_keepalive_connections=1),
            event_hooks={"request": [_without_session_id]},
            mounts={"all://127.0.0.1": None, "all://localhost": None, "all://[::1]": None},  # no proxy stands before loopback
        )

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._client.close()

    def get(
        self, url: str, expect: Expected = "any", *, etag: str | None = None, last_modified: str | None = None, form: Form = ()
    ) -> Answer:
        """Ask for an address, again and again where that can help; with the fields of a `form` by POST (files of ALLRIS 3).

        Raises Failure with the status of the last try.
        """
        host = _host(url)
        self._obey_robots(url, host)
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {} if form else {name: value for name, value in known.items() if value}
        return self._tried(_Request(url, host, expect, {**self.manners.headers_of(url), **headers}, form))

    def _tried(self, request: _Request) -> Answer:
        host = request.host
        if host in self._parked:
            raise self._parked[host]
        retrying = Retrying(
            stop=stop_after_attempt(self.manners.tries),
            retry=retry_if_exception(lambda error: isinstance(error, _Healing)),
            wait=lambda state: self._wait(state, host),
            sleep=self._sleep,
            reraise=True,
        )
        try:
            return retrying(self._once, request)
        except _Healing as last:
            raise last.failure from last

    def _wait(self, state: RetryCallState, host: str) -> float:
        error = state.outcome.exception() if state.outcome else None
        first = self.manners.first_wait if self.manners.first_wait is not None else 0.1 if _is_loopback(host) else 2.0
        own: float = min(first * 2 ** (state.attempt_number - 1), self.manners.longest_wait)
        told = error.wait if isinstance(error, _Healing) and error.wait is not None else 0.0
        return max(own * random.uniform(0.8, 1.2), told)  # noqa: S311  jitter, no secret

    def _once(self, request: _Request) -> Answer:
        self._pause(request.host)
        started = self._clock()
        try:
            return self._answer(request, started)
        except Failure as failure:
            raise (_Healing(failure) if failure.status in MAY_HEAL else failure) from failure
        finally:
            self._free_at[request.host] = self._clock() + self._own_pause(request.host)

    def _answer(self, request: _Request, started: float) -> Answer:
        url, method, data = request.url, "POST" if request.form else "GET", dict(request.form) or None
        try:
            with self._client.stream(method, url, headers=dict(request.headers), data=data) as response:
                self._judge(response, url, request.host)
                if response.status_code == 304:
                    return Answer(url, Status.NOT_MODIFIED, b"", response.headers)
                body = whole_body(response.iter_raw(), response.headers, url, Body(self.manners.most_bytes, self._ends(started)))
        except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
            raise failure_of(error, url, request.host) from error
        check_type(body, request.expect, url)
        return Answer(url, Status.OK, body, response.headers)

    def _ends(self, started: float) -> Callable[[], bool]:
        return lambda: self._clock() - started > self.manners.deadline

    def _judge(self, response: httpx.Response, url: str, host: str) -> None:
        code = response.status_code
        if response.headers.get("X-Page", "").lower().startswith("noauth"):  # ALLRIS 3, with status 200
            raise Failure(Status.LOGIN_WALL, f"{url} is not public: the server shows its page for strangers.")
        if code in (200, 203, 304):
            return
        body = b"".join(chunk for _, chunk in zip(range(8), response.iter_raw(8192), strict=False))
        said = f"{url} answers {code} {response.reason_phrase}".rstrip() + "."
        if code in HEALING:
            wait = retry_after(response.headers.get("Retry-After"))
            failure = Failure(Status.HTTP_ERROR, said, http_status=code, body=body)
            if wait is not None and wait > self.manners.longest_retry_after:
                self._parked[host] = Failure(Status.HTTP_ERROR, f"{host} asks to be left alone for {wait:.0f} seconds; it is, in this run.")
                raise self._parked[host]
            raise _Healing(failure, wait)
        status = Status.GONE if code in GONE else Status.FORBIDDEN if code in FORBIDDEN else Status.HTTP_ERROR
        raise Failure(status, said, http_status=code, body=body)

    def _own_pause(self, host: str) -> float:
        own = self.manners.pause if self.manners.pause is not None else 0.0 if _is_loopback(host) else 1.0
        robots = self._robots.get(host)
        told = robots.crawl_delay(self.manners.user_agent) if robots else None
        return max(own, min(float(told or 0), 60.0))

    def _pause(self, host: str) -> None:
        wait = self._free_at.get(host, 0.0) - self._clock()
        if wait > 0:
            self._sleep(wait)

    def _obey_robots(self, url: str, host: str) -> None:
        if urlsplit(url).scheme not in ("http", "https"):
            raise Failure(Status.SSRF_BLOCKED, f"{url} is no address of the web.")
        if self.manners.robots_override:
            return
        if host not in self._robots:
            self._robots[host] = self._asked_robots(url, host)
        robots = self._robots[host]
        if robots and not robots.can_fetch(url, self.manners.user_agent):
            raise Failure(Status.ROBOTS_DENIED, f"robots.txt of {host} keeps programs away from {url}.")

    def _asked_robots(self, url: str, host: str) -> Protego | None:
        """The host's rules; None where it has none. A host that fails to say is left alone (RFC 9309)."""
        parts = urlsplit(url)
        try:
            answer = self._tried(_Request(f"{parts.scheme}://{parts.netloc}/robots.txt", host))
        except Failure as failure:
            if failure.http_status is not None and 400 <= failure.http_status < 500 and failure.http_status != 429:
                return None
            raise
        return Protego.parse(answer.body[:524_288].decode("utf-8", errors="replace"))


def _without_session_id(request: httpx.Request) -> None:
    """Ask for no address that holds a session id, also where a server redirects to one (München's robots.txt forbids them)."""
    request.url = request.url.copy_with(raw_path=SESSION_ID.sub(b"", request.url.raw_path))


def _host(url: str) -> str:
    return urlsplit(url).netloc.rpartition("@")[2].lower()


def _is_loopback(host: str) -> bool:
    name = urlsplit(f"//{host}").hostname or ""
    try:
        return ip_address(name).is_loopback
    except ValueError:
        return name == "localhost"

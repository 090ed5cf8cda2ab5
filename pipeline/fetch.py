"""Polite HTTP: our name, robots.txt, a pause per host, retries for what can heal, nothing half accepted. Only home of httpx.

A Session is used by one thread; it holds at most one connection per host.
"""

from __future__ import annotations

import re
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Literal
from urllib.parse import urlsplit

import httpx
from protego import Protego
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from pipeline.answers import Body, Expected, check_type, reservations_in, retry_after, whole_body
from pipeline.fetch_boundaries import Boundary
from pipeline.fetch_failures import WIRE_ERRORS, failure_of
from pipeline.fetch_manners import Manners, Pace, host_of
from pipeline.fetch_wire import Resolve, Wire, resolved
from pipeline.statuses import Failure, Status

Form = tuple[tuple[str, str], ...]
HEALING = {408, 425, 429, 500, 502, 503, 504, 520, 521, 522, 523, 524}
MAY_HEAL = {Status.TIMEOUT, Status.CONNECTION, Status.TRUNCATED, Status.SOFT_ERROR_PAGE}
GONE = {404, 410}
FORBIDDEN = {401, 402, 403, 451}
MOST_HOPS = 5
SESSION_ID = re.compile(rb";jsessionid=[^/?#]*", re.IGNORECASE)
"""No address that holds a session id is asked for, also where a server redirects to one (München's robots.txt forbids them)."""


@dataclass(frozen=True, slots=True)
class _Request:
    """What is asked of whom, and what the answer must look like."""

    url: str
    host: str
    expect: Expected = "any"
    headers: Mapping[str, str] = field(default_factory=dict)
    form: Form = ()
    under_robots: bool = True
    """False for robots.txt itself."""


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
        self,
        manners: Manners | None = None,
        boundary: Boundary | None = None,
        *,
        sleep: Callable[[float], None] = time.sleep,
        clock: Callable[[], float] = time.monotonic,
        resolve: Resolve = resolved,
    ) -> None:
        """Without a boundary any public server may be asked. `sleep`, `clock` and `resolve` are there for the tests."""
        self.manners = manners or Manners()
        self.reservations: dict[str, tuple[str, ...]] = {}
        """Where hosts reserve text and data mining, as their headers and pages state it; empty ones were looked at."""
        self._clock = clock
        self._ends_at = 0.0
        self._pace = Pace(self.manners, sleep, clock)
        self._sleep = sleep
        self._robots: dict[str, Protego | None] = {}
        self._boundary = boundary or Boundary()
        self._client = httpx.Client(
            headers={"User-Agent": self.manners.user_agent, "Accept-Encoding": "gzip", "Accept": "*/*"},
            timeout=httpx.Timeout(self.manners.read_timeout, connect=self.manners.connect_timeout),
            transport=Wire(self._boundary, lambda: self._ends_at - clock(), resolve),
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
        self._boundary.check(url)
        host = host_of(url)
        self._obey_robots(url, host)
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {} if form else {name: value for name, value in known.items() if value}
        return self._tried(_Request(url, host, expect, {**self.manners.headers_of(url), **headers}, form))

    def _tried(self, request: _Request) -> Answer:
        host = request.host
        if host in self._pace.parked:
            raise self._pace.parked[host]
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
        told = error.wait if isinstance(error, _Healing) and error.wait is not None else 0.0
        return max(self.manners.wait_before(state.attempt_number, host), told)

    def _once(self, request: _Request) -> Answer:
        try:
            return self._answer(request)
        except Failure as failure:
            raise (_Healing(failure) if failure.status in MAY_HEAL else failure) from failure

    def _answer(self, request: _Request) -> Answer:
        url, method, data = request.url, "POST" if request.form else "GET", dict(request.form) or None
        try:
            next_one: httpx.Request | None = self._client.build_request(method, url, headers=dict(request.headers), data=data)
            for _ in range(MOST_HOPS + 1):
                if next_one is None:
                    break
                answer, next_one = self._hop(next_one, request)
                if answer:
                    return answer
        except WIRE_ERRORS as error:
            raise failure_of(error, url, request.host) from error
        raise Failure(Status.REDIRECT_LOOP, f"{url} is redirected in circles.")

    def _hop(self, asked: httpx.Request, request: _Request) -> tuple[Answer | None, httpx.Request | None]:
        """One request on the wire, with all that is owed to its host; the answer, or whom to ask instead."""
        asked.url = asked.url.copy_with(raw_path=SESSION_ID.sub(b"", asked.url.raw_path))
        host = host_of(str(asked.url))
        if host != request.host or str(asked.url) != request.url:
            self._boundary.check(asked.url)
            if request.under_robots:
                self._obey_robots(str(asked.url), host)
        self._pace.wait(host)
        started = self._clock()
        self._ends_at = started + self.manners.deadline
        response = None
        try:
            response = self._client.send(asked, stream=True)
            return self._read(response, replace(request, host=host)), response.next_request
        finally:
            if response is not None:
                response.close()
            self._pace.ended(host)

    def _read(self, response: httpx.Response, request: _Request) -> Answer | None:
        url = request.url
        began = self.manners.deadline - (self._ends_at - self._clock())
        self._pace.answered(request.host, began, well=response.status_code < 400)
        if response.next_request is not None:
            _beginning(response)  # read, so that the connection can be used again
            return None
        self._judge(response, url, request.host)
        if response.status_code == 304:
            return Answer(url, Status.NOT_MODIFIED, b"", response.headers)
        limit = Body(self.manners.most_bytes, lambda: self._clock() > self._ends_at, _after_head(response))
        body = whole_body(response.iter_raw(), response.headers, url, limit)
        check_type(body, request.expect, url)
        if not self.reservations.get(request.host):
            self.reservations[request.host] = reservations_in(response.headers, body)
        return Answer(url, Status.OK, body, response.headers)

    def _judge(self, response: httpx.Response, url: str, host: str) -> None:
        code = response.status_code
        if response.headers.get("X-Page", "").lower().startswith("noauth"):  # ALLRIS 3, with status 200
            raise Failure(Status.LOGIN_WALL, f"{url} is not public: the server shows its page for strangers.")
        if code in (200, 203, 304):
            return
        body = _beginning(response)
        said = f"{url} answers {code} {response.reason_phrase}".rstrip() + "."
        if code in HEALING:
            wait = retry_after(response.headers.get("Retry-After"))
            failure = Failure(Status.HTTP_ERROR, said, http_status=code, body=body)
            if wait is not None and wait > self.manners.longest_retry_after:
                said = f"{host} asks to be left alone for {wait:.0f} seconds; it is, in this run."
                self._pace.parked[host] = Failure(Status.HTTP_ERROR, said)
                raise self._pace.parked[host]
            raise _Healing(failure, wait)
        status = Status.GONE if code in GONE else Status.FORBIDDEN if code in FORBIDDEN else Status.HTTP_ERROR
        raise Failure(status, said, http_status=code, body=body)

    def _obey_robots(self, url: str, host: str) -> None:
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
            answer = self._tried(_Request(f"{parts.scheme}://{parts.netloc}/robots.txt", host, under_robots=False))
        except Failure as failure:
            if failure.http_status is not None and 400 <= failure.http_status < 500 and failure.http_status != 429:
                return None
            raise
        rules = Protego.parse(answer.body[:524_288].decode("utf-8", errors="replace"))
        self._pace.crawl_delay[host] = float(rules.crawl_delay(self.manners.user_agent) or 0.0)
        return rules


def _beginning(response: httpx.Response) -> bytes:
    """As much of a body as an error page or a redirect may have to say."""
    return b"".join(chunk for _, chunk in zip(range(8), response.iter_raw(8192), strict=False))


def _after_head(response: httpx.Response) -> Callable[[], int]:
    """How many bytes came after the head, also those beyond the length that it told."""
    stream = response.extensions["network_stream"]
    return lambda: int(stream.get_extra_info("after_head") or 0)

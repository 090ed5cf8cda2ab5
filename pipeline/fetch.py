"""Polite HTTP: our name, robots.txt, a pause per host, retries for what can heal, nothing half accepted. Only home of httpx.

A Session is used by one thread. Those of a run share what they know of hosts, so that no two ask one host at once (pipeline.fetch_hosts).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from types import TracebackType
from typing import Literal

import httpx
from tenacity import RetryCallState, Retrying, retry_if_exception, stop_after_attempt

from pipeline.answers import Body, Expected, check_type, retry_after, whole_body
from pipeline.fetch_boundaries import Boundary
from pipeline.fetch_failures import WIRE_ERRORS, failure_of, is_unreachable
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_pace import host_of
from pipeline.fetch_rules import Rules, Under
from pipeline.fetch_wire import Resolve, Wire, resolved
from pipeline.reservations import in_headers, in_page
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
    under: Under = "all"
    tries: int | None = None
    """None is as many as is our manner."""


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
        hosts: Hosts | None = None,
        resolve: Resolve = resolved,
    ) -> None:
        """Without a boundary any public server may be asked. `hosts` are those of the run, else its own; `resolve` is for the tests."""
        self.manners = manners or Manners()
        self._hosts = hosts or Hosts()
        self._clock = self._hosts.clock
        self._ends_at = 0.0
        self._rules = Rules(self.manners, self._hosts, self._asked)
        self._boundary = boundary or Boundary()
        self._wire = Wire(self._boundary, lambda: self._ends_at - self._clock(), resolve)
        self._client = httpx.Client(
            headers={"User-Agent": self.manners.user_agent, "Accept-Encoding": "gzip", "Accept": "*/*"},
            timeout=httpx.Timeout(self.manners.read_timeout, connect=self.manners.connect_timeout),
            transport=self._wire,
        )

    def __enter__(self) -> Session:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        self._hosts.forget(self._wire)
        self._client.close()

    @property
    def reservations(self) -> Mapping[str, tuple[str, ...]]:
        """Where hosts reserve text and data mining, each as it is stated."""
        return self._rules.reservations

    def get(
        self, url: str, expect: Expected = "any", *, etag: str | None = None, last_modified: str | None = None, form: Form = ()
    ) -> Answer:
        """Ask for an address, again and again where that can help; with the fields of a `form` by POST (files of ALLRIS 3).

        Raises Failure with the status of the last try.
        """
        self._boundary.check(url)
        host = host_of(url)
        self._rules.check(url, host, "all")
        known = {"If-None-Match": etag, "If-Modified-Since": last_modified}
        headers = {} if form else {name: value for name, value in known.items() if value}
        return self._tried(_Request(url, host, expect, {**self.manners.headers_of(url), **headers}, form))

    def _asked(self, url: str, host: str, under: Under) -> bytes:
        """A file of rules: robots.txt as often as is our manner, as a host that fails to say must be left alone; others once."""
        return self._tried(_Request(url, host, under=under, tries=None if under == "nothing" else 1)).body

    def _tried(self, request: _Request) -> Answer:
        host = request.host
        self._hosts.pace.check(host)
        retrying = Retrying(
            stop=stop_after_attempt(request.tries or self._hosts.pace.tries(host, self.manners.tries)),
            retry=retry_if_exception(lambda error: isinstance(error, _Healing)),
            wait=lambda state: self._wait(state, host),
            sleep=self._hosts.sleep,
            reraise=True,
        )
        try:
            answer = retrying(self._once, request)
        except _Healing as last:
            if request.under == "all":
                self._hosts.pace.gave_up(host, last.failure)
            raise last.failure from last
        except Failure as failure:
            if failure.http_status is not None:
                self._hosts.pace.went_well(host)
            raise
        self._hosts.pace.went_well(host)
        return answer

    def _wait(self, state: RetryCallState, host: str) -> float:
        error = state.outcome.exception() if state.outcome else None
        told = error.wait if isinstance(error, _Healing) and error.wait is not None else 0.0
        return max(self.manners.wait_before(state.attempt_number, host), told)

    def _once(self, request: _Request) -> Answer:
        try:
            return self._answer(request)
        except Failure as failure:
            if failure.status in MAY_HEAL:
                raise _Healing(failure) from failure
            raise

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
            self._rules.check(str(asked.url), host, request.under)
        with self._hosts.turn(host, self._wire, self.manners.pause_at(host)):
            self._ends_at = self._clock() + self.manners.deadline
            response = None
            try:
                response = self._client.send(asked, stream=True)
                return self._read(response, replace(request, host=host)), response.next_request
            except WIRE_ERRORS as error:
                failure = failure_of(error, request.url, host)
                if is_unreachable(error):
                    self._hosts.pace.missed(host, failure)
                raise failure from error
            finally:
                if response is not None:
                    response.close()

    def _read(self, response: httpx.Response, request: _Request) -> Answer | None:
        url = request.url
        began = self.manners.deadline - (self._ends_at - self._clock())
        self._hosts.pace.answered(request.host, began, well=response.status_code < 400)
        if response.next_request is not None:
            _beginning(response)  # read, so that the connection can be used again
            return None
        self._judge(response, url, request.host)
        if request.under == "all":
            self._rules.heed(url, request.host, in_headers(response.headers.multi_items()))
        if response.status_code == 304:
            if not {"if-none-match", "if-modified-since"} & response.request.headers.keys():
                raise Failure(Status.HTTP_ERROR, f"{url} is said to be unchanged, though nothing is known of it.", http_status=304)
            return Answer(url, Status.NOT_MODIFIED, b"", response.headers)
        limit = Body(self.manners.most_bytes, lambda: self._clock() > self._ends_at, _after_head(response))
        body = whole_body(response.iter_raw(), response.headers, url, limit)
        check_type(body, request.expect, url)
        if request.under == "all":
            self._rules.heed(url, request.host, in_page(body))
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
            if wait is not None:
                self._hosts.pace.rest(host, wait, self.manners.longest_retry_after)  # from all who ask it
            raise _Healing(failure, wait)
        status = Status.GONE if code in GONE else Status.FORBIDDEN if code in FORBIDDEN else Status.HTTP_ERROR
        raise Failure(status, said, http_status=code, body=body)


def _beginning(response: httpx.Response) -> bytes:
    """As much of a body as an error page or a redirect may have to say."""
    return b"".join(chunk for _, chunk in zip(range(8), response.iter_raw(8192), strict=False))


def _after_head(response: httpx.Response) -> Callable[[], int]:
    """How many bytes came after the head, also those beyond the length that it told."""
    stream = response.extensions["network_stream"]
    return lambda: int(stream.get_extra_info("after_head") or 0)

"""What councils of one run share of a host: its turn, its pause, its rules, its one connection."""

from __future__ import annotations

import socketserver
import threading
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Response

from pipeline import fetch_sessions
from pipeline.commands.run import ask_for_contact
from pipeline.councils import council_at
from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_of, boundary_typed
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_pace import BROKEN, TIRED, UNREACHABLE, Pace, host_of
from pipeline.statuses import Failure, Status
from tests.pipeline.wire import Clock, serving

QUIET = Manners(robots_override="the server of this test has no rules", first_wait=0.0, tries=2)


@contextmanager
def keeping(came: Callable[[bool], None] = lambda _: None) -> Iterator[tuple[str, list[int]]]:
    """A server that keeps connections; how many are open is noted at each request."""
    now, seen, lock = [0], [], threading.Lock()

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            with lock:
                now[0] += 1
            try:
                while self.rfile.readline().strip():
                    while self.rfile.readline().strip():
                        pass
                    seen.append(now[0])
                    came(True)
                    came(False)
                    self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok")
            finally:
                with lock:
                    now[0] -= 1

    with serving(Handler) as url:
        yield url, seen


def test_councils_that_share_a_host_never_ask_it_at_once_and_keep_the_longest_pause() -> None:
    clock, busy = Clock(), []

    def came(start: bool) -> None:
        busy.append((start, clock.now))

    hosts = Hosts(clock.sleep, clock.read)
    with keeping(came) as (url, open_then):

        def council(pause: float) -> None:
            manners = Manners(robots_override=QUIET.robots_override, pause=pause, deadline=1e6)
            with Session(manners, boundary_typed(url), hosts=hosts) as session:
                for number in range(25):
                    session.get(f"{url}/{number}")

        hosts.pace.set(host_of(url), 3.0)  # as its slowest council has it, whoever asks first
        threads = [threading.Thread(target=council, args=(pause,)) for pause in (1.0, 2.0, 3.0, 0.0)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert len(busy) == 2 * (4 * 25 + 1)  # and the file of reservations, once
    assert [start for start, _ in busy] == [True, False] * (len(busy) // 2)
    assert min(after - before for (_, before), (_, after) in zip(busy[1::2], busy[2::2], strict=False)) >= 3.0
    assert len(open_then) == len(busy) // 2


def test_a_host_holds_one_connection_whichever_council_asks() -> None:
    hosts = Hosts()
    with keeping() as (url, _), ExitStack() as stack:
        councils = [stack.enter_context(Session(QUIET, boundary_typed(url), hosts=hosts)) for _ in range(3)]
        for number in range(9):
            councils[number % 3].get(f"{url}/{number}")
            holders = [session for session in councils if any(pool.connections for pool in session._wire._pools.values())]
            assert holders == [councils[number % 3]]


def test_hosts_are_asked_at_once() -> None:
    meet, met = threading.Barrier(2, timeout=5), []

    def came(start: bool) -> None:
        if start and len(met) < 2:
            met.append(meet.wait())

    hosts = Hosts()
    with keeping(came) as (one, _), keeping(came) as (other, _):

        def ask(url: str) -> None:
            with Session(QUIET, boundary_typed(url), hosts=hosts) as session:
                session.get(f"{url}/a")

        threads = [threading.Thread(target=ask, args=(url,)) for url in (one, other)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()

    assert sorted(met) == [0, 1]


def test_rules_are_asked_once_a_run_and_again_in_the_next(httpserver: HTTPServer) -> None:
    asked: list[str] = []

    def answer(request: object) -> Response:
        asked.append(request.path)  # type: ignore[attr-defined]
        return Response(b"{}")

    for path in ("/robots.txt", "/.well-known/tdmrep.json", "/a"):
        httpserver.expect_request(path).respond_with_handler(answer)
    url = httpserver.url_for("/a")
    one = council_at("oparl", url)
    other = one.model_copy(update={"id": "other"})

    with fetch_sessions.one_run():
        for council in (one, other):
            fetch_sessions.session_of(council, url).get(url)
            fetch_sessions.leave(council)
    assert sorted(asked) == ["/.well-known/tdmrep.json", "/a", "/a", "/robots.txt"]
    fetch_sessions.session_of(one, url).get(url)
    fetch_sessions.leave(one)
    assert asked.count("/robots.txt") == 2


def test_what_one_council_may_not_ask_says_nothing_of_another() -> None:
    hosts = Hosts()
    with keeping() as (url, _), Session(Manners(), boundary_of("https://ris.example.org/"), hosts=hosts) as stranger:
        with pytest.raises(Failure) as failure:
            stranger.get(f"{url}/a")
        with Session(QUIET, boundary_typed(url), hosts=hosts) as session:
            assert session.get(f"{url}/a").status is Status.OK

    assert failure.value.status is Status.SSRF_BLOCKED


def test_a_host_at_which_nobody_is_is_left_alone_after_a_while() -> None:
    with keeping() as (url, _):
        pass  # the port is free again
    sentences = []
    with Session(QUIET, boundary_typed(url)) as session:
        for number in range(UNREACHABLE):
            with pytest.raises(Failure) as failure:
                session.get(f"{url}/{number}")
            sentences.append(failure.value.sentence)

    assert failure.value.status is Status.CONNECTION
    assert "left alone in this run" not in sentences[2]
    assert f"{UNREACHABLE} times in a row" in sentences[-1]


def test_what_a_host_asks_for_with_retry_after_holds_for_all_who_ask_it() -> None:
    slept: list[float] = []
    pace = Pace(slept.append, lambda: 100.0)
    pace.set("ris.example.org", 1.0)
    pace.rest("ris.example.org", 120.0, longest=900.0)
    pace.rest("ris.example.org", 7.0, longest=900.0)

    pace.wait("ris.example.org")
    pace.wait("other.example.org")

    assert slept == [120.0]


def test_a_host_that_asks_for_peace_again_and_again_is_left_alone() -> None:
    pace = Pace(lambda _: None, lambda: 0.0)
    for _ in range(4):
        pace.rest("ris.example.org", 900.0, longest=900.0)
    pace.check("ris.example.org")

    with pytest.raises(Failure, match="again and again") as failure:
        pace.rest("ris.example.org", 900.0, longest=900.0)
    assert not failure.value.was_asked

    for _ in range(99):
        pace.rest("other.example.org", 900.0, longest=900.0)
        pace.went_well("other.example.org")
    pace.check("other.example.org")


def test_a_host_that_fails_everywhere_is_tried_less_and_then_left_alone_and_what_was_not_asked_is_known() -> None:
    asked: list[str] = []
    with fails_at(lambda _: True, asked) as url, Session(QUIET, boundary_typed(url)) as session:
        became = [failed(session, f"{url}/{number}") for number in range(BROKEN + 50)]

    documents = [path for path in asked if path != "/.well-known/tdmrep.json"]
    assert len(documents) == 2 * TIRED + (BROKEN - TIRED)
    assert [one.was_asked for one in became] == [True] * BROKEN + [False] * 50
    assert {one.status for one in became} == {Status.HTTP_ERROR}
    assert f"failed at {BROKEN} addresses in a row" in became[-1].sentence


def test_a_host_that_fails_here_and_there_is_tried_as_ever() -> None:
    asked: list[str] = []
    with fails_at(lambda path: not path.endswith("9"), asked) as url, Session(QUIET, boundary_typed(url)) as session:
        for number in range(BROKEN * 2):
            if number % 10 == 9:
                assert session.get(f"{url}/{number}").status is Status.OK
            else:
                assert failed(session, f"{url}/{number}").was_asked

    assert asked.count("/395") == 2


@contextmanager
def fails_at(is_bad: Callable[[str], bool], asked: list[str]) -> Iterator[str]:
    """A server that answers 500 at some addresses."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            while first := self.rfile.readline().strip():
                while self.rfile.readline().strip():
                    pass
                asked.append(path := first.split()[1].decode())
                self.wfile.write(b"HTTP/1.1 %b\r\nContent-Length: 2\r\n\r\nok" % (b"500 Error" if is_bad(path) else b"200 OK"))

    with serving(Handler) as url:
        yield url


def failed(session: Session, url: str) -> Failure:
    with pytest.raises(Failure) as failure:
        session.get(url)
    return failure.value


@pytest.mark.parametrize(
    ("url", "host"),
    [
        ("https://RIS.example.org/a", "ris.example.org"),
        ("https://ris.example.org:443/a", "ris.example.org"),
        ("http://ris.example.org:80/a", "ris.example.org"),
        ("http://ris.example.org:8080/a", "ris.example.org:8080"),
        ("https://user@ris.example.org/", "ris.example.org"),
        ("http://[::1]:80/", "[::1]"),
    ],
)
def test_a_host_has_one_name(url: str, host: str) -> None:
    assert host_of(url) == host


@pytest.mark.parametrize(
    ("pause", "host", "seconds"),
    [
        (None, "ris.example.org", 1.0),
        (0.0, "ris.example.org", 0.5),
        (0.6, "ris.example.org", 0.6),
        (30.0, "ris.example.org", 30.0),
        (None, "127.0.0.1:8080", 0.0),
        (0.0, "localhost", 0.0),
        (2.0, "[::1]:80", 2.0),
    ],
)
def test_no_setting_makes_us_ask_others_more_than_twice_a_second(pause: float | None, host: str, seconds: float) -> None:
    assert Manners(pause=pause).pause_at(host) == seconds


@pytest.mark.parametrize(("own", "seconds"), [(0.0, 0.0), (2.0, 5.0)])
def test_how_slow_this_machine_is_counts_only_where_a_pause_is_set(own: float, seconds: float) -> None:
    pace = Pace(Clock().sleep, Clock().read)
    pace.set("127.0.0.1:8080", own)
    pace.answered("127.0.0.1:8080", 5.0, well=True)

    assert pace.pause("127.0.0.1:8080") == seconds


@pytest.mark.parametrize(
    ("told", "contact"),
    [
        ("redaktion@example.org", "redaktion@example.org"),
        (None, "the operator has named no contact"),
        ("  ", "the operator has named no contact"),
        ("a@b.de\r\nX-Evil: 1", "a@b.deX-Evil: 1"),
        ("büro@example.org", "bro@example.org"),
    ],
)
def test_we_say_whom_to_ask(monkeypatch: pytest.MonkeyPatch, told: str | None, contact: str) -> None:
    monkeypatch.delenv("BESCHLUSSBUCH_CONTACT", raising=False)
    if told is not None:
        monkeypatch.setenv("BESCHLUSSBUCH_CONTACT", told)
    with keeping() as (url, _), Session(Manners(robots_override=QUIET.robots_override), boundary_typed(url)) as session:
        assert session.get(f"{url}/a").status is Status.OK  # a header that cannot be sent would be an error

    assert session.manners.user_agent.endswith(f"(reads council documents; contact: {contact})")


@pytest.mark.parametrize(
    ("url", "contact", "is_said"),
    [
        ("https://ris.example.org/oparl", None, True),
        ("https://ris.example.org/oparl", " ", True),
        ("https://ris.example.org/oparl", "redaktion@example.org", False),
        ("http://127.0.0.1:8080/oparl", None, False),
    ],
)
def test_that_nobody_is_named_to_ask_is_said_before_servers_of_others_are_read(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], url: str, contact: str | None, is_said: bool
) -> None:
    monkeypatch.setenv("BESCHLUSSBUCH_CONTACT", contact or "")

    ask_for_contact([council_at("oparl", url)])

    assert ("Set BESCHLUSSBUCH_CONTACT" in capsys.readouterr().err) is is_said

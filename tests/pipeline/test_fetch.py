"""A real server on loopback that misbehaves; pauses are noted, not waited for."""

import gzip
import json
import random
import socketserver
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any
from urllib.parse import urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipeline.answers import retry_after
from pipeline.fetch import MOST_HOPS, Session
from pipeline.fetch_boundaries import boundary_typed
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_pace import Pace
from pipeline.statuses import Failure, Status
from tests.pipeline.wire import serving

PDF = b"%PDF-1.7\n" + b"x" * 4000 + b"\n%%EOF\n"
Answer = Callable[[], Response]


def session_at(url: str, manners: Manners | None = None, **told: Any) -> Session:
    """A session that may ask this one server on loopback, as if a person had typed its address."""
    return Session(manners, boundary_typed(url), hosts=Hosts(**told))


@pytest.fixture
def slept() -> list[float]:
    return []


@pytest.fixture
def session(slept: list[float], httpserver: HTTPServer) -> Iterator[Session]:
    manners = Manners(contact="test@example.org", first_wait=1.0, read_timeout=1.0)
    with session_at(httpserver.url_for("/"), manners, sleep=slept.append) as session:
        yield session


@pytest.fixture
def server(httpserver: HTTPServer) -> HTTPServer:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=404)
    return httpserver


def serve(server: HTTPServer, path: str, *answers: Response) -> list[Request]:
    """Give one answer after the other, the last one again and again; returns the requests."""
    left, asked = list(answers), []

    def answer(request: Request) -> Response:
        asked.append(request)
        return left.pop(0) if len(left) > 1 else left[0]

    server.expect_request(path).respond_with_handler(answer)
    return asked


def test_a_good_answer_comes_with_its_headers(session: Session, server: HTTPServer) -> None:
    server.expect_request("/a.pdf").respond_with_data(PDF, content_type="application/pdf", headers={"ETag": '"1"'})

    answer = session.get(server.url_for("/a.pdf"), "pdf")

    assert (answer.status, answer.body, answer.headers["etag"]) == (Status.OK, PDF, '"1"')


def test_no_address_with_a_session_id_is_asked_for(session: Session, server: HTTPServer) -> None:
    asked = serve(
        server,
        "/str",
        Response(status=302, headers={"Location": "./str;jsessionid=0F3A.node1?3", "Set-Cookie": "JSESSIONID=0F3A"}),
        Response(b"a"),
    )

    session.get(server.url_for("/str"))

    assert [request.full_path for request in asked] == ["/str?", "/str?3"]
    assert dict(asked[1].cookies) == {"JSESSIONID": "0F3A"}


def test_what_a_browser_would_send_besides_is_sent(server: HTTPServer) -> None:
    asked = serve(server, "/a", Response(b"a"))
    with session_at(server.url_for("/"), Manners(headers_of=lambda url: {"Wicket-Ajax": "true"} if "?click" in url else {})) as session:
        session.get(server.url_for("/a") + "?click")
        session.get(server.url_for("/a"))

    assert [request.headers.get("Wicket-Ajax") for request in asked] == ["true", None]


def test_we_say_who_we_are(session: Session, server: HTTPServer) -> None:
    asked = serve(server, "/a", Response(b"a"))

    session.get(server.url_for("/a"))

    assert asked[0].headers["User-Agent"].startswith("beschlussbuch/")
    assert "contact: test@example.org" in asked[0].headers["User-Agent"]


def test_what_is_unchanged_is_not_sent_again(session: Session, server: HTTPServer) -> None:
    asked = serve(server, "/a.pdf", Response(status=304))

    answer = session.get(server.url_for("/a.pdf"), "pdf", etag='"1"', last_modified="Tue, 14 Nov 2023 22:13:20 GMT")

    assert answer.status is Status.NOT_MODIFIED
    assert (asked[0].headers["If-None-Match"], asked[0].headers["If-Modified-Since"]) == ('"1"', "Tue, 14 Nov 2023 22:13:20 GMT")


def broken_gzip() -> Response:
    return Response(gzip.compress(PDF)[:-20], headers={"Content-Encoding": "gzip"})


@pytest.mark.parametrize(
    "fault",
    [
        pytest.param(lambda: Response(status=500), id="500"),
        pytest.param(lambda: Response(status=502), id="502"),
        pytest.param(lambda: Response(status=429), id="429"),
        pytest.param(broken_gzip, id="packed data cut off"),
        pytest.param(lambda: Response(b"<html><h1>Wartung</h1></html>"), id="web page with status 200"),
        pytest.param(lambda: Response(b""), id="nothing with status 200"),
    ],
)
def test_what_can_heal_is_tried_again(session: Session, server: HTTPServer, slept: list[float], fault: Answer) -> None:
    asked = serve(server, "/a.pdf", fault(), fault(), Response(PDF))

    assert session.get(server.url_for("/a.pdf"), "pdf").body == PDF
    assert len(asked) == 3
    assert 0.8 <= slept[0] <= 1.2
    assert 1.6 <= slept[1] <= 2.4


@pytest.mark.parametrize(
    ("fault", "status", "tries"),
    [
        pytest.param(lambda: Response(status=503), Status.HTTP_ERROR, 4, id="503 for ever"),
        pytest.param(lambda: Response(b"<html>Wartung</html>"), Status.SOFT_ERROR_PAGE, 4, id="web page for ever"),
        pytest.param(lambda: Response(b'<html><input type="password"></html>'), Status.LOGIN_WALL, 1, id="login page"),
        pytest.param(broken_gzip, Status.TRUNCATED, 4, id="cut off for ever"),
        pytest.param(lambda: Response(status=404), Status.GONE, 1, id="404"),
        pytest.param(lambda: Response(status=410), Status.GONE, 1, id="410"),
        pytest.param(lambda: Response(status=403), Status.FORBIDDEN, 1, id="403"),
        pytest.param(lambda: Response(status=400), Status.HTTP_ERROR, 1, id="400"),
        pytest.param(lambda: Response(b"x", headers={"Content-Encoding": "br"}), Status.WRONG_TYPE, 1, id="packing that nobody asked for"),
        pytest.param(lambda: Response(status=302, headers={"Location": "/a.pdf"}), Status.REDIRECT_LOOP, 1, id="redirect in circles"),
        pytest.param(
            lambda: Response(status=302, headers={"Location": "file:///etc/passwd"}), Status.SSRF_BLOCKED, 1, id="redirect to a file"
        ),
    ],
)
def test_what_does_not_heal_ends_in_one_status(session: Session, server: HTTPServer, fault: Answer, status: Status, tries: int) -> None:
    asked = serve(server, "/a.pdf", fault())

    with pytest.raises(Failure) as failure:
        session.get(server.url_for("/a.pdf"), "pdf")

    assert failure.value.status is status
    assert status is Status.REDIRECT_LOOP or len(asked) == tries


@contextmanager
def raw(*pieces: bytes, pause: float = 0.0) -> Iterator[str]:
    """A server that answers everything with these bytes, however wrong, and hangs up."""
    with answering(list(pieces), pause=pause) as url:
        yield url


@contextmanager
def answering(pieces: list[bytes], came: Callable[[bool], None] = lambda _: None, pause: float = 0.0) -> Iterator[str]:
    """The same with pieces that the test may change; `came` is told of each request's begin and end."""

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            self.request.recv(4096)
            came(True)
            answer = list(pieces)
            came(False)
            with suppress(OSError):
                for piece in answer:
                    self.wfile.write(piece)
                    time.sleep(pause)

    with serving(Handler) as url:
        yield f"{url}/a.pdf"


NO_ROBOTS = Manners(robots_override="the server of this test has no rules", first_wait=0.0, tries=2)


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n" + PDF, id="less than the length"),
        pytest.param(b"HTTP/1.1 200 OK\r\n\r\n" + PDF[:2000], id="no length and no end of the PDF"),
        pytest.param(b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n10\r\n" + PDF[:16] + b"\r\n", id="last chunk missing"),
        pytest.param(b"HTTP/1.1 200 OK\r\nContent-Encoding: gzip\r\n\r\n" + gzip.compress(PDF)[:-9], id="packed, cut off"),
        pytest.param(b"", id="hangs up at once"),
    ],
)
def test_half_an_answer_is_none(answer: bytes) -> None:
    with raw(answer) as url, session_at(url, NO_ROBOTS) as session, pytest.raises(Failure) as failure:
        session.get(url, "pdf")

    assert failure.value.status is Status.TRUNCATED


def test_a_drip_ends_at_the_deadline() -> None:
    manners = replace(NO_ROBOTS, tries=1, deadline=0.3, read_timeout=5.0)
    pieces = [b"HTTP/1.1 200 OK\r\nContent-Length: 1000\r\n\r\n", *[b"%"] * 100]

    with raw(*pieces, pause=0.05) as url, session_at(url, manners) as session, pytest.raises(Failure) as failure:
        session.get(url)

    assert failure.value.status is Status.TIMEOUT


def test_a_server_that_says_nothing_times_out() -> None:
    with (
        raw(b"", pause=1.0) as url,
        session_at(url, replace(NO_ROBOTS, tries=1, read_timeout=0.2)) as session,
        pytest.raises(Failure) as failure,
    ):
        session.get(url)

    assert failure.value.status is Status.TIMEOUT


@pytest.mark.parametrize(("said", "least"), [("7", 7.0), ("-5", 0.0), ("soon", 0.0)], ids=["seconds", "negative", "garbage"])
def test_retry_after_is_obeyed(session: Session, server: HTTPServer, slept: list[float], said: str, least: float) -> None:
    serve(server, "/a", Response(status=503, headers={"Retry-After": said}), Response(b"a"))

    session.get(server.url_for("/a"))

    assert slept[0] >= least


def test_a_host_that_wants_years_of_peace_is_left_alone_in_this_run(session: Session, server: HTTPServer, slept: list[float]) -> None:
    asked = serve(server, "/a", Response(status=429, headers={"Retry-After": "31536000"}))

    for _ in range(2):
        with pytest.raises(Failure, match="asks to be left alone"):
            session.get(server.url_for("/a"))

    assert (len(asked), slept) == (1, [])


def test_too_much_is_not_taken(server: HTTPServer, slept: list[float]) -> None:
    server.expect_request("/bomb").respond_with_data(gzip.compress(b"0" * 60_000_000), headers={"Content-Encoding": "gzip"})
    server.expect_request("/large").respond_with_data(b"0" * 2_000_000)

    with session_at(server.url_for("/"), Manners(most_bytes=1_000_000), sleep=slept.append) as small, pytest.raises(Failure) as failure:
        small.get(server.url_for("/large"))
    assert failure.value.status is Status.TOO_LARGE
    with session_at(server.url_for("/"), sleep=slept.append) as session, pytest.raises(Failure) as failure:
        session.get(server.url_for("/bomb"))
    assert failure.value.status is Status.TOO_LARGE


def test_robots_are_obeyed(session: Session, httpserver: HTTPServer, slept: list[float]) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /intern/\nCrawl-delay: 3\n")
    asked = serve(httpserver, "/intern/a", Response(b"a"))
    serve(httpserver, "/a", Response(b"a"))

    with pytest.raises(Failure) as failure:
        session.get(httpserver.url_for("/intern/a"))
    for _ in range(2):
        session.get(httpserver.url_for("/a"))

    assert (failure.value.status, asked) == (Status.ROBOTS_DENIED, [])
    assert 2.5 < slept[-1] <= 3.0


def test_a_host_that_fails_to_say_its_rules_is_left_alone(session: Session, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("", status=500)
    asked = serve(httpserver, "/a", Response(b"a"))

    with pytest.raises(Failure):
        session.get(httpserver.url_for("/a"))

    assert asked == []


def test_a_written_reason_opens_what_robots_close(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /\n")
    serve(httpserver, "/a", Response(b"a"))

    with session_at(httpserver.url_for("/"), Manners(robots_override="allowed by letter of 3 May 2024")) as session:
        assert session.get(httpserver.url_for("/a")).body == b"a"


def test_a_pause_is_kept_between_two_requests(server: HTTPServer, slept: list[float]) -> None:
    serve(server, "/a", Response(b"a"))

    with session_at(server.url_for("/"), Manners(pause=2.0), sleep=slept.append) as session:
        for _ in range(3):
            session.get(server.url_for("/a"))

    assert len(slept) == 4  # robots.txt was the first request, the file of reservations the second
    assert all(1.5 < pause <= 2.0 for pause in slept)


@pytest.mark.parametrize(
    ("url", "status"),
    [
        pytest.param("file:///etc/passwd", Status.SSRF_BLOCKED, id="a file"),
        pytest.param("ftp://127.0.0.1/a", Status.SSRF_BLOCKED, id="another protocol"),
        pytest.param("", Status.SSRF_BLOCKED, id="nothing"),
    ],
)
def test_an_address_that_cannot_be_asked_is_told(session: Session, url: str, status: Status) -> None:
    with pytest.raises(Failure) as failure:
        session.get(url)

    assert failure.value.status is status


def test_a_server_that_nobody_is_at_is_told() -> None:
    with raw() as url:
        pass  # the port is free again
    with session_at(url, NO_ROBOTS) as session, pytest.raises(Failure) as failure:
        session.get(url)

    assert failure.value.status is Status.CONNECTION


def test_what_is_called_a_pdf_and_is_another_file_is_left_to_the_readers(session: Session, server: HTTPServer) -> None:
    serve(server, "/a.pdf", Response(b"PK\x03\x04..."))

    assert session.get(server.url_for("/a.pdf"), "pdf").body == b"PK\x03\x04..."


def test_data_that_is_no_json_is_not_taken(session: Session, server: HTTPServer) -> None:
    serve(server, "/system", Response(b"PK\x03\x04..."))

    with pytest.raises(Failure) as failure:
        session.get(server.url_for("/system"), "json")

    assert failure.value.status is Status.WRONG_TYPE


def test_a_head_that_drips_ends_at_the_deadline() -> None:
    manners = replace(NO_ROBOTS, tries=1, deadline=0.3, read_timeout=5.0)
    started = time.monotonic()

    with raw(b"HTTP/1.1 200 OK\r\n", *[b"X-A: 1\r\n"] * 100, pause=0.05) as url, session_at(url, manners) as session:
        with pytest.raises(Failure) as failure:
            session.get(url)
        took = time.monotonic() - started

    assert failure.value.status is Status.TIMEOUT
    assert 0.3 <= took < 2.3


@pytest.mark.parametrize(
    ("after", "accepted"),
    [(b"", True), (b"\r\n\r\n", True), (b"the rest of the file", False)],
    ids=["as told", "empty lines after it", "more than told"],
)
def test_a_body_that_goes_on_after_its_length_is_not_taken(after: bytes, accepted: bool) -> None:
    head = b"HTTP/1.1 103 Early Hints\r\nLink: </a.css>\r\n\r\nHTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(PDF)
    with raw(head + PDF + after) as url, session_at(url, NO_ROBOTS) as session:
        try:
            came = session.get(url, "pdf").status
        except Failure as failure:
            came = failure.status

    assert came is (Status.OK if accepted else Status.TRUNCATED)


TRUNCATIONS = random.Random(6)
WHOLE = b"%PDF-1.7\n" + TRUNCATIONS.randbytes(3000) + b"\n%%EOF\n"
CHUNKED = (
    b"".join(b"%x\r\n%b\r\n" % (len(piece), piece) for piece in (WHOLE[at : at + 700] for at in range(0, len(WHOLE), 700))) + b"0\r\n\r\n"
)
KINDS = {
    "plain": (b"Content-Length: %d" % len(WHOLE), WHOLE),
    "without a length": (b"X-Length: none", WHOLE),
    "chunked": (b"Transfer-Encoding: chunked", CHUNKED),
    "gzip": (b"Content-Encoding: gzip", gzip.compress(WHOLE)),
    "gzip with its length": (b"Content-Encoding: gzip\r\nContent-Length: %d" % len(gzip.compress(WHOLE)), gzip.compress(WHOLE)),
}


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_that_is_cut_off_anywhere_is_taken(kind: str) -> None:
    """Six hundred answers, cut at random places; seed 6."""
    head, body = KINDS[kind]
    sent: list[bytes] = []
    with answering(sent) as url, session_at(url, replace(NO_ROBOTS, tries=1)) as session:
        for _ in range(120):
            sent[:] = [b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + body[: TRUNCATIONS.randrange(len(body) - 7)]]
            with pytest.raises(Failure) as failure:
                session.get(url, "pdf")
            assert failure.value.status is Status.TRUNCATED
        sent[:] = [b"HTTP/1.1 200 OK\r\n" + head + b"\r\n\r\n" + body]
        assert session.get(url, "pdf").body == WHOLE


def test_a_redirect_keeps_the_pause_and_the_rules_of_its_host(httpserver: HTTPServer, slept: list[float]) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nDisallow: /intern/\n")
    serve(httpserver, "/a", Response(status=302, headers={"Location": "/b"}))
    serve(httpserver, "/b", Response(status=301, headers={"Location": "/intern/c"}))
    asked = serve(httpserver, "/intern/c", Response(b"c"))

    with session_at(httpserver.url_for("/"), Manners(pause=2.0), sleep=slept.append) as session, pytest.raises(Failure) as failure:
        session.get(httpserver.url_for("/a"))

    assert (failure.value.status, asked) == (Status.ROBOTS_DENIED, [])
    assert len(slept) == 3
    assert all(1.5 < pause <= 2.0 for pause in slept)


def test_a_robots_txt_may_be_elsewhere_on_the_host(httpserver: HTTPServer, session: Session) -> None:
    serve(httpserver, "/robots.txt", Response(status=301, headers={"Location": "/rules/robots.txt"}))
    serve(httpserver, "/rules/robots.txt", Response(b"User-agent: *\nDisallow: /intern/\n"))

    with pytest.raises(Failure, match="keeps programs away"):
        session.get(httpserver.url_for("/intern/a"))


def test_a_redirect_to_what_is_no_address_is_told() -> None:
    answer = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nLocation: http://[::1/\r\n\r\n"
    with raw(answer) as url, session_at(url, NO_ROBOTS) as session, pytest.raises(Failure) as failure:
        session.get(url)

    assert failure.value.status is Status.SSRF_BLOCKED


@pytest.mark.parametrize(
    ("page", "status"),
    [
        pytest.param(b'<html><input name="p" type = "password">', Status.LOGIN_WALL, id="a field for a password"),
        pytest.param(b"<!doctype html><title>Anmelden - Ratsinfo</title>", Status.LOGIN_WALL, id="a title"),
        pytest.param(b"<html><form method=post><input name=SAMLRequest value=a>", Status.LOGIN_WALL, id="a way to a login elsewhere"),
        pytest.param(b"<html><h1>Keine Berechtigung</h1>", Status.SOFT_ERROR_PAGE, id="another page"),
    ],
)
def test_a_page_is_no_file(server: HTTPServer, slept: list[float], page: bytes, status: Status) -> None:
    serve(server, "/a", Response(page))
    with session_at(server.url_for("/"), sleep=slept.append) as session, pytest.raises(Failure) as failure:
        session.get(server.url_for("/a"), "file")

    assert failure.value.status is status


def test_a_document_may_be_a_page_but_no_login(server: HTTPServer, session: Session) -> None:
    serve(server, "/a", Response(b"<html><title>Beschluss</title>"), Response(b"<html><title>Login</title>"))

    assert session.get(server.url_for("/a"), "document").status is Status.OK
    with pytest.raises(Failure) as failure:
        session.get(server.url_for("/a"), "document")
    assert failure.value.status is Status.LOGIN_WALL


def test_a_slow_server_is_asked_more_slowly_and_a_fast_error_makes_us_no_faster() -> None:
    pace = Pace(lambda _: None, lambda: 0.0)
    pace.set("ris.example.org", 1.0)

    pauses = []
    for seconds, well in [(0.2, True), (8.0, True), (0.1, False), (500.0, True), (0.0, True)]:
        pace.answered("ris.example.org", seconds, well=well)
        pauses.append(pace.pause("ris.example.org"))

    assert pauses == [1.0, 4.1, 4.1, 60.0, 60.0]


def test_hundreds_of_requests_come_one_by_one_and_never_closer_than_the_pause() -> None:
    """The clock is the test's own: it goes on when the session sleeps, and a little with each look at it."""
    now, busy = [0.0], []
    sent = [b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"]

    def clock() -> float:
        now[0] += 0.001
        return now[0]

    def sleep(seconds: float) -> None:
        now[0] += seconds

    def came(start: bool) -> None:
        busy.append((start, now[0]))
        turn = len(busy) // 2 % 4  # every fourth answer is an error, every fourth a redirect
        sent[:] = [
            b"HTTP/1.1 %b\r\nContent-Length: 0\r\nLocation: /b\r\nConnection: close\r\n\r\n" % line
            for line in (b"200 OK", b"503 Busy", b"302 Found", b"200 OK")
        ][turn : turn + 1]

    manners = replace(NO_ROBOTS, pause=2.0, tries=9, deadline=3600.0)
    with answering(sent, came) as url, session_at(url, manners, sleep=sleep, clock=clock) as session:
        while len(busy) < 1000:  # many more, of several councils at several hosts: make soak ONLY=politeness
            session.get(url)

    assert [start for start, _ in busy] == [True, False] * (len(busy) // 2)
    gaps = [after - before for (_, before), (_, after) in zip(busy[1::2], busy[2::2], strict=False)]
    assert len(gaps) >= 499
    assert min(gaps) >= 2.0


WAITS = [
    ("7", 7.0), (" 7 ", 7.0), ("+7", 7.0), ("3.5", 3.5), ("-5", 0.0), ("-0", 0.0), ("0", 0.0), ("120, 60", 120.0), ("60, 120", 120.0),
    ("5 minutes", 300.0), ("2h", 7200.0), ("30s", 30.0), ("30 sec", 30.0), ("9" * 300, 1e9), ("Sun, 22 Nov 2026 10:00:30 GMT", 30.0),
    ("Sun, 22 Nov 2026 11:00:30 +0100", 30.0), ("Sunday, 22-Nov-26 10:00:30 GMT", 30.0), ("Sun Nov 22 10:00:30 2026", 30.0),
    ("2026-11-22T10:00:30Z", 30.0), ("2026-11-22T10:00:30", 30.0), ("Sat, 21 Nov 2026 10:00:30 GMT", 0.0),
    ("Sun, 22 Nov 2036 10:00:00 GMT", 315_619_200.0), ("soon", None), ("", None), ("nan", None), ("inf", None), ("1e9", None), ("0x10", None),
    ("\u0663", None), ("Sun, 99 Nov 2026 99:00:00 GMT", None), ("PT30S", None), (None, None), ("7;7", None), ("--7", None), ("." * 900, None),
]  # fmt: skip


@pytest.mark.parametrize(("said", "seconds"), WAITS, ids=lambda value: str(value)[:30])
def test_what_a_retry_after_asks_for(said: str | None, seconds: float | None) -> None:
    assert retry_after(said, datetime(2026, 11, 22, 10, tzinfo=UTC)) == seconds


@given(st.text(max_size=60))
def test_no_retry_after_breaks_anything(said: str) -> None:
    seconds = retry_after(said)
    assert seconds is None or 0.0 <= seconds < float("inf")


RESERVING = [
    pytest.param({"TDM-Reservation": "1"}, b"a", "the header tdm-reservation: 1", id="a header"),
    pytest.param({"X-Robots-Tag": "noai"}, b"a", "the header x-robots-tag: noai", id="a header for robots"),
    pytest.param(
        {}, b"<html><meta name='tdm-reservation' content='1'>", "the page's <meta name='tdm-reservation' content='1'>", id="a page"
    ),
]


@pytest.mark.parametrize(("headers", "page", "said"), RESERVING)
def test_what_is_reserved_is_not_taken(session: Session, server: HTTPServer, headers: dict[str, str], page: bytes, said: str) -> None:
    asked = serve(server, "/a", Response(page, headers=headers))

    with pytest.raises(Failure) as failure:
        session.get(server.url_for("/a"))

    assert (failure.value.status, len(asked)) == (Status.TDM_RESERVED, 1)
    assert failure.value.sentence == f"{server.url_for('/a')} is reserved from text and data mining: {said}."
    assert session.reservations == {urlsplit(server.url_for("/")).netloc: (said,)}


@pytest.mark.parametrize(("headers", "page", "said"), RESERVING)
def test_a_written_reason_takes_what_is_reserved_and_notes_it(server: HTTPServer, headers: dict[str, str], page: bytes, said: str) -> None:
    serve(server, "/a", Response(page, headers=headers))

    with session_at(server.url_for("/"), Manners(reservation_override="research under § 60d UrhG")) as session:
        assert session.get(server.url_for("/a")).body == page

    assert session.reservations == {urlsplit(server.url_for("/")).netloc: (said,)}


def test_the_body_of_what_a_header_reserves_is_not_even_received() -> None:
    head = b"HTTP/1.1 200 OK\r\nTDM-Reservation: 1\r\nContent-Length: 1000000\r\n\r\n"
    with raw(head) as url, session_at(url, NO_ROBOTS) as session, pytest.raises(Failure) as failure:
        session.get(url)

    assert failure.value.status is Status.TDM_RESERVED  # and not that its end is missing


def test_an_unchanged_document_may_have_become_reserved(session: Session, server: HTTPServer) -> None:
    serve(server, "/a", Response(status=304, headers={"TDM-Reservation": "1"}))

    with pytest.raises(Failure, match="reserved"):
        session.get(server.url_for("/a"), etag='"1"')


def test_what_a_hosts_file_reserves_is_not_asked_for_and_the_file_is_asked_for_once(session: Session, server: HTTPServer) -> None:
    rules = [{"location": "/docs/*.pdf$", "tdm-reservation": 1}, {"location": "/", "tdm-reservation": 0}]
    files = serve(server, "/.well-known/tdmrep.json", Response(json.dumps(rules), content_type="application/json"))
    documents = serve(server, "/docs/1.pdf", Response(PDF))
    serve(server, "/docs/1.html", Response(b"a"))

    for _ in range(2):
        with pytest.raises(Failure) as failure:
            session.get(server.url_for("/docs/1.pdf"))
        assert failure.value.status is Status.TDM_RESERVED
        assert session.get(server.url_for("/docs/1.html")).body == b"a"

    assert (len(files), len(documents)) == (1, 0)
    assert 'tdmrep.json says {"location": "/docs/*.pdf$", "tdm-reservation": 1}' in failure.value.sentence


@pytest.mark.parametrize(
    "answer",
    [
        pytest.param(lambda: Response(status=404), id="none"),
        pytest.param(lambda: Response(status=500), id="an error"),
        pytest.param(lambda: Response(b"<html>Startseite</html>"), id="the home page"),
        pytest.param(lambda: Response(status=302, headers={"Location": "/.well-known/tdmrep.json"}), id="a circle"),
    ],
)
def test_a_host_without_a_file_of_reservations_reserves_nothing(session: Session, server: HTTPServer, answer: Answer) -> None:
    asked = serve(server, "/.well-known/tdmrep.json", answer())
    serve(server, "/a", Response(b"a"))

    for _ in range(2):
        assert session.get(server.url_for("/a")).body == b"a"
    assert len(asked) in (1, MOST_HOPS + 1)


def test_a_file_of_reservations_that_robots_may_not_ask_for_is_not_asked_for(session: Session, httpserver: HTTPServer) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data("User-agent: *\nAllow: /oparl/\nDisallow: /\n")
    asked = serve(httpserver, "/.well-known/tdmrep.json", Response(b"[]"))
    serve(httpserver, "/oparl/a", Response(b"a"))

    assert session.get(httpserver.url_for("/oparl/a")).body == b"a"
    assert asked == []


def test_a_redirect_into_what_is_reserved_is_not_followed(session: Session, server: HTTPServer) -> None:
    server.expect_request("/.well-known/tdmrep.json").respond_with_json([{"location": "/docs/", "tdm-reservation": 1}])
    serve(server, "/a", Response(status=302, headers={"Location": "/docs/1"}))
    asked = serve(server, "/docs/1", Response(b"a"))

    with pytest.raises(Failure, match="reserved"):
        session.get(server.url_for("/a"))
    assert asked == []

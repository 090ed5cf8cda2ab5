"""robots.txt in every form that servers give it (RFC 9309): what may be asked then, and that nothing is asked where it is not known."""

from __future__ import annotations

import gzip
from dataclasses import dataclass, field

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_typed
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.statuses import Failure, Status

CLOSED = b"User-agent: *\nDisallow: /intern/\n"
OPEN, DENIED, ALONE = "open", "denied", "left alone"


@dataclass(slots=True)
class Form:
    """An answer to the request for robots.txt, and what becomes of /intern/a and of /a then."""

    name: str
    inside: str
    outside: str
    body: bytes = b""
    status: int = 200
    headers: dict[str, str] = field(default_factory=dict)


def rules(name: str, body: bytes | str, inside: str, outside: str = OPEN, **more: object) -> Form:
    return Form(name, inside, outside, body.encode() if isinstance(body, str) else body, **more)  # type: ignore[arg-type]


def answers(name: str, status: int, then: str, **headers: str) -> Form:
    return Form(name, then, then, b"<html>error</html>", status, {key.replace("_", "-"): value for key, value in headers.items()})


FORMS = [
    rules("plain", CLOSED, DENIED),
    rules("byte order mark", b"\xef\xbb\xbf" + CLOSED, DENIED),
    rules("carriage returns and line feeds", CLOSED.replace(b"\n", b"\r\n"), DENIED),
    rules("carriage returns alone", CLOSED.replace(b"\n", b"\r"), DENIED),
    rules("no line end at the end", CLOSED.rstrip(), DENIED),
    rules("empty lines before", b"\n\n\n" + CLOSED, DENIED),
    rules("an empty line within", "User-agent: *\n\nDisallow: /intern/\n", DENIED),
    rules("blanks and tabs", "  User-agent :\t*\t\n\tDisallow :  /intern/  \n", DENIED),
    rules("comments", "# Rules\nUser-agent: * # all\nDisallow: /intern/ # closed\n", DENIED),
    rules("small letters", "user-agent: *\ndisallow: /intern/\n", DENIED),
    rules("great letters", "USER-AGENT: *\nDISALLOW: /intern/\n", DENIED),
    rules("path in other letters", "User-agent: *\nDisallow: /INTERN/\n", OPEN),
    rules("our name", "User-agent: beschlussbuch\nDisallow: /intern/\n", DENIED),
    rules("our name in other letters", "User-agent: BeschlussBuch\nDisallow: /intern/\n", DENIED),
    rules("our name with a version", "User-agent: beschlussbuch/0.1\nDisallow: /intern/\n", DENIED),
    rules("another's name", "User-agent: otherbot\nDisallow: /\n", OPEN),
    rules("ours before everybody's", "User-agent: *\nDisallow: /\n\nUser-agent: beschlussbuch\nDisallow: /intern/\n", DENIED),
    rules("ours opens what everybody's closes", "User-agent: *\nDisallow: /\n\nUser-agent: beschlussbuch\nAllow: /\n", OPEN),
    rules("ours among several", "User-agent: otherbot\nUser-agent: beschlussbuch\nDisallow: /intern/\n", DENIED),
    rules("ours in two groups", "User-agent: beschlussbuch\nDisallow: /x\n\nUser-agent: beschlussbuch\nDisallow: /intern/\n", DENIED),
    rules("everything closed", "User-agent: *\nDisallow: /\n", DENIED, DENIED),
    rules("everything closed by a star", "User-agent: *\nDisallow: *\n", DENIED, DENIED),
    rules("nothing closed", "User-agent: *\nDisallow:\n", OPEN),
    rules("everything closed, one path open", "User-agent: *\nDisallow: /\nAllow: /a$\n", DENIED, OPEN),
    rules("the longer rule wins", "User-agent: *\nDisallow: /intern/\nAllow: /intern/a\n", OPEN),
    rules("of rules of one length the one that opens", "User-agent: *\nDisallow: /intern/a\nAllow: /intern/a\n", OPEN),
    rules("a star within", "User-agent: *\nDisallow: /*tern/\n", DENIED),
    rules("an end", "User-agent: *\nDisallow: /intern/$\n", OPEN),
    rules("a star and an end", "User-agent: *\nDisallow: /i*a$\n", DENIED),
    rules("percent signs", "User-agent: *\nDisallow: /%69ntern/\n", DENIED),
    rules("umlauts", "User-agent: *\nDisallow: /bücher/\nDisallow: /intern/\n", DENIED),
    rules("bytes of another encoding", b"User-agent: *\nDisallow: /b\xfccher/\nDisallow: /intern/\n", DENIED),
    rules("zero bytes", b"\x00\x00\nUser-agent: *\nDisallow: /intern/\n", DENIED),
    rules("rules before any name", "Disallow: /intern/\n", OPEN),
    rules("unknown lines", "Host: a\nClean-param: x\nContent-Signal: ai-train=no\nUser-agent: *\nDisallow: /intern/\n", DENIED),
    rules("sitemap between name and rule", "User-agent: *\nSitemap: https://a/s.xml\nDisallow: /intern/\n", DENIED),
    rules("no colon", "User-agent *\nDisallow /intern/\n", DENIED),
    rules("600 KiB of comments before the end", b"# " + b"x" * 100_000 + b"\n" + CLOSED + b"# y\n" * 130_000, DENIED),
    rules("a rule within the first half megabyte", b"# 34567\n" * 62_000 + CLOSED + b"# y\n" * 30_000, DENIED),
    rules("packed", gzip.compress(CLOSED), DENIED, headers={"Content-Encoding": "gzip"}),
    rules("said to be a web page", CLOSED, DENIED, headers={"Content-Type": "text/html"}),
    rules("a web page", "<!doctype html><html><body><h1>Startseite</h1></body></html>", OPEN),
    rules("a web page that names rules", "<html><body><p>User-agent: x<p>Disallow: /</body></html>", OPEN),
    rules("nothing", "", OPEN),
    rules("blanks", " \n \n", OPEN),
    answers("not there", 404, OPEN),
    answers("gone", 410, OPEN),
    answers("forbidden", 403, OPEN),
    answers("wants a login", 401, OPEN),
    answers("a bad request", 400, OPEN),
    answers("a teapot", 418, OPEN),
    answers("an error of the server", 500, ALONE),
    answers("a bad gateway", 502, ALONE),
    answers("out of order", 503, ALONE),
    answers("out of order for years", 503, ALONE, Retry_After="31536000"),
    answers("too many requests", 429, ALONE),
    answers("a circle", 302, OPEN, Location="/robots.txt"),
    Form("cut off", ALONE, ALONE, gzip.compress(CLOSED)[:-9], headers={"Content-Encoding": "gzip"}),
    Form("packed in a way that nobody asked for", ALONE, ALONE, CLOSED, headers={"Content-Encoding": "br"}),
    answers("elsewhere, on another's host", 302, ALONE, Location="https://other.example.org/robots.txt"),
]


def test_there_are_enough_forms() -> None:
    assert len(FORMS) >= 50


@pytest.fixture
def documents(httpserver: HTTPServer) -> list[str]:
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.path)
        return Response(b"a")

    for path in ("/a", "/intern/a"):
        httpserver.expect_request(path).respond_with_handler(answer)
    httpserver.expect_request("/.well-known/tdmrep.json").respond_with_data("", status=404)
    return asked


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.name)
def test_a_robots_txt(form: Form, httpserver: HTTPServer, documents: list[str]) -> None:
    httpserver.expect_request("/robots.txt").respond_with_data(form.body, status=form.status, headers=form.headers)
    became = {}
    with Session(Manners(tries=2), boundary_typed(httpserver.url_for("/")), hosts=Hosts(sleep=lambda _: None)) as session:
        for path in ("/intern/a", "/a"):
            try:
                session.get(httpserver.url_for(path))
                became[path] = OPEN
            except Failure as failure:
                became[path] = DENIED if failure.status is Status.ROBOTS_DENIED else ALONE

    assert became == {"/intern/a": form.inside, "/a": form.outside}
    assert documents == [path for path, what in became.items() if what == OPEN]


def test_a_robots_txt_that_fails_is_not_asked_for_again_with_each_document(httpserver: HTTPServer) -> None:
    asked: list[str] = []

    def answer(request: Request) -> Response:
        asked.append(request.path)
        return Response(status=500)

    httpserver.expect_request("/robots.txt").respond_with_handler(answer)
    with Session(Manners(tries=3), boundary_typed(httpserver.url_for("/")), hosts=Hosts(sleep=lambda _: None)) as session:
        for number in range(10):
            with pytest.raises(Failure, match="answers 500"):
                session.get(httpserver.url_for(f"/{number}"))

    assert asked == ["/robots.txt"] * 3

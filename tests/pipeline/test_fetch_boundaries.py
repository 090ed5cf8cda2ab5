"""No way leads a session to an address that is not its council's: a canary on loopback counts who comes. Names are resolved by a stub."""

from __future__ import annotations

import socket
import socketserver
import ssl
import subprocess
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import pytest

from pipeline.councils import Council, council_at
from pipeline.fetch import Session
from pipeline.fetch_boundaries import Boundary, Place, boundary_of, boundary_typed, kind_of
from pipeline.fetch_hosts import Hosts
from pipeline.fetch_manners import Manners
from pipeline.fetch_wire import Resolve, resolved
from pipeline.statuses import Failure, Status

QUICK = Manners(robots_override="the server of this test has no rules", pause=0.0, first_wait=0.0, tries=2, connect_timeout=2.0)
OK = b"HTTP/1.1 200 OK\r\nContent-Length: 2\r\nConnection: close\r\n\r\nok"


class Canary:
    """A server on loopback that counts who comes, and gives every one the same answer."""

    def __init__(self, answer: bytes = OK, trust: ssl.SSLContext | None = None) -> None:
        self.hits: list[bytes] = []
        self.answer = answer
        self.trust = trust
        canary = self

        class Handler(socketserver.BaseRequestHandler):
            def handle(self) -> None:
                with suppress(OSError):
                    line = canary.trust.wrap_socket(self.request, server_side=True) if canary.trust else self.request
                    canary.hits.append(line.recv(4096))
                    line.sendall(canary.answer)
                    line.close()

        class Server(socketserver.ThreadingTCPServer):
            daemon_threads = True

        self.server = Server(("127.0.0.1", 0), Handler)
        self.port = self.server.server_address[1]
        self.url = f"http://127.0.0.1:{self.port}"


@contextmanager
def listening(answer: bytes = OK, trust: ssl.SSLContext | None = None) -> Iterator[Canary]:
    canary = Canary(answer, trust)
    thread = threading.Thread(target=canary.server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield canary
    finally:
        canary.server.shutdown()
        canary.server.server_close()
        thread.join()


@pytest.fixture
def canary() -> Iterator[Canary]:
    with listening() as canary:
        yield canary


def impatient(boundary: Boundary, resolve: Resolve = resolved) -> Session:
    """A session that leaves no host alone between two requests."""
    return Session(QUICK, boundary, hosts=Hosts(sleep=lambda _: None), resolve=resolve)


def leads_to(*addresses: str) -> Callable[[str, int], list[str]]:
    """A resolver that tells these addresses for every name."""
    return lambda _host, _port: list(addresses)


def blocked(session: Session, url: str) -> str:
    with pytest.raises(Failure) as failure:
        session.get(url)
    assert (failure.value.status, url) == (Status.SSRF_BLOCKED, url)
    return failure.value.sentence


# What leads, or was once believed to lead, to this machine or into a network; PORT is the canary's.
HOSTS = """
    127.0.0.1 127.0.0.2 127.255.255.254 127.1 127.0.1 0 0.0.0.0 0.0 0x0 00 0x7f.1 0x7f000001 0x7F.0.0.1 0x7f.0x0.0x0.0x1 017700000001
    0177.0.0.1 0177.0.0.01 0177.1 2130706433 02130706433 127.0.0.01 127.00.0.1 127.0.0.1. 127.0.0.1.. 1.0.0.127. localhost LOCALHOST
    localhost. LocalHost. a.localhost %6c%6f%63alhost %31%32%37.0.0.1 127%2e0.0.1 127.0.0.1%00 127.0.0.1%0d%0a 4294967296 4294967297
    [::1] [::] [0:0:0:0:0:0:0:1] [::ffff:127.0.0.1] [::ffff:7f00:1] [::ffff:10.0.0.1] [::127.0.0.1] [0::1] [64:ff9b::127.0.0.1]
    [64:ff9b::7f00:1] [64:ff9b:1::7f00:1] [2002:7f00:1::] [2001:0:7f00:1::] [fe80::1] [fe80::1%25lo] [fc00::1] [fd00:ec2::254] [fec0::1]
    [ff02::1] 10.0.0.1 10.255.255.255 172.16.0.1 172.31.255.254 192.168.0.1 192.168.1.1 100.64.0.1 169.254.169.254 169.254.0.1 0xA9FEA9FE
    2852039166 0251.0376.0251.0376 169.254.43518 100.100.100.200 168.63.129.16 192.0.0.192 198.18.0.1 224.0.0.1 239.255.255.250
    255.255.255.255 240.0.0.1 192.0.2.1 １２７.0.0.1 ①②⑦.0.0.1 127。0。0。1 127．0．0．1 ⓛocalhost localhost\t loc\u00adalhost
    user@127.0.0.1 user:word@localhost example.org@127.0.0.1 example.org:80@127.0.0.1 example.org%40127.0.0.1 example.org\\@127.0.0.1
    127.0.0.1\\@example.org 127.0.0.1\\.example.org @127.0.0.1
""".split()  # noqa: SIM905  a table
SCHEMES = (
    "file:///etc/passwd", "ftp://127.0.0.1:PORT/", "gopher://127.0.0.1:PORT/_GET", "dict://127.0.0.1:PORT/", "data:text/plain,a", "//127.0.0.1:PORT/",
    "jar:http://127.0.0.1:PORT!/", "http:127.0.0.1:PORT", "http:///127.0.0.1:PORT", "http://", "http:", "javascript:1", "unix:///run/a.sock", "",
)  # fmt: skip
FORBIDDEN = [f"http://{host}:PORT/latest/meta-data/" for host in HOSTS] + [f"http://{host}/" for host in HOSTS[::6]] + list(SCHEMES)


def test_there_are_enough_forms() -> None:
    assert len(set(FORBIDDEN)) >= 80


@pytest.mark.parametrize("boundary", [Boundary(), boundary_of("https://ratsinfo.example.org/")], ids=["any public host", "one council"])
def test_no_form_of_a_forbidden_address_is_asked(canary: Canary, boundary: Boundary) -> None:
    with impatient(boundary, leads_to("127.0.0.1")) as session:
        for form in FORBIDDEN:
            blocked(session, form.replace("PORT", str(canary.port)))

    assert canary.hits == []


@pytest.mark.parametrize("host", HOSTS)
def test_no_host_that_a_councils_file_names_is_forbidden_and_asked(canary: Canary, host: str) -> None:
    boundary = boundary_of("https://ratsinfo.example.org/", [f"{host}:{canary.port}", host])
    with impatient(boundary, leads_to("127.0.0.1")) as session:
        blocked(session, f"http://{host}:{canary.port}/a")

    assert canary.hits == []


def test_no_redirect_leads_to_a_forbidden_address(canary: Canary) -> None:
    forms = [form.replace("PORT", str(canary.port)).encode() for form in FORBIDDEN if form and "\t" not in form]
    with listening() as first, impatient(boundary_typed(first.url), leads_to("127.0.0.1")) as session:
        for form in forms:
            first.answer = b"HTTP/1.1 302 Found\r\nContent-Length: 0\r\nConnection: close\r\nLocation: " + form + b"\r\n\r\n"
            with pytest.raises(Failure) as failure:
                session.get(f"{first.url}/a")
            assert failure.value.status is Status.SSRF_BLOCKED, form

    assert canary.hits == []


@pytest.mark.parametrize(
    "answers",
    [
        ["127.0.0.1"],
        ["192.0.43.8", "127.0.0.1"],
        ["127.0.0.1", "192.0.43.8"],
        ["::1"],
        ["::ffff:127.0.0.1"],
        ["64:ff9b::7f00:1"],
        ["fe80::1"],
    ],
    ids=str,
)
@pytest.mark.parametrize("scheme", ["http", "https"])
def test_a_name_that_leads_to_this_machine_is_not_asked(canary: Canary, answers: list[str], scheme: str) -> None:
    boundary = boundary_of(f"{scheme}://ris.example.org:{canary.port}/")
    with impatient(boundary, leads_to(*answers)) as session:
        said = blocked(session, f"{scheme}://ris.example.org:{canary.port}/a")

    assert said.startswith("ris.example.org is at ")
    assert canary.hits == []


def test_a_name_is_resolved_once_for_a_connection_and_that_address_is_connected_to(canary: Canary) -> None:
    """A resolver that says another thing the second time (DNS rebinding) is asked once; what it said is what is judged and used."""
    asked: list[str] = []

    def rebinding(host: str, port: int) -> list[str]:
        asked.append(host)
        return ["127.0.0.1"] if len(asked) <= 2 else ["169.254.169.254"]  # the first is for the file of reservations

    place = Place("ris.example.org", canary.port)
    with impatient(Boundary(frozenset({place}), frozenset({place})), rebinding) as session:
        assert session.get(f"http://ris.example.org:{canary.port}/a").body == b"ok"
        assert asked == ["ris.example.org"] * 2
        blocked(session, f"http://ris.example.org:{canary.port}/b")  # a new connection, judged anew

    assert len(canary.hits) == 2
    assert b"Host: ris.example.org" in canary.hits[1]


class TestCouncil:
    def test_only_the_councils_own_hosts_are_asked(self) -> None:
        council = Council(
            id="x", name="X", source="oparl", url="https://ratsinfo.example.org/oparl", hosts=("Files.example.org", "c.example.org:8443")
        )
        boundary = boundary_of(council.url or "", council.hosts)

        for url in (
            "https://ratsinfo.example.org/a",
            "http://RATSINFO.example.org/a",
            "https://files.example.org/a",
            "https://c.example.org:8443/",
        ):
            boundary.check(url)
        for url in (
            "https://example.org/", "https://ratsinfo.example.org:8443/", "https://a.files.example.org/", "https://ratsinfo.example.org.evil.test/",
            "https://ratsinf\N{CYRILLIC SMALL LETTER O}.example.org/", "https://ratsinfo.example.org@evil.test/", "https://xn--ratsinf-0vg.example.org/",
        ):  # fmt: skip
            with pytest.raises(Failure, match=r"not this council's|name or password") as failure:
                boundary.check(url)
            assert failure.value.status is Status.SSRF_BLOCKED

    def test_the_sentence_tells_what_to_do_about_a_host_that_is_the_councils_after_all(self) -> None:
        with pytest.raises(Failure) as failure:
            boundary_of("https://ratsinfo.example.org/").check("https://files.example.org/1.pdf")

        assert failure.value.sentence == (
            "https://files.example.org/1.pdf is on a host that is not this council's; if it is, add files.example.org to `hosts` in its file;"
            " it was not asked."
        )

    def test_an_umlaut_in_a_host_is_the_same_host_however_it_is_written(self) -> None:
        boundary_of("https://ratsinfo.müllheim.example/").check("https://ratsinfo.xn--mllheim-n2a.example/a")

    def test_what_was_typed_makes_this_one_host_local(self, canary: Canary) -> None:
        with listening() as other, impatient(boundary_of(council_at("oparl", canary.url).url or "")) as session:
            assert session.get(f"{canary.url}/a").body == b"ok"
            blocked(session, f"{other.url}/a")  # another port of this machine is another server
            assert other.hits == []

    def test_a_council_in_a_private_network_is_asked_where_its_file_says_so(self, canary: Canary) -> None:
        url = f"http://ris.intern.example:{canary.port}/"
        with impatient(boundary_of(url, local=True), leads_to("127.0.0.1")) as session:
            assert session.get(url).body == b"ok"

    @pytest.mark.parametrize("address", ["169.254.169.254", "0.0.0.0", "224.0.0.1", "fe80::1", "168.63.129.16"])  # noqa: S104
    def test_a_local_council_is_not_at_such_an_address_either(self, address: str) -> None:
        with impatient(boundary_of("http://ris.intern.example/", local=True), leads_to(address)) as session:
            blocked(session, "http://ris.intern.example/a")


@pytest.mark.parametrize("address", ["192.0.43.8", "2606:2800:220:1::1", "64:ff9b::c000:2b08", "141.52.1.1", "2a01:4f8::1"])
def test_public_addresses_are_public(address: str) -> None:
    assert kind_of(address) is None


@pytest.fixture(scope="module")
def certificate(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A certificate of ris.example.org that nobody has signed."""
    place = tmp_path_factory.mktemp("tls")
    command = "openssl req -x509 -newkey rsa:2048 -nodes -days 2 -subj /CN=ris.example.org -addext subjectAltName=DNS:ris.example.org"
    try:
        subprocess.run([*command.split(), "-keyout", place / "key.pem", "-out", place / "cert.pem"], check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("openssl makes no certificate here")
    return place


@pytest.mark.parametrize(
    ("name", "trusted", "status"),
    [
        pytest.param("ris.example.org", True, Status.OK, id="its name"),
        pytest.param("other.example.org", True, Status.TLS, id="another name"),
        pytest.param("ris.example.org", False, Status.TLS, id="signed by nobody"),
    ],
)
def test_tls_is_verified_against_the_name(
    certificate: Path, monkeypatch: pytest.MonkeyPatch, name: str, trusted: bool, status: Status
) -> None:
    if trusted:
        monkeypatch.setenv("SSL_CERT_FILE", str(certificate / "cert.pem"))
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    context.load_cert_chain(certificate / "cert.pem", certificate / "key.pem")
    with listening(trust=context) as server:
        url = f"https://{name}:{server.port}/"
        with impatient(boundary_of(url, local=True), leads_to("127.0.0.1")) as session:
            try:
                came = session.get(url).status
            except Failure as failure:
                came = failure.status

    assert came is status


def test_a_proxy_of_the_environment_is_used_and_is_asked_for_nothing_forbidden(canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("http_proxy", canary.url)
    monkeypatch.delenv("no_proxy", raising=False)
    with impatient(Boundary()) as session:
        assert session.get("http://ris.example.org/a").body == b"ok"
        for host in HOSTS:
            blocked(session, f"http://{host}/a")

    asked = [hit.split(b"\r\n")[0] for hit in canary.hits]
    assert asked == [b"GET http://ris.example.org/.well-known/tdmrep.json HTTP/1.1", b"GET http://ris.example.org/a HTTP/1.1"]


def test_no_proxy_stands_before_a_local_council(canary: Canary, monkeypatch: pytest.MonkeyPatch) -> None:
    with listening() as proxy:
        monkeypatch.setenv("http_proxy", proxy.url)
        with impatient(boundary_typed(canary.url)) as session:
            assert session.get(f"{canary.url}/a").body == b"ok"

    assert (len(canary.hits), proxy.hits) == (2, [])  # the file of reservations, too


def test_a_name_that_nobody_knows_and_a_name_without_an_address_are_told() -> None:
    def unknown(host: str, port: int) -> list[str]:
        raise socket.gaierror(socket.EAI_NONAME, "Name or service not known")

    for resolve, status in ((unknown, Status.DNS), (leads_to(), Status.CONNECTION)):
        with impatient(boundary_of("https://ris.example.org/"), resolve) as session, pytest.raises(Failure) as failure:
            session.get("https://ris.example.org/a")
        assert failure.value.status is status

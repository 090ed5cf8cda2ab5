"""What a probe tells of an address, against the demo's servers; what it does not know it describes."""

import pytest
import yaml

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.allris3 import Allris3Site
from pipeline.demo.allris4 import Allris4Site
from pipeline.demo.sessionnet import SessionNetSite
from pipeline.demo.town import town_of
from pipeline.demo.website import Request, Response, Site, WebServer
from pipeline.fetch import Session
from pipeline.fetch_boundaries import boundary_typed
from pipeline.fetch_manners import Manners
from pipeline.probe import council_file, probe
from pipeline.sources import Seen
from pipeline.statuses import Failure

TOWN = town_of(SOURCES / "fehrnau")
SYSTEM = b'{"id": "x", "type": "https://schema.oparl.org/1.1/System", "oparlVersion": "https://schema.oparl.org/1.1/", "body": "y"}'


def told(site: Site, path: str):
    with (
        WebServer(site) as server,
        Session(Manners(reservation_override="a person looks at it once"), boundary_typed(server.url)) as session,
    ):

        def ask(url: str) -> Seen:
            answer = session.get(url)
            return Seen(url, answer.body, {name.lower(): value for name, value in answer.headers.items()})

        return probe(server.url + path, ask), server.url


@pytest.mark.parametrize(
    ("site", "path", "vendor", "version", "entry"),
    [
        pytest.param(
            SessionNetSite(TOWN, 4), "/si0040.asp?__cjahr=2025&__cmonat=3", "sessionnet", "5.3.3", "/si0040.asp", id="SessionNet 4"
        ),
        pytest.param(
            SessionNetSite(TOWN, 5), "/si0040.php?__cjahr=2025&__cmonat=3", "sessionnet", "4.9.6", "/si0040.php", id="SessionNet 5"
        ),
        pytest.param(Allris3Site(TOWN), "/bi/si010.asp?MM=3&YY=2025", "allris3", "3.9.4", "/bi/si010.asp", id="ALLRIS 3"),
        pytest.param(Allris4Site(TOWN), "/public/to010?SILFDNR=1", "allris4", "4.1.5", "/public/si010", id="ALLRIS 4"),
    ],
)
def test_a_known_system_is_told_with_a_file_to_start_from(site: Site, path: str, vendor: str, version: str, entry: str) -> None:
    found, root = told(site, path)
    assert [(one.source, one.version, one.entry) for one in found.recognised] == [(vendor, version, root + entry)]
    assert found.links == ()  # only what is no system itself is asked where one may be
    fields = yaml.safe_load(council_file(found))
    council = Council.model_validate({"id": "x"} | fields)
    assert (council.source, council.url, council.unverified) == (vendor, root + entry, True)


def test_an_oparl_server_beside_the_pages_is_found_and_preferred() -> None:
    pages = Allris4Site(TOWN)

    def site(request: Request) -> Response | None:
        return Response(SYSTEM, "application/json") if request.path == "/public/oparl/system" else pages(request)

    found, root = told(site, "/public/to010?SILFDNR=1")
    assert found.oparl == f"{root}/public/oparl/system"
    assert yaml.safe_load(council_file(found))["source"] == "oparl"


def test_robots_and_reservations_are_told() -> None:
    def site(request: Request) -> Response | None:
        if request.path == "/robots.txt":
            return Response(b"User-agent: *\nDisallow: /intern\nCrawl-delay: 0.1\n", "text/plain")
        page = b'<html><meta name="tdm-reservation" content="1"><title>Fehrnau</title><a href="/bi/sitzungen">Ratsinformation</a></html>'
        return Response(page, headers={"X-Robots-Tag": "noai"}) if request.path == "/" else None

    found, root = told(site, "/")
    assert found.recognised == ()
    assert found.robots == "1 rule(s) that keep programs away, Crawl-delay: 0.1: Disallow: /intern"
    assert found.reservations == ("x-robots-tag: noai", "<meta name='tdm-reservation'>: 1")
    assert found.links == (f"{root}/bi/sitzungen",)


def test_an_address_that_answers_nothing_is_one_sentence() -> None:
    with pytest.raises(Failure, match="answers 404"):
        told(lambda _: None, "/nothing")


def test_a_pause_that_robots_txt_asks_for_is_told_though_nothing_is_forbidden() -> None:
    def site(request: Request) -> Response | None:
        if request.path == "/robots.txt":
            return Response(b"User-agent: *\nCrawl-delay: 0.1\n", "text/plain")
        return Response(b"<html><title>Fehrnau</title></html>") if request.path == "/" else None

    assert told(site, "/")[0].robots == "nothing is forbidden, Crawl-delay: 0.1"


def test_a_page_with_a_picture_of_a_million_letters_is_looked_through_at_once() -> None:
    picture = b'<img src="data:image/png;base64,' + b"A" * 1_000_000 + b'">'

    def site(request: Request) -> Response | None:
        if request.path == "/ris/oparl/system":
            return Response(SYSTEM, "application/json")
        return Response(b"<html>" + picture + b'<a href="/ris/oparl/system">OParl</a></html>') if request.path == "/" else None

    found, root = told(site, "/")
    assert found.oparl == f"{root}/ris/oparl/system"

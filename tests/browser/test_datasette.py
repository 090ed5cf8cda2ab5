"""From the first page to the highlighted sentence, as a journalist goes: search, narrow down, ask a question that has a name, click."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import dataclass
from datetime import date
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from pipeline.archive import Archive
from pipeline.release.calendars import FOLDER as CALENDARS
from pipeline.release.calendars import write_calendars
from pipeline.release.evidence.writing import Sources, write_evidence
from pipeline.release.feeds import FOLDER as FEEDS
from pipeline.release.feeds import write_feeds
from pipeline.release.folder import MANIFEST
from pipeline.release.settings import Settings
from pipeline.release.sqlite import FILE
from pipeline.serve.server import said, serving
from tests.browser.conftest import Seen
from tests.browser.payloads import PAYLOADS
from tests.browser.test_evidence import in_view, lit
from tests.pipeline.release.evidence.released import Small
from tests.pipeline.release.finished import finished

pytestmark = pytest.mark.slow
Opened = Callable[..., Seen]


@dataclass(frozen=True)
class Site:
    """What is served: where, and from which folder."""

    url: str
    release: Path
    digest: str


def hostile(small: Small) -> None:
    """A council all of whose words are scripts."""
    small.council = "evil"
    small.put("councils", id="evil", council="evil", name=PAYLOADS[0])
    small.document("evil", "\n".join(PAYLOADS), title=PAYLOADS[1], name=PAYLOADS[2], body=PAYLOADS[3], meeting_date="1999-01-01")
    said = ("body", "permalink", "original_url", "source_url", "document_title", "rule")
    for number, payload in enumerate(PAYLOADS):
        of = {"agenda_item": str(number), "meeting_date": "1999-01-01", "key": f"e{number}"} | dict.fromkeys(said, payload)
        small.fact("agenda_items", "evil", payload, number=payload, title=payload, paper=payload, **(of | {"key": f"i{number}"}))
        small.fact("votes", "evil", payload, subject_text=payload, yes=number, no=number, **of)
        small.fact("recusals", "evil", payload, person=payload, statute=payload, **(of | {"key": f"r{number}"}))


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Site]:
    data = tmp_path_factory.mktemp("served")
    release = data / "releases" / "20261122T100000Z-0a1b2c3d"
    with closing(finished(release, also=hostile).connection) as connection:
        write_feeds(connection, release / FEEDS, Settings())
        write_calendars(connection, release / CALENDARS, Settings(), date(2024, 1, 1))
    write_evidence(release, Sources(archive=Archive(data / "raw"), kept=data / "images"))
    (release / MANIFEST).write_text(json.dumps({"release": release.name, "tables": {}}), encoding="utf-8")
    digest = hashlib.sha256((release / FILE).read_bytes()).hexdigest()
    with serving(release, Settings(title="Beschlüsse im Kreis"), 0) as served:
        yield Site(served.url.rstrip("/"), release, digest)
        assert served.process.poll() is None, said(served.log)
    assert hashlib.sha256((release / FILE).read_bytes()).hexdigest() == digest


def stayed_here(seen: Seen, site: Site) -> bool:
    """Whether nothing was asked of anybody else, and nothing opened a dialog."""
    return not seen.dialogs and {urlsplit(request).netloc for request in seen.requests} == {urlsplit(site.url).netloc}


def test_from_a_search_to_the_highlighted_sentence(site: Site, opened: Opened) -> None:
    seen = opened(site.url)
    page = seen.page
    seen.photograph("datasette-1-front", whole=True)
    assert page.locator("h1").inner_text() == "Beschlüsse im Kreis"
    assert "Landkreis Wehr" in page.locator(".metadata-description").inner_text()

    page.locator("input[name=search]").fill("Fluchtlinge")
    with page.expect_navigation():
        page.get_by_role("button", name="Suchen").click()
    seen.photograph("datasette-2-search", whole=True)
    kinds = page.locator("td.col-kind").all_inner_texts()
    assert set(kinds) == {"Abstimmung", "Beschlusspunkt", "Betrag", "Frist", "Dokument"}
    assert "Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr" in page.locator("td.col-about").all_inner_texts()

    with page.expect_navigation():
        page.locator("tr", has_text="Abstimmung").get_by_role("link", name="Beleg").click()
    seen.photograph("datasette-3-evidence")
    assert page.url == f"{site.url}/evidence/d1.html#close"
    assert lit(page) == "13 Ja, 12 Nein, 1 Enthaltung"
    assert in_view(page, "[id='close'] + mark")
    assert stayed_here(seen, site)


def test_narrowing_down_by_city_and_year(site: Site, opened: Opened) -> None:
    seen = opened(f"{site.url}/beschlussbuch/decisions?meeting_date__gte=2000-01-01")
    page = seen.page
    assert page.locator("td.col-meeting_date").all_inner_texts() == ["2024-03-12", "2024-03-12", "2023-05-05"]
    with page.expect_navigation():
        page.locator(".facet-info[data-column=year]").get_by_role("link", name="2023").click()
    assert page.locator("td.col-title").all_inner_texts() == ["Ganztag an der Grundschule"]
    page.goto(f"{site.url}/beschlussbuch/decisions?_search=strasse&meeting_date__gte=2000-01-01")
    with page.expect_navigation():
        page.locator(".facet-info[data-column=council]").get_by_role("link", name="fehrnau").click()
    seen.photograph("datasette-4-facets", whole=True)
    assert page.locator("td.col-outcome").all_inner_texts() == ["adopted", "adopted"]
    assert page.locator("td.col-outcome span").first.get_attribute("title") == "angenommen, zugestimmt, beschlossen"
    assert stayed_here(seen, site)


def test_datasettes_own_words_are_german_and_what_is_typed_stays(site: Site, opened: Opened) -> None:
    seen = opened(f"{site.url}/beschlussbuch/votes?_search=%22where%22+OR+where+sorted+by&meeting_date__gte=2000-01-01&_sort=id")
    page = seen.page
    assert page.locator("h3").first.inner_text().startswith('0 Zeilen mit den Wörtern ""where" OR where sorted by" and')
    page.goto(f"{site.url}/beschlussbuch/decisions?council=fehrnau")
    assert page.locator("h1").inner_text() == "Beschlüsse und Abstimmungen"
    assert page.locator("h3").first.inner_text() == '2 Zeilen mit council = "fehrnau" nach meeting_date, die neuesten oder größten zuerst'
    assert page.locator(".facet-info[data-column=outcome] strong").inner_text().startswith("Ergebnis (outcome)")
    assert (page.locator("th[data-column=yes]").get_attribute("title") or "").startswith("Ja-Stimmen: Gedruckte Zahl")
    page.goto(f"{site.url}/beschlussbuch/faellig?day=2024-08-20&council=")
    assert page.locator("form.sql h3").all_inner_texts() == ["2 Zeilen (SQL zeigen)", "Felder"]
    assert page.locator("form.sql label").all_inner_texts() == ["Tag", "Kommune"]
    assert page.locator("form.sql input[type=submit]").input_value() == "Fragen"
    page.goto(f"{site.url}/beschlussbuch/faellig?day=1900-01-01&council=")
    assert page.locator("form.sql h3").first.inner_text() == "Die Frage (SQL zeigen)"
    assert page.locator(".zero-results").inner_text() == "Keine Zeile gefunden."
    assert stayed_here(seen, site)
    assert [said for said in seen.console if "parentNode" not in said] == []  # datasette-vega, where there is no table to draw


def test_a_question_that_has_a_name(site: Site, opened: Opened) -> None:
    seen = opened(site.url)
    page = seen.page
    with page.expect_navigation():
        page.get_by_role("link", name="Knappe Abstimmungen", exact=True).click()
    page.locator("input[name=council]").fill("fehrnau")
    with page.expect_navigation():
        page.locator("input[type=submit]").click()
    seen.photograph("datasette-5-close-votes", whole=True)
    assert page.locator("td.col-margin").all_inner_texts() == ["1"]
    with page.expect_navigation():
        page.get_by_role("link", name="Beleg").click()
    assert lit(page) == "13 Ja, 12 Nein, 1 Enthaltung"
    assert stayed_here(seen, site)


def test_money_is_written_as_people_write_it_and_drawn_as_a_chart(site: Site, opened: Opened) -> None:
    seen = opened(site.url)
    page = seen.page
    page.get_by_role("link", name="Größte Summen").click()
    page.locator("td.col-amount").first.wait_for()
    assert page.locator("td.col-amount").all_inner_texts() == ["1.250.000", "300.000", "90.000"]
    page.locator(".vega-embed .marks").wait_for()
    seen.photograph("datasette-6-chart", whole=True)
    assert stayed_here(seen, site)


def test_what_is_served_beside_the_tables(site: Site, opened: Opened) -> None:
    page = opened(site.url).page
    types = {}
    for path in (
        "feeds/beschluesse.atom",
        "feeds/feeds.opml",
        "calendar/alle.ics",
        "evidence/d1.html",
        "beschlussbuch/feed_decisions.atom?council=fehrnau",
    ):
        answer = page.request.get(f"{site.url}/{path}")
        types[path.partition("?")[0].rpartition(".")[2]] = answer.headers["content-type"].partition(";")[0]
        assert answer.status == 200, path
        assert answer.headers["content-security-policy"].startswith("default-src 'self'")
    assert types == {"atom": "application/xml", "opml": "text/x-opml", "ics": "text/calendar", "html": "text/html"}


@pytest.mark.parametrize(
    "path",
    [
        "evidence/../manifest.json",
        "evidence/%2e%2e/manifest.json",
        "feeds/..%2fmanifest.json",
        "evidence//etc/passwd",
        "style/../server.py",
    ],
)
def test_no_other_file_is_served(site: Site, path: str) -> None:
    asked = HTTPConnection(urlsplit(site.url).netloc, timeout=10)
    with closing(asked):
        asked.request("GET", f"/{path}")
        assert asked.getresponse().status in (403, 404)


def test_nothing_that_documents_say_is_run(site: Site, opened: Opened) -> None:
    """120 payloads in titles, quotes, names and addresses, through Datasette's pages; and some in what is asked."""
    pages = [
        "/", "/beschlussbuch", "/beschlussbuch/decisions?council=evil&_size=200", "/beschlussbuch/recusals?council=evil&_size=200&_facet=person",
        "/beschlussbuch/votes/e3", "/beschlussbuch/documents/evil", "/beschlussbuch/suche?search=evil",
    ]  # fmt: skip
    for payload in PAYLOADS[2::60]:
        pages.append(f"/beschlussbuch/suche?search={quote(payload)}&council={quote(payload)}&year={quote(payload)}")
        pages.append(f"/beschlussbuch/votes?_search={quote(payload)}&outcome={quote(payload)}&_feed_title={quote(payload)}")
        pages.append("/beschlussbuch?sql=" + quote("select '" + payload.replace("'", "''") + "' as permalink"))
    seen = opened(site.url)
    for path in pages:
        seen.page.goto(site.url + path)
        seen.page.mouse.move(300, 300)
        targets = seen.page.evaluate(
            "[...document.querySelectorAll('main [href], main [src], section [href]')].map(one => one.href || one.src)"
        )
        assert not [target for target in targets if not target.startswith(("http://", "https://"))], path
    seen.photograph("datasette-7-payloads", whole=True)
    assert stayed_here(seen, site), (seen.dialogs, set(seen.requests))
    assert not [said for said in seen.console if "evil" in said or "Refused" in said]

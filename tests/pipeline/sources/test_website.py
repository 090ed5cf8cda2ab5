"""A city's website: which articles there are, how far back, and what an article may yield."""

from datetime import date

import pytest

from pipeline import facts, run
from pipeline.councils import Council, Website
from pipeline.demo.cityweb import CityWebSite
from pipeline.demo.website import Request, WebServer
from pipeline.sources import Found
from pipeline.sources.website import find, judge
from pipeline.statuses import Failure, Status
from pipeline.store import Store, store_in

ROOT = "https://www.fehrnau.example"


def council(root: str = ROOT, articles: str = r"/presse/20\d\d/", **more) -> Council:
    website = Website(lists=(f"{root}/presse",), articles=articles)
    first, last = date(2025, 1, 1), date(2025, 12, 31)
    return Council(id="f", name="Fehrnau", source="website", url=root, website=website, first_day=first, last_day=last, pause=0, **more)


class Web:
    """The fake without the network."""

    def __init__(self) -> None:
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url.removeprefix(ROOT))
        path, _, query = url.removeprefix(ROOT).partition("?")
        answer = CityWebSite()(Request(path, dict(pair.split("=", 1) for pair in query.split("&") if pair)))
        if answer is None:
            raise Failure(Status.GONE, f"{url} answers 404.")
        return answer.body

    def found(self, **changes) -> Found:
        return find(council(**changes), self.get, None)


def test_articles_of_the_wanted_days_are_found_on_all_pages_of_the_list() -> None:
    web = Web()
    found = web.found()
    assert [(link.url.removeprefix(ROOT), link.name, link.version) for link in found.documents] == [
        ("/presse/2025/integrationskonzept", "Rat beschließt Integrationskonzept", "2025-03-20 Rat beschließt Integrationskonzept"),
        ("/presse/2025/bahnhofsvorplatz", "Bahnhofsvorplatz wird umgebaut", "2025-03-19 Bahnhofsvorplatz wird umgebaut"),
        ("/presse/2025/baeume", "Neue Bäume in der Gerberstraße", "2025-02-02 Neue Bäume in der Gerberstraße"),
    ]
    assert {link.kind for link in found.documents} == {"press"}
    assert (found.complete, found.issues, web.asked) == (True, (), ["/presse", "/presse?seite=2"])


def test_a_list_without_articles_is_an_issue() -> None:
    found = Web().found(articles=r"/meldungen/\d+")
    assert not found.complete
    assert [issue.code for issue in found.issues] == [Status.LAYOUT_UNKNOWN]


def test_a_council_without_lists_is_one_sentence() -> None:
    with pytest.raises(Failure, match="names no lists of articles"):
        find(council().model_copy(update={"website": None}), Web().get, None)


def test_a_maintenance_page_is_no_article() -> None:
    with pytest.raises(Failure) as caught:
        judge("press_release", ROOT, b"<html><title>Wartung</title><p>Unsere Seiten sind wegen Wartung nicht erreichbar.</p></html>")
    assert caught.value.status is Status.SOFT_ERROR_PAGE


def test_an_article_yields_references_and_figures_but_no_resolutions(tmp_path) -> None:
    with WebServer(CityWebSite(broken={"baeume"})) as server:
        city = council(server.url)
        begun = run.begin(city, tmp_path)
        run.fetch(city, tmp_path, begun.run, begun.fetch)
        facts.read(city, tmp_path, facts.to_read(city, tmp_path), processes=1)
        report = run.finish(city, tmp_path, begun)
    assert (report.outcome, report.stored, dict(report.failures)) == ("partial", 2, {"soft_error_page": 1})
    with Store(store_in(tmp_path)) as store:
        assert {(row["kind"], row["value"]) for row in store.rows('SELECT kind, value FROM "references"')} == {
            ("paper", "BV/031/2025"),
            ("paper", "BV/025/2025"),
        }
        assert [(row["amount"], row["section"]) for row in store.rows("SELECT amount, section FROM amounts")] == [("36000.00", "other")]
        assert store.rows("SELECT * FROM resolution_points") == []
        assert [(row["url"], row["words"]) for row in store.rows("SELECT url, words FROM links")] == [
            ("https://ris.fehrnau.example/vo0050.php?__kvonr=0", "Zur Vorlage")
        ]
        assert {row["kind"] for row in store.rows("SELECT kind FROM documents WHERE status = 'ok'")} == {"press"}

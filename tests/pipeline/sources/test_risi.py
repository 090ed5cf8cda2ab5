"""München's RIS and Wiesbaden's PIWi: months by clicks, iCalendar, agendas of boxes, what was decided on a page for each item."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from functools import cache
from urllib.parse import parse_qsl, urljoin, urlsplit
from zoneinfo import ZoneInfo

import pytest

from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.risi import RisiSite
from pipeline.demo.town import Town, TownMeeting, town_of
from pipeline.demo.website import Request
from pipeline.pages.page import page_of
from pipeline.sources import AgendaItem, Consultation, Found, Meeting, Organization, Paper, Recognised, Seen
from pipeline.sources.risi import find, headers_of, judge, recognise
from pipeline.sources.risi.calendar import meetings_on, unwrapped
from pipeline.sources.risi.files import ROLES
from pipeline.statuses import Failure, Issue, Status
from tests.pipeline.sources.fakes import codes, nouns, replaced

BERLIN = ZoneInfo("Europe/Berlin")
ENTRIES = {
    "muenchen": "https://ris.fehrnau.example/risi/sitzung/kalender/str",
    "wiesbaden": "https://ris.fehrnau.example/gremium/ical/gremium/0",
}


@cache
def town() -> Town:
    return town_of(SOURCES / "fehrnau")


class Site:
    """The fake without the network: it answers addresses, with changes to the pages at some of them."""

    def __init__(self, form: str = "muenchen", changes: dict[str, str] | None = None, *, at: str = "", **given: object) -> None:
        self.site = RisiSite(**{"town": town(), "form": form} | given)  # type: ignore[arg-type]
        self.changes, self.at, self.form = changes or {}, at, form
        self.asked: list[str] = []

    def get(self, url: str) -> bytes:
        self.asked.append(url)
        parts = urlsplit(url.partition(";jsessionid")[0] + ("?" + url.partition("?")[2] if "?" in url else ""))
        query = dict(parse_qsl(parts.query, keep_blank_values=True))
        headers = {name.lower(): value for name, value in headers_of(url).items()}
        answer = self.site(Request(parts.path, query, cookies={"JSESSIONID": "0F3A"}, headers=headers))
        if answer is None:
            raise Failure(Status.GONE, f"{url} answers 404.")
        if answer.status == 302:
            self.asked.pop()
            return self.get(urljoin(url, answer.headers["Location"]))
        change = replaced(*self.changes.items()) if self.at in url else str
        return change(answer.body.decode()).encode()

    def found(self, first: date = date(2025, 2, 1), last: date = date(2025, 3, 31)) -> Found:
        council = Council(id="f", name="Fehrnau", source="risi", url=ENTRIES[self.form], first_day=first, last_day=last)
        return find(council, self.get, None)


@pytest.mark.parametrize("form", ENTRIES)
def test_a_whole_council_is_found(form: str) -> None:
    found = Site(form).found()
    root = ENTRIES[form].partition("sitzung/kalender" if form == "muenchen" else "gremium")[0]

    committee, council = nouns(found, Meeting)
    assert (found.complete, found.issues) == (True, ())
    assert (council.key, council.name, council.start, council.meeting_state) == (
        f"{root}sitzung/detail/1",
        "Rat der Stadt Fehrnau",
        datetime(2025, 3, 18, 17, 0, tzinfo=BERLIN),
        "Abgeschlossen",
    )
    part = "Tagesordnung " if form == "muenchen" else ""
    assert council.agenda_items[1] == AgendaItem(
        key=f"{root}sitzung/detail/1#{part}2",
        number="2",
        title="Umbau des Bahnhofsvorplatzes",
        public=True,
        paper=f"{root}sitzungsvorlage/detail/0",
    )
    assert [(item.number, item.public) for item in council.agenda_items] == [*((str(n), True) for n in range(1, 7)), ("7", False)]
    assert nouns(found, Organization)[:1] == [
        Organization(key=f"{root}gremium/detail/1", name="Bau- und Verkehrsausschuss", web=f"{root}gremium/detail/1")
    ]
    assert [(paper.reference, paper.name, paper.paper_type, paper.date) for paper in nouns(found, Paper)] == [
        (paper.reference, paper.title, paper.paper_type, paper.day) for paper in town().papers
    ]
    ways = [way for way in nouns(found, Consultation) if way.paper == council.agenda_items[1].paper]
    assert [(way.meeting, way.agenda_item) for way in ways] == [(meeting.key, f"{meeting.key}#{part}2") for meeting in (committee, council)]
    fetched = [link for link in found.documents if link.content is None]
    assert sorted(link.role for link in fetched) == [
        "auxiliary_file", *["extract"] * 5, *["invitation"] * 2, *["main_file"] * 4, *["results_protocol"] * 2,
    ]  # fmt: skip
    assert not any("jsessionid" in link.url or "?" in link.url for link in found.documents)


def test_no_page_is_asked_for_twice_but_the_calendar() -> None:
    site = Site()
    site.found()
    pages = [url for url in site.asked if "-kalender-" not in url]
    assert len(pages) == len(set(pages))


def test_the_calendar_is_clicked_through_to_the_wanted_months_in_both_directions() -> None:
    site = Site(month=2024 * 12 + 10)
    found = site.found()
    assert [url.partition("kalender-")[2] for url in site.asked if "-kalender-" in url] == [
        "period~choice-4-link",
        "period~choice-3-link",
        "period~choice-3-link",
    ]
    assert [meeting.start.month for meeting in nouns(found, Meeting)] == [2, 3]
    assert [page.key for page in found.pages if page.key] == [f"{ENTRIES['muenchen']}#2025-{month:02}" for month in (1, 2, 3)]


def test_a_server_that_shows_the_same_month_again_is_told() -> None:
    site = Site()
    site.changes, site.at = {"März 2025</h2>": "Mai 2025</h2>"}, "-kalender-"
    found = site.found()
    assert not found.complete
    assert [(issue.code, issue.sentence) for issue in found.issues] == [
        (Status.LAYOUT_UNKNOWN, f"{ENTRIES['muenchen']}#2025-03 shows another month than the one that was asked for.")
    ]


def test_meetings_before_and_after_are_followed_where_no_list_names_them() -> None:
    rat = town().meeting("rat-2025-03-18")
    earlier: TownMeeting = replace(rat, name="rat-2025-01-14", start=datetime(2025, 1, 14, 17, tzinfo=BERLIN), items=rat.items[:1])
    site = Site("wiesbaden", {"sitzung/detail/2": "nowhere"}, at="/ical/", town=replace(town(), meetings=(*town().meetings, earlier)))
    found = site.found(first=date(2025, 1, 1))
    assert [meeting.start.date() for meeting in nouns(found, Meeting)] == [date(2025, 2, 25), date(2025, 3, 18), date(2025, 1, 14)]
    assert [issue.code for issue in found.issues] == [Status.LAYOUT_UNKNOWN]  # the entry of the list without an address


@pytest.mark.parametrize(
    ("change", "at", "code"),
    [
        pytest.param({'class="d-table ': 'class="grid '}, "/oeffentlich", Status.LAYOUT_UNKNOWN, id="the agenda has another class"),
        pytest.param({"d-table-row": "row"}, "/oeffentlich", Status.LAYOUT_UNKNOWN, id="its rows have another class"),
        pytest.param({"<span>2.</span>": "<span></span>"}, "/oeffentlich", Status.LAYOUT_UNKNOWN, id="an item has no number"),
        pytest.param({"<h3": "<h4", "</h3>": "</h4>"}, "/oeffentlich", Status.LAYOUT_UNKNOWN, id="the titles have another tag"),
        pytest.param({"Gremium:": "Organ:"}, "detail/1", Status.LAYOUT_UNKNOWN, id="a label is translated"),
        pytest.param({"Dienstag, 18. März 2025, ": ""}, "detail/1", Status.LAYOUT_UNKNOWN, id="the meeting's heading names no day"),
        pytest.param({"<h2 id": "<h3 id", "Betreff</h2>": "Thema</h2>"}, "sitzungsvorlage", Status.LAYOUT_UNKNOWN, id="no subject"),
        pytest.param({'<span class="sr-only">18. März 2025</span>': ""}, "kalender", Status.LAYOUT_UNKNOWN, id="an entry names no day"),
        pytest.param({'<main class="container': '<h1>Wartung</h1><main class="x'}, "kalender", Status.SOFT_ERROR_PAGE, id="maintenance"),
        pytest.param({'<main class="container': '<input type="password"><main class="x'}, "detail", Status.LOGIN_WALL, id="a login page"),
    ],
)  # fmt: skip
def test_a_changed_page_is_an_issue(change: dict[str, str], at: str, code: Status) -> None:
    assert codes(Site("muenchen", change, at=at)) == {code}


def test_links_of_the_calendar_are_known_by_where_they_lead() -> None:
    renamed = Site("muenchen", {"headline-link": "title-link"}, at="kalender").found()
    assert (renamed.issues, renamed.nouns) == ((), Site().found().nouns)


def test_an_agenda_for_members_only_is_no_loss() -> None:
    login = {'<main class="container': '<form><input type="password"></form><main class="x'}
    found = Site("wiesbaden", login, at="/nichtoeffentlich").found()
    assert (found.complete, found.issues) == (True, ())
    assert [page.status for page in found.pages if "nichtoeffentlich" in page.url] == [Status.LOGIN_WALL]
    assert [item.number for item in nouns(found, Meeting)[1].agenda_items] == ["1", "2", "3", "4", "5", "6"]


def test_numbers_that_start_again_are_told_with_their_headings_number() -> None:
    heading = '<div class="d-table-row odd topueberschrift"><div class="d-table-cell"></div><div class="d-table-cell"><span>{}</span></div><div class="d-table-cell"><h3>{}</h3></div></div>'
    old = '<div class="d-table-row even topueberschrift">'
    more = {
        old: heading.format("Teil A", "Themen ohne Vorberatung") + old,
        "Tagesordnung</h3>": "Unterausschuss</h3>",
        "<span></span>": "<span>5.1.</span>",
    }
    _, council = nouns(Site("muenchen", more, at="detail/1/tagesordnung/oeffentlich").found(), Meeting)
    assert [item.number for item in council.agenda_items if item.public] == ["5.1.1", "5.1.2", "5.1.3", "5.1.4", "5.1.5", "5.1.6"]


def test_an_item_that_was_taken_off_says_so() -> None:
    row = {
        '<div><h3 class="font-size-normal text-keepwhitespace">TOP - Umbau': '<div><span class="font-weight-bold text-danger">Abgesetzt</span></div><div><h3 class="font-size-normal text-keepwhitespace">TOP - Umbau'
    }
    _, council = nouns(Site("muenchen", row, at="detail/1/tagesordnung/oeffentlich").found(), Meeting)
    assert [item.result for item in council.agenda_items] == [None, "Abgesetzt", *[None] * 5]


def test_an_overview_names_day_and_cancelled_meetings() -> None:
    rows = """<main class="container"><h1>Sitzungen</h1><ul>
    <li><a class="headline-link" href="./sitzung/detail/7">Mittwoch, 22. Dezember 2021, 09:30 Uhr</a> <span>(im Anschluss an vorherige Sitzung)</span></li>
    <li><a class="headline-link text-danger" href="./sitzung/detail/8">Dienstag, 21. Dezember 2021, 14:00 Uhr</a> <span>(entfällt)</span></li>
    <li><a class="headline-link" href="./sitzung/detail/9?3-1.ILinkListener-x">Montag, 20. Dezember 2021, 19:30 Uhr</a></li></ul></main>"""
    issues: list[Issue] = []
    page = page_of(rows.encode(), "https://ris.fehrnau.example/risi/")
    assert [(one.url[-8:], one.start, one.cancelled) for one in meetings_on(page, "Europe/Berlin", issues)] == [
        ("detail/7", datetime(2021, 12, 22, 9, 30, tzinfo=BERLIN), None),
        ("detail/8", datetime(2021, 12, 21, 14, 0, tzinfo=BERLIN), True),
    ]
    assert [issue.code for issue in issues] == [Status.LAYOUT_UNKNOWN]  # an address that only the session knows


def test_an_icalendar_file_tells_local_days_and_folded_lines() -> None:
    event = "BEGIN:VEVENT\r\nDTSTART:20260930T223000Z\r\nSUMMARY:Sitzung\r\nURL:https://ris.fehrnau.example/sitz\r\n ung/detail/{}\r\n{}END:VEVENT\r\n"
    text = "BEGIN:VCALENDAR\r\n" + event.format(5, "") + event.format(6, "STATUS:CANCELLED\r\n") + "END:VCALENDAR\r\n"
    page = page_of(unwrapped(text.encode()), "https://ris.fehrnau.example/gremium/ical/gremium/0")
    first, second = meetings_on(page, "Europe/Berlin", [])
    assert (first.url, first.start, first.cancelled) == (
        "https://ris.fehrnau.example/sitzung/detail/5",
        datetime(2026, 10, 1, 0, 30, tzinfo=BERLIN),
        None,
    )
    assert second.cancelled is True


@pytest.mark.parametrize(
    ("name", "role"),
    [
        ("Einladung Ausschuss oeff", "invitation"),
        ("1. Nachtrag (oeff)", "invitation"),
        ("12-21_prot_ba14_oeff_end", "results_protocol"),
        ("V 04180 Beschlussentwurf", "main_file"),
        ("Beschluss", "resolution_file"),
        ("0315_Beschluss", "resolution_file"),
        ("Anlage 2 Antrag", "auxiliary_file"),
    ],
)
def test_a_files_name_says_its_role(name: str, role: str) -> None:
    assert next(role for role, form in ROLES if form.search(name)) == role


@pytest.mark.parametrize("form", ENTRIES)
def test_an_item_is_held_to_its_form_before_it_is_believed(form: str) -> None:
    root = "https://ris.fehrnau.example/risi/sitzung/top/4/"
    page = Site(form).get(root + ("entscheidung" if form == "muenchen" else "abstimmungsergebnis"))
    judge("extract", root, page)
    for name in ("Entscheidungs-Informationen", "Abstimmungs-Ergebnis"):
        page = page.replace(name.encode(), b"Hinweise")
    with pytest.raises(Failure, match="the card of the decision is missing"):
        judge("extract", root, page)
    with pytest.raises(Failure, match="answers with a web page instead of a file"):
        judge("main_file", root, b"<html><title>Sitzung</title></html>")


def test_a_click_is_sent_as_a_browser_sends_it() -> None:
    url = "https://ris.fehrnau.example/risi/sitzung/kalender/str?3-1.0-kalender-prev"
    assert headers_of(url) == {"Wicket-Ajax": "true", "Wicket-Ajax-BaseURL": "sitzung/kalender/str?3", "X-Requested-With": "XMLHttpRequest"}
    assert headers_of("https://ris.fehrnau.example/risi/sitzung/detail/1") == {}


RECOGNISED: dict[str, Callable[[str], Recognised]] = {
    "muenchen": lambda root: Recognised("risi", 1.0, "its scripts name de.eitco.ris.risi", None, f"{root}sitzung/kalender/str"),
    "wiesbaden": lambda root: Recognised(
        "risi", 0.8, "the title and the labelled values of its pages", None, f"{root}gremium/ical/gremium/0"
    ),
}


@pytest.mark.parametrize("form", ENTRIES)
def test_the_system_is_recognised(form: str) -> None:
    root = "https://ris.fehrnau.example/risi/"
    page = Site(form).get(f"{root}sitzung/detail/1")
    assert recognise(Seen(f"{root}sitzung/detail/1;jsessionid=AB12.node1?0", page)) == RECOGNISED[form](root)
    assert recognise(Seen(root, b"<html><title>Stadt Fehrnau</title><div class='keyvalue-key'></div></html>")) is None

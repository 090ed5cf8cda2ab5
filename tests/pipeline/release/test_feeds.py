"""Feeds as feed readers read them: valid, the same byte by byte where nothing is new, and with nothing in them that acts."""

from __future__ import annotations

from pathlib import Path
from xml.etree import ElementTree as ET

import feedparser
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from pipeline.release.feeds import Feed, atom, linked, named, printable, write_feeds
from pipeline.release.settings import Settings
from pipeline.release.views import finish
from tests.browser.payloads import PAYLOADS
from tests.pipeline.release.evidence.released import Small
from tests.pipeline.release.finished import finished

ATOM = "{http://www.w3.org/2005/Atom}"
WITH_ADDRESS = Settings(title="Beschlüsse & Fristen", base_url="https://beschluesse.example.org/")


@pytest.fixture(scope="module")
def small(tmp_path_factory: pytest.TempPathFactory) -> Small:
    return finished(tmp_path_factory.mktemp("finished") / "release")


def test_feeds_of_all_and_of_what_there_is(small: Small, tmp_path: Path) -> None:
    assert [path.name for path in write_feeds(small.connection, tmp_path, Settings())] == [
        "beschluesse.atom",
        "knappe-abstimmungen.atom",
        "grosse-summen.atom",
        "beschlusskontrolle.atom",
        "feld-integration.atom",
        "feld-housing.atom",
        "feld-transport.atom",
        "feld-schools.atom",
        "feld-finance.atom",
        "kommune-fehrnau.atom",
        "kommune-wehrkreis.atom",
    ]
    outlines = ET.parse(tmp_path / "feeds.opml").getroot().iter("outline")  # noqa: S314  our own
    assert {outline.attrib["xmlUrl"] for outline in outlines} == {path.name for path in tmp_path.glob("*.atom")}


def test_entries_as_a_feed_reader_reads_them(small: Small, tmp_path: Path) -> None:
    write_feeds(small.connection, tmp_path, WITH_ADDRESS)
    told = feedparser.parse((tmp_path / "beschluesse.atom").read_bytes())
    assert not told.bozo
    assert (told.feed.title, told.feed.updated) == ("Beschlüsse & Fristen – Beschlüsse und Abstimmungen", "2026-11-20T10:00:00+00:00")
    assert [(entry.id, entry.title, entry.updated) for entry in told.entries] == [
        (
            "tag:beschlussbuch,2026:votes/close",
            "Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr: angenommen, zugestimmt, beschlossen (13 Ja, 12 Nein)",
            "2026-11-20T10:00:00+00:00",
        ),
        (
            "tag:beschlussbuch,2026:votes/unanimous",
            "Radweg an der Gerberstraße, Antrag der Fraktion BÜNDNIS 90/DIE GRÜNEN: angenommen, zugestimmt, beschlossen",
            "2026-11-20T10:00:00+00:00",
        ),
        (
            "tag:beschlussbuch,2026:votes/clear",
            "Ganztag an der Grundschule: angenommen, zugestimmt, beschlossen (20 Ja, 4 Nein)",
            "2026-11-19T10:00:00+00:00",
        ),
    ]
    assert told.entries[0].content[0].value == "Gemeinderat · 2024-03-12 · TOP 3: „13 Ja, 12 Nein, 1 Enthaltung“"
    assert told.entries[0].link == "https://rat.example.org/d1"


def test_each_of_the_four_tells_of_its_own(small: Small, tmp_path: Path) -> None:
    write_feeds(small.connection, tmp_path, Settings())
    titles = {path.stem: [entry.title for entry in feedparser.parse(path.read_bytes()).entries] for path in tmp_path.glob("*.atom")}
    assert len(titles["knappe-abstimmungen"]) == 1
    assert titles["grosse-summen"] == ["1.250.000 EUR: Doppelhaushalt 2025/26, Wohnheim für Flüchtlinge in der Straße am Wehr"]
    assert titles["beschlusskontrolle"] == ["2023/007, Punkt 1: in Arbeit"]
    assert titles["feld-schools"] == titles["kommune-wehrkreis"]


def test_nothing_new_gives_the_same_bytes(small: Small, tmp_path: Path) -> None:
    first = {path.name: path.read_bytes() for path in write_feeds(small.connection, tmp_path / "one", Settings())}
    second = {path.name: path.read_bytes() for path in write_feeds(small.connection, tmp_path / "two", Settings())}
    assert first == second


def test_a_feed_without_entries_is_valid_and_has_no_clock() -> None:
    empty = atom(Feed("knappe-abstimmungen", "Knappe Abstimmungen", "feed_close_votes"), [], Settings())
    assert feedparser.parse(empty).feed.updated == "1970-01-01T00:00:00+00:00"


def test_hostile_titles_and_quotes_are_text(tmp_path: Path) -> None:
    small = Small(tmp_path / "release", {"id": PAYLOADS[0], "council": PAYLOADS[0], "name": PAYLOADS[1]})
    small.document("d1", "\n".join(PAYLOADS))
    for number, payload in enumerate(PAYLOADS):
        small.fact("agenda_items", "d1", payload, number=str(number), title=payload, agenda_item=str(number))
        small.fact("votes", "d1", payload, agenda_item=str(number), yes=3, no=2, original_url=payload, permalink=payload, body=payload)
    finish(small.connection)
    paths = write_feeds(small.connection, tmp_path / "feeds", Settings(title=PAYLOADS[2]))
    for path in paths:
        root = ET.fromstring(path.read_bytes())  # noqa: S314  our own
        assert {one.tag.removeprefix(ATOM) for one in root.iter()} <= {
            "feed", "id", "title", "updated", "author", "name", "generator", "entry", "content", "link",
        }  # fmt: skip
        links = [one.attrib["href"] for one in root.iter(f"{ATOM}link")]
        assert all(link.startswith(("http://", "https://", "../evidence/")) for link in links)
        assert path.parent == tmp_path / "feeds"
    titles = [entry.findtext(f"{ATOM}title") or "" for entry in ET.fromstring(paths[0].read_bytes()).iter(f"{ATOM}entry")]  # noqa: S314
    assert {printable(payload) for payload in PAYLOADS} == {title.rpartition(": angenommen")[0] for title in titles}


@settings(max_examples=200, deadline=None)
@given(text=st.text(max_size=40))
def test_any_text_can_stand_in_a_feed(text: str) -> None:
    row = {
        "atom_id": f"x{text}",
        "atom_title": f"x{text}",
        "atom_updated": "2026-11-20T10:00:00+00:00",
        "atom_content": text,
        "atom_link": text,
    }
    told = ET.fromstring(atom(Feed("x", text, "x"), [row], Settings()))  # type: ignore[list-item]  # noqa: S314
    assert told.findtext(f"{ATOM}entry/{ATOM}title") == f"x{printable(text)}"


@pytest.mark.parametrize(
    ("address", "followed"),
    [
        ("https://rat.example.org/a.pdf#page=3", "https://rat.example.org/a.pdf#page=3"),
        ("/evidence/d1.html#v1", "../evidence/d1.html#v1"),
        ("/etc/passwd", None),
        ("file:///etc/passwd", None),
        ("javascript:alert(1)", None),
        ("//evil.invalid/", None),
        ("http://[", None),
        (None, None),
    ],
)
def test_only_addresses_of_the_web_are_followed(address: str | None, followed: str | None) -> None:
    assert linked(address) == followed


@pytest.mark.parametrize("keys", [("a b", "a-b"), ("Ü", "Ö"), ("../x", "x"), ("", "-"), ("x" * 300, "x" * 301)])
def test_each_council_has_a_file_of_its_own(keys: tuple[str, str]) -> None:
    names = [named(key) for key in keys]
    assert len(set(names)) == 2
    assert all(len(name) < 80 and "/" not in name and "." not in name for name in names)

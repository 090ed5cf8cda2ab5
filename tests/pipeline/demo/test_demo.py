"""The demo's councils: a real server that starts and stops, a folder of files, the same bytes at every start."""

from __future__ import annotations

import hashlib
import re
import threading
from datetime import UTC, datetime
from itertools import pairwise

import httpx
import pytest

from pipeline.demo import SOURCES, demo_councils, wendelmoor_files
from pipeline.demo.hyphenation import syllables
from pipeline.demo.oparl import city_of
from pipeline.demo.server import PAGE, Server
from pipeline.demo.typesetting import pdf_of
from pipeline.readers import read
from pipeline.sources import source_of


@pytest.fixture(scope="module")
def server():
    with Server(city_of(SOURCES / "ottersbrueck")) as running:
        yield running


@pytest.fixture
def council(server, tmp_path):
    with demo_councils(tmp_path) as (ottersbrueck, *_):
        yield ottersbrueck.model_copy(update={"url": f"{server.url}/oparl/system"})


def get(url: str) -> bytes:
    return httpx.get(url).raise_for_status().content


def test_two_starts_give_the_same_bytes(tmp_path):
    first, second = (
        {name: hashlib.sha256(data).hexdigest() for name, data in (city_of(SOURCES / "ottersbrueck").files | wendelmoor_files()).items()}
        for _ in range(2)
    )
    assert first == second
    assert len(first) == 35


def test_the_councils_are_there_while_the_context_lasts(tmp_path):
    before = set(threading.enumerate())
    with demo_councils(tmp_path) as (ottersbrueck, wendelmoor, *pages):
        assert [council.source for council in (ottersbrueck, wendelmoor, *pages)] == ["oparl", "folder", "sessionnet", "website"]
        assert httpx.get(ottersbrueck.url).json()["type"].endswith("/System")
        assert sorted(path.name for path in (tmp_path / "wendelmoor").iterdir()) == list(wendelmoor_files())
    with pytest.raises(httpx.ConnectError):
        httpx.get(ottersbrueck.url)
    assert set(threading.enumerate()) == before


def test_a_second_start_keeps_addresses_and_files_as_they_were(tmp_path):
    states = []
    for _ in range(2):
        with demo_councils(tmp_path) as (ottersbrueck, *_):
            states.append((ottersbrueck.url, {path.name: path.stat().st_mtime_ns for path in (tmp_path / "wendelmoor").iterdir()}))
    assert states[0] == states[1]


def test_a_port_that_is_taken_or_nonsense_is_replaced(tmp_path):
    kept = tmp_path / "server.port"
    city = city_of(SOURCES / "ottersbrueck")
    with Server(city, kept) as one, Server(city, kept) as other:
        assert one.url != other.url
    kept.write_text("eighty")
    with Server(city, kept) as again:
        assert again.url.endswith(f":{int(kept.read_text())}")


def test_the_source_finds_everything(council):
    found = source_of(council).find(council, get, None)
    kinds = {
        kind: sum(type(noun).__name__ == kind for noun in found.nouns) for kind in ("Organization", "Meeting", "Paper", "Consultation")
    }
    assert kinds == {"Organization": 7, "Meeting": 3, "Paper": 13, "Consultation": 17}
    assert sum(link.media_type == "application/pdf" for link in found.documents) == 25
    assert (found.issues, found.complete) == ((), True)


def test_the_source_finds_what_changed_since(council):
    found = source_of(council).find(council, get, datetime(2024, 5, 1, tzinfo=UTC))
    assert sorted(noun.name for noun in found.nouns if type(noun).__name__ == "Meeting") == [
        "2. Sitzung des Verwaltungs- und Finanzausschusses",
        "5. Sitzung des Gemeinderats",
    ]
    assert not [noun for noun in found.nouns if type(noun).__name__ == "Paper"]


def test_a_list_has_pages(server):
    address: str | None = f"{server.url}/oparl/bodies/1/paper"
    sizes = []
    while address:
        page = httpx.get(address).json()
        sizes.append(len(page["data"]))
        address = page["links"].get("next")
    assert sizes == [PAGE, PAGE, 3]


@pytest.mark.parametrize("path", ["/oparl/papers/2024-021", "/files/vorlage-2024-021.pdf"])
def test_an_unchanged_answer_is_not_sent_again(server, path):
    first = httpx.get(server.url + path)
    second = httpx.get(server.url + path, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, second.status_code, second.content) == (200, 304, b"")
    assert first.headers["Last-Modified"].endswith("GMT")


def test_every_address_in_the_objects_answers(server):
    embedded = ("/oparl/agenda-items/", "/oparl/consultations/", "/oparl/files/")
    with httpx.Client() as client:
        texts = [client.get(server.url + path).text for path in server.city.objects]
        named = {address for text in texts for address in re.findall(rf'"({server.url}/[^"]+)"', text)}
        asked = [address for address in sorted(named) if not any(part in address for part in embedded)]
        assert len(asked) > 20
        assert not [address for address in asked if client.get(address).status_code != 200]


def test_an_unknown_address_is_404(server):
    assert httpx.get(f"{server.url}/oparl/papers/none").status_code == 404


@pytest.mark.parametrize(
    ("word", "divided"),
    [
        ("Haushaltssatzung", "Haus-halts-sat-zung"),
        ("Abstimmungsergebnis", "Abstim-mungs-er-geb-nis"),
        ("Tagesordnung", "Tages-ord-nung"),
        ("Gemeinderat,", "Gemein-de-rat,"),
        ("Stadtrat", "Stadtrat"),
        ("2024/021/1", "2024/021/1"),
    ],
)
def test_words_are_divided(word, divided):
    places = [0, *syllables(word), len(word)]
    assert "-".join(word[start:end] for start, end in pairwise(places)) == divided


def test_a_set_text_has_head_foot_and_divided_words():
    words = "Die Verwaltungsgebührenordnung der Nachbarschaftshilfeeinrichtungen wird beschlossen. "
    text = read(pdf_of(f"running: Stadt X\nfoot: Seite {{page}} von {{pages}}\n\n== Beschluss:\n\n1. {words * 60}"), "x.pdf").source.text
    assert text.startswith("Stadt X")
    assert "Seite 1 von 2" in text
    assert re.search(r"\w-\n[a-zäöü]", text)


def test_the_demo_has_what_it_is_for():
    minutes = read(city_of(SOURCES / "ottersbrueck").files["niederschrift-gemeinderat-2024-03-12.pdf"], "minutes.pdf")
    assert minutes.pages is not None
    assert minutes.pages >= 3
    assert "N i e d e r s c h r i f t" in minutes.source.text
    assert re.search(r"\w-\n[a-zäöü]", minutes.source.text)

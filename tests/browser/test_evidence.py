"""Pages of evidence in a real browser: the address of a row leads to its quote, which is lit up; and nothing that documents say is run."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from playwright.sync_api import Page

from pipeline.archive import Archive
from pipeline.isolation import read_here
from pipeline.release.evidence import drawing
from pipeline.release.evidence.writing import Sources, write_evidence
from tests.browser.conftest import Seen
from tests.browser.payloads import PAYLOADS
from tests.pipeline.readers.pages import column, pdf_of
from tests.pipeline.release.evidence.released import Small

pytestmark = pytest.mark.slow
Opened = Callable[..., Seen]
LINES = [f"{number}. Die Verwaltung berichtet über die Maßnahme Nummer {number} am Wehr." for number in range(1, 40)]
PROSE = [*LINES, "Frau Erika Mustermann fragt nach der Brücke.", "Abstimmungsergebnis: 20 Ja, 4 Nein, 2 Enthaltungen", "Ende"]
BRIGHT = "rgb(255, 214, 10)"


@pytest.fixture
def small(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Small:
    monkeypatch.setattr(drawing, "read_apart", lambda orders, draw, limits: [(order, read_here(order, draw, limits)) for order in orders])
    return Small(tmp_path / "release")


def address(small: Small, tmp_path: Path, name: str) -> str:
    write_evidence(small.folder, Sources(archive=Archive(tmp_path / "raw"), kept=tmp_path / "images"))
    return (small.folder / "evidence" / name).as_uri()


def in_view(page: Page, selector: str) -> bool:
    """Whether something stands within the window, and nothing over it."""
    return bool(
        page.evaluate(
            """selector => [...document.querySelectorAll(selector)].some(one => {
                 const box = one.getBoundingClientRect(), x = box.left + box.width / 2, y = box.top + box.height / 2;
                 const top = document.elementFromPoint(x, y);
                 return box.width > 0 && y > 0 && y < innerHeight && x < innerWidth && top && (one.contains(top) || top.contains(one));
               })""",
            selector,
        )
    )


def lit(page: Page) -> str:
    """The words that are lit up."""
    return str(
        page.evaluate("bright => [...document.querySelectorAll('mark')].filter(one => getComputedStyle(one).backgroundColor == bright)"
                      ".map(one => one.textContent).join('')", BRIGHT)
    )  # fmt: skip


@pytest.mark.parametrize(("width", "height"), [(1200, 900), (390, 800)], ids=["on a screen", "on a telephone"])
def test_the_address_of_a_row_leads_to_its_quote(small: Small, tmp_path: Path, opened: Opened, width: int, height: int) -> None:
    small.pdf("p1", pdf_of(column(LINES), column(PROSE)), tmp_path / "raw", masked=("Erika Mustermann",))
    small.fact("references", "p1", "Nummer 3", page=1)
    small.fact("resolution_points", "p1", "Abstimmungsergebnis: 20 Ja, 4 Nein, 2 Enthaltungen", page=2)
    row = small.fact("votes", "p1", "20 Ja, 4 Nein", page=2, yes=20, no=4, agenda_item="7", body="Gemeinderat")

    seen = opened(f"{address(small, tmp_path, 'p1.html')}#{row}", width=width, height=height)
    seen.page.wait_for_load_state("networkidle")
    seen.photograph(f"evidence-{width}")

    assert lit(seen.page) == "20 Ja, 4 Nein"
    assert in_view(seen.page, f"[id='{row}'] + mark")
    assert in_view(seen.page, ".card.votes h3")
    assert seen.page.locator(".card.votes h3").inner_text().startswith("Abstimmung angenommen, 20 Ja, 4 Nein")
    assert seen.page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    if width > 1000:
        assert in_view(seen.page, ".box.votes rect")
        assert seen.page.evaluate("getComputedStyle(document.querySelector('.box.votes rect')).fill") == BRIGHT
    assert seen.console == []
    assert {request.rpartition("/evidence/")[2].partition("#")[0] for request in seen.requests} <= {
        "p1.html",
        "images/p1/1.webp",
        "images/p1/2.webp",
    }


def test_a_click_on_a_box_or_a_card_lights_up_its_row_and_another_click_none(small: Small, tmp_path: Path, opened: Opened) -> None:
    small.pdf("p1", pdf_of(column(PROSE[-3:])), tmp_path / "raw")
    vote, amount = small.fact("votes", "p1", "20 Ja, 4 Nein", page=1), small.fact("recusals", "p1", "Erika Mustermann", page=1)
    seen = opened(address(small, tmp_path, "p1.html"))
    assert lit(seen.page) == ""
    seen.page.locator(".box.votes").click()
    assert (seen.page.url.rpartition("#")[2], lit(seen.page)) == (vote, "20 Ja, 4 Nein")
    seen.page.locator(".card.recusals h3 a").first.click()
    assert (seen.page.url.rpartition("#")[2], lit(seen.page)) == (amount, "Erika Mustermann")
    seen.page.locator(".card.recusals .close").click()
    assert lit(seen.page) == ""


def test_a_quote_over_the_end_of_a_page_is_lit_up_on_both(small: Small, tmp_path: Path, opened: Opened) -> None:
    small.pdf("p1", pdf_of(column(["Der Rat beschließt mit"]), column(["20 Ja und 4 Nein."])), tmp_path / "raw")
    row = small.fact("votes", "p1", "Der Rat beschließt mit\n20 Ja und 4 Nein", page=1)
    seen = opened(f"{address(small, tmp_path, 'p1.html')}#{row}")
    assert "".join(lit(seen.page).split()) == "DerRatbeschließtmit20Jaund4Nein"
    assert [seen.page.evaluate(f"getComputedStyle(document.querySelectorAll('.box rect')[{at}]).fill") for at in (0, 1)] == [BRIGHT] * 2


def test_nothing_that_documents_say_is_run(tmp_path: Path, opened: Opened, monkeypatch: pytest.MonkeyPatch) -> None:
    """120 payloads in titles, quotes, names, file names, councils' names, addresses."""
    assert len(set(PAYLOADS)) == 120
    monkeypatch.setattr(drawing, "read_apart", lambda orders, draw, limits: [(order, read_here(order, draw, limits)) for order in orders])
    small = Small(tmp_path / "release", {"id": "fehrnau", "council": "fehrnau", "name": " ".join(PAYLOADS), "ags": PAYLOADS[0]})
    text = "\n".join(PAYLOADS)
    small.document(
        "d1", text, **{name: " ".join(PAYLOADS) for name in ("title", "name", "body", "marking", "source_url", "kind", "media_type")}
    )
    said = ("person", "statute", "agenda_item", "rule", "original_url", "permalink", "body", "document_title", "source_url")
    for number, payload in enumerate(PAYLOADS):
        small.fact("recusals", "d1", payload, key=f"{number:08x}", **dict.fromkeys(said, payload))
    for key in ("x'onclick='alert(1)", '"><script>alert(2)</script>'):
        small.fact("references", "d1", PAYLOADS[5], key=key, value=PAYLOADS[6], same_as=PAYLOADS[7])
    for number, payload in enumerate(PAYLOADS):
        small.document(f"t{number}", payload, title=payload, source_url=payload, name=payload, kind=payload, meeting_date=payload)
    start = address(small, tmp_path, "index.html")

    for name in ("index", "council-fehrnau", "t31", "d1"):
        page = start.replace("index", name)
        seen = opened(f"{page}#00000003")
        schemes = seen.page.evaluate(
            "[...document.querySelectorAll('[href], [src]')].map(one => one.getAttribute('href').split(':')[0].toLowerCase())"
        )
        assert not {"javascript", "data", "vbscript", "file"} & set(schemes)
        seen.page.keyboard.press("Tab")
        seen.page.mouse.move(300, 300)
        assert (seen.dialogs, seen.console, [request.partition("#")[0] for request in seen.requests]) == ([], [], [page])
        assert seen.page.locator("script, iframe, object, embed, link, base, form, video, img").count() == 0
    assert lit(seen.page) == PAYLOADS[3]
    seen.photograph("payloads")


def test_prints_on_paper(small: Small, tmp_path: Path, opened: Opened) -> None:
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    row = small.fact("votes", "p1", "20 Ja, 4 Nein", page=1, yes=20)
    seen = opened(f"{address(small, tmp_path, 'p1.html')}#{row}")
    seen.page.emulate_media(media="print")
    assert seen.page.evaluate("getComputedStyle(document.querySelector('.card')).position") == "static"
    seen.photograph("print", whole=True)
    assert len(seen.page.pdf()) > 5000

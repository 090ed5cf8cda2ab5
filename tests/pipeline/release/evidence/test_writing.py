"""Pages of evidence as files: what is in them, what is not, and that equal rows give equal bytes."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from lxml import html

from pipeline.archive import Archive
from pipeline.isolation import read_apart, read_here
from pipeline.release.evidence import drawing, writing
from pipeline.release.evidence.writing import Made, Sources, write_evidence
from tests.pipeline.readers.pages import column, pdf_of
from tests.pipeline.release.evidence.released import Small

TEXT = "TOP 3\n\nDer Rat stellt 90.000 Euro für 2025 bereit.\n\nAbstimmung: 20 Ja, 4 Nein\n"
PROSE = ["Frau Erika Mustermann fragt nach der Brücke.", "Der Rat beschließt 90.000 Euro.", "Ja: 20, Nein: 4"]


@pytest.fixture(autouse=True)
def _drawn_here(monkeypatch: pytest.MonkeyPatch) -> None:
    """Pictures are drawn in this process: the start of others is not what most of these tests are about."""
    monkeypatch.setattr(drawing, "read_apart", lambda orders, draw, limits: [(order, read_here(order, draw, limits)) for order in orders])


@pytest.fixture
def small(tmp_path: Path) -> Small:
    return Small(tmp_path / "release")


def sources(tmp_path: Path, *, previous: Path | None = None, images: bool = True) -> Sources:
    return Sources(archive=Archive(tmp_path / "raw"), kept=tmp_path / "images", previous=previous, images=images)


def written(small: Small, tmp_path: Path) -> Made:
    return write_evidence(small.folder, sources(tmp_path))


def page(small: Small, name: str) -> html.HtmlElement:
    return html.fromstring((small.folder / "evidence" / f"{name}.html").read_text(encoding="utf-8"))


def marked(found: html.HtmlElement, row: str) -> str:
    """The words that are lit up for a row, as the page's own style tells."""
    number = re.search(rf'id="{row}"\]:target\)\S* \.(f\d+)\b', found.findtext(".//style"))
    assert number
    return "".join(mark.text_content() for mark in found.iter("mark") if number[1] in mark.get("class").split())


def test_a_row_has_its_anchor_its_quote_and_its_card(small: Small, tmp_path: Path) -> None:
    small.document("d1", TEXT)
    row = small.fact("amounts", "d1", "90.000 Euro", fiscal_years=[2025], agenda_item="3")

    assert written(small, tmp_path).statements == 1

    found = page(small, "d1")
    (anchor,) = found.xpath(f"//*[@id='{row}']")
    assert (anchor.text, anchor.getnext().text_content()) == ("Betrag", "90.000 Euro")
    assert marked(found, row) == "90.000 Euro"
    (card,) = found.xpath("//li[contains(@class, 'card')]")
    assert " ".join(card.find("h3").text_content().split()).startswith("Betrag 90.000,00 EUR")
    assert "Haushaltsjahre2025" in card.text_content()
    assert "TOP 3" in card.text_content()
    assert "".join(found.xpath("//div[contains(@class, 'text')]")[0].itertext()).replace("Betrag90", "90") == TEXT


def test_quotes_within_and_across_each_other_are_all_reached(small: Small, tmp_path: Path) -> None:
    small.document("d1", TEXT)
    rows = {
        quote: small.fact(table, "d1", quote)
        for table, quote in [
            ("resolution_points", "Der Rat stellt 90.000 Euro für 2025 bereit."), ("amounts", "90.000 Euro"),
            ("references", "Euro für 2025 bereit.\n\nAbstimmung"), ("votes", "20 Ja, 4 Nein"), ("recusals", "stellt"),
        ]
    }  # fmt: skip
    twin = small.fact("follow_ups", "d1", "20 Ja, 4 Nein")
    written(small, tmp_path)
    found = page(small, "d1")
    for quote, row in [*rows.items(), ("20 Ja, 4 Nein", twin)]:
        assert marked(found, row) == quote
        assert len(found.xpath(f"//*[@id='{row}']")) == 1


def test_the_head_says_what_it_is_and_where_it_is_from(small: Small, tmp_path: Path) -> None:
    small.document("d1", "Nur Text", sha256="ab" * 32)
    written(small, tmp_path)
    head = " ".join(page(small, "d1").find(".//header").text_content().split())
    for words in ("Stadt Fehrnau", "Gemeinderat · Sitzung vom 12.03.2024", "https://rat.example.org/d1", "ab" * 32, f"raw/ab/{'ab' * 32}",
                  "22.11.2026, 21:00 Uhr (UTC)", "keine Abstimmung, kein Betrag"):  # fmt: skip
        assert words in head


@pytest.mark.parametrize(
    "address", ["javascript:alert(1)", "file:///etc/passwd", "data:text/html,x", 'HTTPS://x.de/" onclick="x', "ftp://x"]
)
def test_only_addresses_of_the_web_are_links(small: Small, tmp_path: Path, address: str) -> None:
    small.document("d1", TEXT, source_url=address)
    small.fact("votes", "d1", "20 Ja", original_url=address)
    written(small, tmp_path)
    found = page(small, "d1")
    assert all(re.match(r"#|index\.html$|council-fehrnau\.html$", link.get("href")) for link in found.iter("a"))
    assert address in found.text_content()


def test_corrections_and_reviews_are_told(small: Small, tmp_path: Path) -> None:
    small.document("d1", TEXT)
    row = small.fact("votes", "d1", "20 Ja, 4 Nein", yes=20, review_state="corrected")
    small.put(
        "corrections",
        id="c",
        table="votes",
        row=row,
        column="yes",
        old="2",
        new="20",
        who="Anna",
        when="2026-11-20",
        why="Tippfehler",
        applied=1,
    )
    written(small, tmp_path)
    card = page(small, "d1").xpath("//li[contains(@class, 'card')]")[0].text_content()
    assert "Berichtigt am 20.11.2026: Ja-Stimmen „20“ statt „2“ (Anna: Tippfehler)" in card
    assert "von einer Person berichtigt" in card


def test_a_document_without_a_text_has_no_page(small: Small, tmp_path: Path) -> None:
    small.put("documents", id="withheld", council="fehrnau", source_url="https://rat.example.org/w", title="Geheim", sha256="0" * 64)
    small.document("d1", TEXT)
    written(small, tmp_path)
    assert sorted(path.name for path in (small.folder / "evidence").iterdir()) == ["council-fehrnau.html", "d1.html", "index.html"]
    assert "Geheim" not in (small.folder / "evidence" / "council-fehrnau.html").read_text(encoding="utf-8")


def test_a_document_s_key_is_no_path(small: Small, tmp_path: Path) -> None:
    small.document("../d1", TEXT)
    with pytest.raises(ValueError, match="no key"):
        written(small, tmp_path)


def test_a_pdf_is_drawn_in_a_process_of_its_own(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(drawing, "read_apart", read_apart)
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    assert written(small, tmp_path).pictures == 1


def test_a_pdf_is_shown_with_the_boxes_of_its_quotes(small: Small, tmp_path: Path) -> None:
    small.pdf("p1", pdf_of(column(PROSE), column(["Seite zwei, ohne Angaben."])), tmp_path / "raw")
    row = small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)

    assert written(small, tmp_path).pictures == 1

    found = page(small, "p1")
    (box,) = found.xpath("//a[contains(@class, 'box')]")
    assert box.get("href") == f"#{row}"
    assert [picture.get("src") for picture in found.iter("img")] == ["images/p1/1.webp"]
    assert (small.folder / "evidence" / "images" / "p1" / "1.webp").stat().st_size > 1000
    assert [head.text for head in found.iter("h2")] == ["Seite 1", "Seite 2"]


def test_without_images_a_pdf_is_its_text(small: Small, tmp_path: Path) -> None:
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    row = small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    assert write_evidence(small.folder, sources(tmp_path, images=False)).pictures == 0
    assert marked(page(small, "p1"), row) == "Ja: 20, Nein: 4"


def test_a_name_that_is_masked_in_the_text_is_not_in_the_picture(small: Small, tmp_path: Path) -> None:
    data = pdf_of(column(PROSE))
    small.pdf("open", data, tmp_path / "raw")
    small.pdf("masked", data, tmp_path / "raw", masked=("Erika Mustermann",))
    for name in ("open", "masked"):
        small.fact("votes", name, "Ja: 20, Nein: 4", page=1)
    written(small, tmp_path)
    pictures = [(small.folder / "evidence" / "images" / name / "1.webp").read_bytes() for name in ("open", "masked")]
    assert pictures[0] != pictures[1]  # tests/pipeline/readers/test_pdf_drawn.py looks into them
    found = (small.folder / "evidence" / "masked.html").read_text(encoding="utf-8")
    assert "█████ ██████████" in found
    assert "Mustermann" not in found


def test_a_text_that_is_not_the_document_s_gets_no_picture(small: Small, tmp_path: Path) -> None:
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    row = small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    small.connection.execute("UPDATE document_texts SET text = replace(text, 'Brücke', 'Straße')")
    small.connection.commit()
    assert written(small, tmp_path).pictures == 0
    found = page(small, "p1")
    assert "wird inzwischen anders gelesen" in found.text_content()
    assert marked(found, row) == "Ja: 20, Nein: 4"


def test_equal_rows_give_equal_bytes_and_what_is_unchanged_is_linked(small: Small, tmp_path: Path) -> None:
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    small.document("d1", TEXT)
    first = written(small, tmp_path)
    before = {path: path.read_bytes() for path in sorted((small.folder / "evidence").rglob("*")) if path.is_file()}

    again = Small(tmp_path / "again")
    again.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    again.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    again.document("d1", TEXT)
    linked = write_evidence(again.folder, sources(tmp_path, previous=small.folder)).linked
    assert (first.linked, linked) == (0, 2)
    anew = Small(tmp_path / "anew")
    anew.pdf("p1", pdf_of(column(PROSE)), tmp_path / "other" / "raw")
    anew.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    anew.document("d1", TEXT)
    write_evidence(anew.folder, Sources(archive=Archive(tmp_path / "other" / "raw"), kept=tmp_path / "other" / "images"))

    for path, content in before.items():
        name = path.relative_to(small.folder)
        assert (again.folder / name).read_bytes() == content
        assert (anew.folder / name).read_bytes() == content
    assert (again.folder / "evidence" / "p1.html").samefile(small.folder / "evidence" / "p1.html")
    assert (again.folder / "evidence" / "images" / "p1" / "1.webp").samefile(small.folder / "evidence" / "images" / "p1" / "1.webp")


def test_pictures_of_what_is_gone_are_not_kept(small: Small, tmp_path: Path) -> None:
    small.pdf("p1", pdf_of(column(PROSE)), tmp_path / "raw")
    small.fact("votes", "p1", "Ja: 20, Nein: 4", page=1)
    written(small, tmp_path)
    assert list((tmp_path / "images").rglob("*.webp"))
    later = Small(tmp_path / "later")
    later.document("d1", TEXT)
    write_evidence(later.folder, sources(tmp_path, previous=small.folder))
    assert not list((tmp_path / "images").rglob("*.*"))


def test_many_pages_are_made_by_several_processes_and_are_the_same(small: Small, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for number in range(5):
        small.document(f"d{number}", TEXT)
        small.fact("votes", f"d{number}", "20 Ja, 4 Nein", yes=20)
    alone = written(small, tmp_path)
    before = {path.name: path.read_bytes() for path in (small.folder / "evidence").iterdir()}

    monkeypatch.setattr(writing, "MANY", 1)
    monkeypatch.setattr(writing, "AT_ONCE", 2)
    together = written(small, tmp_path)

    assert (together.pages, together.statements, together.listed) == (alone.pages, alone.statements, alone.listed)
    assert {path.name: path.read_bytes() for path in (small.folder / "evidence").iterdir()} == before

"""Documents of a run: each becomes one result."""

from pathlib import Path

import pytest

from pipeline import facts, run
from pipeline.archive import Archive
from pipeline.councils import Council, council_at
from pipeline.extraction import Context
from pipeline.readers.ocr.tesseract import HOW_TO_GET_IT, is_installed
from pipeline.reading import Job, Result, read_all
from pipeline.statuses import Status
from pipeline.store import Store, store_in
from tests.pipeline.readers.pages import pdf_of
from tests.pipeline.readers.scans import CLEAN, DECISION

TEXT = "Beschluss:\nDer Rat beschließt die Sanierung für 90.000 EUR.\n\nAbstimmungsergebnis:\n12 Ja, 3 Nein\n"


def job(folder: Path, name: str, text: str) -> Job:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Job(name, path, name, Context(), name)


def test_documents_read_and_documents_lost(tmp_path: Path) -> None:
    good, empty = job(tmp_path, "good.txt", TEXT), job(tmp_path, "empty.txt", "")

    first, second = read_all([good, empty])

    assert (first.job, first.status, first.text) == (good, Status.OK, TEXT)
    assert (first.facts["votes"][0]["yes"], first.facts["votes"][0]["quote"]) == (12, "12 Ja, 3 Nein")
    assert second == Result(empty, Status.CORRUPT, "empty.txt is empty.")


@pytest.mark.skipif(not is_installed(), reason=f"no OCR here: {HOW_TO_GET_IT}")
class TestScans:
    """A folder with a scan, read again and again."""

    @pytest.fixture
    def council(self, tmp_path: Path) -> Council:
        folder = tmp_path / "protokolle"
        folder.mkdir()
        (folder / "niederschrift.pdf").write_bytes(pdf_of(DECISION, CLEAN.scan(DECISION)))
        return council_at("folder", str(folder))

    def read_again(self, council: Council, data: Path) -> list[str]:
        data.mkdir(exist_ok=True)
        run.begin(council, data) if not store_in(data).exists() else None
        with Store(store_in(data)) as store:
            keys = [row["id"] for row in store.rows("SELECT id FROM documents WHERE fetch_status IS NULL")]
        run.fetch(council, data, "a run", keys)
        wanted = facts.to_read(council, data)
        facts.read(council, data, wanted, processes=1)
        return wanted

    def test_a_scan_left_unread_is_read_as_soon_as_it_can_be(
        self, council: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = tmp_path / "data"
        monkeypatch.setenv("BESCHLUSSBUCH_LIMITS", "scans=0")
        assert (len(self.read_again(council, data)), self.read_again(council, data)) == (1, [])
        with Store(store_in(data)) as store:
            assert store.one("SELECT text_layer FROM documents") == "good"
            assert [row["said"] for row in store.rows("SELECT json_extract(read_issues, '$[0].sentence') AS said FROM documents")] == [
                "Page 2 is without legible text; OCR is switched off."
            ]

        monkeypatch.delenv("BESCHLUSSBUCH_LIMITS")
        assert (len(self.read_again(council, data)), self.read_again(council, data)) == (1, [])
        with Store(store_in(data)) as store:
            assert [tuple(row) for row in store.rows("SELECT text_layer, ocr_pages, read_issues FROM documents")] == [("ocr", "[2]", "[]")]

    def test_a_scan_that_was_one_too_many_is_read_by_the_next_run(
        self, council: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
    ) -> None:
        data = tmp_path / "data"
        (tmp_path / "protokolle" / "anlage.pdf").write_bytes(pdf_of(CLEAN.scan(DECISION)))
        monkeypatch.setenv("BESCHLUSSBUCH_LIMITS", "scans_of_all=1")

        assert [len(self.read_again(council, data)) for _ in range(3)] == [2, 1, 0]

    def test_new_rules_read_what_was_seen_and_not_the_page(self, council: Council, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
        data = tmp_path / "data"
        self.read_again(council, data)
        (kept,) = (data / "raw").rglob("*.ocr.json")
        kept.write_text(kept.read_text(encoding="utf-8").replace('"12"', '"13"'), encoding="utf-8")
        monkeypatch.setattr(facts, "extractor_version", lambda: "a newer one")

        assert len(self.read_again(council, data)) == 1
        with Store(store_in(data)) as store:
            assert [row["yes"] for row in store.rows("SELECT yes FROM votes ORDER BY page")] == [12, 13]


def test_the_encoding_that_the_server_named_is_believed(tmp_path: Path) -> None:
    archive = Archive(tmp_path)
    headers = {"content-type": "text/html; charset=ISO-8859-2"}
    page = "<html><p>Die Partnerstadt Łódź wird besucht.</p></html>".encode("iso-8859-2")
    sha256 = archive.put(page, "https://rat.example.org/1", "2026-11-22", headers)

    (result,) = read_all([Job("1", archive.path(sha256), "seite.html", Context(), "1")])

    assert result.text == "Die Partnerstadt Łódź wird besucht.\n"

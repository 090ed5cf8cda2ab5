"""The notebook is committed without outputs and runs on the tables of a real run, also of one that found next to nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import lxml.html
import nbformat
import pytest
from nbclient import NotebookClient

from pipeline import facts, run
from pipeline.councils import Council
from pipeline.demo import demo_councils
from pipeline.release.publish import publish

FOLDER = Path(__file__).resolve().parents[2] / "notebooks"
QUERY = FOLDER / "01_query.ipynb"
PRESS = "<html><head><title>Pressemitteilung</title></head><body><p>Die Bücherei hat einen neuen Lesesaal.</p></body></html>"


def run_over(council: Council, data: Path) -> None:
    data.mkdir(exist_ok=True)
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    run.finish(council, data, begun)
    run.leave(council)


@pytest.fixture(scope="module")
def demo_run(tmp_path_factory):
    data = tmp_path_factory.mktemp("demo")
    with demo_councils(data / "demo") as councils:
        for council in councils:
            run_over(council, data)
    publish(data, anew=True)
    return data


@pytest.fixture
def empty_run(tmp_path):
    files = tmp_path / "files"
    files.mkdir()
    (files / "presse.html").write_text(PRESS, encoding="utf-8")
    data = tmp_path / "data"
    run_over(Council(id="leer", name="Leer", source="folder", url=str(files)), data)
    publish(data, anew=True)
    return data


def executed(notebook: Path, monkeypatch: pytest.MonkeyPatch, data: Path | None = None) -> nbformat.NotebookNode:
    if data:
        monkeypatch.setenv("BESCHLUSSBUCH_DATA", str(data))
    else:
        monkeypatch.delenv("BESCHLUSSBUCH_DATA", raising=False)
    book = nbformat.read(notebook, as_version=4)
    NotebookClient(book, timeout=120, kernel_name="python3", resources={"metadata": {"path": str(notebook.parent)}}).execute()
    return book


def outputs(book: nbformat.NotebookNode, kind: str) -> list[str]:
    return [output.data[kind] for cell in book.cells for output in cell.get("outputs", []) if kind in output.get("data", {})]


def quoted_tables(book: nbformat.NotebookNode) -> list[tuple[list[str], list[lxml.html.HtmlElement]]]:
    found = []
    for html in outputs(book, "text/html"):
        tree = lxml.html.fromstring(f"<div>{html}</div>")
        heads = [" ".join(head.itertext()).split()[0] for head in tree.iter("th") if head.text_content().strip()]
        if "Wortlaut" in heads:
            found.append((heads, [row for row in tree.iter("tr") if row.find("td") is not None]))
    return found


@pytest.mark.parametrize("path", sorted(FOLDER.glob("*.ipynb")), ids=lambda path: path.name)
def test_a_notebook_is_committed_without_outputs(path):
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    assert [
        (cell.outputs, cell.execution_count) for cell in book.cells if cell.cell_type == "code" and (cell.outputs or cell.execution_count)
    ] == []


@pytest.mark.slow
def test_the_query_shows_what_the_demo_decided(demo_run, monkeypatch):
    book = executed(QUERY, monkeypatch, demo_run)
    assert len(outputs(book, "image/png")) == 2
    tables = quoted_tables(book)
    assert len(tables) == 5
    for heads, rows in tables:
        assert rows, heads
        for row in rows:
            cells = dict(zip(heads, row.iter("td"), strict=True))
            assert cells["Wortlaut"].text_content().strip()
            assert [link.get("href").split(":")[0] for link in cells["Quelle"].iter("a")] in (["http", "file"], ["file", "file"])
    votes = [[cell.text_content() for cell in row.iter("td")] for row in tables[1][1]]
    assert any(row[1:3] == ["18.03.2025", "Rat der Stadt Fehrnau"] and row[4:8] == ["adopted", "24", "5", "2"] for row in votes)


@pytest.mark.slow
def test_the_query_survives_a_run_without_facts(empty_run, monkeypatch):
    book = executed(QUERY, monkeypatch, empty_run)
    assert all(not rows for _, rows in quoted_tables(book))


@pytest.mark.slow
def test_without_a_folder_named_the_demo_is_read(demo_run, monkeypatch, tmp_path):
    (tmp_path / "notebooks").mkdir()
    (tmp_path / "pyproject.toml").touch()
    shutil.copy(QUERY, tmp_path / "notebooks")
    shutil.copytree(demo_run, tmp_path / "data" / "demo")
    book = executed(tmp_path / "notebooks" / QUERY.name, monkeypatch)
    assert len(quoted_tables(book)) == 5

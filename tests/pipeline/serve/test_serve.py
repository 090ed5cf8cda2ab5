"""What Datasette is told of a release, and the command that starts it."""

from __future__ import annotations

import hashlib
import json
import signal
import socket
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.parse import urlsplit

import pytest
from markupsafe import Markup

from pipeline.__main__ import main
from pipeline.commands import CommandError, serve
from pipeline.release.folder import LATEST, MANIFEST
from pipeline.release.schema import public_tables
from pipeline.release.settings import Settings
from pipeline.release.sqlite import FILE
from pipeline.serve import server
from pipeline.serve.metadata import metadata
from pipeline.serve.plugins import links
from pipeline.serve.queries import Query, queries
from tests.pipeline.release.finished import finished

ROOT = Path(__file__).parents[3]
INJECTIONS = [
    "'", "''", "\"", "';", "'; DROP TABLE votes; --", "' OR '1'='1", "' OR 1=1 --", "\" OR \"\"=\"", "1; ATTACH 'x.db' AS x", "' UNION SELECT sql FROM sqlite_master --",
    "'); DELETE FROM votes; --", "'/**/OR/**/1=1", "%27 OR 1=1", "\\'; DROP TABLE votes; --", "' AND load_extension('x') --", "' || randomblob(1000000000) || '",
    "'; PRAGMA writable_schema=1; --", "'; VACUUM INTO '/tmp/x'; --", "'; UPDATE votes SET yes=0; --", "'; INSERT INTO votes_words(votes_words) VALUES('delete-all'); --",
    "' AND (SELECT COUNT(*) FROM votes a, votes b, votes c) --", "votes_words:x", "NEAR(", "\"\"\"", "*", "^x", "x AND", "OR", "NOT x", "{title} : x", "(x", "x)", "-x", "+x",
    "x*y*", "\x00'; DROP TABLE votes; --", "\u2019 OR 1=1", "\uff07 OR 1=1", "1e999", "-1", "9999999999999999999", "0x1F", "NULL", "now", "2024-13-45", "start of month",
    ":search", "?1", "$x", "${x}", "{{7*7}}", "%s%s%n", "a" * 5000,
]  # fmt: skip


@pytest.fixture(scope="module")
def release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A release in a data folder, and the pointer to it."""
    data = tmp_path_factory.mktemp("data")
    folder = data / "releases" / "20261122T100000Z-0a1b2c3d"
    small = finished(folder)
    small.connection.close()
    (folder / MANIFEST).write_text(json.dumps({"release": folder.name, "tables": {}}), encoding="utf-8")
    (data / LATEST).symlink_to(folder.relative_to(data))
    return folder


@pytest.fixture
def connection(release: Path) -> Iterator[sqlite3.Connection]:
    opened = sqlite3.connect(f"file:{release / FILE}?immutable=1", uri=True)
    links.prepare_connection(opened)
    yield opened
    opened.close()


def test_every_table_is_told_in_german(release: Path, connection: sqlite3.Connection) -> None:
    told = metadata(release, Settings(title="Beschlüsse <b>"), connection)["databases"]["beschlussbuch"]
    for name, table in public_tables().items():
        assert told["tables"][name]["title"] == table.title
        assert set(table.by_name) <= set(told["tables"][name]["columns"])
    for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type IN ('table', 'view') AND name NOT GLOB '*_words*'"):
        if not name.startswith(("vocabulary", "sqlite_")):
            assert told["tables"][name]["description"], name


def test_facets_labels_and_orders_name_columns_that_are_there(release: Path, connection: sqlite3.Connection) -> None:
    for name, table in metadata(release, Settings(), connection)["databases"]["beschlussbuch"]["tables"].items():
        columns = {column for _, column, *_ in connection.execute(f'PRAGMA table_xinfo("{name}")')}
        assert {*table.get("facets", ()), *table.get("columns", ())} <= columns, name
        for key in ("label_column", "sort", "sort_desc"):
            assert table.get(key, next(iter(columns))) in columns, (name, key)


@pytest.mark.parametrize("query", list(queries()), ids=lambda query: query.name)
def test_questions_name_their_parameters_and_answer(query: Query, connection: sqlite3.Connection) -> None:
    asked = dict.fromkeys(query.asked, "")
    cursor = connection.execute(query.sql, asked)
    assert {"permalink", "statements"} & {column[0] for column in cursor.description}


def test_the_search_over_everything_finds_all_kinds(connection: sqlite3.Connection) -> None:
    search = next(queries())
    rows = connection.execute(search.sql, {"search": "Fluchtlinge", "council": "", "year": ""}).fetchall()
    assert {row[0] for row in rows} == {"Abstimmung", "Beschlusspunkt", "Betrag", "Frist", "Dokument"}
    assert next(row[5] for row in rows if row[0] == "Dokument").count("«Flüchtlinge»") == 1
    of = lambda **asked: {row[2] for row in connection.execute(search.sql, {"search": "Ja", "council": "", "year": ""} | asked)}  # noqa: E731
    assert of() == {"fehrnau", "wehrkreis"}
    assert of(council="wehr") == of(council="Landkreis Wehr") == of(year="2023") == {"wehrkreis"}
    assert of(council="nirgends") == set()


def test_what_is_due_counts_from_a_day(connection: sqlite3.Connection) -> None:
    due = next(query for query in queries() if query.name == "faellig")
    assert [row[0] for row in connection.execute(due.sql, {"day": "2024-08-20", "council": ""})] == ["2024-09-30", "2024-11-15"]
    assert [row[0] for row in connection.execute(due.sql, {"day": "2024-10-01", "council": ""})] == ["2024-11-15"]
    assert connection.execute(due.sql, {"day": "", "council": ""}).fetchall() == []  # long ago


@pytest.mark.parametrize("query", list(queries()), ids=lambda query: query.name)
def test_nothing_typed_changes_the_file(query: Query, release: Path, connection: sqlite3.Connection) -> None:
    """Fifty strings in each field; Datasette opens the file as immutable besides."""
    assert len(INJECTIONS) >= 50
    before = hashlib.sha256((release / FILE).read_bytes()).hexdigest()
    for text in INJECTIONS:
        for name in query.asked:
            connection.execute(query.sql, dict.fromkeys(query.asked, "") | {name: text}).fetchall()
    assert hashlib.sha256((release / FILE).read_bytes()).hexdigest() == before
    assert sorted(path.name for path in release.iterdir()) == sorted([FILE, MANIFEST])


class Urls:
    def path(self, path: str) -> str:
        return f"/{path}"


class Datasette:
    urls = Urls()


@pytest.mark.parametrize(
    ("column", "value", "shown"),
    [
        ("permalink", "evidence/d1.html#v1", '<a href="/evidence/d1.html#v1" title="Der Satz im Dokument, hervorgehoben">Beleg</a>'),
        ("permalink", "https://example.org/evidence/d1.html#v1", '<a href="/evidence/d1.html#v1" title="Der Satz im Dokument, hervorgehoben">Beleg</a>'),
        ("permalink", "evidence/../../secret.html", None),
        ("permalink", "javascript:alert(1)//evidence/d1.html", '<a href="/evidence/d1.html" title="Der Satz im Dokument, hervorgehoben">Beleg</a>'),
        ("original_url", "https://rat.example.org/a.pdf#page=3",
         '<a href="https://rat.example.org/a.pdf#page=3" title="https://rat.example.org/a.pdf#page=3" rel="noopener noreferrer nofollow">Original</a>'),
        ("original_url", "javascript:alert(1)", None),
        ("original_url", 'https://x/"onclick="alert(1)', None),
        ("original_url", "file:///etc/passwd", None),
        ("quote", "https://rat.example.org/", None),
        ("amount", 1250000, "1.250.000"),
        ("amount", 1234.5, "1.234,50"),
        ("yes", 1250, None),
        ("outcome", "adopted", '<span title="angenommen, zugestimmt, beschlossen">adopted</span>'),
        ("outcome", "<script>", None),
        ("quote", None, None),
    ],
)  # fmt: skip
def test_cells(column: str, value: object, shown: str | None) -> None:
    found = links.render_cell(value, column, "decisions", Datasette())
    assert (None if found is None else str(found)) == shown
    assert found is None or isinstance(found, Markup) or "<" not in found


def test_a_port_in_use_is_told_and_the_next_free_one_offered(release: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]
        assert server.free_port(port) != port
        assert main(["serve", str(release.parent.parent), "--port", str(port)]) == 1
    said = capsys.readouterr().err
    assert said.startswith(f"beschlussbuch serve: port {port} is in use; ")
    assert said.count("\n") == 1


def test_a_port_that_somebody_else_took_first_is_no_start(release: Path) -> None:
    """Whoever listens there answers as well: only Datasette's own word counts. (Two suites on one machine, November 2026.)"""
    with (
        server.serving(release, Settings(), 0) as first,
        pytest.raises(server.ServeError, match=r"did not start: .*address already in use"),
        server.serving(release, Settings(), urlsplit(first.url).port or 0),
    ):
        pass


@pytest.mark.parametrize(("words", "sentence"), [
    (["{}"], "there is no release in {}"),
    (["{}", "--port", "99999"], "there is no release in {}"),
])  # fmt: skip
def test_where_there_is_no_release_it_is_said(words: list[str], sentence: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["serve", *(word.format(tmp_path) for word in words)]) == 2
    assert sentence.format(tmp_path) in capsys.readouterr().err


def test_a_spoilt_file_is_told_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / MANIFEST).write_text("{}", encoding="utf-8")
    (tmp_path / FILE).write_bytes(b"no database" * 100)
    assert main(["serve", str(tmp_path), "--no-browser"]) == 1
    said = capsys.readouterr().err
    assert "cannot be opened: file is not a database." in said
    assert said.count("\n") == 1


@pytest.mark.parametrize(("sent", "status"), [(signal.SIGINT, 0), (signal.SIGKILL, -signal.SIGKILL)], ids=["Ctrl-C", "kill -9"])
def test_it_serves_until_it_is_ended_and_leaves_nothing_behind(release: Path, sent: signal.Signals, status: int) -> None:
    """The whole command, as somebody types it."""
    with socket.socket() as asked:  # other suites on this machine look from the default on
        asked.bind((server.HOST, 0))
        port = asked.getsockname()[1]
    command = [sys.executable, "-m", "pipeline", "serve", str(release.parent.parent), "--no-browser", "--port", str(port)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        try:
            said = process.stdout.readline()
            assert said == f"Release {release.name} at http://127.0.0.1:{port}/  (on this machine only; Ctrl-C ends it)\n"
            assert not server.is_free(port)
            process.send_signal(sent)
            assert process.wait(20) == status
            assert process.stderr.read() == ""
        finally:
            process.kill()  # a test that fails ends, too
    until = time.monotonic() + 15
    while not server.is_free(port) and time.monotonic() < until:
        time.sleep(0.05)
    assert server.is_free(port)


class Running:
    """A Datasette that answers for a while and then dies."""

    def __init__(self, waits: list[Callable[[], None]]) -> None:
        self.waits = waits

    def wait(self, seconds: float) -> int:
        if not self.waits:
            return 1
        self.waits.pop(0)()
        raise subprocess.TimeoutExpired("datasette", seconds)


def test_a_newer_release_is_told_once_and_a_dead_datasette_in_one_sentence(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def publish(name: str) -> Path:
        folder = tmp_path / "releases" / name
        folder.mkdir(parents=True, exist_ok=True)
        (folder / MANIFEST).write_text("{}", encoding="utf-8")
        (tmp_path / LATEST).unlink(missing_ok=True)
        (tmp_path / LATEST).symlink_to(folder)
        return folder

    first = publish("first")
    (tmp_path / "log").write_text("Starting\nOut of memory\n", encoding="utf-8")
    waits: list[Callable[[], None]] = [lambda: None, lambda: publish("second") and None, lambda: None]
    served = server.Served(Running(waits), "http://127.0.0.1:1/", tmp_path / "log")  # type: ignore[arg-type]
    with pytest.raises(CommandError, match=r"Datasette ended with status 1: Out of memory\."):
        serve._stay(served, tmp_path, first)
    assert capsys.readouterr().out == "Release second is there; a restart serves it.\n"


def test_only_folders_that_are_there_are_served(release: Path, tmp_path: Path) -> None:
    words = server.command(release, tmp_path, 8001)
    assert [word for word in words if word.startswith(("evidence:", "feeds:"))] == []
    assert words[words.index("--host") + 1] == "127.0.0.1"
    assert "--immutable" in words

"""A release in PostgreSQL: the rows of the Parquet files, typed and linked, and never half of them."""

from __future__ import annotations

import json
import os
import shutil
import socket
import subprocess
import tempfile
import threading
from collections.abc import Iterator
from datetime import UTC, date, datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import adbc_driver_postgresql.dbapi as adbc
import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from pipeline.release.frames import arrow_schema
from pipeline.release.postgresql import PostgresqlError, write_to_postgresql
from pipeline.release.schema import public_tables
from pipeline.release.writers import ParquetWriter

BINARIES = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"))
PASSWORD = "ganz geheim/42"  # noqa: S105  of a server that lives as long as the test
IN_ADDRESS = "ganz%20geheim%2F42"

pytestmark = [
    pytest.mark.slow,
    pytest.mark.xdist_group("postgresql"),  # one server for all
    pytest.mark.skipif(not BINARIES, reason="PostgreSQL is not installed (apt-get install postgresql)"),
]
VOTE = {
    "council": "wehrstadt",
    "document_id": "d1",
    "outcome": "adopted",
    "unanimous": False,
    "points": ["2.a", 'sagt "nein"', ""],
    "flags": [],
}
ROWS: dict[str, list[dict[str, Any]]] = {
    "councils": [{"id": "wehrstadt", "council": "wehrstadt", "name": "Wehrstadt", "ags": "08336050"}],
    "runs": [{"id": "r1", "council": "wehrstadt", "started_at": datetime(2026, 11, 22, 23, 15, tzinfo=UTC), "failures": '{"timeout": 2}'}],
    "documents": [{"id": "d1", "council": "wehrstadt", "first_run": "r1", "title": "Nul\x00zeichen", "ocr_pages": [1, 2]}],
    "votes": [
        {"id": "v1", "yes": 20, "groups": [{"name": "CDU\x00", "option": "yes", "count": None}], "quote": "20\n'Ja'; --\\", **VOTE},
        {"id": "v2", "yes": None, "groups": [], **VOTE},
    ],
    "amounts": [{"id": "a1", "council": "wehrstadt", "document_id": "d1", "amount": Decimal("1234567890123456.78"), "fiscal_years": [2021],
                 "meeting_date": date(1899, 12, 31)}],
    "vote_groups": [{"id": "g1", "council": "wehrstadt", "vote_id": "v1", "name": "CDU", "option": "yes"}],
}  # fmt: skip


def release(folder: Path, name: str, rows: dict[str, list[dict[str, Any]]]) -> Path:
    writer = ParquetWriter(folder / name)
    for table in public_tables().values():
        writer.begins(table, 0)
        writer.writes(pa.RecordBatch.from_pylist(rows.get(table.name, []), schema=arrow_schema(table.name)))
        writer.ends()
    (folder / name / "manifest.json").write_text(json.dumps({"release": name, "version": "1.0"}))
    return folder / name


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of this machine's own in a temporary folder; the value is its address."""
    binaries, folder = BINARIES[-1].parent, Path(tempfile.mkdtemp(prefix="beschlussbuch-pg-"))
    as_user = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.geteuid() == 0 else []
    (folder / "password").write_text(PASSWORD)
    if as_user:
        shutil.chown(folder, "postgres", "postgres")
        shutil.chown(folder / "password", "postgres", "postgres")
    options = f"-c listen_addresses=127.0.0.1 -c unix_socket_directories={folder} -c fsync=off -c lc_messages=C"

    def started() -> int:
        """The port at which it listens: a free one may be somebody else's a moment later, and then it is another."""
        for left in reversed(range(5)):
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                port: int = probe.getsockname()[1]
            try:
                call("pg_ctl", "-D", f"{folder}/data", "-o", f"-p {port} {options}", "-l", f"{folder}/log", "-w", "start")
            except subprocess.CalledProcessError as error:
                error.add_note((folder / "log").read_text(encoding="utf-8", errors="replace") if (folder / "log").exists() else "no log")
                if not left:
                    raise
            else:
                return port
        raise AssertionError("not reached")

    def call(program: str, *words: str) -> None:
        subprocess.run([*as_user, str(binaries / program), *words], check=True, cwd=folder, timeout=60, stdout=subprocess.DEVNULL)

    try:
        call(
            "initdb",
            "-D",
            f"{folder}/data",
            "-U",
            "leserin",
            "--pwfile",
            f"{folder}/password",
            "-A",
            "scram-sha-256",
            "-E",
            "UTF8",
            "--no-sync",
        )
        yield f"postgresql://leserin:{IN_ADDRESS}@127.0.0.1:{started()}/postgres"
        call("pg_ctl", "-D", f"{folder}/data", "-m", "immediate", "-w", "stop")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def asked(address: str, query: str) -> list[tuple[Any, ...]]:
    with adbc.connect(address) as connection, connection.cursor() as cursor:
        cursor.execute(query)
        return [tuple(row) for row in cursor.fetchall()]


def rows_of(path: Path, table: str) -> list[dict[str, Any]]:
    found = pq.read_table(path / "tables" / f"{table}.parquet").to_pylist()
    return sorted(found, key=lambda row: str(row["id"]))


@pytest.fixture(scope="module")
def first(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return release(tmp_path_factory.mktemp("releases"), "20261122T231500Z-first", ROWS)


def test_the_database_holds_the_rows_of_the_release_also_the_second_time(server: str, first: Path) -> None:
    for _ in range(2):
        written = write_to_postgresql(first, server)

    port = server.partition("127.0.0.1:")[2].partition("/")[0]
    assert (written.rows, written.place) == (7, f"PostgreSQL at 127.0.0.1:{port}/postgres, schema beschlussbuch")
    for name, table in public_tables().items():
        nested = {column.name for column in table.columns if column.kind in ("records", "json")}
        query = ", ".join(
            f'"{column.name}"::text' if column.name in nested or column.kind == "money" else f'"{column.name}"' for column in table.columns
        )
        found = asked(server, f'SELECT {query} FROM beschlussbuch."{name}" ORDER BY id COLLATE "C"')  # noqa: S608  our own names
        for row, expected in zip(found, rows_of(first, name), strict=True):
            for column, value in zip(table.columns, row, strict=True):
                assert same(column.kind, value, expected[column.name]), (name, column.name, value)


def same(kind: str, found: Any, expected: Any) -> bool:
    if expected is None or found is None:
        return expected is found
    if kind in ("records", "json"):
        said = json.loads(expected) if kind == "json" else expected
        return bool(json.loads(found) == json.loads(json.dumps(said).replace("\\u0000", "\\ufffd")))
    if kind == "money":
        return Decimal(found) == expected
    return bool(found == (expected.replace("\x00", "\ufffd") if isinstance(expected, str) else expected))


def test_types_keys_and_comments_are_told(server: str, first: Path) -> None:
    write_to_postgresql(first, server)

    types = dict(
        asked(
            server, "SELECT table_name || '.' || column_name, udt_name FROM information_schema.columns WHERE table_schema = 'beschlussbuch'"
        )
    )
    told = {"votes.id": "text", "votes.yes": "int8", "votes.unanimous": "bool", "votes.points": "_text", "votes.groups": "jsonb",
            "amounts.amount": "numeric", "amounts.fiscal_years": "_int8", "amounts.meeting_date": "date", "runs.started_at": "timestamptz"}  # fmt: skip
    assert types | told == types
    query = "SELECT conrelid::regclass::text, contype::text FROM pg_constraint WHERE connamespace = 'beschlussbuch'::regnamespace"
    keys = asked(server, query)
    refers = sum(column.refers is not None for table in public_tables().values() for column in table.columns)
    assert (sum(kind == "p" for _, kind in keys), sum(kind == "f" for _, kind in keys)) == (len(public_tables()), refers)
    (comment,) = asked(server, """SELECT col_description('beschlussbuch.votes'::regclass, attnum) FROM pg_attribute
                                  WHERE attrelid = 'beschlussbuch.votes'::regclass AND attname = 'yes'""")  # fmt: skip
    assert comment[0].startswith(f"{public_tables()['votes'].by_name['yes'].words.title}: ")
    assert asked(
        server, "SELECT obj_description('beschlussbuch'::regnamespace, 'pg_namespace') LIKE 'Beschlussbuch 1.0, 20261122T231500Z-first, %'"
    ) == [(True,)]


def test_a_later_release_changes_what_has_changed_and_touches_nothing_else(server: str, first: Path, tmp_path: Path) -> None:
    write_to_postgresql(first, server)
    before = dict(asked(server, "SELECT id, xmin::text FROM beschlussbuch.votes"))
    votes = [ROWS["votes"][0], ROWS["votes"][1] | {"yes": 3}, ROWS["votes"][1] | {"id": "v3"}]
    write_to_postgresql(release(tmp_path, "second", ROWS | {"votes": votes, "amounts": []}), server)

    after = dict(asked(server, "SELECT id, xmin::text FROM beschlussbuch.votes"))
    assert asked(server, "SELECT id, yes FROM beschlussbuch.votes ORDER BY id") == [("v1", 20), ("v2", 3), ("v3", None)]
    assert asked(server, "SELECT COUNT(*) FROM beschlussbuch.amounts") == [(0,)]
    assert (after["v1"] == before["v1"], after["v2"] == before["v2"]) == (True, False)


def test_who_reads_sees_the_old_tables_whole_or_the_new_ones_whole(server: str, first: Path, tmp_path: Path) -> None:
    second = release(tmp_path, "second", ROWS | {"votes": [], "vote_groups": [], "amounts": []})
    write_to_postgresql(first, server)
    counts = "SELECT (SELECT COUNT(*) FROM beschlussbuch.votes), (SELECT COUNT(*) FROM beschlussbuch.amounts)"
    seen: set[tuple[Any, ...]] = set()
    done = threading.Event()

    def look() -> None:
        while not done.is_set():
            seen.update(asked(server, counts))

    with adbc.connect(server) as connection, connection.cursor() as reader:
        reader.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        reader.execute("SELECT COUNT(*) FROM beschlussbuch.votes")
        assert reader.fetchall() == [(2,)]
        other = threading.Thread(target=look)
        other.start()
        for release_ in (second, first, second):
            write_to_postgresql(release_, server)  # waits for no reader
        done.set()
        other.join()
        reader.execute(counts)
        assert reader.fetchall() == [(2, 1)]
        connection.rollback()

    assert seen <= {(2, 1), (0, 0)}
    assert asked(server, counts) == [(0, 0)]


def test_a_release_that_cannot_be_read_changes_nothing(server: str, first: Path, tmp_path: Path) -> None:
    write_to_postgresql(first, server)
    broken = release(tmp_path, "broken", {})
    (broken / "tables" / "withheld.parquet").unlink()

    with pytest.raises(FileNotFoundError):
        write_to_postgresql(broken, server)

    assert asked(server, "SELECT COUNT(*) FROM beschlussbuch.votes") == [(2,)]


def test_tables_of_another_shape_are_made_anew_and_a_schema_of_others_is_left_alone(server: str, first: Path) -> None:
    write_to_postgresql(first, server, "shaped")
    with adbc.connect(server, autocommit=True) as connection, connection.cursor() as cursor:
        cursor.execute("ALTER TABLE shaped.votes DROP COLUMN yes")
        cursor.execute("COMMENT ON SCHEMA shaped IS 'Beschlussbuch 0.1, old, 0123456789ab'")
        cursor.execute("CREATE SCHEMA theirs")
    write_to_postgresql(first, server, "shaped")

    assert asked(server, "SELECT yes FROM shaped.votes WHERE id = 'v1'") == [(20,)]
    with pytest.raises(PostgresqlError, match=r"^The schema theirs is there already and was not made by this program; name another one\.$"):
        write_to_postgresql(first, server, "theirs")


def test_what_is_refused_is_told_in_one_sentence_and_without_the_password(server: str, first: Path) -> None:
    wrong = server.replace(IN_ADDRESS, "falsch%2Fes%20Wort")
    with socket.socket() as closed:
        closed.bind(("127.0.0.1", 0))
        nobody = f"postgresql://leserin:{IN_ADDRESS}@127.0.0.1:{closed.getsockname()[1]}/postgres"
        said = [refusal(first, address) for address in (wrong, nobody, server.replace("/postgres", "/none"))]

    assert "password authentication failed for user" in said[0]
    assert "Connection refused" in said[1]
    assert 'database "none" does not exist' in said[2]
    for one in said:
        assert one.startswith("PostgreSQL at 127.0.0.1:")
        assert one.count("\n") == 0
        assert not any(secret in one for secret in (PASSWORD, IN_ADDRESS, "falsch", "Wort"))


@pytest.mark.parametrize(
    ("address", "sentence"),
    [
        ("postgresql://leserin:ganz/geheim@127.0.0.1:1/x", "The address of the database cannot be understood (its port is no number)."),
        (
            "postgresql://leserin:geh@im@127.0.0.1/x",
            "The address of the database is no postgresql://user@server/database (signs of a password as %40).",
        ),
        (
            "mysql://leserin:geheim@127.0.0.1/x",
            "The address of the database is no postgresql://user@server/database (signs of a password as %40).",
        ),
        ("leserin:geheim", "The address of the database is no postgresql://user@server/database (signs of a password as %40)."),
    ],
)
def test_an_address_that_cannot_be_understood_is_not_repeated(first: Path, address: str, sentence: str) -> None:
    assert refusal(first, address) == sentence


def refusal(release_: Path, address: str) -> str:
    with pytest.raises(PostgresqlError) as error:
        write_to_postgresql(release_, address)
    assert error.value.__cause__ is None
    return str(error.value)

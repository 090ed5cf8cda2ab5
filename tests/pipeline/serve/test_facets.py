"""Facets that are counted in one pass say what Datasette's own say."""

from __future__ import annotations

import sqlite3
from collections.abc import Coroutine, Iterator, Mapping, Sequence
from types import SimpleNamespace
from typing import Any

import pytest
from datasette.database import QueryInterrupted, Results
from datasette.facets import ColumnFacet
from datasette.utils.asgi import Request

from pipeline.release.sqlite import FILE
from pipeline.serve.plugins import facets, links
from tests.pipeline.release.finished import finished

FOUND = "SELECT * FROM votes WHERE rowid IN (SELECT rowid FROM votes_words WHERE votes_words MATCH escape_fts(:search))"
Params = Mapping[str, str] | Sequence[str]


@pytest.fixture(scope="module")
def connection(tmp_path_factory: pytest.TempPathFactory) -> Iterator[sqlite3.Connection]:
    folder = tmp_path_factory.mktemp("facets") / "release"
    finished(folder).connection.close()
    opened = sqlite3.connect(f"file:{folder / FILE}?immutable=1", uri=True)
    opened.row_factory = sqlite3.Row
    links.prepare_connection(opened)
    yield opened
    opened.close()


class Served:
    """What facets need of a Datasette."""

    urls = SimpleNamespace(path=lambda path: path)

    def __init__(self, connection: sqlite3.Connection, *, patience: int = 1000) -> None:
        self.connection, self.patience = connection, patience
        self.asked: list[str] = []

    def setting(self, name: str) -> int:
        return {"default_facet_size": 2}.get(name, self.patience)

    async def execute(self, _: str, sql: str, params: Params, **__: Any) -> Results:
        if sql.startswith("EXPLAIN"):
            return Results(self.connection.execute(sql, params).fetchall(), False, None)
        if not self.patience:
            raise QueryInterrupted(TimeoutError(), sql, params)
        self.asked.append(sql)
        return Results(self.connection.execute(sql, params).fetchall(), False, None)

    async def expand_foreign_keys(self, _: str, __: str, column: str, values: Sequence[str]) -> Mapping[tuple[str, str], str]:
        return {(column, value): f"{value}!" for value in values}

    def absolute_url(self, _: Request, path: str) -> str:
        return f"http://127.0.0.1{path}"


def results(kind: type[ColumnFacet], served: Served, sql: str, params: Params, columns: str) -> Any:
    request = Request.fake(f"/beschlussbuch/votes?council=fehrnau&_facet={columns.replace(' ', '&_facet=')}")
    facet = kind(served, request, "beschlussbuch", sql=sql, table="votes", params=params)
    facet.get_facet_size = lambda: 2
    return done(facet.facet_results())


def done(coroutine: Coroutine[Any, Any, Any]) -> Any:
    """What a coroutine comes to that waits for nothing; a loop of its own would be one too many beside a browser's."""
    try:
        coroutine.send(None)
    except StopIteration as ended:
        return ended.value
    raise AssertionError("it waits")


@pytest.mark.parametrize(
    ("sql", "params", "columns", "queries"),
    [
        (FOUND, {"search": "ja OR einstimmig"}, "council outcome year body method abstain", 1),
        (FOUND, {"search": "nirgends"}, "council outcome", 1),
        (FOUND, {"search": "ja"}, "council", 1),
        (FOUND, {"search": "ja"}, "council council year", 1),
        ("SELECT * FROM votes WHERE yes >= :p0", {"p0": "13"}, "year council", 1),
        ("SELECT * FROM votes WHERE yes >= ?", ["13"], "document_kind outcome", 1),
        ("SELECT * FROM votes", {}, "council outcome", 2),
        ("SELECT * FROM votes", {}, "council document_kind outcome abstain", 3),
        ("SELECT * FROM decisions", {}, "council outcome year", 3),
        ("SELECT * FROM due_dates", {}, "council what", 1),
    ],
)
def test_facets_are_datasettes_and_rows_are_looked_through_once(
    sql: str, params: Params, columns: str, queries: int, connection: sqlite3.Connection
) -> None:
    served = Served(connection)
    found = results(facets.CountedTogether, served, sql, params, columns)

    assert without_labels(found) == without_labels(results(ColumnFacet, Served(connection), sql, params, columns))
    assert [facet["name"] for facet in found[0]] == columns.split()
    assert len(served.asked) == queries


def without_labels(found: Any) -> Any:
    return [facet | {"results": [{**one, "label": ""} for one in facet["results"]]} for facet in found[0]], found[1]


def test_a_value_says_what_it_means(connection: sqlite3.Connection) -> None:
    found, _ = results(facets.CountedTogether, Served(connection), "SELECT * FROM votes", {}, "council outcome year")
    labels = {facet["name"]: [one["label"] for one in facet["results"]] for facet in found}
    assert labels == {
        "council": ["fehrnau!", "wehrkreis!"],
        "outcome": ["adopted: angenommen, zugestimmt, beschlossen"],
        "year": ["2024!", "2023!"],
    }


def test_what_takes_too_long_is_told_as_such(connection: sqlite3.Connection) -> None:
    served = Served(connection, patience=0)
    assert results(facets.CountedTogether, served, FOUND, {"search": "ja"}, "council outcome") == ([], ["council", "outcome"])


def test_a_column_that_is_not_there_is_an_error_as_ever(connection: sqlite3.Connection) -> None:
    for kind in (facets.CountedTogether, ColumnFacet):
        with pytest.raises(sqlite3.OperationalError, match="no such column: nowhere"):
            results(kind, Served(connection), FOUND, {"search": "ja"}, "nowhere outcome")

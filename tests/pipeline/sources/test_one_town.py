"""One invented town, served by every vendor's fake over real HTTP, says the same in all tables of the contract.

Compared is what the rows state, each statement once (`consolidated`), without ids and evidence; numbers of agenda items as all
documents of a meeting mean them ("Ö 2" is "2"). OParl is what the others are held against.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from datetime import date
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

import pytest

from pipeline.checks import Outcome
from pipeline.councils import Council
from pipeline.demo import SOURCES
from pipeline.demo.oparl import city_of
from pipeline.demo.server import Server
from pipeline.demo.sites import FAKES
from pipeline.demo.town import town_of
from pipeline.demo.website import WebServer
from pipeline.store import Store, store_in
from pipeline.store.same import OWN, Row, item_key
from pipeline.store.schema import fact_kinds
from tests.pipeline.runs import go

FOLDER = SOURCES / "fehrnau"


def stated(source: str, url: str, data: Path) -> dict[str, Counter[str]]:
    """What a run over a served town puts into the tables."""
    first, last = date(2025, 2, 1), date(2025, 3, 31)
    council = Council(id="fehrnau", name="Fehrnau", source=source, url=url, first_day=first, last_day=last, pause=0)
    report = go(council, data)
    assert report.outcome is Outcome.COMPLETE, report.sentence
    with Store(store_in(data)) as store:
        assert store.rows("SELECT * FROM issues") == []
        return {table: Counter(map(said, consolidated(store, council.id, table))) for table in fact_kinds()}


def consolidated(store: Store, council: str, table: str) -> list[dict[str, Any]]:
    """What a council's documents state in a table, each statement once, with what any of its rows says of it."""
    rows = [dict(row) for row in store.rows(f'SELECT * FROM "{table}" WHERE council = ? ORDER BY id', council)]  # noqa: S608  our own names
    query = "SELECT id, same_as FROM same_facts WHERE council = ? AND fact_table = ?"
    same = {row["id"]: row["same_as"] for row in store.rows(query, council, table)}
    found = {row["id"]: row for row in rows if row["id"] not in same}
    for row in rows:
        main = found.get(same.get(row["id"], ""))
        if main:
            # Without a subject_text it is the item itself that was voted on: that is no gap to be filled.
            told = {name: value for name, value in row.items() if name != "subject_text" and not is_empty(value)}
            main.update({name: value for name, value in told.items() if is_empty(main[name])})
    return list(found.values())


def values_of(row: Row) -> dict[str, Any]:
    """What a row says, without ids and evidence; lists as lists."""
    said = {name: value for name, value in row.items() if name not in OWN}
    return {name: json.loads(value) if isinstance(value, str) and value[:1] in "[{" and value else value for name, value in said.items()}


def is_empty(value: object) -> bool:
    return value in (None, "", "[]")


def said(row: dict[str, Any]) -> str:
    values = values_of(row)
    if "number" in values:
        values["number"] = item_key(values["number"], closed=values["public"] == 0)
    return json.dumps(values, ensure_ascii=False, sort_keys=True)


@cache
def by_oparl() -> dict[str, Counter[str]]:
    with TemporaryDirectory() as folder, Server(city_of(FOLDER)) as server:
        return stated("oparl", f"{server.url}/oparl/system", Path(folder))


@pytest.fixture(params=FAKES)
def served(request: pytest.FixtureRequest) -> Iterator[tuple[str, str]]:
    fake = FAKES[request.param]
    with WebServer(fake.site(town_of(FOLDER))) as server:
        yield fake.source, server.url + fake.path


@pytest.mark.slow
def test_every_vendor_tells_the_same_story(served: tuple[str, str], tmp_path: Path) -> None:
    source, url = served
    assert stated(source, url, tmp_path) == by_oparl()


@pytest.mark.slow
def test_the_story_is_told_whole() -> None:
    assert {table: sum(rows.values()) for table, rows in by_oparl().items()} == {
        "agenda_items": 10, "amounts": 3, "deadlines": 4, "follow_ups": 0, "recusals": 0, "references": 9, "resolution_points": 16, "votes": 5,
    }  # fmt: skip

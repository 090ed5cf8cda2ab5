"""A run that was killed is closed by the next holder of the data folder, as what it was."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from pipeline.store import Store, ledger, store_in
from pipeline.store.runs import INTERRUPTED, close_interrupted

BEGAN = "2024-03-12T03:00:00+00:00"
CAME = "2024-03-12T03:07:30+00:00"
ENDED = {"finished_at": "2024-03-11T03:09:00+00:00", "outcome": "complete", "sentence": "All is well.", "stored": 2}


def run(key: str, **more: Any) -> dict[str, Any]:
    return {"id": key, "council": "a", "started_at": BEGAN, "lists_complete": True} | more


@pytest.fixture
def data(tmp_path: Path) -> Path:
    with Store(store_in(tmp_path)) as store:
        store.put("runs", [run("1-a", **ENDED), run("2-a"), run("3-b", council="b")])
        store.put("documents", [
            {"id": "x", "council": "a", "source_url": "x", "fetched_run": "2-a", "fetched_at": BEGAN},
            {"id": "y", "council": "a", "source_url": "y", "fetched_run": "2-a", "fetched_at": CAME},
            {"id": "z", "council": "a", "source_url": "z", "fetched_run": "1-a", "fetched_at": "2024-03-11T03:08:00+00:00"},
        ])  # fmt: skip
    return tmp_path


def test_it_has_failed_and_ended_when_its_last_document_came(data: Path) -> None:
    close_interrupted(data)
    close_interrupted(data)

    with Store(store_in(data)) as store:
        assert [tuple(row) for row in store.rows("SELECT id, finished_at, outcome, sentence, stored FROM runs ORDER BY id")] == [
            ("1-a", "2024-03-11T03:09:00+00:00", "complete", "All is well.", 2),
            ("2-a", CAME, "failed", INTERRUPTED, None),
            ("3-b", BEGAN, "failed", INTERRUPTED, None),
        ]


def test_its_lists_are_asked_for_again(data: Path) -> None:
    """What it has listed it has not finished: the next run does not begin from there."""
    with Store(store_in(data)) as store:
        store.change("runs", "1-a", started_at="2024-03-11T03:00:00+00:00")
    close_interrupted(data)

    with Store(store_in(data)) as store:
        assert str(ledger.listed_since(store, "a")) == "2024-03-11 03:00:00+00:00"
        assert ledger.listed_since(store, "b") is None


def test_where_there_is_no_store_none_is_made(tmp_path: Path) -> None:
    close_interrupted(tmp_path)

    assert list(tmp_path.iterdir()) == []

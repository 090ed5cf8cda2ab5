"""A run without Prefect, stage by stage, and looks into the store that it leaves."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from pipeline import facts, run
from pipeline.councils import Council
from pipeline.run import RunReport
from pipeline.store import Store, store_in


def go(council: Council, data: Path) -> RunReport:
    """A run over one council, to its end."""
    begun = _begun(council, data)
    facts.read(council, data, facts.to_read(council, data), processes=1)
    return run.finish(council, data, begun)


def fetch_only(council: Council, data: Path) -> RunReport:
    """A run that reads nothing of what it fetches."""
    return run.finish(council, data, _begun(council, data))


def _begun(council: Council, data: Path) -> run.Begun:
    data.mkdir(exist_ok=True)
    begun = run.begin(council, data)
    run.fetch(council, data, begun.run, begun.fetch)
    return begun


def rows(data: Path, query: str) -> list[tuple[Any, ...]]:
    """What the store answers."""
    with Store(store_in(data)) as store:
        return [tuple(row) for row in store.rows(query)]

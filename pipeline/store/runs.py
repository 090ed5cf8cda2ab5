"""Runs that were killed: closed as what they were by the next one that holds the data folder."""

from __future__ import annotations

from pathlib import Path

from pipeline.checks import Outcome
from pipeline.store import Store, store_in

INTERRUPTED = "The run was interrupted before its end; the next one goes on where it was."
ENDLESS = """SELECT id, MAX(started_at, COALESCE((SELECT MAX(fetched_at) FROM documents WHERE fetched_run = runs.id), started_at)) AS last
             FROM runs WHERE finished_at IS NULL"""
"""They came to no end, and have no numbers; what is known of their time is when the last document came."""


def close_interrupted(data: Path) -> None:
    """Close the runs that did not end; whoever holds the data folder's lock knows that none of them is at work."""
    if not store_in(data).exists():
        return
    with Store(store_in(data)) as store:
        if not (rows := store.rows(ENDLESS)):
            return
        with store.transaction():
            for row in rows:
                store.change("runs", row["id"], finished_at=row["last"], outcome=Outcome.FAILED, sentence=INTERRUPTED)

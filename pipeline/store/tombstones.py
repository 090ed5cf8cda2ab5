"""Addresses that are gone for good: what was gone on three different days is told as such, and asked for once a month only."""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from pipeline.statuses import Status
from pipeline.store import Store

DAYS = 3
"""One day may be maintenance, two a weekend."""
ASK_AGAIN_AFTER = timedelta(days=30)


def judged(store: Store, document: str, status: Status, sentence: str, at: datetime) -> tuple[Status, str]:
    """What a document that could not be had is called: gone on its third day, it has a tombstone, and keeps it until it is had."""
    days: list[str] = json.loads(store.one("SELECT gone_on FROM documents WHERE id = ?", document) or "[]")
    today = at.date().isoformat()
    if status is Status.GONE and len(days) < DAYS and today not in days:
        days.append(today)
        store.change("documents", document, gone_on=days)
    if len(days) < DAYS:
        return status, sentence
    url = store.one("SELECT source_url FROM documents WHERE id = ?", document)
    return Status.TOMBSTONE, f"{url} was gone on {', '.join(days[:-1])} and {days[-1]}; it is asked for once a month from now on."

"""Which documents a run asks for."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta

from pipeline.statuses import Status
from pipeline.store import Store, tombstones

ASK_AGAIN_AFTER = timedelta(hours=20)
"""A document that was refused for good (404, robots, login) is asked for again on the next day, not in every run."""
COME_WITH_THE_LIST = ("meeting", "paper")
"""Roles of documents whose bytes the source brought along: OParl objects, the pages of meetings and papers."""
HEALS_SOON = (
    Status.TIMEOUT,
    Status.CONNECTION,
    Status.TRUNCATED,
    Status.SOFT_ERROR_PAGE,
    Status.HTTP_ERROR,
    Status.DNS,
    Status.TLS,
    Status.SSRF_BLOCKED,  # costs nobody a request, and heals when its host is added to the council's file
)


def to_fetch(store: Store, council: str, at: datetime, lifted: Iterable[Status] = ()) -> list[str]:
    """The documents to ask for: new ones, changed ones, ones whose state the source does not tell, ones that may have healed.

    First those that were never asked for, then those that were not for the longest time: what fails keeps no other from its turn.
    What `lifted` names has healed for sure: the council's file has a reason now for setting that rule aside.
    """
    soon = ", ".join(f"'{status}'" for status in (*HEALS_SOON, *lifted))
    listed = ", ".join(f"'{role}'" for role in COME_WITH_THE_LIST)
    query = f"""
        SELECT id FROM documents WHERE council = ? AND deleted_at IS NULL AND role NOT IN ({listed}) AND (
            fetch_status IS NULL
            OR version IS NULL AND fetch_status = 'ok'
            OR version IS NOT fetched_version AND (version IS NOT asked_version OR fetch_status IN ({soon}))
            OR fetch_status IN ({soon})
            OR fetch_status <> 'ok' AND asked_at < CASE fetch_status WHEN 'tombstone' THEN ? ELSE ? END
        ) ORDER BY asked_at, source_url"""  # noqa: S608  our own names
    before = [(at - wait).isoformat() for wait in (tombstones.ASK_AGAIN_AFTER, ASK_AGAIN_AFTER)]
    return [row["id"] for row in store.rows(query, council, *before)]

"""The councils of a store, as their files described them at the last run: what is read again is read with the same habits."""

from __future__ import annotations

import json

from pipeline.councils import Council, CouncilError, council_named
from pipeline.secrets import veiled
from pipeline.store import Store


def note_council(store: Store, council: Council) -> None:
    """Keep how a council is described now. Inside a transaction of the caller."""
    shown = {name: getattr(council, name) for name in ("name", "ags", "ars", "land", "source")}
    shown |= {"url": veiled(council.url) if council.url else None}
    settings = council.model_dump(mode="json", exclude_defaults=True)
    store.put("councils", [{"id": council.id, "council": council.id, "settings": settings} | shown])


def ids_of(store: Store) -> list[str]:
    """The ids of all councils that the store has anything of."""
    return [row["council"] for row in store.rows("SELECT council FROM councils UNION SELECT council FROM runs ORDER BY council")]


def council_of(store: Store, name: str) -> Council:
    """A council of the store: as the registry describes it now, if it has the same council, else as it was at its last run.

    Raises CouncilError where neither knows it, or its file is wrong.
    """
    said = store.one("SELECT settings FROM councils WHERE id = ?", name)
    kept = Council.model_validate(json.loads(said)) if said else None
    try:
        registered = council_named(name)
    except CouncilError:
        if kept is None:
            raise
        return kept
    return registered if kept is None or (registered.source, veiled(registered.url or "")) == (kept.source, kept.url or "") else kept


def zone_of(store: Store, name: str) -> str:
    """The time zone of a council of the store; that of Germany for one whose description nobody has."""
    try:
        return council_of(store, name).time_zone
    except CouncilError:
        return "Europe/Berlin"

"""A store is opened by several at once, also where there is none yet."""

from __future__ import annotations

import sqlite3
import threading
from pathlib import Path

from pipeline.store import Store, store_in


def test_a_store_that_somebody_is_about_to_make_is_waited_for(tmp_path: Path) -> None:
    """Threads of councils in a first run; SQLite refuses one of them at once ("database is locked"), however long it may wait."""
    opened: list[BaseException | None] = []

    def opens() -> None:
        try:
            with Store(store_in(tmp_path)) as store, store.transaction():
                store.put("councils", [{"id": "a", "council": "a", "name": "Wehrstadt"}])
            opened.append(None)
        except BaseException as error:  # noqa: BLE001
            opened.append(error)

    other = sqlite3.connect(store_in(tmp_path), isolation_level=None)
    other.execute("CREATE TABLE councils (id TEXT PRIMARY KEY)")
    other.execute("BEGIN IMMEDIATE")
    thread = threading.Thread(target=opens)
    thread.start()
    thread.join(0.2)
    waits = thread.is_alive()
    other.execute("COMMIT")
    other.close()
    thread.join()

    assert (waits, opened) == (True, [None])

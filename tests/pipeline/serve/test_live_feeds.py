"""What can be subscribed to at a Datasette that runs, whatever signs documents are full of."""

from __future__ import annotations

from pathlib import Path
from urllib.request import urlopen

import feedparser
import pytest

from pipeline.release.publish import publish
from pipeline.release.settings import Settings
from pipeline.serve.server import serving
from pipeline.store import Store, store_in
from tests.pipeline.release.test_publish import MINUTES, fill

CONTROLS = "".join(chr(code) for code in range(32) if chr(code) not in "\t\n\r") + "\x7f\x85\ufffe\uffff"


@pytest.mark.slow
def test_a_feed_of_a_view_can_be_read_whatever_signs_a_title_holds(tmp_path: Path) -> None:
    place, data = tmp_path / "Wehrstadt", tmp_path / "data"
    place.mkdir()
    data.mkdir()
    (place / "niederschrift.txt").write_text(MINUTES.replace("12 Ja", "12\x01Ja"), encoding="utf-8")
    fill(data, place)
    with Store(store_in(data)) as store, store.transaction():
        said = f"Rad{CONTROLS}weg"
        store.connection.execute("UPDATE documents SET title = ?, name = ?, body = ?", [said] * 3)
        store.connection.execute("UPDATE agenda_items SET title = ?", [said])
        store.connection.execute("UPDATE votes SET quote = 'Ja' || char(1) || 'Nein'")
    release = publish(data, anew=True)
    with serving(release.folder, Settings(), 0) as served:
        for path in ("feed_decisions.atom", "feed_decisions.atom?_sort=atom_id&council__contains=wehr", "votes.json"):
            with urlopen(f"{served.url}beschlussbuch/{path}", timeout=10) as answer:  # noqa: S310  this machine
                assert answer.status == 200, path
                body = answer.read()
            if ".atom" in path:
                feed = feedparser.parse(body)
                assert not feed.bozo, feed.get("bozo_exception")
                assert feed.entries[0].title.startswith("Rad\N{REPLACEMENT CHARACTER}")

"""Where a city's articles link to papers of its council: kept beside the document, and joined with the papers that are known.

A press release often names no number and only links the paper; the link is no words of the text, and so no quote.
"""

from __future__ import annotations

import re

from pipeline.archive import Archive
from pipeline.pages.page import page_of, words
from pipeline.statuses import Failure
from pipeline.store import Store
from pipeline.store.schema import short_id

# Pages of papers by the names that the systems give them: SessionNet, ALLRIS, SD.NET, RISI, OParl.
PAPER = re.compile(
    r"/vo00?[25]0(?:_r)?(?:\.asp|\.php)?\?|/vorgang/|/(?:sitzungsvorlage|antrag)/detail/\d|/oparl/.*papers?/|[?&](?:__kvonr|VOLFDNR)=\d",
    re.IGNORECASE,
)


def note_links(store: Store, council: str, archive: Archive) -> int:
    """Find anew where the articles of a council link to papers; returns how many links. Inside a transaction of the caller."""
    store.connection.execute("DELETE FROM links WHERE council = ?", [council])
    query = "SELECT id, source_url, sha256 FROM documents WHERE council = ? AND role = 'press_release' AND status = 'ok' ORDER BY id"
    rows = []
    for document in store.rows(query, council):
        try:
            page = page_of(archive.get(document["sha256"]), document["source_url"])
        except (Failure, OSError):
            continue
        found = {url: words(link) for link in page.all("a[href]") if (url := page.address(link)) and PAPER.search(url)}
        for url, said in found.items():
            paper = store.one("SELECT id FROM papers WHERE source_id = ? OR web = ? ORDER BY id LIMIT 1", url, url)
            key = short_id(document["id"], url)
            rows.append(
                {"id": key, "council": council, "document_id": document["id"], "url": url, "words": said or None, "paper_id": paper}
            )
    store.put("links", rows)
    return len(rows)

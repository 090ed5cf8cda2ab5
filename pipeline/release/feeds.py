"""Feeds to subscribe to, from the same views that Datasette shows: decisions, close votes, large sums, reports; by council and by field.

An entry is dated by when its document's present bytes came, never by the clock: where nothing is new, the files are the same byte by byte.
"""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import urlsplit
from xml.etree.ElementTree import Element, ElementTree, SubElement, indent

from feedgen.feed import FeedGenerator  # type: ignore[import-untyped]

from pipeline.release import Draft
from pipeline.release.matters import known_fields
from pipeline.release.settings import Settings
from pipeline.release.signs import legible
from pipeline.release.sqlite import FILE

FOLDER = "feeds"
INDEX = "feeds.opml"
MOST = 200
AUTHORITY = "tag:beschlussbuch,2026:feeds/"
BEFORE_ALL = "1970-01-01T00:00:00+00:00"
"""When a feed without entries was updated."""
NOT_IN_A_NAME = re.compile(r"[^a-z0-9]+")


@dataclass(frozen=True, slots=True)
class Feed:
    """A feed: the name of its file, its title, the view that it tells of, and which of its rows."""

    name: str
    title: str
    view: str
    where: str = "1"
    values: tuple[str, ...] = ()


def make_feeds(draft: Draft) -> None:
    """Write the feeds of a release."""
    with closing(sqlite3.connect(draft.folder / FILE)) as connection:
        write_feeds(connection, draft.folder / FOLDER, draft.curation.settings)


def write_feeds(connection: sqlite3.Connection, folder: Path, settings: Settings) -> list[Path]:
    """Write all feeds, and a list of them that feed readers import; those of councils and fields only where there is something to tell."""
    connection.row_factory = sqlite3.Row
    folder.mkdir(parents=True, exist_ok=True)
    written: list[tuple[Feed, Path]] = []
    for feed in _feeds(connection, settings):
        rows = _rows(connection, feed)
        if rows or not feed.values:
            path = folder / f"{feed.name}.atom"
            path.write_bytes(atom(feed, rows, settings))
            written.append((feed, path))
    _write_index([feed for feed, _ in written], folder / INDEX, settings)
    return [path for _, path in written]


def _feeds(connection: sqlite3.Connection, settings: Settings) -> Iterator[Feed]:
    large = f"{settings.large_sum:,}".replace(",", ".")
    yield Feed("beschluesse", "Beschlüsse und Abstimmungen", "feed_decisions")
    yield Feed("knappe-abstimmungen", "Knappe Abstimmungen", "feed_close_votes")
    yield Feed("grosse-summen", f"Summen ab {large} Euro", "feed_large_sums")
    yield Feed("beschlusskontrolle", "Was aus Beschlüssen wurde", "feed_follow_ups")
    for name, field in known_fields().items():
        of_field = "matter_id IN (SELECT matter_id FROM policy_fields WHERE field = ?)"
        yield Feed(f"feld-{named(name)}", f"Beschlüsse: {field.de}", "feed_decisions", of_field, (name,))
    for key, name in connection.execute("SELECT id, name FROM councils ORDER BY id").fetchall():
        yield Feed(f"kommune-{named(key)}", f"Beschlüsse: {name or key}", "feed_decisions", "council = ?", (key,))


def _rows(connection: sqlite3.Connection, feed: Feed) -> Sequence[sqlite3.Row]:
    """The newest entries. Many come in one run: of these, those of the latest meetings."""
    query = f"SELECT * FROM {feed.view} WHERE {feed.where} ORDER BY atom_updated DESC, meeting_date DESC, atom_id LIMIT {MOST}"  # noqa: S608
    return connection.execute(query, feed.values).fetchall()


def atom(feed: Feed, rows: Sequence[sqlite3.Row], settings: Settings) -> bytes:
    """A feed as Atom."""
    told = FeedGenerator()
    told.id(f"{AUTHORITY}{feed.name}")
    told.title(printable(f"{settings.title} – {feed.title}"))
    told.author({"name": printable(settings.title)})
    told.generator("Beschlussbuch")
    told.language("de")
    told.updated(max((row["atom_updated"] for row in rows), default=BEFORE_ALL))
    if settings.base_url:
        told.link(href=f"{settings.base_url}{FOLDER}/{feed.name}.atom", rel="self")
    for row in rows:
        entry = told.add_entry(order="append")
        entry.id(printable(row["atom_id"]))
        entry.title(printable(row["atom_title"]))
        entry.updated(row["atom_updated"])
        entry.content(printable(row["atom_content"] or ""), type="text")
        if link := linked(row["atom_link"]):
            entry.link(href=link)
    made: bytes = told.atom_str(pretty=True)
    return made


def printable(text: str) -> str:
    """A text without signs that XML and calendars cannot hold."""
    return legible(text.replace("\r\n", "\n").replace("\r", "\n"))


def linked(address: str | None) -> str | None:
    """An address to follow from a file in the feeds' folder: of the web, or of a page of evidence beside it."""
    if address is None:
        return None
    if address.startswith("/evidence/"):
        return f"..{address}"
    try:
        return printable(address) if urlsplit(address).scheme in ("http", "https") else None
    except ValueError:
        return None


def named(key: str) -> str:
    """A part of a file's name, another one for each key.

    >>> named("fehrnau-website"), named("Landkreis Osnabrück/2")
    ('fehrnau-website', 'landkreis-osnabr-ck-2-62f9783a')
    """
    plain = NOT_IN_A_NAME.sub("-", key.lower()).strip("-")[:60]
    return plain if plain == key else f"{plain}-{sha256(key.encode('utf-8', 'replace')).hexdigest()[:8]}"


def _write_index(feeds: Sequence[Feed], path: Path, settings: Settings) -> None:
    """OPML: what feed readers import as a whole."""
    root = Element("opml", version="2.0")
    SubElement(SubElement(root, "head"), "title").text = printable(settings.title)
    body = SubElement(root, "body")
    for feed in feeds:
        address = f"{settings.base_url}{FOLDER}/" if settings.base_url else ""
        SubElement(body, "outline", type="rss", text=printable(feed.title), xmlUrl=f"{address}{feed.name}.atom")
    indent(root)
    ElementTree(root).write(path, encoding="utf-8", xml_declaration=True)

"""The pages of some documents with their pictures; what has not changed is linked, not written.

Some hundred documents are held at a time, of each the text only while its page is made.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import cast

from pipeline.archive import Archive
from pipeline.limits import Limits
from pipeline.release.evidence import page
from pipeline.release.evidence.drawing import FOLDER as IMAGES
from pipeline.release.evidence.drawing import Drawing, Order, digest_of, drawn, kept_of, masks_of, placed
from pipeline.release.evidence.nouns import View
from pipeline.release.evidence.rows import Document, ReleasedRows, opened
from pipeline.release.evidence.view import SAFE, view_of
from pipeline.release.links import FOLDER
from pipeline.store import FILE
from pipeline.worker import Opened, Task

HEAD = 2000  # bytes of a page, in which its digest stands


@dataclass(frozen=True, slots=True, kw_only=True)
class Sources:
    """What pages are made from, beside the release's own tables."""

    archive: Archive
    kept: Path
    """Where pictures are kept from release to release."""
    previous: Path | None = None
    """The release before."""
    images: bool = True


@dataclass(frozen=True, slots=True)
class Stretch:
    """Some documents of a release, one after the other in the order of their keys."""

    folder: Path
    sources: Sources
    first: str
    last: str

    @property
    def path(self) -> Path:
        """Where their rows are."""
        return self.folder / FILE

    @property
    def name(self) -> str:
        """What they are called in sentences."""
        return f"The making of pages {self.first} to {self.last}"


@dataclass(frozen=True, slots=True)
class Listed:
    """A document in the lists."""

    council: str
    page_of_council: str
    day: str
    title: str
    page: str
    said: tuple[str, ...]
    statements: int


@dataclass(slots=True)
class Made:
    """What was made."""

    pages: int = 0
    statements: int = 0
    pictures: int = 0
    linked: int = 0
    """Pages that are as they were."""
    keys: set[str] = field(default_factory=set)
    """What is used of what is kept."""
    listed: list[Listed] = field(default_factory=list)

    def add(self, other: Made) -> None:
        """Count what others have made."""
        self.pages, self.statements = self.pages + other.pages, self.statements + other.statements
        self.pictures, self.linked = self.pictures + other.pictures, self.linked + other.linked
        self.keys |= other.keys
        self.listed += other.listed


def draw_pictures(stretch: Stretch) -> None:
    """See to it that the pictures of some documents are kept."""
    with opened(stretch.folder) as released:
        orders = [
            order for document in released.documents(stretch.first, stretch.last) for order in _orders(document, released, stretch.sources)
        ]
    drawn(orders)


def make(task: Task, limits: Limits, opened_: Opened) -> bytes:
    """The pages of some documents, made in another process; the value is read with `understood`."""
    del limits, opened_
    done = made(cast("Stretch", task))
    listed = [[getattr(one, name) for name in Listed.__slots__] for one in done.listed]
    return json.dumps([done.pages, done.statements, done.pictures, done.linked, sorted(done.keys), listed]).encode("ascii")


def understood(told: bytes) -> Made:
    """What another process has made."""
    pages, statements, pictures, linked, keys, listed = json.loads(told)
    lists = [Listed(council, place, day, title, name, tuple(said), count) for council, place, day, title, name, said, count in listed]
    return Made(pages, statements, pictures, linked, set(keys), lists)


def made(stretch: Stretch) -> Made:
    """Make the pages of some documents, whose pictures are kept."""
    target, sources, done = stretch.folder / FOLDER, stretch.sources, Made()
    with opened(stretch.folder) as released:
        for document in released.documents(stretch.first, stretch.last):
            order = next(iter(_orders(document, released, sources)), None)
            drawing = (kept_of(order) or Drawing(why_not="unreadable")) if order else Drawing()
            view = view_of(document, released.text_of(document.id), drawing, released)
            done.linked += _put(view, target, sources.previous)
            done.pictures += _pictures(document.id, order, drawing, target, done.keys)
            done.pages += 1
            done.statements += len(document.statements)
            done.listed.append(_listed(view))
    return done


def _orders(document: Document, released: ReleasedRows, sources: Sources) -> Iterator[Order]:
    """What is to be drawn of a document: of a PDF file with statements whose bytes are in the archive."""
    values = document.values
    is_pdf = values["media_type"] == "application/pdf" and values["sha256"] and document.statements
    if sources.images and is_pdf and sources.archive.path(values["sha256"]).exists():
        text = released.text_of(document.id)
        yield Order(
            id=document.id,
            sha256=values["sha256"],
            path=sources.archive.path(values["sha256"]),
            name=f"{document.id}.pdf",
            quotes=document.spans,
            hidden=masks_of(text),
            text_digest=digest_of(text),
            kept=sources.kept,
            version=values["extractor_version"] or "",
        )


def _put(view: View, target: Path, previous: Path | None) -> bool:
    """Write a page, or link that of the release before where it is the same; the value says whether."""
    if not SAFE.fullmatch(view.id):
        raise ValueError(f"{view.id!r} is no key of a document")  # it is the name of a file
    digest = page.digest_of(view)
    place = target / f"{view.id}.html"
    if previous and _head(previous / FOLDER / place.name).find(f'content="{digest}"'.encode()) >= 0:
        _link(previous / FOLDER / place.name, place)
        return True
    place.unlink(missing_ok=True)  # it may be the same file as in another release
    place.write_text(page.html_of(view, digest), encoding="utf-8", newline="\n")
    return False


def _head(place: Path) -> bytes:
    with suppress(OSError), place.open("rb") as file:
        return file.read(HEAD)
    return b""


def _pictures(document: str, order: Order | None, drawing: Drawing, target: Path, keys: set[str]) -> int:
    """Put a document's pictures beside its page."""
    names = {sheet.number: sheet.picture for sheet in drawing.sheets.values() if sheet.picture}
    if order is None:
        return 0
    keys.update([order.key, *names.values()])
    folder = target / IMAGES / document
    if names:
        folder.mkdir(parents=True, exist_ok=True)
    for number, name in names.items():
        _link(placed(order.kept, name, "webp"), folder / f"{number}.webp")
    return len(names)


def _link(there: Path, here: Path) -> None:
    """The same file under another name, or a copy where the file system has no second names."""
    here.unlink(missing_ok=True)
    try:
        os.link(there, here)
    except OSError:
        shutil.copyfile(there, here)


def _listed(view: View) -> Listed:
    said = (*(words for words in view.said if not words.startswith("Sitzung vom")), *(f"{one.count} {one.words}" for one in view.counts))
    statements = sum(one.count for one in view.counts)
    return Listed(view.council, view.council_page, view.day, view.title, f"{view.id}.html", said, statements)

"""The pages of a release: one for each document with a text, lists of them, pictures; what has not changed is linked, not written.

A few hundred documents are held at a time, of each the text only while its page is made.
"""

from __future__ import annotations

import os
import shutil
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import groupby, islice
from pathlib import Path
from typing import Any, TypeVar

from pipeline.archive import Archive
from pipeline.release import Draft
from pipeline.release.evidence import page
from pipeline.release.evidence.drawing import FOLDER as IMAGES
from pipeline.release.evidence.drawing import Drawing, Order, digest_of, drawn, masks_of, placed
from pipeline.release.evidence.nouns import View
from pipeline.release.evidence.rows import Document, ReleasedRows, opened
from pipeline.release.evidence.saying import day
from pipeline.release.evidence.view import SAFE, view_of
from pipeline.release.folder import latest_in
from pipeline.release.links import FOLDER

T = TypeVar("T")
AT_ONCE = 256
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


@dataclass(slots=True)
class Written:
    """What was made."""

    pages: int = 0
    statements: int = 0
    pictures: int = 0
    linked: int = 0
    """Pages that are as they were."""
    keys: set[str] = field(default_factory=set)
    """What is used of what is kept."""


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


def make_evidence(draft: Draft) -> None:
    """The step of a release that makes its pages of evidence."""
    sources = Sources(
        archive=Archive(draft.data / "raw"),
        kept=draft.data / IMAGES,
        previous=latest_in(draft.data),
        images=draft.curation.settings.images == "facts",
    )
    write_evidence(draft.folder, sources)


def write_evidence(folder: Path, sources: Sources) -> Written:
    """Make the pages of the release in a folder, whose SQLite file is finished."""
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    written = Written()
    lists: list[Listed] = []
    with opened(folder) as released:
        for documents in _batches(released.documents(), AT_ONCE):
            drawings = {order.id: (order, drawing) for order, drawing in drawn(list(_orders(documents, released, sources)))}
            for document in documents:
                order, drawing = drawings.pop(document.id, (None, Drawing()))
                view = view_of(document, released.text_of(document.id), drawing, released)
                written.linked += _put(view, target, sources.previous)
                written.pictures += _pictures(document.id, order, drawing, target, written.keys)
                written.pages += 1
                written.statements += len(document.statements)
                lists.append(_listed(view))
    _write_lists(target, lists)
    if sources.images:
        _tidy(sources.kept, written.keys)
    return written


def _batches(things: Iterable[T], size: int) -> Iterator[list[T]]:
    left = iter(things)
    while batch := list(islice(left, size)):
        yield batch


def _orders(documents: Sequence[Document], released: ReleasedRows, sources: Sources) -> Iterator[Order]:
    """What is to be drawn: PDF files with statements, whose bytes are in the archive."""
    for document in documents:
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


def _tidy(kept: Path, keys: set[str]) -> None:
    """Keep no pictures that no page shows any more: of a document that was taken down, none may stay."""
    for place in kept.glob("*/*"):
        if place.stem not in keys:
            place.unlink(missing_ok=True)


def _listed(view: View) -> Listed:
    said = (*(words for words in view.said if not words.startswith("Sitzung vom")), *(f"{one.count} {one.words}" for one in view.counts))
    statements = sum(one.count for one in view.counts)
    return Listed(view.council, view.council_page, view.day, view.title, f"{view.id}.html", said, statements)


def _write_lists(target: Path, lists: Sequence[Listed]) -> None:
    councils: dict[tuple[str, str], list[Listed]] = defaultdict(list)
    for one in lists:
        councils[one.council, one.page_of_council].append(one)
    rows: list[Mapping[str, Any]] = []
    for (name, place), documents in sorted(councils.items()):
        statements = sum(one.statements for one in documents)
        rows.append({"name": name, "page": place, "documents": len(documents), "statements": statements})
        said = f"{len(documents)} Dokumente mit {statements} Angaben"
        whole = page.index_of(title=name, said=said, council=name, days=list(_days(documents)))
        (target / place).write_text(whole, encoding="utf-8", newline="\n")
    said = "Jedes Dokument mit allem, was daraus gelesen wurde, an der Stelle, an der es steht."
    (target / "index.html").write_text(page.index_of(title="Belege", said=said, councils=rows), encoding="utf-8", newline="\n")


def _days(documents: Sequence[Listed]) -> Iterator[Mapping[str, Any]]:
    """The documents day by day, the newest first, those without one last."""
    ordered = sorted(documents, key=lambda one: (one.title, one.page))
    ordered.sort(key=lambda one: one.day, reverse=True)
    for when, group in groupby(ordered, key=lambda one: one.day):
        yield {"day": day(when) if when else "Ohne Sitzungstag", "documents": list(group)}

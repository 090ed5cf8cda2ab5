"""The evidence of a release: pages of all documents, in several processes where there are many, and the lists that lead to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from pathlib import Path
from typing import Any

from pipeline.archive import Archive
from pipeline.isolation import read_apart
from pipeline.limits import Limits
from pipeline.release import Draft
from pipeline.release.evidence import page
from pipeline.release.evidence.drawing import FOLDER as IMAGES
from pipeline.release.evidence.making import Listed, Made, Sources, Stretch, draw_pictures, made, make, understood
from pipeline.release.evidence.rows import opened
from pipeline.release.evidence.saying import day
from pipeline.release.folder import latest_in
from pipeline.release.links import FOLDER
from pipeline.worker import Lost

AT_ONCE = 256
MANY = 20_000
"""Statements from which on other processes help: their start takes as long as a few thousand."""
OF_OUR_OWN = Limits(seconds=3600, memory=4096, file=2**20, output=1024)
"""What some hundred pages may cost: nothing hostile is opened for them, so only what is surely wrong is stopped."""


def make_evidence(draft: Draft) -> None:
    """The step of a release that makes its pages of evidence."""
    sources = Sources(
        archive=Archive(draft.data / "raw"),
        kept=draft.data / IMAGES,
        previous=latest_in(draft.data),
        images=draft.curation.settings.images == "facts",
    )
    write_evidence(draft.folder, sources)


def write_evidence(folder: Path, sources: Sources) -> Made:
    """Make the pages of the release in a folder, whose SQLite file is finished.

    Raises OSError where one cannot be made.
    """
    target = folder / FOLDER
    target.mkdir(exist_ok=True)
    with opened(folder) as released:
        stretches = [Stretch(folder, sources, first, last) for first, last in released.stretches(AT_ONCE)]
        is_much = released.count() >= MANY
    if sources.images:
        for stretch in stretches:
            draw_pictures(stretch)
    done = Made()
    for part in _made_apart(stretches) if is_much else map(made, stretches):
        done.add(part)
    _write_lists(target, done.listed)
    if sources.images:
        _tidy(sources.kept, done.keys)
    return done


def _made_apart(stretches: Sequence[Stretch]) -> Iterator[Made]:
    for _, told in read_apart(stretches, make, OF_OUR_OWN):
        if isinstance(told, Lost):
            raise OSError(told.sentence)
        yield understood(told)


def _tidy(kept: Path, keys: set[str]) -> None:
    """Keep no pictures that no page shows any more: of a document that was taken down, none may stay."""
    for place in kept.glob("*/*"):
        if place.stem not in keys:
            place.unlink(missing_ok=True)


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

"""Where releases are: an immutable folder each, and `latest`, which moves only to a whole one.

    releases/20261122T231500Z-3fa9c1d2/   …   latest ─▶ releases/20261122T231500Z-3fa9c1d2

A release is made in a folder that nobody looks into, forced to the disk, renamed, and only then pointed to: whoever follows
`latest` once sees one whole version, before and after, whatever becomes of the process.
"""

from __future__ import annotations

import json
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pipeline.crash import crash_here

RELEASES = "releases"
LATEST = "latest"
MANIFEST = "manifest.json"
STAGING = ".staging-"


def latest_in(data: Path) -> Path | None:
    """The folder of the newest whole release, None before the first."""
    place = data / LATEST
    return place.resolve() if (place / MANIFEST).exists() else None


def tables_in(data: Path) -> Path:
    """The folder of the newest release's tables."""
    return data / LATEST / "tables"


def releases_of(data: Path) -> list[Path]:
    """The folders of all releases, the oldest first: by what they tell of, and by when they were made where they tell of the same run."""
    found = [path for path in (data / RELEASES).glob("[!.]*") if (path / MANIFEST).exists()]
    return sorted(found, key=lambda path: (path.name.partition("-")[0], (path / MANIFEST).stat().st_mtime_ns, path.name))


def manifest_of(release: Path) -> dict[str, Any]:
    """What a release says of itself."""
    said: dict[str, Any] = json.loads((release / MANIFEST).read_text(encoding="utf-8"))
    return said


@contextmanager
def staging(data: Path) -> Iterator[Path]:
    """A folder to make a release in; what a killed run has left of one is removed before, what is left of this one after."""
    place = data / RELEASES
    place.mkdir(parents=True, exist_ok=True)
    for left in place.glob(f"{STAGING}*"):
        shutil.rmtree(left, ignore_errors=True)
    folder = place / f"{STAGING}{os.getpid()}"
    folder.mkdir()
    crash_here("release.begun")
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def put_in_place(folder: Path, data: Path, name: str) -> Path:
    """Make a finished folder the newest release."""
    target = data / RELEASES / name
    crash_here("release.written")
    os.sync()  # every file of it is on the disk before its name says that it is whole
    if _sizes(target) != _sizes(folder):  # the same name is the same content, unless somebody has damaged it
        spoilt = target.with_name(f"{STAGING}{os.getpid()}-spoilt")
        if target.exists():
            target.rename(spoilt)
        folder.rename(target)
        shutil.rmtree(spoilt, ignore_errors=True)
    crash_here("release.renamed")
    _sync(target.parent)
    pointer = data / f".{LATEST}-{os.getpid()}"
    pointer.unlink(missing_ok=True)
    pointer.symlink_to(Path(RELEASES) / name)
    crash_here("release.pointed")
    pointer.replace(data / LATEST)
    crash_here("release.placed")
    _sync(data)
    return target


def remove_old(data: Path, keep: int) -> list[str]:
    """Remove all releases but the newest `keep`; the value names the removed ones."""
    current = latest_in(data)
    old = [release for release in releases_of(data)[:-keep] if release.resolve() != current]
    for release in old:
        shutil.rmtree(release)
        crash_here("release.removed")
    return [release.name for release in old]


def _sizes(folder: Path) -> dict[Path, int]:
    return {path.relative_to(folder): path.stat().st_size for path in folder.rglob("*") if path.is_file()}


def _sync(folder: Path) -> None:
    entry = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(entry)
    finally:
        os.close(entry)

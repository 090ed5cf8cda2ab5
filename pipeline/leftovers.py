"""What a killed run leaves behind: temporary files that nobody will ever put in their place. Swept by the next run, under its lock."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

UNFINISHED = (
    "raw/??/.*",  # bytes of the archive, and what OCR has seen, before they have their names (pipeline.archive, readers.ocr.kept)
    "raw/.*",  # its catalogue (pipeline.catalogue)
    "images/??/.*",  # pictures of pages (pipeline.release.evidence)
    "releases/.staging-*",  # a release (pipeline.release.folder)
    ".latest-*",  # a pointer to one
)


def sweep(data: Path) -> list[Path]:
    """Remove them from a data folder that nobody else works in; the value is what there was. What cannot be removed stays."""
    found = list(_left(data))
    for path in found:
        if path.is_dir() and not path.is_symlink():
            shutil.rmtree(path, ignore_errors=True)
        else:
            path.unlink(missing_ok=True)
    return found


def _left(data: Path) -> Iterator[Path]:
    for pattern in UNFINISHED:
        yield from data.glob(pattern)

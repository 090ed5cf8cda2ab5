"""Where pytesseract puts its pictures: a folder of this process, swept by the next one if this is killed before it could."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PREFIX = "beschlussbuch-ocr-"


@contextmanager
def own_temporary_folder() -> Iterator[Path]:
    """Temporary files of this process go into a folder of its own as long as this lasts, and are gone afterwards.

    A reader that is ended at its deadline leaves a picture of some megabytes behind; a run over thousands of scans would fill the disk.
    """
    before, root = tempfile.tempdir, Path(tempfile.gettempdir())
    for left in root.glob(f"{PREFIX}*"):
        if not _lives(left.name.removeprefix(PREFIX).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    with tempfile.TemporaryDirectory(prefix=f"{PREFIX}{os.getpid()}-", dir=root, ignore_cleanup_errors=True) as folder:
        tempfile.tempdir = folder
        try:
            yield Path(folder)
        finally:
            tempfile.tempdir = before


def _lives(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OverflowError, PermissionError):
        return True  # not ours to sweep
    return True

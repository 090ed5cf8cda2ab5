"""Where pytesseract puts its pictures: a folder of this process, swept by the next one if this is killed before it could."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from pipeline.temporary import own_folder


@contextmanager
def own_temporary_folder() -> Iterator[Path]:
    """Temporary files of this process go into a folder of its own as long as this lasts, and are gone afterwards.

    A reader that is ended at its deadline leaves a picture of some megabytes behind; a run over thousands of scans would fill the disk.
    """
    before = tempfile.tempdir
    with own_folder("ocr") as folder:
        tempfile.tempdir = folder
        try:
            yield Path(folder)
        finally:
            tempfile.tempdir = before

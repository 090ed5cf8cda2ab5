"""Temporary folders that name their process, so that the next one can sweep those of a process that was killed before it could."""

from __future__ import annotations

import os
import shutil
import tempfile
from pathlib import Path


def own_folder(kind: str) -> tempfile.TemporaryDirectory[str]:
    """A temporary folder of this process, gone when it is closed; what killed processes have left of this kind is removed first."""
    prefix, root = f"beschlussbuch-{kind}-", Path(tempfile.gettempdir())
    for left in root.glob(f"{prefix}*"):
        if not _lives(left.name.removeprefix(prefix).partition("-")[0]):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.TemporaryDirectory(prefix=f"{prefix}{os.getpid()}-", dir=root, ignore_cleanup_errors=True)


def _lives(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except ProcessLookupError:
        return False
    except (ValueError, OverflowError, PermissionError):
        return True  # not ours to sweep
    return True

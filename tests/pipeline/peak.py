"""The most memory that this process has needed."""

from __future__ import annotations

import os
import sys
from pathlib import Path

PEAK_FROM_HERE = Path("/proc/self/clear_refs") if sys.platform == "linux" else Path(os.devnull)


def peak() -> int:
    """The most resident memory that this process has had since the peak was reset, in bytes."""
    if sys.platform != "linux":
        return 0
    said = Path("/proc/self/status").read_text(encoding="utf-8")
    return int(said.partition("VmHWM:")[2].split()[0]) * 1024

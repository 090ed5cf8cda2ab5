"""Processes forked from this one, and how they end."""

from __future__ import annotations

import os
import signal
import sys
import time
from collections.abc import Callable
from pathlib import Path

from pipeline import crash

MEMORY = Path("/dev/shm")  # noqa: S108  a folder of its own is made in it
QUICK = MEMORY if os.access(MEMORY, os.W_OK) else None
"""Where temporary folders are quick: a kill loses nothing that was written, on a disk or in memory, and a disk is shared with others."""


def forked(work: Callable[[], object], crash_at: str = "", told: int = 2) -> int:
    """The process that does the work, in a group of its own; what it says goes to the file `told`."""
    sys.stdout.flush()
    if pid := os.fork():
        return pid
    status = 1
    try:
        os.setpgid(0, 0)
        os.dup2(told, 2)
        crash.crash_at(crash_at)
        work()
        status = 0
    except BaseException:  # noqa: BLE001  it must never go on as its parent
        sys.excepthook(*sys.exc_info())
    finally:
        sys.stderr.flush()
        os._exit(status)


def ended(pid: int, patience: float = 120.0) -> int:
    """How a forked process ended, as an exit status or a negative signal; one that takes too long is killed."""
    until = time.monotonic() + patience
    while time.monotonic() < until:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        time.sleep(0.005)
    os.kill(pid, signal.SIGKILL)
    os.waitpid(pid, 0)
    return -signal.SIGXCPU

"""One run at a time per data folder, by a lock that a killed process cannot keep."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from pipeline.crash import crash_here
from pipeline.leftovers import sweep

FILE = "run.lock"
PATIENCE = 1.0
"""Seconds in which a holder that has only just won writes down its number."""
LOOKS = 5
MOMENT = 0.01  # seconds
_held: set[Path] = set()
"""What this process holds already: a flow inside a command works under the command's lock."""


class BusyError(Exception):
    """Another run works in the data folder; the message is one sentence naming its process."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the data folder, swept of what a killed run has left there.

    Raises BusyError at once where another process holds it.
    """
    place = data.resolve()
    if place in _held:
        yield
        return
    with (place / FILE).open("a+", encoding="ascii") as file:
        if not _taken(file):
            raise BusyError(f"Another run (process {_holder(file)}) works in {data}; wait for it to end.")
        crash_here("lock.held")
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        sweep(place)
        crash_here("lock.swept")
        _held.add(place)
        try:
            yield
        finally:
            _held.discard(place)
            file.truncate(0)  # so that nobody is ever told the number of a run that has ended


def _taken(file: TextIO) -> bool:
    """Whether the lock is ours now. Who only looks (is_locked) holds it for less than a moment; that is waited for."""
    for _ in range(LOOKS):
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            time.sleep(MOMENT)
        else:
            return True
    return False


def _holder(file: TextIO) -> str:
    """The number of the process that holds the lock: not of a dead one, whose number the holder has not yet replaced."""
    until = time.monotonic() + PATIENCE
    while True:
        file.seek(0)
        said = file.read().strip()
        if time.monotonic() > until or (said and _lives(said)):
            return said or "unknown"
        time.sleep(MOMENT)


def _lives(process: str) -> bool:
    try:
        os.kill(int(process), 0)
    except (ProcessLookupError, ValueError):
        return False
    except OSError:
        return True
    return True


def is_locked(data: Path) -> bool:
    """Whether a run works in the data folder now."""
    try:
        with (data.resolve() / FILE).open() as file:
            fcntl.flock(file, fcntl.LOCK_SH | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False

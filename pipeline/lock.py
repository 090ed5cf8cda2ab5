"""One run at a time per data folder, by a lock that a killed process cannot keep."""

from __future__ import annotations

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

FILE = "run.lock"
_held: set[Path] = set()
"""What this process holds already: a flow inside a command works under the command's lock."""


class BusyError(Exception):
    """Another run works in the data folder; the message is one sentence naming its process."""


@contextmanager
def locked(data: Path) -> Iterator[None]:
    """Hold the data folder.

    Raises BusyError at once where another process holds it.
    """
    place = data.resolve()
    if place in _held:
        yield
        return
    with (place / FILE).open("a+") as file:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            file.seek(0)
            raise BusyError(f"Another run (process {file.read().strip() or 'unknown'}) works in {data}; wait for it to end.") from error
        file.truncate(0)
        file.write(str(os.getpid()))
        file.flush()
        _held.add(place)
        try:
            yield
        finally:
            _held.discard(place)


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

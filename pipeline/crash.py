"""Named points at which a run can be told to die as by kill -9, so that tests know what the next run makes of it.

    BESCHLUSSBUCH_CRASH_AT=fetch.kept        dies there, when it first passes
    BESCHLUSSBUCH_CRASH_AT=store.commit:7    dies there, when it passes for the seventh time

Without the variable a point costs one look at an empty text. Points stand where something has been done of which something
else is not yet done: bytes are archived and not noted, rows are written and not committed, a file is whole and not in its place.
"""

from __future__ import annotations

import os
import signal
from collections import Counter

VARIABLE = "BESCHLUSSBUCH_CRASH_AT"
EVERYWHERE = "*"
"""Dies nowhere, but counts all points."""

_at = os.environ.get(VARIABLE, "")
passed: Counter[str] = Counter()
"""How often each point was passed, where that is counted."""


def crash_here(point: str) -> None:
    """Die, if this is the point."""
    if not _at:
        return
    passed[point] += 1
    wanted, _, time = _at.partition(":")
    if point == wanted and passed[point] == int(time or 1):
        os.kill(os.getpid(), signal.SIGKILL)


def crash_at(said: str) -> None:
    """Say to this process where it shall die, as the variable says it to a new one."""
    global _at  # noqa: PLW0603  the one switch of this module
    _at = said
    passed.clear()

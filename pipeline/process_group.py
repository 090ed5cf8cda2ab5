"""A process and all that it has started, ended together; never one that has been given its number since.

A reader is a child of the server that forked it, which takes leave of it the moment it ends: from then on its number is free for
anybody. A pidfd goes on to mean the process that it was opened for, and its group. What is forked hears of no Ctrl-C: its parent ends
it.
"""

from __future__ import annotations

import errno
import os
import signal
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from multiprocessing.process import BaseProcess

WHOLE_GROUP = 4  # PIDFD_SIGNAL_PROCESS_GROUP, of Linux 6.9: reaches what a process has left behind, too


@contextmanager
def uninterrupted() -> Iterator[None]:
    """Ctrl-C waits until this process has forked another, which shall hear of it no more (see `deaf`), or has begun a thread."""
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def deaf() -> None:
    """Let Ctrl-C be the parent's business, and what is said of it; the first thing that a forked process does."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGINT})


class ProcessGroup:
    """A process that has been started, and the group that it makes for itself."""

    def __init__(self, process: BaseProcess) -> None:
        """To be made at once when the process is started: it must not have ended and been forgotten yet."""
        self._process = process
        self._is_over = False
        self._held: int | None = None
        with suppress(OSError, AttributeError):  # macOS has none
            self._held = os.pidfd_open(process.pid or 0)

    def kill(self) -> None:
        """End all of it, however it feels about that; nothing is held afterwards, and nothing done when it is said again."""
        if self._is_over:
            return
        self._is_over = True
        if self._held is None:
            if self._process.is_alive():
                self._kill_by_number()
            return
        with suppress(OSError):  # it has made no group, or none of it is left
            self._kill_group(self._held)
        with suppress(OSError):
            signal.pidfd_send_signal(self._held, signal.SIGKILL)
        os.close(self._held)
        self._held = None

    def _kill_group(self, held: int) -> None:
        try:
            signal.pidfd_send_signal(held, signal.SIGKILL, None, WHOLE_GROUP)
        except OSError as error:
            if error.errno != errno.EINVAL:
                raise
            signal.pidfd_send_signal(held, 0)  # raises where the process has been forgotten
            self._kill_by_number()

    def _kill_by_number(self) -> None:
        for end in (os.killpg, os.kill):
            with suppress(OSError):
                end(self._process.pid or 0, signal.SIGKILL)

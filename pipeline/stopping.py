"""Ctrl-C and SIGTERM: the present document is finished and kept, then the run ends; what takes too long is given up, and lost to nobody.

    signal ──▶ stop_here(), between two documents, raises KeyboardInterrupt
    5 s later ──▶ KeyboardInterrupt wherever the run is: its transaction is taken back
    4 s later ──▶ the process ends, as if killed: the next run begins where this one was. So it does 1 s after its last word

A second signal is in a hurry and does not wait for the document.
"""

from __future__ import annotations

import logging
import os
import signal
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)
GRACE = 5.0
LAST = 4.0
LEAVE = 1.0


class _State:
    is_ours = False
    asked: int | None = None
    is_over = False


_state = _State()


@contextmanager
def stoppable() -> Iterator[None]:
    """Let this process be stopped so as long as this lasts. Only the main thread can be told."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _told) for number in SIGNALS}
    before[signal.SIGALRM] = signal.signal(signal.SIGALRM, _too_long)
    _state.is_ours, _state.asked, _state.is_over = True, None, False
    try:
        yield
    finally:
        _state.is_ours = False
        if not _was_asked():
            for number, handler in before.items():
                signal.signal(number, handler)
        else:  # nothing is left to be done but to say so; threads of Prefect's would keep the process for some seconds more
            _state.is_over = True
            signal.setitimer(signal.ITIMER_REAL, LEAVE)


@contextmanager
def still_stoppable() -> Iterator[None]:
    """Take the signals back from whoever has taken them from `stoppable` (Prefect's flows take SIGTERM); nothing where there was none."""
    if not _state.is_ours or threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.signal(number, _told) for number in SIGNALS}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def stop_here() -> None:
    """A place where a run can end and nothing is half done; raises KeyboardInterrupt where it shall."""
    if _state.is_ours and _was_asked():
        raise KeyboardInterrupt


def exit_status() -> int:
    """The exit status of a process that was stopped: 130 by Ctrl-C, 143 by SIGTERM."""
    return 128 + (_state.asked or signal.SIGINT)


def _was_asked() -> bool:
    return _state.asked is not None


def _told(number: int, _: FrameType | None) -> None:
    is_first = _state.asked is None
    _state.asked = _state.asked or number
    logging.disable(logging.CRITICAL)  # what Prefect cannot tell its server any more would fill the terminal
    if _state.is_over:
        return
    if is_first:
        signal.setitimer(signal.ITIMER_REAL, GRACE, LAST)
    else:
        raise KeyboardInterrupt


def _too_long(_: int, __: FrameType | None) -> None:
    if _state.is_over:
        os._exit(exit_status())
    _state.is_over = True
    raise KeyboardInterrupt

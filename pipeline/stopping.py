"""Ctrl-C and SIGTERM: the present document is finished and kept, then the run ends; what takes too long is given up, and lost to nobody.

    signal ──▶ stop_here(), between two documents, raises KeyboardInterrupt
    3 s later ──▶ KeyboardInterrupt wherever the run is: its transaction is taken back
    4 s later ──▶ the process ends, as if killed: the next run begins where this one was.

A second signal is in a hurry and does not wait for the document.

A run of a schedule is a process of its own: it ends so, too, whether it is told or the process that has started it dies.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from types import FrameType

SIGNALS = (signal.SIGINT, signal.SIGTERM)
GRACE = 3.0
LAST = 4.0  # longer than the server of Prefect is waited for (pipeline.prefect_settings)
LONGEST = GRACE + LAST + 1.0
"""Seconds after which a process that was told to stop has ended, if it can."""

INTERRUPTED = b"beschlussbuch: interrupted.\n"


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
        signal.setitimer(signal.ITIMER_REAL, 0)
        _state.is_ours = False
        if _was_asked():
            _state.is_over = True  # nothing is left to be done but to leave
        else:
            for number, handler in before.items():
                signal.signal(number, handler)


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


@contextmanager
def stoppable_alone() -> Iterator[None]:
    """As `stoppable`, in a process that somebody else has begun: stopped, it ends here and does not go back to them."""
    try:
        with stoppable():
            yield
    except KeyboardInterrupt:
        if _state.is_over:
            leave()
        raise


def is_started_by_another() -> bool:
    """Whether another process of this program has started this one, as Prefect's runner starts runs."""
    return multiprocessing.parent_process() is not None


def end_with_parent() -> None:
    """Stop when the process that has started this one has died, by kill -9 too; nothing where nobody has."""
    if is_started_by_another():
        threading.Thread(target=_outlive, name="tether", daemon=True).start()


def _outlive() -> None:
    if parent := multiprocessing.parent_process():
        parent.join()
    if _state.is_ours:
        os.kill(os.getpid(), signal.SIGTERM)
        time.sleep(LONGEST)
    os._exit(128 + signal.SIGTERM)


def stop_here() -> None:
    """A place where a run can end and nothing is half done; raises KeyboardInterrupt where it shall."""
    if _state.is_ours and _was_asked():
        raise KeyboardInterrupt


def leave() -> int:
    """End a process that was stopped, with 130 by Ctrl-C and 143 by SIGTERM; where it was only interrupted, the value is 130.

    At once: threads of Prefect's would keep it for seconds, in which they tell their server, which is gone, that they are.
    """
    if _state.is_over:
        sys.stdout.flush()
        sys.stderr.flush()
        os._exit(_exit_status())
    return _exit_status()


def _exit_status() -> int:
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
        os.write(2, INTERRUPTED)
        os._exit(_exit_status())
    _state.is_over = True
    raise KeyboardInterrupt

"""A schedule at work: Prefect's runner in a thread, its runs in processes, its server beside it, and how all of it ends.

    signal ──▶ runs are told to stop (pipeline.stopping) and waited for ──▶ the server is ended ──▶ this process ends
    kill -9 ──▶ runs and server see that this process has died, and do so by themselves

Prefect's own end on SIGTERM waits for a run as long as that takes, and on Ctrl-C half a minute.
"""

from __future__ import annotations

import logging
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Callable
from types import FrameType
from typing import NoReturn

from pipeline.stopping import LONGEST, SIGNALS

GLANCE = 0.5  # seconds between looks at what has to live


class EndedError(Exception):
    """What a schedule needs has ended by itself; the message is one sentence."""


class _Runner(threading.Thread):
    """Prefect's runner; whatever ends it is told to who looks after it."""

    def __init__(self, work: Callable[[], object]) -> None:
        super().__init__(name="runner", daemon=True)
        self._work = work
        self.error: BaseException | None = None

    def run(self) -> None:
        """Work. Ctrl-C at the terminal goes to all processes there: runs, which inherit this, leave it to the one that tells them."""
        signal.pthread_sigmask(signal.SIG_BLOCK, [signal.SIGINT])
        try:
            self._work()
        except BaseException as error:  # noqa: BLE001  told in the main thread
            self.error = error


def keep_serving(work: Callable[[], object], lives: Callable[[], bool], gone: str) -> None:
    """Let the work go on until this process is told to stop; then end its runs.

    Raises EndedError where the work ends by itself, or what it needs does not live any more: a schedule that never runs must not
    look like one that does.
    """
    told: list[int] = []

    def tell(number: int, _: FrameType | None) -> None:
        told.append(number)
        logging.disable(logging.CRITICAL)  # what Prefect cannot tell its server any more would fill the terminal

    before = {number: signal.signal(number, tell) for number in SIGNALS}
    runner = _Runner(work)
    runner.start()
    try:
        while not told and runner.is_alive() and lives():
            runner.join(GLANCE)
    finally:
        logging.disable(logging.CRITICAL)
        end_runs()
        for number, handler in before.items():
            signal.signal(number, handler)
    if not told:
        raise EndedError(f"the schedule has ended by itself: {runner.error}." if not runner.is_alive() else gone)


def end_runs() -> None:
    """Tell the runs to stop, and end those that do not."""
    until = time.monotonic() + LONGEST
    for process in multiprocessing.active_children():
        process.terminate()
    while (left := multiprocessing.active_children()) and time.monotonic() < until:
        left[0].join(0.05)
    for process in left:
        process.kill()
        process.join()


def leave(status: int) -> NoReturn:
    """End this process at once: threads of Prefect's would keep it for as long as they try to reach a server that is gone."""
    sys.stdout.flush()
    sys.stderr.flush()
    os._exit(status)

"""Documents read in processes of their own, several at once: what kills, stalls or bloats a reader costs its own document only.

    tasks ──▶ read_apart ──▶ (task, bytes | Lost) in the tasks' order
                 └── reader processes (pipeline.worker), forked from a server that has imported and compiled every rule once

Not forked from this process, which may have threads (Prefect): a fork would inherit their locks.
"""

from __future__ import annotations

import multiprocessing
import os
import time
from collections.abc import Iterator, Sequence
from multiprocessing import forkserver
from multiprocessing.connection import wait
from pathlib import Path
from typing import TypeVar

from pipeline.limits import MIB, Limits
from pipeline.reader_process import Reader
from pipeline.worker import Lost, Task, Work, attempted, told_to_nobody

T = TypeVar("T", bound=Task)

PRELOADED = ["pipeline.warm", "pipeline.readers.pdf", "pipeline.readers.html"]  # libraries for PDFs take a tenth of a second: not for texts
MOST_PROCESSES = 8
AHEAD = 256  # documents read while an earlier one is not finished; their results are kept until then
KEPT = 64 * MIB  # bytes of such results, beyond which the earlier one is waited for
FEW = 32  # of which the largest are read first, so that none is left alone at the end; the first result is the later for it
GLANCE = 0.25  # seconds between looks at a busy reader's memory


def start_early(paths: Sequence[Path]) -> None:
    """Let the server of reader processes import what these documents need, while this process has other things to do."""
    multiprocessing.set_forkserver_preload(["pipeline.warm"] if all(path.suffix.lower() == ".txt" for path in paths) else PRELOADED)
    forkserver.ensure_running()


class _Crew:
    """The reader processes of one reading."""

    def __init__(self, work: Work, limits: Limits, size: int) -> None:
        self._work, self._limits, self._size = work, limits, size
        self._idle: list[Reader] = []
        self.busy: list[Reader] = []

    def has_room(self) -> bool:
        return len(self.busy) < self._size

    def begin(self, number: int, task: Task) -> bool:
        """Give a document to a reader; False where the machine refuses one more process, and the others must do."""
        while self._idle:
            reader = self._idle.pop()
            try:
                reader.begin(number, task)
            except OSError:  # it has ended while it had nothing to do
                reader.end()
                continue
            self.busy.append(reader)
            return True
        try:
            reader = Reader(self._work, self._limits)
            reader.begin(number, task)
        except OSError:
            if not self.busy:
                raise
            self._size = len(self.busy)
            return False
        self.busy.append(reader)
        return True

    def results(self) -> Iterator[tuple[int, bytes | Lost]]:
        """Wait for a moment; what has become of documents meanwhile."""
        until = min(reader.deadline for reader in self.busy) - time.monotonic()
        heard = set(wait([reader.pipe for reader in self.busy], timeout=max(0.0, min(until, GLANCE))))
        for reader in list(self.busy):
            said = reader.hear() if reader.pipe in heard else (lost, True) if (lost := reader.look()) else None
            if said is None:
                continue
            self.busy.remove(reader)
            if said[1]:
                reader.end()
            else:
                self._idle.append(reader)
            yield reader.number, said[0]

    def rest(self, seconds: float) -> None:
        """Whoever takes the results was busy elsewhere for so long: no fault of the documents."""
        for reader in self.busy:
            reader.deadline += seconds

    def end(self) -> None:
        for reader in (*self.busy, *self._idle):
            reader.end()


def read_apart(tasks: Sequence[T], work: Work, limits: Limits, processes: int | None = None) -> Iterator[tuple[T, bytes | Lost]]:
    """Read documents in processes of their own; each gives exactly one result, in the order of the tasks."""
    start_early([task.path for task in tasks])
    crew = _Crew(work, limits, max(1, min(processes or _cores(), len(tasks))))
    order = sorted(range(len(tasks)), key=lambda number: -_size(tasks[number])) if len(tasks) <= FEW else range(len(tasks))
    finished: dict[int, bytes | Lost] = {}
    begun = given = 0
    try:
        while given < len(tasks):
            may_begin = not crew.busy or sum(len(result) for result in finished.values() if isinstance(result, bytes)) < KEPT
            while (
                may_begin and begun < min(len(tasks), given + AHEAD) and crew.has_room() and crew.begin(order[begun], tasks[order[begun]])
            ):
                begun += 1
            finished.update(crew.results())
            before = time.monotonic()
            while given in finished:
                yield tasks[given], finished.pop(given)
                given += 1
            crew.rest(time.monotonic() - before)
    finally:
        crew.end()


def read_here(task: T, work: Work, limits: Limits) -> bytes | Lost:
    """Read one document in this process, without protection: for short texts, where the start of another would be the greater cost."""
    return attempted(task, work, limits, told_to_nobody)


def _size(task: Task) -> int:
    try:
        return task.path.stat().st_size
    except OSError:
        return 0


def _cores() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)

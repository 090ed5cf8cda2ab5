"""Documents read in processes of their own, several at once: what kills, stalls or bloats a reader costs its own document only.

    tasks ──▶ read_apart ──▶ (task, bytes | Lost) in the tasks' order
                 └── reader processes (pipeline.worker), forked from a server that has imported and compiled every rule once;
                     until it has done so, documents may be read by others (pipeline.head_start)

Not forked from this process, which may have threads (Prefect): a fork would inherit their locks.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from multiprocessing.connection import wait
from typing import TypeVar

from pipeline.head_start import Begun, HeadStart
from pipeline.kept_patterns import kept_patterns
from pipeline.limits import MIB, Limits
from pipeline.reader_process import Reader, Time
from pipeline.reader_server import FEW, start_early
from pipeline.worker import Lost, Task, Work, attempted, told_to_nobody

T = TypeVar("T", bound=Task)

MOST_PROCESSES = 8
AHEAD = 256  # documents read while an earlier one is not finished; their results are kept until then
KEPT = 64 * MIB  # bytes of such results, beyond which the earlier one is waited for
GLANCE = 0.25  # seconds between looks at a busy reader's memory


class _Crew:
    """The reader processes of one reading."""

    def __init__(self, work: Work, limits: Limits, size: int, head_start: HeadStart | None = None) -> None:
        self._served, self._size = partial(Reader, work, limits), size
        self._work, self._limits, self._scans_left = work, limits, limits.scans_of_all
        self._head_start = head_start
        self._is_ahead = head_start is not None
        self._idle: list[Reader] = []
        self._early: list[Reader] = []
        """Idle, too."""
        self.busy: list[Reader] = []
        self._told_otherwise: list[Reader] = []
        """Busy with the last document whose scans may be read."""

    def has_room(self) -> bool:
        if self._head_start and self._is_ahead:
            return self._head_start.has_room(len(self.busy))
        return len(self.busy) < self._size

    def begin(self, number: int, task: Task) -> bool:
        """Give a document to a reader; False where the machine refuses one more process, and the others must do."""
        if self._head_start and (self._is_ahead or self._early):
            begun = self._head_start.begun(number, task)
            if self._taken(self._early, number, begun):
                return True
            if self._is_ahead:
                return self._started(self._head_start.start, number, begun)
        return self._taken(self._idle, number, task) or self._started(self._served, number, task)

    def _taken(self, idle: list[Reader], number: int, task: Task, time_left: Time | None = None) -> bool:
        while idle:
            reader = idle.pop()
            try:
                reader.begin(number, task, time_left)
            except OSError:  # it has ended while it had nothing to do
                reader.end()
                continue
            self.busy.append(reader)
            return True
        return False

    def _started(self, start: Callable[[], Reader], number: int, task: Task, time_left: Time | None = None) -> bool:
        try:
            reader = start()
            reader.begin(number, task, time_left)
        except OSError:
            if not self._may_do_with_less():
                raise
            return False
        self.busy.append(reader)
        return True

    def _may_do_with_less(self) -> bool:
        """Whether those that are there can do the work of one that the machine has refused."""
        if self._head_start and self._is_ahead:
            self._head_start.size = len(self.busy)
            return True
        self._size = len(self.busy) or self._size
        return bool(self.busy)

    def results(self) -> Iterator[tuple[int, bytes | Lost]]:
        """Wait for a moment; what has become of documents meanwhile."""
        until = min((reader.deadline for reader in self.busy), default=time.monotonic() + GLANCE) - time.monotonic()
        told = [self._head_start.told] if self._head_start and self._is_ahead else []
        heard = set(wait([*told, *(reader.pipe for reader in self.busy)], timeout=max(0.0, min(until, GLANCE))))
        if self._head_start and heard.intersection(told):
            self._catch_up(self._head_start)
        for reader in list(self.busy):
            said = reader.hear() if reader.pipe in heard else (lost, True) if (lost := reader.look()) else None
            if said is None:
                continue
            self.busy.remove(reader)
            self._scans_left -= reader.scans
            if self._head_start and isinstance(reader.task, Begun) and reader.is_early and isinstance(said[0], bytes):
                self._head_start.read.append((reader.number, reader.task, reader.time()))
            else:
                yield reader.number, said[0]
            if said[1] or reader in self._told_otherwise or (reader.is_early and not self._goes_on_early()):
                reader.end()
            else:
                (self._early if reader.is_early else self._idle).append(reader)
        if self._scans_left <= 0 and self._limits.scans:
            self._leave_scans_alone()
        self._go_on()

    def _leave_scans_alone(self) -> None:
        """So many have been read that whoever waits for the rest shall not wait for more."""
        self._limits = self._limits.without_scans()
        self._served = partial(Reader, self._work, self._limits)
        if self._head_start:
            self._head_start.without_scans(self._limits)
        for reader in (*self._idle, *self._early):
            reader.end()
        self._idle, self._early, self._told_otherwise = [], [], [*self.busy]

    def _goes_on_early(self) -> bool:
        return self._is_ahead or bool(self._head_start and self._head_start.stays)

    def _catch_up(self, head_start: HeadStart) -> None:
        """The server is there: what an early reader has begun it may finish, but no more, unless it stays."""
        self._is_ahead = False
        if not head_start.stays:
            self.all_begun()
        first = head_start.served()
        if self._limits.scans_of_all:
            self._idle = [first]
        else:  # it has been told to read scans
            first.end()

    def all_begun(self) -> None:
        """There is nothing more for early readers to begin."""
        for reader in self._early:
            reader.end()
        self._early.clear()
        self._go_on()

    def _go_on(self) -> None:
        """Give what has been read to those who can understand it, but leave early readers their cores."""
        if not self._head_start or self._is_ahead:
            return
        while self._head_start.read and len(self.busy) + len(self._early) < self._size:
            following = self._head_start.following()
            if not (self._taken(self._idle, *following) or self._started(self._served, *following)):
                self._head_start.read.append(following)
                return

    def rest(self, seconds: float) -> None:
        """Whoever takes the results was busy elsewhere for so long: no fault of the documents."""
        for reader in self.busy:
            reader.deadline += seconds

    def end(self) -> None:
        readers = (*self.busy, *self._idle, *self._early)
        for reader in readers:  # all first: each takes some milliseconds to die
            reader.kill()
        for reader in readers:
            reader.end()
        if self._head_start:
            self._head_start.end(is_over=not self._is_ahead)


def read_apart(
    tasks: Sequence[T], work: Work, limits: Limits, processes: int | None = None, first: Work | None = None
) -> Iterator[tuple[T, bytes | Lost]]:
    """Read documents in processes of their own; each gives exactly one result, in the order of the tasks.

    `first` is the part of the work that needs no rules; it is sent `Begun` and keeps there what it finds, and `work` goes on from that.
    It is done while the server starts, or left to `work`, which is then sent the task itself.
    """
    start_early([task.path for task in tasks], in_two_steps=first is not None)
    size = processes or _cores()
    head_start = _head_start(first, work, limits, min(size - 1, len(tasks)), stays=len(tasks) <= FEW) if first else None
    crew = _Crew(work, limits, max(1, min(size, len(tasks))), head_start)
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
            if begun == len(tasks):
                crew.all_begun()
            finished.update(crew.results())
            before = time.monotonic()
            while given in finished:
                yield tasks[given], finished.pop(given)
                given += 1
            crew.rest(time.monotonic() - before)
    finally:
        crew.end()


def _head_start(first: Work, work: Work, limits: Limits, size: int, *, stays: bool) -> HeadStart | None:
    """None where there is no core for it, or no room for its files."""
    try:
        return HeadStart(first, work, limits, size, stays=stays) if size > 0 else None
    except OSError:
        return None


def read_here(task: T, work: Work, limits: Limits) -> bytes | Lost:
    """Read one document in this process, without protection: for short texts, where the start of another would be the greater cost."""
    with kept_patterns():
        return attempted(task, work, limits, told_to_nobody)


def _size(task: Task) -> int:
    try:
        return task.path.stat().st_size
    except OSError:
        return 0


def _cores() -> int:
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
    return min(cores, MOST_PROCESSES)

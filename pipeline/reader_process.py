"""A reader process as its parent sees it: a document goes in, frames come out, and its time and memory are watched meanwhile."""

from __future__ import annotations

import json
import multiprocessing
import os
import signal
import sys
import threading
import time
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from pipeline.limits import MIB, Limits
from pipeline.process_group import ProcessGroup, uninterrupted
from pipeline.statuses import Status
from pipeline.worker import HEADER, Kind, Lost, Task, Work, memory_of, serve

if TYPE_CHECKING:
    from multiprocessing.context import ForkContext, SpawnContext

ENDED_BY_MEMORY = (signal.SIGABRT, signal.SIGTRAP, signal.SIGILL, signal.SIGSEGV)  # how C++ libraries end where an allocation fails
PORTION = 1 << 18
START = 60  # seconds that a process may take to start on a busy machine, before a document's own time begins


class Time(NamedTuple):
    """What a document may take in all, and what is left of it; seconds."""

    allowed: int
    left: float


def _context_of_early_ones() -> ForkContext | SpawnContext:
    """To be forked where nothing else runs in this process whose locks they would inherit; a new Python costs 0.03 s more."""
    if sys.platform == "linux" and threading.active_count() == 1:
        return multiprocessing.get_context("fork")
    return multiprocessing.get_context("spawn")


class Reader:
    """A reader process, and the document that it reads."""

    def __init__(self, work: Work, limits: Limits, imports: Sequence[str] = ()) -> None:
        """Start the process: forked from the server, or, where `imports` names what it needs, an early one that imports just that."""
        context = _context_of_early_ones() if imports else multiprocessing.get_context("forkserver")
        self._limits = limits
        self.pipe, theirs = context.Pipe()
        self._process = context.Process(target=serve, args=(theirs, work, limits, imports), daemon=True)
        with uninterrupted():
            self._process.start()
        self._group = ProcessGroup(self._process)
        theirs.close()
        self.task: Task | None = None
        self.number = -1
        self.is_early = bool(imports)
        self._received = bytearray()
        self._total = self._most_memory = 0
        self.scans = 0
        """Pages of the document that are read by OCR."""
        self.deadline = 0.0
        self._seconds = 0
        self._left = 0.0

    def begin(self, number: int, task: Task, time_left: Time | None = None) -> None:
        """Send a document, or what is left to be done for it; raises OSError where the process has gone."""
        self.pipe.send(task)
        self.number, self.task = number, task
        self._received.clear()
        self._total = 0
        self._most_memory = self.scans = 0
        self._seconds, self._left = time_left or (self._limits.seconds, self._limits.seconds)
        self.deadline = time.monotonic() + START + self._left

    def time(self) -> Time:
        """What the document may take, and what is left of it."""
        return Time(self._seconds, self.deadline - time.monotonic())

    def hear(self) -> tuple[bytes | Lost, bool] | None:
        """Take what the process has sent: the document's result and whether the process leaves, None while neither is there."""
        assert self.task is not None  # noqa: S101  only busy readers are heard
        try:
            portion = os.read(self.pipe.fileno(), PORTION)
        except OSError:
            portion = b""
        if not portion:
            return self._dead(), True
        self._total += len(portion)
        self._received += portion
        if self._total > self._limits.output * MIB:
            sentence = f"{self.task.name} made its reader send more than {self._limits.output} MiB (--limit output=)."
            return Lost(Status.TOO_LARGE, sentence), True
        return self._frame()

    def _frame(self) -> tuple[bytes | Lost, bool] | None:
        """The first whole frame that says what became of the document."""
        while len(self._received) >= HEADER.size:
            kind, leaves, length = HEADER.unpack_from(self._received)
            if len(self._received) < HEADER.size + length:
                return None
            body = bytes(self._received[HEADER.size : HEADER.size + length])
            del self._received[: HEADER.size + length]
            try:
                if kind == Kind.DONE:
                    return body, bool(leaves)
                if kind == Kind.LOST:
                    status, sentence = json.loads(body)
                    return Lost(Status(status), str(sentence)), bool(leaves)
                if kind == Kind.BEGUN:
                    self.deadline = time.monotonic() + self._left
                elif kind == Kind.SCANS:
                    self.scans += int(body)
                    self._may_take(self._limits.seconds_per_scan, int(body), self._limits.scans, self._limits.seconds_of_scans)
                else:
                    self._may_take(self._limits.seconds_per_page, int(body), self._limits.pages)
            except ValueError:
                return self._dead(), True
        return None

    def _may_take(self, seconds: int, pages: int, most: int, in_all: int | None = None) -> None:
        more = seconds * max(0, min(pages, most))
        more = more if in_all is None else min(more, in_all + 2 * seconds)  # the last two are begun when it is nearly over
        self._seconds += more
        self.deadline += more

    def look(self) -> Lost | None:
        """Note the memory of a busy process; its document is lost when its time is over."""
        assert self.task is not None  # noqa: S101
        self._most_memory = max(self._most_memory, memory_of(self._process.pid or 0)[1])
        if time.monotonic() < self.deadline:
            return None
        return Lost(Status.PARSER_TIMEOUT, f"{self.task.name} could not be read within {self._seconds} seconds (--limit seconds=).")

    def _dead(self) -> Lost:
        assert self.task is not None  # noqa: S101
        self._process.join(1)
        code = self._process.exitcode
        if code is not None and -code in ENDED_BY_MEMORY and self._most_memory > self._limits.memory * MIB / 2:
            sentence = f"{self.task.name} needs more than {self._limits.memory} MiB to be read (--limit memory=)."
            return Lost(Status.PARSER_MEMORY, sentence)
        how = "" if code is None else f" by {signal.Signals(-code).name}" if code < 0 else f" with exit status {code}"
        return Lost(Status.PARSER_CRASH, f"{self.task.name} ended the process that read it{how}.")

    def kill(self) -> None:
        """End the process and all that it has started, however it feels about that; `end` waits until it is so."""
        self.pipe.close()
        self._group.kill()

    def end(self) -> None:
        """End the process, and wait until it has ended."""
        self.kill()
        self._process.join()
        self._process.close()

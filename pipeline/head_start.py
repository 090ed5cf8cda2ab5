"""A head start: documents are read while the server of reader processes still imports the rules by which they are understood.

    until the server is there   early readers ──▶ a file for each document: what was read
    from then on                readers forked from the server ──▶ results; of these files first

What was read passes between processes that are confined alike, in a folder of this one, which never opens it.
"""

from __future__ import annotations

import multiprocessing
import pickle
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from multiprocessing.connection import Connection
from pathlib import Path
from threading import Thread

from pipeline.limits import MIB, Limits
from pipeline.process_group import uninterrupted
from pipeline.reader_process import Reader, Time
from pipeline.temporary import own_folder
from pipeline.worker import Task, Work

IMPORTED = ("pipeline.readers.pdf",)  # by an early reader, before it confines itself
MOST = 8 * MIB  # kept of one document; what is more is read again
WAITING = 64  # documents read that nobody has understood yet: no more are read meanwhile


@dataclass(frozen=True, slots=True)
class Begun:
    """A document that is read in two steps, and the file by which the first tells the second what it has found."""

    task: Task
    kept: Path

    @property
    def path(self) -> Path:
        """Where its bytes are."""
        return self.task.path

    @property
    def name(self) -> str:
        """What it is called in sentences."""
        return self.task.name

    @property
    def weight(self) -> int:
        """How much was read of it, in bytes."""
        try:
            return self.kept.stat().st_size
        except OSError:
            return 0

    def keep(self, found: object) -> None:
        """Tell the second step; where that is not possible, it finds nothing and begins anew."""
        said = pickle.dumps(found, pickle.HIGHEST_PROTOCOL)
        if len(said) <= MOST:
            with suppress(OSError):
                self.kept.write_bytes(said)

    def found(self) -> object:
        """What the first step has kept; None where it could not. A reader process may be told by another: both are trusted by nobody."""
        try:
            said = self.kept.read_bytes()
            self.kept.unlink()
            return pickle.loads(said)  # noqa: S301
        except (OSError, pickle.UnpicklingError, EOFError):
            return None


class HeadStart:
    """The early readers' part of a reading; over when the first reader has been forked from the server."""

    def __init__(self, first: Work, work: Work, limits: Limits, size: int, *, stays: bool) -> None:
        """`size` is how many early readers there may be; they may stay beside those of the server, which then need no libraries for PDFs.

        Raises OSError where there is no room for their files.
        """
        self._folder = own_folder("read")
        self._first = first
        self.start = partial(Reader, first, limits, IMPORTED)
        self.size, self.stays = size, stays
        self.read: list[tuple[int, Begun, Time]] = []
        self._awaited = _Awaited(partial(Reader, work, limits))

    @property
    def told(self) -> Connection:
        """Can be read when the server is there; from the first question on a thread waits for it."""
        return self._awaited.told()

    def without_scans(self, limits: Limits) -> None:
        """From now on early readers leave scans alone; the server's first reader, which has been told otherwise, is not used."""
        self.start = partial(Reader, self._first, limits, IMPORTED)

    def begun(self, number: int, task: Task) -> Begun:
        """A task as an early reader is sent it."""
        return Begun(task, Path(self._folder.name) / str(number))

    def following(self) -> tuple[int, Begun, Time]:
        """What is to be understood next, of what has been read: the longest, so that it is not left alone at the end."""
        longest = max(range(len(self.read)), key=lambda at: self.read[at][1].weight)
        return self.read.pop(longest)

    def has_room(self, busy: int) -> bool:
        """Whether one more document may be read before the server is there."""
        return busy < self.size and len(self.read) < WAITING

    def served(self) -> Reader:
        """The first reader of the server; waits for it."""
        return self._awaited.reader()

    def end(self, *, is_over: bool) -> None:
        """Leave nothing behind, nor the server's first reader, if nobody has asked for it."""
        try:
            if not is_over and self._awaited.is_awaited:
                self.served().end()
        except (OSError, EOFError):  # there is no server; whoever needs it has been told
            return
        finally:
            self._folder.cleanup()


class _Awaited:
    """A reader that a thread waits for: forked when the server has imported what it shall."""

    def __init__(self, start: Callable[[], Reader]) -> None:
        self._start = start
        self._made: Reader | BaseException | None = None
        self._thread = Thread(target=self._make, daemon=True)
        self._told: tuple[Connection, Connection] | None = None

    @property
    def is_awaited(self) -> bool:
        """Whether anybody has asked for it."""
        return self._told is not None

    def told(self) -> Connection:
        """Can be read when it is there."""
        if self._told is None:  # not before: early readers forked from this process would hold its other end open
            with uninterrupted():  # else there may be nothing to wait for at the end
                self._told = multiprocessing.Pipe(duplex=False)
                self._thread.start()
        return self._told[0]

    def _make(self) -> None:
        assert self._told is not None  # noqa: S101  the thread was started behind it
        try:
            self._made = self._start()
        except BaseException as error:  # noqa: BLE001  raised where the reader is asked for
            self._made = error
        finally:
            self._told[1].close()  # the first end can now be read, and says that there is nothing more

    def reader(self) -> Reader:
        told = self.told()
        self._thread.join()
        told.close()
        if isinstance(self._made, Reader):
            return self._made
        raise self._made or EOFError

"""A reader process from within: it confines itself, then reads the documents that it is sent, one after the other.

What it answers is bytes in frames, never pickles: its parent does not trust a process that has read a hostile file.
"""

from __future__ import annotations

import errno
import fcntl
import gc
import json
import multiprocessing
import os
import resource
import signal
import struct
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import dataclass
from enum import IntEnum
from functools import partial
from importlib import import_module
from itertools import count
from multiprocessing.connection import Connection, wait
from pathlib import Path
from typing import Protocol

from pipeline.kept_patterns import kept_patterns
from pipeline.limits import MIB, Limits
from pipeline.process_group import deaf
from pipeline.statuses import Status, UnreadableError

HEADER = struct.Struct(">BBQ")  # kind, whether the worker leaves after it, length


class Task(Protocol):
    """A document to be read, as a reader process is sent it."""

    @property
    def path(self) -> Path:
        """Where its bytes are."""

    @property
    def name(self) -> str:
        """What it is called in sentences."""


class Opened(Protocol):
    """Told how many pages a document has, and how many of them are to be read by OCR, as soon as that is known."""

    def __call__(self, pages: int, *, scans: int = 0) -> None:
        """Each number is of pages that have not been told of before."""


def told_to_nobody(pages: int, *, scans: int = 0) -> None:
    """What is told where nobody waits."""


Work = Callable[[Task, Limits, Opened], bytes]
"""From a document to what is wanted of it; a function of a module, so that it can be sent."""


class Kind(IntEnum):
    """What a frame holds."""

    BEGUN = 0
    PAGES = 1
    DONE = 2
    LOST = 3
    SCANS = 4


@dataclass(frozen=True, slots=True)
class Lost:
    """A document that could not be read, and why."""

    status: Status
    sentence: str


def attempted(task: Task, work: Work, limits: Limits, opened: Opened) -> bytes | Lost:
    """Read one document in this process; whatever goes wrong in it is its status."""
    name = task.name
    try:
        if (size := task.path.stat().st_size) > limits.file * MIB:
            return Lost(Status.TOO_LARGE, f"{name} has {size / MIB:,.0f} MiB; the limit is {limits.file} (--limit file=).")
        return work(task, limits, opened)
    except UnreadableError as error:
        return Lost(Status(error.code), str(error))
    except MemoryError:
        return _beyond_memory(name, limits)
    except OSError as error:
        return _refused_by_the_system(task, limits, error)
    except Exception as error:  # noqa: BLE001  one document must never end the reading of the others
        return _broke(name, error)


def _refused_by_the_system(task: Task, limits: Limits, error: OSError) -> Lost:
    if error.errno == errno.ENOMEM:
        return _beyond_memory(task.name, limits)
    if error.errno == errno.EFBIG:
        return Lost(Status.TOO_LARGE, f"{task.name} made its reader write more than {limits.output} MiB (--limit output=).")
    if error.filename is None or Path(os.fsdecode(error.filename)) != task.path:
        return _broke(task.name, error)
    status = Status.GONE if isinstance(error, FileNotFoundError) else Status.FORBIDDEN
    return Lost(status, f"{task.name} cannot be opened: {error.strerror}.")


def _beyond_memory(name: str, limits: Limits) -> Lost:
    return Lost(Status.PARSER_MEMORY, f"{name} needs more than {limits.memory} MiB to be read (--limit memory=).")


def _broke(name: str, error: Exception) -> Lost:
    return Lost(Status.PARSER_CRASH, f"{name} broke its reader ({type(error).__name__}: {str(error)[:200]}).")


def serve(pipe: Connection, work: Work, limits: Limits, imports: Sequence[str] = ()) -> None:
    """Read what the parent sends, until it closes the pipe or this process has grown too old."""
    if imports:
        deaf()
        gc.disable()  # as in pipeline.warm
        with kept_patterns("early"):
            for module in imports:
                import_module(module)
        gc.freeze()
        gc.enable()
    at_first = memory_of_this_process()[1]
    confine(limits)
    for number in count(1):
        try:
            task: Task = pipe.recv()
        except (EOFError, OSError):
            return
        _send(pipe, Kind.BEGUN, b"")
        found = attempted(task, work, limits, partial(_tell, pipe))
        tired = number >= limits.documents or memory_of_this_process()[1] - at_first > limits.growth * MIB
        if isinstance(found, Lost):
            leaves = tired or found.status is Status.PARSER_MEMORY
            _send(pipe, Kind.LOST, json.dumps([found.status, found.sentence]).encode(), leaves=leaves)
        else:
            leaves = tired
            _send(pipe, Kind.DONE, found, leaves=leaves)
        del found
        if leaves:
            return


def _tell(pipe: Connection, pages: int, *, scans: int = 0) -> None:
    _send(pipe, Kind.PAGES, str(pages).encode())
    if scans:
        _send(pipe, Kind.SCANS, str(scans).encode())


def _send(pipe: Connection, kind: Kind, body: bytes, *, leaves: bool = False) -> None:
    left = memoryview(HEADER.pack(kind, leaves, len(body)) + body)
    while left:
        left = left[os.write(pipe.fileno(), left) :]


def confine(limits: Limits) -> None:
    """Give this process no more than the limits allow, and nothing to say on the terminal; it ends with its parent."""
    with suppress(OSError):
        os.setpgid(0, 0)  # so that what it starts can be ended with it, and Ctrl-C is the parent's business
    for number in (signal.SIGINT, signal.SIGTERM):
        signal.signal(number, signal.SIG_DFL)
    if sys.platform == "linux" and (parent := multiprocessing.parent_process()):
        # Nothing is ever written there but the end of the file, when the parent has died: the system then kills this process and
        # what it has started, even in the midst of a pattern that never ends.
        fcntl.fcntl(parent.sentinel, fcntl.F_SETOWN, -os.getpid())
        fcntl.fcntl(parent.sentinel, fcntl.F_SETSIG, signal.SIGKILL)
        fcntl.fcntl(parent.sentinel, fcntl.F_SETFL, fcntl.fcntl(parent.sentinel, fcntl.F_GETFL) | os.O_ASYNC)
        if wait([parent.sentinel], timeout=0):  # it has died before it could be heard of
            os._exit(1)
    silence = os.open(os.devnull, os.O_RDWR)
    for standard in (0, 1, 2):
        os.dup2(silence, standard)
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    resource.setrlimit(resource.RLIMIT_FSIZE, (limits.output * MIB, limits.output * MIB))
    space = memory_of_this_process()[0] + limits.memory * MIB
    with suppress(ValueError):  # macOS knows the limit and refuses to set it
        resource.setrlimit(resource.RLIMIT_AS, (space, space))


def memory_of_this_process() -> tuple[int, int]:
    """Bytes of address space and of resident memory; zeros where the system does not tell."""
    return memory_of(os.getpid())


def memory_of(pid: int) -> tuple[int, int]:
    """Bytes of address space and of resident memory of a process; zeros where the system does not tell."""
    try:
        space, resident = Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[:2]
    except (OSError, ValueError):
        return 0, 0
    size = resource.getpagesize()
    return int(space) * size, int(resident) * size

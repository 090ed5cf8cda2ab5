"""Work side by side: the things of one lane one after the other, those of different lanes at once.

Lanes are hosts (each asked by one thread) or councils (each listed and fetched by one thread); what came is taken in the caller's
thread, so that the store has one writer. Threads are daemons: an interrupted run does not wait for a server that is slow.
"""

from __future__ import annotations

import contextvars
import queue
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, zip_longest
from typing import Generic, TypeVar

T = TypeVar("T")
R = TypeVar("R")
MISSING = object()


@dataclass(slots=True)
class _Came(Generic[T, R]):
    """What became of one thing: a result or an error; nothing at all where a thread has ended."""

    thing: T | None = None
    result: R | None = None
    error: BaseException | None = None


def side_by_side(lanes: Mapping[str, Sequence[T]], work: Callable[[T], R], most: int) -> Iterator[tuple[T, R]]:
    """Work on all things, `most` lanes at once; each with its result, as they come.

    Raises what the work raises. A single lane is worked on in the caller's own thread.
    """
    if len(lanes) == 1 or most == 1:
        for thing in chain.from_iterable(lanes.values()):
            yield thing, work(thing)
        return
    waiting: queue.SimpleQueue[Sequence[T]] = queue.SimpleQueue()
    for lane in lanes.values():
        waiting.put(lane)
    stop = threading.Event()
    came: queue.Queue[_Came[T, R]] = queue.Queue(maxsize=most)  # a result may be a large file: no more than one each lies here
    threads = min(most, len(lanes))
    for number in range(threads):
        context = contextvars.copy_context()  # Prefect finds the run that a task belongs to there
        told = (waiting, work, came, stop)
        threading.Thread(target=context.run, args=(_work, *told), name=f"lane {number + 1}", daemon=True).start()
    try:
        while threads:
            one = came.get()
            if one.error is not None:
                raise one.error
            if one.thing is None:
                threads -= 1
            else:
                yield one.thing, one.result  # type: ignore[misc]
    finally:
        stop.set()
        while not came.empty():  # who waits to put something finds room, and then the stop
            came.get_nowait()


def _work(waiting: queue.SimpleQueue[Sequence[T]], work: Callable[[T], R], came: queue.Queue[_Came[T, R]], stop: threading.Event) -> None:
    try:
        while not stop.is_set():
            try:
                lane = waiting.get_nowait()
            except queue.Empty:
                break
            for thing in lane:
                if stop.is_set():
                    return
                came.put(_Came(thing, work(thing)))
        if not stop.is_set():
            came.put(_Came())
    except BaseException as error:  # noqa: BLE001  raised again in the thread that waits for it
        came.put(_Came(error=error))


def grouped(things: Iterable[T], lane_of: Callable[[T], str]) -> dict[str, list[T]]:
    """The things of each lane, in their order."""
    lanes: dict[str, list[T]] = {}
    for thing in things:
        lanes.setdefault(lane_of(thing), []).append(thing)
    return lanes


def interleaved(things: Iterable[T], lane_of: Callable[[T], str]) -> list[T]:
    """The things in turn from each lane, so that any part of them has work for all lanes."""
    rows = zip_longest(*grouped(things, lane_of).values(), fillvalue=MISSING)
    return [thing for thing in chain.from_iterable(rows) if thing is not MISSING]  # type: ignore[misc]

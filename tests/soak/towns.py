"""What the measurements run over: the demo's councils, served by a process of their own, and runs in processes forked from this one.

Forked from one that has imported everything and whose readers are warm, a run over the demo takes two seconds. It is the flow's
own code, with Prefect's tasks taken off; that Prefect itself survives the same is measured with the command line.
"""

from __future__ import annotations

import os
import signal
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from multiprocessing import forkserver, get_context
from pathlib import Path

from prefect import Task

from pipeline import flow
from pipeline.councils import Council
from pipeline.demo import SOURCES, demo_councils
from pipeline.isolation import start_early
from pipeline.limits import VARIABLE as LIMITS
from pipeline.reading import extractor_version
from pipeline.release import publish as releasing
from pipeline.store.schema import tables
from tests.soak.frame import hash_of

TRIES = 5
WITHOUT_OCR = "scans=0"  # the demo's scan would take longer than all the rest


@contextmanager
def served(folder: Path) -> Iterator[list[Council]]:
    """The demo's councils, served by another process as long as this lasts."""
    heard, told = os.pipe()
    if (pid := os.fork()) == 0:
        os.dup2(os.open(os.devnull, os.O_WRONLY), 2)  # that somebody who was killed has gone is no news
        with demo_councils(folder) as councils:
            os.write(told, "\n".join(council.model_dump_json() for council in councils).encode() + b"\0")
            signal.pause()
    os.close(told)
    said = b""
    while not said.endswith(b"\0"):
        portion = os.read(heard, 1 << 16)
        assert portion, "the demo's servers did not start"
        said += portion
    os.close(heard)
    try:
        yield [Council.model_validate_json(line) for line in said[:-1].decode().split("\n")]
    finally:
        os.kill(pid, signal.SIGKILL)
        os.waitpid(pid, 0)


def corpus() -> str:
    """What the demo's councils say."""
    return hash_of(path.read_bytes() for path in SOURCES.rglob("*") if path.is_file())


def warm_up() -> None:
    """Let this process know everything that the runs forked from it shall know."""
    os.environ[LIMITS] = WITHOUT_OCR
    start_early([Path("any.pdf")])
    forkserver._forkserver.ensure_running = lambda: None  # type: ignore[method-assign]  what is forked from here has no children to look after
    forkserver.ensure_running = lambda: None
    extractor_version()
    tables()
    releasing.STEPS = ()  # pages and workbooks take longer than all the rest
    for name, thing in list(vars(flow).items()):
        if isinstance(thing, Task):
            setattr(flow, name, thing.fn)


def look_after_server() -> None:
    """Start the readers' server again where it has died, and see that it works.

    It is one for all trials here, and Python's own ends when somebody is killed between connecting to it and asking for a process; a
    real run has its own, which nobody else misses. It takes those who ask in turn: where a process comes of it, it has heard of all who
    were killed before.
    """
    for _ in range(TRIES):
        forkserver.ForkServer.ensure_running(forkserver._forkserver)
        with suppress(OSError, EOFError):
            process = get_context("forkserver").Process(target=int)
            process.start()
            process.join()
            return
        time.sleep(0.05)
    raise RuntimeError("The readers' server does not start.")


def run_once(councils: Sequence[Council], data: Path) -> None:
    """One run of the flow; that the demo holds what cannot be read is no fault."""
    data.mkdir(parents=True, exist_ok=True)
    with suppress(flow.IncompleteRunError):
        flow.councils_to_tables.fn(list(councils), data)


def readers() -> list[int]:
    """The reader processes that live."""
    server = forkserver._forkserver._forkserver_pid
    try:
        return [int(pid) for pid in Path(f"/proc/{server}/task/{server}/children").read_text(encoding="ascii").split()]
    except OSError:
        return []

"""Documents read in processes of their own, several at once; a document that kills or stalls its reader harms no other."""

from __future__ import annotations

import multiprocessing
import os
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ProcessPoolExecutor, wait
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any

from pipeline.extraction import Context, EvidenceError, ReadDocument, json_of, read_document
from pipeline.readers import UnreadableError
from pipeline.statuses import Status

FEW = 8  # documents that are read at once, without starting processes
LONGEST = 120.0  # seconds without any document finished, after which the running ones are tried one by one
CODE = ("extractors", "pipeline/readers")


@dataclass(frozen=True, slots=True)
class Job:
    """A document to be read."""

    id: str
    path: Path
    name: str
    context: Context
    digest: str
    """What the result depends on: the bytes, the context, the version of our rules."""


@dataclass(frozen=True, slots=True)
class Result:
    """A document read, or the reason why not."""

    job: Job
    status: Status
    sentence: str | None = None
    document: dict[str, Any] = field(default_factory=dict)
    facts: dict[str, list[dict[str, Any]]] = field(default_factory=dict)
    text: str = ""


@cache
def extractor_version() -> str:
    """The version of our rules: of the package, and of the code that reads and understands documents."""
    root = Path(__file__).resolve().parent.parent
    code = sha256()
    for folder in CODE:
        for path in sorted((root / folder).rglob("*.py")):
            code.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes())
    return f"{version('beschlussbuch')}+{code.hexdigest()[:12]}"


def read_all(jobs: Sequence[Job], processes: int | None = None) -> Iterator[Result]:
    """Read documents, in no particular order; each gives exactly one result."""
    if len(jobs) <= FEW or processes == 1:
        yield from map(read_one, jobs)
        return
    pool = _pool(processes or min(os.cpu_count() or 1, 8))
    waiting: dict[Future[Result], Job] = {pool.submit(read_one, job): job for job in jobs}
    suspects: list[Job] = []
    while waiting:
        done, _ = wait(waiting, timeout=LONGEST, return_when=FIRST_COMPLETED)
        if not done:
            _kill(pool)
            suspects += waiting.values()
            break
        for future in done:
            job = waiting.pop(future)
            try:
                yield future.result()
            except BrokenProcessPool:
                suspects.append(job)
    if suspects:
        close()
        yield from map(_alone, suspects)


def read_one(job: Job) -> Result:
    """Read one document; whatever goes wrong in it is its status."""
    try:
        read = read_document(job.path.read_bytes(), job.name, job.context)
    except UnreadableError as error:
        return Result(job, Status(error.code), str(error))
    except EvidenceError as error:
        return Result(job, Status.PARSER_CRASH, f"{job.name}: a row was not verbatim in its text ({error}); this is a fault of ours.")
    except MemoryError:
        return Result(job, Status.PARSER_MEMORY, f"{job.name} needs more memory than there is.")
    except Exception as error:  # noqa: BLE001  one document must never end the reading of the others
        return Result(job, Status.PARSER_CRASH, f"{job.name} broke its reader ({type(error).__name__}: {str(error)[:200]}).")
    return _result(job, read)


def _result(job: Job, read: ReadDocument) -> Result:
    found: dict[str, Any] = json_of(read)
    document = found.pop("document")
    return Result(job, Status.OK, None, document, found, read.reading.source.text)


def _alone(job: Job) -> Result:
    """Read a suspect in a process of its own, so that what kills or stalls it is known."""
    pool = _new_pool(1)
    try:
        return pool.submit(read_one, job).result(timeout=LONGEST)
    except TimeoutError:
        return Result(job, Status.PARSER_TIMEOUT, f"{job.name} could not be read within {LONGEST:.0f} seconds.")
    except BrokenProcessPool:
        return Result(job, Status.PARSER_CRASH, f"{job.name} ended the process that read it.")
    finally:
        _kill(pool)


_pools: list[ProcessPoolExecutor] = []
"""The one pool of this process, once it was needed: starting one costs the import of every rule."""


def _pool(processes: int) -> ProcessPoolExecutor:
    if not _pools:
        _pools.append(_new_pool(processes))
    return _pools[0]


def _new_pool(processes: int) -> ProcessPoolExecutor:
    # Not forked from here: this process may have threads (Prefect), and a fork would inherit their locks.
    context = multiprocessing.get_context("forkserver")
    context.set_forkserver_preload(["pipeline.reading", "extractors"])
    return ProcessPoolExecutor(processes, mp_context=context)


def _kill(pool: ProcessPoolExecutor) -> None:
    for process in list((getattr(pool, "_processes", None) or {}).values()):
        process.kill()
    pool.shutdown(wait=False, cancel_futures=True)


@contextmanager
def processes() -> Iterator[None]:
    """While this lasts, documents are read in processes that stay; at its end they end."""
    try:
        yield
    finally:
        close()


def close() -> None:
    """End the processes; the next reading starts new ones."""
    while _pools:
        _pools.pop().shutdown(wait=False, cancel_futures=True)

"""Documents of a run, read in processes of their own; each becomes one result, in the words of the store."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from importlib.metadata import version
from pathlib import Path
from typing import Any, cast

from pipeline.extraction import Context, json_of, read_document
from pipeline.isolation import read_apart
from pipeline.limits import Limits, limits_of
from pipeline.readers import Terms
from pipeline.statuses import Status
from pipeline.worker import Lost, Opened, Task

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
    """Read documents; each gives exactly one result, in the order of the jobs."""
    for job, found in read_apart(jobs, read_job, limits_of(), processes):
        if isinstance(found, Lost):
            yield Result(job, found.status, found.sentence)
            continue
        facts: dict[str, Any] = json.loads(found)
        document = facts.pop("document")
        yield Result(job, Status.OK, None, document, facts, document.pop("text"))


def read_job(task: Task, limits: Limits, opened: Opened) -> bytes:
    """A document with its facts and its text, as JSON; runs in a reader process.

    Raises UnreadableError where it cannot be read.
    """
    job = cast("Job", task)
    read = read_document(job.path.read_bytes(), job.name, job.context, Terms(limits, opened))
    # A PDF can hold half of a surrogate pair, which UTF-8 cannot say and JSON can.
    return json.dumps(json_of(read, with_text=True), ensure_ascii=False, default=str).encode("utf-8", "backslashreplace")

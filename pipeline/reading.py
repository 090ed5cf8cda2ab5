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

from extractors.text.personal import find, names_in
from pipeline.archive import charset_beside
from pipeline.extraction import Context, json_of, read_document
from pipeline.isolation import read_apart
from pipeline.limits import NO_MORE_OCR, Limits, limits_of
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
    personal: tuple[tuple[int, int, str], ...] = ()
    """Where the text holds personal data, and of which kind."""
    names: tuple[str, ...] = ()
    """The surnames of the residents that it names."""
    wants_ocr: bool = False
    """Whether there is something that could be read if OCR were to be had."""
    closed: tuple[tuple[int, int], ...] = ()
    """Where the text speaks of items that are not public."""


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
            # A scan, read where there is no OCR, or no more of it: another run may read it.
            is_unread = found.status is Status.NO_TEXT_LAYER and (not can_read_scans() or NO_MORE_OCR in found.sentence)
            yield Result(job, found.status, found.sentence, wants_ocr=is_unread)
            continue
        facts: dict[str, Any] = json.loads(found)
        document, wants_ocr = facts.pop("document"), facts.pop("wants_ocr")
        closed = tuple((start, end) for start, end in facts.pop("closed"))
        personal, names = tuple(map(tuple, facts.pop("personal"))), tuple(facts.pop("names"))
        yield Result(job, Status.OK, None, document, facts, document.pop("text"), personal, names, wants_ocr, closed)


def can_read_scans() -> bool:
    """Whether OCR is installed and not switched off."""
    from pipeline.readers.ocr import why_not  # noqa: PLC0415  what it needs takes a second to import

    return why_not(limits_of()) is None


def read_job(task: Task, limits: Limits, opened: Opened) -> bytes:
    """A document with its facts and its text, as JSON; runs in a reader process.

    Raises UnreadableError where it cannot be read.
    """
    job = cast("Job", task)
    terms = Terms(limits, opened, kept=job.path.with_name(f"{job.path.name}.ocr.json"), charset=charset_beside(job.path))
    read = read_document(job.path.read_bytes(), job.name, job.context, terms)
    text = read.reading.source.text
    names = names_in(text)
    personal = [(span.start, span.end, span.kind) for span in find(text, names)]
    said = {**json_of(read, with_text=True), "personal": personal, "names": sorted(names), "wants_ocr": read.reading.wants_ocr}
    said["closed"] = read.extraction.closed
    # ASCII, so that nobody needs four bytes a character for it; and a PDF can hold half of a surrogate pair, which UTF-8 cannot say.
    return json.dumps(said, default=str).encode("ascii")

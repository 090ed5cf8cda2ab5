"""Documents that harm their reader: whatever happens is one status, and the others are read."""

import os
import signal
import time
from pathlib import Path

import pytest

from pipeline import reading
from pipeline.extraction import Context
from pipeline.reading import Job, Result, read_all, read_one
from pipeline.statuses import Status


def job(folder: Path, name: str, text: str = "Der Rat beschließt einstimmig.") -> Job:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return Job(name, path, name, Context(), name)


def harmful(one: Job) -> Result:
    """Stands in for read_one in the processes: some names are fatal."""
    if one.name.startswith("killer"):
        os.kill(os.getpid(), signal.SIGKILL)
    if one.name.startswith("sleeper"):
        time.sleep(60)
    return read_one(one)


@pytest.fixture
def processes(monkeypatch: pytest.MonkeyPatch) -> object:
    monkeypatch.setattr(reading, "read_one", harmful)
    monkeypatch.setattr(reading, "LONGEST", 6.0)
    yield
    reading.close()


def test_an_unforeseen_error_is_a_status(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def broken(*_: object) -> None:
        raise IndexError("list index out of range")

    monkeypatch.setattr(reading, "read_document", broken)

    result = read_one(job(tmp_path, "a.txt"))

    assert (result.status, result.sentence) == (Status.PARSER_CRASH, "a.txt broke its reader (IndexError: list index out of range).")


def test_an_unreadable_document_says_why(tmp_path: Path) -> None:
    assert read_one(job(tmp_path, "a.txt", "")).status is Status.CORRUPT


@pytest.mark.slow
@pytest.mark.usefixtures("processes")
def test_a_document_that_kills_or_stalls_its_reader_harms_no_other(tmp_path: Path) -> None:
    jobs = [job(tmp_path, f"{n}.txt") for n in range(9)] + [job(tmp_path, "killer.txt"), job(tmp_path, "sleeper.txt")]

    results = {result.job.name: result.status for result in read_all(jobs, 2)}

    assert results == {f"{n}.txt": Status.OK for n in range(9)} | {
        "killer.txt": Status.PARSER_CRASH,
        "sleeper.txt": Status.PARSER_TIMEOUT,
    }

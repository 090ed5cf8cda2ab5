"""Documents that are read before the server of readers is there: the same results, statuses and order, and nothing left behind."""

from __future__ import annotations

import os
import tempfile
import time
from dataclasses import dataclass
from multiprocessing.util import get_temp_dir
from pathlib import Path

import pytest

from pipeline import head_start
from pipeline.head_start import MOST, Begun
from pipeline.isolation import read_apart
from pipeline.limits import Limits
from pipeline.reader_process import Reader
from pipeline.statuses import Status
from pipeline.worker import Lost
from tests.pipeline.test_isolation import ENDS, SHORT, Harm, Paper, paper


def begin(task, limits, opened) -> bytes:
    """The first step of a reader that may do harm."""
    getattr(Harm, task.name, Harm.none)(task, opened)
    task.keep((task.path.read_bytes(), os.getpid()))
    return b""


def finish(task, limits, opened) -> bytes:
    """The second step: tells whether the first has been done, and by another process."""
    if found := task.found() if isinstance(task, Begun) else None:
        return found[0] + (b" here" if found[1] == os.getpid() else b" elsewhere")
    getattr(Harm, task.name, Harm.none)(task, opened)
    return b"anew"


@dataclass
class Folder:
    """Where temporary files are, and how many of them the server waits for."""

    path: Path
    wanted: int = 0

    def files(self) -> list[Path]:
        return list(self.path.glob("beschlussbuch-*/*"))

    def is_clean(self) -> bool:
        return list(self.path.glob("beschlussbuch-*")) == []


@pytest.fixture
def late(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Folder:
    """The server is there only after so many documents have been read, or a second."""
    folder = Folder(tmp_path / "temporary")
    folder.path.mkdir()

    class Late(Reader):
        def __init__(self, work, limits, imports=()) -> None:
            until = time.monotonic() + (0 if imports else 60 if folder.wanted else 1)
            while time.monotonic() < until and not len(folder.files()) >= (folder.wanted or 1000):
                time.sleep(0.05)
            super().__init__(work, limits, imports)

    monkeypatch.setattr(head_start, "Reader", Late)
    get_temp_dir()  # the server's socket is not put into a folder whose path is too long for one
    monkeypatch.setattr(tempfile, "tempdir", str(folder.path))
    return folder


def test_what_has_been_read_is_not_read_again_and_the_order_is_kept(late: Folder, tmp_path: Path) -> None:
    papers = [paper(tmp_path, f"good_{number}", str(number) * (number % 3 + 1)) for number in range(7)]

    late.wanted = len(papers)

    found = list(read_apart(papers, finish, SHORT, 3, first=begin))

    assert found == [(one, one.path.read_bytes() + b" elsewhere") for one in papers]
    assert late.is_clean()


@pytest.mark.slow
def test_what_an_early_reader_does_is_one_status_and_one_sentence(late: Folder, tmp_path: Path) -> None:
    papers = [paper(tmp_path, name) for pair in zip(ENDS, (f"good_{name}" for name in ENDS), strict=True) for name in pair]

    late.wanted = len(ENDS) + 1  # the good ones, and the one that prints without end

    found = list(read_apart(papers, finish, SHORT, 4, first=begin))

    good = "Der Rat beschließt. elsewhere".encode()
    expected = {name: Lost(end[0], f"{name} {end[1]}") if end else good for name, end in ENDS.items()}
    assert [task for task, _ in found] == papers
    assert {task.name: end for task, end in found} == expected | {f"good_{name}": good for name in ENDS}
    assert late.is_clean()


def test_both_steps_share_one_time(late: Folder, tmp_path: Path) -> None:
    one, late.wanted = paper(tmp_path, "slow"), 1

    found = [found for _, found in read_apart([one], finish_slowly, Limits(seconds=1), 2, first=begin_slowly)]

    one_or_two = [f"slow could not be read within {seconds} seconds (--limit seconds=)." for seconds in (1, 2)]  # 1: on a busy machine
    assert found in [[Lost(Status.PARSER_TIMEOUT, sentence)] for sentence in one_or_two]


def begin_slowly(task, limits, opened) -> bytes:
    opened(1)
    time.sleep(1)
    task.keep("slept")
    return b""


def finish_slowly(task, limits, opened) -> bytes:
    assert task.found() == "slept"
    time.sleep(1.7)
    return b"too late"


def test_what_is_too_much_to_be_kept_is_read_again(late: Folder, tmp_path: Path) -> None:
    papers = [paper(tmp_path, "good"), paper(tmp_path, "large", "x" * (MOST + 1))]
    late.wanted = 1

    assert [found for _, found in read_apart(papers, finish, Limits(), 2, first=begin)] == [
        b"Der Rat beschlie\xc3\x9ft. elsewhere",
        b"anew",
    ]


def test_where_all_is_lost_at_the_first_step_nobody_stays(late: Folder, tmp_path: Path) -> None:
    found = [found for _, found in read_apart([paper(tmp_path, "refuses")], finish, SHORT, 2, first=begin)]

    assert found == [Lost(Status.ENCRYPTED, "refuses is protected by a password.")]
    assert late.is_clean()


def test_results_that_nobody_takes_leave_no_file(late: Folder, tmp_path: Path) -> None:
    results = read_apart(
        [paper(tmp_path, "refuses"), *(paper(tmp_path, f"good_{number}") for number in range(3))], finish, SHORT, 2, first=begin
    )
    next(results)

    results.close()

    assert late.is_clean()


def test_without_a_second_core_there_is_no_first_step(tmp_path: Path) -> None:
    assert [found for _, found in read_apart([paper(tmp_path, "good")], finish, SHORT, 1, first=begin)] == [b"anew"]


def test_without_room_for_files_there_is_no_first_step(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path / "missing"))

    assert [found for _, found in read_apart([paper(tmp_path, "good")], finish, SHORT, 2, first=begin)] == [b"anew"]


def test_what_cannot_be_understood_is_read_again(tmp_path: Path) -> None:
    begun = Begun(Paper(tmp_path / "a.pdf", "a"), tmp_path / "kept")
    assert begun.found() is None
    begun.kept.write_bytes(b"nonsense")
    assert begun.found() is None
    begun.keep([1, 2])
    assert begun.found() == [1, 2]

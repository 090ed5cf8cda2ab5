"""A process is ended with all that it has started, and nobody else is."""

from __future__ import annotations

import errno
import multiprocessing
import os
import signal
import time
from collections.abc import Iterator
from multiprocessing.connection import Connection
from pathlib import Path

import pytest

from pipeline import process_group
from pipeline.process_group import ProcessGroup

pytestmark = pytest.mark.skipif(not Path("/proc/self/stat").exists(), reason="there is no /proc")


def leads(told: Connection, *, stays: bool) -> None:
    """A process with a group of its own and a child in it, that ends before its child or not at all."""
    os.setpgid(0, 0)
    if (child := os.fork()) == 0:
        time.sleep(60)
        os._exit(0)
    told.send(child)
    if stays:
        time.sleep(60)
    os._exit(0)


@pytest.fixture(params=["with pidfd", "by number, of an older Linux", "by number, of another system"])
def way(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> str:
    if request.param.endswith("Linux"):
        send = signal.pidfd_send_signal

        def older(held: int, number: int, info: None = None, flags: int = 0) -> None:
            if flags:
                raise OSError(errno.EINVAL, "Invalid argument")
            send(held, number)

        monkeypatch.setattr(process_group.signal, "pidfd_send_signal", older)
    elif request.param.endswith("system"):
        monkeypatch.delattr(process_group.os, "pidfd_open")
    return str(request.param)


@pytest.fixture
def sent(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[int]]:
    """The numbers that are killed; they live on."""
    numbers: list[int] = []
    for name in ("kill", "killpg"):
        monkeypatch.setattr(process_group.os, name, lambda number, _: numbers.append(number))
    return numbers


def started(*, stays: bool) -> tuple[multiprocessing.Process, ProcessGroup, int]:
    heard, told = multiprocessing.Pipe()
    process = multiprocessing.get_context("fork").Process(target=leads, args=(told,), kwargs={"stays": stays}, daemon=True)
    process.start()
    group = ProcessGroup(process)
    return process, group, heard.recv()


def lives(pid: int) -> bool:
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text(encoding="utf-8")
    except OSError:
        return False


def ended(pid: int) -> bool:
    until = time.monotonic() + 5
    while lives(pid) and time.monotonic() < until:
        time.sleep(0.005)
    return not lives(pid)


def test_all_of_a_group_is_ended(way: str) -> None:
    process, group, child = started(stays=True)

    group.kill()

    process.join()
    assert process.exitcode == -signal.SIGKILL
    assert ended(child)


def test_of_a_process_that_is_forgotten_no_number_is_killed(way: str, sent: list[int], monkeypatch: pytest.MonkeyPatch) -> None:
    process, group, child = started(stays=False)
    process.join()

    group.kill()

    assert sent == []
    if way == "with pidfd":
        assert ended(child)
    else:  # missing is better than wrong
        assert lives(child)
        monkeypatch.undo()
        os.kill(child, signal.SIGKILL)

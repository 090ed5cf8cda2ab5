import fcntl
import os
import subprocess
import sys
from pathlib import Path
from threading import Timer

import pytest

from pipeline.lock import FILE, BusyError, is_locked, locked

HOLDER = "import sys, pathlib; from pipeline.lock import locked\nwith locked(pathlib.Path(sys.argv[1])): print('held', flush=True); sys.stdin.read()"


def test_a_second_process_is_refused_with_the_number_of_the_first(tmp_path: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", HOLDER, str(tmp_path)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as holder:
        assert holder.stdout is not None
        assert holder.stdout.readline() == "held\n"

        with pytest.raises(BusyError, match=str(holder.pid)), locked(tmp_path):
            pass

        holder.kill()
    with locked(tmp_path):  # a killed process keeps nothing
        assert (tmp_path / FILE).exists()


def test_a_flow_inside_a_command_works_under_its_lock(tmp_path: Path) -> None:
    with locked(tmp_path), locked(tmp_path):
        pass


def test_a_dead_process_is_not_named_as_the_holder(tmp_path: Path) -> None:
    """The winner has the lock a moment before it has written down its number."""
    with subprocess.Popen([sys.executable, "-c", ""]) as dead:
        pass
    with (tmp_path / FILE).open("a+") as file:
        file.write(str(dead.pid))
        file.flush()
        fcntl.flock(file, fcntl.LOCK_EX)
        Timer(0.1, lambda: (file.truncate(0), file.write(str(os.getpid())), file.flush())).start()

        with pytest.raises(BusyError, match=str(os.getpid())), locked(tmp_path):
            pass


def test_whoever_only_looks_keeps_nobody_from_starting(tmp_path: Path) -> None:
    with (tmp_path / FILE).open("a+") as file:
        fcntl.flock(file, fcntl.LOCK_SH)
        Timer(0.02, lambda: fcntl.flock(file, fcntl.LOCK_UN)).start()

        with locked(tmp_path):
            assert is_locked(tmp_path)
    assert not is_locked(tmp_path)


def test_what_a_killed_run_has_left_is_swept(tmp_path: Path) -> None:
    for name in (
        "raw/3f/.3f9a.x1",
        "raw/.catalogue.x2",
        "images/3f/.a.webp.x3",
        "raw/3f/3f9a",
        ".latest-17",
        ".gitignore",
        "releases/.staging-17/tables/votes.csv",
        "releases/1/a",
    ):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text("")

    with locked(tmp_path):
        left = sorted(path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*") if path.is_file())

    assert left == [".gitignore", "raw/3f/3f9a", "releases/1/a", FILE]

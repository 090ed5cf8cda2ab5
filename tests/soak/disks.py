"""A full disk, a folder that cannot be written

A run meets a disk that is full (a file system of that size, or a limit on the size of files), or a folder that is mounted read-only.
It must end with exit status 1 and one sentence, no traceback; the last release must open and hold what it held. With room again, the
next run must end with the same rows as if nothing had been.
"""

from __future__ import annotations

import os
import resource
import shutil
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path

import pyarrow.parquet as pq

from pipeline.commands import CommandError
from pipeline.commands.run import held, refusal
from tests.soak.frame import Measured
from tests.soak.kills import Scene, scenes
from tests.soak.processes import QUICK, ended, forked
from tests.soak.states import differences, left_behind, state
from tests.soak.towns import corpus

SIZES = 20
KIB = 1024
WITH_COMMANDS = 3
READ_ONLY = (".", "raw", "releases")
refused: list[str] = []
"""What was said in the trials of a measurement that had no room."""


def measure(seed: int) -> Iterator[Measured]:  # nothing is left to chance
    """Disks of many sizes, limits of many sizes, folders that are read-only, and the command line."""
    with scenes(["second"]) as played:
        scene = next(played)
        limits = [4 * KIB * 2**n // 2 for n in range(SIZES // 2)] + [8 * KIB * 2**n * 3 // 4 for n in range(SIZES // 2)]
        yield _measured("a limit on files", [(f"{size // KIB} KiB", partial(_limited, scene, size)) for size in sorted(limits)])
        if not may_mount():
            return
        used, needed = size_of(scene.before), size_of(scene.before.with_name("second-done")) * 2
        sizes = [used + int(8 * KIB * 1.4**n) for n in range(SIZES)]  # most of them too small: a run needs a few MiB
        yield _measured("a full disk", [(f"{(size - used) // KIB} KiB left", partial(_full, scene, size)) for size in sizes])
        yield _measured("a read-only folder", [(name, partial(_read_only, scene, name)) for name in READ_ONLY])
        few = [used + (needed - used) * n // WITH_COMMANDS for n in range(WITH_COMMANDS)]
        commands = [(f"{(size - used) // KIB} KiB left", partial(_command, scene, size)) for size in few]
        yield _measured("the command line on a full disk", commands)


def _measured(name: str, tries: Sequence[tuple[str, Callable[[], list[str]]]]) -> Measured:
    began = time.monotonic()
    refused.clear()
    lost = tuple(f"{name}, {at}: {', '.join(faults)}" for at, attempt in tries if (faults := attempt()))
    asked = f"{len(tries)} trials: one sentence, the last release opens, the next run is whole"
    figure, seconds = f"{len(tries) - len(lost)} of {len(tries)}, {len(refused)} of them without room enough", time.monotonic() - began
    return Measured(name=name, asked=asked, figure=figure, passed=not lost, seconds=seconds, corpus=corpus(), lost=lost)


def may_mount() -> bool:
    """Whether this process may make file systems of a size."""
    with tempfile.TemporaryDirectory() as folder, suppress(OSError, subprocess.CalledProcessError), disk(Path(folder), 64 * KIB):
        return True
    return False


@contextmanager
def disk(place: Path, size: int) -> Iterator[Path]:
    """A file system of so many bytes."""
    _run("mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(place))
    try:
        yield place
    finally:
        _run("umount", "-l", str(place))


def _run(*words: str) -> None:
    subprocess.run(words, check=True, capture_output=True)


def size_of(folder: Path) -> int:
    """What a folder takes on a disk, roughly: whole pages."""
    return sum((path.stat().st_size // 4096 + 2) * 4096 for path in folder.rglob("*") if not path.is_symlink())


def _limited(scene: Scene, size: int) -> list[str]:
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        data = Path(folder) / "data"
        shutil.copytree(scene.before, data, symlinks=True)
        limit = partial(resource.setrlimit, resource.RLIMIT_FSIZE, (size, size))
        return [*_faults(scene, data, Path(folder) / "said", limit), *_faults_of_next(scene, data)]


def _full(scene: Scene, size: int) -> list[str]:
    with tempfile.TemporaryDirectory() as folder, disk(_made(folder), size) as place:
        shutil.copytree(scene.before, place / "data", symlinks=True)
        faults = _faults(scene, place / "data", Path(folder) / "said")
        _run("mount", "-o", "remount,size=256m", str(place))
        return [*faults, *_faults_of_next(scene, place / "data")]


def _read_only(scene: Scene, name: str) -> list[str]:
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        data = Path(folder) / "data"
        shutil.copytree(scene.before, data, symlinks=True)
        _run("mount", "--bind", str(data / name), str(data / name))
        try:
            _run("mount", "-o", "remount,ro,bind", str(data / name))
            faults = _faults(scene, data, Path(folder) / "said")
        finally:
            _run("umount", "-l", str(data / name))
        return [*faults, *_faults_of_next(scene, data)]


def _made(folder: str) -> Path:
    place = Path(folder) / "disk"
    place.mkdir()
    return place


def _faults(scene: Scene, data: Path, said: Path, limit: Callable[[], None] = lambda: None) -> list[str]:
    """What is wrong with the end of a run that has no room."""

    def attempt() -> None:
        limit()
        try:
            with held(data):
                try:
                    scene.work(data)
                except Exception as error:  # as the command tells whatever the flow has ended with
                    raise refusal(error, data) from error
        except CommandError as error:
            print(f"beschlussbuch run: {error}", file=sys.stderr, flush=True)  # noqa: T201
            os._exit(error.status)

    with said.open("wb") as told:
        status = ended(forked(attempt, told=told.fileno()))
    faults = _faults_of_words(status, said.read_text(encoding="utf-8"), lines=1)
    before, after = (_of_release(found) for found in (scene.found, scene.wanted))
    now, broken = opened(data)
    return [*faults, *broken, *([] if broken or now in (before, after) else ["the last release is another"])]


def _faults_of_words(status: int, said: str, lines: int | None) -> list[str]:
    if status == 0 and "Traceback" not in said:
        return []  # there was room enough
    refused.append(said)
    faults = [] if status == 1 else [f"exit status {status}"]
    told = said.strip().splitlines()
    if "Traceback" in said or "fault of ours" in said or not told or not told[-1].startswith("beschlussbuch run: "):
        faults.append(f"it said {said.strip()[-300:]!r}")
    return faults + ([f"{len(told)} lines"] if lines and len(told) != lines else [])


def opened(data: Path) -> tuple[dict[str, str], list[str]]:
    """What the newest release holds, and what is wrong with it."""
    try:
        for path in (data / "latest" / "tables").glob("*.parquet"):
            pq.read_table(path)
        for path in (data / "latest").rglob("*.sqlite"):
            connection = sqlite3.connect(f"file:{path}?mode=ro&immutable=1", uri=True)
            assert connection.execute("PRAGMA integrity_check").fetchone() == ("ok",)
            connection.close()
        return state(data, store=False), []
    except Exception as error:  # noqa: BLE001  whatever it is, it does not open
        return {}, [f"the last release does not open: {error!r}"]


def _of_release(found: dict[str, str]) -> dict[str, str]:
    return {name: digest for name, digest in found.items() if name.startswith("release ")}


def _faults_of_next(scene: Scene, data: Path) -> list[str]:
    if (how := ended(forked(partial(scene.work, data)))) != 0:
        return [f"the next run ended with {how}"]
    return [*left_behind(data), *(f"{name} differs" for name in differences(scene.wanted, state(data)))]


def _command(scene: Scene, size: int) -> list[str]:
    """The command line, with Prefect and its server on the same full disk, over the folder among the councils."""
    with tempfile.TemporaryDirectory() as folder, disk(_made(folder), size) as place:
        data = place / "data"
        shutil.copytree(scene.before, data, symlinks=True)
        towns = scene.before.with_name("served") / "wendelmoor"
        words = [sys.executable, "-m", "pipeline", "run", "--source", "folder", "--url", str(towns), "--data", str(data)]
        done = subprocess.run(words, capture_output=True, text=True, check=False, timeout=300)
        status = 0 if done.returncode == 3 else done.returncode
        return [*_faults_of_words(status, done.stderr, lines=None), *opened(data)[1]]

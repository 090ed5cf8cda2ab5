"""Killed at any moment

A run over the demo's four councils is killed (SIGKILL) at every named point of it (`BESCHLUSSBUCH_CRASH_AT`; the first time that it
passes there, or a chosen later time) and at random moments. The next run must end with the same rows in the store and in the
newest release as a run that nobody killed: none lost, none doubled, no temporary file, no process, no run without an end left. *First*:
into an empty folder. *Second*: a document has changed, one has gone, one is new. *Rebuild*: all facts made again from the archive. In
these three a release is tables only; *release* makes one with everything in it. The command line is killed below.
"""

from __future__ import annotations

import os
import random
import shutil
import signal
import tempfile
import time
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from pipeline import crash
from pipeline.councils import Council
from pipeline.lock import locked
from pipeline.rebuild import rebuild
from pipeline.release import publish as releasing
from pipeline.release.publish import STEPS, publish
from tests.soak.frame import Measured
from tests.soak.processes import QUICK, ended, forked
from tests.soak.states import differences, left_behind, state
from tests.soak.towns import corpus, look_after_server, readers, run_once, served, warm_up

RANDOM = {"first": 80, "second": 70, "rebuild": 30, "release": 20}
PATIENCE = 10.0  # seconds in which the readers of a killed run must be gone


@dataclass(frozen=True, slots=True)
class Scene:
    """What is killed: from what it begins, what it does, and what the data folder holds when nobody has killed it."""

    name: str
    before: Path | None
    work: Callable[[Path], object]
    found: dict[str, str]
    wanted: dict[str, str]
    points: Counter[str]
    seconds: float


def measure(seed: int) -> Iterator[Measured]:
    """All named points, then random moments."""
    with scenes(list(RANDOM)) as played:
        for scene in played:
            chance = random.Random(f"{seed} {scene.name}")
            yield _measured(f"{scene.name}: named points", scene.name, list(at_points(scene, chance)), seed)
            yield _measured(f"{scene.name}: random moments", scene.name, list(at_random(scene, chance, RANDOM[scene.name])), seed)


def _measured(name: str, scene: str, tried: Sequence[tuple[str, list[str], float]], seed: int) -> Measured:
    lost = tuple(f"{scene}, {at}: {', '.join(faults)}" for at, faults, _ in tried if faults)
    points = len({at.split(":")[0] for at, _, _ in tried}) if "points" in name else 0
    asked = f"{len(tried)} kills" + (f" at {points} points" if points else "") + ": the same rows after the next run"
    seconds = sum(seconds for _, _, seconds in tried)
    figure = f"{len(tried) - len(lost)} of {len(tried)}"
    return Measured(name=name, asked=asked, figure=figure, passed=not lost, seconds=seconds, seed=seed, corpus=corpus(), lost=lost)


@contextmanager
def scenes(names: Sequence[str], only: Sequence[str] = ()) -> Iterator[Iterator[Scene]]:
    """The scenes, one after the other: each begins from the folder that the one before has left. `only` names some of the councils."""
    with tempfile.TemporaryDirectory(dir=QUICK) as folder, served(Path(folder) / "served") as offered:
        warm_up()
        councils = [council for council in offered if not only or council.id in only]
        yield _scenes(names, councils, Path(folder))


def _scenes(names: Sequence[str], councils: Sequence[Council], folder: Path) -> Iterator[Scene]:
    before: Path | None = None
    works: dict[str, Callable[[Path], object]] = {
        "first": partial(run_once, councils),
        "second": partial(run_once, councils),
        "rebuild": partial(_rebuild, councils),
        "release": _release,
    }
    for name, work in works.items():
        if name == "second":
            _change(folder / "served" / "wendelmoor")
        scene = _scene(name, before, work, folder)
        if name in names:
            yield scene
        if name == names[-1]:
            return
        before = folder / f"{name}-done"


def _rebuild(councils: Sequence[Council], data: Path) -> None:
    with locked(data):
        for council in councils:
            rebuild(council, data)
        publish(data, anew=True)


def _release(data: Path) -> None:
    releasing.STEPS = STEPS
    with locked(data):
        publish(data, anew=True)


def _scene(name: str, before: Path | None, work: Callable[[Path], object], folder: Path) -> Scene:
    """A scene played once without a kill, with its points counted."""
    data, told = folder / f"{name}-done", folder / "points"
    _copied(before, data)

    def counted() -> None:
        work(data)
        told.write_text("\n".join(crash.passed.elements()), encoding="utf-8")

    look_after_server()
    began = time.monotonic()
    assert ended(forked(counted, crash.EVERYWHERE)) == 0, f"the scene {name} fails even when nobody kills it"
    seconds = time.monotonic() - began
    found = state(before) if before else {}
    return Scene(name, before, work, found, state(data), Counter(told.read_text(encoding="utf-8").split("\n")), seconds)


def _copied(before: Path | None, data: Path) -> None:
    shutil.rmtree(data, ignore_errors=True)
    if before:
        shutil.copytree(before, data, symlinks=True)
    else:
        data.mkdir()


def _change(place: Path) -> None:
    """A document of the folder says something else, one is gone, one is new."""
    said = sorted(path for path in place.iterdir() if path.suffix in (".txt", ".html"))
    text = said[0].read_text(encoding="utf-8")
    said[0].write_text(text + "\nAbstimmungsergebnis: 17 Ja-Stimmen, 2 Nein-Stimmen, 1 Enthaltung\n", encoding="utf-8")
    said[1].unlink()
    (place / "nachtrag.txt").write_text("TOP 1: Steg am Moor\n\nBeschluss:\nDer Rat baut den Steg für 12.000 Euro.\n", encoding="utf-8")


def at_points(scene: Scene, chance: random.Random) -> Iterator[tuple[str, list[str], float]]:
    """Where each kill was, what was wrong after it, and how long it took."""
    for point, times in sorted(scene.points.items()):
        began = time.monotonic()
        at = f"{point}:{chance.choice([1, chance.randint(1, times)])}"
        yield at, faults_after(scene, at, None), time.monotonic() - began


def at_random(scene: Scene, chance: random.Random, times: int) -> Iterator[tuple[str, list[str], float]]:
    """Kills at moments that chance has chosen."""
    for _ in range(times):
        began, after = time.monotonic(), chance.uniform(0, scene.seconds)
        yield f"after {after:.3f} s", faults_after(scene, "", after), time.monotonic() - began


def faults_after(scene: Scene, point: str, seconds: float | None) -> list[str]:
    """What is wrong after a kill, and another run."""
    with tempfile.TemporaryDirectory(dir=QUICK) as folder:
        data = Path(folder) / "data"
        _copied(scene.before, data)
        look_after_server()
        pid = forked(partial(scene.work, data), point)
        if seconds is not None:
            time.sleep(seconds)
            os.kill(pid, signal.SIGKILL)
        how = ended(pid)
        faults = [] if how == -signal.SIGKILL or (seconds and how == 0) else [f"it ended with {how}"]
        if not _are_gone():
            faults.append("readers live on")
        look_after_server()
        if (how := ended(forked(partial(scene.work, data)))) != 0:
            return [*faults, f"the next run ended with {how}"]
        return [*faults, *left_behind(data), *(f"{name} differs" for name in differences(scene.wanted, state(data)))]


def _are_gone() -> bool:
    until = time.monotonic() + PATIENCE
    while readers() and time.monotonic() < until:
        time.sleep(0.01)
    return not readers()

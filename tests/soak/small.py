"""Kills and a full disk in a small form, as a program that prints what was wrong: over a folder of texts, read in the run's own process.

A program of its own, as it forks itself: `python -m tests.soak.small`.
"""

from __future__ import annotations

import json
import os
import random
import resource
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from functools import partial
from importlib import import_module
from pathlib import Path

from pipeline import crash, facts, fetching, reading, run
from pipeline.commands import CommandError
from pipeline.commands.run import held, refusal
from pipeline.councils import council_at
from pipeline.isolation import read_here
from pipeline.lock import locked
from pipeline.store.runs import close_interrupted
from pipeline.store.schema import tables
from tests.soak.processes import QUICK, ended, forked
from tests.soak.states import differences, left_behind, state

KILLS = 8
LIMITS = (8 << 10, 200 << 10)


def main(seed: int) -> Iterator[str]:
    """What was wrong."""
    reading.read_apart = lambda jobs, work, limits, _: ((job, read_here(job, work, limits)) for job in jobs)  # type: ignore[assignment]
    tables()
    import_module("pipeline.warm")
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        (folder / "council").mkdir()
        for number in range(3):
            text = f"TOP 1: Steg\n\nBeschluss:\nDer Rat baut den Steg {number} für 12.000 Euro.\n"
            (folder / "council" / f"{number}.txt").write_text(text, encoding="utf-8")
        counted = folder / "points"
        assert ended(forked(partial(_counted, folder, folder / "whole", counted), crash.EVERYWHERE)) == 0
        points = Counter(counted.read_text(encoding="utf-8").split())
        wanted, chance = state(folder / "whole"), random.Random(seed)
        for point in chance.sample(sorted(points), KILLS):
            yield from _faults_after_kill(folder, f"{point}:{chance.randint(1, points[point])}", wanted)
        for limit in LIMITS:
            yield from _faults_of_limit(folder, limit, wanted)


def _once(folder: Path, data: Path) -> None:
    data.mkdir(exist_ok=True)
    council = council_at("folder", str(folder / "council"))
    with locked(data):
        close_interrupted(data)
        begun = run.begin(council, data)
        fetching.fetch(council, data, begun.run, begun.fetch)
        facts.read(council, data, facts.to_read(council, data))
        run.finish(council, data, begun)


def _counted(folder: Path, data: Path, told: Path) -> None:
    _once(folder, data)
    told.write_text("\n".join(crash.passed.elements()), encoding="utf-8")


def _faults_after_kill(folder: Path, at: str, wanted: dict[str, str]) -> Iterator[str]:
    data = folder / at
    if (how := ended(forked(partial(_once, folder, data), at))) != -9:
        yield f"{at}: it ended with {how}"
    yield from (f"{at}: {fault}" for fault in _faults_of_next(folder, data, wanted))


def _faults_of_limit(folder: Path, limit: int, wanted: dict[str, str]) -> Iterator[str]:
    data, said = folder / str(limit), folder / f"{limit}.said"
    with said.open("wb") as told:
        status = ended(forked(partial(_limited, folder, data, limit), told=told.fileno()))
    words = said.read_text(encoding="utf-8")
    if status != 1 or words.count("\n") != 1:
        yield f"{limit} bytes: it ended with {status} and said {words!r}"
    yield from (f"{limit} bytes: {fault}" for fault in _faults_of_next(folder, data, wanted))


def _limited(folder: Path, data: Path, limit: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, limit))
    try:
        with held(data):
            try:
                _once(folder, data)
            except Exception as error:
                raise refusal(error, data) from error
    except CommandError as error:
        print(error, file=sys.stderr, flush=True)  # noqa: T201
        os._exit(error.status)


def _faults_of_next(folder: Path, data: Path, wanted: dict[str, str]) -> list[str]:
    if (how := ended(forked(partial(_once, folder, data)))) != 0:
        return [f"the next run ended with {how}"]
    return [*left_behind(data), *(f"{name} differs" for name in differences(wanted, state(data)))]


if __name__ == "__main__":
    print(json.dumps(list(main(int(sys.argv[1])))))  # noqa: T201

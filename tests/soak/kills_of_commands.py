"""The command line killed at any moment

The same with the command line, with Prefect, its server and a whole release: a run over the folder among the demo's councils is killed
(SIGKILL) at random moments, at the earliest when a quarter of the time has gone that it takes. The next run must end with the same rows in
the store and in the newest release as one that nobody killed; nothing of the killed one may be left.
"""

from __future__ import annotations

import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

from pipeline.demo import write_wendelmoor
from pipeline.limits import VARIABLE as LIMITS
from tests.soak.frame import Measured
from tests.soak.processes import QUICK
from tests.soak.states import differences, left_behind, state
from tests.soak.stops import left_of, until
from tests.soak.towns import WITHOUT_OCR, corpus

TIMES = 8
PATIENCE = 10.0  # seconds in which everything that a killed run has started must be gone
WELL = (0, 3)  # the folder holds what cannot be read


def measure(seed: int) -> Iterator[Measured]:
    """Kills at moments that chance has chosen."""
    chance, began = random.Random(seed), time.monotonic()
    with tempfile.TemporaryDirectory(dir=QUICK) as name:
        folder = Path(name)
        write_wendelmoor(folder / "council")
        if (how := _run(folder, "whole").wait()) not in WELL:
            raise RuntimeError(f"The command fails even when nobody kills it: status {how}.")
        wanted, takes = state(folder / "whole"), time.monotonic() - began
        moments = [chance.uniform(takes / 4, takes) for _ in range(TIMES)]
        lost = [
            f"after {after:.1f} s: {fault}" for at, after in enumerate(moments) for fault in _faults(folder, f"killed-{at}", after, wanted)
        ]
    bad = len({fault.partition(":")[0] for fault in lost})
    yield Measured(
        name="random moments", asked=f"{TIMES} kills: the same rows after the next run, nothing left", figure=f"{TIMES - bad} of {TIMES}",
        passed=not lost, seconds=time.monotonic() - began, seed=seed, corpus=corpus(), lost=tuple(lost),
    )  # fmt: skip


def _faults(folder: Path, data: str, after: float, wanted: dict[str, str]) -> list[str]:
    """What is wrong after a kill, and another run."""
    with _run(folder, data) as run:
        time.sleep(after)
        run.kill()
    faults = [] if until(lambda: not left_of(str(folder / data), run.pid), PATIENCE) else ["processes live on"]
    how = _run(folder, data).wait()
    faults += [] if how in WELL else [f"the next run ended with {how}"]
    return [*faults, *left_behind(folder / data), *(f"{name} differs" for name in differences(wanted, state(folder / data)))]


def _run(folder: Path, data: str) -> subprocess.Popen[bytes]:
    words = [sys.executable, "-m", "pipeline", "run", "--source", "folder", "--url", str(folder / "council"), "--data", str(folder / data)]
    return subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=os.environ | {LIMITS: WITHOUT_OCR})

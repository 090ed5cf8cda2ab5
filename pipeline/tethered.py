"""Runs a module for as long as its parent lives: `python -m pipeline.tethered uvicorn …`.

Its standard input is a pipe of which the parent holds the other end and never writes to it. However the parent ends, by kill -9
too, the system closes that end, and this process ends as well.
"""

from __future__ import annotations

import os
import runpy
import signal
import sys
import time
from threading import Thread

PATIENCE = 5.0  # seconds in which the module may take its leave


def _watch() -> None:
    while os.read(0, 1):
        pass
    os.kill(os.getpid(), signal.SIGTERM)
    time.sleep(PATIENCE)
    os._exit(1)


if __name__ == "__main__":
    sys.argv = sys.argv[1:]
    Thread(target=_watch, name="tether", daemon=True).start()
    runpy.run_module(sys.argv[0], run_name="__main__", alter_sys=True)

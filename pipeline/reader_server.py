"""The server from which reader processes are forked; it has imported and compiled every rule once.

Imports nothing but what starts it: the sooner it begins to import, the sooner documents are read.
"""

from __future__ import annotations

import multiprocessing
import os
import sys
from collections.abc import Sequence
from multiprocessing import forkserver, resource_tracker
from multiprocessing.connection import arbitrary_address  # type: ignore[attr-defined]  # the address that it would choose itself
from pathlib import Path
from socket import AF_UNIX, socket
from typing import NoReturn

from pipeline.process_group import deaf, uninterrupted

PRELOADED = ["pipeline.warm", "pipeline.readers.pdf", "pipeline.readers.html", "pdfplumber"]  # PDFs take a tenth of a second: not for texts
IS_KNOWN = sys.version_info < (3, 12)  # how multiprocessing is made inside
FEW = 32  # documents, of which the largest are read first, so that none is left alone at the end; the first result is the later for it


def start_early(paths: Sequence[Path], *, in_two_steps: bool = False) -> None:
    """Let the server import what these documents need, while this process has other things to do.

    Few that others read meanwhile (`first` of read_apart) need no libraries for PDFs here.
    """
    needs_no_more = all(path.suffix.lower() == ".txt" for path in paths) or (in_two_steps and len(paths) <= FEW)
    multiprocessing.set_forkserver_preload(PRELOADED[:1] if needs_no_more else PRELOADED)
    forkserver.ensure_running()


def start_for(words: Sequence[str]) -> None:
    """Start it for the command `extract` before its words are understood, where they name PDFs."""
    paths = [Path(word) for word in words if not word.startswith("-")]
    if not any(path.suffix.lower() == ".pdf" for path in paths):
        return
    track_nothing()
    if sys.platform == "linux" and IS_KNOWN:
        _fork(PRELOADED if len(paths) > FEW else PRELOADED[:1])
    else:
        start_early(paths, in_two_steps=True)


def track_nothing() -> None:
    """Spare this process the tracker of semaphores and shared memory, which multiprocessing starts as a process: there are none here.

    What would be told to it goes nowhere. For a process of ours alone: a library beside us may need it. Later versions of Python end it
    in another way and keep it.
    """
    tracker = resource_tracker._resource_tracker  # noqa: SLF001  it has no switch
    if IS_KNOWN and tracker._fd is None:  # type: ignore[attr-defined]  # noqa: SLF001
        tracker._fd = os.open(os.devnull, os.O_WRONLY)  # type: ignore[attr-defined]  # noqa: SLF001


def _fork(preloaded: Sequence[str]) -> None:
    """Start it as multiprocessing does, but forked from this process, which has only just begun: a new Python costs 0.03 s more."""
    with socket(AF_UNIX) as listener:
        address = arbitrary_address("AF_UNIX")
        listener.bind(address)
        Path(address).chmod(0o600)
        listener.listen()
        alive, held = os.pipe()
        with uninterrupted():
            pid = os.fork()
            if not pid:
                _serve(listener.fileno(), alive, held, preloaded)
        os.close(alive)
    said = {"_forkserver_address": address, "_forkserver_alive_fd": held, "_forkserver_pid": pid}
    vars(forkserver._forkserver).update(said)  # noqa: SLF001  it has no door for this


def _serve(listener: int, alive: int, held: int, preloaded: Sequence[str]) -> NoReturn:
    try:
        deaf()
        os.close(held)
        forkserver.main(listener, alive, preloaded)
    except Exception:  # noqa: BLE001  nobody else would tell
        sys.excepthook(*sys.exc_info())
    finally:
        os._exit(0)

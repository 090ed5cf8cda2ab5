"""The server from which reader processes are forked; it has imported and compiled every rule once.

Imports nothing but what starts it: the sooner it begins to import, the sooner documents are read.
"""

from __future__ import annotations

import multiprocessing
from collections.abc import Sequence
from multiprocessing import forkserver
from pathlib import Path

PRELOADED = ["pipeline.warm", "pipeline.readers.pdf", "pipeline.readers.html", "pdfplumber"]  # PDFs take a tenth of a second: not for texts
FEW = 32  # documents, of which the largest are read first, so that none is left alone at the end; the first result is the later for it


def start_early(paths: Sequence[Path], *, in_two_steps: bool = False) -> None:
    """Let the server import what these documents need, while this process has other things to do.

    Few that others read meanwhile (`first` of read_apart) need no libraries for PDFs here.
    """
    needs_no_more = all(path.suffix.lower() == ".txt" for path in paths) or (in_two_steps and len(paths) <= FEW)
    multiprocessing.set_forkserver_preload(PRELOADED[:1] if needs_no_more else PRELOADED)
    forkserver.ensure_running()

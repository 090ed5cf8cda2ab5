"""beschlussbuch serve: the tables of the newest release in a browser, on this machine only."""

from __future__ import annotations

import argparse
import os
import signal
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any

from pipeline.commands import STORE, CommandError
from pipeline.commands.show import newest_release

if TYPE_CHECKING:
    from pipeline.serve.server import Served

GLANCE = 5.0  # seconds between two looks at whether a newer release is there


def add_arguments(parser: argparse.ArgumentParser) -> None:
    """Declare the command's arguments."""
    parser.add_argument(
        "folder", nargs="?", type=Path, metavar="DIR", help="a data folder, or the folder of one release (default: data/store)"
    )
    parser.add_argument("--port", type=int, metavar="N", help="the port to listen at (default: 8001, or the next that is free)")
    parser.add_argument("--no-browser", action="store_true", help="do not open a browser")


def run(arguments: argparse.Namespace) -> int:
    """Serve until Ctrl-C."""
    from pipeline.release.settings import CurationError, settings_in
    from pipeline.serve.server import ServeError, serving

    folder = (arguments.folder or STORE).expanduser()
    release = _release_in(folder)
    data = folder if release.parent.parent == folder.resolve() else release.parent.parent
    signal.signal(signal.SIGTERM, _interrupt)  # what ends us ends Datasette too
    try:
        with serving(release, settings_in(data), _port(arguments.port)) as served:
            print(f"Release {release.name} at {served.url}  (on this machine only; Ctrl-C ends it)", flush=True)
            if not arguments.no_browser:
                _open(served.url)
            return _stay(served, data, release)
    except KeyboardInterrupt:
        return 0
    except (ServeError, CurationError) as error:
        raise CommandError(str(error), 1) from error


def _release_in(folder: Path) -> Path:
    from pipeline.release.folder import MANIFEST

    return folder.resolve() if (folder / MANIFEST).is_file() else newest_release(folder)


def _port(wanted: int | None) -> int:
    from pipeline.serve.server import PORT, free_port, is_free

    if wanted is None:
        return free_port(PORT)
    if not 0 < wanted < 65536:
        raise CommandError(f"{wanted} is no port (1 to 65535).")
    if not is_free(wanted):
        raise CommandError(f"port {wanted} is in use; {free_port(wanted)} is free: --port {free_port(wanted)}.", 1)
    return wanted


def _stay(served: Served, data: Path, release: Path) -> int:
    """Wait for the end, and say when a newer release is there: what is served never changes under a reader."""
    from pipeline.release.folder import latest_in
    from pipeline.serve.server import said

    told = release
    while True:
        try:
            status = served.process.wait(GLANCE)
        except subprocess.TimeoutExpired:
            newest = latest_in(data)
            if newest is not None and newest != told:
                print(f"Release {newest.name} is there; a restart serves it.", flush=True)
                told = newest
            continue
        raise CommandError(f"Datasette ended with status {status}: {said(served.log)}.", 1)


def _open(url: str) -> None:
    """Open a browser where there is a screen; on a terminal alone one would take it over."""
    if sys.platform in ("darwin", "win32") or os.environ.get("DISPLAY") or os.environ.get("WAYLAND_DISPLAY"):
        import webbrowser

        webbrowser.open(url)


def _interrupt(*_: Any) -> None:
    raise KeyboardInterrupt

"""A directory of files, with all directories below it."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

from pipeline.councils import Council
from pipeline.sources import DocumentLink, Found, Get
from pipeline.statuses import Failure, Issue, Status

ROOT = "folder:"


def find(council: Council, get: Get, since: datetime | None) -> Found:  # noqa: ARG001  every source has the same form
    """List the files of a folder; a file whose size and time are unchanged keeps its version.

    Raises Failure where there is no such folder.
    """
    root = Path(council.url or "").expanduser()
    if not root.is_dir():
        raise Failure(Status.GONE, f"There is no folder {root}.")
    links: list[DocumentLink] = []
    issues: list[Issue] = []
    for path in _files(root, issues):
        try:
            state = path.stat()
        except OSError as error:
            issues.append(Issue(Status.FORBIDDEN, str(path), f"{path} cannot be looked at: {error.strerror}."))
            continue
        if stat.S_ISREG(state.st_mode):  # a pipe or a device could keep a reader waiting for ever
            links.append(_link(root, path, state))
    return Found(documents=tuple(links), owners=frozenset({ROOT}) if not issues else frozenset(), issues=tuple(issues), complete=not issues)


def _files(root: Path, issues: list[Issue]) -> Iterator[Path]:
    def note(error: OSError) -> None:
        issues.append(Issue(Status.FORBIDDEN, str(error.filename), f"{error.filename} cannot be listed: {error.strerror}."))

    for folder, folders, names in os.walk(root, onerror=note):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if not name.startswith(".") and not name.startswith("~$"):  # "~$…": Word's lock beside an open file
                yield Path(folder) / name


def _link(root: Path, path: Path, state: os.stat_result) -> DocumentLink:
    relative = _printable(path.relative_to(root).as_posix())
    return DocumentLink(
        url=path.resolve().as_uri(),
        key=relative,  # so that a folder that moves keeps its documents
        owner=ROOT,
        role="file",
        name=relative,
        file_name=_printable(path.name),
        version=f"{state.st_size}/{state.st_mtime_ns}",
    )


def _printable(name: str) -> str:
    """A file name that is no UTF-8 (old Windows disks), with its odd bytes written out."""
    return os.fsencode(name).decode("utf-8", errors="backslashreplace")

"""Raw bytes as they came, by their SHA-256, each beside a list of its arrivals: address, time, headers.

raw/3f/3f9a…e1          the bytes
raw/3f/3f9a…e1.json     [{"url": …, "at": …, "headers": {…}}, …]
"""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from tempfile import NamedTemporaryFile
from typing import Any

from pipeline.crash import crash_here
from pipeline.secrets import kept_headers, veiled

CHARSET = re.compile(r"""charset\s*=\s*["']?([\w.:-]{1,40})""", re.IGNORECASE)
MASK = os.umask(0o077)
os.umask(MASK)  # it can only be asked for by being set: here, where nobody else is at work yet
MODE = 0o666 & ~MASK
"""As the operator wants new files to be; temporary ones are nobody else's."""


@dataclass(frozen=True, slots=True)
class Archive:
    """A folder of raw bytes."""

    folder: Path

    def path(self, sha256: str) -> Path:
        """Where the bytes with this digest are."""
        return self.folder / sha256[:2] / sha256

    def put(self, data: bytes, url: str, at: str, headers: Mapping[str, str] | None = None) -> str:
        """Keep bytes and note their arrival; returns their SHA-256. The same bytes are kept once."""
        sha256 = hashlib.sha256(data).hexdigest()
        path = self.path(sha256)
        if not path.exists():
            path.parent.mkdir(parents=True, exist_ok=True)
            write_whole(path, data)
            crash_here("archive.kept")
        beside = path.with_name(f"{sha256}.json")
        url = veiled(url)
        arrivals = [known for known in self.arrivals(sha256) if known.get("url") != url]
        arrivals.append({"url": url, "at": at, "headers": kept_headers(headers or {})})
        # Not forced to the disk: the store knows the same, and forcing it would double the time of a first run.
        write_whole(beside, json.dumps(arrivals, ensure_ascii=False, indent=1).encode("utf-8"), force=False)
        return sha256

    def get(self, sha256: str) -> bytes:
        """The bytes with this digest."""
        return self.path(sha256).read_bytes()

    def arrivals(self, sha256: str) -> list[dict[str, Any]]:
        """When and from where these bytes came, the latest from each address."""
        with suppress(FileNotFoundError, json.JSONDecodeError):
            found = json.loads(self.path(sha256).with_name(f"{sha256}.json").read_text(encoding="utf-8"))
            return [known for known in found if isinstance(known, dict)]
        return []


def charset_beside(path: Path) -> str | None:
    """The encoding that a server's header named when archived bytes came; None where none did."""
    with suppress(OSError, ValueError, LookupError, TypeError, AttributeError):
        said = json.loads(path.with_name(f"{path.name}.json").read_text(encoding="utf-8"))[-1]["headers"].get("content-type", "")
        match = CHARSET.search(said)
        return match[1] if match else None
    return None


def write_whole(path: Path, data: bytes, *, force: bool = True) -> None:
    """Write a file so that a reader, and the next start after a crash, sees the old bytes or the new ones, never a part."""
    with NamedTemporaryFile(dir=path.parent, prefix=f".{path.name[:40]}.", delete=False) as file:
        temporary = Path(file.name)
        try:
            file.write(data)
            file.flush()
            if force:
                os.fsync(file.fileno())
        except BaseException:
            temporary.unlink(missing_ok=True)
            raise
    replace_whole(temporary, path, force=force)


def replace_whole(temporary: Path, path: Path, *, force: bool = True) -> None:
    """Put a finished temporary file in place, and make the folder's entry last."""
    temporary.chmod(MODE)
    crash_here("file.written")
    temporary.replace(path)
    crash_here("file.placed")
    if not force:
        return
    folder = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(folder)
    finally:
        os.close(folder)

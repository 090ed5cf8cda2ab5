"""How far a run is, told to whoever watches: a progress bar, plain lines, or nobody."""

from __future__ import annotations

import logging
from typing import Protocol

log = logging.getLogger(__name__)


class Watcher(Protocol):
    """Somebody who watches a run."""

    def begins(self, council: str, stage: str, total: int | None) -> None:
        """A stage ("fetch", "read") begins; `total` is how many documents it has, None if that is not known."""

    def moves(self, council: str, stage: str, done: int = 1) -> None:
        """So many more documents of a stage are done."""

    def ends(self, council: str, stage: str) -> None:
        """A stage has ended."""


class Nobody:
    """Watches nothing."""

    def begins(self, council: str, stage: str, total: int | None) -> None:
        """Do nothing."""

    def moves(self, council: str, stage: str, done: int = 1) -> None:
        """Do nothing."""

    def ends(self, council: str, stage: str) -> None:
        """Do nothing."""


_watchers: list[Watcher] = [Nobody()]


def watch(watcher: Watcher) -> None:
    """Let somebody watch the runs of this process."""
    _watchers[:] = [watcher]


def watcher() -> Watcher:
    """Whoever watches now."""
    return _watchers[0]

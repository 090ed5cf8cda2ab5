"""Who watches a run: bars on a terminal, plain lines elsewhere; both on standard error."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TaskID, TextColumn, TimeRemainingColumn

from pipeline.progress import Nobody, watch

STEP = 100  # a plain line for every so many documents


class Lines:
    """Tells a run in plain lines."""

    def __init__(self) -> None:
        """Nothing is told yet."""
        self._done: dict[tuple[str, str], int] = {}
        self._total: dict[tuple[str, str], int | None] = {}

    def begins(self, council: str, stage: str, total: int | None) -> None:
        """Say what is about to be done."""
        self._done[council, stage] = 0
        self._total[council, stage] = total
        self._say(f"{council}: {stage} ..." if total is None else f"{council}: {stage} {total} documents")

    def moves(self, council: str, stage: str, done: int = 1) -> None:
        """Say so now and then."""
        before = self._done.get((council, stage), 0)
        self._done[council, stage] = now = before + done
        if now // STEP > before // STEP:
            self._say(f"{council}: {stage} {now} of {self._total.get((council, stage))}")

    def ends(self, council: str, stage: str) -> None:
        """Say nothing: the next stage does."""

    @staticmethod
    def _say(line: str) -> None:
        sys.stderr.write(line + "\n")
        sys.stderr.flush()


class Bars:
    """Shows a run as bars."""

    def __init__(self, progress: Progress) -> None:
        """`progress` is running already."""
        self._progress = progress
        self._bars: dict[tuple[str, str], TaskID] = {}

    def begins(self, council: str, stage: str, total: int | None) -> None:
        """Show a new bar."""
        self._bars[council, stage] = self._progress.add_task(f"{council}: {stage}", total=total)

    def moves(self, council: str, stage: str, done: int = 1) -> None:
        """Move the bar."""
        if (council, stage) in self._bars:
            self._progress.advance(self._bars[council, stage], done)

    def ends(self, council: str, stage: str) -> None:
        """Leave the bar where it is, full."""
        bar = self._bars.get((council, stage))
        if bar is not None:
            self._progress.update(bar, total=self._progress.tasks[bar].completed)


@contextmanager
def watched() -> Iterator[None]:
    """Watch the runs inside, in the way that fits where standard error goes."""
    console = Console(stderr=True)
    try:
        if not console.is_terminal:
            watch(Lines())
            yield
            return
        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
        with Progress(*columns, console=console) as progress:
            watch(Bars(progress))
            yield
    finally:
        watch(Nobody())

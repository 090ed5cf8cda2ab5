"""What a measurement of `make soak` is: a module beside this one, named after what it measures, with `measure(seed)`.

    tests/soak/locks.py ── measure(seed) ──▶ Measured, Measured, … ──▶ tests/soak/results/locks.json ──┐
    tests/soak/kills.py ── …                                                                            ├──▶ RELIABILITY.md
                                                                                                        ┘
The first line of the module's docstring is its heading, the rest tells the reader what is done. `measure` raises Skipped,
with a sentence, where it needs something that is not here; what it then said last time stays.
"""

from __future__ import annotations

import hashlib
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

SEED = 20261122


class Skipped(Exception):  # noqa: N818  no error: something that is wanted is not here
    """A measurement that cannot be made here; the message is one sentence, without paths."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Measured:
    """One row of RELIABILITY.md: what was asked, and what was seen. No paths, no names of machines."""

    name: str
    asked: str
    """What has to hold, with its numbers: "each of 40 points: the same tables after the next run"."""
    figure: str
    """What was seen: "200 of 200"."""
    passed: bool
    seconds: float = 0.0
    seed: int | None = None
    """None where nothing is left to chance."""
    corpus: str | None = None
    """`hash_of` whatever was worked on, so that another can tell whether it was the same."""
    lost: tuple[str, ...] = ()
    """The names of inputs that were not survived."""


Measurement = Callable[[int], Iterator[Measured]]


def hash_of(parts: Iterable[bytes | str]) -> str:
    """A short hash of a corpus, whatever the order of its parts."""
    digests = sorted(hashlib.sha256(part.encode() if isinstance(part, str) else part).hexdigest() for part in parts)
    return hashlib.sha256("".join(digests).encode()).hexdigest()[:12]

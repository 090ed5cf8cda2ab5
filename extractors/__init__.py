"""Understands council documents: pure functions from text to facts; no files, no network, no clock.

Every module of this package that defines `extract(minutes)` is an extractor, found by its file name; there is no list to
edit. Extractors never import each other: what depends on two kinds of fact is decided in `linking`, the one second pass.
"""

from __future__ import annotations

import pkgutil
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib import import_module

from extractors.text.fact import Fact
from extractors.text.minutes import DocumentText, Head

__all__ = ["Extraction", "extract", "extractors"]

NOT_EXTRACTORS = {"text", "linking"}


@cache
def extractors() -> dict[str, Callable[..., Iterator[Fact]]]:
    """The extractors by the name of their table, in alphabetical order."""
    names = sorted(module.name for module in pkgutil.iter_modules(__path__) if module.name not in NOT_EXTRACTORS)
    return {name: import_module(f"{__name__}.{name}").extract for name in names}


@dataclass(frozen=True, slots=True)
class Extraction:
    """What one document says: of itself, and in each table, in the order of the text."""

    head: Head
    tables: Mapping[str, tuple[Fact, ...]]
    closed: tuple[tuple[int, int], ...] = ()
    """Offsets of what it says of items that are not public."""


def extract(source: DocumentText) -> Extraction:
    """Read all facts of a document."""
    # Imported here: whoever wants no more than the nouns of `extractors.text` shall not wait for every rule to be compiled.
    from extractors.linking import linked  # noqa: PLC0415
    from extractors.text.agenda import minutes_of  # noqa: PLC0415
    from extractors.text.closed import closed_stretches  # noqa: PLC0415

    minutes = minutes_of(source)
    found = {table: tuple(find(minutes)) for table, find in extractors().items()}
    tables = {
        table: tuple(sorted(facts, key=lambda fact: (fact.quote.start, fact.quote.end))) for table, facts in linked(minutes, found).items()
    }
    return Extraction(minutes.head, tables, tuple(closed_stretches(minutes)))

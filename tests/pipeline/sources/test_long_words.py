"""No word of a server, however long, holds up a listing: it is read in the process of the run, which nobody ends."""

from __future__ import annotations

import re
import time
from collections.abc import Callable

import pytest

from pipeline.probe import OPARL
from pipeline.sources.allris3.files import OPENS
from pipeline.sources.allris4.paper import REFERENCE
from pipeline.sources.risi.paper import HEADING
from pipeline.sources.sdnet.files import STATE

LONG = 100_000


def removed(pattern: re.Pattern[str]) -> Callable[[str], object]:
    return lambda text: pattern.sub("", text)


@pytest.mark.parametrize(
    "read",
    [
        pytest.param(OPARL.search, id="the address of an OParl system"),
        pytest.param(REFERENCE.search, id="the heading of a paper (ALLRIS 4)"),
        pytest.param(HEADING.match, id="the heading of a paper (RISI)"),
        pytest.param(removed(OPENS), id="the name of a file (ALLRIS 3)"),
        pytest.param(removed(STATE), id="the name of a file (SD.NET)"),
    ],
)
@pytest.mark.parametrize("unit", ["a", "1", " ", "/", "a-", "1-", "(1", "V "], ids=repr)
def test_a_long_word_is_read_at_once(read: Callable[[str], object], unit: str) -> None:
    begun = time.process_time()
    read(unit * (LONG // len(unit)))
    assert time.process_time() - begun < 2.0


@pytest.mark.parametrize(
    ("said", "reference"),
    [
        ("Vorlage - 2024/0417", "2024/0417"),
        ("Drucksache - BV/025/2025 - 1", "BV/025/2025 - 1"),
        ("Vorlage 12-34", "12-34"),
        ("2024/0417", "2024/0417"),
        ("Vorlage-V/2024/1", "V/2024/1"),
    ],
)
def test_short_ones_are_read_as_ever(said: str, reference: str) -> None:
    found = REFERENCE.search(said)
    assert found
    assert found[1] == reference

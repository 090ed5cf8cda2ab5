"""Every way in which the matches of a pattern can begin, as its parsed form tells."""

from __future__ import annotations

import re
from collections.abc import Iterable
from re import _constants, _parser  # type: ignore[attr-defined]  # the parser has no public door
from typing import Any

Beginning = tuple[str, bool]
"""Letters, and whether it is known what follows them."""
NOTHING = (_constants.ASSERT, _constants.ASSERT_NOT, _constants.AT)
REPEATS = (_constants.MAX_REPEAT, _constants.MIN_REPEAT)


def beginnings(pattern: re.Pattern[str], length: int) -> set[str]:
    """The first letters of all matches, shorter where anything may follow; of a range of letters the two at its ends.

    >>> sorted(beginnings(re.compile(r"(?:(?i:alle )?Rest|in \\w+)"), 4))
    ['Rest', 'alle', 'in ']
    """
    return {letters for letters, _ in _of_all(_parser.parse(pattern.pattern, pattern.flags & re.VERBOSE), length)}


def _of_all(parsed: Iterable[tuple[Any, Any]], length: int) -> set[Beginning]:
    found: set[Beginning] = {("", True)}
    for kind, argument in parsed:
        goes_on = {(letters, known) for letters, known in found if known and len(letters) < length}
        found -= goes_on
        for letters, _ in goes_on:
            found |= {(letters + more, known) for more, known in _of_one(kind, argument, length - len(letters))}
    return found


def _of_one(kind: Any, argument: Any, length: int) -> set[Beginning]:
    if kind is _constants.IN:
        return _of_class(argument)
    if kind is _constants.BRANCH:
        return set().union(*(_of_all(branch, length) for branch in argument[1]))
    if kind is _constants.SUBPATTERN:
        return _of_all(argument[3], length)
    if kind in REPEATS:
        return _of_repeated(*argument, length)
    return {(chr(argument), True) if kind is _constants.LITERAL else ("", kind in NOTHING)}


def _of_repeated(least: int, most: int, repeated: Iterable[tuple[Any, Any]], length: int) -> set[Beginning]:
    times = max(1, least)
    once = _of_all([*repeated] * times, length)
    return {(letters, known and most == times) for letters, known in once} | ({("", True)} if least == 0 else set())


def _of_class(members: Iterable[tuple[Any, Any]]) -> set[Beginning]:
    found: set[Beginning] = set()
    for kind, argument in members:
        if kind is _constants.LITERAL:
            found.add((chr(argument), True))
        elif kind is _constants.RANGE:
            found |= {(chr(argument[0]), True), (chr(argument[1]), True)}
        else:
            return {("", False)}
    return found

"""The numbers of lines in the margin of a page, as drafts and verbatim minutes have them: every line, or every fifth.

    12 Der Rat stimmt dem Ausbau        "12", "13" are left out of what the page says; so is a block of bare
    13 der Ortsdurchfahrt zu.           numbers, where a file writes its margin apart from its lines

Lists are not taken for them: their points begin with capitals, and not in every line or in every fifth.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

# Behind a line end, to which the engine skips: the text is searched with one before it.
NUMBERED = re.compile(r"\n[ ]*(?P<number>\d{1,3})(?:[ ]{1,6}(?=(?P<words>[^\s\d]))|[ ]*(?=\n|\Z))")
LINE_END = re.compile(r"\n(?:[ ]*\n)*")
FEWEST = 4  # numbered lines in a text: below that it is not looked at closer
EVERY_LINE = 10  # lines on end that count on
EVERY_FIFTH = 3
APART = {1: (1,), 5: range(3, 9)}  # lines; empty ones are counted by some writers, heads and feet of pages stand between
BARE = 5  # bare numbers on end
AMID = 0.2  # of the numbered lines begin amid a sentence


@dataclass(frozen=True, slots=True)
class Numbered:
    """A line that begins with a number, or is one."""

    start: int
    end: int
    line: int
    """How many lines stand above it."""
    number: int
    begins: str
    """The first letter after the number, empty where nothing follows."""


def line_numbers(text: str) -> Iterator[tuple[int, int]]:
    """The spans of margin numbers with the blanks that follow them; a bare number's is its line."""
    found = list(NUMBERED.finditer(f"\n{text}"))
    if len(found) < FEWEST:
        return
    numbered, line, seen = [], 0, 0
    for match in found:
        start = match.start("number") - 1
        line += len(LINE_END.findall(text, seen, start))
        seen = start
        numbered.append(Numbered(start, match.end() - 1, line, int(match["number"]), match["words"] or ""))
    bare = [one for one in numbered if not one.begins]
    beside = [one for one in numbered if one.begins]
    blocks = _runs(bare, 1, BARE) + _runs(bare, 5, BARE)
    margins = _runs(beside, 1, EVERY_LINE) + _runs([one for one in beside if one.number % 5 == 0], 5, EVERY_FIFTH)
    runs = blocks + [run for run in margins if _is_prose(run)]
    yield from sorted({(one.start, one.end) for run in runs for one in run})


def _runs(lines: Sequence[Numbered], step: int, fewest: int) -> list[list[Numbered]]:
    """Lines that count on by a step and stand about as many lines apart; numbers that stand alone, in a block, follow each other."""
    runs: list[list[Numbered]] = []
    for line in lines:
        last = runs[-1][-1] if runs else None
        if last and line.number == last.number + step and line.line - last.line in (APART[step] if line.begins else (1,)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return [run for run in runs if len(run) >= fewest]


def _is_prose(run: Sequence[Numbered]) -> bool:
    return sum(line.begins.islower() for line in run) >= AMID * len(run)

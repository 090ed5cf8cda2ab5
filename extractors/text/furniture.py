"""Page furniture: page marks, running heads and footers, which stand on a page but not in what it says.

"– 2 –", "-- 1 of 13 --", "Seite 3 von 12"       page marks, known by their form
"Sozialamt | V2927/19 | Folie 7"                  a running foot, known by its return on page after page
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

# A bare number is no page mark by its form: SessionNet prints vote counts alone on a line.
PAGE_MARK = re.compile(
    r"""[-–—S](?: (?<=[-–—]) [-–—]?[ ]{0,2}\d{1,4}(?:[ ]{1,2}of[ ]{1,2}\d{1,4})?[ ]{0,2}[-–—]{1,2}   # – 2 –   -- 1 of 13 --
                | (?<=S) eite[ ]\d{1,4}(?:[ ](?:von|/)[ ]\d{1,4})?                 # Seite 3 von 12
                | (?<=S) eite:[ ]\d{1,4}(?:[ ]?/[ ]?\d{1,4})?
                )[ ]*(?=\n|$)""",
    re.VERBOSE,
)
NUMBERED_FOOT = re.compile(r"^[ ]*(?:Folie|Seite|Blatt)[ ](?P<number>\d{1,4})(?:[ ](?:von|/)[ ]\d{1,4})?[ ]*$", re.MULTILINE)
LINE = re.compile(r"[^\n]*\S[^\n]*")
EDGE_LINES = 4  # running heads of more than four lines have not been seen
SHARE = 0.5  # of the pages that must carry a line for it to be furniture; title pages and annexes differ


def page_furniture(text: str, page_starts: Sequence[int] = ()) -> Iterator[tuple[int, int, str]]:
    """Spans to leave out with what stands there instead: a line end, or a paragraph's end if the sentence was over."""
    lines = [(m.start(), m.end()) for m in PAGE_MARK.finditer(text) if _alone(text, m.start())]
    lines += _running(text, page_starts or _page_ends(text))
    done = 0
    for start, end in sorted(lines):
        if start < done:
            continue
        first = len(text[done:start].rstrip(" \n")) + done
        last = end
        while last < len(text) and text[last] in " \n":
            last += 1
        done = last
        if first == 0 or last == len(text):
            yield first, last, ""
        else:
            yield first, last, "\n\n" if text[first - 1] in '.:;!?…“”"' else "\n"


def _page_ends(text: str) -> list[int]:
    """Where pages begin in a text whose pages are lost but for their numbers: "Folie 3", "Seite 4 von 9"."""
    marks = [(int(match["number"]), match.end()) for match in NUMBERED_FOOT.finditer(text)]
    rising = all(before < after for (before, _), (after, _) in pairwise(marks))
    return [0, *(end for _, end in marks)] if len(marks) > 2 and rising else []


def _alone(text: str, start: int) -> bool:
    return not text[text.rfind("\n", 0, start) + 1 : start].strip(" ")


def _running(text: str, page_starts: Sequence[int]) -> list[tuple[int, int]]:
    """Lines at the edges of pages that return, numbers aside, on at least half of three or more pages."""
    if len(page_starts) < 3:
        return []
    seen: Counter[str] = Counter()
    at_edge: list[tuple[int, int, str]] = []
    for start, end in zip(page_starts, [*page_starts[1:], len(text)], strict=True):
        lines = [(m.start(), m.end(), re.sub(r"\d+", "#", m[0].strip())) for m in LINE.finditer(text, start, end)]
        edge = lines if len(lines) <= 2 * EDGE_LINES else lines[:EDGE_LINES] + lines[-EDGE_LINES:]
        seen.update({form for _, _, form in edge})
        at_edge += edge
    often = max(3.0, SHARE * len(page_starts))
    return [(start, end) for start, end, form in at_edge if seen[form] >= often]
